"""The fitted model: laws that hold for any case, and the numbers that ship."""

from __future__ import annotations

import datetime as dt
import json
import math
import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from showstatus.forecast import model
from showstatus.forecast.features import (
    CATEGORIES,
    NUMBERS,
    Case,
    Milestone,
    PastSeason,
    aired,
    features,
)
from showstatus.forecast.spellings import country_key, platform_key
from showstatus.forecast.spread import LEVELS, Distribution
from showstatus.forecast.trees import CLOCKS

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
DATA = os.path.join(os.path.dirname(ROOT), "shared", "data")
DAY = dt.timedelta(1)

days = st.dates(dt.date(1995, 1, 1), dt.date(2030, 12, 31))
names = st.none() | st.sampled_from(["Netflix", "HBO/Max", "ABC", "Nowhere TV", ""])


@st.composite
def seasons(draw: st.DrawFn) -> tuple[PastSeason, ...]:
    """Seasons a few days to six years apart, in order."""
    day, found = draw(days), []
    for number in range(1, draw(st.integers(0, 6)) + 1):
        run = draw(st.none() | st.integers(0, 400))
        end = None if run is None else day + dt.timedelta(run)
        some = st.none() | st.integers(0, 60)
        found.append(PastSeason(number, day, end, draw(some), draw(some)))
        day += dt.timedelta(draw(st.integers(1, 2200)))
    return tuple(found)


@st.composite
def milestones(draw: st.DrawFn) -> tuple[Milestone, ...]:
    """Any facts, whether or not they go together."""
    kinds = ["renewed", "filming-started", "filming-wrapped", "post-production", "window-announced", "date-announced"]
    found = []
    for kind in draw(st.lists(st.sampled_from([*kinds, "delayed", "no such kind"]), max_size=3)):
        start = draw(days)
        found.append(
            Milestone(kind, draw(st.none() | st.integers(1, 9)), start, start + dt.timedelta(draw(st.integers(1, 400))))
        )
    return tuple(found)


cases = st.builds(
    Case,
    platform=names,
    country=st.none() | st.sampled_from(["US", "uk", "South Korea", "US/Canada", "??"]),
    type=st.none() | st.sampled_from(["Scripted", "Reality", "Documentary", "Talk Show"]),
    language=st.none() | st.sampled_from(["en", "ko", "xx"]),
    genres=st.lists(st.sampled_from(["Drama", "Comedy", "Sci-Fi & Fantasy", "Odd"]), max_size=3).map(tuple),
    seasons=seasons(),
    milestones=milestones(),
)

HEARTSTOPPER = Case(
    "Netflix", "GB", "Scripted", "en", ("Drama",), (PastSeason(1, dt.date(2022, 4, 22), dt.date(2022, 4, 22), 8, 1),)
)
WRAPPED = Milestone("filming-wrapped", 2, dt.date(2022, 12, 2), dt.date(2022, 12, 3))
IN_2023 = Milestone("window-announced", 2, dt.date(2023, 1, 1), dt.date(2024, 1, 1))
JANUARY = dt.date(2023, 1, 11)


def told(*facts: Milestone, as_of: dt.date = JANUARY) -> Distribution:
    case = Case(**{**vars(HEARTSTOPPER), "milestones": facts})
    return model.distribution(case, as_of)


@settings(deadline=None, max_examples=150)
@given(cases, days)
def test_quantiles_rise_and_lie_after_the_day_of_the_forecast(case: Case, as_of: dt.date) -> None:
    quantiles = list(model.distribution(case, as_of).quantiles().values())
    assert 19 == len(quantiles)
    assert sorted(quantiles) == quantiles
    assert quantiles[0] > as_of


@settings(deadline=None, max_examples=100)
@given(cases, days)
def test_odds_are_probabilities_that_grow_with_the_horizon(case: Case, as_of: dt.date) -> None:
    odds = model.odds(case, as_of)
    assert [12, 24, 36] == list(odds)
    assert 0.0 <= odds[12] <= odds[24] <= odds[36] <= 1.0


@settings(deadline=None, max_examples=60)
@given(cases, days, st.sampled_from(LEVELS))
def test_survival_agrees_with_the_quantiles(case: Case, as_of: dt.date, level: float) -> None:
    when = model.distribution(case, as_of)
    day = when.quantile(level)
    assert when.survival(day) <= 1 - level + 1e-9
    assert when.survival(as_of) == pytest.approx(1.0)


@settings(deadline=None, max_examples=60)
@given(seasons(), st.integers(1, 300), st.integers(7, 366))
def test_an_official_window_confines_all_but_the_share_of_slips(
    past: tuple[PastSeason, ...], begins: int, width: int
) -> None:
    as_of = max((season.premiere for season in past), default=dt.date(2020, 1, 1)) + 30 * DAY
    start = as_of + begins * DAY
    window = Milestone("window-announced", None, start, start + width * DAY)
    when = model.distribution(Case(seasons=past, milestones=(window,)), as_of)
    assert start <= when.quantile(0.05)
    assert when.quantile(0.9) < window.end
    assert when.survival(window.end - DAY) == pytest.approx(model.table().slip["window-announced"], abs=1e-6)


