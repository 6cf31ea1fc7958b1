"""Dates as people write and say them: “Aug 3”, “early 2023”, “the summer of 2024”, “20 May 2022”.

`hear` turns such words into a `PartialDate`; `say` turns one into plain English. The vague words mean
months: early = January to April, mid = May to August, late = September to December; spring = March to May,
summer = June to August, autumn = September to November, winter = January and February of the year named;
midseason 2023–24 = January to May 2024.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import cache

from showstatus.dates import FIRST_DAY, LAST_DAY, ONE_DAY, PartialDate, on_day, parse_edtf
from showstatus.errors import DateError

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
# Thirds and halves of a year, by first and last month.
_STRETCHES = {
    (1, 4): "early {}",
    (5, 8): "mid {}",
    (9, 12): "late {}",
    (1, 6): "the first half of {}",
    (7, 12): "the second half of {}",
}

_MONTH = "(?P<month>" + "|".join(f"{name[:3].lower()}(?:{name[3:].lower()})?" for name in MONTHS) + r"|sept)\.?"
_YEAR = r"(?P<year>\d{4})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_Meaning = Callable[[re.Match[str], dt.date | None], PartialDate]


def hear(text: str, reference: dt.date | None = None) -> PartialDate:
    """What a date as people write it means; EDTF is understood too.

    A day and month without a year (“Aug 3”), “today” and “yesterday” need a `reference` day; the year is the one
    that brings the date nearest to it. Raises `DateError` for anything that names no date.
    """
    words = " ".join(text.lower().replace("–", "-").replace("—", "-").replace(",", " ").split())
    words = re.sub(r"\b(the|of|in)\b ?", "", words).strip()
    if re.fullmatch(r"[\d./~-]+", words):
        return parse_edtf(words)
    for pattern, meaning in _phrases():
        match = pattern.fullmatch(words)
        if match:
            return meaning(match, reference)
    raise DateError(f"“{text}” is no date; write 2023-08-03, August 2023, summer 2023, early 2023 or 2023.")


def say(date: PartialDate) -> str:
    """A date in plain English, as precise as it was said: “20 May 2022”, “summer 2024”, “early 2023”."""
    words = _plain(date)
    return f"about {words}" if date.approximate else words


def say_day(day: dt.date) -> str:
    """One day in plain English: “20 May 2022”."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def say_range(start: dt.date, end: dt.date) -> str:
    """A half-open range of days in plain English: “2 May to 9 October 2023”."""
    last = end - ONE_DAY if end != LAST_DAY else end
    if start == FIRST_DAY:
        return f"until {say_day(last)}"
    if end == LAST_DAY:
        return f"{say_day(start)} or later"
    if start == last:
        return say_day(start)
    if start.year != last.year:
        return f"{say_day(start)} to {say_day(last)}"
    first = f"{start.day} {MONTHS[start.month - 1]}" if start.month != last.month else str(start.day)
    return f"{first} to {say_day(last)}"


def say_months(start: dt.date, end: dt.date) -> str:
    """A half-open range of days in whole months: “May to Oct 2023”, “Dec 2026 to May 2028”."""
    last = end - ONE_DAY
    first_month, last_month = MONTHS[start.month - 1][:3], MONTHS[last.month - 1][:3]
    if start.year != last.year:
        return f"{first_month} {start.year} to {last_month} {last.year}"
    return f"{last_month} {last.year}" if start.month == last.month else f"{first_month} to {last_month} {last.year}"


def _plain(date: PartialDate) -> str:
    start, last = date.start, date.last
    if date.precision == "day":
        return say_day(start)
    if date.precision == "month":
        return f"{MONTHS[start.month - 1]} {start.year}"
    if date.precision == "season":
        return f"{_SEASONS[int(date.edtf[5:7])]} {start.year}"
    if date.precision == "quarter":
        return f"the {('first', 'second', 'third', 'fourth')[start.month // 3]} quarter of {start.year}"
    if date.precision == "year":
        return str(start.year)
    return _say_interval(date, start, last)


def _say_interval(date: PartialDate, start: dt.date, last: dt.date) -> str:
    first_text, _, last_text = date.edtf.replace("~", "").partition("/")
    if first_text == "..":
        return f"{_plain(parse_edtf(last_text))} or earlier"
    if last_text == "..":
        return f"{_plain(parse_edtf(first_text))} or later"
    if len(first_text) == len(last_text) == 7 and start.year == last.year:
        stretch = _STRETCHES.get((start.month, last.month))
        if stretch:
            return stretch.format(start.year)
        if int(first_text[5:]) <= 12 and int(last_text[5:]) <= 12:
            return f"{MONTHS[start.month - 1]} to {MONTHS[last.month - 1]} {start.year}"
    return f"{_plain(parse_edtf(first_text))} to {_plain(parse_edtf(last_text))}"


# What each phrase means. Every function takes the match and the reference day.


def _month_number(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS, 1) if month.lower().startswith(name[:3]))


