"""The JSON documents of the forecast: what `forecast`, `backtest` and `score` print with --json. They may only grow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from showstatus.dates import FIRST_DAY, LAST_DAY, ONE_DAY
from showstatus.forecast.explain import Effect, Explanation

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime as dt

    from showstatus.forecast.backtest import Backtest
    from showstatus.forecast.outlook import Outlook
    from showstatus.forecast.replay import Replay
    from showstatus.forecast.track_record import Record

SCHEMA_VERSION = 1

Document = dict[str, Any]


def forecast_document(made: Outlook) -> Document:
    """`forecast SHOW --json`."""
    coming = made.coming
    return {
        "schema_version": SCHEMA_VERSION,
        "as_of": made.as_of.isoformat(),
        "slug": made.show.slug,
        "title": made.show.title,
        "qualifier": made.show.qualifier,
        "decision": made.decision,
        "next": None
        if coming is None
        else {
            "kind": coming.kind,
            "number": coming.number or None,
            "part": coming.part or None,
            "title": coming.title or None,
        },
        "why_not": made.why_not,
        "median": made.median.isoformat() if made.median is not None else None,
        "quantiles": {f"{level:.2f}": day.isoformat() for level, day in made.quantiles.items()} or None,
        "intervals": [
            {"level": level, "start": start.isoformat(), "end": end.isoformat()}
            for level, (start, end) in made.intervals.items()
        ],
        "odds": None if made.odds is None else {str(months): p for months, p in made.odds.items()},
        "explanation": None if made.told is None else _explanation(made.told),
        "because": list(made.because),
    }


def _explanation(told: Explanation) -> Document:
    reference = told.reference
    return {
        "own_gaps": [{"from": gap.first, "to": gap.second, "days": gap.days} for gap in told.own],
        "reference": None
        if reference is None
        else {
            "words": reference.words,
            "n": reference.n,
            "lower_quartile_days": reference.low,
            "median_days": reference.median,
            "upper_quartile_days": reference.high,
        },
        "median_without_milestones": told.plain.isoformat(),
        "milestones": [_effect(effect) for effect in told.effects],
        "analogues": [
            {
                "slug": gap.slug,
                "title": gap.title,
                "from": gap.first,
                "to": gap.second,
                "days": gap.days,
                "platform": gap.platform,
            }
            for gap in told.analogues
        ],
    }


def _effect(effect: Effect) -> Document:
    one = effect.milestone
    return {
        "kind": one.kind,
        "season": one.season,
        "start": one.start.isoformat() if one.start != FIRST_DAY else None,
        "end": (one.end - ONE_DAY).isoformat() if one.end != LAST_DAY else None,
        "median_without": effect.without.isoformat(),
        "median_with": effect.median.isoformat(),
        "moved_days": effect.days,
    }


def backtest_document(made: Backtest, source: str) -> Document:
    """`backtest --json`; `source` says what was replayed."""
    return {"schema_version": SCHEMA_VERSION, "source": source, **made.document()}


def score_document(rows: Sequence[Replay], records: Sequence[Record], as_of: dt.date) -> Document:
    """`score --json`."""
    return {
        "schema_version": SCHEMA_VERSION,
        "as_of": as_of.isoformat(),
        "forecasts": [
            {
                "slug": row.slug,
                "title": row.title,
                "season": row.season,
                "moment": row.moment,
                "as_of": row.as_of.isoformat(),
                "window_start": row.start.isoformat(),
                "window_end": row.end.isoformat(),
                "median": row.median.isoformat(),
                "premiere": row.truth.isoformat(),
                "inside": row.inside,
                "error_days": row.error_days,
                "dated": row.dated,
            }
            for row in rows
        ],
        "summary": [
            {
                "moment": record.moment,
                "n": record.n,
                "level": record.level,
                "inside": round(record.inside, 4),
                "median_error_days": round(record.median_error, 1),
                "bias_days": round(record.bias, 1),
                "median_width_days": round(record.width, 1),
            }
            for record in records
        ],
    }
