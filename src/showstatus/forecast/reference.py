"""How long shows of a kind took between two seasons: the reference class of a forecast, with its number of cases.

Typed access to `reference.json` (made by tools/fit_reference.py): quartiles of the days from one premiere to the next,
by type, first genre and platform. Parts of one season count once.
"""

from __future__ import annotations

import functools
import os.path
from dataclasses import dataclass

from showstatus.forecast.features import Case

SEPARATOR = "|"
_NOUNS = {"Scripted": "scripted shows", "Reality": "reality shows", "Documentary": "documentaries"}


@dataclass(frozen=True, slots=True)
class Reference:
    """A class of shows: what it is called, how many gaps it rests on, and their quartiles in days."""

    words: str
    n: int
    low: int
    median: int
    high: int


def reference_of(case: Case) -> Reference | None:
    """The narrowest class of the table that a show is in; None where its type is unknown or not in the table."""
    rows = table()
    kind, genre = case.type or "", case.genres[0] if case.genres else ""
    for platform, first in ((case.platform, genre), (case.platform, ""), ("", genre), ("", "")):
        found = rows.get(SEPARATOR.join((kind, first, platform or "")))
        if found is not None:
            return Reference(_words(kind, first, platform), *found)
    return None


@functools.cache
def table() -> dict[str, tuple[int, int, int, int]]:
    """The shipped numbers: n and the three quartiles in days, by type, genre and platform."""
    import json

    path = os.path.join(os.path.dirname(__file__), "reference.json")
    with open(path, encoding="utf-8") as file:
        rows = json.load(file)["classes"]
    return {key: (row[0], row[1], row[2], row[3]) for key, row in rows.items()}


def _words(kind: str, genre: str, platform: str | None) -> str:
    noun = _NOUNS.get(kind, f"shows of the type {kind}")
    of_genre = f" of the genre {genre}" if genre and genre != kind else ""
    return f"{noun}{of_genre}{f' on {platform}' if platform else ''}"
