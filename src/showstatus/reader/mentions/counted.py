"""Dates that are counted from the one named before them: “a month later”, “that December”, “in May of that year”."""

from __future__ import annotations

import datetime as dt
import re

from showstatus.dates import PartialDate, add_months, on_day, parse_edtf
from showstatus.relative_dates import count_of, hear_near

_LATER = re.compile(r"(?P<count>[\w ]+?) (?P<unit>day|month|year)s? (?:later|after that|on)")
_OF_ITS_YEAR = re.compile(r"(?P<name>.+?),? (?:of )?that (?:same )?year")
_DAY = re.compile(r"(?:.* )?(?P<which>same|following|next) day")
_NEXT = re.compile(r"(?:.* )?(?P<which>same|following|next|that) (?P<name>\w+)")
_AFTER = re.compile(r"(?<!\w)(year|month) after$")
_UNITS = {"month": 1, "year": 12}


def counted_from(words: str, before: PartialDate) -> PartialDate | None:
    """What is meant by words that count from a date named `before`.

    None where that date is too vague for them, and where they lead out of all calendars.
    """
    try:
        return _counted(words.lower().rstrip("."), before)
    except (OverflowError, ValueError):  # “9000 years later”
        return None


def _counted(words: str, before: PartialDate) -> PartialDate | None:
    day = _DAY.fullmatch(words)
    if day:
        return before if day["which"] == "same" else _later(before, 1, "day")
    later = _LATER.fullmatch(words)
    if later:
        return _later(before, count_of(later["count"]), later["unit"])
    within = _OF_ITS_YEAR.fullmatch(words)
    if within and within["name"] not in ("later", "earlier", "in", "late", "early"):
        return hear_near(f"{within['name']} {before.start.year}", None)
    words = _AFTER.sub(r"following \1", words)
    named = _NEXT.fullmatch(words)
    if named is None:
        return None
    following = named["which"] in ("following", "next")
    if named["name"] in _UNITS:
        return _later(before, int(following), named["name"])
    found = hear_near(f"{named['name']} {before.start.year}", None)
    if found.end <= before.start or (following and found.start < before.end):
        return hear_near(f"{named['name']} {before.start.year + 1}", None)
    return found


def _later(before: PartialDate, count: int, unit: str) -> PartialDate | None:
    """So many days, months or years after a date, as precise as they are."""
    day = before.start
    if unit == "day":
        return on_day(day + dt.timedelta(days=count)) if before.is_day else None
    if unit == "month" and before.precision not in ("day", "month"):
        return None
    text = add_months(day.replace(day=1), count * _UNITS[unit]).isoformat()
    return parse_edtf(text[:7] if unit == "month" else text[:4])
