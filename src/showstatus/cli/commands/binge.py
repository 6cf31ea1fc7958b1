"""`showstatus binge [SHOW…]`: when it can be watched in one go."""

from __future__ import annotations

from showstatus.cli.command import SHOWS, Command, Example
from showstatus.cli.listing import attribution, rows_of
from showstatus.cli.session import Session

COMMAND = Command(
    "binge",
    "When the season that runs or comes is all out, to be watched in one go.",
    "The last day is the announced one, or reckoned from the number of episodes and the show's rhythm. Without a name: "
    "the shows you follow, as far as anything runs or comes.",
    (SHOWS,),
    examples=(
        Example("binge", "see when each season you wait for is all out"),
        Example("binge severance", "ask about one show"),
    ),
)


def run(session: Session, *, shows: list[str]) -> int:
    """Tell when each season is complete, the soonest first."""
    found = rows_of(session, "binge", shows)
    if not shows:
        found = sorted((row for row in found if row["all_out"] is not None), key=lambda row: _by_day(row["all_out"]))
    if session.json:
        from showstatus.views.days_json import binge_document
        from showstatus.views.json_doc import picked

        session.output.document(picked(binge_document(found, session.as_of), session.fields, within="shows"))
    elif session.output.is_terminal:
        from showstatus.views.table import binge_table, foot

        session.output.show(binge_table(found, session.output.width), *foot(attribution(found)))
    else:
        from showstatus.views.lines import binge_lines

        session.output.lines(binge_lines(found))
    return 0


def _by_day(found: dict[str, str]) -> tuple[str, str]:
    return found["start"], found["end"]
