"""The drawings of a show's page as values: where each bar, line and label stands, in per cent of the width.

A drawing stretches with the page while its text keeps its size, so positions are shares of the width and never
pixels; the templates turn them into inline SVG.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from showstatus.claims import Claim
from showstatus.countdown import DAYS_IN_MONTH
from showstatus.dates import FIRST_DAY, LAST_DAY, ONE_DAY
from showstatus.forecast.window import Forecast
from showstatus.report import Next, Report
from showstatus.seasons import Season
from showstatus.spoken import MONTHS, say_day
from showstatus.status import Status
from showstatus.views.wording import window_words

_APART = 9.0
"""How far apart two labels are at least, in per cent of the width: a phone shows no more side by side."""
_NARROWEST = 0.9
"""How wide a bar is at least, in per cent, so that one day is seen on a time line of years."""
_LONGEST = 6
"""How many characters a label over a bar may have: a film is named in the table."""
_HEIGHT = 100.0
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600)
"""Months between two labels of a scale."""
_FAR = dt.date(9000, 1, 1)
"""From here on no margin is added: the calendar ends."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of days: where it begins and how wide it is, in per cent; how high, of a hundred; what it is."""

    x: float
    width: float
    height: float
    kind: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """One day: where it stands, in per cent; its label, and to which side that is set (`start`, `middle`, `end`)."""

    x: float
    label: str
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Drawing:
    """Bars and marks along one stretch of time, and the same in words."""

    words: str
    bars: tuple[Bar, ...]
    lines: tuple[Bar, ...]
    ticks: tuple[Mark, ...]
    now: Mark | None
    middle: Mark | None = None


class _Scale:
    """Days from `start` to `end` as shares of the width."""

    def __init__(self, start: dt.date, end: dt.date) -> None:
        self.start = start
        self.days = max((end - start).days, 1)

    def x(self, day: dt.date) -> float:
        return round(100 * min(max((day - self.start).days / self.days, 0), 1), 2)

    def bar(self, start: dt.date, end: dt.date, height: float, kind: str, label: str = "") -> Bar:
        x = min(self.x(start), 100 - _NARROWEST)
        return Bar(x, max(round(self.x(end) - x, 2), _NARROWEST), round(height, 1), kind, label)

    def mark(self, day: dt.date, label: str) -> Mark:
        x = self.x(day)
        return Mark(x, label, "start" if x < 12 else "end" if x > 88 else "middle")


