"""The joint of network and disk: asks sources about the shows you follow, keeps what is new, and records the news.

Each show is fetched, reconciled and saved before the next is asked for, so that a run that is interrupted goes on
where it was. One show or source that fails spoils nothing for the others; nothing known is ever deleted.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from showstatus.changes import changes, contradictions, stand, window_moved
from showstatus.claims import Claim
from showstatus.errors import SourceUnreachable, TokenRefused
from showstatus.ledger.book import Entry
from showstatus.ledger.fetched import KEPT_DAYS, Fetched, Known
from showstatus.ledger.ledger import Ledger
from showstatus.ledger.record import Record, Seen
from showstatus.names import fold
from showstatus.reconcile import reconcile, redated, repeated
from showstatus.report import report
from showstatus.sources.base import Hit, Source, SourceShow, Unusable
from showstatus.sources.remote import Remote

FAILURES_IN_A_ROW = 3
"""After how many shows in a row that could not be reached a source is left alone until the next run."""
FEWEST = 0.5
"""A list of updates that names fewer than this share of the shows we know is not believed."""
ASKED_AGAIN_AFTER = dt.timedelta(30)
"""How long a show that a source does not have is not asked for again."""
RENEWED_BEFORE = 30
"""How many days before what a source said must be forgotten it is asked again, though nothing changed."""
CLOCK_WOBBLE = dt.timedelta(7)
"""How far the day may go back between two looks and still be the clock's doing, or a journey's."""

Progress = Callable[[int, int], None]
"""Called with how many shows are done and how many there are."""


@dataclass(slots=True)
class Synced:
    """What came of asking a source."""

    fetched: int = 0
    unreachable: list[str] = field(default_factory=list)
    """Why the source, or a show of it, could not be reached; each a sentence."""
    problems: list[str] = field(default_factory=list)
    """What else went wrong or is odd; each a sentence."""


def sync(remote: Remote, ledger: Ledger, fetched: Fetched, day: dt.date, progress: Progress) -> Synced:
    """Ask a source what changed about the shows you follow, and keep it."""
    result = Synced()
    followed = list(ledger.entries(followed=True))
    try:
        changed = _changed(remote, {entry.show.slug for entry in followed}, fetched, day)
    except SourceUnreachable as error:
        result.unreachable.append(str(error))
        return result
    except Unusable as error:
        name = remote.source.title
        result.problems.append(f"{name} answered {error} when asked for updates; every show is asked for by itself.")
        changed = _Changed({}, None, believed=False)
    plan = _plan(remote.source, followed, fetched, changed, day)
    for entry, number in plan.lost:
        _miss(remote.source, entry, number, fetched, day, result)
    _fetch_all(remote, plan.due, fetched, day, result, progress)
    for slug in plan.same:
        _read_anew(remote.source.name, slug, fetched, day)
    fetched.confirm(remote.source.name, plan.same, day)
    return result


def _fetch_all(
    remote: Remote,
    due: Sequence[tuple[Entry, int | None]],
    fetched: Fetched,
    day: dt.date,
    result: Synced,
    progress: Progress,
) -> None:
    name = remote.source.title
    failures = 0
    for place, (entry, number) in enumerate(due):
        progress(place, len(due))
        try:
            _fetch(remote, entry, number, fetched, day, result)
            failures = 0
        except TokenRefused as error:
            result.unreachable.append(str(error))
            break
        except SourceUnreachable as error:
            result.unreachable.append(f"{entry.show.display}: {error}")
            failures += 1
        except Unusable as error:
            result.problems.append(f"{entry.show.display}: {name} answered {error}; what was known stays.")
        if failures >= FAILURES_IN_A_ROW:
            left = len(due) - place - 1
            result.problems.append(f"{name} is left alone for now; {left} more shows wait for the next refresh.")
            break
    progress(len(due), len(due))


@dataclass(frozen=True, slots=True)
class _Changed:
    """What a source says about which of its records changed."""

    stamps: Mapping[int, int]
    since: dt.date | None
    """From which day on the list tells; None where it names every show there is."""
    believed: bool = True

    def listed(self, number: int, stamp: int, checked: str) -> int | None:
        """The stamp of a show's record now; that of what was fetched where it did not change, None where it is gone.

        Where the list does not tell, the record is taken to have changed.
        """
        if not self.believed:
            return stamp + 1
        if self.since is None:
            return self.stamps.get(number)
        return stamp + 1 if number in self.stamps or checked < self.since.isoformat() else stamp


def _changed(remote: Remote, followed: Collection[str], fetched: Fetched, day: dt.date) -> _Changed:
    """What changed since the shows were last asked about, or since the source can tell.

    A list of changes is read to its end only where that takes fewer questions than asking about each show.
    """
    known = fetched.stamps(remote.source.name)
    reach = remote.source.reach
    if reach is None:
        stamps = remote.updates(day, day, 1) or {}
        return _Changed(stamps, None, believed=len(stamps) >= FEWEST * len(known))
    checked = [dt.date.fromisoformat(row[3]) for slug, row in known.items() if slug in followed and row[1]]
    told = [one for one in checked if day - reach <= one <= day]
    asked = remote.updates(min(told), day, len(told)) if told else None
    return _Changed(asked or {}, min(told) if asked is not None else day + dt.timedelta(1))


@dataclass(slots=True)
class _Plan:
    """Which shows are asked for: those the source has something new of, those it has nothing new of, those it lost."""

    due: list[tuple[Entry, int | None]] = field(default_factory=list)
    """With the source's id of the show, where it is known."""
    same: list[str] = field(default_factory=list)
    lost: list[tuple[Entry, int]] = field(default_factory=list)


