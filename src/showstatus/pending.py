"""Which proposals of the inbox are still to be decided on? Those about shows you follow that no registry holds yet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from showstatus.claims import Claim
from showstatus.ledger.book import Layer, entry
from showstatus.ledger.inbox import Waiting
from showstatus.ledger.ledger import Ledger
from showstatus.ledger.toml_format import decode
from showstatus.shows import Show


class Pending(NamedTuple):
    """A proposal with the claim it would add, and the show it is about."""

    waiting: Waiting
    claim: Claim
    show: Show


def pending(ledger: Ledger, waiting: Iterable[Waiting]) -> list[Pending]:
    """The proposals to decide on, in their order.

    A claim is held where a registry says the same and cites the same page, on whatever day it says that it was said.
    """
    followed = {one.show.slug: one for one in ledger.entries(followed=True)}
    held = {
        slug: {claim.id for claim in one.claims} | {_statement(claim) for claim in one.claims if claim.url}
        for slug, one in followed.items()
    }
    found = []
    for one in waiting:
        claim = _claim(one)
        if claim is not None and one.slug in followed and not held[one.slug] & {claim.id, _statement(claim)}:
            found.append(Pending(one, claim, followed[one.slug].show))
    return found


def _claim(one: Waiting) -> Claim | None:
    """The claim that a proposal would add; None where it is none for this version of the program."""
    rows = decode({"claim": [dict(one.what.claim)]}, "", {}, []).claims
    claims = entry(one.slug, [Layer("user", {}, rows)]).claims
    return claims[0] if claims else None


def _statement(claim: Claim) -> tuple[object, ...]:
    """What a claim says, and the page that it cites."""
    return claim.kind, claim.instalments, str(claim.value), claim.count, claim.cast, claim.url
