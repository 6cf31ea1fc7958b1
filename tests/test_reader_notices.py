"""Notices of an end, seasons over what is inserted, and what only looks doubted: in sentences of our own."""

from __future__ import annotations

import datetime as dt

import pytest

from showstatus.reader.article import gathered

DAY = dt.date(2023, 6, 15)
TITLES = ("Harbour Lights", "Salt Road")
HEAD = "'Harbour Lights': the latest\n\nHarbour Lights is on ITV.\n\n"


def heard(sentence: str, show: str = "harbour lights") -> set[tuple[str, int | None, str | None]]:
    told = gathered(HEAD + sentence + "\n", DAY, TITLES).told
    return {
        (event.kind, season, str(event.date) if event.date else None)
        for event in told if event.said and event.show == show and event.sentence.start > len(HEAD) - 9
        for season in event.seasons or (None,)
    }  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "kind", "season"),
    [
        ("ITV dropped Jim Smith's sitcom last Wednesday, six seasons in.", "cancelled", None),
        ("The soap has been given its notice.", "cancelled", None),
        ("ITV has called it off after 16 episodes.", "cancelled", None),
        ("ITV decided that Harbour Lights won't be making it to season 3.", "cancelled", 3),
        ("After much thought and consideration ITV has decided not to move forward.", "cancelled", None),
        ("ITV has decided to end Harbour Lights after the fifth season.", "final", 5),
        ("ITV has decided to end Harbour Lights after five seasons.", "cancelled", None),
        ("Harbour Lights won't know before next week.", "pending", None),
        ("The drama has yet to learn what ITV has in store.", "pending", None),
        ("Not on that list: Harbour Lights.", "pending", None),
        ("The series was conceived as a one-off and remains that.", "ended", None),
    ],
)
def test_notices_of_an_end_or_of_none(sentence: str, kind: str, season: int | None) -> None:
    assert (kind, season) in {(k, s) for k, s, _ in heard(sentence)}


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("The ten-episode third season of the drama, which began on May 7, will wrap up on July 9.",
         {("premiered", 3, "2023-05-07"), ("finale", 3, "2023-07-09")}),
        ("The drama was on the air between May 4 and June 2.",
         {("premiered", None, "2023-05-04"), ("finale", None, "2023-06-02")}),
        ("Season 2 stormed in on May 10, two years after the first (July 2, 2021).",
         {("premiered", 2, "2023-05-10"), ("premiered", 1, "2021-07-02")}),
    ],
)  # fmt: skip
def test_seasons_keep_their_days_over_what_is_inserted(sentence: str, events: set[object]) -> None:
    assert events <= heard(sentence)


def test_a_number_of_episodes_makes_no_range_of_seasons() -> None:
    assert {season for _, season, _ in heard("A back nine brings season six of Harbour Lights to 22.")} <= {6, None}


def test_a_label_of_one_word_is_no_title() -> None:
    text = "News\n\nGone: 'Harbour Lights' (finale: March 25). Coming back: 'Salt Road' for season nine.\n"
    told = gathered(text, DAY, {*TITLES, "Gone", "Safe"}).told
    assert "gone" not in {event.show for event in told}


def test_what_first_aired_is_the_show() -> None:
    assert ("premiered", 2, "2022") not in heard(
        "It is the second series of Harbour Lights, which first aired last year."
    )


def test_the_last_of_all_episodes_closes_the_show() -> None:
    made = gathered(HEAD + "The last of some 4,500 episodes will go out in December.\n", DAY, TITLES)
    assert "finale" in {event.kind for event in made.told}
