"""How does a show stand by what is told of it? The newest and plainest of several verdicts wins."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from showstatus.reader.events.event import STEPS, Event

_OLD = 300
"""After so many days a cancellation is no news."""
_COMES_BACK = re.compile(r"(?i)\b(?:will|to|['’]ll) (?:all |both |also )?(?:be back|return|come back)\b")
_MADE = STEPS | {"renewed", "saved", "final", "window", "ordered", "production"}
_UNLIKELY = -4.0
"""What the words of its sentence are less likely to state says nothing of how a show stands."""
_WORDLESS = frozenset({"alive", "pending", "production", "ended"})
"""Of these the words of sentences are not known, or only those of something near."""


def heard(told: Sequence[Event]) -> list[Event]:
    """What is told without what its sentence most likely does not say: “she returns from outer space”."""
    return [
        event for event in told
        if not (event.phrase and event.wording and event.wording < _UNLIKELY and event.kind not in _WORDLESS)
    ]  # fmt: skip


def verdict_of(told: Sequence[Event], published: dt.date | None) -> str | None:
    """How a show stands: one of `renewed`, `cancelled`, `final-season`, `ended`, `pending`, `saved`, `in-production`.

    ``unknown`` where what is told says nothing of that, None where nothing is told.
    """
    out = max(
        (n for e in told if e.kind in ("premiered", "finale") and e.said and not e.planned for n in e.seasons),
        default=0,
    )
    told = [event for event in told if not (_overtaken(event, told, published) or _is_out(event, out))]
    said = [event for event in told if event.said]
    kinds = {event.kind for event in said}
    if _closes(told):
        kinds.add("ended")

    def now(kind: str) -> list[Event]:
        return [event for event in said if event.kind == kind and not event.before]

    saved, cancelled, renewed = now("saved"), now("cancelled"), now("renewed")
    strong = [event for event in renewed if not event.weak]
    if cancelled or strong:
        renewed = strong
    if not renewed:
        renewed = [event for event in said if event.kind == "window" and _returns(event)]
    decided = _decided(said, kinds, saved, cancelled, renewed, published)
    if decided is not None:
        return decided
    pending = now("pending") + now("alive")
    if pending and not strong:
        renewed = []
    if not renewed and not kinds & {"ended", "renewed"} and _left_open(told):
        return "pending"
    if renewed and asks_beyond(told):
        return "pending"
    if renewed:
        return _against_renewed(renewed, pending, said, published)
    return _undecided(told, kinds, pending, published)


def _decided(
    said: list[Event],
    kinds: set[str],
    saved: list[Event],
    cancelled: list[Event],
    renewed: list[Event],
    published: dt.date | None,
) -> str | None:
    """The verdict by what is told of cancellations, rescues and last seasons; None where nothing of them holds now."""
    if saved and ("cancelled" in kinds or len(saved) > 1 or any(event.direct for event in saved)):
        later = [event for event in cancelled if event.sentence.start > saved[-1].sentence.start and event.direct]
        anew = [event for event in cancelled if event.sentence.role == "headline" and event.direct]
        headed = not saved[0].phrase or any(e.kind == "saved" and e.sentence.role == "headline" for e in said)
        if (headed or not later) and not (anew and not headed):
            return "pending" if _asked_anew(said, saved) else "saved"
    if cancelled and ends_ahead(said, published):
        return "final-season"
    if cancelled:
        return _against_cancelled(cancelled, renewed)
    if "final" in kinds or any(event.final and event.kind in ("renewed", "window") for event in said):
        again = any(not event.weak for event in renewed)
        return "ended" if not again and _is_over(said, published) else "final-season"
    if "cancelled" in kinds:
        return "saved" if renewed else "cancelled"
    return None


def _asked_anew(said: Sequence[Event], saved: Sequence[Event]) -> bool:
    """Whether a later season is left open than the one a show was saved for."""
    open_now = max((n for event in said if event.kind == "pending" for n in event.seasons), default=0)
    rescued = max((n for event in saved for n in event.seasons), default=0)
    return 0 < rescued < open_now


def _overtaken(event: Event, told: Sequence[Event], published: dt.date | None) -> bool:
    """Whether a cancellation is an old one, and what is told beside it is newer or still to come."""
    if event.kind != "cancelled" or any(other.kind == "saved" for other in told):
        return False
    if event.aired and went_on(event.aired, told):
        return True
    if event.date is None:
        return False
    if published is not None and (published - event.date.last).days <= _OLD:
        return False
    since = STEPS | {"window", "renewed", "production"}
    return any(
        other.said and other.kind in since
        and (other.date.start > event.date.last if other.date is not None else published is not None)
        for other in told
    )  # fmt: skip


def went_on(aired: int, told: Sequence[Event]) -> bool:
    """Whether more than one season was made behind those after which a show is said to have been cancelled."""
    return any(
        other.said and max(other.seasons, default=0) > aired + 1
        for other in told if other.kind in ("renewed", "window", "premiered", "filming-started")
    )  # fmt: skip


def _is_out(event: Event, out: int) -> bool:
    """Whether an order is of a season that has come out by now."""
    ordered = event.kind == "renewed" and event.said and event.sentence.role != "headline"
    return ordered and bool(event.seasons) and max(event.seasons) <= out


def _undecided(told: Sequence[Event], kinds: set[str], pending: list[Event], published: dt.date | None) -> str | None:
    """The verdict where no season is ordered now: it ended, is left open, or is being made."""
    if "ended" in kinds:
        ends = [event for event in told if event.kind in ("finale", "ended")]
        return "ended" if all(is_past(event, published) for event in ends) else "final-season"
    if pending and (pending[0].sentence.role == "headline" or not kinds & (STEPS | {"window"})):
        return "pending"
    if kinds & (STEPS | {"window", "ordered", "back-order", "production"}):
        return "in-production"
    if pending:
        return "pending"
    if "renewed" in kinds:
        return "renewed"
    if any(event.mood in ("doubted", "asked") and event.kind in ("renewed", "cancelled") for event in told):
        return "pending"
    return "unknown" if told else None


_CLOSES = re.compile(
    r"(?i)\b(?:series|show['’]s|grand|last[- ]ever) finales?\b|\bfinal ever episode\b"
    r"|^[^:;.]{2,60}: (?:ends|bows out|signs off|concludes)\b"
    r"|\blast of (?:some |the |its |their )*[\d,]+ episodes"
    r"|\b(?:ends?|wraps?(?: up)?|concludes?|signs? off|bows? out|says? (?:goodbye|farewell))\b[^.;]{0,30}"
    r"\bafter (?:[\w-]+ ){1,2}(?:seasons|series|years)\b"
)


def _closes(told: Sequence[Event]) -> bool:
    """Whether a finale is that of the whole show, and nobody only supposes so."""
    finales = [event for event in told if event.kind in ("finale", "ended") and _CLOSES.search(event.sentence.text)]
    return any(event.said for event in finales) and all(event.said for event in finales)


def _is_over(said: Sequence[Event], published: dt.date | None) -> bool:
    """Whether a show that has a last season has ended by the day of publication."""
    ends = [event for event in said if event.kind in ("finale", "ended") and not event.planned]
    ahead = any(event.date is not None and not is_past(event, published) for event in said)
    return bool(ends) and not ahead and not any(event.kind == "window" for event in said)


def _returns(event: Event) -> bool:
    """Whether a show is said to be back some time: with a day or month it is the date that is news."""
    vague = event.date is None or event.date.precision not in ("day", "month")
    return vague and not event.day and bool(_COMES_BACK.search(event.sentence.text))


def _left_open(told: Sequence[Event]) -> bool:
    """Whether a headline or heading asks if the show goes on, and what is told is not of the season it asks for."""
    where, kinds = ("headline", "heading"), ("renewed", "cancelled")
    asked = [
        event for event in told
        if event.mood == "asked" and event.kind in kinds and event.sentence.role in where
    ]  # fmt: skip
    season = max((n for event in asked for n in event.seasons), default=0)
    steps = [event for event in told if event.said and event.kind in STEPS | {"window"}]
    return bool(asked) and all(season and max(event.seasons, default=0) < season for event in steps)


def asks_beyond(told: Sequence[Event]) -> bool:
    """Whether a later season is asked for than any that is told: “will there be a third?”."""
    asked = max((n for event in told if event.mood == "asked" for n in event.seasons), default=0)
    made = [n for event in told if event.said and event.kind in _MADE for n in event.seasons]
    return bool(made) and asked > max(made)


def ends_ahead(told: Sequence[Event], published: dt.date | None) -> bool:
    """Whether a last season is still to come: it is said to be the last, and that it is made or when it comes."""
    said = [event for event in told if event.said]
    last = {n for event in said if event.kind == "final" or event.final for n in event.seasons}
    return any(
        (event.kind in ("window", "filming-started", "delayed") or (event.kind == "finale" and event.date is not None))
        and last & set(event.seasons)
        and not (event.date is not None and published is not None and event.date.last < published)
        for event in said
    )  # fmt: skip


def _against_cancelled(cancelled: list[Event], renewed: list[Event]) -> str:
    if not renewed:
        return "cancelled"
    in_headline = [event for event in (*renewed, *cancelled) if event.sentence.role == "headline"]
    if in_headline:
        return "cancelled" if min(in_headline, key=lambda event: event.sentence.start) in cancelled else "renewed"
    direct = [event for event in cancelled if event.direct]
    if not direct and any(event.direct for event in renewed):
        return "renewed"
    return "cancelled" if len(cancelled) >= len(renewed) else "renewed"


def _against_renewed(renewed: list[Event], pending: list[Event], said: list[Event], published: dt.date | None) -> str:
    headline = [event.kind for event in said if event.sentence.role == "headline"]
    old = all(_old(event, published) for event in renewed)
    if pending and "renewed" not in headline:
        asked = {n for event in pending for n in event.seasons}
        ordered = {n for event in renewed for n in event.seasons}
        if (asked and ordered and max(asked) > max(ordered)) or old or len(pending) > len(renewed) + 1:
            return "pending"
    steps = [event for event in said if event.kind in STEPS | {"window", "production"}]
    if steps and all(event.weak for event in renewed):
        return "in-production"
    if steps and "renewed" not in headline and (old or steps[0].sentence.role == "headline"):
        return "in-production"
    return "renewed"


def _old(event: Event, published: dt.date | None) -> bool:
    """Whether a decision is told as an earlier one: dated well before the text."""
    if event.before:
        return True
    return event.date is not None and published is not None and (published - event.date.last).days > 45


def is_past(event: Event, published: dt.date | None) -> bool:
    """Whether an event is not dated after the day of publication."""
    return event.date is None or published is None or event.date.start <= published
