"""Which of two seasons, shows or days a phrase has that name both; sentences of our own."""

from __future__ import annotations

import datetime as dt

import pytest

from showstatus.reader.article import gathered
from showstatus.reader.json_lines import shows
from showstatus.reader.mentions.numbers import season_mentions
from showstatus.reader.mentions.times import date_mentions

DAY = dt.date(2024, 6, 13)
"""A Thursday."""
KNOWN = ("Harlow Bay", "Salt Road", "Iron Hollow", "Brine", "4-1-7")
START = "What we know about Harlow Bay\n\nHarlow Bay is a Netflix drama with Ann Lee.\n\n"


def told(text: str) -> list[tuple[str, str, tuple[int, ...], str | None]]:
    """What is stated behind the first sentences: show, kind, seasons and date."""
    heard = gathered(START + text + "\n", DAY, KNOWN)
    first = heard.marks[2].sentence.start
    return [
        (event.show, event.kind, event.seasons, event.date.edtf if event.date else None)
        for event in heard.told if event.said and event.sentence.start >= first
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind", "seasons"),
    [
        ("ITV has renewed Harlow Bay for season 8, ahead of season 7, on which production begins in July.",
         "filming-started", (7,)),
        ("Sky ordered a third run of Harlow Bay, even though the second will not be on the air until next year.",
         "window", (2,)),
        ("Harlow Bay, which starts streaming on Friday, is all set for a second season.", "window", ()),
        ("Netflix has renewed the Leeds-set show for a second season.", "renewed", (2,)),
        ("Netflix has renewed the Jane Doe drama for a second season.", "renewed", (2,)),
        ("Six further episodes will be recorded in the summer for broadcast towards the end of 2024.", "window", ()),
        ("ITV has ordered three more feature-length episodes of Harlow Bay.", "renewed", ()),
        ("ITV has reached an agreement on a second season of Harlow Bay.", "moved", (2,)),
        ("The final season of Harlow Bay will not be back in September.", "delayed", ()),
        ("ITV has moved the debut of Harlow Bay, a new crime series, to July 17.", "delayed", (1,)),
    ],
)  # fmt: skip
def test_each_phrase_has_its_own_season(text: str, kind: str, seasons: tuple[int, ...]) -> None:
    assert (kind, seasons) in [(what, numbers) for _, what, numbers, _ in told(text)]


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("Harlow Bay, which began on May 25, concludes this Sunday.", "finale", "2024-06-16"),
        ("Ahead of tonight's finale, Netflix has renewed Harlow Bay.", "finale", "2024-06-13"),
        ("Harlow Bay is back in September.", "window", "2024-09"),
    ],
)  # fmt: skip
def test_each_phrase_has_its_own_day(text: str, kind: str, date: str) -> None:
    assert (kind, date) in [(what, when) for _, what, _, when in told(text)]


def test_what_began_back_in_a_month_is_past() -> None:
    back, again = date_mentions("It began back in May"), date_mentions("It is back in May")

    assert [mention.text for mention in (*back, *again)] == ["back in May", "in May"]


def test_the_shows_of_the_headline_are_meant_by_their_number() -> None:
    text = (
        "TNT renews Harlow Bay, Salt Road and Iron Hollow\n\nTNT has handed out renewals.\n\nA word from its boss.\n\n"
        "Viewers have been patient.\n\nAll three will be back in summer 2025.\n"
    )

    heard = gathered(text, DAY, KNOWN)

    came = {event.show for event in heard.told if event.kind == "window"}
    assert came == {"harlow bay", "salt road", "iron hollow"}


def test_a_show_that_another_outlasts_is_none_of_which_more_is_told() -> None:
    text = (
        "Harlow Bay gets an eighth season\n\nNetflix renewed it on Monday.\n\nThat makes it its longest-running "
        "show, beating Salt Road, which ran for seven seasons. Season 6 came out on May 19.\n"
    )

    heard = gathered(text, DAY, KNOWN)

    assert {event.show for event in heard.told if event.kind == "premiered"} == {"harlow bay"}


