"""The recipes of docs/how-to, tried out where the machine can; their sh and crontab blocks are run by test_docs."""

from __future__ import annotations

import json
import os
import re
import select
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from tests.cli import SHIPPED, Cli, printed_schema

HOW_TO = Path(__file__).resolve().parent.parent / "docs" / "how-to"
COMING = (
    SHIPPED
    + """
[show.coming]
title = "Coming"
platform = "HBO"

[[claim]]
show = "coming"
kind = "premiered"
season = 1
value = 2022-01-01

[[claim]]
show = "coming"
kind = "date-announced"
season = 2
value = 2023-01-14
on = 2023-01-02
by = "HBO"
"""
)


def blocks(page: str, kind: str) -> list[str]:
    """The examples of one kind on a page."""
    text = (HOW_TO / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{kind}\n(.*?)^```$", text, re.M | re.S)


@pytest.fixture
def home(cli: Cli) -> Cli:
    """A home in which the program is found by its name, and a show comes in three days."""
    cli.ship(COMING)
    program = cli.folder / ".local" / "bin" / "showstatus"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec {" ".join(cli.command())} "$@"\n')
    program.chmod(0o755)
    cli.environ["PATH"] = f"{program.parent}:/usr/local/bin:/usr/bin:/bin"
    cli.ok("add", "coming")
    return cli


def _sh(home: Cli, script: str) -> str:
    ran = subprocess.run(["sh", "-eu", "-c", script], capture_output=True, env=home.env(), check=False, text=True)
    assert (0, "") == (ran.returncode, ran.stderr)
    return ran.stdout


def test_every_line_of_the_crontab_has_its_fields_and_no_percent_sign(home: Cli) -> None:
    ranges = [(0, 59), (0, 23), (1, 31), (1, 12), (0, 7)]
    lines = [line for block in blocks("crontab.md", "crontab") for line in block.splitlines()]
    assert len(lines) >= 4
    for line in lines:
        fields = line.split()[:5]
        assert "%" not in line
        for value, (low, high) in zip(fields, ranges, strict=True):
            assert value == "*" or low <= int(value) <= high


def test_the_crontab_mails_what_comes_within_a_week(home: Cli) -> None:
    (line,) = [line for block in blocks("crontab.md", "crontab") for line in block.splitlines() if "awk" in line]
    command = line.split(maxsplit=5)[5]

    assert "Coming: 2023-01-14\n" == _sh(home, command)
    home.environ["SHOWSTATUS_AS_OF"] = "2023-01-06"
    assert "" == _sh(home, command)


def _units(home: Cli) -> list[Path]:
    service, timer = blocks("systemd-timer.md", "ini")
    folder = home.folder / ".config" / "systemd" / "user"
    folder.mkdir(parents=True)
    paths = [folder / "showstatus-soon.service", folder / "showstatus-soon.timer"]
    for path, text in zip(paths, (service, timer), strict=True):
        path.write_text(text)
        assert str(path.relative_to(home.folder)) in (HOW_TO / "systemd-timer.md").read_text()
    return paths


def test_what_the_timer_runs_says_what_comes(home: Cli) -> None:
    (script,) = blocks("systemd-timer.md", "sh")

    assert "Coming: 2023-01-14\n" == _sh(home, script)


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd here")
def test_systemd_finds_nothing_wrong_with_the_units(home: Cli) -> None:
    units = _units(home)
    _sh(home, blocks("systemd-timer.md", "sh")[0])
    environ = home.env(XDG_RUNTIME_DIR=str(home.folder), XDG_CONFIG_HOME=None)
    verify = ["systemd-analyze", "verify", "--user", *map(str, units)]
    ran = subprocess.run(verify, capture_output=True, env=environ, check=False, text=True)

    assert (0, "") == (ran.returncode, ran.stderr)


@pytest.mark.skipif(shutil.which("tmux") is None, reason="there is no tmux here")
def test_tmux_shows_it_in_its_status_line(home: Cli) -> None:
    (settings,) = blocks("status-line.md", "tmux")
    (home.folder / ".tmux.conf").write_text(settings)
    tmux = ["tmux", "-f", str(home.folder / ".tmux.conf"), "-S", str(home.folder / "socket")]
    ours, theirs = os.openpty()
    environ = home.env(TERM="xterm", LANG="C.UTF-8", SHELL="/bin/sh")
    process = subprocess.Popen([*tmux, "new-session"], stdin=theirs, stdout=theirs, stderr=theirs, env=environ)
    os.close(theirs)
    seen, until = "", time.monotonic() + 120
    try:
        while "Coming in 3 days" not in seen:
            assert time.monotonic() < until, seen
            if select.select([ours], [], [], 0.5)[0]:
                seen += os.read(ours, 65536).decode(errors="replace")
            else:
                subprocess.run([*tmux, "refresh-client", "-S"], env=environ, capture_output=True, check=False)
    finally:
        subprocess.run([*tmux, "kill-server"], env=environ, capture_output=True, check=False)
        process.wait(timeout=10)
        os.close(ours)


def test_waybar_gets_a_text_a_tooltip_and_a_class(home: Cli) -> None:
    line, script = blocks("status-line.md", "sh")
    assert "Coming in 3 days\n" == _sh(home, line)
    out = _sh(home, script)

    assert ["Coming in 3 days", "season 2, dated, 2023-01-14", "official"] == out.splitlines()
    (settings,) = blocks("status-line.md", "json")
    module = json.loads(settings)["custom/showstatus"]
    assert out == _sh(home, module["exec"])
    assert "custom/showstatus" in json.loads(settings)["modules-right"]


def test_home_assistant_takes_what_there_is(home: Cli) -> None:
    """The commands are run, and the fields looked for; Home Assistant itself is not at hand here."""
    shutil.copy(home.registry, home.folder / "shows.toml")
    properties = printed_schema()["properties"]
    fields = {"next": properties["next"]["properties"]["shows"]["items"], "check": properties["check"]}
    configured = blocks("home-assistant.md", "yaml")
    assert 2 == len(configured)
    for text in configured:
        (command,) = re.findall(r'command: "(showstatus (\w+) .*)"', text)
        document = json.loads(_sh(home, command[0].replace("/config/shows.toml", str(home.folder / "shows.toml"))))
        attributes = re.findall(r"^ {8}- (\w+)$", text, re.M)
        assert set(attributes) <= set(fields[command[1]]["properties"])
        asked = document["shows"][0] if command[1] == "next" else document
        assert set(attributes) <= set(asked)
    assert 3 == json.loads(_sh(home, "showstatus next --count 1 --json"))["shows"][0]["countdown_days"]


def test_git_keeps_what_was_changed_and_says_what(home: Cli) -> None:
    if shutil.which("git") is None:
        pytest.skip("there is no git here")
    first, again = blocks("sync-registry.md", "sh")[:2]
    _sh(home, first)

    assert ["Tags of Severance: favourite.", "What I follow"] == [
        line.split(maxsplit=1)[1] for line in _sh(home, again).splitlines()[1:]
    ]


def test_syncthing_is_kept_from_the_temporary_files(home: Cli) -> None:
    from fnmatch import fnmatch

    from showstatus.ledger.whole_file import temporary_beside

    (ignored,) = [block for block in blocks("sync-registry.md", "text") if "tmp" in block]
    assert fnmatch(os.path.basename(temporary_beside("/x/shows.toml")), ignored.strip().removeprefix("(?d)"))
    _sh(home, blocks("sync-registry.md", "sh")[2])
    assert "[show.severance]" in (home.folder / "Sync" / "shows.toml").read_text()
