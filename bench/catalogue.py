"""How much memory does `catalogue pull` take, and how long? Pulls 100,000 shows from a stand-in, at TVmaze's own pace.

    .venv/bin/python bench/catalogue.py [--shows N]

The server runs in this process, the pull in another, whose peak is what the system counted (`resource.getrusage`).
400 pages at the pace that TVmaze asks for take three and a half minutes, whatever the machine.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.standin import PAGE, Fault, StandIn
from tests.test_cli_catalogue import PEAK

MOST = 150
"""Megabytes that a pull may take."""


class Index(StandIn):
    """A stand-in that makes each page of its index when it is asked for."""

    def __init__(self, shows: int) -> None:
        super().__init__()
        self._shows = shows

    def answer(self, path: str, etag: str | None = None) -> Fault:
        """A page; 404 behind the last."""
        del etag  # pages have none
        page = int(path.removeprefix("/shows?page="))
        rows = [_show(number) for number in range(page * PAGE, min((page + 1) * PAGE, self._shows + 1)) if number]
        return Fault(200, json.dumps(rows).encode()) if rows else Fault(404, b"null")


def _show(number: int) -> dict[str, Any]:
    """A show as large as TVmaze's are in the mean: 1,400 bytes."""
    return {
        "id": number, "url": f"https://www.tvmaze.com/shows/{number}/x", "name": f"The Made up Show {number}",
        "type": "Scripted", "language": "English", "status": "Ended", "premiered": "2014-10-20", "ended": "2017-01-19",
        "weight": number % 100, "network": {"id": 25, "name": "Disney XD", "country": {"code": "US"}},
        "externals": {"thetvdb": 100_000 + number, "imdb": f"tt{number:07}"}, "summary": "x" * 1000,
        "updated": 1_600_000_000,
    }  # fmt: skip


def main() -> None:
    """Pull, and print what it took; leave with 1 where it is too much."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shows", type=int, default=100_000)
    shows = parser.parse_args().shows
    with tempfile.TemporaryDirectory() as home, closing(Index(shows)) as index:
        environment = {"HOME": home, "PATH": os.environ["PATH"], "SHOWSTATUS_TVMAZE_URL": index.url, "NO_PROXY": "*"}
        words = [sys.executable, "-c", PEAK, sys.executable, "-m", "showstatus", "catalogue", "pull"]
        start = time.perf_counter()
        done = subprocess.run(words, env=environment, stdout=subprocess.PIPE, text=True, check=True)
        taken = time.perf_counter() - start
    said, peak = done.stdout.rsplit("\n", 2)[:2]
    megabytes = int(peak) * (1 if sys.platform == "darwin" else 1024) / 1_000_000
    print(f"{said}\n{taken:.0f} s, at most {megabytes:.0f} MB of memory (bound: {MOST})")
    if megabytes > MOST:
        sys.exit("Too much.")


if __name__ == "__main__":
    main()
