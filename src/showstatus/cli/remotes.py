"""How the commands that may ask the network reach a source: its address, its pace, and a word where it is forbidden.

`SERVICES` is the list of sources, in plain sight.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from typing import NamedTuple

from showstatus.cli.session import Session
from showstatus.errors import SourceUnreachable, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from showstatus.ledger.fetched import Fetched
    from showstatus.sources.base import Source
    from showstatus.sources.http import Client
    from showstatus.sources.remote import Remote
    from showstatus.sources.wiki import Wiki


class Service(NamedTuple):
    """Where a source is asked, and whether it wants a token."""

    title: str
    """As people write it."""
    address: str
    """SHOWSTATUS_TVMAZE_URL and the like name another place."""
    credit: str
    """What is said, in short, wherever something was fetched from it."""
    token: str | None = None
    """The variable that holds the user's token; without it the source is not asked."""
    switch: str | None = None
    """The variable that has it asked; without it, it is asked only where it is named."""


SERVICES = {
    "tvmaze": Service("TVmaze", "https://api.tvmaze.com", "Data: TVmaze.com (CC BY-SA)."),
    "tmdb": Service(
        "TMDB",
        "https://api.themoviedb.org/3",
        "This product uses the TMDB API but is not endorsed or certified by TMDB.",
        "SHOWSTATUS_TMDB_TOKEN",
    ),
    "wikipedia": Service(
        "Wikipedia",
        "https://en.wikipedia.org/w/api.php",
        "Facts and quotations from Wikipedia (CC BY-SA).",
        switch="SHOWSTATUS_WIKIPEDIA",
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
    """The sources that are asked unless somebody names others: those whose token is set, or that want neither."""
    return [name for name, service in SERVICES.items() if _is_on(service)]


def asked_for(names: Sequence[str]) -> list[str]:
    """The sources of these names, in the order in which they are asked. Raises `UsageError` where one cannot be."""
    for name in names:
        service = SERVICES.get(name)
        if service is None:
            raise UsageError(f"“{name}” is no source; they are {', '.join(SERVICES)}.")
        if service.token is not None and not _token(service.token):
            raise UsageError(
                f"{service.title} wants a token of yours, and {service.token} holds none; set it, or ask others."
            )
    return [name for name in SERVICES if name in names]


def _is_on(service: Service) -> bool:
    if service.switch is not None:
        return os.environ.get(service.switch, "") not in ("", "0")
    return service.token is None or bool(_token(service.token))


def refuse_offline(session: Session, what: str) -> None:
    """Raises `SourceUnreachable` where no connection may be opened; `what` is what would need one."""
    if session.offline:
        raise SourceUnreachable(
            f"{what} needs a connection, and this run is offline; leave out --offline and SHOWSTATUS_OFFLINE."
        )


@contextmanager
def remote(session: Session, name: str, fetched: Fetched) -> Iterator[Remote]:
    """A source that can be asked, at its pace; nothing is left open behind it. Raises `SourceUnreachable` offline."""
    from showstatus.sources.remote import Remote

    with _client(session, name, fetched) as client:
        yield Remote(source(name), _address(name), client, _headers(name, SERVICES[name].title, _address(name)))


@contextmanager
def wiki(session: Session, fetched: Fetched) -> Iterator[Wiki]:
    """Wikipedia, which can be asked, at its pace; as `remote`."""
    from showstatus.sources.wiki import Wiki
    from showstatus.sources.wikipedia import asks_to_wait

    with _client(session, "wikipedia", fetched, is_refusal=asks_to_wait) as client:
        yield Wiki(_address("wikipedia"), client)


@contextmanager
def _client(
    session: Session,
    name: str,
    fetched: Fetched,
    is_refusal: Callable[[Mapping[str, str]], bool] = lambda _: False,
) -> Iterator[Client]:
    from showstatus.cli.clock import seconds
    from showstatus.sources.http import Client

    title = SERVICES[name].title
    refuse_offline(session, f"Asking {title}")

    turn = partial(wait_turn, name, fetched)
    client = Client(title, clock=seconds, wait_turn=turn, is_refusal=is_refusal)
    try:
        yield client
    finally:
        client.close()


def wait_turn(name: str, fetched: Fetched) -> None:
    """Wait until somebody may be asked, by the requests that all processes have made."""
    import time

    from showstatus.cli.clock import seconds
    from showstatus.ledger.turns import reserve

    now = seconds()
    time.sleep(max(reserve(fetched.connection, name, now) - now, 0.0))


def _address(name: str) -> str:
    return os.environ.get(f"SHOWSTATUS_{name.upper()}_URL") or SERVICES[name].address


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
        raise SourceUnreachable(
            f"{title} was not asked: a token is sent over https only, and {where} is not; mend or unset it."
        )
    return {"Authorization": f"Bearer {token}"}


def _token(variable: str) -> str:
    return os.environ.get(variable, "").strip()
