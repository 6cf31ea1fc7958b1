"""What every test may ask for."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import FunctionType

import pytest
from hypothesis import Phase, is_hypothesis_test, settings

import showstatus
from showstatus.ledger.fetched import Fetched
from showstatus.sources.http import Client
from tests import answers
from tests.cli import Cli
from tests.editing import Start, old
from tests.standin import NOW, StandIn
from tests.standin_wiki import WikiStandIn

# How long one example takes says more about a busy machine than about the code.
settings.register_profile("showstatus", deadline=None)
settings.load_profile("showstatus")
# For scripts/mutants: the same examples for each mutant, and no search for the smallest that fails.
settings.register_profile("mutants", deadline=None, derandomize=True, phases=(Phase.explicit, Phase.generate))
# What a shell runs in the background takes no Ctrl-C, and neither would the programs that tests press it on.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def cli(tmp_path: Path) -> Cli:
    """The command line with the small shipped registry of `tests.cli` and no registry of the user's."""
    return Cli(tmp_path)


@pytest.fixture
def fetched() -> Iterator[Fetched]:
    """What was fetched, opened on the day of `tests.answers`; empty, and in memory."""
    with closing(Fetched(":memory:", answers.NOW)) as one:
        yield one


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the snapshots be written anew, the quick tests be run first, and the year take longer."""
    parser.addoption("--snapshot-update", action="store_true", help="write the snapshots of the views anew")
    parser.addoption("--tmdb", action="store_true", help="let TMDB take part in the whole year of cron")
    parser.addoption("--quick-first", action="store_true", help="run tests without a disk first, and laws last")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put tests that need a disk behind those that do not, and laws behind both, where that is asked for."""

    def slowness(item: pytest.Item) -> tuple[bool, bool]:
        assert isinstance(item, pytest.Function)
        return is_hypothesis_test(item.obj), "tmp_path" in item.fixturenames

    if config.getoption("--quick-first"):
        items.sort(key=slowness)


def pytest_make_parametrize_id(val: object) -> str | None:
    """Functions are called by their names: an address would differ from run to run, and between workers."""
    return val.__name__ if isinstance(val, FunctionType) else None


@pytest.fixture
def standin() -> Iterator[StandIn]:
    """A server of its own that stands in for TVmaze."""
    server = StandIn()
    yield server
    server.close()


@pytest.fixture
def wiki() -> Iterator[WikiStandIn]:
    """A server of its own that stands in for Wikipedia."""
    with closing(WikiStandIn()) as server:
        yield server


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Iterator[Client]:
    """A client that asks TVmaze, at no pace, by a clock that stands, and through no proxy of the machine's."""
    monkeypatch.setenv("NO_PROXY", "*")
    one = Client("TVmaze", clock=lambda: NOW)
    yield one
    one.close()


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """For how long a client waited before it asked again; nobody really waits."""
    import tenacity.nap

    told: list[float] = []

    class Time:
        sleep = told.append

    monkeypatch.setattr(tenacity.nap, "time", Time)
    return told


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    """A user's registry on a real disk."""
    path = tmp_path / "shows.toml"
    path.write_text(old())
    return path


@pytest.fixture
def start() -> Iterator[Start]:
    """Start programs as real processes; those still running when a test fails are ended."""
    source = os.path.dirname(os.path.dirname(showstatus.__file__))
    started: list[subprocess.Popen[str]] = []

    def begin(program: str, *arguments: object) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", program, *map(str, arguments)]
        environment = {**os.environ, "PYTHONPATH": source}
        pipe = subprocess.PIPE
        process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=environment)
        started.append(process)
        return process

    yield begin
    for process in started:
        with process:
            process.kill()


@pytest.fixture
def site(cli: Cli, tmp_path: Path) -> Path:
    """The site of the small shipped registry."""
    cli.ok("site", str(tmp_path / "site"), "--all")
    return tmp_path / "site"
