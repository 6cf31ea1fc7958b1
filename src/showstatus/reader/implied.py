"""What a verdict implies that no phrase tells: who is called renewed was renewed, in whatever words."""

from __future__ import annotations

from collections.abc import Sequence

from showstatus.reader.event import BY_VERDICT, Event
from showstatus.reader.findings import Standing
from showstatus.reader.wording import Words

_TOLD_AS = {"renewed": "renewed", "cancelled": "cancelled", "final-season": "final", "saved": "saved"}
_WORDED = {"final": "final-season"}


def implied(show: str, standing: Standing, told: Sequence[Event], words: Words) -> list[Event]:
    """The decision that a verdict implies, of the season that a text is about, where no phrase states any like it."""
    kind = _TOLD_AS.get(standing.verdict)
    if kind is None or words.sentence is None or any(event.kind == kind and event.said for event in told):
        return []
    seasons = (standing.subject,) if standing.subject else ()
    return [
        Event(
            kind, show, seasons, 0, 0, None, False, False, False, "said", False, False, False, True, words.sentence,
            phrase=BY_VERDICT, voice=BY_VERDICT, wording=words.named.get(_WORDED.get(kind, kind), 0.0),
        )
    ]  # fmt: skip
