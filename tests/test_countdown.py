"""How long until something comes."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showstatus.countdown import Countdown, clock, countdown

TODAY = dt.date(2024, 1, 1)
DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2150, 1, 1))


def to_go(first: int, last: int) -> Countdown | None:
    """Count down to a range of days, both included, that far from today."""
    return countdown(TODAY + dt.timedelta(first), TODAY + dt.timedelta(last + 1), TODAY)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (0, 0, "today"),
        (1, 1, "tomorrow"),
        (2, 2, "in 2 days"),
        (60, 60, "in 60 days"),
        (61, 61, "in 61 days, about 2 months"),
        (0, 1, "today or tomorrow"),
        (-9, 1, "today or tomorrow"),
        (1, 2, "in 1 to 2 days"),
        (0, 10, "within 10 days"),
        (20, 100, "in 20 to 100 days"),
        (20, 101, "in 1 to 3 months"),
        (100, 107, "in 3 to 4 months"),
        (118, 128, "in about 4 months"),
        (3, 200, "within 7 months"),
    ],
)
def test_a_countdown_is_said_as_a_person_says_it(first: int, last: int, words: str) -> None:
    found = to_go(first, last)

    assert found is not None
    assert words == found.words


def test_there_is_no_countdown_to_what_is_over() -> None:
    assert None is to_go(-10, -1)


@given(DAYS, st.integers(1, 4000), DAYS)
def test_a_countdown_is_never_negative_and_its_ends_are_in_order(start: dt.date, days: int, as_of: dt.date) -> None:
    end = start + dt.timedelta(days)
    found = countdown(start, end, as_of)

    assert (found is None) == (end <= as_of)
    if found is not None:
        assert 0 <= found.min_days <= found.max_days
        assert as_of + dt.timedelta(found.max_days) == end - dt.timedelta(1)
        assert (found.min_days == 0) == (start <= as_of)


@given(DAYS, DAYS)
def test_a_day_has_one_number_of_days_to_go(day: dt.date, as_of: dt.date) -> None:
    found = countdown(day, day + dt.timedelta(1), as_of)

    assert found is None or found.min_days == found.max_days == (day - as_of).days


@pytest.mark.parametrize(
    ("first", "last", "figure", "unit"),
    [
        (0, 0, "", "days"),
        (1, 1, "", "days"),
        (0, 1, "", "days"),
        (2, 2, "2", "days"),
        (173, 173, "173", "days"),
        (2, 31, "2–31", "days"),
        (0, 10, "0–10", "days"),
        (100, 330, "3–11", "months"),
        (118, 128, "4", "months"),
    ],
)
def test_the_figure_is_the_number_in_the_words(first: int, last: int, figure: str, unit: str) -> None:
    count = to_go(first, last)
    assert count is not None

    assert (figure, unit) == (count.figure, count.unit)
    assert not figure or unit in count.words


@pytest.mark.parametrize(
    ("now", "left"),
    [
        ("2023-12-31T23:59:59", "00:00:01"),
        ("2023-12-31T00:00:00", "1 day 00:00:00"),
        ("2023-12-30T17:36:46.999999", "1 day 06:23:14"),
        ("2023-07-12T17:36:46+02:00", "172 days 06:23:14"),
        ("2024-01-01T00:00:00", ""),
        ("2024-01-01T12:00:00", ""),
    ],
)
def test_the_clock_counts_to_the_beginning_of_the_day(now: str, left: str) -> None:
    assert left == clock(TODAY, dt.datetime.fromisoformat(now))
