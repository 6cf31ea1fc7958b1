"""The JSON Schema of `timeline`, `calendar` and `binge`; `json_schema` puts it beside the others."""

from __future__ import annotations

from typing import Any

from showstatus.claims import DECISIONS, STAGES
from showstatus.spans import WHATS

Schema = dict[str, Any]

_DAY: Schema = {"type": "string", "format": "date"}
_TEXT: Schema = {"type": "string"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _object(**properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties)}


_INSTALMENT = {
    "kind": {"enum": ["season", "special", "film"]},
    "number": _or_null(_COUNT),
    "part": _or_null(_COUNT),
    "title": _or_null(_TEXT),
}
_SHOW = {
    "slug": _TEXT,
    "title": _TEXT,
    "qualifier": _or_null(_TEXT),
    "platform": _or_null(_TEXT),
    "decision": {"enum": list(DECISIONS)},
    "stage": _or_null({"enum": list(STAGES)}),
}
_SPAN = _object(
    what={"enum": list(WHATS)},
    **_INSTALMENT,
    label=_or_null(_TEXT),
    start=_DAY,
    end=_DAY,
    starts_on_day={"type": "boolean"},
    ends_on_day={"type": "boolean"},
    quantiles=_or_null({"type": "object", "additionalProperties": _DAY}),
)
_ALL_OUT = _object(
    **_INSTALMENT,
    date=_or_null(_DAY),
    start=_DAY,
    end=_DAY,
    basis={"enum": ["official", "reckoned", "estimated"]},
    because=_TEXT,
    countdown=_object(min_days=_COUNT, max_days=_COUNT, words=_TEXT),
)
TIMELINE = _object(schema_version={"const": 1}, as_of=_DAY, shows=_list(_object(**_SHOW, spans=_list(_SPAN))))
CALENDAR = _object(
    schema_version={"const": 1},
    as_of=_DAY,
    start=_DAY,
    end=_DAY,
    events=_list(_object(day=_DAY, what={"enum": ["premiere", "finale"]}, **_SHOW, span=_SPAN)),
    chances=_list(_object(probability=_SHARE, **_SHOW, span=_SPAN)),
)
BINGE = _object(schema_version={"const": 1}, as_of=_DAY, shows=_list(_object(**_SHOW, all_out=_or_null(_ALL_OUT))))
