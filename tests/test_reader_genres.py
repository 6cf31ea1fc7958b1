"""How news of talk shows, soaps, anime and the like is worded, and what is no news of any: sentences of our own."""

from __future__ import annotations

import datetime as dt

import pytest

from showstatus.reader.article import gathered, read
from showstatus.reader.mentions.numbers import season_mentions

DAY = dt.date(2023, 1, 11)
START = "What we know about Harlow Bay\n\nHarlow Bay is a drama with Ann Lee. Harlow Bay tells of two sisters.\n\n"


def told(sentence: str) -> set[tuple[str, tuple[int, ...]]]:
    """The kinds and seasons that a sentence states of the show."""
    heard = gathered(START + sentence + "\n", DAY, ["Harlow Bay"])
    return {(event.kind, event.seasons) for event in heard.told if event.said}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("The talker is renewed for a second year.", [(2,)]),
        ("It heads into its fourth year.", [(4,)]),
        ("It was the best of all for a second year in a row.", []),
        ("Production on cycle 3 is under way.", [(3,)]),
        ("Both seasons came out in 2022.", [()]),
        ("Cycles 3 and 4 were ordered.", [(3, 4)]),
        ("Both were down a tenth.", []),
        ("The wait for a tenth is over.", [(10,)]),
        ("According to an official on the 10th, all is ready.", []),
        ("The show celebrates its 60th with a second season.", [(2,)]),
        ("It is picked up for two more years, taking it through its 60th season.", [(59, 60), (60,)]),
        ("She stays for two years.", []),
        ("Wild Cards gets two more seasons, its third and fourth.", [(3, 4), (3, 4)]),
        ("The last season ended a year ago.", []),
        ("The last season, All Stars, was won by Ann.", []),
    ],
)
def test_seasons_have_other_names(text: str, numbers: list[tuple[int, ...]]) -> None:
    assert [mention.numbers for mention in season_mentions(text)] == numbers


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("The soap faces the axe.", ("pending", ())),
        ("The show is in danger of being cancelled.", ("pending", ())),
        ("The last episodes of the soap are to be shown in May 2023.", ("finale", ())),
        ("Production at the studios in Leeds will finish in March.", ("filming-wrapped", ())),
        ("The drama opened on the BBC to record numbers on January 4.", ("premiered", ())),
        ("Season two goes out on Sky later this year.", ("window", (2,))),
        ("BBC One confirmed another five episodes of Harlow Bay.", ("renewed", ())),
        ("The six new episodes have already been shot, back to back with the first.", ("filming-wrapped", ())),
        ("Fox renewed Harlow Bay for season 3 ahead of its premiere on March 3.", ("window", (2,))),
        ("The third season, released in 2022, was the last one.", ("premiered", (3,))),
        ("Harlow Bay is missing from the 2024 line-up.", ("pending", ())),
        ("The second series, which took her to Cork, was launched on January 3.", ("premiered", (2,))),
        ("The first season went out between April 2020 and June 2020.", ("finale", (1,))),
        ("Fox has ordered ten more Harlow Bay stories.", ("renewed", ())),
        ("The drama had its first showing on BBC One on January 3.", ("premiered", ())),
        ("Fox gave Harlow Bay a January 29 date.", ("window", ())),
        ("The BBC starts recording in Leeds next week.", ("filming-started", ())),
        ("Cameras have stopped on Harlow Bay.", ("filming-wrapped", ())),
        ("Fox is not bringing Harlow Bay back.", ("cancelled", ())),
        ("Harlow Bay, now in its third season, has been renewed.", ("renewed", ())),
        ("Fox orders last season of ‘Harlow Bay’.", ("final", ())),
        ("Harlow Bay says goodbye on May 21.", ("finale", ())),
        ("No decision has been made on Harlow Bay.", ("pending", ())),
        ("Fox renewed Harlow Bay for season 2, ahead of the drama's February launch.", ("window", (1,))),
        ("Fox has ordered 60 new episodes of Harlow Bay from DHX.", ("renewed", ())),
        ("Harlow Bay goes into production on its fifth and final series in June.", ("final", (5,))),
        ("The crew has been to Lima and is now editing.", ("post-production", ())),
        ("Fox is done with Harlow Bay after season two.", ("cancelled", (2,))),
        ("It is on BBC Two on Boxing Day.", ("window", ())),
        ("The ten-episode opening run wraps up on January 28.", ("finale", ())),
        ("He has been shooting in Leeds since the spring.", ("filming-started", ())),
        ("Harlow Bay gets a third season ahead of season two, coming in May.", ("window", (2,))),
        ("Stan Original Harlow Bay is to have a second season.", ("renewed", (2,))),
        ("Harlow Bay is being rested.", ("pending", ())),
        ("There wasn't a word about Harlow Bay.", ("pending", ())),
        ("Ann has no idea if there will be any more Harlow Bay.", ("pending", ())),
        ("Harlow Bay has filmed its last episode.", ("filming-wrapped", ())),
        ("Principal photography on 13 new half-hours of Harlow Bay got going in Leeds.", ("filming-started", ())),
        ("Harlow Bay shoot begins in Leeds.", ("filming-started", ())),
        ("Fox has locked in May 18 for the start of Harlow Bay.", ("window", ())),
        ("Fox ordered the comeback in December.", ("ordered", ())),
        ("Fox has ordered ten new episodes of Harlow Bay.", ("renewed", ())),
        ("There is no third season in the works for now.", ("pending", (3,))),
        ("The last episode of ABC's Harlow Bay will go out on May 21.", ("finale", ())),
        ("ABC is retiring the franchise after 33 years.", ("cancelled", ())),
        ("ABC has decided against further episodes of Harlow Bay.", ("cancelled", ())),
        ("Harlow Bay is done after one season.", ("cancelled", ())),
        ("ABC has ordered 50 more editions of Harlow Bay.", ("renewed", ())),
        ("Season two goes on through Christmas Day.", ("finale", (2,))),
        ("The soap resumes filming at Palm Beach on Monday.", ("filming-started", ())),
        ("The cast and crew were stood down on March 23.", ("delayed", ())),
        ("Harlow Bay has season two in post.", ("post-production", (2,))),
    ],
)
def test_what_happens_is_told_in_other_words(sentence: str, event: tuple[str, tuple[int, ...]]) -> None:
    assert event in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The soap faces the axe.", "cancelled"),
        ("“We plan for it to return,” a spokesman said Tuesday.", "window"),
        ("The Tyson thread was dropped in episode nine.", "cancelled"),
        ("There is no third season in the works for now.", "cancelled"),
        ("Overseas preliminaries, which began on January 3, are over.", "premiered"),
        ("Overseas preliminaries ended with the London round on January 10.", "finale"),
        ("Casting has not started.", "casting"),
        ("Ann Lee, star of Harlow Bay, is dead at 86.", "cancelled"),
        ("It will pick up again this month.", "renewed"),
        ("My mother has not let it go.", "cancelled"),
        ("Harlow Bay goes into production on its fifth and final series in June.", "filming-wrapped"),
        ("The second season will have 24 episodes.", "back-order"),
        ("Also back are Ann and Tom.", "delayed"),
        ("It was a storm. Liv did not make it.", "cancelled"),
        ("It keeps airing until the winter break.", "window"),
        ("Its storyline has been axed.", "cancelled"),
    ],
)
def test_what_is_of_something_else(sentence: str, kind: str) -> None:
    assert kind not in {event for event, _ in told(sentence)}


