"""Two days that one thing has: from when until when a season ran, and from when until when it was shot."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from showstatus.reader.events.days import DAY
from showstatus.reader.events.event import Event
from showstatus.reader.lexicon import DATE
from showstatus.reader.mentions.marked import Marked, Mention
from showstatus.reader.mentions.times import DateMention, in_year

_SPAN = re.compile(rf" (?:from|between) (?:the )?({DATE}) (?:to|and|until|till|through|up to) (?:the )?({DATE})")
_TO_DAY = re.compile(
    rf"{DATE} (?:to|until|till|through|and|[-–!])(?: the)?(?: (?:end|middle|beginning) of)?(?: the)? {DATE}"
)
_SHOOT_TO_DAY = re.compile(
    r"(?i) (?:filming|filmed|shooting|shot|shoots?|production|cameras|lensing|crew)"
    r"(?: (?!(?:not|never|but|until|between)(?= ))[^ ;:()]+){0,14}?"
    r" (?:until|till|through|to|[-–!])(?: the)?(?: (?:very )?(?:end|middle|beginning|start) of)?(?: the)?"
    rf" {DATE}"
    rf"| (?:filmed|shot|took place)(?: [^ ;:()]+){{0,8}}? between {DATE} and {DATE}"
)
"""From a shoot to the day on which it ends, with nothing that denies it between."""
_GOES_ON = re.compile(r"(?i) (?:is|are|will|continues?|runs|goes)(?= )")
_FROM_TO = re.compile(rf" (?:from|between)(?: the)? {DATE}(?= (?:to|until|till|through|and) )")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ONLY_DAY = re.compile(r"(?i)(?:\w+ )?\w+day")
"""“From Monday through Thursday” a unit is only in one place."""


def spans(sentence: Marked, told: Sequence[Event], published: dt.date | None) -> list[Event]:
    """The other end of a run of which one is told: “it ran from May 2019 to June 2021”."""
    shoot = _shoot_until(sentence, told, published)
    if shoot:
        return shoot
    span = _SPAN.search(sentence.text)
    ends = [sentence.mentions.get(span.start(group)) for group in (1, 2)] if span else []
    first, last = [end if isinstance(end, DateMention) else None for end in ends] or (None, None)
    if first is None or last is None:
        return []
    made: list[Event] = []
    for event in told:
        if event.kind not in ("premiered", "finale", "ended"):
            continue
        kind, end = ("finale", last) if event.kind == "premiered" else ("premiered", first)
        if not any(other.kind == kind and other.show == event.show for other in [*told, *made]):
            day = bool(DAY.search(end.text))
            made.append(replace(event, kind=kind, date=end.heard(published, "past"), day=day, relative=end.relative))
    return made


def _shoot_until(sentence: Marked, told: Sequence[Event], published: dt.date | None) -> list[Event]:
    """The end of a shoot of whose beginning is told: “filming is slated for May 3 to August”, “from May until July”."""
    begun = next((event for event in told if event.kind == "filming-started" and event.said), None)
    over = next((event for event in told if event.kind == "filming-wrapped"), None)
    if begun is None and over is None:
        return []
    span = _SHOOT_TO_DAY.search(sentence.text)
    ends = sentence.mentions.get(span.end() - 1) if span else None
    if not isinstance(ends, DateMention) or _ONLY_DAY.fullmatch(ends.text):
        return []
    if begun is None or over is not None:
        return _shoot_from(sentence, over, published) if begun is None and over is not None else []
    planned = begun.planned and (begun.date is None or published is None or begun.date.last >= published)
    ahead = planned or not begun.dated or _GOES_ON.search(sentence.text)
    heard = ends.heard(published, "future" if ahead else "")
    day = bool(DAY.search(ends.text))
    return [replace(begun, kind="filming-wrapped", date=heard, day=day, dated=True, relative=ends.relative)]


def _shoot_from(sentence: Marked, over: Event, published: dt.date | None) -> list[Event]:
    """The beginning of a shoot of whose end is told with both days: “it was filmed between May and July”."""
    span = _FROM_TO.search(sentence.text)
    first = in_its_span(sentence, sentence.mentions.get(span.end() - 1)) if span else None
    if not isinstance(first, DateMention):
        return []
    heard = first.heard(published, "past")
    return [replace(over, kind="filming-started", date=heard, day=bool(DAY.search(first.text)), dated=True)]


def in_its_span(sentence: Marked, mention: Mention | None) -> DateMention | None:
    """A date, in the year of the one that ends the span which it begins: “from April to August 2019”."""
    place = next((at for at, found in sentence.mentions.items() if found is mention), -1)
    ends = _TO_DAY.match(sentence.text, place) if mention is not None and place >= 0 else None
    last = sentence.mentions.get(ends.end() - 1) if ends else None
    year = _YEAR.search(last.text) if isinstance(last, DateMention) else None
    if not isinstance(mention, DateMention):
        return None
    return in_year(mention, int(year[0])) if year else mention
