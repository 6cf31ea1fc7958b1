"""Rows of `list` as CSV (RFC 4180) and as a Markdown table, harmless where they are opened.

A spreadsheet takes a cell that begins with a sign for a formula and would run it; such cells get an apostrophe before
them, as OWASP advises. In Markdown, what would be markup or HTML is escaped.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable, Sequence

from showstatus.views.lines import LIST_COLUMNS, field
from showstatus.views.rows import Row, countdown_words, name_of, next_of, when_of
from showstatus.views.wording import decision_words

_FORMULA = tuple("=+-@＝＋－＠")
_MARKUP = re.compile(r"([\\`*_\[\]<>|~&])")


def csv_text(rows: Iterable[Row], columns: Sequence[str] = LIST_COLUMNS) -> str:
    """A header and one line a show, each ended by CR LF."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([_harmless(field(row[column])) for column in columns] for row in rows)
    return text.getvalue()


def markdown(rows: Iterable[Row], as_of: dt.date, attribution: Sequence[str]) -> str:
    """A table with what `list` shows at a terminal, and the countdown; below it the words that publishers ask for."""
    lines = ["| Show | Platform | Decision | Next | When | Countdown |", "|---|---|---|---|---|---|"]
    for row in rows:
        cells = (
            name_of(row),
            field(row["platform"]),
            decision_words(row["decision"]),
            next_of(row),
            when_of(row),
            countdown_words(row, as_of),
        )
        lines.append("| " + " | ".join(_MARKUP.sub(r"\\\1", cell) for cell in cells) + " |")
    return "\n".join([*lines, *(f"\n{text}" for text in attribution)]) + "\n"


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.lstrip().startswith(_FORMULA) else cell
