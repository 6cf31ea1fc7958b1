"""What is known of each season, part, special and film on a day: the timeline of a show.

Pure: `timeline(standing claims, release style, as_of)`. A split season is one `Season` with several `Run`s; an
unsplit one, a special or a film has a single run. A claim that names only a split season means its first part
for a premiere or a date, and its last for a finale.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from showstatus.claims import STAGES, Claim, Instalment
from showstatus.dates import ONE_DAY, PartialDate, on_day
from showstatus.weighing import NOTHING, Weighed, weigh_fact, weigh_plans

WEEKLY_RUN = dt.timedelta(days=70)
"""How long a season that comes week by week is taken to run where no finale is known."""
MILESTONES = ("writing", "casting", "filming-started", "filming-wrapped", "post-production")
_PLANS = ("window-announced", "date-announced", "delayed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One stretch of episodes that comes together: a whole season, a part, a special, a film."""

    instalment: Instalment
    label: str | None = None
    premiere: PartialDate | None = None
    """When it came; None where it has not."""
    premiere_claim: Claim | None = None
    presumed: bool = False
    """Whether the premiere is only presumed: an announced day passed and nobody said that it was missed."""
    finale: PartialDate | None = None
    complete_from: dt.date | None = None
    """The first day on which all of it is out; None where it has not begun."""
    plan: Claim | None = None
    """The plan that holds for it."""

    @property
    def official(self) -> PartialDate | None:
        """The day or window that was announced, as it was said."""
        return self.plan.value if self.plan is not None else None

    def aired(self, as_of: dt.date) -> bool:
        """Whether its premiere has come by a day."""
        return self.premiere is not None and self.premiere.start <= as_of

    def complete(self, as_of: dt.date) -> bool:
        """Whether all of it is out by a day."""
        return self.complete_from is not None and self.complete_from <= as_of

    def overdue(self, as_of: dt.date) -> bool:
        """Whether the announced window has wholly passed without it."""
        return not self.aired(as_of) and self.official is not None and self.official.end <= as_of


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
        for instalment in claim.instalments:
            about.setdefault(instalment.season, []).append(claim)
    seasons: dict[Instalment, Season] = {}
    previous: Season | None = None
    for instalment in sorted(about):
        season = _season(instalment, about[instalment], release, as_of, previous)
        if season.first.premiere is not None and previous is not None and previous.first.premiere is not None:
            seasons[previous.instalment] = _closed_by(previous, season.first.premiere.start)
        seasons[instalment] = season
        previous = season if instalment.kind == "season" and season.aired(as_of) else previous
    return seasons


def _season(
    instalment: Instalment, claims: list[Claim], release: str | None, as_of: dt.date, previous: Season | None
) -> Season:
    by_kind: dict[str, list[Claim]] = {}
    for claim in claims:
        by_kind.setdefault(claim.kind, []).append(claim)
    labels = weigh_plans(by_kind.get("split", ()))
    names = labels.winner.parts if labels.winner is not None else ()
    parts = max(len(names), *(i.part for claim in claims for i in claim.instalments if i.season == instalment))
    weighed: list[Weighed] = []

    milestones = _milestones(by_kind, as_of, previous, weighed)
    runs: list[Run] = []
    for number in range(1, parts + 1) if parts else (0,):
        part = Instalment(instalment.number, number) if parts else instalment
        label = names[number - 1] if 0 < number <= len(names) else None
        runs.append(_run(part, label, _claims_of_part(by_kind, part, parts), release, as_of, weighed))
    counts = weigh_plans([claim for claim in by_kind.get("episodes", ()) if claim.count is not None])
    return Season(
        instalment=instalment,
        runs=_in_sequence(runs),
        milestones=milestones,
        split=bool(parts),
        episodes=counts.winner.count if counts.winner is not None else None,
        superseded=frozenset(claim_id for result in weighed for claim_id in result.superseded),
        disputes=tuple(result.dispute for result in weighed if result.dispute),
    )


