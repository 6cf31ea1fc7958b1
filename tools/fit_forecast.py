"""Fit the forecast, judge it on shows and years it has not seen, and write its numbers and its tables.

    python tools/fit_forecast.py DATA_DIR [--output FILE] [--docs FOLDER | --no-docs]

Needs numpy and lightgbm, which the program itself never loads. The same data, seed and versions give the same bytes.
Cases, folds and labels are defined in forecast_data.py, scores and rivals in forecast_score.py, the two ensembles in
forecast_trees.py, what production tells in forecast_leads.py. Every forecast that is scored comes out of the code that
ships, from numbers that were fitted to four fifths of the shows (or, by time, to what was over before).
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import os.path
import time
from typing import Any

import lightgbm
import numpy as np

from forecast_data import FIRST_YEAR, FOLDS, JUDGED, LAST_DAY, ROOT, Origin, origins
from forecast_judge import by_show, by_time
from forecast_leads import fit_leads, slips
from forecast_open import fit_silence, followed
from forecast_report import write_report
from forecast_trees import EDGES, HAZARD, RETURNS, SEED, fit_hazard, fit_returns
from showstatus.forecast import model as shipped
from showstatus.forecast.silence import Silence

ABOUT = {
    "_": "When and whether the next season comes. Made by tools/fit_forecast.py; do not edit.",
    "edges": "Bins of days since the last premiere.",
    "hazard": "Trees whose sum, plus base, is the logit of a premiere within a week, given none before.",
    "leads": "Per kind of milestone, the lag from it to the premiere: its logarithm (days) is Student t (5 degrees of "
    "freedom) of this scale around centre + the shifts of platform and genre group + drift a year beside mid-2021; "
    "alike: the share of the variance between shows; kept: the share of such seasons that came at all. The lag's "
    "density to the power of lag is multiplied with the hazard's to that of hazard; together: the powers of the lags "
    "from the wrap and from the start of filming, where both are known.",
    "paces": "Per model and platform (pooled; '' for others): mean log gap and share of yearly gaps; share of returns.",
    "returns": "Trees whose sum, plus base, is the logit of a return within 36 months of the finale.",
    "silence": "Of shows that never return, the share of which nobody ever says so (floor), and the months in which "
    "half of the others are said to be over; pace: a day after a finale since 2021, in days of the years fitted to, "
    "by type; counts for the odds only.",
    "slip": "Share of official windows and days that were missed; half-life of the delay in days; haste: how many "
    "times the rate of the forecast seasons come at inside a vague window; _n: missed, of.",
    "trees": "feature, split and right are lists over all nodes in preorder; the left child of node i is i + 1, its "
    "right child right[i]; right 0 is a leaf and split its value. A category goes left when its code is in "
    "sets[split], anything else when it is at most split. roots: where trees begin. features: what feature counts.",
}

Document = dict[str, Any]


def fit(some: list[Origin]) -> Document:
    """Fit all but what production tells."""
    hazard, paces = fit_hazard(some)
    returns, rates = fit_returns(some)
    return {
        "edges": EDGES,
        "hazard": hazard,
        "leads": {"hazard": 1.0, "kinds": {}, "lag": 1.0, "together": (1.0, 0.0)},
        "paces": {"hazard": paces, "returns": rates},
        "returns": returns,
        "silence": {"floor": 0.1, "half_life": 3.0, "pace": {}},
        "slip": {"date-announced": 0.05, "days": 90.0, "haste": 1.0, "window-announced": 0.1},
    }


def fitted_from(every: list[Origin]) -> Document:
    """Say what went in."""
    return {
        "finales": [FIRST_YEAR, JUDGED[1]],
        "gaps": sum(o.gap is not None and FIRST_YEAR <= o.finale.year <= JUDGED[1] for o in every),
        "last_day": LAST_DAY.isoformat(),
        "returns": sum(o.old_enough and o.finale.year >= FIRST_YEAR for o in every),
        "seed": SEED,
        "settings": {"hazard": HAZARD, "returns": RETURNS},
        "versions": {"lightgbm": lightgbm.__version__, "numpy": np.__version__},
    }


def main() -> None:
    """Fit, judge, print, write."""
    parser = argparse.ArgumentParser(description="Fit the forecast of premieres and renewals.")
    parser.add_argument("data", metavar="DATA_DIR")
    parser.add_argument("--output", default=os.path.join(ROOT, "src", "showstatus", "forecast", "model.json"))
    parser.add_argument("--docs", default=os.path.join(ROOT, "docs", "explanation"))
    parser.add_argument("--no-docs", action="store_true")
    options = parser.parse_args()
    begun = time.monotonic()
    every = origins(options.data)
    document = {"_about": ABOUT, "fitted_from": fitted_from(every), **fit(every)}
    parts = [shipped.from_json(fit([o for o in every if o.fold != k])) for k in range(FOLDS)]
    slip = slips(options.data)
    document["leads"], leads, slip["haste"] = fit_leads(options.data, parts, shipped.from_json(document), slip)
    document["slip"] = slip
    document["silence"], follow = fit_silence(followed(options.data), parts)
    parts = [dataclasses.replace(part, silence=Silence(**document["silence"])) for part in parts]
    with open(options.output, "w", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":")) + "\n")
    print(f"fitted and written after {time.monotonic() - begun:.0f} s", flush=True)
    judged = by_show(every, parts)
    scores: Document = {
        "show": judged,
        "time": by_time(options.data, lambda some: shipped.from_json(fit(some))),
        "follow": follow,
        "leads": leads,
        "slip": slip,
    }
    write_report(scores, None if options.no_docs else options.docs)
    print(f"all done after {time.monotonic() - begun:.0f} s")


if __name__ == "__main__":
    main()
