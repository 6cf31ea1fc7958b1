"""Trakt: the zip of its “Export data”, and single bodies as its interface answers them.

What is assumed, as read off recorded bodies and what others wrote of the zip: every item about a show holds it as
`show`, with title, year and ids. Trakt has no word for following, so what was watched or stands on the watchlist is
taken to be followed, and what was hidden is not. A big history is cut into numbered files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from showstatus.imports.listed import Listed, ids_of, year_of
from showstatus.untrusted import a_list, a_name, a_table

_WATCHLIST = re.compile(r"lists-watchlist(?:-\d{1,6})?\.json")
_SHOWS = re.compile(r"watched-shows(?:-\d{1,6})?\.json")
_HISTORY = re.compile(r"watched-history(?:-\d{1,6})?\.json")
_HIDDEN = re.compile(r"hidden-[a-z-]{1,40}(?:-\d{1,6})?\.json")


def members(names: Sequence[str]) -> list[str]:
    """Which members of a zip are read; none where it is not from Trakt.

    The history, by far the longest, is read only where the shows that were watched are not told by themselves.
    """
    found = {name.rpartition("/")[2]: name for name in sorted(names) if not name.startswith("__MACOSX/")}

    def like(pattern: re.Pattern[str]) -> list[str]:
        return [name for base, name in found.items() if pattern.fullmatch(base)]

    watched = like(_SHOWS) or like(_HISTORY)
    own = [*watched, *like(_WATCHLIST)]
    return [*like(_HIDDEN), *own] if own else []


def fits(body: Any) -> bool:
    """Whether a body is a list of Trakt's items."""
    first = a_table(a_list(body)[0]) if a_list(body) else {}
    return any("trakt" in a_table(a_table(first.get(kind)).get("ids")) for kind in ("show", "movie"))


def read_archive(bodies: dict[str, Any]) -> Iterable[Listed | None]:
    """The shows of all members; one that was hidden is not followed, whatever the others say."""
    for name, body in bodies.items():
        hidden = name.rpartition("/")[2].startswith("hidden-")
        for item in read(body):
            if hidden and item is not None:
                yield Listed(title=item.title, year=item.year, ids=item.ids, followed=False)
            elif not hidden:
                yield item


def read(body: Any) -> Iterable[Listed | None]:
    """The shows of a list of items; None for each that is about something else."""
    for item in map(a_table, a_list(body)):
        show = a_table(item.get("show"))
        title = a_name(show.get("title"))
        ids = {key: value for key, value in a_table(show.get("ids")).items() if key in _IDS}
        yield Listed(title=title, year=year_of(show.get("year")), ids=ids_of(**ids)) if title is not None else None


_IDS = ("imdb", "tmdb", "tvdb", "trakt")
