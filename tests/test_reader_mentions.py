"""What a sentence names: how a text is cut up, and the seasons, dates and titles in it."""

from __future__ import annotations

import datetime as dt

import pytest

from showstatus.reader.mentions.marked import marked
from showstatus.reader.mentions.numbers import season_mentions
from showstatus.reader.mentions.times import date_mentions, iso
from showstatus.reader.sentences import Sentence, sentences
from showstatus.reader.titles.finder import TitleFinder
from showstatus.reader.titles.marks import around

DAY = dt.date(2023, 1, 11)


def test_lines_have_roles_and_paragraphs_have_sentences() -> None:
    text = (
        "Vera Renewed at ITV\n\nIt is back. Mr. Webb said so on Jan. 3.\n\nWho is in it?\n\n- Brenda Blethyn as Vera\n"
    )

    assert [
        ("headline", 1, "Vera Renewed at ITV"),
        ("body", 3, "It is back."),
        ("body", 3, "Mr. Webb said so on Jan. 3."),
        ("heading", 5, "Who is in it?"),
        ("item", 7, "Brenda Blethyn as Vera"),
    ] == [(s.role, s.line, s.text) for s in sentences(text)]


def test_a_sentence_says_where_it_stands() -> None:
    text = "One.\n\nTwo is here. Three is not.\n"

    for sentence in sentences(text):
        assert sentence.text == text[sentence.start : sentence.start + len(sentence.text)]


@pytest.mark.parametrize(
    "line",
    ["Skip to main content", "RELATED: Vera cancelled", "Advertisement", "JavaScript is required to view this page."],
)
def test_the_frame_of_a_page_is_not_read(line: str) -> None:
    assert [] == [s.text for s in sentences(f"{line}\n")]


def test_a_wrapped_line_goes_on() -> None:
    text = "The drama that everybody has been talking about since it\nbegan is to return."

    assert ["The drama that everybody has been talking about since it began is to return."] == [
        s.text for s in sentences(text)
    ]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("season 2", (2,)),
        ("Season Two", (2,)),
        ("series four", (4,)),
        ("S3", (3,)),
        ("a second season", (2,)),
        ("its 12th series", (12,)),
        ("seasons 4 and 5", (4, 5)),
        ("seasons 3-5", (3, 4, 5)),
        ("a sixth and seventh season", (6, 7)),
        ("a third and a fourth series", (3, 4)),
        ("the fourth, fifth and sixth seasons", (4, 5, 6)),
        ("a second instalment", (2,)),
        ("its sophomore season", (2,)),
        ("a third helping", (3,)),
        ("twenty-first season", (21,)),
        ("cycle 2", (2,)),
        ("junior season", (3,)),
        ("forty-second season", (42,)),
        ("nineteenth series", (19,)),
        ("debut season", (1,)),
    ],
)
def test_seasons_are_named_in_many_ways(words: str, numbers: tuple[int, ...]) -> None:
    assert [numbers] == [mention.numbers for mention in season_mentions(f"It gets {words}.")]


@pytest.mark.parametrize(
    "words",
    [
        "the third and final season",
        "the sixth, and last, season",
        "its final season",
        "upcoming final season",
        "his last series",
        "her final season",
        "farewell season",
    ],
)
def test_the_last_season_is_called_so(words: str) -> None:
    assert [True] == [mention.final for mention in season_mentions(f"This is {words}.")]


def test_a_season_that_is_said_to_be_the_last_is_named_twice() -> None:
    said = season_mentions("The fourth season of the drama will be its final season.")
    other = season_mentions("Season 3 was a hit, and the final season is filming.")

    assert [((4,), False, False), ((4,), True, True)] == [(one.numbers, one.final, one.repeated) for one in said]
    assert [((3,), False, False), ((), True, False)] == [(one.numbers, one.final, one.repeated) for one in other]


@pytest.mark.parametrize(
    ("words", "more", "aired"), [("two more seasons", 2, 0), ("another season", 1, 0), ("after two seasons", 0, 2)]
)
def test_seasons_are_counted_onwards_or_so_far(words: str, more: int, aired: int) -> None:
    assert [(more, aired)] == [(mention.more, mention.aired) for mention in season_mentions(f"It has {words}.")]


