"""How commands ask the catalogue of all shows: where there is none, or none that can be used, they do without."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from typing import TypeVar

from showstatus.cli.session import Session
from showstatus.errors import CatalogueUnusable, NoSuchShow
from showstatus.names import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

    from showstatus.catalogue.file import Catalogue
    from showstatus.sources.base import Hit

T = TypeVar("T")
_MOST_HINTS = 3


def asked(session: Session, question: Callable[[Catalogue], T]) -> T | None:
    """What the catalogue answers; None where there is none. One that cannot be used is told of, and is none."""
    if not os.path.exists(session.where.catalogue):
        return None
    from showstatus.catalogue.file import opened

    try:
        catalogue = opened(session.where.catalogue)
        if catalogue is None:
            return None
        with closing(catalogue):
            return question(catalogue)
    except CatalogueUnusable as error:
        tell(session, error)
        return None


def tell(session: Session, error: CatalogueUnusable) -> None:
    """Say that the catalogue cannot be used; one that is of no more use is put aside."""
    session.output.talk(after_putting_aside(error))


def after_putting_aside(error: CatalogueUnusable) -> str:
    """What is said of a catalogue that cannot be used, once it is out of the way where it is of no more use."""
    from showstatus.catalogue.file import put_aside

    aside = put_aside(error.path) if error.damaged else None
    if aside is None:
        return str(error)
    moved = f"it was moved to {aside}, and showstatus catalogue pull makes it anew"
    return f"The catalogue {error.path} cannot be used ({error.why}); {moved}."


def searched(session: Session, words: str) -> list[Hit] | None:
    """The shows that the catalogue has under these words, the best first; None where there is no catalogue."""
    return asked(session, lambda catalogue: _lookup().search(catalogue, words))


def titled(session: Session, title: str) -> list[Hit]:
    """The shows that the catalogue has of exactly this title; none as well where there is no catalogue."""
    return asked(session, lambda catalogue: _lookup().titled(catalogue, title)) or []


def with_id(session: Session, kind: str, value: str | int) -> Hit | None:
    """The show that the catalogue has under this id."""
    return asked(session, lambda catalogue: _lookup().by_ids(catalogue, {kind: value}))


@contextmanager
def titles(session: Session) -> Iterator[Callable[[str], bool]]:
    """Whether a title is in the catalogue, for as long as a `with` block runs; where there is none, none is."""
    if not os.path.exists(session.where.catalogue):
        yield lambda _: False
        return
    from showstatus.catalogue.file import opened
    from showstatus.catalogue.lookup import has_title

    catalogue: Catalogue | None = None

    def known(title: str) -> bool:
        nonlocal catalogue
        try:
            return catalogue is not None and has_title(catalogue, title)
        except CatalogueUnusable as error:
            if catalogue is not None:
                catalogue.close()
            catalogue = None
            tell(session, error)
            return False

    try:
        catalogue = opened(session.where.catalogue)
    except CatalogueUnusable as error:
        tell(session, error)
    try:
        yield known
    finally:
        if catalogue is not None:
            catalogue.close()


def label(hit: Hit) -> str:
    """A result in a few words: “The Office (2005, NBC)”."""
    told = ", ".join(str(part) for part in (hit.year, hit.platform) if part is not None)
    return f"{hit.title} ({told})" if told else hit.title


def hinted(session: Session, missed: NoSuchShow) -> NoSuchShow:
    """The same error with what the catalogue has of that name, or of a name like it."""

    def question(catalogue: Catalogue) -> tuple[list[Hit], list[Hit]]:
        hits = _lookup().titled(catalogue, missed.name, _MOST_HINTS)
        return hits, [] if hits else _lookup().alike(catalogue, missed.name, _MOST_HINTS)

    hits, like = asked(session, question) or ([], [])
    if not hits and not like:
        return missed
    labels = [*missed.suggestions, *(label(hit) for hit in like if not _is_told(session, hit, missed.suggestions))]
    hint = ""
    if hits:
        how = f"add --id tvmaze:{hits[0].id} follows it" if len(hits) == 1 else "search tells them apart"
        hint = f"TVmaze lists {', '.join(f'“{label(hit)}”' for hit in hits)}; showstatus {how}."
    return NoSuchShow(missed.name, tuple(labels[:_MOST_HINTS]), hint)


def _is_told(session: Session, hit: Hit, suggestions: Sequence[str]) -> bool:
    """Whether a show of the catalogue is among the suggestions already, by its title or by that in the registries."""
    if label(hit) in suggestions:
        return True
    slug = session.ledger.with_ids(hit.ids)
    known = session.ledger.entry(slug).show.display if slug is not None else hit.title
    return fold(known) in map(fold, suggestions)


def _lookup() -> ModuleType:
    from showstatus.catalogue import lookup

    return lookup
