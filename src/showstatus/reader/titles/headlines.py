"""Which candidates does a headline speak for? It is cut at the words of the trade."""

from __future__ import annotations

import re
from collections.abc import Sequence

from showstatus.reader import lexicon
from showstatus.reader.mentions.numbers import season_mentions
from showstatus.reader.sentences import Sentence
from showstatus.reader.titles.candidates import title_case
from showstatus.reader.titles.pool import Candidate, Pool

_VERBS = (
    r"renew(?:ed|s|al|als)?|cancel(?:l?ed|s|lation|led|ing|ling)?|ax(?:ed|es|e)|sav(?:ed|es|e)|reviv(?:ed|es"
    r"|al)|scrap(?:ped|s)"
    r"|picked up|picks up|pickup|green-?lit|greenlights|order(?:s|ed)?|recommission(?:ed|s)|end(?:s|ed|ing)?"
    r"|return(?:s|ing)?|scores"
    r"|lands|gets|get|nabs|rescue[sd]|bags|sets|adds|casts|cast|finds|moves|moving|drops|dropped|resurrects|resurrected"
    r"|pulls the plug on|brings? back|passes on|confirm(?:s|ed)|reveal(?:s|ed)|announce[sd]?|happening|coming"
    r"|premieres?"
    r"|debuts?|release date|release|airs|air|finale|delayed|gives|wraps|starts|begins|resumes|filming"
    r"|production|trailer|teaser"
    r"|spoilers|everything|what|how|why|when|where|who|here|sneak peek|first look|key visual|is|are|was|were"
    r"|has|have|had|will|won['’]t"
    r"|to|not|could|may|might|did|does|do|won|ending|concludes?|concluding|back|more|star|stars|fans|review"
    r"|recap|update|updates|axing"
    r"|talks?|says|said|cancelled|dumped|shelved|likely|officially|finally|about|dies|leaves|leaving|joins|join"
    r"|split|production"
    r"|boss|creator|showrunner|explained|explains|preview|episodes?|seasons?|series|show|shows|split|sets"
    r"|poster|orders?"
)
_BREAK = re.compile(
    rf"(?i)(?<![\w’'])(?:{_VERBS})(?![\w’'])|[?!:;,|…“”\"()]|\.{{2,}}|\s[–—-]\s|(?<=\w)['’]s?(?=\s)|(?<=\s)['‘]"
    rf"|['’](?=\s|$|[,.:;?!])"
    r"|(?<![\w’'])(?:for|after|at|by|on|as|from|with|over|amid|despite|ahead|following|because|until|before|and"
    r"|in|of)(?![\w’'])"
)
_BEFORE = re.compile(
    r"(?i)(?:renews?|renewed|cancels?|cancel(?:l)?ed|axes|axe|saves?|orders?|picks? up|revives?|brings? back|scraps"
    r"|greenlights|pulls the plug on|recommissions|more|rescues|drops|resurrects|seasons? (?:\w+ )?of"
    r"|series (?:\w+ )?of|ends|passes on"
    r"|will|is|has|when|did|does|was)$"
)
_STATUS = re.compile(
    r"(?i)^['’]?s?,? ?(?:(?:has|have|is|are|was|will|won['’]t|to|gets?|officially|finally|not|going|be|been|set"
    r"|just|already)"
    r"\s)*(?:renew|cancel|ax(?:ed|es)|saved|revived|scrapped|picked up|greenlit|recommissioned|end|return"
    r"|scores|lands|nabs"
    r"|rescued|back|coming|premieres?|debuts?|moves|moving|gets|finale|renewal|release|filming|casts?|adds"
    r"|wraps|happening)"
)
_STRIP = re.compile(
    r"(?i)^(?:(?:breaking|exclusive|official|confirmed|it['’]s official|update|report|hit|beloved|popular"
    r"|fan-favou?rite"
    r"|fan favou?rite|new|two|three|the new|season|series|both|(?:{genres}))\s+)+"
)
_PEOPLE = re.compile(r" (?:Stars?|Alum\w*|Creators?|Boss|Showrunners?|Fans?|Writers?|Actors?|Hosts?)$")
"""Whose show or word it is: “Salt Road Star's New Drama”."""
_KIND_OF_SHOWS = re.compile(
    r"(?i)(?:^|[ -])(?:shows|dramas|k-?dramas|comedies|sitcoms|soaps|thrillers|programm?e?s|projects|originals|titles"
    r"|pilots|cartoons|favou?rites|hits|freshmen|rookies|newcomers|(?:\d+|two|three|four|five|six|seven|eight|nine|ten)"
    r" (?:[\w-]+ )*(?:series|anime))$"
)
"""What ends so names a kind of shows and no show: “4 Hit Dramas”, “Several Returning Series”."""


