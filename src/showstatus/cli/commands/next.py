"""`showstatus next`: what comes soonest."""

from __future__ import annotations

from showstatus.cli.command import Command, Option
from showstatus.cli.listing import FORMAT, ORDERS, attribution, public, rows, show_templated
from showstatus.cli.session import Session

COMMAND = Command(
    "next",
    "What comes soonest, counted down.",
    "Only what has a date or a window that is not over.",
    (),
    (Option("--count", "At most this many.", "N", number=True), FORMAT),
)
MOST = 10
"""How many are counted down at a terminal where nothing else is asked for."""


def run(session: Session, *, count: int | None, format: str | None) -> int:  # noqa: A002 - the option's name
    """Count down to what comes next, soonest first."""
    coming = [row for row in rows(session) if row["countdown_days"] is not None]
    coming.sort(key=ORDERS["countdown"])
    at_terminal = session.output.is_terminal and not session.json and format is None
    coming = coming[: count or (MOST if at_terminal else None)]
    if format is not None:
        show_templated(session, coming, format)
    elif session.json:
        from showstatus.views.json_doc import list_document, picked

        document = list_document([public(row) for row in coming], session.as_of, attribution(coming))
        session.output.document(picked(document, session.fields, within="shows"))
    elif session.output.is_terminal:
        from showstatus.views.table import foot, next_table

        session.output.show(next_table(coming, session.as_of), *foot(attribution(coming)))
    else:
        from showstatus.views.lines import list_lines

        session.output.lines(list_lines(coming))
    return 0
