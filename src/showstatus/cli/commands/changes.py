"""`showstatus changes`: what a refresh found out since you last asked."""

from __future__ import annotations

import os
from contextlib import closing

from showstatus.cli.command import Command, Example, Option
from showstatus.cli.session import Session

TYPE_CHECKING = False
if TYPE_CHECKING:
    from showstatus.ledger.record import Recorded

COMMAND = Command(
    "changes",
    "What changed about the shows you follow since you last asked.",
    "Each change is told once; --since DAY tells those found out on that day or later, as often as you like. "
    "It opens no connection: showstatus refresh finds out.",
    (),
    (Option("--since", "“last” (since you last asked), or a day.", "DAY"),),
    examples=(
        Example("changes", "see what changed since you last asked"),
        Example("changes --since 2026-01-01 --json", "take all changes since a day as JSON"),
    ),
)
READER = "changes"


def run(session: Session, *, since: str | None) -> int:
    """Print the changes that were not printed before, or those since a day."""
    found = _found(session, since)
    if session.json:
        from showstatus.views.json_doc import changes_document, picked

        session.output.document(picked(changes_document(found), session.fields, within="changes"))
    elif session.output.is_terminal:
        from showstatus.views.news import changes_table

        session.output.show(changes_table(found))
    else:
        from showstatus.views.news import changes_lines

        session.output.lines(changes_lines(found))
    session.output.flush()
    if found and since in (None, "last"):
        _heard(session, found[-1].number)
    return 0


def _found(session: Session, since: str | None) -> list[Recorded]:
    if not os.path.exists(session.where.fetched):
        session.output.talk("Nothing was ever refreshed; showstatus refresh asks what is new.")
        return []
    from showstatus.ledger.fetched import Fetched
    from showstatus.ledger.record import Record
    from showstatus.spoken import hear

    with closing(Fetched(session.where.fetched)) as fetched:
        if since in (None, "last"):
            return Record(fetched).unheard(READER)
        return Record(fetched).since(hear(str(since), session.as_of).start)


def _heard(session: Session, number: int) -> None:
    from showstatus.ledger.fetched import Fetched
    from showstatus.ledger.record import Record

    with closing(Fetched(session.where.fetched)) as fetched:
        Record(fetched).heard(READER, number)
