"""When a season is all out: announced, or reckoned from its episodes and the show's rhythm."""

from __future__ import annotations

import datetime as dt

import pytest

from showstatus.completion import AllOut, all_out
from showstatus.report import report
from tests.registries import told

WEEKLY = 'platform = "HBO"\nrelease = "weekly"'
FIRST = (
    'kind = "premiered", season = 1, value = 2023-01-10',
    'kind = "finale", season = 1, value = 2023-03-14',
)
SECOND = 'kind = "premiered", season = 2, value = 2024-05-21'
RENEWED = 'kind = "renewed", season = 2, on = 2023-05-01'


def out(day: str, *claims: str, show: str = WEEKLY) -> AllOut:
    found = _all_out(day, *claims, show=show)
    assert found is not None
    return found


def _all_out(day: str, *claims: str, show: str = WEEKLY) -> AllOut | None:
    return all_out(report(told(*claims, show=show), dt.date.fromisoformat(day)))


def test_an_announced_finale_is_taken_at_its_word() -> None:
    found = out("2024-06-01", *FIRST, SECOND, 'kind = "finale", season = 2, value = 2024-07-30, on = 2024-05-20')

    assert (dt.date(2024, 7, 30), "official") == (found.date, found.basis)
    assert "in 59 days" == found.countdown.words


def test_a_weekly_season_ends_as_many_weeks_after_its_premiere_as_it_has_further_episodes() -> None:
    found = out("2024-06-01", SECOND, 'kind = "episodes", season = 2, value = 8')

    assert dt.date(2024, 5, 21) + dt.timedelta(weeks=7) == found.date
    assert ("reckoned", "8 episodes, one a week.") == (found.basis, found.because)


def test_the_rhythm_of_the_season_before_beats_the_week() -> None:
    """Nine episodes within 63 days: the first two came together, so that eight of the next take 55 days."""
    episodes = [f'kind = "episodes", season = {season}, value = {count}' for season, count in ((1, 9), (2, 8))]
    found = out("2024-06-01", *FIRST, SECOND, *episodes)

    assert dt.date(2024, 5, 21) + dt.timedelta(days=round(63 / 8 * 7)) == found.date
    assert "8 episodes at the rhythm of season 1." == found.because


def test_without_a_number_of_episodes_it_runs_as_long_as_the_season_before() -> None:
    found = out("2024-06-01", *FIRST, SECOND)

    assert dt.date(2024, 7, 23) == found.date
    assert "As long as season 1: 64 days." == found.because


def test_where_nothing_is_known_of_its_length_the_usual_run_is_taken() -> None:
    found = out("2024-06-01", SECOND)

    assert dt.date(2024, 5, 21) + dt.timedelta(days=70) == found.date
    assert "where nothing else is known" in found.because


@pytest.mark.parametrize(
    ("show", "claim"),
    [
        ('release = "all"', 'kind = "date-announced", season = 2, value = 2024-07-04, on = 2024-05-01'),
        ('release = "weekly"', 'kind = "date-announced", film = "F", value = 2024-07-04, on = 2024-05-01'),
    ],
)
def test_what_comes_at_once_is_all_out_on_its_day(show: str, claim: str) -> None:
    order = 'kind = "film-ordered", film = "F", on = 2023-05-01' if "film" in claim else RENEWED
    found = out("2024-06-01", *FIRST, order, claim, show=show)

    assert (dt.date(2024, 7, 4), "official") == (found.date, found.basis)


def test_an_estimated_season_is_all_out_its_length_after_the_window() -> None:
    entry = told(*FIRST, RENEWED, show=WEEKLY)
    made = report(entry, dt.date(2023, 6, 1))
    assert made.next is not None
    assert made.next.window is not None
    found = all_out(made)
    assert found is not None

    length = dt.timedelta(days=63)
    assert (made.next.window.start + length, made.next.window.end + length) == (found.start, found.end)
    assert ("estimated", None) == (found.basis, found.date)


def test_a_season_in_parts_is_all_out_with_its_last_part() -> None:
    found = out(
        "2024-06-01",
        *FIRST,
        'kind = "split", season = 2, parts = ["A", "B"], on = 2024-01-01',
        'kind = "premiered", season = 2, part = 1, value = 2024-05-21',
        'kind = "date-announced", season = 2, part = 2, value = 2024-07-04, on = 2024-05-01',
        show='release = "batches"',
    )

    assert ("season 2 part 2", dt.date(2024, 7, 4), "official") == (str(found.instalment), found.date, found.basis)


def test_a_last_part_without_a_date_leaves_it_open() -> None:
    split = 'kind = "split", season = 2, parts = ["A", "B", "C"], on = 2024-01-01'
    part = 'kind = "premiered", season = 2, part = 1, value = 2024-05-31'

    assert None is _all_out("2024-05-31", RENEWED, split, part, show='release = "batches"')


def test_batches_nobody_has_numbered_run_as_long_as_those_before() -> None:
    before = (
        'kind = "split", season = 1, parts = ["A", "B"], on = 2022-01-01',
        'kind = "premiered", season = 1, part = 1, value = 2023-01-10',
        'kind = "premiered", season = 1, part = 2, value = 2023-02-07',
    )
    date = 'kind = "date-announced", season = 2, value = 2024-07-04, on = 2024-05-01'

    assert dt.date(2024, 8, 1) == out("2024-06-01", *before, RENEWED, date, show='release = "batches"').date
    assert None is _all_out("2024-06-01", *FIRST[:1], RENEWED, date, show='release = "batches"')


def test_nothing_that_comes_is_nothing_to_wait_for() -> None:
    assert None is _all_out("2023-06-01", *FIRST)


def test_a_reckoned_end_that_has_passed_is_not_told() -> None:
    assert None is _all_out("2024-07-25", *FIRST, SECOND)
