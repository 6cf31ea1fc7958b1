"""The backtest: origins that know nothing of the future, scores with known values, rivals that do not peek."""

from __future__ import annotations

import datetime as dt
import gzip
import math
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showstatus.cli.observed_files import read_productions, read_seasons
from showstatus.errors import UsageError
from showstatus.forecast.backtest import MODEL, backtest
from showstatus.forecast.engine import LEVELS
from showstatus.forecast.features import Milestone, PastSeason
from showstatus.forecast.observed import WHOLE_UNTIL
from showstatus.forecast.origins import ObservedShow, Production, Trial, case_after, milestone_trials, season_trials
from showstatus.forecast.rivals import FOLDS, Rivals, fold_of, lags
from showstatus.forecast.scores import auc, median, missed, odds_score, pinball, spread_score
from tests.engines import StandIn

UNTIL = dt.date(2024, 11, 1)


def season(number: int, day: str, end: str | None = None) -> PastSeason:
    last = dt.date.fromisoformat(end) if end else None
    return PastSeason(number, dt.date.fromisoformat(day), last, 8, 1)


def show(name: str, *days: str, platform: str = "Netflix") -> ObservedShow:
    seasons = tuple(season(number, day, day) for number, day in enumerate(days, 1))
    return ObservedShow(id=name, title=name, platform=platform, type="Scripted", seasons=seasons)


# --- scores -----------------------------------------------------------------------------------------------------


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


# --- origins ----------------------------------------------------------------------------------------------------


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


def wrap(season_number: int, day: str) -> tuple[dt.date, Milestone]:
    when = dt.date.fromisoformat(day)
    return when, Milestone("filming-wrapped", season_number, when, when + dt.timedelta(days=1))


def made(name: str, premiere: str, *told: tuple[dt.date, Milestone], previous: str = "2020-01-01") -> Production:
    return Production(show=show(name, previous), season=2, told=told, premiere=dt.date.fromisoformat(premiere))


def test_a_milestone_is_replayed_on_its_day_with_what_was_known_then() -> None:
    started = (dt.date(2020, 9, 1), Milestone("filming-started", 2, dt.date(2020, 9, 1), dt.date(2020, 9, 2)))
    later = (dt.date(2021, 5, 1), Milestone("window-announced", 2, dt.date(2021, 1, 1), dt.date(2022, 1, 1)))
    found = list(milestone_trials(made("a", "2021-10-01", wrap(2, "2021-02-01"), started, later), UNTIL))

    assert [("filming start", 1), ("wrap", 2)] == [(trial.origin, len(trial.case.milestones)) for trial in found]
    assert {dt.date(2021, 10, 1)} == {trial.truth for trial in found}


def test_a_wrap_before_the_season_before_came_is_no_origin() -> None:
    assert [] == list(milestone_trials(made("a", "2021-10-01", wrap(2, "2019-12-01")), UNTIL))


# --- rivals -----------------------------------------------------------------------------------------------------


def others(fold: int, count: int, days: int) -> list[ObservedShow]:
    """Shows of other folds that came back after so many days, twice."""
    names = (f"show {k}" for k in range(10_000))
    picked = [name for name in names if fold_of(name) != fold][:count]
    first = dt.date(2015, 1, 1)
    return [show(name, *((first + dt.timedelta(days=days * k)).isoformat() for k in range(3))) for name in picked]


def trial_of(one: ObservedShow, as_of: str) -> Trial:
    case = case_after(one, one.seasons)
    return Trial(
        origin="finale", show=one.id, case=case, as_of=dt.date.fromisoformat(as_of), truth=None, watched_until=UNTIL
    )


def test_the_last_gap_comes_again_and_the_mean_gap_evens_out() -> None:
    asked = trial_of(show("a", "2015-01-01", "2016-01-01", "2018-01-01"), "2018-01-02")
    rivals = Rivals(fold_of("a"), others(fold_of("a"), 30, 400), [])
    guesses = {name: rivals.guess(name, asked) for name in ("last-gap", "mean-gap", "platform")}
    medians = {name: (g.quantile(0.5) - dt.date(2018, 1, 1)).days for name, g in guesses.items() if g is not None}

    assert {"last-gap": 731, "mean-gap": 548, "platform": 400} == medians


