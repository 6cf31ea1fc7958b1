"""The one place that opens connections: a polite, patient and suspicious HTTP client.

Polite: one connection, a name of its own, a pace that is asked before every start. Patient: what passes is tried
again, after as long as the other side asks. Suspicious: an answer may be too long, too slow, no JSON, or lead
elsewhere; each is one clear exception, and neither memory nor time is without bound. What begins outside stays
outside: no server of the internet can send us to one on this machine or in its network, by redirect or by name.
"""

from __future__ import annotations

import json
import re
import threading
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.request import getproxies

import httpx
import stamina
from stamina.instrumentation import set_on_retry_hooks

from showstatus import __version__
from showstatus.errors import SourceUnreachable
from showstatus.sources.address import is_inside, is_url, safe_address
from showstatus.sources.base import Unusable
from showstatus.sources.failures import LONGEST_WAIT, TooSlow, TryLater, asked_wait, reason, refusal

USER_AGENT = f"showstatus/{__version__} (+https://github.com/showstatus/showstatus)"
MOST_BYTES = 8_000_000
"""How long an answer may be, unpacked."""
MOST_SECONDS = 60.0
"""How long one answer may take from its start to its last byte."""
MOST_REDIRECTS = 4
ATTEMPTS = 4
_SILENCE = 20.0
_CHUNK = 65_536
_FIRST_WAIT = 2.0
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)

