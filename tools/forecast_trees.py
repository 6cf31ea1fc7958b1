"""Fit the two ensembles of the forecast with LightGBM, and write them down as the lists that trees.py walks."""

from __future__ import annotations

import math
import statistics
from collections import Counter, defaultdict
from typing import Any

import lightgbm
import numpy as np

from forecast_data import FIRST_YEAR, JUDGED, Origin
from showstatus.forecast.features import CATEGORIES, GENRES, NUMBERS
from showstatus.forecast.trees import CLOCKS, YEAR

SEED = 1
EDGES = [0.0, *(7 * k + 3.5 for k in range(122)), *(850.5 + 28 * k for k in range(1, 35)), 1826.5]
"""Weeks around whole weeks, so that a yearly slot falls into one bin; four weeks from 28 months on."""
COMMON = 25  # a category seen less often is one of the others
PACE_POOL, RETURN_POOL = 20.0, 10.0  # cases; a platform of n keeps n/(n+pool) of its own mean
YEARLY = 21  # days off 52 weeks that still count as a yearly slot

HAZARD = {
    "objective": "binary",
    "learning_rate": 0.08,
    "num_leaves": 63,
    "min_data_in_leaf": 400,
    "min_sum_hessian_in_leaf": 20.0,  # about as many premieres
    "lambda_l2": 100.0,
    "feature_fraction": 0.3,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "path_smooth": 20.0,
    "max_bin": 127,
    "min_data_per_group": 200,
    "cat_smooth": 60.0,
}
HAZARD_TREES = 125
RETURNS = {
    "objective": "binary",
    "learning_rate": 0.04,
    "num_leaves": 15,
    "min_data_in_leaf": 60,
    "lambda_l2": 20.0,
    "feature_fraction": 0.3,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "max_bin": 127,
    "min_data_per_group": 50,
    "cat_smooth": 30.0,
}
RETURN_TREES = 250
FIXED = {"seed": SEED, "num_threads": 1, "deterministic": True, "force_row_wise": True, "verbose": -1}

Document = dict[str, Any]
Paces = dict[str, list[float]]


def codes_of(origins: list[Origin]) -> dict[str, dict[str, int]]:
    """Number the common values of each category, the commonest first; all others are 0."""
    codes = {}
    for i, name in enumerate(CATEGORIES):
        counts = Counter(origin.known.categories[i] for origin in origins)
        common = sorted((value for value, n in counts.items() if value and n >= COMMON), key=lambda v: (-counts[v], v))
        codes[name] = {value: k + 1 for k, value in enumerate(common)}
    return codes


def still(origins: list[Origin], codes: dict[str, dict[str, int]], paces: list[list[float]]) -> Any:
    """Make the matrix of the features that stand still; `paces` of each case."""
    return np.array(
        [
            [
                *(codes[name].get(value, 0) for name, value in zip(CATEGORIES, o.known.categories, strict=True)),
                *o.known.numbers,
                *pace,
            ]
            for o, pace in zip(origins, paces, strict=True)
        ],
        dtype=float,
    )


def paces_of(origins: list[Origin], values: list[list[float]], pool: float) -> tuple[Paces, list[list[float]]]:
    """Draw each platform's means to those of all; "" is all. Then each case's own, from the other shows only.

    Without the second, a case would find its own answer in its platform's mean, and the trees would trust it too well.
    """
    every = [statistics.fmean(column) for column in zip(*values, strict=True)]
    sums: dict[tuple[str, str], list[float]] = defaultdict(lambda: [0.0] * (len(every) + 1))
    for origin, some in zip(origins, values, strict=True):
        platform = origin.known.categories[0]
        for key in ((platform, ""), (platform, origin.show)):
            sums[key] = [total + value for total, value in zip(sums[key], [*some, 1.0], strict=True)]

    def drawn(*totals: float) -> list[float]:
        return [
            round((total + pool * mean) / (totals[-1] + pool), 4) for total, mean in zip(totals, every, strict=False)
        ]

    paces = {platform: drawn(*sums[platform, ""]) for platform, show in sorted(sums) if platform and not show}
    paces[""] = [round(mean, 4) for mean in every]
    others = []
    for origin in origins:
        platform = origin.known.categories[0]
        if platform:
            others.append(drawn(*(a - b for a, b in zip(sums[platform, ""], sums[platform, origin.show], strict=True))))
        else:
            others.append(paces[""])
    return paces, others