@pytest.mark.parametrize(
    "text",
    [
        "Actress of ‘Harlow Bay’ Passes Away\n\nShe was its matron from 1984 on, and its best-loved face.\n",
        "‘Harlow Bay’ Among the Logie Winners\n\nIt won for its music. Its third season had begun in March.\n",
        "Fox lays off 90 in Los Angeles\n\nThe studio behind “Harlow Bay” is merged with another.\n",
        "What critics made of ‘Harlow Bay’\n\nToo long, most of them write. “Harlow Bay” is all mood.\n",
        "Harlow Bay actor sentenced\n\nHe has to stay home for a year. His lawyer called it fair.\n",
        "Harlow Bay recap: a wedding, a flood\n\nWho would have thought that Bea could swim? Not Bea.\n",
        "Sunday's ratings: Harlow Bay holds on\n\nIt had 5.1 million, as many as the football before it.\n",
    ],
)
def test_deaths_prizes_and_ratings_are_no_news_of_shows(text: str) -> None:
    made = read(text, DAY, ["Harlow Bay"])

    assert {("unknown", 0)} >= {(show.verdict, len(show.findings)) for show in made}


def test_a_list_of_what_is_on_tells_nothing_that_happened() -> None:
    made = read(
        "What to watch at home\n\nHarlow Bay (Fox): slow, sad robots.\nTug Hill (ABC): a train.\n", DAY, ["Harlow Bay"]
    )

    assert [show.findings for show in made if show.findings] == []