def test_a_rival_knows_how_long_the_wait_has_been() -> None:
    asked = trial_of(show("a", "2018-01-01"), "2018-09-01")
    fold = fold_of("a")
    rivals = Rivals(fold, [*others(fold, 20, 100), *others(fold, 20, 400)], [])
    guess = rivals.guess("platform", asked)

    assert guess is not None
    assert dt.date(2019, 2, 5) == guess.quantile(0.05)


def test_a_rival_does_not_know_the_shows_of_its_own_fold() -> None:
    known = Rivals(fold_of("a"), [show("a", "2018-01-01", "2019-01-01")], [])

    assert None is known.guess("platform", trial_of(show("a", "2018-01-01"), "2018-01-02"))


def test_the_journalists_count_the_lag_of_last_time_from_the_wrap() -> None:
    fold = fold_of("a")
    names = [name for name in (f"show {k}" for k in range(99)) if fold_of(name) != fold][:9]
    productions = [made(name, "2021-12-01", wrap(2, "2021-02-01")) for name in names]
    second = show("a", "2020-01-01", "2021-06-01")
    last_time = Production(show=second, season=2, told=(wrap(2, "2021-02-21"),), premiere=dt.date(2021, 6, 1))
    asked = next(
        milestone_trials(
            Production(show=second, season=3, told=(wrap(3, "2022-02-01"),), premiere=dt.date(2022, 9, 1)), UNTIL
        )
    )
    rivals = Rivals(fold, others(fold, 9, 400), [*productions, last_time])
    same, all_of_them = rivals.guess("same-lag", asked), rivals.guess("all-lags", asked)

    assert {"filming-wrapped": 100} == lags(last_time)
    assert same is not None
    assert all_of_them is not None
    assert (100, 303) == (
        (same.quantile(0.5) - dt.date(2022, 2, 1)).days, (all_of_them.quantile(0.5) - dt.date(2022, 2, 1)).days,
    )  # fmt: skip


# --- the whole --------------------------------------------------------------------------------------------------


def test_a_replay_scores_the_model_beside_its_rivals_at_every_origin() -> None:
    shows = [show(f"s{k}", "2016-06-01", f"2017-{6 + k % 5:02}-01", f"2019-{1 + k % 9:02}-01") for k in range(40)]
    steps: list[tuple[int, int]] = []
    production = Production(
        show=shows[0], season=3, told=(wrap(3, "2018-06-01"),), premiere=shows[0].seasons[2].premiere
    )
    result = backtest(shows, [production], UNTIL, StandIn(), lambda done, of: steps.append((done, of)))

    assert ["finale", "+3 months", "+6 months", "+12 months", "+18 months", "wrap"] == [
        origin.origin for origin in result.origins
    ]
    finale = result.origins[0]
    assert [MODEL, "last-gap", "mean-gap", "platform"] == list(finale.spreads)
    assert {(120, 80)} == {(finale.trials, score.n) for score in finale.spreads.values()}
    assert [12, 24, 36] == list(finale.odds)
    assert pytest.approx(80 / 120) == finale.odds[36].base_rate
    assert (len(steps), len(steps)) == steps[-1]
    assert 40 == result.shows
    assert {"no-milestone", MODEL} <= set(result.origins[-1].spreads)


def test_a_replay_of_nothing_has_no_origins() -> None:
    assert () == backtest([], [], UNTIL, StandIn()).origins


def test_odds_are_judged_only_while_their_horizon_is_ahead() -> None:
    result = backtest([show("a", "2018-01-01"), show("b", "2018-01-01", "2020-06-01")], [], UNTIL, StandIn())

    assert [24, 36] == list(next(origin for origin in result.origins if origin.origin == "+18 months").odds)


# --- reading ----------------------------------------------------------------------------------------------------

