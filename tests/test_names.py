"""Names as they are compared: folding, articles, initials and slugs."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showstatus.names import acronym, fold, free_slug, slug_for, without_article


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Heartstopper", "heartstopper"),
        ("HEARTSTOPPER", "heartstopper"),
        ("  Doctor   Who ", "doctor who"),
        ("Grey's Anatomy", "greys anatomy"),
        ("Grey’s Anatomy", "greys anatomy"),
        ("Tom & Jerry", "tom and jerry"),
        ("Tom&Jerry", "tom and jerry"),
        ("Pokémon", "pokemon"),
        ("Łódź: Ærø", "lodz aero"),
        ("Straße", "strasse"),
        ("9-1-1", "9 1 1"),
        ("The Office (UK)", "the office uk"),
        ("house_of-the.dragon", "house of the dragon"),
        ("M*A*S*H", "m a s h"),
        ("進撃の巨人", "進撃の巨人"),
        ("?!", ""),
        ("", ""),
        ("Heart\u200bstopper\x1b[31m", "heart stopper 31m"),
    ],
)
def test_how_a_name_is_compared(name: str, folded: str) -> None:
    assert folded == fold(name)


@given(st.text())
def test_a_folded_name_is_plain_and_stays_as_it_is(name: str) -> None:
    folded = fold(name)
    assert folded == fold(folded)
    assert re.fullmatch(r"(?:[^\W_]+(?: [^\W_]+)*)?", folded)


@given(st.text())
def test_neither_case_nor_composition_tells_names_apart(name: str) -> None:
    assert fold(name) == fold(unicodedata.normalize("NFD", name))
    assert fold(name) == fold(name.upper().lower().upper()) or not name.isascii()


@pytest.mark.parametrize(
    ("folded", "short"),
    [
        ("the office", "office"),
        ("a league of their own", "league of their own"),
        ("an education", "education"),
        ("the", "the"),
        ("theory", "theory"),
        ("into the night", "into the night"),
        ("the the", "the"),
    ],
)
def test_an_article_before_a_name_may_be_left_out(folded: str, short: str) -> None:
    assert short == without_article(folded)


@pytest.mark.parametrize(
    ("title", "initials"),
    [
        ("House of the Dragon", "hotd"),
        ("How I Met Your Mother", "himym"),
        ("The Handmaid's Tale", "tht"),
        ("9-1-1", "911"),
        ("Stranger Things", None),
        ("Heartstopper", None),
        ("", None),
    ],
)
def test_titles_of_three_words_have_initials(title: str, initials: str | None) -> None:
    assert initials == acronym(title)


@pytest.mark.parametrize(
    ("title", "qualifier", "slug"),
    [
        ("Heartstopper", None, "heartstopper"),
        ("The Office", "UK", "the-office-uk"),
        ("Fate: The Winx Saga", None, "fate-the-winx-saga"),
        ("Pokémon", None, "pokemon"),
        ("進撃の巨人", None, "進撃の巨人"),
        ("!?", None, "show"),
        ("!?", "UK", "uk"),
        ("../../etc/passwd\n[show.x]", None, "etc-passwd-show-x"),
    ],
)
def test_the_slug_of_a_new_show(title: str, qualifier: str | None, slug: str) -> None:
    assert slug == slug_for(title, qualifier)


def test_a_taken_slug_gets_the_first_qualifier_that_makes_it_free() -> None:
    taken = {"ghosts", "ghosts-2019"}
    assert ("dark", None) == free_slug("Dark", ("2017",), taken.__contains__)
    assert ("dark-de", "DE") == free_slug("Dark", ("2017",), taken.__contains__, first="DE")
    assert ("ghosts-us", "US") == free_slug("Ghosts", (None, "2019", "US"), taken.__contains__)
    assert ("ghosts-2", "2") == free_slug("Ghosts", ("2019",), taken.__contains__)


@given(st.text(), st.none() | st.text())
def test_a_slug_is_words_and_hyphens_and_names_its_show(title: str, qualifier: str | None) -> None:
    slug = slug_for(title, qualifier)
    assert re.fullmatch(r"[^\W_]+(?:-[^\W_]+)*", slug)
    assert fold(slug) == (fold(f"{title} {qualifier}" if qualifier else title) or "show")
