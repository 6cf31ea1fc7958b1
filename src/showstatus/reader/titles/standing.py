"""How a title stands in its sentence: alone, as the entry of a list does, or apart from the words around it."""

from __future__ import annotations

import re

from showstatus.reader import scales
from showstatus.reader.mentions.times import date_mentions
from showstatus.reader.sentences import Sentence
from showstatus.reader.titles.entries import LISTED
from showstatus.reader.titles.marks import ENTRY_LABEL, around

STANDS_OUT = 0.6
"""The marks beside an everyday word that make it a title there weigh so much."""
_LOWER_BEFORE = re.compile(r"\b[a-z]+ $")
_SLOT = re.compile(
    r"^(?:(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,? )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
    r"\.? \d{1,2}(?:st|nd|rd|th)?,? )?(?:at )?\d{1,2}(?::\d\d)?(?: ?[ap]\.?m\b\.?|/\d{1,2}(?::\d\d)?c)?[ :–-]*"
)
"""The day and hour at which a line says that something is on."""
_IN_BRACKETS = re.compile(r"\((?=[^()]*(?:[Ss]eason|[Ss]eries|[Pp]remiere|[Ff]inale))[^()]*\)")
_DAY_BEFORE = re.compile(r"(?i)\b(?:on|last|next|this|late|early|every|by|until|since|in) $")


def is_alone(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether a title stands by itself in its line, or begins a line that tells of nothing else."""
    if match.start() <= 2 and sentence.role != "headline":
        line = LISTED.match(sentence.text)
        if line and line.start("title") <= match.start() and line.end("title") <= match.end() + 1:
            return True
    labelled = match.start() <= 1 and sentence.role in ("body", "item") and ENTRY_LABEL.match(sentence.text)
    if labelled and re.match(r"[”\"’']?(?::| [–—-]) ", sentence.text[match.end() :]):
        return True
    rest = _SLOT.sub("", sentence.text[: match.start()]) + sentence.text[match.end() :]
    if sentence.role == "body" and rest.strip(" “”\"‘’'") == ".":
        return True
    return sentence.role in ("heading", "item") and len(re.findall(r"\w+", _IN_BRACKETS.sub("", rest))) <= 6


def stands_out(sentence: Sentence, start: int, end: int) -> bool:
    """Whether an everyday word is a title here: not at the beginning of its sentence, or with a mark of its own."""
    before, after = sentence.text[:start], sentence.text[end:]
    day = bool(date_mentions(sentence.text[start:end]))
    if day and _DAY_BEFORE.search(before):
        return False
    if sentence.role == "headline" and start == 0:
        return True
    marks = around(before, after, sentence, quoted=before[-1:] in tuple("'\"“‘*"))
    if sum(scales.title_weights().get(mark, 0.0) for mark in marks) >= STANDS_OUT:
        return True
    if day and _LOWER_BEFORE.search(before):  # “the network announced Wednesday”
        return False
    return bool(before.strip()) and before.rstrip()[-1:] not in tuple('.!?:“"—') and sentence.role != "headline"


_SHORTHAND = re.compile(
    r"['’”\"]? (\d{1,2}|II|III|IV|VI{0,3}|IX)(?![\w%]|:\d|st|nd|rd|th|[ -](?:episodes?|years?|days?|million|more))"
)
_ROMAN = {"I": 1, "V": 5, "X": 10}


def shorthand(text: str, end: int) -> tuple[int, int | None]:
    """Where a title ends that may stand with the number of its season, and that number: “Mirzapur 3”, “Bancroft II”."""
    found = _SHORTHAND.match(text, end)
    return (found.end(), _numeral(found[1])) if found and text[end] == " " else (end, None)


def _numeral(figures: str) -> int:
    if figures.isdigit():
        return int(figures)
    values = [_ROMAN[sign] for sign in figures]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))


def is_cry(title: str) -> bool:
    """Whether words stand in capitals throughout, as what is put before a headline does: “SOONER THAN YOU THINK”."""
    return title.isupper() and len(title.split()) > 2


def parts_of(key: str) -> list[str]:
    """All shorter runs of words within a key."""
    words = key.split()
    return [" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1) if j - i < len(words)]
