"""Whose event is it, and what is no show at all: sentences of our own, the titles in them known."""

from __future__ import annotations

import datetime as dt

import pytest

from showstatus.reader.article import gathered, read
from showstatus.reader.sentences import Sentence, sentences
from showstatus.reader.titles.aliases import fuller, joint_names, told_apart
from showstatus.reader.titles.candidates import Known, key_of, spans_of
from showstatus.reader.titles.entries import entry
from showstatus.reader.titles.finder import TitleFinder
from showstatus.reader.titles.marks import LABEL
from showstatus.reader.titles.people import is_person, owns
from showstatus.reader.titles.trimming import trimmed

DAY = dt.date(2023, 6, 1)
TITLES = ("Salt Road", "Harbour Lights", "Iron Hollow", "Stone Quay")


def told(text: str, *kinds: str, head: str = "What became of them") -> set[tuple[str, str]]:
    """What is heard of which show."""
    heard = gathered(f"{head}\n\n{text}", DAY, TITLES)
    return {(event.kind, event.show) for event in heard.told if event.kind in kinds and event.said}


@pytest.mark.parametrize(
    ("text", "kind", "shows"),
    [
        ("Salt Road' Moana Bright has joined the cast of Iron Hollow.", "casting", {"iron hollow"}),
        ("Guest stars will include Tom Hay-Lund of Salt Road.", "casting", set()),
        ("Salt Road is renewed for season two, as has the much-loved Iron Hollow.", "renewed", {*"si"}),
        ("It opens with the premiere of Salt Road's final season and the new Iron Hollow.", "final", {"salt road"}),
        ("Fox has greenlit Salt Road, a modern spin on Iron Hollow.", "renewed", {"salt road"}),
        ("Salt Road, the channel's drama, which wrapped filming in May, is back.", "filming-wrapped", {"salt road"}),
        ("Salt Road is over. It returns along with Iron Hollow on June 9.", "window", {*"si"}),
        ("Salt Road is back. Fox has renewed it, and Iron Hollow too.", "renewed", {*"si"}),
    ],
)  # fmt: skip
def test_an_event_is_told_of_its_own_show(text: str, kind: str, shows: set[str]) -> None:
    both = {"salt road", "iron hollow"}

    assert {(kind, show) for show in (both if "s" in shows else shows)} == told(text, kind)


@pytest.mark.parametrize("intro", ["These dramas have been cancelled:", "The cancelled shows are:"])
def test_what_stands_over_a_list_is_told_of_each_line(intro: str) -> None:
    lines = "- Salt Road, a drama with Ann Lee\n- Iron Hollow, which nobody saw last year"
    text = f"{intro}\n\n{lines}\n\nStone Quay was on as well."

    assert {("cancelled", "salt road"), ("cancelled", "iron hollow")} == told(text, "cancelled")


def test_a_list_that_is_put_off_has_its_day() -> None:
    text = (
        "These series are being delayed from Spring 2023 to Summer 2023:\n\n- Salt Road\n- Iron Hollow\n\nThat is all."
    )

    assert {("delayed", "iron hollow"), ("window", "iron hollow")} <= told(text, "delayed", "window")


def test_an_entry_that_is_open_is_pending() -> None:
    text = "Salt Road: TBA\n\nIron Hollow: renewed\n\nStone Quay: undecided"

    found = told(text, "pending", "renewed", head="Which shows are renewed")
    assert {("pending", "salt road"), ("pending", "stone quay")} <= found


def test_news_for_the_fans_of_a_show_is_its_own() -> None:
    text = "Sad news for fans of Salt Road. Fox has axed the drama. Iron Hollow will be back for a third run in 2024."

    heard = gathered(text, DAY, TITLES)
    assert [("cancelled", "salt road"), ("window", "iron hollow")] == [(e.kind, e.show) for e in heard.told]


def test_a_season_right_before_its_verb_is_its_own() -> None:
    text = "Fox has given Salt Road a fourth season, two days before season three drops on June 17."

    heard = gathered(f"News\n\n{text}", DAY, TITLES)
    assert [("renewed", (4,)), ("window", (3,))] == [(event.kind, event.seasons) for event in heard.told]


def test_the_season_of_a_channels_show_speaks_for_its_title() -> None:
    heard = gathered("Production has finished on the second series of Sky Atlantic's Fortifide. More soon.", DAY, ())

    assert [("filming-wrapped", "fortifide")] == [(event.kind, event.show) for event in heard.told]


