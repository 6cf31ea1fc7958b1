"""Shared registries at the command line: subscribed to, refreshed, hostile, shrunk, signed, and taken away again."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli import SHIPPED, Cli, Done, plain
from tests.signing import Signer
from tests.standin import Fault, StandIn

FILMS = """\
checked = 2022-12-31

[show.andor]
title = "Andor"
platform = "Disney+"

[[claim]]
show = "andor"
kind = "premiered"
season = 1
value = 2022-09-21
by = "Disney+"

[[claim]]
show = "andor"
kind = "renewed"
season = 2
on = 2022-10-01
by = "Variety"
reports = "Disney+"
url = "https://example.org/andor"
"""
CANCELLED = """
[[claim]]
show = "andor"
kind = "cancelled"
on = 2023-01-05
by = "Disney+"
url = "https://example.org/cancelled"
"""
NOW = "2023-01-11"


@pytest.fixture
def web() -> Iterator[StandIn]:
    standin = StandIn()
    yield standin
    standin.close()


@pytest.fixture
def online(cli: Cli, web: StandIn) -> Cli:
    """The command line with a network: the stand-in, which serves films.toml."""
    cli.environ |= {"SHOWSTATUS_OFFLINE": "", "SHOWSTATUS_TVMAZE_URL": web.url}
    web.files["/films.toml"] = FILMS.encode()
    return cli


def address(web: StandIn, *, secret: str = "", query: str = "", file: str = "films.toml") -> str:
    return f"http://{secret}{web.url.removeprefix('http://')}/{file}{query}"


def subscriptions(cli: Cli) -> Path:
    return cli.folder / "config" / "showstatus" / "registries.toml"


def copies(cli: Cli) -> dict[str, str]:
    """What is in each copy, by file name; leftovers of writing would show as well."""
    folder = cli.folder / "state" / "showstatus" / "registries"
    return {path.name: path.read_text() for path in folder.iterdir()} if folder.is_dir() else {}


def nothing_is_kept(cli: Cli) -> bool:
    path = subscriptions(cli)
    return copies(cli) == {} and (not path.exists() or path.read_text() == "")


def decision(cli: Cli, show: str = "andor") -> str:
    return cli.ok("check", show).pairs["decision"]


def refreshed(cli: Cli, code: int = 0) -> Done:
    done = cli.run("refresh", "--quiet")
    assert code == done.code, done.err
    return done


# --- add, list, remove -------------------------------------------------------------------------------------------


def test_what_a_registry_claims_is_known_once_it_is_subscribed_to(online: Cli, web: StandIn) -> None:
    online.fails(3, "check", "andor")
    added = online.ok("registry", "add", address(web))

    assert "You subscribe to films: 1 show, 2 claims.\n" == added.out
    assert "renewed" == decision(online)
    evidence = online.ok("check", "andor", "--json").document["evidence"]
    assert {"registry:films"} == {one["origin"] for one in evidence}


def test_an_id_of_a_shared_registry_never_stands_before_one_of_the_shipped(cli: Cli, tmp_path: Path) -> None:
    cli.ship('[show.dark]\ntitle = "Dark"\nids = { tvmaze = 7 }\n')
    path = tmp_path / "films.toml"
    path.write_text('[show.other]\ntitle = "Other"\nids = { tvmaze = 7 }\n')
    cli.ok("registry", "add", str(path))

    assert "You follow Dark.\n" == cli.ok("add", "--id", "tvmaze:7").out


def test_a_subscription_is_listed_with_how_far_it_reaches_and_when_it_came(online: Cli, web: StandIn) -> None:
    online.ok("registry", "add", address(web))

    assert [["films", address(web), "1", "2", "2022-12-31", NOW, ""]] == online.ok("registry", "list").rows
    assert [
        {
            "name": "films",
            "origin": "registry:films",
            "address": address(web),
            "sha256": None,
            "key": None,
            "shows": 1,
            "claims": 2,
            "checked": "2022-12-31",
            "fetched": NOW,
        }
    ] == online.ok("registry", "list", "--json").document["registries"]
    shown = plain(online.terminal("registry", "list", columns=100))
    assert ["films", "1", "2", "11 January 2023", address(web)] == re.split(r"  +", shown.splitlines()[1].strip())


def test_none_is_an_answer_too(cli: Cli) -> None:
    assert "" == cli.ok("registry", "list").out
    assert [] == cli.ok("registry", "list", "--json").document["registries"]
    assert "You subscribe to no shared registry." in cli.terminal("registry", "list")
    assert [] == cli.ok("registry", "list", "--fields", "name").document["registries"]


def test_removing_one_takes_its_claims_away(online: Cli, web: StandIn) -> None:
    online.ok("registry", "add", address(web))
    removed = online.ok("registry", "remove", "films", "--json").document

    assert ("removed", ["films"]) == (removed["action"], [one["name"] for one in removed["registries"]])
    assert nothing_is_kept(online)
    online.fails(3, "check", "andor")
    assert "You subscribe to no registry “films”" in online.fails(2, "registry", "remove", "films")


def test_a_path_works_offline_and_its_copy_outlives_what_becomes_of_it(cli: Cli) -> None:
    path = cli.folder / "films.toml"
    path.write_text(FILMS)
    cli.ok("registry", "add", str(path), "--name", "mine")
    path.write_text("[damaged")

    assert "renewed" == decision(cli)
    assert {"mine.toml": FILMS} == copies(cli)


def test_an_address_needs_a_connection(cli: Cli) -> None:
    assert "offline" in cli.fails(5, "registry", "add", "https://example.org/films.toml")
    assert nothing_is_kept(cli)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["frob"], "“frob” is none of add, list, remove"),
        (["add"], "add what?"),
        (["remove"], "remove what?"),
        (["list", "films"], "too much"),
        (["list", "--name", "x"], "describe a registry that is added"),
        (["add", "http://example.org/films.toml"], "neither https nor the path of a file"),
        (["add", "ftp://example.org/films.toml"], "neither https nor the path of a file"),
        (["add", "file:///etc/hosts"], "neither https nor the path of a file"),
        (["add", "https://example.org/shows.toml", "--name", "../x"], "is no plain word"),
        (["add", "/x.toml", "--name", "Films"], "is no plain word"),
        (["add", "/x.toml", "--sha256", "abc"], "sha256 is not 64 hexadecimal digits"),
        (["add", "/x.toml", "--key", "abc"], "it is no minisign public key"),
        (["add", "/shows.toml"], "Say so with --name"),
    ],
)
def test_what_cannot_be_asked_for_is_a_mistake_of_the_command_line(cli: Cli, words: list[str], why: str) -> None:
    assert why in cli.fails(2, "registry", *words)
    assert nothing_is_kept(cli)


def test_what_is_wrong_in_one_place_is_left_out_and_told(online: Cli, web: StandIn) -> None:
    web.files["/films.toml"] = (FILMS + '[[claim]]\nshow = "andor"\nkind = "frobbed"\n').encode()
    added = online.ok("registry", "add", address(web))

    assert "1 show, 2 claims" in added.out
    assert "Left out of it, as wrong: 1 thing; the first: claim “frobbed” about “andor”" in added.err


def test_a_name_is_given_once(online: Cli, web: StandIn) -> None:
    online.ok("registry", "add", address(web))

    assert "already" in online.fails(2, "registry", "add", address(web))
    assert 1 == len(online.ok("registry", "list").rows)


def test_a_field_that_nobody_has_changes_nothing(online: Cli, web: StandIn) -> None:
    assert "There is no field “x”" in online.fails(2, "registry", "add", address(web), "--fields", "x")
    assert nothing_is_kept(online)


@pytest.mark.parametrize("words", [["list"], ["remove", "films"], ["add", "/films.toml"]])
def test_a_damaged_file_of_subscriptions_is_never_written_over(cli: Cli, words: list[str]) -> None:
    subscriptions(cli).parent.mkdir(parents=True)
    subscriptions(cli).write_text("[registry.films\n")

    assert "registries.toml, line 1" in cli.fails(6, "registry", *words)
    assert "[registry.films\n" == subscriptions(cli).read_text()


def test_a_refresh_stops_at_a_damaged_file_of_subscriptions(online: Cli) -> None:
    subscriptions(online).parent.mkdir(parents=True)
    subscriptions(online).write_text("[registry.films]\naddress = 3\n")

    assert "[registry.films]: address is no text" in online.fails(6, "refresh")


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
def test_nothing_is_kept_of_what_is_no_registry(online: Cli, web: StandIn, body: bytes, code: int, why: str) -> None:
    web.files["/films.toml"] = body

    assert why in online.fails(code, "registry", "add", address(web))
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
def test_nothing_is_kept_where_it_is_not(online: Cli, web: StandIn, fault: Fault, code: int, why: str) -> None:
    web.fails("/films.toml", *[fault] * 5)

    assert why in online.fails(code, "registry", "add", address(web))
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


def test_a_hostile_registry_changes_nothing_that_is_not_its_own(online: Cli, web: StandIn) -> None:
    online.write('[show.heartstopper]\ntags = ["comfort"]\n')
    renewed = next(
        one["id"]
        for one in online.ok("check", "heartstopper", "--json").document["evidence"]
        if one["kind"] == "renewed"
    )
    shipped_claim = SHIPPED[SHIPPED.index('kind = "renewed"') - 30 :]
    copied = shipped_claim[shipped_claim.index("[[claim]]") : shipped_claim.index("[[claim]]", 20)]
    web.files["/films.toml"] = f"""
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
    online.ok("registry", "add", address(web))
    answer = online.ok("check", "heartstopper", "--json").document

    assert ("Heartstopper", ["comfort"], None) == (answer["show"]["title"], answer["tags"], answer["note"])
    assert ("renewed", "Netflix") == (answer["decision"], answer["decided_by"])
    assert {"press"} == {one["rank"] for one in answer["evidence"] if one["origin"] == "registry:films"}
    assert [["heartstopper"]] == [row[:1] for row in online.ok("list").rows]
    found = online.ok("check", "evil show").out
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", found)


