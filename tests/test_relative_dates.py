"""What dates mean that are said from where the speaker stands."""

from __future__ import annotations

import contextlib
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showstatus.errors import DateError
from showstatus.relative_dates import hear_near

WEDNESDAY = dt.date(2023, 1, 11)


@pytest.mark.parametrize(
    ("words", "tense", "meant"),
    [
        ("today", "", "2023-01-11"),
        ("Earlier today", "", "2023-01-11"),
        ("yesterday", "", "2023-01-10"),
        ("last Friday", "past", "2023-01-06"),
        ("on Friday", "past", "2023-01-06"),
        ("Friday", "future", "2023-01-13"),
        ("Wednesday", "past", "2023-01-11"),
        ("last Wednesday", "past", "2023-01-04"),
        ("earlier this year", "past", "2023"),
        ("later this year", "future", "2023"),
        ("last year", "", "2022"),
        ("next year", "", "2024"),
        ("early next year", "future", "2024-01/2024-04"),
        ("late last year", "past", "2022-09/2022-12"),
        ("last month", "past", "2022-12"),
        ("this week", "", "2023-01-09/2023-01-15"),
        ("two days ago", "past", "2023-01-09"),
        ("three weeks ago", "past", "2022-12"),
        ("a fortnight ago", "past", "2022-12"),
        ("this Sunday", "", "2023-01-15"),
        ("this Wednesday", "future", "2023-01-11"),
        ("next weekend", "future", "2023-01-21/2023-01-22"),
        ("this past weekend", "past", "2023-01-07/2023-01-08"),
        ("on the 9th", "past", "2023-01-09"),
        ("the 9th", "future", "2023-02-09"),
        ("the 31st", "past", "2022-12-31"),
        ("last winter", "past", "2022-24"),
        ("last January", "past", "2022-01"),
        ("five months ago", "past", "2022-08"),
        ("two years ago", "past", "2021"),
        ("in May", "past", "2022-05"),
        ("in May", "future", "2023-05"),
        ("in December", "", "2022-12"),
        ("late April", "future", "2023-04-21/2023-04-30"),
        ("in the fall", "future", "2023-23"),
        ("this fall", "", "2023-23"),
        ("next spring", "future", "2023-21"),
        ("last summer", "past", "2022-22"),
        ("early summer 2024", "", "2024-06"),
        ("Christmas Day", "future", "2023-12-25"),
        ("Aug 3", "", "2022-08-03"),
        ("May 2022", "", "2022-05"),
    ],
)
def test_a_date_is_told_from_the_day_it_was_said(words: str, tense: str, meant: str) -> None:
    assert meant == hear_near(words, WEDNESDAY, tense).edtf


@pytest.mark.parametrize(
    "words", ["today", "last Friday", "this fall", "next year", "in May", "two weeks ago", "Aug 3"]
)
def test_without_that_day_it_has_no_meaning(words: str) -> None:
    with pytest.raises(DateError):
        hear_near(words, None)


@pytest.mark.parametrize("words", ["early summer 2024", "Halloween 2022", "spring 2026", "3 March 2021"])
def test_a_year_of_its_own_is_enough(words: str) -> None:
    assert hear_near(words, None) == hear_near(words, WEDNESDAY)


@pytest.mark.parametrize("words", ["yesterday", "last Friday", "last spring", "two weeks ago", "last weekend"])
def test_a_step_back_from_the_first_year_is_no_date(words: str) -> None:
    with pytest.raises(DateError):
        hear_near(words, dt.date(1000, 1, 1))


@given(
    st.sampled_from(["year", "month", "week", "spring", "winter", "May", "Sunday"]),
    st.dates(dt.date(1900, 1, 1), dt.date(2900, 1, 1)),
)
def test_last_is_never_behind_next(what: str, day: dt.date) -> None:
    assert hear_near(f"last {what}", day).start <= hear_near(f"next {what}", day).start


@given(st.text(max_size=40), st.one_of(st.none(), st.dates()), st.sampled_from(["", "past", "future"]))
def test_any_words_are_a_date_or_a_date_error(words: str, day: dt.date | None, tense: str) -> None:
    with contextlib.suppress(DateError):
        hear_near(words, day, tense)
