"""`search` and `add` where no registry knows a show: TVmaze is asked, and what is chosen is followed."""

from __future__ import annotations

import os
import subprocess
import tomllib
from typing import Any

import pytest

from tests.cli import Cli
from tests.refreshing import S1, refresh, streams
from tests.standin import Fault, StandIn, season


def shows(cli: Cli) -> dict[str, Any]:
    """The blocks of the user's registry, by slug."""
    return dict(tomllib.loads(cli.text)["show"])


def test_what_a_registry_knows_is_not_asked_for(cli: Cli, standin: StandIn) -> None:
    online = cli.online(standin.url)

    assert "heartstopper" == cli.ok("search", "heartstopper", **online).rows[0][0]
    cli.ok("add", "heartstopper", "severance", **online)
    cli.ok("add", "--id", "imdb:tt10638036", **online)
    assert [] == standin.requests


def test_a_search_that_misses_asks_tvmaze(cli: Cli, standin: StandIn) -> None:
    standin.add(7, "Bad Sisters", [S1], premiered="2022-08-19")
    online = cli.online(standin.url)

    (row,) = cli.ok("search", "bad", "sisters", **online).rows
    assert {"tvmaze:7", "Bad Sisters", "2022", "Netflix"} <= {*row}
    (found,) = cli.ok("search", "bad sisters", "--json", **online).document["results"]
    assert (None, "tvmaze:7", False) == (found["slug"], found["id"], found["followed"])
    assert ["/search/shows"] * 2 == standin.paths
    assert "" == cli.ok("search", "nothing like it", **online).out


def test_a_search_can_ask_though_a_registry_knows(cli: Cli, standin: StandIn) -> None:
    standin.add(7, "Heartstopper", [S1], externals={"imdb": "tt10638036", "thetvdb": None})
    standin.add(8, "Heartstopper: The Musical", [S1])

    rows = cli.ok("search", "heartstopper", "--online", **cli.online(standin.url)).rows
    assert [("heartstopper", "tvmaze:7"), ("", "tvmaze:8")] == [(row[0], row[1]) for row in rows]


def test_a_show_nobody_knew_is_followed_with_what_tvmaze_says(cli: Cli, standin: StandIn) -> None:
    standin.add(7, "Bad Sisters", [S1, season(2)], cast=[{"person": {"name": "Ann"}, "character": {"name": "Eve"}}])
    told = cli.ok("add", "bad sisters", **cli.online(standin.url))

    assert ("You follow Bad Sisters.\n", "showstatus: Data: TVmaze.com (CC BY-SA).\n") == streams(told)
    assert {"bad-sisters": {"title": "Bad Sisters", "ids": {"tvmaze": 7, "imdb": "tt0000007", "tvdb": 1007}}} == shows(
        cli
    )
    card = cli.ok("check", "bad sisters").pairs
    assert ("renewed", "2") == (card["decision"], card["confirmed_seasons"])
    document = cli.ok("check", "bad sisters", "--json").document
    assert ["Facts by TVmaze.com, under CC BY-SA; the evidence links to their page."] == document["attribution"]
    assert {"https://www.tvmaze.com/shows/7/x"} == {one["url"] for one in document["evidence"]}
    assert ("", "") == streams(refresh(cli, standin))
    assert ["/search/shows", "/shows/7", "/updates/shows"] == standin.paths


@pytest.mark.parametrize("name", ["tvmaze:7", "imdb:tt0000007", "TheTVDB:1007"])
def test_a_show_is_followed_by_any_of_its_ids(cli: Cli, standin: StandIn, name: str) -> None:
    standin.add(7, "Bad Sisters", [S1])

    cli.ok("add", "--id", name, **cli.online(standin.url))
    assert ["bad-sisters"] == [*shows(cli)]
    cli.ok("add", "--id", name, **cli.online(standin.url))
    assert ["bad-sisters"] == [*shows(cli)]


@pytest.mark.parametrize("name", ["tvmaze", "tvmaze:x", "tvmaze:-7", "imdb:tt/../x", "tvdb:" + "9" * 13])
def test_what_is_no_id_is_2(cli: Cli, standin: StandIn, name: str) -> None:
    assert "is no id" in cli.fails(2, "add", "--id", name, **cli.online(standin.url))
    assert [] == standin.requests


@pytest.mark.parametrize("name", ["tvmaze:5", "imdb:tt5", "tvdb:5"])
def test_an_id_that_nobody_has_is_3(cli: Cli, standin: StandIn, name: str) -> None:
    assert f"No show named “{name}” is known." in cli.fails(3, "add", "--id", name, **cli.online(standin.url))
    assert "" == cli.text


def test_a_show_that_a_registry_knows_by_another_id_keeps_its_slug(cli: Cli, standin: StandIn) -> None:
    standin.add(7, "Herzstopper", [S1], externals={"imdb": "tt10638036", "thetvdb": 5})
    online = cli.online(standin.url)

    assert "You follow Heartstopper.\n" == cli.ok("add", "--id", "tvmaze:7", **online).out
    assert "You follow Heartstopper.\n" == cli.ok("add", "herzstopper", **online).out
    assert {"heartstopper": {}} == shows(cli)


