"""Which addresses of shared registries may be asked, and how they are shown and called."""

from __future__ import annotations

import pytest

from showstatus.sources.address import beside, citable, is_inside, is_name, is_secure, is_web, name_for, safe_address


@pytest.mark.parametrize(
    ("address", "secure"),
    [
        ("https://example.org/films.toml", True),
        ("http://127.0.0.1:8000/films.toml", True),
        ("http://localhost/films.toml", True),
        ("http://[::1]:8000/films.toml", True),
        ("http://example.org/films.toml", False),
        ("http://127.0.0.1.example.org/films.toml", False),
        ("ftp://example.org/films.toml", False),
        ("file:///etc/passwd", False),
        ("https://", False),
        ("https://[::1", False),
        ("https://example.org:port/films.toml", False),
    ],
)
def test_an_address_is_https_or_on_this_machine(address: str, secure: bool) -> None:
    assert secure == is_secure(address)


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://me:secret@example.org:8443/films.toml?token=secret#secret", "https://example.org:8443/films.toml"),
        ("https://secret@example.org/films.toml", "https://example.org/films.toml"),
        ("http://[::1]:8000/films.toml?secret", "http://[::1]:8000/films.toml"),
        ("https://me:secret/x@example.org/films.toml", "https://…"),
        ("https://me:secret@example.org:port/films.toml", "https://…"),
        ("http://me:secret@[::1", "http://…"),
        ("//me:secret@example.org/films.toml", "//example.org/films.toml"),
        ("me:secret@example.org/films.toml", "example.org/films.toml"),
        ("https://example.org/list@2/films.toml", "https://example.org/list@2/films.toml"),
        ("/home/me/films.toml", "/home/me/films.toml"),
    ],
)
def test_an_address_is_shown_without_what_may_be_secret(address: str, shown: str) -> None:
    assert shown == safe_address(address)


@pytest.mark.parametrize(
    ("address", "signature"),
    [
        ("https://example.org/films.toml", "https://example.org/films.toml.minisig"),
        ("https://me:pw@example.org/films.toml?token=t#f", "https://me:pw@example.org/films.toml.minisig?token=t"),
        ("/home/me/films.toml", "/home/me/films.toml.minisig"),
    ],
)
def test_the_signature_lies_beside_the_file(address: str, signature: str) -> None:
    assert signature == beside(address, ".minisig")


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://example.org/films.toml", "films"),
        ("https://example.org/tv/Crime%20Shows.toml", "crime-20shows"),
        ("https://www.example.org/shows.toml", "example-org"),
        ("https://example.org/", "example-org"),
        ("https://example.org/shipped.toml", "example-org"),  # that name is given on purpose only
        ("/home/me/Lists/shows.toml", "lists"),
        ("/home/me/Été.toml", "ete"),
        ("/shows.toml", None),
        ("/進撃.toml", None),
    ],
)
def test_a_registry_is_called_after_its_file_its_host_or_its_folder(address: str, name: str | None) -> None:
    assert name == name_for(address)


@pytest.mark.parametrize("name", ["", "-x", "A", "a b", "../x", "x.y", "é", "x\n", "a" * 41])
def test_a_name_is_a_plain_word(name: str) -> None:
    assert not is_name(name)


@pytest.mark.parametrize(
    "host",
    ["localhost", "LOCALHOST.", "me.localhost", "printer.local", "metadata.google.internal", "127.0.0.1", "127.9.9.9",
     "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1",
     "255.255.255.255", "::", "::1", "[::1]", "fe80::1", "fe80::1%eth0", "fd00::1", "::ffff:10.0.0.1",
     "2002:7f00:1::", "64:ff9b::7f00:1"],
)  # fmt: skip
def test_what_is_on_this_machine_or_in_its_network_is_inside(host: str) -> None:
    assert is_inside(host)


@pytest.mark.parametrize(
    "host", ["example.org", "local", "8.8.8.8", "2606:4700::1111", "64:ff9b::808:808", "127.1", ""]
)
def test_the_rest_is_outside(host: str) -> None:
    assert not is_inside(host)


@pytest.mark.parametrize(
    ("address", "is_one"),
    [
        ("http://example.org/feed", True),
        ("https://127.0.0.1:8000/feed", True),
        ("HTTPS://example.org", True),
        ("ftp://example.org/feed", False),
        ("file:///etc/passwd", False),
        ("https://", False),
        ("https://[::1", False),
        ("https://example.org:port", False),
        ("feed.xml", False),
    ],
)
def test_an_address_of_a_web_server_is_http_or_https(address: str, is_one: bool) -> None:
    assert is_one == is_web(address)


@pytest.mark.parametrize(
    ("url", "cited"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c"),
        ("https://me:pw@example.org:8443/a", "https://example.org:8443/a"),
        ("https://example.org/@me", "https://example.org/@me"),
        ("https://example.org/a?id=7&utm_source=rss&UTM_medium=x", "https://example.org/a?id=7"),
        ("https://example.org/a?fbclid=x#c", "https://example.org/a"),
        ("https://example.org/a?b=c%20d&&e", "https://example.org/a?b=c%20d&&e"),
    ],
)
def test_an_address_is_cited_without_what_is_nobodys_business(url: str, cited: str) -> None:
    assert cited == citable(url)
