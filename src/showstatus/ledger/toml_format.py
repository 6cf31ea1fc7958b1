"""What a registry file says: its TOML checked and put into plain rows, with every problem as a value.

A row is a dict that JSON can hold: dates are EDTF text, absent keys are left out. The rows of a file are what the
index stores; `book` makes shows and claims of them. Nothing wrong in one place hides anything in another: a broken
claim is left out, a broken key of a show is left out, and a `Problem` says so with file and line.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from showstatus.claims import DECISIONS, KINDS, RANKS, Problem, claim_id
from showstatus.dates import parse_edtf
from showstatus.errors import DateError, UsageError
from showstatus.shows import ID_KINDS, RELEASE_STYLES

Row = dict[str, Any]
"""A show's keys or a claim, as JSON can hold them."""
MOST_SEASONS = 9999
"""The highest number of a season: a year may be one."""
MOST_PARTS = 99


@dataclass(slots=True)
class RegistryRows:
    """What one registry file says."""

    checked: str | None = None
    """How far the file's knowledge reaches, as EDTF text."""
    shows: dict[str, Row] = field(default_factory=dict)
    claims: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


class _Wrong(ValueError):
    """What is wrong with one value, in words that follow “key = value: ”; `rest` is what of it can be used."""

    def __init__(self, words: str, rest: Row | None = None) -> None:
        self.rest = rest
        super().__init__(words)


def decode(
    document: Mapping[str, Any], path: str, show_lines: Mapping[str, int], claim_lines: list[int]
) -> RegistryRows:
    """What a parsed registry says; the lines are where its shows and claims stand in the file."""
    rows = RegistryRows()

    def problem(line: int | None, message: str, severity: str = "error") -> None:
        rows.problems.append(Problem(path, line, message, severity))

    for key, value in document.items():
        if key == "checked":
            try:
                rows.checked = _date(value)
            except _Wrong as wrong:
                problem(None, f"checked: {wrong}")
        elif key not in ("show", "claim"):
            problem(None, f"unknown key “{key}” at the top of the file", "note")
    shows = document.get("show", {})
    if isinstance(shows, dict):
        for slug, table in shows.items():
            row = _show(slug, table, show_lines.get(slug), problem)
            if row is not None:
                rows.shows[slug] = row
    else:
        problem(None, "“show” should be tables: [show.some-slug]")
    claims = document.get("claim", [])
    if not isinstance(claims, list):
        problem(None, "“claim” should be a list: [[claim]]")
        claims = []
    for index, table in enumerate(claims):
        line = claim_lines[index] if index < len(claim_lines) else None
        claim = _claim(table, line, problem)
        if claim is not None:
            rows.claims.append(claim)
    return rows


def one_claim(table: Mapping[str, Any]) -> Row:
    """The row of one claim that is to be recorded, with its id. Raises `UsageError` where it is none."""
    rows = decode({"claim": [table]}, "", {}, [])
    if not rows.claims:
        raise UsageError(f"This is no claim: {rows.problems[0].message.removesuffix('; the claim is left out')}.")
    return rows.claims[0]


def _show(slug: str, table: Any, line: int | None, problem: Callable[..., None]) -> Row | None:
    if not isinstance(table, dict):
        problem(line, f"show “{slug}” should be a table: [show.{slug}]")
        return None
    row: Row = {}
    for key, value in table.items():
        read = _SHOW_KEYS.get(key)
        if read is None:
            problem(line, f"show “{slug}”: unknown key “{key}”", "note")
            continue
        try:
            row[key] = read(value)
        except _Wrong as wrong:
            problem(line, f"show “{slug}”: {key}: {wrong}")
            if wrong.rest is not None:
                row[key] = wrong.rest
    return row


def _claim(table: Any, line: int | None, problem: Callable[..., None]) -> Row | None:
    if not isinstance(table, dict):
        problem(line, "a claim should be a table: [[claim]]")
        return None
    name = f"claim “{table.get('kind', '?')}” about “{table.get('show', '?')}”"
    row: Row = {}
    whole = True
    for key, value in table.items():
        read = _CLAIM_KEYS.get(key)
        if key == "value":
            continue
        if read is None:
            problem(line, f"{name}: unknown key “{key}”", "note")
            continue
        try:
            row[key] = read(value)
        except _Wrong as wrong:
            whole = False
            problem(line, f"{name}: {key}: {wrong}; the claim is left out")
    if whole:
        try:
            _check_claim(row, table)
        except _Wrong as wrong:
            whole = False
            problem(line, f"{name}: {wrong}; the claim is left out")
    if not whole:
        return None
    row["id"] = row_id(row)
    if line is not None:
        row["line"] = line
    return row


def row_id(row: Row) -> str:
    """The id of the claim that a row makes."""
    return claim_id(row["kind"], subject_text(row), value_text(row), row.get("on", ""), row.get("url", ""))


def subject_text(row: Row) -> str:
    """What a claim is about, as one text: part of its id."""
    numbers = ",".join(str(number) for number in row.get("seasons", ()))
    return "|".join((row["show"], numbers, str(row.get("part", "")), row.get("special", ""), row.get("film", "")))


def value_text(row: Row) -> str:
    """What a claim says about it, as one text: its value, the names of the parts, or who is in the cast."""
    cast = ["|".join(map(str, member.values())) for member in row.get("cast", ())]
    return "\n".join([str(row.get("value", "")), *row.get("parts", ()), *cast, *row.get("left", ())])


