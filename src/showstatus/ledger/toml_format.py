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

from showstatus.claims import KINDS, RANKS, Problem, claim_id
from showstatus.dates import parse_edtf
from showstatus.errors import DateError
from showstatus.shows import ID_KINDS, RELEASE_STYLES
from showstatus.status import DECISIONS

Row = dict[str, Any]
"""A show's keys or a claim, as JSON can hold them."""


@dataclass(slots=True)
class RegistryRows:
    """What one registry file says."""

    checked: str | None = None
    """How far the file's knowledge reaches, as EDTF text."""
    shows: dict[str, Row] = field(default_factory=dict)
    claims: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


class _Wrong(ValueError):
    """What is wrong with one value, in words that follow “key = value: ”."""


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
            rows.shows[slug] = _show(slug, table, show_lines.get(slug), problem)
    else:
        problem(None, "“show” should be tables: [show.some-slug]")
    claims = document.get("claim", [])
    if not isinstance(claims, list):
        problem(None, "“claim” should be a list: [[claim]]")
        claims = []
    for index, table in enumerate(claims):
        line = claim_lines[index] if index < len(claim_lines) else None
        row = _claim(table, line, problem)
        if row is not None:
            rows.claims.append(row)
    return rows


def _show(slug: str, table: Any, line: int | None, problem: Callable[..., None]) -> Row:
    row: Row = {}
    if not isinstance(table, dict):
        problem(line, f"show “{slug}” should be a table: [show.{slug}]")
        return row
    for key, value in table.items():
        read = _SHOW_KEYS.get(key)
        if read is None:
            problem(line, f"show “{slug}”: unknown key “{key}”", "note")
            continue
        try:
            row[key] = read(value)
        except _Wrong as wrong:
            problem(line, f"show “{slug}”: {key}: {wrong}")
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
    row["id"] = claim_id(
        row["kind"], subject_text(row), str(row.get("value", "")), row.get("on", ""), row.get("url", "")
    )
    if line is not None:
        row["line"] = line
    return row


def subject_text(row: Row) -> str:
    """What a claim is about, as one text: part of its id."""
    numbers = ",".join(str(number) for number in row.get("seasons", ()))
    return "|".join((row["show"], numbers, str(row.get("part", "")), row.get("special", ""), row.get("film", "")))


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


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise _Wrong(f"{value!r} is no text")
    return value


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


def _number(value: Any) -> int:
    if _count(value) == 0:
        raise _Wrong("numbers begin at 1")
    return int(value)


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
    for key, item in value.items():
        if key not in ID_KINDS or isinstance(item, bool) or not isinstance(item, (str, int)):
            raise _Wrong(f"{key} = {item!r} is no id; known are {', '.join(ID_KINDS)}")
    return dict(value)


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
    "note": _text, "pin": _pin, "followed": _flag,
}  # fmt: skip
_CLAIM_KEYS: Mapping[str, Callable[[Any], Any]] = {
    "show": _text, "kind": _one_of(tuple(KINDS), "kind"), "season": _number, "seasons": _numbers, "part": _number,
    "special": _text, "film": _text, "on": _date, "by": _text, "reports": _text, "url": _text, "value": _date,
    "rank": _one_of(RANKS, "rank"), "said": _text, "concludes": _flag, "platform": _text, "parts": _texts,
    "cast": _cast, "left": _texts,
}  # fmt: skip
