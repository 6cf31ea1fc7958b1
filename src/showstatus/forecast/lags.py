"""How long shows of a kind take from a known date to the premiere, and the probability that makes of days.

Typed access to `lags.json` (made by tools/fit_lags.py). A lag is log-normal: its logarithm, in days, is the centre plus
one offset for the platform, the genre group and the drop style each; a group that is not in the table moves nothing.
"""

from __future__ import annotations

import datetime as dt
import functools
import math
import os.path
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Group:
    """One platform, genre group or drop style: how it moves the logarithm of the lag, and from how many seasons."""

    n: int
    shift: float
    spread: float | None = None  # of the logarithm inside this group; None: that of the anchor


@dataclass(frozen=True, slots=True)
class Lag:
    """The lag from one kind of anchor to the premiere of the season."""

    n: int
    centre: float  # of the logarithm of days
    spread: float  # standard deviation of the logarithm, for a show without earlier lags of its own
    own_weight: float  # the share of that variance that lies between shows
    platforms: dict[str, Group]
    genres: dict[str, Group]
    styles: dict[str, Group]


@dataclass(frozen=True, slots=True)
class Stragglers:
    """The few seasons that come far later than their kind: their share, and their lag beside that of the others."""

    share: float
    shift: float
    spread: float


@dataclass(frozen=True, slots=True)
class Windows:
    """What official vague windows are worth: how many were missed, by how many days, how early in them one comes."""

    n: int
    missed: int
    median_slip_days: float
    haste: float  # how many times the rate of the lag alone, inside a window; from `haste_n` seasons
    haste_n: int


@dataclass(frozen=True, slots=True)
class Lags:
    """Everything that was fitted; `anchors` by kind of anchor."""

    anchors: dict[str, Lag]
    stragglers: Stragglers
    windows: Windows
    shared_error: float  # correlation of the errors of two estimates of one day from different anchors


@functools.cache
def table() -> Lags:
    """Give the shipped numbers; the file is read at the first call."""
    import json

    path = os.path.join(os.path.dirname(__file__), "lags.json")
    with open(path, encoding="utf-8") as file:
        return from_json(json.load(file))


def from_json(document: dict[str, Any]) -> Lags:
    """Read a document of the shape of `lags.json`."""
    late, said = document["stragglers"], document["official_windows"]
    return Lags(
        anchors={kind: _lag(fields) for kind, fields in document["anchors"].items()},
        stragglers=Stragglers(late["share"], late["shift"], late["spread"]),
        windows=Windows(said["n"], said["missed"], said["median_slip_days"], said["haste"], said["haste_n"]),
        shared_error=document["shared_error"],
    )


def _lag(fields: dict[str, Any]) -> Lag:
    def groups(name: str) -> dict[str, Group]:
        return {key: Group(g["n"], g["shift"], g.get("spread")) for key, g in fields[name].items()}

    return Lag(
        n=fields["n"],
        centre=math.log(fields["centre_days"]),
        spread=fields["spread"],
        own_weight=fields["own_weight"],
        platforms=groups("platforms"),
        genres=groups("genres"),
        styles=groups("styles"),
    )


@dataclass(frozen=True)
class Curve:
    """A log-normal lag from `origin`, mixed with a small share of stragglers so that the overdue stay possible."""

    origin: dt.date
    mu: float
    sigma: float
    late: Stragglers

    def mass(self, low: float, high: float) -> float:
        """Give the probability that the lag lies between two numbers of days."""
        if high <= 0.25:
            return 0.0
        a, b = math.log(max(low, 0.25)), math.log(high)
        late, mu = self.late, self.mu + self.late.shift
        usual = _normal((a - self.mu) / self.sigma, (b - self.mu) / self.sigma)
        return (1 - late.share) * usual + late.share * _normal((a - mu) / late.spread, (b - mu) / late.spread)


@dataclass(frozen=True)
class Even:
    """Every day of an official window alike; beyond it, a slip that halves with every `half_life` days."""

    origin: dt.date
    width: int
    half_life: float

    def mass(self, low: float, high: float) -> float:
        """Give the probability of a premiere between two numbers of days after the first of the window."""
        a, b = low + 0.5, high + 0.5
        inside = max(0.0, min(b, self.width) - max(a, 0.0)) / self.width
        slips = (2 ** -(max(x - self.width, 0.0) / self.half_life) for x in (a, b))
        return inside + next(slips) - next(slips)


def _normal(low: float, high: float) -> float:
    """Give the normal probability between two deviates, counted from the nearer tail to keep its digits."""
    if low > 0:
        low, high = -high, -low
    return (math.erfc(-high / math.sqrt(2)) - math.erfc(-low / math.sqrt(2))) / 2


def mass(curve: Curve | Even, first: dt.date, last: dt.date) -> float:
    """Give the probability of the days [first, last], both included."""
    return curve.mass((first - curve.origin).days - 0.5, (last - curve.origin).days + 0.5)


def last_day(end: dt.date) -> dt.date:
    """Give the last day of a half-open range; an open end stays one."""
    return end if end == dt.date.max else end - dt.timedelta(1)


def quantiles(curve: Curve | Even, first: dt.date, last: dt.date, levels: tuple[float, ...]) -> list[dt.date]:
    """Give the days by which these shares of the probability of [first, last] are used up; levels ascend.

    Bisection over whole days: a mixture has no closed inverse, and nobody needs a finer answer.
    """
    low, zero = first.toordinal(), curve.origin.toordinal()
    before, total = low - zero - 0.5, mass(curve, first, last)
    found = []
    for level in levels:
        high = last.toordinal()
        while low < high:
            middle = (low + high) // 2
            if curve.mass(before, middle - zero + 0.5) < level * total:
                low = middle + 1
            else:
                high = middle
        found.append(dt.date.fromordinal(low))
    return found