def _milestones(
    by_kind: Mapping[str, list[Claim]], as_of: dt.date, previous: Season | None, weighed: list[Weighed]
) -> dict[str, Claim]:
    """Weigh each production milestone that has been reached: a filming due to begin has not begun."""
    came = previous.first.premiere if previous is not None else None
    reached: dict[str, Claim] = {}
    for kind in MILESTONES:
        claims = [claim for claim in by_kind.get(kind, ()) if claim.value is None or claim.value.start <= as_of]
        if not claims:
            continue
        began = reached.get("filming-started")
        result = weigh_fact(
            claims,
            not_before=began.value.start if kind == "filming-wrapped" and began and began.value else None,
            rather_after=came.start if kind == "filming-wrapped" and came else None,
        )
        weighed.append(result)
        if result.winner is not None:
            reached[kind] = result.winner
    return reached


def _claims_of_part(by_kind: Mapping[str, list[Claim]], part: Instalment, parts: int) -> dict[str, list[Claim]]:
    """The claims about one run: those that name it, and those about its season that mean it."""

    def meant(claim: Claim, default: int) -> bool:
        named = [i.part for i in claim.instalments if i.season == part.season]
        return any((number or default) == part.part for number in named)

    first, last = (1, parts) if parts else (0, 0)
    return {
        kind: [claim for claim in by_kind.get(kind, ()) if meant(claim, last if kind == "finale" else first)]
        for kind in ("premiered", "finale", *_PLANS)
    }


def _run(
    instalment: Instalment,
    label: str | None,
    claims: Mapping[str, list[Claim]],
    release: str | None,
    as_of: dt.date,
    weighed: list[Weighed],
) -> Run:
    premieres = [claim for claim in claims["premiered"] if claim.value is not None]
    came = weigh_fact([claim for claim in premieres if claim.value and claim.value.start <= as_of])
    # A premiere that lies ahead is an announced date, whatever the claim calls it.
    ahead = [claim for claim in premieres if claim.value and claim.value.start > as_of]
    plans = weigh_plans([*ahead, *(claim for kind in _PLANS for claim in claims[kind])])
    premiere = came.winner.value if came.winner is not None else None
    finale = weigh_fact(claims["finale"], not_before=premiere.start if premiere else None)
    weighed += [came, plans if premiere is None else NOTHING, finale]

    plan = plans.winner
    presumed = premiere is None and plan is not None and plan.value is not None and _day_came(plan.value, as_of)
    if presumed and plan is not None and plan.value is not None:
        premiere = on_day(plan.value.start)
    last_day = finale.winner.value if finale.winner is not None else None
    return Run(
        instalment=instalment,
        label=label,
        premiere=premiere,
        premiere_claim=came.winner,
        presumed=presumed,
        finale=last_day,
        complete_from=_complete_from(premiere, last_day, release, instalment.kind),
        plan=plan,
    )


def _day_came(date: PartialDate, as_of: dt.date) -> bool:
    return date.is_day and date.start <= as_of


def _complete_from(
    premiere: PartialDate | None, finale: PartialDate | None, release: str | None, kind: str
) -> dt.date | None:
    if premiere is None:
        return None
    if finale is not None:
        return finale.last + ONE_DAY
    at_once = release == "all" or kind != "season"
    return premiere.last + (ONE_DAY if at_once else WEEKLY_RUN)


def _in_sequence(runs: list[Run]) -> tuple[Run, ...]:
    """Close each part that the premiere of the next one shows to be out."""
    closed = list(runs)
    for index in range(len(runs) - 2, -1, -1):
        following = closed[index + 1].premiere
        if following is not None:
            closed[index] = _out_by(closed[index], following.start)
    return tuple(closed)


def _closed_by(season: Season, day: dt.date) -> Season:
    """Close a season that a later season's premiere shows to be out."""
    from dataclasses import replace

    return replace(season, runs=tuple(_out_by(run, day) for run in season.runs))


def _out_by(run: Run, day: dt.date) -> Run:
    from dataclasses import replace

    if run.complete_from is not None and run.complete_from <= day:
        return run
    return replace(run, complete_from=day)
