"""Layers of a ledger become one show with its claims: keys, ranks by default, and when a claim counts."""

from __future__ import annotations

import datetime as dt

import pytest

from showstatus.claims import CastMember, Claim, Instalment
from showstatus.dates import FIRST_DAY, parse_edtf
from showstatus.ledger.book import Entry, Layer, entry, outline
from showstatus.shows import Pin, Show
from tests.registries import layer, told

SHIPPED = """\
checked = 2024-06-30
[show.x]
title = "Harbour Lights"
platform = "Netflix"
country = "GB"
genres = ["Drama"]
aliases = ["HL"]
ids = { imdb = "tt1", tmdb = 1 }

[[claim]]
show = "x"
kind = "renewed"
season = 2
on = 2024-03-01
by = "Netflix"
"""


def merged(users: str, origin: str = "user") -> Entry:
    """The shipped show with a layer over it."""
    return entry("x", [layer(SHIPPED, "x", "shipped"), layer(users, "x", origin)])


def one(claim: str, show: str = 'platform = "Netflix"') -> Claim:
    (found,) = told(claim, show=show).claims
    return found


# --- shows -------------------------------------------------------------------------------------------------------


def test_a_layer_merges_over_the_one_before_key_by_key() -> None:
    show = merged('[show.x]\ntitle = "Harbor Lights"\ntags = ["comfort"]\nnote = "with Mum"\n').show

    assert (
        Show(
            slug="x",
            title="Harbor Lights",
            platform="Netflix",
            country="GB",
            genres=("Drama",),
            aliases=("HL",),
            ids={"imdb": "tt1", "tmdb": 1},
            tags=("comfort",),
            note="with Mum",
            followed=True,
        )
        == show
    )


def test_ids_merge_one_by_one_and_aliases_add_up() -> None:
    show = merged('[show.x]\naliases = ["HL", "Lights"]\nids = { tmdb = 2, tvmaze = 3 }\n').show

    assert ({"imdb": "tt1", "tmdb": 2, "tvmaze": 3}, ("HL", "Lights")) == (show.ids, show.aliases)


def test_a_show_is_followed_when_the_users_registry_has_a_block_for_it() -> None:
    assert not entry("x", [layer(SHIPPED, "x", "shipped")]).show.followed
    assert not merged('[[claim]]\nshow = "x"\nkind = "ended"\n').show.followed
    assert merged("[show.x]\n").show.followed
    assert not merged("[show.x]\nfollowed = false\n").show.followed


def test_a_pin_has_a_decision_and_may_have_an_end() -> None:
    show = merged('[show.x]\npin = { decision = "renewed", until = 2027-01-01 }\n').show

    assert Pin(decision="renewed", until=parse_edtf("2027-01-01")) == show.pin
    assert Pin(decision="ended") == merged('[show.x]\npin = { decision = "ended" }\n').show.pin


def test_a_show_without_a_title_is_called_by_its_slug() -> None:
    assert "Harbour Lights" == entry("harbour-lights", [Layer("user", {}, [])]).show.title


def test_a_key_that_is_wrong_leaves_the_one_of_the_layer_before() -> None:
    assert "Harbour Lights" == merged("[show.x]\ntitle = 3\n").show.title


# --- claims of several layers ------------------------------------------------------------------------------------


def test_claims_of_all_layers_add_up() -> None:
    found = merged('[[claim]]\nshow = "x"\nkind = "cancelled"\non = 2024-09-01\nby = "Variety"\n').claims

    assert [("renewed", "shipped"), ("cancelled", "user")] == [(claim.kind, claim.origin) for claim in found]


def test_a_claim_that_is_in_two_layers_is_one() -> None:
    assert ["shipped"] == [claim.origin for claim in merged(SHIPPED).claims]


def test_an_outline_knows_the_claims_of_its_entry_before_they_are_made_out() -> None:
    (renewed,) = merged("").claims
    theirs = f'[[claim]]\nshow = "x"\nkind = "withdrawn"\nvalue = "{renewed.id}"\non = 2024-04-01\n'
    mine = '[[claim]]\nshow = "x"\nkind = "cancelled"\non = 2024-05-01\n'
    known = outline(
        "x", [layer(theirs, "x", "registry:a"), layer(SHIPPED, "x", "shipped"), layer(SHIPPED + mine, "x", "user")]
    )

    assert 2 == len(known.entry().claims)
    assert known.claim_ids == {claim.id for claim in known.entry().claims}
    assert known.show == known.entry().show


def test_an_entry_reaches_as_far_as_its_newest_layer() -> None:
    assert dt.date(2024, 6, 30) == merged("").checked
    assert dt.date(2025, 1, 31) == merged('checked = "2025-01"\n').checked
    assert None is told().checked


