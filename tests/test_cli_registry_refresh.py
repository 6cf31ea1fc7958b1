"""Shared registries at a refresh: only what is new is asked for, and an update that is none changes nothing."""

from __future__ import annotations

import re

import pytest

from tests.cli import SHIPPED, Cli
from tests.standin import Fault, StandIn
from tests.subscribing import CANCELLED, FILMS, address, copies, decision, refreshed, serving, subscriptions


@pytest.fixture
def online(cli: Cli, standin: StandIn) -> Cli:
    """The command line with a network: the stand-in, which serves films.toml."""
    return serving(cli, standin)


# --- refresh -----------------------------------------------------------------------------------------------------


def test_a_refresh_asks_only_for_what_is_new_and_tells_what_it_changes(online: Cli, standin: StandIn) -> None:
    online.ok("registry", "add", address(standin))
    online.ok("add", "andor")
    assert ("", "") == (refreshed(online).out, refreshed(online).err)
    assert ["/films.toml"] * 2 == standin.unchanged

    standin.files["/films.toml"] = (FILMS + CANCELLED).encode()
    assert "Andor: cancelled (was renewed).\n" == refreshed(online).out
    assert ("", "") == (refreshed(online).out, refreshed(online).err)
    assert [["2023-01-11", "andor"]] == [row[:2] for row in online.ok("changes").rows]


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ({"ETag": 'W/"1"'}, {"if-none-match": 'W/"1"'}),
        ({"Last-Modified": "Tue, 10 Jan 2023 00:00:00 GMT"}, {"if-modified-since": "Tue, 10 Jan 2023 00:00:00 GMT"}),
        ({"ETag": "x" * 600, "Last-Modified": "caf\u00e9"}, {}),  # nothing that could be sent back
    ],
)
def test_a_refresh_sends_back_what_the_server_said_about_the_last_issue(
    online: Cli, standin: StandIn, told: dict[str, str], asked: dict[str, str]
) -> None:
    standin.fails("/films.toml", Fault(200, FILMS.encode(), told))
    online.ok("registry", "add", address(standin))
    refreshed(online)
    headers = next(headers for path, headers in reversed(standin.sent) if path == "/films.toml")

    assert asked == {name: value for name, value in headers.items() if name.startswith("if-")}


def test_a_dry_run_tells_the_same_and_keeps_nothing(online: Cli, standin: StandIn) -> None:
    online.ok("registry", "add", address(standin))
    online.ok("add", "andor")
    refreshed(online)
    standin.files["/films.toml"] = (FILMS + CANCELLED).encode()

    for _ in range(2):
        tried = online.ok("refresh", "--dry-run", "--json").document
        assert (["films"], ["cancelled"]) == (
            tried["updated_registries"], [one["after"] for one in tried["changes"] if one["what"] == "decision"],
        )  # fmt: skip
    assert {"films.toml": FILMS} == copies(online)
    assert "cancelled" in refreshed(online).out


def test_a_path_is_read_anew_at_each_refresh(online: Cli) -> None:
    path = online.folder / "films.toml"
    path.write_text(FILMS)
    online.ok("registry", "add", str(path))
    path.write_text(FILMS + CANCELLED)
    assert "New issues of shared registries: films." in online.ok("refresh").err
    path.unlink()

    assert "could not be read" in refreshed(online, 5).err
    assert "cancelled" == decision(online)


@pytest.mark.parametrize("left", [FILMS[: FILMS.index("[[claim]]")], "[[claim", "<html>"])
def test_an_update_that_is_empty_or_damaged_is_told_and_not_obeyed(online: Cli, standin: StandIn, left: str) -> None:
    online.ok("registry", "add", address(standin))
    standin.files["/films.toml"] = left.encode()
    done = refreshed(online)

    assert 1 == len(done.err.splitlines())
    assert "what was known stays" in done.err
    assert {"films.toml": FILMS} == copies(online)


def test_an_update_that_shrinks_is_obeyed_where_the_user_points_to_another_address(
    online: Cli, standin: StandIn
) -> None:
    online.ok("registry", "add", address(standin))
    standin.files["/other.toml"] = FILMS[: FILMS.index("[[claim]]")].encode()
    subscriptions(online).write_text(subscriptions(online).read_text().replace("/films.toml", "/other.toml"))
    refreshed(online)

    assert {"films.toml": standin.files["/other.toml"].decode()} == copies(online)


