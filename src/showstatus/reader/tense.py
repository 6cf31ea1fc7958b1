"""What a phrase tells, is it done or still to come? And is it the show that ends, or a season? By its words alone."""

from __future__ import annotations

import re

from showstatus.reader.cues import DECISIONS, Cue
from showstatus.reader.lexicon import SEASON
from showstatus.reader.mentions import Marked
from showstatus.reader.times import DateMention

_NAMED_DAY = re.compile(r"(?i) (?:premiere|debut|launch|release|return)(?= )")
_PAST = re.compile(
    r"(?i) (?:came|went|aired|ended|wrapped|concluded|finished|closed|began|started|resumed|commenced|entered|kicked"
    r"|completed|dropped|landed|signed|bowed|restarted|got|stopped|was|were|had|has|have)\b"
)
_DONE = DECISIONS | {"premiered"}


def tense_of(sentence: Marked, cue: Cue, mention: DateMention | None) -> str:
    """Whether a date without a year lies before or behind the day of publication."""
    text = sentence.text
    place = next((at for at, found in sentence.mentions.items() if found is mention), -1)
    inside = cue.start <= place < cue.end
    if (
        cue.kind == "window"
        or (cue.kind == "delayed" and inside)
        or (cue.future and cue.kind in ("premiered", "finale"))
    ):
        return "future"
    if cue.kind == "premiered" and _NAMED_DAY.search(text[cue.start : cue.end]):
        return ""
    if cue.kind in _DONE or cue.kind == "delayed" or _PAST.search(text[cue.start : cue.end]):
        return "past"
    return "future" if cue.future else ""


_ENDS = re.compile(r"(?i) (?:end|conclude|com(?:e|es|ing) to an end|come to a close|finish|close|wrap)$")


def ends_on(sentence: Marked, cue: Cue, mention: DateMention | None) -> bool:
    """Whether it is only told when a season ends: “season 3 will conclude on Friday”."""
    return cue.phrase.source.startswith("(come ") or (
        mention is not None and bool(_ENDS.search(sentence.text[cue.start : cue.end]))
    )


def season_ends(sentence: Marked, cue: Cue) -> bool:
    """Whether it is a season that ended, and not the show: “the first season ended its run”."""
    before, inside = sentence.text[cue.clause[0] : cue.start], sentence.text[cue.start : cue.end]
    behind = re.match(rf" (?:of|with|after|following)(?: [a-z-]+){{0,2}} {SEASON}", sentence.text[cue.end :])
    return (SEASON in before and SEASON not in inside and not behind) or f" of {SEASON}" in inside
