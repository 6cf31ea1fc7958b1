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
        ("Filming for the new season goes on until September.", ("filming-wrapped", "2023-09")),
        ("The cast has been shooting since May and will be at it through August.", ("filming-wrapped", "2023-08")),
        ("Production starts tomorrow in Toronto and goes through August.", ("filming-wrapped", "2023-08")),
        ("Filming is slated for July 24 to October.", ("filming-wrapped", "2023-10")),
        (
            "The filming of Kim Foe and Lee Poe's historical drama “Salt Road” came to an end at dawn on June 3.",
            ("filming-wrapped", "2023-06-03"),
        ),
        (
            "Filming of season 6, which has been on hold since May, will start again in July.",
            ("filming-started", "2023-07"),
        ),
        ("Filming is targeted for August.", ("filming-started", "2023-08")),
        ("Cameras first rolled on April 29.", ("filming-started", "2023-04-29")),
        ("It was filmed in Cape Town from November 2021 to April 2022.", ("filming-started", "2021-11")),
        ("It was filmed in Cape Town from November 2021 to April 2022.", ("filming-wrapped", "2022-04")),
        ("Salt Road wrapped in Liverpool at the end of May.", ("filming-wrapped", "2023-05")),
        ("The drama wrapped in May and is being edited.", ("filming-wrapped", "2023-05")),
        ("Ann Lee and Jane Roe shot their last scenes there on Friday.", ("filming-wrapped", "2023-06-09")),
        ("It's been shooting in Dublin since March.", ("filming-started", "2023-03")),
        ("A hiatus on season 2 began in May.", ("delayed", "2023-05")),
        ("Work had to be abandoned in March.", ("delayed", "2023-03")),
        ("The writers, who opened their room in February, are at it.", ("writing", "2023-02")),
        ("Part 1 of season 5 came to an end on January 1.", ("finale", "2023-01-01")),
        ("Filming will now run into spring 2024.", ("filming-wrapped", "2024-21")),
        ("Season 2 began lensing on June 1 and will continue to October 26.", ("filming-wrapped", "2023-10-26")),
        ("The crew started on season two in May and stays until the end of August.", ("filming-started", "2023-05")),
        ("The crew started on season two in May and stays until the end of August.", ("filming-wrapped", "2023-08")),
        ("Filming took place from April to August 2022.", ("filming-started", "2022-04")),
        ("Filming took place from April to August 2022.", ("filming-wrapped", "2022-08")),
        ("Season 1 was filmed between October and December 2019.", ("filming-started", "2019-10")),
        ("Season 1 was filmed between October and December 2019.", ("filming-wrapped", "2019-12")),
        ("The drama is before the cameras in Leeds until the end of September.", ("filming-wrapped", "2023-09")),
        ("The drama wrapped in Vancouver back in February.", ("filming-wrapped", "2023-02")),
        (
            "The first season, with Ann Lee and Jane Roe, wrapped in May and is in post.",
            ("filming-wrapped", "2023-05"),
        ),
        ("“I'm writing season 2 now,” he said on Tuesday.", ("writing", "2023-06-13")),
        ("Ann Lee went back to work on Monday.", ("filming-started", "2023-06-12")),
        ("They are to go back to it in August.", ("filming-started", "2023-08")),
        ("Cast and crew will gather early in the new year.", ("filming-started", "2024-01/2024-04")),
        ("Cast and crew met for the read-through on Monday.", ("filming-started", "2023-06-12")),
        ("Crews for the series were spotted in Leeds last week.", ("filming-started", "2023-06-05/2023-06-11")),
        ("It was meant to have begun last May.", ("delayed", None)),
        ("Filming ought to have begun in May.", ("delayed", None)),
        ("One of its two units has been stood down.", ("delayed", None)),
        ("The writer delivered her last script in May.", ("writing", "2023-05")),
        ("It enters the editing stage now.", ("post-production", None)),
        ("The fifth season of Salt Road, which ABC ordered in May, is to film in Rome.", ("renewed", "2023-05")),
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
