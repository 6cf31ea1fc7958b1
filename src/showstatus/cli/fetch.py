"""Fetches one page that the user named; the only function of `read` that opens a connection."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from showstatus.errors import SourceUnreachable, UsageError
from showstatus.sources.address import is_web, safe_address

LARGEST = 5_000_000
"""A page of more bytes is not read."""
_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_CHARSET = re.compile(rb"<meta\b[^>]{0,200}\bcharset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_HEAD = 2_000
"""In how many bytes at its beginning a page may say how it is encoded."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came back for an address."""

    url: str
    """Where it was found, after redirections; as it may be cited, without a password."""
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
        raise SourceUnreachable(
            f"{shown} was not fetched: the network is switched off (--offline, SHOWSTATUS_OFFLINE)."
        )
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


def citable(url: str) -> str:
    """An address as it may stand in a claim: without user name, password and fragment."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2], fragment=""))


def decoded(body: bytes, charset: str | None) -> str:
    """A page as text: by its mark, by what the server or else the page says of its encoding, else as UTF-8."""
    for mark, name in _MARKS.items():
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    told = _CHARSET.search(body[:_HEAD])
    for encoding in (charset, told[1].decode() if told is not None else None):
        try:
            if encoding is not None:
                return body.decode(encoding, "replace")
        except (LookupError, UnicodeError):  # no such encoding, or none of text
            continue
    return body.decode("utf-8", "replace")
