"""A run that is forked comes out as one that starts Python does, and leaves nothing to the next."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests import forked
from tests.cli import Cli


@pytest.mark.parametrize(
    "line",
    ["check heartstopper", "list --all --json", "check nobody", "list --nonsense", "help dates", "path", "--version"],
)
def test_a_forked_run_comes_out_as_one_that_starts_python(cli: Cli, line: str) -> None:
    words = line.split()
    started = subprocess.run(cli.command(*words), capture_output=True, env=cli.env(), check=False)
    ran = forked.run(words, cli.env(), timeout=60)

    assert (started.returncode, started.stdout, started.stderr) == (ran.returncode, ran.stdout, ran.stderr)


def test_environment_and_folder_are_those_of_the_run_and_not_of_the_last(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ["check", "heartstopper"]
    before = forked.run(words, cli.env(), timeout=60).stdout
    assert before != forked.run(words, cli.env(SHOWSTATUS_AS_OF="2022-05-01"), timeout=60).stdout
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        monkeypatch.chdir(tmp_path / name)
        forked.run(["export", "csv", "--all", "--output", "shows.csv"], cli.env(), timeout=60)

        assert (tmp_path / name / "shows.csv").exists()
    assert before == forked.run(words, cli.env(), timeout=60).stdout


def test_what_python_reads_while_it_starts_is_told_to_a_python_that_starts(cli: Cli) -> None:
    told = forked.run(["check", "severance", "--json"], cli.env(PYTHONIOENCODING="utf-16"), timeout=60).stdout

    assert "Severance" in told.decode("utf-16")


def test_a_run_that_takes_too_long_is_ended_and_the_next_is_none_the_worse(cli: Cli, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "article.txt")  # nobody ever writes into it
    with pytest.raises(subprocess.TimeoutExpired):
        forked.run(["read", str(tmp_path / "article.txt")], cli.env(), timeout=0.5)

    assert b"GLOW" in forked.run(["check", "glow", "--json"], cli.env(), timeout=60).stdout
