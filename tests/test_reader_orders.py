"""Orders, renewals and rescues as trade, press offices, tabloids and local papers tell them; sentences of our own."""

from __future__ import annotations

import datetime as dt

import pytest

from showstatus.reader.article import gathered
from showstatus.reader.json_lines import shows
from showstatus.reader.mentions.numbers import season_mentions

DAY = dt.date(2024, 6, 11)
"""A Tuesday."""
KNOWN = ("Harlow Bay", "Salt Road")
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
        ("Six new episodes of Harlow Bay have been ordered.", "renewed", ()),
        ("ITV is in for a second season of Harlow Bay.", "renewed", (2,)),
        ("The BBC is going back to Harlow Bay for a third series.", "renewed", (3,)),
        ("ITV has commissioned two further series of Harlow Bay, taking it to a fourth.", "ordered", (3, 4)),
        ("With season 2 of Harlow Bay only just out, Netflix has said yes to a third.", "renewed", (3,)),
        ("Harlow Bay gets a fifth ride.", "renewed", (5,)),
        ("The islanders of Harlow Bay enter their third season in the autumn.", "window", (3,)),
        ("The gentle comedy with Jane Doe and John Roe was extended for a third season.", "renewed", (3,)),
        ("Netflix will not be making any more of Harlow Bay.", "cancelled", ()),
        ("Harlow Bay has yet to hear.", "pending", ()),
    ],
)
def test_what_is_decided_is_told_of_its_season(text: str, kind: str, seasons: tuple[int, ...]) -> None:
    assert (kind, seasons) in [(what, numbers) for _, what, numbers, _ in told(text)]


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("Harlow Bay bows out Oct. 19.", "finale", "2024-10-19"),
        ("Harlow Bay opened last Monday to two million viewers.", "premiered", "2024-06-03"),
        ("LEEDS, June 10 (UPI) -- Netflix has renewed Harlow Bay for a second season.", "renewed", None),
        ("Netflix said on Monday that it has Harlow Bay now, a day after Fox axed it.", "cancelled", None),
    ],
)
def test_each_thing_has_its_own_day(text: str, kind: str, date: str | None) -> None:
    assert (kind, date) in [(what, when) for _, what, _, when in told(text)]


def test_a_season_of_the_second_show_is_none_of_the_first() -> None:
    heard = [(show, seasons) for show, _, seasons, _ in told("ABC orders Salt Road, second season of Harlow Bay.")]

    assert heard == [("salt road", ()), ("harlow bay", (2,))]


@pytest.mark.parametrize("text", ["Netflix will show the second half of season two.", "Three episodes were shown."])
def test_half_a_season_is_no_order(text: str) -> None:
    assert not {"back-order", "ordered", "renewed"} & {kind for _, kind, _, _ in told(text)}


def test_several_that_are_brought_back_are_each_renewed_on_that_day() -> None:
    text = (
        "CTV keeps five dramas\n\nCTV announced today that it is bringing back two of its dramas:\n\n"
        "- SALT ROAD – Season 2\n- HARLOW BAY – Season 19\n"
    )

    made = {str(show["title"]).lower(): show["events"] for show in shows(text, DAY, KNOWN)}

    for title, season in (("salt road", 2), ("harlow bay", 19)):
        assert ("renewed", season, "2024-06-11") in [(e["kind"], e["season"], e["date"]) for e in made[title]]  # type: ignore[attr-defined]


def test_a_cancellation_that_more_seasons_followed_is_an_old_one() -> None:
    text = (
        "Harlow Bay renewed for season 5\n\nOn Monday Netflix renewed the drama for a fifth season. "
        "Fox scrapped Harlow Bay after three seasons.\n"
    )

    assert shows(text, DAY, KNOWN)[0]["verdict"] == "renewed"


def test_praise_in_the_first_lines_makes_no_list_of_the_best() -> None:
    text = (
        "Good news as Netflix hits get the go-ahead\n\nNetflix stands by two of the year's funniest shows.\n\n"
        "Harlow Bay has been renewed for a second series.\n"
    )

    assert [show["title"] for show in shows(text, DAY, KNOWN)] == ["Harlow Bay"]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("two more seasons, through season 6", (5, 6)),
        ("two more seasons, which will take it to a fifth", (4, 5)),
        ("two more seasons, and season 6 is out", ()),
    ],
)
def test_more_seasons_are_counted_back_from_the_last(text: str, numbers: tuple[int, ...]) -> None:
    assert season_mentions(text)[0].numbers == numbers


