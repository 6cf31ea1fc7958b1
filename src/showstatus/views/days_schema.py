"""The JSON Schema of `timeline`, `calendar` and `binge`; `json_schema` puts it beside the others."""

from __future__ import annotations

from showstatus.claims import DECISIONS, STAGES
from showstatus.spans import WHATS
from showstatus.views.schema_parts import COUNT, DAY, FLAG, INSTALMENT, SHARE, TEXT, list_of, object_of, or_null

_SHOW = {
    "slug": TEXT,
    "title": TEXT,
    "qualifier": or_null(TEXT),
    "platform": or_null(TEXT),
    "decision": {"enum": list(DECISIONS)},
    "stage": or_null({"enum": list(STAGES)}),
}
_SPAN = object_of(
    what={"enum": list(WHATS)},
    **INSTALMENT,
    label=or_null(TEXT),
    start=DAY,
    end=DAY,
    starts_on_day=FLAG,
    ends_on_day=FLAG,
    quantiles=or_null({"type": "object", "additionalProperties": DAY}),
)
_ALL_OUT = object_of(
    **INSTALMENT,
    date=or_null(DAY),
    start=DAY,
    end=DAY,
    basis={"enum": ["official", "reckoned", "estimated"]},
    because=TEXT,
    countdown=object_of(min_days=COUNT, max_days=COUNT, words=TEXT),
)
TIMELINE = object_of(schema_version={"const": 1}, as_of=DAY, shows=list_of(object_of(**_SHOW, spans=list_of(_SPAN))))
CALENDAR = object_of(
    schema_version={"const": 1},
    as_of=DAY,
    start=DAY,
    end=DAY,
    events=list_of(object_of(day=DAY, what={"enum": ["premiere", "finale"]}, **_SHOW, span=_SPAN)),
    chances=list_of(object_of(probability=SHARE, **_SHOW, span=_SPAN)),
)
BINGE = object_of(schema_version={"const": 1}, as_of=DAY, shows=list_of(object_of(**_SHOW, all_out=or_null(_ALL_OUT))))
