"""A SQLite file whose faults are told in words, whichever statement or row meets them first."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from showstatus.errors import FetchedUnusable
from showstatus.ledger.store import BUSY_MS

Told = Callable[[str, sqlite3.Error], Exception]
"""What is raised where a file, given by its path, has a fault."""


def connected(path: str, *, read_only: bool = False, told: Told | None = None) -> Connection:
    """The file, open. Raises what `told` makes of a fault, as whatever is done with it does; else `FetchedUnusable`."""
    told = told or unusable
    where = path
    if read_only:
        from urllib.parse import quote

        where = f"file:{quote(path)}?mode=ro&immutable=1"
    try:
        found = sqlite3.connect(where, timeout=BUSY_MS / 1000, isolation_level=None, factory=Connection, uri=read_only)
    except sqlite3.Error as error:
        raise told(path, error) from error
    found.path, found.told = path, told
    return found


class Connection(sqlite3.Connection):
    """SQLite's connection; whatever fails on it is raised in the words of `told`."""

    path = ""
    told: Told

    def backup(self, *args: Any, **kwargs: Any) -> None:
        """As SQLite's own does."""
        with self.faults():
            super().backup(*args, **kwargs)

    def execute(self, *args: Any) -> Any:
        """As SQLite's own does."""
        return self.cursor(_Cursor).execute(*args)

    def executemany(self, *args: Any) -> Any:
        """As SQLite's own does."""
        return self.cursor(_Cursor).executemany(*args)

    @contextmanager
    def faults(self) -> Iterator[None]:
        """Whatever fails here is raised in the words of `told`."""
        try:
            yield
        except UnicodeDecodeError as error:  # a text in the file, or SQLite's own word on what is broken in it
            broken = sqlite3.DatabaseError("a text in it is no UTF-8")
            broken.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
            raise self.told(self.path, broken) from error
        except sqlite3.Error as error:
            raise self.told(self.path, error) from error


class _Cursor(sqlite3.Cursor):
    connection: Connection

    def execute(self, *args: Any) -> Any:
        with self.connection.faults():
            return super().execute(*args)

    def executemany(self, *args: Any) -> Any:
        with self.connection.faults():
            return super().executemany(*args)

    def fetchone(self) -> Any:
        with self.connection.faults():
            return super().fetchone()

    def fetchall(self) -> list[Any]:
        with self.connection.faults():
            return super().fetchall()

    def __next__(self) -> Any:
        with self.connection.faults():
            return super().__next__()


def unusable(path: str, error: OSError | sqlite3.Error) -> FetchedUnusable:
    """What is said where a file, or its folder, cannot be used."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return FetchedUnusable(path, reason, damaged=code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB))
