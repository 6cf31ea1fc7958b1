"""What is told though it is no change: a premiere soon, an estimate that moved by much; each of them once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showstatus.ledger.book import Entry
from showstatus.occasions import is_told_by, premieres, window_moves
from showstatus.views.news import sentence
from tests.registries import told

OUT = 'kind = "premiered", season = 1, value = "2023-01-05"'
RENEWED = 'kind = "renewed", season = 2, on = "2023-02-01"'
DATED = 'kind = "date-announced", season = 2, value = "2024-07-20", on = "2024-02-01"'
SHOW = 'platform = "Netflix"\nrelease = "all"'


class Person:
    """Somebody who is told of what comes, on whatever days they can be reached."""

    def __init__(self, *days: int) -> None:
        self.days = days
        self.told: dict[str, str] = {}
        self.since = dt.date(2024, 1, 1)

    def hear(self, entry: Entry, day: dt.date) -> list[str]:
        """What is told on a day, without the title."""
        found = [*premieres(entry, self.days, self.told, self.since, day)]
        for one in found:
            self.told |= one.remember
        self.since = day
        return [sentence(one.change).partition(": ")[2] for one in found if one.change is not None]


def july(day: int) -> dt.date:
    return dt.date(2024, 6, 30) + dt.timedelta(day)


def heard(person: Person, days: Sequence[int], *claims: str, show: str = SHOW) -> dict[int, list[str]]:
    """What is told on each of these days of July on which something is."""
    entry = told(OUT, RENEWED, *claims, show=show)
    found = [(day, person.hear(entry, july(day))) for day in days]
    return {day: said for day, said in found if said}


def test_a_premiere_is_told_once_for_each_number_of_days() -> None:
    said = heard(Person(7, 1, 0), range(1, 32), DATED)
    assert {
        13: ["season 2 comes in 7 days, on 20 July 2024."],
        19: ["season 2 comes tomorrow, 20 July 2024."],
        20: ["season 2 comes today, 20 July 2024."],
    } == said


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ([1, 15, 16], {15: ["season 2 comes in 5 days, on 20 July 2024."]}),
        ([1, 19], {19: ["season 2 comes tomorrow, 20 July 2024."]}),
        ([1, 25, 26], {25: ["season 2 came on 20 July 2024."]}),
        ([19, 1, 13, 19, 25], {19: ["season 2 comes tomorrow, 20 July 2024."]}),
    ],
)
def test_missed_runs_and_a_clock_that_jumps_back_neither_lose_nor_repeat_it(
    days: list[int], said: dict[int, list[str]]
) -> None:
    assert said == heard(Person(7, 1), days, DATED)


def test_somebody_new_is_not_told_what_had_come() -> None:
    person = Person(7)
    person.since = july(25)
    assert {} == heard(person, [25, 26], DATED)


def test_a_clock_that_was_ahead_hides_nothing_that_still_comes() -> None:
    person = Person(7)
    person.since = july(25)
    assert {13: ["season 2 comes in 7 days, on 20 July 2024."]} == heard(person, [13, 14], DATED)


def test_a_day_that_moved_is_another_occasion_and_one_that_moved_back_is_not() -> None:
    later = 'kind = "date-announced", season = 2, value = "2024-07-27", on = "2024-07-14"'
    back = 'kind = "date-announced", season = 2, value = "2024-07-20", on = "2024-07-16"'
    person = Person(7)
    assert {13: ["season 2 comes in 7 days, on 20 July 2024."]} == heard(person, [13], DATED)
    assert {} == heard(person, [14, 15], DATED, later)
    assert {} == heard(person, [16, 17, 20], DATED, later, back)
    assert {20: ["season 2 comes in 7 days, on 27 July 2024."]} == heard(person, [20, 21], DATED, later)


def test_what_was_called_off_is_not_told() -> None:
    assert {} == heard(Person(7), range(1, 32), DATED, 'kind = "cancelled", on = "2024-07-02"')


def test_every_part_special_and_film_is_told() -> None:
    said = heard(
        Person(2),
        range(1, 32),
        'kind = "split", season = 2, parts = ["One", "Two"], on = "2024-02-01"',
        'kind = "date-announced", season = 2, part = 1, value = "2024-07-10", on = "2024-02-01"',
        'kind = "date-announced", season = 2, part = 2, value = "2024-07-20", on = "2024-02-01"',
        'kind = "film-ordered", film = "The End", on = "2024-02-01"',
        'kind = "date-announced", film = "The End", value = "2024-07-30", on = "2024-02-01"',
    )
    assert {
        8: ["season 2 part 1 comes in 2 days, on 10 July 2024."],
        18: ["season 2 part 2 comes in 2 days, on 20 July 2024."],
        28: ["the film The End comes in 2 days, on 30 July 2024."],
    } == said


def test_a_season_that_turns_out_to_come_in_parts_is_not_told_again() -> None:
    person = Person(7)
    heard(person, [13], DATED)
    split = 'kind = "split", season = 2, parts = ["One", "Two"], on = "2024-07-14"'
    assert {} == heard(person, [14, 15], DATED, split)


@given(st.lists(st.integers(1, 40), min_size=1), st.sets(st.integers(0, 15), min_size=1))
def test_whatever_the_days_of_its_runs_nothing_is_told_twice(days: list[int], numbers: set[int]) -> None:
    said = [one for day in heard(Person(*numbers), days, DATED).values() for one in day]
    assert len(said) <= len(numbers)
    assert len(said) == len(set(said))


class TestWindow:
    """Claims that moved an estimate by more than so many days, since it was last told."""

    EARLY = 'kind = "filming-wrapped", season = 2, value = "2024-01-10", on = "2024-01-10"'
    DAY = dt.date(2024, 3, 1)

    def test_a_first_look_is_the_base(self) -> None:
        found = window_moves(told(OUT, RENEWED), 30, {}, self.DAY)
        assert found is not None
        assert found.change is None
        assert None is window_moves(told(OUT, RENEWED), 30, found.remember, self.DAY + dt.timedelta(300))

    def test_it_is_told_once_where_it_moved_by_more(self) -> None:
        base = window_moves(told(OUT, RENEWED), 30, {}, self.DAY)
        assert base is not None
        moved = window_moves(told(OUT, RENEWED, self.EARLY), 30, base.remember, self.DAY)
        assert moved is not None
        assert moved.change is not None
        assert sentence(moved.change).partition(": ")[2].startswith("season 2 is now estimated for ")
        assert None is window_moves(told(OUT, RENEWED, self.EARLY), 30, moved.remember, self.DAY)

    def test_where_it_moved_by_less_the_next_move_is_counted_from_the_same_base(self) -> None:
        base = window_moves(told(OUT, RENEWED), 30, {}, self.DAY)
        assert base is not None
        assert None is window_moves(told(OUT, RENEWED, self.EARLY), 999, base.remember, self.DAY)

    @pytest.mark.parametrize("more", [DATED, 'kind = "cast", season = 2, cast = [{ actor = "A" }], on = "2024-02-01"'])
    def test_a_day_that_is_announced_and_what_moves_nothing_make_a_new_base(self, more: str) -> None:
        base = window_moves(told(OUT, RENEWED), 30, {}, self.DAY)
        assert base is not None
        found = window_moves(told(OUT, RENEWED, more), 30, base.remember, self.DAY)
        assert found is not None
        assert (None, False) == (found.change, found.remember == base.remember)


@pytest.mark.parametrize(
    ("kind", "season", "value", "told_by"),
    [("date", 2, "2024-07-20", True), ("date", 2, "2024-07-21", False), ("date", 3, "2024-07-20", False),
     ("stage", 2, "airing", True), ("stage", 2, "filming", False)],
)  # fmt: skip
def test_what_a_change_says_already_need_not_be_said(kind: str, season: int, value: str, *, told_by: bool) -> None:
    from showstatus.changes import Change
    from showstatus.claims import Instalment

    (soon,) = premieres(told(OUT, RENEWED, DATED), [7], {}, july(1), july(20))
    change = Change(day="2024-07-20", slug="x", title="X", what=kind, about=Instalment(season), after=value)
    assert soon.change is not None
    assert told_by == is_told_by(soon.change, change)
