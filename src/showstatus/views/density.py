"""A distribution over days as a picture: a hill on a time line, the median and today's window marked under it."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence

from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment
from rich.style import Style

from showstatus.views.axis import Axis

HEIGHT = 4
_WIDEST, _NARROWEST = 72, 16
_EIGHTHS, _ASCII_EIGHTHS = " ▁▂▃▄▅▆▇█", " ...::::#"
_MEDIAN, _ASCII_MEDIAN = "▲", "^"
_LINE, _ASCII_LINE = "─", "-"


class Density:
    """The quantiles 0.01 to 0.99 drawn from `as_of` to a little behind 0.97; brighter inside the middle half."""

    def __init__(self, fine: Sequence[dt.date], as_of: dt.date) -> None:
        self._as_of = as_of
        self._days = [(day - as_of).days for day in fine]
        self._span = max(self._days[-3] * 21 // 20, 30)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw the hill, the time line with the median on it, and the months under that."""
        width = max(_NARROWEST, min(options.max_width, _WIDEST))
        marks = _ASCII_EIGHTHS if options.ascii_only else _EIGHTHS
        heights = self.heights(width)
        for row in reversed(range(HEIGHT)):
            cells = ((marks[max(0, min(8, h - 8 * row))], self._style(cell, width)) for cell, h in enumerate(heights))
            for style, run in itertools.groupby(cells, key=lambda cell: cell[1]):
                yield Segment("".join(mark for mark, _ in run), style)
            yield Segment.line()
        line, median = (_ASCII_LINE, _ASCII_MEDIAN) if options.ascii_only else (_LINE, _MEDIAN)
        at = min(int(self._days[len(self._days) // 2] / self._span * width), width - 1)
        yield Segment(line * at, Style(dim=True))
        yield Segment(median, Style(bold=True))
        yield Segment(line * (width - at - 1), Style(dim=True))
        yield Segment.line()
        yield Segment(Axis(self._as_of, self._span, width).scale(), Style(dim=True))
        yield Segment.line()

    def heights(self, width: int) -> list[int]:
        """The height of each cell in eighths of a line, by how much probability falls on it; the highest is full."""
        shares = [self._until((cell + 1) / width * self._span) for cell in range(width)]
        masses = [after - before for before, after in zip([0.0, *shares], shares, strict=False)]
        # A thousandth of the highest is still seen: what is possible is not drawn as impossible.
        most = max(masses)
        return [0 if mass <= most / 1000 else max(1, round(mass / most * 8 * HEIGHT)) for mass in masses]

    def _until(self, day: float) -> float:
        """The share of the probability up to a day, between two quantiles in proportion."""
        days = self._days
        n = len(days)
        above = sum(one <= day for one in days)
        if above == 0:
            return 0.0 if days[0] <= 0 else day / days[0] / (n + 1)
        if above == n:
            return n / (n + 1)
        low, high = days[above - 1], days[above]
        return (above + (day - low) / (high - low)) / (n + 1)

    def _style(self, cell: int, width: int) -> Style:
        day = (cell + 0.5) / width * self._span
        n = len(self._days)
        for depth, tail in enumerate((0.25, 0.1)):
            if self._days[int(tail * n)] <= day <= self._days[int((1 - tail) * n)]:
                return Style(color="green", bold=depth == 0, dim=False)
        return Style(color="green", dim=True)
