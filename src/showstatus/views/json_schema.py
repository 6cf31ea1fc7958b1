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
from showstatus.views.schema_parts import COUNT, DAY, FLAG, INSTALMENT, TEXT, Schema, list_of, object_of, or_null

_IDS: Schema = {"type": "object", "properties": {key: {"type": ["string", "integer"]} for key in ID_KINDS}}
_WINDOW = object_of(
    start=DAY, end=DAY, level={"type": "number"}, median=DAY, basis={"const": "estimated"}, method=TEXT,
    quantiles={"type": "object", "additionalProperties": DAY}, because=list_of(TEXT),
)  # fmt: skip
_NEXT = object_of(
    **INSTALMENT,
    label=or_null(TEXT),
    stage=or_null({"enum": list(STAGES)}),
    official=or_null(object_of(edtf=TEXT, start=or_null(DAY), end=or_null(DAY))),
    date=or_null(DAY),
    overdue=FLAG,
    window=or_null(_WINDOW),
    countdown=or_null(object_of(min_days=COUNT, max_days=COUNT, words=TEXT)),
)
_EVIDENCE = object_of(
    id=TEXT,
    kind={"enum": list(KINDS)},
    subject=list_of(object_of(**INSTALMENT)),
    value={"type": ["string", "integer", "null"]},
    on=or_null(TEXT),
    by=or_null(TEXT),
    reports=or_null(TEXT),
    url=or_null(TEXT),
    rank={"enum": list(RANKS)},
    origin=TEXT,
    counted=FLAG,
)
_SHOW = object_of(
    slug=TEXT,
    title=TEXT,
    qualifier=or_null(TEXT),
    aliases=list_of(TEXT),
    platform=or_null(TEXT),
    country=or_null(TEXT),
    genres=list_of(TEXT),
    ids=_IDS,
)
_CHECK = object_of(
    schema_version={"const": 1},
    as_of=DAY,
    asked_season=or_null(COUNT),
    followed=FLAG,
    show=_SHOW,
    decision={"enum": list(DECISIONS)},
    decided_on=or_null(TEXT),
    decided_by=or_null(TEXT),
    question=TEXT,
    answer={"type": "string", "pattern": "^(No|Yes|Not decided|Unknown)\\."},
    confirmed_seasons=list_of(COUNT),
    aired_seasons=list_of(COUNT),
    complete_seasons=list_of(COUNT),
    next=or_null(_NEXT),
    renewal_odds=or_null(
        object_of(probability={"type": "number"}, horizon_months=COUNT, reference_class=TEXT, n=COUNT)
    ),
    evidence=list_of(_EVIDENCE),
    disputes=list_of(list_of(TEXT)),
    cast=list_of(object_of(actor=TEXT, character=or_null(TEXT), since_season=or_null(COUNT), new=FLAG)),
    freshness=object_of(last_checked=or_null(DAY), age_days=or_null(COUNT), stale=FLAG),
    attribution=list_of(TEXT),
    tags=list_of(TEXT),
    note=or_null(TEXT),
)
_ROW = object_of(
    slug=TEXT,
    title=TEXT,
    qualifier=or_null(TEXT),
    platform=or_null(TEXT),
    decision={"enum": list(DECISIONS)},
    stage=or_null({"enum": list(STAGES)}),
    confirmed_seasons=list_of(COUNT),
    next_kind=or_null(INSTALMENT["kind"]),
    next_number=or_null(COUNT),
    next_part=or_null(COUNT),
    next_title=or_null(TEXT),
    date=or_null(DAY),
    window_start=or_null(DAY),
    window_end=or_null(DAY),
    window_median=or_null(DAY),
    basis=or_null({"enum": ["official", "estimated"]}),
    countdown_days=or_null(COUNT),
    overdue=FLAG,
    tags=list_of(TEXT),
    followed=FLAG,
    stale=FLAG,
)
_LIST = object_of(schema_version={"const": 1}, as_of=DAY, shows=list_of(_ROW), attribution=list_of(TEXT))
_LOG = object_of(
    schema_version={"const": 1},
    as_of=DAY,
    slug=TEXT,
    title=TEXT,
    qualifier=or_null(TEXT),
    transitions=list_of(
        object_of(
            day=DAY,
            what={"enum": ["decision", "stage", "official"]},
            about=or_null(object_of(**INSTALMENT)),
            before=or_null(TEXT),
            after=or_null(TEXT),
            claims=list_of(TEXT),
        )
    ),
    slips=list_of(
        object_of(day=DAY, about=object_of(**INSTALMENT), before=TEXT, after=TEXT, days={"type": "integer"}),
    ),
)
_CHANGE = object_of(
    number=COUNT,
    day=DAY,
    slug=TEXT,
    title=TEXT,
    what={"enum": list(CHANGES)},
    about=or_null(object_of(**INSTALMENT)),
    before=or_null(TEXT),
    after=or_null(TEXT),
    seasons=list_of(COUNT),
    sentence=TEXT,
)
_HIT = object_of(
    slug=or_null(TEXT),
    id=or_null(TEXT),
    title=TEXT,
    year=or_null(COUNT),
    platform=or_null(TEXT),
    country=or_null(TEXT),
    url=or_null(TEXT),
    followed=FLAG,
    ended=or_null(COUNT),
    type=or_null(TEXT),
    language=or_null(TEXT),
)
_REFRESH = object_of(
    schema_version={"const": 1},
    as_of=DAY,
    fetched=COUNT,
    updated_registries=list_of(TEXT),
    changes=list_of(_CHANGE),
    proposals=list_of(PROPOSAL_OF_A_FEED),
    warnings=list_of(TEXT),
)
_FEED = object_of(
    name=TEXT,
    address=TEXT,
    by=or_null(TEXT),
    read=or_null(DAY),
    waiting=COUNT,
)
_SUBSCRIPTION = object_of(
    name=TEXT,
    origin=TEXT,
    address=or_null(TEXT),
    sha256=or_null(TEXT),
    key=or_null(TEXT),
    shows=COUNT,
    claims=COUNT,
    checked=or_null(TEXT),
    fetched=or_null(DAY),
)
_IMPORTED = object_of(
    outcome={"enum": list(OUTCOMES)},
    slug=or_null(TEXT),
    title=or_null(TEXT),
    year=or_null(COUNT),
    ids=_IDS,
    candidates=list_of(TEXT),
    why=or_null(TEXT),
)
_IMPORT = object_of(
    schema_version={"const": 1},
    action={"enum": ["imported", "tried"]},
    format=TEXT,
    others=COUNT,
    shows=list_of(_IMPORTED),
    warnings=list_of(TEXT),
)
_DOCTOR = object_of(
    schema_version={"const": 1},
    problems=list_of(object_of(path=TEXT, line=or_null(COUNT), severity={"enum": ["error", "note"]}, message=TEXT)),
)
_PATH = object_of(schema_version={"const": 1}, paths={"type": "object", "additionalProperties": or_null(TEXT)})


