"""Measures speed as ratios in one run: every command against bare Python and a Typer + rich hello, in one environment.

    python bench/speed.py [--runs N]

Medians of N runs (at least 15), warm, of whole processes. The rounds are interleaved, so that a busy moment of the
machine touches all rows alike. Bounds that the project has set itself stand beside the ratio.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path

from showstatus.catalogue.file import made
from showstatus.sources.base import Hit
from showstatus.sources.tvmaze import PAGE

HELLO = """
import typer
app = typer.Typer()

@app.command()
def main(name: str = "x") -> None:
    from rich.console import Console
    from rich.table import Table
    table = Table("show", "decision")
    table.add_row(name, "renewed")
    Console().print(table)

app()
"""
CARD = ("check", "heartstopper", "--color", "always")


@dataclass(frozen=True)
class Row:
    """One thing to measure, and what it is compared with."""

    name: str
    words: tuple[str, ...]
    environment: dict[str, str]
    against: str | None = None
    bound: float | None = None
    stdin: str | None = None
    fresh: bool = False
    """Whether the store is deleted before each run."""


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=15)
    runs = max(parser.parse_args().runs, 15)
    with tempfile.TemporaryDirectory() as folder:
        hello = Path(folder) / "hello.py"
        hello.write_text(HELLO)
        small = home(Path(folder) / "small", 10)
        large = home(Path(folder) / "large", 10_000)
        world = home(Path(folder) / "world", 10)
        catalogue(Path(world["HOME"]) / ".cache" / "showstatus" / "catalogue.db", 100_000)
        rows = table(str(hello), small, large, world)
        for row in rows:  # the first run compiles code and registries
            run(row)
        times: dict[str, list[float]] = {row.name: [] for row in rows}
        for _ in range(runs):
            for row in rows:
                times[row.name].append(run(row))
    report(rows, {name: statistics.median(taken) for name, taken in times.items()}, runs)


def table(hello: str, small: dict[str, str], large: dict[str, str], world: dict[str, str]) -> list[Row]:
    """What is measured; a row is compared with an earlier one."""
    python = sys.executable
    program = str(Path(python).parent / "showstatus")
    json, bare, typer = "check --json", "bare Python", "Typer + rich hello"
    check = (program, "check", "heartstopper", "--json")
    few, many = (importing(Path(small["HOME"]), program, shows) for shows in (50, 500))
    return [
        Row(bare, (python, "-c", "pass"), small),
        Row(typer, (python, hello), small, bare),
        Row(json, check, small, bare, 6.0),
        Row("check --json, against hello", check, small, typer, 0.9),
        Row("check in a pipe", (program, "check", "heartstopper"), small, bare),
        Row("check, card", (program, *CARD), small, typer, 1.25),
        Row("check --json, nothing kept", check, fresh(small), typer, fresh=True),
        Row("check, card, nothing kept", (program, *CARD), fresh(small), typer, fresh=True),
        Row("list", (program, "list"), small, bare),
        Row("next", (program, "next"), small, bare),
        Row("timeline", (program, "timeline"), small, bare),
        Row("calendar, drawn", (program, "calendar", "--color", "always"), small, typer),
        Row("log", (program, "log", "heartstopper"), small, bare),
        Row("--help", (program, "--help"), small, typer),
        Row("check --json, 10,000 shows", check, large, json, 1.2),
        Row("list --json, 10,000 shows", (program, "list", "--json"), large, bare),
        Row("--version", (program, "--version"), small, bare),
        Row("search, no catalogue", (program, "search", "heartstopper"), small, "--version"),
        Row("search, 100,000 shows", (program, "search", "heartstopper"), world, "--version"),
        Row("… of a word that 5,000 have", (program, "search", "the"), world, "--version"),
        Row("… of a name spelt wrong", (program, "search", "hearstoper"), world, "--version"),
        Row("import, 50 shows", few, small, bare),
        Row("import, 500 shows", many, small, "import, 50 shows", 3.0),
    ]


def catalogue(path: Path, shows: int) -> None:
    """Make a catalogue of so many shows, whose titles are made of the words of those in the shipped registry."""
    with (Path(__file__).resolve().parent.parent / "data" / "shows.toml").open("rb") as file:
        titles = [show["title"] for show in tomllib.load(file)["show"].values()]
    words = [title.split() for title in titles]
    chance = random.Random(1)
    while len(titles) < shows:
        first, second = chance.choices(words, k=2)
        titles.append(" ".join([*first[: len(first) // 2 + 1], *second[len(second) // 2 :]]))
    made_up = made(str(path))
    made_up.connection.execute("PRAGMA synchronous = OFF")
    made_up.begin("2026-11-22")
    for page in range(0, shows, PAGE):
        hits = [listed(number, titles[number - 1]) for number in range(max(page, 1), min(page + PAGE, shows + 1))]
        made_up.put_page(page // PAGE, hits, page // PAGE + 1)
    made_up.finish()
    made_up.close()


def listed(number: int, title: str) -> Hit:
    """A show of a catalogue."""
    ids: dict[str, str | int] = {"tvmaze": number, "imdb": f"tt{number:07}", "tvdb": number}
    return Hit(
        source="tvmaze", id=number, title=title, year=2000 + number % 25, platform="Netflix", country="US",
        standing="over", url="", ids=ids, weight=number % 100,
    )  # fmt: skip


def importing(folder: Path, program: str, shows: int) -> tuple[str, ...]:
    """A command line that follows so many shows that nobody knows, in a registry that is new each time."""
    export, registry = folder / f"{shows}.csv", folder / f"{shows}.toml"
    rows = (f"{number},tt{number:07},tv,Made up {number},,,,,," for number in range(1, shows + 1))
    export.write_text("\n".join([EXPORT, *rows]), encoding="utf-8")
    line = 'rm -f "$3" && "$1" import "$2" --registry "$3"'
    return ("sh", "-c", line, "sh", program, str(export), str(registry))


EXPORT = "TMDb ID,IMDb ID,Type,Name,Release Date,Season Number,Episode Number,Rating,Your Rating,Date Rated"


def home(folder: Path, shows: int) -> dict[str, str]:
    """A home with a registry of so many followed shows; the environment that makes it one's own."""
    folder.mkdir()
    registry = folder / "shows.toml"
    blocks = (SHOW.format(number=number, year=2000 + number % 25, month=1 + number % 12) for number in range(shows))
    registry.write_text("[show.heartstopper]\n" + "".join(blocks), encoding="utf-8")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("SHOWSTATUS_", "XDG_"))}
    return {**kept, "HOME": str(folder), "SHOWSTATUS_REGISTRY": str(registry), "COLUMNS": "100"}


