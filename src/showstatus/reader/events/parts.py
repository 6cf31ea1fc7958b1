"""Which part of a season is spoken of? “Volume 2”, “the second half”, “the remaining episodes” have their own days."""

from __future__ import annotations

import re

from showstatus.reader.cues.cue import Cue
from showstatus.reader.lexicon import DATE, SHOW
from showstatus.reader.mentions.marked import Marked
from showstatus.reader.mentions.numbers import number

_PART = r"(?:parts?|volumes?|vols?(?: \.)?|halves|half|cours?|batch|chunk|portion|block)"
REST = 99
"""What is left of a season, whichever part that is."""
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_FORMS = re.compile(
    rf"(?i) (?:(?P<named>(?:part|volume|vol(?: ?\.)?|cour) (?P<count>\d|one|two|three|four|i{{1,3}}|iv))"
    rf"|(?P<nth>first|second|third|fourth) {_PART}"
    r"|(?P<later>(?:back|latter|other) half"
    r"|(?:remaining|last|final|other|concluding|closing) (?:(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten"
    r"|batch of|block of|set of) )?(?:episodes|instal?lments|chapters|hours)"
    r"|rest of (?:the|its) (?:season|series|episodes|run)))(?=[ ,])"
)
_DAY = re.compile(
    rf"(?: of (?:the )?[^ ,;:().]+)?(?: [,:!(])*(?: (?:will|to|be|is|are|then|which|also|set|for|due|out|follow|follows"
    rf"|following|arrive|arrives|arriving|land|lands|drop|drops|come|comes|coming|debut|debuts|premiere|premieres"
    rf"|release|releases|stream|streams|return|returns|available|on|in|from|released))*(?: ,)? ({DATE})"
)
"""What stands between a part and its day."""


def part_of(sentence: Marked, cue: Cue) -> int:
    """The part of a season that a phrase is told of; 0 for all of it, or where no part is named."""
    found = list(_FORMS.finditer(sentence.text, cue.clause[0], cue.end))
    return _number(found[-1]) if found else 0


def part_beside(text: str) -> int:
    """The part that a line of a list names: “X season 3, part 2 – 13 June”."""
    found = _FORMS.search(text)
    return _number(found) if found else 0


def dated_parts(sentence: Marked) -> list[tuple[int, int]]:
    """The parts a sentence names right before a day, each with the place of that."""
    found = []
    for match in _FORMS.finditer(sentence.text):
        day = _DAY.match(sentence.text, match.end())
        if day is not None and SHOW not in day[0]:
            found.append((_number(match), day.start(1)))
    return found


def _number(match: re.Match[str]) -> int:
    if match["later"]:
        return 2 if match["later"].lower().endswith("half") else REST
    word = (match["count"] or match["nth"]).lower()
    return _ROMAN.get(word) or number(word)
