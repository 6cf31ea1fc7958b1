"""`showstatus note SHOW TEXT`: a note of your own."""

from __future__ import annotations

from showstatus.cli.command import SHOW, Argument, Command, Example, Option
from showstatus.cli.edit import carry_out
from showstatus.cli.session import Session
from showstatus.errors import UsageError

COMMAND = Command(
    "note",
    "Put a note on a show, or remove it.",
    arguments=(SHOW, Argument("text", "The note.", required=False)),
    options=(Option("--remove", "Remove the note."),),
    examples=(
        Example('note severance "watch with Ana"', "keep a note"),
        Example("note severance --remove", "drop it"),
    ),
)


def run(session: Session, *, show: str, text: str | None, remove: bool) -> int:
    """Set or remove the note of one show."""
    from showstatus.ledger.edits import remove_key, set_key

    slug = session.ledger.resolve(show)
    title = session.ledger.entry(slug).show.display
    if remove:
        said = f"The note on {title} is removed."
        carry_out(session, lambda old: remove_key(old, slug, "note"), "noted", said, show=slug, note=None)
        return 0
    if text is None:
        raise UsageError(f"What is the note? Write it in quotes: showstatus note {slug} “some text”.")
    said = f"Noted on {title}: {text}"
    carry_out(session, lambda old: set_key(old, slug, "note", text), "noted", said, show=slug, note=text)
    return 0
