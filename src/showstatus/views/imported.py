"""What an import did, or would do: as rows, as a table, in one sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from showstatus.imports.placing import OUTCOMES, Placed
from showstatus.views.plain import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rich.console import RenderableType

    from showstatus.imports.listed import Export

Row = Mapping[str, Any]
COLUMNS = ("outcome", "slug", "title", "year", "ids", "candidates", "why")
"""The columns of `import` in a pipe, in order; more may be added behind them."""
_QUIET = ("followed", "left")
"""What a table does not tell one by one: nothing comes of it."""
_WORDS = {
    "followed": "you follow already",
    "added": "known and now followed",
    "new": "new and now followed",
    "doubtful": "doubtful",
    "unplaced": "could not be placed",
    "left": "left, not followed",
}
_NEXT = {
    "new": "showstatus refresh asks about the new ones.",
    "doubtful": "Doubtful ones are asked about at a terminal, or written to a file with --doubtful.",
    "unplaced": "showstatus add TITLE looks for one that could not be placed.",
}
"""What can be done about an outcome."""


def rows(placed: Iterable[Placed]) -> list[dict[str, Any]]:
    """One row a show, in the order of the file."""
    return [
        {
            "outcome": one.outcome,
            "slug": one.slug,
            "title": one.listed.title,
            "year": one.listed.year,
            "ids": dict(one.listed.ids),
            "candidates": list(one.candidates),
            "why": one.why,
        }
        for one in placed
    ]


def import_lines(found: Iterable[Row]) -> str:
    """`import` in a pipe: `COLUMNS`, ids as “imdb:tt1,tvdb:2”."""
    from showstatus.views.lines import records

    told = ({**row, "ids": [f"{kind}:{value}" for kind, value in row["ids"].items()]} for row in found)
    return records([row[column] for column in COLUMNS] for row in told)


def import_table(found: Iterable[Row]) -> list[RenderableType]:
    """What is new, doubtful or not placed; nothing where there is nothing of the kind."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for heading in ("Show", "Year", "Outcome", "As"):
        table.add_column(heading, overflow="fold")
    for row in found:
        if row["outcome"] in _QUIET:
            continue
        title = row["title"] or ", ".join(f"{kind}:{value}" for kind, value in row["ids"].items())
        what = row["slug"] or (f"one of {', '.join(row['candidates'])}?" if row["candidates"] else row["why"] or "")
        cells = (title, str(row["year"] or ""), row["outcome"], what)
        table.add_row(*(Text(one_line(cell)) for cell in cells))
    return [table] if table.row_count else []


def summary(export: Export, found: Sequence[Row], *, dry_run: bool) -> str:
    """What was understood, what came of it, and what can be done next."""
    counts = Counter(row["outcome"] for row in found)
    listed = ", ".join(f"{counts[name]} {_WORDS[name]}" for name in OUTCOMES if counts[name])
    others = f", and {export.others} films, episodes and the like" if export.others else ""
    sentences = [f"{export.format[0].upper()}{export.format[1:]}: {_count(len(found))}{others}."]
    sentences += [f"{listed}."] if listed else []
    sentences += [told for name, told in _NEXT.items() if counts[name]]
    return " ".join([*sentences, *(["Nothing was written: this was a trial."] if dry_run else [])])


def _count(number: int) -> str:
    return "no show" if not number else "one show" if number == 1 else f"{number} shows"
