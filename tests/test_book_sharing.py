"""What a shared registry may not do to a show: say what is personal, rename it, outrank or take back claims."""

from __future__ import annotations

import pytest

from showstatus.claims import Claim
from showstatus.ledger.book import Entry, entry
from showstatus.weighing import withdrawn_ids
from tests.registries import layer
from tests.test_book import SHIPPED

FILMS = "registry:films"


def shared(theirs: str, users: str = "", *, name: str = FILMS) -> Entry:
    """The shipped show between a shared registry and the user's own."""
    layers = [layer(theirs, "x", name), layer(SHIPPED, "x", "shipped"), layer(users, "x")]
    return entry("x", layers)


def from_films(found: Entry) -> list[Claim]:
    return [claim for claim in found.claims if claim.origin == FILMS]


def test_a_shared_registry_says_nothing_personal() -> None:
    theirs = (
        '[show.x]\ntags = ["buy"]\nnote = "mine"\npin = { decision = "ended" }\nfollowed = true\naliases = ["Lights"]\n'
    )
    show = shared(theirs).show

    assert ((), None, None, False) == (show.tags, show.note, show.pin, show.followed)
    assert {"HL", "Lights"} == {*show.aliases}


def test_a_shared_registry_does_not_rename_a_shipped_show_or_point_it_elsewhere() -> None:
    show = shared('[show.x]\ntitle = "Wrong"\nplatform = "Evil"\nids = { imdb = "tt666", tvmaze = 7 }\n').show

    assert ("Harbour Lights", "Netflix") == (show.title, show.platform)
    assert {"imdb": "tt1", "tmdb": 1} == show.ids


def test_a_shared_registry_gives_the_ids_of_a_show_that_has_none() -> None:
    theirs = layer("[show.y]\nids = { tvmaze = 7 }\n", "y", FILMS)

    assert {"tvmaze": 7} == entry("y", [theirs, layer("[show.y]\n", "y")]).show.ids


@pytest.mark.parametrize(
    ("said", "rank"),
    [
        ('by = "Somebody", rank = "official"', "press"),
        ('by = "TMDB", rank = "official"', "database"),
        ('rank = "official"', "press"),
        ('by = "Netflix"', "official"),
        ('by = "Netflix", rank = "inferred"', "inferred"),
    ],
)
def test_a_shared_claim_weighs_what_it_cites_whatever_rank_it_gives_itself(said: str, rank: str) -> None:
    theirs = f'claim = [{{ show = "x", kind = "cancelled", on = 2024-09-01, {said} }}]\n'

    assert [rank] == [claim.rank for claim in from_films(shared(theirs))]


@pytest.mark.parametrize(
    ("mine", "rank"),
    [
        ('kind = "renewed", season = 3, by = "My newspaper"', "press"),
        ('kind = "renewed", season = 3, by = "TMDB"', "database"),
        ('kind = "renewed", season = 3, by = "Netflix"', "official"),
        ('kind = "renewed", season = 4, by = "My newspaper"', "official"),  # about another season
        ('kind = "filming-started", season = 3, by = "My newspaper"', "official"),  # of another nature
    ],
)
def test_a_shared_claim_never_outranks_what_the_user_claims_about_the_same(mine: str, rank: str) -> None:
    theirs = 'claim = [{ show = "x", kind = "cancelled", season = 3, on = 2024-09-01, by = "Netflix" }]\n'
    found = shared(theirs, f'claim = [{{ show = "x", on = 2024-08-01, {mine} }}]\n')

    assert [rank] == [claim.rank for claim in from_films(found)]


def test_only_the_user_takes_back_what_others_claim() -> None:
    renewed = shared("").claims[0]
    withdrawal = f'[[claim]]\nshow = "x"\nkind = "withdrawn"\nvalue = "{renewed.id}"\non = 2024-04-01\n'

    assert [renewed] == [*shared(withdrawal).claims]
    assert {renewed.id} == withdrawn_ids(shared("", withdrawal).claims)


def test_a_shared_registry_does_not_take_back_a_claim_by_making_it_too() -> None:
    renewed = shared("").claims[0]
    copied = SHIPPED[SHIPPED.index("[[claim]]") :]
    withdrawal = f'[[claim]]\nshow = "x"\nkind = "withdrawn"\nvalue = "{renewed.id}"\non = 2024-04-01\n'

    assert [renewed] == [*shared(copied + withdrawal).claims]


def test_a_shared_registry_takes_back_its_own_claims_but_not_those_of_another() -> None:
    ended = '[[claim]]\nshow = "x"\nkind = "ended"\non = 2024-03-02\n'
    (made,) = from_films(shared(ended))
    withdrawal = f'[[claim]]\nshow = "x"\nkind = "withdrawn"\nvalue = "{made.id}"\non = 2024-04-01\n'

    assert {made.id} == withdrawn_ids(shared(ended + withdrawal).claims)
    for a, b in ((ended + withdrawal, ended), (ended, ended + withdrawal)):
        assert set() == withdrawn_ids(entry("x", [layer(a, "x", "registry:a"), layer(b, "x", "registry:b")]).claims)


def test_two_shared_registries_may_know_one_show() -> None:
    ended = '[[claim]]\nshow = "x"\nkind = "ended"\non = 2024-03-02\n'
    a = layer('[show.x]\naliases = ["A"]\n' + ended, "x", "registry:a")
    b = layer('[show.x]\naliases = ["B"]\nplatform = "Hulu"\n' + ended, "x", "registry:b")
    found = entry("x", [a, b])

    assert (["registry:b"], ("A", "B"), "Hulu") == (
        [claim.origin for claim in found.claims], found.show.aliases, found.show.platform,
    )  # fmt: skip
