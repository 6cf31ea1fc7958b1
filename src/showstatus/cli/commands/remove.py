"""`showstatus remove SHOW`: no longer follow it."""

from __future__ import annotations

from showstatus.cli.command import Argument, Command, Example
from showstatus.cli.edit import carry_out
from showstatus.cli.session import Session
from showstatus.errors import UsageError

COMMAND = Command(
    "remove",
    "No longer follow a show; what you noted and claimed about it stays.",
    arguments=(Argument("shows", "The shows to follow no longer.", is_show=True, many=True),),
    examples=(Example("remove heartstopper", "follow it no longer"),),
)


def run(session: Session, *, shows: list[str]) -> int:
    """Unfollow each named show."""
    ledger = session.ledger
    slugs = list(dict.fromkeys(ledger.resolve(name) for name in shows))
    followed = ledger.followed()
    strangers = [slug for slug in slugs if slug not in followed]
    if strangers:
        raise UsageError(f"You do not follow {', '.join(strangers)}; `showstatus list` shows what you follow.")
    titles = ", ".join(ledger.entry(slug).show.display for slug in slugs)
    said = f"You no longer follow {titles}."
    carry_out(session, lambda text: _unfollow(text, slugs), "removed", said, shows=slugs)
    return 0


def _unfollow(text: str, slugs: list[str]) -> str:
    """Take away a bare block; one that holds something of yours stays, marked as not followed."""
    from showstatus.ledger.edits import remove_show, set_key
    from showstatus.ledger.toml_lines import blocks

    bare = {block.header[1] for block in blocks(text) if len(block.header) == 2 and not block.keys}
    for slug in slugs:
        text = remove_show(text, slug) if slug in bare else set_key(text, slug, "followed", False)
    return text
