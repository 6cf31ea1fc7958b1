"""Simkl: its backup as JSON. No real one was at hand: this follows the shape that programs which read it describe.

`shows` and `anime` are lists of items with a `status` and the `show`; what was dropped is not followed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from showstatus.imports.listed import Listed, ids_of, year_of
from showstatus.untrusted import a_list, a_name, a_table

_LISTS = ("shows", "anime", "movies")
_IDS = ("imdb", "tmdb", "tvdb")


def fits(body: Any) -> bool:
    """Whether a body is such a backup."""
    return any(isinstance(a_table(body).get(name), list) for name in _LISTS)


def read(body: Any) -> Iterable[Listed | None]:
    """The shows of a backup; None for each item about something else."""
    for name in _LISTS:
        for item in map(a_table, a_list(body.get(name))):
            show = a_table(item.get("show"))
            title = a_name(show.get("title"))
            ids = {key: value for key, value in a_table(show.get("ids")).items() if key in _IDS}
            followed = item.get("status") != "dropped"
            year = year_of(show.get("year"))
            yield Listed(title=title, year=year, ids=ids_of(**ids), followed=followed) if title else None
