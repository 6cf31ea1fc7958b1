"""What production says of the premiere: the lag from a wrap, a start of filming or an order, as a density over days.

The logarithm of a lag, in days, is Student t around a centre that the platform, the genre group, the year and the
show's own earlier lags move. The numbers are fitted by tools/forecast_leads.py and ship in `model.json`.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from showstatus.forecast.features import Case, Milestone
from showstatus.forecast.spellings import CALENDAR_NETWORKS, budget_key, genre_group, platform_key

LEADS = ("filming-wrapped", "filming-started", "renewed")
"""The kinds of fact that a lag runs from, the most telling first."""
FREEDOM = 5.0
"""Degrees of freedom of the lags: seasons that come at once, or years late, are commoner than a normal curve has it."""
DRIFT_YEARS = 3
"""The drift counts for so many years before and after 2021."""
KNOWN_TO = 30
"""Most dates of the fit are known to a month, so only what is vaguer, in days, widens a lag."""
_FREAK = 3.0  # scales; an own lag that is further off counts as if it were so far
_KIND_SEASONS = 4  # how many seasons of its kind a show's own scatter is weighed against
_TELLING = ("filming-wrapped", "post-production", "filming-started", "renewed")
_SAME = {"post-production": "filming-wrapped"}


@dataclass(frozen=True)
class Lead:
    """The lag from one kind of fact to the premiere; all but `alike` and `kept` in logarithms of days."""

    centre: float
    scale: float
    platforms: dict[str, float]
    genres: dict[str, float]
    drift: float  # a year, beside 2021
    alike: float  # the share of the variance that lies between shows
    kept: float  # the share of seasons with this fact that came at all


@dataclass(frozen=True)
class Leads:
    """The lags by kind, and the powers of the two densities in their product."""

    kinds: dict[str, Lead]
    hazard: float
    lag: float
    together: tuple[float, float] = (1.0, 0.0)
    """Of the lag from the wrap and the lag from the start of filming, where both are known; instead of `lag`."""


def leads(document: dict[str, Any]) -> Leads:
    """Read the leads of `model.json`."""
    kinds = {kind: Lead(**fields) for kind, fields in document["kinds"].items()}
    return Leads(kinds, document["hazard"], document["lag"], (document["together"][0], document["together"][1]))


def lead_kind(milestone: Milestone) -> str:
    """Give the kind of fact that a milestone is read as."""
    return _SAME.get(milestone.kind, milestone.kind)


def fact_of(case: Case) -> Milestone | None:
    """Give the most telling fact of production: of the most telling kind, the latest.

    An order that was given before the season before came out says nothing of when work could begin. Networks that
    fill the same slot every year film while a season airs: there neither orders nor filming tell the day.
    """
    if platform_key(case.platform) in CALENDAR_NETWORKS:
        return None
    came = case.seasons[-1].premiere if case.seasons else dt.date.min
    some = [m for m in case.milestones if m.kind in _TELLING and (m.kind != "renewed" or m.end > came)]
    return min(some, key=lambda m: (_TELLING.index(m.kind), -m.start.toordinal()), default=None)


def start_of(case: Case, fact: Milestone) -> Milestone | None:
    """Give the start of the filming that a wrap, or post-production, ended; None where it is not known."""
    if lead_kind(fact) != "filming-wrapped":
        return None
    some = [m for m in case.milestones if m.kind == "filming-started" and m.start < fact.start]
    return max(some, key=lambda m: m.start, default=None)


def production_density(case: Case, fact: Milestone, leads: Leads) -> Callable[[float], float]:
    """Give the density of the premiere, unscaled, by the fact that tells most and, after a wrap, the start before it.

    Both lags partly say the same, so each counts to a power of its own.
    """
    density, start = lag_density(case, fact, leads.kinds[lead_kind(fact)]), start_of(case, fact)
    if start is None:
        return density
    # The product is raised to `lag` in the end.
    other, (own, more) = lag_density(case, start, leads.kinds["filming-started"]), leads.together
    own, more = own / leads.lag, more / leads.lag
    return lambda at: math.pow(density(at), own) * math.pow(other(at), more)


def lead_genre(case: Case) -> str:
    """Give the genre group of a case among the leads."""
    return genre_group((*case.genres, case.type or ""))


def drift_years(day: dt.date) -> float:
    """Give the years since the middle of 2021 that count for the drift of a lag."""
    years = (day - dt.date(2021, 7, 2)).days / 365.25
    return min(max(years, -DRIFT_YEARS), DRIFT_YEARS)


def middle_of(fact: Milestone) -> float:
    """Give the middle of the days a fact may have happened on, at most a year after the first, as an ordinal."""
    first = fact.start.toordinal()
    return (first + min(max(fact.end.toordinal() - 1, first), first + 366)) / 2


def lag_density(case: Case, fact: Milestone, lead: Lead) -> Callable[[float], float]:
    """Give the density of the premiere, unscaled, at a position in days; nothing comes before the fact."""
    middle = middle_of(fact)
    mu = lead.centre + lead.drift * drift_years(dt.date.fromordinal(int(middle)))
    mu += lead.platforms.get(budget_key(case.platform), 0.0) + lead.genres.get(lead_genre(case), 0.0)
    mu, scale = _with_own(case, fact, lead, mu)
    days = 2 * (middle - fact.start.toordinal()) + 1
    vague = max(days**2 - KNOWN_TO**2, 0) / 12 / math.exp(2 * mu)
    squared, power = (scale**2 + vague) * FREEDOM, (FREEDOM + 1) / 2

    def density(at: float) -> float:
        lag = at - middle
        if lag < 1.0:
            return 0.0
        return math.pow(1.0 + (math.log(lag) - mu) ** 2 / squared, -power) / lag

    return density


def _with_own(case: Case, fact: Milestone, lead: Lead, mu: float) -> tuple[float, float]:
    """Draw the centre towards the show's own earlier lags, and weigh their scatter against that of its kind.

    Partial pooling: the more of the variance lies between shows, the more n earlier lags say.
    """
    lags = [math.log(own.days) for own in case.own if own.kind == lead_kind(fact) and own.days > 0]
    if not lags:
        return mu, lead.scale
    odd = [max(-_FREAK, min(_FREAK, (lag - mu) / lead.scale)) for lag in lags]
    n, mean = len(odd), sum(odd) / len(odd)
    pull = n * lead.alike / (n * lead.alike + 1 - lead.alike)
    squares = _KIND_SEASONS * (1 - lead.alike * pull) + sum((one - mean) ** 2 for one in odd)
    return mu + pull * mean * lead.scale, lead.scale * math.sqrt(squares / (n + _KIND_SEASONS - 1))
