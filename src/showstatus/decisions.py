"""Whether a show goes on, as a fold over its claims in the order in which they were made.

Orders pile up; a cancellation takes the unaired ones away; a later official or press claim replaces an earlier
one whatever its rank, except that within three days the better rank wins. Who merely repeats a decision does not
move its day. What a database says or we infer never reverses an official or press decision, unless an instalment has
aired or been dated that the decision does not cover. What loses is returned as a dispute.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from showstatus.claims import Claim, Instalment
from showstatus.seasons import Timeline

BETTER_RANK_WINS_WITHIN = dt.timedelta(days=3)
OVER = ("cancelled", "ended")
LAST_WORDS = (*OVER, "final-season", "concludes-with-film", "limited")
# A production step or a date shows that somebody ordered the season, though no order was recorded.
_PROVES_ORDER = ("filming-started", "filming-wrapped", "post-production", "window-announced", "date-announced")
# These go together with a cancellation: they are no other report of the same decision.
_BESIDE_A_CANCELLATION = ("saved", "film-ordered", "final-season")


@dataclass(slots=True)
class Folded:
    """What the claims amount to: the last word, what is ordered, and what was overruled."""

    verdict: str | None = None
    """``renewed``, one of `LAST_WORDS`, or None where nobody has decided."""
    claim: Claim | None = None
    """The claim the verdict rests on."""
    orders: dict[Instalment, Claim] = field(default_factory=dict)
    """What was ordered and not withdrawn, out or not, with the claim that says so."""
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
        closed = state.verdict in LAST_WORDS and instalment.kind == "season" and not _foreseen(state, instalment)
        reopens = instalment.number > state.covers and _dated(instalment, seasons)
        if instalment not in state.orders and (reopens or not closed):
            _add_orders(state, [instalment], claim, seasons)


def _on_decision(state: Folded, claim: Claim, seasons: Timeline) -> None:
    named = _named(claim, seasons) if claim.rule.orders else []
    news = [i for i in named if claim.kind == "saved" or i not in _aired_by(claim.said_on, seasons)]
    rivals = _contradicted(state, claim, named, news, seasons)
    stronger = next((rival for rival in rivals if _yields(claim, rival)), None)
    covered = not any(i.number > state.covers and _out_or_dated(i, seasons) for i in news)
    if stronger is not None and (covered or claim.trusted):
        if claim.rule.orders or claim.kind == "cancelled" or state.verdict not in LAST_WORDS:
            state.disputes.append((stronger.id, claim.id))
        return
    state.counted.add(claim.id)
    numbers = [i.number for i in claim.instalments if i.kind == "season"]
    if claim.kind == "final-season":
        _close_with(state, max(i.number for i in named), claim, seasons)
    elif claim.kind == "ended" and numbers and _unaired([Instalment(max(numbers))], claim.said_on, seasons):
        _close_with(state, max(numbers), claim, seasons)
    elif claim.kind == "film-ordered":
        _order_film(state, named, claim, seasons)
    elif claim.kind == "cancelled":
        _cancel(state, claim, seasons)
    elif not claim.rule.orders:
        _decide(state, claim.kind, claim, seasons)
    else:
        _add_orders(state, news, claim, seasons)


def _contradicted(
    state: Folded, claim: Claim, named: Sequence[Instalment], news: Sequence[Instalment], seasons: Timeline
) -> list[Claim]:
    """The claims that hold so far and that this one goes against: the verdict's, and those of orders it would undo."""
    closed = state.verdict in LAST_WORDS
    undone: list[Instalment] = []
    if claim.kind == "film-ordered":
        against = claim.concludes and state.verdict in OVER
    elif claim.kind == "final-season":
        last = max(i.number for i in named)
        undone = _beyond(state, last, claim, seasons)
        against = closed and (state.verdict != "final-season" or state.final != last)
    elif claim.rule.orders:
        against = closed and any(not _foreseen(state, i) for i in news)
    else:
        undone = _withdrawn(state, claim, seasons)
        against = bool(undone) or (closed and state.verdict != claim.kind)
    return [*([state.claim] if against and state.claim is not None else []), *(state.orders[i] for i in undone)]


def _yields(claim: Claim, rival: Claim) -> bool:
    """Whether a claim must give way to an earlier one."""
    if rival.trusted and not claim.trusted:
        return True
    if rival.kind == "cancelled" and claim.kind == "ended" and not claim.trusted:
        return True  # most databases say “ended” of whatever is over
    beside = rival.kind == "cancelled" and claim.kind in _BESIDE_A_CANCELLATION
    return claim.rank_order > rival.rank_order and _soon_after(claim, rival) and not beside


def _says_it_better(claim: Claim, known: Claim) -> bool:
    """Whether of two claims that say the same the later one is to be cited: it has a better rank, and comes soon.

    One that tells its day says it better than one that tells none, which counts from a day of our own.
    """
    if claim.trusted != known.trusted:
        return claim.trusted
    if (claim.on is None) != (known.on is None):
        return claim.on is not None
    return claim.rank_order < known.rank_order and _soon_after(claim, known)


def _soon_after(claim: Claim, earlier: Claim) -> bool:
    return claim.said_on - earlier.said_on <= BETTER_RANK_WINS_WITHIN


