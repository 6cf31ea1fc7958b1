"""Several processes and far days: what one command line alone does not show."""

from __future__ import annotations

import subprocess
import tomllib

from tests.cli import Cli


def test_processes_that_tag_one_show_at_once_lose_no_tag(cli: Cli) -> None:
    tags = [f"t{number}" for number in range(8)]
    running = [
        subprocess.Popen(cli.command("tag", "heartstopper", tag), env=cli.env(), stdout=subprocess.DEVNULL)
        for tag in tags
    ]
    assert [0] * 8 == [process.wait() for process in running]
    assert tags == sorted(tomllib.loads(cli.text)["show"]["heartstopper"]["tags"])


def test_processes_that_give_one_show_names_at_once_lose_no_name(cli: Cli) -> None:
    names = [f"Name {number}" for number in range(8)]
    running = [
        subprocess.Popen(cli.command("alias", "heartstopper", name), env=cli.env(), stdout=subprocess.DEVNULL)
        for name in names
    ]
    assert [0] * 8 == [process.wait() for process in running]
    assert names == sorted(tomllib.loads(cli.text)["show"]["heartstopper"]["aliases"])


def test_a_window_at_the_end_of_the_calendar_is_drawn(cli: Cli) -> None:
    cli.ok("add", "--new", "Far Off")
    cli.ok("claim", "far off", "premiered", "--season", "1", "--value", "2020-01-01")
    cli.ok("claim", "far off", "window-announced", "--season", "2", "--value", "9990-01/9998-12", "--on", "2022-01-01")
    assert "Estimated" in cli.terminal("check", "far off")
