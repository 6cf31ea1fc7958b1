"""What would proposed claims change? The status of a show is derived with them and without; nothing is stored."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from showstatus.claims import Claim
from showstatus.ledger.book import Entry, Layer, entry
from showstatus.ledger.toml_format import decode
from showstatus.status import Status, status


@dataclass(frozen=True, slots=True)
class Standing:
    """How a show stands, in the words that a change is told in."""

    decision: str
    confirmed: tuple[int, ...]
    next: str | None
    """What is running or comes next."""
    stage: str | None
    official: str | None
    """The announced day or window of what comes next, as EDTF."""


@dataclass(frozen=True, slots=True)
class Adoption:
    """Claims that could be added to a show, and what they would change."""

    claims: tuple[Claim, ...]
    """The proposed claims, as many and in the order as they were given."""
    known: frozenset[str]
    """The ids of those that are on record already, or that are of a sentence of which the same kind is on record."""
    before: Standing
    after: Standing


def adoption(
    slug: str, block: Mapping[str, object], known: Entry | None, tables: Sequence[Mapping[str, object]], as_of: dt.date
) -> Adoption:
    """What adding claims to a show would change as of a day.

    `tables` are claims as a registry holds them, all of which have to be sound; `block` are the keys the show gets
    where it is new, which is where `known` is None.
    """
    rows = decode({"show": {slug: dict(block)}, "claim": [dict(table) for table in tables]}, "", {slug: 1}, [])
    new = entry(slug, [Layer("user", rows.shows.get(slug), rows.claims)])
    old = known.claims if known is not None else ()
    ids, heard = {claim.id for claim in old}, {_heard(claim) for claim in old if claim.said}
    by_id = {claim.id: claim for claim in new.claims}
    on_record = frozenset(claim.id for claim in new.claims if claim.id in ids or _heard(claim) in heard)
    show = known.show if known is not None else new.show
    added = tuple(claim for claim in new.claims if claim.id not in on_record)
    return Adoption(
        tuple(by_id[row["id"]] for row in rows.claims),
        on_record,
        _standing(status(show, old, as_of)),
        _standing(status(show, (*old, *added), as_of)),
    )


def _heard(claim: Claim) -> tuple[object, ...]:
    """What was heard where: once a show is on record, the same sentence may be read as of another season."""
    return claim.kind, claim.said, claim.on, claim.by, claim.url


def _standing(stand: Status) -> Standing:
    coming = stand.next
    run = stand.run_of(coming) if coming is not None else None
    return Standing(
        decision=stand.decision,
        confirmed=stand.confirmed,
        next=str(coming) if coming is not None else None,
        stage=stand.stage_of(coming) if coming is not None else None,
        official=str(run.official) if run is not None and run.official is not None else None,
    )
