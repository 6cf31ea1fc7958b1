"""`showstatus pin SHOW DECISION`: your own word, above every claim."""

from __future__ import annotations

from showstatus.claims import DECISIONS
from showstatus.cli.command import SHOW, Argument, Command, Example, Option
from showstatus.cli.edit import carry_out
from showstatus.cli.session import Session
from showstatus.errors import UsageError

COMMAND = Command(
    "pin",
    "Set a decision above every claim, until a day or until you remove it.",
    "DECISION is one of: " + ", ".join(DECISIONS) + ".",
    (SHOW, Argument("decision", "The decision to pin.", required=False, choices=DECISIONS)),
    (
        Option("--until", "The last day on which the pin holds.", "DAY"),
        Option("--remove", "Take the pin away."),
    ),
    examples=(
        Example("pin glow renewed --until 2027-01-01", "hold your own decision above every claim until a day"),
        Example("pin glow --remove", "let the claims decide again"),
    ),
)


def run(session: Session, *, show: str, decision: str | None, until: str | None, remove: bool) -> int:
    """Set or remove the pin of one show."""
    from showstatus.ledger.edits import remove_key, set_key

    slug = session.ledger.resolve(show)
    title = session.ledger.entry(slug).show.display
    if remove:
        said = f"The pin of {title} is removed."
        carry_out(session, lambda text: remove_key(text, slug, "pin"), "unpinned", said, show=slug, decision=None)
        return 0
    if decision not in DECISIONS:
        what = f"“{decision}” is no decision" if decision is not None else "There is no decision to pin"
        raise UsageError(f"{what}; it is one of {', '.join(DECISIONS)}.")
    pin: dict[str, object] = {"decision": decision}
    if until is not None:
        from showstatus.spoken import hear, say

        last = hear(until, session.as_of)
        pin["until"] = last.start if last.is_day else last.edtf
        until = say(last)
    said = f"{title} is pinned as {decision}{f' until {until}' if until is not None else ''}."
    carry_out(session, lambda text: set_key(text, slug, "pin", pin), "pinned", said, show=slug, decision=decision)
    return 0
