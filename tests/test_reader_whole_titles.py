"""Where a title begins and ends, and what only looks like one: labels, places, networks, makers, people."""

from __future__ import annotations

import datetime as dt

import pytest

from showstatus.reader.article import gathered, read
from showstatus.reader.mentions.title import TitleMention
from showstatus.reader.sentences import Sentence, sentences
from showstatus.reader.titles.aliases import in_the_end
from showstatus.reader.titles.candidates import spans_of
from showstatus.reader.titles.entries import entry

DAY = dt.date(2023, 6, 1)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Cancelled Before Airing: Salt Road", ["Salt Road"]),
        ("Full Season Ordered: Salt Road", ["Salt Road"]),
        ("We hear: NOT RETURNING NEXT SEASON: Salt Road", ["Salt Road"]),
        ("Salt Road: TBA", ["Salt Road"]),
        ("We saw the Jane Dow-led drama.", []),
        ("We saw the drama Dark Coin£ on Fox.", ["Dark Coin£"]),
        ("More Salt Road is on the way.", ["Salt Road"]),
        ("That Salt Road is over is sad.", ["Salt Road"]),
        ("We saw 'Millionaires' Row' on Fox.", ["Millionaires' Row"]),
        ("We saw 'Heroes' and 'Salt Road' on Fox.", ["Heroes", "Salt Road"]),
        ("We saw 'Heroes' Stars at 'Salt Road' on Fox.", ["Heroes", "Stars", "Salt Road"]),
    ],
)
def test_a_title_is_cut_from_what_stands_beside_it(text: str, titles: list[str]) -> None:
    found = [text[start:end] for start, end, _ in spans_of(Sentence(text, 0, 1, 0, "body"))]

    assert titles == [name for name in found if name not in ("We", "NOT RETURNING NEXT SEASON")]


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("3. Salt Road, May 12", "Salt Road"),
        ("Salt Road, Friday, 2 September 2022", "Salt Road"),
        ("What If!, ITV, September 2", "What If!"),
        ("Salt, May and Pepper", "Salt, May and Pepper"),
    ],
)
def test_an_entry_ends_before_its_day(heading: str, title: str) -> None:
    assert title == entry(heading)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("north", "In the North they film in May. Filming in the north begins in June."),
        ("western", "Fox has more in store. Western fans wait for the second season."),
        ("rte", "RTÉ has renewed it. RTÉ is back with a second season in May."),
        ("8m", "The fund gives 8m for a second season, which films in May."),
        ("ii", "Salt Road II goes into production in May."),
        ("tba", "TBA is back in May."),
        ("wednesday", "Salt Road is back in May, the network announced Wednesday."),
        ("sudhir rao", "Sudhir Rao is back in May with a second season."),
        ("season 2a", "Season 2a of Salt Road is renewed. Season 2A is back in May."),
        ("8-9pm", "8-9pm is the slot of Salt Road on Fridays."),
        ("2022 so far", "Every Show Cancelled in 2022 So Far."),
    ],
)
def test_what_is_no_show_is_never_spoken_of(name: str, text: str) -> None:
    heard = gathered(f"News of Salt Road\n\n{text}", DAY, ("Salt Road",))

    assert name not in {event.show for event in heard.told}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Salt Road is back\n\nFox likes Salt Road. Fox's Salt Road is a hit.", "salt road"),
        ("Dan Dow's Salt Road is back\n\nFox has renewed Salt Road. Salt Road is a hit.", "salt road"),
        (
            "News of Dublin\n\nThe drama Salt Road is back. They film the second season of Salt Road in Dublin.",
            "salt road",
        ),
    ],
)
def test_a_show_is_called_what_it_is_called_most(text: str, title: str) -> None:
    accepted = gathered(text, DAY, ()).finder.accepted

    assert [title] == [key for key in accepted if "salt road" in key]


@pytest.mark.parametrize(
    "text",
    [
        "Iron Hollow's Sarah Dow joined the cast in season two.",
        "Former “Iron Hollow” correspondent Sarah Dow has been cast in it.",
        "The last season will be split in two, as Fox did with Iron Hollow, and it premieres in May.",
    ],
)
def test_what_somebody_did_before_is_no_news_of_that(text: str) -> None:
    heard = gathered(f"Salt Road is back\n\nFox has renewed Salt Road.\n\n{text}", DAY, ("Salt Road", "Iron Hollow"))

    assert not [event for event in heard.told if event.show == "iron hollow"]


