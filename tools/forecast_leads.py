"""Fit what a wrap, a start of filming or an order tells of the premiere, and how it joins the hazard.

The logarithm of the lag is normal: a centre, a shift by platform and one by genre group, each of n shows keeping
n / (n + POOL) of its own. Its density is multiplied with the hazard's, each raised to a power; the two powers are those
with the least pinball loss on shows left out. Scores leave out the show from the lags and from the choice of powers,
and its fold from the hazard.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
import statistics
from collections import defaultdict
from itertools import pairwise
from typing import Any

from forecast_data import KINDS, Produced, cancelled_after, produced, rows
from forecast_score import Score, measure
from showstatus.forecast.features import genre_group
from showstatus.forecast.model import Lead, Model, distribution, drift_years, lead_platform
from showstatus.forecast.spread import Spread

POOL = 3.0  # shows
FAR_OFF = 0.8  # log days; no lag pulls harder than one that is so far off
DRIFT_POOL = 10.0  # squared years
POWERS = [(own, power) for own in (0.0, 0.15, 0.3, 0.5, 0.75, 1.0) for power in (0.5, 0.7, 0.85, 1.0, 1.2)]
FAR = 7  # days by which a listed date was missed that count as a slip


def groups(case: Produced) -> tuple[str, str]:
    """Give the platform and the genre group that move its lag."""
    return lead_platform(case.case.platform), genre_group((*case.case.genres, case.case.type or ""))


def lag(case: Produced) -> int:
    """Give the days from the fact to the premiere."""
    return (case.came - case.as_of).days


def fit_lead(cases: list[Produced], kept: float) -> Lead:
    """Fit the lag; the powers are left at one."""
    shifts: list[dict[str, float]] = [{}, {}]
    shows: list[dict[str, set[str]]] = [defaultdict(set), defaultdict(set)]
    for case in cases:
        for by, name in enumerate(groups(case)):
            shows[by][name].add(case.show)

    def off(case: Produced) -> float:
        moved = sum(s.get(n, 0.0) for s, n in zip(shifts, groups(case), strict=True))
        rest = math.log(lag(case)) - centre - moved - drift * drift_years(case.fact.start)
        return max(-FAR_OFF, min(FAR_OFF, rest)) if settled else rest

    centre = drift = 0.0
    settled = False
    centre = statistics.fmean(off(case) for case in cases)
    settled = True
    squares = sum(drift_years(case.fact.start) ** 2 for case in cases) + DRIFT_POOL
    for _ in range(12):
        for by in (0, 1):
            left: dict[str, list[float]] = defaultdict(list)
            for case in cases:
                left[groups(case)[by]].append(off(case))
            shifts[by] = {
                name: (shifts[by].get(name, 0.0) + statistics.fmean(some)) * n / (n + POOL)
                for name, some in sorted(left.items())
                if name and (n := len(shows[by][name])) > 1
            }
        centre += statistics.fmean(off(case) for case in cases)
        drift += sum(off(case) * drift_years(case.fact.start) for case in cases) / squares
    people = len({case.show for case in cases})
    spread = math.sqrt(statistics.fmean(off(case) ** 2 for case in cases) * people / max(1, people - 3))
    platforms, genres = ({name: round(s, 4) for name, s in some.items()} for some in shifts)
    return Lead(round(centre, 4), round(spread, 4), platforms, genres, 1.0, 1.0, round(drift, 4), round(kept, 4))


def kept_share(folder: str, kind: str) -> float:
    """Give the share of seasons that came after such a fact; orders that were taken back have no date, but a note."""
    lost, settled = cancelled_after(folder, kind)
    if kind == "renewed":
        taken = sum("un-renewed" in row["notes"] for row in rows(folder, "milestones.csv"))
        lost, settled = max(lost, taken), settled + taken
    return 1 - (lost + 1) / (settled + 2)


def with_lead(model: Model, kind: str, lead: Lead) -> Model:
    """Give the model with another lead of a kind."""
    return dataclasses.replace(model, leads={**model.leads, kind: lead})


def fit_leads(folder: str, models: list[Model], whole: Model) -> tuple[dict[str, Any], dict[str, Any]]:
    """Fit all kinds; give the leads as the document holds them, and their scores."""
    leads, scores = {}, {}
    for kind in KINDS:
        cases = produced(folder, kind)
        kept = kept_share(folder, kind)
        hazards = [whole if case.fold is None else models[case.fold] for case in cases]
        tried = []  # per case, per powers
        for case, hazard in zip(cases, hazards, strict=True):
            lead = fit_lead([other for other in cases if other.show != case.show], kept)
            told = dataclasses.replace(case.case, milestones=(case.fact,))
            tried.append(
                [
                    distribution(told, case.as_of, with_lead(hazard, kind, dataclasses.replace(lead, own=o, power=p)))
                    for o, p in POWERS
                ]
            )
        follow = [i for i, case in enumerate(cases) if case.case.seasons]
        losses = [[measure(d, case.came).pinball for d in some] for case, some in zip(cases, tried, strict=True)]
        best = _best(losses, follow)
        leads[kind] = dataclasses.asdict(
            dataclasses.replace(fit_lead(cases, kept), own=POWERS[best][0], power=POWERS[best][1])
        )
        mine, bare, rival = [], [], []
        for i in follow:
            case = cases[i]
            choice = _best(losses, [j for j in follow if cases[j].show != case.show])
            mine.append(measure(tried[i][choice], case.came))
            bare.append(measure(distribution(case.case, case.as_of, hazards[i]), case.came))
            rival.append(_rival(case, [lag(other) for other in cases if other.show != case.show]))
        scores[kind] = {"mine": mine, "bare": bare, "rival": rival, "shows": len({cases[i].show for i in follow})}
    return leads, scores


def _best(losses: list[list[float]], some: list[int]) -> int:
    return min(range(len(POWERS)), key=lambda k: statistics.fmean(losses[i][k] for i in some))


def _rival(case: Produced, lags: list[int]) -> Score:
    """Score the distribution of all known lags, by its own quantiles."""
    ordered = sorted(lags)
    knots = [case.as_of.toordinal() + day + 0.0 for day in sorted(set(ordered))]
    shares = [ordered.count(b) / 2 + ordered.count(a) / 2 for a, b in _pairs(sorted(set(ordered)))]
    total = sum(shares)
    return measure(Spread(knots, [share / total for share in shares]).known(case.as_of), case.came)


def _pairs(days: list[int]) -> list[tuple[int, int]]:
    return list(pairwise(days))


def slips(folder: str) -> dict[str, Any]:
    """Measure how often an official window or a listed day was missed, and by how many days.

    Windows: `release_window_text` of milestones.csv, the last said first. Days: those that the databases listed on
    2024-11-10, against the premieres that followed; with half a case added, as so few were missed.
    """
    from fit_lags import missed, read_milestones  # the reading of windows as they were said

    windows = missed(read_milestones(folder))
    listed = [
        row
        for row in rows(folder, "followup_2024-11.csv.gz")
        if row["next_date_listed_2024_11"] and row["next_premiere"]
    ]
    off = [abs(_days(row["next_premiere"]) - _days(row["next_date_listed_2024_11"])) for row in listed]
    lost = sum(days > FAR for days in off)
    return {
        "date-announced": round((lost + 0.5) / (len(off) + 1), 4),
        "days": windows["median_slip_days"],
        "window-announced": windows["slip_rate"],
        "_n": {"date-announced": [lost, len(off)], "window-announced": [windows["missed"], windows["n"]]},
    }


def _days(text: str) -> int:
    return dt.date.fromisoformat(text).toordinal()
