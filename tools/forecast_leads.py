"""Fit what a wrap, a start of filming or an order tells of the premiere, and how early seasons come in their windows.

The logarithm of the lag is Student t around a centre and drift of its kind, a shift of the platform and one of the
genre group. All kinds are fitted together: a platform that is slow after a wrap is slow after an order too, so each
shift is one that all kinds share and a small one of its own, both drawn to nothing by a normal prior. Scores leave the
show out of the lags and its fold out of the hazard.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
from collections import Counter, defaultdict
from itertools import pairwise
from typing import Any

import numpy as np

from forecast_data import KINDS, Produced, cancelled_after, plain, produced, rows
from forecast_score import Score, measure
from lags_data import read_milestones, windows_said
from showstatus.forecast.features import Case, Milestone
from showstatus.forecast.model import Model, distribution
from showstatus.forecast.production import FREEDOM, Lead, Leads, drift_years, lead_genre
from showstatus.forecast.spellings import budget_key
from showstatus.forecast.spread import Spread
from showstatus.spoken import hear

SHARED, APART = 0.2, 0.1  # prior standard deviations of the shifts, log days: of all kinds, and of one beside that
DRIFT = 0.033  # the same for the drift of a year
ALIKE = 0.3  # a further season of one show weighs less, as if so much of the variance lay between shows
START = 0.35  # where the search for the scales begins
HAZARD, LAG = 0.3, 0.8
"""The powers of the hazard's density and the lag's. The loss is flat around them: from 0.7 to 1.0 for the lag, and from
0.15 to 0.45 for the hazard, it moves by 2 %."""
TOGETHER = (0.7, 0.4)
"""The powers of the lag from the wrap and of that from the start of filming, where both are known. From 0.5 to 0.8 and
from 0.2 to 0.5 the loss moves by 2 %; of these pairs this has the narrowest intervals that hold what they say."""
FEW_WEEKS = 28
FAR = 7  # days by which a listed date was missed that count as a slip
VAGUE = 28  # days; windows from a month on
HASTE_POOL = 10.0  # seasons; few windows are known, and those are of hits

Cases = dict[str, list[Produced]]


def lag(case: Produced) -> int:
    """Give the days from the fact to the premiere."""
    return (case.came - case.as_of).days


# --- the lags -----------------------------------------------------------------------------------------------------


def fit_kinds(cases: Cases, kept: dict[str, float]) -> dict[str, Lead]:
    """Fit the lags of all kinds together, by expectation and maximization: odd seasons lose weight."""
    every = [(kind, case) for kind, some in cases.items() for case in some]
    kinds, places = list(cases), [_groups(case.case) for _, case in every]
    groups = sorted({group for some in places for group in some if group[1]})
    table, prior = _table(every, kinds, places, groups)
    logs = np.array([math.log(lag(case)) for _, case in every])
    of_kind = np.array([kinds.index(kind) for kind, _ in every])
    seasons = Counter((kind, case.show) for kind, case in every)
    share = np.array([1 / (1 + ALIKE * (seasons[kind, case.show] - 1)) for kind, case in every])
    scale, weight = np.full(len(kinds), START), share
    middle = float(np.median(logs))
    for _ in range(25):
        each = weight / scale[of_kind] ** 2
        inverse = np.linalg.inv((table * each[:, None]).T @ table + np.diag(1 / prior))
        found = inverse @ ((table * each[:, None]).T @ (logs - middle))
        off = logs - middle - table @ found
        weight = share * (FREEDOM + 1) / (FREEDOM + (off / scale[of_kind]) ** 2)
        free = share * (1 - np.einsum("ij,jk,ik->i", table, inverse, table) * each)
        scale = np.array(
            [math.sqrt((weight * off**2)[of_kind == k].sum() / free[of_kind == k].sum()) for k in range(len(kinds))]
        )
    n = len(kinds)
    shared = found[2 * n : 2 * n + len(groups)]
    leads = {}
    for k, kind in enumerate(kinds):
        own = found[2 * n + len(groups) * (k + 1) :][: len(groups)]
        shifts = {group: round(float(a + b), 4) for group, a, b in zip(groups, shared, own, strict=True)}
        leads[kind] = Lead(
            centre=round(middle + float(found[k]), 4),
            scale=round(float(scale[k]), 4),
            platforms={name: shift for (by, name), shift in shifts.items() if by == "platform"},
            genres={name: shift for (by, name), shift in shifts.items() if by == "genre"},
            drift=round(float(found[n + k]), 4),
            alike=round(_alike(cases[kind], off[of_kind == k]), 4),
            kept=round(kept[kind], 4),
        )
    return leads


def _groups(case: Case) -> list[tuple[str, str]]:
    return [("platform", budget_key(case.platform)), ("genre", lead_genre(case))]


def _table(
    every: list[tuple[str, Produced]], kinds: list[str], places: list[list[tuple[str, str]]], groups: list[Any]
) -> tuple[Any, Any]:
    """Make the columns, and the variance of the prior of each: centres, drifts, shared shifts, those of each kind."""
    kind = np.array([[k == name for name in kinds] for k, _ in every], float)
    years = np.array([[drift_years(case.as_of)] for _, case in every])
    place = np.array([[group in some for group in groups] for some in places], float)
    table = np.column_stack([kind, kind * years, place, *(place * kind[:, [k]] for k in range(len(kinds)))])
    counts = (len(kinds), len(kinds), len(groups), len(groups) * len(kinds))
    return table, np.repeat([1e4, DRIFT**2, SHARED**2, APART**2], counts)


def _alike(cases: list[Produced], off: Any) -> float:
    """Estimate the share of variance between shows, by the products of residuals over the pairs of one show."""
    shows: dict[str, list[float]] = defaultdict(list)
    for case, rest in zip(cases, off, strict=True):
        shows[case.show].append(float(rest))
    several = [some for some in shows.values() if len(some) > 1]
    products = sum((sum(some) ** 2 - sum(r * r for r in some)) / 2 / (len(some) - 1) for some in several)
    share = products / (sum(map(len, several)) / 2) / float(np.mean(off**2))
    return min(max(share, 0.0), 0.9)


def kept_share(folder: str, kind: str) -> float:
    """Give the share of seasons that came after such a fact; orders that were taken back have no date, but a note."""
    lost, settled = cancelled_after(folder, kind)
    if kind == "renewed":
        taken = sum("un-renewed" in row["notes"] for row in rows(folder, "milestones.csv"))
        lost, settled = max(lost, taken), settled + taken
    return 1 - (lost + 1) / (settled + 2)


# --- scores -------------------------------------------------------------------------------------------------------


class Unseen:
    """Models for one season: the lags of other shows, and a hazard that was not fitted to its fold."""

    def __init__(self, cases: Cases, kept: dict[str, float], models: list[Model], whole: Model) -> None:
        """Fit once without each show."""
        shows = {case.show for some in cases.values() for case in some}
        self._leads = {
            show: Leads(
                fit_kinds({k: [c for c in v if c.show != show] for k, v in cases.items()}, kept), HAZARD, LAG, TOGETHER
            )
            for show in sorted(shows)
        }
        self._models, self._whole = models, whole

    def model(self, case: Produced) -> Model:
        """Give the model that has not seen the show."""
        hazard = self._whole if case.fold is None else self._models[case.fold]
        return dataclasses.replace(hazard, leads=self._leads[case.show])


def fit_leads(
    folder: str, models: list[Model], whole: Model, slip: dict[str, Any]
) -> tuple[dict[str, Any], dict[str, Any], float]:
    """Fit all kinds; give the leads as the document holds them, the scores, and the haste inside windows."""
    cases = {kind: produced(folder, kind) for kind in KINDS}
    kept = {kind: kept_share(folder, kind) for kind in KINDS}
    unseen = Unseen(cases, kept, models, whole)
    document = {
        "hazard": HAZARD,
        "lag": LAG,
        "kinds": {kind: dataclasses.asdict(lead) for kind, lead in fit_kinds(cases, kept).items()},
        "together": TOGETHER,
    }
    inside = _windows(folder, cases)
    haste = _haste(inside, unseen, slip)
    scores = {}
    for kind, some in cases.items():
        follow = [case for case in some if case.case.seasons]
        for name, wait in ((kind, 0), (f"{kind}, four weeks later", FEW_WEEKS)):
            scores[name] = _score(follow, unseen, [other for other in some if other.case.seasons or wait == 0], wait)
    scores["filming-wrapped, its start known too"] = _score_both(cases, unseen)
    scores["filmed, and an official window"] = _score_windows(inside, unseen, {**slip, "haste": haste})
    return document, scores, haste


def _score(follow: list[Produced], unseen: Unseen, others: list[Produced], wait: int) -> dict[str, Any]:
    mine, bare, rival = [], [], []
    for case in follow:
        as_of = case.as_of + dt.timedelta(wait)
        if case.came <= as_of:
            continue
        model = unseen.model(case)
        told = dataclasses.replace(case.case, milestones=(case.fact,))
        mine.append(measure(distribution(told, as_of, model), case.came))
        bare.append(measure(distribution(case.case, as_of, model), case.came))
        lags = [lag(other) for other in others if other.show != case.show]
        rival.append(_rival(case, as_of, [days for days in lags if days > wait]))
    return {"mine": mine, "bare": bare, "rival": rival, "shows": len({case.show for case in follow})}


def _score_both(cases: Cases, unseen: Unseen) -> dict[str, Any]:
    """Score the wrap and the start of filming together, beside the wrap alone and the lags of all wraps."""
    starts = {(case.show, case.season): case for case in cases["filming-started"]}
    wraps = [case for case in cases["filming-wrapped"] if case.case.seasons]
    mine, bare, rival = [], [], []
    both = [(wrap, start) for wrap in wraps if (start := starts.get((wrap.show, wrap.season)))]
    both = [(wrap, start) for wrap, start in both if start.as_of < wrap.as_of]
    for wrap, start in both:
        model = unseen.model(wrap)
        known = [dataclasses.replace(wrap.case, milestones=told) for told in ((start.fact, wrap.fact), (wrap.fact,))]
        mine.append(measure(distribution(known[0], wrap.as_of, model), wrap.came))
        bare.append(measure(distribution(known[1], wrap.as_of, model), wrap.came))
        rival.append(_rival(wrap, wrap.as_of, [lag(other) for other in wraps if other.show != wrap.show]))
    return {"mine": mine, "bare": bare, "rival": rival, "shows": len({wrap.show for wrap, _ in both})}


def _rival(case: Produced, as_of: dt.date, lags: list[int]) -> Score:
    """Score the distribution of all known lags, by its own quantiles."""
    days = sorted(set(lags))
    knots = [case.as_of.toordinal() + day + 0.0 for day in days]
    shares = [lags.count(b) / 2 + lags.count(a) / 2 for a, b in pairwise(days)]
    total = sum(shares)
    return measure(Spread(knots, [share / total for share in shares]).known(as_of), case.came)


# --- official plans -----------------------------------------------------------------------------------------------


@dataclasses.dataclass(frozen=True)
class Inside:
    """A season that was filmed, or being filmed, and whose official vague window stood; `as_of` both were known."""

    made: Produced
    window: Milestone
    as_of: dt.date


def _windows(folder: str, cases: Cases) -> list[Inside]:
    """Give each season once, from its wrap if that was known, with the last window said."""
    said = {
        (plain(row["show"]), int(row["season"])): (found[0], row["release_window_announced_on"])
        for row in read_milestones(folder)
        if (found := windows_said(row))
    }
    inside: dict[tuple[str, int], Inside] = {}
    for kind in ("filming-wrapped", "filming-started"):
        for made in cases[kind]:
            key = made.show, made.season
            (start, end), on = said.get(key, ((dt.date.max, dt.date.max), ""))
            as_of = max(made.as_of, hear(on).middle if on else made.as_of)
            if start <= made.came < end and (end - start).days >= VAGUE and as_of < made.came and key not in inside:
                inside[key] = Inside(made, Milestone("window-announced", made.season, start, end), as_of)
    return [inside[key] for key in sorted(inside)]


def _haste(some: list[Inside], unseen: Unseen, slip: dict[str, Any]) -> float:
    """Measure how many times the rate of the forecast seasons come at, inside official windows that were kept.

    With hazards h times those told, minus the log of what was left of the window's share is exponential with mean
    1/h. The estimate is drawn to 1 by as much as HASTE_POOL seasons of just that.
    """
    left = 0.0
    for one in some:
        told = _told(one, unseen, {**slip, "haste": 1.0, "window-announced": 0.0})
        left -= math.log(max(told.survival(one.made.came - dt.timedelta(1)), 1e-6))
    return round((len(some) + HASTE_POOL) / (left + HASTE_POOL), 3)


def _told(one: Inside, unseen: Unseen, slip: dict[str, Any], *, window: bool = True) -> Any:
    facts = (one.made.fact, one.window) if window else (one.made.fact,)
    model = dataclasses.replace(unseen.model(one.made), slip=slip)
    return distribution(dataclasses.replace(one.made.case, milestones=facts), one.as_of, model)


def _score_windows(some: list[Inside], unseen: Unseen, slip: dict[str, Any]) -> dict[str, Any]:
    mine = [measure(_told(one, unseen, slip), one.made.came) for one in some]
    bare = [measure(_told(one, unseen, slip, window=False), one.made.came) for one in some]
    return {"mine": mine, "bare": bare, "rival": None, "shows": len({one.made.show for one in some})}


def slips(folder: str) -> dict[str, Any]:
    """Measure how often an official window or a listed day was missed, and by how many days.

    Windows: `release_window_text` of milestones.csv, the last said first. Days: those that the databases listed on
    2024-11-10, against the premieres that followed; with half a case added, as so few were missed.
    """
    from fit_lags import missed

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
