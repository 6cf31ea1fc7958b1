"""When requests start: never more than the service allows, never slower than it must be, across processes too."""

from __future__ import annotations

import subprocess
import sys
from bisect import bisect_left
from collections.abc import Iterable
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from showstatus.ledger.fetched import Fetched
from showstatus.ledger.turns import reserve
from showstatus.sources.pace import BURST, PERIOD, SPACING, next_start

LIMIT, WINDOW = 20, 10.0
"""What TVmaze asks for: so many calls in so many seconds."""
START = 1_670_000_000.0


def run(pauses: Iterable[float]) -> list[float]:
    """When requests start that are asked for one after another, with a pause of so many seconds before each."""
    now, starts = START, list[float]()
    for pause in pauses:
        now += pause
        starts.append(next_start(starts, now))
        now = starts[-1]
    return starts


def most_in_a_window(starts: list[float]) -> int:
    return max(place + 1 - bisect_left(starts, start - WINDOW) for place, start in enumerate(starts))


PAUSES = st.lists(st.just(0.0) | st.floats(0, 2) | st.floats(9, 30), max_size=90)


@given(PAUSES)
def test_never_more_start_within_ten_seconds_than_the_service_allows(pauses: list[float]) -> None:
    starts = run(pauses)

    assert starts == sorted(starts)
    assert not starts or most_in_a_window(starts) <= LIMIT


@given(PAUSES)
def test_once_the_burst_is_spent_starts_come_evenly_spaced(pauses: list[float]) -> None:
    starts = run(pauses)
    since = 0  # the place of the first start of this run
    for place in range(1, len(starts)):
        gap = starts[place] - starts[place - 1]
        if gap >= PERIOD:
            since = place
        assert place - since < BURST or gap >= SPACING - 1e-6


@given(PAUSES)
def test_nobody_waits_longer_than_the_limit_makes_it(pauses: list[float]) -> None:
    starts = run(pauses)
    now = START
    for place, (pause, start) in enumerate(zip(pauses, starts, strict=True)):
        now += pause
        bound = max(now, starts[place - BURST] + PERIOD, starts[place - 1] + SPACING) if place >= BURST else now
        assert now <= start <= bound
        now = start


def test_five_hundred_requests_take_at_most_a_tenth_longer_than_the_limit_dictates() -> None:
    starts = run([0.0] * 500)
    dictated = (500 - 1) // LIMIT * WINDOW

    assert most_in_a_window(starts) <= LIMIT
    assert dictated <= starts[-1] - starts[0] <= 1.1 * dictated


def test_after_a_rest_there_is_a_burst_again() -> None:
    starts = run([0.0] * 30 + [PERIOD] + [0.0] * (BURST - 1))

    assert [starts[30]] * BURST == starts[30:]


def test_a_clock_that_was_set_back_costs_a_minute_at_most(tmp_path: Path) -> None:
    fetched = Fetched(str(tmp_path / "fetched.db"))
    for _ in range(BURST):
        reserve(fetched.connection, "tvmaze", START + 86_400)

    assert START == reserve(fetched.connection, "tvmaze", START)
    fetched.close()


def test_each_source_has_a_pace_of_its_own(tmp_path: Path) -> None:
    fetched = Fetched(str(tmp_path / "fetched.db"))
    for _ in range(BURST):
        reserve(fetched.connection, "tvmaze", START)

    assert START + PERIOD == reserve(fetched.connection, "tvmaze", START)
    assert START == reserve(fetched.connection, "tmdb", START)
    fetched.close()


def test_of_each_source_as_many_starts_are_remembered_as_make_a_burst() -> None:
    fetched = Fetched(":memory:")
    reserve(fetched.connection, "tmdb", START - 30)
    expected = list[float]()
    for number in range(BURST + 5):
        now = START + number / 10
        expected.append(next_start(expected[-BURST:], now))
        assert expected[-1] == reserve(fetched.connection, "tvmaze", now)

    kept = fetched.connection.execute("SELECT source, at FROM start ORDER BY at").fetchall()
    assert [("tmdb", START - 30), *(("tvmaze", at) for at in expected[-BURST:])] == kept
    fetched.close()


def test_a_start_up_to_a_minute_ahead_counts_and_one_beyond_is_forgotten() -> None:
    fetched = Fetched(":memory:")
    for at in (60.0, 61.0):
        fetched.connection.execute("INSERT INTO start VALUES ('tvmaze', ?)", (START + at,))
    fetched.connection.execute("INSERT INTO start VALUES ('tmdb', ?)", (START + 90,))
    assert START + 60 == reserve(fetched.connection, "tvmaze", START)

    kept = fetched.connection.execute("SELECT source, at - ? FROM start ORDER BY at", (START,)).fetchall()
    assert [("tvmaze", 60.0), ("tvmaze", 60.0), ("tmdb", 90.0)] == kept
    fetched.close()


PROGRAM = """
import sys
from showstatus.ledger.fetched import Fetched
from showstatus.ledger.turns import reserve
fetched = Fetched(sys.argv[1])
print(*(reserve(fetched.connection, "tvmaze", 1_670_000_000.0 + number / 10) for number in range(30)), sep="\\n")
"""
"""Reserves thirty starts by a clock of its own, a tenth of a second apart."""


def test_processes_keep_the_pace_together(tmp_path: Path) -> None:
    command = [sys.executable, "-c", PROGRAM, str(tmp_path / "fetched.db")]
    running = [
        subprocess.Popen(command, stdout=subprocess.PIPE, env={"PYTHONPATH": ":".join(sys.path)}) for _ in range(3)
    ]
    starts = sorted(float(line) for one in running for line in one.communicate(timeout=60)[0].split())

    assert [0, 0, 0] == [one.returncode for one in running]
    assert 90 == len(starts)
    assert most_in_a_window(starts) <= LIMIT
