"""What the client makes of answers that a real server gives: refusals, redirects, packed ones, and what is no JSON."""

from __future__ import annotations

import datetime as dt
import gzip
import json
from email.utils import format_datetime
from functools import partial

import pytest

from showstatus.sources import http
from showstatus.sources.base import Unusable
from showstatus.sources.http import Client
from tests.standin import NOW, SECRET, Fault, StandIn, unreachable, unusable

PATH = "/updates/shows"


def test_the_client_says_who_it_is_and_keeps_to_one_connection(standin: StandIn, client: Client) -> None:
    for _ in range(3):
        assert {} == client.get(standin.url + PATH).json()

    assert {http.USER_AGENT} == standin.agents
    assert http.USER_AGENT.startswith("showstatus/")
    assert 1 == len(standin.peers)


def test_asked_to_wait_so_many_seconds_it_does(standin: StandIn, client: Client, waits: list[float]) -> None:
    standin.fails(PATH, Fault(429, b"<html>slow down", {"Retry-After": "7"}))

    assert 200 == client.get(standin.url + PATH).status
    assert [7.0] == waits


def test_asked_to_wait_until_a_moment_it_does(standin: StandIn, client: Client, waits: list[float]) -> None:
    moment = dt.datetime.fromtimestamp(NOW + 30, dt.UTC)
    standin.fails(PATH, Fault(429, b"", {"Retry-After": format_datetime(moment, usegmt=True)}))

    assert 200 == client.get(standin.url + PATH).status
    assert [30.0] == waits


@pytest.mark.parametrize("told", [None, "", "soon", "-5", "1.5e3", "Wed, 99 Foo"])
def test_not_told_how_long_it_waits_longer_each_time(
    standin: StandIn, client: Client, waits: list[float], told: str | None
) -> None:
    standin.fails(PATH, *[Fault(429, b"", {"Retry-After": told} if told is not None else {})] * 3)

    assert 200 == client.get(standin.url + PATH).status
    assert [2.0, 4.0, 8.0] == waits


@pytest.mark.parametrize("told", ["0", "Wed, 21 Oct 2015 07:28:00 GMT"])
def test_a_moment_that_has_passed_is_no_leave_to_hurry(
    standin: StandIn, client: Client, waits: list[float], told: str
) -> None:
    standin.fails(PATH, *[Fault(429, b"", {"Retry-After": told})] * 3)

    assert 200 == client.get(standin.url + PATH).status
    assert [1.0, 1.0, 1.0] == waits


@pytest.mark.parametrize("told", ["3600", "9" * 400, "Wed, 21 Oct 9000 07:28:00 GMT"])
def test_asked_to_wait_an_hour_it_gives_up(standin: StandIn, client: Client, waits: list[float], told: str) -> None:
    standin.fails(PATH, Fault(429, b"", {"Retry-After": told}))

    assert "it asks to wait" in unreachable(client, standin.url + PATH)
    assert [] == waits


def test_what_is_refused_again_and_again_is_out_of_reach(standin: StandIn, client: Client, waits: list[float]) -> None:
    standin.fails(PATH, *[Fault(429)] * 4)
    standin.fails("/other", *[Fault(503, b"x" * 100_000)] * 4)

    assert ("TVmaze could not be reached: it says that it is asked too often; try again later.") == unreachable(
        client, standin.url + PATH
    )
    refused = "TVmaze could not be reached: it answered 503, 4 times; try again later."
    assert refused == unreachable(client, standin.url + "/other")
    assert (6, 8) == (len(waits), len(standin.requests))


def test_a_server_that_stumbles_is_asked_again(standin: StandIn, client: Client, waits: list[float]) -> None:
    standin.fails(PATH, Fault(500), Fault(502), Fault(serve=lambda handler: handler.connection.close()))

    assert {} == client.get(standin.url + PATH).json()
    assert 3 == len(waits)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed(standin: StandIn, client: Client, status: int) -> None:
    standin.fails("/old", Fault(status, b"null", {"Location": PATH}))

    assert {} == client.get(f"{standin.url}/old").json()
    assert ["/old", PATH] == standin.paths


