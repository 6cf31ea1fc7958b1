"""The inbox and the feeds that fill it: lines for a pipe, texts and a table for a terminal, rows for JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from showstatus.dates import on_day
from showstatus.pending import Pending
from showstatus.spoken import say
from showstatus.views.claim_json import claim_row
from showstatus.views.json_doc import Document
from showstatus.views.lines import records
from showstatus.views.plain import one_line
from showstatus.views.wording import claim_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rich.console import RenderableType


def inbox_row(one: Pending) -> Document:
    """A proposal in JSON."""
    claim, what = one.claim, one.waiting.what
    return {
        "number": one.waiting.number,
        "slug": one.show.slug,
        "title": one.show.title,
        **claim_row(claim),
        "what": claim_words(claim),
        "quote": what.quote,
        "sure": what.sure,
        "feed": one.waiting.feed,
        "published": what.published.isoformat() if what.published is not None else None,
        "came": one.waiting.came.isoformat(),
    }


def inbox_lines(rows: Iterable[Mapping[str, Any]]) -> str:
    """`inbox` in a pipe: number, slug, kind, seasons, value, on, how sure, feed, url, quote."""
    columns = ("number", "slug", "kind", "seasons", "value", "on", "sure", "feed", "url", "quote")
    return records([row[column] for column in columns] for row in rows)


def inbox_text(found: Sequence[Pending]) -> str:
    """`inbox` at a terminal: what each would record, the words that carry it, and where they stand."""
    if not found:
        return "Your inbox is empty.\n"
    lines = []
    for one in found:
        what, number = one.waiting.what, str(one.waiting.number)
        indent = " " * (len(number) + 2)
        lines.append(f"{number}  {_words(one)}, {what.sure}")
        lines.append(f"{indent}“{one_line(what.quote)}”")
        day = say(on_day(what.published)) if what.published is not None else None
        where = (one.claim.by or one.waiting.feed, day, one.claim.url)
        lines.append(indent + one_line(", ".join(part for part in where if part)))
    return "\n".join(lines) + "\n"


def proposed_lines(found: Iterable[Pending]) -> str:
    """What a refresh prints of new proposals: one line each."""
    return "".join(f"{_words(one)} (proposed by {one.waiting.feed}, {one.waiting.what.sure}).\n" for one in found)


def _words(one: Pending) -> str:
    """What a proposal says: “GLOW: season 4 renewed”, “Salt Road, season 3: filming wrapped”."""
    words = claim_words(one.claim)
    return one_line(f"{one.show.display}{', ' if ': ' in words else ': '}{words}")


def feeds_lines(rows: Iterable[Mapping[str, Any]]) -> str:
    """`feed list` in a pipe: name, address, who publishes it, when it was read, how many proposals wait."""
    return records([row[column] for column in ("name", "address", "by", "read", "waiting")] for row in rows)


def feeds_table(rows: Sequence[Mapping[str, Any]]) -> RenderableType:
    """`feed list` on a terminal; a line of text where there are none."""
    from rich.table import Table
    from rich.text import Text

    from showstatus.dates import parse_edtf

    if not rows:
        return Text("You read no feed.")
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    table.add_column("Name", no_wrap=True)  # what `feed remove` takes
    for heading in ("By", "Read on", "Waiting"):
        table.add_column(heading)
    table.add_column("Address", overflow="fold")
    for row in rows:
        day = say(parse_edtf(row["read"])) if row["read"] else "not yet"
        cells = (row["name"], row["by"] or "", day, str(row["waiting"]), row["address"])
        table.add_row(*(Text(one_line(cell)) for cell in cells))
    return table