def _foreseen(state: Folded, instalment: Instalment) -> bool:
    """Whether a last word leaves room for a season: it is the final one or before it, or the limited series itself."""
    last = state.final if state.verdict == "final-season" else state.covers if state.verdict == "limited" else None
    return last is not None and instalment.kind == "season" and instalment.number <= last


def _add_orders(state: Folded, named: Sequence[Instalment], claim: Claim, seasons: Timeline) -> None:
    waiting = _unaired(state.orders, claim.said_on, seasons)
    fresh = [i for i in named if i not in waiting or _is_order_at_last(claim, state.orders[i])]
    for instalment in fresh:
        state.orders[instalment] = claim
    seasons_of_it = [instalment for instalment in fresh if instalment.kind == "season"]
    if not seasons_of_it or all(_foreseen(state, i) for i in seasons_of_it):
        return
    running = state.verdict == "renewed" and waiting and not claim.rule.orders
    if not running:
        state.final = None
        _decide(state, "renewed", claim, seasons)


def _is_order_at_last(claim: Claim, known: Claim) -> bool:
    """Whether an order says it better than what was known: a mere sign of an order, or another report of it."""
    return claim.rule.orders and (not known.rule.orders or _says_it_better(claim, known))


def _close_with(state: Folded, number: int, claim: Claim, seasons: Timeline) -> None:
    for instalment in _beyond(state, number, claim, seasons):
        del state.orders[instalment]
    last = Instalment(number)
    if last not in state.orders or _is_order_at_last(claim, state.orders[last]):
        state.orders[last] = claim
    if state.verdict == "cancelled" and state.claim is not None and _soon_after(claim, state.claim):
        state.covers = max(state.covers, number)  # cancelled, and what is made already still comes
        return
    _decide(state, "final-season", claim, seasons, again=state.final != number)
    state.final = number


def _order_film(state: Folded, films: Sequence[Instalment], claim: Claim, seasons: Timeline) -> None:
    known = all(film in state.orders for film in films)
    for film in films:
        state.orders.setdefault(film, claim)
    if claim.concludes:
        _decide(state, "concludes-with-film", claim, seasons, again=not known)


def _cancel(state: Folded, claim: Claim, seasons: Timeline) -> None:
    gone = _withdrawn(state, claim, seasons)
    if claim.instalments and all(i.kind != "season" for i in claim.instalments):
        if state.verdict == "concludes-with-film" and state.claim is not None and {*gone} & {*state.claim.instalments}:
            state.verdict = state.claim = None
    else:
        _decide(state, "cancelled", claim, seasons, again=bool(gone))
        state.covers = max(state.covers, *(i.number for i in claim.instalments), 0)
    for instalment in gone:
        del state.orders[instalment]


def _withdrawn(state: Folded, claim: Claim, seasons: Timeline) -> list[Instalment]:
    """The unaired orders that a cancellation takes away: all, or from the named season on, or a named film alone."""
    numbers = [i.number for i in claim.instalments if i.kind == "season"]
    waiting = _unaired(state.orders, claim.said_on, seasons)
    if not claim.instalments:
        return waiting
    onward = [i for i in waiting if i.kind == "season" and numbers and i.number >= min(numbers)]
    return [*onward, *(i for i in waiting if i.kind != "season" and i in claim.instalments)]


def _beyond(state: Folded, number: int, claim: Claim, seasons: Timeline) -> list[Instalment]:
    """The unaired orders of seasons that cannot come where this number is the last."""
    waiting = _unaired(state.orders, claim.said_on, seasons)
    return [i for i in waiting if i.kind == "season" and i.number > number]


def _decide(state: Folded, verdict: str, claim: Claim, seasons: Timeline, *, again: bool = False) -> None:
    """Set the verdict. Said before and not `again`, it keeps its claim and day unless a better source comes soon."""
    repeated = state.claim if state.verdict == verdict and verdict != "renewed" and not again else None
    covered = state.covers if state.verdict in LAST_WORDS else 0
    if repeated is None or _says_it_better(claim, repeated):
        state.verdict, state.claim = verdict, claim
    known = [*_aired_by(claim.said_on, seasons), *state.orders]
    if verdict == "limited":
        known += [i for i in seasons if i.kind == "season"][:1]  # announced as limited before it came
    state.covers = max(covered, *(instalment.number for instalment in known), 0)


def _named(claim: Claim, seasons: Timeline) -> list[Instalment]:
    """What an order names; one that names nothing is for the season after the last that is out."""
    if claim.instalments:
        return list(dict.fromkeys(instalment.season for instalment in claim.instalments))
    return [Instalment(max((i.number for i in _aired_by(claim.said_on, seasons)), default=0) + 1)]


def _aired_by(day: dt.date, seasons: Timeline) -> list[Instalment]:
    return [instalment for instalment, season in seasons.items() if season.aired(day)]


def _unaired(instalments: Iterable[Instalment], day: dt.date, seasons: Timeline) -> list[Instalment]:
    aired = _aired_by(day, seasons)
    return [instalment for instalment in instalments if instalment not in aired]


def _dated(instalment: Instalment, seasons: Timeline) -> bool:
    season = seasons.get(instalment)
    return season is not None and season.first.official is not None and season.first.official.is_day


def _out_or_dated(instalment: Instalment, seasons: Timeline) -> bool:
    season = seasons.get(instalment)
    return season is not None and (season.premiere is not None or _dated(instalment, seasons))
