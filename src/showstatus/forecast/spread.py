"""How a probability is spread over days: steps of even density, and what is done to them.

Positions are day ordinals as real numbers; the day d covers [d - 0.5, d + 0.5). `knots` ascend; `masses[i]` lies
between knots i and i + 1; the masses add up to 1.
"""

from __future__ import annotations

import datetime as dt
import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate, pairwise

LEVELS = tuple(round(0.05 * k, 2) for k in range(1, 20))
_TINY = 1e-12


@dataclass(frozen=True)
class Distribution:
    """The day of a premiere, given that it comes after `as_of`."""

    as_of: dt.date
    knots: tuple[float, ...]
    cumulative: tuple[float, ...]  # at each knot, from 0 to 1

    def quantile(self, level: float) -> dt.date:
        """Give the day by which the premiere has come with this probability; never `as_of` or before."""
        i = min(max(bisect_left(self.cumulative, level), 1), len(self.knots) - 1)
        low, high = self.cumulative[i - 1], self.cumulative[i]
        share = (level - low) / (high - low) if high > low else 1.0
        at = self.knots[i - 1] + min(max(share, 0.0), 1.0) * (self.knots[i] - self.knots[i - 1])
        # The last instant of day d is d + 0.5, and belongs to d.
        day = max(math.ceil(at - 0.5 - 1e-9), self.as_of.toordinal() + 1)
        return dt.date.fromordinal(min(day, dt.date.max.toordinal()))

    def quantiles(self) -> dict[float, dt.date]:
        """Give the days of the 19 levels 0.05 … 0.95."""
        return {level: self.quantile(level) for level in LEVELS}

    def survival(self, day: dt.date) -> float:
        """Give the probability that the premiere comes after a day."""
        return 1.0 - self.before(day.toordinal() + 0.5)

    def before(self, at: float) -> float:
        """Give the probability of what lies before a position."""
        i = bisect_right(self.knots, at)
        if i == 0:
            return 0.0
        if i == len(self.knots):
            return 1.0
        share = (at - self.knots[i - 1]) / (self.knots[i] - self.knots[i - 1])
        return self.cumulative[i - 1] + share * (self.cumulative[i] - self.cumulative[i - 1])


@dataclass(frozen=True)
class Spread:
    """Probability masses between knots."""

    knots: list[float]
    masses: list[float]

    def between(self, low: float, high: float) -> Spread | None:
        """Give what lies in a range, made whole again; None when that is nothing."""
        first, last = bisect_right(self.knots, low), bisect_left(self.knots, high)
        if first > last or last == 0 or first == len(self.knots):
            return None
        # The steps that the ends of the range fall in are cut; those between them stay as they are.
        knots, masses = self.knots[first:last], self.masses[first : max(last - 1, first)]
        if first > 0:
            a, b = self.knots[first - 1], self.knots[first]
            knots.insert(0, low)
            masses.insert(0, self.masses[first - 1] * (min(b, high) - low) / (b - a))
        if last < len(self.knots):
            a, b = self.knots[last - 1], self.knots[last]
            knots.append(high)
            if last > first or first == 0:
                masses.append(self.masses[last - 1] * (high - max(a, low)) / (b - a))
        return whole(knots, masses) if sum(masses) > _TINY else None

    def times(self, own: float, density: Callable[[float], float], power: float) -> Spread | None:
        """Give the product of both densities, each raised to its power; None when they exclude each other."""
        logs = []
        for a, b, mass in zip(self.knots, self.knots[1:], self.masses, strict=False):
            other = density((a + b) / 2)
            possible = mass > 0 and other > 0
            logs.append(own * math.log(mass / (b - a)) + power * math.log(other) if possible else -math.inf)
        top = max(logs, default=-math.inf)
        if top == -math.inf:
            return None
        widths = [b - a for a, b in zip(self.knots, self.knots[1:], strict=False)]
        return whole(self.knots, [math.exp(log - top) * w for log, w in zip(logs, widths, strict=True)])

    def stretched(self, origin: float, factor: float) -> Spread:
        """Give it with every distance from `origin` so many times as long."""
        return Spread([origin + (knot - origin) * factor for knot in self.knots], self.masses)

    def hastened(self, rate: float) -> Spread:
        """Give it with the hazard of every day multiplied (Lehmann's alternative)."""
        left = [max(1.0 - gone, 0.0) ** rate for gone in accumulate(self.masses)]
        return whole(self.knots, [a - b for a, b in pairwise([1.0, *left])])

    def earliest(self, share: float) -> Spread:
        """Give the earliest share of the probability, made whole again."""
        knots, masses, gone = [self.knots[0]], [], 0.0
        for low, high, mass in zip(self.knots, self.knots[1:], self.masses, strict=False):
            taken = min(mass, share - gone)
            knots.append(high if taken == mass else low + (high - low) * taken / mass)
            masses.append(taken)
            gone += taken
            if gone >= share:
                break
        return whole(knots, masses)

    def known(self, as_of: dt.date) -> Distribution:
        """Give it as a distribution."""
        cumulative = [0.0, *accumulate(self.masses)]
        total = cumulative[-1]
        return Distribution(as_of, tuple(self.knots), tuple([gone / total for gone in cumulative]))


def share_by(quantile: Callable[[float], dt.date], day: dt.date) -> float:
    """Give the share of the probability that is used up by a day, by the quantiles alone, to the next 1/4096."""
    low, high = 0.0, 1.0
    for _ in range(12):
        middle = (low + high) / 2
        low, high = (middle, high) if quantile(middle) <= day else (low, middle)
    return high if low else 0.0


def whole(knots: list[float], masses: list[float]) -> Spread:
    """Scale masses so that they add up to 1."""
    total = sum(masses)
    return Spread(knots, [mass / total for mass in masses])


def even(low: float, high: float) -> Spread:
    """Give every day of a range alike, in steps of about a week."""
    steps = max(1, min(300, int((high - low) / 7)))
    return Spread([low + (high - low) * i / steps for i in range(steps + 1)], [1 / steps] * steps)


def waning(low: float, half_life: float) -> Spread:
    """Give a probability that halves with every `half_life` days from `low` on."""
    cuts = [low + half_life * i / 4 for i in range(49)]
    return whole(cuts, [2.0 ** (-i / 4) for i in range(48)])


def mixture(first: Spread, share: float, then: Spread) -> Spread:
    """Give `first` this share of the probability, and the rest to `then`, which begins where it ends or after."""
    gap = then.knots[0] > first.knots[-1]
    knots = [*first.knots, *(then.knots if gap else then.knots[1:])]
    masses = [share * m for m in first.masses] + ([0.0] if gap else []) + [(1 - share) * m for m in then.masses]
    return Spread(knots, masses)
