"""Did you mean: slips of the finger in the titles of the shipped registry are understood, and other words are not."""

from __future__ import annotations

import random
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from showstatus.errors import AmbiguousName, NoSuchShow
from showstatus.ledger.ledger import Ledger
from showstatus.names import fold

SHIPPED = Path(__file__).resolve().parent.parent / "data" / "shows.toml"
NO_SHOWS = """
weather invoice keyboard tomorrow football garden python linux server window
table river mountain history music paper bicycle elephant quantum triangle
sandwich apple banana orchestra umbrellas airport hospital teacher december yellow
tonight
season two|netflix|hello world|asdf|xyzzy|qwerty|breaking bread|the long road home
midnight train|silent river|blue moon rising|salt road|the great escape
foo|new show|what is on tonight|a day in the park|zzz|no such thing
"""
WORDS = [words for line in NO_SHOWS.split("\n") for words in (line.split("|") if "|" in line else line.split())]


@pytest.fixture(scope="module")
def ledger() -> Iterator[Ledger]:
    one = Ledger(None, shipped=str(SHIPPED), user="/nowhere/at/all.toml")
    yield one
    one.close()


def slip(text: str, chance: random.Random) -> str:
    """The text with one letter left out, doubled up, replaced, or two changed round."""
    at = chance.randrange(len(text) - 1)
    letter = chance.choice(string.ascii_lowercase)
    left_out, more = text[:at] + text[at + 1 :], text[:at] + letter + text[at:]
    other, round_ = text[:at] + letter + text[at + 1 :], text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return chance.choice((left_out, more, other, round_))


def suggestions(ledger: Ledger, name: str) -> list[str] | None:
    """What is suggested for a name; None for one that is a show's after all."""
    try:
        ledger.resolve(name)
    except NoSuchShow as missed:
        return list(missed.suggestions)
    except AmbiguousName:
        return None
    return None


def test_of_a_slip_in_a_title_the_title_is_suggested(ledger: Ledger) -> None:
    chance = random.Random(1)
    titles = chance.sample(sorted(entry.show.display for entry in ledger.entries(followed=False)), 60)
    asked = [(title, suggestions(ledger, slip(fold(title), chance))) for title in titles]
    told = [(title, found) for title, found in asked if found is not None]

    assert 50 <= len(told)
    assert len(told) * 0.9 <= sum(title in found for title, found in told), told
    assert len(told) * 1.2 >= sum(map(len, (found for _, found in told)))


def test_of_a_word_that_is_no_show_next_to_nothing_is_suggested(ledger: Ledger) -> None:
    assert 50 == len(WORDS)
    assert {"quantum": ["Quantum Leap (2022)"], "river": ["Virgin River"], "teacher": ["Reacher"]} == {
        word: found for word in WORDS if (found := suggestions(ledger, word))
    }
