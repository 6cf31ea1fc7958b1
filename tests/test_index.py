"""One registry in the store: read again only where its file changed, made anew only where its content did."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from showstatus.claims import Problem
from showstatus.dates import parse_edtf
from showstatus.errors import RegistryUnreadable
from showstatus.ledger import toml_format, user_file
from showstatus.ledger.book import Layer
from showstatus.ledger.index import ACRONYM, ALIAS, SHORT, SLUG, TITLE, Index
from showstatus.ledger.store import open_store
from tests.registries import rows

TEXT = """\
checked = "2023-01"
[show.the-lights]
title = "The “Harbour” Lights"
qualifier = "US"
aliases = ["HBR Lights", "Lichter"]

[[claim]]
show = "the-lights"
kind = "ended"
on = 2022-05-20

[[claim]]
show = "other"
kind = "renewed"
season = 2
on = 2022-05-20
"""


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    one = open_store(None).connection
    yield one
    one.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(TEXT)
    return path


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was done with files: “read” and “made”."""
    done: list[str] = []

    def noted(what: str, real: Any) -> Any:
        def call(*given: Any) -> Any:
            done.append(what)
            return real(*given)

        return call

    monkeypatch.setattr(user_file, "read", noted("read", user_file.read))
    monkeypatch.setattr(toml_format, "decode", noted("made", toml_format.decode))
    return done


def _index(connection: sqlite3.Connection, path: Path) -> Index:
    return Index(connection, str(path), "user")


def test_what_a_registry_says_of_each_show_is_a_layer(connection: sqlite3.Connection, path: Path) -> None:
    index = _index(connection, path)
    read = rows(TEXT)
    checked = parse_edtf("2023-01")
    lights = Layer("user", read.shows["the-lights"], [read.claims[0]], checked)
    other = Layer("user", None, [read.claims[1]], checked)

    assert (lights, other) == (index.layer("the-lights"), index.layer("other"))
    assert index.layer("nothing") is None
    assert {"the-lights": lights, "other": other} == dict(index.layers())
    assert [("the-lights", lights.show)] == [*index.blocks()]
    assert (1, 2) == index.size
    assert checked == index.checked


def test_what_is_stored_is_short_and_can_be_read(connection: sqlite3.Connection, path: Path) -> None:
    (_, block, claims, checked), (_, none, _, _) = sorted(_index(connection, path).texts(), reverse=True)

    assert '{"title":"The “Harbour” Lights","qualifier":"US","aliases":["HBR Lights","Lichter"]}' == block
    assert claims.startswith('[{"show":"the-lights","kind":"ended","on":"2022-05-20","id":"')
    assert ("2023-01", None) == (checked, none)


def test_a_show_bears_its_slug_its_title_its_aliases_and_its_initials(
    connection: sqlite3.Connection, path: Path
) -> None:
    index = _index(connection, path)
    names = {
        "the lights": SLUG, "the harbour lights us": SLUG, "the harbour lights": TITLE, "harbour lights": SHORT,
        "harbour lights us": SHORT, "thl": ACRONYM, "hbr lights": ALIAS, "lichter": ALIAS,
    }  # fmt: skip

    assert {(folded, tier, "the-lights") for folded, tier in names.items()} == set(index.names())
    assert {"the lights", "the harbour lights us", "the harbour lights", "thl"} == {
        name for prefix in ("the", "th") for name, _, _ in index.names(prefix)
    }
    assert [(TITLE, "the-lights")] == index.named("the harbour lights")
    assert [] == index.named("harbour")


def test_a_show_without_a_title_bears_its_slug_alone(connection: sqlite3.Connection, path: Path) -> None:
    path.write_text('[show.x-files]\nqualifier = "US"\n[show."…"]\n')

    assert [("x files", SLUG, "x-files")] == _index(connection, path).names()


def test_an_unchanged_file_is_not_read_again(connection: sqlite3.Connection, path: Path, work: list[str]) -> None:
    first = _index(connection, path)
    assert ["read", "made"] == work
    again = _index(connection, path)

    assert ["read", "made"] == work
    assert (first.digest, first.checked) == (again.digest, again.checked)
    assert hashlib.blake2b(TEXT.encode(), digest_size=16).hexdigest() == first.digest


def test_a_file_with_the_same_content_is_read_and_not_made_anew(
    connection: sqlite3.Connection, path: Path, work: list[str]
) -> None:
    first = _index(connection, path)
    os.utime(path, (0, 0))
    for _ in range(2):
        again = _index(connection, path)
        assert (first.digest, first.checked, first.size) == (again.digest, again.checked, again.size)

    assert ["read", "made", "read"] == work


def test_another_content_takes_the_place_of_the_first(
    connection: sqlite3.Connection, path: Path, work: list[str]
) -> None:
    first = _index(connection, path)
    path.write_text("mood = 1\n")
    again = _index(connection, path)

    assert ["read", "made", "read", "made"] == work
    assert first.digest != again.digest
    assert ((0, 0), [], [], None) == (again.size, again.names(), [*again.layers()], again.checked)
    assert ["unknown key “mood” at the top of the file"] == [one.message for one in again.problems()]
    path.unlink()
    gone = _index(connection, path)
    assert ([], hashlib.blake2b(digest_size=16).hexdigest()) == (gone.problems(), gone.digest)
    assert gone.digest == _index(connection, path.parent / "none" / "x.toml").digest
    path.write_text(TEXT)
    assert (1, 2) == _index(connection, path).size


def test_two_registries_in_one_store_are_two(connection: sqlite3.Connection, path: Path) -> None:
    other = path.parent / "other.toml"
    other.write_text('[show.x]\ntitle = "X"\n')
    mine, theirs = _index(connection, path), Index(connection, str(other), "shipped")

    assert [("x", Layer("shipped", {"title": "X"}, []))] == [*theirs.layers()]
    assert (1, 2) == mine.size
    other.write_text("")
    assert (0, 0) == Index(connection, str(other), "shipped").size
    assert (1, 2) == _index(connection, path).size


def test_problems_come_by_line_and_those_without_one_last(connection: sqlite3.Connection, path: Path) -> None:
    path.write_text('mood = 1\n[show.x]\ncolour = 1\n\n[[claim]]\nshow = "x"\n[show.y]\nsize = 2\n')

    assert [
        Problem(str(path), 2, "show “x”: unknown key “colour”", "note"),
        Problem(str(path), 5, "claim “?” about “x”: it has no “kind”; the claim is left out", "error"),
        Problem(str(path), 7, "show “y”: unknown key “size”", "note"),
        Problem(str(path), None, "unknown key “mood” at the top of the file", "note"),
    ] == _index(connection, path).problems()


def test_a_file_that_cannot_be_reached_is_no_empty_one(connection: sqlite3.Connection, path: Path) -> None:
    path.unlink()
    path.symlink_to(path)  # nobody can read a link to itself
    with pytest.raises(RegistryUnreadable, match="cannot be read"):
        _index(connection, path)
