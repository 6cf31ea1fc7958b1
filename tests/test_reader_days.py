"""What comes and came on the air, and when: the kind and the day a sentence tells, in sentences of our own.

What is asked here is what is heard, not whether it weighs enough to be told.
"""

from __future__ import annotations

import datetime as dt

import pytest

from showstatus.reader.article import gathered, read
from showstatus.reader.events.event import Event
from showstatus.reader.mentions.times import iso

DAY = dt.date(2023, 6, 15)
TITLE = "Harlow Bay"
START = f"News\n\n{TITLE} is a drama with Ann Lee.\n\n"
ENDS = ("finale", "ended")
COMES = ("window", "premiered", *ENDS)


def heard(text: str) -> list[tuple[str, str | None]]:
    """What is heard of the show, with its day."""
    return [(event.kind, _day(event)) for event in gathered(START + text + "\n", DAY, {TITLE}).told if event.said]


def _day(event: Event) -> str | None:
    return iso(event.date) if event.date else None


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Season 2 of Harlow Bay lands exclusively on Hulu in dozens of countries and territories on August 4.",
         "2023-08-04"),
        ("Harlow Bay will air on BBC One and iPlayer in 2024.", "2024"),
        ("Harlow Bay makes its way to Hulu on Aug. 25.", "2023-08-25"),
        ("The hit drama Harlow Bay is heading back to the screen with its third season this autumn.",
         "2023-09/2023-11"),
        ("Netflix will show it next month.", "2023-07"),
        ("Viewers can catch the new run of Harlow Bay from Monday 3 July at 9pm.", "2023-07-03"),
        ("The other four are held for the spring of 2024.", "2024-03/2024-05"),
        ("There is a release date to go with it: July 9.", "2023-07-09"),
        ("Season 2 is out on July 9.", "2023-07-09"),
        ("The premiere falls on Sunday, July 9.", "2023-07-09"),
        ("Expect it in July.", "2023-07"),
        ("July 9, a Sunday, is when ABC has the premiere of Harlow Bay.", "2023-07-09"),
        ("On Sunday, July 9, at 9 p.m. ET, the second season of Harlow Bay premieres on HBO.", "2023-07-09"),
        ("HARLOW BAY PREMIERE: Sunday, July 9", "2023-07-09"),
        ("Season 2 will not launch until July.", "2023-07"),
        ("The start of season 2 has been moved from June 25 to July 9.", "2023-07-09"),
        ("The drama slate for 2024 includes Harlow Bay.", "2024"),
    ],
)  # fmt: skip
def test_what_comes_is_told_with_its_day(sentence: str, day: str) -> None:
    assert ("window", day) in heard(sentence)


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Season 2 came to Netflix on May 8.", "2023-05-08"),
        ("Viewers were introduced to Harlow Bay in 2016.", "2016"),
        ("It was in 2019 that Netflix gave us Harlow Bay.", "2019"),
        ("It has gone out every year since 2011.", "2011"),
        ("Ann Lee has played the doctor since the start in 2016.", "2016"),
        ("You could see the result on ABC and iview in May.", "2023-05"),
        ("Word came weeks after May 4, the day on which all ten episodes were released.", "2023-05-04"),
        ("Harlow Bay burst onto our screens back in 2017.", "2017"),
        ("The second season began airing last month.", "2023-05"),
        ("Harlow Bay entered its second season in March.", "2023-03"),
        ("The drama was broadcast from May 2021 to June 2022.", "2021-05"),
        ("When Harlow Bay launched in May, 1.7 million watched.", "2023-05"),
    ],
)
def test_what_came_is_told_with_its_day(sentence: str, day: str) -> None:
    assert ("premiered", day) in heard(sentence)


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The second season of Harlow Bay limped to its close in April.", "2023-04"),
        ("Harlow Bay and Night Ferry both have their season finales June 20.", "2023-06-20"),
        ("Harlow Bay wraps up its first season on June 20.", "2023-06-20"),
        ("The finale of season two is on Friday.", "2023-06-16"),
        ("The third season comes to an end next week, on June 21.", "2023-06-21"),
        ("Sunday's finale of Harlow Bay drew four million viewers.", "2023-06-11"),
        ("By May 30, when the finale went out, it had lost half its viewers.", "2023-05-30"),
        ("Harlow Bay will come to an end on July 2.", "2023-07-02"),
        ("Harlow Bay ran for three seasons from 2016 to 2019.", "2019"),
        ("The drama was broadcast from May 2021 to June 2022.", "2022-06"),
        ("In December, Ann Lee wrapped up the HBO drama Harlow Bay, after three seasons.", "2022-12"),
        ("Series finale: May 30, 2023", "2023-05-30"),
        ("The third season of “Harlow Bay” came to an end on Jan. 17.", "2023-01-17"),
        ("Harlow Bay wrapped filming in the fall of 2021, and the season finale aired that December.", "2021-12"),
    ],
)
def test_what_ends_is_told_with_its_day(sentence: str, day: str) -> None:
    assert any((kind, day) in heard(sentence) for kind in ENDS)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("ABC has delayed the premiere of Harlow Bay season 5 from November to January 9, the network said Wednesday.",
         {("delayed", "2023-06-14"), ("window", "2024-01-09")}),
        ("ABC moved Harlow Bay from June 25 to July 9.", {("delayed", None), ("window", "2023-07-09")}),
        ("ABC has renewed Harlow Bay for a second season, weeks after the first dropped on May 14.",
         {("renewed", None), ("premiered", "2023-05-14")}),
        ("Ahead of its return this autumn, Harlow Bay has been renewed for a third season.",
         {("renewed", None), ("window", "2023-09/2023-11")}),
        ("ABC has reversed its decision to make a second season of Harlow Bay.", {("cancelled", None)}),
        ("ABC has given Harlow Bay a fourth season, two days before season three drops on June 17.",
         {("renewed", None), ("window", "2023-06-17")}),
        ("Cameras have stopped rolling on the second season of Harlow Bay.", {("filming-wrapped", None)}),
        ("Harlow Bay's Ann Lee has posted pictures from the set on Friday.", {("production", None)}),
        ("Filming on series three of Harlow Bay gets under way in Leeds in July.",
         {("filming-started", "2023-07")}),
    ],
)  # fmt: skip
def test_each_day_is_that_of_its_own_phrase(sentence: str, told: set[tuple[str, str | None]]) -> None:
    assert told == set(heard(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Harlow Bay has been pulled from NBC's fall schedule.",
        "Harlow Bay will no longer premiere on July 9.",
        "The second season was thrown off course by the strike.",
        "Among those on hold are the drama Harlow Bay and two others.",
    ],
)
def test_what_is_late_is_told(sentence: str) -> None:
    assert "delayed" in [kind for kind, _ in heard(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The trailer for Harlow Bay dropped on May 3.",
        "The novel that Harlow Bay is based on came out in 2009.",
        "The podcast about Harlow Bay launched in May.",
        "Fans launched a petition in March to bring Harlow Bay back.",
        "The streaming service announced on Tuesday that Harlow Bay is renewed.",
        "Ann Lee joined Harlow Bay in 2019.",
        "The network released the first photos of Harlow Bay on Monday.",
    ],
)
def test_what_comes_beside_a_show_is_not_told_of_it(sentence: str) -> None:
    assert [] == [kind for kind, _ in heard(sentence) if kind in COMES]