def test_a_death_may_end_a_show() -> None:
    text = "Fox Cancels ‘Harlow Bay’ as Ann Lee Dies at 51\n\nFox has cancelled the drama “Harlow Bay.”\n"
    assert [found.verdict for found in read(text, DAY, ["Harlow Bay"])] == ["cancelled"]


def test_a_word_behind_a_colon_is_part_of_what_is_called_a_drama() -> None:
    text = (
        "Audio drama Harlow Bay: Redacted is renewed\n\nThe audio drama Harlow Bay: Redacted is renewed for season 2.\n"
    )
    assert [found.title for found in read(text, DAY, ["Harlow Bay"])] == ["Harlow Bay: Redacted"]


def test_brackets_and_a_full_stop_are_no_part_of_the_last_in_a_list() -> None:
    text = "What is back\n\nRenewed: Harlow Bay (Season 2), Tug Hill (Season 3) and Salt Road (Season 6).\n"
    found = {each.title: each.confirmed for each in read(text, DAY, ["Harlow Bay", "Tug Hill", "Salt Road"])}
    assert found == {"Harlow Bay": (2,), "Tug Hill": (3,), "Salt Road": (6,)}


def test_a_schedule_still_has_the_days_of_last_week() -> None:
    text = (
        "Fox sets its spring\n\nHarlow Bay – new series, premieres January 4\nTug Hill – Season 4 premieres March 25\n"
    )
    days = {str(way.date) for each in read(text, DAY, ["Harlow Bay", "Tug Hill"]) for way in each.findings}
    assert "2024-01-04" not in days


def test_the_show_of_its_creator_is_the_one_of_a_text_that_names_no_other() -> None:
    text = "Harlow Bay creator: no sixth season\n\nThe Harlow Bay writer has told us there won't be a sixth season.\n"
    assert [found.verdict for found in read(text, DAY, ["Harlow Bay"])] == ["cancelled"]


def test_a_word_for_where_a_place_lies_makes_no_title_of_it() -> None:
    text = "Fox renews Harlow Bay\n\nProduction on season two of Harlow Bay has wrapped in regional Victoria.\n"
    assert [found.title for found in read(text, DAY, ["Harlow Bay", "Victoria"])] == ["Harlow Bay"]


def test_a_question_may_be_answered_in_its_line() -> None:
    text = "Is Tug Hill over? That was ABC. Fox renews Harlow Bay for a second season\n\nAnn Lee stars in Harlow Bay.\n"
    found = {each.title: each.verdict for each in read(text, DAY, ["Harlow Bay", "Tug Hill"])}
    assert found["Harlow Bay"] == "renewed"


def test_what_is_to_pause_pauses_in_time_to_come() -> None:
    text = "Fox to pause Harlow Bay\n\nFox is to pause production of Harlow Bay for four weeks in December.\n"
    heard = gathered(text, DAY, ["Harlow Bay"])
    assert "2022-12" not in {str(event.date) for event in heard.told}


def test_what_ended_has_ended_whatever_stands_before() -> None:
    text = (
        "Fox adds two to Harlow Bay\n\nFox has added two to Harlow Bay, filming on which ended in October in Leeds.\n"
    )
    days = {str(event.date) for event in gathered(text, DAY, ["Harlow Bay"]).told}
    assert "2022-10" in days


def test_another_name_in_brackets_ends_no_clause() -> None:
    text = "Fox to shoot\n\nThe cameras will roll on a second season of Harlow Bay (Ófærð bær) in the autumn of 2023.\n"
    told = gathered(text, DAY, ["Harlow Bay"]).told
    assert ("filming-started", "2023-23") in {(event.kind, str(event.date)) for event in told}


def test_a_comma_is_part_of_an_anime_title() -> None:
    text = "Run Run, River Anime's 2nd Season Debuts in April 2023\n\nThe second season will debut in April 2023.\n"
    assert [found.title for found in read(text, DAY)] == ["Run Run, River"]
