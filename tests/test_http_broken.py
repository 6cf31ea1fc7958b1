"""What the client makes of a server that never ends, trickles, breaks off or is not there; and of addresses."""

from __future__ import annotations

import gzip
import subprocess
import sys
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler

import pytest

from showstatus.sources import http
from showstatus.sources.http import Client
from tests.standin import NOW, SECRET, Fault, StandIn, refused, unreachable

PATH = "/updates/shows"


def endless(chunk: bytes, headers: bytes = b"") -> Callable[[BaseHTTPRequestHandler], None]:
    """Answer without an end: what is sent is made on the fly."""

    def serve(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n" + headers + b"\r\n")
        while True:
            handler.wfile.write(chunk)

    return serve


PROGRAM = """
import sys, tracemalloc
from showstatus.sources.base import Unusable
from showstatus.sources.http import Client
client = Client("TVmaze", clock=lambda: 0.0)
client.get(sys.argv[1] + "/updates/shows").json()
tracemalloc.start()
for path in sys.argv[2:]:
    try:
        client.get(sys.argv[1] + path)
    except Unusable as error:
        print(error)
print(tracemalloc.get_traced_memory()[1])
"""
"""Asks for some paths and prints what is wrong with each answer; then how many bytes it took at most."""


def test_an_answer_without_an_end_takes_neither_memory_nor_time(standin: StandIn) -> None:
    packed = gzip.compress(bytes(200_000_000), compresslevel=1)
    standin.fails("/long", Fault(serve=endless(bytes(65_536), b"Content-Length: 1000000000\r\n")))
    standin.fails("/endless", Fault(serve=endless(bytes(65_536))))
    chunk = b"8000\r\n" + bytes(0x8000) + b"\r\n"
    standin.fails("/chunks", Fault(serve=endless(chunk, b"Transfer-Encoding: chunked\r\n")))
    standin.fails("/packed", Fault(200, packed, {"Content-Encoding": "gzip"}))
    command = [sys.executable, "-c", PROGRAM, standin.url, "/long", "/endless", "/chunks", "/packed"]
    ran = subprocess.run(command, capture_output=True, timeout=60, check=True, env={"PYTHONPATH": ":".join(sys.path)})
    *told, taken = ran.stdout.decode().splitlines()

    assert ["with more than 8 million bytes"] * 4 == told
    assert int(taken) < 4 * http.MOST_BYTES


def trickle(start: bytes, drop: bytes) -> Fault:
    """An answer that comes drop by drop and never ends, so that no read of it ever waits for long."""

    def serve(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(start)
        while True:
            handler.wfile.write(drop)
            time.sleep(0.02)

    return Fault(serve=serve)


@pytest.mark.parametrize(
    ("start", "drop"),
    [(b"HTTP/1.1 200 OK\r\nX-Slow: ", b"x"), (b"HTTP/1.1 200 OK\r\n\r\n", b" "), (b"HTTP/1.1 ", b""),
     (b"", b"HTTP/1.1 100 Continue\r\n\r\n")],
)  # fmt: skip
def test_an_answer_that_trickles_is_given_up(
    standin: StandIn, client: Client, monkeypatch: pytest.MonkeyPatch, start: bytes, drop: bytes
) -> None:
    monkeypatch.setattr(http, "MOST_SECONDS", 0.3)
    standin.fails(PATH, trickle(start, drop))
    before = time.monotonic()

    assert ("TVmaze could not be reached: an answer took longer than 0.3 seconds; try again later.") == unreachable(
        client, standin.url + PATH
    )
    assert time.monotonic() - before < 10
    monkeypatch.setattr(http, "MOST_SECONDS", 60.0)
    assert {} == client.get(standin.url + PATH).json()  # the next question has its own time


BROKEN: dict[str, Callable[[BaseHTTPRequestHandler], None]] = {
    "closed at once": lambda handler: None,
    "shorter than it says": lambda handler: _write(handler, b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}"),
    "no HTTP": lambda handler: _write(handler, b"SSH-2.0-OpenSSH_9.6\r\n"),
    "headers without an end": lambda handler: _write(handler, b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200_000),
}


def _write(handler: BaseHTTPRequestHandler, answer: bytes) -> None:
    handler.wfile.write(answer)


@pytest.mark.parametrize("how", BROKEN)
def test_a_connection_that_breaks_off_is_told(standin: StandIn, client: Client, waits: list[float], how: str) -> None:
    standin.fails(PATH, *[Fault(serve=BROKEN[how])] * 4)

    assert "TVmaze could not be reached: the connection broke off; try again later." == unreachable(
        client, standin.url + PATH
    )
    assert (3, 4) == (len(waits), len(standin.requests))


def test_where_nobody_listens_there_is_no_connection(standin: StandIn, client: Client, waits: list[float]) -> None:
    standin.close()

    told = unreachable(client, standin.url.replace("//", f"//user:{SECRET}@") + f"/x?key={SECRET}")
    assert told.startswith("TVmaze could not be reached: no connection")
    assert 3 == len(waits)


@pytest.mark.parametrize(
    ("name", "value"),
    [("ALL_PROXY", f"gopher://me:{SECRET}@h"), ("HTTPS_PROXY", "http://[::1"), ("SSL_CERT_FILE", "/nowhere/at/all")],
)
def test_a_proxy_that_cannot_be_used_is_told(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)

    told = refused(lambda: Client("TVmaze", clock=lambda: NOW).get("https://127.0.0.1:1/"))
    assert "TVmaze could not be reached: a proxy or certificates cannot be used; look at " in told


@pytest.mark.parametrize("url", ["", "foo", "ftp://h/x", "http://", "http://[::1"])
def test_what_is_no_address_is_told_at_once(client: Client, waits: list[float], url: str) -> None:
    assert "is no address of a web server." in unreachable(client, url)
    assert [] == waits


@pytest.mark.parametrize("url", [f"//me:{SECRET}@h", f"me:{SECRET}@h/x", f"http://me:{SECRET}@[::1"])
def test_what_is_no_address_is_not_repeated_where_it_may_hold_a_secret(client: Client, url: str) -> None:
    assert SECRET not in unreachable(client, url)
