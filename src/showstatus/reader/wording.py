"""How likely does a sentence state that something happened? By all its words together.

A phrase (`cues`) is found wherever it stands; the words around it tell whether it means what it says there. What each
run of words weighs is fitted by `tools/fit_wording.py` on labelled sentences (`lexicon/wording.txt`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise

from showstatus.reader import lexicon
from showstatus.reader.cues import Cue
from showstatus.reader.mentions import Marked
from showstatus.reader.sentences import Sentence
from showstatus.reader.sureness import Marks

KINDS = (
    "ordered", "renewed", "cancelled", "final-season", "saved", "writing", "casting", "filming-started",
    "filming-wrapped", "post-production", "delayed", "window", "premiered", "finale",
)  # fmt: skip
"""What a sentence may state, in the words of claims; that a season is to come is one, by day or window."""
Odds = Mapping[str, float]
"""For each kind of event how likely some words state it, in log odds."""
_AS = {
    "final": "final-season", "ended": "final-season", "back-order": "ordered", "returns": "renewed", "moved": "saved",
}  # fmt: skip
"""The kinds of phrases that the words of claims tell in other words."""
_STEM = 5
"""So many letters of a longer word stand for all its forms."""
_SIGNS = {
    ord(lexicon.SHOW): "<show>", ord(lexicon.SEASON): "<season>", ord(lexicon.DATE): "<date>",
    ord(lexicon.PLATFORM): "<platform>",
}  # fmt: skip
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Wording:
    """How much each mark of a sentence weighs for each kind of event, in hundredths of log odds.

    Whole numbers, for their sum is the same in whatever order.
    """

    kinds: tuple[str, ...]
    first: tuple[int, ...]
    """What each kind begins with."""
    weights: dict[str, tuple[tuple[int, int], ...]]
    """By mark the places of kinds, and what it weighs for them."""
    beginnings: frozenset[str]
    """The first two words of each run of three."""


@cache
def fitted() -> Wording:
    """What `wording.txt` holds; of no kind where nothing was fitted."""
    rows = [line.split("\t") for line in lexicon.lines("wording.txt")]
    kinds, first = rows[0][1::2] if rows else [], rows[0][2::2] if rows else []
    place = {kind: at for at, kind in enumerate(kinds)}
    weights = {
        mark: tuple(zip(map(place.__getitem__, pairs[::2]), map(_hundredths, pairs[1::2]), strict=True))
        for mark, *pairs in rows[1:]
    }
    beginnings = frozenset(mark.rpartition(" ")[0] for mark in weights if mark.count(" ") == 2)
    return Wording(tuple(kinds), tuple(map(_hundredths, first)), weights, beginnings)


@cache  # there are some hundreds of them
def _hundredths(weight: str) -> int:
    return round(float(weight) * 100)


def kind_of(cue: str) -> str:
    """What a phrase of a kind states, in the words of `KINDS`; the kind itself where it is none of those."""
    return _AS.get(cue, cue)


def wording(sentence: Marked, here: Sequence[Cue]) -> dict[str, float]:
    """For each kind how likely it is that a sentence states it, in log odds; nothing where no weights were fitted.

    `here` are the phrases that stand in it.
    """
    known = fitted()
    odds = list(known.first)
    for mark in marks(sentence, here, known.beginnings):
        for kind, weight in known.weights.get(mark, ()):
            odds[kind] += weight
    return {kind: likely / 100 for kind, likely in zip(known.kinds, odds, strict=True)}


def strongest(said: Iterable[Odds]) -> Odds:
    """For each kind how likely the sentence states it that is likeliest to."""
    best: dict[str, float] = {}
    for odds in said:
        for kind, likely in odds.items():
            if likely > best.get(kind, -math.inf):
                best[kind] = likely
    return best


@dataclass(frozen=True, slots=True)
class Words:
    """What a text is likely to state by its words alone."""

    anywhere: Odds
    """By any sentence; most name no show."""
    named: Odds
    """By those that name one show."""
    marks: Marks = field(default_factory=dict)
    """The words of those that are about it, as marks of its verdict."""
    sentence: Sentence | None = None
    """The first that names it, if possible with a season."""


def marks(sentence: Marked, here: Sequence[Cue], beginnings: Container[str] | None = None) -> set[str]:
    """What the weights know a sentence by: runs of up to three words, stems, its role, its mentions, its phrases.

    Of three words only those runs whose first two are among `beginnings` (all of them where that is None).
    """
    words = words_of(sentence)
    pairs = [f"{one} {two}" for one, two in pairwise(words)]
    found = {*words, *pairs}
    found |= {
        f"{pair} {word}"
        for pair, word in zip(pairs, words[2:], strict=False)
        if beginnings is None or pair in beginnings
    }
    found |= {f"{word[:_STEM]}*" for word in words if len(word) > _STEM and word[0] != "<"}
    mentions = {sign: words.count(sign) for sign in _SIGNS.values()}
    found |= {f"= {min(3, count)} {sign}" for sign, count in mentions.items()}
    found.add(f"= {sentence.sentence.role}")
    return found | set(_of_phrases(here, [sign for sign, count in mentions.items() if count]))


def _of_phrases(here: Sequence[Cue], mentions: Sequence[str]) -> Iterable[str]:
    for cue in here:
        kind = kind_of(cue.kind)
        tense = f"{', to come' if cue.future else ''}{', before' if cue.before else ''}"
        yield f"= {kind}, {cue.mood}{tense}"
        yield from (f"= {kind} and {sign}" for sign in mentions)


@lru_cache(2048)  # asked for its wording, for the verdict of each show that it is about, and for whether it is news
def words_of(sentence: Marked) -> tuple[str, ...]:
    """The words of a marked sentence in small letters; mentions are named, and numbers are all the same."""
    return tuple(words_in(sentence.text))


def words_in(text: str) -> list[str]:
    """The words of a piece of one."""
    return _DIGITS.sub("#", text.lower()).translate(_SIGNS).split()
