"""News of what is being made: who writes, is cast, shoots, stops and resumes, and which season it is of."""

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
    ("text", "event"),
    [
        ("Salt Road season 3: filming wrapped in March 2022.", ("filming-wrapped", (3,), "2022-03")),
        ("Salt Road season 3: filming wrapped in March 2022\n\nABC renewed it for season 4.",
         ("filming-wrapped", (3,), "2022-03")),
        ("'Salt Road' Season 2: cast begins filming", ("filming-started", (2,), None)),
        ("ABC renewed the drama Salt Road for a fourth year in May.", ("renewed", (4,), "2023-05")),
        ("Jane Roe hinted that the second season of Salt Road was about to finish filming.",
         ("filming-wrapped", (2,), None)),
        (ABOVE + "Not long to wait after season 2, which starts on July 20.", ("window", (2,), "2023-07-20")),
        (ABOVE + "Season 4 is confirmed. Work on that one begins in November.", ("filming-started", (4,), "2023-11")),
    ],
)  # fmt: skip
def test_work_is_of_the_season_it_is_said_of(text: str, event: tuple[str, tuple[int, ...], str | None]) -> None:
    assert event in heard(text)


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Jane Roe said that cameras won't roll until spring 2024.", ("filming-started", "2024-21")),
        ("Filming on season 3 isn't expected to start until March 2024.", ("filming-started", "2024-03")),
        ("Jane Roe confirmed to the Herald that filming came to an end in April.", ("filming-wrapped", "2023-04")),
        ("A blessing was held Monday to mark the start of production on Salt Road.", ("filming-started", "2023-06-12")),
        ("Just before dawn today they called a series wrap.", ("filming-wrapped", "2023-06-15")),
        ("Jane Roe's room reopens on Monday.", ("writing", "2023-06-19")),
        ("The writers returned to work this week.", ("writing", "2023-06-12/2023-06-18")),
        ("Production on Salt Road season 2 is finally complete.", ("filming-wrapped", None)),
        ("Jane Roe took to Instagram on Monday to announce that it's a wrap.", ("filming-wrapped", "2023-06-12")),
        ("Filming began in May and is to run until the end of July.", ("filming-wrapped", "2023-07")),
        (
            "The plan is for the cast to be at it for six months or so and then wrap in November.",
            ("filming-wrapped", "2023-11"),
        ),
        ("Filming was suspended in March; it finally wrapped in May.", ("filming-wrapped", "2023-05")),
        ("The cast won't be done until September.", ("filming-wrapped", "2023-09")),
        ("Filming was suspended in March and could only resume in May.", ("filming-started", "2023-05")),
        ("Ann Lee says she'll start work on it in August.", ("filming-started", "2023-08")),
        ("ABC eyes a September production start.", ("filming-started", "2023-09")),
        ("June 30 is the date tossed around for the start of production.", ("filming-started", "2023-06-30")),
        ("The cast returned to its old set on Monday.", ("filming-started", "2023-06-12")),
        ("We're on our third week of shooting.", ("filming-started", None)),
        ("The crew is still filming in the UK.", ("filming-started", None)),
        ("Filming resumed in June, a month after it was called off.", ("delayed", None)),
        ("The set had been closed since May 12.", ("delayed", "2023-05-12")),
        ("The writers' room is closed since May 2.", ("delayed", "2023-05-02")),
        ("A writers' room for the second season came together last month.", ("writing", "2023-05")),
        ("Jane Roe says she'd read the first scripts.", ("writing", None)),
        ("Ann Lee had begun dubbing.", ("post-production", None)),
        ("ABC is holding the show for midseason.", ("window", "2024-01/2024-05")),
        ("ABC has cast Ann Lee and Jo Poe as series regulars.", ("casting", None)),
        ("Ann Lee has signed on for it.", ("casting", None)),
        ("Ann Lee will recur.", ("casting", None)),
        ("Ann Lee comes in as a regular.", ("casting", None)),
        ("ABC unveiled two further voices on Monday.", ("casting", "2023-06-12")),
    ],
)
def test_a_step_is_heard_with_its_day(sentence: str, event: tuple[str, str | None]) -> None:
    assert event in [(kind, day) for kind, _, day in heard(ABOVE + sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Filming on season 3 has not begun.",
        "The BBC declined to comment on reports that filming on season 3 has begun.",
        "Filming of season 3 is yet to start.",
        "Filming for season 3 won't begin yet.",
    ],
)
def test_a_shoot_that_has_not_begun_is_none(sentence: str) -> None:
    assert "filming-started" not in {kind for kind, _, _ in heard(ABOVE + sentence)}


def test_the_day_of_a_step_is_none_on_which_an_entry_comes() -> None:
    found = heard("What is on hold\n\nSalt Road (ABC): Filming on season 2 was shut down in May.\n\n"
                  "Iron Hollow (NBC): It has stopped as well.\n")  # fmt: skip

    assert ("delayed", (2,), "2023-05") in found
    assert "window" not in {kind for kind, _, _ in found}


@pytest.mark.parametrize(
    "sentence",
    ["Don't count on it until 2025.", "Jane Roe thinks it'll be out in July.", "Don't expect it before May."],
)
def test_what_is_only_guessed_is_no_news(sentence: str) -> None:
    assert not {"window", "delayed"} & {kind for kind, _, _ in heard(ABOVE + sentence)}


def test_the_day_of_a_scene_is_none_on_which_the_shoot_begins() -> None:
    found = heard(ABOVE + "The scenes will be shot in Covington on June 21. Filming has been under way since May.")

    assert ("filming-started", (), "2023-05") in found
    assert "2023-06-21" not in {day for _, _, day in found}


def test_a_month_may_count_from_the_one_before() -> None:
    assert ("delayed", (), "2020-03") in heard(ABOVE + "Filming began in February 2020. It was halted the next month.")


def test_a_picture_may_stand_for_a_bullet() -> None:
    told = gathered("Who films\n\n👉 Salt Road 3: Ann Lee starts filming in July.\n\n➤ Iron Hollow: it is on hold.\n",
                    DAY, TITLES).told  # fmt: skip

    assert {("filming-started", "salt road", (3,)), ("delayed", "iron hollow", ())} <= {
        (event.kind, event.show, event.seasons) for event in told
    }


def test_a_show_may_be_called_like_a_day() -> None:
    told = gathered("Wednesday season 2 begins filming\n\nCameras roll on Wednesday season 2 in May.", DAY,
                    ("Wednesday",)).told  # fmt: skip

    assert {("wednesday", (2,))} == {(event.show, event.seasons) for event in told}


def test_we_is_no_title() -> None:
    found = gathered(
        "Ann Lee: “We're already shooting Salt Road 3”\n\n“We're on our third week,” she said.", DAY, TITLES
    )

    assert [] == [key for key in found.order if key.startswith("we")]


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
