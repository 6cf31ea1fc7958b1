"""Dates as people write and say them: what is heard, what is said, and that one undoes the other."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showstatus.dates import FIRST_DAY, LAST_DAY, on_day, parse_edtf
from showstatus.errors import DateError
from showstatus.spoken import LONGEST, MONTHS, counted, hear, say, say_day, say_months, say_range
from tests.test_dates import EDTF, MAYBE_ABOUT

REFERENCE = dt.date(2023, 9, 1)
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2200, 12, 31))
WORDS = [
    "early", "mid", "late", "spring", "fall", "q3", "quarter", "first", "half", "midseason", "season", "today",
    "yesterday", "aug", "sept.", "may", "3", "3rd", "31", "2023", "2023-24", "23", "2023-07", "9999", "0001", "to",
    "and", "-", "until", "between", "from", "not before", "or later", "or earlier", "by", "after", "before", "about",
    "circa", "the", "of", "in", "thursday", ",", "/", "..", "~", "–",
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        # a third of a year
        ("early 2023", "2023-01/2023-04"),
        ("mid 2023", "2023-05/2023-08"),
        ("mid-2023", "2023-05/2023-08"),
        ("the middle of 2023", "2023-05/2023-08"),
        ("late 2023", "2023-09/2023-12"),
        ("Late-2023", "2023-09/2023-12"),
        ("the end of 2023", "2023-09/2023-12"),
        ("the start of 2023", "2023-01/2023-04"),
        # seasons of the year
        ("spring 2023", "2023-21"),
        ("summer 2023", "2023-22"),
        ("Summer of 2023", "2023-22"),
        ("autumn 2023", "2023-23"),
        ("fall 2023", "2023-23"),
        ("the fall of 2023", "2023-23"),
        ("winter 2024", "2024-24"),
        # quarters and halves
        ("Q1 2023", "2023-33"),
        ("Q2 2023", "2023-34"),
        ("q3 of 2023", "2023-35"),
        ("2023 Q4", "2023-36"),
        ("the 4th quarter of 2023", "2023-36"),
        ("the first quarter of 2023", "2023-33"),
        ("the first half of 2023", "2023-01/2023-06"),
        ("second half of 2023", "2023-07/2023-12"),
        # American television years
        ("midseason 2023–24", "2024-01/2024-05"),
        ("midseason 2023-24", "2024-01/2024-05"),
        ("midseason 2023-2024", "2024-01/2024-05"),
        ("midseason 1999-00", "2000-01/2000-05"),
        ("2023–24 midseason", "2024-01/2024-05"),
        ("midseason 2024", "2024-01/2024-05"),
        ("2023–24 season", "2023/2024"),
        # days
        ("3 August 2023", "2023-08-03"),
        ("August 3, 2023", "2023-08-03"),
        ("Aug 3 2023", "2023-08-03"),
        ("Aug. 3rd, 2023", "2023-08-03"),
        ("3rd of August 2023", "2023-08-03"),
        ("on Thursday, August 3, 2023", "2023-08-03"),
        ("Sept. 1, 2023", "2023-09-01"),
        ("29 February 2024", "2024-02-29"),
        # days whose year the reference day gives
        ("Aug 3", "2023-08-03"),
        ("3 August", "2023-08-03"),
        ("January 5", "2024-01-05"),
        ("Feb 29", "2024-02-29"),
        ("today", "2023-09-01"),
        ("yesterday", "2023-08-31"),
        ("tomorrow", "2023-09-02"),
        # months and years
        ("August 2023", "2023-08"),
        ("in August of 2023", "2023-08"),
        ("Sept 2023", "2023-09"),
        ("2023", "2023"),
        ("in 2023", "2023"),
        ("early August 2023", "2023-08-01/2023-08-10"),
        ("mid-August 2023", "2023-08-11/2023-08-20"),
        ("late February 2024", "2024-02-21/2024-02-29"),
        # stretches
        ("July to October 2023", "2023-07/2023-10"),
        ("July–October 2023", "2023-07/2023-10"),
        ("July - October 2023", "2023-07/2023-10"),
        ("from July to October 2023", "2023-07/2023-10"),
        ("between July and October 2023", "2023-07/2023-10"),
        ("November 2022 to February 2023", "2022-11/2023-02"),
        ("summer to autumn 2023", "2023-22/2023-23"),
        ("2 May to 9 October 2023", "2023-05-02/2023-10-09"),
        ("3 to 9 May 2023", "2023-05-03/2023-05-09"),
        ("mid to late 2023", "2023-05/2023-12"),
        ("late 2023 to early 2024", "2023-09/2024-04"),
        ("2023-07 - 2023-10", "2023-07/2023-10"),
        ("2023 to 2024", "2023/2024"),
        # open
        ("not before January 2024", "2024-01/.."),
        ("not before 2024", "2024/.."),
        ("no earlier than Aug 3", "2023-08-03/.."),
        ("2024 or later", "2024/.."),
        ("from 2024", "2024/.."),
        ("not before early 2024", "2024-01/.."),
        ("after 2023", "2024/.."),
        ("after July 2023", "2023-08/.."),
        ("after 31 July 2023", "2023-08-01/.."),
        ("2024 or earlier", "../2024"),
        ("by summer 2024", "../2024-22"),
        ("no later than 2024", "../2024"),
        ("until 3 May 2024", "../2024-05-03"),
        ("before 2024", "../2023"),
        ("before 3 May 2024", "../2024-05-02"),
        # about
        ("about 2023", "2023~"),
        ("around August 2023", "2023-08~"),
        ("circa 3 August 2023", "2023-08-03~"),
        ("c. 2023", "2023~"),
        ("about early 2023", "2023-01/2023-04"),
        # EDTF itself
        ("2023-08-03", "2023-08-03"),
        ("2023-22", "2023-22"),
        ("2023-07/..", "2023-07/.."),
        ("  2023-07 ", "2023-07"),
    ],
)
def test_how_people_write_dates(text: str, edtf: str) -> None:
    assert parse_edtf(edtf) == hear(text, REFERENCE)
    assert parse_edtf(edtf) == hear(text.upper(), REFERENCE)


@pytest.mark.parametrize(
    ("text", "reference", "edtf"),
    [
        ("Aug 3", "2023-02-04", "2023-08-03"),
        ("Aug 3", "2023-01-01", "2022-08-03"),
        ("Dec 31", "2024-01-02", "2023-12-31"),
        ("Jan 2", "2023-12-31", "2024-01-02"),
    ],
)
def test_a_day_without_a_year_is_the_one_nearest_to_the_reference(text: str, reference: str, edtf: str) -> None:
    assert edtf == hear(text, dt.date.fromisoformat(reference)).edtf


@pytest.mark.parametrize("text", ["Aug 3", "today", "yesterday", "not before Aug 3", "Aug 3 to Aug 5"])
def test_a_day_without_a_year_needs_a_reference(text: str) -> None:
    with pytest.raises(DateError):
        hear(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "   ", "soon", "TBA", "never", "31 February 2023", "Feb 30", "August", "spring", "32 August 2023",
        "midseason 2023-25", "2023-25 season", "October to July 2023", "to 2023", "2023 to", "from", "not before",
        "or later", "q5 2023", "03/08/2023", "3.8.2023", "2023-8-3", "mid", "the", "about", "by by", "next year",
        "1 January 999", "not before ../2024", "after 9998", "before 1000", "a" * LONGEST, "2023 to " * 50,
        "not before " * 1000, "about " * 100_000 + "2023", "season 2", "\x1b[31m2023", "2023\x00",
    ],
)  # fmt: skip
def test_what_names_no_date_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        hear(text, REFERENCE)


def test_two_years_alone_are_edtf_and_mean_a_winter() -> None:
    assert "winter 2023" == say(hear("2023–24"))


@given(
    st.one_of(st.text(max_size=60), st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)), st.none() | st.dates()
)
def test_any_text_is_heard_or_is_a_date_error(text: str, reference: dt.date | None) -> None:
    try:
        date = hear(text, reference)
    except DateError:
        return
    assert date == parse_edtf(date.edtf)


@given(EDTF)
def test_what_is_said_is_heard_again(text: str) -> None:
    date = parse_edtf(text)
    heard = hear(say(date))
    assert (date.start, date.end) == (heard.start, heard.end)


@given(MAYBE_ABOUT)
def test_of_a_single_date_nothing_is_lost_in_saying_it(text: str) -> None:
    assert text == hear(say(parse_edtf(text))).edtf


@given(EDTF)
def test_edtf_is_heard_as_it_is(text: str) -> None:
    assert parse_edtf(text) == hear(text)


@given(DAYS, DAYS)
def test_a_range_of_days_is_heard_again(one: dt.date, other: dt.date) -> None:
    start, end = min(one, other), max(one, other) + dt.timedelta(days=1)
    heard = hear(say_range(start, end))
    assert (start, end) == (heard.start, heard.end)


@given(DAYS)
def test_a_day_is_heard_again_and_never_needs_a_reference(day: dt.date) -> None:
    assert on_day(day) == hear(say_day(day))


@given(DAYS, DAYS)
def test_a_day_and_month_lie_within_half_a_year_of_the_reference(day: dt.date, reference: dt.date) -> None:
    heard = hear(f"{MONTHS[day.month - 1]} {day.day}", reference).start
    assert (day.month, day.day) == (heard.month, heard.day)
    assert abs((heard - reference).days) <= 183 or (day.month, day.day) == (2, 29)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2022-05-20", "20 May 2022"),
        ("2023-08", "August 2023"),
        ("2023", "2023"),
        ("2023-21", "spring 2023"),
        ("2023-24", "winter 2023"),
        ("2023-35", "the third quarter of 2023"),
        ("2023-01/2023-04", "early 2023"),
        ("2023-05/2023-08", "mid 2023"),
        ("2023-09/2023-12", "late 2023"),
        ("2023-07/2023-12", "the second half of 2023"),
        ("2023-07/2023-10", "July to October 2023"),
        ("2022-11/2023-02", "November 2022 to February 2023"),
        ("2023-08-01/2023-08-10", "1 to 10 August 2023"),
        ("2024-01/..", "January 2024 or later"),
        ("../2024", "2024 or earlier"),
        ("2023~", "about 2023"),
    ],
)
def test_how_a_date_is_said(edtf: str, words: str) -> None:
    assert words == say(parse_edtf(edtf))


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2023-05-02", "2023-10-10", "2 May to 9 October 2023"),
        ("2023-05-02", "2023-05-10", "2 to 9 May 2023"),
        ("2023-05-02", "2023-05-03", "2 May 2023"),
        ("2023-12-02", "2024-01-10", "2 December 2023 to 9 January 2024"),
    ],
)
def test_how_a_range_of_days_is_said(start: str, end: str, words: str) -> None:
    assert words == say_range(dt.date.fromisoformat(start), dt.date.fromisoformat(end))


def test_how_an_open_range_of_days_is_said() -> None:
    day = dt.date(2023, 5, 3)
    assert ("until 2 May 2023", "3 May 2023 or later") == (say_range(FIRST_DAY, day), say_range(day, LAST_DAY))


def test_how_months_are_said() -> None:
    day = dt.date.fromisoformat
    assert "May to Oct 2023" == say_months(day("2023-05-02"), day("2023-10-10"))
    assert "Dec 2026 to May 2028" == say_months(day("2026-12-02"), day("2028-05-10"))
    assert "May 2023" == say_months(day("2023-05-02"), day("2023-05-10"))


@given(st.sampled_from(["2023", "in 2023", "about 2023"]))
def test_a_year_is_never_heard_as_its_first_day(text: str) -> None:
    heard = hear(text, REFERENCE)
    assert ("year", 365, "2023") == (heard.precision, heard.days, heard.edtf[:4])
    assert "January" not in say(heard)


def test_one_thing_is_no_plural() -> None:
    assert ["0 days", "1 day", "2 days", "1,200 days"] == [counted(number, "day") for number in (0, 1, 2, 1200)]