def weigh_headline(pool: Pool, sentences: Sequence[Sentence]) -> None:
    """The marks of what a headline names: chunks of it that could be titles, and what the body names as well."""
    if not sentences or sentences[0].role != "headline":
        return
    text = sentences[0].text
    for start, end in _chunks(text):
        candidate = _of_chunk(pool, text, start, end)
        if candidate is not None:
            _mark(candidate, text, start, end)
    for candidate in list(pool.candidates.values()):
        for form in list(candidate.forms):
            at = _place(form, text)
            if at >= 0:
                candidate.headline = True
                _mark(candidate, text, at, at + len(form))
                candidate.marks["in headline and text" if candidate.count > 0 else "only in the headline"] += 1
                break


def _place(form: str, text: str) -> int:
    """Where a name stands as whole words; -1 for nowhere."""
    at = text.find(form)
    while at >= 0:
        before, after = text[at - 1 : at] if at else "", text[at + len(form) : at + len(form) + 1]
        if not (before.isalnum() or after.isalnum()):
            return at
        at = text.find(form, at + 1)
    return -1


def _chunks(text: str) -> list[tuple[int, int]]:
    """The stretches of a headline between words that are hardly part of a title."""
    cuts = [(0, 0), *((m.start(), m.end()) for m in _BREAK.finditer(text)), (len(text), len(text))]
    cuts += [(m.start, m.end) for m in season_mentions(text)]
    cuts += lexicon.platforms_in(text)
    cuts.sort()
    found, at = [], 0
    for start, end in cuts:
        if start > at:
            piece = text[at:start]
            first = at + len(piece) - len(piece.lstrip())
            stripped = piece.strip()
            if stripped:
                found.append((first, first + len(stripped)))
        at = max(at, end)
    return found


def _of_chunk(pool: Pool, text: str, start: int, end: int) -> Candidate | None:
    surface = text[start:end]
    genres = lexicon.words().genres.pattern
    stripped = _PEOPLE.sub("", re.sub(_STRIP.pattern.replace("{genres}", genres), "", surface))
    if not stripped or not title_case(stripped) or (" " not in stripped and stripped.islower()):
        return None
    if _KIND_OF_SHOWS.search(stripped):
        return None
    if any(_place(form, text) >= 0 and stripped in form for c in pool.candidates.values() for form in c.forms):
        return None
    return pool.add(stripped.strip("'\"“”‘’ "))


def _mark(candidate: Candidate, text: str, start: int, end: int) -> None:
    before, after = text[:start].rstrip(" '‘“\""), text[end:].lstrip("'’”\"")
    if re.match(
        r"(?:['’]s)?,? ?(?:[Ss]eason|[Ss]eries|S)\s?(?:\d|[A-Z]?[a-z]+\b)"
        r"|(?:['’]s)? [\w-]+ (?:and [\w-]+ )?[Ss]eason| \d\b",
        after,
    ):
        candidate.marks["headline: season behind"] += 1
    if _STATUS.match(after):
        candidate.marks["headline: status behind"] += 1
    if _BEFORE.search(before):
        candidate.marks["headline: status before"] += 1
    if not before:
        candidate.marks["headline: begins"] += 1
        if after.startswith(":"):
            candidate.marks["headline: before a colon"] += 1
    if not after:
        candidate.marks["headline: ends"] += 1
    if re.search(lexicon.words().platforms.pattern + r"(?:['’]s?)?(?: [\w-]+){0,2}$", before):
        candidate.marks["headline: platform before"] += 1
