"""`showstatus forecast SHOW`: when the next season comes, if it does; `forecast --stdin`: the same for programs."""

from __future__ import annotations

from showstatus.cli.command import Argument, Command, Example, Option
from showstatus.cli.session import Session
from showstatus.errors import UsageError

COMMAND = Command(
    "forecast",
    "When the next season is likely to come, and the arithmetic behind it.",
    "With --stdin it reads one JSON object a line and answers one a line, in the same order: quantiles of the "
    "premiere, the odds of a return, and what they rest on. A line that cannot be understood is answered by an error; "
    "the rest go on. No show is named then, and no registry is read.",
    (Argument("show", "A show: slug, title, “title (qualifier)”, alias or initials.", is_show=True, required=False),),
    (
        Option("--season", "Ask about this season.", "N", number=True),
        Option("--stdin", "Answer questions from standard input, as JSON lines."),
    ),
    examples=(
        Example("forecast shrinking", "see when its next season is likely to come"),
        Example("forecast severance --season 3 --json", "take the quantiles as JSON"),
    ),
)


def run(session: Session, *, show: str | None, season: int | None, stdin: bool) -> int:
    """Forecast one show, or whatever the lines of standard input ask."""
    if stdin:
        if show is not None or season is not None or session.fields:
            raise UsageError("With --stdin the lines ask; name no show, no --season and no --fields.")
        from showstatus.cli.batch import answer_lines

        return answer_lines(session.as_of)
    if show is None:
        raise UsageError("Name a show, or ask by lines of JSON with --stdin.")
    _tell(session, show, season)
    return 0


def _tell(session: Session, show: str, season: int | None) -> None:
    from showstatus.cli.gaps import known_gaps
    from showstatus.forecast.engine import shipped
    from showstatus.forecast.outlook import outlook

    ledger = session.ledger
    entry = ledger.entry(ledger.resolve(show))
    made = outlook(entry, session.as_of, shipped(), known_gaps(session), season)
    if session.json:
        from showstatus.views.forecast_json import forecast_document
        from showstatus.views.json_doc import picked

        session.output.document(picked(forecast_document(made), session.fields))
    elif session.output.is_terminal:
        from showstatus.views.forecast import forecast_panel

        session.output.show(forecast_panel(made))
    else:
        from showstatus.views.forecast_lines import forecast_lines

        session.output.lines(forecast_lines(made))
