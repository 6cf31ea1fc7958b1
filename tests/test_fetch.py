"""`read URL`: one page through the client of all sources, within its limits, decoded as it says it is."""

from __future__ import annotations

import time
from http.server import BaseHTTPRequestHandler

import pytest

from showstatus.cli.fetch import LARGEST, fetched
from showstatus.errors import SourceUnreachable, UsageError
from showstatus.sources import http
from tests.standin import SECRET, Fault, StandIn

PAGE = "<p>Netflix has renewed Café for a second season.</p>"


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")


def out_of_reach(url: str, *, offline: bool = False) -> str:
    """What is said where a page cannot be had."""
    with pytest.raises(SourceUnreachable) as caught:
        fetched(url, offline=offline)
    assert SECRET not in str(caught.value)
    return str(caught.value)


def test_a_page_is_brought_by_the_client_of_all_sources(standin: StandIn) -> None:
    standin.files["/page"] = PAGE.encode()
    standin.fails("/old", Fault(301, b"", {"Location": "/page"}))
    page = fetched(f"{standin.url}/old", offline=False)

    assert (f"{standin.url}/page", PAGE) == (page.url, page.text)
    assert {http.USER_AGENT} == standin.agents


def test_the_server_says_how_a_page_is_encoded(standin: StandIn) -> None:
    standin.fails("/page", Fault(200, PAGE.encode("latin-1"), {"Content-Type": 'text/html; charset="latin-1"'}))

    assert PAGE == fetched(f"{standin.url}/page", offline=False).text


def test_offline_nothing_is_asked(standin: StandIn) -> None:
    assert "this run is offline" in out_of_reach(f"{standin.url}/page?{SECRET}", offline=True)
    assert [] == standin.requests


@pytest.mark.parametrize(
    "url", ["ftp://example.org/x", "file:///etc/passwd", "gopher://x/", "http://", "https://[::1", "http://x:y/"]
)
def test_only_web_addresses_are_read(url: str) -> None:
    with pytest.raises(UsageError, match="only http and https are"):
        fetched(url, offline=False)


@pytest.mark.parametrize("location", ["file:///etc/passwd", "ftp://127.0.0.1/x", "data:text/plain,x"])
def test_a_redirect_to_another_scheme_is_refused(standin: StandIn, location: str) -> None:
    standin.fails("/old", Fault(302, b"", {"Location": location}))

    assert "which is not followed" in out_of_reach(f"{standin.url}/old")


def test_a_page_that_is_too_long_is_refused(standin: StandIn) -> None:
    standin.files["/long"] = b"x" * (LARGEST + 1)

    assert f"{standin.url}/long answered with more than 5 million bytes; save the part to be read." == out_of_reach(
        f"{standin.url}/long"
    )


def test_a_page_that_trickles_is_given_up(standin: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    def trickle(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
        for _ in range(100):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.05)

    monkeypatch.setattr(http, "MOST_SECONDS", 0.2)
    standin.fails("/slow", Fault(serve=trickle))

    assert "an answer took longer than 0.2 seconds" in out_of_reach(f"{standin.url}/slow")
    assert 1 == len(standin.requests)


@pytest.mark.parametrize("status", [204, 304, 401, 404, 410])
def test_what_is_no_page_is_told_by_its_number(standin: StandIn, status: int) -> None:
    standin.fails("/none", Fault(status))
    if status == 204:
        assert "" == fetched(f"{standin.url}/none", offline=False).text
    else:
        assert f"answered {status};" in out_of_reach(f"{standin.url}/none")


def test_no_password_is_told_or_cited(standin: StandIn) -> None:
    host = standin.url.removeprefix("http://")
    standin.files["/page"] = b"x"

    assert f"{standin.url}/none answered 404" in out_of_reach(f"http://me:{SECRET}@{host}/none?token={SECRET}")
    assert f"{standin.url}/page?id=7" == fetched(f"http://me:{SECRET}@{host}/page?id=7#part", offline=False).url
