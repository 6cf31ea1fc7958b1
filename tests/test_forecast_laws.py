"""The laws of the release-window estimate."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from showstatus.forecast.features import OwnLag
from showstatus.forecast.lag_case import Anchor, LagCase
from showstatus.forecast.window import forecast
from tests.lag_cases import KINDS, WRAPPED, day, must

anchors = st.builds(
    Anchor,
    st.sampled_from(KINDS),
    st.dates(day("2018-01-01"), day("2022-12-31")),
    st.sampled_from([1, 30, 91, 366]),
    st.just("then"),
)
owns = st.builds(OwnLag, st.sampled_from(KINDS), st.integers(1, 9), st.integers(1, 2500))
windows = st.builds(
    lambda start, width: (start, start + dt.timedelta(width)),
    st.dates(day("2023-01-01"), day("2026-12-31")),
    st.sampled_from([1, 7, 28, 31, 92, 365]),
)
open_windows = st.one_of(
    windows.map(lambda window: (window[0], dt.date.max)), windows.map(lambda window: (dt.date.min, window[1]))
)
histories = st.builds(
    LagCase,
    platform=st.sampled_from([None, "Netflix", "CBS", "HBO Max", "BBC One", "Nowhere+"]),
    genres=st.sampled_from([(), ("Drama", "Romance"), ("Fantasy",), ("Reality",), ("Quux",)]),
    release=st.sampled_from([None, "all", "weekly", "batches"]),
    own=st.lists(owns, max_size=5).map(tuple),
    anchors=st.lists(anchors, min_size=1, max_size=5).map(tuple),
    official=st.none() | windows | open_windows,
)
days = st.dates(day("2022-12-31"), day("2031-12-31"))


@given(histories, days)
def test_quantiles_are_ordered_and_none_lies_before_the_day_of_asking(history: LagCase, as_of: dt.date) -> None:
    result = must(forecast(history, as_of))
    found = list(result.quantiles.values())
    assert found == sorted(found)
    assert as_of <= found[0]
    assert (found[1], found[5] + dt.timedelta(1), found[3]) == (result.start, result.end, result.median)
    assert list(result.quantiles) == ["0.05", "0.1", "0.25", "0.5", "0.75", "0.9", "0.95"]
    assert (result.level, result.basis) == (0.8, "estimated")


@given(histories, days)
def test_all_but_the_last_quantile_lie_in_an_official_window_that_is_not_over(history: LagCase, as_of: dt.date) -> None:
    if history.official is None or history.official[1] <= as_of:
        return
    start, end = history.official
    result = must(forecast(history, as_of))
    inside = [when for level, when in result.quantiles.items() if level != "0.95"]
    assert all(start <= when < end for when in inside)
    assert start <= result.start < result.end <= end


@given(histories, days, st.integers(0, 1500))
def test_a_later_day_of_asking_never_moves_a_quantile_earlier(history: LagCase, as_of: dt.date, more: int) -> None:
    early, late = must(forecast(history, as_of)), must(forecast(history, as_of + dt.timedelta(more)))
    assert all(early.quantiles[level] <= late.quantiles[level] for level in early.quantiles)


@given(histories, days, st.integers(0, 1000))
def test_a_later_not_before_never_moves_a_quantile_earlier(history: LagCase, as_of: dt.date, more: int) -> None:
    free, early, late = (
        must(forecast(replace(history, official=official), as_of))
        for official in (None, (as_of, dt.date.max), (as_of + dt.timedelta(more), dt.date.max))
    )
    assert free.quantiles == early.quantiles
    assert all(early.quantiles[level] <= late.quantiles[level] for level in early.quantiles)


@given(st.integers(30, 1500), st.integers(0, 500))
def test_a_show_that_took_longer_before_is_expected_later(took: int, longer: int) -> None:
    short, long = (
        must(forecast(replace(WRAPPED, own=(OwnLag("filming-wrapped", 1, n),)), day("2022-12-31")))
        for n in (took, took + longer)
    )
    assert short.median <= long.median


@given(histories, days)
@settings(max_examples=20)
def test_nothing_but_the_arguments_counts(history: LagCase, as_of: dt.date) -> None:
    shuffled = replace(history, own=history.own[::-1])
    assert forecast(history, as_of) == forecast(history, as_of)
    assert must(forecast(history, as_of)).quantiles == must(forecast(shuffled, as_of)).quantiles
