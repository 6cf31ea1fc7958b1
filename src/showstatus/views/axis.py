"""A stretch of days laid over the cells of a line, and the words under it: months, years, decades, as they fit."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from showstatus.countdown import DAYS_IN_MONTH
from showstatus.spoken import MONTHS

_LABEL = 5
"""Cells that a label takes, with the space behind it."""
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600)
"""The steps between two labels, in months."""


class Axis(NamedTuple):
    """So many days from a first one, over so many cells."""

    start: dt.date
    days: int
    width: int

    def cell(self, day: dt.date) -> int:
        """The cell a day falls into; below 0 or beyond the width where it lies outside."""
        return (day - self.start).days * self.width // self.days

    def cells(self, start: dt.date, end: dt.date) -> range:
        """The cells that a half-open range of days covers, at least one where any of it is on the axis."""
        first, last = self.cell(start), self.cell(end - dt.timedelta(1))
        return range(max(first, 0), min(last, self.width - 1) + 1)

    def middle(self, cell: int) -> int:
        """The ordinal of the day in the middle of a cell."""
        return self.start.toordinal() + int((cell + 0.5) * self.days / self.width)

    def scale(self) -> str:
        """Months under the cells in which they begin, as many as fit; a January is told by its year."""
        text = [" "] * self.width
        per_cell = self.days / self.width
        step = next((step for step in _STEPS if step * DAYS_IN_MONTH / per_cell >= _LABEL), _STEPS[-1])
        first = self.start.year * 12
        first -= first % step
        free = 0
        for months in range(first, min(first + step + 12 * (2 + self.days // 365), 12 * (dt.MAXYEAR + 1)), step):
            year, month = divmod(months, 12)
            if year < dt.MINYEAR:
                continue
            start = dt.date(year, month + 1, 1)
            cell = int((start - self.start).days / per_cell)
            label = str(year) if month == 0 else MONTHS[month][:3]
            if start > self.start and free <= cell <= self.width - len(label):  # February is short
                text[cell : cell + len(label)] = label
                free = cell + len(label) + 1
        return "".join(text).rstrip()
