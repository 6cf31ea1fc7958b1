"""The joint of network and disk for feeds: reads what is new in them, and keeps what it proposes in the inbox.

A failing feed spoils nothing for the others, and each is kept before the next is asked for.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from urllib.parse import urlsplit

from showstatus.errors import FetchedUnusable, ShowstatusError, SourceUnreachable
from showstatus.gleaning import Followed, Origin, glean
from showstatus.ledger.feeds import Subscribed
from showstatus.ledger.inbox import Asked, Inbox, Waiting
from showstatus.retrieval import Came, Clock, Place, Tags, bring
from showstatus.sources import feed as format_
from showstatus.sources.address import is_url, safe_address
from showstatus.sources.base import Unusable

WaitTurn = Callable[[str], None]
"""Waits until a host may be asked."""


@dataclass(slots=True)
class Gathered:
    """What came of reading feeds."""

    proposed: list[Waiting] = field(default_factory=list)
    """What was never proposed before."""
    unreachable: list[str] = field(default_factory=list)
    """Why one could not be reached; each a sentence."""
    problems: list[str] = field(default_factory=list)
    """What else went wrong; each a sentence."""


def load(feed: Subscribed, clock: Clock, wait_turn: WaitTurn, known: Tags = Tags()) -> Came | None:  # noqa: B008
    """What a feed holds now; None where it is what it was. Raises as `retrieval.bring` does."""
    host = urlsplit(feed.address).hostname or "" if is_url(feed.address) else ""
    place = Place(called(feed), feed.address, format_.MOST_BYTES, lambda: wait_turn(host))
    return bring(place, clock, known)


def gather(
    wanted: Iterable[Subscribed], followed: Followed, inbox: Inbox, day: dt.date, clock: Clock, wait_turn: WaitTurn
) -> Gathered:
    """Read what is new in each feed, and keep what it proposes. Raises `FetchedUnusable`."""
    result = Gathered()
    for feed in wanted:
        try:
            result.proposed += _read(feed, followed, inbox, day, partial(load, feed, clock, wait_turn))
        except FetchedUnusable:
            raise
        except SourceUnreachable as error:
            result.unreachable.append(str(error))
        except Unusable as error:
            result.problems.append(f"{what_came(feed, error)}.")
        except ShowstatusError as error:
            result.problems.append(f"{called(feed)}: {error}")
    return result


def called(feed: Subscribed) -> str:
    """A feed as a sentence begins with it."""
    return f"The feed {feed.name} ({safe_address(feed.address)})"


def what_came(feed: Subscribed, error: Unusable) -> str:
    """The beginning of a sentence about an answer that cannot be used."""
    return f"{called(feed)} {'answered' if is_url(feed.address) else 'came'} {error}"


def _read(
    feed: Subscribed, followed: Followed, inbox: Inbox, day: dt.date, bring_it: Callable[[Tags], Came | None]
) -> list[Waiting]:
    """What a feed proposes that was never proposed before. Raises as `load` and `sources.feed.read` do."""
    terms = hashlib.sha256(feed.address.encode()).hexdigest()
    known = inbox.asked(feed.name)
    known = known if known is not None and known.terms == terms else None
    came = bring_it(Tags(known.etag, known.modified) if known is not None else Tags())
    if came is None:
        inbox.note(feed.name, (known or Asked(terms, None, None, day))._replace(day=day))
        return []
    items = format_.read(came.data, came.url, came.charset).items
    marks = {item.key: item.mark for item in items}
    unread = inbox.unread(feed.name, marks)
    origin = Origin(feed.name, feed.by, day)
    proposed = [one for item in items if item.key in unread for one in glean(item, origin, followed)]
    return inbox.take(feed.name, Asked(terms, *came.tags, day), marks, proposed)
