"""What does each mark weigh? Numbers that `tools/fit_reader.py` makes; and marks that are words of the text itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from showstatus.reader.lexicon import lines

WORDS = "text: "
"""How the marks begin that are words of the text itself."""


@cache
def title_weights() -> dict[str, float]:
    """How much each mark of a title weighs, in log odds."""
    rows = (line.split("\t") for line in lines("titles.txt")[1:])  # the first says where they come from
    return {mark: float(weight) for mark, weight in rows}


def weights(table: str) -> dict[str, float]:
    """How much each mark of a show, a verdict or an event weighs, in log odds; empty where none were fitted."""
    return _weights().get(table, {})


@cache
def _weights() -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for line in lines("weights.txt")[1:]:  # the first says where they come from
        mark, *pairs = line.split("\t")
        for table, weight in zip(pairs[::2], pairs[1::2], strict=True):
            found.setdefault(table, {})[mark] = float(weight)
    return found


@cache
def weighed_words() -> frozenset[str] | None:
    """The words that weigh something for a verdict, as marks; None where none were fitted."""
    found = {
        mark for table, marks in _weights().items() if table.startswith("verdict ")
        for mark in marks if mark.startswith(WORDS)
    }  # fmt: skip
    return frozenset(found) or None


def forget() -> None:
    """Read the weights anew when they are asked for next: they were fitted anew."""
    for cached in (title_weights, _weights, weighed_words):
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
