"""Rolling origins: the days in a show's past on which a forecast is replayed, each with what was known that day.

Pure. A `Trial` is one question with its truth. Its case holds only seasons that had begun and milestones that had been
told by its `as_of`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from showstatus.dates import add_months
from showstatus.forecast.engine import LONGEST_MONTHS
from showstatus.forecast.features import Case, Milestone, PastSeason

AFTER_THE_FINALE = {"finale": 0, "+3 months": 3, "+6 months": 6, "+12 months": 12, "+18 months": 18}
AT_MILESTONES = {"renewed": "renewal", "filming-started": "filming start", "filming-wrapped": "wrap"}
ORIGINS = (*AFTER_THE_FINALE, *AT_MILESTONES.values())
FIRST_YEAR, YEARS_TO_WATCH = 2016, 3
"""Origins from this year on; and how long a show has to be watched before its silence counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservedShow:
    """A show as it was observed: every season that has come, in order."""

    id: str
    title: str
    platform: str | None = None
    country: str | None = None
    type: str | None = None
    language: str | None = None
    genres: tuple[str, ...] = ()
    seasons: tuple[PastSeason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Production:
    """How one season came to be: its milestones with the day on which each was known, and its premiere."""

    show: ObservedShow
    season: int
    told: tuple[tuple[dt.date, Milestone], ...]
    premiere: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One replayed question."""

    origin: str
    show: str
    case: Case
    as_of: dt.date
    truth: dt.date | None
    """The premiere of the next season; None where none had come by `watched_until`."""
    watched_until: dt.date

    @property
    def last(self) -> PastSeason:
        """The newest season that had begun."""
        return self.case.seasons[-1]

    @property
    def last_end(self) -> dt.date:
        """The end of the newest season, as far as it is known."""
        return self.last.end or self.last.premiere

    @property
    def returned(self) -> bool:
        """Whether the next season came within the months on which quantiles are conditional."""
        return self.truth is not None and self.truth <= add_months(self.last.premiere, LONGEST_MONTHS)


def case_after(show: ObservedShow, seasons: Sequence[PastSeason], milestones: Sequence[Milestone] = ()) -> Case:
    """The case of a show of which these seasons have come."""
    return Case(
        platform=show.platform,
        country=show.country,
        type=show.type,
        language=show.language,
        genres=show.genres,
        seasons=tuple(seasons),
        milestones=tuple(milestones),
    )


def season_trials(show: ObservedShow, watched_until: dt.date) -> Iterator[Trial]:
    """The trials after each finale of a show; a next season counts where it came by `watched_until`.

    A season that ended after the next had begun is left out, as is one whose successor is missing in the data.
    """
    seasons = [season for season in show.seasons if season.premiere <= watched_until]
    for place, season in enumerate(seasons):
        end = season.end or season.premiere
        following = seasons[place + 1] if place + 1 < len(seasons) else None
        if following is not None and (following.premiere <= end or following.number != season.number + 1):
            continue
        if not FIRST_YEAR <= end.year <= watched_until.year - YEARS_TO_WATCH:
            continue
        truth = following.premiere if following is not None else None
        case = case_after(show, [*seasons[:place], replace(season, end=end)])
        for origin, months in AFTER_THE_FINALE.items():
            as_of = add_months(end, months)
            if truth is None or as_of < truth:
                yield Trial(
                    origin=origin, show=show.id, case=case, as_of=as_of, truth=truth, watched_until=watched_until
                )


def milestone_trials(made: Production, watched_until: dt.date) -> Iterator[Trial]:
    """The trials on the days on which a milestone of one season was known; a season's first of a kind counts."""
    done: set[str] = set()
    for day, milestone in sorted(made.told, key=lambda told: told[0]):
        origin = AT_MILESTONES.get(milestone.kind)
        seasons = [s for s in made.show.seasons if s.number < made.season and s.premiere <= day]
        whole = bool(seasons) and seasons[-1].number == made.season - 1
        if origin is None or origin in done or not whole or day >= made.premiere:
            continue
        done.add(origin)
        known = [one for known_on, one in made.told if known_on <= day]
        yield Trial(
            origin=origin,
            show=made.show.id,
            case=case_after(made.show, seasons, known),
            as_of=day,
            truth=made.premiere,
            watched_until=watched_until,
        )


def by_origin(trials: Iterable[Trial]) -> Mapping[str, list[Trial]]:
    """Trials by origin, in the order of `ORIGINS`; origins without a trial are left out."""
    found: dict[str, list[Trial]] = {origin: [] for origin in ORIGINS}
    for trial in trials:
        found[trial.origin].append(trial)
    return {origin: rows for origin, rows in found.items() if rows}
