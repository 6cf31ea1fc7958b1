"""When the next season premieres if it returns, and whether it will: the fitted model, by table look-ups.

A hazard (the probability of a premiere in each week, given none before) comes from a fitted ensemble of trees; what is
known of production, plans and the waiting so far narrows it. The numbers are in `model.json`, made by
tools/fit_forecast.py, and read at the first call. Months have 30.4375 days.
"""

from __future__ import annotations

import datetime as dt
import functools
import math
import os.path
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from showstatus.forecast import trees
from showstatus.forecast.features import (
    CATEGORIES,
    GENRES,
    NUMBERS,
    Case,
    Features,
    Milestone,
    PastSeason,
    aired,
    features,
    genre_group,
    platform_key,
)
from showstatus.forecast.spread import Distribution, Spread, even, mixture, waning, whole

__all__ = [
    "Case",
    "Distribution",
    "Forecast",
    "Milestone",
    "Model",
    "PastSeason",
    "distribution",
    "forecast",
    "odds",
    "table",
]

MONTH = 30.4375
HORIZONS = (12, 24, 36)
DRIFT_YEARS = (2018, 2024)
DRIFTED_FROM = 2022.0
_TYPE = CATEGORIES.index("type")
_ONE_BUDGET = {"hbo max": "hbo"}  # shows move between the two labels
_LATEST = 1826.5  # days: 60 months from the last premiere
_UNSEEN = 0.5  # the odds of something that nothing is known of; a convention
_STALE = 365.0  # the half-life given to a return that no case of ours tells of; judged, not fitted
_LEADS = ("filming-wrapped", "post-production", "filming-started", "renewed")  # the most telling first


@dataclass(frozen=True)
class Lead:
    """The lag from one kind of milestone to the premiere: a normal logarithm of days, moved by platform and genre."""

    centre: float
    spread: float
    platforms: dict[str, float]
    genres: dict[str, float]
    own: float  # the power of the hazard's density in the product
    power: float  # the power of this one
    drift: float  # how the logarithm grew a year, beside 2021, between DRIFT_YEARS
    kept: float  # the share of seasons with this milestone that came at all


@dataclass(frozen=True)
class Model:
    """Everything that was fitted."""

    edges: tuple[float, ...]  # of the bins, days since the last premiere
    hazard: trees.Ensemble
    returns: trees.Ensemble  # whether the next season premieres within 36 months of the finale
    paces: dict[str, dict[str, tuple[float, ...]]]  # by model and platform; "" for all others
    leads: dict[str, Lead]
    slip: dict[str, float]
    slower: dict[str, float]  # by type: a day waited after DRIFTED_FROM, in days of the years fitted to
    open: tuple[
        tuple[float, float], ...
    ]  # (months since the finale, share of the shows that never return not yet said to be over)


def from_json(document: dict[str, Any]) -> Model:
    """Read a document of the shape of `model.json`."""
    return Model(
        edges=tuple(document["edges"]),
        hazard=trees.ensemble(document["hazard"]),
        returns=trees.ensemble(document["returns"]),
        paces={name: {key: tuple(v) for key, v in some.items()} for name, some in document["paces"].items()},
        leads={kind: Lead(**fields) for kind, fields in document["leads"].items()},
        slip=document["slip"],
        slower=document["slower"],
        open=tuple((months, share) for months, share in document["open"]),
    )


@functools.cache
def table() -> Model:
    """Give the shipped model; the file is read at the first call."""
    import json

    path = os.path.join(os.path.dirname(__file__), "model.json")
    with open(path, encoding="utf-8") as file:
        return from_json(json.load(file))


@dataclass(frozen=True)
class Forecast:
    """Both answers; `odds` by months after the end of the last season (after `as_of` if there is none)."""

    when: Distribution  # if it returns within 60 months of the last premiere
    odds: dict[int, float]
    comes: float  # the probability that it returns at all


