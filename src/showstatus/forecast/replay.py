"""The registry's own past: its shows as they were observed, and each earlier forecast beside what came of it.

Pure. A forecast is replayed by the status on its day, so it knows what the registry's claims say was known then.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from showstatus.claims import Instalment
from showstatus.dates import LAST_DAY
from showstatus.forecast.case import SCRIPTED, case_of, seasons_of, subject_of
from showstatus.forecast.engine import MEDIAN, Engine, interval
from showstatus.forecast.features import Milestone
from showstatus.forecast.kinds import ORDERS, PLANS, PRODUCTION, TOLD
from showstatus.forecast.origins import ObservedShow, Production
from showstatus.forecast.spellings import country_code, genre_names, language_code, platform_name, show_type
from showstatus.ledger.book import Entry
from showstatus.status import Status, status

LEVEL = 0.8
"""The interval that a replayed forecast is judged by."""
MOMENTS = ("finale", *TOLD)
"""The moments at which a forecast is replayed: the season before ended, or a milestone became known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """What would have been forecast on a day, and what came."""

    slug: str
    title: str
    season: int
    moment: str
    """One of `MOMENTS`: what had just become known."""
    as_of: dt.date
    start: dt.date
    end: dt.date
    """First and last day of the interval, both included."""
    median: dt.date
    truth: dt.date
    dated: bool
    """Whether the very day was announced by then: such a forecast is no feat."""

    @property
    def inside(self) -> bool:
        """Whether the season came inside the interval."""
        return self.start <= self.truth <= self.end

    @property
    def error_days(self) -> int:
        """The truth minus the median: positive where it came later than said."""
        return (self.truth - self.median).days


def observed_of(entry: Entry, stand: Status) -> ObservedShow:
    """A show of the registry, as far as its seasons had come on the day of `stand`."""
    show = entry.show
    country, genres = country_code(show.country), genre_names(show.genres)
    return ObservedShow(
        id=show.slug,
        title=show.display,
        platform=platform_name(show.platform),
        country=country,
        type=show_type(None, genres) or SCRIPTED,
        language=language_code(None, country),
        genres=genres,
        seasons=tuple(sorted(seasons_of(entry, stand), key=lambda season: season.premiere)),
    )


def productions_of(entry: Entry, stand: Status) -> Iterator[Production]:
    """How each season after the first came to be, with the days on which its milestones were known."""
    observed = observed_of(entry, stand)
    for instalment, season in stand.seasons.items():
        premiere = season.first.premiere
        if instalment.kind != "season" or instalment.number < 2 or premiere is None or not premiere.is_day:
            continue
        told = list(_told(stand, instalment))
        if told:
            yield Production(show=observed, season=instalment.number, told=tuple(told), premiere=premiere.start)


def _told(stand: Status, instalment: Instalment) -> Iterator[tuple[dt.date, Milestone]]:
    """The milestones of a season, each with the day on which it was known; what lost a dispute is left out."""
    number = instalment.number
    for claim in stand.known:
        about = [named.season for named in claim.instalments]
        if instalment not in about or claim.id not in stand.counted or claim.on is None:
            continue
        if claim.kind in ORDERS:
            yield claim.said_on, Milestone("renewed", number, claim.on.start, claim.on.end)
        elif claim.kind in PRODUCTION:
            when = claim.value or claim.on
            yield max(claim.said_on, when.middle), Milestone(claim.kind, number, when.start, when.end)
        elif claim.kind in PLANS and claim.value is not None:
            day = claim.value.is_day
            kind = "date-announced" if day else "window-announced" if claim.value.end < LAST_DAY else "delayed"
            yield claim.said_on, Milestone(kind, number, claim.value.start, claim.value.end)


def replays(entry: Entry, stand: Status, engine: Engine) -> Iterator[Replay]:
    """Every forecast of every season after the first that has come by the day of `stand`, oldest first."""
    show = entry.show
    ends = {season.number: season.end for season in seasons_of(entry, stand)}
    for instalment, season in stand.seasons.items():
        premiere = season.first.premiere
        if instalment.kind != "season" or premiere is None or not premiere.is_day or season.first.presumed:
            continue
        for day, moment in _moments(stand, instalment, ends.get(instalment.number - 1)):
            if day >= premiere.start:
                continue
            then = status(show, entry.claims, day)
            coming = subject_of(show, then, instalment.number).instalment
            if coming is None:
                continue
            case = case_of(entry, then, coming)
            spread = engine.distribution(case, day)
            start, end = interval(spread, LEVEL)
            yield Replay(
                slug=show.slug,
                title=show.display,
                season=instalment.number,
                moment=moment,
                as_of=day,
                start=start,
                end=end,
                median=spread.quantile(MEDIAN),
                truth=premiere.start,
                dated=any(one.kind == "date-announced" for one in case.milestones),
            )


def _moments(stand: Status, instalment: Instalment, ended: dt.date | None) -> list[tuple[dt.date, str]]:
    """The days on which something new was known of a season: the first of each kind, in order."""
    days = {"finale": ended} if ended is not None else {}
    for day, milestone in sorted(_told(stand, instalment), key=lambda told: told[0]):
        days.setdefault(milestone.kind, day)
    return sorted((day, moment) for moment, day in days.items())