def test_a_name_of_yours_or_of_the_shipped_registry_means_no_show_of_another(online: Cli, web: StandIn) -> None:
    web.files["/films.toml"] = (
        b'[show.evil]\ntitle = "The House of the"\nqualifier = "Dragon"\naliases = ["HOTD", "Andor"]\n'
        b'[show.severance-2]\ntitle = "Severance"\n'
    )
    online.ok("registry", "add", address(web))

    for name, show in (("hotd", "house-of-the-dragon"), ("the house of the dragon", "house-of-the-dragon"),
                       ("severance", "severance"), ("andor", "evil"), ("severance-2", "severance-2")):  # fmt: skip
        assert show == online.ok("check", name).pairs["slug"]


def test_a_registry_of_five_thousand_shows_is_taken(online: Cli, web: StandIn) -> None:
    block = '[show.show-{0}]\ntitle = "Show {0}"\n[[claim]]\nshow = "show-{0}"\nkind = "ended"\non = 2022-01-01\n'
    web.files["/films.toml"] = "".join(block.format(number) for number in range(5000)).encode()

    assert "5000 shows, 5000 claims" in online.ok("registry", "add", address(web)).out
    assert "ended" == decision(online, "show 4711")


# --- pinned and signed -------------------------------------------------------------------------------------------


