"""`showstatus add SHOW`: follow it."""

from __future__ import annotations

from collections.abc import Mapping

from showstatus.cli.command import Argument, Command, Example, Option
from showstatus.cli.edit import carry_out
from showstatus.cli.session import Session
from showstatus.errors import UsageError
from showstatus.names import fold, slug_for

COMMAND = Command(
    "add",
    "Follow a show; --new makes one that no registry knows.",
    arguments=(Argument("shows", "The shows to follow.", is_show=True, many=True),),
    options=(
        Option("--new", "Make a show with this title."),
        Option("--qualifier", "With --new: what tells it from another of the same title.", "TEXT"),
        Option("--platform", "With --new: where it is shown.", "NAME"),
        Option("--country", "With --new: its country, as two letters.", "CODE"),
        Option("--release", "With --new: how episodes come.", "HOW", choices=("all", "weekly", "batches")),
    ),
    examples=(
        Example('add heartstopper severance "the last of us"', "follow three shows"),
        Example('add --new "Some Title" --platform HBO --release weekly', "follow one that no registry knows"),
    ),
)


def run(
    session: Session,
    *,
    shows: list[str],
    new: bool,
    qualifier: str | None,
    platform: str | None,
    country: str | None,
    release: str | None,
) -> int:
    """Follow each named show; all of them or, where a name is unknown, none."""
    if new:
        keys = {"qualifier": qualifier, "platform": platform, "country": country, "release": release}
        return _make(session, shows, {key: value for key, value in keys.items() if value is not None})
    if (qualifier, platform, country, release) != (None,) * 4:
        raise UsageError("--qualifier, --platform, --country and --release describe a new show: add --new.")
    ledger = session.ledger
    slugs = [ledger.resolve(name) for name in shows]
    followed = ledger.followed()
    fresh = [slug for slug in dict.fromkeys(slugs) if slug not in followed]
    titles = ", ".join(ledger.entry(slug).show.display for slug in dict.fromkeys(slugs))
    change = (lambda text: _follow(text, fresh)) if fresh else None
    carry_out(session, change, "added", f"You follow {titles}.", shows=list(dict.fromkeys(slugs)), new=fresh)
    return 0


def _follow(text: str, slugs: list[str]) -> str:
    from showstatus.ledger.edits import append_show, remove_key
    from showstatus.ledger.toml_lines import show_lines

    for slug in slugs:
        text = remove_key(text, slug, "followed") if slug in show_lines(text) else append_show(text, slug, {})
    return text


def _make(session: Session, titles: list[str], keys: Mapping[str, str]) -> int:
    from showstatus.ledger.edits import append_show

    if len(titles) != 1 or not fold(titles[0]):
        raise UsageError("--new takes one title, in quotes: showstatus add --new “Some Title”.")
    title = titles[0]
    slug = slug_for(title, keys.get("qualifier"))
    if session.ledger.has(slug):
        raise UsageError(f"There is a show {slug} already; follow it, or give another --qualifier.")
    carry_out(
        session,
        lambda text: append_show(text, slug, {"title": title, **keys}),
        "added",
        f"You follow {title}, new as {slug}.",
        shows=[slug],
        new=[slug],
    )
    return 0
