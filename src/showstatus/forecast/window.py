"""When the next instalment will premiere, and how sure that is.

A fitted lag (see `lags`) runs from the most telling fact known: the wrap, the start of filming, an order, or the
previous premiere. The waiting so far and the official window cut it. Day ranges are half-open. Nothing but the
arguments and the shipped numbers counts.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass

from showstatus.forecast import lags
from showstatus.forecast.lag_case import Anchor, LagCase
from showstatus.forecast.lag_words import (
    FACT,
    class_words,
    months,
    own_words,
    span_words,
    unwatched_words,
    waiting_words,
    window_words,
)
from showstatus.forecast.official import unwatched, within
from showstatus.forecast.spellings import CALENDAR_NETWORKS, budget_key, genre_group
from showstatus.spoken import percent, say_day

LEVELS = (0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95)
_LITTLE = 0.05
"""What went by unwatched changes the days from this probability on; below it a window is taken at its word."""
_LEADS = ("filming-wrapped", "filming-started", "renewed")  # the most telling first


@dataclass(frozen=True)
class Forecast:
    """Days by cumulative probability, the 80 % window between "0.1" and "0.9" as [start, end), and how they came."""

    quantiles: dict[str, dt.date]
    start: dt.date
    end: dt.date
    median: dt.date
    level: float
    basis: str
    method: str
    because: tuple[str, ...]
    elapsed: float = 0.0
    """The chance that it has come since anybody looked; the days are for the case that it has not."""


def forecast(case: LagCase, as_of: dt.date) -> Forecast | None:
    """Estimate the premiere of an instalment that has not come before `as_of`; no quantile lies before that day.

    Inside an official window that is not over, every quantile but "0.95" is a day of it; "0.95" admits the measured
    share of missed windows. None without an anchor, unless an official window that has an end is still on.
    """
    return estimate(case, as_of, lags.table())


def estimate(case: LagCase, as_of: dt.date, numbers: lags.Lags) -> Forecast | None:
    """Do as `forecast` by other numbers, so that a fit can be scored on shows it has not seen."""
    told = read(case, numbers)
    days, gone = _days_ahead(told, case, as_of, numbers, LEVELS)
    if days is None:
        return None
    looked = min(case.silent_until or as_of, as_of)
    official = case.official if case.official and case.official[1] > looked else None
    because = list(told.because) if told else []
    if case.official and not official:
        because.append(f"The official window, {span_words(*case.official)}, is over; the estimate is made anew.")
    if official:
        because += window_words(told.curve if told else None, official, numbers.windows)
    elif told:
        because += waiting_words(told.curve, looked)
    because += unwatched_words(looked, gone)
    because.append(f"Median {say_day(days[3])}; 80 % of the probability from {say_day(days[1])} to {say_day(days[5])}.")
    return Forecast(
        quantiles={str(level): day for level, day in zip(LEVELS, days, strict=True)},
        start=days[1],
        end=dt.date.fromordinal(min(days[5].toordinal() + 1, dt.date.max.toordinal())),
        median=days[3],
        level=0.8,
        basis="estimated",
        method=told.method if told else "official-window",
        because=tuple(because),
        elapsed=gone,
    )


class LagQuantiles:
    """The same estimate at any level."""

    def __init__(self, case: LagCase, as_of: dt.date) -> None:
        self._numbers = lags.table()
        self._told = read(case, self._numbers)
        self._case, self._as_of = case, as_of

    def quantile(self, p: float) -> dt.date:
        """The day by which a share `p` (0 to 1, both excluded) of the probability is used up."""
        days, _ = _days_ahead(self._told, self._case, self._as_of, self._numbers, (p,))
        return days[0] if days else self._as_of


def _days_ahead(
    told: Told | None, case: LagCase, as_of: dt.date, numbers: lags.Lags, levels: Sequence[float]
) -> tuple[list[dt.date] | None, float]:
    """Give the quantiles of what lies ahead, and the share of the probability that went by unwatched."""
    curve, said, looked = told.curve if told else None, case.official, case.silent_until
    if looked is not None and looked < as_of and (curve is not None or said is not None):
        ahead = unwatched(curve, said, looked, as_of, numbers.windows)
        if ahead is not None and ahead.gone > _LITTLE:
            return [ahead.quantile(p) for p in levels], ahead.gone
    return _days(curve, said, as_of, numbers, levels), 0.0


def _days(
    curve: lags.Curve | None,
    said: tuple[dt.date, dt.date] | None,
    as_of: dt.date,
    numbers: lags.Lags,
    levels: Sequence[float],
) -> list[dt.date] | None:
    """Give the quantiles by what is known and by the official window, as long as that is not over."""
    if said is not None and said[1] > as_of:
        if not curve and said[1] == dt.date.max:
            return None
        return within(curve, said, as_of, numbers.windows, levels)
    if curve is None:
        return None
    return lags.quantiles(curve, max(as_of, curve.origin), dt.date.max, tuple(levels))


# --- from what is known to a curve ------------------------------------------------------------------------------


@dataclass(frozen=True)
class Told:
    """A curve, the id of the way it was found, and the sentences that tell it."""

    curve: lags.Curve
    method: str
    because: tuple[str, ...]


def read(case: LagCase, numbers: lags.Lags) -> Told | None:
    """Read the curve off the most telling anchor, weighed with what the previous premiere says."""
    newest = {anchor.kind: anchor for anchor in sorted(case.anchors, key=lambda anchor: anchor.day)}
    back = newest.get("premiere")
    lead = next((newest[kind] for kind in _LEADS if kind in newest), None)
    calendar = budget_key(case.platform) in CALENDAR_NETWORKS
    # An order given ahead of the season before says nothing of when work on this one could begin.
    if lead and back and (calendar or (lead.kind == "renewed" and lead.day <= back.day)):
        lead = None
    if lead is None:
        return read_lag(case, back, numbers) if back else None
    first = read_lag(case, lead, numbers)
    return _weighed(first, read_lag(case, back, numbers), numbers.shared_error) if back else first


def read_lag(case: LagCase, anchor: Anchor, numbers: lags.Lags) -> Told:
    """Read the lag from one anchor off the numbers: the show's kind first, then its own earlier lags."""
    lag, late = numbers.anchors[anchor.kind], numbers.stragglers
    groups = _groups(case, lag)
    mu = lag.centre + sum(group.shift for group in groups.values())
    spreads = [group.spread for group in groups.values() if group.spread is not None]
    sigma = spreads[0] if spreads else lag.spread
    said = f"{FACT[anchor.kind]} {'on' if anchor.spread_days <= 1 else 'in'} {anchor.words}."
    because = [said, class_words(case, anchor, lag, groups, lags.Curve(anchor.day, mu, sigma, late))]
    own = [one for one in case.own if one.kind == anchor.kind and one.days > 0]
    if own:
        # Partial pooling: the more of the variance lies between shows, the more n earlier lags say. The show's own
        # scatter counts against that of four seasons of its kind. A freak season counts as three spreads.
        odd = [max(-3.0, min(3.0, (math.log(one.days) - mu) / sigma)) for one in own]
        mean, n, share = sum(odd) / len(odd), len(odd), lag.own_weight
        pull = n * share / (n * share + 1 - share)
        mu += pull * mean * sigma
        scatter = sum((one - mean) ** 2 for one in odd)
        sigma *= math.sqrt((4 * (1 - share * pull) + scatter) / (n + 3))
        because.append(f"{own_words(own)}; that moves the median to {months(math.exp(mu))} months.")
    if anchor.spread_days > 31:  # the fit knew most dates to a month: only what is vaguer widens the lag
        sigma = math.hypot(sigma, math.sqrt((anchor.spread_days**2 - 30**2) / 12) / math.exp(mu))
    return Told(lags.Curve(anchor.day, mu, sigma, late), f"lag:{anchor.kind}", tuple(because))


