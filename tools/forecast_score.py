"""How good a forecast was once the day is known, and what the naive rivals would have said.

Pinball loss is the mean over the 19 levels 0.05 … 0.95, in days; intervals include both ends. The rivals know the
gaps of the training shows only, and that the premiere has not come by `as_of`:
*platform* takes the gaps on the platform (all gaps where fewer than 20 fit); *last gap* takes the show's last gap (for
a first season the platform's median) times the ratios of gap to last gap among all shows; *last gap, point* is one day.
"""

from __future__ import annotations

import datetime as dt
import math
import statistics
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from forecast_data import Origin
from showstatus.forecast.spread import LEVELS, Distribution

FEW = 20
RIVALS_FROM = 2010  # the finales whose gaps the rivals know


@dataclass(frozen=True)
class Score:
    """One forecast beside what came."""

    pinball: float
    error: int  # days from the median
    in50: bool
    in80: bool
    in90: bool
    width80: int
    place: float  # the probability given to days before the premiere


def pinball(quantiles: Iterable[tuple[float, float]], came: float) -> float:
    """Give the mean loss of (level, day) pairs."""
    return statistics.fmean(max(level * (came - day), (level - 1) * (came - day)) for level, day in quantiles)


def measure(told: Distribution, came: dt.date) -> Score:
    """Score one forecast."""
    days = {level: day.toordinal() for level, day in told.quantiles().items()}
    on = came.toordinal()
    return Score(
        pinball(days.items(), on),
        abs(days[0.5] - on),
        days[0.25] <= on <= days[0.75],
        days[0.1] <= on <= days[0.9],
        days[0.05] <= on <= days[0.95],
        days[0.9] - days[0.1],
        told.before(on),
    )


@dataclass(frozen=True)
class Summary:
    """The means of scores."""

    n: int
    pinball: float
    error: float  # median
    in50: float
    in80: float
    in90: float
    width80: float  # median


def summary(scores: list[Score]) -> Summary:
    """Sum scores up."""
    return Summary(
        len(scores),
        statistics.fmean(s.pinball for s in scores),
        statistics.median(s.error for s in scores),
        statistics.fmean(s.in50 for s in scores),
        statistics.fmean(s.in80 for s in scores),
        statistics.fmean(s.in90 for s in scores),
        statistics.median(s.width80 for s in scores),
    )


class Rivals:
    """The naive forecasts, from the gaps of these cases."""

    def __init__(self, origins: list[Origin]) -> None:
        some = [o for o in origins if o.gap is not None and o.finale.year >= RIVALS_FROM]
        self.all = sorted(o.gap or 0 for o in some)
        platforms: dict[str, list[int]] = defaultdict(list)
        ratios = []
        for o in some:
            platforms[o.known.categories[0]].append(o.gap or 0)
            if (last := last_gap(o)) is not None:
                ratios.append((o.gap or 0) / last)
        self.ratios = sorted(ratios)
        self.platforms = {name: sorted(gaps) for name, gaps in platforms.items() if len(gaps) >= FEW}

    def point(self, origin: Origin) -> float:
        """Give the gap that the last-gap rival expects."""
        own = last_gap(origin)
        return own or statistics.median(self.platforms.get(origin.known.categories[0], self.all))

    def losses(self, origin: Origin, waited: int) -> tuple[float, float, float, float]:
        """Give the pinball of platform, last gap and last gap as a point, and the error of that point, in days."""
        came = origin.gap or 0
        point = max(self.point(origin), waited + 1)
        gaps = self.platforms.get(origin.known.categories[0], self.all)
        platform = _later(gaps, waited, FEW) or _later(self.all, waited, 1)
        last = _later([point * ratio for ratio in self.ratios], waited, 1) if point > waited + 1 else []
        last = last or _later([self.point(origin) * ratio for ratio in self.ratios], waited, 5) or [waited + 30.0]
        return (
            pinball(zip(LEVELS, _quantiles(platform), strict=True), came),
            pinball(zip(LEVELS, _quantiles(last), strict=True), came),
            abs(point - came) / 2,
            abs(point - came),
        )


def last_gap(origin: Origin) -> int | None:
    """Give the show's last gap in days."""
    seasons = origin.case.seasons
    return (seasons[-1].premiere - seasons[-2].premiere).days if len(seasons) > 1 else None


def _later(ordered: list[float] | list[int], waited: int, least: int) -> list[float]:
    left = ordered[bisect_right(ordered, waited) :]
    return [float(day) for day in left] if len(left) >= least else []


def _quantiles(ordered: list[float]) -> list[float]:
    places = [level * (len(ordered) - 1) for level in LEVELS]
    return [
        ordered[int(p)] + (p - int(p)) * (ordered[min(int(p) + 1, len(ordered) - 1)] - ordered[int(p)]) for p in places
    ]


# --- odds ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class OddsSummary:
    """How probabilities did: `skill` is 1 - Brier score / that of the base rate; deciles as (n, said, came)."""

    n: int
    rate: float
    auc: float
    skill: float
    log_loss: float
    deciles: list[tuple[int, float, float]]


def odds_summary(pairs: list[tuple[float, int]]) -> OddsSummary:
    """Sum up (probability, outcome) pairs."""
    ordered = sorted(pairs)
    n, ones = len(ordered), sum(y for _, y in ordered)
    rate = ones / n
    ranks: dict[float, list[int]] = defaultdict(list)
    for i, (p, _) in enumerate(ordered):
        ranks[p].append(i)
    mean = {p: statistics.fmean(some) for p, some in ranks.items()}
    auc = (sum(mean[p] + 1 for p, y in ordered if y) - ones * (ones + 1) / 2) / (ones * (n - ones))
    brier = statistics.fmean((p - y) ** 2 for p, y in ordered)
    loss = -statistics.fmean(math.log(max(p if y else 1 - p, 1e-6)) for p, y in ordered)
    cuts = [round(n * k / 10) for k in range(11)]
    deciles = []
    for a, b in pairwise(cuts):
        some = ordered[a:b]
        if some:
            deciles.append((len(some), statistics.fmean(p for p, _ in some), statistics.fmean(y for _, y in some)))
    return OddsSummary(n, rate, auc, 1 - brier / (rate * (1 - rate)), loss, deciles)
