"""Which shows a source is asked about: those it has something new of, and those that it may have by now.

Some sources tell when each of their records changed, others only which did on some days; `changed` makes the same of
both.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from showstatus.ledger.book import Outline
from showstatus.ledger.fetched import KEPT_DAYS, Fetched
from showstatus.sources.base import Source, Unusable
from showstatus.sources.remote import Remote

FEWEST = 0.5
"""A list of updates that names fewer than this share of the shows we know is not believed."""
ASKED_AGAIN_AFTER = dt.timedelta(30)
"""How long a show that a source does not have is not asked for again."""
RENEWED_BEFORE = 30
"""How many days before what a source said must be forgotten it is asked again, though nothing changed."""

_ONE_DAY = dt.timedelta(1)


@dataclass(frozen=True, slots=True)
class Changed:
    """What a source says about which of its records changed."""

    stamps: Mapping[int, int]
    since: dt.date | None
    """From which day on the list tells; None where it names every show there is."""
    until: dt.date | None = None
    """The last day of which it tells."""
    believed: bool = True

    def listed(self, number: int, stamp: int, checked: str) -> int | None:
        """The stamp of a show's record now; that of what was fetched where it did not change, None where it is gone.

        Where the list does not tell, the record is taken to have changed.
        """
        if not self.believed:
            return stamp + 1
        if self.since is None:
            return self.stamps.get(number)
        told = self.since.isoformat() <= checked <= (self.until or self.since).isoformat()
        return stamp if told and number not in self.stamps else stamp + 1


NOTHING_TOLD = Changed({}, None, believed=False)


def changed(remote: Remote, followed: Collection[str], fetched: Fetched, day: dt.date) -> Changed:
    """What changed since the shows, by slug, were last asked about, or since the source can tell.

    A list of changes is read to its end only where that takes fewer questions than asking about each show. Raises
    `SourceUnreachable`, and `Unusable` for a list that is not believed.
    """
    known = fetched.stamps(remote.source.name)
    reach = remote.source.reach
    if reach is None:
        stamps = remote.updates(day, day, 1) or {}
        if len(stamps) < FEWEST * sum(1 for number, *_ in known.values() if number):
            raise Unusable(f"with only {len(stamps)} shows")
        return Changed(stamps, None)
    checked = [dt.date.fromisoformat(row[3]) for slug, row in known.items() if slug in followed and row[1]]
    # Who travels west asked tomorrow; whatever lies further ahead was asked by a clock that was wrong.
    until = day + _ONE_DAY
    told = [min(one, day) for one in checked if day - reach <= one <= until]
    asked = remote.updates(min(told), day, len(told)) if told else None
    return Changed(asked or {}, min(told) if asked is not None else until + _ONE_DAY, until)


@dataclass(slots=True)
class Plan:
    """Which shows are asked for: those the source has something new of, those it has nothing new of, those it lost."""

    due: list[tuple[Outline, int | None]] = field(default_factory=list)
    """With the source's id of the show, where it is known."""
    same: list[str] = field(default_factory=list)
    lost: list[tuple[Outline, int]] = field(default_factory=list)


def plan(source: Source, followed: Iterable[Outline], fetched: Fetched, told: Changed, day: dt.date) -> Plan:
    """What to ask a source for, by what it told of its changes."""
    known = fetched.stamps(source.name)
    kept = KEPT_DAYS.get(source.name)
    aged = max(fetched.opened_at - (kept - RENEWED_BEFORE) * 86_400, 0) if kept is not None else 0
    made = Plan()
    for one in followed:
        slug, ids = one.show.slug, one.show.ids
        number, stamp, missed, checked = known.get(slug, (0, 0, None, ""))
        given = ids.get(source.name)
        if isinstance(given, int) and given != number:
            number, stamp, missed = given, 0, None  # the user says which it is
        if missed and number not in told.stamps and _is_recent(dt.date.fromisoformat(missed), day):
            continue
        listed = told.listed(number, stamp, checked)
        if number and listed is not None and (stamp <= aged or listed > stamp):
            made.due.append((one, number))
        elif number and listed is not None:
            made.same.append(slug)
        elif number and stamp:
            made.lost.append((one, number))
        else:
            made.due.append((one, number or None))
    return made


def _is_recent(missed: dt.date, day: dt.date) -> bool:
    """Whether a show was missed so lately that it is not asked for again; not by a clock that was far ahead."""
    return missed - _ONE_DAY <= day < missed + ASKED_AGAIN_AFTER
