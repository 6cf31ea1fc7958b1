"""A shared registry for tests of subscribing to one: what it says, and what is kept of it."""

from __future__ import annotations

from pathlib import Path

from tests.cli import Cli, Done
from tests.standin import StandIn

FILMS = """\
checked = 2022-12-31

[show.andor]
title = "Andor"
platform = "Disney+"

[[claim]]
show = "andor"
kind = "premiered"
season = 1
value = 2022-09-21
by = "Disney+"

[[claim]]
show = "andor"
kind = "renewed"
season = 2
on = 2022-10-01
by = "Variety"
reports = "Disney+"
url = "https://example.org/andor"
"""
CANCELLED = """
[[claim]]
show = "andor"
kind = "cancelled"
on = 2023-01-05
by = "Disney+"
url = "https://example.org/cancelled"
"""
NOW = "2023-01-11"


def serving(cli: Cli, standin: StandIn) -> Cli:
    """The command line with a network: the stand-in, which serves films.toml."""
    cli.environ |= {"SHOWSTATUS_OFFLINE": "", "SHOWSTATUS_TVMAZE_URL": standin.url}
    standin.files["/films.toml"] = FILMS.encode()
    return cli


def address(standin: StandIn, *, secret: str = "", query: str = "", file: str = "films.toml") -> str:
    return f"http://{secret}{standin.url.removeprefix('http://')}/{file}{query}"


def subscriptions(cli: Cli) -> Path:
    return cli.folder / "config" / "showstatus" / "registries.toml"


def copies(cli: Cli) -> dict[str, str]:
    """What is in each copy, by file name; leftovers of writing would show as well."""
    folder = cli.folder / "state" / "showstatus" / "registries"
    return {path.name: path.read_text() for path in folder.iterdir()} if folder.is_dir() else {}


def nothing_is_kept(cli: Cli) -> bool:
    path = subscriptions(cli)
    return copies(cli) == {} and (not path.exists() or path.read_text() == "")


def decision(cli: Cli, show: str = "andor") -> str:
    return cli.ok("check", show).pairs["decision"]


def refreshed(cli: Cli, code: int = 0) -> Done:
    done = cli.run("refresh", "--quiet")
    assert code == done.code, done.err
    return done
