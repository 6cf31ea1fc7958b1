"""Models simple enough to know by heart, in the place of the shipped one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from math import exp, log
from statistics import NormalDist

from showstatus.forecast.features import Case

NORMAL = NormalDist()


@dataclass(frozen=True)
class LogNormalDays:
    """Days after `zero` whose logarithm is normal; nothing comes before `as_of`."""

    zero: dt.date
    mu: float
    sigma: float
    as_of: dt.date

    def quantile(self, p: float) -> dt.date:
        """The day by which a share `p` has come, given that nothing has by `as_of`."""
        waited = max((self.as_of - self.zero).days, 0)
        gone = NORMAL.cdf((log(waited) - self.mu) / self.sigma) if waited else 0.0
        level = min(max(gone + p * (1 - gone), 1e-9), 1 - 1e-9)
        days = round(exp(self.mu + self.sigma * NORMAL.inv_cdf(level)))
        return max(self.zero + dt.timedelta(days=min(days, 4000)), self.as_of)


@dataclass(frozen=True)
class StandIn:
    """A year and a half from the last premiere; eight months from a wrap; odds that fall with the horizon it is not."""

    days: int = 548
    sigma: float = 0.3
    chance: float = 0.6

    def distribution(self, case: Case, as_of: dt.date) -> LogNormalDays:
        """Log-normal, from the wrap where it is known, else from the last premiere."""
        wrap = next((one for one in case.milestones if one.kind == "filming-wrapped"), None)
        if wrap is not None:
            return LogNormalDays(wrap.start, log(243), self.sigma / 2, as_of)
        return LogNormalDays(case.seasons[-1].premiere if case.seasons else as_of, log(self.days), self.sigma, as_of)

    def odds(self, case: Case, as_of: dt.date) -> dict[int, float]:
        """A little more for a longer horizon."""
        del case, as_of
        return {12: self.chance - 0.2, 24: self.chance - 0.05, 36: self.chance}
