"""What comes next where several things are on order, and what a cancellation leaves of a split season."""

from __future__ import annotations

import datetime as dt

import pytest

from showstatus.status import silent_from
from tests.asking import on
from tests.registries import told

ANNUAL = 'kind = "premiered", season = 37, value = "2025-09-28"'
RENEWED = 'kind = "renewed", season = 38, on = 2025-04-02, by = "Netflix"'


def test_a_season_without_a_date_stands_before_a_film_far_ahead() -> None:
    show = told(
        ANNUAL,
        RENEWED,
        'kind = "date-announced", film = "The Movie", value = "2027-07-23", on = 2025-10-01, by = "Netflix"',
    )

    assert "season 38" == str(on(show, "2026-06-01").next)


def test_a_film_that_comes_soon_stands_before_a_season_without_a_date() -> None:
    show = told(
        ANNUAL,
        RENEWED,
        'kind = "date-announced", film = "The Movie", value = "2026-07-01", on = 2025-10-01, by = "Netflix"',
    )

    assert "the film The Movie" == str(on(show, "2026-06-01").next)


@pytest.mark.parametrize(
    ("film", "first"),
    [("2026-09-27", "the film The Movie"), ("2026-09-28", "season 38"), ("2026-10-20", "season 38")],
)
def test_a_season_without_a_date_is_expected_a_year_after_the_last_premiere(film: str, first: str) -> None:
    dated = f'kind = "date-announced", film = "The Movie", value = "{film}", on = 2025-10-01, by = "Netflix"'

    assert first == str(on(told(ANNUAL, RENEWED, dated), "2026-06-01").next)


@pytest.mark.parametrize(
    ("end", "silent"),
    [
        ("2020-02-29", "2023-02-28"),
        ("9994-12-31", "9997-12-31"),
        ("9995-01-01", "9999-12-31"),
        ("9998-12-31", "9999-12-31"),
    ],
)
def test_a_show_falls_silent_three_years_after_its_end_as_far_as_the_calendar_goes(end: str, silent: str) -> None:
    assert silent == silent_from(dt.date.fromisoformat(end)).isoformat()


SPLIT = (
    'kind = "split", season = 1, parts = ["Part 1", "Part 2"], on = 2021-01-01',
    'kind = "premiered", season = 1, part = 1, value = "2021-04-11"',
    'kind = "finale", season = 1, part = 1, value = "2021-05-16"',
    'kind = "cancelled", on = 2022-12-13, by = "Netflix"',
)


def test_the_part_that_had_not_begun_goes_with_a_cancelled_show() -> None:
    stand = on(told(*SPLIT), "2023-01-01")

    assert ("cancelled", (), None) == (stand.decision, stand.confirmed, stand.next)


def test_a_part_that_is_dated_still_comes_after_a_cancellation() -> None:
    dated = 'kind = "date-announced", season = 1, part = 2, value = "2023-02-13", on = 2023-01-05, by = "Netflix"'
    stand = on(told(*SPLIT, dated), "2023-02-01")

    assert ("cancelled", (1,), "season 1 part 2") == (stand.decision, stand.confirmed, str(stand.next))
