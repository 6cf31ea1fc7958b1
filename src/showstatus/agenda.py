"""What falls into a stretch of days: premieres and finales on certain days, and the chance of what is estimated.

Pure, from the spans of shows. Ranges of days are half-open.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from showstatus.dates import ONE_DAY
from showstatus.spans import Span

Row = Mapping[str, Any]
"""A show as a row of `list`."""
GROUPS = (
    "on now", "this week", "this month", "later this year", "next year", "some day", "not decided",
    "ended or decided against",
)  # fmt: skip
"""The groups of a list, in order. “This week” is the day asked about and the six days behind it."""
_AGAINST = ("cancelled", "ended", "limited")
_OPEN = ("pending", "unknown")


@dataclass(frozen=True, slots=True)
class Event:
    """Something that falls on a certain day."""

    day: dt.date
    what: str
    """``premiere`` or ``finale``; what comes all at once has a premiere only."""
    show: Row
    span: Span


@dataclass(frozen=True, slots=True)
class Chance:
    """How likely what is estimated is to come within a stretch of days."""

    show: Row
    span: Span
    probability: float
    """From 0 to 1."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """What falls into a stretch of days."""

    start: dt.date
    end: dt.date
    events: tuple[Event, ...]
    """By day."""
    chances: tuple[Chance, ...]
    """The likeliest first."""
    odds: Mapping[dt.date, float]
    """By day, how likely it is that any of what is estimated comes on it, each taken to come by itself."""


def agenda(shows: Iterable[tuple[Row, Sequence[Span]]], start: dt.date, end: dt.date, as_of: dt.date) -> Agenda:
    """What falls into the days from `start` until before `end`, by what was known on `as_of`."""
    events: list[Event] = []
    chances: list[Chance] = []
    days = [start + ONE_DAY * number for number in range((end - start).days)]
    none = dict.fromkeys(days, 1.0)
    for show, spans in shows:
        for span in spans:
            if span.what == "window":
                probability = chance(span.quantiles, start, end, as_of)
                if probability > 0:
                    chances.append(Chance(show, span, probability))
                    for day in days:
                        none[day] *= 1 - chance(span.quantiles, day, day + ONE_DAY, as_of)
            else:
                events += [event for event in _events(show, span) if start <= event.day < end]
    return Agenda(
        start,
        end,
        tuple(sorted(events, key=lambda event: (event.day, _name(event.show), event.what))),
        tuple(sorted(chances, key=lambda one: (-one.probability, _name(one.show)))),
        {day: 1 - probability for day, probability in none.items()},
    )


def chance(quantiles: Mapping[str, dt.date], start: dt.date, end: dt.date, as_of: dt.date) -> float:
    """How likely a day that is spread by these quantiles falls into [start, end).

    Between two quantiles the probability is spread evenly, and so it is from `as_of` to the lowest. Behind the highest
    nobody knows where it falls: it is in no range.
    """
    return max(_until(quantiles, end, as_of) - _until(quantiles, start, as_of), 0.0)


def _until(quantiles: Mapping[str, dt.date], day: dt.date, as_of: dt.date) -> float:
    """The probability of all days before `day`."""
    if day <= as_of:
        return 0.0
    below_level, below_day = 0.0, as_of
    for level, until in sorted((float(level), last + ONE_DAY) for level, last in quantiles.items()):
        if day < until:
            return below_level + (level - below_level) * ((day - below_day) / (until - below_day))
        below_level, below_day = level, until
    return below_level


def group(row: Row, as_of: dt.date) -> str:
    """The one of `GROUPS` that a row of a list belongs to: by its day, or the median of its window."""
    if row["stage"] == "airing":
        return "on now"
    if row["next_kind"] is None:
        if row["decision"] in _AGAINST:
            return "ended or decided against"
        return "not decided" if row["decision"] in _OPEN else "some day"
    told = row["date"] or row["window_median"]
    if told is None:
        return "some day"
    day = dt.date.fromisoformat(told)
    if day < as_of + 7 * ONE_DAY:
        return "this week"
    if (day.year, day.month) == (as_of.year, as_of.month):
        return "this month"
    return {0: "later this year", 1: "next year"}.get(day.year - as_of.year, "some day")


def _events(show: Row, span: Span) -> list[Event]:
    if span.what == "filming":
        return []
    first, last = span.start, span.end - ONE_DAY
    if span.what == "announced":
        return [Event(first, "premiere", show, span)] if span.starts_on_day else []
    if span.starts_on_day and span.ends_on_day and first == last:
        return [Event(first, "premiere", show, span)]
    ends = [Event(last, "finale", show, span)] if span.ends_on_day else []
    return ([Event(first, "premiere", show, span)] if span.starts_on_day else []) + ends


def _name(show: Row) -> str:
    return f"{show['title']} {show['qualifier'] or ''}".casefold()
