"""What is said of a shoot and is none: days of scenes, of others, of lists; and what a question or clause tells."""

from __future__ import annotations

import datetime as dt

import pytest

from showstatus.reader.article import gathered

DAY = dt.date(2023, 6, 15)
TITLES = ("Salt Road", "Iron Hollow")
ABOVE = "Salt Road: what we know\n\nSalt Road is a drama.\n\n"


def heard(text: str) -> list[tuple[str, tuple[int, ...], str | None]]:
    """What a text states of Salt Road: kind, seasons and day of each event."""
    told = gathered(text, DAY, TITLES).told
    return [
        (event.kind, event.seasons, str(event.date) if event.date else None)
        for event in told if event.said and event.show == "salt road"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "They will shoot a fight scene in Leeds on Tuesday.",
        "Salt Road films today in Leeds.",
        "It is before the cameras until the end of September.",
    ],
)
def test_a_day_of_shooting_is_none_on_which_it_begins(sentence: str) -> None:
    assert {None} == {day for kind, _, day in heard(ABOVE + sentence) if kind == "filming-started"}


def test_a_question_is_answered_by_a_day() -> None:
    text = "Salt Road: what we know\n\nWhen does season 2 come out?\n\nAugust 28, ABC confirmed in May.\n"

    assert ("window", (2,), "2023-08-28") in heard(text)


def test_a_show_may_have_begun_whose_next_season_is_made() -> None:
    found = heard("Ann Lee has started filming the second season of Salt Road, which premiered on ABC in 2020.")

    assert {("filming-started", (2,), None), ("premiered", (), "2020")} == set(found)


@pytest.mark.parametrize(
    "sentence",
    [
        "Disney+ won't launch until November 12.",
        "He isn't getting much sleep.",
        "They have been on the case since May.",
    ],
)
def test_what_is_said_of_others_is_none_of_the_show(sentence: str) -> None:
    assert not {"window", "delayed", "cancelled", "premiered"} & {kind for kind, _, _ in heard(ABOVE + sentence)}


@pytest.mark.parametrize(
    "sentence",
    ["The movie was shot in Leeds in 2013.", "The pilot was filmed in Leeds in March.", "The scenes were shot in May."],
)
def test_what_else_is_shot_is_no_season(sentence: str) -> None:
    assert "filming-started" not in {kind for kind, _, _ in heard(ABOVE + sentence)}


def test_a_show_bought_for_a_land_is_not_renewed() -> None:
    assert "renewed" not in {
        kind for kind, _, _ in heard(ABOVE + "Salt Road, which Starz picked up for the U.S., is on.")
    }


def test_what_is_made_after_a_show_is_another() -> None:
    told = gathered("Ann Lee is in ABC's Salt Road spinoff, which goes into production on July 4.", DAY, TITLES).told

    assert "salt road" not in {event.show for event in told if event.said}


def test_the_days_of_shoots_are_none_on_which_shows_come() -> None:
    told = gathered("START DATES: Salt Road and Iron Hollow are back\n\n"
                    "Monday, July 3rd – Salt Road, Season 2:\n\nIt is long.\n\n"
                    "Monday, July 10th – Iron Hollow, Season 3:\n\nIt is deep.\n", DAY, TITLES).told  # fmt: skip

    assert [("filming-started", "salt road", (2,)), ("filming-started", "iron hollow", (3,))] == [
        (event.kind, event.show, event.seasons) for event in told if event.date
    ]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Ann Lee hurt? Filming for season 4 of Salt Road moves on", ("filming-started", (4,))),
        ("Salt Road\n\nThe shoot for season 2, under way since April, is short.", ("filming-started", (2,))),
        ("Salt Road, filming its third season in Cardiff, goes on.", ("filming-started", (3,))),
        ("Series 2 of the drama Salt Road began shooting in May.", ("filming-started", (2,))),
        (
            "Salt Road star has first look from series 28\n\nSalt Road is on: the cast begins filming series 28.",
            ("filming-started", (28,)),
        ),
    ],
)
def test_what_is_shot_is_told_of_its_season(text: str, event: tuple[str, tuple[int, ...]]) -> None:
    found = [(kind, seasons) for kind, seasons, _ in heard(text)]

    assert event in found
    assert "premiered" not in {kind for kind, _ in found}


@pytest.mark.parametrize(
    "sentence",
    [
        "A premiere in August is therefore off the table.",
        "It may air, probably in August.",
        "ABC had meant to air it in May.",
    ],
)
def test_a_day_on_which_it_does_not_come_is_no_window(sentence: str) -> None:
    assert not {"window", "cancelled"} & {kind for kind, _, _ in heard(ABOVE + sentence)}


def test_the_latter_is_only_the_last_of_two() -> None:
    told = gathered("Salt Road and Iron Hollow are on hold, though the latter had finished all but two episodes "
                    "of its last season.", DAY, TITLES).told  # fmt: skip

    assert {"iron hollow"} == {event.show for event in told if event.kind == "final"}


def test_the_drama_of_somebody_is_the_show_spoken_of() -> None:
    assert ("renewed", (2,), None) in heard(ABOVE + "ABC has ordered a second season of the Noel Foe comedy.")


def test_who_is_in_a_show_is_no_part_of_its_name() -> None:
    found = gathered("Harbour's Jane Roe on set\n\nHarbour is filming season 2. Harbour is a drama.", DAY, TITLES)

    assert "harbour" in found.order
    assert "harbours jane roe" not in found.order
