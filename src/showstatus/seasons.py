"""What is known of each season, part, special and film on a day: the timeline of a show.

Pure: `timeline(standing claims, release style, as_of)`. A split season is one `Season` with several `Run`s; an
unsplit one, a special or a film has a single run.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from showstatus.claims import STAGES, Claim, Instalment
from showstatus.dates import PartialDate
from showstatus.runs import Run, Setting, claims_of_part, in_sequence, make_run, out_by
from showstatus.weighing import Weighed, happened, newest, weigh_fact

MILESTONES = ("writing", "casting", "filming-started", "filming-wrapped", "post-production")


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """What is known of one season, special or film on a day."""

    instalment: Instalment
    runs: tuple[Run, ...]
    milestones: Mapping[str, Claim] = field(default_factory=dict)
    """The winning claim of each production milestone that has been reached."""
    split: bool = False
    episodes: int | None = None
    superseded: frozenset[str] = frozenset()
    disputes: tuple[tuple[str, ...], ...] = ()

    @property
    def first(self) -> Run:
        """Its only run, or its first part."""
        return self.runs[0]

    @property
    def premiere(self) -> PartialDate | None:
        """When the first of it came, as far as that is known; None where nothing has."""
        return next((run.premiere for run in self.runs if run.premiere is not None), None)

    def aired(self, as_of: dt.date) -> bool:
        """Whether at least one part has premiered."""
        return any(run.aired(as_of) for run in self.runs)

    def complete(self, as_of: dt.date) -> bool:
        """Whether all parts are out."""
        return self.runs[-1].complete(as_of)

    def coming(self, as_of: dt.date) -> Run:
        """The part that is running or comes next; the last where all is out."""
        return next((run for run in self.runs if not run.complete(as_of)), self.runs[-1])

    def stage(self, as_of: dt.date) -> str | None:
        """How far it is: one of `STAGES`; None where nothing is known to have begun."""
        if self.complete(as_of):
            return "complete"
        if self.aired(as_of):
            return "airing" if self.coming(as_of).aired(as_of) else "between-parts"
        official = self.first.official
        if official is not None and official.is_day and official.start > as_of:
            return "dated"
        reached = [stage for claim in self.milestones.values() if (stage := claim.rule.stage) is not None]
        return max(reached, key=STAGES.index) if reached else None


Timeline = dict[Instalment, Season]
"""Every season, special and film that some claim names, in order."""


def timeline(claims: Sequence[Claim], release: str | None, as_of: dt.date) -> Timeline:
    """What the claims that stand on `as_of` say about each instalment."""
    about: dict[Instalment, list[Claim]] = {}
    for claim in claims:
        for instalment in dict.fromkeys(named.season for named in claim.instalments):
            about.setdefault(instalment, []).append(claim)
    setting = Setting(release, as_of, [claim for claim in claims if claim.kind == "cancelled" and claim.trusted])
    seasons: dict[Instalment, Season] = {}
    previous: Season | None = None
    for instalment in sorted(about):
        if instalment.kind != "season":
            seasons[instalment] = _season(instalment, about[instalment], setting, None)
            continue
        season = _season(instalment, about[instalment], setting, previous)
        if season.premiere is not None and previous is not None:
            seasons[previous.instalment] = _closed_by(previous, season.premiere.start)
        seasons[instalment] = season
        previous = season if season.aired(as_of) else previous
    return seasons


def _season(instalment: Instalment, claims: list[Claim], setting: Setting, previous: Season | None) -> Season:
    by_kind: dict[str, list[Claim]] = {}
    for claim in claims:
        by_kind.setdefault(claim.kind, []).append(claim)
    labels = newest(by_kind.get("split", ()))
    names = labels.parts if labels is not None else ()
    parts = max(len(names), *(i.part for claim in claims for i in claim.instalments if i.season == instalment))
    weighed: list[Weighed] = []

    milestones = _milestones(by_kind, setting.as_of, previous, weighed)
    runs: list[Run] = []
    for number in range(1, parts + 1) if parts else (0,):
        part = Instalment(instalment.number, number) if parts else instalment
        label = names[number - 1] if 0 < number <= len(names) else None
        runs.append(make_run(part, label, claims_of_part(by_kind, part, parts), setting, weighed))
    counted = newest([claim for claim in by_kind.get("episodes", ()) if claim.count is not None])
    return Season(
        instalment=instalment,
        runs=in_sequence(runs),
        milestones=milestones,
        split=bool(parts),
        episodes=counted.count if counted is not None else None,
        superseded=frozenset(claim_id for result in weighed for claim_id in result.superseded),
        disputes=tuple(result.dispute for result in weighed if result.dispute),
    )


def _milestones(
    by_kind: Mapping[str, list[Claim]], as_of: dt.date, previous: Season | None, weighed: list[Weighed]
) -> dict[str, Claim]:
    """Weigh each production milestone that has been reached: a filming due to begin has not begun."""
    came = previous.premiere if previous is not None else None
    reached: dict[str, Claim] = {}
    for kind in MILESTONES:
        claims = [claim for claim in by_kind.get(kind, ()) if happened(claim, as_of)]
        if not claims:
            continue
        wrap = kind == "filming-wrapped"
        result = weigh_fact(
            claims,
            began=reached.get("filming-started") if wrap else None,
            rather_after=came.start if wrap and came is not None else None,
        )
        weighed.append(result)
        if result.winner is not None:
            reached[kind] = result.winner
    return reached


def _closed_by(season: Season, day: dt.date) -> Season:
    """Close a season that a later season's premiere shows to be out."""
    return replace(season, runs=tuple(out_by(run, day) for run in season.runs))
