"""Fits by which words a sentence states that something happened: `reader/lexicon/wording.txt`. Called by `fit_reader`.

It learns from sentences of our own (`tools/reader_wording/`) and from those of labelled articles: what a label quotes
states it; of a sentence that no label quotes it is not known whether it says again what another one is quoted for.
Needs numpy and scikit-learn, which the program itself never loads.
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
from sklearn.linear_model import LogisticRegression

from fit_marks import table_of
from showstatus.reader.article import gathered
from showstatus.reader.cues import cues
from showstatus.reader.mentions import Marked
from showstatus.reader.wording import KINDS, fitted, marks

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src/showstatus/reader/lexicon/wording.txt"
SENTENCES = ROOT / "tools/reader_wording"
RARE = 5
"""A mark that fewer sentences have says nothing."""
LEAST = 0.1
"""A weight that is less is left out."""
STRENGTH = 0.3
"""How far weights may go from nothing: scikit-learn's C."""
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


def fit_wording(rows: Sequence[Row]) -> None:
    """Fit on these sentences and our own, and write the weights: one regression for each kind."""
    every = [*rows, *own_rows()]
    counts = Counter(mark for row in every for mark in row.marks)
    names = sorted(mark for mark, n in counts.items() if n >= RARE)
    places = {mark: place for place, mark in enumerate(names)}
    table = table_of([dict.fromkeys(row.marks, 1.0) for row in every], places)
    found: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for kind in KINDS:
        used = np.array([kind not in row.unsure for row in every])
        told = np.array([kind in row.told for row in every])
        if not told[used].any():
            continue
        weighs = np.array([row.counts for row in every])
        made = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0)
        made.fit(table[used], told[used], sample_weight=weighs[used])
        found[""].append((kind, float(made.intercept_[0])))
        for place in np.flatnonzero(np.abs(made.coef_[0]) >= LEAST):
            found[names[place]].append((kind, float(made.coef_[0][place])))
    _write(found)


def _write(found: dict[str, list[tuple[str, float]]]) -> None:
    lines = [
        "\t".join([mark, *(part for kind, weight in pairs for part in (kind, f"{weight:.2f}"))])
        for mark, pairs in sorted(found.items())  # what each kind begins with comes first, under ""
    ]
    TARGET.write_text("".join(f"{line}\n" for line in lines))
    fitted.cache_clear()
