"""IMDb: watchlist, list and ratings as CSV, with the headers it has had since before 2017; columns count by name.

Only series and mini-series are shows; films, episodes and the rest are left out.
"""

from __future__ import annotations

from collections.abc import Iterable

from showstatus.imports.listed import Listed, ids_of, year_of
from showstatus.imports.texts import Row
from showstatus.untrusted import a_name

_SHOWS = ("tvseries", "tvminiseries", "miniseries")
"""Types of titles that are shows, with their letters only: they were spelt “tvSeries” and “TV Series” by turns."""


def fits(columns: frozenset[str]) -> bool:
    """Whether a table is from IMDb."""
    return {"const", "title", "title type"} <= columns


def read(rows: Iterable[Row]) -> Iterable[Listed | None]:
    """The shows of a table; None for each row about something else."""
    for row in rows:
        kind = "".join(char for char in row["title type"].lower() if char.isalpha())
        title = a_name(row["title"])
        if kind in _SHOWS and title is not None:
            yield Listed(title=title, year=year_of(row.get("year", "")), ids=ids_of(imdb=row["const"].strip()))
        else:
            yield None
