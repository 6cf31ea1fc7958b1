"""A whole synchronisation by a clock that only waiting moves: its pace, and where it goes on."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from showstatus.ledger.fetched import Fetched, Known
from showstatus.ledger.ledger import Ledger
from showstatus.ledger.turns import reserve
from showstatus.sources.http import Client
from showstatus.sources.remote import Remote
from showstatus.sources.tvmaze import TVmaze
from showstatus.sync import Synced, sync
from tests.refreshing import S1
from tests.standin import NOW, Fault, StandIn, season

DAY = dt.date(2023, 1, 11)
LIMIT, WINDOW = 20, 10.0
"""What TVmaze asks for: so many calls in so many seconds."""


class Machine:
    """A machine on which shows are followed, with a clock of its own."""

    def __init__(self, folder: Path, standin: StandIn) -> None:
        self.now = NOW
        self.starts: list[float] = []
        self._folder, self._standin = folder, standin
        self.registry = folder / "shows.toml"

    def follow(self, count: int) -> None:
        """Follow so many shows."""
        for number in range(1, count + 1):
            self._standin.add(number, f"Show {number}", [S1])
        self.registry.write_text("".join(f"[show.show-{n:03}]\nids.tvmaze = {n}\n" for n in range(1, count + 1)))

    def sync(self, progress: Callable[[int, int], None] = lambda done, of: None) -> Synced:
        """Ask about all of them."""
        with self._opened() as (fetched, ledger):

            def wait_turn() -> None:
                self.now = max(reserve(fetched.connection, "tvmaze", self.now), self.now)
                self.starts.append(self.now)

            client = Client("TVmaze", clock=lambda: self.now, wait_turn=wait_turn)
            try:
                return sync(Remote(TVmaze(), self._standin.url, client), ledger, fetched, DAY, progress)
            finally:
                client.close()

    def known(self, slug: str) -> Known | None:
        """What is known of a show by what was fetched."""
        with self._opened() as (fetched, _):
            return fetched.known("tvmaze", slug)

    @contextmanager
    def _opened(self) -> Iterator[tuple[Fetched, Ledger]]:
        fetched = Fetched(str(self._folder / "fetched.db"))
        fetched.connection.execute("PRAGMA synchronous = OFF")  # a test needs no disk that outlives the machine
        ledger = Ledger(None, shipped=None, user=str(self.registry), fetched=fetched)
        try:
            yield fetched, ledger
        finally:
            ledger.close()
            fetched.close()


@pytest.fixture
def machine(tmp_path: Path, standin: StandIn, monkeypatch: pytest.MonkeyPatch) -> Machine:
    monkeypatch.setenv("NO_PROXY", "*")
    return Machine(tmp_path, standin)


def test_a_first_sync_of_five_hundred_shows_keeps_to_the_limit_and_uses_it(machine: Machine) -> None:
    machine.follow(500)
    result = machine.sync()

    assert (500, [], [], 501) == (result.fetched, result.unreachable, result.problems, len(machine.starts))
    most = max(place + 1 - bisect_left(machine.starts, at - WINDOW) for place, at in enumerate(machine.starts))
    assert most <= LIMIT
    assert machine.starts[-1] - machine.starts[0] <= 1.1 * (501 - 1) // LIMIT * WINDOW
    again = machine.sync()
    assert (0, 502) == (again.fetched, len(machine.starts))


def test_interrupted_between_two_shows_it_repeats_none(machine: Machine, standin: StandIn) -> None:
    machine.follow(9)

    def interrupt(done: int, of: int) -> None:
        if done == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        machine.sync(interrupt)
    assert 5 == machine.sync().fetched
    assert len(standin.paths) == 2 + 9


def test_it_says_how_far_it_is(machine: Machine) -> None:
    machine.follow(3)
    told: list[tuple[int, int]] = []
    machine.sync(lambda done, of: told.append((done, of)))

    assert [(0, 3), (1, 3), (2, 3), (3, 3)] == told


ODD: dict[str, Fault] = {
    "HTML": Fault(200, b"<!doctype html>"),
    "nothing": Fault(200, b""),
    "null": Fault(200, b"null"),
    "a list": Fault(200, b"[]"),
    "another show": Fault(200, b'{"id": 2, "name": "Other"}'),
    "no name": Fault(200, b'{"id": 1, "name": "\\u0000"}'),
    "deep JSON": Fault(200, b"[" * 100_000),
    "a refusal": Fault(403, b"<html>\x1b[2J"),
    "an error of TVmaze's": Fault(400, b'{"name": "Bad Request", "message": "Invalid embed type"}'),
    "a redirect to a file": Fault(302, b"", {"Location": "file:///etc/passwd"}),
    "a redirect to itself": Fault(302, b"", {"Location": "/shows/1"}),
    "an hour's wait": Fault(429, b"", {"Retry-After": "3600"}),
}


@pytest.mark.parametrize("what", ODD)
def test_an_odd_answer_is_one_line_and_costs_nothing_that_is_known(
    machine: Machine, standin: StandIn, what: str
) -> None:
    machine.follow(2)
    machine.sync()
    known = machine.known("show-001")
    for number in (1, 2):
        standin.change(number, [S1, season(2)])
    standin.fails("/shows/1", *[ODD[what]] * 6)
    result = machine.sync()

    (told,) = [*result.problems, *result.unreachable]
    assert told.startswith("Show 1: TVmaze ")
    assert told.isprintable()
    assert len(told) < 200
    assert (known, 1) == (machine.known("show-001"), result.fetched)
    standin.faults.clear()
    assert 1 == machine.sync().fetched
    assert known != machine.known("show-001")


@pytest.mark.parametrize("body", [b"", b"null", b'{"name":"Not Found","message":"","code":0,"status":404}', b"<html>"])
def test_of_a_404_the_body_says_nothing(machine: Machine, standin: StandIn, body: bytes) -> None:
    machine.follow(1)
    machine.sync()
    standin.change(1)
    standin.fails("/shows/1", Fault(404, body))

    assert ["Show 1: TVmaze no longer has show 1; what it said is kept."] == machine.sync().problems
