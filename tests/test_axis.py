"""Days over the cells of a line, and the words under them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from showstatus.views.axis import Axis

START = dt.date(2024, 1, 1)


@pytest.mark.parametrize(
    ("days", "width", "scale"),
    [
        (60, 40, "Feb"),
        (366, 72, "Feb   Mar   Apr   May   Jun   Jul   Aug   Sep   Oct   Nov   Dec"),
        (5 * 366, 60, "Jul   2025  Jul   2026  Jul   2027  Jul   2028  Jul"),
        (30 * 366, 60, "2025 2030 2035 2040 2045 2050"),
        (300 * 366, 40, "2050 2100 2150 2200 2250 2300"),
    ],
)
def test_as_many_words_as_fit_stand_under_the_line(days: int, width: int, scale: str) -> None:
    assert scale.split() == Axis(START, days, width).scale().split()


@example(dt.date(2000, 1, 1), 1456, 121)  # from January to March are 59 days, less than two months are by average
@example(dt.date(1949, 12, 1), 40_000, 9)  # no step is long enough
@given(st.dates(dt.date(1900, 1, 1), dt.date(2900, 1, 1)), st.integers(1, 40_000), st.integers(1, 200))
def test_words_never_run_into_each_other_or_over_the_edge(start: dt.date, days: int, width: int) -> None:
    scale = Axis(start, days, width).scale()

    assert len(scale) <= width
    assert all(len(word) in (3, 4) for word in scale.split())


@given(st.integers(1, 40_000), st.integers(1, 200), st.integers(0, 40_000))
def test_every_day_of_the_axis_has_a_cell(days: int, width: int, number: int) -> None:
    axis = Axis(START, days, width)
    cell = axis.cell(START + dt.timedelta(number % days))

    assert 0 <= cell < width


@given(st.integers(1, 4000), st.integers(1, 200), st.integers(-99, 5000), st.integers(1, 900))
def test_what_lies_on_the_axis_covers_cells_and_what_does_not_covers_none(
    days: int, width: int, first: int, length: int
) -> None:
    begins, ends = START + dt.timedelta(first), START + dt.timedelta(first + length)
    covered = Axis(START, days, width).cells(begins, ends)

    assert (first < days and first + length > 0) == bool(covered)
    assert set(covered) <= set(range(width))
