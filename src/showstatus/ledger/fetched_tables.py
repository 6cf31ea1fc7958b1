"""The tables of the file of what was fetched: each version adds to the one before, and nothing is laid out anew."""

from __future__ import annotations

import os

from showstatus.errors import FetchedUnusable
from showstatus.ledger.database import Connection, connected
from showstatus.ledger.inbox import TABLES as INBOX_TABLES
from showstatus.ledger.store import transaction, write_ahead

STEPS = (
    """
    CREATE TABLE show (
        source TEXT NOT NULL, slug TEXT NOT NULL, number INTEGER NOT NULL, stamp INTEGER NOT NULL,
        checked TEXT NOT NULL, missed TEXT, said TEXT NOT NULL, block TEXT NOT NULL, claims TEXT NOT NULL,
        PRIMARY KEY (source, slug)
    ) WITHOUT ROWID;
    CREATE TABLE start (source TEXT NOT NULL, at REAL NOT NULL);
    CREATE TABLE subscription (
        name TEXT PRIMARY KEY, terms TEXT NOT NULL, content TEXT NOT NULL, etag TEXT, modified TEXT,
        checked TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE change (
        id INTEGER PRIMARY KEY AUTOINCREMENT, day TEXT NOT NULL, slug TEXT NOT NULL, body TEXT NOT NULL
    );
    CREATE TABLE reader (name TEXT PRIMARY KEY, heard INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE seen (slug TEXT PRIMARY KEY, day TEXT NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE version (number INTEGER NOT NULL);
    INSERT INTO version VALUES (0);
    """,
    """
    CREATE TABLE told (
        reader TEXT NOT NULL, what TEXT NOT NULL, note TEXT NOT NULL, PRIMARY KEY (reader, what)
    ) WITHOUT ROWID;
    """,
    INBOX_TABLES,
)
"""What each version of the file adds to the one before."""


def laid_out(path: str) -> Connection:
    """The file, open, with all its tables; where its folder may only be read, with those it has.

    Raises `FetchedUnusable` where it is damaged, or cannot be read or made.
    """
    connection = connected(path)
    try:
        _upgrade(connection)
    except BaseException as error:
        connection.close()
        if not isinstance(error, FetchedUnusable) or error.damaged or not os.path.exists(path):
            raise
        older = _read_only(path)
        if older is None:
            raise
        return older
    return connection


def _upgrade(connection: Connection) -> None:
    if _steps_taken(connection) >= len(STEPS):
        return
    with connection.faults():
        write_ahead(connection)
    with transaction(connection):
        for number in range(_steps_taken(connection), len(STEPS)):
            for statement in STEPS[number].split(";"):
                if statement.strip():
                    connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number + 1}")


def _read_only(path: str) -> Connection | None:
    """The file, only to be read; None where it has no tables."""
    connection = connected(path, read_only=True)
    try:
        laid = _steps_taken(connection)
    except BaseException:
        connection.close()
        raise
    if not laid:
        connection.close()
        return None
    return connection


def _steps_taken(connection: Connection) -> int:
    taken = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if taken < 0:
        raise FetchedUnusable(connection.path, f"it says that it is of version {taken}", damaged=True)
    return taken
