"""What silence says of a return: two things end it, and both have been waited for."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showstatus.forecast.features import Case, PastSeason, features
from showstatus.forecast.silence import Silence
from showstatus.forecast.spread import Spread, whole

FINALE = dt.date(2018, 6, 1)
KNOWN = features(Case(type="Scripted"), (PastSeason(1, FINALE, FINALE, 8, 1),))
YEAR = 365.25
ONE_TO_TWO_YEARS = whole([KNOWN.finale + 0.5, KNOWN.finale + YEAR, KNOWN.finale + 2 * YEAR], [0.0, 1.0])
NOBODY_TELLS = Silence(1.0, 3.0, {})
ALL_TELL_AT_ONCE = Silence(0.0, 0.01, {})


def comes(silence: Silence, days: float, within: float = 0.6) -> float:
    return silence.heard(KNOWN, ONE_TO_TWO_YEARS, within, KNOWN.finale + 0.5 + days)[0]


def test_at_the_finale_nothing_has_been_heard_yet() -> None:
    assert 0.6 == pytest.approx(comes(Silence(0.1, 3.0, {}), 0))


def test_where_nobody_tells_of_an_end_silence_counts_against_a_return() -> None:
    assert 0.6 * 0.5 / (0.6 * 0.5 + 0.4) == pytest.approx(comes(NOBODY_TELLS, 1.5 * YEAR), abs=0.01)


def test_where_every_end_is_told_a_silent_show_returns() -> None:
    assert 1.0 == pytest.approx(comes(ALL_TELL_AT_ONCE, 1.5 * YEAR))


@given(st.floats(0, 700), st.floats(0.05, 0.9))
def test_the_more_ends_are_told_the_likelier_a_silent_show_returns(days: float, within: float) -> None:
    assert comes(NOBODY_TELLS, days, within) <= comes(Silence(0.05, 3.0, {}), days, within) + 1e-12


def test_at_a_slower_pace_a_wait_counts_for_less_and_what_comes_comes_later() -> None:
    late = features(Case(type="Scripted"), (PastSeason(1, dt.date(2023, 6, 1), dt.date(2023, 6, 1), 8, 1),))
    waited = Spread([knot + late.finale - KNOWN.finale for knot in ONE_TO_TWO_YEARS.knots], ONE_TO_TWO_YEARS.masses)
    now = late.finale + 0.5 + 1.5 * YEAR
    usual, slow = (Silence(1.0, 3.0, pace).heard(late, waited, 0.6, now) for pace in ({}, {"scripted": 0.8}))
    assert usual[0] < slow[0]
    assert usual[1] is not None
    assert slow[1] is not None
    assert usual[1].knots[-1] < slow[1].knots[-1]