def test_days_stand_beside_the_shows_of_a_list() -> None:
    text = "It is July 9th for Ann Lee and “Harlow Bay,” July 16th for “Night Ferry,” and July 23rd for “Salt Road.”"

    told = gathered(f"What ABC has for July\n\n{text}\n", DAY, {TITLE, "Night Ferry", "Salt Road"}).told

    assert ["2023-07-09", "2023-07-16", "2023-07-23"] == [_day(event) for event in told if event.kind == "window"]


@pytest.mark.parametrize(
    ("sentences", "day"),
    [
        ("ABC has cancelled Harlow Bay. The network made the announcement on Tuesday.", "2023-06-13"),
        ("ABC has cancelled Harlow Bay, the network said on Wednesday.", "2023-06-14"),
        ("It was in April 2022, days before the finale went out, that ABC cancelled Harlow Bay.", "2022-04"),
        ("ABC cancelled Harlow Bay on Tuesday (June 13).", "2023-06-13"),
        ("Cancelled: June 13, 2023", "2023-06-13"),
    ],
)
def test_a_decision_has_the_day_that_is_said_with_it(sentences: str, day: str) -> None:
    assert ("cancelled", day) in heard(sentences)


def test_a_day_that_is_named_goes_before_that_of_publication() -> None:
    text = f"ABC Cancels {TITLE}\n\n{TITLE} is a drama with Ann Lee.\n\nABC cancelled {TITLE} on Tuesday.\n"

    (found,) = [found for found in read(text, DAY, {TITLE}) if found.title == TITLE]

    assert ["2023-06-13"] == [str(made.date) for made in found.findings if made.kind == "cancelled"]


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Filming on the second season began in early 2023.", ("filming-started", "2023-01/2023-04")),
        ("Harlow Bay wrapped production back in February 2022.", ("filming-wrapped", "2022-02")),
        ("ABC renewed Harlow Bay for a third season way back in March 2022.", ("renewed", "2022-03")),
        ("Cameras start rolling in July, the network said on Tuesday.", ("filming-started", "2023-07")),
        ("In October 2022 Harlow Bay premiered.", ("premiered", "2022-10")),
        ("Harlow Bay returns at 9 p.m. July 9 on Fox.", ("window", "2023-07-09")),
        ("Harlow Bay gets going on ITV on 21 June.", ("window", "2023-06-21")),
        ("Harlow Bay will go off air on 21 August.", ("finale", "2023-08-21")),
        ("It is set to enter production this summer and will air on ABC this autumn.", ("window", "2023-09/2023-11")),
    ],
)
def test_a_day_is_that_of_the_phrase_it_is_said_with(sentence: str, event: tuple[str, str]) -> None:
    assert event in heard(sentence)