def distribution(case: Case, as_of: dt.date, model: Model | None = None) -> Distribution:
    """Say when the next season premieres, given that it does so after `as_of` and within 60 months of the last one."""
    return forecast(case, as_of, model).when


def odds(case: Case, as_of: dt.date, model: Model | None = None) -> dict[int, float]:
    """Say how probable a premiere of the next season is within 12, 24, 36 months of the last season's end."""
    return forecast(case, as_of, model).odds


def forecast(case: Case, as_of: dt.date, model: Model | None = None) -> Forecast:
    """Answer both questions at once, which costs as much as one."""
    model = model or table()
    seasons = aired(case, as_of)
    known = features(case, seasons) if seasons else None
    waited = _hazard(known, model) if known else None
    now = as_of.toordinal() + 0.5
    left = waited.between(now, math.inf) if waited and known and now < known.premiere + _LATEST - 30 else None
    narrowed = _produced(left or waning(now, _STALE), left is not None, case, as_of, model)
    when = _planned(narrowed, case, as_of, model).known(as_of)
    comes = max((model.leads[kind].kept for kind in _kinds(case)), default=0.0)
    if known and waited:
        comes = max(comes, _comes(known, case, waited.known(dt.date.fromordinal(known.finale)), now, model))
    elif not comes:
        comes = _UNSEEN
    start = (known.finale if known else as_of.toordinal()) + 0.5
    return Forecast(when, {months: comes * when.before(start + months * MONTH) for months in HORIZONS}, comes)


def _hazard(known: Features, model: Model) -> Spread | None:
    """Give what the hazard says of the days after the finale; None for one 5 years after its own premiere."""
    edges, premiere, start = model.edges, known.premiere, known.finale + 0.5
    if start - premiere > _LATEST - 30:
        return None
    middles = _middles(edges)
    first = bisect_right(edges, start - premiere) - 1
    values = trees.coded(model.hazard, known, _pace(model, "hazard", known))
    sums = trees.scores(model.hazard, values, known, middles, first)
    knots, masses, left = [start], [], 1.0
    for low, high, total in zip(edges[first:], edges[first + 1 :], sums, strict=False):
        width = high - low
        rate = 1.0 / (1.0 + math.exp(-total) * 7.0 / width)
        # The finale may fall inside the first bin.
        share = (premiere + high - knots[-1]) / width
        stays = (1.0 - rate) ** share if share < 1.0 else 1.0 - rate
        knots.append(premiere + high)
        masses.append(left * (1.0 - stays))
        left *= stays
    return whole(knots, masses)


@functools.lru_cache(maxsize=8)
def _middles(edges: tuple[float, ...]) -> list[float]:
    return [(a + b) / 2 for a, b in pairwise(edges)]


def _pace(model: Model, name: str, known: Features) -> tuple[float, ...]:
    paces = model.paces[name]
    return paces.get(known.categories[CATEGORIES.index("platform")]) or paces[""]


def _comes(known: Features, case: Case, unmarked: Distribution, now: float, model: Model) -> float:
    """Give the probability that the show returns at all, given that it has not by `now` and nobody said it is over.

    The return within 36 months and the hazard together give the share that ever returns; days of silence then count
    against it by Bayes' rule, the less so as most shows that do not return are said to be over in time: a show that
    outlives its first months undecided is likelier to return than it was at the finale. Gaps have grown since the
    years that the hazard was fitted to, so a day of silence counts for less after them.
    """
    named = {genre.casefold() for genre in case.genres}
    more = [*(float(genre.casefold() in named) for genre in GENRES), *_pace(model, "returns", known)]
    within = 1.0 / (1.0 + math.exp(-trees.score(model.returns, trees.coded(model.returns, known, more))))
    ever = min(0.995, within / max(unmarked.before(known.finale + 0.5 + 36 * MONTH), 0.05))
    recent = known.numbers[NUMBERS.index("year")] >= DRIFTED_FROM
    counted = (now - known.premiere) * (model.slower.get(known.categories[_TYPE], 1.0) if recent else 1.0)
    silent = ever * (1.0 - unmarked.before(known.premiere + counted))
    over = (1.0 - ever) * _still_open(model, (now - 0.5 - known.finale) / MONTH)
    return silent / max(silent + over, 1e-9)


