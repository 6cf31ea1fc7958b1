"""The compiled index: each registry file as rows in the store, made again only when the file's content changed.

A file is taken to be unchanged while its size, times and inode are; otherwise its content is compared, and only a
new content is parsed. Reading one show costs the same however large the registry is.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator

from showstatus.ledger.store import storable, transaction

TYPE_CHECKING = False
if TYPE_CHECKING:
    from showstatus.claims import Problem
    from showstatus.dates import PartialDate
    from showstatus.ledger.book import Layer
    from showstatus.ledger.toml_format import RegistryRows, Row

SLUG, TITLE, ALIAS, SHORT, ACRONYM = range(5)
"""Tiers of names, best first: slug or qualified title; title; alias; either title without its article; initials."""


class Index:
    """One registry's rows in the store. `origin` names the layer it is."""

    def __init__(self, connection: sqlite3.Connection, path: str, origin: str) -> None:
        self.path = path
        self.origin = origin
        self._connection = connection
        self._id, self.digest, self._checked = _current(connection, path, storable(path))

    @property
    def checked(self) -> PartialDate | None:
        """How far the knowledge of this registry reaches, where it says so."""
        from showstatus.dates import parse_edtf

        return parse_edtf(self._checked) if self._checked else None

    @property
    def size(self) -> tuple[int, int]:
        """How many shows have a block in this registry, and how many claims it makes."""
        layers = [layer for _, layer in self.layers()]
        return sum(layer.show is not None for layer in layers), sum(len(layer.claims) for layer in layers)

    def layer(self, slug: str) -> Layer | None:
        """What this registry says about a show; None where it says nothing."""
        row = self._connection.execute(
            "SELECT block, claims FROM show WHERE registry = ? AND slug = ?", (self._id, slug)
        ).fetchone()
        return self._as_layer(*row) if row else None

    def layers(self) -> Iterator[tuple[str, Layer]]:
        """Everything this registry says, by slug."""
        rows = self._connection.execute("SELECT slug, block, claims FROM show WHERE registry = ?", (self._id,))
        return ((slug, self._as_layer(block, claims)) for slug, block, claims in rows)

    def texts(self) -> Iterator[tuple[str, str | None, str, str | None]]:
        """Everything this registry says as it is stored: slug, block, claims, and how far the file reaches."""
        rows = self._connection.execute("SELECT slug, block, claims FROM show WHERE registry = ?", (self._id,))
        return ((slug, block, claims, self._checked) for slug, block, claims in rows)

    def blocks(self) -> Iterator[tuple[str, Row]]:
        """The slugs that have a block of their own, with its keys."""
        rows = self._connection.execute(
            "SELECT slug, block FROM show WHERE registry = ? AND block IS NOT NULL", (self._id,)
        )
        import json

        return ((str(slug), json.loads(block)) for slug, block in rows)

    def named(self, folded: str) -> list[tuple[int, str]]:
        """The (tier, slug) pairs that bear exactly this folded name."""
        rows = self._connection.execute(
            "SELECT tier, slug FROM name WHERE registry = ? AND folded = ?", (self._id, folded)
        )
        return [(int(tier), str(slug)) for tier, slug in rows]

    def names(self, prefix: str = "") -> list[tuple[str, int, str]]:
        """All (folded name, tier, slug) that begin with a prefix."""
        rows = self._connection.execute(
            "SELECT folded, tier, slug FROM name WHERE registry = ? AND folded >= ? AND folded < ?",
            (self._id, prefix, prefix + "\U0010ffff"),
        )
        return [(str(folded), int(tier), str(slug)) for folded, tier, slug in rows]

    def problems(self) -> list[Problem]:
        """What is wrong in the file itself."""
        rows = self._connection.execute(
            "SELECT line, message, severity FROM problem WHERE registry = ? ORDER BY line IS NULL, line", (self._id,)
        )
        from showstatus.claims import Problem

        return [Problem(self.path, *row) for row in rows]

    def _as_layer(self, block: str | None, claims: str) -> Layer:
        import json

        from showstatus.ledger.book import Layer

        return Layer(self.origin, json.loads(block) if block else None, json.loads(claims), self.checked)


