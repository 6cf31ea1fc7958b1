"""Whether a show goes on, as a fold over its claims in the order in which they were made.

Orders pile up; a cancellation takes the unaired ones away; a later official or press claim replaces an earlier
one whatever its rank, except that within three days the better rank wins. What a database says or we infer never
reverses an official or press decision, unless an instalment has aired or been dated that the decision does not
cover. What loses is returned as a dispute.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from showstatus.claims import RANKS, Claim, Instalment
from showstatus.seasons import Timeline

BETTER_RANK_WINS_WITHIN = dt.timedelta(days=3)
OVER = ("cancelled", "ended")
LAST_WORDS = (*OVER, "final-season", "concludes-with-film", "limited")
# A production step or a date shows that somebody ordered the season, though no order was recorded.
_PROVES_ORDER = ("filming-started", "filming-wrapped", "post-production", "window-announced", "date-announced")
_DATABASE = RANKS.index("database")


@dataclass(slots=True)
class Folded:
    """What the claims amount to: the last word, what is ordered, and what was overruled."""

    verdict: str | None = None
    """``renewed``, one of `LAST_WORDS`, or None where nobody has decided."""
    claim: Claim | None = None
    """The claim the verdict rests on."""
    orders: dict[Instalment, Claim] = field(default_factory=dict)
    """What was ordered and not withdrawn, out or not, with the claim that says so first."""
    final: int | None = None
    """The season that was announced as the last."""
    covers: int = 0
    """The highest season that was out, ordered or given up when the verdict fell."""
    counted: set[str] = field(default_factory=set)
    disputes: list[tuple[str, ...]] = field(default_factory=list)


def fold(claims: Sequence[Claim], seasons: Timeline) -> Folded:
    """What the claims, oldest first, amount to; `seasons` is their timeline as of the same day."""
    state = Folded()
    for claim in claims:
        if claim.kind == "premiered":
            _on_premiere(state, claim)
        elif claim.kind in _PROVES_ORDER:
            _on_progress(state, claim, seasons)
        elif claim.rule.nature == "decision":
            _on_decision(state, claim, seasons)
    return state


def _on_premiere(state: Folded, claim: Claim) -> None:
    """Reopen a closed case: a season came out of which the verdict knew nothing."""
    if state.claim is None or state.verdict not in LAST_WORDS or claim.value is None:
        return
    if claim.value.start > state.claim.said_on and any(i.number > state.covers for i in claim.instalments):
        state.verdict = state.claim = state.final = None


def _on_progress(state: Folded, claim: Claim, seasons: Timeline) -> None:
    """Take what is being made or has a date for ordered, unless that was withdrawn."""
    for instalment in _unaired([i.season for i in claim.instalments], claim.said_on, seasons):
        closed = state.verdict in LAST_WORDS and instalment.kind == "season"
        reopens = instalment.number > state.covers and _dated(instalment, seasons)
        if instalment not in state.orders and (reopens or not closed):
            _add_orders(state, [instalment], claim, seasons)


def _on_decision(state: Folded, claim: Claim, seasons: Timeline) -> None:
    named = _named(state, claim, seasons) if claim.rule.orders else []
    news = [i for i in named if claim.kind == "saved" or i not in _aired_by(claim.said_on, seasons)]
    if _overruled(state, claim, news, seasons):
        if state.claim is not None and (claim.rule.orders or state.verdict not in LAST_WORDS):
            state.disputes.append((state.claim.id, claim.id))
        return
    state.counted.add(claim.id)
    unaired = _unaired([i.season for i in claim.instalments], claim.said_on, seasons)
    if claim.kind == "final-season" or (claim.kind == "ended" and unaired):
        _close_with(state, max(i.number for i in claim.instalments), claim, seasons)
    elif claim.kind == "film-ordered":
        _order_film(state, named, claim, seasons)
    elif claim.kind == "cancelled":
        _cancel(state, claim, seasons)
    elif not claim.rule.orders:
        _decide(state, claim.kind, claim, seasons)
    else:
        _add_orders(state, news, claim, seasons)


def _overruled(state: Folded, claim: Claim, news: Sequence[Instalment], seasons: Timeline) -> bool:
    """Whether the verdict that holds stands against a claim made after it."""
    if state.claim is None or not _contradicts(state, claim, news, seasons):
        return False
    if claim.rank_order >= _DATABASE > state.claim.rank_order:
        return not any(i.number > state.covers and _out_or_dated(i, seasons) for i in news)
    soon = claim.said_on - state.claim.said_on <= BETTER_RANK_WINS_WITHIN
    return soon and claim.rank_order > state.claim.rank_order


def _contradicts(state: Folded, claim: Claim, news: Sequence[Instalment], seasons: Timeline) -> bool:
    if not claim.rule.orders:
        return state.verdict in LAST_WORDS or bool(_unaired(state.orders, claim.said_on, seasons))
    if claim.kind == "film-ordered":
        return claim.concludes and state.verdict in OVER
    if state.verdict == "final-season":
        return any(i.number > (state.final or 0) for i in news)
    return state.verdict in LAST_WORDS and bool(news)


def _add_orders(state: Folded, named: Sequence[Instalment], claim: Claim, seasons: Timeline) -> None:
    outstanding = _unaired(state.orders, claim.said_on, seasons)
    fresh = [instalment for instalment in named if instalment not in outstanding]
    for instalment in fresh:
        state.orders[instalment] = claim
    seasons_of_it = [instalment for instalment in fresh if instalment.kind == "season"]
    if not seasons_of_it:
        return
    if state.verdict == "final-season" and all(i.number <= (state.final or 0) for i in seasons_of_it):
        return
    running = state.verdict == "renewed" and outstanding and not claim.rule.orders
    if not running:
        state.final = None
        _decide(state, "renewed", claim, seasons)


def _close_with(state: Folded, number: int, claim: Claim, seasons: Timeline) -> None:
    state.final = number
    state.orders.setdefault(Instalment(number), claim)
    _decide(state, "final-season", claim, seasons)


def _order_film(state: Folded, films: Sequence[Instalment], claim: Claim, seasons: Timeline) -> None:
    for film in films:
        state.orders.setdefault(film, claim)
    if claim.concludes:
        _decide(state, "concludes-with-film", claim, seasons)


def _cancel(state: Folded, claim: Claim, seasons: Timeline) -> None:
    """Withdraw every unaired order, or from the named season on; a named film or special alone."""
    others = {i for i in claim.instalments if i.kind != "season"}
    numbers = [i.number for i in claim.instalments if i.kind == "season"]
    unaired = _unaired(state.orders, claim.said_on, seasons)
    if others and not numbers:
        gone = others
        if state.verdict == "concludes-with-film":
            state.verdict = state.claim = None
    else:
        gone = {i for i in unaired if not numbers or i.number >= min(numbers)}
        _decide(state, "cancelled", claim, seasons)
        state.covers = max([state.covers, *numbers])
    state.orders = {i: order for i, order in state.orders.items() if i not in gone}


def _decide(state: Folded, verdict: str, claim: Claim, seasons: Timeline) -> None:
    state.verdict, state.claim = verdict, claim
    known = [*_aired_by(claim.said_on, seasons), *state.orders]
    state.covers = max((instalment.number for instalment in known), default=0)


def _named(state: Folded, claim: Claim, seasons: Timeline) -> list[Instalment]:
    """What an order names; one without a name is for the season after the last that is out or ordered."""
    if claim.instalments:
        return [instalment.season for instalment in claim.instalments]
    numbers = [i.number for i in (*_aired_by(claim.said_on, seasons), *state.orders)]
    return [Instalment(max(numbers, default=0) + 1)]


def _aired_by(day: dt.date, seasons: Timeline) -> list[Instalment]:
    return [instalment for instalment, season in seasons.items() if season.aired(day)]


def _unaired(
    instalments: Sequence[Instalment] | dict[Instalment, Claim], day: dt.date, seasons: Timeline
) -> list[Instalment]:
    aired = _aired_by(day, seasons)
    return [instalment for instalment in instalments if instalment not in aired]


def _dated(instalment: Instalment, seasons: Timeline) -> bool:
    season = seasons.get(instalment)
    return season is not None and season.first.official is not None and season.first.official.is_day


def _out_or_dated(instalment: Instalment, seasons: Timeline) -> bool:
    season = seasons.get(instalment)
    return season is not None and (season.first.premiere is not None or _dated(instalment, seasons))
