"""Streams and exit codes: answers on stdout, everything else on stderr, and one code for each way to end."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
from functools import partial
from pathlib import Path

import pytest

from showstatus import errors
from showstatus.cli.run import COMMANDS, INTERRUPTED
from tests.cli import HINT, SHIPPED, Cli, Done, together

READING = ("check heartstopper", "list", "next", "log heartstopper", "open heartstopper --print", "doctor")
"""Commands that read the registries."""
CHANGING = (
    "add heartstopper", "add --new Fresh", "remove heartstopper", "claim heartstopper cancelled", "tag heartstopper x",
    "withdraw heartstopper 0123456789", "pin heartstopper ended", "note heartstopper x", "alias heartstopper x",
)  # fmt: skip
"""Commands that change the user's registry."""

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


def test_an_answer_is_on_stdout_alone(cli: Cli) -> None:
    done = cli.ok("check", "heartstopper")
    assert ("No. Netflix renewed Heartstopper for seasons 2 and 3 on 20 May 2022.", "") == (
        done.pairs["answer"],
        done.err,
    )


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


@pytest.mark.parametrize("damaged", ["user", "shipped"])
def test_a_damaged_registry_is_6_for_every_command_that_reads_it(cli: Cli, damaged: str) -> None:
    broken = SHIPPED + '\n[show.new]\ntitle = "New\n'
    path = cli.shipped if damaged == "shipped" else cli.registry
    cli.write("# mine\n")
    path.write_text(broken)
    where = f"{path}, line {broken.count(chr(10))}, column 13: "
    said = together(*(partial(cli.fails, 6, *line.split()) for line in (*READING, *CHANGING)))
    assert [] == [line for line in said if where not in line]
    assert broken == path.read_text()


@pytest.mark.parametrize(
    ("content", "where"),
    [
        (b"[show.a]\n[show.a]\n", "line 2, column 8: [show.a] is defined twice"),
        (b"[show.a]\ntitle = 'x'\ntitle = 'y'\n", "line 3, column 12: this key or table is defined twice"),
        (b"[show.a\n", "line 1, column 8: "),
        (b"[show.a]\ntitle = \xff\n", "line 2, column 9: the byte 0xff is not UTF-8"),
        (b"x = " + b"[" * 5000, "brackets are nested too deep"),
        (b"\x00", "line 1, column 1: "),
    ],
)
def test_a_damaged_registry_stays_as_it_is(cli: Cli, content: bytes, where: str) -> None:
    cli.write("")
    cli.registry.write_bytes(content)
    for line in ("list", "add heartstopper"):
        assert where in cli.fails(6, *line.split())
        assert content == cli.registry.read_bytes()


def test_a_folder_or_a_loop_of_links_as_registry_is_6(cli: Cli, tmp_path: Path) -> None:
    loop = tmp_path / "loop.toml"
    loop.symlink_to(loop)
    for path in (tmp_path, loop):
        assert str(path) in cli.fails(6, "list", "--registry", str(path))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_registry_that_may_not_be_read_is_6(cli: Cli) -> None:
    cli.write("")
    cli.registry.chmod(0)
    assert "Permission denied" in cli.fails(6, "list")


def test_a_shipped_registry_that_is_not_there_is_6(cli: Cli) -> None:
    missing = str(cli.folder / "missing.toml")
    assert missing in cli.fails(6, "list", SHOWSTATUS_SHIPPED=missing)


def test_what_needs_no_registry_works_beside_a_damaged_one(cli: Cli) -> None:
    cli.write("[")
    assert f"{cli.registry}\n" == cli.ok("path", "registry").out
    cli.ok("schema")
    cli.ok("--help")
    cli.ok("check", "--help")


@pytest.mark.parametrize("content", ["", "\n", "# nothing yet\n", "\ufeff", "checked = 2023-01-01\n"])
def test_an_empty_registry_is_a_registry(cli: Cli, content: str) -> None:
    cli.write(content)
    assert 6 == len(cli.ok("list").rows)
    cli.ok("add", "heartstopper")
    assert 1 == len(cli.ok("list").rows)


def test_without_any_registry_there_are_no_shows(cli: Cli) -> None:
    assert "" == cli.ok("list", SHOWSTATUS_SHIPPED="").out
    assert [] == cli.ok("list", "--json", SHOWSTATUS_SHIPPED="").document["shows"]
    cli.fails(3, "check", "heartstopper", SHOWSTATUS_SHIPPED="")


def test_a_filter_value_nobody_has_gives_an_empty_answer(cli: Cli) -> None:
    filters = ("--platform Nobody", "--tag none", "--decision limited", "--before 1950", "--after 2900-01-01")
    assert [""] * 5 == [done.out for done in together(*(partial(cli.ok, "list", *line.split()) for line in filters))]
    assert [] == cli.ok("list", "--platform", "Nobody", "--json").document["shows"]
    assert [] == cli.ok("list", "--platform", "Nobody", "--fields", "slug").document["shows"]
    assert "" == cli.ok("next", "--as-of", "1950-01-01").out


