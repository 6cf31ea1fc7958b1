"""`publish` at the command line: what it writes, what it refuses, and that others read the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from showstatus.ledger.publication import HEADER
from tests.cli import Cli
from tests.standin import StandIn, season

MINE = """\
[show.heartstopper]
tags = ["comfort"]
note = "with A."
pin = { decision = "ended" }
aliases = ["HS"]

[show.glow]

[show.harbour]
title = "Harbour Lights"
platform = "BBC One"

[[claim]]
show = "heartstopper"
kind = "date-announced"
season = 2
value = 2023-08-03
on = 2023-01-10
by = "Netflix"
url = "https://example.org/date"

[[claim]]
show = "harbour"
kind = "renewed"
seasons = [2, 3]
said = "two more"
on = "2022-12"
by = "The Stage"
reports = "BBC One"
rank = "press"
"""


@pytest.fixture
def mine(cli: Cli) -> Cli:
    """The command line of somebody who claims something."""
    cli.write(MINE)
    return cli


@pytest.fixture
def file(cli: Cli) -> Path:
    return cli.folder / "published.toml"


def evidence(cli: Cli, show: str, origin: str) -> list[dict[str, object]]:
    found = cli.ok("check", show, "--json").document["evidence"]
    return [{key: one[key] for key in one if key != "origin"} for one in found if one["origin"] == origin]


def test_what_is_published_makes_the_same_claims_for_whoever_subscribes(mine: Cli, file: Path, tmp_path: Path) -> None:
    mine.ok("publish", str(file))
    (tmp_path / "other").mkdir()
    other = Cli(tmp_path / "other")
    other.ok("registry", "add", str(file), "--name", "friend")

    for show in ("heartstopper", "harbour"):
        assert evidence(mine, show, "user") == evidence(other, show, "registry:friend") != []
    answer = other.ok("check", "HS", "--json").document
    assert ([], None, False, "renewed") == (answer["tags"], answer["note"], answer["followed"], answer["decision"])


def test_it_holds_nothing_personal_and_nothing_that_others_claim(mine: Cli) -> None:
    text = mine.ok("publish", "-").out

    assert text.startswith(HEADER)
    assert not [
        word for word in ("comfort", "with A.", "pin", "followed", "glow", "TMDB", "renewed_on") if word in text
    ]
    assert ["[show.harbour]", "[show.heartstopper]"] == [line for line in text.splitlines() if line.startswith("[show")]
    assert 2 == text.count("[[claim]]")
    assert 'platform = "Netflix"' in text  # what tells that Netflix is official, out of the shipped registry


def test_it_is_the_same_every_day(mine: Cli, file: Path) -> None:
    mine.ok("publish", str(file))
    first = file.read_text()
    done = mine.ok("publish", str(file), "--as-of", "2023-06-01", "--json")

    assert first == file.read_text() == mine.ok("publish", "-").out
    assert {
        "schema_version": 1,
        "action": "published",
        "path": str(file),
        "shows": ["harbour", "heartstopper"],
        "claims": 2,
    } == done.document


def test_only_what_was_published_is_written_over(mine: Cli, file: Path) -> None:
    file.write_text("precious\n")

    assert "was not published with showstatus" in mine.fails(2, "publish", str(file))
    assert "was not published with showstatus" in mine.fails(2, "publish", str(mine.registry))
    assert ("precious\n", MINE) == (file.read_text(), mine.text)


def test_a_link_stays_and_its_target_is_written(mine: Cli, file: Path) -> None:
    target = mine.folder / "target.toml"
    target.touch()
    file.symlink_to(target)
    mine.ok("publish", str(file))

    assert file.is_symlink()
    assert target.read_text().startswith(HEADER)


def test_what_cannot_be_written_is_said(mine: Cli) -> None:
    assert "Is a directory" in mine.fails(1, "publish", str(mine.folder))
    (mine.folder / "plain").touch()
    assert "Not a directory" in mine.fails(1, "publish", str(mine.folder / "plain" / "x.toml"))


def test_stdout_holds_one_thing(mine: Cli) -> None:
    assert "choose one" in mine.fails(2, "publish", "-", "--json")


def test_nothing_to_publish_is_no_file(cli: Cli, file: Path) -> None:
    cli.write("[show.glow]\n")

    assert "You claim nothing yet" in cli.fails(1, "publish", str(file))
    assert not file.exists()


def test_what_is_left_out_is_said(mine: Cli) -> None:
    mine.write(MINE + '[[claim]]\nshow = "nobody"\nkind = "ended"\n[[claim]]\nshow = "glow"\nkind = "frobbed"\n')
    done = mine.ok("publish", "-")

    assert 2 == done.out.count("[[claim]]")
    assert "Claims about nobody are left out" in done.err
    assert "showstatus doctor tells what it is" in done.err


def test_what_others_would_refuse_is_not_published(mine: Cli, file: Path) -> None:
    mine.write(MINE + f'[[claim]]\nshow = "glow"\nkind = "ended"\nsaid = "{"x" * 6000}"\n')

    assert "Nothing was published: others would refuse" in mine.fails(1, "publish", str(file))
    assert not file.exists()


def test_what_was_fetched_is_not_published(cli: Cli) -> None:
    tvmaze = StandIn()
    tvmaze.add(1, "Harbour Lights", [season(1, "2022-01-01", "2022-02-01"), season(2)], genres=["Nautical"])
    cli.environ |= {"SHOWSTATUS_OFFLINE": "", "SHOWSTATUS_TVMAZE_URL": tvmaze.url}
    cli.ok("add", "--id", "tvmaze:1")
    tvmaze.close()
    cli.ok("claim", "harbour-lights", "cancelled", "--on", "2023-01-02", "--by", "The Stage")
    text = cli.ok("publish", "-").out

    assert "Nautical" in str(cli.ok("check", "harbour-lights", "--json").document["show"]["genres"])
    assert not [word for word in ("TVmaze", "premiered", "Nautical", "Netflix") if word in text]
    assert 'title = "Harbour Lights"' in text
    assert 1 == text.count("[[claim]]")