def test_one_registry_that_fails_spoils_nothing_for_the_others(online: Cli, standin: StandIn) -> None:
    for name in ("a", "b", "c"):
        standin.files[f"/{name}.toml"] = FILMS.replace("andor", f"andor-{name}").encode()
        online.ok("registry", "add", address(standin, file=f"{name}.toml"))
        standin.files[f"/{name}.toml"] = (FILMS + CANCELLED).replace("andor", f"andor-{name}").encode()
    standin.files["/a.toml"] = b"[damaged"
    del standin.files["/b.toml"]
    done = refreshed(online, 5)

    assert ["registry b ", "registry a "] == re.findall(r"registry \w ", done.err)
    assert ["renewed", "renewed", "cancelled"] == [decision(online, f"andor-{name}") for name in ("a", "b", "c")]


def test_a_copy_is_asked_for_anew_where_it_is_gone(online: Cli, standin: StandIn) -> None:
    online.ok("registry", "add", address(standin))
    (online.folder / "state" / "showstatus" / "registries" / "films.toml").unlink()
    refreshed(online)

    assert ({"films.toml": FILMS}, []) == (copies(online), standin.unchanged)


def test_a_copy_that_was_damaged_is_mended_by_the_next_refresh(online: Cli, standin: StandIn) -> None:
    online.ok("registry", "add", address(standin))
    (online.folder / "state" / "showstatus" / "registries" / "films.toml").write_text("[damaged")
    online.fails(6, "check", "andor")
    refreshed(online)

    assert ("renewed", {"films.toml": FILMS}) == (decision(online), copies(online))


def test_what_is_taken_out_of_the_file_by_hand_is_gone_with_the_next_refresh(online: Cli, standin: StandIn) -> None:
    online.ok("registry", "add", address(standin))
    subscriptions(online).write_text("# none\n")
    assert [["films", ""]] == [row[:2] for row in online.ok("registry", "list").rows]

    assert "you subscribe to it no longer" in refreshed(online).err
    assert ({}, "") == (copies(online), refreshed(online).err)


def test_a_file_of_subscriptions_that_is_missing_takes_nothing_away(online: Cli, standin: StandIn) -> None:
    online.ok("registry", "add", address(standin))
    subscriptions(online).unlink()
    refreshed(online)

    assert {"films.toml": FILMS} == copies(online)
    online.ok("registry", "remove", "films")
    assert {} == copies(online)


def test_two_registries_may_know_one_show(online: Cli, standin: StandIn) -> None:
    standin.files["/more.toml"] = (FILMS + CANCELLED).encode()
    online.ok("registry", "add", address(standin))
    online.ok("registry", "add", address(standin, file="more.toml"))

    assert "cancelled" == decision(online)
    online.ok("registry", "remove", "more")
    assert "renewed" == decision(online)


# --- the shipped registry ----------------------------------------------------------------------------------------


def test_a_newer_issue_of_the_shipped_registry_takes_its_place_until_the_program_brings_a_newer_one(
    online: Cli, standin: StandIn
) -> None:
    newer = SHIPPED.replace("checked = 2023-01-11", "checked = 2023-02-01").replace('title = "GLOW"', 'title = "Glow!"')
    standin.files["/shows.toml"] = newer.encode()
    online.ok("registry", "add", address(standin, file="shows.toml"), "--name", "shipped")

    answer = online.ok("check", "glow", "--json").document
    assert ("Glow!", {"shipped"}) == (answer["show"]["title"], {one["origin"] for one in answer["evidence"]})
    assert [["shipped", "shipped"]] == [
        [one["name"], one["origin"]] for one in online.ok("registry", "list", "--json").document["registries"]
    ]
    online.ship(SHIPPED.replace("checked = 2023-01-11", "checked = 2023-02-02"))
    assert "GLOW" == online.ok("check", "glow").pairs["show"]


def test_the_shipped_registry_that_is_switched_off_stays_off(online: Cli, standin: StandIn) -> None:
    online.ok("registry", "add", address(standin), "--name", "shipped")

    online.fails(3, "check", "andor", SHOWSTATUS_SHIPPED="")
