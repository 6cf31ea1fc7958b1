"""Fit the lags that the first release-window estimate runs on, and say how good they are.

    python tools/fit_lags.py DATA_DIR [--output src/showstatus/forecast/lags.json]

DATA_DIR holds seasons.csv.gz and milestones.csv. Only the standard library is used, and there is no chance in it: the
same data give the same bytes. It prints the fitted lags and how each does on shows that its numbers have not seen.
"""

from __future__ import annotations

import argparse
import datetime as dt
import functools
import json
import math
import os.path
import statistics
import sys
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(ROOT, "src"))

from lags_data import (  # noqa: E402
    FIRST_YEAR,
    KINDS,
    LAST_DAY,
    LONGEST,
    MIN_VOTES,
    SHORTEST,
    Case,
    Row,
    cases_from,
    day_of,
    read_gaps,
    read_milestones,
    windows_said,
)
from showstatus.forecast import lags, window  # noqa: E402
from showstatus.forecast.features import OwnLag  # noqa: E402
from showstatus.forecast.lag_case import Anchor, LagCase  # noqa: E402

POOL = 6.0  # shows; a group of n keeps n/(n+POOL) of its offset. From 3 to 12 the scores hardly differ
SPREAD_POOL = 20.0  # seasons; the same for the spread inside a platform
HASTE_POOL = 10.0  # seasons; few windows are known, and those are of hits
BEND = 0.5  # Huber's bend, in log days: one freak lag must not move a small group
CLIP = 1.2  # log days; a factor 3.3
FOLDS = 10  # for the gaps; each fold holds whole shows. The other anchors leave out one show at a time
STRAGGLERS = {"shift": 0.7, "spread": 0.7}  # judged: what has not come yet is not in the sample
ABOUT = {
    "_": "Lags from a dated fact to the premiere, in days. Made by tools/fit_lags.py; do not edit.",
    "anchors": "Per kind of anchor: n seasons of so many shows; their median_days and sigma (standard deviation of the "
    "log lag) as they are; then the model: log lag = log centre_days + the shifts of the show's platform, genre group "
    "and drop style, with standard deviation spread. Shifts are pooled: n shows keep n/(n+6) of their own. own_weight "
    "is the share of the variance between shows: how far a show's own earlier lags count.",
    "covid_and_strikes": "Disrupted seasons are in: left out, the intervals cover no more and often less (see scores).",
    "official_windows": "Vague windows said officially: missed of n, by median_slip_days. Inside one that is kept, "
    "seasons come at haste times the rate of the lag (haste_n seasons, drawn to 1).",
    "scores": "As of the anchor's day, on shows not fitted to (haste and slips apart): the share of premieres inside "
    "the 80 % and 50 % intervals; median error, lateness (bias) and width of the 80 % interval, in days.",
    "shared_error": "Correlation of the errors of two estimates of one day, from the anchor and the previous premiere.",
    "stragglers": "The share of gaps longer than five years; their shift and spread are judged, not fitted.",
}


def missed(rows: Iterable[Row]) -> dict[str, Any]:
    """Count the official vague windows that the premiere missed."""
    judged = [(said, came) for row in rows if (came := day_of(row["premiere"])) for said in windows_said(row)]
    slips = [(came - end).days + 1 for (start, end), came in judged if not start <= came < end]
    rate = _short(len(slips) / len(judged))
    return {"median_slip_days": statistics.median(slips), "missed": len(slips), "n": len(judged), "slip_rate": rate}


