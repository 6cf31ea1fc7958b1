"""What tests ask of a show on a day."""

from __future__ import annotations

import datetime as dt

from showstatus.answer import answer
from showstatus.ledger.book import Entry
from showstatus.runs import Run
from showstatus.status import Status, status


def on(entry: Entry, day: str) -> Status:
    return status(entry.show, entry.claims, dt.date.fromisoformat(day))


def said(entry: Entry, day: str, season: int | None = None) -> str:
    return answer(entry.show, on(entry, day), season)


def coming(stand: Status) -> Run:
    """What is known of the instalment that is running or comes next."""
    run = stand.run_of(stand.next) if stand.next is not None else None
    assert run is not None
    return run


def stage(stand: Status) -> str | None:
    return stand.stage_of(stand.next) if stand.next is not None else None


def official(stand: Status) -> str:
    return str(coming(stand).official)


def disputed(entry: Entry, stand: Status) -> list[list[str]]:
    """Who disputes, by publisher: the winner first."""
    by = {claim.id: claim.by or "" for claim in entry.claims}
    return [[by[claim_id] for claim_id in group] for group in stand.disputes]
