"""`showstatus log SHOW`: how it came to stand as it does."""

from __future__ import annotations

from showstatus.cli.command import SHOW, Command, Example
from showstatus.cli.session import Session
from showstatus.history import history

COMMAND = Command(
    "log",
    "The history of a show: dated transitions, each with the claims behind it.",
    arguments=(SHOW,),
    examples=(
        Example("log heartstopper", "see how it came to stand as it does"),
        Example("log glow --json", "take the same as JSON, with the ids of the claims"),
    ),
)


def run(session: Session, *, show: str) -> int:
    """Print the transitions of one show, oldest first."""
    ledger = session.ledger
    entry = ledger.entry(ledger.resolve(show))
    transitions = history(entry, session.as_of)
    if session.json:
        from showstatus.views.json_doc import log_document, picked

        document = log_document(entry.show, transitions, session.as_of)
        session.output.document(picked(document, session.fields, within="transitions"))
    elif session.output.is_terminal:
        from showstatus.views.log import log_table

        session.output.show(log_table(transitions))
    else:
        from showstatus.views.lines import log_lines

        session.output.lines(log_lines(transitions))
    return 0