SHOW = """
[show.show-{number}]
title = "Show {number}"
platform = "Netflix"
genres = ["Drama"]
release = "all"

[[claim]]
show = "show-{number}"
kind = "premiered"
season = 1
value = "{year}-{month:02}-03"

[[claim]]
show = "show-{number}"
kind = "renewed"
season = 2
on = {year}-{month:02}-20
by = "Netflix"
"""


def fresh(environment: dict[str, str]) -> dict[str, str]:
    """The same home with a state folder of its own."""
    return {**environment, "XDG_STATE_HOME": environment["HOME"] + "/fresh"}


def run(row: Row) -> float:
    """Seconds that one run takes."""
    if row.fresh:
        forget(row.environment)
    start = time.perf_counter()
    subprocess.run(row.words, env=row.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def forget(environment: dict[str, str]) -> None:
    """Delete the kept answers, but not the compiled registries."""
    import sqlite3

    store = Path(environment["XDG_STATE_HOME"]) / "showstatus" / "showstatus.db"
    if store.exists():
        connection = sqlite3.connect(store)
        connection.execute("DELETE FROM answer")
        connection.commit()
        connection.close()


def report(rows: list[Row], medians: dict[str, float], runs: int) -> None:
    """Print the table; leave with 1 where a bound is missed."""
    print(f"Medians of {runs} runs of whole processes, in milliseconds, and their ratios.\n")
    missed = []
    for row in rows:
        line = f"{row.name:32} {medians[row.name] * 1000:8.1f}"
        if row.against is not None:
            ratio = medians[row.name] / medians[row.against]
            line += f"   {ratio:5.2f} x {row.against:20}"
            if row.bound is not None:
                line += f" at most {row.bound}"
                missed += [row.name] if ratio > row.bound else []
        print(line.rstrip())
    if missed:
        sys.exit(f"\nToo slow: {', '.join(missed)}.")


if __name__ == "__main__":
    main()
