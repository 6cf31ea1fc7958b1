"""The changes of the user's registry as a table on a terminal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from showstatus.spoken import say_day
from showstatus.views.lines import CHANGE_STATES
from showstatus.views.plain import one_line


def journal_table(rows: Sequence[Mapping[str, Any]]) -> RenderableType:
    """Changes, the newest first; a line of text where there are none."""
    if not rows:
        return Text("No change is on record.")
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for heading in ("When", "State", "Change"):
        table.add_column(heading, overflow="fold")
    for row in rows:
        style = "dim" if row["undone"] else ""
        table.add_row(Text(_when(row["made"])), CHANGE_STATES[row["undone"]], Text(one_line(row["what"])), style=style)
    return table


def _when(made: str) -> str:
    at = dt.datetime.fromisoformat(made)
    return f"{say_day(at.date())}, {at:%H:%M}"
