"""Registries in layers: which of them counts, what is done where one or the store is missing or damaged."""

from __future__ import annotations

import datetime as dt
import sqlite3
from pathlib import Path

import pytest

from showstatus.errors import NoSuchShow, RegistryUnreadable
from showstatus.ledger.ledger import Ledger
from showstatus.ledger.store import open_store

MINE = '[show.glow]\ntitle = "GLOW"\n'


def test_a_shipped_registry_that_is_not_there_is_no_empty_one(tmp_path: Path) -> None:
    with pytest.raises(RegistryUnreadable, match="the shipped registry is not there"):
        Ledger(None, shipped=str(tmp_path / "none"), user=str(tmp_path / "mine"))


@pytest.mark.parametrize(
    ("theirs", "title"),
    [("checked = 2023-01-12", "New"), ("checked = 2023-01-11", "New"), ("checked = 2023-01-10", "Old"), ("", "Old")],
)
def test_an_issue_of_the_shipped_registry_counts_while_it_reaches_as_far(
    tmp_path: Path, theirs: str, title: str
) -> None:
    (tmp_path / "shipped").write_text('checked = 2023-01-11\n[show.x]\ntitle = "Old"\n')
    (tmp_path / "issue").write_text(f'{theirs}\n[show.x]\ntitle = "New"\n')
    ledger = Ledger(
        None,
        shipped=str(tmp_path / "shipped"),
        user=str(tmp_path / "mine"),
        shared={"shipped": str(tmp_path / "issue")},
    )

    assert title == ledger.entry("x").show.title
    ledger.close()


def test_a_store_that_is_damaged_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "store.db").write_bytes(b"this is no database, whatever it is called" * 50)
    (tmp_path / "mine").write_text(MINE)
    ledger = Ledger(str(tmp_path / "store.db"), shipped=None, user=str(tmp_path / "mine"))

    assert "GLOW" == ledger.entry("glow").show.title
    assert ledger.note is not None
    assert ledger.note.startswith(f"The store {tmp_path / 'store.db'} cannot be used (")
    ledger.close()


def test_a_store_that_lost_a_table_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text(MINE)
    path = str(tmp_path / "state" / "store.db")
    store = open_store(path)
    store.connection.execute("DROP TABLE registry")
    store.connection.close()
    ledger = Ledger(path, shipped=None, user=str(tmp_path / "mine"))

    assert "GLOW" == ledger.entry("glow").show.title
    why = "no such table: registry"
    assert f"The store {path} cannot be used ({why}); working in memory, which takes longer." == ledger.note
    ledger.close()
    with pytest.raises(sqlite3.ProgrammingError):
        ledger.cached("a", "b")


def test_an_unknown_name_has_three_suggestions_at_most(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("".join(f'[show.s{n}]\ntitle = "Harbour {n}"\n' for n in range(5)))
    ledger = Ledger(None, shipped=None, user=str(tmp_path / "mine"))
    with pytest.raises(NoSuchShow) as refused:
        ledger.resolve("Harbou")

    assert 3 == len({*refused.value.suggestions})
    assert 5 == len(ledger.search("Harbou"))
    assert 2 == len(ledger.search("Harbou", 2))
    ledger.close()


def test_an_id_means_your_own_show_before_a_shipped_one_and_that_before_a_shared_one(tmp_path: Path) -> None:
    for name in ("mine", "shipped", "shared"):
        ids = {"mine": "{ imdb = 'a' }", "shipped": "{ imdb = 'a', tmdb = 1 }", "shared": "{ imdb = 'b', tmdb = 1 }"}
        (tmp_path / name).write_text(f"[show.of-{name}]\nids = {ids[name]}\n[show.b-{name}]\nids = {{ trakt = 1 }}\n")
    ledger = Ledger(
        None,
        shipped=str(tmp_path / "shipped"),
        user=str(tmp_path / "mine"),
        shared={"films": str(tmp_path / "shared")},
    )

    assert ["of-mine", "of-shipped", "of-shared", "b-mine"] == [
        ledger.with_ids({kind: value}) for kind, value in (("imdb", "a"), ("tmdb", 1), ("imdb", "b"), ("trakt", 1))
    ]
    assert "of-mine" == ledger.with_ids({"tmdb": 1, "imdb": "a"})
    assert "b-mine" == ledger.with_ids({"imdb": "a", "trakt": 1}), "of two of yours the first by slug"
    ledger.close()


def test_a_fingerprint_changes_with_the_day_a_registry_was_checked_and_with_its_claims(tmp_path: Path) -> None:
    found = []
    for text in ("", "checked = 2023-01-01\n", 'claim = [{ show = "x", kind = "ended" }]\n'):
        (tmp_path / "mine").write_text(f"{text}[show.x]\n")
        ledger = Ledger(None, shipped=None, user=str(tmp_path / "mine"))
        found.append(ledger.fingerprints())
        ledger.close()

    assert 3 == len({one["x"] for one in found})
    assert {32} == {len(one["x"]) for one in found}


def test_problems_of_the_file_itself_come_by_line(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text('[show.x]\ntitle = "X"\ncolour = 1\n[[claim]]\nshow = "x"\nkind = "gone"\n')
    ledger = Ledger(None, shipped=None, user=str(tmp_path / "mine"))

    lines = [one.line for one in ledger.diagnose(dt.date(2023, 1, 11), shipped=False)]

    assert lines == sorted(line for line in lines if line is not None)
    assert 2 == len(lines)
    ledger.close()
