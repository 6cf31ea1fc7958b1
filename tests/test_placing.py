"""Which known show a show of an export is: ids before titles, and doubt where a title is not enough."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from showstatus.imports.listed import Listed
from showstatus.imports.placing import KnownShow, Placed, Shelf, place, settle
from showstatus.shows import Show


def known(
    title: str,
    qualifier: str | None = None,
    *,
    year: int | None = None,
    country: str | None = None,
    followed: bool = False,
    left: bool = False,
    shared: bool = False,
    aliases: tuple[str, ...] = (),
    **ids: str | int,
) -> KnownShow:
    slug = "-".join(word.lower() for word in (title, qualifier) if word).replace(" ", "-")
    show = Show(
        slug=slug, title=title, qualifier=qualifier, country=country, aliases=aliases, ids=ids, followed=followed
    )
    return KnownShow(show, year, left, shared)


def placed(
    listed: Sequence[Listed], *shows: KnownShow, similar: Sequence[str] = (), everything: bool = False
) -> list[Placed]:
    return list(place(listed, Shelf(shows), lambda title: similar, everything=everything))


def outcome(listed: Listed, *shows: KnownShow) -> tuple[str, str | None, tuple[str, ...]]:
    [one] = placed([listed], *shows)
    return one.outcome, one.slug, one.candidates


def title(text: str, year: int | None = None, **ids: str | int) -> Listed:
    return Listed(title=text, year=year, ids=ids)


OFFICES = (
    known("The Office", "UK", year=2001, country="GB", imdb="tt0290978"),
    known("The Office", "US", year=2005, country="US", imdb="tt0386676"),
)
DARK = known("Dark", year=2017, country="DE", imdb="tt5753856")


def test_an_id_decides_whatever_the_title_says() -> None:
    assert ("added", "dark", ()) == outcome(title("The Office", imdb="tt5753856"), DARK, *OFFICES)


def test_what_others_share_is_meant_only_where_nothing_of_ones_own_is() -> None:
    own, theirs = known("Dark", tvdb=5), known("Films", shared=True, aliases=("Dark", "The Mist"), tvdb=5, imdb="tt1")
    assert ("added", "dark", ()) == outcome(title("X", tvdb=5), own, theirs)
    assert ("added", "dark", ()) == outcome(title("Dark"), own, theirs)
    assert ("added", "dark", ()) == outcome(title("The Dark"), own, theirs)
    assert ("added", "films", ()) == outcome(title("X", imdb="tt1"), own, theirs)
    assert ("added", "films", ()) == outcome(title("The Mist"), own, theirs)


def test_an_id_written_as_a_text_is_the_same_id() -> None:
    assert ("added", "x", ()) == outcome(title("Y", tvdb=5), known("X", tvdb="5"))


def test_ids_of_two_shows_are_doubtful() -> None:
    listed = title("X", imdb="tt1", tvdb=2)
    assert ("doubtful", None, ("a", "b")) == outcome(listed, known("A", imdb="tt1"), known("B", tvdb=2))


def test_a_title_that_one_show_bears_is_enough() -> None:
    for listed in (title("Dark"), title("DARK", tvdb=334824), title("dark", 2018), title("The Dark")):
        assert ("added", "dark", ()) == outcome(listed, DARK)


def test_an_alias_is_a_name() -> None:
    assert ("added", "money-heist", ()) == outcome(
        title("La casa de papel"), known("Money Heist", aliases=("La Casa de Papel",))
    )


@pytest.mark.parametrize("listed", [title("Dark", 2017, imdb="tt1"), title("Dark", 1999, tvdb=1)])
def test_another_id_or_year_is_another_show(listed: Listed) -> None:
    [one] = placed([listed], DARK)
    year = str(listed.year)
    assert ("new", f"dark-{year}", {"title": "Dark", "qualifier": year, "ids": listed.ids}) == (
        one.outcome,
        one.slug,
        one.keys,
    )


def test_of_two_of_one_title_the_year_decides() -> None:
    assert ("added", "the-office-us", ()) == outcome(title("The Office", 2005), *OFFICES)
    assert ("doubtful", None, ("the-office-uk", "the-office-us")) == outcome(title("The Office", tvdb=1), *OFFICES)


@pytest.mark.parametrize("told", ["The Office (US)", "The Office (2005)", "the office us", "The Office (usa)"])
def test_what_stands_behind_a_title_decides(told: str) -> None:
    assert ("added", "the-office-us", ()) == outcome(title(told, tvdb=73244), *OFFICES)


def test_a_country_decides_for_a_show_without_qualifier() -> None:
    cards = known("House of Cards", year=2013, country="US")
    assert ("added", "house-of-cards", ()) == outcome(title("House of Cards (US)"), cards)
    assert ("doubtful", None, ("house-of-cards",)) == outcome(title("House of Cards (UK)"), cards)
    assert "new" == outcome(title("House of Cards (1990)", tvdb=79861), cards)[0]


def test_the_only_known_one_of_several_is_doubtful_without_its_qualifier() -> None:
    ghosts = known("Ghosts", "US", year=2021)
    assert ("doubtful", None, ("ghosts-us",)) == outcome(title("Ghosts", tvdb=1), ghosts)


def test_a_slug_is_nobody_elses_name_and_ids_beside_it_are_kept() -> None:
    [one] = placed([title("the-office-us", tvdb=73244)], *OFFICES)
    assert ("added", "the-office-us", {"ids": {"tvdb": 73244}}) == (one.outcome, one.slug, one.keys)


def test_what_is_followed_already_is_said_so_and_what_you_left_stays_left() -> None:
    assert ("followed", "dark", ()) == outcome(title("Dark"), known("Dark", followed=True))
    assert ("left", "dark", ()) == outcome(title("Dark"), known("Dark", left=True))


def test_a_title_alone_means_the_one_of_that_name_that_you_follow() -> None:
    followed = known("The Office", "US", followed=True)
    assert ("followed", "the-office-us", ()) == outcome(title("The Office"), OFFICES[0], followed)
    assert "doubtful" == outcome(title("The Office", tvdb=1), OFFICES[0], followed)[0]


def test_what_no_registry_knows_is_new_with_an_id_and_cannot_be_placed_without() -> None:
    [new, alone] = placed([title("Frieren", tvdb=1), title("Pluto")])
    assert ("new", "frieren", {"title": "Frieren", "ids": {"tvdb": 1}}) == (new.outcome, new.slug, new.keys)
    assert ("unplaced", "no registry has its title, and the file has no id for it") == (alone.outcome, alone.why)
    [nameless] = placed([Listed(title=None, ids={"tvdb": 1})])
    assert "unplaced" == nameless.outcome


def test_a_title_like_a_known_one_is_doubtful() -> None:
    [one] = placed([title("Darc")], DARK, similar=("dark",))
    assert ("doubtful", ("dark",)) == (one.outcome, one.candidates)


def test_what_is_not_followed_there_is_left_unless_all_is_wanted() -> None:
    seen = Listed(title="Dark", ids={"imdb": "tt5753856"}, followed=False)
    assert ["left"] == [one.outcome for one in placed([seen], DARK)]
    assert ["added"] == [one.outcome for one in placed([seen], DARK, everything=True)]


def test_a_show_that_is_listed_twice_is_told_once_and_hidden_where_one_says_so() -> None:
    twice = [title("Dark", imdb="tt5753856"), title("Dark", imdb="tt5753856", tvdb=1)]
    assert ["added"] == [one.outcome for one in placed(twice, DARK)]
    hidden = Listed(title="Dark", ids={"tvdb": 1}, followed=False)
    assert ["left"] == [one.outcome for one in placed([*twice, hidden], DARK)]
    assert ["added"] == [one.outcome for one in placed([title("Dark"), title("Dark", 2017)], DARK)]


def test_two_new_shows_of_one_title_get_slugs_of_their_own() -> None:
    found = placed([title("Twin", tvdb=1), title("Twin", tvdb=2), title("Twin", 1999, tvdb=3)])
    assert ["twin", "twin-tvdb-2", "twin-1999"] == [one.slug for one in found]


def test_a_person_settles_what_is_doubtful() -> None:
    shelf = Shelf(OFFICES)
    [one] = place([title("The Office", tvdb=73244)], shelf, lambda text: ())

    chosen = settle(one, "the-office-us", shelf)
    assert ("added", "the-office-us", {"ids": {"tvdb": 73244}}) == (chosen.outcome, chosen.slug, chosen.keys)
    none = settle(one, None, shelf)
    assert ("new", "the-office") == (none.outcome, none.slug)