set_on_retry_hooks([])  # a retry is no news: what fails in the end is told


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: where it was found, the status, the headers by lower-case name, and the body."""

    url: str
    """The address, after redirects."""
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def charset(self) -> str | None:
        """How the server says that the body is encoded, as it says it."""
        found = _CHARSET.search(self.headers.get("content-type", ""))
        return found[1] if found is not None else None

    def json(self) -> Any:
        """The body read as JSON. Raises `Unusable`."""
        try:
            return json.loads(self.body)
        except RecursionError:
            raise Unusable("with JSON that is nested too deep") from None
        except ValueError:
            start = self.body[:200].lstrip().lower()
            html = start.startswith((b"<!doctype", b"<html"))
            words = "with HTML instead of JSON" if html else "with something that is no JSON"
            raise Unusable(words if self.body.strip() else "with nothing") from None


class Client:
    """Asks one service. `wait_turn` is called before every request that starts, redirected ones included.

    `inside` says whether a host or an IP address is on this machine or in its network; such a one is asked where the
    caller names it, never where an answer from elsewhere leads to it. Some services refuse for now with 200:
    `is_refusal` tells so by the headers, their names in small letters.

    Raises `SourceUnreachable` where the environment names a proxy that cannot be used.
    """

    def __init__(
        self,
        name: str,
        *,
        clock: Callable[[], float],
        wait_turn: Callable[[], None] = lambda: None,
        inside: Callable[[str], bool] = is_inside,
        is_refusal: Callable[[Mapping[str, str]], bool] = lambda _: False,
    ) -> None:
        self.name = name
        self._is_refusal = is_refusal
        self._clock = clock
        self._wait_turn = wait_turn
        self._inside = inside
        self._socket: Any = None
        self._peer: str | None = None
        """The IP address of whoever the one connection leads to; None through a proxy, which looks names up itself."""
        self._outside_only = False
        self._proxied = any(key != "no" for key in getproxies())
        self._refusals = 0
        self._http = _opened(name)

    def close(self) -> None:
        """Leave no connection idle."""
        self._http.close()

    def get(
        self, url: str, headers: Mapping[str, str] | None = None, *, most: int = MOST_BYTES, follow: bool = True
    ) -> Answer:
        """What is at an address, whatever the status but 429 and 5xx, which are tried again.

        Redirects are followed, to https or as far as they stay on http, unless `follow` says not to.

        Raises `SourceUnreachable` where no answer came, `Unusable` for one that is too long or leads astray.
        """
        try:
            for attempt in stamina.retry_context(
                on=self._again, attempts=ATTEMPTS, timeout=None, wait_initial=0.5, wait_max=8.0, wait_jitter=0.5
            ):
                with attempt:
                    self._outside_only = False
                    return self._follow(url, headers or {}, most) if follow else self._once(url, headers or {}, most)
        except TryLater as refused:
            raise SourceUnreachable(f"{self.name} could not be reached: {refusal(refused, ATTEMPTS)}.") from None
        except httpx.HTTPError as error:
            raise SourceUnreachable(f"{self.name} could not be reached: {reason(error)}.") from None
        raise AssertionError("an attempt returns or raises")

    def _again(self, error: Exception) -> bool | float:
        """Whether to try once more, and after how many seconds where that is asked for."""
        if isinstance(error, TryLater):
            if error.wait is not None:
                return error.wait if error.wait <= LONGEST_WAIT else False
            self._refusals += 1
            return _FIRST_WAIT * float(2 ** min(self._refusals - 1, 4)) if error.status == 429 else True
        return isinstance(error, httpx.TransportError) and not isinstance(error, TooSlow)

    def _follow(self, url: str, headers: Mapping[str, str], most: int) -> Answer:
        for _ in range(MOST_REDIRECTS + 1):
            answer = self._once(url, headers, most)
            location = answer.headers.get("location")
            if answer.status not in (301, 302, 303, 307, 308) or location is None:
                return answer
            self._outside_only |= not self._inside(_origin(url)[1]) and not (self._peer and self._inside(self._peer))
            before, url = url, _next_address(url, location)
            if self._outside_only and self._inside(_origin(url)[1]):
                raise _led_inside()
            if _origin(url) != _origin(before):  # a token is meant for the one who asked for it
                headers = {name: value for name, value in headers.items() if name.lower() != "authorization"}
        raise Unusable("with one redirect after another")

    def _once(self, url: str, headers: Mapping[str, str], most: int) -> Answer:
        self._wait_turn()
        try:
            with (
                self._deadline() as trace,
                self._http.stream("GET", url, headers=dict(headers), extensions={"trace": trace}) as response,
            ):
                refused = response.status_code == 429 or response.status_code >= 500
                if refused or self._is_refusal(response.headers):
                    raise TryLater(response.status_code, asked_wait(response.headers, self._clock()))
                self._refusals = 0
                body = bytearray()
                for piece in _unpacked(response):
                    body += piece
                    if len(body) > most:
                        body.clear()  # the error holds on to this call until it is collected
                        raise Unusable(f"with more than {most // 1_000_000 or 1} million bytes")
                return Answer(url, response.status_code, dict(response.headers.items()), bytes(body))
        except (httpx.InvalidURL, httpx.UnsupportedProtocol):
            shown = f"“{safe_address(url)}”" if is_url(url) else "what is given as its address"
            where = f"{shown} is no address of a web server"
            raise SourceUnreachable(f"{self.name} could not be reached: {where}.") from None

    @contextmanager
    def _deadline(self) -> Iterator[Callable[[str, Mapping[str, Any]], None]]:
        """Shut the connection when the answer takes too long: a read that trickles never times out by itself."""
        passed = threading.Event()

        def shut() -> None:
            passed.set()
            if self._socket is not None:
                try:
                    self._socket.shutdown(2)
                except OSError:
                    return

        def trace(event: str, info: Mapping[str, Any]) -> None:
            if event in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
                self._socket = info["return_value"].get_extra_info("socket")
            if event == "connection.connect_tcp.complete" and not self._proxied:
                self._meet(info["return_value"])

        timer = threading.Timer(MOST_SECONDS, shut)
        timer.daemon = True
        timer.start()
        try:
            yield trace
        except (httpx.HTTPError, OSError):
            if not passed.is_set():
                raise
        finally:
            timer.cancel()
        if passed.is_set():  # a body that says not how long it is seems to end where it is cut off
            raise TooSlow(f"an answer took longer than {MOST_SECONDS:g} seconds")

    def _meet(self, connection: Any) -> None:
        """Look whom a name led to before anything is said: it may be looked up as an address of this network."""
        self._peer = str(connection.get_extra_info("server_addr")[0])
        if self._outside_only and self._inside(self._peer):
            connection.close()
            raise _led_inside()


def _led_inside() -> Unusable:
    return Unusable("with a redirect into this machine’s own network, which is not followed")


def _refuse_astray(response: httpx.Response) -> None:
    """Look where a redirect leads before httpx does, which makes a broken connection of an address it cannot read."""
    if response.has_redirect_location:
        _next_address(str(response.request.url), response.headers["location"])


def _next_address(url: str, location: str) -> str:
    """Where a redirect leads. Raises `Unusable` where that is nowhere, no http, or no longer https."""
    try:
        target = httpx.URL(url).join(location)
    except (httpx.InvalidURL, ValueError):
        raise Unusable("with a redirect to nowhere") from None
    secure = target.scheme == "https" or (target.scheme == "http" and url.startswith("http:"))
    if not secure or not target.host:
        raise Unusable(f"with a redirect to “{target.scheme}”, which is not followed")
    return str(target)


def _unpacked(response: httpx.Response) -> Iterator[bytes]:
    """The body piece by piece, none longer than `_CHUNK`: a few bytes of gzip may hold a thousand times as many.

    httpx would unpack all that arrived at once, as often over as the other side says it was packed.
    """
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding == "identity":
        yield from response.iter_raw(_CHUNK)
        return
    if encoding != "gzip":
        raise Unusable("in an encoding that was not asked for")
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        for piece in response.iter_raw(_CHUNK):
            yield unpack.decompress(piece, _CHUNK)
            while unpack.unconsumed_tail:
                yield unpack.decompress(unpack.unconsumed_tail, _CHUNK)
    except zlib.error:
        raise Unusable("with something that cannot be unpacked") from None
    if not unpack.eof:
        raise Unusable("with something that cannot be unpacked")


def _opened(name: str) -> httpx.Client:
    """The client underneath. Raises `SourceUnreachable` where the environment asks for what it cannot do."""
    try:
        return httpx.Client(
            headers={"User-Agent": USER_AGENT, "Accept-Encoding": "gzip"},
            timeout=httpx.Timeout(_SILENCE, connect=10.0),
            limits=httpx.Limits(max_connections=1, max_keepalive_connections=1),
            follow_redirects=False,
            event_hooks={"response": [_refuse_astray]},
        )
    except (ImportError, OSError, ValueError, httpx.InvalidURL):
        why = "a proxy or certificates cannot be used; look at ALL_PROXY, HTTP_PROXY, HTTPS_PROXY and SSL_CERT_FILE"
        raise SourceUnreachable(f"{name} could not be reached: {why}.") from None


def _origin(url: str) -> tuple[str, str, int | None]:
    parts = httpx.URL(url)
    return parts.scheme, parts.host, parts.port
