"""How a show stands on a day: the decision, what is confirmed, what comes next, and what it rests on.

`status(show, claims, as_of)` is a pure function. The order of the claims does not matter, and claims that count
only from a later day change nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from showstatus.claims import Claim, Instalment
from showstatus.dates import LAST_DAY, LAST_YEAR, PartialDate, add_months, on_day
from showstatus.decisions import OVER, Folded, fold
from showstatus.runs import Run
from showstatus.seasons import Season, Timeline, timeline
from showstatus.shows import Pin, Show
from showstatus.weighing import standing

SILENT_AFTER_MONTHS = 36
"""How long after its last finale a show with no decision becomes ``unknown``."""
YEARS_FROM = 1900
"""Season numbers from this one on are years."""
_RENEWALS = ("renewed", "saved")


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """How a show stands on a day."""

    as_of: dt.date
    decision: str
    """One of `claims.DECISIONS`."""
    claim: Claim | None
    """The claim the decision rests on; None where there is no decision or the user pinned one."""
    pin: Pin | None
    """The pin that overrides the claims, where one is in force."""
    orders: dict[Instalment, Claim]
    """What is ordered and not all out, with the claim that says so."""
    seasons: Timeline
    next: Instalment | None
    """The instalment that is running or comes next: a part where its season is split."""
    counted: frozenset[str]
    """Ids of the claims the answer rests on or agrees with."""
    known: tuple[Claim, ...]
    """The claims that stand on the day, oldest first."""
    disputes: tuple[tuple[str, ...], ...]

    @property
    def confirmed(self) -> tuple[int, ...]:
        """The seasons that are ordered and not complete."""
        return tuple(sorted({i.number for i in self.orders if i.kind == "season"}))

    @property
    def aired(self) -> tuple[int, ...]:
        """The seasons of which at least one part has premiered."""
        return tuple(i.number for i, s in self.seasons.items() if i.kind == "season" and s.aired(self.as_of))

    @property
    def complete(self) -> tuple[int, ...]:
        """The seasons that are all out."""
        return tuple(i.number for i, s in self.seasons.items() if i.kind == "season" and s.complete(self.as_of))

    def season_of(self, instalment: Instalment) -> Season | None:
        """What is known of the season an instalment belongs to."""
        return self.seasons.get(instalment.season)

    def run_of(self, instalment: Instalment) -> Run | None:
        """What is known of one part, or of the first part of a whole season."""
        season = self.season_of(instalment)
        if season is None:
            return None
        return next((run for run in season.runs if run.instalment == instalment), season.first)

    def stage_of(self, instalment: Instalment) -> str | None:
        """How far an instalment is; ``ordered`` where it is ordered and nothing more is known."""
        season = self.season_of(instalment)
        stage = season.stage(self.as_of) if season is not None else None
        return stage or ("ordered" if instalment.season in self.orders else None)


def status(show: Show, claims: Iterable[Claim], as_of: dt.date) -> Status:
    """How the show stands on a day, by what was known then."""
    known = standing(claims, as_of)
    seasons = timeline(known, show.release, as_of)
    folded = fold(known, seasons)
    orders = _outstanding(folded, seasons, as_of)
    pin = show.pin if show.pin is not None and _in_force(show.pin, as_of) else None
    decision, claim = _decision(folded, orders, seasons, as_of)
    lost = {claim_id for season in seasons.values() for claim_id in season.superseded}
    return Status(
        as_of=as_of,
        decision=pin.decision if pin is not None else decision,
        claim=None if pin is not None else claim,
        pin=pin,
        orders=orders,
        seasons=seasons,
        next=_next(orders, seasons, decision, as_of),
        counted=frozenset(
            claim.id
            for claim in known
            if claim.id not in lost and (claim.rule.nature != "decision" or claim.id in folded.counted)
        ),
        known=tuple(known),
        disputes=_disputes(folded, seasons),
    )


def _in_force(pin: Pin, as_of: dt.date) -> bool:
    return pin.until is None or as_of <= pin.until.last


def _outstanding(folded: Folded, seasons: Timeline, as_of: dt.date) -> dict[Instalment, Claim]:
    """What is ordered or running and not all out: a premiere shows that a season was ordered."""
    orders = {i: claim for i, claim in folded.orders.items() if not _is_complete(i, seasons, as_of)}
    for instalment, season in seasons.items():
        begun = next((claim for run in season.runs if (claim := run.premiere_claim or run.plan) is not None), None)
        if instalment in orders or begun is None or not season.aired(as_of) or season.complete(as_of):
            continue
        if (
            folded.verdict == "cancelled"
            and season.stage(as_of) == "between-parts"
            and not season.coming(as_of).official
        ):
            continue  # the part that had not begun went with the show
        orders[instalment] = begun
    return dict(sorted(orders.items()))


def _is_complete(instalment: Instalment, seasons: Timeline, as_of: dt.date) -> bool:
    """Whether an order has been met: it is all out, or a later season is."""
    season = seasons.get(instalment)
    if season is not None and season.complete(as_of):
        return True
    if instalment.kind != "season" or (season is not None and season.aired(as_of)):
        return False
    later = [s for i, s in seasons.items() if i.kind == "season" and i.number > instalment.number]
    return any(season.aired(as_of) for season in later)


def _decision(
    folded: Folded, orders: dict[Instalment, Claim], seasons: Timeline, as_of: dt.date
) -> tuple[str, Claim | None]:
    ordered_seasons = _ordered_seasons(folded, orders, seasons, as_of)
    specials = [i for i in orders if i.kind == "special" and i in folded.orders]
    if folded.verdict == "final-season" and folded.final is not None:
        done = _is_complete(Instalment(folded.final), seasons, as_of)
        return "ended" if done else "final-season", folded.claim
    if folded.verdict == "concludes-with-film":
        films = [i for i in orders if folded.claim is not None and i in folded.claim.instalments]
        return "concludes-with-film" if films else "ended", folded.claim
    if folded.verdict == "ended" and ordered_seasons:
        return "final-season", folded.claim
    if folded.verdict in OVER and folded.claim is not None:
        # What a cancellation spared does not undo it; a special ordered afterwards does.
        specials = [i for i in specials if folded.verdict == "ended" or orders[i].said_on > folded.claim.said_on]
        return ("renewed", orders[specials[0]]) if specials else (str(folded.verdict), folded.claim)
    if folded.verdict == "limited":
        return "limited", folded.claim
    if not _begun(seasons, as_of):
        return _before_the_first(orders, seasons)
    if ordered_seasons or specials:
        return "renewed", orders[(ordered_seasons or specials)[0]]
    return ("unknown" if not orders and _silent(seasons, as_of) else "pending"), None


def _ordered_seasons(
    folded: Folded, orders: dict[Instalment, Claim], seasons: Timeline, as_of: dt.date
) -> list[Instalment]:
    """The seasons whose order says that the show goes on.

    A first season that has begun has met its order; whether the show goes on is another question.
    """
    ordered = [i for i in orders if i.kind == "season" and i in folded.orders]
    first = next((i for i in seasons if i.kind == "season"), None)
    return [i for i in ordered if i != first or orders[i].kind in _RENEWALS or not seasons[i].aired(as_of)]


def _before_the_first(orders: dict[Instalment, Claim], seasons: Timeline) -> tuple[str, Claim | None]:
    renewal = next((claim for claim in orders.values() if claim.kind in _RENEWALS), None)
    if renewal is not None:
        return "renewed", renewal
    if orders:
        return "in-development", next(iter(orders.values()))
    return ("in-development" if seasons else "unknown"), None


def _begun(seasons: Timeline, as_of: dt.date) -> bool:
    """Whether something of it has aired: by a claim, or because the first season on record is not a first one."""
    lowest = next((i.number for i in seasons if i.kind == "season"), 1)
    return any(season.aired(as_of) for season in seasons.values()) or 1 < lowest < YEARS_FROM


def _silent(seasons: Timeline, as_of: dt.date) -> bool:
    """Whether the last finale is `SILENT_AFTER_MONTHS` past and nothing runs."""
    ends = [run.complete_from for season in seasons.values() for run in season.runs if run.complete_from is not None]
    return bool(ends) and silent_from(max(ends)) <= as_of


def silent_from(end: dt.date) -> dt.date:
    """The day from which a show of which nothing is heard is ``unknown``, by the day on which all of it was out."""
    return add_months(end, SILENT_AFTER_MONTHS) if end.year < LAST_YEAR - SILENT_AFTER_MONTHS // 12 else LAST_DAY


def _next(orders: dict[Instalment, Claim], seasons: Timeline, decision: str, as_of: dt.date) -> Instalment | None:
    """What is running or comes first: what runs, then by announced date, no season before an earlier one.

    A season without a date is expected a year after the last premiere, so that it stands before a film far ahead.
    """
    came = [run.premiere.start for season in seasons.values() for run in season.runs if run.premiere is not None]
    undated = add_months(max(came), 12) if came and max(came).year < LAST_YEAR else LAST_DAY
    waiting = list(orders)
    if not waiting and decision == "in-development":
        waiting = list(seasons)
    if not waiting:
        return None

    lowest = next((instalment for instalment in waiting if instalment.kind == "season"), None)

    def expected(instalment: Instalment) -> dt.date:
        later = [i for i in waiting if i == instalment or (i.kind == instalment.kind == "season" and instalment < i)]
        officials = [seasons[i].coming(as_of).official for i in later if i in seasons]
        default = undated if instalment == lowest else LAST_DAY
        return min((official.start for official in officials if official is not None), default=default)

    def order(instalment: Instalment) -> tuple[bool, dt.date, bool, Instalment]:
        season = seasons.get(instalment)
        running = season is not None and season.aired(as_of)
        return not running, expected(instalment), instalment.kind != "season", instalment

    first = min(waiting, key=order)
    season = seasons.get(first)
    return season.coming(as_of).instalment if season is not None and season.split else first


def _disputes(folded: Folded, seasons: Timeline) -> tuple[tuple[str, ...], ...]:
    groups = [*folded.disputes, *(dispute for season in seasons.values() for dispute in season.disputes)]
    return tuple(dict.fromkeys(groups))


def official_date(run: Run) -> PartialDate | None:
    """The exact day of a run: its premiere, or the day that was announced; None where only a window is known."""
    if run.premiere is not None:
        return run.premiere if run.premiere.is_day else None
    if run.official is not None and run.official.is_day:
        return on_day(run.official.start)
    return None
