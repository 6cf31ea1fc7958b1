"""Bytes as text, and text as the rows of a table, whatever program on whatever system wrote them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from showstatus.imports.listed import Unreadable

_DELIMITERS = ",;\t"
Row = Mapping[str, str]
"""The cells of a line by the names of their columns, those in lower case."""


def decoded(data: bytes) -> str:
    """The text of a file: UTF-16 where a byte order mark says so, UTF-8, or the old Western encoding of Windows.

    Raises `Unreadable` for what is no text.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            raise Unreadable("it says that it is UTF-16 and is not, or it is cut off") from None
    if b"\0" in data:
        raise Unreadable("it is no text, no JSON and no zip")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            return data[: error.start].decode("utf-8-sig")  # cut off in the middle of a letter
        return data.decode("cp1252", "replace")


def columns(text: str) -> frozenset[str]:
    """The names of the columns in the first line, in lower case; for a text that is no table, some words."""
    return frozenset(_header(next(_records(text), [])))


def rows(text: str, notes: list[str], name: str = "") -> Iterator[Row]:
    """The lines of a table below its header. One that is cut short is left out, and said so in `notes`.

    Raises `Unreadable` where a line makes no sense at all.
    """
    records = _records(text)
    header = _header(next(records, []))
    for number, record in enumerate(records, 2):
        if len(record) < len(header) and any(record):
            notes.append(f"Row {number}{f' of {name}' if name else ''} is cut short; it is left out.")
        elif any(record):
            yield dict(zip(header, record, strict=False))


def is_true(cell: str | None) -> bool:
    """Whether a cell says yes: “true”, “1”, “t”, “yes”."""
    return (cell or "").strip().lower() in ("true", "1", "t", "yes")


def _records(text: str) -> Iterator[list[str]]:
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error as error:
        raise Unreadable(f"it is no table that can be read ({error})") from None


def _header(cells: list[str]) -> list[str]:
    return [cell.strip().lower() for cell in cells]
