"""Shows on one time line: seasons as numbered blocks, filming as a line, estimates as shaded bands, and today."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment
from rich.style import Style
from rich.table import Table
from rich.text import Text

from showstatus.dates import ONE_DAY
from showstatus.spans import Span
from showstatus.spoken import say_day, say_months, say_range
from showstatus.views.axis import Axis
from showstatus.views.plain import one_line
from showstatus.views.rows import Row, name_of, next_of, when_of
from showstatus.views.timeline_bar import ASCII_SHADES, SHADES, depth
from showstatus.views.wording import DECISION_STYLES, decision_words


class _Signs(NamedTuple):
    """How each thing is drawn."""

    block: str
    filming: str
    announced: str
    day: str
    upright: str
    line: str
    mark: str
    shades: Sequence[str]


_SIGNS = _Signs("█", "━", "┄", "◆", "│", "─", "▲", SHADES)
_ASCII_SIGNS = _Signs("#", "-", "~", "*", "|", "-", "^", ASCII_SHADES)
_BLOCK, _FILMING, _WINDOW, _DAY = Style(bold=True), Style(color="yellow"), Style(color="green"), Style(color="magenta")
_DIM = Style(dim=True)
_DEEDS = {"season": "on air", "filming": "filming", "announced": "announced", "window": "estimated"}


Told = Sequence[tuple[Row, Sequence[Span]]]
"""Shows, each with its spans."""


def timeline(rows: Told, start: dt.date, end: dt.date, as_of: dt.date) -> RenderableType:
    """The time lines of shows over the days from `start` until before `end`; a line of text where there are none."""
    return Timelines(rows, start, end, as_of) if rows else Text("No show fits.")


class Timelines:
    """For each show a line of words and its picture; below them the axis that all share, and what the signs mean."""

    def __init__(self, rows: Told, start: dt.date, end: dt.date, as_of: dt.date) -> None:
        self._rows = rows
        self._start = start
        self._days = (end - start).days
        self._as_of = as_of

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw them as wide as there is room."""
        signs = _ASCII_SIGNS if options.ascii_only else _SIGNS
        axis = Axis(self._start, self._days, options.max_width)
        for row, spans in self._rows:
            yield _words(row)
            yield from _segments(_picture(spans, axis, signs, self._as_of))
        yield from _segments([(sign, _DIM) for sign in _ruler(axis, signs, self._as_of)])
        yield Segment(axis.scale(), _DIM)
        yield Segment.line()
        told = _legend([span for _, spans in self._rows for span in spans], signs)
        yield from (Text(line, style="dim", overflow="fold") for line in _packed(told, options.max_width))


def spans_table(spans: Sequence[Span]) -> RenderableType:
    """The spans of one show in words, so that the picture holds nothing that is not said."""
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for heading in ("What", "Days"):
        table.add_column(heading, overflow="fold")
    for span in spans:
        label = f", “{span.label}”" if span.label else ""
        what = one_line(f"{span.instalment}{label}: {_DEEDS[span.what]}")
        exact = span.starts_on_day and span.ends_on_day
        days = say_range(span.start, span.end) if exact else _roughly(span)
        table.add_row(Text(f"{what[:1].upper()}{what[1:]}"), Text(days))
    return table


def _roughly(span: Span) -> str:
    """A span of which an end is not exact: the day that is known, and the month of the other."""
    if span.starts_on_day:
        return f"from {say_day(span.start)} until about {say_months(span.end - ONE_DAY, span.end)}"
    return f"about {say_months(span.start, span.end)}"


def _words(row: Row) -> Text:
    text = Text(name_of(row), style="bold", overflow="fold")
    if row["platform"]:
        text.append(f" · {one_line(row['platform'])}", style="not bold")
    text.append(f" · {decision_words(row['decision'])}", style=f"not bold {DECISION_STYLES[row['decision']]}")
    told = ", ".join(words for words in (next_of(row), when_of(row)) if words)
    return text.append(f" · {told}", style="not bold") if told else text


