"""Fits how much each mark says of a name that it is a title: `reader/lexicon/titles.txt`. Called by `fit_reader`.

A name that is in quotation marks or known to a registry, and has no label, may still be a title (of a show named in
passing): such names are left out. Forms of our own, filled with titles, stand beside the articles.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from fit_marks import Example, fit_one
from reader_forms import filled
from reader_pieces import Piece
from reader_weights import write_titles
from showstatus.reader import lexicon
from showstatus.reader.sentences import sentences
from showstatus.reader.titles.candidates import key_of
from showstatus.reader.titles.finder import TitleFinder
from showstatus.reader.titles.pool import Candidate
from spread import spread

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 3
"""Marks of lists go by the weights of the round before."""
STRENGTH = 0.3
"""How far weights may go from nothing: the reciprocal of what their squares cost."""
TWICE = 0.5
"""What a name of an article counts that stands twice, the second time as if nobody had known its shows."""
FILLINGS, SHARE = 6, 0.4
"""How often each form is filled, and what one of its names counts against one of an article."""


def fit_titles(pieces: list[Piece], earlier: Mapping[str, float]) -> None:
    """Fit on these pieces, going on from an earlier fit, and write the weights."""
    write_titles(earlier)
    finders = spread(_finders, pieces)
    for _ in range(ROUNDS):
        found = [
            example
            for piece, twice in zip(pieces, finders, strict=True)
            for finder in twice
            for example in _examples(piece, finder)
        ] + _own()
        weights = fit_one(found, STRENGTH, earlier)
        write_titles(weights)
        right = sum((_weight(weights, marks) >= 0) == title for marks, title, _ in found) / len(found)
        print(f"{len(found)} candidates, {sum(title for _, title, _ in found)} titles, {right:.3f} told right")


@cache
def every_name() -> tuple[str, ...]:
    """All titles that are known beforehand."""
    with (ROOT / "data/shows.toml").open("rb") as file:
        shipped = [show["title"] for show in tomllib.load(file)["show"].values()]
    return (*shipped, *sorted(lexicon.known_titles()))


def others(piece: Piece) -> tuple[str, ...]:
    """The titles that are known beforehand without those of an article, as if all its shows were new."""
    return tuple(name for name in every_name() if key_of(name) not in piece.labels)


def _weight(weights: Mapping[str, float], marks: Mapping[str, float]) -> float:
    return sum(weights.get(mark, 0.0) * value for mark, value in marks.items())


@cache
def _finder(text: str, known: tuple[str, ...]) -> TitleFinder:
    return TitleFinder(sentences(text), known)


def _finders(piece: Piece) -> tuple[TitleFinder, TitleFinder]:
    """The titles of an article, once with all the titles that are known, and once as if its own were not."""
    lines = sentences(piece.text)
    return TitleFinder(lines, every_name()), TitleFinder(lines, others(piece))


def _rows(finder: TitleFinder) -> list[tuple[Candidate, dict[str, float]]]:
    """The candidates of a text with their marks, by the title weights of this hour."""
    finder.settle()
    return [
        (found, {mark: 1.0 if n == 1 else 1.5 for mark, n in found.marks.items()})
        for found in finder.candidates.values()
    ]


def _examples(piece: Piece, finder: TitleFinder) -> list[Example]:
    """The names of an article as examples."""
    made: list[Example] = []
    for candidate, marks in _rows(finder):
        title = candidate.key in piece.labels
        if title or not (candidate.quoted or "known" in candidate.marks or "known, one word" in candidate.marks):
            made.append((marks, title, TWICE))
    return made


@cache
def _forms() -> list[tuple[str, frozenset[str]]]:
    names, firsts = list(every_name()), sorted(lexicon.words().first_names)
    return [(text, frozenset(map(key_of, used))) for n in range(FILLINGS) for text, used in filled(names, firsts, n)]


def _own() -> list[Example]:
    return [(marks, found.key in gold, SHARE) for text, gold in _forms() for found, marks in _rows(_finder(text, ()))]
