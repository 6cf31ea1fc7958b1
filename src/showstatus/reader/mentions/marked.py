"""What does a sentence speak of? Its shows, seasons, dates and platforms, and a marked copy to look for phrases in.

A marked sentence is lower-level text: each mention is one character (`lexicon.SHOW` …), contractions are written out,
signs stand by themselves, and a space stands before and behind every word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, TypeAlias, TypeVar

from showstatus.reader import lexicon
from showstatus.reader.mentions.numbers import SeasonMention, season_mentions
from showstatus.reader.mentions.times import DateMention, date_mentions, in_year
from showstatus.reader.mentions.title import TitleMention
from showstatus.reader.sentences import Sentence

Mention = TitleMention | SeasonMention | DateMention | str
M = TypeVar("M", TitleMention, SeasonMention, DateMention, str)
_Span: TypeAlias = tuple[int, int, str, Mention]
"""Start, end, sign and what is meant."""
_DONE = (
    r"been|had|read|begun|gone|got|gotten|seen|heard|made|written|done|taken|given|known|shot|met|told|found|left|kept"
    r"|(?!need|proceed|succeed|exceed|speed)\w{3,}ed"
)
"""What makes of “he'd” that he had."""
_CONTRACTIONS = (
    ("t", re.compile(r"\bcan['’]t\b", re.I), "can not"),
    ("t", re.compile(r"\bwon['’]t\b", re.I), "will not"),
    ("t", re.compile(r"n['’]t\b", re.I), " not"),
    ("m", re.compile(r"\bI['’]m\b", re.I), "I am"),
    ("r", re.compile(r"['’]re\b", re.I), " are"),
    ("v", re.compile(r"['’]ve\b", re.I), " have"),
    ("l", re.compile(r"['’]ll\b", re.I), " will"),
    (
        "s",
        re.compile(
            r"\b(it|that|there|he|she|who|which)['’]s\b(?= (?:\w+ly |now |just |also )?(?:been|begun|got|had)\b)", re.I
        ),
        r"\1 has",
    ),
    ("s", re.compile(r"\b(it|that|there|he|she|what|who|here|which)['’]s\b", re.I), r"\1 is"),
    ("s", re.compile(r"['’]s (?=(?:already |also |just |now |not )?been\b)"), " has "),
    ("s", re.compile(r"\b(nothing|nobody|everything|something|no one)['’]s\b", re.I), r"\1 is"),
    ("d", re.compile(rf"['’]d\b(?= (?:(?:\w+ly|just|never|not|all|also|only|always) )*(?:{_DONE})\b)", re.I), " had"),
    ("d", re.compile(r"['’]d\b", re.I), " would"),
    ("s", re.compile(r"['’]s\b"), " 's"),
)
"""What is drawn together, by the letter behind its apostrophe, and written out."""
_CANNOT = re.compile(r"\bcan(?:no)?t\b", re.I)
_APOSTROPHE = re.compile(r"['’](\w)")
_HOUR = re.compile(rf"\b([ap])\.m\.(?=,| (?:[a-z({lexicon.DATE}{lexicon.PLATFORM}]|E[SD]?T\b|PT\b|CT\b|$))")
"""An hour within a sentence, whose stop ends none: “at 9 p.m. on Monday”."""
_COUNTRY = re.compile(r"\b(U\.[SK])\.(?=,? (?:[a-z]|$))")
"""A country within a sentence, whose stop ends none either: “in the U.S. and on May 3”."""
_SHORT = re.compile(r"\b(Bros|Mr|Mrs|Ms|Dr|vs)\.(?=[’'\"”]* )")
"""A word that is cut short within a sentence, whose stop ends none: “Warner Bros. has said”."""
_SIGN = re.compile(r"([,;:()\[\]“”\"‘?!…—]|(?<![\w ])['’]|(?<!\w)['’](?!s\b)|['’](?!s)|\.(?=\s|$|[\"”’'])| [-–] )")
_OURS = {ord(sign): " " for sign in (lexicon.SHOW, lexicon.SEASON, lexicon.DATE, lexicon.PLATFORM)}
"""The signs of mentions, should a text hold them."""
_PLAIN = str.maketrans("“”‘’—…", "\"\"''!!")
"""Marks that phrases need not know apart, in ASCII: sets of those compile far quicker. A dash parts as “!” does."""
_IN_YEAR = re.compile(r"\b20\d\d\b")


@dataclass(slots=True, eq=False)
class Marked:
    """A sentence with its mentions in place."""

    sentence: Sentence
    text: str
    """The marked copy."""
    mentions: dict[int, Mention] = field(default_factory=dict)
    """Each mention by its place in `text`."""
    _by_kind: dict[type, list[tuple[int, Any]]] = field(default_factory=dict)

    def of(self, kind: type[M], start: int = 0, end: int | None = None) -> Sequence[tuple[int, M]]:
        """The mentions of a kind between two places, in order."""
        every = self._by_kind.get(kind)
        if every is None:
            every = self._by_kind[kind] = [pair for pair in self.mentions.items() if isinstance(pair[1], kind)]
        if start == 0 and end is None:
            return every
        last = len(self.text) if end is None else end
        return [pair for pair in every if start <= pair[0] < last]

    def put(self, at: int, mention: Mention) -> None:
        """Let something else be meant at a place; before anybody asks whose a phrase is, for answers are kept."""
        self.mentions[at] = mention
        self._by_kind.clear()


