"""What makes of an event none, or another, that is told beside it: the day on which it comes, a renewal, “today”."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from showstatus.reader.events.event import Event
from showstatus.reader.mentions.times import date_mentions

_TODAY = re.compile(
    r"(?i)\b(?:premier|debut|launch|begin|start|return|arriv|kick|land|drop|opens?|streams?|hits|bows|out\b)[^.;:]*\b(?:tonight|today"
    r"|this (?:evening|morning|afternoon))\b"
    r"|\b(?:tonight|today)\b[^.;:]*\b(?:premier|debut|launch|begin|start|return|arriv|kick|land|drop)"
)
"""What comes on the day of publication is announced no more: “the last season premieres tonight”."""
_BACK = frozenset({"returns", "returning", "return", "back", "comes", "coming"})


def is_told_beside(event: Event, told: Sequence[Event]) -> bool:
    """Whether an order or renewal is none of its own, by what else is told of the show."""
    if event.kind == "ordered" and not event.seasons:
        return _is_renewed(event, told)
    return event.kind == "renewed" and _is_only_back(event, told)


def _is_only_back(event: Event, told: Sequence[Event]) -> bool:
    """Whether it only says that a season comes whose day is told as well: “it is back for season 2”, “… on 3 May”."""
    if event.said_as not in _BACK or event.dated:
        return False
    return any(
        other.kind in ("window", "premiered") and other.day and other.said
        and (other.seasons == event.seasons or not other.seasons)
        for other in told
    )  # fmt: skip


def _is_renewed(event: Event, told: Sequence[Event]) -> bool:
    """Whether the same sentence renews the show that an order is told of: “renewed X with a 13-episode order”."""
    return any(
        other.kind == "renewed" and other.said and other.said_as.startswith(("renew", "recommission"))
        and other.show == event.show and other.sentence is event.sentence
        for other in told
    )  # fmt: skip


def is_today(event: Event, published: dt.date | None) -> bool:
    """Whether a season comes on the day of publication, by its words, and by its date where that is understood."""
    day = len(date_mentions(event.sentence.text)) == 1 if event.date is None else event.date.start == published
    return day and bool(_TODAY.search(event.sentence.text))
