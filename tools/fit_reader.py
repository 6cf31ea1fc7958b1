"""Fits how much each mark weighs by which the reader tells titles, shows, verdicts and events.

    .venv/bin/python tools/fit_reader.py FOLDER… [--keep-titles] [--anew]

Only those articles are read that `bench/reader.py` lets be looked at. Logistic regressions, one after another, as each
sees what those before leave: titles (`reader/lexicon/titles.txt`), by which words things are told (`fit_wording`,
`wording.txt`), then verdicts, seasons, events and shows (`weights.txt`). A name that is in quotation marks or known to
a registry, and has no label, may still be a title (of a show named in passing): such names are left out. Each article
stands twice, the second time as if nobody had known its shows, as one from elsewhere will. Forms of our own, filled
with titles, stand beside the articles. The weights that are there are what the new ones begin with, unless it is
`--anew` (`fit_marks`): what they came from need not be at hand, and must not be fitted on again. Needs numpy and scipy,
which the program itself never loads.
"""

from __future__ import annotations

import datetime as dt
import sys
import tomllib
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar
from unittest.mock import patch

from fit_marks import Example, fit_one, fit_several
from fit_wording import Row, Weights, fit_wording, rows_of, weights_now
from reader_forms import filled, happened, told
from reader_pieces import PARTS, Piece, pieces_of
from reader_weights import Tables, write, write_titles
from showstatus.reader import lexicon, scales
from showstatus.reader.article import Gathered, gathered, readings
from showstatus.reader.candidates import key_of
from showstatus.reader.cast import roles
from showstatus.reader.readings import Reading
from showstatus.reader.sentences import sentences
from showstatus.reader.title_pool import Candidate
from showstatus.reader.titles import TitleFinder

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 3
"""Marks of lists go by the weights of the round before."""
STRENGTHS = {"title": 0.3, "event": 0.3, "show": 0.1, "subject": 0.1}
"""How far weights may go from nothing: the reciprocal of what their squares cost."""
NEW = 0.5
"""What an article counts as if all its shows were new, where it is fitted how sure a show is."""
SEASONLESS = ("cancelled", "saved")
"""Kinds whose season is not scored."""
FILLINGS, SHARE = 6, 0.4
"""How often each form is filled, and what one of its names counts against one of an article."""
EVENT_SHARE = 0.2
"""What an event of a sentence of our own counts: more does not tell more events of articles."""

TITLE, PUBLISHED = "Harbour Lights", dt.date(2023, 6, 1)
"""What sentences of our own tell of, and when."""
TOLD_ON = dt.date(2024, 6, 12)
"""The day on which the sentences that tell events are read."""


def main(folders: list[str], options: list[str]) -> None:
    """Fit, and write the weights."""
    fit(pieces_of(folders), NOTHING if "--anew" in options else before(), titles="--keep-titles" not in options)


Pair = tuple[Reading, dict[str, Any] | None, float]
"""A reading with its label, where it has one, and what it counts."""
Told = tuple[int, Pair]
"""A reading with the part its article is in."""
Heard = tuple[Piece, Gathered]
T = TypeVar("T")
R = TypeVar("R")


def _spread(work: Callable[[T], R], things: Iterable[T]) -> list[R]:
    """What some work makes of many things, in their order, on all processors; each goes by the weights of this hour."""
    with ProcessPoolExecutor(mp_context=get_context("fork")) as pool:
        return list(pool.map(work, things, chunksize=16))


@dataclass(frozen=True, slots=True)
class Before:
    """What everything weighed by an earlier fit."""

    titles: Mapping[str, float]
    wording: Weights
    tables: Tables


NOTHING = Before({}, {}, {})


def before() -> Before:
    """What everything weighs in the lexicon as it is."""
    return Before(scales.title_weights(), weights_now(), scales.every_weight())


