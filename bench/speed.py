"""Measures speed as ratios in one run: every command against bare Python and a Typer + rich hello, in one environment.

    python bench/speed.py [--runs N] [--page FILE]

Medians of N runs (at least 15), warm, of whole processes. The rounds are interleaved, so that a busy moment of the
machine touches all rows alike. Bounds that the project has set itself stand beside the ratio.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from homes import home
from sizes import sizes
from work import costs

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
    parser.add_argument("--page", type=Path, help="write the tables as a page of the documentation")
    asked = parser.parse_args()
    runs = max(asked.runs, 15)
    with tempfile.TemporaryDirectory() as folder:
        hello = Path(folder) / "hello.py"
        hello.write_text(HELLO)
        small = home(Path(folder) / "small", 10)
        large = home(Path(folder) / "large", 10_000)
        rows = table(str(hello), small, large)
        for row in rows:  # the first run compiles code and registries
            run(row)
        times: dict[str, list[float]] = {row.name: [] for row in rows}
        for _ in range(runs):
            for row in rows:
                times[row.name].append(run(row))
    lines, missed = report(rows, {name: statistics.median(taken) for name, taken in times.items()})
    told = {
        f"Medians of {runs} runs of whole processes, in milliseconds, and their ratios": lines,
        "What one more costs, in milliseconds": costs(),
        "Sizes": sizes(),
    }
    print("\n\n".join("\n".join([f"{title}.\n", *table]) for title, table in told.items()))
    if asked.page is not None:
        asked.page.write_text(page(told), encoding="utf-8")
    if missed:
        sys.exit(f"\nToo slow: {', '.join(missed)}.")


def table(hello: str, small: dict[str, str], large: dict[str, str]) -> list[Row]:
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
        Row("import, 50 shows", few, small, bare),
        Row("import, 500 shows", many, small, "import, 50 shows", 3.0),
    ]


def importing(folder: Path, program: str, shows: int) -> tuple[str, ...]:
    """A command line that follows so many shows that nobody knows, in a registry that is new each time."""
    export, registry = folder / f"{shows}.csv", folder / f"{shows}.toml"
    rows = (f"{number},tt{number:07},tv,Made up {number},,,,,," for number in range(1, shows + 1))
    export.write_text("\n".join([EXPORT, *rows]), encoding="utf-8")
    line = 'rm -f "$3" && "$1" import "$2" --registry "$3"'
    return ("sh", "-c", line, "sh", program, str(export), str(registry))


EXPORT = "TMDb ID,IMDb ID,Type,Name,Release Date,Season Number,Episode Number,Rating,Your Rating,Date Rated"


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


def report(rows: list[Row], medians: dict[str, float]) -> tuple[list[str], list[str]]:
    """The table, and the rows that miss their bounds."""
    lines, missed = [], []
    for row in rows:
        line = f"{row.name:32} {medians[row.name] * 1000:8.1f}"
        if row.against is not None:
            ratio = medians[row.name] / medians[row.against]
            line += f"   {ratio:5.2f} x {row.against:20}"
            if row.bound is not None:
                line += f" at most {row.bound}"
                missed += [row.name] if ratio > row.bound else []
        lines.append(line.rstrip())
    return lines, missed


def page(told: dict[str, list[str]]) -> str:
    """The tables as a page of Markdown."""
    machine = f"{platform.system()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    head = [
        "# Speed and size",
        "",
        "Made by `scripts/bench --page docs/reference/speed.md`, never by hand; no test asserts any of it. One run",
        f"on one machine ({machine}, {dt.date.today().isoformat()}): the ratios say more than the milliseconds.",  # noqa: DTZ011
    ]
    tables = [f"\n## {title}\n\n```text\n{chr(10).join(table)}\n```" for title, table in told.items()]
    return "\n".join([*head, *tables]) + "\n"


if __name__ == "__main__":
    main()
