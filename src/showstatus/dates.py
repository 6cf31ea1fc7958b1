"""What day, month, season or year was meant: dates that keep the precision they were said with.

A `PartialDate` holds a subset of EDTF (ISO 8601-2): ``2023``, ``2023-07``, ``2023-08-03``, quarters ``2023-33``
to ``2023-36``, seasons of the year ``2023-21`` (spring) to ``2023-24`` (winter, its January and February),
intervals ``2023-07/2023-10``, open ones ``2023-07/..`` and ``../2024``, approximate ``2023~``.
Every value covers a half-open range of days: `start` is in it, `end` is not.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from showstatus.errors import DateError

ONE_DAY = dt.timedelta(days=1)
FIRST_DAY = dt.date.min
"""Start of a range that is open to the past."""
LAST_DAY = dt.date.max
"""End of a range that is open to the future."""
FIRST_YEAR, LAST_YEAR = 1000, 9998
"""Years a date may name, both included: every range then ends before `LAST_DAY`."""

# EDTF level 1 "season" codes and the quarter codes of level 2: first month and number of months.
_SUB_YEARS = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (1, 2),
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
}  # fmt: skip
_SIMPLE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(~?)", re.ASCII)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as precise as it was said: its EDTF text and the half-open range of days it covers."""

    edtf: str
    start: dt.date
    end: dt.date
    precision: str
    """``day``, ``month``, ``season``, ``quarter``, ``year`` or ``interval``."""

    @property
    def is_day(self) -> bool:
        """Whether one exact day is meant; an approximate day is not exact."""
        return self.precision == "day" and not self.approximate

    @property
    def approximate(self) -> bool:
        """Whether it was said with a “circa”."""
        return "~" in self.edtf

    @property
    def last(self) -> dt.date:
        """The last day that is still covered (`LAST_DAY` where the range is open to the future)."""
        return LAST_DAY if self.end == LAST_DAY else self.end - ONE_DAY

    @property
    def days(self) -> int:
        """How many days are covered; large where the range is open."""
        return (self.end - self.start).days

    @property
    def middle(self) -> dt.date:
        """The day in the middle; the closed end of a range that is open on one side."""
        if self.start == FIRST_DAY:
            return self.last
        if self.end == LAST_DAY:
            return self.start
        return self.start + (self.last - self.start) // 2

    def covers(self, day: dt.date) -> bool:
        """Whether `day` is in the range."""
        return self.start <= day < self.end

    def overlaps(self, other: PartialDate) -> bool:
        """Whether some day is covered by both."""
        return self.start < other.end and other.start < self.end

    def within(self, other: PartialDate) -> bool:
        """Whether every day of this one is covered by `other`: whether this one refines or repeats it."""
        return other.start <= self.start and self.end <= other.end

    def __str__(self) -> str:
        return self.edtf


@lru_cache(maxsize=4096)
def parse_edtf(text: str) -> PartialDate:
    """What a text in EDTF syntax means.

    Raises `DateError` for anything else, for a day no calendar has, and for an interval that ends before it begins.
    """
    first, slash, last = text.partition("/")
    if not slash:
        return _simple(text)
    if first == ".." and last == "..":
        raise DateError(f"“{text}” names no date at either end.")
    start = FIRST_DAY if first == ".." else _simple(first).start
    end = LAST_DAY if last == ".." else _simple(last).end
    if end <= start:
        raise DateError(f"“{text}” ends before it begins.")
    return PartialDate(text, start, end, "interval")


def on_day(day: dt.date) -> PartialDate:
    """The partial date that is exactly this day."""
    return PartialDate(day.isoformat(), day, day + ONE_DAY, "day")


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day of the month, `months` later (or earlier); the month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _simple(text: str) -> PartialDate:
    match = _SIMPLE.fullmatch(text)
    if match is None:
        raise DateError(f"“{text}” is no date; write 2023, 2023-07, 2023-08-03 or 2023-07/2023-10.")
    year = int(match[1])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise DateError(f"“{text}” names a year before {FIRST_YEAR} or after {LAST_YEAR}.")
    if match[2] is None:
        return PartialDate(text, dt.date(year, 1, 1), dt.date(year + 1, 1, 1), "year")
    if match[3] is None:
        return _sub_year(text, year, int(match[2]))
    try:
        day = dt.date(year, int(match[2]), int(match[3]))
    except ValueError:
        raise DateError(f"“{text}” is no day of the calendar.") from None
    return PartialDate(text, day, day + ONE_DAY, "day")


def _sub_year(text: str, year: int, code: int) -> PartialDate:
    if 1 <= code <= 12:
        month, months, precision = code, 1, "month"
    elif code in _SUB_YEARS:
        month, months = _SUB_YEARS[code]
        precision = "season" if code < 30 else "quarter"
    else:
        raise DateError(f"“{text}” is no date: months are 01 to 12, seasons 21 to 24, quarters 33 to 36.")
    start = dt.date(year, month, 1)
    return PartialDate(text, start, add_months(start, months), precision)
