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
_WHEEL = CLOCKS.index("day_of_year")
_LAST, _MEAN, _RECENT, _SHORTEST, _LONGEST, _RUN = (
    NUMBERS.index(name) for name in ("last_gap", "mean_gap", "recent_gap", "shortest_gap", "longest_gap", "run")
)


@dataclass(frozen=True, slots=True)
class Ensemble:
    """Trees over `features`: categories, numbers, values of groups, clocks; `base` is added to their sum."""

    features: tuple[str, ...]
    codes: tuple[dict[str, int], ...]  # per category, in the order of CATEGORIES; unlisted ones are 0
    cuts: tuple[tuple[float, ...], ...]  # per clock, in the order of CLOCKS: its thresholds
    roots: tuple[int, ...]
    nodes: tuple[tuple[int, Any, int], ...]
    """Feature; threshold, set of codes or number of the clock's threshold, or value of a leaf; right child."""
    base: float


def ensemble(document: dict[str, Any]) -> Ensemble:
    """Read an ensemble of `model.json`."""
    features = tuple(document["features"])
    still = len(features) - len(CLOCKS) if features[-1] == CLOCKS[-1] else len(features)
    sets = [frozenset(codes) for codes in document["sets"]]
    cuts: list[dict[float, int]] = [{} for _ in features[still:]]
    splits = list(document["split"])
    for node, (feature, right) in enumerate(zip(document["feature"], document["right"], strict=True)):
        if right and feature < len(CATEGORIES):
            splits[node] = sets[int(splits[node])]
        elif right and feature >= still:
            known = cuts[feature - still]
            splits[node] = known.setdefault(splits[node], len(known))
    return Ensemble(
        features=features,
        codes=tuple(document["codes"][name] for name in CATEGORIES),
        cuts=tuple(map(tuple, cuts)),
        roots=tuple(document["roots"]),
        nodes=tuple(zip(document["feature"], splits, document["right"], strict=True)),
        base=document["base"],
    )


def coded(trees: Ensemble, known: Features, more: Sequence[float] = ()) -> list[float]:
    """Give the values of the features that stand still, in the ensemble's order."""
    codes = [float(table.get(name, 0)) for table, name in zip(trees.codes, known.categories, strict=True)]
    return [*codes, *known.numbers, *more]


def score(trees: Ensemble, values: Sequence[float]) -> float:
    """Give the sum of the trees for a case without clocks."""
    nodes, n, total = trees.nodes, len(CATEGORIES), trees.base
    for node in trees.roots:
        f, at, other = nodes[node]
        while other:
            goes_left = values[f] <= at if f >= n else values[f] in at
            node = node + 1 if goes_left else other
            f, at, other = nodes[node]
        total += at
    return total


def scores(trees: Ensemble, values: list[float], known: Features, middles: list[float], first: int) -> list[float]:
    """Give the sum of the trees in each bin of days waited from number `first` on; bins stand for their `middles`."""
    nodes, n, still, bins = trees.nodes, len(CATEGORIES), len(values), len(middles)
    steps = [0.0] * (bins + 1)
    cuts = [*([[0]] * still), *_cuts(trees, known.numbers, middles)]  # by feature; only clocks have any
    turns = _Turns(trees, known.premiere, middles)
    wheel = still + _WHEEL
    todo: list[tuple[int, int, int]] = []  # what is left of the tree: node, first bin, bin after the last
    for node in trees.roots:
        low, high = first, bins
        while True:
            f, at, other = nodes[node]
            if not other:
                steps[low] += at
                steps[high] -= at
                if not todo:
                    break
                node, low, high = todo.pop()
            elif f < still:
                node = node + 1 if (values[f] <= at if f >= n else values[f] in at) else other
            elif f != wheel:
                cut = cuts[f][at]
                if cut <= low:
                    node = other
                else:
                    if cut < high:
                        todo.append((other, cut, high))
                        high = cut
                    node += 1
            else:
                changes = turns[at]
                place = bisect_right(changes, low)
                here, there = (node + 1, other) if place & 1 else (other, node + 1)
                for change in changes[place:]:
                    if change >= high:
                        break
                    todo.append((here, low, change))
                    low, here, there = change, there, here
                node = here
    return [trees.base + total for total in accumulate(steps[first:bins])]


class _Turns(dict[int, list[int]]):
    """By the number of a threshold: the bins from which the day of the year is below it, and no longer, in turn."""

    def __init__(self, trees: Ensemble, premiere: int, middles: list[float]) -> None:
        self._thresholds, self._middles = trees.cuts[_WHEEL], middles
        new_year = -((premiere - 4) % YEAR)
        self._years = []
        while new_year < middles[-1]:
            self._years.append((bisect_left(middles, new_year), new_year))
            new_year += YEAR

    def __missing__(self, number: int) -> list[int]:
        at, middles = min(self._thresholds[number], YEAR), self._middles
        changes = self[number] = []
        for begins, new_year in self._years:
            changes += (begins, bisect_right(middles, new_year + at))
        return changes


def _cuts(trees: Ensemble, numbers: Sequence[float], middles: list[float]) -> list[list[int]]:
    """Give, per clock and threshold, the first bin above it; none is where the gaps a clock needs are unknown."""
    if numbers[_LAST] < 0:
        last = mean = recent = math.inf
        shortest = longest = math.inf
    else:
        last, mean, recent = (math.exp(numbers[i]) for i in (_LAST, _MEAN, _RECENT))
        shortest, longest = numbers[_SHORTEST], numbers[_LONGEST]
    later: dict[str, float] = {
        "waited": 0.0, "beyond_last_gap": last, "beyond_mean_gap": mean, "since_finale": numbers[_RUN],
        "beyond_shortest_gap": shortest, "beyond_longest_gap": longest,
    }  # fmt: skip
    times = {"of_last_gap": last, "of_recent_gap": recent}
    found = []
    for clock, thresholds in zip(CLOCKS, trees.cuts, strict=True):
        if clock in later:
            more = later[clock]
            found.append([bisect_right(middles, at + more) for at in thresholds])
        elif clock in times:
            unit = times[clock]
            found.append([bisect_right(middles, math.exp(at) * unit) for at in thresholds])
        else:
            found.append([])
    return found
