"""Which seasons a sentence names, numbered, counted or the last, and what only looks like one: sentences of our own."""

from __future__ import annotations

import datetime as dt

import pytest

from showstatus.reader.article import read
from showstatus.reader.mentions.numbers import season_mentions

DAY = dt.date(2023, 1, 11)


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        ("HARLOW BAY (Season 3, 10×60, Tall Trees)", [(3,)]),
        ("Seasons 3, 4 and 5 are on the way.", [(3, 4, 5)]),
        ("The first won't be with us until 2024.", [(1,)]),
        ("Its fourth wrapped in May.", [(4,)]),
        ("The upcoming fourth will be shorter.", [(4,)]),
        ("The first two seasons ran on Sky.", [(1, 2)]),
        ("On the 28th nobody said a word.", []),
        ("They will each have their 19th.", [(19,)]),
        ("It makes Harlow Bay the third of the network's soaps to stop.", []),
        ("She has written a fourth of Harlow Bay.", [(4,)]),
        ("It was the first scripted series that the island ever had.", []),
        ("It was the first series to be shot there.", []),
        ("A second drama series from her is called Dunes.", []),
        ("The first series ended in May.", [(1,)]),
        ("The news first went round in May.", []),
        ("The last two seasons were longer.", []),
    ],
)
def test_the_seasons_that_are_numbered(sentence: str, numbers: list[tuple[int, ...]]) -> None:
    assert numbers == [found.numbers for found in season_mentions(sentence)]


@pytest.mark.parametrize(
    ("sentence", "more", "final"),
    [
        ("It gets two last seasons.", 2, True),
        ("It has been renewed for the next three seasons.", 3, False),
        ("It has come to its final series.", 0, True),
        ("The network gave it a last season.", 0, True),
        ("This will be the last ever series.", 0, True),
    ],
)
def test_the_seasons_that_are_counted_or_the_last(sentence: str, more: int, final: bool) -> None:
    assert [(more, final)] == [(found.more, found.final) for found in season_mentions(sentence)]


@pytest.mark.parametrize("sentence", ["In the last series, which aired in 2019, he left.", "It ran for five seasons."])
def test_a_season_that_is_over_is_not_the_last(sentence: str) -> None:
    assert not any(found.final for found in season_mentions(sentence))


def told_of(news: str) -> dict[str, set[tuple[str, int | None]]]:
    """What is read of two shows in a text of theirs."""
    text = f"“Harlow Bay,” “Dunes” return\n\n“Harlow Bay” and “Dunes” are dramas on FX.\n\n{news}\n"
    read_of = read(text, DAY, ["Harlow Bay", "Dunes"])
    return {found.title: {(made.kind, made.season) for made in found.findings} for found in read_of}


def test_seasons_that_are_listed_go_to_the_shows_of_a_list_one_by_one() -> None:
    told = told_of("FX has renewed “Harlow Bay” and “Dunes” for a fifth and a second season respectively.")

    assert {"Harlow Bay": {("renewed", 5)}, "Dunes": {("renewed", 2)}} == told


def test_what_a_list_is_renewed_for_each_show_of_it_is() -> None:
    told = told_of("FX is renewing both “Harlow Bay” and “Dunes” for a third season.")

    assert {"Harlow Bay": {("renewed", 3)}, "Dunes": {("renewed", 3)}} == told