def test_a_pinned_hash_takes_that_content_only(online: Cli, web: StandIn) -> None:
    pin = hashlib.sha256(FILMS.encode()).hexdigest()
    assert "SHA-256 is pinned" in online.fails(1, "registry", "add", address(web), "--sha256", "0" * 64)
    assert nothing_is_kept(online)
    online.ok("registry", "add", address(web), "--sha256", pin.upper())
    web.files["/films.toml"] = (FILMS + CANCELLED).encode()

    assert ("", "") == (refreshed(online).out, refreshed(online).err)
    assert {"films.toml": FILMS} == copies(online)
    assert [["SHA-256"]] == [row[-1:] for row in online.ok("registry", "list").rows]


def test_a_key_takes_only_what_it_signed(online: Cli, web: StandIn) -> None:
    signer = Signer()
    add = ("registry", "add", address(web), "--key", signer.public)
    assert "The signature of films" in online.fails(5, *add)
    web.files["/films.toml.minisig"] = Signer(2).sign(FILMS.encode())
    assert "signature by another key" in online.fails(1, *add)
    web.files["/films.toml.minisig"] = signer.sign(b"something else")
    assert "signature that does not fit" in online.fails(1, *add)
    web.files["/films.toml.minisig"] = b"#" * 20_000
    assert "answered with more than" in online.fails(1, *add)
    assert nothing_is_kept(online)

    web.files["/films.toml.minisig"] = signer.sign(FILMS.encode())
    online.ok(*add)
    web.files["/films.toml"] = (FILMS + CANCELLED).encode()
    assert "signature that does not fit; what was known stays" in refreshed(online).err
    assert "renewed" == decision(online)
    web.files["/films.toml.minisig"] = signer.sign(web.files["/films.toml"])
    assert "" == refreshed(online).err
    assert "cancelled" == decision(online)


