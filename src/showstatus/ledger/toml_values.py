"""What a value in a registry file may be, by what it tells: a date, a name, a number, a pin, a cast.

Each function gives the value as JSON can hold it and raises `Wrong` where it is none of its kind.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from showstatus.claims import DECISIONS
from showstatus.dates import parse_edtf
from showstatus.errors import DateError
from showstatus.shows import ID_KINDS

_MOST_SEASONS = 9999
"""The highest number of a season: a year may be one."""
_MOST_PARTS = 99


class Wrong(ValueError):
    """What is wrong with one value, in words that follow “key = value: ”; `rest` is what of it can be used."""

    def __init__(self, words: str, rest: dict[str, Any] | None = None) -> None:
        self.rest = rest
        super().__init__(words)


def date(value: Any) -> str:
    """A date of TOML, or what is written in EDTF, as EDTF text."""
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise Wrong(f"{value!r} is no date")
    try:
        return parse_edtf(str(value)).edtf
    except DateError as error:
        raise Wrong(str(error).rstrip(".")) from None


def said_on(value: Any) -> str:
    """The date on which something was said: one that has a last day."""
    told = date(value)
    if told.endswith("/.."):
        raise Wrong(f"{told!r} has no last day, so the claim would never count")
    return told


def text(value: Any) -> str:
    """Any text."""
    if not isinstance(value, str):
        raise Wrong(f"{value!r} is no text")
    return value


def name(value: Any) -> str:
    """A text that is not blank."""
    if not text(value).strip():
        raise Wrong("it is empty")
    return text(value)


def texts(value: Any) -> list[str]:
    """A list of texts."""
    if not isinstance(value, list):
        raise Wrong(f"{value!r} is no list of texts")
    return [text(item) for item in value]


def flag(value: Any) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise Wrong(f"{value!r} is neither true nor false")
    return value


def count(value: Any) -> int:
    """A whole number of 0 or more."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise Wrong(f"{value!r} is no number of 0 or more")
    return value


def season(value: Any) -> int:
    """The number of a season."""
    return _from_one(value, _MOST_SEASONS)


def part(value: Any) -> int:
    """The number of a part of a season."""
    return _from_one(value, _MOST_PARTS)


def _from_one(value: Any, most: int) -> int:
    if not 1 <= count(value) <= most:
        raise Wrong(f"{value} is no number from 1 to {most}")
    return int(value)


def seasons(value: Any) -> list[int]:
    """The numbers of several seasons, in order, each once."""
    if not isinstance(value, list) or not value:
        raise Wrong(f"{value!r} is no list of season numbers")
    return sorted({season(item) for item in value})


def one_of(names: tuple[str, ...], what: str) -> Callable[[Any], str]:
    """What reads one of these names; `what` says what they are names of."""

    def read(value: Any) -> str:
        if value not in names:
            raise Wrong(f"unknown {what} {value!r}; it is one of {', '.join(names)}")
        return str(value)

    return read


def ids(value: Any) -> dict[str, Any]:
    """What databases know a show by; ids of kinds that are not known are wrong, the rest can be used."""
    if not isinstance(value, dict):
        raise Wrong(f"{value!r} is no table of ids")
    good = {key: item for key, item in value.items() if key in ID_KINDS and type(item) in (str, int)}
    bad = [f"{key} = {item!r}" for key, item in value.items() if key not in good]
    if bad:
        raise Wrong(f"{' and '.join(bad)} is no id; known are {', '.join(ID_KINDS)}", good)
    return good


def pin(value: Any) -> dict[str, Any]:
    """The user's own decision, and until when it holds."""
    if not isinstance(value, dict) or "decision" not in value or set(value) - {"decision", "until"}:
        raise Wrong('write it as { decision = "renewed", until = 2027-01-01 }')
    pinned = {"decision": one_of(DECISIONS, "decision")(value["decision"])}
    return {**pinned, "until": date(value["until"])} if "until" in value else pinned


def cast(value: Any) -> list[dict[str, Any]]:
    """Who plays whom, and since which season."""
    if not isinstance(value, list):
        raise Wrong(f"{value!r} is no list of {{ actor, character }} tables")
    readers: dict[str, Callable[[Any], Any]] = {"actor": text, "character": text, "since": season}
    members = []
    for item in value:
        if not isinstance(item, dict) or not {"actor"} <= set(item) <= set(readers):
            raise Wrong(f"{item!r} is no {{ actor, character, since }} table")
        members.append({key: readers[key](told) for key, told in item.items()})
    return members
