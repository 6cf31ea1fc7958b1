"""`showstatus schema`: the JSON Schema of every document."""

from __future__ import annotations

from showstatus.cli.command import Argument, Command, Example
from showstatus.cli.session import Session
from showstatus.errors import UsageError

COMMAND = Command(
    "schema",
    "The JSON Schema of what --json prints.",
    "It is JSON itself, with --json or without.",
    arguments=(Argument("command", "Only the schema of this command's document.", required=False),),
    examples=(Example("schema check", "see the fields of `check --json`"),),
)


def run(session: Session, *, command: str | None) -> int:
    """Print the schema of one document, or of them all."""
    from showstatus.views.json_doc import picked
    from showstatus.views.json_schema import SCHEMA, schema_of

    if command is not None and command not in SCHEMA["properties"]:
        raise UsageError(f"“{command}” prints no JSON; these do: {', '.join(SCHEMA['properties'])}.")
    session.output.document(picked(schema_of(command) if command else SCHEMA, session.fields))
    return 0
