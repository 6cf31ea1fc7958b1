"""The store: one SQLite file in the state folder that holds what can be made again from the registries.

It is a cache: deleting it changes no answer. Where it cannot be written or is damaged, the same tables are made in
memory and `Store.note` says so. WAL and a busy time-out let several processes use it at once.
"""

from __future__ import annotations

import os
import sqlite3
import time
from typing import NamedTuple

from showstatus import __version__
from showstatus.private import make_private

FAULTS = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite's module raises for a file that is damaged: what it says of the damage may be no UTF-8."""
BUSY_MS = 30_000
"""How long one process waits for another's write, in milliseconds."""
_PAUSE_MS = 10

_LAYOUT = f"{__version__}/2"
"""It goes up when the tables change, or what a registry puts into them."""
_TABLES = """
CREATE TABLE layout (version TEXT NOT NULL);
CREATE TABLE registry (
    id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, signature TEXT NOT NULL, digest TEXT NOT NULL, checked TEXT
);
CREATE TABLE show (
    registry INTEGER NOT NULL, slug TEXT NOT NULL, block TEXT, claims TEXT NOT NULL, PRIMARY KEY (registry, slug)
) WITHOUT ROWID;
CREATE TABLE name (
    registry INTEGER NOT NULL, folded TEXT NOT NULL, tier INTEGER NOT NULL, slug TEXT NOT NULL,
    PRIMARY KEY (registry, folded, tier, slug)
) WITHOUT ROWID;
CREATE TABLE problem (registry INTEGER NOT NULL, line INTEGER, severity TEXT NOT NULL, message TEXT NOT NULL);
CREATE TABLE answer (subject TEXT PRIMARY KEY, basis TEXT NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
"""


class Store(NamedTuple):
    """An open store."""

    connection: sqlite3.Connection
    note: str | None = None
    """Why it is only in memory, in a sentence; None where it is on disk."""


def open_store(path: str | None) -> Store:
    """Open the store at `path`, made new where it is missing or laid out by another version; in memory for None."""
    if path is None:
        return Store(_prepared(":memory:"))
    try:
        make_private(os.path.dirname(path))
        return Store(_prepared(path))
    except (OSError, *FAULTS) as error:
        return in_memory(path, error)


def in_memory(path: str, error: Exception) -> Store:
    """A store in memory, with a note why the one at `path` cannot be used."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    note = f"The store {path} cannot be used ({reason}); working in memory, which takes longer."
    return Store(_prepared(":memory:"), note)


def _prepared(path: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=BUSY_MS / 1000, isolation_level=None)
    try:
        if _layout(connection) != _LAYOUT:
            _lay_out(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _layout(connection: sqlite3.Connection) -> str | None:
    try:
        row = connection.execute("SELECT version FROM layout").fetchone()
    except sqlite3.OperationalError as error:
        if "no such table" in str(error):
            return None
        raise
    return row[0] if row else None


def _lay_out(connection: sqlite3.Connection) -> None:
    write_ahead(connection)
    with transaction(connection):
        if _layout(connection) == _LAYOUT:
            return
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (name,) in names:
            connection.execute(f'DROP TABLE IF EXISTS "{name}"')
        for statement in _TABLES.split(";"):
            if statement.strip():
                connection.execute(statement)
        connection.execute("INSERT INTO layout VALUES (?)", (_LAYOUT,))


def write_ahead(connection: sqlite3.Connection) -> None:
    """Use WAL. While another lays out the same new file SQLite refuses that at once, whatever the time-out."""
    for left in reversed(range(BUSY_MS // _PAUSE_MS)):
        try:
            sqlite3.Connection.execute(connection, "PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or not left:
                raise
            time.sleep(_PAUSE_MS / 1000)


def storable(text: str) -> str:
    """A text as the store can hold it: a path that is not UTF-8 is legal on a disk, but no text."""
    return text.encode(errors="backslashreplace").decode()


class transaction:  # noqa: N801 - used like a function
    """All or nothing, with the write lock from the start: `with transaction(connection): …`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> None:
        self._connection.execute("BEGIN IMMEDIATE")

    def __exit__(self, error: object, *_: object) -> None:
        if error is None:
            self._connection.execute("COMMIT")
        elif self._connection.in_transaction:  # on a full disk SQLite has rolled back by itself
            self._connection.execute("ROLLBACK")
