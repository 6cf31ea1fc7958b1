"""`showstatus pin SHOW DECISION`: your own word, above every claim."""

from __future__ import annotations

from showstatus.cli.command import SHOW, Argument, Command, Option
from showstatus.cli.edit import edit_registry, told
from showstatus.cli.session import Session
from showstatus.errors import UsageError
from showstatus.status import DECISIONS

COMMAND = Command(
    "pin",
    "Set a decision above every claim, until a day or until you remove it.",
    "DECISION is one of: " + ", ".join(DECISIONS) + ".",
    (SHOW, Argument("decision", "The decision to pin.", required=False)),
    (
        Option("--until", "The last day on which the pin holds.", "DAY"),
        Option("--remove", "Take the pin away."),
    ),
)


def run(session: Session, *, show: str, decision: str | None, until: str | None, remove: bool) -> int:
    """Set or remove the pin of one show."""
    from showstatus.ledger.edits import remove_key, set_key

    slug = session.ledger.resolve(show)
    title = session.ledger.entry(slug).show.display
    if remove:
        edit_registry(session, lambda text: remove_key(text, slug, "pin"))
        told(session, "unpinned", f"The pin of {title} is removed.", show=slug)
        return 0
    if decision not in DECISIONS:
        raise UsageError(f"“{decision or ''}” is no decision; it is one of {', '.join(DECISIONS)}.")
    pin: dict[str, object] = {"decision": decision}
    if until is not None:
        from showstatus.spoken import hear, say

        last = hear(until, session.as_of)
        pin["until"] = last.start if last.is_day else last.edtf
        until = say(last)
    edit_registry(session, lambda text: set_key(text, slug, "pin", pin))
    rest = f" until {until}" if until is not None else ""
    told(session, "pinned", f"{title} is pinned as {decision}{rest}.", show=slug, decision=decision)
    return 0
