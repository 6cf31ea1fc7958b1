"""Your claims as a registry for others: the same text for the same claims.

It holds what you claim, and of each show they are about what makes it stand alone. Nothing personal (tags, notes, pins,
what you follow) and nothing that only others claim goes into it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from showstatus.ledger.book import Entry, Layer
from showstatus.ledger.toml_writer import registry_text

HEADER = "# Published with showstatus. To subscribe: showstatus registry add ADDRESS\n"
"""The first line of every published registry."""


def own(entry: Entry, yours: Layer, day: dt.date) -> Entry:
    """Of a show, what you claim yourself; `yours` is what your registry says about it.

    It reaches as far as your registry says that it does, else to the newest claim that was made by `day`. A claim that
    takes back what only others claim says nothing to whoever does not know those, and is left out.
    """
    ids = {row["id"] for row in yours.claims}
    claims = [claim for claim in entry.claims if claim.id in ids and (claim.target is None or claim.target in ids)]
    said = [claim.on.last for claim in claims if claim.on is not None and claim.on.last <= day]
    reach = yours.checked.last if yours.checked is not None else max(said, default=None)
    return Entry(entry.show, tuple(claims), reach)


def published(entries: Iterable[Entry]) -> str:
    """The text of a registry with these shows."""
    return HEADER + registry_text(sorted(entries, key=lambda entry: entry.show.slug), private=False)
