"""Decisions and steps of production as they are told: what is meant, what only looks denied; sentences of our own."""

from __future__ import annotations

import datetime as dt

import pytest

from showstatus.reader.article import gathered, read
from showstatus.reader.readings.reading import Reading

DAY = dt.date(2023, 1, 11)
START = "What we know about Harlow Bay\n\nHarlow Bay is a drama with Ann Lee. Harlow Bay tells of two sisters.\n\n"


def said(sentence: str) -> set[tuple[str, int | None]]:
    """What a sentence states of the show, whether it is sure or not."""
    heard = gathered(START + sentence + "\n", DAY, ["Harlow Bay"])
    return {(event.kind, season) for event in heard.told if event.said for season in event.seasons or (None,)}


def bay(text: str) -> Reading:
    return next(found for found in read(text, DAY, ["Harlow Bay"]) if found.title == "Harlow Bay")


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Fox is axing the drama after two years.", ("cancelled", None)),
        ("Time is up for Harlow Bay.", ("cancelled", None)),
        ("Nor will Harlow Bay, a thriller, get a third season.", ("cancelled", 3)),
        ("It came and went in six episodes.", ("cancelled", None)),
        ("The upcoming fourth season of Harlow Bay is the last.", ("final", 4)),
        ("The present series of Harlow Bay will be the last.", ("final", None)),
        ("The show will run for a year and then close up shop.", ("final", None)),
        ("Harlow Bay, Dunes and The Gate have all had renewals.", ("renewed", None)),
        ("The drama has been confirmed through season five.", ("renewed", 5)),
        ("It has secured money for a second series.", ("renewed", 2)),
        ("Two pilots go to series: a drama, Harlow Bay, and a comedy, The Gate.", ("ordered", None)),
        ("The pilot has been picked up as a series.", ("ordered", None)),
        ("Crews will be back in Leeds in the spring.", ("filming-started", None)),
        ("Cast and crew have returned to filming today.", ("filming-started", None)),
        ("They finish filming this week.", ("filming-wrapped", None)),
        ("Production on it began in March and will wrap in June.", ("filming-wrapped", None)),
        ("Harlow Bay Season 2 Casts Tom Reed and Eve Moss", ("casting", 2)),
        ("There are two additions to the cast.", ("casting", None)),
        ("They will be joined in season two by Tom Reed.", ("casting", 2)),
        ("Tom Reed will be joining the show.", ("casting", None)),
        ("Harlow Bay will star Tom Reed and Eve Moss.", ("casting", None)),
        ("Guest stars in the second season will include Tom Reed.", ("casting", 2)),
        ("Harlow Bay was among the most painful losses of the year.", ("cancelled", None)),
        ("Fox did not like the figures and cancelled it.", ("cancelled", None)),
        ("Harlow Bay, which nobody has yet seen, is getting a third season.", ("renewed", 3)),
        ("Fox reversed course after a month.", ("saved", None)),
        ("Ann Lee will reprise her role.", ("casting", None)),
        ("They are hard at work writing a fourth season.", ("writing", 4)),
        ("The edit of all episodes is done.", ("post-production", None)),
    ],
)
def test_what_is_decided_and_made_is_heard(sentence: str, event: tuple[str, int | None]) -> None:
    assert event in said(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "It is no wonder that Harlow Bay has been renewed.",
        "Without any fuss the drama has been renewed.",
        "Not long ago Harlow Bay was renewed.",
        "Be that as it may, Harlow Bay has been renewed.",
        "If you hadn't heard, Harlow Bay has been renewed.",
        "After months of speculation, Harlow Bay has been renewed.",
        "We can exclusively reveal that Harlow Bay has been renewed.",
    ],
)
def test_what_only_looks_denied_or_doubted_is_said(sentence: str) -> None:
    assert ("renewed", None) in said(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "It is not clear whether Harlow Bay has been renewed.",
        "Harlow Bay has not been renewed.",
        "There are rumours that Harlow Bay has been renewed.",
        "The network thought better of cancelling Harlow Bay.",
    ],
)
def test_what_is_denied_or_doubted_is_not(sentence: str) -> None:
    assert not {("renewed", None), ("cancelled", None)} & said(sentence)


def test_a_season_stays_with_the_show_it_is_named_with() -> None:
    assert ("returns", None) in said("The sisters of The Gate are up to season three, and Harlow Bay carries on.")


def test_the_newest_of_the_seasons_that_were_renewed_is_to_come() -> None:
    text = (
        "Harlow Bay renewed for season 3\n\nThe drama Harlow Bay has been renewed for a third season at Hulu.\n\n"
        "Hulu renewed Harlow Bay for a second season in May 2021.\n"
    )

    assert (3,) == bay(text).confirmed


def test_a_show_that_is_to_end_has_not_aired_all_its_seasons() -> None:
    text = "Harlow Bay to end after five seasons\n\nSeason 5 of Harlow Bay will be its last, NBC has announced.\n"

    assert (5,) == bay(text).confirmed


def test_a_renewal_counts_on_from_the_season_that_is_on_air() -> None:
    text = (
        "Syfy renews Harlow Bay\n\nSyfy has renewed Harlow Bay for one more season.\n\n"
        "The season 2 finale of Harlow Bay airs on January 13.\n"
    )

    assert ("renewed", 3) in {(found.kind, found.season) for ways in bay(text).considered for found in ways}


def test_the_month_behind_an_entry_of_a_list_is_that_of_its_decision() -> None:
    text = (
        "Every series that Netflix has cancelled so far\n\n- Harlow Bay (3 seasons) – September 2016\n"
        "- The Gate (1 season) – May 2017\n- Dunes (2 seasons) – June 2018\n"
    )
    told = {
        (found.title, made.kind): str(made.date)
        for found in read(text, DAY, ["Harlow Bay", "The Gate", "Dunes"])
        for made in found.findings
    }

    assert ["2016-09", "2018-06"] == [told["Harlow Bay", "cancelled"], told["Dunes", "cancelled"]]


def test_several_new_shows_are_ordered_one_by_one() -> None:
    text = (
        "Fox orders dramas\n\nFox has ordered two new dramas from Leeds.\n\nHarlow Bay is a thriller with Ann Lee.\n\n"
        "Night Ferry follows a crew at sea.\n"
    )

    told = gathered(text, DAY, ["Harlow Bay", "Night Ferry"]).told

    assert {"harlow bay", "night ferry"} <= {event.show for event in told if event.kind == "ordered"}


def test_a_show_that_moves_may_be_saved() -> None:
    found = bay("Harlow Bay\n\nFox has it, but Harlow Bay is moving to Hulu.\n")

    assert "saved" in {way.kind for ways in found.considered for way in ways}