def test_a_title_behind_its_maker_is_read() -> None:
    text = "Sky hands “Brine” a second season\n\nEXCLUSIVE: Joe Gill's Brine is coming back for a second season.\n"

    heard = gathered(text, DAY, KNOWN)

    assert ("brine", (2,)) in [(event.show, event.seasons) for event in heard.told if event.kind == "renewed"][1:]


@pytest.mark.parametrize("title", ["4-1-7", "Van der Brink"])
def test_titles_of_digits_and_of_foreign_names_are_whole(title: str) -> None:
    text = f"ABC renews {title} for season 2\n\nABC has renewed {title} for a second season, it said on Monday.\n"

    assert [show["title"] for show in shows(text, DAY, [*KNOWN, title])] == [title]


def test_a_season_that_is_shot_soon_is_still_to_come() -> None:
    text = "Harlow Bay goes on\n\nNetflix has renewed Harlow Bay for season 8. Production on season 7 begins in July.\n"

    assert shows(text, DAY, KNOWN)[0]["confirmed_seasons"] == [7, 8]


@pytest.mark.parametrize(
    ("text", "kind", "seasons"),
    [
        ("Crave has renewed its original Harlow Bay for a second season.", "renewed", (2,)),
        ("Now AXN has renewed it for a third ahead of the second.", "renewed", (3,)),
        ("With season 2 of Harlow Bay out now, the spy drama has been renewed for third and fourth seasons.",
         "renewed", (3, 4)),
        ("Harlow Bay will be back for season 2, ITV announced today.", "renewed", (2,)),
        ("Jane Doe will return as DCI Roe for a 23rd series of Harlow Bay.", "renewed", (23,)),
        ("The 22nd begins on ITV this Sunday.", "window", (22,)),
        ("In a first, a series cancelled by Netflix has been picked up by Pop.", "cancelled", ()),
        ("It's a yes for season two.", "renewed", (2,)),
    ],
)  # fmt: skip
def test_a_decision_has_the_season_right_behind_it(text: str, kind: str, seasons: tuple[int, ...]) -> None:
    assert (kind, seasons) in [(what, numbers) for _, what, numbers, _ in told(text)]


def test_what_is_shown_weekly_until_a_day_ends_then() -> None:
    made = told("New episodes of season one come out on Fridays until July 26.")

    assert [(kind, date) for _, kind, _, date in made] == [("finale", "2024-07-26")]


def test_two_verdicts_of_a_headline_are_of_their_own_shows() -> None:
    text = "'Harlow Bay' and 'Salt Road' Renewed, 'Iron Hollow' Cancelled\n\nA round-up.\n"

    made = {(event.show, event.kind) for event in gathered(text, DAY, KNOWN).told}

    assert made == {("harlow bay", "renewed"), ("salt road", "renewed"), ("iron hollow", "cancelled")}


def test_each_of_two_shows_has_the_season_it_is_given() -> None:
    made = {
        (show, numbers)
        for show, _, numbers, _ in told("ABC has given a fourth season to Harlow Bay and a third to Salt Road.")
    }

    assert ("harlow bay", (4,)) in made


def test_the_last_of_several_shows_does_not_end() -> None:
    assert "final" not in {
        what for _, what, _, _ in told("It was the last of the network's bubble shows to be decided upon.")
    }


def test_shows_that_are_listed_as_renewed_are() -> None:
    made = {(show, kind) for show, kind, _, _ in told("Other shows renewed by ABC include Salt Road and Iron Hollow.")}

    assert made == {("salt road", "renewed"), ("iron hollow", "renewed")}


def test_seasons_over_which_episodes_will_be_spread_have_not_aired() -> None:
    mention = season_mentions("20 episodes, to be spread over two seasons")[0]

    assert (mention.more, mention.aired) == (2, 0)
