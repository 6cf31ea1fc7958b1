"""`search` and `add` with a token for TMDB: every show once, by whichever source; one that fails spoils nothing."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from contextlib import closing

import pytest

from tests.cli import Cli, Done
from tests.standin import Fault, StandIn
from tests.standin import season as tvmaze_season
from tests.standin_tmdb import TOKEN, TMDBStandIn, season

CREDIT = "This product uses the TMDB API but is not endorsed or certified by TMDB."
S1 = tvmaze_season(1, "2021-01-01", "2021-03-01", 8)


class Two:
    """The command line with both stand-ins, and a token for one."""

    def __init__(self, cli: Cli, tvmaze: StandIn, tmdb: TMDBStandIn) -> None:
        self.cli, self.tvmaze, self.tmdb = cli, tvmaze, tmdb
        cli.ship("")
        cli.environ.pop("SHOWSTATUS_OFFLINE")
        cli.environ |= {"SHOWSTATUS_TVMAZE_URL": tvmaze.url, "SHOWSTATUS_TMDB_URL": tmdb.url}
        cli.environ["SHOWSTATUS_TMDB_TOKEN"] = TOKEN

    def run(self, *words: str, code: int = 0) -> Done:
        """Run a command line that ends so; the token is seen nowhere."""
        done = self.cli.run(*words)
        assert code == done.code, done.err
        assert TOKEN not in done.out + done.err
        assert not [path for _, path in (*self.tmdb.requests, *self.tvmaze.requests) if TOKEN in path]
        assert not [
            path for path in self.cli.folder.rglob("*") if path.is_file() and TOKEN.encode() in path.read_bytes()
        ]
        assert {""} >= set(self.tvmaze.tokens)
        return done

    @property
    def ids(self) -> dict[str, dict[str, object]]:
        """The ids of what is followed, by slug."""
        shows = tomllib.loads(self.cli.text).get("show", {})
        return {slug: block.get("ids", {}) for slug, block in shows.items()}


@pytest.fixture
def two(cli: Cli) -> Iterator[Two]:
    with closing(StandIn()) as tvmaze, closing(TMDBStandIn()) as tmdb:
        yield Two(cli, tvmaze, tmdb)


def both(two: Two) -> None:
    """Let both know a show, each by an id of its own, and each one that the other does not know."""
    two.tvmaze.add(7, "Ghosts", [S1], externals={"imdb": "tt0000070", "thetvdb": 1070})
    two.tvmaze.add(8, "Ghosts of Town", [S1], externals={"imdb": None, "thetvdb": 1080})
    two.tmdb.add(70, "The Ghosts", [season(1, "2021-01-01")])
    two.tmdb.add(80, "Ghosts of Town", external_ids={"imdb_id": None, "tvdb_id": 1080})
    two.tmdb.add(90, "Ghosts Abroad", external_ids={"imdb_id": "", "tvdb_id": None})


class TestSearch:
    def test_every_show_is_found_once(self, two: Two) -> None:
        both(two)
        done = two.run("search", "ghosts")
        assert ["tvmaze:7", "tvmaze:8", "tmdb:90"] == [row[1] for row in done.rows]
        assert [f"showstatus: {CREDIT}"] == done.err.splitlines()
        assert "https://www.themoviedb.org/tv/90" in done.rows[2]

    def test_one_that_a_registry_knows_by_both_ids_stands_there_once(self, two: Two) -> None:
        two.cli.write('[show.g]\ntitle = "Ghosts"\nids = { tvmaze = 7, tmdb = 70 }\n')
        two.tvmaze.add(7, "Ghosts", [S1], externals={"imdb": None, "thetvdb": None})
        two.tmdb.add(70, "Ghosts")
        assert [("g", "tvmaze:7")] == [(row[0], row[1]) for row in two.run("search", "ghosts", "--online").rows]

    def test_what_only_tmdb_knows_is_credited_and_without_a_token_it_is_not_asked(self, two: Two) -> None:
        two.tmdb.add(70, "Ghosts")
        assert CREDIT in two.run("search", "ghosts").err
        two.cli.environ.pop("SHOWSTATUS_TMDB_TOKEN")
        assert ("", "") == (two.run("search", "ghosts").out, two.run("search", "ghosts").err)
        assert 1 == two.tmdb.paths.count("/search/tv")

    @pytest.mark.parametrize(
        ("fault", "line"),
        [
            (Fault(401, b'{"status_code":7}'), "TMDB does not accept the token in SHOWSTATUS_TMDB_TOKEN; copy the"),
            (Fault(422, b'{"errors":["query must be provided"]}'), "TMDB answered 422; try again later."),
            (Fault(429, b'{"status_code":25}', {"Retry-After": "900"}), "TMDB could not be reached: it asks to wait"),
            (Fault(200, b"<html>"), "TMDB answered with HTML instead of JSON; try again later."),
        ],
    )
    def test_where_tmdb_fails_it_is_one_line_and_tvmaze_answers(self, two: Two, fault: Fault, line: str) -> None:
        both(two)
        two.tmdb.fails("/search/tv", fault)
        done = two.run("search", "ghosts")
        assert ["tvmaze:7", "tvmaze:8"] == [row[1] for row in done.rows]
        (told,) = done.err.splitlines()
        assert told.startswith(f"showstatus: {line}")

    def test_404_is_nothing_found(self, two: Two) -> None:
        two.tmdb.fails("/search/tv", Fault(404, b'{"status_code":34}'))
        assert "" == two.run("search", "ghosts").err

    def test_where_tvmaze_fails_tmdb_answers_and_where_both_do_it_is_5(self, two: Two) -> None:
        both(two)
        two.tvmaze.fails("/search/shows", *[Fault(200, b"<html>")] * 2)
        done = two.run("search", "ghosts")
        assert ["tmdb:70", "tmdb:80", "tmdb:90"] == [row[1] for row in done.rows]
        assert "TVmaze answered with HTML instead of JSON; try again later." in done.err
        two.tmdb.fails("/search/tv", Fault(422, b"{}"))
        two.run("search", "ghosts", code=5)


class TestAdd:
    def test_a_show_that_only_tmdb_finds_is_followed_with_what_both_say(self, two: Two) -> None:
        both(two)
        two.tvmaze.shows[7]["name"] = "Spectres"
        two.tmdb.change(70, status="Canceled")
        done = two.run("add", "the ghosts")
        assert f"Data: TVmaze.com (CC BY-SA). {CREDIT}" in done.err
        assert {"the-ghosts": {"tmdb": 70, "imdb": "tt0000070", "tvdb": 1070, "tvmaze": 7}} == two.ids
        check = two.run("check", "the ghosts", "--json").document
        assert "cancelled" == check["decision"]
        assert {"tmdb", "tvmaze"} == {one["origin"] for one in check["evidence"]}

    def test_where_tvmaze_has_that_very_title_tmdb_is_not_searched_but_tells_what_it_knows(self, two: Two) -> None:
        both(two)
        two.run("add", "ghosts")
        assert ["/find/tt0000070", "/tv/70"] == two.tmdb.paths
        assert {"tvmaze": 7, "tmdb": 70, "imdb": "tt0000070", "tvdb": 1070} == two.ids["ghosts"]

    def test_by_its_id(self, two: Two) -> None:
        both(two)
        two.run("add", "--id", "tmdb:80", "--id", "tvdb:1080", "--id", "tvmaze:8")
        assert {"ghosts-of-town": {"tmdb": 80, "tvdb": 1080, "tvmaze": 8}} == two.ids
        two.run("add", "--id", "tvmaze:8", "--id", "tvdb:1080", "--id", "TMDB:80")
        assert ["ghosts-of-town"] == [*two.ids]

    def test_one_that_a_registry_knows_by_tvmaze_alone_is_not_made_twice(self, two: Two) -> None:
        both(two)
        two.cli.write('[show.g]\ntitle = "G"\nids = { tvmaze = 8 }\n')
        two.run("add", "--id", "tmdb:80")
        assert ["g"] == [*two.ids]

    def test_what_tvmaze_does_not_know_by_imdb_tmdb_may(self, two: Two) -> None:
        both(two)
        del two.tvmaze.shows[7]
        two.run("add", "--id", "imdb:tt0000070")
        assert {"the-ghosts": {"tmdb": 70, "imdb": "tt0000070", "tvdb": 1070}} == two.ids

    def test_a_wrong_token_is_one_line_and_tvmaze_is_enough(self, two: Two) -> None:
        both(two)
        two.cli.environ["SHOWSTATUS_TMDB_TOKEN"] = "wrong-but-mine"
        done = two.run("add", "ghosts")
        assert (["ghosts"], 2) == ([*two.ids], len(done.err.splitlines()))
        assert "TMDB does not accept the token in SHOWSTATUS_TMDB_TOKEN" in done.err
        assert "wrong-but-mine" not in done.err

    def test_an_id_of_tmdb_wants_a_token(self, two: Two) -> None:
        two.cli.environ.pop("SHOWSTATUS_TMDB_TOKEN")
        assert "SHOWSTATUS_TMDB_TOKEN holds no token" in two.run("add", "--id", "tmdb:80", code=5).err

    def test_an_id_that_nobody_has_is_3(self, two: Two) -> None:
        assert "No show named “tmdb:80” is known." in two.run("add", "--id", "tmdb:80", code=3).err
