"""How long until something comes, in days and in words. Never negative."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

DAYS_IN_MONTH = 30.44
"""The mean length of a month, in days (365.25 / 12, rounded)."""
_DAYS_UP_TO = 60
_WEEKS_UP_TO = 100


@dataclass(frozen=True, slots=True)
class Countdown:
    """The fewest and the most days to go, both included, and how a person says it."""

    min_days: int
    max_days: int
    words: str

    @property
    def figure(self) -> str:
        """The number alone, for those who draw it large: “173”, “3–11”; empty for today and tomorrow."""
        if self.max_days <= 1:
            return ""
        few, many = self._in_unit
        return str(many) if few == many else f"{few}–{many}"

    @property
    def unit(self) -> str:
        """What the figure counts: ``days`` or ``months``."""
        return "days" if self._in_days else "months"

    @property
    def _in_days(self) -> bool:
        return self.min_days == self.max_days or self.max_days <= _WEEKS_UP_TO

    @property
    def _in_unit(self) -> tuple[int, int]:
        few, many = self.min_days, self.max_days
        return (few, many) if self._in_days else (_months(few), _months(many))


def countdown(start: dt.date, end: dt.date, as_of: dt.date) -> Countdown | None:
    """How long from `as_of` until a half-open range of days; None where it is over."""
    most = (end - as_of).days - 1
    if most < 0:
        return None
    least = max((start - as_of).days, 0)
    return Countdown(least, most, _exact(least) if least == most else _between(least, most))


def clock(day: dt.date, now: dt.datetime) -> str:
    """The time until a day begins, by the wall clock: “172 days 06:23:14”; empty once it has begun."""
    left = dt.datetime.combine(day, dt.time.min) - now.replace(tzinfo=None, microsecond=0)
    if left <= dt.timedelta(0):
        return ""
    hours, seconds = divmod(left.seconds, 3600)
    time = f"{hours:02}:{seconds // 60:02}:{seconds % 60:02}"
    return f"{left.days} {'day' if left.days == 1 else 'days'} {time}" if left.days else time


def _exact(days: int) -> str:
    if days <= 1:
        return ("today", "tomorrow")[days]
    if days <= _DAYS_UP_TO:
        return f"in {days} days"
    return f"in {days} days, about {_months(days)} months"


def _between(least: int, most: int) -> str:
    if most <= _WEEKS_UP_TO:
        few, many, unit = least, most, "days"
    else:
        few, many, unit = _months(least), _months(most), "months"
    if most == 1:
        return "today or tomorrow"
    if few == 0:
        return f"within {many} {unit}"
    return f"in about {few} {unit}" if few == many else f"in {few} to {many} {unit}"


def _months(days: int) -> int:
    return round(days / DAYS_IN_MONTH)
