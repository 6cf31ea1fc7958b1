"""What silence says of a return: how likely a show still comes when nothing has, and nobody has said that it is over.

Two things end the silence: a premiere, or word that there will be none. A show that returns is silent for as long as
its gap lasts; of those that never return, fewer and fewer are still called open. Months have 30.4375 days. The
numbers are fitted by tools/forecast_open.py and ship in `model.json`.
"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

from showstatus.forecast.features import CATEGORIES, NUMBERS, Features
from showstatus.forecast.spread import Spread

_MONTH = 30.4375
_TYPE, _YEAR = CATEGORIES.index("type"), NUMBERS.index("year")
_PACED_FROM = 2021.0  # later seasons met the strikes of 2023, and the hazard knows few of them


@dataclass(frozen=True)
class Silence:
    """How both ends of a silence come about."""

    floor: float  # the share of the shows that never return of which nobody ever says so
    half_life: float  # months after a finale in which half of the others are said to be over
    pace: dict[str, float]  # by type: a day after a finale since 2021, in days of the years before

    def heard(self, known: Features, waited: Spread, within: float, now: float) -> tuple[float, Spread | None]:
        """Give the probability that a show returns at all, and when it would, if neither end has come by `now`.

        `waited` is what the hazard says at the finale, `within` the probability then of a return within 36 months.
        Bayes' rule; None where the hazard ends before `now`, a position in days.
        """
        unmarked = waited.known(dt.date.fromordinal(known.finale))
        ever = min(0.995, within / max(unmarked.before(known.finale + 0.5 + 36 * _MONTH), 0.05))
        pace = self.pace.get(known.categories[_TYPE], 1.0) if known.numbers[_YEAR] >= _PACED_FROM else 1.0
        silent = ever * (1.0 - unmarked.before(known.premiere + (now - known.premiere) * pace))
        over = (1.0 - ever) * self._still_open((now - 0.5 - known.finale) / _MONTH)
        ahead = waited if pace == 1.0 else waited.stretched(known.premiere, 1.0 / pace)
        return silent / max(silent + over, 1e-9), ahead.between(now, math.inf)

    def _still_open(self, months: float) -> float:
        """Give the share of the shows that never return of which nobody has said so, months after the finale."""
        return self.floor + (1.0 - self.floor) * math.pow(2.0, -max(months, 0.0) / self.half_life)
