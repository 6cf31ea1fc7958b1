"""Where a title begins and ends among the words around it: names of our own in the forms of the trade."""

from __future__ import annotations

import datetime as dt

import pytest

from showstatus.reader.article import gathered
from showstatus.reader.sentences import sentences
from showstatus.reader.titles.aliases import joint_names
from showstatus.reader.titles.candidates import spans_of
from showstatus.reader.titles.people import is_person
from showstatus.reader.titles.pool import Pool

DAY = dt.date(2023, 6, 1)


def cut(text: str) -> list[str]:
    """The candidates of a line below a headline."""
    sentence = sentences(f"Headline\n\n{text}\n\nMore.")[1]
    return [sentence.text[start:end] for start, end, _ in spans_of(sentence)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("They have cancelled Wanda Quarles's The Salt Road.", "The Salt Road"),
        ("They have cancelled Quarles's The Salt Road.", "The Salt Road"),
        ("They have cancelled Pix Ardu's Salt Road.", "Salt Road"),
        ("They have cancelled Northlight Films' Salt Road.", "Salt Road"),
        ("They have cancelled Quay Entertainment's Salt Road.", "Salt Road"),
        ("They have cancelled Marvel's Salt Road.", "Salt Road"),
        ("They have cancelled Quarles's Creek.", "Quarles's Creek"),
        ("They have cancelled The Miller's Tale.", "The Miller's Tale"),
        ("They have cancelled Miss Quarles's Modern Cases.", "Miss Quarles's Modern Cases"),
        ("They have cancelled New Holland's Best Baker.", "New Holland's Best Baker"),
        ("They have cancelled Ru:Zan last week.", "Ru:Zan"),
    ],
)
def test_whose_show_it_is_is_no_part_of_its_title(text: str, title: str) -> None:
    assert title in cut(text)


def test_no_verb_in_capitals_leaves_its_link_behind() -> None:
    sentence = sentences("Salt Road to RETURN in 2024, months after BBC One gave it the axe\n\nMore.")[0]

    assert "Salt Road" in [sentence.text[start:end] for start, end, _ in spans_of(sentence)]


@pytest.mark.parametrize(
    ("name", "person"),
    [("Sarah Smith", True), ("Sarah & Jane", False), ("Michael: Days", False), ("Rose From Elsewhere", False)],
)
def test_signs_and_small_words_make_no_person(name: str, person: bool) -> None:
    assert person == is_person(name, "", "")


@pytest.mark.parametrize("name", ["The K-drama", "this anime", "The sitcom"])
def test_a_kind_of_show_is_no_title(name: str) -> None:
    assert Pool().add(name) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Salt, Road Anime\n\nThe staff of Salt, Road told us.", {"Salt, Road"}),
        ("Kitchen To Faraway 2\n\nIt is Kitchen to Faraway.", {"Kitchen To Faraway", "Kitchen to Faraway"}),
        ("Salt and Road to Go is back\n\nWe saw Salt and Road to Go.", {"Salt and Road to Go", "Salt & Road to Go"}),
        ("Salt and Road\n\nSalt and Road have both been renewed.", set()),
        ("Salt and Road\n\nSecond seasons for Salt and Road.", set()),
        ("Salt and Road\n\nThe dramas Salt and Road.", set()),
        ("Salt, Road and Quay\n\nThey are Salt, Road and Quay.", set()),
        ("On: Monday, Salt\n\nOn: Monday, Salt is on.", set()),
        ("Season Delayed to June\n\nSeason Delayed to June.", set()),
        ("Salt moves from Hulu to Netflix\n\nFrom Hulu to Netflix.", set()),
    ],
)
def test_two_names_are_one_where_nothing_says_that_they_are_two(text: str, names: set[str]) -> None:
    assert names == joint_names(sentences(text))


def test_a_known_title_is_not_cut_by_a_shorter_one_that_never_stands_apart() -> None:
    text = "How to Get Lost with Wolves is over\n\nNobody saw How to Get Lost with Wolves."

    assert "how to get lost with wolves" in gathered(text, DAY, ("How to Get Lost with Wolves",)).finder.accepted


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("They have seen La sombra de agua and more.", "La sombra de agua"),
        ("We liked *Salt Road* a lot.", "Salt Road"),
        ("We liked “Salt Road / Tuz Yolu” a lot.", "Salt Road"),
        ("We liked “Salt Road / Tuz Yolu” a lot.", "Tuz Yolu"),
    ],
)
def test_titles_of_other_languages_and_slanted_ones_are_seen(text: str, title: str) -> None:
    assert title in cut(text)


@pytest.mark.parametrize("name", ["Home »", 'Netflix Renews "Salt', "As to SALT ROAD", "A Glimpse At", "Episodes For"])
def test_what_is_cut_wrongly_is_no_title(name: str) -> None:
    assert Pool().add(name) is None


