"""The joint of network and disk: asks sources about the shows you follow, and keeps what is new.

Each show is fetched, reconciled and saved before the next is asked for, so that a run that is interrupted goes on
where it was. One show or source that fails spoils nothing for the others. Nothing known is ever deleted, but for what a
source allows to be kept for a while only.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial

from showstatus.claims import Claim
from showstatus.due import NOTHING_TOLD, changed, plan
from showstatus.errors import SourceUnreachable, TokenRefused
from showstatus.ledger.book import Entry, Outline
from showstatus.ledger.fetched import KEPT_DAYS, Fetched, Known
from showstatus.ledger.ledger import Ledger
from showstatus.names import fold
from showstatus.reconcile import reconcile, redated, repeated
from showstatus.shows import Show
from showstatus.sources.base import Hit, Source, SourceShow, Unusable
from showstatus.sources.remote import Remote

FAILURES_IN_A_ROW = 3
"""After how many shows in a row that could not be reached a source is left alone until the next run."""
UNUSABLE_IN_A_ROW = 10
"""After how many answers in a row that say nothing it is left alone as well: somebody else seems to answer for it."""

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
    source = remote.source
    followed = list(ledger.outlines(followed=True))
    try:
        told = changed(remote, {one.show.slug for one in followed}, fetched, day)
    except SourceUnreachable as error:
        result.unreachable.append(str(error))
        return result
    except Unusable as error:
        why = f"{source.title} answered {error} when asked for updates"
        result.problems.append(f"{why}; every show is asked for by itself.")
        told = NOTHING_TOLD
    planned = plan(source, followed, fetched, told, day)
    for one, number in planned.lost:
        _miss(source, one.show, number, fetched, day, result)
    due = [(one.show, partial(_fetch, remote, one, number, fetched, day, result)) for one, number in planned.due]
    one_by_one(source.title, due, result, progress)
    for slug in planned.same:
        _read_anew(source.name, slug, fetched, day)
    fetched.confirm(source.name, planned.same, day)
    return result


def one_by_one(title: str, work: Sequence[tuple[Show, Callable[[], None]]], result: Synced, progress: Progress) -> None:
    """Do what is to be done for each show; a source of this title that fails in a row is left alone until next time."""
    failures = unusable = 0
    for place, (show, fetch) in enumerate(work):
        progress(place, len(work))
        try:
            fetch()
            failures = unusable = 0
        except TokenRefused as error:
            result.unreachable.append(str(error))
            break
        except SourceUnreachable as error:
            result.unreachable.append(f"{show.display}: {error}")
            failures += 1
        except Unusable as error:
            result.problems.append(f"{show.display}: {title} answered {error}; what was known stays.")
            unusable += 1
        if failures >= FAILURES_IN_A_ROW or unusable >= UNUSABLE_IN_A_ROW:
            left = len(work) - place - 1
            result.unreachable.append(f"{title} is left alone for now; {left} more shows wait for the next refresh.")
            break
    progress(len(work), len(work))


def _fetch(remote: Remote, one: Outline, number: int | None, fetched: Fetched, day: dt.date, result: Synced) -> None:
    source, slug, ids = remote.source, one.show.slug, one.show.ids
    show = None
    if number is not None:
        show = remote.show(number)
    for kind in source.lookup_ids if number is None else ():
        show = show or (remote.by_id(kind, ids[kind]) if kind in ids else None)
    if show is None and number is None:
        hit = _same_show(one.entry(), remote.search(one.show.title))
        show = remote.show(hit.id) if hit is not None else None
    if show is None:
        _miss(source, one.show, number or 0, fetched, day, result)
    else:
        keep(show, slug, fetched, day, result)
        result.fetched += 1


def _same_show(entry: Entry, hits: Iterable[Hit]) -> Hit | None:
    """The one result of that very title that began in the year in which the show did; None where that is not sure."""
    years = _first_years(entry)
    fitting = [hit for hit in hits if fold(hit.title) == fold(entry.show.title) and hit.year in years]
    return fitting[0] if len(fitting) == 1 else None


def began(entry: Entry) -> int | None:
    """The year in which a show began, by the earliest that anybody says of it."""
    return min(_first_years(entry), default=None)


def _first_years(entry: Entry) -> list[int]:
    return [claim.value.start.year for claim in entry.claims if claim.value is not None and _is_first(claim)]


def _is_first(claim: Claim) -> bool:
    return claim.kind == "premiered" and any(one.kind == "season" and one.number == 1 for one in claim.instalments)


def _miss(source: Source, show: Show, number: int, fetched: Fetched, day: dt.date, result: Synced) -> None:
    """Note that the source has no such show, once: the same is not said, nor asked, day after day."""
    known = fetched.known(source.name, show.slug)
    if known is not None and known.stamp and known.number != number:  # the user's registry points it elsewhere by now
        result.problems.append(f"{show.display}: {source.title} has no show {number}; mend its id in your registry.")
        return
    had = known is not None and known.said is not None
    told = f"no longer has show {number}; what it said is kept" if had else f"has no show {number}"
    if not number:
        told = f"is not known to have it; ids = {{ {source.name} = NUMBER }} in your registry says which it is"
    result.problems.append(f"{show.display}: {source.title} {told}.")
    kept = known if known is not None and known.number == number else Known(number, 0)
    fetched.save(source.name, show.slug, kept._replace(missed=day), day)


def keep(show: SourceShow, slug: str, fetched: Fetched, day: dt.date, result: Synced | None = None) -> None:
    """Save what a source says of a show, beside everything it said before.

    No record is read as of a day before it was published, where this machine has seen that day: its clock went back.
    """
    known = fetched.known(show.source, slug)
    published = dt.datetime.fromtimestamp(show.updated, dt.UTC).date() if show.updated else day
    day = max(day, min(published, fetched.checked(show.source, slug) or day))
    if known is None or known.number not in (0, show.id):
        known = Known(show.id, 0)  # new, or the user pointed it to another show of the source
    made = reconcile(slug, known.claims, known.block, known.said, show, day)
    claims = [*known.claims, *(redated(made.added, known.days) if known.days else made.added)]
    if show.source in KEPT_DAYS:
        claims = repeated(slug, claims, show, day, dt.timedelta(KEPT_DAYS[show.source]))
    kept = Known(show.id, show.updated or max(fetched.opened_at, 1), None, show, made.block, claims)
    fetched.save(show.source, slug, kept, day)
    if known.said is None or known.said.ids != show.ids:
        fetched.ask_anew(show.source, slug)
    if result is not None:
        result.problems += made.notes


def _read_anew(source: str, slug: str, fetched: Fetched, day: dt.date) -> None:
    """Read what the source said last as of today: a day that lay ahead may have come, and none that came goes."""
    known, read_on = fetched.known(source, slug), fetched.checked(source, slug)
    if known is None or known.said is None or (read_on is not None and day < read_on):
        return
    made = reconcile(slug, known.claims, known.block, known.said, known.said, day)
    if made.added:
        fetched.save(source, slug, known._replace(claims=[*known.claims, *made.added]), day)
