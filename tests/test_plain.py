"""Text from elsewhere, made harmless for a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showstatus.views.plain import one_line, web_link


@given(st.text(st.characters()))
def test_what_is_left_steers_nothing_and_is_one_line(text: str) -> None:
    shown = one_line(text)
    assert [] == [
        char
        for char in shown
        if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") and char not in "\u200c\u200d\u00ad"
    ]
    assert 1 >= len(shown.splitlines())
    assert shown == one_line(shown)


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"])))
def test_printable_text_stays_as_it_is(text: str) -> None:
    if text.isprintable():
        assert text == one_line(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Heartstopper", "Heartstopper"),
        ("two  spaces", "two  spaces"),
        ("a\tb\nc\r\nd\x0be", "a b c  d e"),
        ("\n edge \t", "edge"),
        ("\x1b[31mred", "\ufffd[31mred"),
        ("\u202eevil", "\ufffdevil"),
        ("zero\u200bwidth", "zero\ufffdwidth"),
        ("👩\u200d👧 نمی\u200cخواهم co\u00adop", "👩\u200d👧 نمی\u200cخواهم co\u00adop"),
        ("tag\U000e0041", "tag\ufffd"),
        ("lone\udcff", "lone\ufffd"),
    ],
)
def test_how_text_is_shown(text: str, shown: str) -> None:
    assert shown == one_line(text)


@pytest.mark.parametrize("url", ["https://example.org/a?b=c", "http://example.org"])
def test_an_address_of_the_web_may_be_a_link(url: str) -> None:
    assert url == web_link(url)


@pytest.mark.parametrize("url", [None, "", "javascript:alert(1)", "https://a\nb", "https://a\u202eb", "httpsx"])
def test_any_other_address_is_none(url: str | None) -> None:
    assert web_link(url) is None