@pytest.mark.parametrize(
    ("sentence", "kind", "day"),
    [
        ("ABC has renewed Harlow Bay for a second season next year.", "renewed", "2024"),
        ("A third season of Harlow Bay is in the works for 2025.", "renewed", "2025"),
    ],
)
def test_a_day_to_come_is_none_of_a_decision(sentence: str, kind: str, day: str) -> None:
    assert {(kind, None), ("window", day)} <= set(heard(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Harlow Bay has been delayed until 2024.",
        "The story was plotted in 1989, which is one reason why Harlow Bay has been cancelled.",
    ],
)
def test_what_happened_has_not_the_day_of_something_else(sentence: str) -> None:
    assert {None} == {day for kind, day in heard(sentence) if kind in ("delayed", "cancelled")}


def test_the_day_of_a_byline_is_no_day_of_a_list() -> None:
    text = (
        "Fall premieres\n\nBy Ann Lee, June 15, 2023\n\nHarlow Bay\n\nIt is on ABC.\n\nNight Ferry\n\nIt is on Fox.\n"
    )

    told = gathered(text, DAY, {TITLE, "Night Ferry"}).told

    assert "2023-06-15" not in [_day(event) for event in told if event.kind in COMES]


def test_what_begins_is_the_work_on_a_season_and_not_the_season() -> None:
    text = "“Salt Road” goes on\n\nFilming on season 4 of “Salt Road” began on 9 January 2023."
    heard = gathered(text, dt.date(2023, 1, 11), ("Salt Road",))

    assert [("filming-started", (4,), "2023-01-09")] == [(one.kind, one.seasons, str(one.date)) for one in heard.told]


def test_a_text_about_the_shows_cancelled_in_a_year_dates_each_of_them() -> None:
    text = (
        "Every Show Cancelled in 2022 So Far\n\nTidewater\nABC cancelled Tidewater after one season.\n\n"
        "Saltmarsh\nABC has cancelled Saltmarsh.\n\nHarlow Bay\nABC cancelled Harlow Bay on May 12.\n"
    )
    every = read(text, None, ["Tidewater", "Saltmarsh", "Harlow Bay"])
    dates = {
        found.title: {iso(one.date) for one in found.findings if one.kind == "cancelled" and one.date}
        for found in every
    }

    assert not any(one.assumed or one.relative for found in every for one in found.findings)
    assert dates == {"Tidewater": {"2022"}, "Saltmarsh": {"2022"}, "Harlow Bay": {"2022-05-12"}}


def test_shows_are_not_cancelled_in_a_year_to_come() -> None:
    text = "Shows cancelled in 2099\n\nTidewater\nCancelled.\n\nSaltmarsh\nCancelled.\n\nHarlow Bay\nCancelled.\n"
    every = read(text, DAY, ["Tidewater", "Saltmarsh", "Harlow Bay"])

    assert "2099" not in {iso(one.date) for found in every for one in found.findings if one.date}


def test_of_two_years_that_shows_are_for_it_is_the_one_to_come() -> None:
    text = (
        "New dramas\n\nHere are the shows for the 2021-22 season and for the 2023-24 season. ABC renewed Harlow Bay.\n"
    )
    (bay,) = read(text, DAY, ["Harlow Bay"])

    assert bay.official is not None
    assert iso(bay.official) == "2023/2024"
