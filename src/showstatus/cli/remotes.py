"""How the commands that may ask the network reach a source: its address, its pace, and a word where it is forbidden.

`SERVICES` is the list of sources, in plain sight.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from showstatus.cli.session import Session
from showstatus.errors import SourceUnreachable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from showstatus.ledger.fetched import Fetched
    from showstatus.sources.base import Source
    from showstatus.sources.remote import Remote


class Service(NamedTuple):
    """Where a source is asked, and whether it wants a token."""

    address: str
    """SHOWSTATUS_TVMAZE_URL and the like name another place."""
    credit: str
    """What is said, in short, wherever something was fetched from it."""
    token: str | None = None
    """The variable that holds the user's token; without it the source is not asked."""


SERVICES = {
    "tvmaze": Service("https://api.tvmaze.com", "Data: TVmaze.com (CC BY-SA)."),
    "tmdb": Service(
        "https://api.themoviedb.org/3",
        "This product uses the TMDB API but is not endorsed or certified by TMDB.",
        "SHOWSTATUS_TMDB_TOKEN",
    ),
}
"""The sources by name, in the order in which they are asked: the ids that one tells help the next."""


def source(name: str) -> Source:
    """A source by its name."""
    from showstatus.sources.tmdb import TMDB
    from showstatus.sources.tvmaze import TVmaze

    sources: dict[str, Source] = {"tvmaze": TVmaze(), "tmdb": TMDB()}
    return sources[name]


def configured() -> list[str]:
    """The sources that can be asked: those that want no token, and those whose token is set."""
    return [name for name, service in SERVICES.items() if service.token is None or _token(service.token)]


def refuse_offline(session: Session, what: str) -> None:
    """Raises `SourceUnreachable` where no connection may be opened; `what` is what would need one."""
    if session.offline:
        raise SourceUnreachable(f"{what} needs a connection, and this run is offline; leave out --offline.")


@contextmanager
def remote(session: Session, name: str, fetched: Fetched) -> Iterator[Remote]:
    """A source that can be asked, at its pace; nothing is left open behind it. Raises `SourceUnreachable` offline."""
    from showstatus.cli.clock import seconds
    from showstatus.sources.http import Client
    from showstatus.sources.remote import Remote

    told = source(name)
    refuse_offline(session, f"Asking {told.title}")

    address = os.environ.get(f"SHOWSTATUS_{name.upper()}_URL") or SERVICES[name].address
    headers = _headers(name, told.title, address)
    client = Client(told.title, clock=seconds, wait_turn=lambda: wait_turn(name, fetched))
    try:
        yield Remote(told, address, client, headers)
    finally:
        client.close()


def wait_turn(name: str, fetched: Fetched) -> None:
    """Wait until somebody may be asked, by the requests that all processes have made."""
    import time

    from showstatus.cli.clock import seconds

    now = seconds()
    time.sleep(max(fetched.reserve(name, now) - now, 0.0))


def _headers(name: str, title: str, address: str) -> dict[str, str]:
    """The headers that carry the token of a source. Raises `SourceUnreachable` where it cannot be sent safely."""
    from showstatus.sources.address import is_secure

    variable = SERVICES[name].token
    token = _token(variable) if variable is not None else ""
    if not token:
        return {}
    if not (token.isascii() and token.isprintable() and " " not in token):
        raise SourceUnreachable(f"{title} was not asked: {variable} holds what is no token; copy it once more.")
    if not is_secure(address):
        where = f"SHOWSTATUS_{name.upper()}_URL"
        raise SourceUnreachable(f"{title} was not asked: a token is sent over https only, and {where} is not.")
    return {"Authorization": f"Bearer {token}"}


def _token(variable: str) -> str:
    return os.environ.get(variable, "").strip()