def test_what_a_show_is_only_likened_to_is_named_in_passing() -> None:
    heard = gathered("Salt Road-like hit “Iron Hollow” gets a second season\n\nFox said so.", DAY, TITLES)

    assert "iron hollow" == heard.lead


def test_a_show_in_passing_is_not_spoken_of_further() -> None:
    text = "Salt Road renewed for a second season\n\nFox has renewed Salt Road for a second season.\n\n"
    text += "It stars Ann Lee as a singer from Stone Quay. Filming begins in August 2023."

    found = {event.kind: reading.key for reading in read(text, DAY, TITLES) for event in reading.findings}
    assert found.get("filming-started") == "salt road"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We love the Salt Road: Northern Tales too.", ["Salt Road: Northern Tales"]),
        ("We saw Salt Road: Tides.", ["Salt Road: Tides"]),
        ("It was about Salt Road: Netflix has it.", ["Salt Road"]),
        ("She spoke of Salt Road: Jane Dow was there.", ["Salt Road", "Jane Dow"]),
        ("A second season of It's Salt Road will come.", ["It's Salt Road"]),
        ("A role since Jane Dow in Grim Quay.", ["Jane Dow", "Grim Quay"]),
        ("Everybody likes BRAVO's GRIM QUAY.", ["GRIM QUAY"]),
    ],
)
def test_a_known_title_may_go_on(text: str, names: list[str]) -> None:
    found = spans_of(Sentence(text, 0, 1, 0, "body"), Known(TITLES))

    assert names == [
        text[start:end] for start, end, _ in found if text[start:end] not in ("We", "She", "A", "It", "Everybody")
    ]


def test_a_label_is_no_title() -> None:
    assert trimmed("Full Season Ordered: Salt", 0, 19) == []
    assert trimmed("Foundation's David S. Goyer", 0, 20) == [(0, 10), (13, 20)]
    assert all(
        LABEL.match(text) for text in ("Full Season Ordered: X", "Cancelled before airing: X", "Renewed so far: X")
    )
    assert entry("Salt Road 3") == "Salt Road" == entry("Salt Road: Pending")


@pytest.mark.parametrize(("name", "after", "person"), [
    ("DI Jack Moor", "", True), ("Salt Road", " stars in the news", True), ("Salt Road", " stars Jane Dow", False),
])  # fmt: skip
def test_who_stars_in_something_is_a_person(name: str, after: str, person: bool) -> None:
    assert is_person(name, "", after) is person


def test_whose_show_it_is() -> None:
    assert owns("James Moor", "'s award-winning drama Quay")
    assert not owns("James Moor", " is back")


def test_two_actors_are_no_joint_name() -> None:
    text = "Fox orders a drama with Anna Moor and Tilda Quill\n\nAnna Moor and Tilda Quill are back."

    assert not joint_names(sentences(text))


def test_a_reboot_is_another_show() -> None:
    text = "News of the day\n\nThe new drama “Quay,” a reboot of the drama “Quay, Salt Ranger,” is back."
    line = sentences(text)[1]

    assert (key_of("Quay"), key_of("Quay, Salt Ranger")) in told_apart([(line, spans_of(line))])


def test_the_full_name_follows_the_headline() -> None:
    text = "Spy drama ‘Quay’ films in May\n\nFox's drama “Quay: The Salt Spies” films in May. “Quay” is over soon."
    finder = TitleFinder(sentences(text))

    assert fuller([(s, spans_of(s)) for s in sentences(text)], finder.candidates) == {"quay": "quay the salt spies"}


def test_a_sentence_ends_behind_an_hour() -> None:
    text = "Headline of it\n\nIt is on at 9 p.m. The show is back. It is on at 9 p.m. Monday."

    assert [s.text for s in sentences(text)][1:] == [
        "It is on at 9 p.m.", "The show is back.", "It is on at 9 p.m. Monday.",
    ]  # fmt: skip


def test_the_only_show_is_spoken_of_by_its_maker() -> None:
    text = (
        "Harlow Bay creator Ann Lee told The New Yorker that the third season, which begins on March 26, is under way."
    )
    (show,) = read(text, dt.date(2023, 3, 24), ["Harlow Bay"])

    assert ("Harlow Bay", {3}) == (show.title, {found.season for found in show.findings})


def test_a_show_is_named_with_its_fans() -> None:
    (show,) = read(
        "Great news for Heartline fans: Sky has renewed the drama for a second series.", dt.date(2023, 3, 24)
    )

    assert ("Heartline", "renewed") == (show.title, show.verdict)
