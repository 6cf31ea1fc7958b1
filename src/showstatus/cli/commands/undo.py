"""`showstatus undo`: take back the last change to your registry."""

from __future__ import annotations

from typing import Any

from showstatus.cli.command import Command, Example, Option
from showstatus.cli.edit import done, edit_registry, journal, tell
from showstatus.cli.inbox import reopening
from showstatus.cli.session import Session
from showstatus.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from showstatus.ledger.journal import Change, Journal

COMMAND = Command(
    "undo",
    "Take back the last change you made with this program; again, the one before.",
    "What you edited by hand since stays, if it lies elsewhere in the file; else nothing is changed, and it is said. "
    "The last 50 changes are kept. A new change ends what --redo can bring back.",
    options=(
        Option("--list", "Show the changes that can be taken back, the newest first."),
        Option("--redo", "Make the change again that was taken back last."),
    ),
    examples=(
        Example("add glow", "make a change"),
        Example("undo", "take it back"),
        Example("undo --redo", "make it again"),
        Example("undo --list", "see the changes that can be taken back"),
    ),
)


def run(session: Session, *, list: bool, redo: bool) -> int:  # noqa: A002 - the option's name
    """Take back a change of the user's registry, make one again, or tell which there are."""
    if list and redo:
        raise UsageError("--list shows and --redo changes: ask for one of them.")
    kept = journal(session)
    if list:
        _list(session, kept)
        return 0
    found: Change | None = None

    def change(text: str) -> str:
        nonlocal found
        new, found = kept.redo(text) if redo else kept.undo(text)
        return new

    action, said = ("redone", "Made again") if redo else ("undone", "Taken back")
    done(session, action, {"changes": []})  # a field that nobody has is refused before anything is changed
    with reopening(session):
        edit_registry(session, change)
    if found is not None:
        tell(session, done(session, action, {"changes": [_row(found, undone=not redo)]}), f"{said}: “{found.what}”")
    return 0


def _list(session: Session, kept: Journal) -> None:
    changes = [_row(change, undone=change.undone) for change in reversed(kept.changes())]
    if session.json:
        tell(session, done(session, "listed", {"changes": changes}), "")
    elif session.output.is_terminal:
        from showstatus.views.journal import journal_table

        session.output.show(journal_table(changes))
    else:
        from showstatus.views.lines import CHANGE_STATES, records

        session.output.lines(records((row["made"], CHANGE_STATES[row["undone"]], row["what"]) for row in changes))


def _row(change: Change, *, undone: bool) -> dict[str, Any]:
    return {"made": change.made, "what": change.what, "undone": undone}
