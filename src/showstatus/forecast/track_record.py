"""How the replayed forecasts of the registry's shows did, summed up: over all, and by the moment they were made at.

A forecast made once the day was announced is counted apart: it would flatter the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from showstatus.forecast.replay import LEVEL, MOMENTS, Replay
from showstatus.forecast.scores import median
from showstatus.spoken import counted, percent

ALL, DATED = "all", "date-announced"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """How the forecasts of one kind did; days throughout."""

    moment: str
    """One of `MOMENTS`, or `ALL`; `DATED` is every forecast made when the day was announced."""
    n: int
    level: float
    """The share of the probability in the interval, which is the share that ought to be inside."""
    inside: float
    median_error: float
    bias: float
    """Median of truth minus median: positive where seasons came later than said."""
    width: float

    @property
    def words(self) -> str:
        """The record in one sentence."""
        days = round(abs(self.bias))
        way = "later" if self.bias > 0 else "earlier"
        bias = f"half came at least {counted(days, 'day')} {way}" if days else "no bias"
        width, error = counted(round(self.width), "day"), counted(round(self.median_error), "day")
        forecasts = counted(self.n, "forecast")
        return (
            f"{forecasts}: {percent(self.inside)} of the premieres came inside the {percent(self.level)} window "
            f"(median width {width}); median error {error}, {bias}."
        )


def records(rows: Sequence[Replay]) -> list[Record]:
    """The record over all forecasts, then by moment; empty where there is no forecast."""
    undated = [row for row in rows if not row.dated]
    groups = {ALL: undated, **{moment: [row for row in undated if row.moment == moment] for moment in MOMENTS}}
    groups[DATED] = [row for row in rows if row.dated]
    return [_record(moment, same) for moment, same in groups.items() if same]


def _record(moment: str, rows: Sequence[Replay]) -> Record:
    return Record(
        moment=moment,
        n=len(rows),
        level=LEVEL,
        inside=sum(row.inside for row in rows) / len(rows),
        median_error=median([abs(row.error_days) for row in rows]),
        bias=median([row.error_days for row in rows]),
        width=median([(row.end - row.start).days + 1 for row in rows]),
    )
