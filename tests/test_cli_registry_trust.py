"""Shared registries that are broken, hostile, signed or asked for with a secret: what they can do, and cannot."""

from __future__ import annotations

import hashlib
import re

import pytest

from tests.cli import SHIPPED, Cli
from tests.signing import Signer
from tests.standin import Fault, StandIn
from tests.subscribing import (
    CANCELLED,
    FILMS,
    address,
    copies,
    decision,
    nothing_is_kept,
    refreshed,
    serving,
    subscriptions,
)


@pytest.fixture
def online(cli: Cli, standin: StandIn) -> Cli:
    """The command line with a network: the stand-in, which serves films.toml."""
    return serving(cli, standin)


# --- what is refused ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "code", "why"),
    [
        (b"<html>Not here</html>", 1, "HTML instead of a registry"),
        (b"", 1, "no registry"),
        (b"[show.x", 1, "no TOML"),
        (b"x = " + b"[\n" * 50_000, 1, "nested too deep"),
        (b"#" * 10_000_000, 1, "more than 8 million bytes"),
    ],
)
def test_nothing_is_kept_of_what_is_no_registry(
    online: Cli, standin: StandIn, body: bytes, code: int, why: str
) -> None:
    standin.files["/films.toml"] = body

    assert why in online.fails(code, "registry", "add", address(standin))
    assert nothing_is_kept(online)


@pytest.mark.parametrize(
    ("fault", "code", "why"),
    [
        (Fault(404), 5, "it answered 404"),
        (Fault(304), 5, "it answered 304"),
        (Fault(301, headers={"Location": "file:///etc/passwd"}), 1, "redirect to “file”"),
        (Fault(301, headers={"Location": "/films.toml"}), 1, "one redirect after another"),
    ],
)
def test_nothing_is_kept_where_it_is_not(online: Cli, standin: StandIn, fault: Fault, code: int, why: str) -> None:
    standin.fails("/films.toml", *[fault] * 5)

    assert why in online.fails(code, "registry", "add", address(standin))
    assert nothing_is_kept(online)


@pytest.mark.parametrize("kind", ["missing", "folder", "pipe", "long"])
def test_nothing_is_kept_of_a_path_that_is_no_registry(cli: Cli, kind: str) -> None:
    import os

    path = cli.folder / "films.toml"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "long":
        path.write_bytes(b"#" * 8_000_001)

    assert "films.toml" in cli.fails(1 if kind == "long" else 5, "registry", "add", str(path))
    assert nothing_is_kept(cli)


def test_a_hostile_registry_changes_nothing_that_is_not_its_own(online: Cli, standin: StandIn) -> None:
    online.write('[show.heartstopper]\ntags = ["comfort"]\n')
    renewed = next(
        one["id"]
        for one in online.ok("check", "heartstopper", "--json").document["evidence"]
        if one["kind"] == "renewed"
    )
    shipped_claim = SHIPPED[SHIPPED.index('kind = "renewed"') - 30 :]
    copied = shipped_claim[shipped_claim.index("[[claim]]") : shipped_claim.index("[[claim]]", 20)]
    standin.files["/films.toml"] = f"""
[show.heartstopper]
title = "Owned"
tags = ["buy"]
note = "buy"
pin = {{ decision = "ended" }}
followed = true

[show.glow]
followed = true

[show."x\\u001b[31m\\ttab\\u0000"]
title = "Evil\\u001b[31m\\u0007 show\\nof lines"
aliases = ["evil show"]
{copied}
[[claim]]
show = "heartstopper"
kind = "withdrawn"
value = "{renewed}"
on = 2022-06-01

[[claim]]
show = "heartstopper"
kind = "cancelled"
on = 2022-05-19
by = "Somebody"
rank = "official"
""".encode()
    online.ok("registry", "add", address(standin))
    answer = online.ok("check", "heartstopper", "--json").document

    assert ("Heartstopper", ["comfort"], None) == (answer["show"]["title"], answer["tags"], answer["note"])
    assert ("renewed", "Netflix") == (answer["decision"], answer["decided_by"])
    assert {"press"} == {one["rank"] for one in answer["evidence"] if one["origin"] == "registry:films"}
    assert [["heartstopper"]] == [row[:1] for row in online.ok("list").rows]
    found = online.ok("check", "evil show").out
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", found)


def test_a_name_of_yours_or_of_the_shipped_registry_means_no_show_of_another(online: Cli, standin: StandIn) -> None:
    standin.files["/films.toml"] = (
        b'[show.evil]\ntitle = "The House of the"\nqualifier = "Dragon"\naliases = ["HOTD", "Andor"]\n'
        b'[show.severance-2]\ntitle = "Severance"\n'
    )
    online.ok("registry", "add", address(standin))

    for name, show in (("hotd", "house-of-the-dragon"), ("the house of the dragon", "house-of-the-dragon"),
                       ("severance", "severance"), ("andor", "evil"), ("severance-2", "severance-2")):  # fmt: skip
        assert show == online.ok("check", name).pairs["slug"]


