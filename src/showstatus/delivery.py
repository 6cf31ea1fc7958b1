"""Tells each target of `notify` what it wants to know and has not been told: changes on record, and occasions.

A target gets one message a run, or one for each piece of news. What could not be sent is told at the next refresh,
together with what is new by then; what was sent is noted at once and not told again, also where a later message of the
same run fails. A target that is new is told what comes from then on.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from showstatus.changes import Change
from showstatus.ledger.book import Entry
from showstatus.ledger.record import Record, Recorded
from showstatus.notify import Target
from showstatus.occasions import Occasion, Told, claims_text, is_told_by, premieres, window_moves, window_name

MOST_LINES = 40
"""How many pieces of news a message tells one by one."""
_UNTIL = "until"
"""Under which name the day is noted until which a target was told everything."""

Send = Callable[[str, str, str], str | None]
"""Sends a title and a body to an address; why not, in words that follow the target's name, where it failed."""


@dataclass(slots=True)
class _Message:
    """What is sent at once, and what is noted once it was."""

    news: list[Change] = field(default_factory=list)
    number: int = 0
    """The place in the record until which it tells."""
    remember: dict[str, str] = field(default_factory=dict)


def reader(name: str) -> str:
    """As whom a target reads the record."""
    return f"notify:{name}"


def welcome(record: Record, known: Iterable[Target]) -> None:
    """Note which targets there are, before anything new is fetched: a new one is told what comes from now on.

    Moves of an estimate are counted from what was known of a show when it was last looked at.
    """
    for target in known:
        name = reader(target.name)
        record.welcome(name)
        if target.wish.window is not None:
            told = record.told(name)
            bases = {window_name(slug): claims_text(ids) for slug, ids in record.looked_at().items()}
            record.heard(name, 0, {what: ids for what, ids in bases.items() if what not in told})


def deliver(
    record: Record,
    known: Iterable[Target],
    entries: Sequence[Entry],
    today: dt.date,
    line: Callable[[Change], str],
    send: Send,
) -> list[str]:
    """Send every target what it has not been told; gives what went wrong, a sentence each.

    `entries` are the shows that are followed, for the occasions; none are needed where no target asks for any.
    """
    failed = []
    for target in known:
        name = reader(target.name)
        news = record.unheard(name)
        found = list(_occasions(target, entries, record.told(name), today))
        record.heard(name, 0, _together(one.remember for one in found if one.change is None))
        why = None
        for message in _messages(target, news, found):
            why = send(target.url, title(message.news), digest(message.news, line))
            if why is not None:
                failed.append(f"The notification target {target.name} {why}; it is told the same at the next refresh.")
                break
            record.heard(name, message.number, message.remember)
        if why is None:
            record.heard(name, news[-1].number if news else 0, {_UNTIL: today.isoformat()})
    return failed


def _occasions(target: Target, entries: Iterable[Entry], told: Told, today: dt.date) -> Iterator[Occasion]:
    wish = target.wish
    since = dt.date.fromisoformat(told[_UNTIL]) if _UNTIL in told else today
    for entry in entries if wish.premieres or wish.window is not None else ():
        yield from premieres(entry, wish.premieres, told, since, today)
        moved = window_moves(entry, wish.window, told, today) if wish.window is not None else None
        if moved is not None:
            yield moved


def _messages(target: Target, news: Sequence[Recorded], found: Sequence[Occasion]) -> Iterator[_Message]:
    """What is to be sent, in this order: what is soon first, for no record holds it."""
    changes = [_Message([one.change], one.number) for one in news if target.wish.wants(one.change)]
    messages: list[_Message] = []
    for change, remember in found:
        same = next((m for m in changes if change is not None and is_told_by(change, m.news[0])), None)
        if same is not None:
            same.remember |= remember
        elif change is not None:
            messages.append(_Message([change], 0, dict(remember)))
    messages += changes
    if target.each:
        yield from messages
    elif messages:
        number, remember = max(m.number for m in messages), _together(m.remember for m in messages)
        yield _Message([m.news[0] for m in messages], number, remember)


def _together(notes: Iterable[Told]) -> dict[str, str]:
    return {name: note for told in notes for name, note in told.items()}


def digest(news: Sequence[Change], line: Callable[[Change], str]) -> str:
    """What a message says: a line for each piece of news, the first `MOST_LINES` of them."""
    lines = [line(change) for change in news[:MOST_LINES]]
    more = len(news) - len(lines)
    return "\n".join(
        [*lines, *([f"And {more} more: showstatus changes and showstatus next tell them."] if more else [])]
    )


def title(news: Sequence[Change]) -> str:
    """What stands above a message: the show, or how many there are."""
    names = dict.fromkeys(change.title for change in news)
    return next(iter(names)) if len(names) == 1 else f"News of {len(names)} shows"
