"""Shows by name, from all layers: what a name means, what is alike, what a shell may complete."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from showstatus.errors import AmbiguousName, NoSuchShow
from showstatus.ledger.fetched import Fetched, Known
from showstatus.ledger.ledger import Ledger
from showstatus.sync import keep
from tests.answers import said, season

SHIPPED = """\
checked = 2023-01-11

[show.the-office-us]
title = "The Office"
qualifier = "US"
ids = { tvmaze = 526 }

[show.the-office-uk]
title = "The Office"
qualifier = "UK"

[show.house-of-the-dragon]
title = "House of the Dragon"
aliases = ["HOTD"]
ids = { imdb = "tt11198330" }

[show.hot-dog]
title = "Hot Dog Days"
"""
MINE = '[show.glow]\ntitle = "GLOW"\n[show.hidden]\ntitle = "Hidden"\nfollowed = false\n'
SHARED = '[show.glow-worms]\ntitle = "GLOW"\n[show.the-wire]\ntitle = "The Wire"\nids = { tvmaze = 179 }\n'


@pytest.fixture
def fetched() -> Iterator[Fetched]:
    one = Fetched(":memory:")
    yield one
    one.close()


@pytest.fixture
def ledger(tmp_path: Path, fetched: Fetched) -> Iterator[Ledger]:
    for name, text in (("shipped", SHIPPED), ("mine", MINE), ("shared", SHARED)):
        (tmp_path / name).write_text(text)
    one = Ledger(
        None,
        shipped=str(tmp_path / "shipped"),
        user=str(tmp_path / "mine"),
        shared={"films": str(tmp_path / "shared")},
        fetched=fetched,
    )
    yield one
    one.close()


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("glow", "glow"),
        ("GLOW", "glow"),
        ("glow-worms", "glow-worms"),
        ("house of the dragon", "house-of-the-dragon"),
        ("hotd", "house-of-the-dragon"),
        ("the office us", "the-office-us"),
        ("The Office (UK)", "the-office-uk"),
        ("office uk", "the-office-uk"),
        ("a office us", "the-office-us"),
        ("wire", "the-wire"),
        ("the wire", "the-wire"),
    ],
)
def test_a_name_means_a_show(ledger: Ledger, name: str, slug: str) -> None:
    assert slug == ledger.resolve(name)


def test_a_name_that_two_shows_bear_is_asked_about(ledger: Ledger) -> None:
    with pytest.raises(AmbiguousName) as refused:
        ledger.resolve("the office")

    assert (("the-office-uk", "The Office (UK)"), ("the-office-us", "The Office (US)")) == refused.value.candidates


def test_a_name_that_none_bears_is_refused_with_what_is_spelt_like_it(ledger: Ledger) -> None:
    with pytest.raises(NoSuchShow) as refused:
        ledger.resolve("House of Dragons")

    assert "House of the Dragon" == refused.value.suggestions[0]
    assert len(refused.value.suggestions) <= 3


@pytest.mark.parametrize(
    ("name", "suggestions"),
    [
        ("dragon house", ["House of the Dragon"]),
        ("wier", ["The Wire"]),
        ("hous", []),
        ("the", []),
        ("dog biscuits", []),
    ],
)
def test_only_what_is_near_enough_is_suggested(ledger: Ledger, name: str, suggestions: list[str]) -> None:
    with pytest.raises(NoSuchShow) as refused:
        ledger.resolve(name)

    assert suggestions == list(refused.value.suggestions)


def test_a_search_gives_the_name_itself_then_what_holds_its_words_then_what_is_spelt_like_it(ledger: Ledger) -> None:
    assert ["glow", "glow-worms"] == sorted(ledger.search("glow"))
    assert "house-of-the-dragon" == ledger.search("dragon house")[0]
    assert ["house-of-the-dragon"] == ledger.search("hous of the dragn", 1)
    assert ["the-office-uk", "the-office-us"] == sorted(ledger.search("office")[:2])
    assert [] == ledger.search("")
    assert [] == ledger.search("qqqq")
    assert 1 == len(ledger.search("the", 1))


def test_what_was_typed_becomes_plain_words(ledger: Ledger) -> None:
    assert ["glow", "glow-worms"] == ledger.complete("gl")
    assert ["GLow", "GLow-worms"] == ledger.complete("GL")
    assert ["hot-dog", "hotd"] == ledger.complete("hot")
    assert [] == ledger.complete("zz")


def test_a_shell_is_never_given_more_than_a_word(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text('[show.a]\ntitle = "x"\naliases = ["glow$(reboot)", "glow;ls", "glow worm"]\n')
    ledger = Ledger(None, shipped=None, user=str(tmp_path / "mine"))

    assert all(
        set(word) <= set("glowreboots-_abcdefghijklmnopqrstuvwxyz0123456789") for word in ledger.complete("glow")
    )
    ledger.close()


def test_you_follow_what_has_a_block_in_your_registry(ledger: Ledger) -> None:
    assert {"glow"} == ledger.followed()
    assert ["glow"] == [entry.show.slug for entry in ledger.entries(followed=True)]
    assert 8 == len(list(ledger.entries(followed=False)))
    slugs = [entry.show.slug for entry in ledger.entries(followed=False)]
    assert slugs == sorted(slugs)


def test_what_others_share_is_not_your_own(ledger: Ledger) -> None:
    everything = {entry.show.slug for entry in ledger.entries(followed=False)}

    assert {"glow-worms", "the-wire"} == everything - ledger.own()
    assert ledger.has("the-wire")
    assert not ledger.has("wire")


def test_titles_and_aliases_are_what_shows_are_called(ledger: Ledger) -> None:
    assert {"GLOW", "The Office", "HOTD", "House of the Dragon", "The Wire", "Hidden", "Hot Dog Days"} == set(
        ledger.titles()
    )
    assert {"glow", "glow-worms"} == ledger.bearers("Glow")
    assert {"house-of-the-dragon"} == ledger.bearers("hotd")
    assert set() == ledger.bearers("office")


@pytest.mark.parametrize(
    ("ids", "slug"),
    [
        ({"tvmaze": 526}, "the-office-us"),
        ({"imdb": "tt11198330"}, "house-of-the-dragon"),
        ({"tvmaze": 179}, "the-wire"),
        ({"tvmaze": 1, "imdb": "tt11198330"}, "house-of-the-dragon"),
        ({"tmdb": 526}, None),
        ({}, None),
    ],
)
def test_ids_mean_a_show(ledger: Ledger, ids: dict[str, str | int], slug: str | None) -> None:
    assert slug == ledger.with_ids(ids)


def test_an_id_that_a_source_told_means_the_show_it_told_it_of(ledger: Ledger, fetched: Fetched) -> None:
    keep(said(season(1, "2017-06-23")), "glow", fetched, dt.date(2023, 1, 11))

    assert "glow" == ledger.with_ids({"tvmaze": 590})
    assert ledger.with_ids({"tvmaze": 591}) is None


def test_a_fingerprint_changes_with_what_is_known_of_its_show_alone(ledger: Ledger, fetched: Fetched) -> None:
    before = ledger.fingerprints()
    assert {entry.show.slug for entry in ledger.entries(followed=False)} == set(before)
    keep(said(season(1, "2017-06-23")), "glow", fetched, dt.date(2023, 1, 11))

    after = ledger.fingerprints()

    assert {"glow"} == {slug for slug in before if before[slug] != after[slug]}
    assert before["glow"] != before["hidden"]


def test_the_digest_changes_with_what_was_fetched(ledger: Ledger, fetched: Fetched) -> None:
    before = ledger.digest
    keep(said(season(1, "2017-06-23")), "glow", fetched, dt.date(2023, 1, 11))

    assert before != ledger.digest


def test_an_entry_holds_what_sources_said_unless_it_is_asked_without(ledger: Ledger, fetched: Fetched) -> None:
    keep(said(season(1, "2017-06-23")), "glow", fetched, dt.date(2023, 1, 11))

    assert ["premiered"] == [claim.kind for claim in ledger.entry("glow").claims]
    assert () == tuple(ledger.entry("glow", with_fetched=False).claims)
    with pytest.raises(NoSuchShow):
        ledger.entry("nothing")


def test_what_was_derived_is_kept_under_its_basis(ledger: Ledger) -> None:
    ledger.cache("a:glow", "basis", "body")
    ledger.cache_all([("a:wire", "basis", "other"), ("b:glow", "basis", "third")])

    assert "body" == ledger.cached("a:glow", "basis")
    assert ledger.cached("a:glow", "another") is None
    assert ledger.cached("a:x", "basis") is None
    assert {"a:glow": ("basis", "body"), "a:wire": ("basis", "other")} == ledger.cached_under("a:")
    ledger.cache("a:glow", "later", "new")
    assert ("new", None) == (ledger.cached("a:glow", "later"), ledger.cached("a:glow", "basis"))


def test_a_search_finds_initials_and_all_words_in_any_order(ledger: Ledger) -> None:
    assert "hot-dog" == ledger.search("HDD")[0]
    assert ["house-of-the-dragon"] == ledger.search("dragon the")[:1]
    assert ["hot-dog"] == ledger.search("days")[:1]
    assert ["the-office-uk", "the-office-us"] == ledger.search("The Office")[:2]


def test_what_cannot_be_kept_is_not_kept_and_no_error(ledger: Ledger) -> None:
    ledger.cache_all([("a", "b", "c"), ("d", "e", None)])  # type: ignore[list-item]

    assert ledger.cached("a", "b") is None
    assert ledger.note is None


def test_an_id_that_a_source_told_of_a_show_that_nobody_knows_means_none(ledger: Ledger, fetched: Fetched) -> None:
    keep(said(season(1, "2017-06-23")), "gone", fetched, dt.date(2023, 1, 11))

    assert ledger.with_ids({"tvmaze": 590}) is None


def test_all_shows_come_with_what_sources_said_of_them(ledger: Ledger, fetched: Fetched) -> None:
    for slug in ("glow", "hidden", "gone"):
        keep(said(season(1, "2017-06-23")), slug, fetched, dt.date(2023, 1, 11))

    claims = {one.show.slug: [claim.kind for claim in one.claims] for one in ledger.entries(followed=False)}
    assert ["premiered"] == claims["glow"] == claims["hidden"]
    assert "gone" not in claims
    assert [] == claims["hot-dog"]
    assert [("glow", 1)] == [(one.show.slug, len(one.claims)) for one in ledger.entries(followed=True)]


def test_doubts_are_those_of_your_registry_or_of_all_and_what_sources_miss(ledger: Ledger, fetched: Fetched) -> None:
    fetched.save("tvmaze", "glow", Known(590, 1, missed=dt.date(2023, 1, 11)), dt.date(2023, 1, 11))
    (Path(ledger.user.path).parent / "shared").write_text("mood = 1\n")

    mine = ledger.diagnose(dt.date(2023, 1, 11), shipped=False)
    assert ["glow: tvmaze has had no show 590 since 2023-01-11"] == [one.message for one in mine]
    again = Ledger(
        None, shipped=None, user=ledger.user.path, shared={"films": str(Path(ledger.user.path).parent / "shared")}
    )
    assert ["unknown key “mood” at the top of the file"] == [
        one.message for one in again.diagnose(dt.date(2023, 1, 11), shipped=True)
    ]
    again.close()