def test_a_key_that_is_added_by_hand_holds_from_then_on(online: Cli, web: StandIn) -> None:
    online.ok("registry", "add", address(web))
    with subscriptions(online).open("a") as file:
        file.write(f'key = "{Signer().public}"\n')

    assert "The signature of films" in refreshed(online, 5).err
    web.files["/films.toml.minisig"] = Signer().sign(FILMS.encode())
    assert "" == refreshed(online).err


def test_without_pynacl_a_signature_is_refused_with_how_to_install_it(online: Cli, web: StandIn) -> None:
    hidden = online.folder / "without"
    (hidden / "nacl").mkdir(parents=True)
    (hidden / "nacl" / "__init__.py").write_text("raise ImportError\n")
    web.files["/films.toml.minisig"] = Signer().sign(FILMS.encode())
    path = f"{hidden}:{online.environ['PYTHONPATH']}"
    add = ("registry", "add", address(web), "--key", Signer().public)

    assert "pip install 'showstatus[sign]'" in online.fails(1, *add, PYTHONPATH=path)
    assert nothing_is_kept(online)


# --- refresh -----------------------------------------------------------------------------------------------------


def test_a_refresh_asks_only_for_what_is_new_and_tells_what_it_changes(online: Cli, web: StandIn) -> None:
    online.ok("registry", "add", address(web))
    online.ok("add", "andor")
    assert ("", "") == (refreshed(online).out, refreshed(online).err)
    assert ["/films.toml"] * 2 == web.unchanged

    web.files["/films.toml"] = (FILMS + CANCELLED).encode()
    assert "Andor: cancelled (was renewed).\n" == refreshed(online).out
    assert ("", "") == (refreshed(online).out, refreshed(online).err)
    assert [["2023-01-11", "andor"]] == [row[:2] for row in online.ok("changes").rows]


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ({"ETag": 'W/"1"'}, {"if-none-match": 'W/"1"'}),
        ({"Last-Modified": "Tue, 10 Jan 2023 00:00:00 GMT"}, {"if-modified-since": "Tue, 10 Jan 2023 00:00:00 GMT"}),
        ({"ETag": "x" * 600, "Last-Modified": "caf\u00e9"}, {}),  # nothing that could be sent back
    ],
)
def test_a_refresh_sends_back_what_the_server_said_about_the_last_issue(
    online: Cli, web: StandIn, told: dict[str, str], asked: dict[str, str]
) -> None:
    web.fails("/films.toml", Fault(200, FILMS.encode(), told))
    online.ok("registry", "add", address(web))
    refreshed(online)
    headers = next(headers for path, headers in reversed(web.sent) if path == "/films.toml")

    assert asked == {name: value for name, value in headers.items() if name.startswith("if-")}


