"""What a forecast has to beat: the naive ways of guessing when a season comes, each as a distribution.

Pure. Every rival knows the gaps and lags of *other* shows only (those of another fold), and like the model it knows how
long the wait has been and that the season comes within 60 months of the last premiere.
"""

from __future__ import annotations

import bisect
import datetime as dt
import itertools
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from showstatus.forecast.engine import LONGEST_MONTHS, Engine, Quantiles
from showstatus.forecast.features import Milestone
from showstatus.forecast.origins import AT_MILESTONES, ObservedShow, Production, Trial
from showstatus.forecast.scores import median

FOLDS = 5
FIRST_YEAR = 2010
"""Gaps that began earlier are of another era."""
LEAST = 20
"""How many gaps a platform needs before they tell more than those of all."""
_LEFT = 5
_LONGEST_DAYS = round(LONGEST_MONTHS * 30.4375)
GAP_RIVALS = ("last-gap", "mean-gap", "platform")
LAG_RIVALS = ("same-lag", "all-lags")
UNTOLD = "no-milestone"
"""The model itself without being told of the milestones."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Days after `zero`, in order, each as likely as the other; between `first` and `last` of them (half-open)."""

    zero: dt.date
    scale: float
    days: Sequence[float]
    first: int
    last: int

    def quantile(self, p: float) -> dt.date:
        """The day by which a share `p` of them has come, between two of them in proportion."""
        place = p * (self.last - self.first - 1)
        low = self.first + int(place)
        high = min(low + 1, self.last - 1)
        value = self.days[low] + (place - int(place)) * (self.days[high] - self.days[low])
        return self.zero + dt.timedelta(days=round(value * self.scale))


def fold_of(show: str) -> int:
    """The fold a show is in."""
    return zlib.crc32(show.encode()) % FOLDS


class Rivals:
    """The rivals, fitted on the shows that are not in one fold."""

    def __init__(self, fold: int, shows: Iterable[ObservedShow], productions: Iterable[Production]) -> None:
        self._all: list[float] = []
        self._platforms: dict[str, list[float]] = {}
        ratios: dict[str, list[float]] = {"last-gap": [], "mean-gap": []}
        for show in shows:
            if fold_of(show.id) != fold:
                self._learn(show, ratios)
        for sample in (self._all, *self._platforms.values(), *ratios.values()):
            sample.sort()
        self._ratios = ratios
        self._productions = list(productions)
        self._lags: dict[str, list[float]] = {kind: [] for kind in AT_MILESTONES}
        for made in self._productions:
            if fold_of(made.show.id) != fold:
                for kind, lag in lags(made).items():
                    bisect.insort(self._lags[kind], lag)

    def _learn(self, show: ObservedShow, ratios: dict[str, list[float]]) -> None:
        gaps: list[int] = []
        for one, other in itertools.pairwise(show.seasons):
            days = (other.premiere - one.premiere).days
            if days <= 0 or other.number != one.number + 1:
                gaps = []
                continue
            if one.premiere.year >= FIRST_YEAR and days <= _LONGEST_DAYS:
                self._all.append(days)
                self._platforms.setdefault(show.platform or "", []).append(days)
                if gaps:
                    ratios["last-gap"].append(days / gaps[-1])
                    ratios["mean-gap"].append(days / (sum(gaps) / len(gaps)))
            gaps.append(days)

    def guess(self, rival: str, trial: Trial) -> Quantiles | None:
        """What a rival says; None where it has nothing to go by."""
        if rival in LAG_RIVALS:
            return self._lag(rival, trial)
        base = 1.0
        days = self._kind(trial)
        own = own_gaps(trial)
        if rival != "platform" and days:
            mean = sum(own) / len(own) if own else 0.0
            base = float(own[-1] if rival == "last-gap" else mean) if own else median(days)
            days = self._ratios[rival]
        return self._waited(days, base, trial.last.premiere, trial)

    def _kind(self, trial: Trial) -> list[float]:
        of_platform = self._platforms.get(trial.case.platform or "", [])
        return of_platform if len(of_platform) >= LEAST else self._all

    def _waited(self, days: Sequence[float], base: float, zero: dt.date, trial: Trial) -> Sample | None:
        """What is left of a sample once the wait so far and the longest return are counted."""
        waited = (trial.as_of - zero).days / base
        most = (_LONGEST_DAYS - (zero - trial.last.premiere).days) / base
        first, last = bisect.bisect_right(days, waited), bisect.bisect_right(days, most)
        if last - first >= _LEFT:
            return Sample(zero, base, days, first, last)
        over = (trial.as_of - trial.last.premiere).days
        first = bisect.bisect_right(self._all, over)
        if len(self._all) - first >= _LEFT:
            return Sample(trial.last.premiere, 1.0, self._all, first, len(self._all))
        return Sample(trial.as_of, 1.0, (1.0, 365.0), 0, 2) if self._all else None

    def _lag(self, rival: str, trial: Trial) -> Sample | None:
        """The lag of the show's last season from the same milestone, else that of all; the journalists' rule."""
        kind = next((kind for kind, origin in AT_MILESTONES.items() if origin == trial.origin), None)
        told = [one for one in trial.case.milestones if one.kind == kind]
        if kind is None or not told or len(self._lags[kind]) < _LEFT:
            return None
        zero, days = middle(told[-1]), self._lags[kind]
        own = [
            lags(made).get(kind)
            for made in self._productions
            if made.show.id == trial.show and made.season == trial.last.number
        ]
        if rival == "same-lag" and own and own[-1]:
            usual = median(days)
            return self._waited([day / usual for day in days], float(own[-1]), zero, trial)
        return self._waited(days, 1.0, zero, trial)


def without_milestones(trial: Trial, engine: Engine) -> Quantiles:
    """What the model says where it is not told of the milestones."""
    return engine.distribution(replace(trial.case, milestones=()), trial.as_of)


def own_gaps(trial: Trial) -> list[int]:
    """The show's own gaps in days, oldest first."""
    days = [season.premiere for season in trial.case.seasons]
    return [gap for one, other in itertools.pairwise(days) if (gap := (other - one).days) > 0]


def lags(made: Production) -> dict[str, int]:
    """The days from each milestone of a season to its premiere, where it came after it."""
    found = {one.kind: (made.premiere - middle(one)).days for _, one in made.told if one.kind in AT_MILESTONES}
    return {kind: days for kind, days in found.items() if days > 0}


def middle(milestone: Milestone) -> dt.date:
    """The day in the middle of what is known of a milestone's day."""
    return milestone.start + (milestone.end - milestone.start - dt.timedelta(days=1)) // 2
