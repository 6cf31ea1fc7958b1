"""Which known show each show of an export is, and what follows from that for what you follow.

Exact ids beat titles. A title decides alone only where nothing speaks against it: no id that is another's, no year
that is another's, and no second show of that name. What several shows may be is doubtful, and a person decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from showstatus.imports.listed import Listed
from showstatus.names import fold, free_slug, without_article
from showstatus.shows import ID_KINDS, Show

OUTCOMES = ("followed", "added", "new", "doubtful", "unplaced", "left")
"""What becomes of a show: you follow it already; a known one, followed from now on; one that no registry knows, made
and followed; one that may be several; one that cannot be placed; one that is not to be followed."""
CLOSE_YEARS = 1
"""Services differ by so much on the year in which a show began."""
_SUFFIX = re.compile(r"^(?P<title>.+?) \((?P<told>\d{4}|[A-Za-z]{2,3})\)$", re.ASCII)
_COUNTRIES = {"uk": "gb", "usa": "us"}
"""How people write countries that have another code."""


class KnownShow(NamedTuple):
    """A show that some registry knows, and the year in which it began."""

    show: Show
    year: int | None
    left: bool
    """Whether you said that you do not follow it."""
    shared: bool = False
    """Whether only a shared registry knows it: an id or a name means it only where it means no other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """What becomes of one show of an export."""

    listed: Listed
    outcome: str
    """One of `OUTCOMES`."""
    slug: str | None = None
    candidates: tuple[str, ...] = ()
    """The slugs of the shows that it may be, where it is doubtful."""
    keys: Mapping[str, object] = field(default_factory=dict)
    """What a block for it says."""
    why: str | None = None
    """Why it is not placed, or left."""


class Shelf:
    """Every known show, as it is found by id and by name."""

    def __init__(self, known: Iterable[KnownShow]) -> None:
        self.shows: dict[str, KnownShow] = {}
        self._ids: dict[tuple[str, str], set[str]] = {}
        self._names: dict[str, set[str]] = {}
        for one in known:
            self._add(one)

    def by_ids(self, ids: Mapping[str, str | int]) -> list[str]:
        """The slugs of the shows that have one of these ids."""
        found = (self._ids.get((kind, str(value)), set()) for kind, value in ids.items())
        return self._first(set().union(*found))

    def by_name(self, name: str) -> list[str]:
        """The slugs of the shows that bear a name, with or without an article before it."""
        folded = fold(name)
        names = (folded, f"~{without_article(folded)}")
        found = [self._first(self._names.get(name, set())) for name in names]
        own = [slugs for slugs in found if slugs and not self.shows[slugs[0]].shared]
        return next(iter([*own, *filter(None, found)]), [])

    def _first(self, slugs: set[str]) -> list[str]:
        """Of shows that an id or a name means, those that count: shared ones only where there are no others."""
        return sorted([slug for slug in slugs if not self.shows[slug].shared] or slugs)

    @property
    def names(self) -> list[str]:
        """Every name that a show bears, folded."""
        return [name for name in self._names if name[0] != "~"]

    def make(self, listed: Listed, title: str, qualifier: str | None) -> tuple[str, dict[str, object]]:
        """A new show: its slug and what a block for it says. It is known from then on."""
        last = next((f"{kind} {listed.ids[kind]}" for kind in ID_KINDS if kind in listed.ids), None)
        year = str(listed.year) if listed.year is not None else None
        slug, qualifier = free_slug(title, (qualifier, year, last), self.shows.__contains__, first=qualifier)
        told = {"qualifier": qualifier} if qualifier is not None else {}
        ids = {"ids": dict(listed.ids)} if listed.ids else {}
        show = Show(slug=slug, title=title, qualifier=qualifier, ids=listed.ids, followed=True)
        self._add(KnownShow(show, listed.year, False))
        return slug, {"title": title, **told, **ids}

    def follow(self, slug: str, ids: Mapping[str, str | int]) -> None:
        """Note that a show is followed from now on, and under which ids it is known."""
        known = self.shows[slug]
        show = replace(known.show, followed=True, ids={**ids, **known.show.ids})
        self._add(known._replace(show=show))

    def _add(self, one: KnownShow) -> None:
        show = one.show
        self.shows[show.slug] = one
        for kind, value in show.ids.items():
            self._ids.setdefault((kind, str(value)), set()).add(show.slug)
        for name in (show.slug, show.title, show.display, *show.aliases):
            folded = fold(name)
            if folded:
                self._names.setdefault(folded, set()).add(show.slug)
                self._names.setdefault(f"~{without_article(folded)}", set()).add(show.slug)


Similar = Callable[[str], Sequence[str]]
"""The slugs of shows whose names are like one that nobody bears."""


def place(shows: Iterable[Listed], shelf: Shelf, similar: Similar, *, everything: bool = False) -> Iterator[Placed]:
    """What becomes of each show of an export, in its order; a show that it lists twice is told once.

    `everything` follows those too that the export lists without following them.
    """
    told: set[str] = set()
    for listed in _merged(shows):
        found = _place(listed, shelf, similar, everything=everything)
        if found.slug is not None and found.slug in told:
            continue
        if found.slug is not None:
            told.add(found.slug)
        yield found


