"""What the lags may know of an instalment: its milestones, this show's own lags, and the official window.

Pure: everything comes from a `Status`, which holds only what was known on its day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from showstatus.claims import Claim, Instalment
from showstatus.dates import PartialDate
from showstatus.forecast.features import OwnLag
from showstatus.forecast.kinds import FILMING, ORDERS
from showstatus.ledger.book import Entry
from showstatus.seasons import Season
from showstatus.spoken import say
from showstatus.status import Status


@dataclass(frozen=True)
class Anchor:
    """A dated fact that a lag runs from: filming-wrapped, filming-started, renewed, or the previous premiere."""

    kind: str
    day: dt.date  # the middle of what is known
    spread_days: int  # the width of what is known: 1 for a day, 30 for a month
    words: str  # the date as a person says it: "2 December 2022"


@dataclass(frozen=True)
class LagCase:
    """What an estimate by lags may know of a show; open ends of `official` are `date.min` and `date.max`."""

    platform: str | None
    genres: tuple[str, ...]
    release: str | None
    own: tuple[OwnLag, ...]
    anchors: tuple[Anchor, ...]
    official: tuple[dt.date, dt.date] | None
    silent_until: dt.date | None = None
    """The last day by which it is known that it had not come; None: by the day of asking."""


def lag_case(entry: Entry, stand: Status, subject: Instalment) -> LagCase:
    """What is known of one instalment that has not come yet."""
    show, looked = entry.show, looked_until(entry, stand)
    run = stand.run_of(subject)
    official = run.official if run is not None and not run.overdue(looked or stand.as_of) else None
    return LagCase(
        platform=show.platform,
        genres=show.genres,
        release=show.release,
        own=tuple(own_lags(stand)),
        anchors=tuple(_anchors(stand, subject)),
        official=(official.start, official.end) if official is not None else None,
        silent_until=looked,
    )


def looked_until(entry: Entry, stand: Status) -> dt.date | None:
    """The day to which what is known reaches, where that is before the day of `stand`: nothing was looked up since.

    It is the `checked` day of the registries and sources, or the day of the newest claim. None where nothing tells.
    """
    if entry.checked is None or entry.checked >= stand.as_of:
        return None
    newest = max([entry.checked, *(claim.said_on for claim in stand.known)])
    return newest if newest < stand.as_of else None


def _anchors(stand: Status, subject: Instalment) -> Iterator[Anchor]:
    if subject.part > 1:
        return  # the pause between two parts is planned; only what was announced tells of it
    before = [s for s in _seasons(stand) if subject.kind != "season" or s.instalment.number < subject.number]
    premiere = next((s.first.premiere for s in reversed(before) if s.first.premiere is not None), None)
    if premiere is not None:
        yield _anchor("premiere", premiere)
    order = stand.orders.get(subject.season)
    if order is not None and order.kind in ORDERS and order.on is not None:
        yield _anchor("renewed", order.on)
    season = stand.season_of(subject)
    for kind in FILMING:
        when = _when(season.milestones.get(kind)) if season is not None else None
        if when is not None:
            yield _anchor(kind, when)


def own_lags(stand: Status) -> Iterator[OwnLag]:
    """How long this show took before: from filming, and from one premiere to the next."""
    previous: Season | None = None
    for season in _seasons(stand):
        came = season.first.premiere
        if came is None:
            continue
        if previous is not None and previous.first.premiere is not None:
            yield OwnLag("premiere", season.instalment.number, (came.middle - previous.first.premiere.middle).days)
        for kind in FILMING:
            when = _when(season.milestones.get(kind))
            if when is not None and when.middle < came.middle:
                yield OwnLag(kind, season.instalment.number, (came.middle - when.middle).days)
        previous = season


def _seasons(stand: Status) -> list[Season]:
    return [season for instalment, season in stand.seasons.items() if instalment.kind == "season"]


def _anchor(kind: str, date: PartialDate) -> Anchor:
    return Anchor(kind, date.middle, min(date.days, 366), say(date))


def _when(claim: Claim | None) -> PartialDate | None:
    return None if claim is None else claim.value or claim.on