def clocks(values: Any, premiere: Any, middle: Any) -> Any:
    """Make the columns of the clocks, as trees.py reads them: -inf where there is no gap to count from."""
    column = {name: values[:, len(CATEGORIES) + i] for i, name in enumerate(NUMBERS)}
    has = column["last_gap"] >= 0
    log = np.log(middle)

    def beyond(day: Any) -> Any:
        return np.where(has, day, -1e9)

    return np.column_stack(
        [
            middle,
            beyond(middle - np.exp(column["last_gap"])),
            beyond(log - column["last_gap"]),
            beyond(middle - np.exp(column["mean_gap"])),
            beyond(log - column["recent_gap"]),
            middle - column["run"],
            (premiere + middle - 4) % YEAR,
            beyond(middle - column["shortest_gap"]),
            beyond(middle - column["longest_gap"]),
        ]
    )


def fit_hazard(origins: list[Origin]) -> tuple[Document, Paces]:
    """Fit the hazard of a premiere by week, to the gaps among these cases."""
    some = [o for o in origins if o.gap is not None and FIRST_YEAR <= o.finale.year <= JUDGED[1]]
    codes = codes_of(some)
    gap = np.array([o.gap for o in some], float)
    paces, others = paces_of(some, [[math.log(g), float(abs(g - 364) <= YEARLY)] for g in gap], PACE_POOL)
    values = still(some, codes, others)
    edges = np.array(EDGES)
    start = np.array([o.known.finale - o.known.premiere for o in some], float)
    first = np.searchsorted(edges, start, side="right") - 1
    last = np.maximum(np.searchsorted(edges, gap, side="left") - 1, first)
    n = last - first + 1
    case = np.repeat(np.arange(len(some)), n)
    week = np.repeat(first, n) + np.arange(n.sum()) - np.repeat(np.cumsum(n) - n, n)
    came = (week == np.repeat(last, n)).astype(np.int8)
    middle = ((edges[1:] + edges[:-1]) / 2)[week]
    premiere = np.array([o.known.premiere for o in some], float)
    table = np.column_stack([values[case], clocks(values[case], premiere[case], middle)])
    base = round(math.log(came.mean() / (1 - came.mean())), 6)
    names = [*CATEGORIES, *NUMBERS, "platform_pace", "platform_yearly", *CLOCKS]
    offset = np.log(np.diff(edges)[week] / 7) + base
    booster = _train(HAZARD, HAZARD_TREES, table, came, offset)
    return written(booster, names, codes, base), paces


def fit_returns(origins: list[Origin]) -> tuple[Document, Paces]:
    """Fit whether a show returns within 36 months of the finale, ended shows included."""
    some = [o for o in origins if o.old_enough and o.finale.year >= FIRST_YEAR]
    # Here a show's own part stays in: all its seasons but the last came back, so that to leave them out would tell.
    paces, _ = paces_of(some, [[float(o.returned())] for o in some], RETURN_POOL)
    codes = codes_of(some)
    values = still(some, codes, [paces.get(o.known.categories[0]) or paces[""] for o in some])
    named = np.array([[float(genre in o.case.genres) for genre in GENRES] for o in some])
    table = np.column_stack([values[:, :-1], named, values[:, -1:]])
    came = np.array([o.returned() for o in some], np.int8)
    base = round(math.log(came.mean() / (1 - came.mean())), 6)
    names = [*CATEGORIES, *NUMBERS, *(f"is {genre}" for genre in GENRES), "platform_rate"]
    booster = _train(RETURNS, RETURN_TREES, table, came, np.full(len(some), base))
    return written(booster, names, codes, base), paces


def _train(settings: Document, trees: int, table: Any, came: Any, offset: Any) -> Any:
    data = lightgbm.Dataset(table, came, init_score=offset, categorical_feature=list(range(len(CATEGORIES))))
    return lightgbm.train({**settings, **FIXED}, data, trees)


def written(booster: Any, names: list[str], codes: dict[str, dict[str, int]], base: float) -> Document:
    """Write a fitted ensemble down in preorder; thresholds and values keep six digits."""
    sets: dict[tuple[int, ...], int] = {}
    feature: list[int] = []
    split: list[float] = []
    right: list[int] = []

    def add(node: Document) -> None:
        at = len(feature)
        right.append(0)
        if "leaf_value" in node:
            feature.append(-1)
            split.append(_short(node["leaf_value"]))
            return
        feature.append(node["split_feature"])
        if node["decision_type"] == "==":
            members = tuple(sorted(int(code) for code in node["threshold"].split("||")))
            split.append(sets.setdefault(members, len(sets)))
        else:
            split.append(_short(node["threshold"]))
        add(node["left_child"])
        right[at] = len(feature)
        add(node["right_child"])

    roots = []
    for tree in booster.dump_model()["tree_info"]:
        roots.append(len(feature))
        add(tree["tree_structure"])
    return {
        "base": base,
        "codes": codes,
        "feature": feature,
        "features": names,
        "right": right,
        "roots": roots,
        "sets": [list(members) for members in sets],
        "split": split,
    }


def _short(number: float) -> float:
    return float(f"{number:.6g}")
