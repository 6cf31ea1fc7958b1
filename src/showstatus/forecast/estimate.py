"""The window of what comes next: one answer for every view, from the model or, once it is filmed, from the lags.

Pure. What the model does not know (a first season, a later part, a film) is read from the lags as well.
"""

from __future__ import annotations

from showstatus.claims import Instalment
from showstatus.dates import LAST_DAY, ONE_DAY
from showstatus.forecast.case import case_of, subject_of
from showstatus.forecast.engine import Quantiles, shipped
from showstatus.forecast.explain import short
from showstatus.forecast.history import history
from showstatus.forecast.production import history_of, is_filmed
from showstatus.forecast.window import LEVELS, Forecast, forecast
from showstatus.ledger.book import Entry
from showstatus.status import Status


def estimate(entry: Entry, stand: Status, subject: Instalment) -> Forecast | None:
    """When an instalment that has not come will premiere; None where nothing tells."""
    asked = subject.number if subject.kind == "season" else None
    known = subject_of(entry.show, stand, asked)
    if subject.kind != "season" or subject.part or known.instalment is None:
        return forecast(history(entry.show, stand, subject), stand.as_of)
    case = case_of(entry, stand, known.instalment)
    if is_filmed(case):
        return forecast(history_of(case, stand.as_of), stand.as_of)
    engine = shipped()
    spread = engine.distribution(case, stand.as_of)
    return _window(spread, short(case, stand.as_of, engine, spread))


def _window(spread: Quantiles, because: tuple[str, ...]) -> Forecast:
    days = {str(level): spread.quantile(level) for level in LEVELS}
    last = days["0.9"]
    return Forecast(
        quantiles=days,
        start=days["0.1"],
        end=last + ONE_DAY if last < LAST_DAY else LAST_DAY,
        median=days["0.5"],
        level=0.8,
        basis="estimated",
        method="model",
        because=because,
    )
