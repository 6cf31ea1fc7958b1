"""The estimate by lags, in words: what it is counted from, what shows of its kind took, what narrows it."""

from __future__ import annotations

import datetime as dt
import math

from showstatus.forecast import lags
from showstatus.forecast.features import OwnLag
from showstatus.forecast.lag_case import Anchor, LagCase
from showstatus.forecast.official import vague
from showstatus.forecast.spellings import GENRE_NAMES, genre_group
from showstatus.spoken import MONTHS, percent, say_day, say_range

DAYS_PER_MONTH = 30.44
FACT = {
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


def class_words(case: LagCase, anchor: Anchor, lag: lags.Lag, groups: dict[str, lags.Group], curve: lags.Curve) -> str:
    """Say how long shows of its kind take from an anchor, and how many are known."""
    noun = GENRE_NAMES[genre_group(case.genres)] if "genre" in groups else "shows"
    sample = [f"{lag.n} seasons"]
    if "platform" in groups:
        noun = f"{case.platform} {noun}"
        sample.append(f"{groups['platform'].n} of them on {case.platform}")
    if "genre" in groups:
        sample.append(f"{groups['genre'].n} of that genre")
    middle = [months(math.exp(curve.mu + z * curve.sigma)) for z in (-0.6745, 0, 0.6745)]
    return (
        f"{noun[0].upper()}{noun[1:]} premiere a median {middle[1]} months {_AFTER[anchor.kind]} "
        f"({', '.join(sample)}; half of them between {middle[0]} and {middle[2]} months)."
    )


def own_words(own: list[OwnLag]) -> str:
    """Say how long the show itself took before."""
    if len(own) == 1:
        return f"This show's season {own[0].season} took {months(own[0].days)} months"
    took = sorted(one.days for one in own)
    middle = (took[(len(took) - 1) // 2] + took[len(took) // 2]) / 2
    return f"This show's own {len(took)} earlier seasons took a median {months(middle)} months"


def waiting_words(curve: lags.Curve, as_of: dt.date) -> list[str]:
    """Say what the wait so far rules out."""
    gone = lags.mass(curve, curve.origin, as_of - dt.timedelta(1)) if as_of > curve.origin else 0.0
    if gone < 0.005:
        return []
    if gone < 0.9:
        return [f"It had not come by {say_day(as_of)}, which rules out the earliest {percent(gone)}."]
    most = percent(gone) if gone < 0.995 else "nearly all"
    return [f"By {say_day(as_of)} {most} of such seasons had come: it is overdue, and the late few are the guide."]


def unwatched_words(looked: dt.date, gone: float) -> list[str]:
    """Say that nobody looked after a day, where it matters: how likely it has come since."""
    if gone < 0.01:
        return []
    return [
        f"Nothing was looked up after {say_day(looked)}: the chance that it has come since is {percent(gone)}, and "
        "what follows is for the case that it has not."
    ]


def window_words(curve: lags.Curve | None, official: tuple[dt.date, dt.date], windows: lags.Windows) -> list[str]:
    """Say what an official window does to the estimate."""
    span = span_words(*official)
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


def months(days: float) -> str:
    """Give a number of days in months, to a tenth."""
    return f"{days / DAYS_PER_MONTH:.1f}"


def span_words(start: dt.date, end: dt.date) -> str:
    """Say a half-open range as people do: "2023", "August 2023", "1 March to 31 May 2023"."""
    if (start.month, start.day, end.month, end.day, end.year) == (1, 1, 1, 1, start.year + 1):
        return f"{start.year}"
    if start.day == end.day == 1 and (end - start).days in range(28, 32):
        return f"{MONTHS[start.month - 1]} {start.year}"
    return say_range(start, end)
