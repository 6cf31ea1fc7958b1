"""Exit codes: one for each way to end, and a line that says what to do about it."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
from functools import partial

import pytest

from showstatus import errors
from showstatus.cli.run import INTERRUPTED
from tests.cli import Cli, together

MISTAKES = (
    "frobnicate", "check", "check heartstopper --frob", "check heartstopper glow", "check heartstopper --season",
    "check heartstopper --season 0", "check heartstopper --season -1", "check heartstopper --season two",
    "check heartstopper --season 99999999999999999999x", "check heartstopper --as-of", "--frob",
    "check heartstopper --as-of someday", "check heartstopper --as-of 2023", "check heartstopper --as-of 9999-12-31",
    "check heartstopper --as-of 0001-01-01", "check heartstopper --color mauve", "check heartstopper --fields nope",
    "list --decision maybe", "list --sort size", "list --before soon", "list --after 2023-13-01",
    "list --fields nope", "list --platform Nobody --fields nope", "next --count 0", "next --fields nope",
    "log heartstopper --fields nope", "log house-of-the-dragon --fields nope", "doctor --fields nope",
    "path nowhere", "path --fields nope", "schema nothing", "schema --fields nope", "add", "remove",
    "add heartstopper --fields nope", "add heartstopper --platform Hulu", "add --new", "add --new A B", "add --new ???",
    "add --new Heartstopper", "remove heartstopper", "claim heartstopper", "claim heartstopper bought",
    "claim heartstopper premiered --season 2", "claim heartstopper premiered --value 2023-08-03",
    "claim heartstopper premiered --season 2 --value soon", "claim heartstopper renewed --on 2023-02-30",
    "claim heartstopper renewed --rank rumour", "claim heartstopper film-ordered",
    "claim heartstopper episodes --season 1 --value ²", "claim heartstopper episodes --season 1 --value many",
    "claim heartstopper renewed --season 2 --film X", "claim heartstopper renewed --part 1",
    "claim heartstopper renewed --value maybe", "claim heartstopper withdrawn", "claim heartstopper cancelled --on",
    "claim heartstopper cancelled --fields nope", "withdraw heartstopper nope", "pin heartstopper",
    "pin heartstopper maybe", "pin heartstopper ended --until soon", "tag heartstopper", "note heartstopper",
    "alias heartstopper", "alias heartstopper ?!", "alias heartstopper GLOW",
)  # fmt: skip
"""Command lines that cannot be understood."""


def _all_codes(cls: type[errors.ShowstatusError]) -> set[int]:
    return {cls.exit_code}.union(*map(_all_codes, cls.__subclasses__()))


def test_the_codes_are_those_that_were_promised() -> None:
    assert {1, 2, 3, 4, 5, 6} == _all_codes(errors.ShowstatusError)
    assert 130 == INTERRUPTED


def test_failing_is_1(cli: Cli) -> None:
    assert "No claim about Severance cites a page" in cli.fails(1, "open", "severance", "--print")


def test_what_cannot_be_understood_is_2_and_changes_nothing(cli: Cli) -> None:
    together(*(partial(cli.fails, 2, *line.split()) for line in MISTAKES))
    assert not cli.registry.exists()


def test_no_command_at_all_shows_the_help_on_stderr(cli: Cli) -> None:
    done = cli.run(*())
    assert (2, "", True) == (done.code, done.out, "Usage: showstatus" in done.err)


def test_an_unknown_show_is_3_with_what_was_perhaps_meant(cli: Cli) -> None:
    assert "Did you mean “Heartstopper”?" in cli.fails(3, "check", "hartstoper")


def test_any_name_that_fits_no_show_is_3(cli: Cli) -> None:
    names = ("", " ", "???", "zzzzqqqq", "x" * 5000, "'; DROP TABLE show; --", "%", "../../etc/passwd")
    together(*(partial(cli.fails, 3, "check", name) for name in names))


def test_every_command_that_takes_a_show_knows_3(cli: Cli) -> None:
    lines = (
        "log X", "open X", "add X", "remove X", "claim X renewed", "withdraw X 1", "pin X ended", "tag X a", "note X a",
        "alias X a", "add heartstopper X",
    )  # fmt: skip
    together(*(partial(cli.fails, 3, *line.replace("X", "nosuchshow").split()) for line in lines))
    assert not cli.registry.exists()


def test_an_ambiguous_name_is_4_with_the_candidates(cli: Cli) -> None:
    said = cli.fails(4, "check", "The Office")
    assert ("the-office-uk (The Office (UK))" in said, "the-office-us (The Office (US))" in said) == (True, True)


@pytest.mark.parametrize(
    ("show", "code"), [("heartstopper", 0), ("glow", 10), ("severance", 11), ("house-of-the-dragon", 11)]
)
def test_the_exit_code_is_the_answer_where_that_is_asked_for(cli: Cli, show: str, code: int) -> None:
    for more in ((), ("--json",)):
        done = cli.run("check", show, "--exit-code", *more)
        assert (code, True) == (done.code, done.out != "")
    assert 0 == cli.run("check", show).code


def test_what_could_have_been_written_is_listed(cli: Cli) -> None:
    listed = {
        "check heartstopper --fields nope": "confirmed_seasons",
        "list --fields nope": "countdown_days",
        "log heartstopper --fields nope": "before, after",
        "doctor --fields nope": "severity",
        "list --decision nope": "final-season",
        "list --sort nope": "countdown, title",
        "list --color nope": "auto, always, never",
        "claim heartstopper nope": "filming-wrapped",
        "pin heartstopper nope": "concludes-with-film",
        "path nope": "backups",
    }
    said = together(*(partial(cli.fails, 2, *line.split()) for line in listed))
    assert [] == [line for line, told in zip(listed, said, strict=True) if listed[line] not in told]


def test_a_setting_in_the_environment_is_checked_too(cli: Cli) -> None:
    assert "SHOWSTATUS_COLOR" in cli.fails(2, "list", SHOWSTATUS_COLOR="mauve")
    assert "someday" in cli.fails(2, "list", SHOWSTATUS_AS_OF="someday")
    assert cli.ok("list").out == cli.ok("list", SHOWSTATUS_COLOR="never").out


def _interrupted(process: subprocess.Popen[bytes]) -> tuple[bytes, bytes]:
    """Press Ctrl-C until the program ends: one signal may fall into a moment in which Python cannot raise."""
    for _ in range(60):
        process.send_signal(signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            return process.communicate(timeout=1)
    raise AssertionError("the program does not end")


def test_an_interruption_is_130(cli: Cli) -> None:
    cli.registry.parent.mkdir(parents=True)
    os.mkfifo(cli.registry)  # reading it waits for a writer
    process = subprocess.Popen(cli.command("list"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=cli.env())
    with open(cli.registry, "wb"):  # opens when the program does: it is at work
        out, err = _interrupted(process)
    assert (INTERRUPTED, b"", b"showstatus: Interrupted.\n") == (process.returncode, out, err)


def test_words_that_are_no_text_are_refused_in_one_line(cli: Cli) -> None:
    word = os.fsdecode(b"a\xff")
    cli.fails(3, "check", word)
    cli.fails(1, "add", "--new", word)
    cli.fails(1, "note", "heartstopper", word)
    cli.fails(1, "claim", "heartstopper", "cancelled", "--by", word)
    cli.fails(2, "check", "heartstopper", "--as-of", word)
    assert "" == cli.ok("list", "--tag", word).out
    assert not cli.registry.exists()