def window_drawing(report: Report) -> Drawing | None:
    """The probability of the days to come: the area of a bar is the share of probability that falls on its days."""
    coming = report.next
    window = coming.window if coming is not None else None
    if coming is None or window is None:
        return None
    end = window.quantiles["0.95"]
    scale = _Scale(report.as_of, end + dt.timedelta(max((end - report.as_of).days // 20, 7)) if end < _FAR else end)
    return Drawing(
        words=f"{window_words(window)}.",
        bars=tuple(_shares(scale, window)),
        lines=tuple(_announced(scale, coming)),
        ticks=tuple(_ticks(scale)),
        now=None,
        middle=scale.mark(window.median, say_day(window.median)),
    )


def _shares(scale: _Scale, window: Forecast) -> Iterator[Bar]:
    """Between each two quantiles a bar, its height the probability of a day there against that of the likeliest."""
    levels = sorted(window.quantiles, key=float)
    pairs = list(itertools.pairwise(levels))
    spans = [(float(low), float(high), window.quantiles[low], window.quantiles[high]) for low, high in pairs]
    per_day = [(high - low) / max((last - first).days, 1) for low, high, first, last in spans]
    for (low, high, first, last), density in zip(spans, per_day, strict=True):
        if first < last:
            kind = "half" if low >= 0.25 and high <= 0.75 else "most" if low >= 0.1 and high <= 0.9 else "rest"
            x = scale.x(first)
            yield Bar(x, round(scale.x(last) - x, 2), round(_HEIGHT * density / max(per_day), 1), kind)


def _announced(scale: _Scale, coming: Next) -> Iterator[Bar]:
    official = coming.official
    if official is not None and official.end > scale.start:
        yield scale.bar(official.start, official.end, 0, "announced")


def timeline_drawing(report: Report) -> Drawing | None:
    """The seasons as blocks, filming as a line under them, what is to come as a shaded stretch, and today."""
    stand = report.status
    blocks = list(_blocks(stand))
    if not blocks:
        return None
    window = report.next.window if report.next is not None else None
    days = [day for start, end, _, _ in blocks for day in (start, end)] + [stand.as_of]
    filming = [span for season in stand.seasons.values() if (span := _filming(season, stand.as_of)) is not None]
    days += [day for span in filming for day in span] + ([window.start, window.end] if window is not None else [])
    first, last = min(days), max(days)
    margin = dt.timedelta(max((last - first).days // 40, 15))
    scale = _Scale(first - margin, last + margin if last < _FAR else last)
    bars = [scale.bar(start, end, _HEIGHT, kind, label) for start, end, kind, label in blocks]
    if window is not None and report.next is not None:
        bars.append(scale.bar(window.start, window.end, _HEIGHT, "window", _short(report.next)))
    return Drawing(
        words="Time line: " + "; ".join(_told(season, stand.as_of) for season in stand.seasons.values()) + ".",
        bars=tuple(_spaced(sorted(bars, key=lambda bar: bar.x))),
        lines=tuple(scale.bar(start, end, 0, "filming") for start, end in filming),
        ticks=tuple(_ticks(scale)),
        now=scale.mark(stand.as_of, "today"),
    )


def _blocks(stand: Status) -> Iterator[tuple[dt.date, dt.date, str, str]]:
    """Each run that came or has a day: from its premiere until all of it is out."""
    for season in stand.seasons.values():
        name = str(season.instalment.number) if season.instalment.kind == "season" else season.instalment.title
        for run in season.runs:
            label = f"{name}.{run.instalment.part}" if run.instalment.part else name
            if run.premiere is not None:
                end = run.complete_from if run.complete_from is not None else run.premiere.end
                kind = "aired" if run.premiere.start <= stand.as_of else "dated"
                yield run.premiere.start, max(end, run.premiere.start + ONE_DAY), kind, label
            elif run.official is not None and run.official.is_day:
                yield run.official.start, run.official.end, "dated", label


def _filming(season: Season, as_of: dt.date) -> tuple[dt.date, dt.date] | None:
    """From the start of filming to its wrap, or until today while it goes on."""
    began, wrapped = (_when(season.milestones.get(kind)) for kind in ("filming-started", "filming-wrapped"))
    if wrapped is None and season.stage(as_of) == "filming":
        wrapped = as_of
    return (began, wrapped) if began is not None and wrapped is not None and began < wrapped else None


def _when(claim: Claim | None) -> dt.date | None:
    date = (claim.value or claim.on) if claim is not None else None
    return date.middle if date is not None and date.start > FIRST_DAY and date.end < LAST_DAY else None


def _short(coming: Next) -> str:
    one = coming.instalment
    number = f"{one.number}.{one.part}" if one.part else str(one.number)
    return number if one.kind == "season" else one.title


def _told(season: Season, as_of: dt.date) -> str:
    came = season.premiere
    if came is None:
        return f"{season.instalment} to come"
    return f"{season.instalment} {'from' if came.start <= as_of else 'on'} {say_day(came.start)}"


def _spaced(bars: Sequence[Bar]) -> Iterator[Bar]:
    """The same bars, without the labels that would touch the one before."""
    last = -_APART
    for bar in bars:
        middle = bar.x + bar.width / 2
        if bar.label and (middle - last < _APART / 2 or len(bar.label) > _LONGEST):
            yield Bar(bar.x, bar.width, bar.height, bar.kind)
        else:
            yield bar
            last = middle if bar.label else last


def _ticks(scale: _Scale) -> Iterator[Mark]:
    """Years under a long time line, months under a short one; no two labels touch."""
    months = scale.days / DAYS_IN_MONTH
    step = next((step for step in _STEPS if 100 * step / months >= 2 * _APART), _STEPS[-1])
    number = scale.start.year * 12 + scale.start.month
    for index in range(number + (-number % step), number + int(months) + 2, step):
        year, month = divmod(index, 12)
        if year > dt.MAXYEAR:
            return
        day = dt.date(year, month + 1, 1)
        x = scale.x(day)
        if day > scale.start and x < 100:
            label = str(year) if step >= 12 or month == 0 else MONTHS[month][:3]
            yield Mark(x, label, "end" if x > 94 else "start" if x < 5 else "middle")
