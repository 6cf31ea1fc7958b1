"""A small bar on a time line: where between today and the end of the window the premiere is likely to fall."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment
from rich.style import Style

from showstatus.countdown import DAYS_IN_MONTH
from showstatus.spoken import MONTHS

_SHADES = ("░", "▒", "▓", "█")
_ASCII_SHADES = (".", ":", "=", "#")
_LABEL = 5
"""Cells that a label takes, with the space behind it."""
_BANDS = (("0.05", "0.95"), ("0.1", "0.9"), ("0.25", "0.75"))


def month_scale(as_of: dt.date, days: int, width: int) -> str:
    """Months under the cells in which they begin, as many as fit; a January is told by its year."""
    text = [" "] * width
    per_cell = days / width
    step = next((step for step in (1, 2, 3, 6) if step * DAYS_IN_MONTH / per_cell >= _LABEL), 12)
    first = as_of.year * 12
    for months in range(first, min(first + 12 * (2 + days // 365), 12 * (dt.MAXYEAR + 1)), step):
        year, month = divmod(months, 12)
        start = dt.date(year, month + 1, 1)
        cell = int((start - as_of).days / per_cell)
        label = str(year) if month == 0 else MONTHS[month][:3]
        if start > as_of and cell <= width - len(label):
            text[cell : cell + len(label)] = label
    return "".join(text).rstrip()


class TimelineBar:
    """The quantiles of a window drawn from `as_of` to a little behind the last one; the darkest cell is the median."""

    def __init__(self, quantiles: Mapping[str, dt.date], as_of: dt.date) -> None:
        self._quantiles = quantiles
        self._as_of = as_of

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw it on two lines: the bar, and the months under it."""
        ascii_only = options.ascii_only
        width = max(1, min(options.max_width, 64))
        cells = self._cells(width)
        shades = _ASCII_SHADES if ascii_only else _SHADES
        line = "-" if ascii_only else "─"
        for shade in cells:
            yield Segment(line if shade < 0 else shades[shade], Style(dim=True) if shade < 0 else Style(color="green"))
        yield Segment.line()
        yield Segment(month_scale(self._as_of, self._days(), width), Style(dim=True))
        yield Segment.line()

    def _days(self) -> int:
        return max((self._quantiles["0.95"] - self._as_of).days * 11 // 10, 30)

    def _cells(self, width: int) -> Iterator[int]:
        """The shade of each cell, -1 for none."""
        per_cell = self._days() / width
        middle = int((self._quantiles["0.5"] - self._as_of).days / per_cell)
        for cell in range(width):
            day = self._as_of.toordinal() + int((cell + 0.5) * per_cell)
            shade = -1
            for depth, (low, high) in enumerate(_BANDS):
                if self._quantiles[low].toordinal() <= day <= self._quantiles[high].toordinal():
                    shade = depth
            yield 3 if cell == middle else shade
