"""The JSON Schema of what is read: `read --json`, and the proposals of feeds."""

from __future__ import annotations

from typing import Any

from showstatus.claims import DECISIONS, KINDS, STAGES
from showstatus.reader.proposals import SURENESS

VERDICTS = (
    "renewed", "cancelled", "final-season", "ended", "pending", "saved", "in-production", "unknown",
)  # fmt: skip
"""How a show may stand by what one text says of it."""


def _object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties)}


_TEXT = {"type": "string"}
_MAYBE_TEXT = {"type": ["string", "null"]}
_NUMBERS = {"type": "array", "items": {"type": "integer", "minimum": 0}}
_STANDING = _object(
    decision={"enum": list(DECISIONS)},
    confirmed_seasons=_NUMBERS,
    next=_MAYBE_TEXT,
    stage={"enum": [*STAGES, None]},
    official=_MAYBE_TEXT,
)
_PROPOSED: dict[str, Any] = {
    "id": _TEXT,
    "kind": {"enum": list(KINDS)},
    "seasons": _NUMBERS,
    "value": {"type": ["string", "integer", "null"]},
    "on": _MAYBE_TEXT,
    "by": _MAYBE_TEXT,
    "url": _MAYBE_TEXT,
}
"""What every proposal tells of its claim."""
_PROPOSAL = _object(
    **_PROPOSED,
    cast={"type": "array", "items": _object(actor=_TEXT, character=_MAYBE_TEXT)},
    quote=_TEXT,
    line={"type": "integer", "minimum": 1},
    sure={"enum": list(SURENESS)},
    known={"type": "boolean"},
    applied={"type": "boolean"},
)
PROPOSAL_OF_A_FEED = _object(
    number={"type": "integer", "minimum": 1},
    slug=_TEXT,
    title=_TEXT,
    **_PROPOSED,
    what=_TEXT,
    quote=_TEXT,
    sure={"enum": list(SURENESS)},
    feed=_TEXT,
    published={"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]},
    came={"type": "string", "format": "date"},
)
READ = _object(
    schema_version={"const": 1},
    published=_MAYBE_TEXT,
    shows={
        "type": "array",
        "items": _object(
            slug=_TEXT,
            title=_TEXT,
            known={"type": "boolean"},
            verdict={"enum": list(VERDICTS)},
            subject_season={"type": ["integer", "null"]},
            confirmed_seasons=_NUMBERS,
            official_window=_MAYBE_TEXT,
            estimate=_MAYBE_TEXT,
            proposals={"type": "array", "items": _PROPOSAL},
            before=_STANDING,
            after=_STANDING,
        ),
    },
)
