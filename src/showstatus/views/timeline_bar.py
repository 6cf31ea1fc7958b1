"""A small bar on a time line: where between today and the end of the window the premiere is likely to fall."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment
from rich.style import Style

from showstatus.views.axis import Axis

SHADES = ("░", "▒", "▓", "█")
ASCII_SHADES = (".", ":", "=", "#")
_BANDS = (("0.05", "0.95"), ("0.1", "0.9"), ("0.25", "0.75"))


def depth(quantiles: Mapping[str, dt.date], ordinal: int) -> int:
    """How deep inside a window a day lies: 0 in the outer band, 2 in the middle half, -1 outside."""
    inside = -1
    for level, (low, high) in enumerate(_BANDS):
        if quantiles[low].toordinal() <= ordinal <= quantiles[high].toordinal():
            inside = level
    return inside


class TimelineBar:
    """The quantiles of a window drawn from `as_of` to a little behind the last one; the darkest cell is the median."""

    def __init__(self, quantiles: Mapping[str, dt.date], as_of: dt.date) -> None:
        self._quantiles = quantiles
        self._as_of = as_of

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw it on two lines: the bar, and the months under it."""
        ascii_only = options.ascii_only
        width = max(1, min(options.max_width, 64))
        axis = Axis(self._as_of, self._days(), width)
        shades = ASCII_SHADES if ascii_only else SHADES
        line = "-" if ascii_only else "─"
        for shade in self._cells(axis):
            yield Segment(line if shade < 0 else shades[shade], Style(dim=True) if shade < 0 else Style(color="green"))
        yield Segment.line()
        yield Segment(axis.scale(), Style(dim=True))
        yield Segment.line()

    def _days(self) -> int:
        return max((self._quantiles["0.95"] - self._as_of).days * 11 // 10, 30)

    def _cells(self, axis: Axis) -> Iterator[int]:
        """The shade of each cell, -1 for none."""
        middle = axis.cell(self._quantiles["0.5"])
        for cell in range(axis.width):
            yield 3 if cell == middle else depth(self._quantiles, axis.middle(cell))
