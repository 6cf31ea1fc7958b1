"""The one place that reads the clock."""

from __future__ import annotations

import datetime as dt


def today() -> dt.date:
    """The day it is where the person is."""
    return dt.date.today()  # noqa: DTZ011 - the person's own day is meant


def now() -> dt.datetime:
    """The instant it is where the person is, with the offset of their time zone."""
    return dt.datetime.now().astimezone()
