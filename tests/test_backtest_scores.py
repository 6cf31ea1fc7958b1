"""The scores of a backtest have known values where the answer is known."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showstatus.forecast.engine import LEVELS
from showstatus.forecast.scores import auc, median, missed, odds_score, pinball, spread_score


@dataclass(frozen=True)
class Even:
    """Every day of 100 alike, from a day on."""

    first: dt.date

    def quantile(self, p: float) -> dt.date:
        return self.first + dt.timedelta(days=round(100 * p))


def test_pinball_loss_weighs_what_comes_late_by_the_level() -> None:
    assert 9.0 == pinball(0.9, 100, 110)
    assert pytest.approx(1.0) == pinball(0.9, 110, 100)
    assert 0.0 == pinball(0.5, 7, 7)


@given(st.integers(-400, 400), st.sampled_from(LEVELS))
def test_pinball_loss_is_least_at_the_truth(quantile: int, level: float) -> None:
    assert pinball(level, quantile, 0) >= pinball(level, 0, 0) == 0


def test_one_forecast_is_held_against_the_truth() -> None:
    miss = missed(Even(dt.date(2023, 1, 1)), dt.date(2023, 1, 1) + dt.timedelta(days=80))

    assert (30, (False, True, True), (50, 80, 90)) == (miss.error, miss.inside, miss.widths)
    # The CRPS of an even spread on [0, 100] at 80 is 100 · (0.8³ + 0.2³) / 3 = 17.33.
    assert pytest.approx(17.33, abs=0.2) == miss.crps
    assert pytest.approx(miss.crps / 2, rel=0.1) == miss.pinball


def test_many_forecasts_are_summed_up() -> None:
    first = dt.date(2023, 1, 1)
    score = spread_score([missed(Even(first), first + dt.timedelta(days=day)) for day in range(101)])

    assert (101, 25, 0) == (score.n, score.median_error, score.bias)
    assert pytest.approx(0.8, abs=0.02) == score.coverage["80"]
    assert 80 == score.width["80"]


def test_auc_counts_the_pairs_in_the_right_order_and_ties_half() -> None:
    assert 1.0 == auc([(0.9, True), (0.1, False)])
    assert 0.0 == auc([(0.1, True), (0.9, False)])
    assert 0.5 == auc([(0.4, True), (0.4, False)])
    assert None is auc([(0.4, True)])


PAIRS = st.lists(st.tuples(st.sampled_from([0.0, 0.2, 0.5, 0.9, 1.0]), st.booleans()), min_size=1, max_size=40)


@given(PAIRS)
def test_auc_is_the_share_of_pairs_in_order(told: list[tuple[float, bool]]) -> None:
    yes, no = [p for p, came in told if came], [p for p, came in told if not came]
    pairs = [1.0 if a > b else 0.5 if a == b else 0.0 for a in yes for b in no]

    assert (pytest.approx(sum(pairs) / len(pairs)) if pairs else None) == auc(told)


def test_the_base_rate_itself_has_no_skill() -> None:
    score = odds_score([(0.25, True), (0.25, False), (0.25, False), (0.25, False)])

    assert (4, 0.25, 0.0) == (score.n, score.base_rate, score.brier_skill)
    assert pytest.approx(-(math.log(0.25) + 3 * math.log(0.75)) / 4) == score.log_loss
    assert ((0.2, 0.3, 4, 0.25, 0.25),) == score.reliability


def test_odds_of_nothing_but_one_outcome_have_no_skill_to_tell() -> None:
    score = odds_score([(1.0, True)])

    assert (None, None, 0.0) == (score.auc, score.brier_skill, score.log_loss)


def test_the_median_of_an_even_number_is_between_the_middle_two() -> None:
    assert (2.5, 2) == (median([4, 1, 2, 3]), median([3, 1, 2]))
