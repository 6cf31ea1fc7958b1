"""What the catalogue adds to the shows of an export: the ids and the title that the file does not have."""

from __future__ import annotations

from dataclasses import replace

from showstatus.catalogue.file import Catalogue
from showstatus.catalogue.lookup import by_ids, titled
from showstatus.imports.listed import Listed, year_of
from showstatus.imports.placing import CLOSE_YEARS, Shelf, title_and_suffix
from showstatus.sources.base import Hit


def filled(listed: Listed, catalogue: Catalogue, shelf: Shelf) -> Listed:
    """The show with what the catalogue has for it; as it is where that says nothing for sure.

    An id decides; a title does where there is no id, no registry has it, and one show of all there are bears it, in the
    year that is told.
    """
    hit = by_ids(catalogue, listed.ids) if listed.ids else _by_title(listed, catalogue, shelf)
    if hit is None:
        return listed
    ids = {**hit.ids, **listed.ids}
    return replace(listed, ids=ids, title=listed.title or hit.title, year=listed.year or hit.year)


def _by_title(listed: Listed, catalogue: Catalogue, shelf: Shelf) -> Hit | None:
    told = listed.title or ""
    title, suffix = title_and_suffix(told)
    if shelf.by_name(told) or shelf.by_name(title):
        return None
    year = listed.year or year_of(suffix)
    hits = titled(catalogue, told) or titled(catalogue, title)
    fitting = [hit for hit in hits if None in (year, hit.year) or abs((hit.year or 0) - (year or 0)) <= CLOSE_YEARS]
    return fitting[0] if len(fitting) == 1 else None
