"""Targets that are files of a home: edited by hand, written by another version, or damaged by a disk."""

from __future__ import annotations

import contextlib
import sqlite3
import tomllib
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from showstatus.catalogue.file import Catalogue
from showstatus.ledger.fetched import Fetched
from tests.cataloguing import listed, with_shows
from tests.fuzzing.desk import Desk, desk
from tests.fuzzing.files import FOLLOWED, KEPT, PROPOSED

SECRET = "hunter2"
"""What stands as a password in the addresses of these files, and is never to be shown."""
_CONFIGURED = {"registries.toml": "registry", "feeds.toml": "feed", "notify.toml": "target"}
"""The files of the config folder, with what their tables are called."""


def a_configuration(given: tuple[tuple[str, tuple[str, ...]], str]) -> None:
    """A file of subscriptions, feeds or targets: it is read, or told in a line; an edit leaves the rest as it was."""
    (name, words), text = given
    at = desk()
    at.write("")
    path = at.folder / "config" / "showstatus" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", errors="replace", newline="")
    path.chmod(0o600)
    try:
        before = _tables(path.read_text(encoding="utf-8"), name)
        code, out = at.run(*words)
        assert SECRET not in out
        after = path.read_text(encoding="utf-8")
        if words[1:2] in (("add",), ("remove",)) and code == 0:
            assert before is not None
            now = _tables(after, name)
            assert now is not None
            assert now != before
            shorter, longer = sorted((now, before), key=len)
            assert shorter == {key: value for key, value in longer.items() if key in shorter}
        else:
            assert text.encode("utf-8", "replace") == path.read_bytes()
    finally:
        path.unlink()


def _tables(text: str, name: str) -> Mapping[Any, Any] | None:
    """The tables of such a file by their names; None where it is no TOML, or something else."""
    with contextlib.suppress(ValueError, RecursionError, KeyError, TypeError):
        found = tomllib.loads(text).get(_CONFIGURED[name], {})
        return {row["name"]: row for row in found} if isinstance(found, list) else dict(found)
    return None


def an_inbox(given: tuple[tuple[Any, ...], tuple[str, ...]]) -> None:
    """A proposal as it is kept, bent: it waits, or it is told in a line; your registry stays whole."""
    row, words = given
    at = _holding("INSERT INTO proposal VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    at.run(*words)
    tomllib.loads(at.registry.read_text(encoding="utf-8"))
    at.fetched.unlink()
    assert at.run("list", "--json")[0] == 0


def what_was_fetched(given: tuple[tuple[Any, ...], tuple[str, ...]]) -> None:
    """What a source said as it is kept, bent: it is shown, or told in a line."""
    row, words = given
    at = _holding("INSERT INTO show VALUES ('tvmaze', 'glow', ?, ?, ?, ?, ?, ?, ?)", row)
    at.run(*words)
    at.fetched.unlink()


def _holding(insert: str, row: tuple[Any, ...]) -> Desk:
    """A desk whose file of what was fetched holds one row."""
    at = desk()
    at.write(FOLLOWED)
    at.fetched.unlink(missing_ok=True)
    with closing(Fetched(str(at.fetched))) as fetched:
        fetched.connection.execute(insert, row)
    return at


def a_damaged_file(given: tuple[tuple[str, tuple[str, ...]], Sequence[tuple[int, bytes]]]) -> None:
    """A file of SQLite of which some bytes are others: every command answers, or says in a line what is wrong."""
    (name, words), edits = given
    at = desk()
    at.write(FOLLOWED)
    at.fetched.unlink(missing_ok=True)
    path = at.folder / ("cache" if name == "catalogue.db" else "state") / "showstatus" / name
    _take_away(path)
    _make(at, name, str(path))
    with closing(sqlite3.connect(path)) as whole:
        whole.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = path.read_bytes()
    _take_away(path)
    path.write_bytes(_damaged(data, edits))
    at.run(*words)
    _take_away(path)


def _take_away(path: Path) -> None:
    """Take away a file with what SQLite keeps beside it: an earlier run in this process may have it open still."""
    for one in path.parent.glob(f"{path.name}*"):
        one.unlink()


def _damaged(data: bytes, edits: Sequence[tuple[int, bytes]]) -> bytes:
    for millionth, put in edits:
        at = millionth * len(data) // 10**6
        data = data[:at] + put + data[at + len(put) :] if put else data[:at]
    return data


def a_catalogue(given: tuple[tuple[Any, ...], tuple[str, ...]]) -> None:
    """A show of the catalogue as it is kept, bent: it is found, or told in a line."""
    row, words = given
    at = desk()
    at.write(FOLLOWED)
    path = at.folder / "cache" / "showstatus" / "catalogue.db"
    path.unlink(missing_ok=True)
    _make(at, "catalogue.db", str(path))
    with closing(Catalogue(str(path))) as catalogue, contextlib.suppress(sqlite3.Error):
        catalogue.connection.execute("PRAGMA synchronous = OFF")
        columns = "title, year, ended, standing, platform, country, imdb, tvdb, weight, folded"
        catalogue.connection.execute(f"UPDATE show SET ({columns}) = ({', '.join('?' * 10)}) WHERE id = 2", row)
    at.run(*words)
    path.unlink(missing_ok=True)  # it may have been put aside


def _make(at: Desk, name: str, path: str) -> None:
    """Make a sound one."""
    if name == "catalogue.db":
        shows = [listed(1, "GLOW", 2017, imdb="tt1"), listed(2, "Salt Road", 2021), listed(3, "Salt Rood", 2020)]
        with_shows(path, shows).close()
        return
    with closing(Fetched(str(at.fetched))) as fetched:
        fetched.connection.execute("PRAGMA journal_mode = DELETE")
        row: tuple[object, ...]
        for row in KEPT:
            fetched.connection.execute("INSERT INTO show VALUES ('tvmaze', 'glow', ?, ?, ?, ?, ?, ?, ?)", row)
        for row in PROPOSED:
            fetched.connection.execute("INSERT INTO proposal VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    at.run("list")
