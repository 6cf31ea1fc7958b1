"""Which candidates do the phrases of the lexicon speak of? What is renewed, cancelled or due on a day is a title."""

from __future__ import annotations

from collections.abc import Iterable

from showstatus.reader.cues.arguments import shows_of
from showstatus.reader.cues.cue import Cue, cues
from showstatus.reader.mentions.marked import Marked, marked
from showstatus.reader.mentions.title import TitleMention
from showstatus.reader.sentences import Sentence
from showstatus.reader.titles.candidates import Spans, key_of
from showstatus.reader.titles.pool import Pool

NEAR = 3
"""At most so many words lie between a phrase and what it is surely told of."""
_GROUPS = {
    "renewed": "decision", "returns": "return", "cancelled": "decision", "saved": "decision", "moved": "decision",
    "final": "end", "ended": "end", "finale": "end", "alive": "pending", "pending": "pending",
    "window": "day", "premiered": "day", "delayed": "day", "ordered": "order", "back-order": "order",
    "production": "step", "writing": "step", "casting": "casting", "filming-started": "step",
    "filming-wrapped": "step", "post-production": "step",
}  # fmt: skip


def weigh_cues(pool: Pool, sentences: Iterable[tuple[Sentence, Spans]]) -> None:
    """The marks of what is told of each candidate, as if all names that are nobody's were titles."""
    for sentence, spans in sentences:
        names = _names(pool, sentence, spans)
        if not names:
            continue
        line = marked(sentence, names)
        for cue in cues(line):
            for at, key in shows_of(line, cue):
                pool.candidates[key].marks.update(_marks(line, cue, at))


def _names(pool: Pool, sentence: Sentence, spans: Spans) -> list[TitleMention]:
    made = []
    for start, end, quoted in spans:
        surface = sentence.text[start:end]
        found = pool.candidates.get(key_of(surface))
        if found is None or (not quoted and (found.person or (found.everyday and start == 0))):
            continue
        made.append(TitleMention(start, end, found.key, surface))
    return made


def _marks(line: Marked, cue: Cue, at: int) -> list[str]:
    group = _GROUPS[cue.kind]
    if cue.start <= at < cue.end:
        return [f"told of it: {group}"]
    side, between = ("before", line.text[at + 1 : cue.start]) if at < cue.start else ("behind", line.text[cue.end : at])
    near = len(between.split()) <= NEAR
    return [f"told of it {side}: {group}", *([f"told of it right {side}: {group}"] if near else [])]
