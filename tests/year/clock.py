"""A clock that is set by hand, for the one place that reads the clock."""

from __future__ import annotations

import datetime as dt
import time
from zoneinfo import ZoneInfo

import pytest

from showstatus.cli import clock


class HandClock:
    """An instant and a time zone. Whoever sleeps lets time pass by it, and does not wait."""

    def __init__(self, instant: dt.datetime, zone: str) -> None:
        self.instant = instant
        self.zone = ZoneInfo(zone)

    def move(self, zone: str) -> None:
        """Travel to another time zone."""
        self.zone = ZoneInfo(zone)

    def set(self, day: dt.date, at: dt.time) -> None:
        """Make it that time of that day where the person is."""
        self.instant = dt.datetime.combine(day, at, self.zone).astimezone(dt.UTC)

    def today(self) -> dt.date:
        return self.now().date()

    def seconds(self) -> float:
        return self.instant.timestamp()

    def now(self) -> dt.datetime:
        return self.instant.astimezone(self.zone)

    def sleep(self, seconds: float) -> None:
        self.instant += dt.timedelta(seconds=seconds)

    def install(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Let the program in this process go by it."""
        for name in ("today", "seconds", "now"):
            monkeypatch.setattr(clock, name, getattr(self, name))
        monkeypatch.setattr(time, "sleep", self.sleep)
