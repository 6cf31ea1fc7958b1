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
    that is news. Where the clock is a little behind the last look, shows are looked at as of that one. Where it was far
    off and is right again, they are compared with the last look before that; where there is none, the clock is taken
    to have been wrong until now, and only what new claims change is news.
    """
    for outline in ledger.outlines(followed=True):
        slug, looks = outline.show.slug, record.looks(outline.show.slug)
        show, claims = _basis(outline.show), outline.claim_ids
        past = [one for one in looks if one.day <= day + CLOCK_WOBBLE]
        seen = past[-1] if past else looks[0] if looks else None
        now = max(day, past[-1].day) if past else day
        if seen is not None and seen.still_holds(now, show, claims):
            continue
        entry = outline.entry()
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
