"""How long a show that will not return goes without anybody saying so.

On 2024-11-10 the databases called some of the silent shows ended or cancelled, and the others open. With the share
that the model expects to return, c, the open ones are c + (1 - c) u: u is the share of the others of which nobody had
said that they were over. What became of the shows afterwards is not used.
"""

from __future__ import annotations

import datetime as dt
import statistics
from collections import defaultdict

from forecast_data import MONTH, case_of, origins, shows
from showstatus.forecast import model as shipped
from showstatus.forecast.features import features

OPEN_DAY = dt.date(2024, 11, 10)
VOTES = 50  # below, nobody keeps the status
STEPS = (3, 6, 12, 18, 24, 36)  # months; the share is taken of what lies between two


def still_open(folder: str, model: shipped.Model) -> list[list[float]]:
    """Give [months since the finale, share], from [0, 1] on, falling."""
    open_shows: dict[int, list[bool]] = defaultdict(list)
    expected: dict[int, list[float]] = defaultdict(list)
    for some in shows(folder, OPEN_DAY).values():
        row = some[-1]
        if row["status_asof"] != OPEN_DAY.isoformat() or int(row["votes"] or 0) < VOTES:
            continue
        case = case_of(some)
        waited = (OPEN_DAY.toordinal() - features(case, case.seasons).finale) / MONTH
        if not 0 <= waited < STEPS[-1]:
            continue
        step = next(i for i, months in enumerate(STEPS) if waited < months)
        told = shipped.forecast(case, OPEN_DAY, model)
        open_shows[step].append(row["show_status"] not in ("Ended", "Canceled"))
        expected[step].append(told.comes)
    found, least = [[0.0, 1.0]], 1.0
    for step in sorted(open_shows):
        seen, comes = (sum(some) / len(some) for some in (open_shows[step], expected[step]))
        least = min(least, max(0.0, (seen - comes) / (1 - comes)))
        found.append([((STEPS[step - 1] if step else 0) + STEPS[step]) / 2, round(least, 4)])
    return found


def slower(folder: str) -> dict[str, float]:
    """Give, by type, the median gap that ended in 2017-2020 over that of 2021-2024: by what factor gaps have grown.

    Counted by the later premiere, so that what is still to come is missing from neither.
    """
    gaps: dict[str, dict[bool, list[int]]] = defaultdict(lambda: defaultdict(list))
    for origin in origins(folder):
        if origin.gap is not None and origin.came is not None and origin.came.year >= 2017:
            gaps[(origin.case.type or "").casefold()][origin.came.year >= 2021].append(origin.gap)
    return {
        kind: round(min(1.0, statistics.median(some[False]) / statistics.median(some[True])), 4)
        for kind, some in sorted(gaps.items())
    }