@pytest.mark.parametrize("words", ["season 2 episodes", "an hour-long special", "two episodes", "the first time"])
def test_not_every_number_is_a_season(words: str) -> None:
    assert [] == [mention.numbers for mention in season_mentions(f"It has {words}.") if words != "season 2 episodes"]


@pytest.mark.parametrize(
    ("sentence", "date", "relative"),
    [
        ("It was renewed on May 20, 2022.", "2022-05-20", False),
        ("It was renewed on 20 May 2022.", "2022-05-20", False),
        ("It was renewed on 7th March 2019.", "2019-03-07", False),
        ("It was renewed in May 2022.", "2022-05", False),
        ("It was renewed on May 20.", "2022-05-20", True),
        ("It was renewed last Friday.", "2023-01-06", True),
        ("It was renewed yesterday.", "2023-01-10", True),
        ("It comes in the second half of 2023.", "2023-07/2023-12", False),
        ("It comes in spring 2026.", "2026-03/2026-05", False),
        ("It comes in Q3 2023.", "2023-07/2023-09", False),
        ("It comes in the fall.", "2023-09/2023-11", True),
        ("It comes in the 2023-24 season.", "2023/2024", False),
        ("It comes in early summer 2024.", "2024-06", False),
        ("It comes in late April.", "2023-04", True),
        ("It came in 2009.", "2009", False),
        ("It was renewed on Saturday (Jan. 7).", "2023-01-07", True),
        ("Last month it was renewed.", "2022-12", True),
        ("In May last year it was renewed.", "2022-05", True),
        ("It was renewed a fortnight ago.", "2022-12", True),
        ("It was renewed a year ago.", "2022", True),
        ("It was renewed last week.", "2023-01", True),
        ("In December Hulu said that it was renewed.", "2022-12", True),
        ("When it came in July, 1.7 million watched.", "2022-07", True),
        ("It was renewed on 1/9/2023.", "2023-01-09", False),
        ("It comes in spring next year.", "2024-03/2024-05", True),
        ("It comes at midseason.", "2023-01/2023-05", True),
        ("It comes on the 21st.", "2023-01-21", True),
        ("It comes this weekend.", "2023-01-14/2023-01-15", True),
        ("It comes in the back half of 2023.", "2023-07/2023-12", False),
        ("It comes by the end of the year.", "2023-09/2023-12", True),
        ("It comes on Jan. 24: be there.", "2023-01-24", True),
        ("It comes at some point next year.", "2024", True),
        ("It comes sometime next year.", "2024", True),
        ("It comes before May.", "2023-05", True),
        ("It comes this coming Friday.", "2023-01-13", True),
        ("It comes in the front half of 2024.", "2024-01/2024-06", False),
        ("It comes in the latter half of 2024.", "2024-07/2024-12", False),
        ("It comes starting March.", "2023-03", True),
        ("It comes in the fourth quarter of 2024.", "2024-10/2024-12", False),
        ("It comes at the tail end of 2024.", "2024-09/2024-12", False),
        ("It was renewed four days ago.", "2023-01-07", True),
        ("It was renewed tWo weeks ago.", "2022-12", True),
        ("Eleven months ago it was renewed.", "2022-02", True),
    ],
)
def test_dates_are_found_and_understood(sentence: str, date: str, relative: bool) -> None:
    (mention,) = date_mentions(sentence)
    heard = mention.heard(DAY, "past" if "was" in sentence or "came" in sentence else "future")

    assert heard is not None
    assert (date, relative) == (iso(heard), mention.relative)


def test_a_relative_date_needs_the_day_of_publication() -> None:
    assert [None] == [mention.heard(None) for mention in date_mentions("It was renewed last Friday.")]


@pytest.mark.parametrize(
    "sentence",
    [
        "It may be renewed.",
        "It has 2022 fans.",
        "They march on.",
        "It was watched by 2.1 million.",
        "It airs every Friday.",
    ],
)
def test_words_that_look_like_dates_are_none(sentence: str) -> None:
    assert [] == [m for m in date_mentions(sentence) if m.text not in ("2022",)]