def _day_month(match: re.Match[str], reference: dt.date | None) -> PartialDate:
    month, day = _month_number(match["month"]), int(match["day"])
    if match["year"]:
        return parse_edtf(f"{match['year']}-{month:02}-{day:02}")
    if reference is None:
        raise DateError(f"“{match[0]}” needs a year.")
    days = []
    for year in (reference.year - 1, reference.year, reference.year + 1):
        try:
            days.append(dt.date(year, month, day))
        except ValueError:
            continue
    if not days:
        raise DateError(f"“{match[0]}” is no day of the calendar near {say_day(reference)}.")
    return on_day(min(days, key=lambda candidate: abs((candidate - reference).days)))


def _month_year(match: re.Match[str], _: dt.date | None) -> PartialDate:
    return parse_edtf(f"{match['year']}-{_month_number(match['month']):02}")


def _season(match: re.Match[str], _: dt.date | None) -> PartialDate:
    code = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}[match["season"]]
    return parse_edtf(f"{match['year']}-{code}")


def _quarter(match: re.Match[str], _: dt.date | None) -> PartialDate:
    return parse_edtf(f"{match['year']}-{32 + int(match['quarter'])}")


def _stretch(match: re.Match[str], _: dt.date | None) -> PartialDate:
    first, last = {
        "early": (1, 4), "mid": (5, 8), "middle": (5, 8), "late": (9, 12),
        "first half": (1, 6), "second half": (7, 12),
    }[match["stretch"]]  # fmt: skip
    return parse_edtf(f"{match['year']}-{first:02}/{match['year']}-{last:02}")


def _midseason(match: re.Match[str], _: dt.date | None) -> PartialDate:
    year = int(match["year"]) + 1 if match["second"] else int(match["year"])
    return parse_edtf(f"{year}-01/{year}-05")


def _tv_season(match: re.Match[str], _: dt.date | None) -> PartialDate:
    return parse_edtf(f"{match['year']}/{int(match['year']) + 1}")


def _near(match: re.Match[str], reference: dt.date | None) -> PartialDate:
    if reference is None:
        raise DateError(f"“{match[0]}” needs to know which day it was said.")
    shift = {"today": 0, "yesterday": -1, "tomorrow": 1}[match[0]]
    return on_day(reference + dt.timedelta(days=shift))


def _range(match: re.Match[str], reference: dt.date | None) -> PartialDate:
    last = hear(match["last"], reference)
    first_words = match["first"]
    if not re.search(r"\d{4}", first_words):
        first_words = f"{first_words} {last.start.year}"
    first = hear(first_words, reference)
    if "interval" in (first.precision, last.precision):
        raise DateError(f"“{match[0]}” is a range of ranges; name its first and last month.")
    return parse_edtf(f"{first.edtf}/{last.edtf}")


def _open_end(match: re.Match[str], reference: dt.date | None) -> PartialDate:
    first = hear(match["first"], reference)
    if first.precision == "interval":
        return parse_edtf(f"{first.start.isoformat()}/..")
    return parse_edtf(f"{first.edtf}/..")


def _about(match: re.Match[str], reference: dt.date | None) -> PartialDate:
    heard = hear(match["rest"], reference)
    if heard.precision == "interval":
        return heard
    return parse_edtf(f"{heard.edtf}~" if not heard.approximate else heard.edtf)


@cache
def _phrases() -> tuple[tuple[re.Pattern[str], _Meaning], ...]:
    table: tuple[tuple[str, _Meaning], ...] = (
        (rf"{_DAY} {_MONTH}(?: {_YEAR})?", _day_month),
        (rf"{_MONTH} {_DAY}(?: {_YEAR})?", _day_month),
        (rf"{_MONTH} {_YEAR}", _month_year),
        (rf"(?P<season>spring|summer|autumn|fall|winter) {_YEAR}", _season),
        (rf"q(?P<quarter>[1-4]) {_YEAR}", _quarter),
        (rf"{_YEAR} q(?P<quarter>[1-4])", _quarter),
        (rf"(?P<quarter>[1-4])(?:st|nd|rd|th) quarter {_YEAR}", _quarter),
        (rf"(?P<stretch>early|mid|middle|late|first half|second half)[ -]{_YEAR}", _stretch),
        (rf"midseason {_YEAR}(?P<second>-\d\d(?:\d\d)?)?", _midseason),
        (rf"{_YEAR}-\d\d(?:\d\d)? season", _tv_season),
        (r"today|yesterday|tomorrow", _near),
        (r"(?:from |between )?(?P<first>.+?) (?:to|and|-|until) (?P<last>.+)", _range),
        (r"(?:not before|no earlier than|after) (?P<first>.+)", _open_end),
        (r"(?P<first>.+) or later", _open_end),
        (r"(?:about|around|circa|c\.) ?(?P<rest>.+)", _about),
    )
    return tuple((re.compile(pattern), meaning) for pattern, meaning in table)
