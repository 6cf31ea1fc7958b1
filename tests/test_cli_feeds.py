"""Feeds and the inbox at the command line: added, refreshed, accepted, taken back, rejected."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

pytest.importorskip("lxml")

from showstatus.errors import FetchedUnusable, RegistryUnreadable
from showstatus.ledger import feeds as subscribed
from showstatus.ledger.fetched import Fetched
from showstatus.ledger.inbox import SURENESS, Inbox
from showstatus.reader import proposals
from tests.cli import Cli, plain, together
from tests.feed_desk import GLOW, SEVERANCE, atom, item
from tests.fuzzing.desk import desk
from tests.fuzzing.files import FOLLOWED, PROPOSED
from tests.standin import SECRET, Fault, StandIn

MINE = "# mine\n[show.glow]\n\n[show.severance]\n"


@pytest.fixture
def web() -> Iterator[StandIn]:
    standin = StandIn()
    yield standin
    standin.close()


@pytest.fixture
def online(cli: Cli, web: StandIn) -> Cli:
    """The command line with a network that serves a feed, which is read by the name a-paper."""
    cli.environ |= {"SHOWSTATUS_OFFLINE": "", "SHOWSTATUS_TVMAZE_URL": web.url, "NO_PROXY": "*"}
    cli.write(MINE)
    web.files["/feed"] = atom(item(GLOW, 1), item(SEVERANCE, 2))
    feeds(cli).parent.mkdir(parents=True)
    feeds(cli).write_text(f'[feed.a-paper]\naddress = "{web.url}/feed"\nby = "A Paper"\n')
    return cli


def feeds(cli: Cli) -> Path:
    return cli.folder / "config" / "showstatus" / "feeds.toml"


def test_a_feed_is_added_listed_and_removed(cli: Cli, web: StandIn) -> None:
    cli.environ |= {"SHOWSTATUS_OFFLINE": "", "NO_PROXY": "*"}
    web.files["/feed"] = atom(item(GLOW))
    address = f"{web.url.replace('//', f'//me:{SECRET}@')}/feed?token={SECRET}"
    added = cli.ok("feed", "add", address, "--json").document

    row = {"name": "a-paper", "address": f"{web.url}/feed", "by": "A Paper", "read": None, "waiting": 0}
    assert ("added", [row]) == (added["action"], added["feeds"])
    assert f'address = "{address}"' in feeds(cli).read_text()
    assert 0o600 == feeds(cli).stat().st_mode & 0o777
    assert [["a-paper", f"{web.url}/feed", "A Paper", "", "0"]] == cli.ok("feed", "list").rows
    assert "not yet" in plain(cli.terminal("feed", "list"))
    assert "a-paper " in plain(cli.terminal("feed", "list", columns=40)), "its name is whole, for it is typed"
    assert "You read this feed already, as a-paper; showstatus refresh asks what is new." in cli.fails(
        2, "feed", "add", address
    )
    cli.ok("feed", "remove", "a-paper")
    assert "" == feeds(cli).read_text().strip()
    assert "" == cli.ok("feed", "list").out


def test_what_cannot_be_read_is_not_added(cli: Cli, web: StandIn) -> None:
    web.files["/page"] = b"<!DOCTYPE html><p>Are you human?"
    online = {"SHOWSTATUS_OFFLINE": "", "NO_PROXY": "*"}
    told = together(
        lambda: cli.fails(1, "feed", "add", f"{web.url}/page", **online),
        lambda: cli.fails(5, "feed", "add", f"{web.url}/none", **online),
        lambda: cli.fails(5, "feed", "add", f"{web.url}/page"),
        lambda: cli.fails(5, "feed", "add", str(cli.folder)),
        lambda: cli.fails(5, "feed", "add", "/no/such"),
        lambda: cli.fails(2, "feed", "add", "ftp://example.org/feed"),
        lambda: cli.fails(2, "feed", "add", f"{web.url}/page", "--name", "A b"),
        lambda: cli.fails(2, "feed", "remove", "x"),
        lambda: cli.fails(2, "feed", "list", "x"),
    )

    for line, words in zip(
        told,
        ("answered with HTML instead of a feed", "answered 404", "this run is offline", "is not a regular file",
         "(/no/such) could not be read: No such file or directory; check the path.",
         "neither http nor https", "no plain word", "You read no feed “x”; those you read: none", "“x” is too much"),
        strict=True,
    ):  # fmt: skip
        assert words in line
    assert not feeds(cli).exists()


def test_a_refresh_tells_what_feeds_propose_and_the_registry_stays_as_it_is(online: Cli) -> None:
    done = online.ok("refresh", "--json")

    assert (["glow", "severance"], MINE) == ([one["slug"] for one in done.document["proposals"]], online.text)
    assert "" == online.ok("refresh", "--quiet").out
    listed, seen = online.ok("inbox"), plain(online.terminal("inbox"))
    first, second = listed.rows
    assert ["1", "glow", "renewed", "4", "", "2023-01-10"] == first[:6]
    assert ["a-paper", "https://example.org/2", SEVERANCE] == second[7:]
    assert f"1  GLOW: season 4 renewed, {first[6]}\n   “{GLOW}”\n   A Paper, 10 January 2023, https://" in seen


def test_a_trial_keeps_nothing_and_cron_gets_a_line_each(online: Cli) -> None:
    tried = online.ok("refresh", "--dry-run")
    assert "New in your inbox: 2 proposals" in tried.err
    assert "" == online.ok("inbox").out
    told = online.ok("refresh", "--quiet").out.splitlines()

    assert ["GLOW: season 4 renewed (proposed by a-paper", "Severance: season 2 renewed (proposed by a-paper"] == [
        line.rpartition(",")[0] for line in told
    ]


def test_what_is_accepted_is_recorded_as_read_records_it_and_can_be_taken_back(online: Cli) -> None:
    online.ok("refresh", "--quiet")
    (one,) = online.ok("inbox", "accept", "2", "--json").document["proposals"]

    assert online.text == (
        f'{MINE}\n[[claim]]\nshow = "severance"\nkind = "renewed"\nseason = 2\non = 2023-01-10\nby = "A Paper"\n'
        f'url = "https://example.org/2"\nsaid = "{SEVERANCE}"\n'
    )
    checked = online.ok("check", "severance", "--json").document
    assert ("renewed", one["id"]) == (checked["decision"], checked["evidence"][-1]["id"])
    assert ["1"] == [row[0] for row in online.ok("inbox").rows]
    assert "add what feeds say of Severance" in online.ok("undo").out
    assert MINE == online.text
    online.ok("refresh", "--quiet")
    assert ["1", "2"] == [row[0] for row in online.ok("inbox").rows]
    online.ok("undo", "--redo")
    assert ["1"] == [row[0] for row in online.ok("inbox").rows]


def test_what_was_accepted_and_then_removed_by_hand_does_not_wait_again(online: Cli) -> None:
    online.ok("refresh", "--quiet")
    online.ok("inbox", "accept", "2")
    online.write(MINE)
    online.ok("note", "glow", "to see")
    online.ok("undo")

    assert ["1"] == [row[0] for row in online.ok("inbox").rows]


def test_what_is_rejected_is_gone(online: Cli) -> None:
    online.ok("refresh", "--quiet")
    assert "There is no proposal 7, x in your inbox" in online.fails(2, "inbox", "reject", "1", "7", "x")
    assert "1 proposal rejected.\n" == online.ok("inbox", "reject", "1").out
    assert "1 proposal accepted.\n" == online.ok("inbox", "accept", "--all").out
    assert ("", MINE) == (online.ok("inbox").out, online.text[: len(MINE)])
    assert "Severance: renewed for season 2" in online.ok("refresh", "--quiet").out
    assert "renewed" not in online.ok("check", "glow").pairs["decision"]


def test_only_what_is_surer_than_asked_is_accepted(cli: Cli, web: StandIn) -> None:
    paper = cli.folder / "feed.xml"
    paper.write_bytes(atom(item(GLOW, 1), item("The Office has been renewed for a third series.", 2)))
    cli.write("[show.glow]\n[show.the-office-uk]\n")
    cli.environ |= {"SHOWSTATUS_OFFLINE": "", "SHOWSTATUS_TVMAZE_URL": web.url, "NO_PROXY": "*"}
    cli.ok("feed", "add", str(paper))
    cli.ok("refresh", "--quiet")
    done = cli.ok("inbox", "accept", "--above", "unsure", "--json").document

    assert (["glow"], 1) == ([one["slug"] for one in done["proposals"]], len(done["applied"]))
    assert ["the-office-uk"] == [row[1] for row in cli.ok("inbox").rows]


def test_the_words_for_sureness_are_those_of_the_reader() -> None:
    assert SURENESS == proposals.SURENESS


def test_what_makes_no_sense_is_refused(cli: Cli) -> None:
    told = together(
        lambda: cli.fails(2, "inbox", "accept"),
        lambda: cli.fails(2, "inbox", "reject"),
        lambda: cli.fails(2, "inbox", "accept", "1", "--all"),
        lambda: cli.fails(2, "inbox", "reject", "--above", "likely"),
        lambda: cli.fails(2, "inbox", "list", "1"),
        lambda: cli.fails(2, "inbox", "throw"),
    )

    for line, words in zip(
        told,
        ("accept what?", "reject what? Give numbers, or --all.", "accept what?", "--above says what is to be accepted",
         "list takes neither", "“throw” is none of"),
        strict=True,
    ):  # fmt: skip
        assert words in line


def test_a_feed_out_of_reach_is_one_line_and_code_5(online: Cli, web: StandIn) -> None:
    online.ok("refresh", "--quiet")
    with feeds(online).open("a") as file:
        file.write(f'[feed.gone]\naddress = "{web.url}/none"\n[feed.page]\naddress = "{web.url}/page"\n')
    web.fails("/page", Fault(200, b"<html>"))
    done = online.run("refresh", "--quiet")

    assert (5, "") == (done.code, done.out)
    told = [line for line in done.err.splitlines() if "feed" in line]
    assert [True, True] == ["The feed gone (" in told[0], "answered with HTML" in told[1]]
    assert 2 == len(told)


@pytest.mark.parametrize(
    "text",
    ['[feed.x]\n', '[feed.x]\naddress = "ftp://x"\n', '[feed.x]\naddress = "https://x"\nkey = "y"\n', "feed = 1\n",
     '[feed."A b"]\naddress = "https://x"\n', '[feed.x]\naddress = "https://x"\nby = " "\n', "[feed.x\n"],
)  # fmt: skip
def test_a_list_of_feeds_in_which_something_is_wrong_is_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "feeds.toml"
    path.write_text(text)

    with pytest.raises(RegistryUnreadable, match=r"feeds\.toml"):
        subscribed.read(str(path))


def test_a_list_that_cannot_be_read_stops_a_refresh_and_is_left_alone(online: Cli) -> None:
    feeds(online).write_text("[feed.x\n")

    assert "feeds.toml, line 1" in online.fails(6, "refresh")
    assert "[feed.x\n" == feeds(online).read_text()


def test_what_is_recorded_is_accepted_though_the_inbox_cannot_be_told(monkeypatch: pytest.MonkeyPatch) -> None:
    at = desk()
    at.write(FOLLOWED)
    at.fetched.unlink(missing_ok=True)
    with closing(Fetched(str(at.fetched))) as fetched:
        fetched.connection.execute("INSERT INTO proposal VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)", PROPOSED[0])

    def fail(*_: object) -> None:
        raise FetchedUnusable("fetched.db", "disk I/O error", damaged=False)

    with monkeypatch.context() as patch:
        patch.setattr(Inbox, "settle", fail)
        assert 1 == at.run("inbox", "reject", "--all")[0]
        assert (0, "1 proposal accepted.\n") == at.run("inbox", "accept", "--all")
    assert ("", 1) == (at.run("inbox")[1], at.registry.read_text(encoding="utf-8").count("[[claim]]"))
