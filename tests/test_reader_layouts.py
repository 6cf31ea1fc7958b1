"""How texts of several shows are laid out: rows, labels, lists and questions. Short pieces of our own."""

from __future__ import annotations

import datetime as dt

import pytest

from showstatus.reader.article import gathered
from showstatus.reader.json_lines import shows
from showstatus.reader.section_heads import labelled
from showstatus.reader.sentences import Sentence, sentences

DAY = dt.date(2023, 6, 14)
TITLES = ("Salt Road", "Harbour Lights", "Iron Hollow", "Stone Quay", "9-1-7")
PIECE = "Round-up of the week\n\n"


def told(text: str) -> set[tuple[str, str, tuple[int, ...], str | None]]:
    """What is heard: kind, show, seasons and date."""
    heard = gathered(text, DAY, TITLES)
    return {
        (event.kind, event.show, event.seasons, str(event.date.start) if event.date else None)
        for event in heard.told
        if event.said
    }


def kinds(text: str) -> set[tuple[str, str]]:
    """The kind of each event that is heard, with its show."""
    return {(kind, show) for kind, show, _, _ in told(text)}


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Salt Road (season 4), Iron Hollow (season 2)", {("salt road", (4,)), ("iron hollow", (2,))}),
        ("CBS: Salt Road (season 4), Iron Hollow", {("salt road", (4,)), ("iron hollow", ())}),
        ("Salt Road, Iron Hollow and Stone Quay", {("salt road", ()), ("iron hollow", ()), ("stone quay", ())}),
    ],
)
def test_a_row_of_titles_has_the_verdict_above_it(line: str, wanted: set[tuple[str, tuple[int, ...]]]) -> None:
    text = f"The shake-up of the year\n\nRenewed\n\n{line}\n\nCancelled\n\nNBC: Harbour Lights\n\nThat is all for now."
    heard = told(text)

    assert wanted <= {(show, seasons) for kind, show, seasons, _ in heard if kind == "renewed"}
    assert ("cancelled", "harbour lights") in kinds(text)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Gone for good: Salt Road and Iron Hollow.", "cancelled"),
        ("Pilots Picked-Up: Salt Road, Iron Hollow", "ordered"),
        ("Too close to call: Salt Road, Iron Hollow", "pending"),
        ("❓ Unknown: Salt Road, Iron Hollow", "pending"),
    ],
)
def test_a_label_tells_of_the_shows_behind_it(line: str, kind: str) -> None:
    heard = kinds(f"{PIECE}Here it is.\n\n{line}\n\nMore next week.")

    assert {(kind, "salt road"), (kind, "iron hollow")} <= heard


def test_not_every_colon_ends_a_label() -> None:
    assert labelled(Sentence("Harbour Lights: Iron Hollow", 0, 1, 1, "body")) is None
    assert labelled(Sentence("Gone for good: it is over", 0, 1, 1, "body")) is None


def test_what_introduces_a_list_tells_of_each_line_with_the_month_in_it() -> None:
    heard = told(
        "The graveyard of a streamer\n\nHere is the full list of what was axed, and when.\n\n"
        "- Salt Road (2 seasons) – June 2017\n- Iron Hollow (1 season) – April 2018\n- Stone Quay (1 season) – May 2019"
    )

    assert {(show, date) for kind, show, _, date in heard if kind == "cancelled"} == {
        ("salt road", "2017-06-01"),
        ("iron hollow", "2018-04-01"),
        ("stone quay", "2019-05-01"),
    }


