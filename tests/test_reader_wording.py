"""How likely a sentence states something, by all its words; and the sentences that this is learnt from."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from showstatus.reader import lexicon
from showstatus.reader.article import gathered
from showstatus.reader.cues.cue import cues
from showstatus.reader.events.wording import KINDS, Wording, fitted, marks, wording, words_of
from showstatus.reader.mentions.marked import Marked

FILES = sorted((Path(__file__).resolve().parent.parent / "tools/reader_wording").glob("*.toml"))
LABELS = "|".join(kind for kind in KINDS if kind != "window") + "|window-announced|date-announced"


def sentence(text: str) -> Marked:
    """A sentence as it is marked in an article about a show."""
    return gathered(f'"Harbour Lights": all we know\n\n{text}', None, ("Harbour Lights",)).marks[1]


def likely(kind: str, text: str) -> float:
    line = sentence(text)
    return wording(line, cues(line))[kind]


@pytest.mark.parametrize(
    ("kind", "states", "alike"),
    [
        ("cancelled", "HBO has cancelled Harbour Lights after two seasons.", "He cancelled his flight to Rome."),
        ("renewed", "Netflix has renewed the drama for a third season.", "Fans hope that Netflix renews it."),
        ("filming-wrapped", "Filming wrapped on season 2 last week.", "She wrapped herself in a blanket."),
        ("casting", "Tom Reed has joined the cast of season 3.", "A spell is cast over the village."),
        ("premiered", "Season 1 premiered on BBC One in May 2021.", "Her film premiered in Venice."),
        ("window", "Season 3 arrives in the autumn.", "The couple arrives in a village."),
    ],
)
def test_words_around_a_phrase_tell_whether_it_means_what_it_says(kind: str, states: str, alike: str) -> None:
    assert likely(kind, states) > likely(kind, alike) + 1


def test_mentions_and_numbers_are_no_words_of_their_own() -> None:
    line = sentence("Netflix has ordered 10 episodes of Harbour Lights season 3 for 2025.")
    said = "<platform> has ordered # episodes of <show> <season> for <date> ."
    assert said.split() == list(words_of(line))


def test_what_marks_weigh_adds_up_for_each_kind() -> None:
    rows = {"": "renewed\t-1.00\tcancelled\t-2.00", "axe": "renewed\t-0.30\tcancelled\t3.10", "back": "renewed\t2.05"}
    known = Wording(rows)

    assert {"renewed": -1.0, "cancelled": -2.0} == known.together([])
    assert {"renewed": 0.75, "cancelled": 1.1} == known.together(["axe", "back", "unknown"])
    assert {} == Wording({}).together(["axe"])


def test_all_that_was_fitted_adds_up_as_the_numbers_do() -> None:
    rows = dict(line.split("\t", 1) for line in lexicon.lines("wording.txt"))
    sums: Counter[str] = Counter()
    for row in rows.values():
        kinds = row.split("\t")
        for kind, weight in zip(kinds[::2], kinds[1::2], strict=True):
            sums[kind] += round(float(weight) * 100)

    assert {kind: weight / 100 for kind, weight in sums.items()} == Wording(rows).together(rows)


def test_runs_that_no_weight_has_are_not_made() -> None:
    line = sentence("Netflix has picked up the drama for a third season of ten episodes in May 2025.")
    every, known = marks(line, []), fitted().beginnings
    threes = {mark for mark in every if mark.count(" ") == 2 and mark[0] != "="}
    assert (every - threes) | {mark for mark in threes if mark.rpartition(" ")[0] in known} == marks(line, [], known)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_sentences_it_learns_from_are_labelled_in_the_words_of_claims(path: Path) -> None:
    pairs = tomllib.loads(path.read_text())["sentences"]
    assert [] == [pair for pair in pairs if not re.fullmatch(rf"((?:{LABELS})(?: \d+)?(?:; |$))*", pair[1])]
    assert [] == [text for text, times in Counter(text for text, _ in pairs).items() if times > 1]
