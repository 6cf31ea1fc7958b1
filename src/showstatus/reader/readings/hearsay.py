"""Is what a headline says in quotation marks so? The text below it may only know it as a rumour, or deny it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from showstatus.reader.events.event import Event

_CLAIMED = re.compile(
    r"(?i)(?<!\w)['‘\"“](?:(?:is|are|was|has|have|had|been|being|be|set|about|going|facing|on|in|the|for|a|its) )*"
    r"(?:to (?!the)|will |won['’]t |axed|cancell?ed|dropped|scrapped|dumped|renewed|ending|over|coming|returning|axe)"
)
"""What only somebody says: “Harbour Lights ‘to end after series six’”."""


def unclaimed(told: Sequence[Event]) -> list[Event]:
    """The events of a show, those doubted that its headline quotes and its text knows only as doubted or denied."""
    below = [event for event in told if event.sentence.role != "headline"]
    made = []
    for event in told:
        if event.said and event.sentence.role == "headline" and _CLAIMED.search(event.sentence.text):
            moods = {other.mood for other in below if other.kind == event.kind}
            if moods and "said" not in moods:
                event = replace(event, mood="doubted")
        made.append(event)
    return made
