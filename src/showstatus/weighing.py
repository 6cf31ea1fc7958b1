"""Which claims count on a day, and which of several about the same thing wins.

Facts about the past: the impossible is dropped, then the better rank wins, the finer precision, the claim made
nearest the day it tells of, the newer. Plans: the newest of the best rank, refined by a newer one within it.
Who loses against a value it cannot be reconciled with is a dispute, kept and shown.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from showstatus.claims import Claim


@dataclass(frozen=True, slots=True)
class Weighed:
    """What came of weighing several claims about one thing."""

    winner: Claim | None
    superseded: tuple[str, ...] = ()
    """Ids of those that no longer count."""
    dispute: tuple[str, ...] = ()
    """The winner's id and then those that contradict it; empty where nobody does."""


NOTHING = Weighed(None)


def standing(claims: Iterable[Claim], as_of: dt.date) -> list[Claim]:
    """The claims that count on a day, oldest first: made by then and not withdrawn by then."""
    known = [claim for claim in claims if claim.counts_from <= as_of]
    taken_back = withdrawn_ids(known)
    kept = [claim for claim in known if claim.kind != "withdrawn" and claim.id not in taken_back]
    return sorted(kept, key=lambda claim: (claim.said_on, claim.rank_order, claim.id))


def withdrawn_ids(claims: Iterable[Claim]) -> set[str]:
    """The ids that are taken back; a withdrawal that was itself withdrawn later takes nothing back."""
    withdrawals = [claim for claim in claims if claim.kind == "withdrawn"]
    gone: set[str] = set()
    for claim in sorted(withdrawals, key=lambda claim: (claim.said_on, claim.id), reverse=True):
        if claim.target is not None and claim.id not in gone:
            gone.add(claim.target)
    return gone


def weigh_fact(
    claims: Sequence[Claim], *, not_before: dt.date | None = None, rather_after: dt.date | None = None
) -> Weighed:
    """Which claim about something past wins.

    A claim that lies wholly before `not_before` is impossible. One that lies wholly before `rather_after` is
    impossible only where another does not: seasons are sometimes shot back to back.
    """
    possible = [claim for claim in claims if not _lies_before(claim, not_before)]
    later = [claim for claim in possible if not _lies_before(claim, rather_after)]
    possible = later or possible
    if not possible:
        return Weighed(None, tuple(claim.id for claim in claims))
    winner = min(possible, key=_fact_order)
    losers = [claim for claim in claims if _contradicts(claim, winner)]
    return Weighed(
        winner,
        tuple(claim.id for claim in losers),
        (winner.id, *(claim.id for claim in losers)) if losers else (),
    )


def weigh_plans(claims: Sequence[Claim]) -> Weighed:
    """Which plan holds: the newest of the best rank, or a newer and finer one that lies within it.

    A ``delayed`` without a value wins like any other and leaves no date.
    """
    if not claims:
        return NOTHING
    best_rank = min(claim.rank_order for claim in claims)
    winner = max((claim for claim in claims if claim.rank_order == best_rank), key=_plan_order)
    finer = [claim for claim in claims if _refines(claim, winner)]
    if finer:
        winner = max(finer, key=_plan_order)
    superseded = tuple(
        claim.id for claim in claims if claim is not winner and (claim.value is None or _contradicts(claim, winner))
    )
    rivals = [claim.id for claim in claims if claim.said_on > winner.said_on and _contradicts(claim, winner)]
    return Weighed(winner, superseded, (winner.id, *rivals) if rivals else ())


def _lies_before(claim: Claim, day: dt.date | None) -> bool:
    return day is not None and claim.value is not None and claim.value.last < day


def _contradicts(claim: Claim, winner: Claim) -> bool:
    if claim is winner or claim.value is None:
        return False
    return winner.value is None or not claim.value.overlaps(winner.value)


def _refines(claim: Claim, winner: Claim) -> bool:
    if claim.value is None or winner.value is None or claim.said_on < winner.said_on:
        return False
    return claim.value.within(winner.value) and claim.value.days < winner.value.days


def _fact_order(claim: Claim) -> tuple[int, int, int, int, str]:
    if claim.value is None:
        # Said to have happened, without a day: it happened by the day it was said.
        return claim.rank_order, 1_000_000, 0, -claim.said_on.toordinal(), claim.id
    distance = abs((claim.on.middle - claim.value.middle).days) if claim.on is not None else 0
    return claim.rank_order, claim.value.days, distance, -claim.said_on.toordinal(), claim.id


def _plan_order(claim: Claim) -> tuple[dt.date, int, str]:
    return claim.said_on, -(claim.value.days if claim.value is not None else 0), claim.id