def _still_open(model: Model, months: float) -> float:
    """Give the share of the shows that never return of which nobody has said so, by linear steps."""
    for (a, high), (b, low) in pairwise(model.open):
        if months < b:
            return high + (low - high) * max(months - a, 0.0) / (b - a)
    return model.open[-1][1]


def _kinds(case: Case) -> list[str]:
    """Name the milestones that speak for a return, the most telling first; a plan speaks as loud as a wrap."""
    plans = {"window-announced": "renewed", "date-announced": "filming-wrapped", "delayed": "renewed"}
    given = {_as_lead(plans.get(m.kind, m.kind)) for m in case.milestones}
    return [kind for kind in ("filming-wrapped", "filming-started", "renewed") if kind in given]


def _as_lead(kind: str) -> str:
    return "filming-wrapped" if kind == "post-production" else kind


def lead_platform(platform: str | None) -> str:
    """Give the name of a platform among the leads."""
    key = platform_key(platform)
    return _ONE_BUDGET.get(key, key)


def drift_years(day: dt.date) -> int:
    """Give the years since 2021 that count for the drift of a lag."""
    first, last = DRIFT_YEARS
    return min(max(day.year, first), last) - 2021


def _produced(spread: Spread, informed: bool, case: Case, as_of: dt.date, model: Model) -> Spread:
    """Narrow it by the most telling fact of production: a product of both densities, with fitted powers."""
    given = [(_LEADS.index(m.kind), -m.start.toordinal(), m) for m in case.milestones if m.kind in _LEADS]
    if not given:
        return spread
    fact = min(given, key=lambda item: item[:2])[2]
    lead = model.leads[_as_lead(fact.kind)]
    first, last = fact.start.toordinal(), max(fact.end.toordinal() - 1, fact.start.toordinal())
    last = min(last, first + 366)
    middle = (first + last) / 2
    genre = genre_group((*case.genres, case.type or ""))
    mu = lead.centre + lead.platforms.get(lead_platform(case.platform), 0.0) + lead.genres.get(genre, 0.0)
    mu += lead.drift * drift_years(fact.start)
    vague = (last - first + 1) / math.sqrt(12) / math.exp(mu)
    variance = lead.spread**2 + vague**2

    def density(at: float) -> float:
        lag = at - middle
        if lag < 1.0:
            return 0.0
        return math.exp(-((math.log(lag) - mu) ** 2) / (2 * variance)) / lag

    if informed:
        return spread.times(lead.own, density, lead.power) or spread
    start = max(as_of.toordinal() + 0.5, spread.knots[0])
    return even(start, start + _LATEST).times(0.0, density, 1.0) or spread


def _planned(spread: Spread, case: Case, as_of: dt.date, model: Model) -> Spread:
    """Confine it by what was announced, leaving the share of slips that was measured to what comes after."""
    now = as_of.toordinal() + 0.5
    for fact in case.milestones:
        if fact.kind == "delayed":
            spread = spread.between(fact.start.toordinal() - 0.5, math.inf) or waning(
                max(now, fact.start.toordinal() - 0.5), model.slip["days"]
            )
    for kind in ("date-announced", "window-announced"):
        said = [m for m in case.milestones if m.kind == kind and m.end.toordinal() - 0.5 > now]
        if said:
            start, end = max(said[-1].start.toordinal() - 0.5, now), said[-1].end.toordinal() - 0.5
            inside = spread.between(start, end) if kind == "window-announced" else None
            return mixture(inside or even(start, end), 1 - model.slip[kind], waning(end, model.slip["days"]))
    return spread
