"""The catalogue as a file: every show that TVmaze lists, found by id, by name, and by how a name is spelt.

It is a cache: deleting it loses nothing but the time to pull it again. So a file that is damaged, or laid out by
another version, is put aside, and nobody mends it. What comes is kept page by page: a pull that is broken off goes on
where it was, and what was there before stays in use meanwhile.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from showstatus.errors import CatalogueUnusable
from showstatus.ledger.database import connected
from showstatus.ledger.store import transaction
from showstatus.names import fold
from showstatus.sources.base import Hit
from showstatus.sources.tvmaze import PAGE

FORMAT = 1
_TABLES = """
CREATE TABLE state (page INTEGER, began TEXT, day TEXT);
INSERT INTO state VALUES (NULL, NULL, NULL);
CREATE TABLE show (
    id INTEGER PRIMARY KEY, title TEXT NOT NULL, year INTEGER, ended INTEGER, standing TEXT NOT NULL, platform TEXT,
    country TEXT, type TEXT, language TEXT, imdb TEXT, tvdb INTEGER, weight INTEGER NOT NULL, updated INTEGER NOT NULL,
    folded TEXT NOT NULL
);
CREATE INDEX show_folded ON show (folded);
CREATE INDEX show_imdb ON show (imdb) WHERE imdb IS NOT NULL;
CREATE INDEX show_tvdb ON show (tvdb) WHERE tvdb IS NOT NULL;
CREATE VIRTUAL TABLE word USING fts5 (
    folded, content = 'show', content_rowid = 'id', detail = none, columnsize = 0,
    tokenize = 'unicode61 remove_diacritics 0'
);
CREATE VIRTUAL TABLE gram USING fts5 (
    folded, content = 'show', content_rowid = 'id', detail = none, columnsize = 0,
    tokenize = 'trigram case_sensitive 1'
);
CREATE VIRTUAL TABLE gram_count USING fts5vocab (gram, 'row');
CREATE TRIGGER show_made AFTER INSERT ON show BEGIN
    INSERT INTO word (rowid, folded) VALUES (new.id, new.folded);
    INSERT INTO gram (rowid, folded) VALUES (new.id, new.folded);
END;
CREATE TRIGGER show_renamed AFTER UPDATE OF folded ON show WHEN old.folded <> new.folded BEGIN
    INSERT INTO word (word, rowid, folded) VALUES ('delete', old.id, old.folded);
    INSERT INTO gram (gram, rowid, folded) VALUES ('delete', old.id, old.folded);
    INSERT INTO word (rowid, folded) VALUES (new.id, new.folded);
    INSERT INTO gram (rowid, folded) VALUES (new.id, new.folded);
END;
CREATE TRIGGER show_gone AFTER DELETE ON show BEGIN
    INSERT INTO word (word, rowid, folded) VALUES ('delete', old.id, old.folded);
    INSERT INTO gram (gram, rowid, folded) VALUES ('delete', old.id, old.folded);
END;
"""
_COLUMNS = (
    "id", "title", "year", "ended", "standing", "platform", "country", "type", "language", "imdb", "tvdb", "weight",
    "updated", "folded",
)  # fmt: skip
"""The columns of a show in their order; `folded` is its title as names are compared, the others make a `Hit`."""
_TEXT, _NUMBER = str | None, int | None
_TYPES: tuple[Any, ...] = (
    int, str, _NUMBER, _NUMBER, str, _TEXT, _TEXT, _TEXT, _TEXT, _TEXT, _NUMBER, int, int, str
)  # fmt: skip
"""What each of them holds: SQLite would take anything, and a file that is damaged may hold anything."""
_PUT = (
    f"INSERT INTO show VALUES ({', '.join('?' * len(_COLUMNS))}) ON CONFLICT (id) DO UPDATE SET "  # noqa: S608 - ours
    + ", ".join(f"{column} = excluded.{column}" for column in _COLUMNS[1:])
)


_SPOILT = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)
"""What SQLite says of a file that is of no more use; an error of ours would be one that has not our tables."""


class State(NamedTuple):
    """How far a catalogue is."""

    page: int | None
    """The page that a pull under way asks for next; None where none is."""
    began: str | None
    """The day on which that pull began, as ISO text."""
    day: str | None
    """The day whose state of the index the catalogue has, as ISO text; None before the first pull is done."""


class Catalogue:
    """The file, open. Whatever is asked of it raises `CatalogueUnusable` where it cannot be read or written."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.connection = connected(path, told=_unusable)

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    @property
    def state(self) -> State:
        """How far it is."""
        return State(*self._one("SELECT page, began, day FROM state"))

    @property
    def shows(self) -> int:
        """How many shows it has."""
        return int(self._one("SELECT count(*) FROM show")[0])

    @property
    def told(self) -> str:
        """How many shows it has, in words: “88,012 shows are”."""
        shows = self.shows
        return f"{shows:,} shows are" if shows != 1 else "1 show is"

    @property
    def last_page(self) -> int:
        """The page of the highest id; -1 where it has no show."""
        (highest,) = self._one("SELECT max(id) FROM show")
        return int(highest) // PAGE if highest is not None else -1

    @property
    def bytes(self) -> int:
        """How large the file is."""
        return int(self._one("PRAGMA page_count")[0]) * int(self._one("PRAGMA page_size")[0])

    def begin(self, day: str) -> None:
        """Begin a pull: page 0 is next. What is there stays until its page comes."""
        self.connection.execute("UPDATE state SET page = 0, began = ?", (day,))

    def put_page(self, number: int, hits: Sequence[Hit], following: int | None = None) -> None:
        """Keep a page of the index in place of what was kept of it; `following` is the one that is pulled next."""
        stay = {hit.id for hit in hits}
        with transaction(self.connection):
            held = self.connection.execute(
                "SELECT id FROM show WHERE id >= ? AND id < ?", (number * PAGE, (number + 1) * PAGE)
            ).fetchall()
            self._drop(one for (one,) in held if one not in stay)
            self.connection.executemany(_PUT, map(_row, hits))
            if following is not None:
                self.connection.execute("UPDATE state SET page = ?", (following,))

    def put(self, hit: Hit) -> None:
        """Keep one show."""
        self.connection.execute(_PUT, _row(hit))

    def drop(self, number: int) -> None:
        """Forget a show that is listed no longer."""
        self._drop([number])

    def finish(self) -> None:
        """Note that a pull has come to its end: the catalogue is as of the day on which it began."""
        with transaction(self.connection):
            for table in ("word", "gram"):
                self.connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608 - ours
            self.connection.execute("UPDATE state SET page = NULL, began = NULL, day = began")

    def note(self, day: str) -> None:
        """Note that everything that changed until a day has come."""
        self.connection.execute("UPDATE state SET day = ?", (day,))

    def rows(self, question: str, values: object) -> Iterator[Sequence[Any]]:
        """The whole rows of the table `show` that answer a question, in its order."""
        for row in self.connection.execute(question, values):
            whole = all(isinstance(told, kind) for told, kind in zip(row, _TYPES, strict=True))
            if not whole or any(isinstance(told, int) and told < 0 for told in row):
                raise CatalogueUnusable(self.path, "a show in it is not as it was kept", damaged=True)
            yield row

    def behind(self, stamps: Mapping[int, int]) -> list[int]:
        """The ids of the shows that changed since they came, or never came, by these stamps; in order."""
        known: dict[int, int] = dict(self.connection.execute("SELECT id, updated FROM show"))
        return sorted(number for number, stamp in stamps.items() if known.get(number, -1) < stamp)

    def _drop(self, numbers: Iterable[int]) -> None:
        self.connection.executemany("DELETE FROM show WHERE id = ?", ((number,) for number in numbers))

    def _one(self, question: str) -> Any:
        return self.connection.execute(question).fetchone()


