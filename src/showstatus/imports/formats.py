"""Which export a file is, told by its content, and what it holds. `FORMATS` is the list of them, in plain sight."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from itertools import chain
from typing import Any, BinaryIO, NamedTuple

from showstatus.imports import imdb, simkl, sonarr, titles, tmdb, trakt, tvtime
from showstatus.imports.archive import MOST_BYTES, Archive
from showstatus.imports.listed import Export, Listed, Unreadable
from showstatus.imports.texts import columns, decoded, rows

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")


class Format(NamedTuple):
    """One kind of file that another service gives."""

    title: str
    form: str
    """“zip of tables”, “zip of JSON”, “table” or “JSON”."""
    fits: Callable[[Any], Any]
    """Of a zip: which of the members with these names it reads, none where it is another's. Of a table: whether
    columns of these names are its own. Of JSON: whether the body is."""
    read: Callable[[Any], Iterable[Listed | None]]
    """The shows in the rows of tables, in a body, or in bodies by the names of members."""


FORMATS = (
    Format("TV Time", "zip of tables", tvtime.members, tvtime.read),
    Format("Trakt", "zip of JSON", trakt.members, trakt.read_archive),
    Format("TV Time", "table", tvtime.fits, tvtime.read),
    Format("IMDb", "table", imdb.fits, imdb.read),
    Format("TMDB", "table", tmdb.fits, tmdb.read),
    Format("Trakt", "JSON", trakt.fits, trakt.read),
    Format("Sonarr", "JSON", sonarr.fits, sonarr.read),
    Format("Simkl", "JSON", simkl.fits, simkl.read),
)
"""A text that is none of these is a list of titles, one a line."""


def read_export(stream: BinaryIO) -> Export:
    """What a file holds. Raises `Unreadable` for one that is damaged, hostile or no export that is known."""
    start = stream.read(4)
    stream.seek(0)
    if start in _ZIP:
        return _of_archive(Archive(stream))
    data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise Unreadable(f"it is longer than {MOST_BYTES // 1_000_000} million bytes, which no export is")
    text = decoded(data)
    if not text.strip():
        raise Unreadable("it is empty; export it once more")
    if text.lstrip()[0] in "[{":
        return _of_json(_parsed(text))
    if text.lstrip()[0] == "<":
        raise Unreadable("it is HTML or XML, and no export is; a page may have been saved instead of the file")
    return _of_table(text) or _of_lines(text)


def _of_archive(archive: Archive) -> Export:
    for title, form, fits, read in FORMATS:
        members = fits(archive.names) if form.startswith("zip") else []
        if not members:
            continue
        texts = {name: decoded(data) for name, data in archive.read(members).items()}
        notes: list[str] = []
        if form == "zip of tables":
            tables = chain.from_iterable(rows(text, notes, name) for name, text in texts.items())
            return _export(title, read(tables), notes)
        return _export(title, read({name: _parsed(text, name) for name, text in texts.items()}), notes)
    inner = next((name for name in archive.names if name.lower().endswith(".zip")), None)
    if inner is not None:
        raise Unreadable(f"it is a zip in which there is another, {inner}; unpack it and import that one")
    raise Unreadable("it is a zip from none of the services that are known, which showstatus import --help names")


def _of_json(body: Any) -> Export:
    for title, form, fits, read in FORMATS:
        if form == "JSON" and fits(body):
            return _export(title, read(body), [])
    if not body:
        raise Unreadable("it holds nothing; export it once more")
    raise Unreadable("it is JSON from none of the services that are known, which showstatus import --help names")


def _of_table(text: str) -> Export | None:
    names = columns(text)
    for title, form, fits, read in FORMATS:
        if form == "table" and fits(names):
            notes: list[str] = []
            return _export(title, read(rows(text, notes)), notes)
    return None


def _of_lines(text: str) -> Export:
    lines = [line for line in text.splitlines() if line.strip()]
    for delimiter in ",;":
        # A title has a blank behind a comma, a cell has none.
        if all(line.count(delimiter) - line.count(f"{delimiter} ") >= 2 for line in lines):
            told = ", ".join(name.strip()[:30] for name in lines[0].split(delimiter)[:4])
            raise Unreadable(f"it is a table that begins with the columns {told}, and no known export does")
    return _export("a list of titles", titles.read(text), [])


def _export(title: str, found: Iterable[Listed | None], notes: list[str]) -> Export:
    listed = list(found)  # reading fills the notes
    shows = tuple(one for one in listed if one is not None)
    return Export(format=title, shows=shows, others=len(listed) - len(shows), notes=tuple(notes))


def _parsed(text: str, name: str = "it") -> Any:
    try:
        return json.loads(text)
    except RecursionError:
        raise Unreadable(f"{name} is nested too deep") from None
    except json.JSONDecodeError as error:
        cut = error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated")
        why = "it may be cut off" if cut else "it is damaged"
        where = f"line {error.lineno}, column {error.colno}"
        raise Unreadable(f"{name} is no JSON from {where} on; {why}") from None
    except ValueError as error:
        raise Unreadable(f"{name} is no JSON that can be read ({error})") from None
