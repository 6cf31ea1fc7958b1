"""What the forecast asks of a model: the two questions, as a protocol, so that any model can be scored alike."""

from __future__ import annotations

import datetime as dt
from typing import Protocol

from showstatus.forecast.features import Case

LEVELS = tuple(step / 20 for step in range(1, 20))
"""The quantile levels that are written out and scored: 0.05 to 0.95."""
HORIZONS = (12, 24, 36)
"""Months after the end of the last season for which odds are told."""
MEDIAN, LONGEST_MONTHS = 0.5, 60
"""Quantiles are conditional on a return within so many months of the last premiere."""


class Quantiles(Protocol):
    """When the next season premieres, if it does: a distribution over days."""

    def quantile(self, p: float) -> dt.date:
        """The day by which a share `p` (0 to 1, both excluded) of the probability is used up."""
        ...


class Engine(Protocol):
    """A model: pure functions of a case and a day."""

    def distribution(self, case: Case, as_of: dt.date) -> Quantiles:
        """When the next season comes, given that it comes and has not by `as_of`."""
        ...

    def odds(self, case: Case, as_of: dt.date) -> dict[int, float]:
        """The probability that it comes within 12, 24 and 36 months of the last season's end."""
        ...


def interval(spread: Quantiles, level: float) -> tuple[dt.date, dt.date]:
    """The central interval that holds a share `level` of the probability: first and last day, both included."""
    tail = round((1 - level) / 2, 6)
    return spread.quantile(tail), spread.quantile(round(1 - tail, 6))


def odds_of(case: Case, as_of: dt.date, engine: Engine) -> dict[int, float]:
    """The odds a model gives, as probabilities of four digits that never fall as the horizon grows."""
    told = engine.odds(case, as_of)
    odds: dict[int, float] = {}
    for months in HORIZONS:
        odds[months] = max(round(min(max(told[months], 0.0), 1.0), 4), *odds.values(), 0.0)
    return odds


def shipped() -> Engine:
    """The model that ships with the program; its numbers are read at the first question."""
    return _Shipped()


class _Shipped:
    """The shipped model; what the hazard says of a show is kept for the next question about it."""

    def __init__(self) -> None:
        from showstatus.forecast import model

        self._model = model

    def distribution(self, case: Case, as_of: dt.date) -> Quantiles:
        return self._model.distribution(case, as_of)

    def odds(self, case: Case, as_of: dt.date) -> dict[int, float]:
        return self._model.odds(case, as_of)
