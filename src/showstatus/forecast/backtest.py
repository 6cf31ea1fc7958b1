"""How good the shipped model is, by replaying history: per origin, beside the naive rivals.

Pure: trials in, scores out. Distributions are scored on the seasons that did come within 60 months of the last
premiere; odds on every show that was watched to the end of the horizon, come or not.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from showstatus.dates import add_months
from showstatus.forecast.engine import HORIZONS, Engine, Quantiles
from showstatus.forecast.origins import (
    AFTER_THE_FINALE,
    ObservedShow,
    Production,
    Trial,
    by_origin,
    milestone_trials,
    season_trials,
)
from showstatus.forecast.rivals import FOLDS, GAP_RIVALS, LAG_RIVALS, UNTOLD, Rivals, fold_of, without_milestones
from showstatus.forecast.scores import Miss, OddsScore, SpreadScore, missed, odds_score, spread_score

MODEL = "model"
Step = Callable[[int, int], None]
"""Told how many of how many trials are done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginScore:
    """What came of one origin."""

    origin: str
    trials: int
    spreads: Mapping[str, SpreadScore]
    """By method: the model, then its rivals. Each pair of model and rival is told over the same trials."""
    odds: Mapping[int, OddsScore]
    """By horizon in months; only where some trial had the horizon still before it."""

    def document(self) -> dict[str, Any]:
        """The score as JSON has it; `ratio` is the model's pinball loss over a rival's."""
        own = self.spreads.get(MODEL)
        return {
            "origin": self.origin,
            "trials": self.trials,
            "methods": [
                {
                    "method": name,
                    **score.document(),
                    "ratio": round(own.pinball / score.pinball, 4) if own is not None and score.pinball else None,
                }
                for name, score in self.spreads.items()
            ],
            "odds": [{"months": months, **score.document()} for months, score in self.odds.items()],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Backtest:
    """A whole replay."""

    watched_until: dt.date
    shows: int
    origins: tuple[OriginScore, ...]

    def document(self) -> dict[str, Any]:
        """The scores as JSON has them."""
        return {
            "watched_until": self.watched_until.isoformat(),
            "shows": self.shows,
            "origins": [origin.document() for origin in self.origins],
        }


def backtest(
    shows: Sequence[ObservedShow],
    productions: Sequence[Production],
    watched_until: dt.date,
    engine: Engine,
    step: Step | None = None,
) -> Backtest:
    """Replay every origin of every show; `step` is called as it goes on."""
    trials = [trial for show in shows for trial in season_trials(show, watched_until)]
    trials += [trial for made in productions for trial in milestone_trials(made, watched_until)]
    rivals = [Rivals(fold, shows, productions) for fold in range(FOLDS)]
    done, scores = 0, []

    def one_more() -> None:
        nonlocal done
        done += 1
        if step is not None:
            step(done, len(trials))

    for origin, rows in by_origin(trials).items():
        scores.append(_origin_score(origin, rows, rivals, engine, one_more))
    return Backtest(watched_until=watched_until, shows=len({trial.show for trial in trials}), origins=tuple(scores))


def _origin_score(
    origin: str, trials: Sequence[Trial], rivals: Sequence[Rivals], engine: Engine, step: Callable[[], None]
) -> OriginScore:
    misses: dict[str, list[Miss]] = {}
    told: dict[int, list[tuple[float, bool]]] = {}
    counted = 0
    for trial in trials:
        if trial.truth is not None and trial.returned:
            counted += 1
            for method, spread in _spreads(trial, rivals[fold_of(trial.show)], engine):
                misses.setdefault(method, []).append(missed(spread, trial.truth))
        # Of a show with known milestones the return was known, and only those that came are in the data.
        if origin in AFTER_THE_FINALE:
            for months, pair in _odds(trial, engine):
                told.setdefault(months, []).append(pair)
        step()
    return OriginScore(
        origin=origin,
        trials=len(trials),
        spreads={method: spread_score(rows) for method, rows in misses.items() if len(rows) == counted},
        odds={months: odds_score(pairs) for months, pairs in sorted(told.items())},
    )


def _spreads(trial: Trial, rivals: Rivals, engine: Engine) -> Iterable[tuple[str, Quantiles]]:
    yield MODEL, engine.distribution(trial.case, trial.as_of)
    after_finale = trial.origin in AFTER_THE_FINALE
    for name in GAP_RIVALS if after_finale else (*LAG_RIVALS, *GAP_RIVALS):
        guess = rivals.guess(name, trial)
        if guess is not None:
            yield name, guess
    if not after_finale:
        yield UNTOLD, without_milestones(trial, engine)


def _odds(trial: Trial, engine: Engine) -> Iterable[tuple[int, tuple[float, bool]]]:
    """The odds of one trial beside what came, for each horizon that was still ahead and is over by now."""
    open_ones = [
        months for months in HORIZONS if trial.as_of < add_months(trial.last_end, months) <= trial.watched_until
    ]
    if not open_ones:
        return
    odds = engine.odds(trial.case, trial.as_of)
    for months in open_ones:
        came = trial.truth is not None and trial.truth <= add_months(trial.last_end, months)
        yield months, (min(max(odds[months], 0.0), 1.0), came)