def test_an_announced_day_pins_the_premiere() -> None:
    day = dt.date(2023, 8, 3)
    when = told(Milestone("date-announced", 2, day, day + DAY))
    assert {day} == {when.quantile(level) for level in LEVELS}


def test_a_day_that_has_passed_pins_nothing() -> None:
    gone = Milestone("date-announced", 2, dt.date(2023, 1, 1), dt.date(2023, 1, 2))
    assert told().quantiles() == told(gone).quantiles()


def test_a_delay_leaves_nothing_before_it() -> None:
    until = dt.date(2024, 1, 1)
    assert told(Milestone("delayed", 2, until, dt.date(2030, 1, 1))).quantile(0.05) >= until


def test_a_window_without_an_end_is_a_day_before_which_nothing_comes() -> None:
    until = dt.date(2024, 6, 1)

    assert told(Milestone("delayed", 2, until, dt.date.max)) == told(
        Milestone("window-announced", 2, until, dt.date.max)
    )


def test_a_wrap_narrows_the_window_and_raises_the_odds() -> None:
    width = {facts: told(*facts).quantile(0.9) - told(*facts).quantile(0.1) for facts in ((), (WRAPPED,))}
    assert width[WRAPPED,] < width[()]
    wrapped = Case(**{**vars(HEARTSTOPPER), "milestones": (WRAPPED,)})
    assert model.odds(HEARTSTOPPER, JANUARY)[36] < model.odds(wrapped, JANUARY)[36]


def test_the_80_percent_window_of_heartstopper_2_held_its_premiere_and_lay_in_2023() -> None:
    when = told(WRAPPED, IN_2023)
    assert JANUARY < when.quantile(0.1) <= dt.date(2023, 8, 3) <= when.quantile(0.9) <= dt.date(2023, 12, 31)


def test_a_show_that_outlives_the_season_of_cancellations_is_likelier_to_return_until_its_gap_is_a_long_one() -> None:
    finale, later, long_after = (
        model.odds(HEARTSTOPPER, day)[36] for day in (dt.date(2022, 4, 22), dt.date(2023, 1, 22), dt.date(2024, 12, 22))
    )
    assert finale < later
    assert long_after < later / 2


def test_an_order_that_tells_nothing_of_the_day_still_raises_the_odds() -> None:
    ahead = Milestone("renewed", 2, dt.date(2022, 4, 1), dt.date(2022, 4, 2))
    ordered = Case(**{**vars(HEARTSTOPPER), "milestones": (ahead,)})
    as_of = dt.date(2022, 4, 22)
    assert model.distribution(HEARTSTOPPER, as_of) == model.distribution(ordered, as_of)
    assert model.odds(HEARTSTOPPER, as_of)[36] < model.odds(ordered, as_of)[36]


def test_a_season_that_premieres_later_is_not_known_yet() -> None:
    second = PastSeason(2, dt.date(2023, 8, 3), dt.date(2023, 8, 3), 8, 1)
    later = Case(**{**vars(HEARTSTOPPER), "seasons": (*HEARTSTOPPER.seasons, second)})
    assert model.distribution(HEARTSTOPPER, JANUARY) == model.distribution(later, JANUARY)


@settings(deadline=None, max_examples=60)
@given(cases, days)
def test_features_fill_every_place(case: Case, as_of: dt.date) -> None:
    past = aired(case, as_of)
    if past:
        known = features(case, past)
        assert len(CATEGORIES) == len(known.categories)
        assert len(NUMBERS) == len(known.numbers)
        assert all(math.isfinite(number) for number in known.numbers)


def test_platforms_and_countries_come_in_any_spelling() -> None:
    assert platform_key("prime video") == platform_key("Amazon Prime  Video")
    assert "hbo" == platform_key("HBO/Max")
    assert ["GB", "KR", "US", ""] == [country_key(said) for said in ("UK", "South Korea", "US/Canada", None)]


def test_the_shipped_numbers_are_documented_and_small() -> None:
    path = os.path.join(ROOT, "src", "showstatus", "forecast", "model.json")
    assert os.path.getsize(path) <= 1_000_000
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    assert set(document) - {"_about", "fitted_from"} <= set(document["_about"])
    assert list(CLOCKS) == document["hazard"]["features"][-len(CLOCKS) :]


def test_the_numbers_come_out_the_same_when_fitted_again(tmp_path: object) -> None:
    pytest.importorskip("lightgbm", reason="fitting needs lightgbm")
    if os.environ.get("SHOWSTATUS_REFIT") != "1" or not os.path.isdir(DATA):
        pytest.skip("takes minutes and DATA_DIR: set SHOWSTATUS_REFIT=1")
    output = os.path.join(str(tmp_path), "model.json")
    tool = os.path.join(ROOT, "tools", "fit_forecast.py")
    subprocess.run([sys.executable, tool, DATA, "--output", output, "--no-docs"], check=True, capture_output=True)
    with open(output, "rb") as new, open(model.__file__.replace("model.py", "model.json"), "rb") as old:
        assert old.read() == new.read()
