"""`showstatus tag SHOW TAG…`: put your own words on a show."""

from __future__ import annotations

from showstatus.cli.command import SHOW, Argument, Command, Option
from showstatus.cli.edit import carry_out
from showstatus.cli.session import Session

COMMAND = Command(
    "tag",
    "Put tags on a show, or take them off.",
    arguments=(SHOW, Argument("tags", "The tags.", many=True)),
    options=(Option("--remove", "Take these tags off."),),
)


def run(session: Session, *, show: str, tags: list[str], remove: bool) -> int:
    """Change the tags of one show."""
    from showstatus.ledger.edits import remove_key, set_key

    slug = session.ledger.resolve(show)
    known = session.ledger.entry(slug).show
    kept = [tag for tag in known.tags if tag not in tags] if remove else list(dict.fromkeys([*known.tags, *tags]))
    carry_out(
        session,
        lambda text: set_key(text, slug, "tags", kept) if kept else remove_key(text, slug, "tags"),
        "tagged",
        f"Tags of {known.display}: {', '.join(kept) or 'none'}.",
        show=slug,
        tags=kept,
    )
    return 0
