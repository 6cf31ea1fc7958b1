"""The words of a text as marks of a verdict, whatever phrases the lexicon knows.

Every word and every pair of words in the sentences that are about a show is a mark, and so is every one in the headline
of the text and in the headings over those sentences; `tools/fit_reader.py` makes what they weigh
(`lexicon/weights.txt`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence
from itertools import pairwise

from showstatus.reader import scales
from showstatus.reader.events.wording import words_of
from showstatus.reader.mentions.marked import Marked
from showstatus.reader.mentions.title import TitleMention
from showstatus.reader.scales import Marks

_STEM = 6
"""So many letters of a longer word stand for all its forms."""
_PAIR = 0.5
"""What a pair counts against a word by itself."""


def verdict_words(sentences: Sequence[Marked], places: Sequence[int], *, lead: bool) -> Marks:
    """The words that speak of one show as marks: those that weigh something, where that was fitted.

    `places` are those of the sentences that name it; every sentence is about the show that leads the text.
    """
    marks = marks_of(sentences[:1], f"{scales.WORDS}headline: ")
    if lead:
        marks |= marks_of(sentences, scales.WORDS)
    else:
        marks |= marks_of([sentences[place] for place in _about(sentences, places)], scales.WORDS)
        marks |= marks_of([sentences[place] for place in _over(sentences, places)], f"{scales.WORDS}over it: ")
    return those_of(marks, scales.weighed_words())


def those_of(marks: Marks, weighed: Container[str] | None) -> Marks:
    """Of some marks those that weigh something; all of them where nothing was fitted."""
    return marks if weighed is None else {mark: counts for mark, counts in marks.items() if mark in weighed}


def _about(sentences: Sequence[Marked], places: Sequence[int]) -> list[int]:
    """The places of the sentences that name a show, and in their blocks of the one before and of those behind.

    Of these only such as name no show.
    """
    found = set(places)
    for place in places:
        block = sentences[place].sentence.block
        before = place - 1
        if before >= 0 and sentences[before].sentence.block == block and not sentences[before].of(TitleMention):
            found.add(before)
        for behind in range(place + 1, len(sentences)):
            if sentences[behind].sentence.block != block or sentences[behind].of(TitleMention):
                break
            found.add(behind)
    return sorted(found)


def _over(sentences: Sequence[Marked], places: Sequence[int]) -> list[int]:
    """The places of the headings that name no show and stand next over each sentence that names one."""
    heads = (at for at, line in enumerate(sentences) if line.sentence.role == "heading")
    headings = [at for at in heads if not sentences[at].of(TitleMention)]
    before = {bisect_left(headings, place) for place in places}
    return [headings[count - 1] for count in sorted(before) if count]


def marks_of(sentences: Iterable[Marked], prefix: str) -> dict[str, float]:
    """Every word of some sentences as a mark, and every two that stand together."""
    stems, pairs = set[str](), set[str]()
    for sentence in sentences:
        words = [word[:_STEM] for word in words_of(sentence)]
        stems.update(words)
        pairs.update(f"{one} {two}" for one, two in pairwise(words))
    return {**{f"{prefix}{pair}": _PAIR for pair in pairs}, **{f"{prefix}{stem}": 1.0 for stem in stems}}