def fit(cases: list[Case]) -> dict[str, Any]:
    """Fit one anchor: centre, pooled shifts by group, spread, and how alike the seasons of one show are."""
    centre, shifts, kept = _shifts(cases)
    bent = [max(-CLIP, min(CLIP, residual)) for residual in _residuals(cases, centre, shifts)]
    # The shifts have eaten freedom; it is counted in shows, because the seasons of one show are alike.
    shows = len({case.show for case in cases})
    correction = shows / (shows - 1 - sum(sum(some.values()) for some in kept.values()))
    variance = correction * statistics.fmean(r * r for r in bent)
    tables: dict[str, dict[str, dict[str, Any]]] = {}
    for by, some in shifts.items():
        inside = {name: [r for r, case in zip(bent, cases, strict=True) if case.groups[by] == name] for name in some}
        tables[by] = {name: {"n": len(inside[name]), "shift": _short(shift)} for name, shift in some.items()}
        if by == "platforms":
            for name, rest in inside.items():
                squares = correction * sum(r * r for r in rest) + SPREAD_POOL * variance
                tables[by][name]["spread"] = _short(math.sqrt(squares / (len(rest) + SPREAD_POOL)))
    return {
        "centre_days": round(math.exp(centre), 1),
        "median_days": statistics.median(case.days for case in cases),
        "n": len(cases),
        "own_weight": _short(_alike(cases, bent)),
        "shows": shows,
        "sigma": _short(statistics.pstdev(math.log(case.days) for case in cases)),
        "spread": _short(math.sqrt(variance)),
        **tables,
    }


Shifts = dict[str, dict[str, float]]


def _shifts(cases: list[Case]) -> tuple[float, Shifts, Shifts]:
    """Find the centre, each group's shift, and the share of its own shift that each group keeps."""
    kept: Shifts = {}
    for by in ("platforms", "genres", "styles"):
        members: dict[str, set[str]] = defaultdict(set)
        for case in cases:
            members[case.groups[by] or ""].add(case.show)
        kept[by] = {name: len(s) / (len(s) + POOL) for name, s in sorted(members.items()) if name and len(s) > 1}
    shifts: Shifts = {by: dict.fromkeys(some, 0.0) for by, some in kept.items()}
    centre = _huber([math.log(case.days) for case in cases])
    for _ in range(6):  # backfitting; the sixth round changes nothing that is kept
        for by, some in kept.items():
            left: dict[str, list[float]] = defaultdict(list)
            for case, residual in zip(cases, _residuals(cases, centre, shifts), strict=True):
                left[case.groups[by] or ""].append(residual)
            shifts[by] = {name: (_huber(left[name]) + shifts[by][name]) * share for name, share in some.items()}
        centre += _huber(_residuals(cases, centre, shifts))
    return centre, shifts, kept


def _residuals(cases: list[Case], centre: float, shifts: Shifts) -> list[float]:
    return [
        math.log(case.days) - centre - sum(shifts[by].get(name or "", 0.0) for by, name in case.groups.items())
        for case in cases
    ]


def _huber(values: list[float]) -> float:
    """Find Huber's location estimate: the mean, but no value pulls harder than one that is BEND away."""
    middle = statistics.median(values)
    for _ in range(15):
        weights = [min(1.0, BEND / max(abs(value - middle), 1e-9)) for value in values]
        middle = sum(w * value for w, value in zip(weights, values, strict=True)) / sum(weights)
    return middle


def _alike(cases: list[Case], residuals: list[float]) -> float:
    """Estimate the share of variance between shows, by the products of residuals over the pairs of one show.

    A show of m seasons has m(m-1)/2 pairs but weighs m/2, or the long runners would decide alone.
    """
    shows: dict[str, list[float]] = defaultdict(list)
    for case, residual in zip(cases, residuals, strict=True):
        shows[case.show].append(residual)
    several = [some for some in shows.values() if len(some) > 1]
    products = sum((sum(some) ** 2 - sum(r * r for r in some)) / 2 / (len(some) - 1) for some in several)
    share = products / (sum(len(some) for some in several) / 2) / statistics.fmean(r * r for r in residuals)
    return max(0.0, min(0.9, share))


def _short(number: float) -> float:
    return round(number, 4)


# --- scoring ----------------------------------------------------------------------------------------------------

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
        "coverage50": _short(statistics.fmean(hits50)),
        "coverage80": _short(statistics.fmean(hits80)),
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
    return {"haste": _short((n + HASTE_POOL) / (sum(left.values()) + HASTE_POOL)), "haste_n": n}


