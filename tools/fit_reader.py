"""Fits how much each mark weighs by which the reader tells titles, shows, verdicts and events.

    .venv/bin/python tools/fit_reader.py FOLDER… [--keep-titles]

Only those articles are read that `bench/reader.py` lets be looked at. Logistic regressions, one after another, as each
sees what those before leave: titles (`reader/lexicon/titles.toml`), then verdicts, events and shows (`weights.toml`).
A name that is in quotation marks or known to a registry, and has no label, may still be a title (of a show named in
passing): such names are left out. Forms of our own, filled with titles, stand beside the articles. Needs numpy, which
the program itself never loads.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
import tomllib
from collections import Counter
from collections.abc import Collection
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "bench"))

from reader import FROM, halves  # noqa: E402

from reader_forms import filled  # noqa: E402
from showstatus.reader import lexicon  # noqa: E402
from showstatus.reader.article import read  # noqa: E402
from showstatus.reader.candidates import key_of  # noqa: E402
from showstatus.reader.readings import Reading  # noqa: E402
from showstatus.reader.sentences import sentences  # noqa: E402
from showstatus.reader.sureness import VERDICTS  # noqa: E402
from showstatus.reader.titles import TitleFinder  # noqa: E402

ROUNDS = 3
"""Marks of lists go by the weights of the round before."""
STEPS = 500
RIDGES = {"title": 0.0005, "verdict": 0.003, "event": 0.01, "show": 0.01}
"""Weights are kept small by this much of their square for each example."""
FREE = 0.4
"""What a piece of the freer collection counts against one of the first, whose make decides."""
SEASONLESS = ("cancelled", "saved")
"""Kinds whose season is not scored."""
LEAST = 0.05
"""A mark that weighs less is left out."""
TARGET = ROOT / "src/showstatus/reader/lexicon/titles.toml"
HEAD = (
    "# How much each mark of a title weighs, in log odds. Made by tools/fit_reader.py: run that, do not mend this.\n\n"
)

FILLINGS, SHARE = 6, 0.4
"""How often each form is filled, and what one of its names counts against one of an article."""

Example = tuple[dict[str, float], bool, float]


def main(folders: list[str], options: list[str]) -> None:
    """Fit, and write the weights."""
    with (ROOT / "data/shows.toml").open("rb") as file:
        known = [show["title"] for show in tomllib.load(file)["show"].values()]
    for _ in range(0 if "--keep-titles" in options else ROUNDS):
        every = [*known, *lexicon.known_titles()]
        found = [row for folder in folders for names in (every, ()) for row in _examples(Path(folder), names)]
        found += _own(known)
        weights = _fit(found, RIDGES["title"])
        lines = [f"{json.dumps(mark, ensure_ascii=False)} = {weight:.2f}" for mark, weight in sorted(weights.items())]
        TARGET.write_text(HEAD + "[weight]\n" + "\n".join(lines) + "\n")
        lexicon.forget()
        right = sum((_weight(weights, marks) >= 0) == title for marks, title, _ in found) / len(found)
        print(f"{len(found)} candidates, {sum(title for _, title, _ in found)} titles, {right:.3f} told right")
    _readings(folders, known)


def _weight(weights: dict[str, float], marks: dict[str, float]) -> float:
    return sum(weights.get(mark, 0.0) * value for mark, value in marks.items())


def _readings(folders: list[str], known: list[str]) -> None:
    """Verdicts first, with what the rules make of them as one mark among others; then events, then shows."""
    tables: dict[str, dict[str, float]] = {}
    _write(tables)
    pairs = _pairs(folders, known)
    for verdict in VERDICTS:
        rows = [
            (dict.fromkeys(read.verdict_marks, 1.0), _fair(read.rule, gold) == verdict, counts)
            for read, gold, counts in pairs
            if gold is not None
        ]
        tables[f"verdict {verdict}"] = _fit(rows, RIDGES["verdict"])
    _write(tables)
    pairs = _pairs(folders, known)
    tables["event"] = _fit(
        [row for read, gold, counts in pairs if gold is not None for row in _events(read, gold, counts)],
        RIDGES["event"],
    )
    _write(tables)
    rows = [(dict.fromkeys(read.marks, 1.0), gold is not None, counts) for read, gold, counts in _pairs(folders, known)]
    tables["show"] = _fit(rows, RIDGES["show"])
    _write(tables)


def _pairs(folders: list[str], known: list[str]) -> list[tuple[Reading, dict[str, Any] | None, float]]:
    """Every reading of every article, with its label where it has one, and what it counts."""
    made: list[tuple[Reading, dict[str, Any] | None, float]] = []
    for folder in map(Path, folders):
        for name in halves([path.stem for path in folder.glob("*.txt")])[0]:
            gold = json.loads((folder / f"{name}.json").read_text())
            published = dt.date.fromisoformat(gold["published"]) if gold["published"] else None
            labels = {key_of(show["title"]): show for show in gold["shows"]}
            text = (folder / f"{name}.txt").read_text()
            counts = FREE if name.isdigit() and int(name) >= FROM else 1.0
            made += [(found, labels.get(key_of(found.title)), counts) for found in read(text, published, known)]
    return made


def _fair(rule: str, gold: dict[str, Any]) -> str:
    """The label, or what the rules say where that is as fair."""
    return rule if rule in gold.get("verdict_alt", ()) else str(gold["verdict"])


def _events(reading: Reading, gold: dict[str, Any], counts: float) -> list[Example]:
    told = {(event["kind"], None if event["kind"] in SEASONLESS else event["season"]) for event in gold["events"]}
    rows = []
    for ways in reading.considered:
        for way in ways:
            right = (way.kind, None if way.kind in SEASONLESS else way.season) in told
            rows.append((dict.fromkeys(way.marks, 1.0), right, counts))
    return rows


def _write(tables: dict[str, dict[str, float]]) -> None:
    lines = []
    for name, weights in tables.items():
        told = sorted((mark, weight) for mark, weight in weights.items() if abs(weight) >= LEAST)
        lines += [f"[{json.dumps(name)}]", *(f"{json.dumps(m, ensure_ascii=False)} = {w:.2f}" for m, w in told), ""]
    (TARGET.parent / "weights.toml").write_text(
        HEAD.replace("a title weighs", "a verdict, an event or a show weighs") + "\n".join(lines)
    )
    lexicon.forget()


def _examples(folder: Path, known: Collection[str]) -> list[Example]:
    """The names of articles: once with the titles that are known, and once as if none were."""
    made = []
    seen, _ = halves([path.stem for path in folder.glob("*.txt")])
    for name in seen:
        gold = {key_of(show["title"]) for show in json.loads((folder / f"{name}.json").read_text())["shows"]}
        finder = TitleFinder(sentences((folder / f"{name}.txt").read_text()), known)
        for candidate in finder.candidates.values():
            title = candidate.key in gold
            if title or not (candidate.quoted or "known" in candidate.marks or "known, one word" in candidate.marks):
                made.append(({mark: 1.0 if n == 1 else 1.5 for mark, n in candidate.marks.items()}, title, 0.5))
    return made


def _own(titles: list[str]) -> list[Example]:
    made = []
    for seed in range(FILLINGS):
        for text, used in filled([*titles, *sorted(lexicon.known_titles())], sorted(lexicon.words().first_names), seed):
            gold = {key_of(title) for title in used}
            for candidate in TitleFinder(sentences(text)).candidates.values():
                marks = {mark: 1.0 if n == 1 else 1.5 for mark, n in candidate.marks.items()}
                made.append((marks, candidate.key in gold, SHARE))
    return made


def _fit(examples: list[Example], ridge: float) -> dict[str, float]:
    counts = Counter(mark for marks, _, _ in examples for mark in marks)
    places = {mark: at for at, mark in enumerate(sorted(mark for mark, n in counts.items() if n > 2))}
    table = np.zeros((len(examples), len(places)))
    for row, (marks, _, _) in enumerate(examples):
        for mark, value in marks.items():
            if mark in places:
                table[row, places[mark]] = value
    right = np.array([title for _, title, _ in examples], dtype=float)
    counted = np.array([n for _, _, n in examples]) / sum(n for _, _, n in examples)
    weights, momentum = np.zeros(len(places)), np.zeros(len(places))
    for _ in range(STEPS):
        errors = (1 / (1 + np.exp(-table @ weights)) - right) * counted
        momentum = 0.9 * momentum - 0.5 * (table.T @ errors + ridge * weights)
        weights += momentum
    return {mark: float(weights[at]) for mark, at in places.items()}


if __name__ == "__main__":
    main([name for name in sys.argv[1:] if name[:2] != "--"], [name for name in sys.argv[1:] if name[:2] == "--"])