def _current(connection: sqlite3.Connection, path: str, key: str) -> tuple[int, str, str | None]:
    """The registry's id, digest and `checked`, after compiling it where it changed."""
    signature = _signature(path)
    row = connection.execute("SELECT id, signature, digest, checked FROM registry WHERE path = ?", (key,)).fetchone()
    if row and row[1] == signature:
        return row[0], row[2], row[3]
    return _refreshed(connection, path, key, signature, row[2] if row else None)


def _signature(path: str) -> str:
    """What tells a changed file from the same one without reading it; “missing” where there is none."""
    try:
        stat = os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return "missing"
    except OSError:
        return "unreadable"
    return f"{stat.st_size}:{stat.st_mtime_ns}:{stat.st_ctime_ns}:{stat.st_ino}"


def _refreshed(
    connection: sqlite3.Connection, path: str, key: str, signature: str, known: str | None
) -> tuple[int, str, str | None]:
    import hashlib

    from showstatus.ledger.user_file import read

    try:
        text = read(path)
    except FileNotFoundError:
        text = ""
    digest = hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
    rows = _compiled(text, path) if digest != known else None
    with transaction(connection):
        connection.execute(
            "INSERT INTO registry (path, signature, digest) VALUES (?, ?, ?)"
            " ON CONFLICT (path) DO UPDATE SET signature = excluded.signature, digest = excluded.digest",
            (key, signature, digest),
        )
        registry = connection.execute("SELECT id, checked FROM registry WHERE path = ?", (key,)).fetchone()
        if rows is None:
            return registry[0], digest, registry[1]
        _store(connection, registry[0], rows)
    return registry[0], digest, rows.checked


def _compiled(text: str, path: str) -> RegistryRows:
    from showstatus.ledger.toml_format import decode
    from showstatus.ledger.toml_lines import claim_lines, document, show_lines

    return decode(document(text), path, show_lines(text), claim_lines(text))


def _store(connection: sqlite3.Connection, registry: int, rows: RegistryRows) -> None:
    for table in ("show", "name", "problem"):
        connection.execute(f"DELETE FROM {table} WHERE registry = ?", (registry,))  # noqa: S608 - our own names
    connection.execute("UPDATE registry SET checked = ? WHERE id = ?", (rows.checked, registry))
    claims: dict[str, list[Row]] = {}
    for claim in rows.claims:
        claims.setdefault(claim["show"], []).append(claim)
    slugs = dict.fromkeys([*rows.shows, *claims])
    connection.executemany(
        "INSERT INTO show VALUES (?, ?, ?, ?)",
        (
            (registry, slug, _json(rows.shows[slug]) if slug in rows.shows else None, _json(claims.get(slug, [])))
            for slug in slugs
        ),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO name VALUES (?, ?, ?, ?)",
        ((registry, *pair, slug) for slug, show in rows.shows.items() for pair in _names(slug, show) if pair[0]),
    )
    connection.executemany(
        "INSERT INTO problem VALUES (?, ?, ?, ?)",
        ((registry, problem.line, problem.severity, problem.message) for problem in rows.problems),
    )


def _names(slug: str, show: Row) -> Iterator[tuple[str, int]]:
    from showstatus.names import acronym, fold, without_article

    yield fold(slug), SLUG
    title = show.get("title")
    if title:
        qualifier = show.get("qualifier")
        if qualifier:
            yield fold(f"{title} {qualifier}"), SLUG
            yield without_article(fold(f"{title} {qualifier}")), SHORT
        yield fold(title), TITLE
        yield without_article(fold(title)), SHORT
        initials = acronym(title)
        if initials:
            yield initials, ACRONYM
    for alias in show.get("aliases", ()):
        yield fold(alias), ALIAS


def _json(value: object) -> str:
    import json

    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
