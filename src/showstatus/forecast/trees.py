"""What a fitted ensemble of decision trees says of a case, in plain Python.

Trees come as three flat lists in preorder: the left child of node i is i + 1, `right[i]` is the other one, 0 marks a
leaf. `feature[i]` is an index into the ensemble's features, `split[i]` the threshold (left when value <= threshold),
the index of a set of categories (left when in it), or the leaf's value.

A feature may be a *clock*: one that runs with the days waited. Then a node parts a range of time bins in two instead
of choosing a side, and one walk gives the value of all bins at once.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from showstatus.forecast.features import CATEGORIES, NUMBERS, Features

CLOCKS = (
    "waited",  # days since the last premiere
    "beyond_last_gap",  # waited less the last gap, days
    "of_last_gap",  # log of waited over the last gap
    "beyond_mean_gap",
    "of_recent_gap",
    "since_finale",
    "day_of_year",
    "beyond_shortest_gap",
    "beyond_longest_gap",
)
YEAR = 365.25
_LAST, _MEAN, _RECENT, _SHORTEST, _LONGEST, _RUN = (
    NUMBERS.index(name) for name in ("last_gap", "mean_gap", "recent_gap", "shortest_gap", "longest_gap", "run")
)


@dataclass(frozen=True, slots=True)
class Ensemble:
    """Trees over `features`: categories, numbers, values of groups, clocks; `base` is added to their sum."""

    features: tuple[str, ...]
    codes: tuple[dict[str, int], ...]  # per category, in the order of CATEGORIES; unlisted ones are 0
    sets: tuple[frozenset[int], ...]
    roots: tuple[int, ...]
    nodes: tuple[tuple[int, float, int], ...]  # feature, split, right
    base: float


def ensemble(document: dict[str, Any]) -> Ensemble:
    """Read an ensemble of `model.json`."""
    return Ensemble(
        features=tuple(document["features"]),
        codes=tuple(document["codes"][name] for name in CATEGORIES),
        sets=tuple(frozenset(codes) for codes in document["sets"]),
        roots=tuple(document["roots"]),
        nodes=tuple(zip(document["feature"], document["split"], document["right"], strict=True)),
        base=document["base"],
    )


def coded(trees: Ensemble, known: Features, more: Sequence[float] = ()) -> list[float]:
    """Give the values of the features that stand still, in the ensemble's order."""
    codes = [float(table.get(name, 0)) for table, name in zip(trees.codes, known.categories, strict=True)]
    return [*codes, *known.numbers, *more]


def score(trees: Ensemble, values: Sequence[float]) -> float:
    """Give the sum of the trees for a case without clocks."""
    nodes, sets = trees.nodes, trees.sets
    n, total = len(CATEGORIES), trees.base
    for node in trees.roots:
        f, at, other = nodes[node]
        while other:
            goes_left = values[f] <= at if f >= n else values[f] in sets[int(at)]
            node = node + 1 if goes_left else other
            f, at, other = nodes[node]
        total += at
    return total


def scores(trees: Ensemble, values: list[float], known: Features, middles: list[float], first: int) -> list[float]:
    """Give the sum of the trees in each bin of days waited from number `first` on; bins stand for their `middles`."""
    nodes, sets = trees.nodes, trees.sets
    n, still, bins = len(CATEGORIES), len(values), len(middles)
    wheel = still + CLOCKS.index("day_of_year")
    steps = [0.0] * (bins + 1)
    cuts: dict[tuple[int, float], int] = {}
    turns: dict[float, list[int]] = {}
    reach = _reach(known.numbers)
    for root in trees.roots:
        todo = [(root, first, bins)]
        while todo:
            node, low, high = todo.pop()
            f, at, other = nodes[node]
            while other:
                if f < still:
                    goes_left = values[f] <= at if f >= n else values[f] in sets[int(at)]
                elif f == wheel:
                    changes = turns.get(at)
                    if changes is None:
                        changes = turns[at] = _turn(known.premiere, at, middles)
                    i = bisect_right(changes, low)
                    goes_left = i % 2 == 1
                    while i < len(changes) and changes[i] < high:
                        todo.append((node + 1 if goes_left else other, low, changes[i]))
                        low, goes_left, i = changes[i], not goes_left, i + 1
                else:
                    cut = cuts.get((f, at))
                    if cut is None:
                        cut = cuts[f, at] = bisect_right(middles, reach[f - still](at))
                    goes_left = cut > low
                    if low < cut < high:
                        todo.append((other, cut, high))
                        high = cut
                node = node + 1 if goes_left else other
                f, at, other = nodes[node]
            steps[low] += at
            steps[high] -= at
    return [trees.base + total for total in accumulate(steps[first:bins])]


def _turn(premiere: int, at: float, middles: list[float]) -> list[int]:
    """Give the bins from which the day of the year is below a threshold, and no longer, in turn."""
    new_year = -((premiere - 4) % YEAR)
    changes = []
    while new_year < middles[-1]:
        changes += [bisect_left(middles, new_year), bisect_right(middles, new_year + min(at, YEAR))]
        new_year += YEAR
    return changes


def _reach(numbers: Sequence[float]) -> list[Any]:
    """Say, per clock, up to which day waited it is at or below a threshold: always, if its gaps are not known."""
    if numbers[_LAST] < 0:
        last = mean = recent = math.inf
        shortest = longest = math.inf
    else:
        last, mean, recent = (math.exp(numbers[i]) for i in (_LAST, _MEAN, _RECENT))
        shortest, longest = numbers[_SHORTEST], numbers[_LONGEST]
    run = numbers[_RUN]
    return [
        lambda at: at,
        lambda at: at + last,
        lambda at: math.exp(at) * last,
        lambda at: at + mean,
        lambda at: math.exp(at) * recent,
        lambda at: at + run,
        None,
        lambda at: at + shortest,
        lambda at: at + longest,
    ]
