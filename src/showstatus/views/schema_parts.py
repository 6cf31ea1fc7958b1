"""What the JSON Schemas of the documents are made of: the plain values, objects, lists, and an instalment."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]

DAY: Schema = {"type": "string", "format": "date"}
TEXT: Schema = {"type": "string"}
COUNT: Schema = {"type": "integer", "minimum": 0}
FLAG: Schema = {"type": "boolean"}
SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}


def or_null(schema: Schema) -> Schema:
    """What fits the schema, or null."""
    return {"anyOf": [schema, {"type": "null"}]}


def list_of(items: Schema) -> Schema:
    """A list of what fits the schema."""
    return {"type": "array", "items": items}


def object_of(**properties: Schema) -> Schema:
    """Make an object in which every property is always there; more may come."""
    return {"type": "object", "properties": properties, "required": list(properties)}


INSTALMENT: dict[str, Schema] = {
    "kind": {"enum": ["season", "special", "film"]},
    "number": or_null(COUNT),
    "part": or_null(COUNT),
    "title": or_null(TEXT),
}
"""The properties that name an instalment."""