def _check_claim(row: Row, table: Mapping[str, Any]) -> None:
    """Check what keys say together, and read `value` as its kind wants it."""
    for key in ("show", "kind"):
        if key not in row:
            raise _Wrong(f"it has no “{key}”")
    rule = KINDS[row["kind"]]
    if "season" in row:
        row["seasons"] = sorted({*row.get("seasons", ()), row.pop("season")})
    named = [key for key in ("seasons", "special", "film") if key in row]
    if len(named) > 1:
        raise _Wrong("it names several of season, special and film")
    if rule.subject == "instalment" and not named:
        raise _Wrong("it names no season, special or film")
    if rule.subject in ("season", "film") and rule.subject not in (key.rstrip("s") for key in named):
        raise _Wrong(f"it names no {rule.subject}")
    if "part" in row and "seasons" not in row:
        raise _Wrong("it names a part of no season")
    if "value" in table:
        row["value"] = _value(rule.value, table["value"])
    elif rule.value in ("date", "count", "claim"):
        raise _Wrong("it has no “value”")


def _value(wanted: str | None, value: Any) -> str | int:
    if wanted == "count":
        return _count(value)
    if wanted == "claim":
        return _text(value)
    if wanted is None and not isinstance(value, (str, int, dt.date)):
        raise _Wrong("“value” is neither a date nor a number")
    return _date(value)


def _date(value: Any) -> str:
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise _Wrong(f"{value!r} is no date")
    try:
        return parse_edtf(str(value)).edtf
    except DateError as error:
        raise _Wrong(str(error).rstrip(".")) from None


def _said_on(value: Any) -> str:
    text = _date(value)
    if text.endswith("/.."):
        raise _Wrong(f"{text!r} has no last day, so the claim would never count")
    return text


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise _Wrong(f"{value!r} is no text")
    return value


def _name(value: Any) -> str:
    if not _text(value).strip():
        raise _Wrong("it is empty")
    return _text(value)


def _texts(value: Any) -> list[str]:
    if not isinstance(value, list):
        raise _Wrong(f"{value!r} is no list of texts")
    return [_text(item) for item in value]


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise _Wrong(f"{value!r} is neither true nor false")
    return value


def _count(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise _Wrong(f"{value!r} is no number of 0 or more")
    return value


def _number(value: Any, most: int = MOST_SEASONS) -> int:
    if not 1 <= _count(value) <= most:
        raise _Wrong(f"{value} is no number from 1 to {most}")
    return int(value)


def _part(value: Any) -> int:
    return _number(value, MOST_PARTS)


def _numbers(value: Any) -> list[int]:
    if not isinstance(value, list) or not value:
        raise _Wrong(f"{value!r} is no list of season numbers")
    return sorted({_number(item) for item in value})


def _one_of(names: tuple[str, ...], what: str) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        if value not in names:
            raise _Wrong(f"unknown {what} {value!r}; it is one of {', '.join(names)}")
        return str(value)

    return read


def _ids(value: Any) -> Row:
    if not isinstance(value, dict):
        raise _Wrong(f"{value!r} is no table of ids")
    good = {key: item for key, item in value.items() if key in ID_KINDS and type(item) in (str, int)}
    bad = [f"{key} = {item!r}" for key, item in value.items() if key not in good]
    if bad:
        raise _Wrong(f"{' and '.join(bad)} is no id; known are {', '.join(ID_KINDS)}", good)
    return good


def _pin(value: Any) -> Row:
    if not isinstance(value, dict) or "decision" not in value or set(value) - {"decision", "until"}:
        raise _Wrong('write it as { decision = "renewed", until = 2027-01-01 }')
    pin: Row = {"decision": _one_of(DECISIONS, "decision")(value["decision"])}
    if "until" in value:
        pin["until"] = _date(value["until"])
    return pin


def _cast(value: Any) -> list[Row]:
    if not isinstance(value, list):
        raise _Wrong(f"{value!r} is no list of {{ actor, character }} tables")
    members: list[Row] = []
    for item in value:
        if not isinstance(item, dict) or set(item) - {"actor", "character", "since"} or "actor" not in item:
            raise _Wrong(f"{item!r} is no {{ actor, character, since }} table")
        readers: dict[str, Callable[[Any], Any]] = {"actor": _text, "character": _text, "since": _number}
        members.append({key: readers[key](part) for key, part in item.items()})
    return members


_SHOW_KEYS: Mapping[str, Callable[[Any], Any]] = {
    "title": _text, "qualifier": _text, "aliases": _texts, "continues": _text, "platform": _text, "country": _text,
    "genres": _texts, "release": _one_of(RELEASE_STYLES, "release style"), "ids": _ids, "tags": _texts,
    "note": _text, "pin": _pin, "followed": _flag, "checked": _date,
}  # fmt: skip
_CLAIM_KEYS: Mapping[str, Callable[[Any], Any]] = {
    "show": _text, "kind": _one_of(tuple(KINDS), "kind"), "season": _number, "seasons": _numbers, "part": _part,
    "special": _name, "film": _name, "on": _said_on, "by": _text, "reports": _text, "url": _text, "value": _date,
    "rank": _one_of(RANKS, "rank"), "said": _text, "concludes": _flag, "platform": _text, "parts": _texts,
    "cast": _cast, "left": _texts,
}  # fmt: skip
