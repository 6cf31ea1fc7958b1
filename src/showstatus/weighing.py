"""Which claims count on a day, and which of several about the same thing wins.

Facts about the past: the impossible is dropped, then the better rank wins, the finer precision, the claim made
nearest the day it tells of, the newer. Plans: the newest of the best rank, refined by a newer one within it.
Who loses against a value it cannot be reconciled with is a dispute, kept and shown.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from showstatus.claims import KINDS, Claim
from showstatus.dates import ONE_DAY, PartialDate

_PLACES = {kind: place for place, kind in enumerate(KINDS)}


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
    """The claims that count on a day, oldest first: made by then and not withdrawn by then.

    Of one day and rank, kinds come in the order of `KINDS`: what was cancelled and saved on one day is saved.
    """
    known = {claim.id: claim for claim in claims if claim.counts_from <= as_of}
    taken_back = withdrawn_ids(known.values())
    kept = [claim for claim in known.values() if claim.kind != "withdrawn" and claim.id not in taken_back]
    return sorted(kept, key=lambda claim: (claim.said_on, claim.rank_order, _PLACES[claim.kind], claim.id))


def withdrawn_ids(claims: Iterable[Claim]) -> set[str]:
    """The ids that are taken back; a withdrawal that was itself withdrawn takes nothing back."""
    open_ones = {claim.id: claim for claim in claims if claim.kind == "withdrawn"}
    gone: set[str] = set()
    while open_ones:
        aimed_at = {claim.target for claim in open_ones.values()}
        # An id is made of what a claim says, so a chain of withdrawals has an end: nobody takes back its last one.
        settled = [claim for claim in open_ones.values() if claim.id not in aimed_at] or list(open_ones.values())
        gone |= {claim.target for claim in settled if claim.target is not None and claim.id not in gone}
        for claim in settled:
            del open_ones[claim.id]
    return gone


def happened(claim: Claim, as_of: dt.date) -> bool:
    """Whether what a claim tells of lies in the past: said of a time that had begun, or of one that is over by now."""
    return claim.value is None or claim.value.start <= min(claim.said_on, as_of) or claim.value.last <= as_of


def weigh_fact(claims: Sequence[Claim], *, began: Claim | None = None, rather_after: dt.date | None = None) -> Weighed:
    """Which claim about something past wins.

    A claim that lies wholly before `began` is impossible. One that lies wholly before `rather_after` is
    impossible only where another does not: seasons are sometimes shot back to back.
    """
    if len(claims) <= 1 and began is None:
        return Weighed(claims[0]) if claims else NOTHING
    possible = [claim for claim in claims if began is None or not _lies_before(claim, _first_day(began))]
    kept = [claim for claim in possible if not _lies_before(claim, rather_after)] or possible
    if not kept:
        ids = tuple(claim.id for claim in claims)
        return Weighed(None, ids, (began.id, *ids) if began is not None and ids else ())
    winner = min(kept, key=_fact_order)
    losers = tuple(claim.id for claim in claims if claim not in kept or _contradicts(claim, winner))
    return Weighed(winner, losers, (winner.id, *losers) if losers else ())


def weigh_plans(claims: Sequence[Claim], as_of: dt.date) -> Weighed:
    """Which plan holds: the newest of the best rank, or a newer and finer one that lies within it.

    A plan whose time is over gives way to a newer one of any rank. A ``delayed`` without a value wins like any other
    and leaves no date. What is older than the winner is superseded in silence; what is as new or newer and says
    something else is a dispute.
    """
    if not claims:
        return NOTHING
    winner = _best_plan(claims)
    if winner.value is not None and over(winner.value, as_of):
        newer = [claim for claim in claims if claim.said_on > winner.said_on and _contradicts_plan(claim, winner)]
        newer = [claim for claim in newer if claim.value is None or not over(claim.value, as_of)]
        winner = _best_plan(newer) if newer else winner
    losers = [claim for claim in claims if _contradicts_plan(claim, winner)]
    rivals = [claim.id for claim in losers if claim.said_on >= winner.said_on]
    return Weighed(winner, tuple(claim.id for claim in losers), (winner.id, *rivals) if rivals else ())


def newest(claims: Sequence[Claim]) -> Claim | None:
    """The newest claim of the best rank; None where there is none."""
    return min(claims, key=lambda claim: (claim.rank_order, -claim.said_on.toordinal(), claim.id), default=None)


def over(plan: PartialDate, as_of: dt.date) -> bool:
    """Whether the time of a plan has come: its one day is here, or its window has wholly passed."""
    return plan.start <= as_of if plan.is_day else plan.end <= as_of


def missed_by(plans: Sequence[Claim], came: Claim) -> tuple[str, ...]:
    """The ids of the plans that did not come true, once it is known when the thing came."""
    return tuple(plan.id for plan in plans if _contradicts_plan(plan, came))


def _best_plan(claims: Sequence[Claim]) -> Claim:
    best_rank = min(claim.rank_order for claim in claims)
    winner = max((claim for claim in claims if claim.rank_order == best_rank), key=_plan_order)
    finer = [claim for claim in claims if _refines(claim, winner)]
    return max(finer, key=_plan_order) if finer else winner


def _first_day(claim: Claim) -> dt.date | None:
    return claim.value.start if claim.value is not None else None


def _lies_before(claim: Claim, day: dt.date | None) -> bool:
    """Whether all it may mean is before a day; what was said without a day had happened when it was said."""
    told = claim.value or claim.on
    return day is not None and told is not None and told.last < day


def _contradicts(claim: Claim, winner: Claim) -> bool:
    if claim is winner or claim.value is None or winner.value is None:
        return False
    if claim.rank == winner.rank == "database" and _days_apart(claim.value, winner.value) <= ONE_DAY:
        return False  # what comes out in the evening in one place is of the next day in another, and in its databases
    return not claim.value.overlaps(winner.value)


def _days_apart(one: PartialDate, other: PartialDate) -> dt.timedelta:
    return max(one.start - other.last, other.start - one.last)


def _contradicts_plan(claim: Claim, winner: Claim) -> bool:
    """Whether a plan says another time; one that names none (“delayed”) agrees only with another such."""
    if claim is winner:
        return False
    if claim.value is None or winner.value is None:
        return claim.value is not winner.value
    return not claim.value.overlaps(winner.value)


def _refines(claim: Claim, winner: Claim) -> bool:
    if claim.value is None or winner.value is None or claim.said_on < winner.said_on:
        return False
    return claim.value.within(winner.value) and claim.value.days < winner.value.days


def _fact_order(claim: Claim) -> tuple[int, int, int, int, str]:
    if claim.value is None:
        # Said to have happened, without a day: it happened by the day it was said.
        return claim.rank_order, 1_000_000, 0, -claim.said_on.toordinal(), claim.id
    said = claim.on.middle if claim.on is not None else claim.counts_from
    distance = abs((said - claim.value.middle).days)
    return claim.rank_order, claim.value.days, distance, -claim.said_on.toordinal(), claim.id


def _plan_order(claim: Claim) -> tuple[dt.date, int, str]:
    return claim.said_on, -(claim.value.days if claim.value is not None else 0), claim.id
