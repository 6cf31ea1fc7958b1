"""Edits by surgery, told by example; as laws they stand in `test_edits_laws`."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable

import pytest

from showstatus.errors import ShowstatusError
from showstatus.ledger.edits import (
    append_claim,
    append_show,
    append_shows,
    remove_array_item,
    remove_key,
    remove_show,
    set_key,
    statement,
)
from showstatus.ledger.toml_lines import BOM

REGISTRY = """\
# My shows
checked = 2026-11-22

# --- Comfort ---
[show.heartstopper]
title = "Heartstopper"                    # by Alice Oseman
tags = [                                  # mine
    "comfort",  # for rainy days
]

# --- Other ---
[show.severance]
"""


def test_a_claim_is_added_at_the_end_below_a_blank_line() -> None:
    claim = {
        "show": "heartstopper",
        "kind": "cast",
        "seasons": [2, 3],
        "on": dt.date(2022, 5, 20),
        "value": "2022-01/2022-04",
        "cast": [{"actor": "Leila Khan", "since": 2}, {"actor": 'A "B" C'}],
    }
    expected = (
        REGISTRY
        + """
[[claim]]
show = "heartstopper"
kind = "cast"
seasons = [2, 3]
on = 2022-05-20
value = "2022-01/2022-04"
cast = [{ actor = "Leila Khan", since = 2 }, { actor = "A \\"B\\" C" }]
"""
    )
    assert expected == append_claim(REGISTRY, claim)


def test_a_long_array_is_written_one_item_a_line() -> None:
    claim = {"cast": [{"actor": "Leila Khan", "character": "Sahar Zahid", "note": "x" * 40}, {"actor": "Joe Locke"}]}
    expected = f"""\