def _done(*actions: str, **facts: Schema) -> Schema:
    """What a command did: its `action`, and what it was done to."""
    return object_of(schema_version={"const": 1}, action={"enum": list(actions)}, **facts)


_CATALOGUE = _done(
    "pulled",
    "updated",
    "told",
    path=TEXT,
    shows=COUNT,
    day=or_null(DAY),
    next_page=or_null(COUNT),
    bytes=COUNT,
    came=COUNT,
)
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
        "search": object_of(schema_version={"const": 1}, results=list_of(_HIT)),
        "catalogue": _CATALOGUE,
        "refresh": _REFRESH,
        "notify": _done(
            "listed",
            "added",
            "tested",
            "removed",
            targets=list_of(object_of(name=TEXT, service=TEXT, only=list_of(TEXT), each=FLAG)),
        ),
        "registry": object_of(
            schema_version={"const": 1},
            action={"enum": ["listed", "added", "removed"]},
            registries=list_of(_SUBSCRIPTION),
        ),
        "feed": _done("listed", "added", "removed", feeds=list_of(_FEED)),
        "inbox": _done("listed", "accepted", "rejected", proposals=list_of(PROPOSAL_OF_A_FEED), applied=list_of(TEXT)),
        "publish": _done("published", path=TEXT, shows=list_of(TEXT), claims=COUNT),
        "changes": object_of(schema_version={"const": 1}, changes=list_of(_CHANGE)),
        "doctor": _DOCTOR,
        "path": _PATH,
        "forecast": FORECAST,
        "backtest": BACKTEST,
        "score": SCORE,
        "read": READ,
        "answer": object_of(schema_version={"const": 1}, as_of=DAY, slug=TEXT, title=TEXT, markdown=TEXT),
        "add": _done("added", shows=list_of(TEXT), new=list_of(TEXT)),
        "import": _IMPORT,
        "remove": _done("removed", shows=list_of(TEXT)),
        "claim": _done("claimed", show=TEXT, id=TEXT),
        "withdraw": _done("withdrawn", show=TEXT, id=TEXT),
        "pin": _done("pinned", "unpinned", show=TEXT, decision=or_null({"enum": list(DECISIONS)})),
        "tag": _done("tagged", show=TEXT, tags=list_of(TEXT)),
        "note": _done("noted", show=TEXT, note=or_null(TEXT)),
        "alias": _done("aliased", show=TEXT, aliases=list_of(TEXT)),
        "export": object_of(schema_version={"const": 1}, as_of=DAY, shows=list_of(_CHECK)),
        "undo": _done("undone", "redone", "listed", changes=list_of(object_of(made=TEXT, what=TEXT, undone=FLAG))),
        "help": object_of(schema_version={"const": 1}, topic=or_null(TEXT), text=TEXT, topics=list_of(TEXT)),
        "site": _done("published", folder=TEXT, shows=COUNT, written=COUNT, removed=COUNT),
        "open": _done("cited", show=TEXT, urls=list_of(TEXT)),
    },
}


def schema_of(command: str) -> Schema:
    """The schema of one command's document."""
    return {"$schema": _DIALECT, **SCHEMA["properties"][command]}
