"""Dates as people write and say them: “Aug 3”, “early 2023”, “the summer of 2024”, “20 May 2022”; and shares.

`hear` turns such words into a `PartialDate`; `say` turns one into plain English. The vague words mean
months: early = January to April, mid = May to August, late = September to December; spring = March to May,
summer = June to August, autumn = September to November, winter = January and February of the year named;
midseason 2023–24 = January to May 2024. Of a month, early is until the 10th, mid until the 20th, late the rest.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import cache

from showstatus.dates import FIRST_DAY, LAST_DAY, ONE_DAY, PartialDate, parse_edtf
from showstatus.errors import DateError

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
LONGEST = 100
"""How many characters a date may have; no way of writing one takes as many."""
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
# Thirds and halves of a year, by first and last month.
_STRETCHES = {
    (1, 4): "early {}",
    (5, 8): "mid {}",
    (9, 12): "late {}",
    (1, 6): "the first half of {}",
    (7, 12): "the second half of {}",
}
_QUARTERS = ("first", "second", "third", "fourth")

_MONTH = "(?P<month>" + "|".join(f"{name[:3].lower()}(?:{name[3:].lower()})?" for name in MONTHS) + r"|sept)\.?"
_YEAR = r"(?P<year>\d{4})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_Meaning = Callable[[re.Match[str], dt.date | None], PartialDate]


def hear(text: str, reference: dt.date | None = None) -> PartialDate:
    """What a date as people write it means; EDTF is understood too.

    A day and month without a year (“Aug 3”), “today” and “yesterday” need a `reference` day; the year is the one
    that brings the date nearest to it. Raises `DateError` for anything that names no date.
    """
    if len(text) > LONGEST:
        raise DateError(f"A text of {len(text)} characters is no date; write 2023-08-03, August 2023 or 2023.")
    words = " ".join(text.lower().replace("–", "-").replace("—", "-").replace(",", " ").split())
    words = re.sub(r"\b(?:the|of|in|on|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b ?", "", words).strip()
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
        return f"the {_QUARTERS[start.month // 3]} quarter of {start.year}"
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
    if len(first_text) == len(last_text) == 10:
        return say_range(date.start, date.end)
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
    return parse_edtf(min(days, key=lambda candidate: abs((candidate - reference).days)).isoformat())


def _month_year(match: re.Match[str], _: dt.date | None) -> PartialDate:
    return parse_edtf(f"{match['year']}-{_month_number(match['month']):02}")


def _season(match: re.Match[str], _: dt.date | None) -> PartialDate:
    code = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}[match["season"]]
    return parse_edtf(f"{match['year']}-{code}")


def _quarter(match: re.Match[str], _: dt.date | None) -> PartialDate:
    word = match["quarter"]
    return parse_edtf(f"{match['year']}-{33 + _QUARTERS.index(word) if word in _QUARTERS else 32 + int(word)}")


def _stretch(match: re.Match[str], _: dt.date | None) -> PartialDate:
    first, last = {
        "early": (1, 4), "start": (1, 4), "beginning": (1, 4), "mid": (5, 8), "middle": (5, 8),
        "late": (9, 12), "end": (9, 12), "first half": (1, 6), "second half": (7, 12),
    }[match["stretch"]]  # fmt: skip
    return parse_edtf(f"{match['year']}-{first:02}/{match['year']}-{last:02}")


def _stretch_of_month(match: re.Match[str], _: dt.date | None) -> PartialDate:
    month = parse_edtf(f"{match['year']}-{_month_number(match['month']):02}")
    first, last = {"early": (1, 10), "mid": (11, 20), "late": (21, month.last.day)}[match["stretch"]]
    return parse_edtf(f"{month}-{first:02}/{month}-{last:02}")


def _midseason(match: re.Match[str], _: dt.date | None) -> PartialDate:
    year = int(match["only"]) if "only" in match.re.groupindex and match["only"] else _following(match)
    return parse_edtf(f"{year}-01/{year}-05")


def _tv_season(match: re.Match[str], _: dt.date | None) -> PartialDate:
    return parse_edtf(f"{match['year']}/{_following(match)}")


def _following(match: re.Match[str]) -> int:
    """The second year of a pair like 2023-24, which has to be the one after the first."""
    year = int(match["year"]) + 1
    if not str(year).endswith(match["second"]):
        raise DateError(f"“{match[0]}” is no pair of years that follow each other.")
    return year


def _near(match: re.Match[str], reference: dt.date | None) -> PartialDate:
    if reference is None:
        raise DateError(f"“{match[0]}” needs to know which day it was said.")
    shift = {"today": 0, "yesterday": -1, "tomorrow": 1}[match[0]]
    return _day_after(reference, shift)


def _range(match: re.Match[str], reference: dt.date | None) -> PartialDate:
    last = hear(match["last"], reference)
    first_words = match["first"]
    if re.fullmatch(_DAY, first_words):
        first_words = f"{first_words} {MONTHS[last.start.month - 1]}"
    if not re.search(r"\d{4}", first_words):
        first_words = f"{first_words} {last.start.year}"
    return parse_edtf(f"{_begins(hear(first_words, reference))}/{_ends(last)}")


def _not_before(match: re.Match[str], reference: dt.date | None) -> PartialDate:
    return parse_edtf(f"{_begins(hear(match['first'], reference))}/..")


def _after(match: re.Match[str], reference: dt.date | None) -> PartialDate:
    first = hear(match["first"], reference)
    return parse_edtf(f"{_as_precise(_day_after(first.last).start, first.precision)}/..")


def _not_after(match: re.Match[str], reference: dt.date | None) -> PartialDate:
    return parse_edtf(f"../{_ends(hear(match['last'], reference))}")


def _before(match: re.Match[str], reference: dt.date | None) -> PartialDate:
    last = hear(match["last"], reference)
    return parse_edtf(f"../{_as_precise(_day_after(last.start, -1).start, last.precision)}")


def _about(match: re.Match[str], reference: dt.date | None) -> PartialDate:
    heard = hear(match["rest"], reference)
    if heard.precision == "interval":
        return heard
    return parse_edtf(f"{heard.edtf}~" if not heard.approximate else heard.edtf)


def _begins(date: PartialDate) -> str:
    """Its beginning, as precise as it was said; ``..`` where it is open."""
    return date.edtf.partition("/")[0]


def _ends(date: PartialDate) -> str:
    """Its end, as precise as it was said; ``..`` where it is open."""
    return date.edtf.rpartition("/")[2]


def _as_precise(day: dt.date, precision: str) -> str:
    """The year, month or day that a day lies in, as precise as something else was said."""
    length = {"year": 4, "month": 7, "season": 7, "quarter": 7}.get(precision, 10)
    return day.isoformat()[:length]


def _day_after(day: dt.date, days: int = 1) -> PartialDate:
    try:
        return parse_edtf((day + dt.timedelta(days=days)).isoformat())
    except OverflowError:
        raise DateError(f"There is no calendar beyond {say_day(day)}.") from None


@cache
def _phrases() -> tuple[tuple[re.Pattern[str], _Meaning], ...]:
    pair = rf"{_YEAR}-(?P<second>\d\d(?:\d\d)?)"
    table: tuple[tuple[str, _Meaning], ...] = (
        (rf"{_DAY} {_MONTH}(?: {_YEAR})?", _day_month),
        (rf"{_MONTH} {_DAY}(?: {_YEAR})?", _day_month),
        (rf"{_MONTH} {_YEAR}", _month_year),
        (rf"(?P<season>spring|summer|autumn|fall|winter) {_YEAR}", _season),
        (rf"q(?P<quarter>[1-4]) {_YEAR}", _quarter),
        (rf"{_YEAR} q(?P<quarter>[1-4])", _quarter),
        (rf"(?P<quarter>[1-4])(?:st|nd|rd|th) quarter {_YEAR}", _quarter),
        (rf"(?P<quarter>{'|'.join(_QUARTERS)}) quarter {_YEAR}", _quarter),
        (rf"(?P<stretch>early|start|beginning|mid|middle|late|end|first half|second half)[ -]{_YEAR}", _stretch),
        (rf"(?P<stretch>early|mid|late)[ -]{_MONTH} {_YEAR}", _stretch_of_month),
        (rf"midseason (?:{pair}|(?P<only>\d{{4}}))", _midseason),
        (rf"{pair} midseason", _midseason),
        (rf"{pair} season", _tv_season),
        (r"today|yesterday|tomorrow", _near),
        (r"(?:from |between )?(?P<first>.+?) (?:to|and|-|until) (?P<last>.+)", _range),
        (r"(?P<first>[a-z]+)-(?P<last>.+)", _range),
        (r"(?:not before|no earlier than|from) (?P<first>.+)", _not_before),
        (r"(?P<first>.+) or later", _not_before),
        (r"(?:not after|no later than|until|by) (?P<last>.+)", _not_after),
        (r"(?P<last>.+) or earlier", _not_after),
        (r"after (?P<first>.+)", _after),
        (r"before (?P<last>.+)", _before),
        (r"(?:about|around|circa|c\.) ?(?P<rest>.+)", _about),
    )
    return tuple((re.compile(pattern), meaning) for pattern, meaning in table)


def percent(share: float, digits: int = 0) -> str:
    """A share of 1 as a person reads it: “80 %”, with so many digits behind the point."""
    return f"{share:.{digits}%}".replace("%", " %")


def counted(number: int, what: str) -> str:
    """How many of something there are: “1 show”, “3 shows”, “1,200 days”."""
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
