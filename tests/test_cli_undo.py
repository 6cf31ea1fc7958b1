"""`undo` as people run it, after every command that changes the registry."""

from __future__ import annotations

import pytest

from tests.cli import Cli, plain

MINE = '# mine\n[show.glow]\ntags = ["sad"]  # why\n'


@pytest.mark.parametrize(
    "line",
    ["add heartstopper", "add --new Mine", "remove glow", "tag glow x", "tag glow sad --remove", "note glow hm",
     "alias glow gloria", "pin glow renewed", "claim glow renewed --season 4 --on 2023-01-10"],
)  # fmt: skip
def test_every_change_can_be_taken_back(cli: Cli, line: str) -> None:
    cli.write(MINE)
    said = cli.ok(*line.split()).out.strip()
    changed = cli.text
    assert changed != MINE

    assert f"Taken back: “{said}”\n" == cli.ok("undo").out
    assert MINE == cli.text
    assert f"Made again: “{said}”\n" == cli.ok("undo", "--redo").out
    assert changed == cli.text


def test_a_claim_that_was_withdrawn_counts_again(cli: Cli) -> None:
    cancelled = next(
        one for one in cli.ok("check", "glow", "--json").document["evidence"] if one["kind"] == "cancelled"
    )
    cli.ok("withdraw", "glow", cancelled["id"])
    assert "cancelled" != cli.ok("check", "glow", SHOWSTATUS_AS_OF=None).pairs["decision"]
    cli.ok("undo")
    assert "cancelled" == cli.ok("check", "glow", SHOWSTATUS_AS_OF=None).pairs["decision"]


def test_the_changes_are_listed_the_newest_first(cli: Cli) -> None:
    cli.ok("add", "glow")
    cli.ok("tag", "glow", "sad")
    cli.ok("undo")

    rows = cli.ok("undo", "--list").rows
    assert [("taken back", "Tags of GLOW: sad."), ("made", "You follow GLOW.")] == [(row[1], row[2]) for row in rows]
    changes = cli.ok("undo", "--list", "--json").document["changes"]
    assert [True, False] == [change["undone"] for change in changes]
    seen = plain(cli.terminal("undo", "--list"))
    assert ("When" in seen, "taken back" in seen, "You follow GLOW." in seen) == (True, True, True)


def test_nothing_on_record_is_said(cli: Cli) -> None:
    assert "There is nothing to take back" in cli.fails(1, "undo")
    assert "There is nothing to make again" in cli.fails(1, "undo", "--redo")
    assert "No change is on record." in cli.terminal("undo", "--list")
    assert "" == cli.ok("undo", "--list").out
    assert "ask for one" in cli.fails(2, "undo", "--list", "--redo")


def test_a_hand_edit_elsewhere_stays(cli: Cli) -> None:
    cli.write(MINE)
    cli.ok("tag", "glow", "x")
    cli.write(f"{cli.text}\n[show.heartstopper]\n")
    cli.ok("undo")

    assert f"{MINE}\n[show.heartstopper]\n" == cli.text


def test_a_hand_edit_on_the_same_line_stays_and_is_named(cli: Cli) -> None:
    cli.write(MINE)
    cli.ok("tag", "glow", "x")
    by_hand = cli.text.replace('"x"', '"y"')
    cli.write(by_hand)

    assert "“Tags of GLOW: sad, x.” touches lines that were edited by hand since" in cli.fails(1, "undo")
    assert by_hand == cli.text


def test_a_field_that_nobody_has_is_refused_before_anything_is_taken_back(cli: Cli) -> None:
    cli.ok("add", "glow")
    before = cli.text
    assert "There is no field “x”" in cli.fails(2, "undo", "--fields", "x")
    assert before == cli.text
    assert "You follow GLOW." == cli.ok("undo", "--json").document["changes"][0]["what"]


def test_each_registry_has_changes_of_its_own(cli: Cli) -> None:
    other = str(cli.folder / "other.toml")
    cli.ok("add", "glow")
    cli.ok("add", "heartstopper", "--registry", other)
    cli.ok("undo")

    assert "" == cli.text
    assert "heartstopper" in (cli.folder / "other.toml").read_text()


def test_a_damaged_registry_is_not_written_over(cli: Cli) -> None:
    cli.ok("add", "glow")
    cli.write("[")
    cli.fails(6, "undo")
    assert "[" == cli.text


def test_a_change_that_cannot_be_entered_is_made_and_that_is_said(cli: Cli) -> None:
    folder = cli.store.parent / "journal"
    folder.parent.mkdir(parents=True)
    folder.write_text("a file where the folder should be")
    done = cli.ok("add", "glow")

    assert ("You follow GLOW.\n", "This change cannot be taken back") == (done.out, done.err[12:44])
    assert "[show.glow]" in cli.text
