"""Tables on a terminal: the list of shows, and the countdowns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from showstatus.views.plain import one_line
from showstatus.views.row_words import Row, how_long, name, what, when
from showstatus.views.wording import DECISION_STYLES, decision_words


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
            Text(name(row)),
            Text(one_line(row["platform"] or "")),
            Text(decision_words(row["decision"]), style=DECISION_STYLES[row["decision"]]),
            Text(what(row)),
            Text(when(row)),
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
        table.add_row(Text(how_long(row, as_of)), Text(name(row)), Text(what(row)), Text(when(row)))
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
