"""Fetches one page that the user named; the only function of `read` that opens a connection."""

from __future__ import annotations

from dataclasses import dataclass

from showstatus.errors import SourceUnreachable, UsageError
from showstatus.sources.address import citable, is_web, safe_address
from showstatus.sources.encoding import decoded

LARGEST = 5_000_000
"""A page of more bytes is not read."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came back for an address."""

    url: str
    """Where it was found, after redirections; as it may be cited."""
    text: str


def fetched(url: str, *, offline: bool) -> Fetched:
    """The page at an address, brought by the client of all sources, with its limits and its patience.

    Raises `UsageError` for an address that is not http or https, `SourceUnreachable` offline, on any failure of the
    network, for an answer that is no success, or one that is too large, too slow or leads astray.
    """
    shown = safe_address(url)
    if not is_web(url):
        raise UsageError(f"{shown} is no address that can be read; only http and https are.")
    if offline:
        why = "this run is offline; leave out --offline and SHOWSTATUS_OFFLINE, or save the page and read the file"
        raise SourceUnreachable(f"{shown} was not fetched: {why}.")
    from showstatus.cli.clock import seconds
    from showstatus.sources.base import Unusable
    from showstatus.sources.http import Client

    client = Client(shown, clock=seconds)
    try:
        answer = client.get(url, {"Accept": "text/html, text/plain;q=0.9, */*;q=0.1"}, most=LARGEST)
    except Unusable as error:
        raise SourceUnreachable(f"{shown} answered {error}; save the part to be read.") from None
    finally:
        client.close()
    if not 200 <= answer.status < 300:
        raise SourceUnreachable(f"{shown} answered {answer.status}; check the address, or save the page.")
    return Fetched(citable(answer.url), decoded(answer.body, answer.charset))