def test_what_introduces_a_list_may_turn_on_itself() -> None:
    heard = kinds(
        "The un-renewed\n\nHere is the list of shows that were picked up and yet will not be on air.\n\n"
        "Salt Road (Sky)\nIron Hollow (Sky)"
    )

    assert not {kind for kind, _ in heard} & {"renewed", "returns"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Summer premiere dates\n\nWednesday, June 24: “Salt Road” (season five), followed by “Iron Hollow”.",
            {("window", "salt road", (5,), "2023-06-24"), ("window", "iron hollow", (), "2023-06-24")},
        ),
        (
            "Notes from the press tour\n\n1. Salt Road season four: July 6.\n2. Iron Hollow: also July 6.\n"
            "3. Stone Quay: July 9.",
            {("window", "salt road", (4,), "2023-07-06"), ("window", "iron hollow", (), "2023-07-06")},
        ),
        (
            PIECE + "ABC renewed Salt Road, Iron Hollow and Stone Quay for second seasons, and Harbour Lights for a "
            "fourth.",
            {("renewed", "salt road", (2,), None), ("renewed", "harbour lights", (4,), None)},
        ),
        (PIECE + "Salt Road is returning to CBS for 2023-24.", {("renewed", "salt road", (), "2023-01-01")}),
        (PIECE + "Salt Road season 2 is out Thursday.", {("window", "salt road", (2,), "2023-06-15")}),
        (
            PIECE + "Salt Road premieres July 5 and is renewed for a second season.",
            {("window", "salt road", (), "2023-07-05"), ("renewed", "salt road", (2,), None)},
        ),
        (
            PIECE + "NBC earlier renewed “Salt Road”, and “Iron Hollow” will come back for a third season.",
            {("renewed", "salt road", (), None), ("renewed", "iron hollow", (3,), None)},
        ),
        (
            PIECE + "Salt Road is back for a fourth season, as is Iron Hollow for its third.",
            {("renewed", "salt road", (4,), None), ("renewed", "iron hollow", (3,), None)},
        ),
        (
            "The list\n\nSalt Road. Sky: season two in 2024.\n\nIron Hollow. The third season is the end.\n\n"
            "Stone Quay. No word yet.",
            {("window", "salt road", (2,), "2024-01-01"), ("final", "iron hollow", (3,), None)},
        ),
        (PIECE + "Salt Road's fourth launches July 10.", {("window", "salt road", (4,), "2023-07-10")}),
        (
            PIECE + "Salt Road gets a second season, filming of which began in Cork this May.",
            {("renewed", "salt road", (2,), None), ("filming-started", "salt road", (2,), "2023-05-01")},
        ),
        (PIECE + "Salt Road season three has wrapped in Belfast.", {("filming-wrapped", "salt road", (3,), None)}),
    ],
)
def test_days_and_seasons_of_several(text: str, wanted: set[tuple[str, str, tuple[int, ...], str | None]]) -> None:
    assert wanted <= told(text)


def test_a_page_of_questions_answers_what_is_asked() -> None:
    text = (
        "TV questions with Bert\n\nQ: Is Sky's “Salt Road” coming back? I loved it.\n-- Carol, Leeds\n\n"
        "Bert: No. Sky canceled it in May.\n\nQ: What about “Iron Hollow?”\n-- Nick, Cork\n\n"
        "Bert: It was renewed for a third season.\n\nQ: And “Stone Quay”?\n-- Ann, Ely\n\nBert: No word yet."
    )
    heard = kinds(text)

    assert {("cancelled", "salt road"), ("renewed", "iron hollow"), ("pending", "stone quay")} <= heard
    assert not any(show == "bert" for _, show in heard)


def test_bullets_may_be_signs_and_figures_in_boxes() -> None:
    text = "Bits\n\n1️⃣ Salt Road was renewed.\n\n✅ Iron Hollow was renewed.\n\n📅 Stone Quay is over."

    assert [line.text.split()[0] for line in sentences(text)[1:]] == ["Salt", "Iron", "Stone"]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("9-1-7", PIECE + "Former Fox drama 9-1-7 makes its ABC debut on July 14."),
        ("Iron Hollow", PIECE + "In Canada, Global's Iron Hollow starts its second season on July 21."),
        ("Iron Hollow", PIECE + "TBA Iron Hollow season 3\nTBA Salt Road season 2"),
    ],
)
def test_titles_are_found_without_what_stands_before_them(title: str, text: str) -> None:
    assert title in {found.title for found in gathered(text, DAY, TITLES).finder.accepted.values()}


def test_a_day_in_bold_is_no_title() -> None:
    found = gathered(PIECE + "**January 7** Salt Road premiere\n**March 7** Iron Hollow season 4", DAY, TITLES)

    assert "january" not in found.finder.accepted


def test_two_of_a_line_are_two() -> None:
    heard = kinds(PIECE + "Salt Road - Season 2 was ordered.\nIron Hollow and Stone Quay - Both axed in May.")

    assert {("cancelled", "iron hollow"), ("cancelled", "stone quay")} <= heard


def test_a_new_year_that_is_to_come_is_the_next() -> None:
    heard = told(PIECE + "Salt Road returns on New Year's Day.")

    assert ("window", "salt road", (), "2024-01-01") in heard


def test_the_verdicts_of_a_scorecard_are_no_titles() -> None:
    scorecard = """TV Scorecard: What's Renewed, What's Cancelled

ABC

Salt Road — RENEWED (Season 6)
Harbour Lights: Renewed for Season 5

CBS

Iron Hollow - Renewed (Season 3)
Stone Quay – CANCELLED after two seasons"""

    assert {
        ("renewed", "salt road", (6,), None),
        ("renewed", "harbour lights", (5,), None),
        ("renewed", "iron hollow", (3,), None),
        ("cancelled", "stone quay", (), None),
    } == told(scorecard)
    assert {"Salt Road", "Harbour Lights", "Iron Hollow", "Stone Quay"} == {
        show["title"] for show in shows(scorecard, DAY, TITLES)
    }
