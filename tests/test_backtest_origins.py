"""The origins of a backtest know nothing of the future."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from showstatus.forecast.features import Milestone
from showstatus.forecast.origins import ObservedShow, milestone_trials, season_trials
from tests.observed import UNTIL, made, season, show, wrap


def trials(one: ObservedShow) -> list[tuple[str, str, str | None]]:
    return [
        (trial.origin, trial.as_of.isoformat(), trial.truth.isoformat() if trial.truth else None)
        for trial in season_trials(one, UNTIL)
    ]


def test_origins_stop_where_the_next_season_comes() -> None:
    assert [
        ("finale", "2018-01-01", "2018-11-01"),
        ("+3 months", "2018-04-01", "2018-11-01"),
        ("+6 months", "2018-07-01", "2018-11-01"),
    ] == trials(show("a", "2018-01-01", "2018-11-01"))[:3]


def test_a_show_that_never_came_back_is_asked_about_at_every_origin() -> None:
    assert ["finale", "+3 months", "+6 months", "+12 months", "+18 months"] == [
        origin for origin, _, truth in trials(show("a", "2018-01-01")) if truth is None
    ]


def test_finales_before_2016_or_too_young_to_judge_are_left_out() -> None:
    assert [] == trials(show("a", "2015-06-01"))
    assert [] == trials(show("a", "2022-06-01"))


def test_a_missing_season_or_one_that_overlaps_makes_no_trial() -> None:
    gap = ObservedShow(id="a", title="A", seasons=(season(1, "2018-01-01"), season(3, "2020-01-01")))
    overlap = ObservedShow(id="a", title="A", seasons=(season(1, "2018-01-01", "2019-01-01"), season(2, "2018-06-01")))

    assert {2020} == {trial.as_of.year for trial in season_trials(gap, UNTIL) if trial.origin == "finale"}
    assert all(trial.last.number == 2 for trial in season_trials(overlap, UNTIL))


@given(st.lists(st.dates(dt.date(2010, 1, 1), dt.date(2024, 10, 1)), min_size=1, max_size=6, unique=True))
def test_no_trial_knows_a_season_that_had_not_begun(days: list[dt.date]) -> None:
    for trial in season_trials(show("a", *(day.isoformat() for day in sorted(days))), UNTIL):
        assert all(one.premiere <= trial.as_of for one in trial.case.seasons)
        assert trial.truth is None or trial.truth > trial.as_of
        assert trial.truth is None or trial.truth not in [one.premiere for one in trial.case.seasons]


def test_a_milestone_is_replayed_on_its_day_with_what_was_known_then() -> None:
    started = (dt.date(2020, 9, 1), Milestone("filming-started", 2, dt.date(2020, 9, 1), dt.date(2020, 9, 2)))
    later = (dt.date(2021, 5, 1), Milestone("window-announced", 2, dt.date(2021, 1, 1), dt.date(2022, 1, 1)))
    found = list(milestone_trials(made("a", "2021-10-01", wrap(2, "2021-02-01"), started, later), UNTIL))

    assert [("filming start", 1), ("wrap", 2)] == [(trial.origin, len(trial.case.milestones)) for trial in found]
    assert {dt.date(2021, 10, 1)} == {trial.truth for trial in found}


def test_a_wrap_before_the_season_before_came_is_no_origin() -> None:
    assert [] == list(milestone_trials(made("a", "2021-10-01", wrap(2, "2019-12-01")), UNTIL))
