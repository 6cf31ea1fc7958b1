"""What is to be told though it is no change: that something comes in a few days, that an estimate moved by much.

Pure, and derived anew at every look from claims, the day and what was told before; nothing of it is a fact. What was
told is a mapping from names of occasions to short texts, kept by whoever delivers them. An occasion is told once: a
premiere on a day that moved is another occasion, one on a day that moved back is not.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from showstatus.changes import Change, days_moved, window_moved
from showstatus.claims import Instalment
from showstatus.ledger.book import Entry
from showstatus.report import report
from showstatus.runs import Run
from showstatus.status import Status, official_date, status

PREMIERE = "premiere"
"""What a `Change` is of that tells of a premiere soon: `after` is its day."""
Told = Mapping[str, str]


class Occasion(NamedTuple):
    """Something that is to be told now, or is only to be remembered."""

    change: Change | None
    """How it is told; None where it is not, and what it holds is remembered all the same."""
    remember: Told
    """What is to be remembered once it was told."""


def premieres(entry: Entry, days: Sequence[int], told: Told, since: dt.date, today: dt.date) -> Iterator[Occasion]:
    """What comes within so many days, each number of days once; what came since a day untold is told late.

    `since` is the day until which everything was told, and not included.
    """
    stand = status(entry.show, entry.claims, today)
    earliest = min(since + dt.timedelta(1), today)
    for run in _awaited(stand):
        day = official_date(run)
        if day is None or day.start < earliest:
            continue
        name = f"{PREMIERE} {entry.show.slug} {_lasting(run.instalment)} {day.edtf}"
        left, before = (day.start - today).days, told.get(name)
        due = [number for number in days if left <= number and (before is None or number < int(before))]
        if due:
            change = Change(
                day=today.isoformat(),
                slug=entry.show.slug,
                title=entry.show.display,
                what=PREMIERE,
                about=run.instalment,
                after=day.edtf,
            )
            yield Occasion(change, {name: str(min(due))})


def window_moves(entry: Entry, by: int, told: Told, today: dt.date) -> Occasion | None:
    """That claims that are new since it was last told moved an estimate by more than so many days.

    Both estimates are as of today, so that time alone moves none. A first look is the base of later ones.
    """
    name, now = window_name(entry.show.slug), claims_text(claim.id for claim in entry.claims)
    before = told.get(name)
    if before == now:
        return None
    if before is None:
        return Occasion(None, {name: now})
    known = frozenset(before.split())
    old = report(replace(entry, claims=tuple(claim for claim in entry.claims if claim.id in known)), today)
    new = report(entry, today)
    if 0 < days_moved(old, new) <= by:
        return None  # several small moves may come to a large one
    return Occasion(next(window_moved(entry.show.slug, old, new, by=by + 1), None), {name: now})


def window_name(slug: str) -> str:
    """The name under which it is remembered on which claims the estimate rested that was told."""
    return f"window {slug}"


def claims_text(ids: Iterable[str]) -> str:
    """Ids of claims as they are remembered."""
    return " ".join(sorted(ids))


def is_told_by(occasion: Change, change: Change) -> bool:
    """Whether a change that is told beside it says as much: that very day, or that it has begun."""
    if occasion.what != PREMIERE or occasion.slug != change.slug or occasion.about is None or change.about is None:
        return False
    if change.what == "date":
        return occasion.after == change.after and occasion.about.season == change.about.season
    begun = change.what == "stage" and change.after in ("airing", "complete")
    return begun and occasion.about.season == change.about.season and (occasion.after or "") <= change.day


def _awaited(stand: Status) -> Iterator[Run]:
    """Everything that is ordered or came, part by part; what was called off is not."""
    coming = {*stand.orders, *([stand.next.season] if stand.next is not None else [])}
    for instalment, season in stand.seasons.items():
        yield from (run for run in season.runs if instalment in coming or run.premiere is not None)


def _lasting(instalment: Instalment) -> Instalment:
    """The instalment by a name that stays: a season that turns out to come in parts is thereby its first part."""
    return instalment.season if instalment.part == 1 else instalment
