"""A home in which cron runs, TVmaze beside it, and what becomes of every run."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from sqlite3 import Connection
from typing import Any, NamedTuple

import pytest

from showstatus.cli import run as command_line
from showstatus.ledger import turns
from tests.cli import Cli
from tests.registries import HERE
from tests.standin import Fault, StandIn
from tests.standin_tmdb import TOKEN
from tests.year.clock import HandClock
from tests.year.services import TMDB, forget_requests
from tests.year.truth import Truth

PUBLISHED_AT = dt.time(12, tzinfo=dt.UTC)
"""When TVmaze publishes what is new on a day: no time zone has that day over, or not begun for long."""
REFRESH = ("refresh", "--quiet")
ON_SHELF = 10
"""Of how many shows a site is built every day."""


class Ran(NamedTuple):
    """What became of a run."""

    code: int
    out: list[str]
    err: str
    memory: int = 0
    """The most that a process took, in kB."""

    @property
    def is_whole(self) -> bool:
        """Whether it came to its end."""
        return self.code in (0, 5)


class Home:
    """One person's computer, and TVmaze."""

    def __init__(self, folder: Path, clock: HandClock, truths: Mapping[str, Truth], patch: pytest.MonkeyPatch) -> None:
        """Follow the shows; TMDB is asked as well where they are told of by it."""
        folder.mkdir()
        self.truths = truths
        self.clock = clock
        self.tvmaze = StandIn()
        self.tmdb = TMDB()
        self.published = dt.date.min
        """The day whose news TVmaze lists by now."""
        self.codes: Counter[int] = Counter()
        self.starts: list[tuple[int, str, float]] = []
        """When a source was asked, by the clock, in each run in this process; runs have numbers."""
        self._runs = 0
        self._peak = folder / "peak"
        self._observe_pace(patch)
        self.beside: list[int] = []
        """How runs ended that began while another was under way."""
        self.cli = Cli(folder, shipped=None)
        self.cli.environ |= {
            "SHOWSTATUS_TVMAZE_URL": self.tvmaze.url,
            "SHOWSTATUS_TMDB_URL": self.tmdb.url,
            "SHOWSTATUS_TMDB_TOKEN": TOKEN if any(truth.is_in_tmdb for truth in truths.values()) else "",
            "SHOWSTATUS_OFFLINE": "0",
            "NO_PROXY": "*",
            "PYTHONPATH": os.pathsep.join([self.cli.environ["PYTHONPATH"], os.path.dirname(HERE)]),
        }
        del self.cli.environ["SHOWSTATUS_AS_OF"]
        for name, value in self.cli.environ.items():
            patch.setenv(name, value)
        patch.delenv("SHOWSTATUS_AS_OF", raising=False)
        lives = (truth.life for truth in truths.values())
        blocks = [
            f"[show.{one.slug}]\ntitle = {json.dumps(one.title)}\nids = {{ tvmaze = {one.number} }}\n" for one in lives
        ]
        self.cli.write("\n".join(blocks))
        self.shelf.write_text("\n".join(blocks[:ON_SHELF]), encoding="utf-8")
        note = 'ulimit -f unlimited; read -r told; printf "%s %s\\n" "$RUN" "$told" >>'
        self.cli.hook(f"[ ! -e deadly ] || kill -9 $PPID\n{note} told", "a-diary")
        self.cli.hook(f"[ ! -e moody ] || exit 3\n{note} heard", "b-moody")

    @property
    def shelf(self) -> Path:
        """A second registry, of a few of the shows."""
        return self.cli.folder / "shelf.toml"

    @property
    def hooks(self) -> Path:
        return self.cli.hooks.parent

    def publish(self) -> None:
        """Let TVmaze list what it lists by now."""
        now = self.clock.instant
        until = now.date() if now.timetz() >= PUBLISHED_AT else now.date() - dt.timedelta(1)
        for truth in self.truths.values():
            new = [v for v in truth.versions if self.published < v.day <= until]
            if new:
                stamp = int(dt.datetime.combine(new[-1].day, PUBLISHED_AT).timestamp())
                body = dict(new[-1].body)
                show = self.tvmaze.add(truth.life.number, truth.life.title, body.pop("seasons"), **body)
                show["updated"] = stamp
                self.tmdb.list(truth.life, new[-1].body, new[-1].day)
        self.published = max(self.published, until)

    def run(self, *words: str, beside: bool = False) -> Ran:
        """Run a command line in this process; where asked for, with the same one beginning while it is under way."""
        out, err = io.StringIO(), io.StringIO()
        self._runs += 1
        if beside:
            self._serve_first(lambda: self.beside.append(command_line.run(words)))
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = command_line.run(words)
        if words == REFRESH:
            self.codes[code] += 1
        forget_requests(self.tvmaze, self.tmdb)
        return Ran(code, out.getvalue().splitlines(), err.getvalue())

    def start(self, *words: str, largest: int = 0) -> subprocess.Popen[bytes]:
        """Start a command line as a process of its own."""
        seconds, zone = str(self.clock.seconds()), self.clock.zone.key
        return subprocess.Popen(
            [sys.executable, "-m", "tests.year.process", seconds, zone, str(largest), str(self._peak), *words],
            env=dict(os.environ), stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=os.path.dirname(HERE),
        )  # fmt: skip

    def end(self, process: subprocess.Popen[bytes]) -> Ran:
        """Wait for a process that was started."""
        out, err = process.communicate()
        self.codes[process.returncode] += 1
        told = err.decode()
        assert "Traceback" not in told, told
        peak = int(self._peak.read_text()) if self._peak.exists() else 0
        self._peak.unlink(missing_ok=True)
        return Ran(process.returncode, out.decode().splitlines(), told, peak)

    def kill_at_first_request(self, process: Callable[[], subprocess.Popen[bytes]]) -> None:
        """Kill a process when it asks TVmaze for the first time."""
        self._serve_first(lambda: process().kill())

    def _serve_first(self, do: Callable[[], Any]) -> None:
        """Do something while the first question of a run waits for its answer."""

        def serve(handler: BaseHTTPRequestHandler) -> None:
            do()
            reply = self.tvmaze.answer(handler.path)
            handler.send_response(reply.status)
            handler.send_header("Content-Length", str(len(reply.body)))
            handler.end_headers()
            handler.wfile.write(reply.body)

        self.tvmaze.faults.setdefault("/updates/shows", []).insert(0, Fault(serve=serve))

    def answers(self, fields: str) -> Any:
        """What is said of all shows."""
        ran = self.run("list", "--fields", fields)
        assert ran.code == 0, ran.err
        return json.loads("\n".join(ran.out))["shows"]

    @property
    def size(self) -> int:
        """How many bytes the store, what was fetched and their copies take."""
        return sum(path.stat().st_size for path in (self.cli.folder / "state").rglob("*") if path.is_file())

    def heard(self, name: str) -> list[tuple[str, Any]]:
        """What a hook was told: the run, and each change; nothing by a program that was killed before it told."""
        path = self.hooks / name
        lines = path.read_text().splitlines() if path.exists() else []
        pairs = (line.split(" ", 1) for line in lines)
        return [(run, change) for run, told in pairs if told for change in json.loads(told)["changes"]]

    def close(self) -> None:
        self.tvmaze.close()
        self.tmdb.close()

    def _observe_pace(self, patch: pytest.MonkeyPatch) -> None:
        """Note when every request may start."""
        reserve = turns.reserve

        def noted(connection: Connection, source: str, now: float) -> float:
            start = reserve(connection, source, now)
            self.starts.append((self._runs, source, start))
            return start

        patch.setattr(turns, "reserve", noted)
