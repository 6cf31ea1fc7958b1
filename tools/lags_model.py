"""How lags are fitted: a centre, pooled shifts of platforms, genre groups and drop styles, and a spread."""

from __future__ import annotations

import math
import statistics
from collections import defaultdict
from typing import Any

from lags_data import Case

POOL = 6.0  # shows; a group of n keeps n/(n+POOL) of its offset. From 3 to 12 the scores hardly differ
SPREAD_POOL = 20.0  # seasons; the same for the spread inside a platform
BEND = 0.5  # Huber's bend, in log days: one freak lag must not move a small group
CLIP = 1.2  # log days; a factor 3.3


def fit(cases: list[Case]) -> dict[str, Any]:
    """Fit one anchor: centre, pooled shifts by group, spread, and how alike the seasons of one show are."""
    centre, shifts, kept = _shifts(cases)
    bent = [max(-CLIP, min(CLIP, residual)) for residual in _residuals(cases, centre, shifts)]
    # The shifts have eaten freedom; it is counted in shows, because the seasons of one show are alike.
    shows = len({case.show for case in cases})
    correction = shows / (shows - 1 - sum(sum(some.values()) for some in kept.values()))
    variance = correction * statistics.fmean(r * r for r in bent)
    tables: dict[str, dict[str, dict[str, Any]]] = {}
    for by, some in shifts.items():
        inside = {name: [r for r, case in zip(bent, cases, strict=True) if case.groups[by] == name] for name in some}
        tables[by] = {name: {"n": len(inside[name]), "shift": short(shift)} for name, shift in some.items()}
        if by == "platforms":
            for name, rest in inside.items():
                squares = correction * sum(r * r for r in rest) + SPREAD_POOL * variance
                tables[by][name]["spread"] = short(math.sqrt(squares / (len(rest) + SPREAD_POOL)))
    return {
        "centre_days": round(math.exp(centre), 1),
        "median_days": statistics.median(case.days for case in cases),
        "n": len(cases),
        "own_weight": short(_alike(cases, bent)),
        "shows": shows,
        "sigma": short(statistics.pstdev(math.log(case.days) for case in cases)),
        "spread": short(math.sqrt(variance)),
        **tables,
    }


Shifts = dict[str, dict[str, float]]


def _shifts(cases: list[Case]) -> tuple[float, Shifts, Shifts]:
    """Find the centre, each group's shift, and the share of its own shift that each group keeps."""
    kept: Shifts = {}
    for by in ("platforms", "genres", "styles"):
        members: dict[str, set[str]] = defaultdict(set)
        for case in cases:
            members[case.groups[by] or ""].add(case.show)
        kept[by] = {name: len(s) / (len(s) + POOL) for name, s in sorted(members.items()) if name and len(s) > 1}
    shifts: Shifts = {by: dict.fromkeys(some, 0.0) for by, some in kept.items()}
    centre = _huber([math.log(case.days) for case in cases])
    for _ in range(6):  # backfitting; the sixth round changes nothing that is kept
        for by, some in kept.items():
            left: dict[str, list[float]] = defaultdict(list)
            for case, residual in zip(cases, _residuals(cases, centre, shifts), strict=True):
                left[case.groups[by] or ""].append(residual)
            shifts[by] = {name: (_huber(left[name]) + shifts[by][name]) * share for name, share in some.items()}
        centre += _huber(_residuals(cases, centre, shifts))
    return centre, shifts, kept


def _residuals(cases: list[Case], centre: float, shifts: Shifts) -> list[float]:
    return [
        math.log(case.days) - centre - sum(shifts[by].get(name or "", 0.0) for by, name in case.groups.items())
        for case in cases
    ]


def _huber(values: list[float]) -> float:
    """Find Huber's location estimate: the mean, but no value pulls harder than one that is BEND away."""
    middle = statistics.median(values)
    for _ in range(15):
        weights = [min(1.0, BEND / max(abs(value - middle), 1e-9)) for value in values]
        middle = sum(w * value for w, value in zip(weights, values, strict=True)) / sum(weights)
    return middle


def _alike(cases: list[Case], residuals: list[float]) -> float:
    """Estimate the share of variance between shows, by the products of residuals over the pairs of one show.

    A show of m seasons has m(m-1)/2 pairs but weighs m/2, or the long runners would decide alone.
    """
    shows: dict[str, list[float]] = defaultdict(list)
    for case, residual in zip(cases, residuals, strict=True):
        shows[case.show].append(residual)
    several = [some for some in shows.values() if len(some) > 1]
    products = sum((sum(some) ** 2 - sum(r * r for r in some)) / 2 / (len(some) - 1) for some in several)
    share = products / (sum(len(some) for some in several) / 2) / statistics.fmean(r * r for r in residuals)
    return max(0.0, min(0.9, share))


def short(number: float) -> float:
    """A number as the document keeps it."""
    return round(number, 4)
