"""The fields of a question in JSON, read as what they have to be; what is something else raises `QuestionError`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from showstatus.dates import FIRST_DAY, FIRST_YEAR, LAST_DAY, LAST_YEAR, ONE_DAY, parse_edtf
from showstatus.errors import DateError

_QUARTER = re.compile(r"(\d{4})[- ]?Q([1-4])", re.IGNORECASE | re.ASCII)
# What EDTF may add that changes no day of the range: a time, “uncertain”, a day or month that is not said.
_BESIDE_THE_DAY = re.compile(r"(?<=\d{4}-\d\d-\d\d)T.*|(?<=\d)[?%]|(?:-XX){1,2}", re.IGNORECASE | re.ASCII | re.DOTALL)
_MOST_NUMBER = 10**6


class QuestionError(ValueError):
    """A question that cannot be understood, in one sentence."""


def span_of(text: str) -> tuple[dt.date, dt.date]:
    """The half-open range of days that a date covers: EDTF, “2022-Q3”, or words. Raises `DateError`."""
    if len(text) == 10:
        try:
            day = dt.date.fromisoformat(text)
        except ValueError:
            pass
        else:
            if FIRST_YEAR <= day.year <= LAST_YEAR:
                return day, day + ONE_DAY
    plain = _BESIDE_THE_DAY.sub("", text.strip())
    quarter = _QUARTER.fullmatch(plain)
    try:
        date = parse_edtf(f"{quarter[1]}-{32 + int(quarter[2])}" if quarter else plain)
    except DateError:
        from showstatus.spoken import hear

        date = hear(text)
    return date.start, date.end


def span_in(value: object) -> tuple[dt.date, dt.date] | None:
    """The half-open range of days of a value; None where there is none."""
    if value is None or value == "":
        return None
    if not isinstance(value, str) and (isinstance(value, bool) or not isinstance(value, int)):
        raise QuestionError(f"A date is a text, and this is {json_type(value)}.")
    try:
        return span_of(str(value))
    except DateError as error:
        raise QuestionError(str(error)) from None


def day_in(value: object, latest: dt.date) -> dt.date | None:
    """The middle of the days that a date covers, up to `latest`; None without a date or where it lies beyond."""
    span = span_in(value)
    if span is None:
        return None
    start, last = span[0], min(span[1] - ONE_DAY if span[1] != LAST_DAY else span[0], latest)
    if start == FIRST_DAY:
        start = last
    return start + (last - start) // 2 if start <= last else None


def one_day_in(value: object, today: dt.date) -> dt.date:
    """The one day of a value; `today` without one."""
    span = span_in(value)
    if span is None:
        return today
    if span[1] - span[0] > ONE_DAY:
        raise QuestionError(f"“as_of” needs one day, and “{value}” is more.")
    return span[0]


def number_in(row: Mapping[str, Any], key: str) -> int | None:
    """The whole number under a key; None where there is none."""
    value = row.get(key)
    if isinstance(value, str):
        value = value.strip() or None
        if value is not None and value.isascii() and value.isdigit() and len(value) <= len(str(_MOST_NUMBER)):
            value = int(value)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value or value != value // 1:
        raise QuestionError(f"“{key}” is a whole number, and this is {json_type(value)}.")
    if not 0 <= value <= _MOST_NUMBER:
        raise QuestionError(f"“{key}” is a number from 0 to {_MOST_NUMBER}, and this is {value}.")
    return int(value)


def text_in(row: Mapping[str, Any], key: str) -> str | None:
    """The text under a key; None where there is none."""
    value = row.get(key)
    if value is not None and not isinstance(value, str):
        raise QuestionError(f"“{key}” is a text, and this is {json_type(value)}.")
    return value


def texts_in(row: Mapping[str, Any], key: str) -> list[str]:
    """The texts under a key, or of one text parted by “|”."""
    value = row.get(key)
    if isinstance(value, str):
        value = value.split("|")
    if value is None:
        return []
    if not isinstance(value, list) or not all(item is None or isinstance(item, str) for item in value):
        raise QuestionError(f"“{key}” is a list of texts.")
    return [item for item in value if item]


def objects_in(row: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    """The objects under a key; empty ones and null are left out."""
    value = row.get(key)
    if value is None:
        return []
    if not isinstance(value, list) or not all(item is None or isinstance(item, dict) for item in value):
        raise QuestionError(f"“{key}” is a list of objects.")
    return [item for item in value if item]


def json_type(value: object) -> str:
    """What JSON calls a value, with its article."""
    names = {
        bool: "true or false",
        int: "a number",
        float: "a number",
        str: "a text",
        list: "a list",
        dict: "an object",
    }
    return "null" if value is None else names.get(type(value), "something else")
