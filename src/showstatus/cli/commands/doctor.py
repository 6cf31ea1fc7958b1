"""`showstatus doctor`: what is wrong in the registries, in what was fetched, and with the hooks."""

from __future__ import annotations

from showstatus.cli.command import Command, Example, Option
from showstatus.cli.session import Session

COMMAND = Command(
    "doctor",
    "What is wrong or doubtful in the registries, in what was fetched, and with hooks.",
    "The exit code is 1 where something is left out because of it: of the answers, or of what is run.",
    (),
    (Option("--shipped", "Look at the shipped registry too."),),
    examples=(
        Example("doctor", "see what is wrong or doubtful in your registry"),
        Example("doctor --shipped --json", "check the shipped one too"),
    ),
)


def run(session: Session, *, shipped: bool) -> int:
    """Print every problem."""
    from showstatus import hooks, notify

    problems = session.ledger.diagnose(session.as_of, shipped=shipped) + hooks.problems(session.where.hooks)
    problems += notify.problems(session.where.notify)
    if session.json:
        from showstatus.views.json_doc import doctor_document, picked

        session.output.document(picked(doctor_document(problems), session.fields, within="problems"))
    else:
        from showstatus.views.lines import problem_lines

        well = "All is well." if session.output.is_terminal else ""
        session.output.sentences(problem_lines(problems) or well, hanging=2)
    return 1 if any(problem.severity == "error" for problem in problems) else 0
