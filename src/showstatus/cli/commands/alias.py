"""`showstatus alias SHOW NAME…`: other names you call it by."""

from __future__ import annotations

from showstatus.cli.command import SHOW, Argument, Command, Example, Option
from showstatus.cli.edit import carry_out, changed, set_list
from showstatus.cli.session import Session
from showstatus.errors import UsageError
from showstatus.names import fold

COMMAND = Command(
    "alias",
    "Give a show another name, or take it away.",
    arguments=(SHOW, Argument("names", "The names.", many=True)),
    options=(Option("--remove", "Take these names away (those you gave)."),),
    examples=(Example("alias house-of-the-dragon dragons", "call a show by another name"),),
)


def run(session: Session, *, show: str, names: list[str], remove: bool) -> int:
    """Change the aliases of one show that stand in your registry."""
    ledger = session.ledger
    slug = ledger.resolve(show)
    own = [name for user_slug, block in ledger.user.blocks() if user_slug == slug for name in block.get("aliases", ())]
    if not remove:
        _refuse_taken(session, slug, names)
    kept = changed(own, names, remove=remove)
    carry_out(
        session,
        lambda text: set_list(text, slug, "aliases", names, remove=remove),
        "aliased",
        f"Your names for {ledger.entry(slug).show.display}: {', '.join(kept) or 'none'}.",
        show=slug,
        aliases=kept,
    )
    return 0


def _refuse_taken(session: Session, slug: str, names: list[str]) -> None:
    for name in names:
        others = session.ledger.bearers(name) - {slug}
        if not fold(name):
            raise UsageError(f"“{name}” is no name: it has no letter or digit; give one that has.")
        if others:
            raise UsageError(f"“{name}” is a name of {', '.join(sorted(others))} already; choose another.")
