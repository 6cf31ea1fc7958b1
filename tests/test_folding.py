"""Sentences at a terminal: folded by words, at its width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showstatus.views.folding import fold
from tests.cli import cells

LETTERS = st.characters(categories=["L", "P"], include_characters="日本語é\u0301`")
TEXTS = st.lists(st.text(st.one_of(LETTERS, st.just(" "))), max_size=4).map("\n".join)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("It fits a line of 20.", "It fits a line of\n20."),
        ("It fits in one line.", "It fits in one line."),
        ("  indented, and too long", "  indented, and too\n  long"),
        ("- an item that is too long", "- an item that is\n  too long"),
        ("  2. the second of three", "  2. the second of\n     three"),
        ("12  a proposal to fold", "12  a proposal to\n    fold"),
        ("12 shows are not a list", "12 shows are not a\nlist"),
        ("See https://example.org/a/long/address now.", "See\nhttps://example.org/a/long/address\nnow."),
        ("a record\tis no sentence", "a record\tis no sentence"),
        ("two lines are folded\n\nfor themselves, each", "two lines are folded\n\nfor themselves, each"),
        ("進撃の巨人 進撃の巨人 進撃", "進撃の巨人\n進撃の巨人 進撃"),
        ("é" * 19 + ".", "é" * 19 + "."),
        ("e\u0301" * 11 + " 12345678", "e\u0301" * 11 + " 12345678"),
        ("Try `showstatus read --help`.", "Try\n`showstatus read --help`."),
        ("By that estimate 80 %, at most", "By that estimate\n80 %, at most"),
        ("A lone ` splits a text as any sign", "A lone ` splits a\ntext as any sign"),
        ("a  gap   goes where a line ends", "a  gap   goes where\na line ends"),
    ],
)  # fmt: skip
def test_how_a_text_is_folded_at_20_columns(text: str, folded: str) -> None:
    assert folded == fold(text, 20)


def test_what_hangs_is_indented_below_the_first_line() -> None:
    assert "showstatus: No show\n  is named so." == fold("showstatus: No show is named so.", 20, 2)


def test_an_indentation_that_takes_most_of_the_width_is_given_up() -> None:
    assert "            far in\nand long" == fold("            far in and long", 20)


@given(TEXTS, st.integers(1, 40), st.integers(0, 4))
def test_folding_loses_no_word_and_adds_none(text: str, width: int, hanging: int) -> None:
    folded = fold(text, width, hanging)

    assert text.split() == folded.split()
    assert [line.split() for line in text.split("\n")] == [line.split() for line in fold(text, 500).split("\n")]


@given(TEXTS, st.integers(8, 40))
def test_only_a_single_word_is_wider_than_the_width(text: str, width: int) -> None:
    wide = [line for line in fold(text.replace("`", "'"), width).split("\n") if cells(line.rstrip()) > width]

    assert [] == [line for line in wide if len(line.lstrip(" -*").split()) > 1]


@given(TEXTS, st.integers(1, 40))
def test_what_is_folded_stays_folded(text: str, width: int) -> None:
    assert fold(text, width) == fold(fold(text, width), width)
