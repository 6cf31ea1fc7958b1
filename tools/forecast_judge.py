"""Judge the forecast on shows it was not fitted to, and on later years."""

from __future__ import annotations

import datetime as dt
import statistics
from collections.abc import Callable
from typing import Any

from forecast_data import FOLDS, MONTH, Origin, origins
from forecast_score import Rivals, Score, measure, odds_summary, summary
from showstatus.forecast import model as shipped
from showstatus.forecast.model import Model

WAITS = (0, 6, 12, 18)  # months after the finale
TIME_CUT = dt.date(2018, 12, 31)  # by time: fitted to what was known then, judged on finales of the three years after


def days(months: int) -> int:
    """Give whole days."""
    return round(months * MONTH)


def by_show(every: list[Origin], parts: list[Model]) -> dict[str, Any]:
    """Score each judged case with the model that was not fitted to its show; the rivals likewise."""
    rivals = [Rivals([o for o in every if o.fold != k]) for k in range(FOLDS)]
    return judge([o for o in every if o.judged], lambda o: parts[o.fold], lambda o: rivals[o.fold])


def by_time(folder: str, fit: Callable[[list[Origin]], Model]) -> dict[str, Any]:
    """Fit to what had premiered by TIME_CUT and score finales after it."""
    past = origins(folder, TIME_CUT)
    # A show is old enough only if 36 months had passed on that day.
    settled = [o for o in past if (TIME_CUT - o.finale).days >= 36 * MONTH]
    model, rivals = fit(settled), Rivals(settled)
    later = [o for o in origins(folder) if o.finale > TIME_CUT and o.judged]
    return judge(later, lambda _: model, lambda _: rivals)


def judge(some: list[Origin], model: Callable[[Origin], Model], rivals: Callable[[Origin], Rivals]) -> dict[str, Any]:
    """Score premieres by months waited, and the odds at the finale."""
    found: dict[str, Any] = {"waits": {}}
    for months in WAITS:
        mine: list[Score] = []
        others = []
        for o in some:
            waited = o.known.finale - o.known.premiere + days(months)
            if o.gap is None or o.gap <= waited:
                continue
            as_of = o.finale + dt.timedelta(days(months))
            mine.append(measure(shipped.distribution(o.case, as_of, model(o)), o.came or dt.date.max))
            others.append(rivals(o).losses(o, waited))
        platform, last, point, error = ([losses[i] for losses in others] for i in range(4))
        found["waits"][months] = {
            "mine": summary(mine),
            "places": [s.place for s in mine],
            "platform": statistics.fmean(platform),
            "last": statistics.fmean(last),
            "point": statistics.fmean(point),
            "point_error": statistics.median(error),
        }
    pairs: dict[int, list[tuple[float, int]]] = {m: [] for m in shipped.HORIZONS}
    for o in some:
        if o.old_enough:
            told = shipped.odds(o.case, o.finale, model(o))
            for m in shipped.HORIZONS:
                pairs[m].append((told[m], o.returned(m)))
    found["odds"] = {m: odds_summary(some) for m, some in pairs.items()}
    return found
