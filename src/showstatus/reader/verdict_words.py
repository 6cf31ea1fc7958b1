"""The words of a text as marks of a verdict, whatever phrases the lexicon knows.

Every word and every pair of words in the sentences that are about a show is a mark; `tools/fit_reader.py` makes what
they weigh (`lexicon/weights.txt`).
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from showstatus.reader import scales
from showstatus.reader.mentions import Marked
from showstatus.reader.sureness import Marks
from showstatus.reader.wording import words_of

_STEM = 6
"""So many letters of a longer word stand for all its forms."""
_PAIR = 0.5
"""What a pair counts against a word by itself."""


def verdict_words(sentences: Iterable[Marked]) -> Marks:
    """The words and pairs of words of some sentences as marks: those that weigh something, where that was fitted."""
    known = scales.weighed_words()
    stems, pairs = set[str](), set[str]()
    for sentence in sentences:
        words = [word[:_STEM] for word in words_of(sentence)]
        stems.update(words)
        pairs.update(f"{one} {two}" for one, two in pairwise(words))
    found = {**{f"{scales.WORDS}{pair}": _PAIR for pair in pairs}, **{f"{scales.WORDS}{stem}": 1.0 for stem in stems}}
    return found if known is None else {mark: counts for mark, counts in found.items() if mark in known}
