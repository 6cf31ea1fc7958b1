"""`showstatus timeline [SHOW…]`: seasons, filming and estimates on one time line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from showstatus.cli.command import SHOWS, Command, Example, Option
from showstatus.cli.listing import Row, attribution, rows_of
from showstatus.cli.session import Session
from showstatus.dates import ONE_DAY
from showstatus.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from showstatus.spans import Span

COMMAND = Command(
    "timeline",
    "Seasons, filming and what is to come, drawn on one time line.",
    "Without a name: the shows you follow, what comes soonest first, and the last ten years. For one show everything "
    "is drawn, and the days are told in words too.",
    (SHOWS,),
    (
        Option("--after", "Only what is not over before this day.", "DAY"),
        Option("--before", "Only what begins before this day.", "DAY"),
    ),
    examples=(
        Example("timeline", "draw the shows you follow on one axis"),
        Example("timeline severance silo", "compare two shows"),
        Example("timeline stranger-things --after 2024", "draw one show from a year on"),
    ),
)
YEARS_BACK, YEARS_AHEAD = 10, 5
"""How far a picture reaches where nothing else is asked for."""
_LEAST = dt.timedelta(days=180)


def run(session: Session, *, shows: list[str], after: str | None, before: str | None) -> int:
    """Draw the shows that were named, or those that are followed."""
    first, last = _day(session, after), _day(session, before)
    if first is not None and last is not None and last <= first:
        raise UsageError("Nothing lies between --after and --before: name a later day with --before.")
    found = [{**row, "spans": _within(row["spans"], first, last)} for row in rows_of(session, "timeline", shows)]
    if session.json:
        from showstatus.views.days_json import timeline_document
        from showstatus.views.json_doc import picked

        document = picked(timeline_document(found, session.as_of), session.fields, within="shows")
        session.output.document(document)
    elif session.output.is_terminal:
        from showstatus.spans import span_of
        from showstatus.views.table import foot
        from showstatus.views.timeline import spans_table, timeline

        told = [(row, [span_of(span) for span in row["spans"]]) for row in found]
        start, end = _reach([spans for _, spans in told], session.as_of)
        parts = [timeline(told, first or start, max(last or end, (first or start) + ONE_DAY), session.as_of)]
        if len(told) == 1 and told[0][1]:
            parts += ["", spans_table(told[0][1])]
        session.output.show(*parts, *foot(attribution(found)))
    else:
        from showstatus.views.lines import timeline_lines

        session.output.lines(timeline_lines(found))
    return 0


def _within(spans: Sequence[Row], first: dt.date | None, last: dt.date | None) -> list[Row]:
    return [
        span
        for span in spans
        if (first is None or span["end"] >= first.isoformat()) and (last is None or span["start"] < last.isoformat())
    ]


def _reach(told: Sequence[Sequence[Span]], day: dt.date) -> tuple[dt.date, dt.date]:
    """The half-open range of days to draw: all there is, several shows only within some years of the day."""
    spans = [span for spans in told for span in spans]
    start = min((span.start for span in spans), default=day)
    if len(told) > 1:
        start = max(start, _years(day, -YEARS_BACK))
    end = max((max(span.end, span.start, *span.quantiles.values()) for span in spans), default=day)
    end = max(min(end, _years(day, YEARS_AHEAD)), day, start + _LEAST)
    return start, end + (end - start) // 40  # a little air behind it


def _years(day: dt.date, years: int) -> dt.date:
    from showstatus.dates import add_months

    return add_months(day, 12 * years)


def _day(session: Session, text: str | None) -> dt.date | None:
    if text is None:
        return None
    from showstatus.spoken import hear

    return hear(text, session.as_of).start
