"""Which season, which day and which show is meant where a sentence does not say it in full: sentences of our own."""

from __future__ import annotations

import datetime as dt

import pytest

from showstatus.reader.article import gathered, read
from showstatus.reader.mentions.numbers import season_mentions
from showstatus.relative_dates import hear_near

DAY = dt.date(2023, 1, 11)
START = "What we know about Harlow Bay\n\nHarlow Bay is a drama with Ann Lee. Harlow Bay tells of two sisters.\n\n"


def told(sentence: str) -> dict[tuple[str, int | None], str]:
    """What is read of the show, whether it is sure enough to be told or not."""
    (bay,) = [found for found in read(START + sentence + "\n", DAY, ["Harlow Bay"]) if found.title == "Harlow Bay"]
    return {(found.kind, found.season): str(found.date) for found in bay.findings}


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Peacock is moving ahead with a ten-episode third season of Harlow Bay.", ("renewed", 3)),
        ("Harlow Bay has scored a third-season renewal at Fox.", ("renewed", 3)),
        ("Syfy has committed to a second season of the drama.", ("renewed", 2)),
        ("The streamer has picked the drama up for a fifth season.", ("renewed", 5)),
        ("Hulu has picked up the pilot Harlow Bay to series.", ("ordered", 1)),
        ("ABC has greenlit Harlow Bay, a new medical drama.", ("ordered", 1)),
        ("Filming on season 2 is complete.", ("filming-wrapped", 2)),
        ("Filming on season 2, which will begin in March, has a new director.", ("filming-started", 2)),
        ("The scripts for season 3 have been finished.", ("writing", 3)),
    ],
)
def test_words_beside_a_season_do_not_hide_it(sentence: str, event: tuple[str, int]) -> None:
    assert event in told(sentence)


def test_a_television_year_is_no_season() -> None:
    assert () == season_mentions("The network renewed it for the 2022-23 season.")


@pytest.mark.parametrize(
    ("words", "more"),
    [
        ("Amazon has also said yes to five new series of its own.", []),
        ("Three new series were announced that day.", []),
        ("The BBC has ordered three new series of Ghosts.", [3]),
        ("Three new series of the show have been ordered.", [3]),
        ("It was picked up for two new series.", [2]),
        ("The comedy has been renewed by the BBC for three new series.", [3]),
    ],
)
def test_many_new_series_are_shows_unless_they_are_those_of_one(words: str, more: list[int]) -> None:
    assert more == [season.more for season in season_mentions(words)]


def test_a_weekday_tells_the_year_of_its_day() -> None:
    """3 October was a Monday in 2022 and a Tuesday in 2023."""
    days = [str(hear_near(f"{name}, October 3", DAY, "future")) for name in ("Monday", "Tuesday")]

    assert ["2022-10-03", "2023-10-03"] == days


def test_a_second_season_shares_the_verb_of_the_first() -> None:
    sentence = "The first season premiered in November 2020 and the second in April 2022."

    assert {("premiered", 1): "2020-11", ("premiered", 2): "2022-04"} == told(sentence)


def test_a_clause_has_its_own_season() -> None:
    sentence = "Harlow Bay S3 has wrapped production; S4 already greenlit."

    assert {("filming-wrapped", 3), ("renewed", 4)} == set(told(sentence))


def test_of_two_parts_the_second_is_no_season() -> None:
    assert () == season_mentions("It comes in two parts: the first starts on 18 April and the second on 11 July.")


def test_what_only_measures_time_is_no_event() -> None:
    assert ("filming-wrapped", 1) not in told("Season one came out a year after it wrapped production.")


def test_what_was_cancelled_first_is_saved() -> None:
    text = "Harlow Bay season 3\n\nPeacock has picked up the drama Harlow Bay for season 3 after NBC cancelled it.\n"

    assert "saved" == read(text, DAY)[0].verdict


def test_the_day_above_a_schedule_is_that_of_its_entries() -> None:
    text = (
        "Fall TV 2022: premiere dates for new and returning shows\n\nMonday, September 19\n8 p.m.: The Voice (NBC)\n"
        "9 p.m.: Bob Hearts Abishola (CBS)\n\nTuesday, September 20\n8 p.m.: FBI (CBS)\n9 p.m.: The Resident (Fox)\n"
    )
    days = {found.title: str(found.findings[0].date) for found in read(text, dt.date(2022, 8, 2)) if found.findings}

    assert {
        "The Voice": "2022-09-19",
        "Bob Hearts Abishola": "2022-09-19",
        "FBI": "2022-09-20",
        "The Resident": "2022-09-20",
    } == days


def test_a_known_title_within_a_longer_name_is_not_that_show() -> None:
    text = "What comes next\n\nThe BBC has commissioned The Gold Room, a six-part thriller about a robbery.\n"

    assert ["The Gold Room"] == [found.title for found in read(text, DAY, ["The Gold"])]


def test_no_verdict_is_told_that_nothing_speaks_for() -> None:
    text = "Harlow Bay\n\nThe drama Harlow Bay premiered on 3 March 2022 and stars Ann Lee.\n"

    assert {found.verdict for found in read(text, DAY)} <= {"unknown", "in-production"}


def test_a_finale_is_that_of_the_season_that_begins_before_it() -> None:
    text = "All about Harlow Bay season 3\n\n- Premiere: August 8, 2023\n- Finale: October 3, 2023\n"
    (bay,) = read(text, DAY, ["Harlow Bay"])

    assert ("finale", 3) in {(found.kind, found.season) for found in bay.findings}


def test_the_latter_has_its_own_season() -> None:
    text = "News\n\nFox has renewed Salt Road, Iron Hollow and Stone Quay, the latter for its sixth and last year."
    told = gathered(text, DAY, ["Salt Road", "Iron Hollow", "Stone Quay"]).told

    assert {"salt road": (), "iron hollow": (), "stone quay": (6,)} == {event.show: event.seasons for event in told}