def test_a_dry_run_tells_the_same_and_keeps_nothing(online: Cli, web: StandIn) -> None:
    online.ok("registry", "add", address(web))
    online.ok("add", "andor")
    refreshed(online)
    web.files["/films.toml"] = (FILMS + CANCELLED).encode()

    for _ in range(2):
        tried = online.ok("refresh", "--dry-run", "--json").document
        assert (["films"], ["cancelled"]) == (
            tried["updated_registries"], [one["after"] for one in tried["changes"] if one["what"] == "decision"],
        )  # fmt: skip
    assert {"films.toml": FILMS} == copies(online)
    assert "cancelled" in refreshed(online).out


def test_a_path_is_read_anew_at_each_refresh(online: Cli) -> None:
    path = online.folder / "films.toml"
    path.write_text(FILMS)
    online.ok("registry", "add", str(path))
    path.write_text(FILMS + CANCELLED)
    assert "New issues of shared registries: films." in online.ok("refresh").err
    path.unlink()

    assert "could not be read" in refreshed(online, 5).err
    assert "cancelled" == decision(online)


@pytest.mark.parametrize("left", [FILMS[: FILMS.index("[[claim]]")], "[[claim", "<html>"])
def test_an_update_that_is_empty_or_damaged_is_told_and_not_obeyed(online: Cli, web: StandIn, left: str) -> None:
    online.ok("registry", "add", address(web))
    web.files["/films.toml"] = left.encode()
    done = refreshed(online)

    assert 1 == len(done.err.splitlines())
    assert "what was known stays" in done.err
    assert {"films.toml": FILMS} == copies(online)


def test_an_update_that_shrinks_is_obeyed_where_the_user_points_to_another_address(online: Cli, web: StandIn) -> None:
    online.ok("registry", "add", address(web))
    web.files["/other.toml"] = FILMS[: FILMS.index("[[claim]]")].encode()
    subscriptions(online).write_text(subscriptions(online).read_text().replace("/films.toml", "/other.toml"))
    refreshed(online)

    assert {"films.toml": web.files["/other.toml"].decode()} == copies(online)


def test_one_registry_that_fails_spoils_nothing_for_the_others(online: Cli, web: StandIn) -> None:
    for name in ("a", "b", "c"):
        web.files[f"/{name}.toml"] = FILMS.replace("andor", f"andor-{name}").encode()
        online.ok("registry", "add", address(web, file=f"{name}.toml"))
        web.files[f"/{name}.toml"] = (FILMS + CANCELLED).replace("andor", f"andor-{name}").encode()
    web.files["/a.toml"] = b"[damaged"
    del web.files["/b.toml"]
    done = refreshed(online, 5)

    assert ["registry b ", "registry a "] == re.findall(r"registry \w ", done.err)
    assert ["renewed", "renewed", "cancelled"] == [decision(online, f"andor-{name}") for name in ("a", "b", "c")]


def test_a_copy_is_asked_for_anew_where_it_is_gone(online: Cli, web: StandIn) -> None:
    online.ok("registry", "add", address(web))
    (online.folder / "state" / "showstatus" / "registries" / "films.toml").unlink()
    refreshed(online)

    assert ({"films.toml": FILMS}, []) == (copies(online), web.unchanged)


def test_a_copy_that_was_damaged_is_mended_by_the_next_refresh(online: Cli, web: StandIn) -> None:
    online.ok("registry", "add", address(web))
    (online.folder / "state" / "showstatus" / "registries" / "films.toml").write_text("[damaged")
    online.fails(6, "check", "andor")
    refreshed(online)

    assert ("renewed", {"films.toml": FILMS}) == (decision(online), copies(online))


def test_what_is_taken_out_of_the_file_by_hand_is_gone_with_the_next_refresh(online: Cli, web: StandIn) -> None:
    online.ok("registry", "add", address(web))
    subscriptions(online).write_text("# none\n")
    assert [["films", ""]] == [row[:2] for row in online.ok("registry", "list").rows]

    assert "you subscribe to it no longer" in refreshed(online).err
    assert ({}, "") == (copies(online), refreshed(online).err)