def test_what_stands_behind_the_colon_of_a_title_is_short_for_it() -> None:
    text = (
        "Fox renews Salt Road: Deep Water\n\nDeep Water, which premiered in May, will be back. "
        "Salt Road: Hull has been cancelled; it was shot in Hull."
    )
    heard = gathered(text, DAY, ("Salt Road: Deep Water", "Salt Road: Hull"))

    assert {"salt road deep water", "salt road hull"} == set(heard.finder.accepted)
    assert {("salt road deep water", "premiered"), ("salt road deep water", "returns")} <= {
        (event.show, event.kind) for event in heard.told
    }
    assert {"Salt Road: Hull"} == {
        text[line.sentence.start :][mention.start : mention.end]
        for line in heard.marks
        for _, mention in line.of(TitleMention)
        if mention.key == "salt road hull"
    }


def test_a_show_that_is_known_by_itself_is_short_for_none() -> None:
    text = "Fox cancels Cold Water\n\nIt has axed Cold Water. CBS has renewed Iron Hollow: Cold Water."
    heard = gathered(text, DAY, ("Cold Water", "Iron Hollow: Cold Water"))

    assert {("cold water", "cancelled"), ("iron hollow cold water", "renewed")} == {
        (event.show, event.kind) for event in heard.told
    }


@pytest.mark.parametrize("names", [("DWC", "Deep Water Cove"), ("Deep Water Cove", "DWC")])
def test_a_name_may_be_short_for_one_that_is_short_itself(names: tuple[str, str]) -> None:
    one, two = names
    text = (
        f"Fox renews {one} for a second season\n\nFox has renewed {two} for a second season. "
        "Salt Road: Deep Water Cove premiered in May."
    )

    assert ["Salt Road: Deep Water Cove"] == [
        found.title for found in read(text, DAY, ("Salt Road: Deep Water Cove",)) if found.lead
    ]


@pytest.mark.parametrize(
    ("aliases", "accepted", "wanted"),
    [
        ({"a": "b", "b": "c"}, "abc", {"a": "c", "b": "c"}),
        ({"b": "c", "a": "b"}, "abc", {"a": "c", "b": "c"}),
        ({"a": "b", "b": "c"}, "ab", {"a": "b"}),
        ({"a": "b", "b": "a"}, "ab", {"a": "b"}),
        ({"a": "b", "b": "c", "c": "b"}, "abc", {"a": "c", "b": "c"}),
    ],
)
def test_names_come_to_one_that_stays(aliases: dict[str, str], accepted: str, wanted: dict[str, str]) -> None:
    assert wanted == in_the_end(aliases, accepted)


def test_the_number_of_an_entry_may_have_a_dash() -> None:
    text = "What Netflix axed\n\n1- Salt Road\n\nIt ended after a season.\n\n2- Dark Fen\n\nIt was axed in May.\n"

    assert ["Salt Road", "Dark Fen"] == [line.text for line in sentences(text) if line.role == "item"]


def test_the_season_behind_a_title_in_quotation_marks_is_no_part_of_it() -> None:
    heard = gathered('March brings "Iron Vale - Season 2" and more.', DAY, ())

    assert [mention.title for line in heard.marks for _, mention in line.of(TitleMention)] == ["Iron Vale"]


def test_a_line_of_many_titles_is_read_as_soon_as_one_of_few() -> None:
    """Each title could be taken in two ways, so that a line of forty was never read to its end."""
    titles = [
        f"{first} {last}" for first in _FIRSTS for last in ("Bay", "Cove", "Hill", "Lake", "Moor", "Road", "Wood")
    ]
    heard = gathered(f"News\n\n{', '.join(titles)} were all renewed.", DAY, titles)

    assert len({event.show for event in heard.told}) > 30


_FIRSTS = ("Amber", "Birch", "Cedar", "Delta", "Ember", "Fable")
