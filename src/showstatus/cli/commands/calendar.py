"""`showstatus calendar [MONTH]`: a month as a grid."""

from __future__ import annotations

import contextlib
import datetime as dt

from showstatus.cli.command import Argument, Command, Example
from showstatus.cli.listing import attribution, rows
from showstatus.cli.session import Session
from showstatus.errors import DateError, UsageError

COMMAND = Command(
    "calendar",
    "A month as a grid: premieres and finales on their days, and where something may come.",
    "MONTH is 2027-03, “March 2027”, or a month's name: the one that is running or comes next. Without it: this month.",
    (Argument("month", "The month to show.", many=True, required=False),),
    examples=(
        Example("calendar", "see this month"),
        Example("calendar December", "see the December that comes next"),
        Example("calendar 2027-03 --json", "take a month as JSON"),
    ),
)


def run(session: Session, *, month: list[str]) -> int:
    """Show what falls into one month."""
    from showstatus.agenda import agenda
    from showstatus.dates import add_months
    from showstatus.spans import span_of

    start = _month(" ".join(month), session.as_of)
    shows = [(row, [span_of(span) for span in row["spans"]]) for row in rows(session, "timeline")]
    found = agenda(shows, start, add_months(start, 1), session.as_of)
    if session.json:
        from showstatus.views.days_json import calendar_document
        from showstatus.views.json_doc import picked

        session.output.document(picked(calendar_document(found, session.as_of), session.fields))
    elif session.output.is_terminal:
        from showstatus.views.calendar import calendar
        from showstatus.views.table import foot

        shown = attribution([*(one.show for one in found.events), *(one.show for one in found.chances)])
        session.output.show(*calendar(found, session.as_of), *foot(shown))
    else:
        from showstatus.views.lines import calendar_lines

        session.output.lines(calendar_lines(found))
    return 0


def _month(text: str, as_of: dt.date) -> dt.date:
    """The first day of the month that is meant. Raises `UsageError` for anything that is no month."""
    from showstatus.spoken import MONTHS, hear

    if not text:
        return as_of.replace(day=1)
    begun = text.lower()
    named = [number for number, name in enumerate(MONTHS, 1) if name.lower().startswith(begun)]
    if named and len(text) >= 3:
        return dt.date(as_of.year + (named[0] < as_of.month), named[0], 1)
    with contextlib.suppress(DateError):
        heard = hear(text, as_of)
        if heard.precision in ("month", "day"):
            return heard.start.replace(day=1)
    raise UsageError(f"“{text}” is no month; write 2027-03, “March 2027” or March.")
