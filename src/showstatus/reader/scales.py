"""What does each mark weigh? Numbers that `tools/fit_reader.py` makes; and marks that are words of the text itself."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache

from showstatus.reader.lexicon import lines

Marks = Mapping[str, float]
"""What speaks for something or against it, and how strongly: most marks are there (1) or not."""
IN_ONE = 200
"""So many parts of one in log odds are weights counted in."""
WORDS = "text: "
"""How the marks begin that are words of the text itself."""


@cache
def title_weights() -> dict[str, float]:
    """How much each mark of a title weighs, in log odds."""
    rows = (line.split("\t") for line in lines("titles.txt")[1:])  # the first says where they come from
    return {mark: float(weight) for mark, weight in rows}


def weights(table: str) -> dict[str, float]:
    """How much each mark of a show, verdict, season, event or news weighs, in log odds; empty where none was."""
    return every_weight().get(table, {})


@cache
def every_weight() -> dict[str, dict[str, float]]:
    """What marks weigh, by what they are marks of."""
    found: dict[str, dict[str, float]] = {}
    for line in lines("weights.txt")[1:]:  # the first says where they come from
        mark, *pairs = line.split("\t")
        for table, weight in zip(pairs[::2], pairs[1::2], strict=True):
            found.setdefault(table, {})[mark] = float(weight)
    return found


def weight(marks: Marks, table: str) -> float:
    """What marks weigh together, in log odds; 0 where no weights were fitted."""
    fitted = weights(table)
    # the same in whatever order
    return math.fsum([fitted[mark] * strength for mark, strength in marks.items() if mark in fitted])


def strength(odds: float) -> float:
    """How strongly words speak for something, from 0 (not at all) to 3.5, of its log odds."""
    return (max(-3.0, min(4.0, odds)) + 3) / 2


@cache
def verdict_weights() -> dict[str, tuple[tuple[str, int], ...]]:
    """For each mark how much it weighs for which verdicts, in two hundredths of log odds.

    Whole numbers, for their sum is the same in whatever order, also where a mark counts half.
    """
    found: dict[str, list[tuple[str, int]]] = {}
    for table, weights_in in every_weight().items():
        verdict = table.removeprefix("verdict ")
        if verdict != table:
            for mark, weight in weights_in.items():
                found.setdefault(mark, []).append((verdict, round(weight * IN_ONE)))
    return {mark: tuple(pairs) for mark, pairs in found.items()}


@cache
def weighed_words() -> frozenset[str] | None:
    """The words that weigh something for a verdict, or by it for a season, as marks; None where none were fitted."""
    of_seasons = (mark for which in SEASONS for mark in weighed_by(which) or ())
    return frozenset(mark for mark in (*verdict_weights(), *of_seasons) if mark.startswith(WORDS)) or None


SEASONS = ("first", "none")
"""The seasons for which the marks of a verdict speak as well."""


def by_season(which: str, mark: str) -> str:
    """A mark of a verdict as one of a season."""
    return f"{WORDS}{which}: {mark.removeprefix(WORDS)}" if mark.startswith(WORDS) else f"{which}: {mark}"


@cache
def weighed_by(which: str) -> dict[str, str] | None:
    """The marks of a verdict that weigh something for a season, as marks of that; None where none were fitted."""
    found = {}
    for mark in weights("subject"):
        kind = WORDS if mark.startswith(WORDS) else ""
        if mark.startswith(f"{kind}{which}: "):
            found[kind + mark.removeprefix(f"{kind}{which}: ")] = mark
    return found or None


@cache
def weighed_for_news() -> frozenset[str] | None:
    """The words that weigh something for it that a text holds news, as marks; None where none were fitted."""
    return frozenset(mark for mark in weights("news") if mark.startswith(WORDS)) or None


def forget() -> None:
    """Read the weights anew when they are asked for next: they were fitted anew."""
    for cached in (title_weights, every_weight, verdict_weights, weighed_words, weighed_by, weighed_for_news):
        cached.cache_clear()


def words_beside(ahead: Sequence[str], behind: Sequence[str]) -> list[str]:
    """What stands around a name as marks: the word on each side, by itself and with the next one.

    `ahead` are the words before it and `behind` those that follow, in the order of the text.
    """
    before, after = ahead[-2:] or ["^"], behind[:2] or ["$"]
    return [
        f"{WORDS}{before[-1]} X", f"{WORDS}{' '.join(before)} X",
        f"{WORDS}X {after[0]}", f"{WORDS}X {' '.join(after)}",
    ]  # fmt: skip
