"""Which seasons of a show are ordered and not yet out? By what is told of orders, days, work and premieres."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from showstatus.reader.events.event import STEPS, Event
from showstatus.reader.readings.aired import is_unaired
from showstatus.reader.readings.findings import Finding
from showstatus.reader.readings.sureness import EVENT_ENOUGH


@dataclass(frozen=True, slots=True)
class Known:
    """What is read of a show before its seasons are."""

    verdict: str
    subject: int | None
    """The season the text is about."""
    findings: Sequence[Finding]


def confirmed(told: Sequence[Event], made: Known, aired: int) -> tuple[int, ...]:
    """The seasons of a show that are ordered and not out; `aired` is the last one that is."""
    if made.verdict == "cancelled":
        return _last_to_come(made, aired)
    if made.verdict in ("ended", "unknown"):
        return ()
    if made.verdict == "pending":
        return _before_open(told, made)
    if any(event.kind == "back-order" for event in told) and not any(event.kind == "renewed" for event in told):
        return ()
    if made.verdict == "in-production" and _is_pilot(told):
        return ()
    sure = [f for f in made.findings if f.season is not None and f.sure >= _LEAST.get(f.kind, EVENT_ENOUGH)]
    out = {finding.season for finding in sure if _is_out(finding, made)}
    again = made.verdict == "renewed" and any(f.kind == "renewed" and f.sure >= 0 for f in made.findings)
    if again or any(event.kind == "back-order" for event in told):
        sure = [finding for finding in sure if finding.kind != "ordered"]
    coming = _ordered(sure, made) | _early(told, sure, made) | _saved_for(told, made)
    found = tuple(sorted(n for n in coming - out if n > aired))
    subject = made.subject
    ordered = made.verdict in ("renewed", "final-season", "in-production", "saved")
    if not found and ordered and subject is not None and subject > aired and subject not in out:
        return (subject,)
    return found


def _last_to_come(made: Known, aired: int) -> tuple[int, ...]:
    """The last season of a show that is cancelled, where it is still to come."""
    sure = [f for f in made.findings if f.season is not None and f.season > aired and f.sure >= 0]
    last = {f.season for f in sure if f.kind == "final-season"}
    out = {f.season for f in sure if f.kind in ("premiered", "finale") and not f.planned}
    ahead = {f.season for f in sure if f.kind in _COMING}
    return tuple(sorted(n for n in last & ahead - out if n is not None))


_PILOT = re.compile(
    r"(?i)\bpilots?\b(?! (?:was |were |has been |is |got )?(?:picked|ordered|greenlit|order to series))"
    r"|\byet to (?:order|pick)\b"
)
_SERIES = frozenset({"ordered", "renewed", "window", "premiered"})


def _is_pilot(told: Sequence[Event]) -> bool:
    """Whether all that is made of a show is its pilot, so that no season is ordered."""
    said = [event for event in told if event.said]
    pilots = [event for event in said if event.direct and _PILOT.search(event.sentence.text)]
    return bool(pilots) and not any(event.kind in _SERIES or event.seasons for event in said)


def _before_open(told: Sequence[Event], made: Known) -> tuple[int, ...]:
    """The seasons that come before the one that is left open."""
    open_, dated = made.subject, ("window-announced", "date-announced")
    coming = {f.season for f in made.findings if f.kind in dated and f.season and f.season != open_}
    last = (open_ or 1) - 1
    if last and any(is_unaired(last, event.sentence.text, named=True) for event in told):
        coming.add(last)
    return tuple(sorted(coming))


def _is_since(order: Finding, finding: Finding) -> bool:
    """Whether a season was ordered after the day on which it is said to have come out."""
    return order.date is None or (finding.date is not None and order.date.start > finding.date.start)


_BEFORE_IT = frozenset({"delayed", "filming-started", "filming-wrapped", "ordered", "date-announced"})
"""What is told of a season before it comes out."""
_MUCH_SURER = 1.0


def _is_out(finding: Finding, made: Known) -> bool:
    """Whether a season has come out by what is told; an end without its day may be that of the one before."""
    if finding.planned or finding.kind not in ("premiered", "finale"):
        return False
    at_work = [f.sure for f in made.findings if f.season == finding.season and f.kind in _BEFORE_IT]
    if finding.kind == "premiered" and finding.sure < max(at_work, default=finding.sure) - _MUCH_SURER:
        return False
    orders = [f for f in made.findings if f.kind == "renewed" and f.season == finding.season and f.sure > EVENT_ENOUGH]
    if made.verdict == "renewed" and any(_is_since(order, finding) for order in orders):
        return False
    return finding.kind == "premiered" or made.verdict in ("in-production", "pending") or finding.date is not None


_LEAST = {"renewed": -1.2}
"""An order that is told with others (“two more seasons”) weighs less for each, and is rarely none."""
_COMING = frozenset({"window-announced", "date-announced", "delayed"})
_ORDERED = frozenset({"renewed", "saved", "final-season", "ordered"})


def _ordered(sure: Sequence[Finding], made: Known) -> set[int]:
    """The seasons that are ordered: those that come, those that are renewed, and those that are being made."""
    coming = {f.season for f in sure if f.kind in _COMING and f.season is not None}
    orders = [f for f in sure if f.kind in _ORDERED and f.season is not None]
    newest = max(orders, key=lambda f: (f.season == made.subject, f.season or 0), default=None)
    renewed = {
        f.season for f in orders
        if f.season is not None and newest is not None and newest.season is not None
        and (f.sentence == newest.sentence or f.season >= newest.season)
    }  # fmt: skip
    steps = {f.season for f in sure if f.kind in STEPS and f.season is not None and made.subject is not None}
    first = min(renewed, default=1)
    soon = {f.season for f in sure if f.kind == "filming-started" and f.planned and f.season == first - 1}
    if made.verdict == "in-production" and made.subject is not None:
        first = max(first, made.subject)
    return coming | renewed | {n for n in steps if n >= first or n in soon}


def _saved_for(told: Sequence[Event], made: Known) -> set[int]:
    """The seasons for which a show is saved, all of which are ordered at once: “picked up for a second and a third”."""
    if made.verdict != "saved":
        return set()
    rescues = [event for event in told if event.kind in ("saved", "renewed") and event.said and not event.before]
    return {n for event in rescues if made.subject in event.seasons for n in event.seasons}


def _early(told: Sequence[Event], sure: Sequence[Finding], made: Known) -> set[int]:
    """The season before the one that is ordered, where the text says that it has not come out yet."""
    orders = {f.season for f in sure if f.kind == "renewed" and f.season is not None and f.season > 1}
    if not orders:
        return set()
    first = min(orders)
    where = {event.sentence for event in told if made.verdict == "renewed" or event.kind == "renewed"}
    return {first - 1} if any(is_unaired(first - 1, sentence.text) for sentence in where) else set()