@pytest.mark.parametrize("name", ["The Following", "Morning After", "Sort Of"])
def test_titles_may_end_with_small_words(name: str) -> None:
    assert Pool().add(name) is not None


@pytest.mark.parametrize(
    ("first", "headline"),
    [
        ("Friday, June 7, 2024", False),
        ("[05/01/25 - 09:01 AM]", False),
        ("Dec 14 2020", False),
        ("Home » Salt Road Is Renewed", False),
        ("jump to navigation", False),
        ("Tag Archives: renewal", False),
        ("TV Updates", False),
        ("sooner than you think", False),
        ("Salt Road renewed", True),
        ("Salt Road is over", True),
        ("What we know of Salt Road", True),
    ],
)
def test_what_stands_above_a_headline_is_none(first: str, headline: bool) -> None:
    lines = sentences(f"{first}\n\nNetflix Renews Salt Road For Two Seasons\n\nIt was a hit.")

    assert headline == (lines[0].text == first and lines[0].role == "headline")


def test_a_year_above_the_headline_counts() -> None:
    heard = gathered("June 7, 2021\n\nSalt Road renewed by Fox\n\nSalt Road is back on May 5.", None, ("Salt Road",))

    assert {"2021-05-05"} <= {str(event.date) for event in heard.told}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Shows we miss\n\nSarah Smith in Salt Road\n\nSalt Road will be back on CBS in May.", "salt road"),
        ("“Quay: Salt Road” is back\n\nFox has renewed “Quay: Salt Road.” “Salt Road” is a hit.", "quay salt road"),
        ("“Old Salt Road” is back\n\nFox has renewed “Old Salt Road.” “Salt Road” is a hit.", "old salt road"),
        ("“Salt Road / Tuz Yolu” is back\n\nFox has renewed “Tuz Yolu”. “Tuz Yolu” is a hit.", "tuz yolu"),
    ],
)
def test_one_show_has_one_name(text: str, title: str) -> None:
    heard = gathered(text, DAY, ())

    assert title in heard.finder.accepted
    assert not {"sarah smith in salt road", "salt road"} & set(heard.finder.accepted) - {title}


@pytest.mark.parametrize(("figures", "number"), [("3", 3), ("II", 2), ("IV", 4), ("VIII", 8), ("IX", 9)])
def test_a_number_behind_a_title_is_its_season(figures: str, number: int) -> None:
    heard = gathered(f"News of it\n\nSalt Road {figures} goes into production in May.", DAY, ("Salt Road",))

    assert {("salt road", (number,))} == {(event.show, event.seasons) for event in heard.told}


@pytest.mark.parametrize(
    ("text", "known", "wrong"),
    [
        ("It is on in the US. The US is big.", ("Us",), "us"),
        ("Salt Road is back\n\nFox likes Salt Road. They film Salt Road in Dublin.", (), "salt road in dublin"),
    ],
)
def test_places_are_no_titles(text: str, known: tuple[str, ...], wrong: str) -> None:
    assert wrong not in gathered(text, DAY, known).finder.accepted


def test_an_entry_is_named_without_what_stands_in_brackets() -> None:
    heard = gathered(
        "What is next\n\nSalt Road (장미) – Renewed for a second season.\n\nIron Hollow (장미) – Cancelled.", DAY, ()
    )

    assert "salt road" in heard.finder.accepted
    assert not any("장미" in key for key in heard.finder.accepted)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Comedy Central Cancels Salt Road", "Salt Road"),
        ("Salt Road Episode 155 is late", "Salt Road"),
        ("Fox Cancels Salt Road After Two Seasons", "Salt Road"),
        ("We saw Salt Ever After on Fox.", "Salt Ever After"),
        ("We saw Shoku no Souma.", "Shoku no Souma"),
        ("We saw 5-toubun no Hanayome.", "5-toubun no Hanayome"),
        ("We saw El Camino de los Santos.", "El Camino de los Santos"),
        ("On The Salt is a drama of ours.", "On The Salt"),
        ("On The Salt we saw a drama of ours.", "The Salt"),
    ],
)
def test_small_words_and_what_is_decided_cut_a_run(text: str, title: str) -> None:
    assert title in cut(text)


@pytest.mark.parametrize(
    ("text", "known", "key"),
    [
        ("There is Salt Road NZ, which we like.", "Salt Road", "salt road nz"),
        ("ABC likes salt-ish a lot.", "Salt-ish", "salt ish"),
    ],
)
def test_a_known_title_is_known_in_its_other_forms(text: str, known: str, key: str) -> None:
    assert key in gathered(f"News of it\n\n{text}", DAY, (known,)).finder.accepted
