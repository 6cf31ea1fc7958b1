"""What falls into a stretch of days, and which group of a list a show belongs to."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showstatus.agenda import GROUPS, agenda, chance, group
from showstatus.claims import Instalment
from showstatus.dates import ONE_DAY
from showstatus.spans import Span

TODAY = dt.date(2024, 6, 12)  # a Wednesday
LEVELS = ("0.05", "0.1", "0.25", "0.5", "0.75", "0.9", "0.95")
SHOW = {"title": "X", "qualifier": None}


def row(**told: Any) -> dict[str, Any]:
    known = {"stage": "ordered", "decision": "renewed", "next_kind": "season", "date": None, "window_median": None}
    return {**SHOW, **known, **told}


def span(what: str, first: str, last: str, *, exact: bool = True) -> Span:
    return Span(
        what=what,
        instalment=Instalment(2),
        label=None,
        start=dt.date.fromisoformat(first),
        end=dt.date.fromisoformat(last) + ONE_DAY,
        starts_on_day=exact,
        ends_on_day=exact,
        quantiles={},
    )


@pytest.mark.parametrize(
    ("expected", "told"),
    [
        ("on now", {"stage": "airing", "date": "2024-05-01"}),
        ("this week", {"date": "2024-06-12"}),
        ("this week", {"date": "2024-06-18"}),
        ("this month", {"date": "2024-06-19"}),
        ("this month", {"window_median": "2024-06-30"}),
        ("later this year", {"date": "2024-07-01"}),
        ("later this year", {"window_median": "2024-12-31"}),
        ("next year", {"date": "2025-01-01"}),
        ("some day", {"date": "2026-01-01"}),
        ("some day", {}),
        ("later this year", {"decision": "cancelled", "date": "2024-09-01"}),
        ("ended or decided against", {"decision": "cancelled", "next_kind": None}),
        ("ended or decided against", {"decision": "ended", "next_kind": None}),
        ("ended or decided against", {"decision": "limited", "next_kind": None}),
        ("not decided", {"decision": "pending", "next_kind": None}),
        ("not decided", {"decision": "unknown", "next_kind": None}),
        ("some day", {"decision": "renewed", "next_kind": None}),
    ],
)
def test_a_show_stands_in_the_group_of_its_day(expected: str, told: dict[str, Any]) -> None:
    assert expected == group(row(**told), TODAY)
    assert expected in GROUPS


def test_certain_days_are_premieres_and_finales() -> None:
    spans = [span("season", "2024-06-03", "2024-06-24"), span("season", "2024-07-05", "2024-07-05")]
    found = agenda([(SHOW, spans)], dt.date(2024, 6, 1), dt.date(2024, 8, 1), TODAY)

    assert [("2024-06-03", "premiere"), ("2024-06-24", "finale"), ("2024-07-05", "premiere")] == [
        (event.day.isoformat(), event.what) for event in found.events
    ]


def test_what_is_not_exact_falls_on_no_day() -> None:
    spans = [
        span("season", "2024-06-03", "2024-06-24", exact=False),
        span("announced", "2024-06-01", "2024-06-30", exact=False),
        span("filming", "2024-06-02", "2024-06-20"),
    ]

    assert () == agenda([(SHOW, spans)], dt.date(2024, 6, 1), dt.date(2024, 7, 1), TODAY).events


def test_an_announced_day_is_a_premiere_in_its_month_only() -> None:
    spans = [span("announced", "2024-06-20", "2024-06-20")]

    assert 1 == len(agenda([(SHOW, spans)], dt.date(2024, 6, 1), dt.date(2024, 7, 1), TODAY).events)
    assert () == agenda([(SHOW, spans)], dt.date(2024, 7, 1), dt.date(2024, 8, 1), TODAY).events


def spread(*days: int) -> dict[str, dt.date]:
    return {level: TODAY + day * ONE_DAY for level, day in zip(LEVELS, days, strict=True)}


def test_half_of_the_probability_lies_in_the_middle_half() -> None:
    quantiles = spread(10, 20, 30, 40, 50, 60, 70)
    middle = chance(quantiles, TODAY + 31 * ONE_DAY, TODAY + 51 * ONE_DAY, TODAY)

    assert pytest.approx(0.5) == middle


def test_the_days_before_the_lowest_quantile_share_its_probability() -> None:
    quantiles = spread(9, 20, 30, 40, 50, 60, 70)

    assert pytest.approx(0.005) == chance(quantiles, TODAY, TODAY + ONE_DAY, TODAY)


def test_any_of_two_even_chances_is_likelier_than_either() -> None:
    window = Span(
        what="window",
        instalment=Instalment(2),
        label=None,
        start=TODAY,
        end=TODAY + 8 * ONE_DAY,
        starts_on_day=False,
        ends_on_day=False,
        quantiles=spread(0, 0, 0, 0, 0, 0, 0),
    )
    one = agenda([(SHOW, [window])], TODAY, TODAY + ONE_DAY, TODAY)
    two = agenda([(SHOW, [window]), (SHOW, [window])], TODAY, TODAY + ONE_DAY, TODAY)

    assert pytest.approx(0.95) == one.odds[TODAY]
    assert pytest.approx(1 - 0.05**2) == two.odds[TODAY]


DAYS = st.lists(st.integers(0, 2000), min_size=7, max_size=7).map(sorted)


@given(DAYS, st.lists(st.integers(-500, 3000), min_size=2, max_size=8).map(sorted))
def test_the_chances_of_stretches_add_up_to_that_of_all(days: list[int], cuts: list[int]) -> None:
    quantiles = spread(*days)
    at = [TODAY + cut * ONE_DAY for cut in cuts]
    parts = [chance(quantiles, first, last, TODAY) for first, last in itertools.pairwise(at)]

    assert all(part >= 0 for part in parts)
    assert pytest.approx(chance(quantiles, at[0], at[-1], TODAY)) == sum(parts)


@given(DAYS)
def test_everything_up_to_the_highest_quantile_has_its_level(days: list[int]) -> None:
    quantiles = spread(*days)

    assert pytest.approx(0.95) == chance(quantiles, TODAY, TODAY + 2001 * ONE_DAY, TODAY)
    assert 0 == chance(quantiles, TODAY - 100 * ONE_DAY, TODAY, TODAY)
