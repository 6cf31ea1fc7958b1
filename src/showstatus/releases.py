"""What of a show belongs in a calendar: each instalment with its day, or the window in which it is likely to come.

Pure. What comes is in it, what came within the last year, and what was cancelled within the last year, with the day or
window it had on the day before. A season that stands behind another one is in it only once something is announced: an
estimate knows nothing yet of the season that comes first. Ranges of days are half-open.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from showstatus.claims import Claim, Instalment
from showstatus.dates import ONE_DAY, PartialDate
from showstatus.forecast.estimate import estimate
from showstatus.forecast.window import Forecast
from showstatus.ledger.book import Entry
from showstatus.names import slug_for
from showstatus.report import Next, Report
from showstatus.runs import Run
from showstatus.status import Status, official_date, status

KEPT_DAYS = 365
"""How long a premiere or a cancellation stays in a calendar, in days."""
_TAKES_BACK = ("cancelled", "ended", "final-season", "limited", "withdrawn")
"""Kinds of claims that may take an order back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One instalment, and when it comes."""

    instalment: Instalment
    label: str | None
    """What a part is called: “Volume 2”."""
    start: dt.date
    end: dt.date
    estimated: bool
    """Whether the range is an estimate; otherwise it is the day that was announced or on which it came."""
    official: PartialDate | None
    """What was announced, as it was said."""
    window: Forecast | None
    claim: Claim | None
    """The claim behind the day, the announcement, the order or the cancellation."""
    presumed: bool
    """Whether an announced day has passed and nobody confirmed that it was kept."""
    cancelled: bool = False
    revision: int
    """How often it may have moved: it rises with every claim that can move it and with every announcement missed, and
    never falls as days go by or claims are added, whatever day they speak of."""

    @property
    def key(self) -> str:
        """A name of the instalment within its show that outlives every change of date: “season-2”.

        A season that turns out to come in parts is thereby its first part.
        """
        one = self.instalment
        if one.kind != "season":
            return f"{one.kind}-{slug_for(one.title)}"
        return f"season-{one.number}-part-{one.part}" if one.part > 1 else f"season-{one.number}"


def releases(entry: Entry, as_of: dt.date, known: Report | None = None) -> tuple[Release, ...]:
    """The releases of one show as of a day, by instalment; each instalment stands in it once.

    `known` is the show's report of that day, where one was made: its estimate need not be made again.
    """
    stand = known.status if known is not None else status(entry.show, entry.claims, as_of)
    revision = _revision(entry.claims, as_of)
    found = {one.key: one for one in _cancelled(entry, stand, revision)}
    estimated = known.next if known is not None else None
    found |= {one.key: one for one in _standing(entry, stand, revision, estimated)}
    return tuple(sorted(found.values(), key=lambda one: one.instalment))


def _standing(entry: Entry, stand: Status, revision: int, known: Next | None = None) -> Iterator[Release]:
    """What came lately, runs or comes."""
    since = _days_before(stand.as_of)
    first = _first_to_come(stand)
    for instalment in dict.fromkeys([*stand.seasons, *stand.orders, *([stand.next] if stand.next else [])]):
        season = stand.season_of(instalment)
        awaited = instalment in stand.orders or instalment == stand.next
        turn = instalment.kind != "season" or instalment.season == first
        for run in season.runs if season is not None else (None,):
            came = run.premiere if run is not None else None
            told = turn or (run is not None and run.official is not None)
            if awaited and told if came is None else came.is_day and since <= came.start:
                made = _release(entry, stand, run or instalment, revision, known)
                if made is not None:
                    yield made


def _first_to_come(stand: Status) -> Instalment | None:
    """The first season of which some of what is ordered has not come."""
    waiting = [*stand.orders, *([stand.next.season] if stand.next is not None else [])]
    for instalment in sorted(waiting):
        season = stand.season_of(instalment)
        if instalment.kind == "season" and (season is None or any(run.premiere is None for run in season.runs)):
            return instalment
    return None


def _release(
    entry: Entry, stand: Status, subject: Run | Instalment, revision: int, known: Next | None
) -> Release | None:
    """One instalment with its day, or else with its estimate; None where nothing can be said of when."""
    run, instalment = (subject, subject.instalment) if isinstance(subject, Run) else (None, subject)
    day = official_date(run) if run is not None else None
    window = None
    if day is None:
        same = known is not None and known.instalment == instalment
        window = known.window if known is not None and same else estimate(entry, stand, instalment)
    span = day or window
    if span is None:
        return None
    return Release(
        instalment=instalment,
        label=run.label if run is not None else None,
        start=span.start,
        end=span.end,
        estimated=day is None,
        official=run.official if run is not None else None,
        window=window,
        claim=((run.premiere_claim or run.plan) if run is not None else None) or stand.orders.get(instalment.season),
        presumed=run.presumed if run is not None else False,
        revision=revision,
    )


def _cancelled(entry: Entry, stand: Status, revision: int) -> Iterator[Release]:
    """What was ordered until a claim of the last year took it back, as it stood on the day before."""
    since = _days_before(stand.as_of)
    taken = [c for c in entry.claims if c.kind in _TAKES_BACK and since <= c.counts_from <= stand.as_of]
    for claim in sorted(taken, key=lambda claim: (claim.counts_from, claim.id)):
        before = status(entry.show, entry.claims, claim.counts_from - ONE_DAY)
        for one in _standing(entry, before, revision):
            season = stand.season_of(one.instalment)
            gone = one.instalment.season in before.orders and one.instalment.season not in stand.orders
            if gone and not (season is not None and season.aired(stand.as_of)):
                yield replace(one, cancelled=True, claim=claim)


def _revision(claims: Iterable[Claim], as_of: dt.date) -> int:
    moving = [c for c in claims if c.counts_from <= as_of and (c.rule.nature != "detail" or c.kind == "split")]
    missed = [c for c in moving if c.rule.nature == "plan" and c.value is not None and c.value.end <= as_of]
    return len(moving) + len(missed)


def _days_before(as_of: dt.date) -> dt.date:
    return as_of - dt.timedelta(KEPT_DAYS) if as_of.toordinal() > KEPT_DAYS else dt.date.min
