"""What production says of the premiere: which fact counts, and what moves the lag from it."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import replace

import pytest

from showstatus.forecast.features import Case, Milestone, OwnLag, PastSeason
from showstatus.forecast.production import Lead, Leads, fact_of, lag_density, production_density, start_of

DAY = dt.timedelta(1)
LEAD = Lead(
    centre=math.log(240), scale=0.3, platforms={"netflix": 0.1}, genres={"comedy": -0.2}, drift=0.0, alike=0.3, kept=1.0
)
CASE = Case("Netflix", "GB", "Scripted", "en", ("Drama",), (PastSeason(1, dt.date(2022, 4, 22)),))


def fact(kind: str, day: str, days: int = 1) -> Milestone:
    start = dt.date.fromisoformat(day)
    return Milestone(kind, 2, start, start + days * DAY)


WRAP = fact("filming-wrapped", "2022-12-02")


def median(case: Case, told: Milestone = WRAP) -> float:
    """The lag by which half of the probability is used up."""
    density, start = lag_density(case, told, LEAD), told.start.toordinal()
    masses = [density(start + lag) for lag in range(1, 4000)]
    gone = 0.0
    return next(lag for lag, mass in enumerate(masses, 1) if (gone := gone + mass) >= sum(masses) / 2)


def test_the_wrap_tells_more_than_the_start_of_filming_and_that_more_than_the_order() -> None:
    facts = [fact("renewed", "2022-05-20"), fact("filming-started", "2022-09-01"), WRAP]
    told = [fact_of(replace(CASE, milestones=tuple(facts[:count]))) for count in (1, 2, 3)]
    assert facts == told


def test_post_production_is_read_as_a_wrap_where_none_is_known() -> None:
    post = fact("post-production", "2023-01-11")
    assert (post, WRAP) == (fact_of(replace(CASE, milestones=(post,))), fact_of(replace(CASE, milestones=(WRAP, post))))


def test_an_order_ahead_of_the_season_before_tells_nothing_of_the_day() -> None:
    ahead = fact("renewed", "2022-04-01")
    assert fact_of(replace(CASE, milestones=(ahead,))) is None


def test_on_a_network_that_fills_the_same_slot_every_year_filming_tells_nothing_of_the_day() -> None:
    assert fact_of(replace(CASE, platform="NBC", milestones=(WRAP,))) is None


def test_the_median_is_the_centre_moved_by_platform_and_genre() -> None:
    elsewhere = replace(CASE, platform="Nowhere+", genres=())
    assert [240, 240 * math.exp(0.1), 240 * math.exp(-0.1)] == pytest.approx(
        [median(elsewhere), median(CASE), median(replace(CASE, genres=("Comedy",)))], abs=2
    )


def test_a_show_that_took_longer_before_is_expected_later() -> None:
    slow, slower = (replace(CASE, own=(OwnLag("filming-wrapped", 1, days),)) for days in (400, 600))
    assert median(CASE) < median(slow) < median(slower)


def test_a_wrap_that_is_known_to_a_year_leaves_the_lag_wider() -> None:
    day, year = (lag_density(CASE, told, LEAD) for told in (WRAP, fact("filming-wrapped", "2022-06-03", 365)))
    peaks = [max(density(WRAP.start.toordinal() + lag) * lag for lag in range(1, 900)) for density in (day, year)]
    far = [density(WRAP.start.toordinal() + 600) * 600 for density in (day, year)]
    assert far[0] / peaks[0] < far[1] / peaks[1]


LEADS = Leads({"filming-wrapped": LEAD, "filming-started": replace(LEAD, centre=math.log(330))}, 0.3, 0.8, (0.7, 0.4))
START = fact("filming-started", "2022-09-01", 30)


def peak(case: Case) -> int:
    """The lag from the wrap that is likeliest."""
    density, start = production_density(case, WRAP, LEADS), WRAP.start.toordinal()
    return max(range(1, 900), key=lambda lag: density(start + lag))


def test_after_the_wrap_the_start_of_filming_tells_a_little_more() -> None:
    alone, both, earlier = (
        replace(CASE, milestones=told)
        for told in ((WRAP,), (START, WRAP), (fact("filming-started", "2022-06-01"), WRAP))
    )
    assert START == start_of(both, WRAP)
    assert peak(earlier) < peak(both)
    assert peak(alone) != peak(both)


def test_a_start_after_the_wrap_or_without_one_tells_nothing_more() -> None:
    later = replace(CASE, milestones=(WRAP, fact("filming-started", "2023-01-01")))
    assert None is start_of(later, WRAP)
    assert None is start_of(replace(CASE, milestones=(START,)), START)


def test_nothing_comes_before_the_fact() -> None:
    assert 0.0 == lag_density(CASE, WRAP, LEAD)(WRAP.start.toordinal())
