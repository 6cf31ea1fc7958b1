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
    Case,
    Features,
    Milestone,
    PastSeason,
    aired,
    features,
)
from showstatus.forecast.production import LEADS, Leads, fact_of, lead_kind, leads, production_density
from showstatus.forecast.silence import Silence
from showstatus.forecast.spread import Distribution, Spread, even, mixture, waning, whole

__all__ = [
    "Case",
    "Distribution",
    "Milestone",
    "Model",
    "PastSeason",
    "Prospects",
    "distribution",
    "forecast",
    "odds",
    "table",
]

MONTH = 30.4375
HORIZONS = (12, 24, 36)
_LATEST = 1826.5  # days: 60 months from the last premiere
_UNSEEN = 0.5  # the odds of something that nothing is known of; a convention
_VAGUE = 28  # days; windows from a month on are those whose haste was measured
_STALE = 365.0  # the half-life given to a return that no case of ours tells of; judged, not fitted


@dataclass(frozen=True)
class Model:
    """Everything that was fitted."""

    edges: tuple[float, ...]  # of the bins, days since the last premiere
    hazard: trees.Ensemble
    returns: trees.Ensemble  # whether the next season premieres within 36 months of the finale
    paces: dict[str, dict[str, tuple[float, ...]]]  # by model and platform; "" for all others
    leads: Leads
    slip: dict[str, float]
    silence: Silence


def from_json(document: dict[str, Any]) -> Model:
    """Read a document of the shape of `model.json`."""
    return Model(
        edges=tuple(document["edges"]),
        hazard=trees.ensemble(document["hazard"]),
        returns=trees.ensemble(document["returns"]),
        paces={name: {key: tuple(v) for key, v in some.items()} for name, some in document["paces"].items()},
        leads=leads(document["leads"]),
        slip=document["slip"],
        silence=Silence(**document["silence"]),
    )


@functools.cache
def table() -> Model:
    """Give the shipped model; the file is read at the first call."""
    import json

    path = os.path.join(os.path.dirname(__file__), "model.json")
    with open(path, encoding="utf-8") as file:
        return from_json(json.load(file))


@dataclass(frozen=True)
class Prospects:
    """Both answers; `odds` by months after the end of the last season (after `as_of` if there is none).

    The odds go by `when` where a milestone is known, else by what the hazard says at today's pace.
    """

    when: Distribution  # if it returns within 60 months of the last premiere
    odds: dict[int, float]
    comes: float  # the probability that it returns at all


def distribution(case: Case, as_of: dt.date, model: Model | None = None) -> Distribution:
    """Say when the next season premieres, given that it does so after `as_of` and within 60 months of the last one."""
    model = model or table()
    known = _known(case, as_of)
    return _ahead(case, as_of, model, known, hazard(known, model) if known else None)


def odds(case: Case, as_of: dt.date, model: Model | None = None) -> dict[int, float]:
    """Say how probable a premiere of the next season is within 12, 24, 36 months of the last season's end."""
    return forecast(case, as_of, model).odds


def forecast(case: Case, as_of: dt.date, model: Model | None = None) -> Prospects:
    """Answer both questions.

    The odds go by the silence that was heard: what nobody looked for may have come, and counts as not yet come.
    """
    model = model or table()
    known = _known(case, as_of)
    waited = hazard(known, model) if known else None
    heard_until = _heard_until(case, as_of, known)
    when = _ahead(case, as_of, model, known, waited)
    awaited = when if heard_until == as_of else _when(case, heard_until, model, known, waited).known(heard_until)
    comes = max((model.leads.kinds[kind].kept for kind in _kinds(case)), default=0.0)
    if known and waited:
        now = heard_until.toordinal() + 0.5
        heard, ahead = model.silence.heard(known, waited, within(known, case, model), now)
        comes = max(comes, heard)
        if ahead and not case.milestones:
            awaited = ahead.known(heard_until)
    elif not comes:
        comes = _UNSEEN
    start = (known.finale if known else as_of.toordinal()) + 0.5
    return Prospects(when, {months: comes * awaited.before(start + months * MONTH) for months in HORIZONS}, comes)


def _known(case: Case, as_of: dt.date) -> Features | None:
    seasons = aired(case, as_of)
    return features(case, seasons) if seasons else None


def _goes_on(known: Features, as_of: dt.date) -> bool:
    """Say whether the hazard still tells of what comes after a day."""
    return as_of.toordinal() + 0.5 < known.premiere + _LATEST - 30


