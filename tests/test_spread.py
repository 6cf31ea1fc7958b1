"""Probability over days: what is cut, hastened or stretched stays a whole."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showstatus.forecast.spread import Spread, whole

AS_OF = dt.date(2023, 1, 1)
START = AS_OF.toordinal() + 0.5
spreads = st.lists(st.tuples(st.floats(1, 90), st.floats(0.01, 1)), min_size=1, max_size=12).map(
    lambda steps: whole(
        [START, *(START + sum(width for width, _ in steps[: count + 1]) for count in range(len(steps)))],
        [mass for _, mass in steps],
    )
)


def before(spread: Spread, at: float) -> float:
    return spread.known(AS_OF).before(at)


@given(spreads, st.floats(0.05, 1), st.floats(0, 500))
def test_the_earliest_share_is_the_rest_without_what_lies_behind_it(spread: Spread, share: float, days: float) -> None:
    at = START + days
    assert min(before(spread, at) / share, 1.0) == pytest.approx(before(spread.earliest(share), at), abs=1e-6)


@given(spreads, st.floats(1, 3), st.floats(0, 500))
def test_haste_multiplies_the_hazard_and_so_never_makes_a_day_later(spread: Spread, rate: float, days: float) -> None:
    edge = min(spread.knots, key=lambda knot: abs(knot - START - days))
    assert 1 - (1 - before(spread, edge)) ** rate == pytest.approx(before(spread.hastened(rate), edge), abs=1e-6)


@given(spreads, st.floats(1, 3), st.floats(0, 500))
def test_stretching_moves_every_day_away_from_the_origin(spread: Spread, factor: float, days: float) -> None:
    stretched = spread.stretched(START, factor)
    assert before(spread, START + days) == pytest.approx(before(stretched, START + days * factor), abs=1e-6)
