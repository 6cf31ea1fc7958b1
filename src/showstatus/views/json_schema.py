"""The JSON Schema (2020-12) of every document that --json prints, by command.

Fields may be added; none is taken away or changes its meaning within one `schema_version`.
"""

from __future__ import annotations

from showstatus.changes import KINDS as CHANGES
from showstatus.claims import DECISIONS, KINDS, RANKS, STAGES
from showstatus.imports.placing import OUTCOMES
from showstatus.shows import ID_KINDS
from showstatus.views.days_schema import BINGE, CALENDAR, TIMELINE
from showstatus.views.forecast_schema import BACKTEST, FORECAST, SCORE
from showstatus.views.proposals_schema import PROPOSAL_OF_A_FEED, READ
from showstatus.views.schema_parts import COUNT as _COUNT
from showstatus.views.schema_parts import DAY as _DAY
from showstatus.views.schema_parts import FLAG as _FLAG
from showstatus.views.schema_parts import INSTALMENT as _INSTALMENT
from showstatus.views.schema_parts import TEXT as _TEXT
from showstatus.views.schema_parts import Schema
from showstatus.views.schema_parts import list_of as _list
from showstatus.views.schema_parts import object_of as _object
from showstatus.views.schema_parts import or_null as _or_null

_IDS: Schema = {"type": "object", "properties": {key: {"type": ["string", "integer"]} for key in ID_KINDS}}
_WINDOW = _object(
    start=_DAY, end=_DAY, level={"type": "number"}, median=_DAY, basis={"const": "estimated"}, method=_TEXT,
    quantiles={"type": "object", "additionalProperties": _DAY}, because=_list(_TEXT),
)  # fmt: skip
_NEXT = _object(
    **_INSTALMENT,
    label=_or_null(_TEXT),
    stage=_or_null({"enum": list(STAGES)}),
    official=_or_null(_object(edtf=_TEXT, start=_or_null(_DAY), end=_or_null(_DAY))),
    date=_or_null(_DAY),
    overdue=_FLAG,
    window=_or_null(_WINDOW),
    countdown=_or_null(_object(min_days=_COUNT, max_days=_COUNT, words=_TEXT)),
)
_EVIDENCE = _object(
    id=_TEXT,
    kind={"enum": list(KINDS)},
    subject=_list(_object(**_INSTALMENT)),
    value={"type": ["string", "integer", "null"]},
    on=_or_null(_TEXT),
    by=_or_null(_TEXT),
    reports=_or_null(_TEXT),
    url=_or_null(_TEXT),
    rank={"enum": list(RANKS)},
    origin=_TEXT,
    counted=_FLAG,
)
_SHOW = _object(
    slug=_TEXT,
    title=_TEXT,
    qualifier=_or_null(_TEXT),
    aliases=_list(_TEXT),
    platform=_or_null(_TEXT),
    country=_or_null(_TEXT),
    genres=_list(_TEXT),
    ids=_IDS,
)
_CHECK = _object(
    schema_version={"const": 1},
    as_of=_DAY,
    asked_season=_or_null(_COUNT),
    followed=_FLAG,
    show=_SHOW,
    decision={"enum": list(DECISIONS)},
    decided_on=_or_null(_TEXT),
    decided_by=_or_null(_TEXT),
    question=_TEXT,
    answer={"type": "string", "pattern": "^(No|Yes|Not decided|Unknown)\\."},
    confirmed_seasons=_list(_COUNT),
    aired_seasons=_list(_COUNT),
    complete_seasons=_list(_COUNT),
    next=_or_null(_NEXT),
    renewal_odds=_or_null(
        _object(probability={"type": "number"}, horizon_months=_COUNT, reference_class=_TEXT, n=_COUNT)
    ),
    evidence=_list(_EVIDENCE),
    disputes=_list(_list(_TEXT)),
    cast=_list(_object(actor=_TEXT, character=_or_null(_TEXT), since_season=_or_null(_COUNT), new=_FLAG)),
    freshness=_object(last_checked=_or_null(_DAY), age_days=_or_null(_COUNT), stale=_FLAG),
    attribution=_list(_TEXT),
    tags=_list(_TEXT),
    note=_or_null(_TEXT),
)
_ROW = _object(
    slug=_TEXT,
    title=_TEXT,
    qualifier=_or_null(_TEXT),
    platform=_or_null(_TEXT),
    decision={"enum": list(DECISIONS)},
    stage=_or_null({"enum": list(STAGES)}),
    confirmed_seasons=_list(_COUNT),
    next_kind=_or_null(_INSTALMENT["kind"]),
    next_number=_or_null(_COUNT),
    next_part=_or_null(_COUNT),
    next_title=_or_null(_TEXT),
    date=_or_null(_DAY),
    window_start=_or_null(_DAY),
    window_end=_or_null(_DAY),
    window_median=_or_null(_DAY),
    basis=_or_null({"enum": ["official", "estimated"]}),
    countdown_days=_or_null(_COUNT),
    overdue=_FLAG,
    tags=_list(_TEXT),
    followed=_FLAG,
    stale=_FLAG,
)
_LIST = _object(schema_version={"const": 1}, as_of=_DAY, shows=_list(_ROW), attribution=_list(_TEXT))
_LOG = _object(
    schema_version={"const": 1},
    as_of=_DAY,
    slug=_TEXT,
    title=_TEXT,
    qualifier=_or_null(_TEXT),
    transitions=_list(
        _object(
            day=_DAY,
            what={"enum": ["decision", "stage", "official"]},
            about=_or_null(_object(**_INSTALMENT)),
            before=_or_null(_TEXT),
            after=_or_null(_TEXT),
            claims=_list(_TEXT),
        )
    ),
    slips=_list(
        _object(day=_DAY, about=_object(**_INSTALMENT), before=_TEXT, after=_TEXT, days={"type": "integer"}),
    ),
)
_CHANGE = _object(
    number=_COUNT,
    day=_DAY,
    slug=_TEXT,
    title=_TEXT,
    what={"enum": list(CHANGES)},
    about=_or_null(_object(**_INSTALMENT)),
    before=_or_null(_TEXT),
    after=_or_null(_TEXT),
    seasons=_list(_COUNT),
    sentence=_TEXT,
)
_HIT = _object(
    slug=_or_null(_TEXT),
    id=_or_null(_TEXT),
    title=_TEXT,
    year=_or_null(_COUNT),
    platform=_or_null(_TEXT),
    country=_or_null(_TEXT),
    url=_or_null(_TEXT),
    followed=_FLAG,
)
_REFRESH = _object(
    schema_version={"const": 1},
    as_of=_DAY,
    fetched=_COUNT,
    updated_registries=_list(_TEXT),
    changes=_list(_CHANGE),
    proposals=_list(PROPOSAL_OF_A_FEED),
    warnings=_list(_TEXT),
)
_FEED = _object(
    name=_TEXT,
    address=_TEXT,
    by=_or_null(_TEXT),
    read=_or_null(_DAY),
    waiting=_COUNT,
)
_SUBSCRIPTION = _object(
    name=_TEXT,
    origin=_TEXT,
    address=_or_null(_TEXT),
    sha256=_or_null(_TEXT),
    key=_or_null(_TEXT),
    shows=_COUNT,
    claims=_COUNT,
    checked=_or_null(_TEXT),
    fetched=_or_null(_DAY),
)
_IMPORTED = _object(
    outcome={"enum": list(OUTCOMES)},
    slug=_or_null(_TEXT),
    title=_or_null(_TEXT),
    year=_or_null(_COUNT),
    ids=_IDS,
    candidates=_list(_TEXT),
    why=_or_null(_TEXT),
)
_IMPORT = _object(
    schema_version={"const": 1},
    action={"enum": ["imported", "tried"]},
    format=_TEXT,
    others=_COUNT,
    shows=_list(_IMPORTED),
    warnings=_list(_TEXT),
)
_DOCTOR = _object(
    schema_version={"const": 1},
    problems=_list(_object(path=_TEXT, line=_or_null(_COUNT), severity={"enum": ["error", "note"]}, message=_TEXT)),
)
_PATH = _object(schema_version={"const": 1}, paths={"type": "object", "additionalProperties": _or_null(_TEXT)})