def fit(pieces: list[Piece], earlier: Before, *, titles: bool = True) -> None:
    """Fit on these pieces, going on from an earlier fit, and write the weights."""
    if titles:
        write_titles(earlier.titles)
        finders = _spread(_finders, pieces)
        for _ in range(ROUNDS):
            found = [
                row
                for piece, twice in zip(pieces, finders, strict=True)
                for finder in twice
                for row in _examples(piece, finder)
            ] + _own()
            weights = fit_one(found, STRENGTHS["title"], earlier.titles)
            write_titles(weights)
            right = sum((_weight(weights, marks) >= 0) == title for marks, title, _ in found) / len(found)
            print(f"{len(found)} candidates, {sum(title for _, title, _ in found)} titles, {right:.3f} told right")
    # what has weighed nothing so far is a mark as well
    with patch.object(scales, "weighed_words", lambda: None), patch.object(scales, "weighed_by", lambda _: None):
        _fit_readings(pieces, earlier)


@cache
def _known() -> tuple[str, ...]:
    with (ROOT / "data/shows.toml").open("rb") as file:
        return tuple(show["title"] for show in tomllib.load(file)["show"].values())


@cache
def every_name() -> tuple[str, ...]:
    """All titles that are known beforehand."""
    return (*_known(), *sorted(lexicon.known_titles()))


def others(piece: Piece) -> tuple[str, ...]:
    """The titles that are known beforehand without those of an article, as if all its shows were new."""
    return tuple(name for name in every_name() if key_of(name) not in piece.labels)


def _weight(weights: Mapping[str, float], marks: Mapping[str, float]) -> float:
    return sum(weights.get(mark, 0.0) * value for mark, value in marks.items())


def _fit_readings(pieces: list[Piece], earlier: Before) -> None:
    """Verdicts, with what the rules make of them as one mark among others; then subject seasons, events and shows.

    What each step sees of those before was weighed by what was fitted on other articles, as it will be in a new one.
    """
    known, new = _heard(pieces, earlier.wording)
    apart: list[Tables] = [dict(earlier.tables) for _ in range(PARTS)]
    whole: Tables = dict(earlier.tables)
    for step in (_verdicts, _subjects, _events, _shows):
        told: list[Told] = []
        for part, tables in enumerate(apart):
            write(tables)
            told += [(part, pair) for pair in _pairs([one for one in known if one[0].part == part])]
            if step is _shows:
                as_new = _pairs([one for one in new if one[0].part == part])
                told += [(part, (read, gold, NEW * counts)) for read, gold, counts in as_new]
        write(whole)
        own = _own_events() if step is _events else _own_sentences()
        for part, tables in enumerate(apart):
            tables.update(step([*(pair for other, pair in told if other != part), *own], earlier.tables))
        whole.update(step([*(pair for _, pair in told), *own], earlier.tables))
    write(whole)


def _verdicts(pairs: list[Pair], earlier: Tables) -> Tables:
    return fit_several([(read.verdict_marks, _fair(read.rule, gold), counts)
                        for read, gold, counts in pairs if gold is not None], earlier)  # fmt: skip


def _subjects(pairs: list[Pair], earlier: Tables) -> Tables:
    rows = [
        (marks, number == gold["subject_season"], counts)
        for read, gold, counts in pairs if gold is not None and "subject_season" in gold
        for number, marks in read.ways.items()
    ]  # fmt: skip
    return {"subject": fit_one(rows, STRENGTHS["subject"], earlier.get("subject", {}))}


def _events(pairs: list[Pair], earlier: Tables) -> Tables:
    rows = [row for read, gold, counts in pairs if gold is not None for row in _ways(read, gold, counts)]
    return {"event": fit_one(rows, STRENGTHS["event"], earlier.get("event", {}))}


def _shows(pairs: list[Pair], earlier: Tables) -> Tables:
    rows = [(read.marks, gold is not None, counts) for read, gold, counts in pairs]
    return {"show": fit_one(rows, STRENGTHS["show"], earlier.get("show", {}))}


def _heard(pieces: list[Piece], earlier: Weights) -> tuple[list[Heard], list[Heard]]:
    """What is found in every article, and again as if its shows were new, by a wording that was fitted on others.

    It would know its own by heart.
    """
    rows = _spread(_sentences, pieces)
    known: list[Heard] = []
    new: list[Heard] = []
    for part in range(PARTS):
        fit_wording(
            [row for piece, mine in zip(pieces, rows, strict=True) if piece.part != part for row in mine], earlier
        )
        own = [piece for piece in pieces if piece.part == part]
        known += zip(own, _spread(_as_known, own), strict=True)
        new += zip(own, _spread(_as_new, own), strict=True)
    fit_wording([row for mine in rows for row in mine], earlier)
    return known, new


