"""The nearest real cases: how long other shows like this one took between two seasons.

Pure. The gaps are those of the registry's shows, as far as they were known on the day.
"""

from __future__ import annotations

import datetime as dt
import itertools
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from showstatus.forecast.features import Case
from showstatus.forecast.origins import ObservedShow

MOST = 5
"""How many are told, one of a show at most."""
_WEIGHTS = {"platform": 1.0, "genre": 1.0, "type": 3.0, "at_once": 0.7, "season": 0.5, "era": 0.06, "own_gap": 2.0}
"""What it costs to differ: in the platform, in every genre, …; a season, a year, or the logarithm of the last gap."""
_UNKNOWN_GAP = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """From the premiere of one season to that of the next, and what the show is like."""

    slug: str
    title: str
    first: int
    second: int
    days: int
    premiere: dt.date
    """Of the earlier season."""
    platform: str | None
    type: str | None
    genres: tuple[str, ...]
    at_once: bool | None
    """Whether all episodes came on one day; None where it is not known."""
    before: int | None
    """The gap before this one, in days."""


def gaps_of(show: ObservedShow) -> Iterator[Gap]:
    """Every gap between two seasons in a row."""
    before: int | None = None
    for one, other in itertools.pairwise(show.seasons):
        days = (other.premiere - one.premiere).days
        if days <= 0 or other.number != one.number + 1:
            before = None
            continue
        yield Gap(
            slug=show.id,
            title=show.title,
            first=one.number,
            second=other.number,
            days=days,
            premiere=one.premiere,
            platform=show.platform,
            type=show.type,
            genres=show.genres,
            at_once=None if one.release_days is None else one.release_days == 1,
            before=before,
        )
        before = days


def nearest(case: Case, slug: str, as_of: dt.date, gaps: Iterable[Gap], most: int = MOST) -> tuple[Gap, ...]:
    """The gaps most like the one that is waited through, nearest first; those that had ended sooner are left out."""
    if not case.seasons:
        return ()
    waited = (as_of - case.seasons[-1].premiere).days
    ranked = sorted(
        (gap for gap in gaps if gap.slug != slug and gap.days > waited),
        key=lambda gap: (_distance(case, gap), gap.slug, gap.first),
    )
    best: dict[str, Gap] = {}
    for gap in ranked:
        best.setdefault(gap.slug, gap)
        if len(best) == most:
            break
    return tuple(best.values())


def _distance(case: Case, gap: Gap) -> float:
    last = case.seasons[-1]
    at_once = None if last.release_days is None else last.release_days == 1
    shared = len(set(case.genres) & set(gap.genres)) / max(len(set(case.genres) | set(gap.genres)), 1)
    own = (last.premiere - case.seasons[-2].premiere).days if len(case.seasons) > 1 else None
    far = _WEIGHTS["platform"] * (case.platform != gap.platform) + _WEIGHTS["genre"] * (1 - shared)
    far += _WEIGHTS["type"] * (case.type != gap.type)
    far += _WEIGHTS["at_once"] * (at_once is not None and gap.at_once is not None and at_once != gap.at_once)
    far += _WEIGHTS["season"] * abs(math.log(last.number / gap.first) if last.number and gap.first else 0)
    far += _WEIGHTS["era"] * abs((last.premiere - gap.premiere).days) / 365.25
    if own is not None and own > 0 and gap.before:
        return far + _WEIGHTS["own_gap"] * abs(math.log(own / gap.before))
    return far + (_UNKNOWN_GAP if (own is None) != (gap.before is None) else 0)
