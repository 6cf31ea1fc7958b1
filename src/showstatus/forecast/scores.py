"""How good forecasts were: pinball loss, CRPS, coverage and width of distributions; skill of probabilities.

Pure. Losses are in days. Definitions: Gneiting and Raftery (2007), “Strictly proper scoring rules”.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from showstatus.forecast.engine import LEVELS, MEDIAN, Quantiles

COVERED = (0.5, 0.8, 0.9)
"""The central intervals whose coverage and width are told."""
BINS = 10
_FINE = tuple((2 * step + 1) / 100 for step in range(50))
_LEAST_PROBABILITY = 1e-6


@dataclass(frozen=True, slots=True)
class Miss:
    """One forecast beside the truth, in days."""

    pinball: float
    crps: float
    error: int
    """The truth minus the median: positive where it came later."""
    inside: tuple[bool, ...]
    """For each of `COVERED`: whether the truth lay in the interval, both ends included."""
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadScore:
    """How one method's distributions did over many trials; days throughout."""

    n: int
    pinball: float
    crps: float
    median_error: float
    """Median of the absolute error of the median."""
    bias: float
    """Median of truth minus median: positive where seasons came later than said."""
    coverage: dict[str, float]
    width: dict[str, float]
    """Median width of the intervals."""

    def document(self) -> dict[str, Any]:
        """The score as JSON has it, rounded."""
        return {
            "n": self.n,
            "pinball_days": round(self.pinball, 2),
            "crps_days": round(self.crps, 2),
            "median_error_days": round(self.median_error, 1),
            "bias_days": round(self.bias, 1),
            "coverage": {level: round(share, 4) for level, share in self.coverage.items()},
            "width_days": {level: round(days, 1) for level, days in self.width.items()},
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class OddsScore:
    """How probabilities did over many trials; what cannot be said of such trials is None."""

    n: int
    base_rate: float
    auc: float | None
    brier: float
    brier_skill: float | None
    """1 minus the Brier score over that of the base rate."""
    log_loss: float
    reliability: tuple[tuple[float, float, int, float, float], ...]
    """Per tenth of probability that has cases: from, to, n, mean told, share that came true."""

    def document(self) -> dict[str, Any]:
        """The score as JSON has it, rounded."""
        return {
            "n": self.n,
            "base_rate": round(self.base_rate, 4),
            "auc": None if self.auc is None else round(self.auc, 4),
            "brier": round(self.brier, 4),
            "brier_skill": None if self.brier_skill is None else round(self.brier_skill, 4),
            "log_loss": round(self.log_loss, 4),
            "reliability": [
                {"from": low, "to": high, "n": n, "told": round(told, 4), "came": round(came, 4)}
                for low, high, n, told, came in self.reliability
            ],
        }


def pinball(level: float, quantile: int, truth: int) -> float:
    """The loss of one quantile: its share of what the truth lies above it, or the rest of what it lies below."""
    return level * (truth - quantile) if truth >= quantile else (1 - level) * (quantile - truth)


def missed(spread: Quantiles, truth: dt.date) -> Miss:
    """Hold one distribution against the truth."""
    day = truth.toordinal()

    def at(level: float) -> int:
        return spread.quantile(level).toordinal()

    ends = [(at(round((1 - share) / 2, 4)), at(round((1 + share) / 2, 4))) for share in COVERED]
    return Miss(
        pinball=sum(pinball(level, at(level), day) for level in LEVELS) / len(LEVELS),
        # CRPS is twice the pinball loss over all levels: here the midpoints of fifty steps.
        crps=2 * sum(pinball(level, at(level), day) for level in _FINE) / len(_FINE),
        error=day - at(MEDIAN),
        inside=tuple(low <= day <= high for low, high in ends),
        widths=tuple(high - low for low, high in ends),
    )


def spread_score(misses: Sequence[Miss]) -> SpreadScore:
    """Sum up many; at least one."""
    n = len(misses)
    names = [f"{share:.0%}".rstrip("%") for share in COVERED]
    return SpreadScore(
        n=n,
        pinball=sum(miss.pinball for miss in misses) / n,
        crps=sum(miss.crps for miss in misses) / n,
        median_error=median([abs(miss.error) for miss in misses]),
        bias=median([miss.error for miss in misses]),
        coverage={name: sum(miss.inside[k] for miss in misses) / n for k, name in enumerate(names)},
        width={name: median([miss.widths[k] for miss in misses]) for k, name in enumerate(names)},
    )


def odds_score(told: Sequence[tuple[float, bool]]) -> OddsScore:
    """Hold probabilities against what came true; at least one pair."""
    n = len(told)
    base = sum(came for _, came in told) / n
    brier = sum((p - came) ** 2 for p, came in told) / n
    climate = base * (1 - base)
    logs = [math.log(max(p if came else 1 - p, _LEAST_PROBABILITY)) for p, came in told]
    return OddsScore(
        n=n,
        base_rate=base,
        auc=auc(told),
        brier=brier,
        brier_skill=1 - brier / climate if climate else None,
        log_loss=-sum(logs) / n,
        reliability=tuple(_reliability(told)),
    )


def auc(told: Sequence[tuple[float, bool]]) -> float | None:
    """The probability that one that came was given better odds than one that did not; ties count half.

    None where all came or none did. By the ranks of Mann and Whitney.
    """
    yes = sum(came for _, came in told)
    no = len(told) - yes
    if not yes or not no:
        return None
    ordered = sorted(told)
    ranks, place = 0.0, 0
    while place < len(ordered):
        after = place
        while after < len(ordered) and ordered[after][0] == ordered[place][0]:
            after += 1
        rank = (place + 1 + after) / 2
        ranks += rank * sum(came for _, came in ordered[place:after])
        place = after
    return (ranks - yes * (yes + 1) / 2) / (yes * no)


def median(values: Sequence[float]) -> float:
    """The middle value, or the mean of the two in the middle."""
    ordered = sorted(values)
    n = len(ordered)
    return (ordered[(n - 1) // 2] + ordered[n // 2]) / 2


def _reliability(told: Sequence[tuple[float, bool]]) -> list[tuple[float, float, int, float, float]]:
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for p, came in told:
        bins[min(int(p * BINS), BINS - 1)].append((p, came))
    return [
        (k / BINS, (k + 1) / BINS, len(b), sum(p for p, _ in b) / len(b), sum(came for _, came in b) / len(b))
        for k, b in enumerate(bins)
        if b
    ]
