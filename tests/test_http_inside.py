"""No server of the internet leads to one on this machine or in its network; what the user names is asked.

Loopback alone can be asked here, so 127.0.0.2 plays the internet, and 127.0.0.1 is inside.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from showstatus.sources.http import Client
from tests.standin import NOW, Fault, StandIn, unusable

LED_INSIDE = "with a redirect into this machine’s own network, which is not followed"


def inside(host: str) -> bool:
    return host == "127.0.0.1"


@pytest.fixture
def outside() -> Iterator[StandIn]:
    try:
        server = StandIn("127.0.0.2")
    except OSError:
        pytest.skip("this system has one address of loopback only")
    yield server
    server.close()


@pytest.fixture
def wary(monkeypatch: pytest.MonkeyPatch) -> Iterator[Client]:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("NO_PROXY", "*")
    one = Client("A page", clock=lambda: NOW, inside=inside)
    yield one
    one.close()


def leads(server: StandIn, location: str) -> str:
    """An address that redirects to another."""
    server.fails("/old", Fault(302, b"", {"Location": location}))
    return f"{server.url}/old"


def test_a_redirect_from_outside_to_an_address_inside_is_not_followed(
    standin: StandIn, outside: StandIn, wary: Client
) -> None:
    address = leads(outside, f"{standin.url}/secret")

    assert LED_INSIDE == unusable(lambda: wary.get(address))
    assert set() == standin.peers


def test_a_name_that_is_looked_up_as_an_address_inside_is_asked_nothing(
    standin: StandIn, outside: StandIn, wary: Client
) -> None:
    port = standin.url.rpartition(":")[2]
    address = leads(outside, f"http://localhost:{port}/secret")

    assert LED_INSIDE == unusable(lambda: wary.get(address))
    assert [] == standin.requests


def test_so_it_is_at_the_end_of_a_chain(standin: StandIn, outside: StandIn, wary: Client) -> None:
    address = leads(outside, "/next")
    outside.fails("/next", Fault(301, b"", {"Location": f"{standin.url}/secret"}))

    assert LED_INSIDE == unusable(lambda: wary.get(address))
    assert ["/old", "/next"] == outside.paths


def test_a_redirect_from_outside_to_outside_is_followed(outside: StandIn, wary: Client) -> None:
    outside.files["/new"] = b"here"
    answer = wary.get(leads(outside, "/new"))

    assert (b"here", f"{outside.url}/new") == (answer.body, answer.url)


def test_what_the_user_names_inside_is_asked_and_may_lead_anywhere(
    standin: StandIn, outside: StandIn, wary: Client
) -> None:
    standin.files["/new"] = outside.files["/new"] = b"here"

    assert b"here" == wary.get(leads(standin, "/new")).body
    assert b"here" == wary.get(leads(standin, f"{outside.url}/new")).body


def test_a_name_of_the_user_for_an_address_inside_is_asked_and_may_stay_there(standin: StandIn, wary: Client) -> None:
    standin.files["/new"] = b"here"
    address = leads(standin, f"{standin.url}/new").replace("127.0.0.1", "localhost")

    assert b"here" == wary.get(address).body
    assert ["/old", "/new"] == standin.paths


def test_one_address_that_was_inside_gives_the_next_no_leave(standin: StandIn, outside: StandIn, wary: Client) -> None:
    standin.files["/new"] = b"here"

    assert b"here" == wary.get(leads(standin, "/new")).body
    address = leads(outside, f"{standin.url}/new")
    assert LED_INSIDE == unusable(lambda: wary.get(address))
