"""How the commands that may ask the network reach a source: its address, its pace, and a word where it is forbidden.

`SOURCES` is the list of sources, in plain sight.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from showstatus.cli.session import Session
from showstatus.errors import SourceUnreachable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from showstatus.ledger.fetched import Fetched
    from showstatus.sources.base import Source
    from showstatus.sync import Remote

ADDRESSES = {"tvmaze": "https://api.tvmaze.com"}
"""Where each source is asked, by name; SHOWSTATUS_TVMAZE_URL and the like name another place."""


def source(name: str) -> Source:
    """A source by its name."""
    from showstatus.sources.tvmaze import TVmaze

    return {"tvmaze": TVmaze()}[name]


def refuse_offline(session: Session, what: str) -> None:
    """Raises `SourceUnreachable` where no connection may be opened; `what` is what would need one."""
    if session.offline:
        raise SourceUnreachable(f"{what} needs a connection, and this run is offline; leave out --offline.")


@contextmanager
def remote(session: Session, name: str, fetched: Fetched) -> Iterator[Remote]:
    """A source that can be asked, at its pace; nothing is left open behind it. Raises `SourceUnreachable` offline."""
    import time

    from showstatus.cli.clock import seconds
    from showstatus.sources.http import Client
    from showstatus.sync import Remote

    told = source(name)
    refuse_offline(session, f"Asking {told.title}")

    def wait_turn() -> None:
        now = seconds()
        time.sleep(max(fetched.reserve(name, now) - now, 0.0))

    address = os.environ.get(f"SHOWSTATUS_{name.upper()}_URL") or ADDRESSES[name]
    client = Client(told.title, clock=seconds, wait_turn=wait_turn)
    try:
        yield Remote(told, address, client)
    finally:
        client.close()
