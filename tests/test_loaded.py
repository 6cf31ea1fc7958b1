"""What each command loads, counted: nothing gets slower unnoticed, and a package is loaded by who uses it alone.

`scripts/test tests/test_loaded.py --snapshot-update` counts anew; look at what the difference says.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from showstatus.cli.run import COMMANDS
from tests.examples import BEFOREHAND, prepared, runs
from tests.standin import StandIn

COUNTED = Path(__file__).resolve().parent / "golden" / "loaded.txt"
PROGRAM = """
import sys
from showstatus.cli.run import run
code = run(sys.argv[1:])
sys.stdout.flush()
print("\\nloaded", *sys.modules, file=sys.stderr)
sys.exit(code)
"""
OURS = "showstatus"
THEIRS = {
    "apprise", "filelock", "httpx", "icalendar", "jinja2", "lxml", "nacl", "platformdirs", "rapidfuzz", "rich",
    "stamina", "tomli_w", "trafilatura", "typer",
}  # fmt: skip
"""What pyproject.toml names; what those load is theirs. (httpx loads rich where it finds it.)"""


def _row(command: str, folder: Path, standin: StandIn) -> str:
    """How many modules of ours the first example of a command loads in a pipe, and which packages of others."""
    cli = prepared(folder, standin)
    *before, words = runs(command, folder)[: len(BEFOREHAND.get(command, ())) + 1]
    for line in before:
        cli.ok(*line)
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, *words], capture_output=True, env=cli.env(), cwd=folder, check=True, text=True
    )
    loaded = ran.stderr.rpartition("\nloaded ")[2].split()
    ours = sum(name.split(".")[0] == OURS for name in loaded)
    others = sorted({name.split(".")[0] for name in loaded} & THEIRS)
    return f"{command:12}{ours:4}  {' '.join(others)}".rstrip()


def test_no_command_loads_more_than_it_did(tmp_path: Path, standin: StandIn, request: pytest.FixtureRequest) -> None:
    rows = []
    for command in sorted(COMMANDS):
        folder = tmp_path / command
        folder.mkdir()
        rows.append(_row(command, folder, standin))
    if request.config.getoption("--snapshot-update"):
        COUNTED.write_text("\n".join(rows) + "\n")

    assert COUNTED.read_text().splitlines() == rows