def _heard_until(case: Case, as_of: dt.date, known: Features | None) -> dt.date:
    """Give the day up to which silence was heard: no later than `as_of`, no earlier than the last season's end."""
    if case.silent_until is None or case.silent_until >= as_of:
        return as_of
    finale = dt.date.fromordinal(known.finale) if known else case.silent_until
    return min(max(case.silent_until, finale), as_of)


def _ahead(case: Case, as_of: dt.date, model: Model, known: Features | None, waited: Spread | None) -> Distribution:
    """Give what lies after `as_of`, by the silence up to the day to which it was heard.

    That changes nothing in what the hazard says of the days ahead; it does in what became of a plan meanwhile.
    """
    heard_until = _heard_until(case, as_of, known)
    if heard_until < as_of:
        left = _when(case, heard_until, model, known, waited).between(as_of.toordinal() + 0.5, math.inf)
        if left:
            return left.known(as_of)
    return _when(case, as_of, model, known, waited).known(as_of)


def _when(case: Case, as_of: dt.date, model: Model, known: Features | None, waited: Spread | None) -> Spread:
    """Join what the hazard says, where it tells of what is to come, with production and plans."""
    now = as_of.toordinal() + 0.5
    left = waited.between(now, math.inf) if waited and known and _goes_on(known, as_of) else None
    narrowed = _produced(left or waning(now, _STALE), left is not None, case, as_of, model)
    return _planned(narrowed, case, as_of, model)


def hazard(known: Features, model: Model) -> Spread | None:
    """Give what the hazard says of the days after the finale; None for one 5 years after its own premiere."""
    return _shipped_hazard(known) if model is table() else _hazard(known, model)


@functools.lru_cache(maxsize=4)
def _shipped_hazard(known: Features) -> Spread | None:
    """The same question is asked with and without milestones."""
    return _hazard(known, table())


def _hazard(known: Features, model: Model) -> Spread | None:
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


def within(known: Features, case: Case, model: Model) -> float:
    """Give the probability, at the finale, of a return within 36 months of it."""
    named = {genre.casefold() for genre in case.genres}
    more = [*(float(genre.casefold() in named) for genre in GENRES), *_pace(model, "returns", known)]
    return 1.0 / (1.0 + math.exp(-trees.score(model.returns, trees.coded(model.returns, known, more))))


def _kinds(case: Case) -> list[str]:
    """Name the kinds of fact that speak for a return; a plan speaks as loud as an order, a day as a wrap."""
    plans = {"window-announced": "renewed", "date-announced": "filming-wrapped", "delayed": "renewed"}
    return [kind for m in case.milestones if (kind := plans.get(m.kind, lead_kind(m))) in LEADS]


def _produced(spread: Spread, informed: bool, case: Case, as_of: dt.date, model: Model) -> Spread:
    """Narrow it by what production tells: a product of the densities, with fitted powers."""
    fact = fact_of(case)
    if fact is None:
        return spread
    density = production_density(case, fact, model.leads)
    if informed:
        return spread.times(model.leads.hazard, density, model.leads.lag) or spread
    start = max(as_of.toordinal() + 0.5, spread.knots[0])
    return even(start, start + _LATEST).times(0.0, density, 1.0) or spread


def _never_ends(fact: Milestone) -> bool:
    """Whether a window only has a first day: “2027 or later”."""
    return fact.end == dt.date.max


def _planned(spread: Spread, case: Case, as_of: dt.date, model: Model) -> Spread:
    """Confine it by what was announced.

    Inside a vague window seasons come sooner than their lag says, by the haste that was measured; what would come
    latest in it is what slips, by the share that was measured.
    """
    now = as_of.toordinal() + 0.5
    for fact in case.milestones:
        if fact.kind == "delayed" or _never_ends(fact):
            spread = spread.between(fact.start.toordinal() - 0.5, math.inf) or waning(
                max(now, fact.start.toordinal() - 0.5), model.slip["days"]
            )
    for kind in ("date-announced", "window-announced"):
        said = [m for m in case.milestones if m.kind == kind and not _never_ends(m) and m.end.toordinal() - 0.5 > now]
        if said:
            start, end = max(said[-1].start.toordinal() - 0.5, now), said[-1].end.toordinal() - 0.5
            inside = spread.between(start, end) if kind == "window-announced" else None
            inside = inside or even(start, end)
            if (said[-1].end - said[-1].start).days >= _VAGUE:
                inside = inside.hastened(model.slip["haste"])
            kept = 1 - model.slip[kind]
            return mixture(inside.earliest(kept), kept, waning(end, model.slip["days"]))
    return spread
