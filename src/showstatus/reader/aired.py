"""Which season of a show has come out last, by what a text says? What it calls on air, what began, what ends soon."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from showstatus.reader.event import Event
from showstatus.reader.numbers import season_mentions
from showstatus.reader.verdicts import is_past

_ON_AIR = re.compile(r"(?i)\b(?:present|current|ongoing)(?: \w+)? season\b|\bnow in (?:its|the|season)\b")
_AT_PRESENT = re.compile(
    r"(?i) (?:at present|at the moment|(?:is|are) (?:now|currently) (?:airing|on (?:the )?air|running|showing))\b"
)
"""What stands behind the season that is on air."""


def last_aired(told: Sequence[Event], published: dt.date | None) -> int:
    """The last season that has come out by what the text says; 0 where it says nothing of it."""
    numbers = [event.aired for event in told if event.aired and not (event.planned or event.kind == "final")]
    for event in told:
        if event.kind in ("premiered", "finale") and event.said and not event.planned and is_past(event, published):
            numbers += list(event.seasons) or [1]
        if event.kind == "finale" and event.said and event.seasons and _is_near(event, published):
            numbers.append(event.seasons[0])
        if event.direct and _AT_PRESENT.search(event.sentence.text):
            numbers += _on_air(event.sentence.text)
        if event.seasons and _ON_AIR.search(event.sentence.text):
            numbers.append(event.seasons[0])
    return max(numbers, default=0)


def _on_air(text: str) -> list[int]:
    """The seasons that are on air: “in its third season at present”, “season 3 is now airing”."""
    return [
        season.numbers[0] for season in season_mentions(text)
        if len(season.numbers) == 1 and _AT_PRESENT.match(text, season.end)
    ]  # fmt: skip


_SOON = dt.timedelta(days=100)


def _is_near(event: Event, published: dt.date | None) -> bool:
    """Whether what a season ends with comes so soon that the season is on air."""
    return event.date is not None and published is not None and event.date.start - published < _SOON
