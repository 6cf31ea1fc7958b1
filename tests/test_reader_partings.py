"""How a show parts, asked and told: questions with the show inside, series finales; in sentences of our own."""

from __future__ import annotations

import datetime as dt

import pytest

from showstatus.reader.article import gathered, read
from showstatus.reader.events.event import Event
from showstatus.reader.readings.verdicts import verdict_of

DAY = dt.date(2023, 6, 15)
TITLES = ("Harbour Lights", "Salt Road")
HEAD = "'Harbour Lights': the latest\n\nHarbour Lights is on ITV.\n\n"


def told(text: str, head: str = HEAD) -> list[Event]:
    made = gathered(head + text + "\n", DAY, TITLES).told
    return [event for event in made if event.show == "harbour lights" and event.sentence.start >= len(head) - 9]


def kinds(text: str) -> set[str]:
    return {event.kind for event in told(text) if event.said}


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Is Harbour Lights coming back?", "returns"),
        ("So, is Harbour Lights happening again?", "returns"),
        ("Is 'Harbour Lights' really over?", "cancelled"),
    ],
)
def test_a_question_has_its_show_behind_the_verb(question: str, kind: str) -> None:
    made = [event for event in told(question, "") if event.kind == kind]
    assert {event.mood for event in made} == {"asked"}


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("ITV has yet to recommission the thriller.", "pending"),
        ("There's no answer yet.", "pending"),
        ("Harbour Lights will ride off after four seasons.", "final"),
    ],
)
def test_what_is_open_or_ends(sentence: str, kind: str) -> None:
    assert kind in kinds(sentence)


def test_no_plans_are_an_end_all_the_same() -> None:
    assert "pending" not in kinds("There are no plans for Harbour Lights to return.")


def test_afraid_so_is_a_yes() -> None:
    text = "Is 'Harbour Lights' really over?\n\nAfraid so. It was on for years."
    assert "cancelled" in {event.kind for event in told(text, "") if event.said}


def test_a_day_that_comes_and_goes_is_no_end() -> None:
    assert "cancelled" not in kinds("Wrap day has come and gone.")


def test_a_halt_on_the_last_season_is_no_wrap() -> None:
    assert "filming-wrapped" not in kinds("Production on the sixth and final season of Harbour Lights has been halted.")


def test_a_series_finale_without_a_verb_may_be_ahead() -> None:
    made = told("The last six episodes begin June 20, with the series finale on July 25.")
    assert "2023-07-25" in {str(event.date) for event in made}


def test_the_series_finale_is_that_of_the_last_season() -> None:
    text = HEAD + "The twelfth season of Harbour Lights will be its last. The series finale airs in May 2024.\n"
    found = next(made for made in read(text, DAY, TITLES) if made.key == "harbour lights")
    assert ("finale", 12) in {(made.kind, made.season) for made in found.findings}


def test_an_entry_that_ends_on_a_day_is_in_its_last_season() -> None:
    text = "ITV makes up its mind\n\n• Salt Road: cancelled.\n• Harbour Lights: ends July 24.\n"
    made = [event for event in gathered(text, DAY, TITLES).told if event.show == "harbour lights"]
    assert verdict_of(made, DAY) == "final-season"


def test_the_same_behind_a_comma_is_told_of_a_show() -> None:
    made = gathered(
        "News\n\nSalt Road was renewed in May; Harbour Lights, likewise; more is to come.\n", DAY, TITLES
    ).told
    assert ("harbour lights", "renewed") in {(event.show, event.kind) for event in made}


def test_foreign_titles_in_quotation_marks_are_titles() -> None:
    text = "Safe are two\n\n'La chica de nieve' and 'Salt Road' were both renewed for a second season by Netflix.\n"
    assert "La chica de nieve" in {made.title for made in read(text, DAY, TITLES)}