# --- the command ------------------------------------------------------------------------------------------------


def build(folder: str) -> dict[str, Any]:
    """Make the whole document, scores included."""
    rows, gaps = read_milestones(folder), read_gaps(folder)
    cases = {"premiere": [case for case in gaps if case.days <= LONGEST]}
    cases |= {kind: cases_from(rows, kind) for kind in KINDS}
    document: dict[str, Any] = {
        "_about": ABOUT,
        "anchors": {kind: fit(some) for kind, some in cases.items()},
        "fitted_from": {
            "milestones.csv": f"{len(rows)} rows; without planned and inferred dates and bare years",
            "seasons.csv.gz": f"{len(cases['premiere'])} gaps of {SHORTEST} to {LONGEST} days that ended {FIRST_YEAR} "
            f"to {LAST_DAY}, shows with at least {MIN_VOTES} votes, without rows flagged not_after_previous_season",
        },
        "official_windows": {**missed(rows), "haste": 1.0, "haste_n": 0},
        "shared_error": 0.0,
        "stragglers": {"share": _short(1 - len(cases["premiere"]) / len(gaps)), **STRAGGLERS},
    }
    numbers = unseen(cases, document)
    document["shared_error"] = _short(shared_error(cases, numbers))
    document["official_windows"] |= haste(cases, numbers)
    calm = unseen({kind: [case for case in some if not case.disrupted] for kind, some in cases.items()}, document)
    document["scores"] = scores = {
        "premiere": score(cases["premiere"], numbers),
        "premiere, a year later": score(cases["premiere"], numbers, waited=365),
    }
    for kind in KINDS:
        scores[kind] = score(cases[kind], numbers)
        scores[f"{kind}, fitted without covid and strikes"] = score(cases[kind], calm)
        with_window = [case for case in cases[kind] if case.official and case.said_on]
        scores[f"{kind} and official window"] = score(with_window, numbers, official=True)
    return document


def show(document: dict[str, Any]) -> None:
    """Print what was fitted and how well it does."""
    print(f"{'anchor':<18}{'n':>6}{'shows':>7}{'median':>8}{'sigma':>7}{'spread':>8}{'own':>6}")
    for kind, lag in document["anchors"].items():
        print(
            f"{kind:<18}{lag['n']:>6}{lag['shows']:>7}{lag['median_days']:>8.0f}{lag['sigma']:>7.2f}"
            f"{lag['spread']:>8.2f}{lag['own_weight']:>6.2f}"
        )
        for by in ("genres", "styles", "platforms"):
            most = sorted(lag[by].items(), key=lambda item: -item[1]["n"])[:8]
            if most:
                print(f"  {by}: " + ", ".join(f"{name} {g['shift']:+.2f} ({g['n']})" for name, g in most))
    for name in ("official_windows", "stragglers", "shared_error"):
        print(f"{name}: {document[name]}")
    print(f"\n{'on shows not fitted to':<52}{'n':>6}{'80 %':>7}{'50 %':>7}{'error':>7}{'bias':>7}{'width':>7}")
    for name, s in document["scores"].items():
        print(f"{name:<52}{s['n']:>6}{s['coverage80']:>7.2f}{s['coverage50']:>7.2f}", end="")
        print("".join(f"{s[what]:>7.0f}" for what in ("median_error_days", "bias_days", "median_width80_days")))


def main() -> None:
    """Fit, print, write."""
    parser = argparse.ArgumentParser(description="Fit the lags behind the release-window estimate.")
    parser.add_argument("data", metavar="DATA_DIR")
    parser.add_argument("--output", default=os.path.join(ROOT, "src", "showstatus", "forecast", "lags.json"))
    options = parser.parse_args()
    document = build(options.data)
    show(document)
    with open(options.output, "w", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps(document, indent=1, sort_keys=True, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