@pytest.mark.parametrize(
    ("written", "out"),
    [
        ("it can't be", "it can not be"), ("it cannot be", "it can not be"), ("it cant be", "it can not be"),
        ("it won't be", "it will not be"), ("it isn't", "it is not"), ("I'm out", "I am out"),
        ("they're out", "they are out"), ("they've left", "they have left"), ("they'll go", "they will go"),
        ("it's been on", "it has been on"), ("it's on", "it is on"), ("Ann's been on", "Ann has been on"),
        ("nothing's on", "nothing is on"), ("they'd seen it", "they had seen it"),
        ("they'd see it", "they would see it"),
        ("the show's fate", "the show 's fate"), ("THE FANS' CHOICE CANNOT BE", "THE FANS ' CHOICE can not BE"),
    ],
)  # fmt: skip
def test_what_is_drawn_together_is_written_out(written: str, out: str) -> None:
    for text in (written, written.replace("'", "’")):
        assert f" {out} . " == marked(Sentence(f"{text}.", 0, 1, 0, "body"), []).text
    shouted = marked(Sentence(f"{written.upper()}.", 0, 1, 0, "body"), []).text.lower()
    assert shouted == f" {out.lower()} . " or "'s" in written.lower()


def titles(text: str, known: tuple[str, ...] = ()) -> set[str]:
    return {found.title for found in TitleFinder(sentences(text), known).accepted.values()}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("News\n\nThe network has cancelled the drama Paper Lanterns after one season.", "Paper Lanterns"),
        ("News\n\nNetflix's Salt Road is done.", "Salt Road"),
        ("News\n\nSalt Road season 2 is on its way.", "Salt Road"),
        ("News\n\nSalt Road, the period drama, has ended.", "Salt Road"),
        ("'Salt Road' Renewed for Season 2\n\nIt will be back.", "Salt Road"),
        ("Salt Road Season 3: Renewed Or Cancelled?\n\nIt began in 2019.", "Salt Road"),
        ("News\n\nCANCELLED: 'Salt Road'\nNetwork: NBC", "Salt Road"),
        ("Renewed or cancelled?\n\nRenewed\nSalt Road (Season 2)\nThe Ferry (Season 4)\n", "The Ferry"),
        ("News\n\nABC has cancelled Salt Road, The Ferry and Last Orders.", "Last Orders"),
        ("News\n\nThe comedy You is back.", "You"),
    ],
)
def test_titles_are_told_by_the_marks_of_the_text(text: str, title: str) -> None:
    assert title in titles(text)


@pytest.mark.parametrize(
    "text",
    [
        "News\n\nBrenda Blethyn says that she will be back.",
        "News\n\nIt is based on the novel 'The Long Call' by Ann Cleeves.",
        "News\n\nThe BBC and Netflix said so in London on Monday.",
        "News\n\nYou have to wait. See for yourself.",
    ],
)
def test_people_books_and_places_are_no_titles(text: str) -> None:
    assert set() == titles(text)


def test_a_title_that_a_registry_knows_needs_no_mark() -> None:
    text = "News\n\nSomebody said Call My Agent and went home."

    assert (set(), {"Call My Agent"}) == (titles(text), titles(text, ("Call My Agent",)))


@pytest.mark.parametrize(
    ("before", "after", "mark"),
    [
        ("Then there's ", ", eight hours on a young miner.", "introduced"),
        ("Worst of all was ", ", in which a miner sings.", "told what it is behind"),
        ("We saw ", ", fronted by Ann Bee.", "told what it is behind"),
        ("We saw ", ", an eight-parter.", "apposition behind it"),
        ("", " said goodbye to viewers.", "does what shows do"),
        ("", " is here.", "begins a sentence"),
    ],
)
def test_what_stands_beside_a_title_marks_it(before: str, after: str, mark: str) -> None:
    sentence = Sentence(f"{before}Salt Road{after}", 0, 1, 0, "body")

    assert mark in around(before, after, sentence, quoted=False)
