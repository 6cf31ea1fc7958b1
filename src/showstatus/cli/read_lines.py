"""The lines of `read --stdin`: each text is read and answered before the next, so that a pipe never waits."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Callable, Collection
from typing import Any

from showstatus.reader.json_lines import shows

_LONGEST = 200
"""How much of an unexpected fault is told."""


def answer_lines(known: Collection[str], listed: Callable[[str], bool]) -> int:
    """Answer every line of standard input that is not blank; answers are ASCII, for JSON escapes the rest."""
    write, flush = sys.stdout.write, sys.stdout.flush
    for number, line in enumerate(sys.stdin.buffer):
        text = line.removeprefix(b"\xef\xbb\xbf") if number == 0 else line
        if text.strip():
            write(json.dumps(answered(text, known, listed)) + "\n")
            flush()
    return 0


def answered(
    line: bytes, known: Collection[str] = (), listed: Callable[[str], bool] = lambda _: False
) -> dict[str, Any]:
    """The answer to one line; one that cannot be understood is answered by an error, and the rest go on."""
    identity: Any = None
    try:
        row = _parsed(line)
        if not isinstance(row, dict):
            raise ValueError("it is no object")
        identity = row.get("id")
        text, day = row.get("text"), row.get("published")
        if not isinstance(text, str):
            raise ValueError("it has no “text”")
        published = _day(day) if day else None
        return {"id": identity, "shows": shows(text, published, known, listed)}
    except Exception as error:  # one line must never keep the rest from being answered
        why = " ".join(f"{error or type(error).__name__}".split())[:_LONGEST]
        return {"id": identity, "shows": [], "error": f"The line cannot be read: {why}."}


def _parsed(line: bytes) -> Any:
    try:
        return json.loads(line.decode("utf-8"))
    except json.JSONDecodeError as error:
        raise ValueError(f"it is no JSON ({error.msg.lower()} at character {error.pos + 1})") from None


def _day(text: Any) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except (TypeError, ValueError):
        raise ValueError(f"its “published” is {text!r}, which is no day such as 2023-01-11") from None