def test_a_file_of_subscriptions_that_is_missing_takes_nothing_away(online: Cli, web: StandIn) -> None:
    online.ok("registry", "add", address(web))
    subscriptions(online).unlink()
    refreshed(online)

    assert {"films.toml": FILMS} == copies(online)
    online.ok("registry", "remove", "films")
    assert {} == copies(online)


def test_two_registries_may_know_one_show(online: Cli, web: StandIn) -> None:
    web.files["/more.toml"] = (FILMS + CANCELLED).encode()
    online.ok("registry", "add", address(web))
    online.ok("registry", "add", address(web, file="more.toml"))

    assert "cancelled" == decision(online)
    online.ok("registry", "remove", "more")
    assert "renewed" == decision(online)


# --- the shipped registry ----------------------------------------------------------------------------------------


def test_a_newer_issue_of_the_shipped_registry_takes_its_place_until_the_program_brings_a_newer_one(
    online: Cli, web: StandIn
) -> None:
    newer = SHIPPED.replace("checked = 2023-01-11", "checked = 2023-02-01").replace('title = "GLOW"', 'title = "Glow!"')
    web.files["/shows.toml"] = newer.encode()
    online.ok("registry", "add", address(web, file="shows.toml"), "--name", "shipped")

    answer = online.ok("check", "glow", "--json").document
    assert ("Glow!", {"shipped"}) == (answer["show"]["title"], {one["origin"] for one in answer["evidence"]})
    assert [["shipped", "shipped"]] == [
        [one["name"], one["origin"]] for one in online.ok("registry", "list", "--json").document["registries"]
    ]
    online.ship(SHIPPED.replace("checked = 2023-01-11", "checked = 2023-02-02"))
    assert "GLOW" == online.ok("check", "glow").pairs["show"]


def test_the_shipped_registry_that_is_switched_off_stays_off(online: Cli, web: StandIn) -> None:
    online.ok("registry", "add", address(web), "--name", "shipped")

    online.fails(3, "check", "andor", SHOWSTATUS_SHIPPED="")


# --- secrets -----------------------------------------------------------------------------------------------------


def test_a_secret_in_an_address_is_used_and_never_told(online: Cli, web: StandIn) -> None:
    where = address(web, secret="me:hush@", query="?token=hush")
    said = [online.ok("registry", "add", where)]
    path, headers = web.sent[-1]
    assert ("/films.toml?token=hush", "Basic bWU6aHVzaA==") == (path, headers["authorization"])

    said += [online.ok("registry", "list"), online.ok("registry", "list", "--json"), online.ok("refresh", "--json")]
    web.fails("/films.toml", Fault(404), Fault(301, headers={"Location": "file:///x"}), Fault(200, b"[x"), Fault(302))
    said += [refreshed(online, code) for code in (5, 0, 0, 5)]
    said += [online.run("registry", "add", where.replace("films.toml", "x.toml")), online.run("registry", "add", where)]
    said += [online.run("registry", *words, where) for words in (["remove"], ["list"], [])]
    said.append(online.ok("registry", "remove", "films", "--json"))

    assert "hush" not in "".join(done.out + done.err for done in said)
    kept = [file for file in (online.folder / "state").rglob("*") if file.is_file() and b"hush" in file.read_bytes()]
    assert [] == kept


def test_a_secret_is_not_carried_to_another_host(online: Cli, web: StandIn) -> None:
    other = StandIn()
    other.files["/films.toml"] = FILMS.encode()
    web.fails("/films.toml", Fault(302, headers={"Location": f"{other.url}/films.toml"}))
    online.ok("registry", "add", address(web, secret="me:hush@"))
    other.close()

    assert [(path, None) for path, _ in other.sent] == [(path, sent.get("authorization")) for path, sent in other.sent]
    assert 1 == len(other.sent)
