"""The rivals of a backtest do not peek, and guess what they are named after."""

from __future__ import annotations

import datetime as dt

from showstatus.forecast.origins import ObservedShow, Production, Trial, case_after, milestone_trials
from showstatus.forecast.rivals import FOLDS, Rivals, fold_of, lags
from tests.observed import UNTIL, made, show, wrap


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


def test_folds_part_the_shows_and_stay_the_same() -> None:
    assert set(range(FOLDS)) == {fold_of(f"x:{k}") for k in range(99)}
    assert 3 == fold_of("x:1")
