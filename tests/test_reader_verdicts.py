"""How a show stands: what is no decision though it looks like one, and what several events come to together."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from showstatus.reader import scales
from showstatus.reader.article import Gathered, gathered
from showstatus.reader.events.event import Event
from showstatus.reader.events.wording import Words
from showstatus.reader.readings.findings import Issue
from showstatus.reader.readings.naming import naming_marks, namings
from showstatus.reader.readings.reading import reading
from showstatus.reader.readings.subject import Named
from showstatus.reader.readings.verdict_marks import VERDICTS, settled, verdict_marks
from showstatus.reader.readings.verdict_words import verdict_words
from showstatus.reader.readings.verdicts import asks_beyond, ends_ahead, heard, verdict_of

PUBLISHED = dt.date(2023, 6, 1)
TITLES = ("Harbour Lights", "Blue Door")


def found(text: str) -> Gathered:
    return gathered(text, PUBLISHED, TITLES)


def told(sentence: str, head: str = "The latest on Harbour Lights") -> list[Event]:
    return [event for event in found(f"{head}\n\n{sentence}").told if event.show == "harbour lights"]


def kinds(sentence: str) -> set[str]:
    return {event.kind for event in told(sentence) if event.said}


@pytest.mark.parametrize(
    ("sentence", "kind", "mood"),
    [
        ("Harbour Lights was almost cancelled.", "cancelled", "doubted"),
        ("Harbour Lights was on the brink of being cancelled.", "cancelled", "doubted"),
        ("Almost two years later Harbour Lights was cancelled.", "cancelled", "said"),
        ("Why was Harbour Lights cancelled?", "cancelled", "said"),
        ("Was Harbour Lights cancelled?", "cancelled", "asked"),
        ("Why has ITV axed Harbour Lights?", "cancelled", "said"),
        ("Harbour Lights season 4 renewed or cancelled", "renewed", "asked"),
        ("ITV poured cold water on reports that Harbour Lights has been cancelled.", "cancelled", "denied"),
        ("Claims that Harbour Lights was cancelled are quite untrue.", "cancelled", "denied"),
        ("ITV confirmed that reports of the cancellation of Harbour Lights are false.", "cancelled", "denied"),
        ("Reports of its return are false: Harbour Lights has been cancelled.", "cancelled", "said"),
        ("There is talk that Harbour Lights has been cancelled.", "cancelled", "doubted"),
        ("After much speculation the matter is settled: Harbour Lights is renewed.", "renewed", "said"),
        ("Could anybody tell me why ITV has renewed Harbour Lights?", "renewed", "asked"),
        ("I may never learn why ITV has renewed Harbour Lights.", "renewed", "said"),
        ("A renewal for Harbour Lights has not been announced.", "renewed", "denied"),
        ("A renewal for Harbour Lights has been announced.", "renewed", "said"),
    ],
)
def test_what_is_only_almost_so_or_taken_for_granted(sentence: str, kind: str, mood: str) -> None:
    assert mood in {event.mood for event in told(sentence) if event.kind == kind}


@pytest.mark.parametrize(
    ("sentence", "kind", "is_told"),
    [
        ("The premiere of Harbour Lights was cancelled because of the storm.", "cancelled", False),
        ("Harbour Lights was cancelled because of the storm.", "cancelled", True),
        ("ITV opted not to pick up the back nine of Harbour Lights.", "cancelled", False),
        ("There is no more doubt about Harbour Lights.", "cancelled", False),
        ("There will be no more seasons of Harbour Lights.", "cancelled", True),
        ("Harbour Lights has yet to announce a release date.", "pending", False),
        ("ITV has yet to announce a new season of Harbour Lights.", "pending", True),
        ("No third season of Harbour Lights has officially been ordered.", "cancelled", False),
        ("No third season of Harbour Lights has officially been ordered.", "pending", True),
        ("Neither will get a second season.", "cancelled", True),
        ("ITV is not proceeding with any more of Harbour Lights.", "cancelled", True),
        ("Harbour Lights managed to finish its second season.", "final", False),
        ("Harbour Lights is set long ago, like the final season of Blue Peter.", "final", False),
        ("Harbour Lights is back for season 6, the final one of the show.", "final", True),
        ("A third series of the Cornwall-based crime thriller Harbour Lights has been confirmed.", "renewed", True),
        ("A third series of the hit drama “Harbour Lights” has been ordered.", "renewed", True),
    ],
)
def test_what_is_of_something_beside_a_show(sentence: str, kind: str, is_told: bool) -> None:
    assert (kind in kinds(sentence)) is is_told


@pytest.mark.parametrize(
    ("headline", "before"),
    [
        ("Cancelled ‘Harbour Lights’ revived by Channel 5", True),
        ("Canceled CBS drama ‘Harbour Lights’ returns to production", True),
        ("Cancelled ‘Harbour Lights’ after three seasons", False),
        ("‘Harbour Lights’ cancelled by CBS", False),
    ],
)
def test_the_participle_that_a_headline_begins_with(headline: str, before: bool) -> None:
    cancelled = [event for event in found(f"{headline}\n\nIt is set in a port.").told if event.kind == "cancelled"]
    assert [event.before for event in cancelled] == [before]


def test_what_is_given_to_a_show_is_not_given_to_the_one_before_it() -> None:
    seen = found("Syfy Renews ‘Harbour Lights’, Gives ‘Blue Door’ a Final Season\n\nBoth are set in a port.").told
    assert {event.show for event in seen if event.kind == "final"} == {"blue door"}


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Netflix has picked up Harbour Lights for a first season.", "ordered"),
        ("Netflix has picked up Harbour Lights for a second season.", "renewed"),
    ],
)
def test_a_first_season_is_no_renewal(sentence: str, kind: str) -> None:
    made = reading("harbour lights", "Harbour Lights", told(sentence), Named(), Words({}, {}), Issue(PUBLISHED, 999))
    assert kind in {way.kind for ways in made.considered for way in ways}
    assert made.rule == ("in-production" if kind == "ordered" else "renewed")


def test_a_finale_that_airs_is_still_to_come() -> None:
    ends = [event for event in told("The series finale airs on Monday, July 3.") if event.kind in ("ended", "finale")]
    assert [str(event.date) for event in ends] == ["2023-07-03"]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("In 2021 Harbour Lights was renewed for a second season. Will there be a third season?", "pending"),
        ("Harbour Lights was renewed for a third season. Will there be a third season?", "renewed"),
        (
            "It has not been renewed for season 3. In May ITV cancelled it, then reversed course for season 2.",
            "pending",
        ),
        ("ITV cancelled Harbour Lights. Channel 5 saved Harbour Lights for season 3.", "saved"),
        ("This is the end of Harbour Lights. Its final season 4 premieres on July 3.", "final-season"),
        ("The series finale of Harbour Lights aired on May 3.", "ended"),
        ("The season finale of Harbour Lights aired on May 3.", "unknown"),
    ],
)
def test_the_verdict_by_the_rules(text: str, verdict: str) -> None:
    assert verdict_of(told(text), PUBLISHED) == verdict


def test_a_cancellation_in_the_headline_is_newer_than_a_rescue() -> None:
    text = "Harbour Lights was cancelled in 2019. Channel 5 saved Harbour Lights for season 3."
    assert verdict_of(told(text, "Channel 5 cancels Harbour Lights"), PUBLISHED) == "cancelled"


def test_a_later_season_is_asked_for_than_is_told() -> None:
    later = told("Harbour Lights was renewed for season 2. Will there be a season 3?")
    same = told("Harbour Lights was renewed for season 3. Will there be a season 3?")
    assert (asks_beyond(later), asks_beyond(same)) == (True, False)


def test_a_last_season_is_ahead() -> None:
    ahead = told("The fourth and final season of Harbour Lights premieres on July 3, 2023.")
    over = told("The fourth and final season of Harbour Lights premiered on July 3, 2021.")
    assert (ends_ahead(ahead, PUBLISHED), ends_ahead(over, PUBLISHED)) == (True, False)


def test_what_a_sentence_most_likely_does_not_say_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    (event,) = [event for event in told("Harbour Lights was cancelled.") if event.kind == "cancelled"]
    monkeypatch.setattr(scales, "weights", lambda _: {})
    assert heard([event]) == [event]
    assert heard([replace(event, wording=-6.0)]) == []


def test_a_text_is_about_the_show_and_not_about_who_is_in_it() -> None:
    text = (
        "Ann Dow to play DI Tom Reed in a BBC drama\n\nFilming is under way in Wales. Ann Dow will play DI Tom Reed "
        "in the six-part drama Harbour Lights. Harbour Lights has been ordered by the BBC."
    )
    assert found(text).lead == "harbour lights"


def test_words_alone_say_how_a_show_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    weighs = {"renewed, worded by name": (("renewed", 200), ("pending", 100))}
    monkeypatch.setattr(scales, "verdict_weights", lambda: weighs)
    words = Words({}, {"renewed": 3.0})
    marks = verdict_marks([], "unknown", words, Issue(PUBLISHED, 100), 0)
    assert settled("unknown", marks) == ("renewed", 1.5)
    monkeypatch.setattr(scales, "verdict_weights", dict)
    assert settled("unknown", marks) == ("unknown", 0.0)


def test_every_word_of_the_sentences_about_a_show_is_a_mark_of_its_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    heard = gathered('"Harbour Lights" goes on\n\nAll of it continues.', PUBLISHED, ("Harbour Lights",))
    monkeypatch.setattr(scales, "weighed_words", lambda: None)
    named = {
        "<show>": 1.0, '"': 1.0, "goes": 1.0, "on": 1.0,
        '" <show>': 0.5, '<show> "': 0.5, '" goes': 0.5, "goes on": 0.5,
    }  # fmt: skip
    headline = {f"text: headline: {words}": counts for words, counts in named.items()}
    assert {**headline, **{f"text: {w}": n for w, n in named.items()}} == verdict_words(heard.marks, [0], lead=False)
    assert verdict_words(heard.marks, [0], lead=True)["text: contin"] == 1.0
    monkeypatch.setattr(scales, "weighed_words", lambda: frozenset({"text: goes on", "text: gone"}))
    assert {"text: goes on": 0.5} == verdict_words(heard.marks, [0], lead=True)


def test_what_stands_over_a_show_and_beside_it_in_its_block_is_a_mark_of_its_verdict(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    heard = gathered(
        "What is gone\n\nThe winners\n\nNobody.\n\nThe fallen\n\n"
        "A sad day. Then Salt Road went. It had no luck. Harbour Lights went too.\n\nThe rest\n\nAll over.",
        PUBLISHED,
        ("Harbour Lights", "Salt Road"),
    )
    monkeypatch.setattr(scales, "weighed_words", lambda: None)
    marks = verdict_words(heard.marks, heard.places_of("salt road"), lead=False)

    assert {"text: over it: fallen", "text: sad", "text: went", "text: luck"} <= marks.keys()
    assert {"text: too", "text: all", "text: over it: winner", "text: over it: rest"}.isdisjoint(marks)


def test_what_stands_beside_a_name_is_a_mark_of_its_show() -> None:
    heard = gathered('Ann Dow of "Salt Road" leads "Harbour Lights"', PUBLISHED, ("Harbour Lights", "Salt Road"))
    marks = naming_marks("salt road", namings(heard.marks), set(), 1)
    beside = {mark for mark in marks if mark.startswith(scales.WORDS)}
    assert {'text: " X', 'text: of " X', 'text: X "', 'text: X " leads'} == beside
    assert {"text: ^ X", "text: X $"} <= naming_marks(
        "salt road", namings(gathered("Salt Road", PUBLISHED, ("Salt Road",)).marks), set(), 1
    )


def test_how_often_and_how_far_down_a_show_is_named_are_marks_of_it() -> None:
    text = "Salt Road is back\n\n“Salt Road” returns. It was away long. Salt Road has Ann Dow, late of Harbour Lights. "
    text += "In Salt Road, or in Salt Road again, it rains. Salt Road is wet. Salt Road dries."
    lines = gathered(text, PUBLISHED, ("Harbour Lights", "Salt Road")).marks
    named = namings(lines)
    often, once = (naming_marks(key, named, set(), len(lines)) for key in ("salt road", "harbour lights"))

    assert {"named 8 eighths as often as the most", "last named in eighth 6", "3 sentences begin with it"} <= often
    assert {"named 1 eighths as often as the most", "last named in eighth 3", "0 sentences begin with it"} <= once


def test_weights_say_for_what_each_mark_weighs() -> None:
    verdicts = [f"verdict {verdict}" for verdict in VERDICTS]
    assert all(scales.weights(table) for table in ("event", "show", *verdicts))
    assert {} == scales.weights("nothing")
    words = scales.weighed_words()
    assert words
    of_seasons = {mark for which in scales.SEASONS for mark in scales.weighed_by(which) or ()}
    assert words <= {mark for table in verdicts for mark in scales.weights(table)} | of_seasons
