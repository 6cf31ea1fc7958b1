"""The inbox as the commands use it: what waits in it, and filling it from the feeds."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress

from showstatus.cli.session import Session
from showstatus.errors import FetchedUnusable, ShowstatusError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from showstatus.feeds import Gathered
    from showstatus.ledger.feeds import Subscribed
    from showstatus.ledger.fetched import Fetched
    from showstatus.ledger.ledger import Ledger
    from showstatus.pending import Pending


def waiting(session: Session) -> list[Pending]:
    """What is to be decided on. Raises `FetchedUnusable`."""
    from showstatus.ledger.inbox import OPEN

    return _without(session, OPEN)


@contextmanager
def reopening(session: Session) -> Iterator[None]:
    """Let those accepted proposals wait again that what is done meanwhile takes out of the registry."""
    from showstatus.ledger.inbox import ACCEPTED, OPEN, Inbox

    before: set[int] | None = None
    with suppress(FetchedUnusable):  # who takes back a change needs no inbox for that
        before = {one.waiting.number for one in _without(session, ACCEPTED)}
    yield
    if before is None:
        return
    session.close()  # what is asked from here on is asked of the registry as it is now
    with suppress(FetchedUnusable):
        back = {one.waiting.number for one in _without(session, ACCEPTED)} - before
        if back:
            with closing(session.open_fetched()) as fetched:
                Inbox(fetched.connection).settle(back, OPEN)


def _without(session: Session, state: str) -> list[Pending]:
    """The proposals in a state that no registry holds."""
    from showstatus.ledger.inbox import Inbox
    from showstatus.pending import pending

    if not os.path.exists(session.where.fetched):
        return []
    with closing(session.open_fetched()) as fetched:
        found = Inbox(fetched.connection).waiting(state)
    return pending(session.ledger, found) if found else []


def fill(
    session: Session, wanted: Mapping[str, Subscribed], ledger: Ledger, fetched: Fetched, pace: Fetched
) -> tuple[Gathered, list[Pending]]:
    """Read the feeds into the inbox in `fetched`: what came of it, and what of it is new. `pace` counts requests."""
    from showstatus.cli.clock import seconds
    from showstatus.cli.remotes import wait_turn
    from showstatus.extras import need
    from showstatus.feeds import Gathered, gather
    from showstatus.gleaning import Followed
    from showstatus.ledger.inbox import Inbox
    from showstatus.pending import pending

    if not wanted:
        return Gathered(), []
    try:
        need("read", "lxml")
    except ShowstatusError as error:
        return Gathered(problems=[f"No feed was read. {error}"]), []
    gathered = gather(
        wanted.values(), Followed(ledger), Inbox(fetched.connection), session.as_of, seconds,
        lambda host: wait_turn(f"feed:{host}", pace),
    )  # fmt: skip
    return gathered, pending(ledger, gathered.proposed)