[[claim]]
cast = [
    {{ actor = "Leila Khan", character = "Sahar Zahid", note = "{"x" * 40}" }},
    {{ actor = "Joe Locke" }},
]
"""
    assert expected == append_claim("", claim)


@pytest.mark.parametrize(
    ("old", "expected"),
    [
        ("", "[show.x]\n"),
        (BOM, BOM + "[show.x]\n"),
        ("a = 1", "a = 1\n\n[show.x]\n"),
        ("a = 1\n", "a = 1\n\n[show.x]\n"),
        ("a = 1\n  \n", "a = 1\n  \n[show.x]\n"),
        ("a = 1\r\n# end", "a = 1\r\n# end\r\n\r\n[show.x]\r\n"),
        ("a = 1\r\nb = 2\n", "a = 1\r\nb = 2\n\n[show.x]\n"),
        ("a = 1\r\nb = 2\r\n#\n", "a = 1\r\nb = 2\r\n#\n\r\n[show.x]\r\n"),
        ("#\n", "#\n\n[show.x]\n"),
        ("a = 1\n\t\r\n", "a = 1\n\t\r\n[show.x]\n"),
        (f"{BOM}\n", f"{BOM}\n[show.x]\n"),
    ],
)
def test_a_show_is_added_in_the_newline_style_of_the_file(old: str, expected: str) -> None:
    assert expected == append_show(old, "x", {})


def test_a_slug_that_needs_quotes_gets_them() -> None:
    expected = '[show."a.b"]\nids = { "x y" = 1 }\n'
    assert expected == append_show("", "a.b", {"ids": {"x y": 1}})


def test_a_show_is_not_added_twice() -> None:
    with pytest.raises(ShowstatusError, match=r"\[show.severance\] is in the file already"):
        append_show(REGISTRY, "severance", {})


def test_a_value_is_replaced_where_it_stands_and_keeps_its_comment() -> None:
    old = '"Heartstopper"                    # by'
    assert REGISTRY.replace(old, '"Hst"                    # by') == set_key(REGISTRY, "heartstopper", "title", "Hst")


def test_comments_inside_a_replaced_value_move_above_it() -> None:
    expected = '# mine\n# for rainy days\ntags = ["a"]\n\n# --- Other'
    assert expected in set_key(REGISTRY, "heartstopper", "tags", ["a"])


def test_a_new_key_goes_below_the_last_one_and_is_indented_alike() -> None:
    text = "[show.a]\n  title = 'A'  # A\n\n  # about b\n[show.b]"
    expected = "[show.a]\n  title = 'A'  # A\n  note = \"n\"\n\n  # about b\n[show.b]"
    assert expected == set_key(text, "a", "note", "n")
    assert text + '\nnote = "n"\n' == set_key(text, "b", "note", "n")


def test_a_last_line_that_does_not_end_stays_so_behind_a_new_key() -> None:
    assert '[show.a]\nnote = "n"\n# x' == set_key("[show.a]\n# x", "a", "note", "n")


def test_a_key_for_a_missing_show_brings_its_block() -> None:
    expected = REGISTRY + '\n[show.new]\nnote = "n"\n'
    assert expected == set_key(REGISTRY, "new", "note", "n")


def test_setting_the_same_value_changes_nothing_but_true_is_not_one() -> None:
    text = "[show.x]\na = 1  # one\nb = nan\n"
    assert text == set_key(set_key(text, "x", "a", 1), "x", "b", math.nan)
    assert text.replace("1 ", "true ") == set_key(text, "x", "a", True)


def test_dotted_keys_and_tables_below_a_show_are_replaced_whole() -> None:
    text = "[show.x]\nids.imdb = 'tt1'\ntitle = 'X'\nids.tmdb = 2\n[show.x.pin] # mine\nuntil = 2027-01-01\n# end\n"
    expected = "[show.x]\nids = { tvmaze = 3 }\ntitle = 'X'\n# mine\npin = {}\n# end\n"
    assert expected == set_key(set_key(text, "x", "ids", {"tvmaze": 3}), "x", "pin", {})


def test_a_removed_key_takes_its_lines_and_nothing_else() -> None:
    expected = REGISTRY.replace(
        'tags = [                                  # mine\n    "comfort",  # for rainy days\n]\n', ""
    )
    assert expected == remove_key(REGISTRY, "heartstopper", "tags")
    assert expected == remove_key(expected, "heartstopper", "tags")


def test_a_show_whose_last_table_is_removed_is_still_followed() -> None:
    expected = "# x\n\n[show.x]\n"
    assert expected == remove_key("[show.x.ids]\nimdb = 'tt1'\n# x\n", "x", "ids")


def test_comments_around_a_removed_show_stay() -> None:
    text = BOM + "[show.a]\n# inside\nx = 1\n# after\n\n# above\n[show.b]\n[show.a.ids]\n"
    expected = BOM + "# after\n\n# above\n[show.b]\n"
    assert expected == remove_show(text, "a")
    assert text == remove_show(text, "c")


@pytest.mark.parametrize(("text", "expected"), [("[show.a]\n", ""), ("[show]\n[show.a]\n", "[show]\n")])
def test_the_last_show_can_be_removed(text: str, expected: str) -> None:
    assert expected == remove_show(text, "a")


@pytest.mark.parametrize(
    "text",
    [
        'show = { x = { title = "X" } }\n',
        'show.x.title = "X"\n',
        '[show]\nx = { title = "X" }\n',
        '[show]\nx.title = "X"\n',
        '[[show.x]]\ntitle = "X"\n',
        'show = "x"\n',
    ],
)
def test_what_cannot_be_edited_safely_is_left_to_the_person(text: str) -> None:
    with pytest.raises(ShowstatusError, match="make this edit by hand"):
        set_key(text, "x", "title", "Y")


@pytest.mark.parametrize("text", ["claim = [{ show = 'x' }]\n", "claim = 1\n", "[claim]\n"])
def test_claims_written_otherwise_are_left_to_the_person(text: str) -> None:
    with pytest.raises(ShowstatusError, match=r"A claim \(x renewed\) cannot be added .* by hand"):
        append_claim(text, {"show": "x", "kind": "renewed"})


def test_malformed_text_is_no_place_for_an_edit() -> None:
    with pytest.raises(ShowstatusError, match=r"not valid TOML .*line 1, column 5"):
        append_claim("a = = 1\n", {})


X = {"title": "X"}


@pytest.mark.parametrize(
    ("edit", "what"),
    [
        (lambda: set_key("show = 3\n", "x", "title", "Y"), "“title” of [show.x] cannot be set in the registry"),
        (lambda: set_key("show.x = 3\n", "x", "title", "Y"), "“title” of [show.x] cannot be set in the registry"),
        (lambda: set_key("[show]\nx.a = 1\n", "x", "b", 2), "“b” of [show.x] cannot be set in the registry"),
        (lambda: remove_key("show = 3\n", "x", "b"), "“b” of [show.x] cannot be taken out of the registry"),
        (lambda: remove_key("show.x = 3\n", "x", "b"), "“b” of [show.x] cannot be taken out of the registry"),
        (lambda: remove_key("show.x.b = 3\n", "x", "b"), "“b” of [show.x] cannot be taken out of the registry"),
        (lambda: remove_show("show = 3\n", "x"), "[show.x] cannot be taken out of the file"),
        (lambda: remove_show("show.x.b = 3\n", "x"), "[show.x] cannot be taken out of the file"),
        (lambda: append_show("show = 3\n", "x", X), "[show.x] cannot be added to the file"),
        (lambda: append_show("show = { y = {} }\n", "x", X), "[show.x] cannot be added to the file"),
        (lambda: append_shows("show = 3\n", dict.fromkeys("abc", X)), "[show.a, b, c] cannot be added to the file"),
        (
            lambda: append_shows("show = 3\n", dict.fromkeys("abcd", X)),
            "[show.a, b, c and more] cannot be added to the file",
        ),
        (
            lambda: append_claim("claim = 1\n", {"on": dt.date(2024, 1, 1), "kind": "ended", "show": "x"}),
            "A claim (x ended 2024-01-01) cannot be added to the registry",
        ),
        (lambda: remove_array_item("claim = [1]\n", "claim", 0), "[[claim]] 1 cannot be taken out of the file"),
        (lambda: remove_array_item("[[claim]]\n", "claim", 1), "[[claim]] 2 cannot be taken out of the file"),
    ],
)
def test_an_edit_that_is_left_to_the_person_says_which_it_is_and_why(edit: Callable[[], str], what: str) -> None:
    with pytest.raises(ShowstatusError) as refused:
        edit()

    why = "the way it is written (inline tables or dotted keys, perhaps) leaves no safe place"
    assert f"{what}: {why}. Nothing was changed; make this edit by hand." == str(refused.value)


def test_malformed_text_is_told_with_what_to_do() -> None:
    with pytest.raises(ShowstatusError) as refused:
        set_key("a = = 1\n", "x", "b", 1)

    why = "Invalid value (at line 1, column 5)"
    assert f"The registry is not valid TOML ({why}). Mend it, then try again." == str(refused.value)


def test_an_array_is_written_on_one_line_as_long_as_that_holds_a_hundred_signs() -> None:
    fits = "x" * (100 - len('key = [""]'))

    assert f'key = ["{fits}"]' == statement("key", [fits])
    assert f'key = [\n    "{fits}x",\n]' == statement("key", (fits + "x",))
    assert f'key = "{fits * 2}"' == statement("key", fits * 2)


def test_comments_on_several_lines_all_move_above_a_value_and_one_behind_it_stays() -> None:
    text = "[show.x]\nids.a = 1   # one\nids.b = 2 # two\n"

    assert "[show.x]\n# two\nids = 3   # one\n" == set_key(text, "x", "ids", 3)
    assert '[show.x]\n# in\n# end\na = "y"\n' == set_key("[show.x]\na = [ # in\n] # end\n", "x", "a", "y")
