"""Which phrases tell nothing of any show? Those of people, of shows at large, of trailers, and what only measures."""

from __future__ import annotations

from functools import lru_cache

from showstatus.reader.cues.arguments import is_general
from showstatus.reader.cues.cue import Cue
from showstatus.reader.events.shoots import is_measure
from showstatus.reader.events.strangers import is_stranger
from showstatus.reader.events.things import is_beside, is_of_thing
from showstatus.reader.mentions.marked import Marked
from showstatus.reader.mentions.numbers import SeasonMention


@lru_cache(4096)  # a text may be gone through twice
def is_idle(sentence: Marked, cue: Cue) -> bool:
    """Whether a phrase tells nothing of any show."""
    return is_stranger(sentence, cue) or is_general(sentence, cue) or _by_the_way(sentence, cue)


def _by_the_way(sentence: Marked, cue: Cue) -> bool:
    """Whether a phrase only counts seasons, measures time (“a year after it wrapped”), or is of a trailer or book."""
    if cue.kind == "renewed" and cue.phrase.voice == "passive":  # “they have three series” says how many there are
        inside = [season for _, season in sentence.of(SeasonMention, cue.start, cue.end)]
        if any(season.aired and not season.numbers for season in inside):
            return True
    return is_of_thing(sentence, cue) or is_beside(sentence, cue) or is_measure(sentence, cue)
