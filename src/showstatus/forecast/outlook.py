"""The one read model of `forecast SHOW`: what is forecast of a show on a day, and what that rests on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from showstatus.claims import Instalment
from showstatus.forecast.analogues import Gap
from showstatus.forecast.case import case_of, subject_of
from showstatus.forecast.engine import LEVELS, MEDIAN, Engine, Quantiles, interval, odds_of
from showstatus.forecast.estimate import OPEN
from showstatus.forecast.explain import Explanation, explain, sentences
from showstatus.forecast.lag_case import lag_case
from showstatus.forecast.window import LagQuantiles, forecast
from showstatus.ledger.book import Entry
from showstatus.shows import Show
from showstatus.status import status

INTERVALS = (0.5, 0.8)
ROUGH = "The lags are those of seasons; of a film or a special they say only roughly when it comes."
_FINE = tuple(step / 100 for step in range(1, 100))


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What is forecast of a show on a day."""

    as_of: dt.date
    show: Show
    decision: str
    coming: Instalment | None
    """What the forecast is about; None where nothing can be forecast."""
    why_not: str | None
    quantiles: dict[float, dt.date]
    """By `LEVELS`; empty where nothing can be forecast."""
    fine: tuple[dt.date, ...]
    """The quantiles 0.01 to 0.99, to draw."""
    intervals: dict[float, tuple[dt.date, dt.date]]
    """By share of the probability: first and last day, both included."""
    odds: dict[int, float] | None
    """By months after the last season's end; None where the decision is known."""
    told: Explanation | None
    because: tuple[str, ...]
    elapsed: float = 0.0
    """The chance that it has come since anybody looked; the days are for the case that it has not."""

    @property
    def median(self) -> dt.date | None:
        """The day by which it has come with even odds."""
        return self.quantiles.get(MEDIAN)


def outlook(
    entry: Entry, as_of: dt.date, engine: Engine, gaps: Iterable[Gap] = (), season: int | None = None
) -> Outlook:
    """Forecast what comes next of a show, or one season; `gaps` are those that analogues are chosen from."""
    stand = status(entry.show, entry.claims, as_of)
    subject = subject_of(entry.show, stand, season)
    if subject.instalment is None:
        return _nothing(entry.show, stand.decision, as_of, subject.why_not)
    case = case_of(entry, stand, subject.instalment)
    of_season = subject.instalment.kind == "season"
    spread: Quantiles
    if of_season and not subject.instalment.part:
        spread = engine.distribution(case, as_of)
        told = explain(case, as_of, engine, gaps, entry.show.slug)
        gone = told.elapsed
        because = sentences(case, as_of, spread, told)
    else:
        known = lag_case(entry, stand, subject.instalment)
        spread, told = LagQuantiles(known, as_of), None
        window = forecast(known, as_of)
        gone = window.elapsed if window is not None else 0.0
        because = (*(window.because if window is not None else ()), *(() if of_season else (ROUGH,)))
    return Outlook(
        as_of=as_of,
        show=entry.show,
        decision=stand.decision,
        coming=subject.instalment,
        why_not=None,
        quantiles={level: spread.quantile(level) for level in LEVELS},
        fine=tuple(spread.quantile(level) for level in _FINE),
        intervals={level: interval(spread, level) for level in INTERVALS},
        odds=odds_of(case, as_of, engine) if stand.decision in OPEN and stand.pin is None and of_season else None,
        told=told,
        because=because,
        elapsed=gone,
    )


def _nothing(show: Show, decision: str, as_of: dt.date, why_not: str | None) -> Outlook:
    return Outlook(
        as_of=as_of,
        show=show,
        decision=decision,
        coming=None,
        why_not=why_not,
        quantiles={},
        fine=(),
        intervals={},
        odds=None,
        told=None,
        because=(),
    )
