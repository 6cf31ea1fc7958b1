"""How shows end, are left open or lose what they were promised: kinds, seasons and days, in sentences of our own."""

from __future__ import annotations

import datetime as dt

import pytest

from showstatus.reader.article import gathered, read
from showstatus.reader.events.event import Event
from showstatus.reader.readings.reading import Reading

DAY = dt.date(2023, 6, 15)
TITLES = ("Harbour Lights", "Salt Road")
START = "'Harbour Lights': the latest\n\nHarbour Lights is a drama on ITV.\n\n"


def told(sentence: str) -> list[Event]:
    return [event for event in gathered(START + sentence, DAY, TITLES).told if event.sentence.start > len(START) - 9]


def heard(sentence: str) -> list[tuple[str, tuple[int, ...], str | None]]:
    return [(e.kind, e.seasons, str(e.date) if e.date else None) for e in told(sentence) if e.said]


def lights(text: str) -> Reading:
    return next(found for found in read(text, DAY, TITLES) if found.key == "harbour lights")


@pytest.mark.parametrize(
    ("sentence", "kind", "season"),
    [
        ("Season 3 isn't in the cards.", "cancelled", 3),
        ("There won't be a Harbour Lights season 3.", "cancelled", 3),
        ("Season 3 was never made.", "cancelled", 3),
        ("ITV is retiring the drama after nine years.", "cancelled", None),
        ("ITV has turned down a third series.", "cancelled", 3),
        ("A third run was ruled out by ITV.", "cancelled", 3),
        ("ITV has no intention of making a third season.", "cancelled", 3),
        ("ITV won't be commissioning more episodes.", "cancelled", None),
        ("The renewal was rescinded in March.", "cancelled", None),
        ("The order for season 3 has been taken back.", "cancelled", 3),
        ("ITV has gone back on its promise of a third series.", "cancelled", 3),
        ("ITV said that it had been the last.", "final", None),
        ("ITV is keeping its cards close to its chest.", "pending", None),
        ("The fate of the show is hanging by a thread.", "pending", None),
        ("ITV will decide in the autumn.", "pending", None),
        ("A third series has not been ruled out.", "pending", 3),
        ("The door is open for a third series.", "pending", 3),
        ("A return for Harbour Lights was announced on Monday.", "renewed", None),
        ("Then Netflix stepped in to save it.", "saved", None),
    ],
)
def test_ends_and_open_questions_are_heard(sentence: str, kind: str, season: int | None) -> None:
    assert (kind, (season,) if season else ()) in [(k, s) for k, s, _ in heard(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Season two of Harbour Lights won't be made here.",
        "What it will be about is anyone's guess.",
        "I'm not coming back, says its star.",
    ],
)
def test_what_only_sounds_like_it_is_none(sentence: str) -> None:
    assert not {"cancelled", "pending"} & {kind for kind, _, _ in heard(sentence)}


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("The fourth season, which ran from June 26 through August 14, drew fewer viewers than the first.",
         {("premiered", (4,), "2022-06-26"), ("finale", (4,), "2022-08-14")}),
        ("Season 2 aired between October 25 and December 20, 2021.",
         {("premiered", (2,), "2021-10-25"), ("finale", (2,), "2021-12-20")}),
        ("Season 2 ran from October 25 to January 10, 2022.",
         {("premiered", (2,), "2021-10-25"), ("finale", (2,), "2022-01-10")}),
        ("The last episode of season 2 is out on July 16.", {("finale", (2,), "2023-07-16")}),
        ("The hour-long farewell airs Thursday, July 20 on ITV.", {("finale", (), "2023-07-20")}),
        ("The final broadcast will be in May 2024.", {("finale", (), "2024-05")}),
        ("The second season went up on January 11.", {("premiered", (2,), "2023-01-11")}),
    ],
)  # fmt: skip
def test_seasons_have_their_own_first_and_last_days(sentence: str, events: set[object]) -> None:
    assert set(heard(sentence)) == events


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            "ITV drops 'Harbour Lights'\n\nITV had ordered a third series, but changed its mind on Thursday.",
            "cancelled",
        ),
        ("Where is Harbour Lights?\n\nITV renewed Harbour Lights in May. In June it reversed course.", "cancelled"),
        ("Harbour Lights\n\nITV cancelled Harbour Lights in May. In June it reversed course.", "saved"),
    ],
)
def test_who_decides_anew_takes_back_what_was_decided(text: str, verdict: str) -> None:
    assert lights(text).rule == verdict


def test_a_quoted_headline_that_the_text_denies_is_no_news() -> None:
    head = "Harbour Lights 'to end after series six'\n\n"
    assert lights(head + "Rumours that series six will be its last were played down.").rule != "final-season"
    assert lights(head + "ITV has said that series six will be its last.").rule == "final-season"


def test_the_last_season_has_its_number_everywhere() -> None:
    made = lights(
        "'Harbour Lights' nears its end\n\nITV agreed that the fourth season of Harbour Lights would be the last. "
        "The final season has been on since May 16."
    )
    assert ("premiered", 4) in {(finding.kind, finding.season) for finding in made.findings}


def test_a_franchise_before_its_series_is_not_what_ends() -> None:
    made = read("'Salt Road' Series 'Harbour Lights' Not Returning\n\nIt is over after one season.", DAY, TITLES)
    assert [found.title for found in made] == ["Harbour Lights"]


def test_a_show_is_known_without_its_host() -> None:
    made = read('ITV to end "Tide Talk With Jim Smith"\n\nITV is retiring "Tide Talk" after nine years.', DAY)
    assert [found.title for found in made] == ["Tide Talk With Jim Smith"]


def test_whether_a_show_is_in_limbo_is_an_open_question() -> None:
    assert lights("Harbour Lights on the bubble? ITV boss speaks\n\nHe likes it.").verdict == "pending"
