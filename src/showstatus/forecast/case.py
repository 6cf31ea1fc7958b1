"""What the model may know of a show on a day: a `Case` from a ledger entry and its status on that day.

Pure. A `Status` holds only what was known on its day, with one exception that is mended here: how many episodes a
season had stands in the registry without a day, and is taken to be known once that season is all out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from showstatus.claims import Claim, Instalment
from showstatus.dates import LAST_DAY, PartialDate
from showstatus.forecast.features import Case, Milestone, PastSeason
from showstatus.forecast.kinds import ORDERS, PRODUCTION
from showstatus.forecast.lag_case import looked_until, own_lags
from showstatus.forecast.spellings import country_code, genre_names, language_code, platform_name, show_type
from showstatus.ledger.book import Entry
from showstatus.seasons import Season
from showstatus.shows import Show
from showstatus.status import Status

SCRIPTED = "Scripted"
"""The type a show of a registry has unless its genres say otherwise."""
MOST_AT_ONCE = 3
"""How many seasons are ordered at once at most; where more are missing, the registry does not know them."""
FIRST_YEAR = 1900
"""A season number from here on is a year, and years may be left out."""
_OVER = ("cancelled", "ended", "limited")


@dataclass(frozen=True, slots=True)
class Subject:
    """What is to be forecast, or in a sentence why nothing can be."""

    instalment: Instalment | None
    why_not: str | None = None


def subject_of(show: Show, stand: Status, asked: int | None = None) -> Subject:
    """The instalment that a forecast of a show is about: what comes next, or the season that was asked for."""
    coming = _coming(stand) if asked is None else Instalment(asked)
    if coming is None:
        if stand.decision in _OVER:
            return Subject(None, f"{show.display} is over ({stand.decision}), so nothing is forecast.")
        if not stand.aired:
            return Subject(None, f"Nothing of {show.display} has premiered and nothing is on order.")
        coming = Instalment(max(stand.aired) + 1)
    if asked is None:
        coming = _first_of_several(stand, coming)
    why_not = _why_not(show, stand, coming)
    return Subject(None if why_not else coming, why_not)


def _coming(stand: Status) -> Instalment | None:
    """The first instalment on order that has not come."""
    if stand.next is not None and not _has_come(stand, stand.next):
        return stand.next
    return next((i for i in stand.orders if not _has_come(stand, i)), None)


def _first_of_several(stand: Status, coming: Instalment) -> Instalment:
    """The season itself, or one before it that has not come either: an order may name the later of two alone."""
    before = max((number for number in stand.aired if number < coming.number), default=None)
    if coming.kind != "season" or before is None or not before + 1 < coming.number <= before + MOST_AT_ONCE:
        return coming
    return Instalment(before + 1)


def _has_come(stand: Status, instalment: Instalment) -> bool:
    run = stand.run_of(instalment)
    return run is not None and run.aired(stand.as_of)


def _why_not(show: Show, stand: Status, coming: Instalment) -> str | None:
    name = f"{str(coming)[:1].upper()}{str(coming)[1:]} of {show.display}"
    run = stand.run_of(coming)
    if run is not None and run.premiere is not None:
        return f"{name} has premiered, so nothing is forecast."
    if coming.part > 1 and (run is None or run.official is None):
        return f"{name} comes after a planned pause that no other show tells of; nothing is announced."
    before = max((number for number in stand.aired if coming.kind != "season" or number < coming.number), default=None)
    if before is None:
        return f"{name} would be the first, and the model knows only what follows a season."
    if coming.kind == "season" and not coming.part and coming.number > before + 1:
        return f"{name} comes after season {before + 1}, which has not premiered; only the next one can be forecast."
    return None


def case_of(entry: Entry, stand: Status, coming: Instalment) -> Case:
    """What is known, on the day of `stand`, that bears on when an instalment comes."""
    show = entry.show
    country, genres = country_code(show.country), genre_names(show.genres)
    return Case(
        platform=platform_name(show.platform),
        country=country,
        type=show_type(None, genres) or SCRIPTED,
        language=language_code(None, country),
        genres=genres,
        seasons=_in_a_row(tuple(_past_seasons(entry, stand, coming))),
        milestones=tuple(sorted(_milestones(entry, stand, coming), key=lambda milestone: milestone.end)),
        own=tuple(own_lags(stand)),
        silent_until=looked_until(entry, stand),
    )


def _in_a_row(seasons: tuple[PastSeason, ...]) -> tuple[PastSeason, ...]:
    """The last seasons of which none between is missing: a gap across an unknown season is no gap."""
    start = len(seasons) - 1
    while start > 0 and (seasons[start].number >= FIRST_YEAR or seasons[start].number == seasons[start - 1].number + 1):
        start -= 1
    return seasons[max(start, 0) :]


def seasons_of(entry: Entry, stand: Status) -> tuple[PastSeason, ...]:
    """Every season that has premiered by the day of `stand`."""
    return tuple(_past_seasons(entry, stand, Instalment(0, 0, "film")))


# --- seasons that have come -------------------------------------------------------------------------------------


def _past_seasons(entry: Entry, stand: Status, coming: Instalment) -> Iterator[PastSeason]:
    for instalment, season in stand.seasons.items():
        premiere = season.first.premiere
        # Of a split season the first part is the season's premiere; a later part that is to come does not undo it.
        earlier = coming.kind != "season" or instalment.number < coming.number + (coming.part > 1)
        if instalment.kind == "season" and premiere is not None and season.aired(stand.as_of) and earlier:
            yield _past_season(entry, stand, season, min(premiere.middle, stand.as_of))


def _past_season(entry: Entry, stand: Status, season: Season, premiere: dt.date) -> PastSeason:
    finale = season.runs[-1].finale
    at_once = entry.show.release == "all" and not season.split
    end = None
    if finale is not None:
        end = max(finale.middle, premiere)
    elif at_once:
        end = premiere
    elif season.complete(stand.as_of):
        end = _last_known(season, premiere)
    episodes = season.episodes
    if episodes is None and season.complete(stand.as_of):
        counts = [c.count for c in entry.claims if c.kind == "episodes" and season.instalment in c.instalments]
        episodes = next((count for count in counts if count is not None), None)
    return PastSeason(season.instalment.number, premiere, end, episodes, _release_days(entry, season, end, episodes))


def _last_known(season: Season, premiere: dt.date) -> dt.date | None:
    """The premiere of the last part of a season whose finale nobody told; None where it was not split."""
    last = season.runs[-1].premiere
    return max(last.middle, premiere) if season.split and last is not None else None


def _release_days(entry: Entry, season: Season, end: dt.date | None, episodes: int | None) -> int | None:
    """On how many days episodes came out, as far as it is known."""
    premiere = season.first.premiere
    if premiere is None:
        return None
    if end is not None and end <= premiere.start:
        return 1
    if entry.show.release in ("all", "batches"):
        return max(len(season.runs), 1 if entry.show.release == "all" else 2)
    weeks = (end - premiere.start).days // 7 + 1 if end is not None else None
    known = [count for count in (weeks, episodes) if count is not None]
    return max(min(known), 1) if known else None


# --- milestones of what comes -----------------------------------------------------------------------------------


def _milestones(entry: Entry, stand: Status, coming: Instalment) -> Iterator[Milestone]:
    number = coming.number if coming.kind == "season" else None
    season = stand.season_of(coming)
    if coming.part <= 1:
        order = stand.orders.get(coming.season)
        if order is not None and order.kind in ORDERS and order.on is not None:
            yield Milestone("renewed", number, order.on.start, order.on.end)
        for kind in PRODUCTION:
            when = _when(season.milestones.get(kind)) if season is not None else None
            if when is not None:
                yield Milestone(kind, number, when.start, when.end)
    run = stand.run_of(coming)
    looked = looked_until(entry, stand) or stand.as_of  # what nobody looked for since is not known to be late
    if run is not None and run.plan is not None and run.official is not None and not run.overdue(looked):
        yield Milestone(_plan_kind(run.plan, run.official), number, run.official.start, run.official.end)


def _when(claim: Claim | None) -> PartialDate | None:
    return None if claim is None else claim.value or claim.on


def _plan_kind(claim: Claim, official: PartialDate) -> str:
    if official.is_day:
        return "date-announced"
    return "delayed" if claim.kind == "delayed" and official.end == LAST_DAY else "window-announced"