def test_where_a_redirect_leads_can_be_asked_for(standin: StandIn, client: Client) -> None:
    standin.fails("/old", Fault(301, b"null", {"Location": PATH}))
    answer = client.get(f"{standin.url}/old", follow=False)

    assert (301, PATH, 1) == (answer.status, answer.headers["location"], len(standin.requests))


def test_redirects_in_a_circle_end(standin: StandIn, client: Client) -> None:
    standin.fails("/old", *[Fault(302, b"", {"Location": "/old"})] * 20)

    assert "with one redirect after another" == unusable(lambda: client.get(f"{standin.url}/old"))
    assert http.MOST_REDIRECTS + 1 == len(standin.requests)


@pytest.mark.parametrize(
    "location",
    ["file:///etc/passwd", "javascript:alert(1)", "ftp://127.0.0.1/x", "data:,x", f"gopher://u:{SECRET}@h/",
     "http://[::1/", "http://a:b:c/", "http://\x7f/"],
)  # fmt: skip
def test_a_redirect_that_leads_elsewhere_is_not_followed(standin: StandIn, client: Client, location: str) -> None:
    standin.fails("/old", Fault(302, b"", {"Location": location}))

    assert unusable(lambda: client.get(f"{standin.url}/old")).startswith("with a redirect to ")


def test_a_redirect_never_leads_from_https_to_http() -> None:
    with pytest.raises(Unusable, match="with a redirect to “http”, which is not followed"):
        http._next_address("https://api.tvmaze.com/x", "http://api.tvmaze.com/x")


@pytest.mark.parametrize(
    ("body", "words"),
    [(b"<!DOCTYPE html><p>Are you human?", "with HTML instead of JSON"), (b" <HTML>", "with HTML instead of JSON"),
     (b"", "with nothing"), (b" \n", "with nothing"), (b"{", "with something that is no JSON"),
     (b"\xff\xfe", "with something that is no JSON"), (b"9" * 5000, "with something that is no JSON"),
     (b"[" * 100_000 + b"]" * 100_000, "with JSON that is nested too deep")],
)  # fmt: skip
def test_what_is_no_json_is_told(standin: StandIn, client: Client, body: bytes, words: str) -> None:
    standin.fails(PATH, Fault(200, body))

    assert words == unusable(client.get(standin.url + PATH).json)


def test_null_is_json(standin: StandIn, client: Client) -> None:
    standin.fails(PATH, Fault(200, b"null"))

    assert client.get(standin.url + PATH).json() is None


@pytest.mark.parametrize("encoding", ["gzip, gzip", "br", "zstd", "deflate", "x"])
def test_an_encoding_that_was_not_asked_for_is_refused(standin: StandIn, client: Client, encoding: str) -> None:
    standin.fails(PATH, Fault(200, b"{}", {"Content-Encoding": encoding}))

    assert "in an encoding that was not asked for" == unusable(lambda: client.get(standin.url + PATH))


def test_a_packed_answer_is_unpacked(standin: StandIn, client: Client) -> None:
    packed = gzip.compress(json.dumps({"1": 2}).encode())
    standin.fails(PATH, Fault(200, packed, {"Content-Encoding": "gzip"}))
    standin.fails("/broken", Fault(200, packed[:-9], {"Content-Encoding": "gzip"}))
    standin.fails("/other", Fault(200, b"not packed", {"Content-Encoding": "gzip"}))

    assert {"1": 2} == client.get(standin.url + PATH).json()
    standin.fails("/long", Fault(200, gzip.compress(b" " * 1_000_000 + b"[]"), {"Content-Encoding": "gzip"}))
    assert [] == client.get(f"{standin.url}/long").json()
    for path in ("/broken", "/other"):
        assert "with something that cannot be unpacked" == unusable(partial(client.get, standin.url + path))
