"""TMDB: watchlist, favourites and ratings of an account as CSV.

An episode that was rated is left out: its ids are its own, not its show's.
"""

from __future__ import annotations

from collections.abc import Iterable

from showstatus.imports.listed import Listed, ids_of, year_of
from showstatus.imports.texts import Row
from showstatus.untrusted import a_name


def fits(columns: frozenset[str]) -> bool:
    """Whether a table is from TMDB."""
    return {"tmdb id", "type", "name"} <= columns


def read(rows: Iterable[Row]) -> Iterable[Listed | None]:
    """The shows of a table; None for each row about something else."""
    for row in rows:
        title = a_name(row["name"])
        if row["type"].strip().lower() != "tv" or row.get("season number", "").strip() or title is None:
            yield None
            continue
        ids = ids_of(imdb=row.get("imdb id", "").strip(), tmdb=row["tmdb id"].strip())
        yield Listed(title=title, year=year_of(row.get("release date", "")), ids=ids)