@pytest.mark.parametrize(
    ("text", "kind", "seasons"),
    [
        ("Another eight episodes of Harlow Bay have been ordered.", "renewed", ()),
        ("Netflix has okayed a third season of Harlow Bay.", "renewed", (3,)),
        ("Netflix has put in for a third season of Harlow Bay.", "renewed", (3,)),
        ("Season 2 of Harlow Bay is already a lock.", "renewed", (2,)),
        ("Netflix gives Harlow Bay another year.", "renewed", ()),
        ("C4 has recommissioned Harlow Bay for a second stretch.", "renewed", (2,)),
        ("Netflix has brought it back for year two.", "renewed", (2,)),
        ("They'd been renewed for a third season.", "renewed", (3,)),
        ("Harlow Bay has got the bullet.", "cancelled", ()),
        ("ITV would only say that no decision has been made.", "pending", ()),
        ("Harlow Bay will have a seventh season, and that will be it.", "final", (7,)),
        ("Production on the next ten episodes of Harlow Bay is slated for 2025.", "filming-started", ()),
        ("Season two, which dropped in July, was in the Top 10.", "premiered", (2,)),
        ("The second goes out on ITV from September 17.", "window", (2,)),
        ("Netflix ordered a second season of Harlow Bay following its launch on May 30.", "premiered", ()),
    ],
)
def test_more_ways_to_tell_it(text: str, kind: str, seasons: tuple[int, ...]) -> None:
    assert (kind, seasons) in [(what, numbers) for _, what, numbers, _ in told(text)]


def test_what_is_to_come_lies_ahead() -> None:
    heard = told("Principal photography kicks off in Leeds in May.") + told(
        "Harlow Bay has been back since January 2023."
    )

    assert [(kind, date) for _, kind, _, date in heard] == [("filming-started", "2025-05"), ("premiered", "2023-01")]


def test_a_helping_verb_in_a_headline_is_no_first_name() -> None:
    text = "Salt Road Will Keep Going: Netflix Orders Season 3\n\nSalt Road is a comedy.\n"

    assert [(show["title"], show["confirmed_seasons"]) for show in shows(text, DAY, KNOWN)] == [("Salt Road", [3])]


def test_new_shows_below_an_order_are_each_ordered() -> None:
    text = (
        "ABC pickups so far\n\nABC has given series orders to two dramas ahead of its upfront next Monday:\n\n"
        "Harlow Bay (drama): Recruits train at the base. Stars Ann Lee.\nSalt Road (drama): A woman investigates.\n"
    )

    for show in shows(text, DAY, KNOWN):
        assert [(event["kind"], event["season"]) for event in show["events"]] == [("ordered", 1)]  # type: ignore[attr-defined]


def test_a_season_that_is_left_open_is_not_the_one_that_comes() -> None:
    text = (
        "Harlow Bay gets a fourth series\n\nHarlow Bay has been given a fourth series, which will be on ITV in 2025. "
        "A fifth has yet to be announced.\n"
    )

    assert shows(text, DAY, KNOWN)[0]["confirmed_seasons"] == [4]


def test_the_present_season_of_another_show_is_not_that_of_the_first() -> None:
    text = (
        "TBS sticks with Harlow Bay\n\nTBS has ordered a fourth season of Harlow Bay. Salt Road, now in its third, "
        "gets a fourth season too.\n"
    )

    assert shows(text, DAY, KNOWN)[0]["confirmed_seasons"] == [4]


def test_all_seasons_for_which_a_show_is_saved_are_ordered() -> None:
    text = (
        "Harlow Bay saved\n\nThree years after ITV axed Harlow Bay, BritBox has picked it up for a second and a third "
        "season.\n"
    )

    assert shows(text, DAY, KNOWN)[0]["confirmed_seasons"] == [2, 3]


@pytest.mark.parametrize(
    ("text", "kind", "seasons"),
    [
        ("Filming on the six new episodes of the drama started in Leeds earlier this month.", "filming-started", ()),
        ("The shooting of the second season of the Jane Doe drama is complete.", "filming-wrapped", (2,)),
        ("The streamer announced the renewal Monday on social media.", "renewed", ()),
        ("Series 12 and 13 will each comprise eight episodes.", "renewed", (12, 13)),
        ("On Friday, ABC brought back country soap Harlow Bay for a third season.", "renewed", (3,)),
        ("All ten episodes of Harlow Bay dropped from October 8 to December 3 last year.", "premiered", ()),
        ("It comes seven weeks after the debut of the comic adaptation on May 7.", "premiered", ()),
    ],
)
def test_what_is_made_and_shown_is_told_in_more_words(text: str, kind: str, seasons: tuple[int, ...]) -> None:
    assert (kind, seasons) in [(what, numbers) for _, what, numbers, _ in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Jane Doe and John Roe come aboard as showrunners.",
        "It will have three 90-minute films, which will premiere in late 2024.",
    ],
)
def test_neither_makers_nor_films_are_work_on_a_show(text: str) -> None:
    assert not {"casting", "filming-started"} & {kind for _, kind, _, _ in told(text)}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "ITV gives Harlow Bay another year\n\nThe drama with Jane Fonda and Dimian Bachir will be back.\n",
            "Harlow Bay",
        ),
        ("Harlow Bay gets another round\n\nThe Jane Black comedy has been ordered to a second season.\n", "Harlow Bay"),
        ("“Dept. Roe” renewed\n\n“Dept. Roe,” the crime drama, is getting a second season.\n", "Dept. Roe"),
    ],
)
def test_people_are_no_shows(text: str, title: str) -> None:
    assert [show["title"] for show in shows(text, DAY, KNOWN)] == [title]
