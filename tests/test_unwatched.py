"""What nobody looked for may have come: silence counts up to the last look, and that it ends there is said."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from showstatus.claims import Instalment
from showstatus.forecast import lags, model
from showstatus.forecast.case import case_of
from showstatus.forecast.engine import LEVELS, shipped
from showstatus.forecast.explain import elapsed
from showstatus.forecast.features import Case, Milestone, PastSeason
from showstatus.forecast.official import unwatched, within
from showstatus.forecast.outlook import outlook
from showstatus.ledger.book import Entry
from showstatus.report import report
from showstatus.spoken import percent
from tests.asking import on
from tests.registries import entries

DAY = dt.timedelta(1)
LOOKED, AS_OF = dt.date(2023, 1, 11), dt.date(2023, 9, 1)
SEASON = PastSeason(1, dt.date(2022, 4, 22), dt.date(2022, 4, 22), 8, 1)
WATCHED = Case("Netflix", "GB", "Scripted", "en", ("Drama",), (SEASON,))
UNWATCHED = replace(WATCHED, silent_until=LOOKED)
IN_2023 = Milestone("window-announced", 2, dt.date(2023, 1, 1), dt.date(2024, 1, 1))


def show(*claims: str, checked: str = "2023-01-11") -> Entry:
    tables = ",\n".join(
        f'{{ show = "x", {claim} }}'
        for claim in ('kind = "premiered", season = 1, value = 2022-04-22, on = 2022-04-22', *claims)
    )
    keys = 'platform = "Netflix"\nrelease = "all"\ngenres = ["Drama"]'
    return entries(f"checked = {checked}\nclaim = [\n{tables}\n]\n[show.x]\n{keys}\n")["x"]


def looked(entry: Entry, day: str) -> dt.date | None:
    return case_of(entry, on(entry, day), Instalment(2)).silent_until


def test_silence_ends_on_the_day_the_registry_was_checked() -> None:
    assert dt.date(2023, 1, 11) == looked(show(), "2023-09-01")
    assert None is looked(show(), "2023-01-11")
    assert None is looked(show(), "2022-09-01")


def test_who_claims_something_has_looked() -> None:
    claimed = show('kind = "filming-wrapped", season = 2, value = 2022-12-02, on = 2023-03-01')
    assert dt.date(2023, 3, 1) == looked(claimed, "2023-09-01")


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 900), st.integers(0, 600))
def test_what_lies_ahead_by_the_gaps_alone_is_the_same_whoever_looked(waited: int, since: int) -> None:
    silent = SEASON.premiere + waited * DAY
    as_of = silent + since * DAY
    told = [model.distribution(case, as_of).quantiles() for case in (WATCHED, replace(WATCHED, silent_until=silent))]
    assert all(abs((told[0][level] - told[1][level]).days) <= 1 for level in LEVELS)


def test_odds_do_not_fall_by_a_silence_that_nobody_heard() -> None:
    assert model.odds(WATCHED, LOOKED) == model.odds(UNWATCHED, AS_OF)
    assert model.odds(WATCHED, dt.date(2024, 6, 1))[36] < model.odds(UNWATCHED, dt.date(2024, 6, 1))[36]


def test_what_is_left_of_a_window_that_nobody_watched_may_well_have_been_missed() -> None:
    watched, unseen = (
        model.distribution(replace(case, milestones=(IN_2023,)), dt.date(2023, 12, 1)) for case in (WATCHED, UNWATCHED)
    )
    assert watched.survival(IN_2023.end - DAY) == pytest.approx(model.table().slip["window-announced"], abs=1e-6)
    assert watched.survival(IN_2023.end - DAY) < unseen.survival(IN_2023.end - DAY)


def test_a_window_that_ended_unwatched_is_not_known_to_be_missed() -> None:
    entry = show('kind = "window-announced", season = 2, value = "2023-05", on = 2023-01-11')
    case = case_of(entry, on(entry, "2023-09-01"), Instalment(2))
    assert ["window-announced"] == [one.kind for one in case.milestones]
    assert 0.85 < elapsed(case, AS_OF, shipped()) < 1.0
    assert AS_OF < model.distribution(case, AS_OF).quantile(0.05)


def test_long_after_the_last_look_there_is_still_an_answer() -> None:
    case = replace(UNWATCHED, milestones=(IN_2023,))
    for day in (dt.date(2040, 1, 1), dt.date.max - DAY):
        assert day < model.distribution(case, day).quantile(0.05)


def test_a_season_that_came_unwatched_begins_a_silence_of_its_own() -> None:
    second = PastSeason(2, dt.date(2023, 8, 3), dt.date(2023, 8, 3), 8, 1)
    case = replace(UNWATCHED, seasons=(SEASON, second))
    later = replace(case, silent_until=second.premiere)
    assert model.distribution(later, AS_OF) == model.distribution(case, AS_OF)
    assert model.odds(later, AS_OF) == model.odds(case, AS_OF)


def test_the_answer_says_that_it_may_have_come() -> None:
    renewed = show('kind = "renewed", season = 2, on = 2022-05-20')
    coming = report(renewed, AS_OF).next
    assert coming is not None
    assert coming.window is not None
    told = outlook(renewed, AS_OF, shipped())
    assert coming.window.elapsed == told.elapsed > 0.1
    for because in (coming.window.because, told.because):
        (said,) = [sentence for sentence in because if "11 January 2023" in sentence and "since" in sentence]
        assert said.startswith(
            f"Nothing was looked up after 11 January 2023: the chance that it has come since is {percent(told.elapsed)}"
        )


def test_nothing_of_the_kind_is_said_on_the_day_of_the_look() -> None:
    coming = report(show('kind = "renewed", season = 2, on = 2022-05-20'), LOOKED).next
    assert coming is not None
    assert coming.window is not None
    assert 0.0 == coming.window.elapsed
    assert not any("looked up" in sentence for sentence in coming.window.because)


# --- films and first seasons, by lags alone -----------------------------------------------------------------------

CURVE = lags.Curve(dt.date(2022, 4, 22), 6.3, 0.4, lags.Stragglers(0.01, 0.7, 0.7))
NUMBERS = lags.Windows(34, 3, 90, 1.3, 29)
YEAR = (dt.date(2023, 1, 1), dt.date(2024, 1, 1))


@given(st.integers(-60, 364), st.integers(1, 700), st.sampled_from([0.05, 0.25, 0.5, 0.75, 0.9]))
def test_a_lag_and_what_is_left_of_it_agree_on_what_went_by(before: int, since: int, level: float) -> None:
    looked_on = YEAR[0] + before * DAY
    as_of = looked_on + since * DAY
    ahead = unwatched(CURVE, YEAR, looked_on, as_of, NUMBERS)
    assert ahead is not None
    assert -1e-9 <= ahead.gone < 1.0
    assert as_of <= ahead.quantile(level) <= ahead.quantile(0.95)
    if as_of < YEAR[0]:
        assert ahead.gone == pytest.approx(0.0)


def test_the_more_of_a_window_went_by_unwatched_the_more_of_what_is_left_lies_behind_it() -> None:
    shares = [
        ahead.inside
        for month in (2, 5, 8, 11)
        if (ahead := unwatched(CURVE, YEAR, LOOKED, dt.date(2023, month, 15), NUMBERS)) is not None
    ]
    assert sorted(shares, reverse=True) == shares
    assert 4 == len(set(shares))


def test_where_nothing_went_by_the_median_is_that_of_a_window_that_was_watched() -> None:
    ahead = unwatched(CURVE, YEAR, LOOKED, LOOKED, NUMBERS)
    (median,) = within(CURVE, YEAR, LOOKED, NUMBERS, (0.5,))
    assert ahead is not None
    assert abs((ahead.quantile(0.5) - median).days) <= 15
