"""The examples that help shows, as they can be run: in a home where everything that they speak of is there."""

from __future__ import annotations

import shlex
from pathlib import Path

from showstatus.cli.run import load
from tests.cli import Cli
from tests.exports import series, tv_time
from tests.standin import StandIn

ROOT = Path(__file__).resolve().parent.parent
BEFOREHAND = {
    "remove": ("add heartstopper",),
    "publish": ("claim glow renewed --season 4 --on 2019-09-20",),
}
"""What has to be done before the examples of a command make sense."""
ELSEWHERE = "https://example.org/films/shows.toml"
"""What stands in examples for the address of somebody's registry; here a file takes its place."""
FEED = "https://example.org/tv/feed"
"""Likewise that of a feed."""


def prepared(folder: Path, standin: StandIn) -> Cli:
    """The command line in a folder that holds what examples speak of, with the registry that is shipped."""
    cli = Cli(folder, shipped=None)
    cli.environ["SHOWSTATUS_SHIPPED"] = str(ROOT / "data" / "shows.toml")
    cli.environ["SHOWSTATUS_AS_OF"] = "2026-11-22"
    cli.environ |= {"SHOWSTATUS_TVMAZE_URL": standin.url, "SHOWSTATUS_OFFLINE": "0", "NO_PROXY": "*"}
    standin.add(1, "Under the Dome")
    _films(folder).write_text('[show.x]\ntitle = "X"\n[[claim]]\nshow = "x"\nkind = "ended"\non = 2024-01-01\n')
    _paper(folder).write_text("<rss><channel><title>A Paper</title></channel></rss>")
    (folder / "tv-time.zip").write_bytes(tv_time(series(1, "Severance")))
    (folder / "titles.txt").write_text("Heartstopper\nGlow\n")
    (folder / "article.txt").write_text("Glow Renewed for Season 2\n\nNetflix has renewed Glow for a second season.\n")
    return cli


def runs(command: str, folder: Path) -> list[list[str]]:
    """The words of the runs that a command's examples take, in their order, what has to be done before first."""
    lines = [*BEFOREHAND.get(command, ()), *(example.line for example in load(command).COMMAND.examples)]
    there = [line.replace(ELSEWHERE, str(_films(folder))).replace(FEED, str(_paper(folder))) for line in lines]
    return [shlex.split(line) for line in there]


def _films(folder: Path) -> Path:
    return folder / "films.toml"


def _paper(folder: Path) -> Path:
    return folder / "feed.xml"
