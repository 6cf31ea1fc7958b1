"""Which seasons are ordered and still to come, and which shows are new: sentences of our own."""

from __future__ import annotations

import datetime as dt

import pytest

from showstatus.reader.article import gathered, read
from showstatus.reader.readings.aired import is_unaired

DAY = dt.date(2023, 1, 11)
TITLES = ["Harlow Bay", "The Gold Room", "Saltmarsh", "Tidewater", "Night Ferry"]


def new(text: str) -> set[str]:
    """The titles of the shows that a text presents as new."""
    heard = gathered(text + "\n", DAY, TITLES)
    return {heard.finder.accepted[key].title for key in heard.new}


def events(text: str, title: str) -> set[tuple[str, tuple[int, ...]]]:
    """The kinds and stated seasons of what is told of a show, before anything is weighed."""
    heard = gathered(text + "\n", DAY, TITLES)
    return {(e.kind, e.seasons) for e in heard.told if heard.finder.accepted[e.show].title == title}


def confirmed(text: str, title: str = "Harlow Bay") -> list[int]:
    """The confirmed seasons of a show."""
    (bay,) = [found for found in read(text + "\n", DAY, TITLES) if found.title == title]
    return list(bay.confirmed)


@pytest.mark.parametrize(
    "sentence",
    [
        "Then there is Harlow Bay, a new drama with Ann Lee.",
        "Among the new dramas are The Gold Room, a heist; Saltmarsh, a mystery; and Harlow Bay, a romance.",
        "The Gold Room, Saltmarsh and Harlow Bay are all new to the network.",
        "The first episode of Harlow Bay goes out that night.",
        "Harlow Bay (series premiere) is on at nine.",
        "Harlow Bay is based on a novel about two sisters.",
        "Filming has begun on the BBC's new crime drama Harlow Bay in Leeds.",
        "Harlow Bay, a new series about two sisters, stars Ann Lee.",
        "Harlow Bay, a slow-burning thriller, stars Ann Lee.",
    ],
)
def test_a_show_is_new_that_is_introduced(sentence: str) -> None:
    assert "Harlow Bay" in new(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Harlow Bay has a new season.",
        "Harlow Bay is new on Fridays.",
        "Harlow Bay, a thriller with Ann Lee, was cancelled last year.",
        "The third season of Harlow Bay, a thriller with Ann Lee, is on its way.",
        "The new drama is by the people behind Harlow Bay.",
        "Harlow Bay is back with a new day and a new host.",
    ],
)
def test_a_show_is_not_new_that_has_been_on(sentence: str) -> None:
    assert "Harlow Bay" not in new(sentence)


def test_one_of_the_new_dramas_is_ordered() -> None:
    text = "The autumn on Channel 9\n\nAmong the new dramas is The Gold Room, a heist, with Ann Lee as a guard."

    assert {("ordered", ())} == events(text, "The Gold Room")


@pytest.mark.parametrize(
    ("season", "sentence", "unaired"),
    [
        (1, "It was renewed before it has aired.", True),
        (1, "The comedy has yet to air.", True),
        (1, "With the first series set to air soon, there is much to do.", True),
        (3, "The order comes ahead of season 3, which will premiere in May.", True),
        (2, "Season 3 has yet to premiere.", False),
        (2, "It was renewed before the second season had premiered.", False),
        (2, "The second half of season 2 has yet to premiere.", False),
        (2, "It is in its third season.", False),
    ],
)
def test_a_season_may_be_said_not_to_have_come_out(season: int, sentence: str, unaired: bool) -> None:
    assert unaired == is_unaired(season, sentence)


def test_a_season_is_to_come_that_has_not_aired_when_the_next_is_ordered() -> None:
    text = (
        "Harlow Bay renewed for a second season\n\n"
        "ABC has renewed Harlow Bay, which has yet to air, for a second season."
    )

    assert [1, 2] == confirmed(text)


@pytest.mark.parametrize(
    ("text", "seasons"),
    [
        (
            "Harlow Bay wraps filming after four seasons\n\nThe fourth and final season of Harlow Bay is in the can.",
            [4],
        ),
        (
            "Harlow Bay renewed for a second season\n\nABC has renewed Harlow Bay for a second season. "
            "Since the finale aired in May, fans have waited for the news.",
            [2],
        ),
        ("ABC renews Harlow Bay\n\nABC has renewed Harlow Bay. The drama goes on as before.", []),
        (
            "ABC renews Harlow Bay\n\nABC has renewed its drama with a 13-episode order."
            " The order brings Harlow Bay into its fifth season.",
            [5],
        ),
        (
            "ABC cancels Harlow Bay\n\nABC has cancelled Harlow Bay, and season 4 is the final season."
            " The fourth and final season of Harlow Bay premieres on March 3.",
            [4],
        ),
        ("Ann Lee joins a pilot\n\nAnn Lee has been cast in the ABC drama pilot Harlow Bay.", []),
    ],
)
def test_what_was_only_made_or_ordered_has_not_come_out(text: str, seasons: list[int]) -> None:
    assert seasons == confirmed(text)


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Harlow Bay, whose second season has yet to debut, is getting a third season.", ("renewed", (3,))),
        ("ABC has postponed the season 3 premiere of Harlow Bay.", ("delayed", (3,))),
        ("It opens with Harlow Bay's ninth and final season and closes with The Gold Room.", ("final", (9,))),
        (
            "CBC has renewed five of its dramas. They include Saltmarsh for a third season and Harlow Bay and"
            " Tidewater for their sixth seasons.",
            ("renewed", (6,)),
        ),
        ("Filming of season 2 of Harlow Bay began in May and wrapped in July.", ("filming-wrapped", (2,))),
    ],
)
def test_a_season_is_told_of_the_show_it_belongs_to(sentence: str, event: tuple[str, tuple[int, ...]]) -> None:
    assert event in events("News from the networks\n\n" + sentence, "Harlow Bay")


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("ABC Renews The Gold Room, Gives Harlow Bay a Fourth and Final Season", ("final", (4,))),
        ("It opens with Harlow Bay's ninth and final season and closes with The Gold Room.", ("final", (9,))),
        ('"The Gold Room" and "Harlow Bay" (whose seventh season is its final one) are on Tuesday.', ("final", (7,))),
        ("Harlow Bay renewed for a second season, with The Gold Room also set to return.", ("renewed", (2,))),
    ],
)
def test_a_season_is_not_told_of_the_show_beside(sentence: str, event: tuple[str, tuple[int, ...]]) -> None:
    assert event not in events("News from the networks\n\n" + sentence, "The Gold Room")


def test_a_heading_names_the_season_of_all_shows_below_it() -> None:
    text = (
        "What comes back in the fall\n\nRenewed for a second season\n\n- Harlow Bay, a crime drama\n"
        "- Saltmarsh, a comedy\n- Tidewater\n"
    )

    assert {("renewed", (2,))} == events(text, "Harlow Bay") == events(text, "Tidewater")


def test_a_saved_show_is_not_ordered_for_the_first_time() -> None:
    text = "Harlow Bay has been resurrected yet again: Netflix orders six episodes to conclude the story."

    assert [] == confirmed(text)
