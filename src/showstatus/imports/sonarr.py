"""Sonarr: what its `/api/v3/series` answers, saved to a file. A show that is not monitored is not followed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from showstatus.imports.listed import Listed, ids_of, year_of
from showstatus.untrusted import a_list, a_name, a_table


def fits(body: Any) -> bool:
    """Whether a body is a list of Sonarr's series."""
    first = a_table(a_list(body)[0]) if a_list(body) else {}
    return {"title", "tvdbId"} <= first.keys()


def read(body: Any) -> Iterable[Listed | None]:
    """The shows of a body."""
    for row in map(a_table, a_list(body)):
        title = a_name(row.get("title"))
        ids = ids_of(tvdb=row.get("tvdbId"), tvmaze=row.get("tvMazeId"), imdb=row.get("imdbId"))
        followed = row.get("monitored") is not False
        yield Listed(title=title, year=year_of(row.get("year")), ids=ids, followed=followed) if title else None
