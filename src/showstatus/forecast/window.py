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
from showstatus.forecast.features import OwnLag
from showstatus.forecast.official import unwatched, vague, within
from showstatus.forecast.spellings import CALENDAR_NETWORKS, GENRE_NAMES, budget_key, genre_group
from showstatus.spoken import MONTHS, say_day, say_range

LEVELS = (0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95)
_LITTLE = 0.05
"""What went by unwatched changes the days from this probability on; below it a window is taken at its word."""
DAYS_PER_MONTH = 30.44
_LEADS = ("filming-wrapped", "filming-started", "renewed")  # the most telling first
_FACT = {
    "filming-wrapped": "Filming wrapped",
    "filming-started": "Filming started",
    "renewed": "It was ordered",
    "premiere": "The previous season premiered",
}
_AFTER = {
    "filming-wrapped": "after the wrap",
    "filming-started": "after filming starts",
    "renewed": "after the order",
    "premiere": "after the season before",
}


@dataclass(frozen=True)
class Anchor:
    """A dated fact that a lag runs from: filming-wrapped, filming-started, renewed, or the previous premiere."""

    kind: str
    day: dt.date  # the middle of what is known
    spread_days: int  # the width of what is known: 1 for a day, 30 for a month
    words: str  # the date as a person says it: "2 December 2022"


@dataclass(frozen=True)
class History:
    """What a forecast may know of a show; `official` is a half-open range, open ends being `date.min` or `date.max`."""

    platform: str | None
    genres: tuple[str, ...]
    release: str | None
    own: tuple[OwnLag, ...]
    anchors: tuple[Anchor, ...]
    official: tuple[dt.date, dt.date] | None
    silent_until: dt.date | None = None
    """The last day by which it is known that it had not come; None: by the day of asking."""


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


def forecast(history: History, as_of: dt.date) -> Forecast | None:
    """Estimate the premiere of an instalment that has not come before `as_of`; no quantile lies before that day.

    Inside an official window that is not over, every quantile but "0.95" is a day of it; "0.95" admits the measured
    share of missed windows. None without an anchor, unless an official window that has an end is still on.
    """
    return estimate(history, as_of, lags.table())


def estimate(history: History, as_of: dt.date, numbers: lags.Lags) -> Forecast | None:
    """Do as `forecast` by other numbers, so that a fit can be scored on shows it has not seen."""
    told = read(history, numbers)
    days, gone = _days_ahead(told, history, as_of, numbers, LEVELS)
    if days is None:
        return None
    looked = min(history.silent_until or as_of, as_of)
    official = history.official if history.official and history.official[1] > looked else None
    because = list(told.because) if told else []
    if history.official and not official:
        because.append(f"The official window, {_span(*history.official)}, is over; the estimate is made anew.")
    if official:
        because += _told_window(told.curve if told else None, official, numbers.windows)
    elif told:
        because += _told_waiting(told.curve, looked)
    because += not_looked(looked, gone)
    because.append(f"Median {say_day(days[3])}; 80% of the probability from {say_day(days[1])} to {say_day(days[5])}.")
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

    def __init__(self, history: History, as_of: dt.date) -> None:
        self._numbers = lags.table()
        self._told = read(history, self._numbers)
        self._history, self._as_of = history, as_of

    def quantile(self, p: float) -> dt.date:
        """The day by which a share `p` (0 to 1, both excluded) of the probability is used up."""
        days, _ = _days_ahead(self._told, self._history, self._as_of, self._numbers, (p,))
        return days[0] if days else self._as_of


def _days_ahead(
    told: Told | None, history: History, as_of: dt.date, numbers: lags.Lags, levels: Sequence[float]
) -> tuple[list[dt.date] | None, float]:
    """Give the quantiles of what lies ahead, and the share of the probability that went by unwatched."""
    curve, said, looked = told.curve if told else None, history.official, history.silent_until
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


def read(history: History, numbers: lags.Lags) -> Told | None:
    """Read the curve off the most telling anchor, weighed with what the previous premiere says."""
    newest = {anchor.kind: anchor for anchor in sorted(history.anchors, key=lambda anchor: anchor.day)}
    back = newest.get("premiere")
    lead = next((newest[kind] for kind in _LEADS if kind in newest), None)
    calendar = budget_key(history.platform) in CALENDAR_NETWORKS
    # An order given ahead of the season before says nothing of when work on this one could begin.
    if lead and back and (calendar or (lead.kind == "renewed" and lead.day <= back.day)):
        lead = None
    if lead is None:
        return read_lag(history, back, numbers) if back else None
    first = read_lag(history, lead, numbers)
    return _weighed(first, read_lag(history, back, numbers), numbers.shared_error) if back else first


