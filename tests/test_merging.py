"""A change made to a registry that was edited meanwhile."""

from __future__ import annotations

import itertools
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showstatus.errors import ShowstatusError
from showstatus.ledger import edits
from showstatus.ledger.merging import _blocks, merged

OLD = """\
# mine
[show.glow]
tags = ["a"]

[show.andor]
note = "x"

[[claim]]
show = "glow"
kind = "ended"
"""


def test_an_unedited_text_gets_the_new_one() -> None:
    assert "b" == merged("a", "a", "b")


@pytest.mark.parametrize(
    ("edited", "expected"),
    [
        (OLD.replace("# mine", "# yours"), True),
        (OLD.replace('note = "x"', 'note = "y"'), True),
        (OLD + '\n[[claim]]\nshow = "andor"\nkind = "ended"\n', True),
        (OLD.replace("\n[show.andor]", '\n[show.silo]\n[show.andor]'), True),
        ("[show.silo]\n\n" + OLD, True),
        (OLD.replace('tags = ["a"]', 'tags = ["a"]\nnote = "mine"'), True),
        (OLD.replace('["a"]', '["a", "c"]'), False),
        (OLD.replace('tags = ["a"]', 'tags = ["a"]  # why'), False),
        (OLD.replace('tags = ["a"]\n', ""), False),
    ],
)  # fmt: skip
def test_a_change_of_a_line_needs_that_line_as_it_stood(edited: str, expected: bool) -> None:
    new = OLD.replace('["a"]', '["a", "b"]')
    found = merged(edited, OLD, new)

    assert (edited.replace('["a"]', '["a", "b"]') if expected else None) == found


def test_a_block_that_was_added_is_taken_out_though_others_follow() -> None:
    new = edits.append_show(OLD, "silo", {})
    edited = edits.append_show(new, "fallout", {})

    assert edits.append_show(OLD, "fallout", {}) == merged(edited, new, OLD)


def test_a_block_that_was_taken_out_comes_back_at_its_place() -> None:
    new = edits.remove_show(OLD, "andor")
    edited = new.replace("# mine", "# yours")

    assert OLD.replace("# mine", "# yours") == merged(edited, new, OLD)


def test_nothing_is_put_between_lines_that_are_neighbours_no_longer() -> None:
    new = edits.remove_show(OLD, "andor")
    edited = new.replace("\n[[claim]]", '\n[show.silo]\nnote = "here"\n\n[[claim]]', 1).replace('tags = ["a"]\n', "")

    assert None is merged(edited, new, OLD)


def test_no_line_slips_under_another_header() -> None:
    """What was taken from the top would, put back there, take in a key that stands there now."""
    assert None is merged("checked = 2024-01-01\n", "", "[show.glow]\n")


@pytest.mark.parametrize(
    ("edited", "old", "new", "expected"),
    [
        ("# b\na = 1\n", "a = 1\n", "a = 1\nb = 2\n", "# b\na = 1\nb = 2\n"),
        ("a = 1\n# b\n", "a = 1\n", "a = 1\nb = 2\n", "a = 1\nb = 2\n# b\n"),
        ("# b\na = 1\n", "a = 1\n", "b = 2\na = 1\n", "# b\nb = 2\na = 1\n"),
        ("a = 1\n# b\n", "a = 1\n", "b = 2\na = 1\n", "b = 2\na = 1\n# b\n"),
        ("#\na = 1\nb = 2\nc = 3\n", "a = 1\nb = 2\nc = 3\n", "a = 4\nb = 2\nc = 5\n", "#\na = 4\nb = 2\nc = 5\n"),
        ("# b\n", "", "a = 1\n", None),
        ("a = 1\nb = 3\n", "a = 1\nb = 2\n", "a = 2\nb = 2\n", "a = 2\nb = 3\n"),
        ("a = 1\nb = 2\nd = 4\n", "a = 1\nb = 2\n", "a = 1\nc = 3\nb = 2\n", "a = 1\nc = 3\nb = 2\nd = 4\n"),
        ("a = 1\n#\nb = 2\n", "a = 1\nb = 2\n", "a = 1\nc = 3\nb = 2\n", None),
        ("[show]\nx = 3\n#\n", "[show]\nx = 3\n", "[show]\nx = 4\n", "[show]\nx = 4\n#\n"),
        ("show = 3\n#\n", "show = 3\n", "show = 4\n", "show = 4\n#\n"),
        ("claim = 3\n#\n", "claim = 3\n", "claim = 4\n", "claim = 4\n#\n"),
    ],
)
def test_lines_are_put_in_where_what_stood_beside_them_still_does(
    edited: str, old: str, new: str, expected: str | None
) -> None:
    assert expected == merged(edited, old, new)


