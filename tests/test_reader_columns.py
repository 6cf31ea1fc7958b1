"""Lists, columns and anaphora that say of which show an end is told, and when: in sentences of our own."""

from __future__ import annotations

import datetime as dt

import pytest

from showstatus.reader.article import gathered

DAY = dt.date(2023, 6, 15)
TITLES = ("Harbour Lights", "Salt Road", "Blue Door", "The Gate")
HEAD = "'Harbour Lights': the latest\n\nHarbour Lights is on ITV.\n\n"


def heard(text: str) -> set[tuple[str, str, int | None]]:
    """The show, kind and season of all that a text states."""
    told = gathered(text + "\n", DAY, TITLES).told
    return {(event.show, event.kind, season) for event in told if event.said for season in event.seasons or (None,)}


def days(text: str) -> set[tuple[str, str, str]]:
    return {(e.show, e.kind, str(e.date)) for e in gathered(text + "\n", DAY, TITLES).told if e.said and e.date}


def test_a_heading_of_work_ends_the_list_above_it() -> None:
    told = heard(
        "Up in the air\n\nNo decision yet:\nSalt Road\nBlue Door\n\nIn production:\nHarbour Lights\nThe Gate\n"
    )
    assert {(show, kind) for show, kind, _ in told if kind == "pending"} == {
        ("salt road", "pending"), ("blue door", "pending")
    }  # fmt: skip


def test_a_list_of_cancellations_tells_of_all_its_shows() -> None:
    told = heard("Salt Road, Blue Door and the year in cancellations\n\n• Salt Road (2 seasons)\n• Harbour Lights\n")
    assert {("salt road", "cancelled"), ("harbour lights", "cancelled")} <= {(s, k) for s, k, _ in told}


def test_the_former_and_the_latter_are_told_apart() -> None:
    told = heard(
        "News\n\nSalt Road and Harbour Lights are safe. The former was renewed for a third season in May, "
        "the latter got a fourth."
    )
    assert {("salt road", "renewed", 3), ("harbour lights", "renewed", 4)} <= told


def test_the_same_day_is_that_which_was_named_before() -> None:
    told = days("News\n\nITV axed Salt Road on May 8, 2023. Harbour Lights was let go on the same day.")
    assert ("harbour lights", "cancelled", "2023-05-08") in told
    told = days("News\n\nITV axed Salt Road on May 8, 2023. The next day it dropped Harbour Lights.")
    assert ("harbour lights", "cancelled", "2023-05-09") in told


def test_what_is_asked_of_a_columnist_is_answered_of_that_show() -> None:
    told = heard(
        "Ask Jim: Is 'Salt Road' dead?\n\nQuestion: What have you heard about Harbour Lights? — Sue\n\n"
        "Jim: In April it was renewed for a third season."
    )
    assert ("harbour lights", "renewed", 3) in told


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Harbour Lights is not only cancelled but gone from the service.", "cancelled"),
        ("We don't have any current or future plans for it to return.", "cancelled"),
        ("Out are sophomore dramas Harbour Lights and Salt Road.", "cancelled"),
        ("The network told critics there would be no season 4.", "cancelled"),
        ("Season 14 of the drama was billed as the last.", "final"),
        ("The second season stormed in on May 10.", "premiered"),
        ("The second series reaches its climax this Sunday.", "finale"),
        ("There are ten episodes, the last of which is due on July 17.", "finale"),
        ("The farewell broadcast is planned for December.", "finale"),
        ("The show's been axed.", "cancelled"),
        ("Nothing's been announced.", "pending"),
    ],
)
def test_further_ways_to_say_it(sentence: str, kind: str) -> None:
    assert ("harbour lights", kind) in {(show, kind) for show, kind, _ in heard(HEAD + sentence)}


def test_a_company_does_not_end_a_sentence() -> None:
    assert ("salt road", "pending", None) in heard("News\n\nThe future of Warner Bros.' Salt Road is uncertain.")


def test_who_announces_a_last_season_renews_nothing() -> None:
    assert heard('ITV announces final season of "Harbour Lights"\n\nIt is over.') == {("harbour lights", "final", None)}


def test_a_finale_has_not_the_season_that_will_not_be() -> None:
    text = (
        '"Harbour Lights" will come to a close on June 24 with its 16th episode, and there won\'t be a second season.'
    )
    assert ("harbour lights", "finale", None) in heard(f"News\n\n{text}")


@pytest.mark.parametrize("text", ["She doubts it will be back.", "Before you ask: yes, it rains."])
def test_doubts_are_no_news(text: str) -> None:
    assert not {kind for _, kind, _ in heard(HEAD + text)} - {"production"}