def settle(doubtful: Placed, slug: str | None, shelf: Shelf) -> Placed:
    """What becomes of a doubtful show once a person has said which it is; None for none of those that are known."""
    if slug is None:
        title, qualifier = title_and_suffix(doubtful.listed.title or "")
        slug, keys = shelf.make(doubtful.listed, title, qualifier)
        return replace(doubtful, outcome="new", slug=slug, keys=keys, candidates=())
    return replace(_known(doubtful.listed, slug, shelf, sure=True), candidates=())


def _merged(shows: Iterable[Listed]) -> Iterator[Listed]:
    """The shows, those that share an id told once: as not followed where one of them says so, else by the first."""
    merged: list[Listed] = []
    places: dict[tuple[str, str], int] = {}
    for one in shows:
        keys = [(kind, str(value)) for kind, value in one.ids.items()] or [("title", fold(one.title or ""))]
        at = next((places[key] for key in keys if key in places), len(merged))
        if at == len(merged):
            merged.append(one)
        else:
            old = merged[at]
            both = replace(old, ids={**one.ids, **old.ids}, followed=old.followed and one.followed)
            merged[at] = replace(both, title=old.title or one.title, year=old.year or one.year)
        places.update(dict.fromkeys(keys, at))
    return iter(merged)


def _place(listed: Listed, shelf: Shelf, similar: Similar, *, everything: bool) -> Placed:
    if not listed.followed and not everything:
        slug = next(iter(shelf.by_ids(listed.ids)), None)
        return Placed(listed=listed, outcome="left", slug=slug, why="it is not followed there")
    same = shelf.by_ids(listed.ids)
    if len(same) == 1:
        return _known(listed, same[0], shelf)
    if same:
        return Placed(listed=listed, outcome="doubtful", candidates=tuple(same), why="its ids are those of several")
    if listed.title is None:
        return Placed(listed=listed, outcome="unplaced", why="no registry has its id, and the file has no title for it")
    return _by_title(listed, listed.title, shelf, similar)


def _by_title(listed: Listed, told: str, shelf: Shelf, similar: Similar) -> Placed:
    if told in shelf.shows:
        return _known(listed, told, shelf, sure=True)  # a slug is nobody else's name
    title, suffix = title_and_suffix(told)
    whole = shelf.by_name(told)
    named = whole or shelf.by_name(title)
    hinted = replace(listed, year=listed.year or _year(suffix))
    fitting = [slug for slug in named if not _speaks_against(hinted, shelf.shows[slug])]
    sure = [slug for slug in fitting if _is_sure(hinted, shelf.shows[slug], suffix, alone=fitting == [slug])]
    followed = [slug for slug in fitting if shelf.shows[slug].show.followed]
    if len(sure) == 1:
        return _known(listed, sure[0], shelf)
    if not listed.ids and len(followed) == 1:
        return _known(listed, followed[0], shelf)
    if fitting:
        return Placed(listed=listed, outcome="doubtful", candidates=tuple(fitting), why="its title is that of others")
    if listed.ids:
        slug, keys = shelf.make(listed, title, suffix)
        return Placed(listed=listed, outcome="new", slug=slug, keys=keys)
    like = [slug for slug in similar(told) if not _speaks_against(hinted, shelf.shows[slug])]
    if like:
        return Placed(listed=listed, outcome="doubtful", candidates=tuple(like), why="its title is like that of others")
    return Placed(listed=listed, outcome="unplaced", why="no registry has its title, and the file has no id for it")


def _known(listed: Listed, slug: str, shelf: Shelf, *, sure: bool = False) -> Placed:
    """What becomes of a show that is a known one; `sure` where a person said so, and new ids of it are kept."""
    known = shelf.shows[slug]
    fresh = {kind: value for kind, value in listed.ids.items() if kind not in known.show.ids} if sure else {}
    keys = {"ids": fresh} if fresh else {}
    if known.left:
        return Placed(listed=listed, outcome="left", slug=slug, why="you said that you do not follow it")
    outcome = "followed" if known.show.followed else "added"
    shelf.follow(slug, fresh)
    return Placed(listed=listed, outcome=outcome, slug=slug, keys=keys)


def _speaks_against(listed: Listed, known: KnownShow) -> bool:
    """Whether an id or the year is another's."""
    ids = known.show.ids
    if any(kind in ids and str(ids[kind]) != str(value) for kind, value in listed.ids.items()):
        return True
    return None not in (listed.year, known.year) and not _same_year(listed, known)


def _is_sure(listed: Listed, known: KnownShow, suffix: str | None, *, alone: bool) -> bool:
    """Whether a title that fits is enough: the year says the same, or what stands behind it, or nothing is in doubt."""
    show = known.show
    if _same_year(listed, known) or (show.qualifier and fold(listed.title or "") == fold(show.display)):
        return True
    if suffix is not None:
        country = _COUNTRIES.get(suffix.lower(), suffix.lower())
        return suffix.lower() == (show.qualifier or "").lower() or country == (show.country or "").lower()
    return alone and show.qualifier is None


def _same_year(listed: Listed, known: KnownShow) -> bool:
    return listed.year is not None and known.year is not None and abs(listed.year - known.year) <= CLOSE_YEARS


def title_and_suffix(told: str) -> tuple[str, str | None]:
    """A title without the year or country behind it: “Ghosts (US)” is “Ghosts” and “US”."""
    found = _SUFFIX.match(told)
    return (found["title"], found["told"]) if found else (told, None)


def _year(suffix: str | None) -> int | None:
    return int(suffix) if suffix is not None and suffix.isdigit() else None
