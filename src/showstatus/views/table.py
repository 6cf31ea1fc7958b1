"""Tables on a terminal: the list of shows, and the countdowns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from showstatus.countdown import countdown
from showstatus.dates import ONE_DAY
from showstatus.spoken import say_months, say_range
from showstatus.views.plain import one_line
from showstatus.views.wording import DECISION_STYLES, decision_words

Row = Mapping[str, Any]


def list_table(rows: Sequence[Row]) -> RenderableType:
    """Shows with their decision, what comes next and when; a line of text where there are none."""
    if not rows:
        return Text("No show fits.")
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    table.add_column("Show", overflow="fold")
    table.add_column("Platform", overflow="fold")
    table.add_column("Decision", overflow="fold")
    table.add_column("Next", overflow="fold")
    table.add_column("When", overflow="fold")
    for row in rows:
        table.add_row(
            Text(_name(row)),
            Text(one_line(row["platform"] or "")),
            Text(decision_words(row["decision"]), style=DECISION_STYLES[row["decision"]]),
            Text(_next(row)),
            Text(_when(row)),
        )
    return table


def next_table(rows: Sequence[Row], as_of: dt.date) -> RenderableType:
    """What comes soonest, with the countdown first; a line of text where nothing comes."""
    if not rows:
        return Text("Nothing that is coming has a date or a window.")
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    table.add_column("Countdown", style="bold", overflow="fold")
    table.add_column("Show", overflow="fold")
    table.add_column("What", overflow="fold")
    table.add_column("When", overflow="fold")
    for row in rows:
        table.add_row(Text(_countdown(row, as_of)), Text(_name(row)), Text(_next(row)), Text(_when(row)))
    return table


def foot(attribution: Sequence[str]) -> list[RenderableType]:
    """What stands below a list: the words that publishers ask for."""
    return [Text(""), *(Text(text, style="dim") for text in attribution)] if attribution else []


def search_table(rows: Sequence[Row]) -> RenderableType:
    """What a search found; a line of text where it found nothing."""
    if not rows:
        return Text("No show of that name is known.")
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for heading in ("Show", "Year", "Platform", "Follow it with"):
        table.add_column(heading, overflow="fold")
    for row in rows:
        how = "followed" if row["followed"] else f"add {row['slug']}" if row["slug"] else f"add --id {row['id']}"
        cells = (row["title"], str(row["year"] or ""), row["platform"] or "", how)
        table.add_row(*(Text(one_line(cell)) for cell in cells))
    return table


def _name(row: Row) -> str:
    qualifier = f" ({row['qualifier']})" if row["qualifier"] else ""
    return one_line(f"{row['title']}{qualifier}")


def _next(row: Row) -> str:
    if row["next_kind"] is None:
        return ""
    what = row["next_title"] or f"{row['next_kind']} {row['next_number']}"
    part = f" part {row['next_part']}" if row["next_part"] else ""
    stage = f", {row['stage']}" if row["stage"] else ""
    return one_line(f"{what}{part}{stage}")


def _range(row: Row) -> tuple[dt.date, dt.date] | None:
    """The half-open range of days in which a row comes."""
    first, last = row["date"] or row["window_start"], row["date"] or row["window_end"]
    return (dt.date.fromisoformat(first), dt.date.fromisoformat(last) + ONE_DAY) if first and last else None


def _when(row: Row) -> str:
    days = _range(row)
    if days is None:
        return ""
    return say_range(*days) if row["basis"] == "official" else f"about {say_months(*days)}"


def _countdown(row: Row, as_of: dt.date) -> str:
    days = _range(row)
    count = countdown(*days, as_of) if days is not None else None
    return count.words if count is not None else ""
