"""Which season of a show has come out last, by what a text says? What it calls on air, what began, what ends soon."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from showstatus.reader.events.event import STEPS, Event
from showstatus.reader.mentions.numbers import MOST, season_mentions
from showstatus.reader.readings.verdicts import is_past

_ON_AIR = re.compile(r"(?i)\b(?:present|current|ongoing)(?: \w+)? season\b|\bnow in (?:its|the|season)\b")
_AT_PRESENT = re.compile(
    r"(?i) (?:at present|at the moment|(?:is|are) (?:now|currently) (?:airing|on (?:the )?air|running|showing))\b"
)
"""What stands behind the season that is on air."""


_UNAIRED = re.compile(
    r"(?i)\b(?:before|ahead of|in advance of|prior to) (?:(?:its|the|their|even|it|they|series|seasons?|first|debut"
    r"|previous|one|ones|\d+|an?"
    r"|[a-z]+th|second|third|[a-z]+[’']s"
    r"|viewers|anyone|single|episode|of|that|show|has|have|is|was|were|are|been|could) )*"
    r"(?:premiere[ds]?|debut(?:s|ed)?|launch(?:es|ed)?|air(?:s|ed)?|hit|out"
    r"|goes (?:on|out)|on the air|seen|shown|broadcast|started|released)\b"
    r"|\b(?:before|ahead of) (?:season|series) \w+(?=,? which (?:will|is|premieres|debuts|launches|arrives|comes)\b)"
    r"|\b(?:ready|gearing up|preparing) for (?:its|the) (?:series |season )?(?:premiere|debut|launch)\b"
    r"|\bfirst (?:season|series) (?:is )?(?:set|due|scheduled|slated) to (?:air|premiere|debut|launch|arrive)\b"
    r"|\b(?:(?:has|have)(?:n[’']t| not| yet to| not yet| still not)|yet to) (?:yet |even )*"
    r"(?:be |been |to )?(?:premiered?|debut(?:ed)?|launch(?:ed)?|air(?:ed)?|shown|seen|released?|come out|started)\b"
)
"""What says that a season was ordered before the one before it came out; “before it had premiered” is of long ago."""
_HALF = re.compile(r"(?i)\b(?:half|part|volume|batch|cour)\b")
"""Where the rest of a season has not come out, its beginning has."""


def is_unaired(season: int, text: str, *, named: bool = False) -> bool:
    """Whether a sentence says that a season has not come out yet, or that some has not and names none.

    With `named` it has to name that season.
    """
    seasons = season_mentions(text)
    for match in _UNAIRED.finditer(text):
        inside = [mention for mention in seasons if match.start() - 1 <= mention.end <= match.end()]
        numbers = {number for mention in inside for number in mention.numbers}
        half = _HALF.search(text[max(0, match.start() - 25) : match.start()])
        if not half and (season in numbers or not (numbers or named)):
            return True
    return False


_ORDERS = frozenset({"renewed", "final", "window"})
"""What is told of the last season there is: no later one has come out."""
_PLANNED = STEPS | {"final", "ordered"}
"""Where these are told, a number of seasons counts the last as well, which has not come out yet."""


_CAME = re.compile(r"(?i)\b(?:premiered?|debuted|launched|aired|released|dropped|arrived|landed)\b")
"""Verbs of which it is sure that a season came out, where they do not name it: others may be of anything."""


def last_aired(told: Sequence[Event], published: dt.date | None) -> int:
    """The last season that has come out by what the text says; 0 where it says nothing of it."""
    ahead = {n for event in told if event.direct and event.said and event.kind in _ORDERS for n in event.seasons}
    most = max(ahead, default=MOST)
    numbers = [
        event.aired for event in told
        if event.aired and not event.planned and event.kind not in _PLANNED
        and event.aired <= most - (event.kind == "renewed")
    ]  # fmt: skip
    for event in told:
        if event.kind == "premiered" and _UNAIRED.search(event.sentence.text):
            continue
        if event.carried and not (_CAME.search(event.sentence.text) if event.kind == "premiered" else event.date):
            continue
        if is_past(event, published) and (_is_ahead(event, told) or _is_dated_ahead(event, told, published)):
            continue
        if event.kind in ("premiered", "finale") and event.said and not event.planned and is_past(event, published):
            numbers += list(event.seasons) or [1]
        if event.kind == "finale" and event.said and event.seasons and _is_near(event, published):
            numbers.append(event.seasons[0])
        if event.direct and _AT_PRESENT.search(event.sentence.text):
            numbers += _on_air(event.sentence.text)
        if event.seasons and _is_on_air(event):
            numbers.append(event.seasons[0])
    return max(numbers, default=0)


def _is_ahead(event: Event, told: Sequence[Event]) -> bool:
    """Whether the season of a premiere or finale is one that was ordered since, so that it is of the one before."""
    if event.kind not in ("premiered", "finale") or not event.seasons or event.seasons == (1,):
        return False
    orders = [other for other in told if other.kind == "renewed" and other.said and not (other.before or other.weak)]
    return any(
        event.seasons[0] in order.seasons
        and (order.date is None or (event.date is not None and order.date.start > event.date.start))
        for order in orders
    )


def _is_dated_ahead(event: Event, told: Sequence[Event], published: dt.date | None) -> bool:
    """Whether the day is still ahead on which a season comes that is said to be out, without its day."""
    if event.kind != "premiered" or event.date is not None or not event.seasons or published is None:
        return False
    return any(
        other.kind == "window" and other.said and other.date is not None and other.date.start > published
        and other.seasons == event.seasons
        for other in told
    )  # fmt: skip


def _is_on_air(event: Event) -> bool:
    """Whether the season of an event is called the present one, and not that of another show: “X, now in its third”."""
    match = _ON_AIR.search(event.sentence.text)
    if match is None:
        return False
    near = [season for season in season_mentions(event.sentence.text) if 0 <= season.start - match.end() < _CLOSE]
    return not near or event.seasons[0] in near[0].numbers


_CLOSE = 12


def _on_air(text: str) -> list[int]:
    """The seasons that are on air: “in its third season at present”, “season 3 is now airing”."""
    return [
        season.numbers[0] for season in season_mentions(text)
        if len(season.numbers) == 1 and _AT_PRESENT.match(text, season.end)
    ]  # fmt: skip


_SOON = dt.timedelta(days=100)
_MONTH = dt.timedelta(days=31)


def _is_near(event: Event, published: dt.date | None) -> bool:
    """Whether what a season ends with comes so soon that the season is on air."""
    if event.date is None or published is None:
        return False
    first, last = event.date.start, event.date.last
    return (first if last - first < _MONTH else last) - published < _SOON
