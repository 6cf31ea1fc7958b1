"""The calendar feed (RFC 5545): one all-day event per instalment, by the icalendar package.

An announced day is one day; an estimate is a tentative span that calls itself one; what was cancelled is sent as
cancelled, so that calendars take it out. The UID outlives every change of date. SEQUENCE is the release's revision,
and DTSTAMP the day of the answer: where an estimate only drifts as days go by, SEQUENCE stays and the newer DTSTAMP
wins (RFC 5546, section 2.1.5). Nothing but the releases and `as_of` is in a feed, so the same give the same bytes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from icalendar import Calendar, Event

from showstatus import __version__
from showstatus.releases import Release
from showstatus.shows import Show
from showstatus.spoken import percent, say, say_day
from showstatus.views.plain import one_line, web_link
from showstatus.views.wording import claim_words, source_words

_END = b"END:VCALENDAR\r\n"
_DAILY = dt.timedelta(days=1)


def calendar(events: Iterable[bytes], name: str) -> bytes:
    """A feed of finished events."""
    feed = Calendar()
    feed.add("prodid", f"-//showstatus//showstatus {__version__}//EN")
    feed.add("version", "2.0")
    feed.add("calscale", "GREGORIAN")
    feed.add("name", name)
    feed.add("x-wr-calname", name)
    feed.add("refresh-interval", _DAILY, {"VALUE": "DURATION"})
    feed.add("x-published-ttl", "P1D")
    head, end, _ = feed.to_ical().partition(_END)
    return b"".join((head, *events, end))


def events(show: Show, releases: Iterable[Release], as_of: dt.date, attribution: Iterable[str] = ()) -> bytes:
    """The events of one show."""
    return b"".join(_event(show, one, as_of, tuple(attribution)).to_ical() for one in releases)


def _event(show: Show, one: Release, as_of: dt.date, attribution: tuple[str, ...]) -> Event:
    event = Event()
    event.add("uid", one_line(f"{one.key}.{show.slug}@showstatus"))
    event.add("sequence", one.revision)
    event.add("dtstamp", dt.datetime(as_of.year, as_of.month, as_of.day, tzinfo=dt.UTC))
    event.add("dtstart", one.start)
    event.add("dtend", one.end)
    event.add("summary", one_line(_summary(show, one)))
    event.add("description", "\n".join(map(one_line, (*_description(one), *attribution))))
    event.add("status", "CANCELLED" if one.cancelled else "TENTATIVE" if one.estimated else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    url = web_link(one.claim.url) if one.claim is not None else None
    if url is not None:
        event.add("url", url)
    return event


def _summary(show: Show, one: Release) -> str:
    """The title with what comes, and a word for what is no season or no certain day."""
    instalment = one.instalment
    if instalment.kind == "season":
        what, notes = f"{show.display} {instalment}", []
    else:
        title = instalment.title
        what, notes = (title if show.title in title else f"{show.display}: {title}"), [instalment.kind]
    if one.label:
        what += f", “{one.label}”"
    if one.estimated and not one.cancelled:
        notes.append("estimate")
    noted = f"{what} ({', '.join(notes)})" if notes else what
    return f"Cancelled: {noted}" if one.cancelled else noted


def _description(one: Release) -> list[str]:
    told = f"{claim_words(one.claim)} ({source_words(one.claim)})" if one.claim is not None else ""
    source = f"{told[:1].upper()}{told[1:]}." if told else ""
    if one.cancelled:
        return [f"This is no longer to come. {source}".rstrip()]
    if one.window is None:
        kept = "It was announced for this day, and nobody has confirmed that it came." if one.presumed else ""
        return [text for text in (source, kept) if text]
    announced = f"Announced for {say(one.official)}." if one.official is not None else "No day is announced."
    return [
        f"{announced} This is an estimate: {percent(one.window.level)} likely within this span, "
        f"as likely before as after {say_day(one.window.median)}.",
        *([source] if source else []),
    ]
