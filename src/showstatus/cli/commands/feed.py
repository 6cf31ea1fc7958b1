"""`showstatus feed`: which feeds a refresh reads."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable
from contextlib import closing
from typing import Any

from showstatus.cli.command import Argument, Command, Example, Option
from showstatus.cli.edit import done, tell, tell_rows
from showstatus.cli.remotes import refuse_offline, wait_turn
from showstatus.cli.session import Session
from showstatus.errors import ShowstatusError, UsageError
from showstatus.sources.address import LONGEST_NAME, is_name, is_url, name_for, safe_address

TYPE_CHECKING = False
if TYPE_CHECKING:
    from showstatus.ledger.feeds import Subscribed

Row = dict[str, Any]
ACTIONS = ("add", "list", "remove")
COMMAND = Command(
    "feed",
    "Read feeds for news about the shows you follow: add URL, list, remove NAME.",
    "RSS or Atom. showstatus refresh reads what is new in them and puts what it finds into your inbox; nothing gets "
    "into your registry until you accept it. Needs the extra showstatus[read].",
    (
        Argument("action", "add, list or remove.", choices=ACTIONS),
        Argument("target", "For add: an address or the path of a file. For remove: a name.", required=False),
    ),
    (
        Option("--name", "With add: what to call it.", "NAME"),
        Option("--by", "With add: who publishes it, as claims cite it.", "OUTLET"),
    ),
    examples=(
        Example("feed add https://example.org/tv/feed", "read a feed from the next refresh on"),
        Example("feed list", "see which feeds you read"),
        Example("feed remove a-paper", "read one no longer"),
    ),
)


def run(session: Session, *, action: str, target: str | None, name: str | None, by: str | None) -> int:
    """Add, list or remove feeds."""
    if action not in ACTIONS:
        raise UsageError(f"“{safe_address(action)}” is none of {', '.join(ACTIONS)}.")
    if action != "add" and (name, by) != (None, None):
        raise UsageError("--name and --by describe a feed that is added; leave them out.")
    if action == "list":
        if target is not None:
            raise UsageError(f"list takes nothing behind it, and “{safe_address(target)}” is too much.")
        return _list(session)
    if target is None:
        raise UsageError(f"{action} what? Give {'an address or a path' if action == 'add' else 'a name'}.")
    return _remove(session, target) if action == "remove" else _add(session, target, name, by)


def _add(session: Session, target: str, name: str | None, by: str | None) -> int:
    """Bring the feed, make sure that it is one, and only then note it."""
    from showstatus.cli.clock import seconds
    from showstatus.extras import need
    from showstatus.feeds import load, what_came
    from showstatus.ledger import feeds
    from showstatus.ledger.feeds import Subscribed
    from showstatus.sources import feed as format_
    from showstatus.sources.base import Unusable

    need("read", "lxml")
    address = target if is_url(target) else os.path.abspath(os.path.expanduser(target))
    try:
        wanted = Subscribed(name=name or name_for(address) or "unnamed", address=address, by=by)
    except ValueError as error:
        raise UsageError(f"This feed cannot be read: {error}.") from None
    if is_url(address):
        refuse_offline(session, "Reading a feed from an address")
    known = feeds.read(session.where.feeds)
    _refuse_twice(known.values(), address, name)
    try:
        with closing(session.open_fetched()) as fetched:
            came = load(wanted, seconds, lambda host: wait_turn(f"feed:{host}", fetched))
        if came is None:
            raise AssertionError("what nobody remembers has not stayed the same")
        feed = format_.read(came.data, came.url, came.charset)
    except Unusable as error:
        raise ShowstatusError(f"{what_came(wanted, error)}; it was not added.") from None
    outlet = by or feed.title
    wanted = Subscribed(name=name or _named(outlet, address, known), address=address, by=outlet)
    document = done(session, "added", {"feeds": [_row(wanted, None, 0)]}, "feeds")
    feeds.add(session.where.feeds, wanted, session.where.locks)
    from showstatus.spoken import counted

    items = counted(len(feed.items), "item")
    tell(session, document, f"You read the feed {wanted.name}: {items}. showstatus refresh looks through them.")
    return 0


def _refuse_twice(known: Iterable[Subscribed], address: str, name: str | None) -> None:
    """Raises `UsageError` where the feed is read already, or another bears its name."""
    for one in known:
        if one.address == address:
            raise UsageError(f"You read this feed already, as {one.name}; showstatus refresh asks what is new.")
        if one.name == name:
            raise UsageError(f"You read a feed {name} already; remove it, or give another --name.")


def _named(outlet: str | None, address: str, known: Container[str]) -> str:
    """What a feed is called unless somebody says: after its outlet, else its address. Raises `UsageError`."""
    from showstatus.names import fold

    for name in ("-".join(fold(outlet or "").split())[:LONGEST_NAME].rstrip("-"), name_for(address)):
        if name is not None and is_name(name) and name not in known:
            return name
    raise UsageError("What is the feed to be called? Say so with --name.")


def _list(session: Session) -> int:
    from showstatus.views.inbox import feeds_lines, feeds_table

    tell_rows(session, "feeds", _rows(session), feeds_table, feeds_lines)
    return 0


def _remove(session: Session, name: str) -> int:
    from showstatus.ledger import feeds
    from showstatus.ledger.fetched import open_fetched
    from showstatus.ledger.inbox import Inbox

    rows = _rows(session)
    gone = [row for row in rows if row["name"] == name]
    if not gone:
        known = ", ".join(row["name"] for row in rows) or "none"
        raise UsageError(f"You read no feed “{safe_address(name)}”; those you read: {known}.")
    document = done(session, "removed", {"feeds": gone}, "feeds")
    feeds.remove(session.where.feeds, name, session.where.locks)
    fetched = open_fetched(session.where.fetched)
    if fetched is not None:
        with closing(fetched):
            Inbox(fetched.connection).forget(name)
    tell(session, document, f"You no longer read {name}; what it proposed and you did not accept is gone with it.")
    return 0


def _rows(session: Session) -> list[Row]:
    """Every feed, with when it was read last and how many of its proposals wait."""
    from collections import Counter

    from showstatus.cli.inbox import waiting
    from showstatus.ledger import feeds
    from showstatus.ledger.fetched import open_fetched
    from showstatus.ledger.inbox import Inbox

    known = feeds.read(session.where.feeds)
    fetched = open_fetched(session.where.fetched) if known else None
    if fetched is None:
        return [_row(one, None, 0) for one in known.values()]
    with closing(fetched):
        inbox = Inbox(fetched.connection)
        asked = {name: inbox.asked(name) for name in known}
    counts = Counter(one.waiting.feed for one in waiting(session))
    return [
        _row(one, last.day.isoformat() if (last := asked[name]) is not None else None, counts[name])
        for name, one in known.items()
    ]


def _row(feed: Subscribed, read: str | None, count: int) -> Row:
    return {"name": feed.name, "address": safe_address(feed.address), "by": feed.by, "read": read, "waiting": count}
