"""Help that people find: examples that run, topics, and a manual page from the same source."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from pathlib import Path

import pytest

from showstatus.cli.commands.help import NAMES
from showstatus.cli.run import COMMANDS, load
from showstatus.cli.topics import TOPICS, Code, Terms, as_text, dates, registry
from showstatus.spoken import hear
from tests.cli import Cli
from tests.examples import prepared, runs
from tests.standin import StandIn

ROOT = Path(__file__).resolve().parent.parent
MAN = ROOT / "man" / "showstatus.1"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of somebody who asked before: reading all that is shipped anew for every command takes long."""
    cli = Cli(tmp_path_factory.mktemp("home"), shipped=None)
    cli.ok("check", "glow", SHOWSTATUS_SHIPPED=str(ROOT / "data" / "shows.toml"))
    return cli.store


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_examples_and_they_run(
    tmp_path: Path, standin: StandIn, monkeypatch: pytest.MonkeyPatch, store: Path, command: str
) -> None:
    """In the order in which help shows them, with the registry that is shipped."""
    cli = prepared(tmp_path, standin)
    cli.store.parent.mkdir(parents=True)
    shutil.copy(store, cli.store)
    monkeypatch.chdir(tmp_path)
    lines = [example.line for example in load(command).COMMAND.examples]
    assert lines
    assert any(line.split()[0] == command for line in lines)
    for words in runs(command, tmp_path):
        cli.ok(*words)


@pytest.mark.parametrize("command", COMMANDS)
def test_examples_fit_a_terminal_and_are_said_alike(command: str) -> None:
    for example in load(command).COMMAND.examples:
        assert len(f"    showstatus {example.line}") <= 80
        assert example.what[0].islower()
        assert example.what[-1] != "."


def test_help_of_a_command_shows_its_examples(cli: Cli) -> None:
    shown = cli.ok("check", "--help").out

    assert "\n  Examples:\n    showstatus check heartstopper\n        see whether it is cancelled" in shown
    assert shown == cli.ok("help", "check").out


def test_help_alone_lists_the_topics(cli: Cli) -> None:
    assert list(TOPICS) == list(NAMES)
    shown = cli.ok("help").out
    for name, made in TOPICS.items():
        assert f"  {name} " in shown
        assert made().summary in shown


@pytest.mark.parametrize("topic", NAMES)
def test_a_topic_is_told_within_the_width(cli: Cli, topic: str) -> None:
    made = TOPICS[topic]()
    code = {f"    {line}" for block in made.blocks if isinstance(block, Code) for line in block.lines}
    for columns in (40, 80):
        seen = cli.terminal("help", topic, columns=columns)
        assert " ".join(seen.split()).startswith(made.summary)
        assert all(len(line) <= columns for line in seen.splitlines() if line not in code)
    assert "\\u" not in cli.ok("help", topic, PYTHONIOENCODING="ascii").out
    assert as_text(made) == cli.ok("help", topic, "--json").document["text"]


def test_what_no_topic_explains_is_refused_with_those_that_are_there(cli: Cli) -> None:
    assert "There is no help on “colours”; the topics are exit-codes, dates," in cli.fails(2, "help", "colours")


def test_the_dates_that_are_told_are_understood() -> None:
    for block in dates().blocks:
        if isinstance(block, Terms):
            for term, _ in block.rows:
                if " mid, " not in term:
                    for text in term.replace(" … ", ", ").split(", "):
                        hear(text, dt.date(2023, 1, 1))


def test_the_registry_that_is_told_is_understood(cli: Cli) -> None:
    (code,) = (block for block in registry().blocks if isinstance(block, Code))
    cli.write("\n".join(code.lines) + "\n")

    assert "" == cli.ok("doctor").out
    assert "dated" == cli.ok("check", "severance", "--as-of", "2026-11-22").pairs["stage"]


def test_the_page_tells_every_command_option_and_topic() -> None:
    page = MAN.read_text(encoding="utf-8")
    for command in COMMANDS:
        assert f'.SS "{command}' in page
        for option in load(command).COMMAND.all_options:
            assert rf"\fB{option.flag.replace('-', chr(92) + '-')}\fR" in page
    assert page.isascii()


@pytest.mark.skipif(shutil.which("groff") is None, reason="there is no groff here")
def test_groff_finds_nothing_to_say_about_the_page() -> None:
    done = subprocess.run(["groff", "-man", "-ww", "-z", str(MAN)], capture_output=True, text=True, check=False)

    assert (0, "") == (done.returncode, done.stderr)


@pytest.mark.skipif(shutil.which("mandoc") is None, reason="there is no mandoc here")
def test_mandoc_reads_the_page() -> None:
    lint = ["mandoc", "-T", "lint", "-W", "error", str(MAN)]
    done = subprocess.run(lint, capture_output=True, text=True, check=False)

    assert (0, "") == (done.returncode, done.stdout)
