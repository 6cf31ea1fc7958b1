"""Shows and their claims as the text of one registry file, which says by itself what several layers said.

Read as a registry on a machine with no other, it gives the same answers, and its claims keep their ids. Each show
tells its own `checked`: shows come from files that reach as far as they reach. One thing is lost: where two files tell
of one show, a claim that does not say when it was made counts from the later `checked`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from showstatus.claims import Claim
from showstatus.dates import PartialDate
from showstatus.ledger.book import Entry, homes_of, usual_rank
from showstatus.ledger.edits import header, statement


def registry_text(entries: Iterable[Entry], *, private: bool = True) -> str:
    """The text of a registry with these shows; without `private`, tags, notes and pins are left out."""
    return "".join(show_text(entry, private=private) for entry in entries)


def show_text(entry: Entry, *, private: bool = True) -> str:
    """One show with its claims, each table below a blank line."""
    homes = homes_of(entry.show.platform, *(claim.platform for claim in entry.claims))
    tables = [(header("show", entry.show.slug), _show(entry, private=private))]
    tables += [("[[claim]]", _claim(claim, homes)) for claim in entry.claims]
    return "".join(
        "\n".join(("", head, *(statement(key, value) for key, value in table.items()), "")) for head, table in tables
    )


def _show(entry: Entry, *, private: bool) -> dict[str, Any]:
    show = entry.show
    pin: dict[str, object] = {}
    if show.pin is not None:
        pin = {"decision": show.pin.decision} | ({"until": _date(show.pin.until)} if show.pin.until else {})
    own = {"tags": list(show.tags), "note": show.note, "pin": pin} if private else {}
    return _told(
        title=show.title,
        qualifier=show.qualifier,
        aliases=list(show.aliases),
        platform=show.platform,
        country=show.country,
        genres=list(show.genres),
        release=show.release,
        continues=show.continues,
        ids=dict(show.ids),
        checked=entry.checked,
        **own,
    )


def _claim(claim: Claim, homes: set[str]) -> dict[str, Any]:
    numbers = [instalment.number for instalment in claim.instalments if instalment.kind == "season"]
    special = next((i.title for i in claim.instalments if i.kind == "special"), None)
    film = next((i.title for i in claim.instalments if i.kind == "film"), None)
    value = _date(claim.value) if claim.value is not None else claim.count if claim.count is not None else claim.target
    return _told(
        show=claim.show,
        kind=claim.kind,
        season=numbers[0] if len(numbers) == 1 else None,
        seasons=numbers if len(numbers) > 1 else None,
        part=claim.instalments[0].part if numbers else None,
        special=special,
        film=film,
        concludes=claim.concludes,
        value=value,
        parts=list(claim.parts),
        cast=[_told(**asdict(member)) for member in claim.cast],
        left=list(claim.left),
        platform=claim.platform,
        on=_date(claim.on) if claim.on is not None else None,
        by=claim.by,
        reports=claim.reports,
        url=claim.url,
        said=claim.said,
        rank=claim.rank if claim.rank != usual_rank(claim.by, "user", homes) else None,
    )


def _told(**values: Any) -> dict[str, Any]:
    """Without what says nothing: None, false, empty lists and tables, a part or season 0; a count may be 0."""
    return {key: value for key, value in values.items() if value or (value == 0 and key == "value")}


def _date(date: PartialDate) -> dt.date | str:
    return date.start if date.is_day else date.edtf
