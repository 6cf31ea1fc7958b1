"""`showstatus log SHOW`: how it came to stand as it does."""

from __future__ import annotations

from showstatus.cli.command import SHOW, Command, Example, Option
from showstatus.cli.session import Session
from showstatus.history import history
from showstatus.history import slips as moved

COMMAND = Command(
    "log",
    "The history of a show: dated transitions, each with the claims behind it.",
    arguments=(SHOW,),
    options=(Option("--slips", "Only how its dates moved: what was planned, what became of it."),),
    examples=(
        Example("log heartstopper", "see how it came to stand as it does"),
        Example("log glow --json", "take the same as JSON, with the ids of the claims"),
        Example("log the-last-of-us --slips", "see how its dates moved"),
    ),
)


def run(session: Session, *, show: str, slips: bool) -> int:
    """Print the transitions or the slips of one show, oldest first."""
    ledger = session.ledger
    entry = ledger.entry(ledger.resolve(show))
    if session.json:
        from showstatus.views.json_doc import log_document, picked

        transitions = [] if slips else history(entry, session.as_of)
        document = log_document(entry.show, transitions, moved(entry, session.as_of), session.as_of)
        session.output.document(picked(document, session.fields, within="slips" if slips else "transitions"))
    elif session.output.is_terminal:
        from showstatus.views.log import log_table, slips_table

        table = slips_table(moved(entry, session.as_of)) if slips else log_table(history(entry, session.as_of))
        session.output.show(table)
    else:
        from showstatus.views.lines import log_lines, slip_lines

        text = slip_lines(moved(entry, session.as_of)) if slips else log_lines(history(entry, session.as_of))
        session.output.lines(text)
    return 0
