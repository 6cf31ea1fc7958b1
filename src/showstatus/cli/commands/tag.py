"""`showstatus tag SHOW TAG…`: put your own words on a show."""

from __future__ import annotations

from showstatus.cli.command import SHOW, Argument, Command, Example, Option
from showstatus.cli.edit import carry_out, changed, set_list
from showstatus.cli.session import Session

COMMAND = Command(
    "tag",
    "Put tags on a show, or take them off.",
    arguments=(SHOW, Argument("tags", "The tags.", many=True)),
    options=(Option("--remove", "Take these tags off."),),
    examples=(
        Example("tag heartstopper comfort queer", "put two tags on a show"),
        Example("list --tag comfort", "list by a tag"),
        Example("tag heartstopper queer --remove", "take one off"),
    ),
)


def run(session: Session, *, show: str, tags: list[str], remove: bool) -> int:
    """Change the tags of one show."""
    slug = session.ledger.resolve(show)
    known = session.ledger.entry(slug).show
    kept = changed(known.tags, tags, remove=remove)
    carry_out(
        session,
        lambda text: set_list(text, slug, "tags", tags, remove=remove),
        "tagged",
        f"Tags of {known.display}: {', '.join(kept) or 'none'}.",
        show=slug,
        tags=kept,
    )
    return 0