def _groups(case: LagCase, lag: lags.Lag) -> dict[str, lags.Group]:
    """Find the groups of the table that the show is in, under "platform", "genre" and "style"."""
    found = {
        "platform": lag.platforms.get(budget_key(case.platform)),
        "genre": lag.genres.get(genre_group(case.genres)),
        "style": lag.styles.get(case.release or ""),
    }
    return {name: group for name, group in found.items() if group}


def _weighed(lead: Told, back: Told, shared_error: float) -> Told:
    """Pool two estimates of one day by their precision, as Bates and Granger (1969) do for errors that go together.

    The previous premiere speaks on condition that nothing came before the other anchor.
    """
    day = lead.curve.origin
    days, spread = math.exp(lead.curve.mu), lead.curve.sigma * math.exp(lead.curve.mu)
    middle, other = after(back.curve, day)
    together = min(shared_error, spread / other, other / spread)  # no weight below nothing
    both = spread**2 + other**2 - 2 * together * spread * other
    weight = (spread**2 - together * spread * other) / both
    if weight < 0.005:
        return lead
    days += weight * ((middle - day).days - days)
    sigma = spread * other * math.sqrt((1 - together**2) / both) / days
    curve = lags.Curve(day, math.log(days), sigma, lead.curve.late)
    sentence = (
        f"Counted from the season before it would be {say_day(middle)}; that has {percent(weight)} of the weight, by "
        f"precision, and makes it {months(days)} months."
    )
    return Told(curve, f"{lead.method}+premiere", (*lead.because, *back.because, sentence))


def after(curve: lags.Curve, day: dt.date) -> tuple[dt.date, float]:
    """Give the median of a curve and its spread in days, on condition that nothing came before a day."""
    early, middle, late = lags.quantiles(curve, max(day, curve.origin), dt.date.max, (0.25, 0.5, 0.75))
    return middle, max((late - early).days / 1.349, 1.0)  # 1.349 normal deviations lie between the quartiles
