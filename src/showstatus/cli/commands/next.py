"""`showstatus next`: what comes soonest."""

from __future__ import annotations

from showstatus.cli.command import Command, Example, Option
from showstatus.cli.listing import ORDERS, Row, public, rows
from showstatus.cli.session import Session
from showstatus.errors import UsageError

COMMAND = Command(
    "next",
    "What comes soonest, counted down.",
    "Only what has a date or a window that is not over.",
    (),
    (
        Option("--count", "At most this many.", "N", number=True),
        Option("--watch", "Keep counting on the screen, to the second, until Ctrl-C."),
    ),
    examples=(
        Example("next", "count down to what comes soonest"),
        Example("next --count 3", "count down to three shows"),
        Example("next --json --fields title,countdown_days", "hand the days to another program"),
    ),
)
MOST = 10
"""How many are counted down at a terminal where nothing else is asked for."""


def run(session: Session, *, count: int | None, watch: bool) -> int:
    """Count down to what comes next, soonest first."""
    if watch:
        from showstatus.cli.watch import watch as keep_watching

        if session.json:
            raise UsageError("--watch draws on the screen; it has no JSON.")
        return keep_watching(session, lambda: _coming(session)[: count or MOST])
    coming = _coming(session)
    if session.json:
        from showstatus.views.json_doc import list_document, picked

        document = list_document([public(row) for row in coming[:count]], session.as_of)
        session.output.document(picked(document, session.fields, within="shows"))
    elif session.output.is_terminal:
        from showstatus.views.countdowns import countdowns

        session.output.show(*countdowns(coming[: count or MOST], session.as_of))
    else:
        from showstatus.views.lines import list_lines

        session.output.lines(list_lines(coming[:count]))
    return 0


def _coming(session: Session) -> list[Row]:
    coming = [row for row in rows(session) if row["countdown_days"] is not None]
    return sorted(coming, key=ORDERS["countdown"])
