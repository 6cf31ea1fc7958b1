"""Whether a text holds news of shows at all; texts of our own."""

from __future__ import annotations

import datetime as dt

import pytest

from showstatus.reader import scales
from showstatus.reader.article import gathered, read, settled
from showstatus.reader.readings.no_news import FEW, HOLDS_NEWS, calls_itself, holds_news, news_marks

DAY = dt.date(2023, 1, 11)
KNOWN = ("Harlow Bay", "Salt Road")


def calls(text: str) -> str:
    heard = gathered(text, DAY, KNOWN)
    return calls_itself(heard.marks, heard.told)


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Fox renews Harlow Bay\n\nFox has renewed Harlow Bay for a second season.\n", "nothing else"),
        ("The 12 best shows of the summer\n\nHarlow Bay has the rain, Salt Road has the dust.\n", "essay or list"),
        ("Salt Road revisited\n\nIt was better than we thought. Harlow Bay was not.\n", "essay or list"),
        ("Harlow Bay revisited\n\nIt was cancelled in May.\n\nThere is more of it.\n", "essay or list"),
        ("Star of ‘Harlow Bay’ dies at 80\n\nShe was the nurse in “Harlow Bay.”\n", "of others"),
        ("Harlow Bay sweeps the Guild Awards\n\nIt took six of them, Salt Road none.\n", "of others"),
        ("Star of ‘Harlow Bay’ dies at 80; drama is cancelled\n\nFox has cancelled “Harlow Bay.”\n", "nothing else"),
        ("Star of ‘Harlow Bay’ dies at 80; season 2 delayed\n\nFox has delayed it to May.\n", "nothing else"),
        ("The best show of all is axed: Harlow Bay\n\nFox has cancelled Harlow Bay.\n", "nothing else"),
    ],
)
def test_what_a_text_calls_itself(text: str, called: str) -> None:
    assert called == calls(text)


def test_its_words_what_it_leads_with_and_how_sure_it_is_speak_for_news(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scales, "weighed_for_news", lambda: None)
    heard = gathered("Fox renews Harlow Bay\n\nFox has renewed Harlow Bay for a second season.\n", DAY, KNOWN)
    marks = news_marks(heard.marks, heard.told, settled(heard, [[], []])[1])

    assert {"any", "calls itself nothing else", "leads with renewed"} <= marks.keys()
    assert marks["text: news headline: renews"] == 1.0
    assert marks["text: news: renewe"] == 0.5
    assert marks["text: news: has renewe"] == 0.25
    assert marks["surest show"] > 1
    monkeypatch.setattr(scales, "weighed_for_news", lambda: frozenset({"text: news: renewe"}))
    kept = news_marks(heard.marks, heard.told, settled(heard, [[], []])[1])
    assert [mark for mark in kept if mark.startswith(scales.WORDS)] == ["text: news: renewe"]


def test_of_a_text_of_no_show_no_show_is_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scales, "weighed_for_news", lambda: None)
    heard = gathered("it rains\n\nand it rains.\n", DAY, KNOWN)

    assert {"leads with no show", "surest show: -8 halves", "0 events told"} <= news_marks(heard.marks, [], []).keys()


@pytest.mark.parametrize(
    ("lines", "weighs", "holds"),
    [(FEW, HOLDS_NEWS, True), (FEW, HOLDS_NEWS - 0.01, False), (FEW - 1, 0.0, True), (FEW - 1, -0.01, False)],
)
def test_so_much_has_to_speak_for_news(monkeypatch: pytest.MonkeyPatch, lines: int, weighs: float, holds: bool) -> None:
    monkeypatch.setattr(scales, "weights", lambda table: {"any": weighs} if table == "news" else {})
    heard = gathered("The 12 best shows of the summer\n\n" + (lines - 1) * "Harlow Bay has the rain.\n\n", DAY, KNOWN)

    assert len(heard.marks) == lines
    assert holds == holds_news(heard.marks, heard.told, [])


def test_where_nothing_was_fitted_what_it_calls_itself_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scales, "weights", lambda _: {})
    for text, holds in (("Fox renews Harlow Bay\n\nIt has.\n", True), ("Salt Road revisited\n\nIt is old.\n", False)):
        heard = gathered(text, DAY, KNOWN)
        assert holds == holds_news(heard.marks, heard.told, [])


@pytest.mark.parametrize(
    "text",
    [
        "Why Harlow Bay is still the most humane drama there is\n\nNobody in it shouts. I think of its kitchen, and of "
        "what is not said there. Salt Road is loud beside it.\n",
        "Where to find every filming location of Harlow Bay\n\nThe lighthouse is in Cornwall, and the pub in Kent. "
        "You can sit at Ann's table. Tours leave at ten.\n",
        "Harlow Bay: the ending explained\n\nWho is on the boat? In the last minute of Harlow Bay we see a hat. "
        "It is the one from the first scene.\n",
    ],
)
def test_what_only_speaks_of_shows_holds_no_news(text: str) -> None:
    assert [] == read(text, DAY, KNOWN)
