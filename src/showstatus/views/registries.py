"""The shared registries that are subscribed to: lines for a pipe, a table for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from showstatus.dates import parse_edtf
from showstatus.spoken import say
from showstatus.views.lines import records
from showstatus.views.plain import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rich.console import RenderableType

Row = Mapping[str, Any]


def registries_lines(rows: Iterable[Row]) -> str:
    """`registry list` in a pipe: name, address, shows, claims, how far it reaches, when it came, how it is pinned."""
    columns = ("name", "address", "shows", "claims", "checked", "fetched")
    return records([*(row[column] for column in columns), _pinned(row)] for row in rows)


def registries_table(rows: Sequence[Row]) -> RenderableType:
    """`registry list` on a terminal; a line of text where there are none."""
    from rich.table import Table
    from rich.text import Text

    if not rows:
        return Text("You subscribe to no shared registry.")
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for heading in ("Name", "Shows", "Claims", "Came on", "Pinned by"):
        table.add_column(heading, no_wrap=True)
    table.add_column("Address", overflow="fold")
    for row in rows:
        came = say(parse_edtf(row["fetched"])) if row["fetched"] else ""
        address = row["address"] or "you subscribe to it no longer"
        cells = (row["name"], str(row["shows"]), str(row["claims"]), came, ", ".join(_pinned(row)), address)
        table.add_row(*(Text(one_line(cell)) for cell in cells))
    return table


def _pinned(row: Row) -> list[str]:
    return [words for key, words in (("sha256", "SHA-256"), ("key", "minisign")) if row[key] is not None]
