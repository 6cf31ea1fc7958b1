"""Values in JSON and files that come from elsewhere: each is what it should be, or it is taken for nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

LONGEST_NAME = 300
"""Characters of a name that are kept."""
MOST_SEASON = 9999
"""A year may be a season's number; anything higher is a mistake."""
MOST_ID = 10**12 - 1
YEARS = range(1900, 2200)

Json = Mapping[str, Any]


def a_table(value: Any) -> Json:
    """A JSON object; an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def a_list(value: Any) -> list[Any]:
    """A JSON array; an empty one for anything else."""
    return value if isinstance(value, list) else []


def a_name(value: Any) -> str | None:
    """A name on one line; None where there is none. What steers a terminal is left out of it."""
    if not isinstance(value, str):
        return None
    words = "".join(char if char.isprintable() else " " for char in value[: 2 * LONGEST_NAME]).split()
    return " ".join(words)[:LONGEST_NAME].rstrip() or None


def a_day(value: Any) -> dt.date | None:
    """A day; None for null, an empty text and whatever else is none."""
    if not isinstance(value, str) or len(value) != len("2023-08-03"):
        return None
    try:
        day = dt.date.fromisoformat(value)
    except ValueError:
        return None
    return day if day.year in YEARS else None


def a_season(value: Any) -> int | None:
    """The number of a regular season; None for season 0, which holds specials, and for what is none."""
    return a_count(value, MOST_SEASON)


def a_count(value: Any, most: int = 9999) -> int | None:
    """A whole number from 1 to `most`; None for whatever else comes."""
    return value if type(value) is int and 1 <= value <= most else None


def an_imdb_id(value: Any) -> str | None:
    """An id of a title at IMDb: “tt0168366”."""
    known = isinstance(value, str) and value.isascii() and value.startswith("tt") and value[2:].isdigit()
    return value if known and len(value) <= len("tt") + 12 else None


def an_id(value: Any) -> int | None:
    """An id that is a number, written as one or as a text of digits."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= 12:
        value = int(value)
    return a_count(value, MOST_ID)
