"""Fit the lags that the first release-window estimate runs on, and say how good they are.

    python tools/fit_lags.py DATA_DIR [--output src/showstatus/forecast/lags.json]

DATA_DIR holds seasons.csv.gz and milestones.csv. Only the standard library is used, and there is no chance in it: the
same data give the same bytes. It prints the fitted lags and how each does on shows that its numbers have not seen.
"""

from __future__ import annotations

import argparse
import json
import os.path
import statistics
import sys
from collections.abc import Iterable
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
    Row,
    cases_from,
    day_of,
    read_gaps,
    read_milestones,
    windows_said,
)
from lags_model import fit, short  # noqa: E402
from lags_score import haste, score, shared_error, unseen  # noqa: E402

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
    rate = short(len(slips) / len(judged))
    return {"median_slip_days": statistics.median(slips), "missed": len(slips), "n": len(judged), "slip_rate": rate}


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
        "stragglers": {"share": short(1 - len(cases["premiere"]) / len(gaps)), **STRAGGLERS},
    }
    numbers = unseen(cases, document)
    document["shared_error"] = short(shared_error(cases, numbers))
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