def read_lag(history: History, anchor: Anchor, numbers: lags.Lags) -> Told:
    """Read the lag from one anchor off the numbers: the show's kind first, then its own earlier lags."""
    lag, late = numbers.anchors[anchor.kind], numbers.stragglers
    groups = _groups(history, lag)
    mu = lag.centre + sum(group.shift for group in groups.values())
    spreads = [group.spread for group in groups.values() if group.spread is not None]
    sigma = spreads[0] if spreads else lag.spread
    said = f"{_FACT[anchor.kind]} {'on' if anchor.spread_days <= 1 else 'in'} {anchor.words}."
    because = [said, _kind(history, anchor, lag, groups, lags.Curve(anchor.day, mu, sigma, late))]
    own = [one for one in history.own if one.kind == anchor.kind and one.days > 0]
    if own:
        # Partial pooling: the more of the variance lies between shows, the more n earlier lags say. The show's own
        # scatter counts against that of four seasons of its kind. A freak season counts as three spreads.
        odd = [max(-3.0, min(3.0, (math.log(one.days) - mu) / sigma)) for one in own]
        mean, n, share = sum(odd) / len(odd), len(odd), lag.own_weight
        pull = n * share / (n * share + 1 - share)
        mu += pull * mean * sigma
        scatter = sum((one - mean) ** 2 for one in odd)
        sigma *= math.sqrt((4 * (1 - share * pull) + scatter) / (n + 3))
        because.append(f"{_own(own)}; that moves the median to {_months(math.exp(mu))} months.")
    if anchor.spread_days > 31:  # the fit knew most dates to a month: only what is vaguer widens the lag
        sigma = math.hypot(sigma, math.sqrt((anchor.spread_days**2 - 30**2) / 12) / math.exp(mu))
    return Told(lags.Curve(anchor.day, mu, sigma, late), f"lag:{anchor.kind}", tuple(because))


def _groups(history: History, lag: lags.Lag) -> dict[str, lags.Group]:
    """Find the groups of the table that the show is in, under "platform", "genre" and "style"."""
    found = {
        "platform": lag.platforms.get(budget_key(history.platform)),
        "genre": lag.genres.get(genre_group(history.genres)),
        "style": lag.styles.get(history.release or ""),
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
        f"Counted from the season before it would be {say_day(middle)}; that has {weight:.0%} of the weight, by "
        f"precision, and makes it {_months(days)} months."
    )
    return Told(curve, f"{lead.method}+premiere", (*lead.because, *back.because, sentence))


def after(curve: lags.Curve, day: dt.date) -> tuple[dt.date, float]:
    """Give the median of a curve and its spread in days, on condition that nothing came before a day."""
    early, middle, late = lags.quantiles(curve, max(day, curve.origin), dt.date.max, (0.25, 0.5, 0.75))
    return middle, max((late - early).days / 1.349, 1.0)  # 1.349 normal deviations lie between the quartiles


# --- in words ---------------------------------------------------------------------------------------------------


def _kind(history: History, anchor: Anchor, lag: lags.Lag, groups: dict[str, lags.Group], curve: lags.Curve) -> str:
    noun = GENRE_NAMES[genre_group(history.genres)] if "genre" in groups else "shows"
    sample = [f"{lag.n} seasons"]
    if "platform" in groups:
        noun = f"{history.platform} {noun}"
        sample.append(f"{groups['platform'].n} of them on {history.platform}")
    if "genre" in groups:
        sample.append(f"{groups['genre'].n} of that genre")
    middle = [_months(math.exp(curve.mu + z * curve.sigma)) for z in (-0.6745, 0, 0.6745)]
    return (
        f"{noun[0].upper()}{noun[1:]} premiere a median {middle[1]} months {_AFTER[anchor.kind]} "
        f"({', '.join(sample)}; half of them between {middle[0]} and {middle[2]} months)."
    )


def _own(own: list[OwnLag]) -> str:
    if len(own) == 1:
        return f"This show's season {own[0].season} took {_months(own[0].days)} months"
    took = sorted(one.days for one in own)
    middle = (took[(len(took) - 1) // 2] + took[len(took) // 2]) / 2
    return f"This show's own {len(took)} earlier seasons took a median {_months(middle)} months"


def _told_waiting(curve: lags.Curve, as_of: dt.date) -> list[str]:
    gone = lags.mass(curve, curve.origin, as_of - dt.timedelta(1)) if as_of > curve.origin else 0.0
    if gone < 0.005:
        return []
    if gone < 0.9:
        return [f"It had not come by {say_day(as_of)}, which rules out the earliest {gone:.0%}."]
    most = f"{gone:.0%}" if gone < 0.995 else "nearly all"
    return [f"By {say_day(as_of)} {most} of such seasons had come: it is overdue, and the late few are the guide."]


def not_looked(looked: dt.date, gone: float) -> list[str]:
    """Say that nobody looked after a day, where it matters: how likely it has come since."""
    if gone < 0.01:
        return []
    return [
        f"Nothing was looked up after {say_day(looked)}: the chance that it has come since is {gone:.0%}, and what "
        "follows is for the case that it has not."
    ]


def _told_window(curve: lags.Curve | None, official: tuple[dt.date, dt.date], windows: lags.Windows) -> list[str]:
    span = _span(*official)
    said = [f"The official window is {span}, so the estimate is cut to it."]
    if curve is None:
        said.append("Nothing tells its days apart.")
    elif lags.mass(curve, max(official[0], curve.origin), lags.last_day(official[1])) < 0.05:
        said.append("The lag points elsewhere, but the official window wins.")
    if vague(official):
        rate, kept, missed = f"{windows.haste:.1f} times", windows.haste_n, f"{windows.missed} of {windows.n}"
        said.append(
            f"In such windows seasons come at {rate} the rate of the lag ({kept} seasons); {missed} windows were "
            "missed, which only the outermost quantile admits."
        )
    return said


def _months(days: float) -> str:
    return f"{days / DAYS_PER_MONTH:.1f}"


def _span(start: dt.date, end: dt.date) -> str:
    """Say a half-open range as people do: "2023", "August 2023", "1 March to 31 May 2023"."""
    if (start.month, start.day, end.month, end.day, end.year) == (1, 1, 1, 1, start.year + 1):
        return f"{start.year}"
    if start.day == end.day == 1 and (end - start).days in range(28, 32):
        return f"{MONTHS[start.month - 1]} {start.year}"
    return say_range(start, end)
