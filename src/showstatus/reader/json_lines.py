"""Readings as plain data: what `read --stdin` writes for each text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection

from showstatus.dates import PartialDate
from showstatus.reader.article import read
from showstatus.reader.mentions.times import iso
from showstatus.reader.readings.findings import Finding
from showstatus.reader.readings.reading import Reading
from showstatus.reader.readings.sureness import is_told


def shows(
    text: str,
    published: dt.date | None,
    known: Collection[str] = (),
    listed: Callable[[str], bool] = lambda _: False,
) -> list[dict[str, object]]:
    """What a text says, show by show, ready for JSON; dates are ISO days, months, years and intervals of them."""
    return [_show(found) for found in read(text, published, known, listed)]


def _show(found: Reading) -> dict[str, object]:
    return {
        "title": found.title,
        "platform": found.platform,
        "verdict": found.verdict,
        "subject_season": found.subject_season,
        "confirmed_seasons": list(found.confirmed),
        "events": [_event(event) for event in found.findings if is_told(event.sure, found.sure, lead=found.lead)],
        "official_window": _date(found.official),
        "estimate": _date(found.estimate),
        "cast": [{"actor": role.actor, "character": role.character} for role in found.cast],
    }


def _event(event: Finding) -> dict[str, object]:
    return {
        "kind": event.kind,
        "season": event.season,
        "date": _date(event.date),
        "evidence": event.sentence.text,
        "basis": None if event.date is None else "relative" if event.relative else "explicit",
        "planned": event.planned,
    }


def _date(date: PartialDate | None) -> str | None:
    return iso(date) if date is not None else None
