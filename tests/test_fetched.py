"""What is kept of what sources said, for how long, and how a file that cannot be used says so."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from showstatus.dates import parse_edtf
from showstatus.errors import FetchedUnusable
from showstatus.ledger.arrivals import Arrivals, Asked
from showstatus.ledger.book import Layer
from showstatus.ledger.fetched import KEPT_DAYS, Fetched, Known, open_fetched
from showstatus.ledger.fetched_tables import STEPS
from showstatus.sync import keep
from tests.answers import DAY, NOW, S1, said, season, slugs

DAYS = 86_400
ASKED = Asked("terms", "digest", '"etag"', None, DAY)


def test_what_a_source_said_comes_back_as_it_was_saved(fetched: Fetched) -> None:
    keep(said(S1), "x", fetched, DAY)
    known = fetched.known("tvmaze", "x")

    assert known is not None
    assert (590, said(S1), None) == (known.number, known.said, known.missed)
    assert ["premiered", "finale", "episodes"] == [row["kind"] for row in known.claims]
    assert fetched.known("tvmaze", "y") is None
    assert fetched.known("tmdb", "x") is None


def test_all_that_is_known_of_a_show_is_kept_word_by_word(fetched: Fetched) -> None:
    claim = {"show": "x", "kind": "renewed", "id": "0123456789", "on": "2023-01-10"}
    wanted = Known(
        590,
        17,
        missed=DAY,
        said=said(S1, title="“Ü”"),
        block={"title": "“Ü”"},
        claims=[claim],
        days={"abc": "2022-01-01"},
    )
    fetched.save("tvmaze", "x", wanted, DAY)

    assert wanted == fetched.known("tvmaze", "x")
    ((*told, block, claims, day),) = fetched.texts()
    assert ["x", "tvmaze"] == told
    assert '{"title":"“Ü”"}' == block
    assert f'[{json.dumps(claim, separators=(",", ":"))},{{"id":"abc","on":"2022-01-01"}}]' == claims
    assert "2023-01-11" == day
    assert {"x": (590, 17, "2023-01-11", "2023-01-11")} == fetched.stamps("tvmaze")
    nothing = Known(590, 0)
    fetched.save("tvmaze", "x", nothing, DAY)
    assert nothing._replace(claims=[], block={}, days={}) == fetched.known("tvmaze", "x")


def test_what_a_source_says_is_a_layer_that_reaches_to_the_last_check(fetched: Fetched) -> None:
    keep(said(S1, season(2)), "x", fetched, DAY)
    fetched.confirm("tvmaze", ["x"], DAY + dt.timedelta(3))
    known = fetched.known("tvmaze", "x")
    assert known is not None

    wanted = Layer("tvmaze", dict(known.block), [*known.claims], parse_edtf("2023-01-14"))
    assert [wanted] == fetched.layers("x")
    assert [("x", wanted)] == [*fetched.all_layers()]
    assert "X" == known.block["title"]


def test_when_a_source_answered_last_is_known_of_each(fetched: Fetched) -> None:
    keep(said(S1), "x", fetched, DAY)
    keep(said(S1), "y", fetched, DAY + dt.timedelta(1))

    assert (DAY, DAY + dt.timedelta(1)) == (fetched.checked("tvmaze", "x"), fetched.checked("tvmaze", "y"))
    assert (None, None) == (fetched.checked("tvmaze", "z"), fetched.checked("tmdb", "x"))


def test_with_more_to_ask_by_the_other_sources_are_asked_anew(fetched: Fetched) -> None:
    for source, slug, number in (
        ("tvmaze", "x", 0), ("tmdb", "x", 0), ("wikipedia", "x", 7), ("tmdb", "y", 0),
    ):  # fmt: skip
        fetched.save(source, slug, Known(number, 0, missed=DAY), DAY)
    fetched.ask_anew("tvmaze", "x")

    missed = {(slug, source): fetched.stamps(source)[slug][2] for source in ("tvmaze", "tmdb") for slug in ("x",)}
    assert {("x", "tvmaze"): "2023-01-11", ("x", "tmdb"): None} == missed
    assert "2023-01-11" == fetched.stamps("wikipedia")["x"][2]
    assert "2023-01-11" == fetched.stamps("tmdb")["y"][2]


def test_a_show_is_known_from_each_source_by_itself(fetched: Fetched) -> None:
    keep(said(S1), "x", fetched, DAY)
    keep(said(S1, source="tmdb", ids={"tmdb": 7}, id=7), "x", fetched, DAY)
    keep(said(S1), "a", fetched, DAY)

    assert [("a", "tvmaze"), ("x", "tmdb"), ("x", "tvmaze")] == slugs(fetched)
    assert ["tmdb", "tvmaze"] == [layer.origin for layer in fetched.layers("x")]
    assert ["a", "x", "x"] == [slug for slug, _ in fetched.all_layers()]
    assert [] == fetched.layers("y")


def test_of_a_show_of_which_only_the_id_is_known_nothing_is_shown(fetched: Fetched) -> None:
    fetched.save("tvmaze", "x", Known(590, 0), DAY)

    assert ([], []) == (fetched.layers("x"), slugs(fetched))
    assert {"x": (590, 0, None, "2023-01-11")} == fetched.stamps("tvmaze")


def test_a_check_moves_the_day_and_never_back(fetched: Fetched) -> None:
    keep(said(S1), "x", fetched, DAY)
    keep(said(S1), "y", fetched, DAY)
    fetched.confirm("tvmaze", ["x"], DAY + dt.timedelta(3))
    fetched.confirm("tvmaze", ["x"], DAY)

    assert {"x": "2023-01-14", "y": "2023-01-11"} == {slug: row[3] for slug, row in fetched.stamps("tvmaze").items()}


def test_whatever_changes_what_is_shown_changes_the_digest(fetched: Fetched) -> None:
    seen = [fetched.digest]
    keep(said(S1), "x", fetched, DAY)
    seen.append(fetched.digest)
    fetched.confirm("tvmaze", ["x"], DAY + dt.timedelta(1))
    seen.append(fetched.digest)

    assert len(set(seen)) == 3
    Arrivals(fetched.connection).note("films", ASKED)
    assert fetched.digest == seen[-1]


def test_a_show_that_a_source_has_not_is_a_note(fetched: Fetched) -> None:
    fetched.save("tvmaze", "x", Known(590, 1, missed=DAY, said=said(S1)), DAY)
    fetched.save("tvmaze", "a", Known(0, 1, missed=DAY, said=said(S1)), DAY)
    fetched.save("tvmaze", "there", Known(3, 1, said=said(S1)), DAY)

    assert [
        (None, "a: tvmaze has had no show of its ids since 2023-01-11", "note"),
        (None, "x: tvmaze has had no show 590 since 2023-01-11", "note"),
    ] == [(one.line, one.message, one.severity) for one in fetched.problems()]
    assert {":memory:"} == {one.path for one in fetched.problems()}


def _tmdb(fetched: Fetched, stamp: float) -> None:
    show = replace(said(S1, season(2)), source="tmdb", ids={"tmdb": 7}, id=7, updated=0)
    other = Fetched(":memory:", stamp)
    keep(show, "x", other, DAY)
    known = other.known("tmdb", "x")
    other.close()
    assert known is not None
    fetched.save("tmdb", "x", known, DAY)


@pytest.mark.parametrize(("age", "shown"), [(180 * DAYS, True), (180 * DAYS + 1, False)])
def test_what_a_source_lets_us_keep_for_a_while_is_not_shown_for_longer(
    fetched: Fetched, age: int, shown: bool
) -> None:
    assert 180 == KEPT_DAYS["tmdb"]
    _tmdb(fetched, NOW - age)

    assert shown == bool(fetched.layers("x")) == bool(slugs(fetched))
    assert ("1/0" if shown else "1/1") == fetched.digest


def test_what_is_too_old_is_forgotten_but_for_the_id_and_the_days(fetched: Fetched) -> None:
    _tmdb(fetched, NOW - 181 * DAYS)
    before = fetched.known("tmdb", "x")
    assert before is not None
    fetched.forget()

    after = fetched.known("tmdb", "x")

    assert after is not None
    assert (7, 0, None, {}, []) == (after.number, after.stamp, after.said, after.block, after.claims)
    assert {row["id"]: row["on"] for row in before.claims if "on" in row} == after.days
    assert after.days


def test_what_is_young_enough_and_what_may_be_kept_for_ever_stays(fetched: Fetched) -> None:
    _tmdb(fetched, NOW - 180 * DAYS)
    keep(said(S1), "old", fetched, DAY)
    fetched.forget()

    assert [("old", "tvmaze"), ("x", "tmdb")] == slugs(fetched)


def test_a_shared_registry_is_remembered_until_it_is_forgotten(fetched: Fetched) -> None:
    arrivals = Arrivals(fetched.connection)
    assert arrivals.asked("films") is None
    arrivals.note("films", ASKED)
    arrivals.note("other", ASKED._replace(etag=None, modified="yesterday"))
    assert ASKED == arrivals.asked("films")
    arrivals.note("films", ASKED._replace(content="new"))
    assert ASKED._replace(content="new") == arrivals.asked("films")

    arrivals.forget("films")

    assert arrivals.asked("films") is None
    assert ASKED._replace(etag=None, modified="yesterday") == arrivals.asked("other")


def test_a_copy_is_for_trying_things_out(fetched: Fetched) -> None:
    keep(said(S1), "x", fetched, DAY)
    other = fetched.copy()
    keep(said(S1), "y", other, DAY)

    assert [("x", "tvmaze"), ("y", "tvmaze")] == slugs(other)
    assert [("x", "tvmaze")] == slugs(fetched)
    assert fetched.opened_at == other.opened_at
    other.close()


def test_a_file_is_there_once_something_was_fetched(tmp_path: Path) -> None:
    path = tmp_path / "state" / "fetched.db"
    assert open_fetched(str(path)) is None
    Fetched(str(path)).close()
    found = open_fetched(str(path), NOW)

    assert found is not None
    assert int(NOW) == found.opened_at
    asked = [f"PRAGMA {name}" for name in ("journal_mode", "user_version", "busy_timeout")]
    assert ["wal", len(STEPS), 30_000] == [found.connection.execute(one).fetchone()[0] for one in asked]
    found.close()
    assert 0o700 == (path.parent.stat().st_mode & 0o777)


@pytest.mark.parametrize("version", range(1, len(STEPS)))
def test_a_file_of_an_older_program_is_taken_over(tmp_path: Path, version: int) -> None:
    path = str(tmp_path / "fetched.db")
    with closing(sqlite3.connect(path)) as older:
        older.executescript(";".join(STEPS[:version]))
        older.execute(f"PRAGMA user_version = {version}")
    for _ in range(2):  # what was added is not added twice
        with closing(Fetched(path)) as taken, closing(Fetched(":memory:")) as new:
            tables = "SELECT name, sql FROM sqlite_master ORDER BY name"
            assert new.connection.execute(tables).fetchall() == taken.connection.execute(tables).fetchall()


def test_a_text_that_is_no_json_is_damage(fetched: Fetched) -> None:
    keep(said(S1), "x", fetched, DAY)
    fetched.connection.execute("UPDATE show SET claims = '['")
    with pytest.raises(FetchedUnusable, match=r"used \(a text in it is no JSON\)") as refused:
        fetched.layers("x")

    assert (True, ":memory:") == (refused.value.damaged, refused.value.path)
