"""`refresh` with a token for TMDB: two sources side by side, and the token seen by nobody else."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli import Cli, Done
from tests.forked import REAL_STARTS
from tests.standin import Fault, StandIn
from tests.standin import season as tvmaze_season
from tests.standin_tmdb import MISSING, TOKEN, TMDBStandIn, episode, season

SHOW = """
[show.x]
title = "X"
ids = { imdb = "tt0000007" }
"""
WAIT = {"Retry-After": "0"}


class Two:
    """The command line with both stand-ins."""

    def __init__(self, cli: Cli, tvmaze: StandIn, tmdb: TMDBStandIn) -> None:
        self.cli, self.tvmaze, self.tmdb = cli, tvmaze, tmdb
        cli.ship("")
        cli.write(SHOW)
        cli.environ.pop("SHOWSTATUS_OFFLINE")
        cli.environ |= {
            "SHOWSTATUS_TVMAZE_URL": tvmaze.url,
            "SHOWSTATUS_TMDB_URL": tmdb.url,
            "SHOWSTATUS_TMDB_TOKEN": TOKEN,
        }
        tvmaze.add(7, "X", [tvmaze_season(1, "2021-01-01", "2021-01-01", 8)])
        tmdb.add(7, "X", [season(1, "2021-01-01")], last_episode_to_air=episode(1, 8, "2021-01-01"))

    def refresh(self, day: str = "2023-01-11", *words: str) -> Done:
        """Refresh on a day; the token is never seen."""
        done = self.cli.run("refresh", *words, SHOWSTATUS_AS_OF=day)
        assert TOKEN not in done.out + done.err
        assert not [
            path for path in self.cli.folder.rglob("*") if path.is_file() and TOKEN.encode() in path.read_bytes()
        ]
        assert not [path for _, path in self.tmdb.requests if TOKEN in path]
        self.tmdb_asked, self.tmdb.requests = self.tmdb.paths, []
        return done

    def said(self, day: str = "2023-01-11") -> dict[str, str]:
        """The answer on a day."""
        return self.cli.ok("check", "x", SHOWSTATUS_AS_OF=day).pairs

    @property
    def database(self) -> Path:
        """The file of what was fetched."""
        return self.cli.store.parent / "fetched.db"

    def age(self, days: int) -> None:
        """Let what TMDB said have been fetched that many days earlier."""
        with closing(sqlite3.connect(self.database)) as connection, connection:
            connection.execute("UPDATE show SET stamp = stamp - ? WHERE source = 'tmdb'", (days * 86_400,))


@pytest.fixture
def two(cli: Cli) -> Iterator[Two]:
    with closing(StandIn()) as tvmaze, closing(TMDBStandIn()) as tmdb:
        yield Two(cli, tvmaze, tmdb)


def test_both_sources_are_asked_and_credited(two: Two) -> None:
    done = two.refresh()
    assert 0 == done.code
    assert "TVmaze had news of one show, TMDB had news of one show" in done.err
    assert "This product uses the TMDB API but is not endorsed or certified by TMDB." in done.err
    assert ["/find/tt0000007", "/tv/7"] == two.tmdb_asked
    assert {f"Bearer {TOKEN}"} == set(two.tmdb.tokens)
    assert {""} == set(two.tvmaze.tokens)
    check = two.cli.ok("check", "x", "--json").document
    assert {"tvmaze", "tmdb"} == {one["origin"] for one in check["evidence"]}
    assert {"database"} == {one["rank"] for one in check["evidence"]}
    assert 2 == len(check["attribution"])
    assert {"imdb": "tt0000007", "tmdb": 7, "tvdb": 1007, "tvmaze": 7} == check["show"]["ids"]


def test_without_a_token_tmdb_is_not_asked(two: Two) -> None:
    two.cli.environ.pop("SHOWSTATUS_TMDB_TOKEN")
    assert "TMDB" not in two.refresh().err
    assert [] == two.tmdb.tokens


def test_ids_that_one_tells_let_the_other_be_asked_once_more(two: Two) -> None:
    two.cli.write('[show.x]\ntitle = "Another name"\nids = { tmdb = 7 }\n')
    assert "TVmaze is not known to have it" in two.refresh().err
    two.refresh("2023-01-12")
    assert {"tvmaze", "tmdb"} == {one["origin"] for one in two.cli.ok("check", "x", "--json").document["evidence"]}


def test_a_cancellation_that_tmdb_knows_beats_the_end_that_tvmaze_lists(two: Two) -> None:
    two.tvmaze.change(7, status="Ended")
    two.refresh()
    assert "ended" == two.said()["decision"]
    two.tmdb.change(7, status="Canceled")
    done = two.refresh("2023-01-20")
    assert "X: cancelled (was ended).\n" == done.out
    two.tvmaze.change(7, updated=1_690_000_000, genres=["Crime"], status="Running")
    two.refresh("2023-08-01")
    two.tvmaze.change(7, updated=1_691_000_000, status="Ended")
    two.refresh("2023-09-01")
    assert "cancelled" == two.said("2023-09-02")["decision"]


def test_a_season_that_tmdb_announces_is_news(two: Two) -> None:
    two.refresh()
    seasons = [season(1, "2021-01-01"), season(2, None, 0)]
    two.tmdb.change(7, seasons, next_episode_to_air=episode(2, 1, "2023-05-01"))
    assert "X: season 2 comes on 1 May 2023" in two.refresh("2023-01-12").out
    assert "2023-05-01" == two.said("2023-01-13")["date"]


class TestChanges:
    """TMDB has no stamps: a show is asked again when the list names it, or when the list does not reach back."""

    def test_a_show_that_did_not_change_is_not_asked_again(self, two: Two) -> None:
        two.refresh()
        two.refresh("2023-01-12")
        assert ["/tv/changes"] == two.tmdb_asked

    def test_a_show_that_changed_is(self, two: Two) -> None:
        two.refresh()
        two.tmdb.change(7)
        two.refresh("2023-01-12")
        assert ["/tv/changes", "/tv/7"] == two.tmdb_asked

    def test_a_list_that_is_longer_than_asking_each_show_is_left(self, two: Two) -> None:
        two.refresh()
        two.tmdb.pages = 53
        two.refresh("2023-01-12")
        assert ["/tv/changes", "/tv/7"] == two.tmdb_asked

    def test_after_a_fortnight_every_show_is_asked_again(self, two: Two) -> None:
        two.refresh()
        two.refresh("2023-01-26")
        assert ["/tv/7"] == two.tmdb_asked

    def test_after_a_refresh_by_a_clock_far_ahead_every_show_is_asked_again(self, two: Two) -> None:
        two.refresh()
        two.refresh("2031-05-01")
        two.tmdb.change(7, status="Canceled")
        two.tmdb.changed.clear()  # on which day it changed, the list of other days does not tell
        two.refresh("2023-01-12")
        assert ["/tv/7"] == two.tmdb_asked
        assert "cancelled" == two.said("2023-01-12")["decision"]

    def test_who_travels_west_asks_for_the_list(self, two: Two) -> None:
        two.refresh("2023-01-12")
        two.refresh("2023-01-11")
        assert ["/tv/changes"] == two.tmdb_asked

    def test_what_was_missed_by_a_clock_far_ahead_is_asked_for_again(self, two: Two) -> None:
        known = two.tmdb.shows.pop(7)
        two.refresh("2031-05-01")
        two.tmdb.shows[7] = known
        two.refresh("2023-01-12")
        assert ["/find/tt0000007", "/tv/7"] == two.tmdb_asked

    def test_a_show_it_has_no_more_is_told_once_and_kept(self, two: Two) -> None:
        two.refresh()
        del two.tmdb.shows[7]
        two.tmdb.changed.append(7)
        assert "X: TMDB no longer has show 7; what it said is kept." in two.refresh("2023-01-12").err
        two.tmdb.changed.clear()
        assert "no longer" not in two.refresh("2023-01-13").err
        assert ["/tv/changes"] == two.tmdb_asked
        assert "2" == str(len(two.cli.ok("check", "x", "--json").document["attribution"]))

    def test_a_show_it_does_not_know_is_told_once(self, two: Two) -> None:
        two.tmdb.shows.clear()
        assert "X: TMDB is not known to have it; ids = { tmdb = NUMBER }" in two.refresh().err
        assert "" == two.refresh("2023-01-12", "--quiet").err


class TestSixMonths:
    """What it said is not shown once it is too old, and is fetched again in time."""

    def test_it_is_fetched_again_before_it_is_too_old(self, two: Two) -> None:
        two.refresh()
        two.age(155)
        two.refresh("2023-01-12")
        assert ["/tv/changes", "/tv/7"] == two.tmdb_asked

    def test_what_is_too_old_is_not_shown_and_its_days_stay(self, two: Two) -> None:
        two.tmdb.change(7, status="Canceled")
        two.refresh()
        assert "2023-01-11" == two.said()["decided_on"]
        two.age(181)
        assert "pending" == two.said()["decision"]
        assert 1 == len(two.cli.ok("check", "x", "--json").document["attribution"])

        two.refresh("2023-07-20")
        assert ("cancelled", "2023-01-11") == (two.said("2023-07-20")["decision"], two.said("2023-07-20")["decided_on"])

    def test_what_is_too_old_goes_even_where_tmdb_is_asked_no_more(self, two: Two) -> None:
        two.refresh()
        two.age(181)
        two.cli.environ.pop("SHOWSTATUS_TMDB_TOKEN")
        two.refresh("2023-01-12")
        with closing(sqlite3.connect(two.database)) as connection:
            rows = connection.execute("SELECT said, block FROM show WHERE source = 'tmdb'").fetchall()
        assert [("null", "{}")] == rows


@pytest.mark.parametrize(
    ("path", "fault", "code", "line"),
    [
        ("/find/tt0000007", Fault(429, b'{"status_code":25}', WAIT), 0, None),
        ("/tv/7", Fault(429, b"", {"Retry-After": "3600"}), 5,
         "X: TMDB could not be reached: it asks to wait 60 minutes; try again then."),
        ("/find/tt0000007", Fault(422, b'{"errors":["x"]}'), 0, "X: TMDB answered 422; what was known stays."),
        ("/tv/7", Fault(422, b'{"errors":["x"]}'), 0, "X: TMDB answered 422; what was known stays."),
        ("/tv/7", Fault(404, str(MISSING).encode()), 0, "X: TMDB is not known to have it"),
        ("/tv/7", Fault(200, b"<html>"), 0, "X: TMDB answered with HTML instead of JSON; what was known stays."),
    ],
)  # fmt: skip
def test_what_goes_wrong_is_one_line_and_spoils_nothing(
    two: Two, path: str, fault: Fault, code: int, line: str | None
) -> None:
    two.tmdb.fails(path, *[fault] * (3 if fault.status == 404 else 1))
    done = two.refresh("2023-01-11", "--quiet")
    lines = done.err.splitlines()
    told = [one.removeprefix("showstatus: ")[: len(line or "")] for one in lines]
    assert (code, [line] if line is not None else []) == (done.code, told)
    assert "2021-01-01" in str(two.cli.ok("check", "x", "--json").document["evidence"])


class TestToken:
    def test_a_wrong_one_is_one_line_however_many_shows_there_are(self, two: Two) -> None:
        two.cli.write(SHOW + '[show.y]\ntitle = "Y"\n[show.z]\ntitle = "Z"\nids = { tmdb = 9 }\n')
        for day in ("2023-01-11", "2023-01-12"):
            two.cli.environ["SHOWSTATUS_TMDB_TOKEN"] = "wrong-but-mine"
            done = two.refresh(day, "--quiet")
            told = [line for line in done.err.splitlines() if "TMDB" in line]
            assert (5, 1, 1) == (done.code, len(told), len(two.tmdb_asked))
            assert (
                "TMDB does not accept the token in SHOWSTATUS_TMDB_TOKEN; copy the “API Read Access Token”" in told[0]
            )
            assert "wrong-but-mine" not in done.err
        assert "tvmaze" in str(two.cli.ok("check", "x", "--json").document["evidence"])

    @pytest.mark.parametrize("token", ["two words", "tökén", "line\nbreak"])
    def test_what_is_none_is_not_sent(self, two: Two, token: str) -> None:
        two.cli.environ["SHOWSTATUS_TMDB_TOKEN"] = token
        done = two.refresh()
        assert (5, []) == (done.code, two.tmdb.tokens)
        assert "SHOWSTATUS_TMDB_TOKEN holds what is no token; copy it once more." in done.err
        assert token not in done.err

    def test_it_is_sent_over_https_or_to_this_machine_only(self, two: Two) -> None:
        done = two.cli.run("refresh", SHOWSTATUS_TMDB_URL="http://example.invalid/3")
        assert (5, True) == (done.code, "SHOWSTATUS_TMDB_URL is not" in done.err)

    def test_it_does_not_follow_a_redirect_elsewhere(self, two: Two) -> None:
        two.tmdb.fails("/tv/7", Fault(302, b"", {"Location": f"{two.tvmaze.url}/stolen"}))
        two.refresh()
        assert "/stolen" in two.tvmaze.paths
        assert {""} == set(two.tvmaze.tokens)

    def test_hooks_are_not_given_it_and_it_is_in_no_list_of_processes(
        self, two: Two, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv(REAL_STARTS, "1")  # the list of processes does not tell the words of those that are forked
        folder = two.cli.folder / "config" / "showstatus" / "hooks" / "on-change"
        folder.mkdir(parents=True)
        (folder / "look").write_text(f"#!/bin/sh\n(env; ps -eo args) > {two.cli.folder}/seen 2>&1\n")
        for path in (folder / "look", folder, folder.parent):
            path.chmod(0o700)
        two.refresh()
        two.tmdb.change(7, status="Canceled")
        two.refresh("2023-01-12")
        seen = (two.cli.folder / "seen").read_text()
        assert "SHOWSTATUS_TMDB" in seen
        assert " refresh" in seen or shutil.which("ps") is None
        assert TOKEN not in seen


def test_one_source_that_is_down_does_not_spoil_the_other(two: Two) -> None:
    two.tvmaze.close()
    done = two.refresh("2023-01-11", "--quiet")
    assert (5, True) == (done.code, "TVmaze could not be reached" in done.err)
    assert {"tmdb"} == {one["origin"] for one in two.cli.ok("check", "x", "--json").document["evidence"]}
