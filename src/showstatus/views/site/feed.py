"""The Atom feed (RFC 4287) of what changed: one entry a transition, newest first, with an id that never changes."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from showstatus.history import Transition
from showstatus.shows import Show
from showstatus.views.wording import claim_words, decision_words, source_words

MOST_ENTRIES = 100
"""How many changes a feed holds at most."""
SINCE_DAYS = 365
"""How far back a feed reaches, in days."""


@dataclass(frozen=True, slots=True)
class News:
    """One change as the feed tells it."""

    day: str
    id: str
    title: str
    because: str
    page: str


def news(show: Show, transition: Transition, page: str) -> News:
    """One transition of a show as an entry of the feed."""
    about = str(transition.about) if transition.about is not None else ""
    told = "\x1f".join((show.slug, transition.day.isoformat(), transition.what, about, transition.after or ""))
    return News(
        day=transition.day.isoformat(),
        id=uuid.uuid5(uuid.NAMESPACE_URL, f"showstatus:{told}").urn,
        title=f"{show.display}: {change(transition)}",
        because="; ".join(f"{claim_words(claim)} ({source_words(claim)})" for claim in transition.claims[:2]),
        page=page,
    )


def change(transition: Transition) -> str:
    """What changed, within a sentence: “renewed (was pending)”, “season 3 announced for 14 May 2027”."""
    if transition.what == "decision":
        was = f" (was {decision_words(transition.before)})" if transition.before else ""
        return f"{decision_words(transition.after or 'unknown')}{was}"
    verb = "announced for " if transition.what == "official" else ""
    was = f" (was {transition.before})" if transition.before else ""
    return f"{transition.about} {verb}{transition.after}{was}"
