"""Streams: answers on stdout, everything else on stderr, and what becomes of an answer that nobody takes."""

from __future__ import annotations

import os
import subprocess
from functools import partial
from pathlib import Path

import pytest

from showstatus.cli.run import COMMANDS
from tests.cli import HINT, Cli, together
from tests.shells import in_shell


def test_an_answer_is_on_stdout_alone(cli: Cli) -> None:
    done = cli.ok("check", "heartstopper")
    assert ("No. Netflix renewed Heartstopper for seasons 2 and 3 on 20 May 2022.", "") == (
        done.pairs["answer"],
        done.err,
    )


def test_a_filter_value_nobody_has_gives_an_empty_answer(cli: Cli) -> None:
    filters = ("--platform Nobody", "--tag none", "--decision limited", "--before 1950", "--after 2900-01-01")
    assert [""] * 5 == [done.out for done in together(*(partial(cli.ok, "list", *line.split()) for line in filters))]
    assert [] == cli.ok("list", "--platform", "Nobody", "--json").document["shows"]
    assert [] == cli.ok("list", "--platform", "Nobody", "--fields", "slug").document["shows"]
    assert "" == cli.ok("next", "--as-of", "1950-01-01").out


def test_a_hint_to_follow_something_goes_to_stderr(cli: Cli) -> None:
    assert "showstatus: You follow no show yet, so these are all that are known; " in cli.ok("list").err
    cli.ok("add", "glow")
    assert "" == cli.ok("list").err


def test_where_nothing_is_known_nothing_is_said_to_be_listed(cli: Cli) -> None:
    done = cli.ok("list", SHOWSTATUS_SHIPPED="")

    assert "" == done.out
    assert (
        "showstatus: You follow no show yet, and no registry knows one; `showstatus add SHOW` follows one.\n"
        == done.err
    )


@pytest.mark.parametrize("line", ["list --json", "list", "check heartstopper", "--help", "check --help", "schema"])
def test_a_reader_who_has_enough_is_no_fault(cli: Cli, line: str) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    process = subprocess.Popen(cli.command(*line.split()), stdout=writer, stderr=subprocess.PIPE, env=cli.env())
    os.close(writer)
    _, err = process.communicate(timeout=60)
    assert [] == [told for told in err.decode().splitlines() if not told.startswith(HINT)]
    assert process.returncode in (0, 1)  # Typer ends its help with 1


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no /dev/full")
@pytest.mark.parametrize(
    "line", ["check heartstopper", "check heartstopper --json", "path", "schema", "--version", "--help"]
)
def test_an_answer_that_cannot_be_written_is_one_line_on_stderr(cli: Cli, line: str) -> None:
    done = in_shell(cli, f"showstatus {line} >/dev/full")
    told = "showstatus: The answer could not be written: No space left on device; free some space, then try again.\n"
    assert (1, told) == (done.code, done.err)


def test_closed_streams_are_no_fault(cli: Cli) -> None:
    assert 0 == in_shell(cli, "showstatus check heartstopper >&-").code
    assert 3 == in_shell(cli, "showstatus check nobody 2>&-").code
    assert 0 == in_shell(cli, "showstatus check heartstopper <&- >&- 2>&-").code


def test_names_of_files_need_not_be_utf8(cli: Cli, tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.toml")
    Path(path).write_text('[show.mine]\ntitle = "Mine"\n')
    assert [["mine", "Mine"]] == [row[:2] for row in cli.ok("list", "--registry", path).rows]
    assert "mine" == cli.ok("check", "mine", "--registry", path, "--json").document["show"]["slug"]
    cli.ok("tag", "mine", "x", "--registry", path)
    cli.ok("doctor", "--registry", path)


def test_every_command_has_help(cli: Cli) -> None:
    helped = together(*(partial(cli.ok, command, "--help") for command in COMMANDS))
    assert [f"Usage: showstatus {command} " for command in COMMANDS] == [
        done.out[: len(f"Usage: showstatus {command} ")] for command, done in zip(COMMANDS, helped, strict=True)
    ]


def test_the_version_is_told(cli: Cli) -> None:
    from showstatus import __version__

    assert f"showstatus {__version__}\n" == cli.ok("--version").out
