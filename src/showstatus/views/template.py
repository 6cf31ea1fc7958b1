"""Lines by a template of the user's: `--format '{name}: {countdown}'`.

Only the fields by name, with a width and a side: no attribute, index or conversion can be asked for, so a template
that somebody else wrote does no harm.
"""

from __future__ import annotations

import datetime as dt
import re
import string
from collections.abc import Iterable

from showstatus.errors import UsageError
from showstatus.views.lines import LIST_COLUMNS, field
from showstatus.views.plain import one_line
from showstatus.views.rows import Row, countdown_words, name_of, next_of, when_of

WORDS = ("name", "what", "when", "countdown")
"""Fields in words, beside the columns of `list`."""
FIELDS = (*WORDS, *LIST_COLUMNS)
_LAYOUT = re.compile(r"(?:[^{}]?[<>^])?[0-9]{0,3}")
_ESCAPES = {r"\t": "\t", r"\n": "\n", r"\\": "\\"}
"""What shells leave as it was typed between single quotes."""


def templated(rows: Iterable[Row], template: str, as_of: dt.date) -> str:
    """One line (or what the template makes of it) a row. Raises `UsageError` where the template asks what cannot be."""
    text = re.sub(r"\\[tn\\]", lambda match: _ESCAPES[match[0]], template)
    _check(text)
    return "".join(text.format_map(_values(row, as_of)) + "\n" for row in rows)


def _values(row: Row, as_of: dt.date) -> dict[str, str]:
    words = {"name": name_of(row), "what": next_of(row), "when": when_of(row), "countdown": countdown_words(row, as_of)}
    return {**{column: field(row[column]) for column in LIST_COLUMNS}, **words}


def _check(text: str) -> None:
    try:
        pieces = list(string.Formatter().parse(text))
    except ValueError as error:
        why = one_line(str(error)).rstrip(".").lower()
        raise UsageError(f"--format: {why}; a brace that is meant is written twice, {{{{ or }}}}.") from None
    for _, asked, layout, conversion in pieces:
        if asked is None:
            continue
        if asked not in FIELDS:
            raise UsageError(f"--format: there is no field “{asked}”; the fields are {', '.join(FIELDS)}.")
        if conversion or not _LAYOUT.fullmatch(layout or ""):
            raise UsageError(f"--format: behind “{asked}” only a side and a width may stand: {{{asked}:>30}}.")