def test_a_hint_to_follow_something_goes_to_stderr(cli: Cli) -> None:
    assert "showstatus: You follow no show yet" in cli.ok("list").err
    cli.ok("add", "glow")
    assert "" == cli.ok("list").err


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


def _in_shell(cli: Cli, line: str, **environ: str) -> Done:
    """Run a line of shell in which `showstatus` is this program."""
    script = f'showstatus() {{ {" ".join(cli.command())} "$@"; }}\n{line}'
    ran = subprocess.run(
        ["/bin/sh", "-c", script], capture_output=True, env=cli.env(**environ), timeout=60, check=False
    )
    done = Done(ran.returncode, ran.stdout.decode(), ran.stderr.decode())
    assert "Traceback" not in done.err
    assert "Exception ignored" not in done.err
    return done


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
    done = _in_shell(cli, f"showstatus {line} >/dev/full")
    told = "showstatus: The answer could not be written: No space left on device; free some space, then try again.\n"
    assert (1, told) == (done.code, done.err)


def test_closed_streams_are_no_fault(cli: Cli) -> None:
    assert 0 == _in_shell(cli, "showstatus check heartstopper >&-").code
    assert 3 == _in_shell(cli, "showstatus check nobody 2>&-").code
    assert 0 == _in_shell(cli, "showstatus check heartstopper <&- >&- 2>&-").code


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


@pytest.mark.parametrize("name", ["file", "/dev/null", "missing/deep/folder", "database"])
def test_a_state_folder_that_cannot_be_used_costs_only_time(cli: Cli, tmp_path: Path, name: str) -> None:
    usual = cli.ok("check", "heartstopper").out
    state = tmp_path / name
    if name == "file":
        state.write_text("a file")
    elif name == "database":
        (state / "showstatus").mkdir(parents=True)
        (state / "showstatus" / "showstatus.db").write_bytes(b"this is no database" * 1000)
    done = cli.ok("check", "heartstopper", XDG_STATE_HOME=str(state))
    assert usual == done.out
    assert ("cannot be used" in done.err and "working in memory" in done.err) == (name != "missing/deep/folder")


def test_a_full_disk_under_the_store_costs_only_time(cli: Cli) -> None:
    usual = cli.ok("list").out
    cli.store.unlink()
    done = _in_shell(cli, "ulimit -f 0; showstatus list")
    assert (0, usual, True) == (done.code, done.out, "working in memory" in done.err)
    cli.ok("list")
    cli.ship(SHIPPED + "# changed\n")
    done = _in_shell(cli, "ulimit -f 0; showstatus list --as-of 2023-01-12")
    assert (0, True) == (done.code, "working in memory" in done.err)


@pytest.mark.parametrize("page", [1, 3, 5, 7, 9])
def test_a_damaged_page_of_the_store_is_lived_with(cli: Cli, page: int) -> None:
    usual = cli.ok("check", "heartstopper").out
    content = bytearray(cli.store.read_bytes())
    content[page * 4096 : page * 4096 + 4096] = b"\xa5" * len(content[page * 4096 : page * 4096 + 4096])
    cli.store.write_bytes(content)
    assert usual == cli.ok("check", "heartstopper").out


def test_names_of_files_need_not_be_utf8(cli: Cli, tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.toml")
    Path(path).write_text('[show.mine]\ntitle = "Mine"\n')
    assert [["mine", "Mine"]] == [row[:2] for row in cli.ok("list", "--registry", path).rows]
    assert "mine" == cli.ok("check", "mine", "--registry", path, "--json").document["show"]["slug"]
    cli.ok("tag", "mine", "x", "--registry", path)
    cli.ok("doctor", "--registry", path)


def test_words_that_are_no_text_are_refused_in_one_line(cli: Cli) -> None:
    word = os.fsdecode(b"a\xff")
    cli.fails(3, "check", word)
    cli.fails(1, "add", "--new", word)
    cli.fails(1, "note", "heartstopper", word)
    cli.fails(1, "claim", "heartstopper", "cancelled", "--by", word)
    cli.fails(2, "check", "heartstopper", "--as-of", word)
    assert "" == cli.ok("list", "--tag", word).out
    assert not cli.registry.exists()


def test_every_command_has_help(cli: Cli) -> None:
    helped = together(*(partial(cli.ok, command, "--help") for command in COMMANDS))
    assert [f"Usage: showstatus {command} " for command in COMMANDS] == [
        done.out[: len(f"Usage: showstatus {command} ")] for command, done in zip(COMMANDS, helped, strict=True)
    ]


def test_the_version_is_told(cli: Cli) -> None:
    from showstatus import __version__

    assert f"showstatus {__version__}\n" == cli.ok("--version").out
