"""What an official window leaves of a lag, as days: inside it sooner than the lag alone says, and at times behind it.

Windows and ranges are half-open. In a vague window the hazard of the lag is multiplied by the haste that was measured,
so a share p of its days is the share 1 - (1 - p)^(1/haste) of the lag (Lehmann's alternative): later days of waiting
change nothing in that.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass

from showstatus.forecast import lags

Window = tuple[dt.date, dt.date]
AnyCurve = lags.Curve | lags.Even

SURE = 0.9
"""Up to this level an official window is taken at its word, as long as somebody looks."""
_VAGUE = 28  # days
_TINY = 1e-9


def vague(official: Window) -> bool:
    """Say whether a window is of the kind whose misses were counted: a month or wider, with an end."""
    return official[1] < dt.date.max and (official[1] - official[0]).days >= _VAGUE


def within(
    curve: AnyCurve | None, official: Window, as_of: dt.date, windows: lags.Windows, levels: Sequence[float]
) -> list[dt.date]:
    """Give the quantiles inside an official window that is not over; those above `SURE` admit that it is missed."""
    start, end = official
    first, last = max(start, as_of), lags.last_day(end)
    curve = _telling(curve, official, as_of, windows)
    if not vague(official):
        return lags.quantiles(curve, first, last, tuple(levels))
    haste, missed = windows.haste, _missed(curve, official, as_of, windows)
    days = []
    for p in levels:
        inside = p if p <= SURE else p / (1 - missed) if missed < 1 else 1.0
        if inside < 1:
            days += lags.quantiles(curve, first, last, (1 - (1 - inside) ** (1 / haste),))
        else:
            days += lags.quantiles(curve, end, dt.date.max, (1 - (1 - p) / missed,))
    return days


def _telling(curve: AnyCurve | None, official: Window, as_of: dt.date, windows: lags.Windows) -> AnyCurve:
    """Give the curve, or every day of the window alike where no curve tells them apart."""
    start, last = official[0], lags.last_day(official[1])
    first = max(start, as_of)
    if curve is not None and lags.mass(curve, first, last) > 0:
        return curve
    origin = first if start == dt.date.min else start
    return lags.Even(origin, (last - origin).days + 1, windows.median_slip_days)


def _missed(curve: AnyCurve, official: Window, as_of: dt.date, windows: lags.Windows) -> float:
    """Give the probability that a vague window is missed: no premiere so far makes it likelier."""
    start, last, slip = official[0], lags.last_day(official[1]), windows.missed / windows.n
    first = max(start, as_of)
    waited = lags.mass(curve, first, last) / lags.mass(curve, max(start, min(curve.origin, first)), last)
    return float(slip / (slip + (1 - slip) * waited**windows.haste))


@dataclass(frozen=True)
class Unwatched:
    """What lies ahead when nobody looked for a while: so much of a window, then what slips out of it.

    A slip halves with every `half_life` days. Where there is no window, `inside` is 1 and the curve has no end.
    """

    curve: AnyCurve
    first: dt.date
    last: dt.date
    haste: float
    inside: float
    half_life: float
    gone: float
    """The probability, as of the last look, that it has come since."""

    def quantile(self, p: float) -> dt.date:
        """The day by which a share `p` (0 to 1, both excluded) of what lies ahead is used up."""
        if p < self.inside:
            level = 1 - (1 - p / self.inside) ** (1 / self.haste)
            return lags.quantiles(self.curve, self.first, self.last, (level,))[0]
        days = self.half_life * math.log2((1 - self.inside) / max(1 - p, _TINY))
        after = max(self.first, self.last).toordinal() + math.ceil(days)
        return dt.date.fromordinal(min(after, dt.date.max.toordinal()))


def unwatched(
    curve: AnyCurve | None, said: Window | None, looked: dt.date, as_of: dt.date, windows: lags.Windows
) -> Unwatched | None:
    """Say what lies ahead of `as_of` of what was expected when somebody last looked; None where nothing does.

    Silence counts up to `looked`; what was expected between the two days may have come. On that day a window was as
    good as any: of so many, so many were missed.
    """
    if said is None or said[1] <= looked:
        if curve is None:
            return None
        ahead = lags.mass(curve, as_of, dt.date.max)
        expected = lags.mass(curve, min(max(looked, curve.origin), as_of), dt.date.max)
        gone = 1 - ahead / expected if expected > 0 else 0.0
        return Unwatched(curve, max(as_of, curve.origin), dt.date.max, 1.0, 1.0, windows.median_slip_days, gone)
    if said[1] == dt.date.max and curve is None:
        return None
    curve = _telling(curve, said, looked, windows)
    last = lags.last_day(said[1])
    haste, missed = (windows.haste, windows.missed / windows.n) if vague(said) else (1.0, 0.0)
    first = max(said[0], as_of)
    waited = lags.mass(curve, first, last) / lags.mass(curve, max(said[0], looked), last) if first <= last else 0.0
    inside = (1 - missed) * waited**haste
    slipped = missed * 2.0 ** -(max((as_of - last).days, 0) / windows.median_slip_days)
    if inside + slipped < _TINY:
        return None
    share, gone = inside / (inside + slipped), 1 - inside - slipped
    return Unwatched(curve, first, last, haste, share, windows.median_slip_days, gone)
