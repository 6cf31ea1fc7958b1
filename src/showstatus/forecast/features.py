"""What the forecast may know of a show on a day: plain values in, the model's features out.

Days count as proleptic ordinals; ranges are half-open. A number that is not known is -1 (a season count is 0): the
trees learn what its absence means. The same code feeds the fit and the forecast, so the two cannot differ.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from showstatus.forecast.spellings import country_key, platform_key

UNKNOWN = -1.0

CATEGORIES = ("platform", "country", "type", "genre", "language", "style")
NUMBERS = (
    "number",  # of the last season
    "episodes",
    "run",  # days from its premiere to its finale
    "release_days",  # distinct days it was released on; 1 = all at once
    "gaps",  # how many gaps between premieres are known
    "last_gap",  # logarithm of days, as the next two
    "mean_gap",
    "recent_gap",  # each older gap weighs half of the next one
    "spread",  # standard deviation of the logarithms
    "last_change",  # between the last two, in logarithms
    "off_year",  # days from the last gap to the nearest 1, 2 or 3 years of 52 weeks
    "off_years",  # the same, mean of the last three gaps
    "year",  # of the finale, with its fraction
    "premiere_day",  # of the year
    "age",  # years since the first premiere known
    "shortest_gap",  # of the last four, days
    "longest_gap",
    "episode_rate",  # episodes a release day
)
GENRES = (
    "Drama",
    "Comedy",
    "Animation",
    "Crime",
    "Kids",
    "Reality",
    "Documentary",
    "Mystery",
    "Sci-Fi & Fantasy",
    "Action & Adventure",
    "Family",
    "Romance",
    "War & Politics",
)
"""Genres that the return model asks for one by one; the first genre named is also a category."""

_YEAR = 364  # 52 weeks: a yearly slot keeps its weekday


@dataclass(frozen=True)
class PastSeason:
    """A season that has premiered; `end` is its last day, None when unknown."""

    number: int
    premiere: dt.date
    end: dt.date | None = None
    episodes: int | None = None
    release_days: int | None = None


def merged(one: PastSeason, other: PastSeason) -> PastSeason:
    """Two parts of one season as one: from the first premiere to the last end."""
    first, last = sorted((one, other), key=lambda season: season.premiere)
    counts = [season.episodes for season in (first, last) if season.episodes is not None]
    days = [season.release_days for season in (first, last) if season.release_days is not None]
    return PastSeason(
        number=first.number,
        premiere=first.premiere,
        end=last.end or first.end,
        episodes=sum(counts) if counts else None,
        release_days=sum(days) if days else None,
    )


@dataclass(frozen=True)
class Milestone:
    """A fact about the coming season, by the half-open range of days that is known.

    For a plan (`window-announced`, `date-announced`, `delayed`) the range is the planned one, not when it was said.
    """

    kind: str
    season: int | None
    start: dt.date
    end: dt.date


@dataclass(frozen=True)
class OwnLag:
    """How many days this show took before, from a fact of that kind to the premiere of that season."""

    kind: str
    season: int
    days: int


@dataclass(frozen=True)
class Case:
    """All that a forecast asks of a show; anything may be None or empty."""

    platform: str | None = None
    country: str | None = None
    type: str | None = None
    language: str | None = None
    genres: tuple[str, ...] = ()
    seasons: tuple[PastSeason, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    own: tuple[OwnLag, ...] = ()
    """This show's earlier lags to a premiere; of those from one season to the next the model knows by `seasons`."""
    silent_until: dt.date | None = None
    """The last day by which it is known that the next season had not come; None: nothing had by the day of asking."""


@dataclass(frozen=True)
class Features:
    """The features of one case; `premiere` and `finale` are days of its last season."""

    categories: tuple[str, ...]  # in the order of CATEGORIES
    numbers: tuple[float, ...]  # in the order of NUMBERS
    premiere: int
    finale: int


def last_day(season: PastSeason) -> dt.date:
    """Give a season's finale: as known, else as its release days make it."""
    run = max(0, (season.release_days or 1) - 1)
    return max(season.end or season.premiere + dt.timedelta(run), season.premiere)


def aired(case: Case, as_of: dt.date) -> tuple[PastSeason, ...]:
    """Give the seasons that had premiered by a day, in order of premiere, one a day."""
    known = {season.premiere: season for season in case.seasons if season.premiere <= as_of}
    return tuple(known[day] for day in sorted(known))


def features(case: Case, seasons: Sequence[PastSeason]) -> Features:
    """Say what is known after these seasons, of which there is at least one, in order of premiere."""
    last = seasons[-1]
    finale = last_day(last)
    gaps = [(b.premiere - a.premiere).days for a, b in pairwise(seasons)]
    episodes, days = last.episodes or 0, last.release_days or 0
    numbers = (
        float(last.number),
        float(episodes),
        float((finale - last.premiere).days),
        float(days),
        *_gap_numbers(gaps),
        finale.year + (finale.timetuple().tm_yday - 1) / 365.25,
        float(last.premiere.timetuple().tm_yday),
        (last.premiere - seasons[0].premiere).days / 365.25,
        float(min(gaps[-4:], default=UNKNOWN)),
        float(max(gaps[-4:], default=UNKNOWN)),
        episodes / max(1, days),
    )
    categories = (
        platform_key(case.platform),
        country_key(case.country),
        (case.type or "").casefold(),
        (case.genres[0] if case.genres else "").casefold(),
        (case.language or "").casefold(),
        style(episodes, days),
    )
    return Features(categories, numbers, last.premiere.toordinal(), finale.toordinal())


def _gap_numbers(gaps: list[int]) -> tuple[float, ...]:
    if not gaps:
        return (0.0,) + (UNKNOWN,) * 7
    logs = [math.log(gap) for gap in gaps]
    mean = sum(logs) / len(logs)
    weights = [0.5**k for k in range(len(logs))]
    recent = sum(w * log for w, log in zip(weights, reversed(logs), strict=True)) / sum(weights)
    several = len(logs) > 1
    spread = math.sqrt(sum((log - mean) ** 2 for log in logs) / len(logs)) if several else UNKNOWN
    off = [float(min(abs(gap - _YEAR * k) for k in (1, 2, 3))) for gap in gaps[-3:]]
    change = abs(logs[-1] - logs[-2]) if several else UNKNOWN
    return (float(len(logs)), logs[-1], mean, recent, spread, change, off[-1], sum(off) / len(off))


def style(episodes: int, release_days: int) -> str:
    """Name how a season was dropped; empty when unknown."""
    if release_days <= 0:
        return ""
    if release_days == 1:
        return "all" if episodes > 1 else "one"
    return "batches" if release_days <= 3 else "weekly"
