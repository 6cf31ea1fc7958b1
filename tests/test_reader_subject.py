"""Which season a text is about, and what the shows of a text say of one another: sentences of our own."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from unittest.mock import patch

import pytest

from showstatus.reader import scales
from showstatus.reader.article import Gathered, gathered, read
from showstatus.reader.events.event import BY_VERDICT
from showstatus.reader.events.wording import Words
from showstatus.reader.readings.fellows import fellow_marks
from showstatus.reader.readings.findings import Issue, Standing
from showstatus.reader.readings.implied import implied
from showstatus.reader.readings.reading import Reading
from showstatus.reader.readings.reading import reading as reading_by
from showstatus.reader.readings.subject import Named, by_rule, likeliest, named_with, subject_ways

DAY = dt.date(2023, 1, 11)
TITLES = ["Harlow Bay", "The Gold Room", "Saltmarsh"]


def heard(text: str) -> Gathered:
    return gathered(text + "\n", DAY, TITLES)


def named(text: str) -> Named:
    """The seasons that are named with Harlow Bay."""
    found = heard(text)
    lines = [found.marks[place] for place in found.places_of("harlow bay")]
    return named_with(lines, found.seasons["harlow bay"])


def test_a_season_is_named_by_its_place() -> None:
    found = named("Harlow Bay season 4 is set\n\nHarlow Bay and Saltmarsh return with season 3. Season 9 is far.")

    assert set(found.beside) == {4}
    assert {"first with the title", "in its sentence", "alone with it", "in the headline"} <= found.by[4]
    assert found.by[3] == {"in its sentence"}


def test_after_two_seasons_the_third_is_named() -> None:
    assert named("News of the day\n\nHarlow Bay has been cancelled after two seasons.").by[3] >= {"after so many"}


def test_what_speaks_for_each_season_is_told_apart() -> None:
    ways = subject_ways([], "renewed", Named((3,), {3: {"with the title"}}), 2, 3, {"text: new": 1.0}, lead=True)

    assert set(ways) == {None, 1, 2, 3}
    assert {"of by rule", "of the next", "of with the title", "the highest", "not aired, renewed"} <= set(ways[3])
    assert {"of the last that aired", "not the highest", "aired"} <= set(ways[2])
    assert not any("new" in mark.split() for mark in [*ways[2], *ways[3]])


def test_the_words_of_a_text_speak_for_the_first_season_and_for_none() -> None:
    with patch.object(scales, "weighed_by", lambda _: None):
        ways = subject_ways([], "unknown", Named(), 0, None, {"text: new": 1.0, "rule: unknown": 1.0}, lead=True)

    assert (ways[1]["text: first: new"], ways[None]["none: rule: unknown"]) == (0.5, 0.5)


def test_where_nothing_was_fitted_the_rule_stands() -> None:
    ways = subject_ways([], "renewed", Named(), 2, 3, {}, lead=True)
    with patch.object(scales, "weights", lambda _: {}):
        assert likeliest(ways, 3) == 3


@pytest.mark.parametrize(
    ("text", "verdict", "season"),
    [
        ("Harlow Bay is renewed for a third season.", "renewed", 3),
        ("Harlow Bay season 2 premiered in May.", "renewed", None),
        ("The fifth and final season of Harlow Bay is coming.", "final-season", 5),
    ],
)
def test_the_rule_goes_by_what_decides_the_verdict(text: str, verdict: str, season: int | None) -> None:
    told = [event for event in heard(f"News of the day\n\n{text}").told if event.show == "harlow bay"]

    assert by_rule(told, verdict, [], 0) == season


def reading(title: str, text: str) -> tuple[Reading, list[Reading]]:
    every = read(text + "\n", DAY, TITLES)
    return next(found for found in every if found.title == title), every


def test_a_show_is_held_against_the_one_that_leads() -> None:
    saltmarsh, every = reading(
        "Saltmarsh",
        "Harlow Bay and Saltmarsh renewed by ABC\n\nABC has renewed Harlow Bay for a second season. It has also renewed"
        " Saltmarsh for a third season.",
    )
    lead = next(found for found in every if found.lead)

    assert lead.title == "Harlow Bay"
    assert {
        "1 others sure", "1 others sure, sure event", "each kind of the lead", "the same verdict as the lead",
        "renewed where the lead is renewed",
    } <= fellow_marks(saltmarsh, lead, every)  # fmt: skip
    assert fellow_marks(lead, lead, every) == {"1 others sure", "1 others sure, sure event"}
    assert fellow_marks(saltmarsh, lead, every) <= saltmarsh.marks.keys()


@pytest.mark.parametrize(
    ("text", "alike"),
    [
        ("ABC has renewed Harlow Bay. Saltmarsh has premiered on May 3.", "no kind of the lead"),
        (
            "ABC has renewed Harlow Bay. ABC has renewed Saltmarsh; it premiered on May 3, 2021.",
            "some kinds of the lead",
        ),
        ("ABC has renewed Harlow Bay. It is like Saltmarsh.", "nothing of the lead"),
    ],
)
def test_what_is_told_of_two_shows_is_held_against_each_other(text: str, alike: str) -> None:
    every = [reading_of("harlow bay", text, lead=True), reading_of("saltmarsh", text, lead=False)]

    assert alike in fellow_marks(every[1], every[0], every)


def reading_of(key: str, text: str, *, lead: bool) -> Reading:
    told = [event for event in heard(text).told if event.show == key]
    made = reading_by(key, key, told, Named(), Words({}, {}), Issue(DAY, 999), lead=lead)
    made.findings = [replace(finding, sure=2.0) for finding in made.findings]
    return made


def standing(verdict: str, subject: int | None) -> Standing:
    return Standing(verdict, subject, 0, None, Issue(DAY, 100), 1.0)


def test_a_verdict_implies_its_decision_where_no_phrase_tells_it() -> None:
    (line, *_) = heard("Harlow Bay goes on and on").marks
    words = Words({}, {"renewed": 2.0}, {}, line.sentence)
    (event,) = implied("harlow bay", standing("renewed", 3), [], words)

    assert (event.kind, event.seasons, event.wording, event.phrase) == ("renewed", (3,), 2.0, BY_VERDICT)
    assert implied("harlow bay", standing("renewed", 3), [event], words) == []
    assert implied("harlow bay", standing("pending", 3), [], words) == []
    assert implied("harlow bay", standing("renewed", 3), [], Words({}, {})) == []


def test_a_rescue_that_is_told_as_an_order_is_not_implied() -> None:
    found = heard("Netflix renewed Harlow Bay for a third season on January 9, months after NBC axed the drama.")
    told = [event for event in found.told if event.show == "harlow bay"]

    assert implied("harlow bay", standing("saved", 3), told, Words({}, {}, {}, told[0].sentence)) == []


def test_what_is_implied_is_weighed_with_all_else_and_has_no_day() -> None:
    line = heard("Harlow Bay (season 4) is safe").marks[0]
    with patch.object(scales, "verdict_weights", lambda: {"any": (("renewed", 1000),)}):
        made = reading_by("harlow bay", "Harlow Bay", [], Named(), Words({}, {}, {}, line.sentence), Issue(DAY, 99))

    assert {(finding.kind, finding.implied, finding.date) for ways in made.considered for finding in ways} == {
        ("renewed", True, None)
    }


def test_the_season_for_which_most_speaks_overrules_the_rule() -> None:
    ways = subject_ways([], "renewed", Named(), 2, 1, {}, lead=True)
    with patch.object(scales, "weights", lambda _: {"of the next": 2.0, "of by rule": 1.0}):
        assert likeliest(ways, 1) == 3