SEASONS = (
    "show_id,title,platform,country,type,genres,language,season,premiere,end,episodes,release_days,quality_flags\n"
    "x:1,One,Fox,US,Scripted,Drama|Crime,en,1,2018-01-01,2018-03-01,10,10,\n"
    "x:1,One,Fox,US,Scripted,Drama|Crime,en,2,2019-01-01,,,,\n"
    "x:1,One,Fox,US,Scripted,Drama|Crime,en,3,2018-06-01,,,,not_after_previous_season\n"
    "x:2,Two,Netflix,,,,,1,2020-02-02,,,,netflix_release_date\n"
    "x:2,Two,Netflix,,,,,0,2020-01-02,,,,\n"
    "x:3,Bad,Netflix,,,,,1,soon,,,,\n"
)
MILESTONES = (
    "show,season,platform,country,format,genre,prev_season_premiere,renewal_announced,writing_started,filming_started,"
    "filming_wrapped,release_window_announced_on,release_window_text,date_announced_on,premiere,cancelled_on,notes,urls\n"
    "One,2,FOX,US,scripted-live,crime,2018-01-01,2018-05,,2018-Q3,2018-10-05,2018-11,early 2019,,2019-01-01,,,\n"
    "Other,3,Sky/AMC+,UK/US,reality,dating,2020-03-03,,,2020-09,2020-12,,,,2021-05-05,,fs:planned,\n"
    "Open,2,Netflix,US,scripted-live,drama,2020-03-03,2020-09,,,,,,,,,,\n"
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with gzip.open(tmp_path / "seasons.csv.gz", "wt", encoding="utf-8") as file:
        file.write(SEASONS)
    (tmp_path / "milestones.csv").write_text(MILESTONES, encoding="utf-8")
    return tmp_path


def test_seasons_are_read_and_flawed_rows_left_out(data: Path) -> None:
    one, two = read_seasons(str(data))

    assert ("x:1", "FOX", "US", "Scripted", ("Drama", "Crime")) == (
        one.id,
        one.platform,
        one.country,
        one.type,
        one.genres,
    )
    assert (season(1, "2018-01-01", "2018-03-01").premiere, 10, 10) == (
        one.seasons[0].premiere, one.seasons[0].episodes, one.seasons[0].release_days,
    )  # fmt: skip
    assert [1, 2] == [s.number for s in one.seasons]
    assert [1] == [s.number for s in two.seasons]


def test_milestones_are_joined_to_their_show_and_plans_left_out(data: Path) -> None:
    one, other = read_productions(str(data), read_seasons(str(data)))

    assert "x:1" == one.show.id
    assert [
        ("2018-05-16", "renewed"), ("2018-08-15", "filming-started"), ("2018-10-05", "filming-wrapped"),
        ("2018-11-30", "window-announced"),
    ] == [(day.isoformat(), milestone.kind) for day, milestone in one.told]  # fmt: skip
    assert ("milestones:other", "Sky", "GB", "Reality") == (
        other.show.id, other.show.platform, other.show.country, other.show.type,
    )  # fmt: skip
    assert ["filming-wrapped"] == [milestone.kind for _, milestone in other.told]


def test_a_folder_without_seasons_is_told_and_one_without_milestones_has_none(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"has no seasons\.csv and no seasons\.csv\.gz"):
        read_seasons(str(tmp_path))
    assert [] == read_productions(str(tmp_path), [])


def test_what_was_read_can_be_replayed(data: Path) -> None:
    shows = read_seasons(str(data))
    result = backtest(shows, read_productions(str(data), shows), WHOLE_UNTIL, StandIn())

    assert {"finale", "wrap"} <= {origin.origin for origin in result.origins}


def test_folds_part_the_shows_and_stay_the_same() -> None:
    assert set(range(FOLDS)) == {fold_of(f"x:{k}") for k in range(99)}
    assert 3 == fold_of("x:1")


def test_the_median_of_an_even_number_is_between_the_middle_two() -> None:
    assert (2.5, 2) == (median([4, 1, 2, 3]), median([3, 1, 2]))
