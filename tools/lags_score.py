"""How good the fitted lags are on shows that their numbers have not seen, and what only such forecasts can tell."""

from __future__ import annotations

import datetime as dt
import functools
import math
import statistics
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from lags_data import KINDS, Case
from lags_model import fit, short
from showstatus.forecast import lags, window
from showstatus.forecast.features import OwnLag
from showstatus.forecast.lag_case import Anchor, LagCase

HASTE_POOL = 10.0  # seasons; few windows are known, and those are of hits
FOLDS = 10  # for the gaps; each fold holds whole shows. The other anchors leave out one show at a time

Numbers = Callable[[Case], lags.Lags]


def unseen(cases: dict[str, list[Case]], document: dict[str, Any]) -> Numbers:
    """Give, for a case, the numbers fitted without its show: as to gaps, without the tenth of the shows it is in."""

    @functools.cache
    def gaps(fold: int) -> dict[str, Any]:
        return fit([case for case in cases["premiere"] if _fold(case.show) != fold])

    @functools.cache
    def lead(kind: str, show: str) -> dict[str, Any]:
        return fit([case for case in cases[kind] if case.show != show])

    def numbers(case: Case) -> lags.Lags:
        kind = case.anchor.kind
        anchors = {"premiere": gaps(_fold(case.show))}
        if kind != "premiere":
            anchors[kind] = lead(kind, case.show)
        return lags.from_json({**document, "anchors": anchors})

    return numbers


def _fold(show: str) -> int:
    return zlib.crc32(show.encode()) % FOLDS


def history(case: Case, cases: Iterable[Case] = (), *, official: bool = False) -> LagCase:
    """Put together what was known: the previous premiere too, and out of `cases` the show's own earlier lags."""
    anchors = [case.anchor]
    if case.before:
        anchors.append(Anchor("premiere", case.before, 1, case.before.isoformat()))
    own = tuple(
        OwnLag(other.anchor.kind, other.season, other.days)
        for other in cases
        if other.show == case.show and other.season < case.season
    )
    said = case.official if official else None
    return LagCase(case.platform, case.genres, case.release, own, tuple(anchors), said)


def score(cases: list[Case], numbers: Numbers, *, official: bool = False, waited: int = 0) -> dict[str, Any]:
    """Score forecasts made `waited` days after the anchor (or when the official window was said, if that is later)."""
    mine: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        mine[case.show].append(case)
    hits80, hits50, late, widths = [], [], [], []
    for case in cases:
        as_of = case.anchor.day + dt.timedelta(waited)
        if official:
            as_of = max(as_of, case.said_on or dt.date.max)
        came = case.anchor.day + dt.timedelta(case.days)
        if came < as_of:
            continue
        known = history(case, mine[case.show], official=official)
        result = window.estimate(known, as_of, numbers(case))
        assert result is not None
        hits80.append(result.start <= came < result.end)
        hits50.append(result.quantiles["0.25"] <= came <= result.quantiles["0.75"])
        late.append((came - result.median).days)
        widths.append((result.end - result.start).days)
    return {
        "bias_days": statistics.median(late),
        "coverage50": short(statistics.fmean(hits50)),
        "coverage80": short(statistics.fmean(hits80)),
        "median_error_days": statistics.median(map(abs, late)),
        "median_width80_days": statistics.median(widths),
        "n": len(late),
    }


def shared_error(cases: dict[str, list[Case]], numbers: Numbers) -> float:
    """Measure how the errors of a lead anchor and of the previous premiere go together, each in its own spreads."""
    pairs = []
    for kind in KINDS:
        for case in cases[kind]:
            if case.before is None:
                continue
            known, seen = history(case), numbers(case)
            lead, back = (window.read_lag(known, anchor, seen).curve for anchor in known.anchors)
            days = math.exp(lead.mu)
            middle, spread = window.after(back, lead.origin)
            other = (case.days - (middle - lead.origin).days) / spread
            pairs.append(((case.days - days) / (lead.sigma * days), other))
    squares = math.sqrt(sum(a * a for a, _ in pairs) * sum(b * b for _, b in pairs))
    return sum(a * b for a, b in pairs) / squares


def haste(cases: dict[str, list[Case]], numbers: Numbers) -> dict[str, Any]:
    """Measure how many times the rate of the lag seasons come at, inside official vague windows that were kept.

    With hazards h times those of the lag, minus the log of what was left of the lag's share of the window is
    exponential with mean 1/h. The estimate is drawn to 1 by as much as HASTE_POOL seasons of just that.
    """
    left: dict[tuple[str, int], float] = {}
    for case in (case for kind in KINDS for case in cases[kind]):
        came = case.anchor.day + dt.timedelta(case.days)
        if not case.official or not case.official[0] <= came < case.official[1] or (case.show, case.season) in left:
            continue
        told = window.read(history(case, cases[case.anchor.kind]), numbers(case))
        assert told is not None
        curve, last = told.curve, case.official[1] - dt.timedelta(1)
        first = max(case.official[0], case.anchor.day, case.said_on or dt.date.min)
        if came >= first:
            to_come = curve.mass((came - curve.origin).days, (last - curve.origin).days + 0.5)
            left[case.show, case.season] = -math.log(to_come / lags.mass(curve, first, last))
    n = len(left)
    return {"haste": short((n + HASTE_POOL) / (sum(left.values()) + HASTE_POOL)), "haste_n": n}