def marked(sentence: Sentence, titles: list[TitleMention]) -> Marked:
    """The sentence with everything it speaks of marked; titles come first, for they may hold a number or a month."""
    spans: list[_Span] = [(title.start, title.end, lexicon.SHOW, title) for title in titles]
    for span in _untitled(sentence.text):
        if all(span[1] <= start or span[0] >= end for start, end, _, _ in spans):
            spans.append(span)
    line = _compose(sentence, sorted(spans, key=lambda span: span[0]))
    _span_years(line)
    return line


_SPAN = re.compile(
    rf" (?:from|between) (?:the )?({lexicon.DATE}) (?:to|and|until|till|through|up to) (?:the )?({lexicon.DATE})"
)


_SOME_YEAR = re.compile(r"(?i) (?:last|this|next) year$")


def _span_years(line: Marked) -> None:
    """A run has the year of its end at its beginning, or the one before: “between October 25 and January 3, 2020”."""
    for span in _SPAN.finditer(line.text) if lexicon.DATE in line.text else ():
        first, last = (line.mentions.get(span.start(group)) for group in (1, 2))
        if not (isinstance(first, DateMention) and isinstance(last, DateMention)):
            continue
        some_year = _SOME_YEAR.search(last.text)
        if some_year and in_year(first, 2000) != first:
            line.put(span.start(1), replace(first, text=first.text + some_year[0]))
        if last.relative:
            continue
        end = last.heard(None)
        dated = in_year(first, end.last.year) if end is not None else first
        begun = dated.heard(None)
        if end is not None and begun is not None and begun.start > end.last:
            dated = in_year(first, end.last.year - 1)
        line.put(span.start(1), dated)


@lru_cache(4096)  # a sentence is marked twice: to tell titles, and to tell events
def _untitled(text: str) -> tuple[_Span, ...]:
    """The seasons, dates and platforms of a sentence; where two share words, what comes first here is meant."""
    seasons = ((season.start, season.end, lexicon.SEASON, season) for season in season_mentions(text))
    dates = ((date.start, date.end, lexicon.DATE, date) for date in date_mentions(text))
    platforms = ((start, end, lexicon.PLATFORM, text[start:end]) for start, end in lexicon.platforms_in(text))
    return (*seasons, *dates, *platforms)


def counted(sentences: Sequence[Marked]) -> None:
    """Tell each date that counts from another which that is: the one named before it, at most a sentence away."""
    named: tuple[DateMention, int] | None = None
    for place, line in enumerate(sentences):
        for at, mention in line.of(DateMention):
            if mention.counts and named is not None and place - named[1] < 2:
                mention = replace(mention, before=named[0])
                line.put(at, mention)
            named = mention, place


def put_in_year(marks: Sequence[Marked], above: str) -> None:
    """In a text of no day whose headline names one year, or that names only one, days without a year are of that.

    What stands `above` its headline counts as well.
    """
    headline = set(_IN_YEAR.findall(marks[0].sentence.text)) if marks else set()
    years = headline or {
        year for piece in (above, *(m.sentence.text for m in marks)) for year in _IN_YEAR.findall(piece)
    }
    if len(years) == 1:
        year = int(years.pop())
        for line in marks:
            for at, mention in line.of(DateMention):
                line.put(at, in_year(mention, year))


def _compose(sentence: Sentence, spans: list[_Span]) -> Marked:
    parts: list[str] = [" "]
    mentions: dict[int, Mention] = {}
    at, length = 0, 1
    for start, end, sign, mention in [*spans, (len(sentence.text), len(sentence.text), "", "")]:
        piece = _spelled(sentence.text[at:start])
        parts.append(piece)
        length += len(piece)
        if sign:
            mentions[length] = mention
            parts.append(sign + " ")
            length += 2
        at = end
    text = "".join(parts).translate(_PLAIN)
    return Marked(sentence, text, mentions)


@lru_cache(8192)  # what stands between mentions is the same the second time
def _spelled(piece: str) -> str:
    piece = piece.translate(_OURS)
    piece = _CANNOT.sub("can not", piece)
    drawn = {letter.lower() for letter in _APOSTROPHE.findall(piece)}
    for letter, pattern, plain in _CONTRACTIONS if drawn else ():
        if letter in drawn:
            piece = pattern.sub(plain, piece)
    if ".S." in piece or ".K." in piece:
        piece = _COUNTRY.sub(r"\1", piece)
    if ".m." in piece:
        piece = _HOUR.sub(r"\1m", piece)
    if ". " in piece or ".'" in piece or ".’" in piece:
        piece = _SHORT.sub(r"\1", piece)
    words = _SIGN.sub(r" \1 ", piece).split()
    return "".join(f"{word} " for word in words)