def _sentences(piece: Piece) -> list[Row]:
    lines = gathered(piece.text, piece.published, every_name()).marks
    return rows_of(lines, piece.text, piece.labels.values(), piece.counts)


def _as_known(piece: Piece) -> Gathered:
    return gathered(piece.text, piece.published, every_name())


def _as_new(piece: Piece) -> Gathered:
    return gathered(piece.text, piece.published, others(piece))


def _own_events() -> list[Pair]:
    """The readings of sentences of our own, each with the events that it tells."""
    made: list[Pair] = []
    for text, events in happened(TITLE):
        heard = gathered(text, TOLD_ON, (TITLE,))
        made += [
            (found, {"events": events}, EVENT_SHARE) for found in readings(heard, [[]]) if found.key == key_of(TITLE)
        ]
    return made


def _own_sentences() -> list[Pair]:
    """The readings of sentences of our own, each with the verdict that it tells."""
    made: list[Pair] = []
    for text, verdict in told(TITLE):
        heard = gathered(text, PUBLISHED, (TITLE,))
        every = readings(heard, [roles(line.sentence) for line in heard.marks])
        made += [(found, {"verdict": verdict}, 1.0) for found in every if found.key == key_of(TITLE)]
    return made


def _pairs(heard: list[Heard]) -> list[Pair]:
    """Every reading of every article, with its label where it has one, and what it counts."""
    return [pair for pairs in map(_read, heard) for pair in pairs]


def _read(heard: Heard) -> list[Pair]:
    piece, told = heard
    every = readings(told, [roles(line.sentence) for line in told.marks])
    return [(found, piece.labels.get(found.key), piece.counts) for found in every]


def _fair(rule: str, gold: dict[str, Any]) -> str:
    """The label, or what the rules say where that is as fair."""
    return rule if rule in gold.get("verdict_alt", ()) else str(gold["verdict"])


def _ways(reading: Reading, gold: dict[str, Any], counts: float) -> list[Example]:
    told = {(event["kind"], None if event["kind"] in SEASONLESS else event["season"]) for event in gold["events"]}
    rows = []
    for ways in reading.considered:
        for way in ways:
            right = (way.kind, None if way.kind in SEASONLESS else way.season) in told
            rows.append((way.marks, right, counts))
    return rows


@cache
def _finder(text: str, known: tuple[str, ...]) -> TitleFinder:
    return TitleFinder(sentences(text), known)


def _rows(finder: TitleFinder) -> list[tuple[Candidate, dict[str, float]]]:
    """The candidates of a text with their marks, by the title weights of this hour."""
    finder.settle()
    return [(found, {mark: 1.0 if n == 1 else 1.5 for mark, n in found.marks.items()})
            for found in finder.candidates.values()]  # fmt: skip


def _finders(piece: Piece) -> tuple[TitleFinder, TitleFinder]:
    """The titles of an article, once with all the titles that are known, and once as if its own were not."""
    lines = sentences(piece.text)
    return TitleFinder(lines, every_name()), TitleFinder(lines, others(piece))


def _examples(piece: Piece, finder: TitleFinder) -> list[Example]:
    """The names of an article as examples."""
    made: list[Example] = []
    for candidate, marks in _rows(finder):
        title = candidate.key in piece.labels
        if title or not (candidate.quoted or "known" in candidate.marks or "known, one word" in candidate.marks):
            made.append((marks, title, 0.5))
    return made


@cache
def _forms() -> list[tuple[str, frozenset[str]]]:
    names, firsts = list(every_name()), sorted(lexicon.words().first_names)
    return [(text, frozenset(map(key_of, used))) for n in range(FILLINGS) for text, used in filled(names, firsts, n)]


def _own() -> list[Example]:
    return [(marks, found.key in gold, SHARE) for text, gold in _forms() for found, marks in _rows(_finder(text, ()))]


if __name__ == "__main__":
    main([name for name in sys.argv[1:] if name[:2] != "--"], [name for name in sys.argv[1:] if name[:2] == "--"])
