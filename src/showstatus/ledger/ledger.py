"""Everything that is known, from all layers: shows by name, their claims, the problems in the files."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import product
from types import MappingProxyType
from typing import Any

from showstatus.errors import AmbiguousName, NoSuchShow, RegistryUnreadable
from showstatus.ledger.index import ALIAS, SHORT, SLUG, TITLE, Index
from showstatus.ledger.store import FAULTS, Store, in_memory, open_store, transaction
from showstatus.names import ALIKE, fold, without_article

TYPE_CHECKING = False
if TYPE_CHECKING:
    from showstatus.claims import Problem
    from showstatus.ledger.book import Entry, Layer, Outline
    from showstatus.ledger.fetched import Fetched

SHIPPED = "shipped"
"""The shared registry whose copy takes the place of the shipped registry."""
_PLAIN = re.compile(r"[\w-]+")
SUGGESTIONS = 3
"""How many similar names are offered for an unknown one."""
_SHORTEST_WORD = 4
"""A name of fewer letters, “the” or “on”, is in too many titles to mean one."""


class Ledger:
    """What was fetched, shared registries, the shipped one and the user's, opened for reading.

    A shared registry of the name `shipped` is a newer issue of the shipped one. Of the keys of a show those of a
    later one of these win. Raises `RegistryUnreadable` where a registry file is damaged.
    """

    def __init__(
        self,
        store_path: str | None,
        *,
        shipped: str | None,
        user: str,
        shared: Mapping[str, str] = MappingProxyType({}),
        fetched: Fetched | None = None,
    ) -> None:
        self._fetched = fetched
        self._store: Store = open_store(store_path)
        try:
            try:
                self._open(shipped, user, shared)
            except FAULTS as error:
                if store_path is None or self._store.note is not None:
                    raise
                self.close()
                self._store = in_memory(store_path, error)
                self._open(shipped, user, shared)
        except BaseException:
            self.close()
            raise

    def _open(self, shipped: str | None, user: str, shared: Mapping[str, str]) -> None:
        if shipped is not None and not os.path.lexists(shipped):
            raise RegistryUnreadable(
                shipped, "the shipped registry is not there, where SHOWSTATUS_SHIPPED or the program looks for it"
            )
        connection = self._store.connection
        self.user = Index(connection, user, "user")
        origins = {name: SHIPPED if name == SHIPPED else f"registry:{name}" for name in shared}
        self.copies = {name: Index(connection, path, origins[name]) for name, path in shared.items()}
        self.shipped = _shipped(Index(connection, shipped, SHIPPED), self.copies.get(SHIPPED)) if shipped else None
        others = [index for name, index in self.copies.items() if name != SHIPPED]
        self._ours: tuple[Index, ...] = (*((self.shipped,) if self.shipped else ()), self.user)
        self._indexes: tuple[Index, ...] = (*others, *self._ours)

    def close(self) -> None:
        """Let go of the store."""
        self._store.connection.close()

    @property
    def note(self) -> str | None:
        """Why the store could not be used, where it could not."""
        return self._store.note

    @property
    def digest(self) -> str:
        """A text that changes whenever the content of a registry does."""
        fetched = self._fetched.digest if self._fetched is not None else ""
        return "+".join([fetched, *(index.digest for index in self._indexes)])

    def entry(self, slug: str, *, with_fetched: bool = True) -> Entry:
        """One show with all its claims, those from sources included. Raises `NoSuchShow` where no registry has it."""
        from showstatus.ledger.book import entry

        layers = [layer for index in self._indexes if (layer := index.layer(slug)) is not None]
        if not any(layer.show is not None for layer in layers):
            raise NoSuchShow(slug)
        fetched = self._fetched.layers(slug) if self._fetched is not None and with_fetched else []
        return entry(slug, [*fetched, *layers])

    def entries(self, *, followed: bool) -> Iterator[Entry]:
        """Every show, or those the user follows, by slug."""
        return (one.entry() for one in self.outlines(followed=followed))

    def outlines(self, *, followed: bool) -> Iterator[Outline]:
        """The same, for whoever wants the claims of few of them."""
        from showstatus.ledger.book import outline

        wanted = self.followed() if followed else None
        layers: dict[str, list[Layer]] = {}
        for index in self._indexes:
            for slug, layer in index.layers():
                if wanted is None or slug in wanted:
                    layers.setdefault(slug, []).append(layer)
        fetched: dict[str, list[Layer]] = {}
        for slug, layer in self._fetched.all_layers() if self._fetched is not None else ():
            fetched.setdefault(slug, []).append(layer)
        for slug in sorted(layers):
            if any(layer.show is not None for layer in layers[slug]):
                yield outline(slug, [*fetched.get(slug, ()), *layers[slug]])

    def fingerprints(self) -> dict[str, str]:
        """A text for every show that changes whenever what is known about it does."""
        import hashlib

        found: dict[str, Any] = {}
        with_block: set[str] = set()
        for slug, *told in self._fetched.texts() if self._fetched is not None else ():
            known = found.setdefault(slug, hashlib.blake2b(digest_size=16))
            known.update("\x1f".join([*told, "\x1e"]).encode())
        for index in self._indexes:
            for slug, block, claims, checked in index.texts():
                known = found.setdefault(slug, hashlib.blake2b(digest_size=16))
                known.update(f"{index.origin}\x1f{block}\x1f{claims}\x1f{checked}\x1e".encode())
                if block is not None:
                    with_block.add(slug)
        return {slug: found[slug].hexdigest() for slug in found if slug in with_block}

    def followed(self) -> set[str]:
        """The slugs the user follows: those with a block in the user's registry."""
        return {slug for slug, block in self.user.blocks() if block.get("followed", True)}

    def resolve(self, name: str) -> str:
        """The slug of the show a name means: slug, title, title with qualifier, alias, initials.

        A name that the user's registry or the shipped one knows means no show of a shared registry.
        Raises `AmbiguousName` where several shows bear it equally, `NoSuchShow` (with similar names) where none does.
        """
        folded = fold(name)
        bare = without_article(folded)
        found: set[tuple[int, str]] = set()
        for indexes, wanted in product((self._ours, self._indexes), dict.fromkeys((folded, bare))):
            found = found or {pair for index in indexes for pair in index.named(wanted)}
        if not found:
            raise NoSuchShow(name, self._similar(folded))
        best = min(tier for tier, _ in found)
        slugs = sorted({slug for tier, slug in found if tier == best})
        if len(slugs) > 1 and name not in slugs:
            raise AmbiguousName(name, tuple((slug, self.entry(slug).show.display) for slug in slugs))
        return name if name in slugs else slugs[0]

    def titles(self) -> list[str]:
        """What the shows are called: titles and aliases."""
        blocks = [block for index in self._indexes for _, block in index.blocks()]
        return [name for block in blocks for name in (block.get("title"), *block.get("aliases", ())) if name]

    @property
    def knows_any(self) -> bool:
        """Whether some registry has a show."""
        return any(True for index in self._indexes for _ in index.blocks())

    def own(self) -> set[str]:
        """The slugs that the user's registry or the shipped one knows; what others share never stands before them."""
        return {slug for index in self._ours for slug, _ in index.blocks()}

    def has(self, slug: str) -> bool:
        """Whether some registry has a show of this slug."""
        layers = [index.layer(slug) for index in self._indexes]
        return any(layer is not None and layer.show is not None for layer in layers)

    def bearers(self, name: str) -> set[str]:
        """The slugs of all shows that bear a name: as slug, title or alias."""
        return {slug for index in self._indexes for tier, slug in index.named(fold(name)) if tier <= ALIAS}

    def complete(self, prefix: str) -> list[str]:
        """What was typed may become these words, for shell completion: slugs, and names of one word.

        A registry may come from anybody, and a shell obeys what is put on its line: plain words only.
        """
        typed = prefix.lower()
        names = [row for index in self._indexes for row in index.names(fold(prefix))]
        words = {slug if slug.startswith(typed) else folded for folded, _, slug in names}
        plain = [word for word in words if word.startswith(typed) and _PLAIN.fullmatch(word)]
        return sorted(prefix + word[len(prefix) :] for word in plain)

    def diagnose(self, as_of: dt.date, *, shipped: bool) -> list[Problem]:
        """What is wrong or doubtful in the user's registry, and in the shipped one where asked for."""
        from showstatus.ledger.checks import check

        looked_at = self._indexes if shipped else (self.user,)
        known = list(self.entries(followed=False))
        found = [problem for index in looked_at for problem in index.problems()]
        for index in looked_at:
            named = {slug: layer.claims for slug, layer in index.layers()}
            found += check(known, named, index.origin, index.path, as_of)
        return found + (self._fetched.problems() if self._fetched is not None else [])

    def cached(self, subject: str, basis: str) -> str | None:
        """What was derived of `subject` before, if it rests on the same `basis`."""
        row = self._store.connection.execute(
            "SELECT body FROM answer WHERE subject = ? AND basis = ?", (subject, basis)
        ).fetchone()
        return str(row[0]) if row else None

    def cached_under(self, prefix: str) -> dict[str, tuple[str, str]]:
        """Everything that is kept under subjects with this beginning: its basis and its text, by subject."""
        rows = self._store.connection.execute(
            "SELECT subject, basis, body FROM answer WHERE subject >= ? AND subject < ?",
            (prefix, prefix + "\U0010ffff"),
        )
        return {subject: (basis, body) for subject, basis, body in rows}

    def cache(self, subject: str, basis: str, body: str) -> None:
        """Keep what was derived, in place of what was kept under `subject` before; where that fails, nothing is."""
        self.cache_all([(subject, basis, body)])

    def cache_all(self, rows: Iterable[tuple[str, str, str]]) -> None:
        """Keep many texts at once, each as subject, basis and body; where that fails, none is."""
        connection = self._store.connection
        try:
            with transaction(connection):
                connection.executemany("INSERT OR REPLACE INTO answer VALUES (?, ?, ?)", rows)
        except FAULTS:
            return

    def search(self, words: str, limit: int = 10) -> list[str]:
        """The slugs of shows that bear the name, hold all its words in theirs, or are spelt like it; the best first."""
        folded = fold(words)
        if not folded:
            return []
        exact = [slug for index in self._indexes for _, slug in sorted(index.named(folded))]
        found = [*exact, *self._holding(folded, {SLUG, TITLE, ALIAS}), *self._alike(folded, limit)]
        return list(dict.fromkeys(found))[:limit]

    def with_ids(self, ids: Mapping[str, str | int]) -> str | None:
        """The slug of the show that has one of these ids, by registries and by what was fetched; None for none.

        An id that the user's registry or the shipped one knows means no show of a shared registry.
        """
        places = [self._by_id[pair] for pair in ids.items() if pair in self._by_id]
        if places:
            return min(places)[-1]
        if self._fetched is not None:
            for kind, value in ids.items():
                for known_as, (number, *_) in self._fetched.stamps(kind).items():
                    if number == value and self.has(known_as):
                        return known_as
        return None

    @cached_property
    def _by_id(self) -> dict[tuple[str, str | int], tuple[int, int, str]]:
        """The slug of the show that an id means, by kind and id, behind what says which comes first: yours do."""
        found: dict[tuple[str, str | int], tuple[int, int, str]] = {}
        for rank, index in enumerate(reversed(self._indexes)):
            for place, (slug, block) in enumerate(index.blocks()):
                for pair in block.get("ids", {}).items():
                    found.setdefault(pair, (rank, place, slug))
        return found

    def _similar(self, folded: str) -> tuple[str, ...]:
        """The shows whose titles, but for slips of the finger, are a name; else those that hold all its words."""
        found = self._alike(folded, SUGGESTIONS)
        if not found and len(folded) >= _SHORTEST_WORD:
            found = list(dict.fromkeys(self._holding(folded, {TITLE, ALIAS})))[:SUGGESTIONS]
        return tuple(self.entry(slug).show.display for slug in found)

    def _holding(self, folded: str, tiers: Container[int]) -> list[str]:
        """The shows that have all words of a name in one of theirs, which is of one of these tiers."""
        wanted = set(folded.split())
        names = [row for index in self._indexes for row in index.names() if row[1] in tiers]
        return [slug for name, _, slug in sorted(names) if wanted and wanted <= set(name.split())]

    def _alike(self, folded: str, limit: int) -> list[str]:
        """The shows whose names, articles before them aside, are spelt like a name; the likest first."""
        from rapidfuzz import fuzz, process

        best: dict[str, str] = {}
        for index in self._indexes:
            for name, tier, slug in index.names():
                if tier <= SHORT:
                    best.setdefault(without_article(name), slug)
        bare = without_article(folded)
        hits = process.extract(bare, list(best), scorer=fuzz.ratio, score_cutoff=ALIKE, limit=limit * 3)
        return list(dict.fromkeys(best[name] for name, _, _ in hits))[:limit]


def _shipped(packaged: Index, issue: Index | None) -> Index:
    """The shipped registry: the issue that was fetched of it, as long as the packaged one does not reach further."""
    if issue is None:
        return packaged
    ours, theirs = packaged.checked, issue.checked
    return issue if ours is None or (theirs is not None and theirs.last >= ours.last) else packaged
