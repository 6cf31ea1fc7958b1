"""What one show, one forecast, one kilobyte more costs, and how much memory the largest jobs take.

A cost is the time of a large job less that of a small one of the same kind, by what the large one does more: starting
and loading cancel out. It is told in milliseconds and against the start of a bare Python in the same run.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from homes import shows
from tests.cli import Cli
from tests.refreshing import follow
from tests.standin import StandIn

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 3
"""How often each job is done; the median counts."""
PROSE = "Netflix has renewed Glow for a third season, {number} days after the second began. Filming starts in May. "
PROGRAM = """
import sys
from showstatus.cli.run import run
code = run(sys.argv[1:])
sys.stdout.flush()
with open("/proc/self/status") as status:
    print("peak kB:", next(line.split()[1] for line in status if line.startswith("VmHWM")), file=sys.stderr)
sys.exit(code)
"""
"""The program, telling its peak at last. (What the system tells a parent of it begins at the parent's own memory.)"""
CASE = {
    "platform": "Netflix",
    "country": "GB",
    "genres": ["Drama"],
    "seasons": [{"number": 1, "premiere": "2022-04-22", "end": "2022-04-22", "episodes": 8, "release_days": 1}],
}


@dataclass(frozen=True)
class Job:
    """A job that can be done for so many units."""

    name: str
    unit: str
    small: int
    large: int
    run: Callable[[int], tuple[float, float]]


def costs() -> list[str]:
    """The table: each job's cost a unit, against a bare Python, and its peak memory when it is large."""
    with tempfile.TemporaryDirectory() as folder:
        bare = statistics.median(_run([sys.executable, "-c", "pass"], dict(os.environ))[0] for _ in range(9))
        return [_line(job, bare) for job in _jobs(Path(folder))]


def _line(job: Job, bare: float) -> str:
    small = statistics.median(job.run(job.small)[0] for _ in range(ROUNDS))
    large = [job.run(job.large) for _ in range(ROUNDS)]
    cost = (statistics.median(seconds for seconds, _ in large) - small) / (job.large - job.small)
    peak = max(megabytes for _, megabytes in large)
    return (
        f"{job.name:32} {cost * 1000:8.2f}   {cost / bare:5.2f} x bare Python, for each {job.unit}; "
        f"{peak:.0f} MB at {job.large:,}"
    )


def _jobs(folder: Path) -> list[Job]:
    return [
        Job("refresh", "show", 2, 18, lambda count: _refresh(folder, count)),
        Job("forecast --stdin", "show", 100, 1100, lambda count: _forecast(folder, count)),
        Job("read --stdin", "kilobyte", 10, 100, lambda count: _read(folder, count)),
        Job("site", "show", 20, 220, lambda count: _site(folder, count)),
        Job("list --json, nothing kept", "show", 100, 1100, lambda count: _list(folder, count)),
    ]


def _run(words: list[str], environment: dict[str, str], stdin: str = "") -> tuple[float, float]:
    """Seconds that a process took, and its peak memory in megabytes as it saw it itself."""
    start = time.perf_counter()
    ran = subprocess.run(words, env=environment, input=stdin, capture_output=True, text=True, check=True)
    taken = time.perf_counter() - start
    told = ran.stderr.rpartition("peak kB: ")[2].strip()
    return taken, int(told) / 1000 if told.isdecimal() else 0.0


def _showstatus(*words: str) -> list[str]:
    return [sys.executable, "-c", PROGRAM, *words]


def _cli(folder: Path) -> Cli:
    """A home of its own, for one run."""
    return Cli(Path(tempfile.mkdtemp(dir=folder)))


def _refresh(folder: Path, count: int) -> tuple[float, float]:
    """Fetch so many shows for the first time, fewer than the pace makes wait."""
    cli, server = _cli(folder), StandIn()
    follow(cli, server, count)
    ran = _run(_showstatus("refresh", "--quiet"), cli.env(**cli.online(server.url)))
    server.close()
    return ran


def _forecast(folder: Path, count: int) -> tuple[float, float]:
    cli = _cli(folder)
    days = (
        dt.date(2022, 6, 1) + dt.timedelta(number) for number in range(count)
    )  # another day each: nothing is remembered
    lines = "".join(json.dumps({**CASE, "id": number, "as_of": str(day)}) + "\n" for number, day in enumerate(days))
    return _run(_showstatus("forecast", "--stdin"), cli.env(), lines)


def _read(folder: Path, count: int) -> tuple[float, float]:
    cli = _cli(folder)
    text = "".join(PROSE.format(number=number) for number in range(count * 1000 // len(PROSE)))
    return _run(_showstatus("read", "--stdin"), cli.env(), json.dumps({"id": 1, "published": None, "text": text}))


def _site(folder: Path, count: int) -> tuple[float, float]:
    cli = _registry(folder, count)
    return _run(_showstatus("site", str(cli.folder / "out")), cli.env())


def _list(folder: Path, count: int) -> tuple[float, float]:
    cli = _registry(folder, count)
    return _run(_showstatus("list", "--json"), cli.env())


def _registry(folder: Path, count: int) -> Cli:
    cli = _cli(folder)
    cli.write(shows(count))
    return cli
