"""Which season is the last? What is told of “the final season” has the number that is told of it elsewhere."""

from __future__ import annotations

import re
from dataclasses import replace

from showstatus.reader.events.event import Event

_VERY_LAST = re.compile(r"(?i)\b(?:series finale|(?:last|final)[- ]ever|farewell|for good)\b")


def _is_very_last(event: Event) -> bool:
    """Whether an end is that of the show."""
    return event.kind in ("finale", "ended") and bool(_VERY_LAST.search(event.sentence.text))


_LAST = frozenset({"premiered", "window", "finale", "filming-started", "filming-wrapped", "delayed", "renewed"})


def with_last_number(told: list[Event]) -> list[Event]:
    """What is told of “the final season”, with its number where the text gives that of one last season elsewhere."""
    last_ones = [event for event in told if event.kind == "final" and event.said and not event.carried]
    numbers = {event.seasons for event in last_ones if len(event.seasons) == 1}
    if len(numbers) != 1:
        return told
    last = numbers.pop()
    return [
        replace(event, seasons=last)
        if not event.seasons and ((event.final and event.kind in _LAST) or _is_very_last(event))
        else event
        for event in told
    ]
