"""What does an item of a feed propose to record of the shows you follow? Values in, values out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from showstatus.dates import ONE_DAY
from showstatus.errors import AmbiguousName, NoSuchShow, UsageError
from showstatus.ledger.inbox import Proposed
from showstatus.ledger.ledger import Ledger
from showstatus.ledger.toml_format import one_claim, subject_text, value_text
from showstatus.names import fold
from showstatus.reader.article import read
from showstatus.reader.proposals import Proposal, Source, proposals
from showstatus.sources.feed import Item

_POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an item comes from, and when it was found there."""

    feed: str
    by: str | None
    """Who publishes the feed."""
    day: dt.date


class Followed:
    """The shows you follow, by what people call them."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._slugs = ledger.followed()
        self.titles = ledger.titles()
        """What all shows are called that are known: the reader tells them apart."""
        names = (name for one in ledger.entries(followed=True) for name in (one.show.title, *one.show.aliases))
        self._names = tuple(f" {folded} " for folded in sorted({fold(name) for name in names}) if folded)

    def named_in(self, text: str) -> bool:
        """Whether a text holds the name of one of them, also with an “’s” behind it."""
        folded = f" {fold(text)}  {fold(_POSSESSIVE.sub(' ', text))} "
        return any(name in folded for name in self._names)

    def meant_by(self, title: str) -> tuple[str, bool] | None:
        """The one of them that a title means, and whether no other show bears it; None for none."""
        try:
            slug, sure = self._ledger.resolve(title), True
        except NoSuchShow:
            return None
        except AmbiguousName as error:
            mine = [slug for slug, _ in error.candidates if slug in self._slugs]
            if len(mine) != 1:
                return None
            slug, sure = mine[0], False
        return (slug, sure) if slug in self._slugs else None


def glean(item: Item, origin: Origin, followed: Followed) -> list[Proposed]:
    """What an item proposes to record. A day of its own that lies ahead is not believed."""
    if not followed.named_in(item.text):
        return []
    known = item.published is not None and item.published <= origin.day + ONE_DAY
    source = Source(item.published if known else None, origin.by, item.link)
    found: list[Proposed] = []
    for reading in read(item.text, source.published, followed.titles):
        meant = followed.meant_by(reading.title)
        if meant is not None:
            slug, sure = meant
            made = proposals(reading, source)
            found += _proposed(made if sure else [replace(one, sure="unsure") for one in made], slug, item, origin)
    return list({one.statement: one for one in found}.values())


def _proposed(made: Iterable[Proposal], slug: str, item: Item, origin: Origin) -> Iterable[Proposed]:
    for proposal in made:
        claim = {"show": slug, **proposal.keys}
        claim.setdefault("on", f"../{origin.day}")  # what bears no day was said at the latest when it was found
        try:
            row = one_claim(claim)
        except UsageError:
            continue
        where = item.link or f"{origin.feed} {item.key}"
        statement = "\n".join([where, row["kind"], subject_text(row), value_text(row)])
        yield Proposed(claim, statement, proposal.quote, proposal.sure, item.published)
