"""Fit what silence says of a return, to what became of shows that were open on 2024-11-10, and score it there.

The cohort is that of followup_2024-11.csv.gz with unbiased_cohort = 1: shows that were tracked from before that day.
Three numbers are fitted, by likelihood over a coarse grid; those that score a show are fitted to the other folds, as is
its hazard.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from forecast_data import FOLDS, MONTH, case_of, fold, rows, shows
from forecast_score import OddsSummary, odds_summary
from showstatus.forecast.features import Case, Features, features
from showstatus.forecast.model import Model, hazard, within
from showstatus.forecast.silence import Silence
from showstatus.forecast.spread import Spread

OPEN_DAY = dt.date(2024, 11, 10)
CHECKED = "2026-08-20"  # where a row does not say until when nothing came
FLOORS, HALF_LIVES, PACES = (0.02, 0.05, 0.1), (3.0, 6.0), (0.7, 0.8, 0.9, 1.0)
PACED = "scripted"  # nine in ten of the cohort; the gaps of the other types have hardly grown
LEAST = 0.01  # no probability is taken to be surer

Pair = tuple[float, int]


@dataclass(frozen=True)
class Followed:
    """A show that was open on OPEN_DAY, and what became of it."""

    case: Case
    fold: int
    until: dt.date
    came: int


def followed(folder: str) -> list[Followed]:
    """Give the cohort."""
    seasons = shows(folder, OPEN_DAY)
    return [
        Followed(
            case_of(some),
            fold(row["show_id"]),
            dt.date.fromisoformat(row["not_aired_until"] or CHECKED),
            int(row["outcome"] == "aired"),
        )
        for row in rows(folder, "followup_2024-11.csv.gz")
        if row["unbiased_cohort"] == "1"
        and row["outcome"] in ("aired", "not_aired")
        and (some := seasons.get(row["show_id"]))
    ]


def fit_silence(cohort: list[Followed], parts: list[Model]) -> tuple[dict[str, Any], dict[str, OddsSummary]]:
    """Give the numbers that ship, and how the odds did with those that were fitted to the other folds."""
    bare = [_bare(one, parts[one.fold]) for one in cohort]
    tried = {
        numbers: [_told(*some, _silence(*numbers)) for some in zip(cohort, bare, strict=True)]
        for numbers in itertools.product(FLOORS, HALF_LIVES, PACES)
    }

    def best(some: list[int]) -> tuple[float, float, float]:
        return max(tried, key=lambda numbers: _likelihood((tried[numbers][i][0], cohort[i].came) for i in some))

    pairs: dict[str, list[Pair]] = {"by the day checked": [], "within 36 months of the finale": [], "at all": []}
    for k in range(FOLDS):
        told = tried[best([i for i, one in enumerate(cohort) if one.fold != k])]
        for i, one in enumerate(cohort):
            if one.fold == k:
                for some, p in zip(pairs.values(), told[i], strict=True):
                    some.append((p, one.came))
    numbers = _silence(*best(list(range(len(cohort)))))
    return dataclasses.asdict(numbers), {name: odds_summary(some) for name, some in pairs.items()}


def _silence(floor: float, half_life: float, pace: float) -> Silence:
    return Silence(floor, half_life, {PACED: pace})


def _bare(one: Followed, model: Model) -> tuple[Features, Spread | None, float]:
    """Give what does not depend on the numbers."""
    known = features(one.case, one.case.seasons)
    return known, hazard(known, model), within(known, one.case, model)


def _told(one: Followed, bare: tuple[Features, Spread | None, float], silence: Silence) -> tuple[float, float, float]:
    """Give the odds of a premiere by the day checked, within 36 months of the finale, and at all."""
    known, waited, early = bare
    if waited is None:
        return LEAST, LEAST, LEAST
    comes, ahead = silence.heard(known, waited, early, OPEN_DAY.toordinal() + 0.5)
    if ahead is None:
        return comes, 0.0, comes
    when = ahead.known(OPEN_DAY)
    horizon = known.finale + 0.5 + 36 * MONTH
    return comes * when.before(one.until.toordinal() + 0.5), comes * when.before(horizon), comes


def _likelihood(pairs: Iterable[Pair]) -> float:
    return sum(math.log(min(max(p if came else 1 - p, LEAST), 1 - LEAST)) for p, came in pairs)
