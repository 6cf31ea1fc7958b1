"""How a row of a list is put into words: what it is called, what comes next, when, and how long until then."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from showstatus.countdown import Countdown, clock, countdown
from showstatus.dates import ONE_DAY
from showstatus.spoken import say_months, say_range
from showstatus.views.plain import one_line

Row = Mapping[str, Any]


def name_of(row: Row) -> str:
    """The title, with the qualifier where there is one."""
    qualifier = f" ({row['qualifier']})" if row["qualifier"] else ""
    return one_line(f"{row['title']}{qualifier}")


def next_of(row: Row) -> str:
    """What runs or comes next and how far it is: “season 3, filming”; empty for nothing."""
    if row["next_kind"] is None:
        return ""
    what = row["next_title"] or f"{row['next_kind']} {row['next_number']}"
    part = f" part {row['next_part']}" if row["next_part"] else ""
    stage = f", {row['stage']}" if row["stage"] else ""
    return one_line(f"{what}{part}{stage}")


def days_of(row: Row) -> tuple[dt.date, dt.date] | None:
    """The half-open range of days in which it comes."""
    first, last = row["date"] or row["window_start"], row["date"] or row["window_end"]
    return (dt.date.fromisoformat(first), dt.date.fromisoformat(last) + ONE_DAY) if first and last else None


def when_of(row: Row) -> str:
    """When it comes: a day, or “about May to Oct 2027”; empty where nothing is known."""
    days = days_of(row)
    if days is None:
        return ""
    return say_range(*days) if row["basis"] == "official" else f"about {say_months(*days)}"


def count_of(row: Row, as_of: dt.date) -> Countdown | None:
    """How long until it comes; None where nothing is known or it is over."""
    days = days_of(row)
    return countdown(*days, as_of) if days is not None else None


def countdown_words(row: Row, as_of: dt.date, now: dt.datetime | None = None) -> str:
    """How long until it comes: “in 3 to 11 months”; with an instant, what has a day is counted to the second."""
    count = count_of(row, as_of)
    left = clock(dt.date.fromisoformat(row["date"]), now) if now is not None and row["date"] is not None else ""
    return f"in {left}" if left else count.words if count is not None else ""