def test_a_registry_of_five_thousand_shows_is_taken(online: Cli, standin: StandIn) -> None:
    block = '[show.show-{0}]\ntitle = "Show {0}"\n[[claim]]\nshow = "show-{0}"\nkind = "ended"\non = 2022-01-01\n'
    standin.files["/films.toml"] = "".join(block.format(number) for number in range(5000)).encode()

    assert "5,000 shows, 5,000 claims" in online.ok("registry", "add", address(standin)).out
    assert "ended" == decision(online, "show 4711")


# --- pinned and signed -------------------------------------------------------------------------------------------


def test_a_pinned_hash_takes_that_content_only(online: Cli, standin: StandIn) -> None:
    pin = hashlib.sha256(FILMS.encode()).hexdigest()
    assert "SHA-256 is pinned" in online.fails(1, "registry", "add", address(standin), "--sha256", "0" * 64)
    assert nothing_is_kept(online)
    online.ok("registry", "add", address(standin), "--sha256", pin.upper())
    standin.files["/films.toml"] = (FILMS + CANCELLED).encode()

    assert ("", "") == (refreshed(online).out, refreshed(online).err)
    assert {"films.toml": FILMS} == copies(online)
    assert [["SHA-256"]] == [row[-1:] for row in online.ok("registry", "list").rows]


def test_a_key_takes_only_what_it_signed(online: Cli, standin: StandIn) -> None:
    signer = Signer()
    add = ("registry", "add", address(standin), "--key", signer.public)
    assert "The signature of films" in online.fails(5, *add)
    standin.files["/films.toml.minisig"] = Signer(2).sign(FILMS.encode())
    assert "signature by another key" in online.fails(1, *add)
    standin.files["/films.toml.minisig"] = signer.sign(b"something else")
    assert "signature that does not fit" in online.fails(1, *add)
    standin.files["/films.toml.minisig"] = b"#" * 20_000
    assert "answered with more than" in online.fails(1, *add)
    assert nothing_is_kept(online)

    standin.files["/films.toml.minisig"] = signer.sign(FILMS.encode())
    online.ok(*add)
    standin.files["/films.toml"] = (FILMS + CANCELLED).encode()
    assert "signature that does not fit; what was known stays" in refreshed(online).err
    assert "renewed" == decision(online)
    standin.files["/films.toml.minisig"] = signer.sign(standin.files["/films.toml"])
    assert "" == refreshed(online).err
    assert "cancelled" == decision(online)


def test_a_key_that_is_added_by_hand_holds_from_then_on(online: Cli, standin: StandIn) -> None:
    online.ok("registry", "add", address(standin))
    with subscriptions(online).open("a") as file:
        file.write(f'key = "{Signer().public}"\n')

    assert "The signature of films" in refreshed(online, 5).err
    standin.files["/films.toml.minisig"] = Signer().sign(FILMS.encode())
    assert "" == refreshed(online).err


def test_without_pynacl_a_signature_is_refused_with_how_to_install_it(online: Cli, standin: StandIn) -> None:
    hidden = online.folder / "without"
    (hidden / "nacl").mkdir(parents=True)
    (hidden / "nacl" / "__init__.py").write_text("raise ImportError\n")
    standin.files["/films.toml.minisig"] = Signer().sign(FILMS.encode())
    path = f"{hidden}:{online.environ['PYTHONPATH']}"
    add = ("registry", "add", address(standin), "--key", Signer().public)

    assert "pip install 'showstatus[sign]'" in online.fails(1, *add, PYTHONPATH=path)
    assert nothing_is_kept(online)


# --- secrets -----------------------------------------------------------------------------------------------------


def test_a_secret_in_an_address_is_used_and_never_told(online: Cli, standin: StandIn) -> None:
    where = address(standin, secret="me:hush@", query="?token=hush")
    said = [online.ok("registry", "add", where)]
    path, headers = standin.sent[-1]
    assert ("/films.toml?token=hush", "Basic bWU6aHVzaA==") == (path, headers["authorization"])

    said += [online.ok("registry", "list"), online.ok("registry", "list", "--json"), online.ok("refresh", "--json")]
    standin.fails(
        "/films.toml", Fault(404), Fault(301, headers={"Location": "file:///x"}), Fault(200, b"[x"), Fault(302)
    )
    said += [refreshed(online, code) for code in (5, 0, 0, 5)]
    said += [online.run("registry", "add", where.replace("films.toml", "x.toml")), online.run("registry", "add", where)]
    said += [online.run("registry", *words, where) for words in (["remove"], ["list"], [])]
    said.append(online.ok("registry", "remove", "films", "--json"))

    assert "hush" not in "".join(done.out + done.err for done in said)
    kept = [file for file in (online.folder / "state").rglob("*") if file.is_file() and b"hush" in file.read_bytes()]
    assert [] == kept


def test_a_secret_is_not_carried_to_another_host(online: Cli, standin: StandIn) -> None:
    other = StandIn()
    other.files["/films.toml"] = FILMS.encode()
    standin.fails("/films.toml", Fault(302, headers={"Location": f"{other.url}/films.toml"}))
    online.ok("registry", "add", address(standin, secret="me:hush@"))
    other.close()

    assert [(path, None) for path, _ in other.sent] == [(path, sent.get("authorization")) for path, sent in other.sent]
    assert 1 == len(other.sent)