def opened(path: str) -> Catalogue | None:
    """The catalogue, to be asked; None where there is none.

    Raises `CatalogueUnusable`, damaged as well where another version laid it out.
    """
    if not os.path.exists(path) or not os.stat(path).st_size:  # one that is just being made is empty
        return None
    found = Catalogue(path)
    try:
        if (laid_out := found.connection.execute("PRAGMA user_version").fetchone()[0]) != FORMAT:
            why = "it is of another version of showstatus" if laid_out else "it holds no catalogue"
            raise CatalogueUnusable(path, why, damaged=True)
        found.connection.execute("SELECT page FROM state, show LIMIT 1").fetchone()
    except BaseException:
        found.close()
        raise
    return found


def made(path: str) -> Catalogue:
    """The catalogue, to be added to; an empty one where there is none. Raises `CatalogueUnusable` as `opened` does."""
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
    except OSError as error:
        raise CatalogueUnusable(path, error.strerror or str(error), damaged=False) from error
    known = opened(path)
    if known is not None:
        return known
    new = Catalogue(path)
    try:
        lay_out(new)
    except BaseException:
        new.close()
        raise
    return new


def lay_out(empty: Catalogue) -> None:
    """Make the tables in an empty file, all of them or none."""
    with transaction(empty.connection):
        for statement in _statements(_TABLES):
            empty.connection.execute(statement)
        empty.connection.execute(f"PRAGMA user_version = {FORMAT}")


def put_aside(path: str) -> str | None:
    """Move a catalogue that is of no use out of the way, over one that was before; gives where it is now.

    None where it cannot be moved.
    """
    aside = f"{path}.unusable"
    try:
        os.replace(path, aside)
    except OSError:
        return None
    with contextlib.suppress(OSError):
        os.unlink(f"{path}-journal")  # what it would undo is in the file that was moved
    return aside


def hit(row: Sequence[Any]) -> Hit:
    """The show that a whole row of the table `show` tells of."""
    told = dict(zip(_COLUMNS, row, strict=True))
    del told["folded"]
    ids = {"tvmaze": told["id"], "imdb": told.pop("imdb"), "tvdb": told.pop("tvdb")}
    url = f"https://www.tvmaze.com/shows/{told['id']}"
    return Hit(source="tvmaze", url=url, ids={kind: one for kind, one in ids.items() if one is not None}, **told)


def _row(one: Hit) -> tuple[object, ...]:
    told = {"imdb": one.ids.get("imdb"), "tvdb": one.ids.get("tvdb"), "folded": fold(one.title)}
    return tuple(told[column] if column in told else getattr(one, column) for column in _COLUMNS)


def _statements(text: str) -> Iterator[str]:
    """The statements of a script, one by one: a semicolon alone does not end a trigger."""
    statement = ""
    for line in text.splitlines():
        statement += f"{line}\n"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _unusable(path: str, error: sqlite3.Error) -> CatalogueUnusable:
    why = str(error)
    if why.startswith("no such ") and why.endswith((": fts5", ": trigram")):
        why = f"it needs SQLite 3.34 or newer with FTS5, and here is {sqlite3.sqlite_version}"
        return CatalogueUnusable(path, why, damaged=False)
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return CatalogueUnusable(path, why, damaged=code in _SPOILT)