def test_a_long_text_of_lines_that_are_all_alike_is_merged_as_a_short_one() -> None:
    lines = ["# a\n", "# b\n"] * 150
    old, new = "".join(lines), "".join([*lines[:100], "k = 1\n", *lines[101:]])

    assert f"# mine\n{new}# end\n" == merged(f"# mine\n{old}# end\n", old, new)


LINES = st.lists(st.sampled_from("ab"), max_size=8)


@given(LINES, LINES)
def test_what_two_texts_share_is_found_in_order_and_what_is_shared_on_both_sides_is_one_stretch(
    one: list[str], two: list[str]
) -> None:
    found = _blocks(one, two)

    assert all(size and one[start : start + size] == two[at : at + size] for start, at, size in found)
    for (start, at, size), (next_start, next_at, _) in itertools.pairwise(found):
        assert start + size <= next_start
        assert at + size <= next_at
        assert (start + size, at + size) != (next_start, next_at)


def test_what_would_be_no_registry_is_refused() -> None:
    assert None is merged("a = 1\nb = [\n", "a = 1\n", "a = 2\n")


SLUGS = st.sampled_from(["glow", "andor", "silo", "fallout"])
CHANGES = st.one_of(
    st.tuples(st.just("note"), SLUGS, st.sampled_from(["x", "y", "z"])),
    st.tuples(st.just("drop note"), SLUGS, st.none()),
    st.tuples(st.just("remove"), SLUGS, st.none()),
    st.tuples(st.just("claim"), SLUGS, st.sampled_from(["renewed", "ended"])),
)


def changed(text: str, change: tuple[str, str, str | None]) -> str:
    what, slug, value = change
    try:
        if what == "note":
            return edits.set_key(text, slug, "note", value)
        if what == "drop note":
            return edits.remove_key(text, slug, "note")
        if what == "remove":
            return edits.remove_show(text, slug)
        return edits.append_claim(text, {"show": slug, "kind": value})
    except ShowstatusError:
        return text


@given(CHANGES, st.lists(CHANGES, max_size=4))
def test_what_is_taken_back_and_made_again_is_as_it_was(
    change: tuple[str, str, str | None], others: list[tuple[str, str, str | None]]
) -> None:
    """Whatever else was changed since: either it is refused, or all of that stays, in whichever order claims stand."""
    new = changed(OLD, change)
    edited = new
    for other in others:
        edited = changed(edited, other)
    back = merged(edited, new, OLD)
    if back is None:
        return
    again = merged(back, OLD, new)

    assert tomllib.loads(back) is not None
    assert again is None or _said(again) == _said(edited)


def _said(text: str) -> tuple[object, list[str]]:
    """The shows of a registry, and its claims without their order."""
    document = tomllib.loads(text)
    return document.get("show", {}), sorted(map(repr, document.get("claim", [])))


def test_a_claim_that_was_made_twice_may_be_taken_back_once() -> None:
    """Found by hypothesis: made again, it stands behind its like instead of before it."""
    renewed, ended = ("claim", "glow", "renewed"), ("claim", "glow", "ended")
    new = changed(OLD, renewed)
    edited = changed(changed(new, ("note", "glow", "x")), ended)
    back = merged(edited, new, OLD)
    assert back is not None
    again = merged(back, OLD, new)

    assert again is not None
    assert _said(edited) == _said(again)


@given(CHANGES)
def test_taking_back_at_once_always_works(change: tuple[str, str, str | None]) -> None:
    new = changed(OLD, change)

    assert OLD == merged(new, new, OLD)
