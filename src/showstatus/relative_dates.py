"""Dates that are said from where the speaker stands: “last Friday”, “later this year”, “in the fall”, “May 6”.

`hear_near` needs the day of publication for them; without one they have no answer. A month, weekday or season of the
year without a year is the nearest one, or the one before or after that day where the tense is known.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import cache

from showstatus.dates import PartialDate, add_months, on_day, parse_edtf
from showstatus.errors import DateError
from showstatus.spoken import MONTHS, hear

_Meaning = Callable[[re.Match[str], dt.date, str], PartialDate]
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_COUNTING = ("a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {name: n for n, name in enumerate(_COUNTING, 1)}
_NUMBERS |= {"an": 1, "one": 1, "a few": 3, "a couple of": 2}
_SEASONS = "spring|summer|autumn|fall|winter"
_SHIFT = {"last": -1, "this": 0, "next": 1, "this past": -1, "the coming": 1, "this coming": 1, "the": 0, "": 0}
_HOLIDAYS = {"christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26), "new year's day": (1, 1),
             "valentine's day": (2, 14), "halloween": (10, 31), "new year's eve": (12, 31)}  # fmt: skip


def hear_near(text: str, said_on: dt.date | None, tense: str = "") -> PartialDate:
    """What a date means that was said on a day; `tense` is ``past``, ``future`` or empty for the nearest.

    Raises `DateError` where it names no date, or needs `said_on` and there is none.
    """
    words = " ".join(text.lower().replace("’", "'").replace("–", "-").replace(",", " ").split()).strip(". ")
    try:
        return parse_edtf(_pointing(words, said_on, tense).edtf)  # a step back may lead before all years
    except (OverflowError, ValueError) as error:
        if isinstance(error, DateError):
            raise
        raise DateError(f"There is no calendar for “{text}”.") from None


def _pointing(words: str, said_on: dt.date | None, tense: str) -> PartialDate:
    for pattern, meaning in _forms():
        match = pattern.fullmatch(words)
        if match is None:
            continue
        if said_on is None and not match.groupdict().get("year"):
            raise DateError(f"“{words}” needs to know which day it was said.")
        return meaning(match, said_on or dt.date.min, tense)
    return hear(words, said_on)


def _day(match: re.Match[str], day: dt.date, _: str) -> PartialDate:
    shift = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(match[0], 0)
    return on_day(day + dt.timedelta(days=shift))


def _weekday(match: re.Match[str], day: dt.date, tense: str) -> PartialDate:
    back = (day.weekday() - WEEKDAYS.index(match["weekday"])) % 7
    which = match["which"] or ""
    ahead = tense == "future" and which != "last"
    if which in ("next", "this coming", "the coming") or ahead or (which == "this" and tense != "past"):
        return on_day(day + dt.timedelta(days=(7 - back) % 7 or (0 if which == "this" else 7)))
    if which == "last" and back < 2:  # the day before is “yesterday”
        back += 7
    return on_day(day - dt.timedelta(days=back))


def _unit(match: re.Match[str], day: dt.date, _: str) -> PartialDate:
    shift = _SHIFT[match["which"]]
    unit = match["unit"]
    if unit == "year":
        return parse_edtf(str(day.year + shift))
    if unit == "month":
        return parse_edtf(add_months(day.replace(day=1), shift).isoformat()[:7])
    monday = day - dt.timedelta(days=day.weekday() - 7 * shift)
    first = monday + dt.timedelta(days=5 if unit == "weekend" else 0)
    return parse_edtf(f"{first}/{monday + dt.timedelta(days=6)}")


def _part_of_year(match: re.Match[str], day: dt.date, _: str) -> PartialDate:
    return hear(f"{match['part']} {day.year + _SHIFT[match['which'] or '']}")


def count_of(words: str) -> int:
    """The number that is meant by “six”, “a few” or “12”; raises `KeyError` for other words."""
    return int(words) if words.isdigit() else _NUMBERS[words]


def _ago(match: re.Match[str], day: dt.date, _: str) -> PartialDate:
    number = count_of(match["count"])
    unit = match["unit"]
    if unit == "day":
        return on_day(day - dt.timedelta(days=number))
    if unit in ("week", "fortnight"):
        weeks = number * (2 if unit == "fortnight" else 1)
        return parse_edtf(f"{(day - dt.timedelta(days=7 * weeks)).isoformat()[:7]}")
    if unit == "month":
        return parse_edtf(add_months(day.replace(day=1), -number).isoformat()[:7])
    return parse_edtf(str(day.year - number))


def _month(match: re.Match[str], day: dt.date, tense: str) -> PartialDate:
    month = next(n for n, name in enumerate(MONTHS, 1) if name.lower().startswith(match["month"][:3]))
    which = match["which"] or ""
    first = day.replace(day=1)
    tense = {"last": "past", "this past": "past", "next": "future", "this coming": "future"}.get(which, tense)
    year = _year_of(day.year, [abs((dt.date(day.year + shift, month, 1) - first).days) for shift in (-1, 0, 1)])
    if tense == "past":
        year = day.year if month < day.month or (month == day.month and which != "last") else day.year - 1
    elif tense == "future":
        year = day.year if month >= day.month else day.year + 1
    stretch = match["stretch"]
    month_name = MONTHS[month - 1]
    return hear(f"{stretch} {month_name} {year}" if stretch else f"{month_name} {year}")


def _day_month(match: re.Match[str], day: dt.date, tense: str) -> PartialDate:
    nearest = hear(f"{match['day']} {match['month']}", day)
    if match["weekday"]:
        named = _on_weekday(match, nearest.start.year)
        if named is not None:
            return named
    late, early = tense == "past" and nearest.start > day, tense == "future" and nearest.start < day
    shift = -1 if late else 1 if early else 0
    return hear(f"{match['day']} {match['month']} {nearest.start.year + shift}") if shift else nearest


def _day_of_month(match: re.Match[str], day: dt.date, tense: str) -> PartialDate:
    number = int(match["day"])
    firsts = [add_months(day.replace(day=1), shift) for shift in (-1, 0, 1)]
    days = [first + dt.timedelta(days=number - 1) for first in firsts]
    days = [one for one, first in zip(days, firsts, strict=True) if one.month == first.month]
    if tense in ("past", "future"):
        days = [one for one in days if (one <= day if tense == "past" else one >= day)]
    if not days or not number:
        raise DateError(f"“{match[0]}” is no day of the months around it.")
    return on_day(min(days, key=lambda one: abs((one - day).days)))


def _on_weekday(match: re.Match[str], nearest: int) -> PartialDate | None:
    """A day of a month that falls on its weekday, in the nearest year or the ones beside it; None for none."""
    for year in (nearest, nearest + 1, nearest - 1):
        try:
            found = hear(f"{match['day']} {match['month']} {year}")
        except DateError:  # 29 February
            continue
        if found.start.weekday() == WEEKDAYS.index(match["weekday"]):
            return found
    return None


def _season(match: re.Match[str], day: dt.date, tense: str) -> PartialDate:
    name, which = match["season"], match["which"] or ""
    year = day.year
    here = hear(f"{name} {year}")
    if which == "next":
        year += here.start <= day
        if here.start.month - day.month < 0 or here.covers(day):
            year = day.year + 1
    elif which in ("last", "this past") or tense == "past":
        year -= here.start > day or (here.covers(day) and which in ("last", "this past"))
    elif tense == "future" or which in ("the", "", "this", "this coming", "the coming"):
        year += here.end <= day and which != "this"
    if match["stretch"]:
        first = add_months(dt.date(year, here.start.month, 1), {"early": 0, "mid": 1, "late": 2}[match["stretch"]])
        return parse_edtf(first.isoformat()[:7])
    return hear(f"{name} {year}")


def _season_year(match: re.Match[str], _: dt.date, __: str) -> PartialDate:
    start = hear(f"{match['season']} {match['year']}").start
    return parse_edtf(add_months(start, {"early": 0, "mid": 1, "late": 2}[match["stretch"]]).isoformat()[:7])


def _holiday(match: re.Match[str], day: dt.date, tense: str) -> PartialDate:
    month, number = _HOLIDAYS[match["holiday"]]
    if match["year"]:
        return on_day(dt.date(int(match["year"]), month, number))
    found = dt.date(day.year, month, number)
    years = -1 if tense == "past" and found > day else 1 if tense == "future" and found < day else 0
    return on_day(found.replace(year=day.year + years))


def _year_of(year: int, distances: list[int]) -> int:
    return year + distances.index(min(distances)) - 1


@cache
def _forms() -> tuple[tuple[re.Pattern[str], _Meaning], ...]:
    months = "|".join(f"{name[:3].lower()}(?:{name[3:].lower()})?" for name in MONTHS) + "|sept"
    which = r"(?:(?P<which>this past|this coming|the coming|last|this|next|the) )?"
    stretch = r"(?:(?P<stretch>early|mid|late)[ -](?:in )?)?"
    weekday = rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)}) )?"
    counts = "|".join(sorted(_NUMBERS, key=len, reverse=True))
    table = (
        (r"(?:earlier |later )?(?:today|tonight|this morning|this evening|this afternoon)|yesterday"
    r"|tomorrow|last night",
         _day),
        (rf"(?:on |earlier )?{which}(?P<weekday>{'|'.join(WEEKDAYS)})(?: (?:morning|night|evening"
    rf"|afternoon))?", _weekday),
        (r"(?:earlier |later |sometime |some time |at some point |by the end of )?(?:in )?"
         r"(?P<which>this past|this coming|last|this|next|the coming) (?P<unit>year|month|weekend|week)", _unit),
        (r"(?P<part>early|mid|late|start of|beginning of|middle of|end of|first half of|second half of)[ -]?"
         r"(?:in )?(?P<which>last|this|next) year", _part_of_year),
        (rf"(?P<count>\d+|{counts}) (?P<unit>day|week|fortnight|month|year)s? ago", _ago),
        (rf"(?:back )?(?:in )?{stretch}{which}(?P<month>{months})", _month),
        (rf"(?:in |during |over |for )?{stretch}{which}(?P<season>{_SEASONS})", _season),
        (rf"(?P<stretch>early|mid|late)[ -](?P<season>{_SEASONS}) (?:of )?(?P<year>\d{{4}})", _season_year),
        (rf"(?:on )?{weekday}(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{months})\.?", _day_month),
        (rf"(?:on )?{weekday}(?P<month>{months})\.? (?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?", _day_month),
        (r"(?:on )?(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)", _day_of_month),
        (rf"(?P<holiday>{'|'.join(_HOLIDAYS)})(?: (?P<year>\d{{4}}))?", _holiday),
    )  # fmt: skip
    return tuple((re.compile(pattern), meaning) for pattern, meaning in table)