Cell = tuple[str, Style]


def _picture(spans: Sequence[Span], axis: Axis, signs: _Signs, as_of: dt.date) -> list[Cell]:
    cells: list[Cell] = [(" ", Style.null())] * axis.width
    today = axis.cell(as_of)
    if 0 <= today < axis.width:
        cells[today] = (signs.upright, _DIM)
    in_layers = sorted(spans, key=lambda span: ("window", "announced", "filming", "season").index(span.what))
    for number, span in enumerate(in_layers):
        covered = axis.cells(span.start, span.end)
        if span.what == "window":
            _shade(cells, span, axis, signs)
        elif span.what == "season":
            following = in_layers[number + 1 : number + 2]
            _block(cells, span, covered, axis.cell(following[0].start) if following else axis.width, signs)
        elif span.what == "announced" and span.starts_on_day:
            _put(cells, covered, signs.day, _DAY)
        else:
            sign, style = (signs.filming, _FILMING) if span.what == "filming" else (signs.announced, _WINDOW)
            for cell in covered:
                # What was announced for a stretch is the ground on which the estimate is shaded.
                if span.what == "filming" or cells[cell][0] in " │|":
                    cells[cell] = (sign, style)
    return cells


def _shade(cells: list[Cell], span: Span, axis: Axis, signs: _Signs) -> None:
    """The bands of the estimate; at least the cell of its median."""
    for cell in range(axis.width):
        deep = depth(span.quantiles, axis.middle(cell))
        if deep >= 0:
            cells[cell] = (signs.shades[deep], _WINDOW)
    _put(cells, axis.cells(span.quantiles["0.5"], span.quantiles["0.5"] + ONE_DAY), signs.shades[2], _WINDOW)


def _block(cells: list[Cell], span: Span, covered: range, room: int, signs: _Signs) -> None:
    """A block that begins with the number of its season, if that fits before the next one; a later part has none."""
    for cell in covered:
        cells[cell] = (signs.block, _BLOCK)
    name = {"special": "S", "film": "F"}.get(span.instalment.kind, str(span.instalment.number))
    if span.instalment.part <= 1 and covered and covered.start + len(name) <= room:
        _put(cells, range(covered.start, covered.start + len(name)), name, _BLOCK)


def _put(cells: list[Cell], where: range, text: str, style: Style) -> None:
    for cell, sign in zip(where, itertools.cycle(text), strict=False):
        cells[cell] = (sign, style)


def _ruler(axis: Axis, signs: _Signs, as_of: dt.date) -> list[str]:
    today = axis.cell(as_of)
    return [signs.mark if cell == today else signs.line for cell in range(axis.width)]


def _segments(cells: Sequence[Cell]) -> Iterator[Segment]:
    for style, run in itertools.groupby(cells, key=lambda cell: cell[1]):
        yield Segment("".join(sign for sign, _ in run), style)
    yield Segment.line()


def _legend(spans: Sequence[Span], signs: _Signs) -> list[str]:
    """What the signs mean that are drawn."""
    drawn: set[Any] = {(span.what, span.starts_on_day and span.what == "announced") for span in spans}
    meanings = [
        (("season", False), f"1{signs.block} a season on air"),
        (("filming", False), f"{signs.filming * 2} filming"),
        (("window", False), f"{''.join(signs.shades[:3])} estimated, likelier the darker"),
        (("announced", True), f"{signs.day} an announced day"),
        (("announced", False), f"{signs.announced * 2} announced"),
    ]
    told = [words for key, words in meanings if key in drawn]
    if any(span.what == "season" and span.instalment.kind != "season" for span in spans):
        told.append("S a special, F a film")
    return [*told, f"{signs.mark} today"]


def _packed(phrases: Sequence[str], width: int) -> Iterator[str]:
    """As many phrases on a line as fit, none of them broken."""
    line = ""
    for phrase in phrases:
        if line and len(line) + 3 + len(phrase) > width:
            yield line
            line = ""
        line += f"   {phrase}" if line else phrase
    yield line