def test_everything_a_claim_says_is_read() -> None:
    text = """
[[claim]]
show = "x"
kind = "saved"
seasons = [3, 2]
part = 1
said = "two more"
on = "2024-05"
by = "A"
reports = "B"
url = "https://c"
platform = "D"
"""
    (claim,) = entry("x", [layer(text, "x")]).claims

    assert ("x", "saved", (Instalment(2, 1), Instalment(3, 1)), "2024-05") == (
        claim.show, claim.kind, claim.instalments, str(claim.on),
    )  # fmt: skip
    assert ("two more", "A", "B", "https://c", "D", "user", 2) == (
        claim.said, claim.by, claim.reports, claim.url, claim.platform, claim.origin, claim.line,
    )  # fmt: skip


def test_what_a_claim_does_not_say_is_left_open() -> None:
    (claim,) = entry("x", [layer('[[claim]]\nshow = "x"\nkind = "ended"\n', "x")]).claims

    assert Claim(id=claim.id, show="x", kind="ended", line=1) == claim


def test_films_specials_parts_counts_and_casts_are_read() -> None:
    film = one('kind = "film-ordered", film = "F", concludes = true')
    special = one('kind = "ordered", special = "S"')
    split = one('kind = "split", season = 5, parts = ["Volume 1", "Volume 2"]')
    episodes = one('kind = "episodes", season = 5, value = 8')
    cast = one('kind = "cast", cast = [{ actor = "A", character = "B", since = 2 }, { actor = "C" }], left = ["D"]')

    assert ((Instalment(0, 0, "film", "F"),), True) == (film.instalments, film.concludes)
    assert (Instalment(0, 0, "special", "S"),) == special.instalments
    assert ("Volume 1", "Volume 2") == split.parts
    assert (8, None) == (episodes.count, episodes.value)
    assert ((CastMember("A", "B", 2), CastMember("C")), ("D",)) == (cast.cast, cast.left)


def test_a_withdrawal_names_the_id_of_a_claim_even_where_it_looks_like_a_year() -> None:
    claim = one('kind = "withdrawn", value = "2023"')

    assert ("2023", None) == (claim.target, claim.value)


# --- ranks by default --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("by", "rank"),
    [
        ('by = "Netflix"', "official"),
        ('by = "NETFLIX"', "official"),
        ('by = "Variety", reports = "Netflix"', "press"),
        ('by = "TMDB"', "database"),
        ('by = "TVmaze"', "database"),
        ("", "press"),
        ('by = "Netflix", rank = "inferred"', "inferred"),
        ('by = "TMDB", rank = "press"', "press"),
    ],
)
def test_the_rank_of_a_claim_follows_from_who_published_it(by: str, rank: str) -> None:
    assert rank == one(f'kind = "renewed", season = 2, {by}'.removesuffix(", ")).rank


def test_the_platform_that_saved_a_show_is_official_too() -> None:
    show = told(
        'kind = "saved", season = 2, platform = "Starz", on = 2024-01-01, by = "Starz"',
        'kind = "date-announced", season = 2, value = "2024-05-01", on = 2024-02-01, by = "Starz"',
        show='platform = "HBO Max"',
    )

    assert ["official", "official"] == [claim.rank for claim in show.claims]


@pytest.mark.parametrize(
    ("origin", "rank"), [("tvmaze", "database"), ("tmdb", "database"), ("registry:lists", "press")]
)
def test_what_was_fetched_from_a_database_has_its_rank_whoever_is_named(origin: str, rank: str) -> None:
    claims = merged('[[claim]]\nshow = "x"\nkind = "ended"\non = 2024-09-01\n', origin).claims

    assert rank == claims[-1].rank


# --- when a claim counts -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("claim", "with_checked", "without"),
    [
        ('kind = "renewed", season = 2, on = "2024-05"', "2024-05-31", "2024-05-31"),
        ('kind = "premiered", season = 1, value = "2024-05"', "2024-05-31", "2024-05-31"),
        ('kind = "finale", season = 1, value = "2024-05-07"', "2024-05-07", "2024-05-07"),
        ('kind = "filming-wrapped", season = 1, value = "2024-05-07"', "2024-06-30", "2024-05-07"),
        ('kind = "window-announced", season = 2, value = "2025"', "2024-06-30", "0001-01-01"),
        ('kind = "renewed", season = 2', "2024-06-30", "0001-01-01"),
    ],
)
def test_a_claim_counts_from_its_on_else_its_value_else_from_when_the_registry_was_checked(
    claim: str, with_checked: str, without: str
) -> None:
    text = f'claim = [{{ show = "x", {claim} }}]\n'
    found = [entry("x", [layer(before + text, "x")]).claims[0] for before in ("checked = 2024-06-30\n", "")]

    assert [with_checked, without] == [found_claim.counts_from.isoformat() for found_claim in found]
    assert FIRST_DAY.isoformat() == "0001-01-01"


def test_a_show_may_tell_its_own_checked_day() -> None:
    claim = 'kind = "ended"'
    text = f'checked = 2024-06-30\n[show.x]\nchecked = 2023-01-01\n[[claim]]\nshow = "x"\n{claim}\n'
    found = entry("x", [layer(text, "x", "shipped")])

    assert (dt.date(2023, 1, 1), dt.date(2023, 1, 1)) == (found.checked, found.claims[0].counts_from)
