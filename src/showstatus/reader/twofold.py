"""What else may the words of an event tell? A pick-up may be a first order, or save what was cancelled before."""

from __future__ import annotations

from collections.abc import Sequence

from showstatus.reader.event import Event

_ORDERS = frozenset(
    {"picked", "picks", "pick", "ordered", "orders", "greenlit", "greenlights", "commissioned", "commissions", "green"}
)
_RESCUES = frozenset(
    {"picked", "picks", "pick", "picking", "bringing", "brings", "brought", "moving", "moves", "moved", "go", "revived"}
)
_NEAR = 300
"""Within so many characters behind a cancellation what is picked up is saved."""
_SHOT = frozenset({"filmed", "shot"})


def other_kind(event: Event, kind: str, aired: int, told: Sequence[Event]) -> str | None:
    """What the words of an event tell as well: an order that may be the first, or save what was cancelled, a shoot."""
    if kind == "renewed" and not event.weak:
        at = event.sentence.start
        lost = any(e.kind == "cancelled" and e.said and 0 <= at - e.sentence.start <= _NEAR for e in told)
        if lost and event.said_as in _RESCUES and not event.before:
            return "saved"
        if (
            event.among < 2
            and event.said_as in _ORDERS
            and max(event.seasons, default=1) == 1
            and not event.more
            and not aired
        ):
            return "ordered"
    return "filming-started" if kind == "filming-wrapped" and event.said_as in _SHOT and event.dated else None
