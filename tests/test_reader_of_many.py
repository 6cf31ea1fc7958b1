"""Texts with several shows: which are found, and whose each event is. Short pieces of our own."""

from __future__ import annotations

import datetime as dt

import pytest

from showstatus.reader.article import gathered
from showstatus.reader.section_heads import is_of_both, section

DAY = dt.date(2023, 6, 14)
TITLES = ("Salt Road", "Harbour Lights", "Iron Hollow", "Stone Quay")
PIECE = "Round-up of the week\n\n"


def told(text: str) -> set[tuple[str, str]]:
    """The kind of each event that is heard, with its show."""
    return {(event.kind, event.show) for event in gathered(text, DAY, TITLES).told if event.said}


def kinds_of(text: str, show: str) -> set[str]:
    """What is heard of a show."""
    return {kind for kind, key in told(text) if key == show}


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("STAYING", "renewed"),
        ("What's back", "renewed"),
        ("Safe (4)", "renewed"),
        ("Going:", "cancelled"),
        ("Not coming back at ABC", "cancelled"),
        ("Too close to call", "pending"),
        ("LIKELY TO BE CANCELLED", "pending"),
        ("Safe bets", "pending"),
        ("We don't know yet", "pending"),
        ("Bowing out", "final"),
        ("New commissions", "ordered"),
        ("New shows", "production"),
        ("The Staying Kind", None),
        ("Gone Girls", None),
        ("Safe Harbour", None),
        ("NBC", None),
    ],
)
def test_a_heading_may_be_nothing_but_a_verdict(heading: str, kind: str | None) -> None:
    assert section(heading) == kind


def test_what_stands_below_such_a_heading_has_its_verdict() -> None:
    heard = told(
        "Where the shows of the network stand\n\nSTAYING\nSalt Road\nHarbour Lights\n\nGOING\nIron Hollow\n\n"
        "TOO CLOSE TO CALL\nStone Quay"
    )

    assert {("renewed", "salt road"), ("cancelled", "iron hollow"), ("pending", "stone quay")} <= heard
    assert ("renewed", "iron hollow") not in heard


@pytest.mark.parametrize(
    ("headline", "both"),
    [
        ("BBC names its new commissions and returning favourites", True),
        ("Spring premieres: what's back, what's gone", True),
        ("Which shows are renewed and which are not", True),
        ("All the dramas that return this year", False),
        ("Three shows that were cancelled in May", False),
    ],
)
def test_a_headline_may_name_shows_of_both_kinds(headline: str, both: bool) -> None:
    assert is_of_both(headline) == both


def test_a_headline_that_asks_which_they_are_tells_of_those_listed() -> None:
    heard = told(
        "Which dramas have been axed? The list so far\n\nHere they are.\n\nSalt Road (ITV)\nMade in Leeds, it had few "
        "viewers.\n\nIron Hollow (Sky)\nThere was one series of it."
    )

    assert {("cancelled", "salt road"), ("cancelled", "iron hollow")} <= heard


def test_the_rows_of_a_table_are_lines_without_its_edges() -> None:
    text = (
        "The shows of the year\n\n| Show | Status |\n|---|:--|\n| Iron Hollow | Cancelled |\n| Salt Road | Renewed |\n"
        "| 1907 | Cancelled |"
    )

    assert {("cancelled", "iron hollow"), ("renewed", "salt road"), ("cancelled", "1907")} <= told(text)


def test_a_title_in_french_quotes_has_no_spaces_of_theirs() -> None:
    heard = gathered("« Ferrymen », « Iron Hollow » : the news\n\nNetflix has renewed “Ferrymen” again.", DAY, TITLES)

    assert "ferrymen" in heard.finder.accepted
    assert heard.finder.accepted["ferrymen"].title == "Ferrymen"


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        (
            "ABC has cancelled Salt Road after two seasons, along with Iron Hollow and Stone Quay.",
            {("cancelled", "salt road"), ("cancelled", "iron hollow"), ("cancelled", "stone quay")},
            set(),
        ),
        (
            "Salt Road has begun filming in Leeds for Sky, and Iron Hollow is back on Sky next week.",
            {("filming-started", "salt road")},
            {("filming-started", "iron hollow")},
        ),
        (
            "No word yet from AMC, which kept Salt Road and Iron Hollow waiting just as long.",
            set(),
            {("pending", "iron hollow")},
        ),
        (
            'On Tuesdays, "Salt Road" leads into "Iron Hollow," which is entering its sixth and final season.',
            {("final", "iron hollow")},
            {("final", "salt road")},
        ),
        (
            "Sky has renewed Salt Road for a second season, and Iron Hollow, a tale of Cork, arrives on July 15.",
            {("renewed", "salt road"), ("window", "iron hollow")},
            {("window", "salt road"), ("renewed", "iron hollow")},
        ),
        (
            "Iron Hollow, a limited series follow-up to Salt Road, is shooting in Cork.",
            {("filming-started", "iron hollow")},
            {("filming-started", "salt road")},
        ),
        (
            'Also ordered are "Salt Road", from Ann Smith; "Iron Hollow", set in a mine; and "Stone Quay", a comedy.',
            {("ordered", "salt road"), ("ordered", "iron hollow"), ("ordered", "stone quay")},
            set(),
        ),
        (
            'Also gone: "Salt Road" and "Iron Hollow".',
            {("cancelled", "salt road"), ("cancelled", "iron hollow")},
            set(),
        ),
        ('Production on "Salt Road" is continuing in Leeds.', {("filming-started", "salt road")}, set()),
        ("Salt Road (Sky): Renewal also announced today.", {("renewed", "salt road")}, set()),
    ],
)
def test_each_show_of_a_sentence_has_its_own_news(
    text: str, wanted: set[tuple[str, str]], unwanted: set[tuple[str, str]]
) -> None:
    heard = told(PIECE + text)

    assert wanted <= heard
    assert not unwanted & heard


def test_what_others_join_that_were_renewed_before_has_no_season_of_theirs() -> None:
    heard = gathered(
        PIECE + '"Salt Road" is back for a second season, joining the previously renewed "Iron Hollow".', DAY, TITLES
    )

    assert {(event.show, event.seasons) for event in heard.told} >= {("salt road", (2,)), ("iron hollow", ())}


def test_a_paragraph_is_about_the_entry_it_stands_under() -> None:
    text = (
        "Four axed dramas\n\nSalt Road (Sky)\nOne series only.\n\nIron Hollow (Sky)\nIts maker left Stone Quay for a "
        "mine, but Sky pulled the plug in May."
    )

    assert "cancelled" in kinds_of(text, "iron hollow")
    assert "cancelled" not in kinds_of(text, "stone quay")


def test_entries_of_a_slate_of_new_dramas_are_ordered() -> None:
    text = (
        "Sky announces new commissions and returning hits\n\nThe slate was set out today.\n\nIron Hollow\nA four-part "
        "thriller about two brothers in Cork.\n\nSalt Road\nThe mining drama has been recommissioned for series three."
    )

    assert kinds_of(text, "iron hollow") == {"ordered"}
    assert kinds_of(text, "salt road") == {"renewed"}


def test_bullets_that_each_begin_with_a_show_are_about_several() -> None:
    heard = gathered(
        "Salt Road returns, and the rest of the news\n\nHello!\n\n• Iron Hollow will end in May.\n\n• Stone Quay was "
        "cancelled.\n\n• Harbour Lights is back.\n\nBye.",
        DAY,
        TITLES,
    )

    assert heard.many
