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
from showstatus.errors import UsageError
from showstatus.ledger import toml_values as values
from showstatus.ledger.toml_values import Wrong
from showstatus.shows import RELEASE_STYLES

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
                rows.checked = values.date(value)
            except Wrong as wrong:
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
        except Wrong as wrong:
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
        except Wrong as wrong:
            whole = False
            problem(line, f"{name}: {key}: {wrong}; the claim is left out")
    if whole:
        try:
            _check_claim(row, table)
        except Wrong as wrong:
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
            raise Wrong(f"it has no “{key}”")
    rule = KINDS[row["kind"]]
    if "season" in row:
        row["seasons"] = sorted({*row.get("seasons", ()), row.pop("season")})
    named = [key for key in ("seasons", "special", "film") if key in row]
    if len(named) > 1:
        raise Wrong("it names several of season, special and film")
    if rule.subject == "instalment" and not named:
        raise Wrong("it names no season, special or film")
    if rule.subject in ("season", "film") and rule.subject not in (key.rstrip("s") for key in named):
        raise Wrong(f"it names no {rule.subject}")
    if "part" in row and "seasons" not in row:
        raise Wrong("it names a part of no season")
    if "value" in table:
        row["value"] = _value(rule.value, table["value"])
    elif rule.value in ("date", "count", "claim"):
        raise Wrong("it has no “value”")


def _value(wanted: str | None, value: Any) -> str | int:
    if wanted == "count":
        return values.count(value)
    if wanted == "claim":
        return values.text(value)
    if wanted is None and not isinstance(value, (str, int, dt.date)):
        raise Wrong("“value” is neither a date nor a number")
    return values.date(value)


_SHOW_KEYS: Mapping[str, Callable[[Any], Any]] = {
    "title": values.text,
    "qualifier": values.text,
    "aliases": values.texts,
    "continues": values.text,
    "platform": values.text,
    "country": values.text,
    "genres": values.texts,
    "release": values.one_of(RELEASE_STYLES, "release style"),
    "ids": values.ids,
    "tags": values.texts,
    "note": values.text,
    "pin": values.pin,
    "followed": values.flag,
    "checked": values.date,
}
_CLAIM_KEYS: Mapping[str, Callable[[Any], Any]] = {
    "show": values.text,
    "kind": values.one_of(tuple(KINDS), "kind"),
    "season": values.season,
    "seasons": values.seasons,
    "part": values.part,
    "special": values.name,
    "film": values.name,
    "on": values.said_on,
    "by": values.text,
    "reports": values.text,
    "url": values.text,
    "value": values.date,
    "rank": values.one_of(RANKS, "rank"),
    "said": values.text,
    "concludes": values.flag,
    "platform": values.text,
    "parts": values.texts,
    "cast": values.cast,
    "left": values.texts,
}
