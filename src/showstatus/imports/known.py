"""The shows that a ledger knows, as an import looks for them."""

from __future__ import annotations

from collections.abc import Iterator

from showstatus.imports.placing import KnownShow, Shelf
from showstatus.ledger.ledger import Ledger
from showstatus.names import fold

ALIKE = 85
"""Of 100, how alike a title must be to a name that could be meant: one letter in seven may be wrong."""


def known_shows(ledger: Ledger) -> Iterator[KnownShow]:
    """Every show that a registry knows."""
    own = ledger.own()
    left = {slug for slug, block in ledger.user.blocks() if not block.get("followed", True)}
    for entry in ledger.entries(followed=False):
        came = [c.value.start.year for c in entry.claims if c.kind == "premiered" and c.value is not None]
        slug = entry.show.slug
        yield KnownShow(entry.show, min(came, default=None), left=slug in left, shared=slug not in own)


def alike(shelf: Shelf, title: str) -> list[str]:
    """The slugs of the shows whose names are this title but for a slip of the finger."""
    from rapidfuzz import fuzz, process

    hits = process.extract(fold(title), shelf.names, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=3)
    return list(dict.fromkeys(slug for name, _, _ in hits for slug in shelf.by_name(name)))
