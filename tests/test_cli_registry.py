"""Shared registries at the command line: subscribed to, listed, and taken away again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli import Cli, plain
from tests.standin import StandIn
from tests.subscribing import FILMS, NOW, address, copies, decision, nothing_is_kept, serving, subscriptions


@pytest.fixture
def online(cli: Cli, standin: StandIn) -> Cli:
    """The command line with a network: the stand-in, which serves films.toml."""
    return serving(cli, standin)


# --- add, list, remove -------------------------------------------------------------------------------------------


def test_what_a_registry_claims_is_known_once_it_is_subscribed_to(online: Cli, standin: StandIn) -> None:
    online.fails(3, "check", "andor")
    added = online.ok("registry", "add", address(standin))

    assert "You subscribe to films: 1 show, 2 claims.\n" == added.out
    assert "renewed" == decision(online)
    evidence = online.ok("check", "andor", "--json").document["evidence"]
    assert {"registry:films"} == {one["origin"] for one in evidence}


def test_an_id_of_a_shared_registry_never_stands_before_one_of_the_shipped(cli: Cli, tmp_path: Path) -> None:
    cli.ship('[show.dark]\ntitle = "Dark"\nids = { tvmaze = 7 }\n')
    path = tmp_path / "films.toml"
    path.write_text('[show.other]\ntitle = "Other"\nids = { tvmaze = 7 }\n')
    cli.ok("registry", "add", str(path))

    assert "You follow Dark.\n" == cli.ok("add", "--id", "tvmaze:7").out


def test_a_subscription_is_listed_with_how_far_it_reaches_and_when_it_came(online: Cli, standin: StandIn) -> None:
    online.ok("registry", "add", address(standin))

    assert [["films", address(standin), "1", "2", "2022-12-31", NOW, ""]] == online.ok("registry", "list").rows
    assert [
        {
            "name": "films",
            "origin": "registry:films",
            "address": address(standin),
            "sha256": None,
            "key": None,
            "shows": 1,
            "claims": 2,
            "checked": "2022-12-31",
            "fetched": NOW,
        }
    ] == online.ok("registry", "list", "--json").document["registries"]
    shown = plain(online.terminal("registry", "list", columns=100))
    assert ["films", "1", "2", "11 January 2023", address(standin)] == re.split(r"  +", shown.splitlines()[1].strip())


def test_none_is_an_answer_too(cli: Cli) -> None:
    assert "" == cli.ok("registry", "list").out
    assert [] == cli.ok("registry", "list", "--json").document["registries"]
    assert "You subscribe to no shared registry." in cli.terminal("registry", "list")
    assert [] == cli.ok("registry", "list", "--fields", "name").document["registries"]


def test_removing_one_takes_its_claims_away(online: Cli, standin: StandIn) -> None:
    online.ok("registry", "add", address(standin))
    removed = online.ok("registry", "remove", "films", "--json").document

    assert ("removed", ["films"]) == (removed["action"], [one["name"] for one in removed["registries"]])
    assert nothing_is_kept(online)
    online.fails(3, "check", "andor")
    assert "You subscribe to no registry “films”" in online.fails(2, "registry", "remove", "films")


def test_a_path_works_offline_and_its_copy_outlives_what_becomes_of_it(cli: Cli) -> None:
    path = cli.folder / "films.toml"
    path.write_text(FILMS)
    cli.ok("registry", "add", str(path), "--name", "mine")
    path.write_text("[damaged")

    assert "renewed" == decision(cli)
    assert {"mine.toml": FILMS} == copies(cli)


def test_an_address_needs_a_connection(cli: Cli) -> None:
    assert "offline" in cli.fails(5, "registry", "add", "https://example.org/films.toml")
    assert nothing_is_kept(cli)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["frob"], "“frob” is none of add, list, remove"),
        (["add"], "add what?"),
        (["remove"], "remove what?"),
        (["list", "films"], "too much"),
        (["list", "--name", "x"], "describe a registry that is added"),
        (["add", "http://example.org/films.toml"], "neither https nor the path of a file"),
        (["add", "ftp://example.org/films.toml"], "neither https nor the path of a file"),
        (["add", "file:///etc/hosts"], "neither https nor the path of a file"),
        (["add", "https://example.org/shows.toml", "--name", "../x"], "is no plain word"),
        (["add", "/x.toml", "--name", "Films"], "is no plain word"),
        (["add", "/x.toml", "--sha256", "abc"], "sha256 is not 64 hexadecimal digits"),
        (["add", "/x.toml", "--key", "abc"], "it is no minisign public key"),
        (["add", "/shows.toml"], "Say so with --name"),
    ],
)
def test_what_cannot_be_asked_for_is_a_mistake_of_the_command_line(cli: Cli, words: list[str], why: str) -> None:
    assert why in cli.fails(2, "registry", *words)
    assert nothing_is_kept(cli)


def test_what_is_wrong_in_one_place_is_left_out_and_told(online: Cli, standin: StandIn) -> None:
    standin.files["/films.toml"] = (FILMS + '[[claim]]\nshow = "andor"\nkind = "frobbed"\n').encode()
    added = online.ok("registry", "add", address(standin))

    assert "1 show, 2 claims" in added.out
    assert "Left out of it, as wrong: 1 thing; the first: claim “frobbed” about “andor”" in added.err


def test_a_name_is_given_once(online: Cli, standin: StandIn) -> None:
    online.ok("registry", "add", address(standin))

    assert "already" in online.fails(2, "registry", "add", address(standin))
    assert 1 == len(online.ok("registry", "list").rows)


def test_a_field_that_nobody_has_changes_nothing(online: Cli, standin: StandIn) -> None:
    assert "There is no field “x”" in online.fails(2, "registry", "add", address(standin), "--fields", "x")
    assert nothing_is_kept(online)


@pytest.mark.parametrize("words", [["list"], ["remove", "films"], ["add", "/films.toml"]])
def test_a_damaged_file_of_subscriptions_is_never_written_over(cli: Cli, words: list[str]) -> None:
    subscriptions(cli).parent.mkdir(parents=True)
    subscriptions(cli).write_text("[registry.films\n")

    assert "registries.toml, line 1" in cli.fails(6, "registry", *words)
    assert "[registry.films\n" == subscriptions(cli).read_text()


def test_a_refresh_stops_at_a_damaged_file_of_subscriptions(online: Cli) -> None:
    subscriptions(online).parent.mkdir(parents=True)
    subscriptions(online).write_text("[registry.films]\naddress = 3\n")

    assert "[registry.films]: address is no text" in online.fails(6, "refresh")
