"""The file of what was fetched on a disk that fails: each fault is told in words, and what can be read is read."""

from __future__ import annotations

import datetime as dt
import gc
import os
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from showstatus.errors import FetchedUnusable
from showstatus.ledger import fetched_tables
from showstatus.ledger.database import Connection, connected, unusable
from showstatus.ledger.fetched import Fetched
from showstatus.ledger.fetched_tables import laid_out
from showstatus.sync import keep
from tests.answers import DAY, NOW, S1, said, slugs


def _coded(code: int) -> sqlite3.Error:
    """A fault as SQLite tells it, with its extended code."""
    error = sqlite3.DatabaseError("broken")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("error", "words", "damaged"),
    [
        (OSError(28, "No space left on device"), "(No space left on device)", False),
        (OSError("no words"), "(no words)", False),
        (sqlite3.OperationalError("database or disk is full"), "(database or disk is full)", False),
        (_coded(sqlite3.SQLITE_CORRUPT | 3 << 8), "(broken)", True),
        (_coded(sqlite3.SQLITE_NOTADB), "(broken)", True),
        (_coded(sqlite3.SQLITE_FULL), "(broken)", False),
    ],
)
def test_a_fault_is_told_in_the_words_of_the_system(error: OSError | sqlite3.Error, words: str, damaged: bool) -> None:
    told = unusable("/a/fetched.db", error)

    assert ("/a/fetched.db", damaged) == (told.path, told.damaged)
    assert words in str(told)


def test_a_fault_is_told_as_the_owner_of_the_file_tells_it(tmp_path: Path) -> None:
    def told(path: str, error: Exception) -> Exception:
        return ValueError(path, type(error))

    path = str(tmp_path / "nowhere" / "x.db")
    with pytest.raises(ValueError, match="nowhere") as refused:
        connected(path, told=told)
    assert (path, sqlite3.OperationalError) == refused.value.args
    connection = connected(str(tmp_path / "x.db"), told=told)
    with pytest.raises(ValueError, match=r"x\.db"):
        connection.execute("SELECT * FROM nothing")
    connection.close()


@pytest.mark.parametrize("call", ["execute", "executemany", "fetchone", "fetchall", "next"])
def test_whatever_meets_a_fault_first_tells_it_in_words(fetched: Fetched, call: str) -> None:
    def wrong(*_: object) -> int:
        raise ValueError

    fetched.connection.create_function("wrong", 0, wrong)
    keep(said(S1), "x", fetched, DAY)
    connection = fetched.connection
    failing = "SELECT wrong() FROM (SELECT 1 UNION SELECT 2) ORDER BY 1 + random()"
    met: dict[str, Callable[[], object]] = {
        "execute": lambda: connection.execute("SELECT * FROM nothing"),
        "executemany": lambda: connection.executemany("UPDATE nothing SET a = ?", [(1,)]),
        "fetchone": lambda: connection.execute(failing).fetchone(),
        "fetchall": lambda: connection.execute(failing).fetchall(),
        "next": lambda: next(connection.execute(failing)),
    }
    with pytest.raises(FetchedUnusable) as refused:
        met[call]()

    assert not refused.value.damaged
    assert isinstance(refused.value.__cause__, sqlite3.Error)


@pytest.mark.parametrize(("content", "damaged"), [(b"no database, whatever it is called" * 40, True)])
def test_a_file_that_is_damaged_says_what_to_do(tmp_path: Path, content: bytes, damaged: bool) -> None:
    path = tmp_path / "fetched.db"
    path.write_bytes(content)
    with pytest.raises(FetchedUnusable) as refused:
        Fetched(str(path))

    assert damaged == refused.value.damaged
    assert f"{path}, which holds what was fetched, cannot be used (file is not a database). Mend or move" in str(
        refused.value
    )
    assert content == path.read_bytes()


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    path = str(tmp_path / "file" / "fetched.db")
    with pytest.raises(FetchedUnusable, match="Nothing is lost") as refused:
        Fetched(path)

    assert (False, path) == (refused.value.damaged, refused.value.path)
    assert f"{path}, which holds what was fetched, cannot be used (File exists). " in str(refused.value)


@pytest.fixture
def refusing(monkeypatch: pytest.MonkeyPatch) -> None:
    """No file can be written to when it is opened."""

    def refuse(connection: Connection) -> None:
        raise FetchedUnusable(connection.path, "attempt to write a readonly database", damaged=False)

    monkeypatch.setattr(fetched_tables, "_upgrade", refuse)


def test_a_file_that_may_only_be_read_is_read(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    path = tmp_path / "fetched ü?.db"
    one = Fetched(str(path), NOW)
    keep(said(S1), "x", one, DAY)
    one.close()
    request.getfixturevalue("refusing")
    found = Fetched(str(path), NOW)

    assert [("x", "tvmaze")] == slugs(found)
    with pytest.raises(FetchedUnusable, match="readonly"):
        found.confirm("tvmaze", ["x"], DAY + dt.timedelta(1))
    found.close()
    assert os.path.exists(path)


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="only Linux tells which files are open")
@pytest.mark.usefixtures("refusing")
def test_a_file_without_tables_that_cannot_be_laid_out_stays_closed(tmp_path: Path) -> None:
    path = tmp_path / "fetched.db"
    path.touch()
    gc.disable()  # which might close what is left open
    try:
        with pytest.raises(FetchedUnusable, match="readonly"):
            Fetched(str(path))
        held = {os.path.realpath(f"/proc/self/fd/{name}") for name in os.listdir("/proc/self/fd")}
    finally:
        gc.enable()

    assert str(path) not in held


def test_a_new_file_that_another_is_writing_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "fetched.db"
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    other.execute("CREATE TABLE draft (word)")
    done = threading.Timer(0.2, other.execute, ["COMMIT"])
    done.start()
    laid_out(str(path)).close()
    done.join()
    other.close()
