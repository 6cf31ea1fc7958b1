"""Who is meant where a sentence or a line tells of several shows, or names none: short pieces of our own."""

from __future__ import annotations

import datetime as dt

import pytest

from showstatus.reader import lexicon
from showstatus.reader.article import gathered
from showstatus.reader.cues.groups import enumerated, titles_of
from showstatus.reader.events.details import is_detail, told_by
from showstatus.reader.mentions.marked import Marked, marked
from showstatus.reader.mentions.title import TitleMention
from showstatus.reader.sentences import sentences

DAY = dt.date(2023, 6, 1)
TITLES = ("Salt Road", "Harbour Lights", "Iron Hollow", "Stone Quay")


def told(text: str) -> set[tuple[str, str, str | None]]:
    """What is heard of which show, with its date; the titles are known."""
    heard = gathered(text, DAY, TITLES)
    return {(event.kind, event.show, str(event.date) if event.date else None) for event in heard.told}


def line(text: str) -> Marked:
    """A line below a headline, with the titles in it marked."""
    sentence = sentences(f"Headline\n\n{text}\n\nMore.")[1]
    found = [TitleMention(at, at + len(title), title.lower(), title) for title in TITLES
             if (at := sentence.text.find(title)) >= 0]  # fmt: skip
    return marked(sentence, sorted(found, key=lambda title: title.start))


@pytest.mark.parametrize(
    ("text", "shows"),
    [
        (
            "Four new shows have been canceled: Salt Road on ABC (of which its producer says that she is not done "
            "fighting), Harbour Lights, also ABC (for which nobody will), NBC's Iron Hollow, and Stone Quay.",
            ["salt road", "harbour lights", "iron hollow", "stone quay"],
        ),
        ("Even more are confirmed for 2024, such as Salt Road and Iron Hollow.", ["salt road", "iron hollow"]),
        ("Salt Road has been canceled: Harbour Lights, by contrast, is a hit.", []),
        ("It was canceled: fans of Salt Road are sad.", []),
    ],
)
def test_what_is_told_of_many_is_told_of_each_that_is_named_behind(text: str, shows: list[str]) -> None:
    found = line(text)
    end = max(found.text.find(word) + len(word) for word in ("canceled", "confirmed"))

    assert shows == [mention.key for _, mention in enumerated(found, end)]


@pytest.mark.parametrize(
    "text",
    [
        "Fox has cancelled Salt Road after one season and Iron Hollow after two seasons.",
        "Fox has cancelled Salt Road after one season and Iron Hollow after two.",
        "Fox has cancelled Salt Road after just one season, Iron Hollow after only two, and Stone Quay after five.",
    ],
)
def test_each_of_a_list_is_cancelled_after_its_own_seasons(text: str) -> None:
    heard = gathered(f"Two shows end\n\n{text}", DAY, TITLES)

    assert {("salt road", 1), ("iron hollow", 2)} == {
        (event.show, event.aired) for event in heard.told if event.kind == "cancelled" and event.show != "stone quay"
    }


def test_an_apposition_does_not_part_a_list() -> None:
    heard = told(
        "Axed: three comedies\n\nAlso cancelled are Salt Road, Sarah Smith's much-praised comedy set in a mine, and "
        "Iron Hollow, the first one from Bert Jones."
    )

    assert {("cancelled", "salt road", None), ("cancelled", "iron hollow", None)} <= heard


def test_a_detail_below_an_entry_is_of_that_entry() -> None:
    heard = told(
        "Cancelled: two dramas of Netflix\n\n1. Salt Road\n\nReleased on Netflix: June 30, 2022\n\n"
        "It is about miners who wanted more than salt and did not get it.\n\n2. Iron Hollow\n\n"
        "Released on Netflix: August 18, 2022\n\nIt is about miners as well, but about those who are deeper down.\n"
    )

    assert ("premiered", "salt road", "2022-06-30") in heard
    assert ("premiered", "iron hollow", "2022-08-18") in heard
    assert not {event for event in heard if event[1:] == ("iron hollow", "2022-06-30")}


def test_the_days_behind_the_shows_of_a_list_are_theirs() -> None:
    heard = told("What is coming\n\nFeatured are Salt Road (July 13) and Iron Hollow (August 3).")

    assert {("window", "salt road", "2023-07-13"), ("window", "iron hollow", "2023-08-03")} <= heard


def test_a_season_behind_the_last_show_of_a_list_is_of_that_one() -> None:
    heard = gathered("In the fall\n\nThe list includes Salt Road, Iron Hollow and Stone Quay season 3, "
                     "which are coming in the fall.", DAY, TITLES)  # fmt: skip
    seasons = {(event.show, event.seasons) for event in heard.told if event.kind == "window"}

    assert ("stone quay", (3,)) in seasons
    assert ("salt road", (3,)) not in seasons


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Released on Netflix: June 30, 2022", "premiered"),
        ("Premieres: Monday, Sept. 12", "window"),
        ("Last Episode on NBC: Friday, Sept. 9", "finale"),
        ("Launches globally January 27, 2024", "window"),
        ("When can I watch it? July 27", "window"),
        ("Monday, Sept. 12", None),
    ],
)
def test_a_line_with_a_label_and_a_date_is_a_detail(text: str, kind: str | None) -> None:
    assert kind == told_by(line(text))
    assert (kind is not None) == is_detail(line(text))


def test_a_title_is_one_sign_of_the_marked_copy() -> None:
    found = line("Salt Road and Iron Hollow return.")

    assert [(1, "salt road"), (7, "iron hollow")] == titles_of(found)
    assert found.text[1] == lexicon.SHOW


@pytest.mark.parametrize(
    ("text", "shows"),
    [
        ("Salt Road and Iron Hollow have both been renewed and Stone Quay is in doubt.", {"salt road", "iron hollow"}),
        ("ABC has renewed Stone Quay, and Salt Road is in doubt.", {"stone quay"}),
        ("Salt Road was just renewed, with Stone Quay in doubt.", {"salt road"}),
        ("While Salt Road is on air, ABC is renewing Stone Quay.", {"stone quay"}),
    ],
)
def test_what_was_done_to_a_show_is_told_of_the_one_before(text: str, shows: set[str]) -> None:
    assert shows == {show for kind, show, _ in told(f"What is next\n\n{text}") if kind == "renewed"}


@pytest.mark.parametrize("text", ["Netflix has cancelled them.", "The network has cancelled these two."])
def test_them_are_the_shows_that_were_named_together(text: str) -> None:
    heard = told(f"Salt Road and Iron Hollow\n\nWe liked Salt Road and Iron Hollow. {text}")

    assert {show for kind, show, _ in heard if kind == "cancelled"} == {"salt road", "iron hollow"}
