"""What is at an address now, if it is not what it was? Over http or in a file; bytes within bounds, or why not.

Shared registries and feeds are brought by it. Nothing is kept here, and nothing is made of what comes.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Mapping
from typing import NamedTuple

from showstatus.errors import SourceUnreachable
from showstatus.sources.address import is_url
from showstatus.sources.base import Unusable

_LONGEST_TAG = 500
"""Characters of an ETag or a Last-Modified; a longer one is not worth repeating."""

Clock = Callable[[], float]
"""Seconds since 1970."""


class Tags(NamedTuple):
    """By what a server knows again what it sent: its ETag, and its Last-Modified as it was told."""

    etag: str | None = None
    modified: str | None = None


class Came(NamedTuple):
    """What is at an address, and what a server said of it."""

    data: bytes
    url: str
    """Where it was found, after redirects; the path of a file."""
    tags: Tags = Tags()
    charset: str | None = None
    """How the server says that it is encoded."""


class Place(NamedTuple):
    """An address with what is said of it, and how much may come from there."""

    name: str
    """How a sentence about it begins."""
    address: str
    most: int
    """How many bytes are taken at most."""
    wait_turn: Callable[[], None] = lambda: None
    """Called before every request that starts."""


def bring(place: Place, clock: Clock, known: Tags = Tags()) -> Came | None:  # noqa: B008 - it never changes
    """What is at an address; None where a server says that it is what `known` belongs to.

    Raises `SourceUnreachable` where nothing came, `Unusable` for more than `place.most` bytes or what leads astray.
    """
    return _over_http(place, clock, known) if is_url(place.address) else _from_disk(place)


def _from_disk(place: Place) -> Came:
    address = place.address
    try:
        # Opening a pipe would wait for whoever writes into it, and a device may never end.
        if not stat.S_ISREG(os.stat(address).st_mode):
            raise SourceUnreachable(f"{place.name} could not be read: {address} is not a regular file; name one.")
        with open(address, "rb") as file:
            data = file.read(place.most + 1)
    except OSError as error:
        raise SourceUnreachable(
            f"{place.name} could not be read: {error.strerror or error}; check the path."
        ) from error
    if len(data) > place.most:
        raise Unusable(f"with more than {place.most} bytes")
    return Came(data, address)


def _over_http(place: Place, clock: Clock, known: Tags) -> Came | None:
    from showstatus.sources.http import Client

    conditions = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
    headers = {name: value for name, value in conditions.items() if value is not None}
    client = Client(place.name, clock=clock, wait_turn=place.wait_turn)
    try:
        answer = client.get(place.address, headers, most=place.most)
    finally:
        client.close()
    if answer.status == 304 and headers:
        return None
    if answer.status != 200:
        raise SourceUnreachable(f"{place.name} could not be reached: it answered {answer.status}; check the address.")
    tags = Tags(_tag(answer.headers, "etag"), _tag(answer.headers, "last-modified"))
    return Came(answer.body, answer.url, tags, answer.charset)


def _tag(headers: Mapping[str, str], name: str) -> str | None:
    """A header that can be sent back as it came; None for what cannot."""
    value = headers.get(name, "")
    return value if value.isascii() and value.isprintable() and 0 < len(value) <= _LONGEST_TAG else None
