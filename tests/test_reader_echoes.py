"""What is told of a show by pointing back at another: sentences of our own, the titles in them known."""

from __future__ import annotations

import datetime as dt

import pytest

from showstatus.reader.article import gathered

DAY = dt.date(2023, 6, 1)
TITLES = ("Salt Road", "Harbour Lights", "Iron Hollow", "Stone Quay")


def told(text: str, *kinds: str) -> set[tuple[str, str]]:
    """What is heard of which show."""
    heard = gathered(f"What became of them\n\n{text}", DAY, TITLES)
    return {(event.kind, event.show) for event in heard.told if event.kind in kinds}


@pytest.mark.parametrize(
    "text",
    [
        "Fox has cancelled Salt Road. The same goes for Iron Hollow.",
        "Fox has cancelled Salt Road. It's the same story with Iron Hollow.",
        "Fox has cancelled Salt Road. Iron Hollow went the same way.",
        "Fox has cancelled Salt Road. Iron Hollow met the same end.",
        "Fox has cancelled Salt Road. Iron Hollow has followed suit.",
        "Fox has cancelled Salt Road. Ditto Iron Hollow.",
        "Fox has cancelled Salt Road. A similar fate awaits Iron Hollow.",
        "Fox has cancelled Salt Road. Nor will Iron Hollow see another autumn.",
        "Fox has cancelled Salt Road, as it did its neighbour. So is the drama Iron Hollow.",
        "Salt Road was cancelled, as was Iron Hollow.",
    ],
)
def test_the_same_is_told_of_another_show(text: str) -> None:
    assert {("cancelled", "salt road"), ("cancelled", "iron hollow")} == told(text, "cancelled")


def test_one_of_many_shows_is_the_one_a_text_is_about() -> None:
    text = "Salt Road is a hit.\n\nIt was cancelled as one of the most costly shows of its time."

    assert {("cancelled", "salt road")} == told(text, "cancelled")


def test_the_season_is_the_same_within_a_sentence() -> None:
    heard = gathered("News\n\nSalt Road gets a third season, and so does Iron Hollow.", DAY, TITLES)

    assert {("iron hollow", (3,)), ("salt road", (3,))} <= {(event.show, event.seasons) for event in heard.told}


@pytest.mark.parametrize(
    "text",
    [
        "Fox has cancelled Salt Road. Iron Hollow has the same writers.",
        "Fox has cancelled Salt Road. So much for that; Iron Hollow is on at nine.",
        "Fox has cancelled Salt Road.\n\nIt is June.\n\nIt is warm.\n\nThe same goes for Iron Hollow.",
    ],
)
def test_what_does_not_point_back_tells_nothing(text: str) -> None:
    assert ("cancelled", "iron hollow") not in told(text, "cancelled")


@pytest.mark.parametrize(
    "text",
    [
        "Fox is renewing 12 series. The others, we hear, include Salt Road and the news show Iron Hollow.",
        "Fox is renewing 12 series. Dramas on the list are Salt Road and Iron Hollow.",
        "Fox has renewed a number of shows.\n\nThe two are Salt Road and Iron Hollow.",
        "Among the renewed are the comedy Salt Road; Stone Quay, with Ann Bee; and Iron Hollow.",
        "Also renewed are Salt Road, in which Ann Bee plays a miner, and Iron Hollow.",
        "Fox renewed Salt Road and, to our surprise, Iron Hollow.",
        "Salt Road, which stars Ann Bee, and Iron Hollow were renewed.",
    ],
)
def test_what_was_told_of_a_number_is_told_of_those_that_are_named(text: str) -> None:
    assert {("renewed", "salt road"), ("renewed", "iron hollow")} <= told(text, "renewed")


@pytest.mark.parametrize(
    "text",
    [
        "Fox is renewing 12 shows. Its dramas are like Salt Road.",
        "Fox is renewing 12 shows. Ann Bee, who made Salt Road, was in it.",
        "Also renewed are Iron Hollow and Stone Quay, while Salt Road is waiting.",
    ],
)
def test_what_is_named_otherwise_is_none_of_them(text: str) -> None:
    assert ("renewed", "salt road") not in told(text, "renewed")


@pytest.mark.parametrize(
    ("text", "shows"),
    [
        ("“Salt Road,” which Fox shot like Iron Hollow, is dead.", {"salt road"}),
        ("Salt Road, whose makers wrote Iron Hollow, was cancelled.", {"salt road"}),
        ("Salt Road, it said, was a hit, “but there are no plans for Iron Hollow to return.”", {"iron hollow"}),
    ],
)
def test_what_is_said_aside_is_not_what_a_phrase_is_told_of(text: str, shows: set[str]) -> None:
    assert shows == {show for _, show in told(text, "cancelled", "ended")}


@pytest.mark.parametrize(
    ("headline", "lead"),
    [
        ("Fox Drops Salt Road Star's Show", "iron hollow"),
        ("Salt Road spin-off is axed", "iron hollow"),
        ("Fox's best drama since Salt Road is back", "iron hollow"),
        ("Fox drops Salt Road", "salt road"),
    ],
)
def test_a_show_named_in_passing_is_not_what_a_text_is_about(headline: str, lead: str) -> None:
    heard = gathered(f"{headline}\n\nFox has made up its mind on Iron Hollow. It ran for a year.", DAY, TITLES)

    assert lead == heard.lead


def test_awards_and_whose_channel_it_is_are_no_titles() -> None:
    heard = gathered(
        "It is over: BBC's Salt Road is axed\n\nIt won at the Northern Screen Awards.", DAY, ("Salt Road",)
    )

    assert {"salt road"} == set(heard.finder.accepted)


@pytest.mark.parametrize(
    ("text", "shows"),
    [
        ("They were a hit, and it was cancelled to the surprise of all.", {"salt road"}),
        ("They were cancelled.", {"salt road", "iron hollow"}),
        ("Fox has cancelled them.", {"salt road", "iron hollow"}),
        ("Cancelled by Fox, both are back.", {"salt road", "iron hollow"}),
    ],
)
def test_it_is_one_and_they_are_several(text: str, shows: set[str]) -> None:
    found = told(f"Salt Road is a hit of Fox.\n\nPeople loved Salt Road and Iron Hollow. {text}", "cancelled")

    assert shows == {show for _, show in found}


@pytest.mark.parametrize(
    "text",
    [
        "Ann Bee, known from Iron Hollow, joins the cast.",
        "Ann Bee, soon to be seen as Eve in Iron Hollow, joins the cast.",
        "Ann Bee, who starred in Iron Hollow, joins the cast.",
        "Ann Bee, fresh out of Iron Hollow, joins the cast.",
        "Ann Bee, whose credits include Iron Hollow, joins the cast.",
        "Ann Bee, who hosts Iron Hollow, joins the cast.",
    ],
)
def test_where_somebody_was_seen_before_is_not_what_is_cast(text: str) -> None:
    assert ("casting", "iron hollow") not in told(f"Salt Road is back for a second season. {text}", "casting")
