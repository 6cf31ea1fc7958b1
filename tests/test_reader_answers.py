"""Questions that are answered with a word or a date, and lists of shows that end: in sentences of our own."""

from __future__ import annotations

import datetime as dt

import pytest

from showstatus.reader.article import gathered, read
from showstatus.reader.events.event import Event
from showstatus.reader.readings.reading import Reading

DAY = dt.date(2023, 6, 15)
TITLES = ("Harbour Lights", "Salt Road")


def told(text: str, show: str = "harbour lights") -> list[Event]:
    return [event for event in gathered(text, DAY, TITLES).told if event.show == show and event.said]


def lights(text: str) -> Reading:
    return next(found for found in read(text, DAY, TITLES) if found.key == "harbour lights")


@pytest.mark.parametrize(
    ("asked", "answer", "kind"),
    [
        ("Has 'Harbour Lights' been cancelled?", "Yes, sadly.", "cancelled"),
        ("Has 'Harbour Lights' been cancelled?", "No. ITV is happy with it.", "alive"),
        ("Will 'Harbour Lights' get a season 3?", "In a word: no.", "cancelled"),
        ("Will 'Harbour Lights' get a season 3?", "No, ITV has not announced one.", "pending"),
        ("Has 'Harbour Lights' been renewed?", "Unfortunately not.", "pending"),
        ("Has 'Harbour Lights' been renewed?", "The short answer is yes.", "renewed"),
    ],
)
def test_an_answer_tells_what_was_asked(asked: str, answer: str, kind: str) -> None:
    assert kind in {event.kind for event in told(f"{asked}\n\n{answer}\n")}


@pytest.mark.parametrize("answer", ["Yes, but only perhaps.", "Yesterday it was shown again.", "Noel Lee is in it."])
def test_what_only_begins_like_an_answer_is_none(answer: str) -> None:
    assert not told(f"Has 'Harbour Lights' been renewed?\n\n{answer}\n")


def test_a_date_answers_when() -> None:
    made = told("'Harbour Lights'\n\nWhen was it cancelled?\n\nOn 8 May 2023, five weeks later.\n")
    assert ("cancelled", "2023-05-08") in {(event.kind, str(event.date)) for event in made}


def test_what_follows_a_question_as_its_reason_is_said() -> None:
    made = told("Is Harbour Lights a limited series? Here's why you won't get season 2\n\nIt is on ITV.\n")
    assert [(event.kind, event.seasons) for event in made] == [("cancelled", (2,))]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Harbour Lights was always going to be a limited series.", "ended"),
        ("Six episodes are all there will be.", "ended"),
        ("ITV will not finish season 4 of Harbour Lights.", "cancelled"),
        ("Harbour Lights isn't going anywhere.", "alive"),
        ("Harbour Lights: A safe bet.", "pending"),
        ("Harbour Lights is calling it quits.", "final"),
    ],
)
def test_ends_and_their_contraries(sentence: str, kind: str) -> None:
    assert kind in {event.kind for event in told(f"'Harbour Lights': the latest\n\n{sentence}\n")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Amy Lee has walked away from Harbour Lights.",
        "A video claiming that Harbour Lights had been cancelled was seen by many.",
        "Many in the cast believe that the fifth season will be the last.",
    ],
)
def test_who_leaves_or_believes_ends_no_show(sentence: str) -> None:
    made = told(f"'Harbour Lights': the latest\n\n{sentence}\n")
    assert not {"cancelled", "final"} & {event.kind for event in made}


def test_the_shows_of_a_list_of_goodbyes_are_in_their_last_season() -> None:
    text = "Your guide to this summer's goodbyes\n\nHarbour Lights – ITV, July 3\n\nSalt Road – BBC, July 8\n"
    assert lights(text).verdict == "final-season"
    assert {(event.kind, str(event.date)) for event in told(text)} == {("finale", "2023-07-03"), ("final", "None")}


def test_what_is_told_in_brackets_is_of_the_show_before_them() -> None:
    text = "Two are gone: Harbour Lights (the finale was on June 6) and Salt Road\n\nITV is done.\n"
    assert "finale" in {event.kind for event in told(text)}
    assert "finale" not in {event.kind for event in told(text, "salt road")}


def test_a_series_finale_still_to_come_makes_a_last_season() -> None:
    assert lights("'Harbour Lights' goes\n\nThe series finale airs on July 3.\n").rule == "final-season"
    assert lights("'Harbour Lights' goes\n\nThe series finale aired on June 3.\n").rule == "ended"
    assert lights("'Harbour Lights'\n\nHarbour Lights ends July 3 after six seasons.\n").rule == "final-season"


def test_an_apposition_does_not_part_a_finale_from_its_day() -> None:
    made = told("'Harbour Lights'\n\nThe series finale, an epic one, is coming on July 3.\n")
    assert ("finale", "2023-07-03") in {(event.kind, str(event.date)) for event in made}
    made = told("'Harbour Lights'\n\nThe series ran from Jan. 22 to March 12 last year.\n")
    assert {str(event.date) for event in made} == {"2022-01-22", "2022-03-12"}


def test_an_item_that_asks_and_answers_claims_only_the_answer() -> None:
    text = "All about Harlow Bay season 3\n- Where to watch: Hulu\n- Will there be a season 4? Not announced yet.\n"
    (show,) = read(text, dt.date(2023, 8, 3), ["Harlow Bay"])

    assert ("pending", ()) == (show.verdict, tuple(show.confirmed))
