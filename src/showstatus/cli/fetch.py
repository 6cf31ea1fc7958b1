"""Fetches one page that the user named; the only function of `read` that opens a connection."""

from __future__ import annotations

from dataclasses import dataclass

from showstatus.errors import SourceUnreachable, UsageError

LARGEST = 5_000_000
"""A page of more bytes is not read."""
SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came back for an address."""

    url: str
    """Where it was found, after redirections."""
    text: str


def fetched(url: str, *, offline: bool) -> Fetched:
    """The page at an address.

    Raises `UsageError` for an address that is not http or https, `SourceUnreachable` offline, on any failure of the
    network, for an answer that is no success, or one that is too large or too slow.
    """
    if offline:
        raise SourceUnreachable(f"{url} was not fetched: the network is switched off (--offline, SHOWSTATUS_OFFLINE).")
    import httpx

    try:
        with httpx.stream("GET", url, follow_redirects=True, timeout=SECONDS, headers=_HEADERS) as response:
            if response.url.scheme not in ("http", "https"):
                raise UsageError(f"{url} leads to {response.url.scheme}; only http and https are read.")
            if not response.is_success:
                raise SourceUnreachable(f"{url} answered {response.status_code}; check the address, or save the page.")
            body = bytearray()
            for chunk in response.iter_bytes():
                body += chunk
                if len(body) > LARGEST:
                    raise SourceUnreachable(
                        f"{url} is larger than {LARGEST // 1_000_000} MB; save the part to be read."
                    )
            encoding = response.encoding or "utf-8"
            return Fetched(str(response.url), bytes(body).decode(encoding, "replace"))
    except (httpx.HTTPError, httpx.InvalidURL, LookupError) as error:
        raise SourceUnreachable(
            f"{url} could not be fetched ({error or type(error).__name__}); try again later."
        ) from None


_HEADERS = {"User-Agent": "showstatus (+https://github.com/showstatus/showstatus)", "Accept": "text/html, text/plain"}
