"""The joint of network and disk: asks sources about the shows you follow, keeps what is new, and records the news.

Each show is fetched, reconciled and saved before the next is asked for, so that a run that is interrupted goes on
where it was. One show or source that fails spoils nothing for the others; nothing known is ever deleted.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from showstatus.changes import Change, Stand, changes, contradictions, stand, window_moved
from showstatus.claims import Claim
from showstatus.errors import SourceUnreachable
from showstatus.history import next_moment
from showstatus.ledger.book import Entry
from showstatus.ledger.fetched import Fetched, Known
from showstatus.ledger.ledger import Ledger
from showstatus.ledger.record import Record, Seen
from showstatus.names import fold
from showstatus.reconcile import reconcile
from showstatus.report import Report, report
from showstatus.shows import Show
from showstatus.sources.base import Hit, Source, SourceShow, Unusable
from showstatus.sources.http import Client

FAILURES_IN_A_ROW = 3
"""After how many shows in a row that could not be reached a source is left alone until the next run."""
FEWEST = 0.5
"""A list of updates that names fewer than this share of the shows we know is not believed."""
ASKED_AGAIN_AFTER = dt.timedelta(30)
"""How long a show that a source does not have is not asked for again."""
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


class Remote:
    """One source as it can be asked now: its questions, its address, and the client that carries them."""

    def __init__(self, source: Source, address: str, client: Client) -> None:
        self.source = source
        self._address = address.rstrip("/")
        self._client = client

    def show(self, number: int) -> SourceShow | None:
        """Everything about a show; None where the source has none of that id."""
        body = self._ask(self.source.ask_show(number))
        return self.source.read_show(body) if body is not None else None

    def by_id(self, kind: str, value: str | int) -> SourceShow | None:
        """Everything about the show that another service has by this id; None where the source knows it not."""
        if kind == self.source.name:
            return self.show(int(value))
        answer = self._client.get(self._address + self.source.ask_lookup(kind, value), follow=False)
        number = self.source.read_lookup(answer.headers.get("location"))
        return self.show(number) if number is not None else None

    def search(self, words: str) -> tuple[Hit, ...]:
        """The shows of that title or one like it, the best first."""
        body = self._ask(self.source.ask_search(words))
        return self.source.read_search(body) if body is not None else ()

    def updates(self) -> dict[int, int]:
        """The stamp of every show by its id."""
        body = self._ask(self.source.ask_updates())
        if body is None:
            raise Unusable("that there are no updates")
        return self.source.read_updates(body)

    def close(self) -> None:
        """Leave no connection idle."""
        self._client.close()

    def _ask(self, path: str) -> Any:
        answer = self._client.get(self._address + path)
        if answer.status == 404:  # its body may be empty, null or JSON, and says nothing
            return None
        if answer.status != 200:
            raise Unusable(f"{answer.status}")
        return answer.json()


def sync(remote: Remote, ledger: Ledger, fetched: Fetched, day: dt.date, progress: Progress) -> Synced:
    """Ask a source what changed about the shows you follow, and keep it."""
    result = Synced()
    name = remote.source.title
    followed = list(ledger.entries(followed=True))
    try:
        stamps = remote.updates()
    except SourceUnreachable as error:
        result.unreachable.append(str(error))
        return result
    except Unusable as error:
        result.problems.append(f"{name} answered {error} when asked for updates; every show is asked for by itself.")
        stamps = {}
    plan = _plan(remote.source, followed, fetched, stamps, day)
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


@dataclass(slots=True)
class _Plan:
    """Which shows are asked for: those the source has something new of, those it has nothing new of, those it lost."""

    due: list[tuple[Entry, int | None]] = field(default_factory=list)
    """With the source's id of the show, where it is known."""
    same: list[str] = field(default_factory=list)
    lost: list[tuple[Entry, int]] = field(default_factory=list)


def _plan(
    source: Source, followed: Iterable[Entry], fetched: Fetched, stamps: Mapping[int, int], day: dt.date
) -> _Plan:
    known = fetched.stamps(source.name)
    believed = len(stamps) >= FEWEST * len(known)
    plan = _Plan()
    for entry in followed:
        slug, ids = entry.show.slug, entry.show.ids
        number, stamp, missed = known.get(slug, (0, 0, None))
        given = ids.get(source.name)
        if isinstance(given, int) and given != number:
            number, stamp, missed = given, 0, None  # the user says which it is
        again = missed is not None and dt.date.fromisoformat(missed) + ASKED_AGAIN_AFTER > day
        listed = stamps.get(number) if believed else stamp + 1
        if number and listed is not None and (stamp == 0 or listed > stamp):
            plan.due.append((entry, number))
        elif number and listed is not None:
            plan.same.append(slug)
        elif again:
            continue
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
    kept = Known(show.id, max(show.updated, 1), None, show, made.block, [*known.claims, *made.added])
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
        show, claims = _basis(entry.show), frozenset(claim.id for claim in entry.claims)
        noted_on = seen.day if seen is not None else day
        now = noted_on if day < noted_on <= day + CLOCK_WOBBLE else day
        if seen is not None and seen.still_holds(now, show, claims):
            continue
        current = report(entry, now)
        stood = stand(current)
        news = _first_news(ledger, slug, stood, now) if seen is None else _news(entry, seen, current, stood)
        record.note(slug, Seen(now, next_moment(entry, now), show, claims, stood), news)


def _first_news(ledger: Ledger, slug: str, stood: Stand, now: dt.date) -> list[Change]:
    """What of a first look contradicts what was known without sources."""
    without = stand(report(ledger.entry(slug, with_fetched=False), now))
    return contradictions(changes(slug, without, stood, now))


def _news(entry: Entry, seen: Seen, current: Report, stood: Stand) -> list[Change]:
    """What is different from the last look."""
    slug, now = entry.show.slug, current.as_of
    old = replace(entry, claims=tuple(claim for claim in entry.claims if claim.id in seen.claims))
    before = seen.stand if now >= seen.day else stand(report(old, now))
    news = [*changes(slug, before, stood, now)]
    if not news and len(old.claims) < len(entry.claims):
        news = [*window_moved(slug, report(old, now), current, now)]
    return news


def _basis(show: Show) -> str:
    """What of a show itself its status rests on."""
    return repr((show.display, show.platform, show.release, show.genres, show.country, show.pin))
