"""`showstatus next`: what comes soonest."""

from __future__ import annotations

from showstatus.cli.command import Command, Example, Option
from showstatus.cli.listing import FORMAT, ORDERS, Row, attribution, public, rows, show_templated
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
        FORMAT,
    ),
    examples=(
        Example("next", "count down to what comes soonest"),
        Example("next --count 3", "count down to three shows"),
        Example("next --json --fields title,countdown_days", "hand the days to another program"),
    ),
)
MOST = 10
"""How many are counted down at a terminal where nothing else is asked for."""


def run(session: Session, *, count: int | None, watch: bool, format: str | None) -> int:  # noqa: A002 - its option
    """Count down to what comes next, soonest first."""
    if watch:
        from showstatus.cli.watch import watch as keep_watching

        if session.json:
            raise UsageError("--watch draws on the screen; it has no JSON.")
        return keep_watching(session, lambda: _coming(session)[: count or MOST])
    at_terminal = session.output.is_terminal and not session.json and format is None
    coming = _coming(session)[: count or (MOST if at_terminal else None)]
    if format is not None:
        show_templated(session, coming, format)
    elif session.json:
        from showstatus.views.json_doc import list_document, picked

        document = list_document([public(row) for row in coming], session.as_of, attribution(coming))
        session.output.document(picked(document, session.fields, within="shows"))
    elif session.output.is_terminal:
        from showstatus.views.countdowns import countdowns
        from showstatus.views.table import foot

        session.output.show(*countdowns(coming, session.as_of), *foot(attribution(coming)))
    else:
        from showstatus.views.lines import list_lines

        session.output.lines(list_lines(coming))
    return 0


def _coming(session: Session) -> list[Row]:
    coming = [row for row in rows(session) if row["countdown_days"] is not None]
    return sorted(coming, key=ORDERS["countdown"])
