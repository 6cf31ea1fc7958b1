"""Edits by surgery as laws, for documents and values of all kinds."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from showstatus.errors import ShowstatusError
from showstatus.ledger.edits import (
    append_claim,
    append_show,
    append_shows,
    remove_array_item,
    remove_key,
    remove_show,
    set_key,
)
from showstatus.ledger.toml_lines import BOM, blocks, document, lines

_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8) | st.sampled_from(
    ["[[claim]]\n[show.a]", '"""', "#"]
)
_SCALAR = st.one_of(
    _TEXT,
    st.booleans(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(),
    st.dates(),
    st.times().map(lambda time: time.replace(fold=0)),
    st.datetimes().map(lambda instant: instant.replace(fold=0)),
    st.datetimes(timezones=st.just(dt.UTC)),
)
_VALUE = st.recursive(
    _SCALAR,
    lambda value: st.lists(value, max_size=3) | st.dictionaries(_TEXT, value, max_size=3),
    max_leaves=4,
)
_SLUG = st.sampled_from(["heartstopper", "1899", "a.b", "s p", ""])
_KEY = st.sampled_from(["title", "tags", "ids", "note", "# [x]"])
_WRITTEN = st.sampled_from(
    [
        "1",
        '"x"  # said',
        "[ # why\n    'a', # [[claim]]\n  ]  # so",
        '"""\n[show.a]\n# [[claim]]\n"""',
        "{ imdb = 'tt1', tmdb = 2 }",
        "'''\n\n'''",
    ]
)
_GAP = st.lists(st.sampled_from(["", "  ", "# words", "  # a = 1"]), max_size=2)


@st.composite
def _documents(draw: st.DrawFn) -> str:
    """Draw a registry as people write it: comments, blank lines, tables below shows, either newline."""
    found = draw(_GAP)
    headers = [f'[show."{slug}"]' for slug in draw(st.lists(_SLUG, unique=True, max_size=4))]
    headers += [header.replace("]", ".'pin']") for header in headers if draw(st.booleans())]
    headers += ["[[claim]]"] * draw(st.integers(0, 2))
    headers = [header for header in draw(st.permutations(headers)) if draw(st.integers(0, 4))]
    for header in headers:
        found += [*draw(_GAP), header + draw(st.sampled_from(["", " # header"]))]
        for key in draw(st.lists(_KEY, unique=True, max_size=3)):
            found += [*draw(_GAP), f'{draw(st.sampled_from(["", "  "]))}"{key}" = {draw(_WRITTEN)}']
    return "\n".join([*found, *draw(_GAP)]).replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


@settings(max_examples=300, deadline=None)
@given(_documents(), _SLUG, _KEY | st.just("pin"), _VALUE)
def test_a_set_key_is_all_that_changes(text: str, slug: str, key: str, value: Any) -> None:
    new = set_key(text, slug, key, value)
    expected = _copy(text)
    expected.setdefault("show", {}).setdefault(slug, {})[key] = value
    assert _shown(expected) == _shown(document(new))
    assert _in_order(_outside(text, slug, key), lines(new))
    assert sorted(_comments(text)) == sorted(_comments(new))


@settings(max_examples=200, deadline=None)
@given(_documents(), _SLUG, _KEY | st.just("pin"))
def test_a_removed_key_is_all_that_changes(text: str, slug: str, key: str) -> None:
    new = remove_key(text, slug, key)
    expected = _copy(text)
    expected.get("show", {}).get(slug, {}).pop(key, None)
    assert _shown(expected) == _shown(document(new))
    assert _in_order(_outside(text, slug, key), lines(new))


@settings(max_examples=200, deadline=None)
@given(_documents(), _SLUG)
def test_a_removed_show_is_all_that_changes(text: str, slug: str) -> None:
    new = remove_show(text, slug)
    expected = _copy(text)
    expected.get("show", {}).pop(slug, None)
    assert _shown(expected) == _shown({"show": {}, **document(new)} if "show" in expected else document(new))
    assert _outside(text, slug, None) == lines(new)


@settings(max_examples=200, deadline=None)
@given(_documents(), st.dictionaries(_TEXT, _VALUE, max_size=3))
def test_an_added_claim_is_all_that_changes(text: str, claim: dict[str, Any]) -> None:
    new = append_claim(text, claim)
    expected = _copy(text)
    expected.setdefault("claim", []).append(claim)
    assert _shown(expected) == _shown(document(new))
    assert new.startswith(text)
    assert ("\r\n" in text) <= ("\n" not in new.removeprefix(text).replace("\r\n", ""))


@settings(max_examples=200, deadline=None)
@given(_documents(), _TEXT, st.dictionaries(_TEXT, _VALUE, max_size=3))
def test_an_added_show_is_all_that_changes_and_can_be_removed(text: str, name: str, keys: dict[str, Any]) -> None:
    slug = name + "-new"
    new = append_show(text, slug, keys)
    expected = _copy(text)
    expected.setdefault("show", {})[slug] = keys
    assert _shown(expected) == _shown(document(new))
    assert new.startswith(text)
    assert lines(text)[:-1] == lines(remove_show(new, slug))[: max(len(lines(text)) - 1, 0)]


@settings(max_examples=100, deadline=None)
@given(
    _documents(), st.dictionaries(_TEXT.map("{}-new".format), st.dictionaries(_TEXT, _VALUE, max_size=2), max_size=4)
)
def test_shows_that_are_added_together_read_as_if_added_one_by_one(text: str, shows: dict[str, dict[str, Any]]) -> None:
    one_by_one = text
    for slug, keys in shows.items():
        one_by_one = append_show(one_by_one, slug, keys)
    assert one_by_one == append_shows(text, shows)


@settings(max_examples=100, deadline=None)
@given(_documents(), st.integers(0, 3))
def test_an_item_that_is_removed_from_an_array_is_all_that_changes(text: str, place: int) -> None:
    expected = _copy(text)
    if place >= len(expected.get("claim", [])):
        with pytest.raises(ShowstatusError, match=r"cannot be taken out of the file"):
            remove_array_item(text, "claim", place)
        return
    del expected["claim"][place]
    new = document(remove_array_item(text, "claim", place))
    assert _shown(expected) == _shown({"claim": [], **new})


@settings(max_examples=100, deadline=None)
@given(_documents(), _SLUG, _KEY)
def test_a_byte_order_mark_changes_nothing_else(text: str, slug: str, key: str) -> None:
    assert BOM + set_key(text, slug, key, 0) == set_key(BOM + text, slug, key, 0)
    assert BOM + remove_key(text, slug, key) == remove_key(BOM + text, slug, key)
    assert BOM + remove_show(text, slug) == remove_show(BOM + text, slug)
    assert BOM + append_claim(text, {"show": slug}) == append_claim(BOM + text, {"show": slug})


def _copy(text: str) -> dict[str, Any]:
    """Parse anew, so that the test may change it."""
    document.cache_clear()
    copy = dict(document(text))
    document.cache_clear()
    return copy


def _shown(value: Any) -> str:
    """Write a value so that equal texts mean equal TOML: keys sorted, types told apart."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key!r}: {_shown(value[key])}" for key in sorted(value)) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_shown, value)) + "]"
    return f"{type(value).__name__} {value!s}" if isinstance(value, dt.datetime) else repr(value)


def _outside(text: str, slug: str, key: str | None) -> list[str]:
    """Give the lines the edit may not touch; without a key, the whole show is touched."""
    found = lines(text)
    for block in blocks(text):
        touched = [] if key is None or block.header != ("show", slug) else block.spans(key)
        if block.header[:2] == ("show", slug) and (key is None or block.header[2:3] == (key,)):
            touched = [(block.first, block.body_end)]
        for start, end in touched:
            found[start - 1 : end - 1] = [""] * (end - start)
    return [line for line in found if line]


def _in_order(some: list[str], all_lines: list[str]) -> bool:
    """Say whether all of some stand among all the lines, in that order; only the last may have got its line feed."""
    rest = iter(line.rstrip("\r\n") for line in all_lines)
    return all(line.rstrip("\r\n") in rest for line in some)


def _comments(text: str) -> list[str]:
    return re.findall(r"# (?:header|words|why|said|so)\b", text)
