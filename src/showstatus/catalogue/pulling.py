"""How the catalogue comes from TVmaze, and how it is kept in step: the joint of network and disk for it.

Whatever comes is kept before the next is asked for, so that a run that is broken off loses nothing.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable

from showstatus.catalogue.file import Catalogue
from showstatus.errors import SourceUnreachable
from showstatus.sources.base import Unusable
from showstatus.sources.index import Index
from showstatus.sources.tvmaze import PAGE

PAGES = 350
"""How many pages there were in 2026; a first pull is told to be as long."""
MOST_PAGES = 4000
"""A million shows: an index without an end is none."""
FEW = 100
"""So many changed shows, or fewer, are asked for one by one; of more, those that share a page come with it."""
_WITHIN = ((5, "week"), (28, "month"))
"""Of a catalogue that is up to so many days old it is asked what changed within this time: days more than its age, as
a page of the index may be a day old, so that what it had not yet is asked for again."""

Progress = Callable[[int, int], None]
"""Called with how many requests are done and how many there are, as far as that is known."""


def pull(index: Index, catalogue: Catalogue, day: dt.date, progress: Progress) -> int:
    """Bring every page of the index, from where the last pull was broken off; gives how many shows came.

    A page that is missing keeps what was known of it. Raises `SourceUnreachable` and `Unusable`; what came is kept.
    """
    if catalogue.state.page is None:
        catalogue.begin(day.isoformat())
    known = catalogue.last_page
    came, page = 0, catalogue.state.page or 0
    while True:
        progress(page, max(page, known, PAGES if known < 0 else 0) + 1)
        hits = index.page(page)
        if not hits and page == 0:
            raise Unusable("that it has no list of shows")
        if not hits and page > known:
            break
        if page >= MOST_PAGES:
            raise Unusable(f"with more than {MOST_PAGES} pages of shows")
        if hits:
            catalogue.put_page(page, hits, page + 1)
            came += len(hits)
        page += 1
    catalogue.finish()
    return came


def update(index: Index, catalogue: Catalogue, day: dt.date, progress: Progress) -> int:
    """Bring the shows that changed since the catalogue's day, and those that are new; gives how many came.

    Raises `SourceUnreachable` and `Unusable`; what came is kept, and is not asked for again.
    """
    told = catalogue.state.day
    if told is None:
        raise AssertionError("what was never pulled cannot be brought up to date")
    behind = catalogue.behind(index.stamps(_within(dt.date.fromisoformat(told), day)))
    pages, rows = _asked(behind)
    if len(pages) + len(rows) > MOST_PAGES:
        raise Unusable("with more changes than there can be")
    came = 0
    for place, page in enumerate(pages):
        progress(place, len(pages) + len(rows))
        hits = index.page(page)
        if hits:
            catalogue.put_page(page, hits)
            came += len(hits)
    for place, number in enumerate(rows, len(pages)):
        progress(place, len(pages) + len(rows))
        hit = index.row(number)
        if hit is None:
            catalogue.drop(number)
        else:
            catalogue.put(hit)
            came += 1
    catalogue.note(day.isoformat())
    return came


def broken_off(error: Unusable | SourceUnreachable, catalogue: Catalogue, action: str) -> SourceUnreachable:
    """What is said where a pull or an update could not come to its end: why, what was kept, and how to go on."""
    why = f"TVmaze answered {error}." if isinstance(error, Unusable) else str(error)
    kept = f"{catalogue.told} kept, and showstatus catalogue {action} goes on from there"
    return SourceUnreachable(f"{why} {kept if catalogue.shows else 'Nothing came; try again later'}.")


def _within(told: dt.date, day: dt.date) -> str | None:
    """How far back it is asked what changed; None for all there is, which is a list of a few million bytes."""
    age = (day - told).days
    return next((within for days, within in _WITHIN if 0 <= age <= days), None)


def _asked(behind: Iterable[int]) -> tuple[list[int], list[int]]:
    """The pages and the single shows that are asked for, to bring these shows in few requests."""
    numbers = list(behind)
    shared = Counter(number // PAGE for number in numbers) if len(numbers) > FEW else Counter[int]()
    pages = sorted(page for page, changed in shared.items() if changed > 1)
    return pages, [number for number in numbers if shared[number // PAGE] < 2]
