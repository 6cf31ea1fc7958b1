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
from showstatus.reader.cues.cue import Cue
from showstatus.reader.mentions.marked import Marked
from showstatus.reader.scales import Marks
from showstatus.reader.sentences import Sentence

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


_BITS = 32
"""What each kind has of a packed number; no sum comes near half of what they hold."""
_LANE, _HALF = 1 << _BITS, 1 << (_BITS - 1)


class Wording:
    """How much each mark of a sentence weighs for each kind of event."""

    def __init__(self, rows: dict[str, str]) -> None:
        """`rows` has by mark what it weighs, as it is written; by the empty one what each kind begins with."""
        self.kinds = tuple(rows.get("", "").split("\t")[:-1:2])
        self.beginnings = frozenset(mark.rpartition(" ")[0] for mark in rows if mark.count(" ") == 2)
        """The first two words of each run of three."""
        self._rows = rows
        self._packed: dict[str, int] = {}

    def together(self, of: Iterable[str]) -> Odds:
        """For each kind what marks weigh together, and what it begins with."""
        packed = sum(self._packed.get(mark) or self._pack(mark) for mark in self._rows.keys() & {"", *of})
        found = {}
        for kind in self.kinds:
            weight = ((packed + _HALF) & (_LANE - 1)) - _HALF
            found[kind] = weight / 100
            packed = (packed - weight) >> _BITS
        return found

    def _pack(self, mark: str) -> int:
        """What a mark weighs for all kinds in one whole number, each in its own bits, so that two add up in one step.

        They are hundredths of log odds: sums of whole numbers are the same in whatever order.
        """
        kinds = self._rows[mark].split("\t")
        weights = zip(kinds[::2], kinds[1::2], strict=True)
        packed = sum(round(float(weight) * 100) << (_BITS * self.kinds.index(kind)) for kind, weight in weights)
        self._packed[mark] = packed
        return packed


@cache
def fitted() -> Wording:
    """What `wording.txt` holds; of no kind where nothing was fitted."""
    return Wording(dict(line.split("\t", 1) for line in lexicon.lines("wording.txt")))


def kind_of(cue: str) -> str:
    """What a phrase of a kind states, in the words of `KINDS`; the kind itself where it is none of those."""
    return _AS.get(cue, cue)


def wording(sentence: Marked, here: Sequence[Cue]) -> Odds:
    """For each kind how likely it is that a sentence states it, in log odds; nothing where no weights were fitted.

    `here` are the phrases that stand in it.
    """
    known = fitted()
    return known.together(marks(sentence, here, known.beginnings))


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
