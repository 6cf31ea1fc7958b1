"""What a verdict implies that no phrase tells: who is called renewed was renewed, in whatever words."""

from __future__ import annotations

from collections.abc import Sequence

from showstatus.reader.events.event import BY_VERDICT, Event
from showstatus.reader.events.wording import Words
from showstatus.reader.readings.findings import Standing

_TOLD_AS = {
    "renewed": ("renewed", "ordered", "back-order"), "cancelled": ("cancelled",), "final-season": ("final",),
    "saved": ("saved", "renewed"),
}  # fmt: skip
"""The kinds of event by which each verdict is told, the one it implies first: a rescue may be told as a renewal."""
_WORDED = {"final": "final-season"}


def implied(show: str, standing: Standing, told: Sequence[Event], words: Words) -> list[Event]:
    """The decision that a verdict implies, of the season that a text is about, where no phrase states any like it."""
    kinds = _TOLD_AS.get(standing.verdict, ())
    begins = standing.verdict == "renewed" and standing.subject == 1  # before the first season there is no renewal
    stated = any(event.kind in kinds and event.said for event in told)
    if not kinds or stated or begins or words.sentence is None:
        return []
    kind = kinds[0]
    seasons = (standing.subject,) if standing.subject else ()
    return [
        Event(
            kind, show, seasons, 0, 0, None, False, False, False, "said", False, False, False, True, words.sentence,
            phrase=BY_VERDICT, voice=BY_VERDICT, wording=words.named.get(_WORDED.get(kind, kind), 0.0),
        )
    ]  # fmt: skip
