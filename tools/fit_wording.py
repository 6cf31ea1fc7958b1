"""Fits by which words a sentence states that something happened: `reader/lexicon/wording.txt`. Called by `fit_reader`.

It learns from sentences of our own (`tools/reader_wording/`) and from those of labelled articles: what a label quotes
states it; of a sentence that no label quotes it is not known whether it says again what another one is quoted for.
What the words weighed by an earlier fit is where theirs begin (`fit_marks`). Needs numpy and scipy, which the program
itself never loads.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack

from fit_marks import fit_table, table_of
from showstatus.reader.article import gathered
from showstatus.reader.cues.cue import cues
from showstatus.reader.events.wording import KINDS, fitted, marks
from showstatus.reader.mentions.marked import Marked

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src/showstatus/reader/lexicon/wording.txt"
SENTENCES = ROOT / "tools/reader_wording"
RARE = 5
"""A mark that fewer sentences have says nothing."""
LEAST = 0.1
"""A weight that is less is left out."""
STRENGTH = 0.3
"""How far weights may go from nothing: the reciprocal of what their squares cost."""
OWN_SHARE = 0.4
"""What a sentence of our own counts against one of an article."""
READ_ON = dt.date(2024, 6, 12)
TITLES = {"T": '"Harbour Lights"', "U": '"Salt Road"', "V": '"Iron Vale"'}
_SLOT = re.compile(r"(?<![\w’'])[TUV](?![\w+.])")
_FRAME = '"Harbour Lights": What to Know About the Apple TV+ Series\n\nThe drama "Harbour Lights" stars Ann Dow. '
_WINDOW = {"window-announced": "window", "date-announced": "window"}


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence to learn from."""

    marks: frozenset[str]
    told: frozenset[str]
    """The kinds that it states."""
    unsure: frozenset[str]
    """The kinds of which it is not known whether it states them."""
    counts: float


def rows_of(lines: Sequence[Marked], text: str, labels: Iterable[dict[str, Any]], counts: float) -> list[Row]:
    """The sentences of a labelled article."""
    told: dict[int, set[str]] = defaultdict(set)
    for event in (event for show in labels for event in show["events"]):
        first = text.find(event["evidence"])
        last = first + len(event["evidence"])
        for place, line in enumerate(lines):
            start = line.sentence.start
            if first >= 0 and first < start + len(line.sentence.text) and start < last:
                told[place].add(_kind(event["kind"]))
    every = {_kind(event["kind"]) for show in labels for event in show["events"]}
    return [
        Row(frozenset(marks(line, cues(line))), frozenset(told[place]), frozenset(every - told[place]), counts)
        for place, line in enumerate(lines)
    ]


@cache
def own_rows() -> tuple[Row, ...]:
    """Our own sentences, read as those of an article."""
    made = []
    for path in sorted(SENTENCES.glob("*.toml")):
        for sentence, events in tomllib.loads(path.read_text())["sentences"]:
            own = _SLOT.sub(lambda slot: TITLES[slot[0]], sentence)
            headline = own.startswith("H: ")
            text = f"{own[3:]}\n\nThe series stars Ann Dow." if headline else _FRAME + own
            heard = gathered(text, READ_ON, [title.strip('"') for title in TITLES.values()])
            lines = heard.marks[:1] if headline else heard.marks[2:]
            told = frozenset(_kind(event.split()[0]) for event in events.split(";") if event.strip())
            if len(lines) == 1:
                made.append(Row(frozenset(marks(lines[0], cues(lines[0]))), told, frozenset(), OWN_SHARE))
    return tuple(made)


def _kind(kind: str) -> str:
    return _WINDOW.get(kind, kind)


Weights = dict[str, dict[str, float]]
"""For each mark what it weighs for which kinds; what each kind begins with is under the empty mark."""


def weights_now() -> Weights:
    """What the words weigh that are in the lexicon."""
    rows = [line.split("\t") for line in TARGET.read_text().splitlines()]
    return {mark: dict(zip(pairs[::2], map(float, pairs[1::2]), strict=True)) for mark, *pairs in rows}


def fit_wording(rows: Sequence[Row], before: Weights) -> None:
    """Fit on these sentences and our own, and write the weights: one regression for each kind.

    `before` is what the words weighed by an earlier fit; empty where there was none.
    """
    every = [*rows, *own_rows()]
    counts = Counter(mark for row in every for mark in row.marks)
    names = sorted(mark for mark, n in counts.items() if n >= RARE or mark in before)
    places = {mark: place for place, mark in enumerate(names)}
    marks_of = table_of([dict.fromkeys(row.marks, 1.0) for row in every], places)
    table = csr_matrix(hstack([marks_of, np.ones((len(every), 1))]))
    found: Weights = defaultdict(dict, {mark: dict(weights) for mark, weights in before.items()})
    for kind in KINDS:
        used = np.array([kind not in row.unsure for row in every])
        told = np.array([kind in row.told for row in every])
        if not told[used].any():
            continue
        weighs = np.array([row.counts for row in every])
        begun = np.array([before.get(name, {}).get(kind, 0.0) for name in [*names, ""]])
        made = fit_table(table[used], told[used], weighs[used], STRENGTH, begun)
        for name, weight in zip([*names, ""], made, strict=True):
            found[name][kind] = float(weight)
    _write(found)


def _write(found: Weights) -> None:
    lines = []
    for mark, weights in sorted(found.items()):  # what each kind begins with comes first, under ""
        heavy = [
            (kind, weights[kind]) for kind in KINDS if kind in weights and (not mark or abs(weights[kind]) >= LEAST)
        ]
        if heavy:
            lines.append("\t".join([mark, *(part for kind, weight in heavy for part in (kind, f"{weight:.2f}"))]))
    TARGET.write_text("".join(f"{line}\n" for line in lines))
    fitted.cache_clear()
