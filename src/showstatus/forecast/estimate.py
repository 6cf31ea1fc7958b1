"""What every view asks of the forecast: the window of what comes next, and the odds while nobody has decided.

Pure. The window comes from the model; that of what the model does not know, a first season, a later part or a film,
comes from the lags.
"""

from __future__ import annotations

from dataclasses import dataclass

from showstatus.claims import Instalment
from showstatus.dates import LAST_DAY, ONE_DAY
from showstatus.forecast.case import case_of, subject_of
from showstatus.forecast.engine import HORIZONS, Quantiles, odds_of, shipped
from showstatus.forecast.explain import elapsed, short
from showstatus.forecast.lag_case import lag_case
from showstatus.forecast.reference import reference_of
from showstatus.forecast.window import LEVELS, Forecast, forecast
from showstatus.ledger.book import Entry
from showstatus.status import Status

OPEN = ("pending", "unknown")
"""Decisions that leave open whether the show goes on; only then odds are told."""


@dataclass(frozen=True, slots=True)
class Odds:
    """How likely a show is to return within so many months of the end of its last season."""

    probability: float
    horizon_months: int
    reference_class: str
    """What shows of its kind are called, and how many of their gaps are known."""
    n: int


def renewal_odds(entry: Entry, stand: Status) -> Odds | None:
    """The odds of a return; None once somebody has decided, or where nothing like the show is known."""
    if stand.decision not in OPEN or stand.pin is not None:
        return None
    subject = subject_of(entry.show, stand).instalment
    if subject is None or subject.kind != "season":
        return None
    case = case_of(entry, stand, subject)
    reference = reference_of(case)
    if reference is None:
        return None
    return Odds(odds_of(case, stand.as_of, shipped())[HORIZONS[-1]], HORIZONS[-1], reference.words, reference.n)


def estimate(entry: Entry, stand: Status, subject: Instalment) -> Forecast | None:
    """When an instalment that has not come will premiere; None where nothing tells."""
    asked = subject.number if subject.kind == "season" else None
    known = subject_of(entry.show, stand, asked)
    if subject.kind != "season" or subject.part or known.instalment is None:
        return forecast(lag_case(entry, stand, subject), stand.as_of)
    case = case_of(entry, stand, known.instalment)
    engine = shipped()
    spread = engine.distribution(case, stand.as_of)
    gone = elapsed(case, stand.as_of, engine)
    return _window(spread, short(case, stand.as_of, engine, spread, gone), gone)


def _window(spread: Quantiles, because: tuple[str, ...], gone: float) -> Forecast:
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
        elapsed=gone,
    )
