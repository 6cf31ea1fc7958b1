"""How a show came to stand as it does: its dated transitions, each with the claims behind it.

Pure: the status is derived anew on every day on which something was said or fell due, and compared with the last such
day. A pin is left out: it says what the user holds true, not when anything changed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from showstatus.claims import Claim, Instalment
from showstatus.dates import FIRST_DAY, LAST_DAY, ONE_DAY, PartialDate
from showstatus.ledger.book import Entry
from showstatus.spoken import say
from showstatus.status import Status, silent_from, status


@dataclass(frozen=True, slots=True)
class Transition:
    """One thing that changed on one day."""

    day: dt.date
    what: str
    """``decision``, ``stage`` or ``official``: what was announced."""
    about: Instalment | None
    before: str | None
    after: str | None
    claims: tuple[Claim, ...]
    """The claims that began to count on that day; empty where time alone did it."""


@dataclass(frozen=True, slots=True)
class Slip:
    """One time that a plan moved, or that something came at another time than planned."""

    day: dt.date
    """When it became known."""
    about: Instalment
    before: PartialDate
    after: PartialDate

    @property
    def days(self) -> int:
        """By how many days it moved, from middle to middle; negative where it came forward."""
        return (self.after.middle - self.before.middle).days


def slips(entry: Entry, as_of: dt.date) -> list[Slip]:
    """Every slip until `as_of`, oldest first. A finer or vaguer date that agrees with the one before is none."""
    told: dict[Instalment, PartialDate] = {}
    found: list[Slip] = []
    for day in _days(entry, as_of):
        stand = status(entry.show, entry.claims, day)
        for run in (run for season in stand.seasons.values() for run in season.runs):
            now = run.official if run.premiere_claim is None else run.premiere
            if now is None:
                continue
            before = told.get(run.instalment, now)
            if not now.within(before) and not before.within(now):
                found.append(Slip(day, run.instalment, before, now))
            told[run.instalment] = now
    return found


def history(entry: Entry, as_of: dt.date, since: dt.date = FIRST_DAY) -> list[Transition]:
    """Every transition from `since` until `as_of`, both included, oldest first."""
    transitions: list[Transition] = []
    show = replace(entry.show, pin=None)
    days = _days(entry, as_of)
    earlier = [day for day in days if day < since]
    before = status(show, entry.claims, since - ONE_DAY) if earlier else None
    for day in days[len(earlier) :]:
        after = status(show, entry.claims, day)
        new = tuple(claim for claim in after.known if claim.counts_from == day)
        transitions += _changes(before, after, new)
        before = after
    return transitions


def next_moment(entry: Entry, as_of: dt.date) -> dt.date:
    """The first day after `as_of` on which the status may differ though nobody says anything new."""
    until = entry.show.pin.until if entry.show.pin is not None else None
    days = _moments(entry, as_of) | ({until.end} if until is not None else set())
    return min((day for day in days if day > as_of), default=LAST_DAY)


def _days(entry: Entry, as_of: dt.date) -> list[dt.date]:
    """The days until `as_of` on which the status may differ from the day before; `as_of` alone where none is known."""
    return sorted(day for day in _moments(entry, as_of) if FIRST_DAY < day <= as_of and day != LAST_DAY) or [as_of]


def _moments(entry: Entry, as_of: dt.date) -> set[dt.date]:
    """The days on which something counts, comes, ends, passes or is silent."""
    days = {claim.counts_from for claim in entry.claims}
    for claim in entry.claims:
        if claim.value is not None:
            days |= {claim.value.start, claim.value.last, claim.value.end}
    stand = status(entry.show, entry.claims, as_of)
    for season in stand.seasons.values():
        ends = [run.complete_from for run in season.runs if run.complete_from is not None]
        days |= {day for end in ends for day in (end, silent_from(end))}
    return days


def _changes(before: Status | None, after: Status, new: tuple[Claim, ...]) -> Iterator[Transition]:
    day = after.as_of
    was = before.decision if before is not None else None
    if after.decision != was and (was is not None or after.decision != "unknown"):
        yield Transition(day, "decision", None, was, after.decision, _behind(new, None))
    for instalment, season in after.seasons.items():
        old = before.seasons.get(instalment) if before is not None else None
        stage_was = before.stage_of(instalment) if before is not None else None
        stage = after.stage_of(instalment)
        claims = _behind(new, instalment)
        coming = season.coming(day)
        official = coming.official
        official_was = old.coming(day - ONE_DAY).official if old is not None else None
        if official != official_was and not season.aired(day):
            told = say(official_was) if official_was is not None else None
            now = say(official) if official is not None else "a later day" if coming.plan is not None else "no day"
            yield Transition(day, "official", instalment, told, now, claims)
        if stage != stage_was and stage is not None:
            yield Transition(day, "stage", instalment, stage_was, stage, claims)


def _behind(new: tuple[Claim, ...], instalment: Instalment | None) -> tuple[Claim, ...]:
    if instalment is None:
        return tuple(claim for claim in new if claim.rule.nature == "decision" or claim.rule.stage is not None)
    return tuple(claim for claim in new if instalment in [named.season for named in claim.instalments])