def _done(*actions: str, **facts: Schema) -> Schema:
    """What a command did: its `action`, and what it was done to."""
    return _object(schema_version={"const": 1}, action={"enum": list(actions)}, **facts)


_DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMA: Schema = {
    "$schema": _DIALECT,
    "title": "What showstatus prints with --json, by command",
    "type": "object",
    "properties": {
        "check": _CHECK,
        "list": _LIST,
        "next": _LIST,
        "timeline": TIMELINE,
        "calendar": CALENDAR,
        "binge": BINGE,
        "log": _LOG,
        "search": _object(schema_version={"const": 1}, results=_list(_HIT)),
        "refresh": _REFRESH,
        "notify": _done(
            "listed",
            "added",
            "tested",
            "removed",
            targets=_list(_object(name=_TEXT, service=_TEXT, only=_list(_TEXT), each=_FLAG)),
        ),
        "registry": _object(
            schema_version={"const": 1},
            action={"enum": ["listed", "added", "removed"]},
            registries=_list(_SUBSCRIPTION),
        ),
        "feed": _done("listed", "added", "removed", feeds=_list(_FEED)),
        "inbox": _done("listed", "accepted", "rejected", proposals=_list(PROPOSAL_OF_A_FEED), applied=_list(_TEXT)),
        "publish": _done("published", path=_TEXT, shows=_list(_TEXT), claims=_COUNT),
        "changes": _object(schema_version={"const": 1}, changes=_list(_CHANGE)),
        "doctor": _DOCTOR,
        "path": _PATH,
        "forecast": FORECAST,
        "backtest": BACKTEST,
        "score": SCORE,
        "read": READ,
        "answer": _object(schema_version={"const": 1}, as_of=_DAY, slug=_TEXT, title=_TEXT, markdown=_TEXT),
        "add": _done("added", shows=_list(_TEXT), new=_list(_TEXT)),
        "import": _IMPORT,
        "remove": _done("removed", shows=_list(_TEXT)),
        "claim": _done("claimed", show=_TEXT, id=_TEXT),
        "withdraw": _done("withdrawn", show=_TEXT, id=_TEXT),
        "pin": _done("pinned", "unpinned", show=_TEXT, decision=_or_null({"enum": list(DECISIONS)})),
        "tag": _done("tagged", show=_TEXT, tags=_list(_TEXT)),
        "note": _done("noted", show=_TEXT, note=_or_null(_TEXT)),
        "alias": _done("aliased", show=_TEXT, aliases=_list(_TEXT)),
        "export": _object(schema_version={"const": 1}, as_of=_DAY, shows=_list(_CHECK)),
        "undo": _done("undone", "redone", "listed", changes=_list(_object(made=_TEXT, what=_TEXT, undone=_FLAG))),
        "help": _object(schema_version={"const": 1}, topic=_or_null(_TEXT), text=_TEXT, topics=_list(_TEXT)),
        "site": _done("published", folder=_TEXT, shows=_COUNT, written=_COUNT, removed=_COUNT),
        "open": _done("cited", show=_TEXT, urls=_list(_TEXT)),
    },
}


def schema_of(command: str) -> Schema:
    """The schema of one command's document."""
    return {"$schema": _DIALECT, **SCHEMA["properties"][command]}
