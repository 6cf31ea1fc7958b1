"""What each command loads: a prompt or a shell loop feels every module."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest

from showstatus.ledger.fetched import Fetched
from showstatus.sources.tvmaze import TVmaze
from showstatus.sync import keep
from tests.cli import Cli

NEVER = {"httpx", "socket", "ssl", "asyncio", "pydantic", "requests", "http"}
TERMINAL = {"rich", "typer"}
"""What only a terminal, help or a mistake needs."""
READING = {"tomllib", "rapidfuzz", "filelock", "tomli_w", "hashlib"}
"""What only a changed registry, a change or an unknown name needs."""
CORE = {
    "dataclasses", "inspect", "showstatus.claims", "showstatus.dates", "showstatus.report", "showstatus.status",
    "showstatus.seasons", "showstatus.ledger.book", "showstatus.views.json_doc", "showstatus.spoken",
}  # fmt: skip
"""What only a new answer needs."""
PROGRAM = """
import sys
from showstatus.cli.run import run
code = run(sys.argv[1:])
sys.stdout.flush()
print("\\n".join(sorted(sys.modules)), file=sys.stderr)
sys.exit(code)
"""


def _loads(cli: Cli, *words: str) -> set[str]:
    """The modules that a run loads."""
    command = [sys.executable, "-c", PROGRAM, *words]
    ran = subprocess.run(command, capture_output=True, env=cli.env(), timeout=60, check=False, text=True)
    assert ran.returncode in (0, 2, 3), ran.stderr
    loaded = {line for line in ran.stderr.splitlines() if " " not in line}
    assert "showstatus.cli.run" in loaded
    assert set() == loaded & NEVER
    return loaded


def test_a_kept_answer_is_only_fetched(cli: Cli) -> None:
    for words in (("check", "heartstopper", "--json"), ("check", "heartstopper")):
        cli.ok(*words)
        assert set() == _loads(cli, *words) & (TERMINAL | READING | CORE)


def test_what_was_fetched_costs_a_kept_answer_nothing(cli: Cli) -> None:
    kept = Fetched(str(cli.fetched))
    keep(TVmaze().read_show({"id": 1, "name": "GLOW"}), "glow", kept, dt.date(2023, 1, 11))
    kept.close()
    cli.ok("check", "heartstopper")

    assert set() == _loads(cli, "check", "heartstopper") & (TERMINAL | READING | CORE)


def test_a_new_answer_needs_no_terminal(cli: Cli) -> None:
    cold = _loads(cli, "check", "heartstopper")
    assert set() == cold & TERMINAL
    assert "showstatus.status" in cold
    assert set() == _loads(cli, "check", "heartstopper", "--json", "--as-of", "2022-05-01") & (TERMINAL | READING)


def test_a_kept_list_needs_neither_terminal_nor_registry(cli: Cli) -> None:
    cli.ok("list")
    for words in (("list",), ("list", "--json"), ("next",)):
        assert set() == _loads(cli, *words) & (TERMINAL | READING)


def test_an_unknown_name_needs_no_terminal(cli: Cli) -> None:
    loaded = _loads(cli, "check", "hartstoper")
    assert ("rapidfuzz" in loaded, loaded & TERMINAL) == (True, set())


@pytest.mark.parametrize(
    "line",
    ["log heartstopper", "open heartstopper --print", "doctor", "path", "schema", "add glow", "tag glow x",
     "pin glow ended", "claim glow ended", "note glow x", "alias glow x", "answer glow", "remove glow",
     "export csv glow", "export toml glow", "export ics glow", "undo --list",
     "timeline", "calendar", "binge", "registry list", "registry remove x", "feed list", "inbox",
     "inbox reject --all", "--version"],
)  # fmt: skip
def test_no_piped_command_needs_a_terminal(cli: Cli, line: str) -> None:
    if line.startswith("remove"):
        cli.ok("add", "glow")
    assert set() == _loads(cli, *line.split()) & TERMINAL


def test_only_the_command_that_was_named_is_loaded(cli: Cli) -> None:
    loaded = {name for name in _loads(cli, "path") if name.startswith("showstatus.cli.commands.")}
    assert {"showstatus.cli.commands.path"} == loaded


@pytest.mark.parametrize("line", ["--help", "check --help", "check --frob", "check heartstopper --color always"])
def test_help_mistakes_and_cards_load_no_client(cli: Cli, line: str) -> None:
    _loads(cli, *line.split())
