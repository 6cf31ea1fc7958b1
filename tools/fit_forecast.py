"""Fit the forecast, judge it on shows and years it has not seen, and write its numbers and its tables.

    python tools/fit_forecast.py DATA_DIR [--output FILE] [--docs FOLDER | --no-docs]

Needs numpy and lightgbm, which the program itself never loads. The same data, seed and versions give the same bytes.
Cases, folds and labels are defined in forecast_data.py, scores and rivals in forecast_score.py, the two ensembles in
forecast_trees.py, what production tells in forecast_leads.py. Every forecast that is scored comes out of the code that
ships, from numbers that were fitted to four fifths of the shows (or, by time, to what was over before).
"""

from __future__ import annotations

import argparse
import json
import os.path
import time
from typing import Any

import lightgbm
import numpy as np

from forecast_data import FIRST_YEAR, FOLDS, JUDGED, LAST_DAY, ROOT, Origin, origins
from forecast_judge import by_show, by_time, follow_up
from forecast_leads import fit_leads, slips
from forecast_open import slower, still_open
from forecast_report import write_report
from forecast_trees import EDGES, HAZARD, RETURNS, SEED, fit_hazard, fit_returns
from showstatus.forecast import model as shipped

ABOUT = {
    "_": "When and whether the next season comes. Made by tools/fit_forecast.py; do not edit.",
    "edges": "Bins of days since the last premiere.",
    "hazard": "Trees whose sum, plus base, is the logit of a premiere within a week, given none before.",
    "leads": "Lag from a milestone to the premiere: its logarithm (days) is normal with mean centre + the shifts of "
    "platform and genre group and standard deviation spread; its density to the power of power times the hazard's to "
    "that of own; drift a year beside 2021. kept: the share of such seasons that came at all.",
    "open": "Months since the finale, and the share of shows that never return not yet said to be over.",
    "paces": "Per model and platform (pooled; '' for others): mean log gap and share of yearly gaps; share of returns.",
    "returns": "Trees whose sum, plus base, is the logit of a return within 36 months of the finale.",
    "slower": "By type: a day waited after a finale since 2022, in days of the years fitted to; counts for "
    "the odds only.",
    "slip": "Share of official windows and days that were missed; half-life of the delay in days; _n: missed, of.",
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
        "leads": {},
        "open": [[0.0, 1.0]],
        "paces": {"hazard": paces, "returns": rates},
        "returns": returns,
        "slower": {},
        "slip": {"date-announced": 0.05, "days": 90.0, "window-announced": 0.1},
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
    document["slip"] = slips(options.data)
    document["slower"] = slower(options.data)
    document["open"] = still_open(options.data, shipped.from_json(document))
    fifths = [
        {**fit([o for o in every if o.fold != k]), "open": document["open"], "slower": document["slower"]}
        for k in range(FOLDS)
    ]
    parts = [shipped.from_json(fifth) for fifth in fifths]
    document["leads"], leads = fit_leads(options.data, parts, shipped.from_json(document))
    with open(options.output, "w", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":")) + "\n")
    print(f"fitted and written after {time.monotonic() - begun:.0f} s", flush=True)
    judged = by_show(every, parts)
    scores: Document = {
        "show": judged,
        "time": by_time(options.data, lambda some: shipped.from_json(fit(some))),
        "follow": follow_up(options.data, parts),
        "leads": leads,
        "slip": document["slip"],
    }
    write_report(scores, None if options.no_docs else options.docs)
    print(f"all done after {time.monotonic() - begun:.0f} s")


if __name__ == "__main__":
    main()
