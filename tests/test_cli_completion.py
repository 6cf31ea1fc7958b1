"""Shell completion: names of shows, commands, options and their values, and nothing a shell would obey."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from tests.cli import SHIPPED, Cli


def _complete(cli: Cli, line: str) -> list[str]:
    """What bash offers for the last word of a line."""
    words = line.split(" ")
    done = cli.ok(
        _SHOWSTATUS_COMPLETE="complete_bash", COMP_WORDS=line, COMP_CWORD=str(len(words) - 1), SHOWSTATUS_AS_OF=None
    )
    assert "" == done.err
    return done.out.split()


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("showstatus check hear", ["heartstopper"]),
        ("showstatus check Hear", ["Heartstopper"]),
        ("showstatus check the-office", ["the-office-uk", "the-office-us"]),
        ("showstatus check hot", ["hotd"]),
        ("showstatus check zzz", []),
        ("showstatus add glow sev", ["severance"]),
        ("showstatus claim sev", ["severance"]),
        ("showstatus claim severance fin", ["final-season", "finale"]),
        ("showstatus pin severance can", ["cancelled"]),
        ("showstatus list --sort c", ["countdown"]),
        ("showstatus list --decision e", ["ended"]),
        ("showstatus check heartstopper --color a", ["auto", "always"]),
        ("showstatus check heartstopper --exp", ["--explain"]),
        ("showstatus wi", ["withdraw"]),
    ],
)
def test_what_bash_offers(cli: Cli, line: str, offered: list[str]) -> None:
    assert offered == _complete(cli, line)


def test_every_show_is_offered_where_nothing_was_typed(cli: Cli) -> None:
    offered = _complete(cli, "showstatus check ")
    assert {"glow", "heartstopper", "house-of-the-dragon", "severance"} <= set(offered)


def test_what_is_offered_names_its_show(cli: Cli) -> None:
    for word in _complete(cli, "showstatus check h"):
        assert cli.ok("check", word).pairs["slug"] in ("heartstopper", "house-of-the-dragon")


def test_nothing_is_offered_that_a_shell_would_obey(cli: Cli) -> None:
    evil = (
        "evil $(touch x)",
        "evil`x`",
        "evil;x",
        "evil|x",
        "evil x",
        "evil\\nx",
        "evil'x",
        "evil\\\\x",
        "evil>x",
        "evil*",
    )
    cli.ship(SHIPPED + "".join(f'[show."{slug}"]\ntitle = "{slug}"\n' for slug in evil) + "[show.evil-good]\n")
    assert ["evil-good"] == _complete(cli, "showstatus check evil")


def test_a_damaged_registry_offers_nothing_and_says_nothing(cli: Cli) -> None:
    cli.write("[")
    assert [] == _complete(cli, "showstatus check hear")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_a_shell_is_printed(cli: Cli, shell: str) -> None:
    assert f"_SHOWSTATUS_COMPLETE=complete_{shell}" in cli.ok(_SHOWSTATUS_COMPLETE=f"source_{shell}").out


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
def test_bash_completes_with_that_script(cli: Cli) -> None:
    program = cli.folder / "bin" / "showstatus"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {" ".join(cli.command())} "$@"\n')
    program.chmod(0o755)
    script = """
        eval "$(_SHOWSTATUS_COMPLETE=source_bash showstatus)"
        COMP_WORDS=(showstatus check the-office) COMP_CWORD=2
        _showstatus_completion showstatus
        printf '%s\n' "${COMPREPLY[@]}"
    """
    environ = cli.env(PATH=f"{program.parent}:{cli.environ['PATH']}")
    ran = subprocess.run(["bash", "--norc", "-c", script], capture_output=True, env=environ, check=True, text=True)
    assert ("the-office-uk\nthe-office-us\n", "") == (ran.stdout, ran.stderr)