def test_of_several_of_one_name_it_is_asked_which(cli: Cli, standin: StandIn) -> None:
    standin.add(7, "Ghosts", [S1], premiered="2019-04-15", network={"name": "BBC One", "country": {"code": "GB"}})
    standin.add(8, "Ghosts", [S1], premiered="2021-10-07", network={"name": "CBS", "country": {"code": "US"}})
    online = cli.online(standin.url)

    told = cli.fails(4, "add", "ghosts", **online)
    assert (
        "“ghosts” fits 2 shows; say which: --id tvmaze:7 (Ghosts (2019, BBC One)), --id tvmaze:8 (Ghosts (2021, CBS))."
        in told
    )
    code, seen = at_terminal(cli, "2\n", "add", "ghosts", **online)
    assert (0, {"tvmaze": 8}) == (code, {"tvmaze": shows(cli)["ghosts"]["ids"]["tvmaze"]})
    assert "1  Ghosts (2019, BBC One)  https://www.tvmaze.com/shows/7/x" in seen


@pytest.mark.parametrize("answer", ["\n", "3\n", "\x04"])
def test_who_chooses_none_gets_none(cli: Cli, standin: StandIn, answer: str) -> None:
    for number in (7, 8):
        standin.add(number, "Ghosts\x1b[2J", [S1])
    code, seen = at_terminal(cli, answer, "add", "ghosts[2J", **cli.online(standin.url))

    assert (3, "") == (code, cli.text)
    assert "\x1b[2J" not in seen


def test_a_name_that_fits_only_roughly_is_3_with_what_was_perhaps_meant(cli: Cli, standin: StandIn) -> None:
    standin.add(7, "Bad Sisters", [S1])

    told = cli.fails(3, "add", "bad sister", **cli.online(standin.url))
    assert "Did you mean “Bad Sisters (2021, Netflix)”?" in told


def test_all_are_followed_or_none(cli: Cli, standin: StandIn) -> None:
    standin.add(7, "Bad Sisters", [S1])

    cli.fails(3, "add", "heartstopper", "bad sisters", "nobody", **cli.online(standin.url))
    assert "" == cli.text


def test_a_slug_that_is_taken_gets_a_qualifier(cli: Cli, standin: StandIn) -> None:
    for number, premiere in ((7, "2019-04-15"), (8, "2021-10-07"), (9, "2021-10-08"), (10, "2021-10-09")):
        home = {"name": "CBS", "country": {"code": "US"}}
        standin.add(number, "GLOW", [season(1, premiere)], network=home)
        cli.ok("add", "--id", f"tvmaze:{number}", **cli.online(standin.url))

    assert ["glow-2019", "glow-2021", "glow-us", "glow-tvmaze-10"] == [*shows(cli)]
    assert ["2019", "2021", "US", "tvmaze 10"] == [block["qualifier"] for block in shows(cli).values()]


@pytest.mark.parametrize(
    ("title", "slug", "shown"),
    [("進撃の巨人", "進撃の巨人", "進撃の巨人"), ("¿?", "show", "¿?"),
     ("Señor \x1b[31mX\x07\nY", "senor-31mx-y", "Señor [31mX Y"),
     ("x" * 5000, "x" * 300, "x" * 300), ('Quote " \\ \'\'\' #', "quote", 'Quote " \\ \'\'\' #')],
)  # fmt: skip
def test_an_odd_title_is_a_title(cli: Cli, standin: StandIn, title: str, slug: str, shown: str) -> None:
    standin.add(7, title, [S1])
    told = cli.ok("add", "--id", "tvmaze:7", **cli.online(standin.url)).out

    assert f"You follow {shown}.\n" == told
    assert (slug, shown) == next((name, block["title"]) for name, block in shows(cli).items())
    assert shown == cli.ok("check", slug).pairs["show"]


@pytest.mark.parametrize("path", ["/search/shows", "/shows/7"])
def test_an_answer_that_cannot_be_used_is_5_and_nothing_is_followed(cli: Cli, standin: StandIn, path: str) -> None:
    standin.add(7, "Bad Sisters", [S1])
    standin.fails(path, Fault(200, b"<html>"))

    told = cli.fails(5, "add", "bad sisters", **cli.online(standin.url))
    assert "TVmaze answered with HTML instead of JSON; try again later." in told
    assert "" == cli.text


def test_a_look_up_that_leads_to_a_page_to_log_in_at_is_5(cli: Cli, standin: StandIn) -> None:
    standin.fails("/lookup/shows", Fault(302, b"", {"Location": "/login"}), Fault(200, b"<html>"))

    for _ in range(2):
        assert "and no show when asked for imdb tt5" in cli.fails(
            5, "add", "--id", "imdb:tt5", **cli.online(standin.url)
        )


def test_an_answer_about_another_show_is_5(cli: Cli, standin: StandIn) -> None:
    standin.add(8, "Another", [S1])
    standin.fails("/shows/7", Fault(301, b"", {"Location": "/shows/8?x"}))

    assert "with show 8 when asked for show 7" in cli.fails(5, "add", "--id", "tvmaze:7", **cli.online(standin.url))


def test_words_that_are_no_text_are_searched_for_all_the_same(cli: Cli, standin: StandIn) -> None:
    assert "" == cli.ok("search", os.fsdecode(b"a\xff"), **cli.online(standin.url)).out


def at_terminal(cli: Cli, answer: str, *words: str, **environ: str | None) -> tuple[int, str]:
    """Run a command line at a terminal and type an answer; gives the exit code and what was seen."""
    ours, theirs = os.openpty()
    process = subprocess.Popen(cli.command(*words), stdin=theirs, stdout=theirs, stderr=theirs, env=cli.env(**environ))
    os.close(theirs)
    seen = b""
    try:
        while True:
            seen += os.read(ours, 65536)
            if seen.endswith(b"leave it: "):
                os.write(ours, answer.encode())
                seen += b"\n"
    except OSError:  # Linux says so that the other side is closed
        pass
    os.close(ours)
    return process.wait(timeout=60), seen.decode().replace("\r\n", "\n")
