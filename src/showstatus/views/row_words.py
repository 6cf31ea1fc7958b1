"""The cells of a list as people read them, from one row of `list --json`: name, what comes, when, how long."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from showstatus.countdown import countdown
from showstatus.dates import ONE_DAY
from showstatus.spoken import say_months, say_range
from showstatus.views.plain import one_line

Row = Mapping[str, Any]


def name(row: Row) -> str:
    """The title, with the qualifier where there is one."""
    qualifier = f" ({row['qualifier']})" if row["qualifier"] else ""
    return one_line(f"{row['title']}{qualifier}")


def what(row: Row) -> str:
    """What comes next and how far it is: “season 3, filming”; empty where nothing does."""
    if row["next_kind"] is None:
        return ""
    named = row["next_title"] or f"{row['next_kind']} {row['next_number']}"
    part = f" part {row['next_part']}" if row["next_part"] else ""
    stage = f", {row['stage']}" if row["stage"] else ""
    return one_line(f"{named}{part}{stage}")


def when(row: Row) -> str:
    """The day, or the months of the estimate: “about Feb to Oct 2027”."""
    days = _range(row)
    if days is None:
        return ""
    return say_range(*days) if row["basis"] == "official" else f"about {say_months(*days)}"


def how_long(row: Row, as_of: dt.date) -> str:
    """The countdown in words: “in 3 to 11 months”."""
    days = _range(row)
    count = countdown(*days, as_of) if days is not None else None
    return count.words if count is not None else ""


def _range(row: Row) -> tuple[dt.date, dt.date] | None:
    """The half-open range of days in which a row comes."""
    first, last = row["date"] or row["window_start"], row["date"] or row["window_end"]
    return (dt.date.fromisoformat(first), dt.date.fromisoformat(last) + ONE_DAY) if first and last else None
