"""Partial dates: what each form of the EDTF subset covers, and that nothing is more exact than it was said."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from showstatus.dates import (
    FIRST_DAY,
    FIRST_YEAR,
    LAST_DAY,
    LAST_YEAR,
    ONE_DAY,
    PartialDate,
    add_months,
    on_day,
    parse_edtf,
)
from showstatus.errors import DateError, UsageError

YEARS = st.integers(FIRST_YEAR, LAST_YEAR)
DAYS = st.dates(dt.date(FIRST_YEAR, 1, 1), dt.date(LAST_YEAR, 12, 31))
MONTHS = st.builds("{:04}-{:02}".format, YEARS, st.integers(1, 12))
SUB_YEARS = st.builds("{:04}-{:02}".format, YEARS, st.sampled_from([21, 22, 23, 24, 33, 34, 35, 36]))
SIMPLE = st.one_of(YEARS.map("{:04}".format), MONTHS, SUB_YEARS, DAYS.map(dt.date.isoformat))
MAYBE_ABOUT = st.builds(str.__add__, SIMPLE, st.sampled_from(["", "~"]))


@st.composite
def intervals(draw: st.DrawFn) -> str:
    first, last = draw(MAYBE_ABOUT), draw(MAYBE_ABOUT)
    if parse_edtf(first).start >= parse_edtf(last).end:
        first, last = last, first
    assume(parse_edtf(first).start < parse_edtf(last).end)
    return f"{first}/{last}"


OPEN = st.one_of(MAYBE_ABOUT.map("{}/..".format), MAYBE_ABOUT.map("../{}".format))
EDTF = st.one_of(MAYBE_ABOUT, intervals(), OPEN)


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("2023", "2023-01-01", "2024-01-01", "year"),
        ("2023-07", "2023-07-01", "2023-08-01", "month"),
        ("2023-12", "2023-12-01", "2024-01-01", "month"),
        ("2023-08-03", "2023-08-03", "2023-08-04", "day"),
        ("2024-02-29", "2024-02-29", "2024-03-01", "day"),
        ("2023-21", "2023-03-01", "2023-06-01", "season"),
        ("2023-22", "2023-06-01", "2023-09-01", "season"),
        ("2023-23", "2023-09-01", "2023-12-01", "season"),
        ("2023-24", "2023-01-01", "2023-03-01", "season"),
        ("2023-33", "2023-01-01", "2023-04-01", "quarter"),
        ("2023-34", "2023-04-01", "2023-07-01", "quarter"),
        ("2023-35", "2023-07-01", "2023-10-01", "quarter"),
        ("2023-36", "2023-10-01", "2024-01-01", "quarter"),
        ("2023~", "2023-01-01", "2024-01-01", "year"),
        ("2023-07/2023-10", "2023-07-01", "2023-11-01", "interval"),
        ("2023-08-03/2023-08-05", "2023-08-03", "2023-08-06", "interval"),
        ("2023/2024-03", "2023-01-01", "2024-04-01", "interval"),
        ("2023-22/2024", "2023-06-01", "2025-01-01", "interval"),
    ],
)
def test_a_date_covers_a_half_open_range(text: str, start: str, end: str, precision: str) -> None:
    date = parse_edtf(text)
    assert (text, start, end, precision) == (
        date.edtf,
        date.start.isoformat(),
        date.end.isoformat(),
        date.precision,
    )


def test_an_open_end_reaches_to_the_last_day_there_is() -> None:
    assert PartialDate("2023-07/..", dt.date(2023, 7, 1), LAST_DAY, "interval") == parse_edtf("2023-07/..")


def test_an_open_beginning_reaches_back_to_the_first_day_there_is() -> None:
    assert PartialDate("../2024", FIRST_DAY, dt.date(2025, 1, 1), "interval") == parse_edtf("../2024")


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "..", "/", "../..", "2023/", "/2023", "202", "20233", "0999", "9999", "0000-01-01", "2023-", "2023-7",
        "2023-00", "2023-13", "2023-20", "2023-25", "2023-32", "2023-37", "2023-99", "2023-02-29", "2023-01-32",
        "2023-01-00", "2023-21-01", "2023-10/2023-07", "2024/2023", "2023/2024/2025", "2023?", "2023%", "~2023",
        "2023~~", "-2023", "+2023", "2023-08-03T10:00", " 2023", "2023 ", "2023\n", "２０２３", "٢٠٢٣", "2023-8-3",
        "20230803", "2023.08.03", "today", "2023-08-03/..~",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        parse_edtf(text)


def test_a_bad_date_is_a_mistake_of_usage_and_of_value() -> None:
    assert (True, True) == (issubclass(DateError, UsageError), issubclass(DateError, ValueError))


@given(st.one_of(st.text(), st.text("0123456789-/.~ ", max_size=24)))
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    try:
        date = parse_edtf(text)
    except DateError:
        return
    assert text == date.edtf


@given(EDTF)
def test_what_was_said_is_what_is_kept(text: str) -> None:
    assert (text, text) == (parse_edtf(text).edtf, str(parse_edtf(text)))


@given(EDTF)
def test_every_range_holds_a_day_and_its_end_is_outside(text: str) -> None:
    date = parse_edtf(text)
    assert date.start < date.end
    assert date.covers(date.start)
    assert date.covers(date.middle)
    assert not date.covers(date.end)
    assert date.end == LAST_DAY or date.covers(date.last)
    assert (date.end - date.start).days == date.days


@given(EDTF, EDTF)
def test_lying_within_is_overlapping_and_being_no_longer(first: str, second: str) -> None:
    one, other = parse_edtf(first), parse_edtf(second)
    assert one.overlaps(other) == other.overlaps(one)
    if one.within(other):
        assert one.overlaps(other)
        assert one.days <= other.days


@given(EDTF)
def test_a_range_is_within_and_overlaps_itself(text: str) -> None:
    date = parse_edtf(text)
    assert date.within(date)
    assert date.overlaps(date)


@given(DAYS)
def test_two_days_in_a_row_do_not_overlap(day: dt.date) -> None:
    assume(day.year < LAST_YEAR)
    assert not on_day(day).overlaps(on_day(day + ONE_DAY))


@given(DAYS)
def test_one_day_is_what_its_iso_form_means(day: dt.date) -> None:
    assert parse_edtf(day.isoformat()) == on_day(day)


@given(EDTF)
def test_only_one_whole_day_said_exactly_is_a_day(text: str) -> None:
    date = parse_edtf(text)
    assert date.is_day == (len(text) == len("2023-08-03") and text.count("-") == 2)


@given(st.one_of(YEARS.map("{:04}".format), MONTHS, SUB_YEARS))
def test_a_year_a_month_or_a_season_is_never_its_first_day(text: str) -> None:
    date = parse_edtf(text)
    assert date.start.isoformat() not in str(date)
    assert not date.is_day
    assert date.days >= 28
    assert date.middle != date.start


@given(MAYBE_ABOUT)
def test_a_circa_changes_no_day(text: str) -> None:
    plain = parse_edtf(text.rstrip("~"))
    about = parse_edtf(plain.edtf + "~")
    assert (plain.start, plain.end, plain.precision) == (about.start, about.end, about.precision)
    assert (False, True) == (plain.approximate, about.approximate)


@given(YEARS)
def test_the_quarters_and_the_months_make_up_the_year(year: int) -> None:
    whole = parse_edtf(f"{year}")
    for codes in (range(33, 37), range(1, 13)):
        pieces = [parse_edtf(f"{year}-{code:02}") for code in codes]
        assert (whole.start, whole.end) == (pieces[0].start, pieces[-1].end)
        assert [piece.end for piece in pieces[:-1]] == [piece.start for piece in pieces[1:]]


@given(st.dates(dt.date(1900, 1, 1), dt.date(2200, 12, 31)), st.integers(-1200, 1200))
def test_adding_months_moves_the_month_and_keeps_the_day_where_there_is_one(day: dt.date, months: int) -> None:
    later = add_months(day, months)
    assert months == (later.year - day.year) * 12 + later.month - day.month
    assert later.day == day.day or (later.day < day.day and (later + ONE_DAY).day == 1)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2200, 12, 28)), st.integers(-600, 600), st.integers(-600, 600))
def test_adding_months_twice_is_adding_their_sum_up_to_the_28th(day: dt.date, some: int, more: int) -> None:
    day = day.replace(day=min(day.day, 28))
    assert add_months(add_months(day, some), more) == add_months(day, some + more)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2023-01-31", 1, "2023-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2023-12-15", 1, "2024-01-15"),
        ("2023-01-15", -1, "2022-12-15"),
        ("2023-05-31", 0, "2023-05-31"),
    ],
)
def test_the_last_day_stands_in_for_one_a_month_lacks(day: str, months: int, later: str) -> None:
    assert later == add_months(dt.date.fromisoformat(day), months).isoformat()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("soon", "is no date; write 2023, 2023-07, 2023-08-03 or 2023-07/2023-10."),
        ("0999", "names a year before 1000 or after 9998."),
        ("9999", "names a year before 1000 or after 9998."),
        ("2023-02-29", "is no day of the calendar."),
        ("2023-13", "is no date: months are 01 to 12, seasons 21 to 24, quarters 33 to 36."),
        ("2023-00", "is no date: months are 01 to 12, seasons 21 to 24, quarters 33 to 36."),
        ("../..", "names no date at either end."),
        ("2024/2023", "ends before it begins."),
    ],
)
def test_what_is_no_date_is_told_with_what_one_is(text: str, why: str) -> None:
    with pytest.raises(DateError) as refused:
        parse_edtf(text)

    assert f"“{text}” {why}" == str(refused.value)
