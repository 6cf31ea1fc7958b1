"""What is news of the shows you follow: how each stands now against how it stood when it was last looked at."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from showstatus.changes import Change, Stand, changes, contradictions, stand, window_moved
from showstatus.history import next_moment
from showstatus.ledger.book import Entry
from showstatus.ledger.ledger import Ledger
from showstatus.ledger.record import Record, Seen
from showstatus.report import report
from showstatus.shows import Show
from showstatus.status import status

CLOCK_WOBBLE = dt.timedelta(7)
"""How far the day may go back between two looks and still be the clock's doing, or a journey's."""


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
        stood = _stand(entry, now)
        news = _first_news(ledger, slug, stood, now) if seen is None else _news(entry, seen, stood, now)
        record.note(slug, Seen(now, next_moment(entry, now), show, claims, stood), news)


def _first_news(ledger: Ledger, slug: str, stood: Stand, now: dt.date) -> list[Change]:
    """What of a first look contradicts what was known without sources."""
    without = _stand(ledger.entry(slug, with_fetched=False), now)
    return contradictions(changes(slug, without, stood, now))


def _news(entry: Entry, seen: Seen, stood: Stand, now: dt.date) -> list[Change]:
    """What is different from the last look."""
    slug = entry.show.slug
    old = replace(entry, claims=tuple(claim for claim in entry.claims if claim.id in seen.claims))
    before = seen.stand if now >= seen.day else _stand(old, now)
    news = [*changes(slug, before, stood, now)]
    if not news and len(old.claims) < len(entry.claims):
        news = [*window_moved(slug, report(old, now), report(entry, now))]
    return news


def _stand(entry: Entry, day: dt.date) -> Stand:
    return stand(entry.show, status(entry.show, entry.claims, day))


def _basis(show: Show) -> str:
    """What of a show itself its status rests on."""
    return repr((show.display, show.platform, show.release, show.genres, show.country, show.pin))
