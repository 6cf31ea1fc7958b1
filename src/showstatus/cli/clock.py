"""The one place that reads the clock."""

from __future__ import annotations

import datetime as dt
import time


def today() -> dt.date:
    """The day it is where the person is."""
    return dt.date.today()  # noqa: DTZ011 - the person's own day is meant


def seconds() -> float:
    """Seconds since 1970, to keep requests apart that several processes make."""
    return time.time()


def now() -> dt.datetime:
    """The instant it is where the person is, with the offset of their time zone."""
    return dt.datetime.now().astimezone()
