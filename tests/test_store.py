"""The store: laid out anew where it is of another version, done without where it cannot be used; all or nothing."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from showstatus.ledger.store import _LAYOUT, Store, in_memory, open_store, storable, transaction

TABLES = ["answer", "layout", "name", "problem", "registry", "show"]


def _tables(store: Store) -> list[str]:
    rows = store.connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return [name for (name,) in rows]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "store.db"


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    one = sqlite3.connect(":memory:", isolation_level=None)
    one.execute("CREATE TABLE thing (name TEXT UNIQUE)")
    yield one
    one.close()


def test_a_store_is_made_with_its_folder_and_found_again(path: Path) -> None:
    store = open_store(str(path))
    store.connection.execute("INSERT INTO answer VALUES ('a', 'b', 'c')")
    store.connection.close()
    again = open_store(str(path))

    assert (None, TABLES) == (again.note, _tables(again))
    assert [("a", "b", "c")] == again.connection.execute("SELECT * FROM answer").fetchall()
    assert [(_LAYOUT,)] == again.connection.execute("SELECT version FROM layout").fetchall()
    settings = [again.connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "busy_timeout")]
    assert ["wal", 30_000] == settings
    again.connection.close()
    assert 0o700 == path.parent.stat().st_mode & 0o777


@pytest.mark.parametrize("version", ["UPDATE layout SET version = '0.1/1'", "DELETE FROM layout", "DROP TABLE layout"])
def test_a_store_of_another_version_is_laid_out_anew(path: Path, version: str) -> None:
    store = open_store(str(path))
    for statement in ("CREATE TABLE old (a)", "INSERT INTO answer VALUES ('a', 'b', 'c')", version):
        store.connection.execute(statement)
    store.connection.close()
    again = open_store(str(path))

    assert (None, TABLES) == (again.note, _tables(again))
    assert [] == again.connection.execute("SELECT * FROM answer").fetchall()
    again.connection.close()


def test_no_path_is_a_store_in_memory_without_a_word() -> None:
    store = open_store(None)

    assert (None, TABLES) == (store.note, _tables(store))
    store.connection.close()


def test_a_store_that_cannot_be_used_is_in_memory_and_says_why(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"this is no database, whatever it is called" * 50)
    (path.parent / "file").write_text("")
    below = path.parent / "file" / "store.db"
    for place, why in ((path, "file is not a database"), (below, "File exists")):
        store = open_store(str(place))

        assert f"The store {place} cannot be used ({why}); working in memory, which takes longer." == store.note
        assert TABLES == _tables(store)
        store.connection.close()


def test_a_new_store_that_another_is_writing_is_waited_for(path: Path) -> None:
    path.parent.mkdir(parents=True)
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    other.execute("CREATE TABLE draft (word)")
    done = threading.Timer(0.2, other.execute, ["COMMIT"])
    done.start()
    store = open_store(str(path))
    done.join()

    assert store.note is None
    store.connection.close()
    other.close()


def test_a_reason_without_words_of_the_system_is_told_as_it_is() -> None:
    store = in_memory("x", OSError("no words"))

    assert store.note is not None
    assert "(no words)" in store.note
    store.connection.close()


def test_a_path_that_is_no_text_can_be_stored() -> None:
    assert ("/ü", "/\\udcff") == (storable("/ü"), storable("/\udcff"))


def test_a_transaction_is_kept_whole(connection: sqlite3.Connection) -> None:
    with transaction(connection):
        connection.execute("INSERT INTO thing VALUES ('a')")
        assert connection.in_transaction

    assert not connection.in_transaction
    assert [("a",)] == connection.execute("SELECT * FROM thing").fetchall()


def test_a_transaction_that_fails_changes_nothing(connection: sqlite3.Connection) -> None:
    for undone in ("", "ROLLBACK"):  # on a full disk SQLite rolls back by itself
        with contextlib.suppress(ValueError), transaction(connection):
            connection.execute("INSERT INTO thing VALUES ('a')")
            if undone:
                connection.execute(undone)
            raise ValueError

        assert not connection.in_transaction
        assert [] == connection.execute("SELECT * FROM thing").fetchall()


def test_a_transaction_has_the_right_to_write_from_the_start(tmp_path: Path) -> None:
    one, two = (sqlite3.connect(tmp_path / "x.db", timeout=0, isolation_level=None) for _ in range(2))
    with transaction(one), pytest.raises(sqlite3.OperationalError, match="locked"), transaction(two):
        raise AssertionError("two write at once")
    one.close()
    two.close()
