"""Claims in JSON, and what they are about."""

from __future__ import annotations

from typing import Any

TYPE_CHECKING = False
if TYPE_CHECKING:
    from showstatus.claims import Claim, Instalment

Row = dict[str, Any]


def claim_value(claim: Claim) -> str | int | None:
    """What a claim's value is in JSON and in plain lines: a date in EDTF, a number, the id of a claim."""
    if claim.value is not None:
        return claim.value.edtf
    return claim.count if claim.count is not None else claim.target


def claim_row(claim: Claim) -> Row:
    """What a claim about seasons says, in JSON."""
    return {
        "id": claim.id,
        "kind": claim.kind,
        "seasons": [i.number for i in claim.instalments],
        "value": claim_value(claim),
        "on": claim.on.edtf if claim.on is not None else None,
        "by": claim.by,
        "url": claim.url,
    }


def evidence_row(claim: Claim, counted: bool) -> Row:
    """A claim as evidence; `counted` says whether the answer rests on it."""
    return {
        "id": claim.id,
        "kind": claim.kind,
        "subject": [instalment_row(instalment) for instalment in claim.instalments],
        "value": claim_value(claim),
        "on": claim.on.edtf if claim.on is not None else None,
        "by": claim.by,
        "reports": claim.reports,
        "url": claim.url,
        "rank": claim.rank,
        "origin": claim.origin,
        "counted": counted,
    }


def instalment_row(instalment: Instalment) -> Row:
    """A season, a part of one, a special or a film."""
    return {
        "kind": instalment.kind,
        "number": instalment.number or None,
        "part": instalment.part or None,
        "title": instalment.title or None,
    }
