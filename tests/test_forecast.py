"""The release-window estimate: the case it was made for, and the edges of what is known."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from showstatus.forecast import lags
from showstatus.forecast.features import OwnLag
from showstatus.forecast.window import estimate, forecast
from tests.lag_cases import HEARTSTOPPER, WRAPPED, anchor, day, must

NUMBERS = lags.Lags(
    anchors={
        kind: lags.Lag(
            n=79,
            centre=centre,
            spread=0.4,
            own_weight=0.5,
            platforms={"netflix": lags.Group(44, 0.0, 0.4)},
            genres={"comedy": lags.Group(20, 0.0)},
            styles={},
        )
        for kind, centre in (("filming-wrapped", 5.4806), ("premiere", 6.1092), ("renewed", 6.3969))
    },
    stragglers=lags.Stragglers(0.01, 0.7, 0.7),
    windows=lags.Windows(34, 3, 90, 1.3, 29),
    shared_error=0.6,
)
"""Round numbers: 240 days from the wrap, 450 from the premiere, 600 from the order."""


# --- the case it was made for -------------------------------------------------------------------------------------


@pytest.mark.parametrize("own", [(), (OwnLag("filming-wrapped", 1, 315),)])
def test_heartstopper_2_as_of_the_article(own: tuple[OwnLag, ...]) -> None:
    result = must(forecast(replace(HEARTSTOPPER, own=own), day("2023-01-11")))
    assert day("2023-01-11") <= result.start <= day("2023-08-03") < result.end <= day("2024-01-01")
    assert (result.end - result.start).days <= 200
    assert result.method == "lag:filming-wrapped"
    assert "Filming wrapped on 2022-12-02." in result.because


def test_the_arithmetic_is_told() -> None:
    history = replace(WRAPPED, own=(OwnLag("filming-wrapped", 1, 365),), official=HEARTSTOPPER.official)
    assert must(estimate(history, day("2023-01-11"), NUMBERS)).because == (
        "Filming wrapped on 2022-12-02.",
        "Netflix comedies and romances premiere a median 7.9 months after the wrap (79 seasons, 44 of them on Netflix, "
        "20 of that genre; half of them between 6.0 and 10.3 months).",
        "This show's season 1 took 12.0 months; that moves the median to 9.7 months.",
        "The official window is 2023, so the estimate is cut to it.",
        "In such windows seasons come at 1.3 times the rate of the lag (29 seasons); 3 of 34 windows were missed, "
        "which only the outermost quantile admits.",
        "Median 13 August 2023; 80 % of the probability from 25 May 2023 to 9 November 2023.",
    )


# --- which fact leads -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("known", "method"),
    [(4, "lag:filming-wrapped"), (3, "lag:filming-started"), (2, "lag:renewed+premiere"), (1, "lag:premiere")],
)
def test_the_most_telling_fact_leads(known: int, method: str) -> None:
    history = replace(HEARTSTOPPER, anchors=HEARTSTOPPER.anchors[:known])
    assert must(forecast(history, day("2023-01-11"))).method == method


def test_an_order_ahead_of_the_season_before_says_nothing() -> None:
    premiere, ahead = anchor("premiere", "2022-04-22"), anchor("renewed", "2021-04-01")
    with_order = must(forecast(replace(WRAPPED, anchors=(premiere, ahead)), day("2022-06-01")))
    assert with_order == must(forecast(replace(WRAPPED, anchors=(premiere,)), day("2022-06-01")))


def test_on_a_us_broadcaster_only_the_previous_premiere_counts() -> None:
    history = replace(HEARTSTOPPER, platform="Fox", official=None)
    assert must(forecast(history, day("2022-12-10"))).method == "lag:premiere"


def test_of_two_facts_of_a_kind_the_newer_counts() -> None:
    both = replace(WRAPPED, anchors=(anchor("filming-wrapped", "2022-12-20"), *WRAPPED.anchors))
    newer = replace(WRAPPED, anchors=both.anchors[:1])
    assert forecast(newer, day("2023-01-11")) == forecast(both, day("2023-01-11"))


def test_a_vaguer_fact_gives_a_wider_window() -> None:
    month, year = (
        must(forecast(replace(WRAPPED, anchors=(replace(WRAPPED.anchors[0], spread_days=n),)), day("2022-12-02")))
        for n in (30, 365)
    )
    assert month.end - month.start < year.end - year.start
    assert month.median == year.median


def test_regular_seasons_of_its_own_narrow_the_window() -> None:
    premiere = replace(WRAPPED, anchors=(anchor("premiere", "2022-09-22"),))
    regular = replace(premiere, own=tuple(OwnLag("premiere", n, 364) for n in range(2, 9)))
    wide, narrow = (must(forecast(history, day("2022-10-01"))) for history in (premiere, regular))
    assert (narrow.end - narrow.start) * 2 < wide.end - wide.start


# --- overdue, and what was said officially --------------------------------------------------------------------------


def test_long_overdue_the_estimate_looks_ahead_and_says_so() -> None:
    result = must(forecast(WRAPPED, day("2026-06-01")))
    assert day("2026-06-01") <= result.start < result.median < result.end
    assert result.median < day("2030-01-01")
    assert any("it is overdue" in sentence for sentence in result.because)


def test_a_hopeless_wait_ends_in_no_error() -> None:
    assert must(forecast(WRAPPED, day("9990-01-01"))).start >= day("9990-01-01")
    assert must(forecast(WRAPPED, dt.date.max)).median == dt.date.max


def test_an_official_window_that_is_over_is_said_to_be_so() -> None:
    over = must(forecast(HEARTSTOPPER, day("2024-01-01")))
    anew = must(forecast(replace(HEARTSTOPPER, official=None), day("2024-01-01")))
    assert anew.quantiles == over.quantiles
    assert "The official window, 2023, is over; the estimate is made anew." in over.because


def test_an_official_window_far_from_the_lag_wins() -> None:
    far = replace(HEARTSTOPPER, official=(day("2027-01-01"), day("2028-01-01")))
    result = must(forecast(far, day("2023-01-11")))
    assert day("2027-01-01") <= result.quantiles["0.05"] <= result.quantiles["0.9"] < day("2028-01-01")
    assert (result.end - result.start).days > 90  # so far out, the lag can hardly tell one day of it from another
    assert "The lag points elsewhere, but the official window wins." in result.because


def test_only_the_outermost_quantile_admits_that_a_vague_window_is_missed() -> None:
    result = must(forecast(HEARTSTOPPER, day("2023-12-01")))
    assert result.quantiles["0.9"] < day("2024-01-01") <= result.quantiles["0.95"]


def test_not_before_cuts_only_the_start() -> None:
    result = must(forecast(replace(HEARTSTOPPER, official=(day("2024-01-01"), dt.date.max)), day("2023-01-11")))
    assert day("2024-01-01") <= result.quantiles["0.05"]
    assert day("2024-06-01") < result.quantiles["0.9"]
    assert "The official window is 1 January 2024 or later, so the estimate is cut to it." in result.because


def test_a_known_day_leaves_no_choice() -> None:
    result = must(forecast(replace(HEARTSTOPPER, official=(day("2023-08-03"), day("2023-08-04"))), day("2023-01-11")))
    assert {day("2023-08-03")} == set(result.quantiles.values())
    assert (day("2023-08-03"), day("2023-08-04")) == (result.start, result.end)


def test_without_any_fact_the_official_window_is_all_there_is() -> None:
    result = must(forecast(replace(HEARTSTOPPER, anchors=()), day("2022-06-01")))
    assert day("2023-01-01") <= result.start < result.end <= day("2024-01-01")
    assert result.method == "official-window"


@pytest.mark.parametrize(
    "official", [None, (day("2022-01-01"), day("2023-01-01")), (day("2023-01-01"), dt.date.max)], ids=str
)
def test_with_nothing_to_go_by_there_is_no_estimate(official: tuple[dt.date, dt.date] | None) -> None:
    assert forecast(replace(HEARTSTOPPER, anchors=(), official=official), day("2023-01-11")) is None
