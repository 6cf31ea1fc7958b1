"""The JSON Schema of the documents of the forecast; `json_schema` puts it beside the others."""

from __future__ import annotations

from showstatus.claims import DECISIONS
from showstatus.forecast.engine import LEVELS
from showstatus.views.schema_parts import COUNT, DAY, FLAG, INSTALMENT, SHARE, TEXT, Schema, list_of, object_of, or_null

_DAYS: Schema = {"type": "integer"}
_NUMBER: Schema = {"type": "number"}


def _list(**properties: Schema) -> Schema:
    return list_of(object_of(**properties))


def _by(names: list[str], schema: Schema) -> Schema:
    return object_of(**dict.fromkeys(names, schema))


_QUANTILES = _by([f"{level:.2f}" for level in LEVELS], DAY)
_EXPLANATION = object_of(
    own_gaps=_list(**{"from": COUNT, "to": COUNT, "days": COUNT}),
    reference=or_null(
        object_of(words=TEXT, n=COUNT, lower_quartile_days=COUNT, median_days=COUNT, upper_quartile_days=COUNT)
    ),
    median_without_milestones=DAY,
    milestones=_list(
        kind=TEXT,
        season=or_null(COUNT),
        start=or_null(DAY),
        end=or_null(DAY),
        median_without=DAY,
        median_with=DAY,
        moved_days=_DAYS,
    ),
    analogues=_list(
        **{"slug": TEXT, "title": TEXT, "from": COUNT, "to": COUNT, "days": COUNT, "platform": or_null(TEXT)}
    ),
)
FORECAST = object_of(
    schema_version={"const": 1},
    as_of=DAY,
    slug=TEXT,
    title=TEXT,
    qualifier=or_null(TEXT),
    decision={"enum": list(DECISIONS)},
    next=or_null(object_of(**INSTALMENT)),
    why_not=or_null(TEXT),
    median=or_null(DAY),
    quantiles=or_null(_QUANTILES),
    intervals=_list(level=SHARE, start=DAY, end=DAY),
    odds=or_null(_by(["12", "24", "36"], SHARE)),
    explanation=or_null(_EXPLANATION),
    because=list_of(TEXT),
)
"""What `forecast SHOW --json` prints."""

_LEVELS = object_of(**{"50": _NUMBER, "80": _NUMBER, "90": _NUMBER})
BACKTEST = object_of(
    schema_version={"const": 1},
    source=TEXT,
    watched_until=DAY,
    shows=COUNT,
    origins=_list(
        origin=TEXT,
        trials=COUNT,
        methods=_list(
            method=TEXT,
            n=COUNT,
            pinball_days=_NUMBER,
            crps_days=_NUMBER,
            median_error_days=_NUMBER,
            bias_days=_NUMBER,
            coverage=_LEVELS,
            width_days=_LEVELS,
            ratio=or_null(_NUMBER),
        ),
        odds=_list(
            months=COUNT,
            n=COUNT,
            base_rate=SHARE,
            auc=or_null(_NUMBER),
            brier=_NUMBER,
            brier_skill=or_null(_NUMBER),
            log_loss=_NUMBER,
            reliability=_list(**{"from": SHARE, "to": SHARE, "n": COUNT, "told": SHARE, "came": SHARE}),
        ),
    ),
)
"""What `backtest --json` prints."""

SCORE = object_of(
    schema_version={"const": 1},
    as_of=DAY,
    forecasts=_list(
        slug=TEXT,
        title=TEXT,
        season=COUNT,
        moment=TEXT,
        as_of=DAY,
        window_start=DAY,
        window_end=DAY,
        median=DAY,
        premiere=DAY,
        inside=FLAG,
        error_days=_DAYS,
        dated=FLAG,
    ),
    summary=_list(
        moment=TEXT,
        n=COUNT,
        level=SHARE,
        inside=SHARE,
        median_error_days=_NUMBER,
        bias_days=_NUMBER,
        median_width_days=_NUMBER,
    ),
)
"""What `score --json` prints."""
