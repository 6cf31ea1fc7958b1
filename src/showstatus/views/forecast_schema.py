"""The JSON Schema of the documents of the forecast; `json_schema` puts it beside the others."""

from __future__ import annotations

from typing import Any

from showstatus.claims import DECISIONS
from showstatus.forecast.engine import LEVELS

Schema = dict[str, Any]

_DAY: Schema = {"type": "string", "format": "date"}
_DAY_OR_NULL: Schema = {"anyOf": [_DAY, {"type": "null"}]}
_TEXT: Schema = {"type": "string"}
_TEXT_OR_NULL: Schema = {"type": ["string", "null"]}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_COUNT_OR_NULL: Schema = {"type": ["integer", "null"], "minimum": 0}
_DAYS: Schema = {"type": "integer"}
_NUMBER: Schema = {"type": "number"}
_NUMBER_OR_NULL: Schema = {"type": ["number", "null"]}
_SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
_FLAG: Schema = {"type": "boolean"}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _object(**properties: Schema) -> Schema:
    """Make an object in which every property is always there; more may come."""
    return {"type": "object", "properties": properties, "required": list(properties)}


def _list(**properties: Schema) -> Schema:
    return {"type": "array", "items": _object(**properties)}


def _by(names: list[str], schema: Schema) -> Schema:
    return _object(**dict.fromkeys(names, schema))


_QUANTILES = _by([f"{level:.2f}" for level in LEVELS], _DAY)
_EXPLANATION = _object(
    own_gaps=_list(**{"from": _COUNT, "to": _COUNT, "days": _COUNT}),
    reference=_or_null(
        _object(words=_TEXT, n=_COUNT, lower_quartile_days=_COUNT, median_days=_COUNT, upper_quartile_days=_COUNT)
    ),
    median_without_milestones=_DAY,
    milestones=_list(
        kind=_TEXT,
        season=_COUNT_OR_NULL,
        start=_DAY_OR_NULL,
        end=_DAY_OR_NULL,
        median_without=_DAY,
        median_with=_DAY,
        moved_days=_DAYS,
    ),
    analogues=_list(
        **{"slug": _TEXT, "title": _TEXT, "from": _COUNT, "to": _COUNT, "days": _COUNT, "platform": _TEXT_OR_NULL}
    ),
)
FORECAST = _object(
    schema_version={"const": 1},
    as_of=_DAY,
    slug=_TEXT,
    title=_TEXT,
    qualifier=_TEXT_OR_NULL,
    decision={"enum": list(DECISIONS)},
    next=_or_null(
        _object(
            kind={"enum": ["season", "special", "film"]},
            number=_COUNT_OR_NULL,
            part=_COUNT_OR_NULL,
            title=_TEXT_OR_NULL,
        )
    ),
    why_not=_TEXT_OR_NULL,
    median=_DAY_OR_NULL,
    quantiles=_or_null(_QUANTILES),
    intervals=_list(level=_SHARE, start=_DAY, end=_DAY),
    odds=_or_null(_by(["12", "24", "36"], _SHARE)),
    explanation=_or_null(_EXPLANATION),
    because={"type": "array", "items": _TEXT},
)
"""What `forecast SHOW --json` prints."""

_LEVELS = _object(**{"50": _NUMBER, "80": _NUMBER, "90": _NUMBER})
BACKTEST = _object(
    schema_version={"const": 1},
    source=_TEXT,
    watched_until=_DAY,
    shows=_COUNT,
    origins=_list(
        origin=_TEXT,
        trials=_COUNT,
        methods=_list(
            method=_TEXT,
            n=_COUNT,
            pinball_days=_NUMBER,
            crps_days=_NUMBER,
            median_error_days=_NUMBER,
            bias_days=_NUMBER,
            coverage=_LEVELS,
            width_days=_LEVELS,
            ratio=_NUMBER_OR_NULL,
        ),
        odds=_list(
            months=_COUNT,
            n=_COUNT,
            base_rate=_SHARE,
            auc=_NUMBER_OR_NULL,
            brier=_NUMBER,
            brier_skill=_NUMBER_OR_NULL,
            log_loss=_NUMBER,
            reliability=_list(**{"from": _SHARE, "to": _SHARE, "n": _COUNT, "told": _SHARE, "came": _SHARE}),
        ),
    ),
)
"""What `backtest --json` prints."""

SCORE = _object(
    schema_version={"const": 1},
    as_of=_DAY,
    forecasts=_list(
        slug=_TEXT,
        title=_TEXT,
        season=_COUNT,
        moment=_TEXT,
        as_of=_DAY,
        window_start=_DAY,
        window_end=_DAY,
        median=_DAY,
        premiere=_DAY,
        inside=_FLAG,
        error_days=_DAYS,
        dated=_FLAG,
    ),
    summary=_list(
        moment=_TEXT,
        n=_COUNT,
        level=_SHARE,
        inside=_SHARE,
        median_error_days=_NUMBER,
        bias_days=_NUMBER,
        median_width_days=_NUMBER,
    ),
)
"""What `score --json` prints."""