def _plan(source: Source, followed: Iterable[Entry], fetched: Fetched, changed: _Changed, day: dt.date) -> _Plan:
    known = fetched.stamps(source.name)
    kept = KEPT_DAYS.get(source.name)
    aged = max(fetched.opened_at - (kept - RENEWED_BEFORE) * 86_400, 0) if kept is not None else 0
    plan = _Plan()
    for entry in followed:
        slug, ids = entry.show.slug, entry.show.ids
        number, stamp, missed, checked = known.get(slug, (0, 0, None, ""))
        given = ids.get(source.name)
        if isinstance(given, int) and given != number:
            number, stamp, missed = given, 0, None  # the user says which it is
        if missed and dt.date.fromisoformat(missed) + ASKED_AGAIN_AFTER > day and number not in changed.stamps:
            continue
        listed = changed.listed(number, stamp, checked)
        if number and listed is not None and (stamp <= aged or listed > stamp):
            plan.due.append((entry, number))
        elif number and listed is not None:
            plan.same.append(slug)
        elif number and stamp:
            plan.lost.append((entry, number))
        else:
            plan.due.append((entry, number or None))
    return plan


def _fetch(remote: Remote, entry: Entry, number: int | None, fetched: Fetched, day: dt.date, result: Synced) -> None:
    source, slug, ids = remote.source, entry.show.slug, entry.show.ids
    show = None
    if number is not None:
        show = remote.show(number)
    for kind in source.lookup_ids if number is None else ():
        show = show or (remote.by_id(kind, ids[kind]) if kind in ids else None)
    if show is None and number is None:
        hit = _same_show(entry, remote.search(entry.show.title))
        show = remote.show(hit.id) if hit is not None else None
    if show is None:
        _miss(source, entry, number or 0, fetched, day, result)
    else:
        keep(show, slug, fetched, day, result)
        result.fetched += 1


def _same_show(entry: Entry, hits: Iterable[Hit]) -> Hit | None:
    """The one result of that very title that began in the year in which the show did; None where that is not sure."""
    began = [claim.value.start.year for claim in entry.claims if claim.value is not None and _is_first(claim)]
    fitting = [hit for hit in hits if fold(hit.title) == fold(entry.show.title) and hit.year in began]
    return fitting[0] if len(fitting) == 1 else None


def _is_first(claim: Claim) -> bool:
    return claim.kind == "premiered" and any(one.kind == "season" and one.number == 1 for one in claim.instalments)


def _miss(source: Source, entry: Entry, number: int, fetched: Fetched, day: dt.date, result: Synced) -> None:
    """Note that the source has no such show, once: the same is not said, nor asked, day after day."""
    known = fetched.known(source.name, entry.show.slug)
    had = known is not None and known.said is not None
    told = f"no longer has show {number}; what it said is kept" if had else f"has no show {number}"
    if not number:
        told = f"is not known to have it; ids = {{ {source.name} = NUMBER }} in your registry says which it is"
    result.problems.append(f"{entry.show.display}: {source.title} {told}.")
    kept = known if known is not None and known.number == number else Known(number, 0)
    fetched.save(source.name, entry.show.slug, replace(kept, missed=day), day)


def keep(show: SourceShow, slug: str, fetched: Fetched, day: dt.date, result: Synced | None = None) -> None:
    """Save what a source says of a show, beside everything it said before."""
    known = fetched.known(show.source, slug)
    if known is None or known.number not in (0, show.id):
        known = Known(show.id, 0)  # new, or the user pointed it to another show of the source
    made = reconcile(slug, known.claims, known.block, known.said, show, day)
    claims = [*known.claims, *(redated(made.added, known.days) if known.days else made.added)]
    if show.source in KEPT_DAYS:
        claims = repeated(slug, claims, show, day, dt.timedelta(KEPT_DAYS[show.source]))
    kept = Known(show.id, show.updated or max(fetched.opened_at, 1), None, show, made.block, claims)
    fetched.save(show.source, slug, kept, day)
    if result is not None:
        result.problems += made.notes


def _read_anew(source: str, slug: str, fetched: Fetched, day: dt.date) -> None:
    """Read what the source said last as of today: a day that lay ahead may have come."""
    known = fetched.known(source, slug)
    if known is None or known.said is None:
        return
    made = reconcile(slug, known.claims, known.block, known.said, known.said, day)
    if made.added:
        fetched.save(source, slug, replace(known, claims=[*known.claims, *made.added]), day)


def record_news(ledger: Ledger, record: Record, day: dt.date) -> None:
    """Compare how each show you follow stands with how it stood when last looked at, and record the difference.

    A show that was never looked at is compared with what is known of it without sources, and only what contradicts
    that is news. Where the day is a little before that of the last look, shows are looked at as of that one; where it
    is long before, the clock was wrong then, and only what new claims change is news.
    """
    for entry in ledger.entries(followed=True):
        slug, seen = entry.show.slug, record.seen(entry.show.slug)
        noted_on = seen.day if seen is not None else day
        now = noted_on if day < noted_on <= day + CLOCK_WOBBLE else day
        current = report(entry, now)
        stood = stand(current)
        claims = frozenset(claim.id for claim in entry.claims)
        if seen is None:
            without = stand(report(ledger.entry(slug, with_fetched=False), now))
            news = contradictions(changes(slug, without, stood, now))
        elif (seen.stand, seen.claims) == (stood, claims):
            continue
        else:
            old = replace(entry, claims=tuple(claim for claim in entry.claims if claim.id in seen.claims))
            before = seen.stand if now >= noted_on else stand(report(old, now))
            news = [*changes(slug, before, stood, now)]
            if not news and seen.claims != claims:
                news = [*window_moved(slug, report(old, now), current, now)]
        record.note(slug, Seen(now, stood, claims), news)
