"""Exports as they come: in odd encodings, cut off, or none at all; each is read, or refused with a reason."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showstatus.imports.listed import Export, Unreadable
from tests.exports import IMDB_2024, TMDB, V2, read, series, table, trakt_item


def refused(data: bytes | str) -> str:
    """Why a file is refused."""
    with pytest.raises(Unreadable) as caught:
        read(data)
    return str(caught.value)


ROUND_TRIPS: dict[str, Callable[[], str]] = {
    "IMDb": lambda: table(IMDB_2024, {"Const": "tt1", "Title": "Élite – “Ü”", "Title Type": "TV Series", "Year": 2018}),
    "TMDB": lambda: table(TMDB, {"TMDb ID": 1, "IMDb ID": "tt1", "Type": "tv", "Name": "Élite – “Ü”"}),
    "TV Time": lambda: table(V2, series(1, "Élite – “Ü”")),
    "Trakt": lambda: json.dumps([trakt_item("Élite – “Ü”", 2018, imdb="tt1")], ensure_ascii=False, indent=1),
    "Sonarr": lambda: json.dumps([{"title": "Élite – “Ü”", "tvdbId": 1}], ensure_ascii=False, indent=1),
    "Simkl": lambda: json.dumps({"shows": [{"show": {"title": "Élite – “Ü”", "ids": {}}}]}, ensure_ascii=False),
    "a list of titles": lambda: "Élite – “Ü”\n",
}


@pytest.mark.parametrize("name", ROUND_TRIPS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_every_format_is_read_in_every_encoding(name: str, encoding: str, line_end: str) -> None:
    data = ROUND_TRIPS[name]().replace("\n", line_end).encode(encoding)
    export = read(data)
    assert (name, ["Élite – “Ü”"], ()) == (export.format, [show.title for show in export.shows], export.notes)


@pytest.mark.parametrize("delimiter", ",;\t")
def test_a_spreadsheet_may_have_saved_a_table_with_another_delimiter(delimiter: str) -> None:
    text = table(TMDB, {"TMDb ID": 1, "Type": "tv", "Name": "Dark"}).replace(",", delimiter)
    assert ["Dark"] == [show.title for show in read(text).shows]


@pytest.mark.parametrize("name", ROUND_TRIPS)
def test_a_file_that_is_cut_off_anywhere_is_refused_or_loses_its_end_alone(name: str) -> None:
    whole = ROUND_TRIPS[name]().encode()
    for end in range(1, len(whole)):
        try:
            export = read(whole[:end])
        except Unreadable:
            continue
        assert all("Élite – “Ü”".startswith(show.title or "") for show in export.shows) or (
            export.format == "a list of titles"  # what is left of a header is a title, as far as anybody can tell
        )


def test_a_table_that_is_cut_off_in_a_row_says_so() -> None:
    text = table(TMDB, *({"TMDb ID": n, "Type": "tv", "Name": f"Show {n}"} for n in (1, 2)))
    export = read(text[: text.rindex("Show 2")])
    assert (["Show 1"], ("Row 3 is cut short; it is left out.",)) == (
        [show.title for show in export.shows],
        export.notes,
    )


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("", "it is empty; export it once more"),
        ("\ufeff \n", "it is empty; export it once more"),
        ("[]", "it holds nothing; export it once more"),
        ("{}", "it holds nothing; export it once more"),
        ('[{"x": 1}]', "it is JSON from none of the services that are known, which showstatus import --help names"),
        ('[{"title": "Dark", "tvdbId": 1', "it is no JSON from line 1, column 31 on; it may be cut off"),
        ("[" * 100_000, "it is nested too deep"),
        ("user,episode,cpt", "it is a table that begins with the columns user, episode, cpt, and no known export does"),
        ("a,b,c\n1,2,3\n", "it is a table that begins with the columns a, b, c, and no known export does"),
        (b"\x89PNG\r\n\x1a\n\0\0", "it is no text, no JSON and no zip"),
        (
            "\ufeff\n<!doctype html>\n<html>\nLog in\n",
            "it is HTML or XML, and no export is; a page may have been saved instead of the file",
        ),
        ("x" * 301, "it is no export that is known, and line 1 is too long for a title"),
        (b"\xff\xfe\x00", "it says that it is UTF-16 and is not, or it is cut off"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_is_no_export_is_refused_with_a_reason(data: bytes | str, why: str) -> None:
    assert why == refused(data)


def test_a_header_alone_is_an_export_of_no_show() -> None:
    for header, name in ((IMDB_2024, "IMDb"), (TMDB, "TMDB"), (",".join(V2), "TV Time")):
        assert Export(format=name, shows=()) == read(header + "\n")


BYTES = st.binary(max_size=200)


@given(BYTES | st.tuples(st.sampled_from([b"PK\3\4", b"[", b"{"]), BYTES).map(b"".join))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(Unreadable):
        read(data)


KEYS = st.sampled_from(["show", "shows", "title", "ids", "tvdbId", "trakt", "year", "movie"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@given(JSON)
def test_json_of_any_shape_is_read_or_refused(body: Any) -> None:
    try:
        export = read(json.dumps(body))
    except Unreadable:
        return
    assert all(show.title is None or show.title.isprintable() for show in export.shows)
