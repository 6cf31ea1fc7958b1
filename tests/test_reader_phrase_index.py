"""What is left out where phrases are looked for: never one that would be found."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest

from showstatus.reader import lexicon
from showstatus.reader.cues import phrase_index
from showstatus.reader.cues.phrase_index import phrases_for
from showstatus.reader.lexicon import DATE, PLATFORM, SEASON, SHOW

SAID_AS = (
    {"S": SEASON, "D": DATE, "X": SHOW, "P": PLATFORM, "T": "the series", "..": "", "...": "", "....": "", "END": ""},
    {
        "S": f"a ten-episode {SEASON}", "D": f"the {DATE}", "X": f"the drama {SHOW}", "P": PLATFORM, "T": SHOW,
        "..": "then there", "...": "then there", "....": "then there", "END": "",
    },
)  # fmt: skip
VERBS = (
    {"BE": "is", "HAVE": "has", "WILL": "will", "NOT": "not"},
    {"BE": "getting", "HAVE": "having", "WILL": "shall", "NOT": "never"},
    {"BE": "were", "HAVE": "had", "WILL": "is set to", "NOT": "no longer"},
)
Chosen = Callable[[Sequence[str]], str]


def written(source: str, chosen: Chosen, verbs: dict[str, str], *, whole: bool, plain: bool) -> str:
    """A sentence that says what a phrase is written as; of its alternatives those `chosen`, with `whole` all of it.

    Where it is not `plain`, other words and signs stand wherever they may.
    """
    inside = source
    while bracket := re.search(r"\(([^()\[\]]*)\)|\[([^()\[\]]*)\]", inside):
        if bracket[1] is None and not (whole and bracket[2] != "-"):
            inside = inside.replace(bracket[0], "-" if bracket[2] == "-" else "", 1)
        else:
            inside = inside.replace(bracket[0], chosen((bracket[1] or bracket[2]).split(" | ")), 1)
    said_as = SAID_AS[not plain] | verbs
    ending, hyphen, between = ("", "-", " ") if plain else ("ing-like", " ", " , \" ' ")
    said = [said_as.get(word, word.lower().replace("*", ending).replace("~", hyphen)) for word in inside.split()]
    return f" {between.join(word for word in said if word)} "


def first(ways: Sequence[str]) -> str:
    return ways[0]


def last(ways: Sequence[str]) -> str:
    return ways[-1]


@pytest.mark.parametrize("plain", [True, False])
@pytest.mark.parametrize("verbs", VERBS)
@pytest.mark.parametrize(("chosen", "whole"), [(first, False), (last, False), (first, True), (last, True)])
def test_a_phrase_is_looked_for_where_its_own_words_stand(
    chosen: Chosen, whole: bool, verbs: dict[str, str], plain: bool
) -> None:
    found = 0
    for phrase in lexicon.phrases():
        text = written(phrase.source, chosen, verbs, whole=whole, plain=plain)
        if phrase.pattern.search(text):
            found += 1
            assert phrase in phrases_for(text), (phrase.source, text)

    assert found > (0.9 if plain else 0.7) * len(lexicon.phrases())


def test_a_phrase_of_which_nothing_can_be_said_is_always_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    phrase = lexicon.Phrase("pending", "noun", "élan*")
    monkeypatch.setattr(phrase_index, "phrases", lambda: (phrase,))
    for cached in (phrase_index._index, phrase_index._asked_of):
        monkeypatch.setattr(phrase_index, cached.__name__, cached.__wrapped__)

    assert [phrase] == phrases_for(" nothing of the kind . ")


def test_of_an_everyday_sentence_few_phrases_are_looked_for() -> None:
    looked_for = phrases_for(" it is a drama about two sisters who move to the coast in the spring . ")

    assert len(looked_for) < 10


def test_two_words_that_have_to_stand_together_are_not_enough_apart() -> None:
    assert "on the bubble" in {phrase.source for phrase in phrases_for(' it is on , " the bubble . ')}
    assert "on the bubble" not in {phrase.source for phrase in phrases_for(" the bubble burst on it . ")}


def test_a_word_with_any_ending_is_seen_by_how_it_begins() -> None:
    assert "swoop* in" in {phrase.source for phrase in phrases_for(" the network swooped in . ")}
    assert "swoop* in" not in {phrase.source for phrase in phrases_for(" the network swung in . ")}
