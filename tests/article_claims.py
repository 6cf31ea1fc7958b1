"""The claims that are read of an article about Salt Road, a show made up."""

from __future__ import annotations

import datetime as dt

from showstatus.reader.chronicle import claims
from showstatus.reader.encyclopedia import article
from tests.standin_wiki import Note, page

DAY = dt.date(2026, 11, 25)
HOME = "https://en.wikipedia.org/wiki/Salt_Road"


def said(*paragraphs: str, notes: dict[str, Note] | None = None, day: dt.date = DAY) -> list[dict[str, object]]:
    """The claims of an article about Salt Road, without the words they were read in."""
    made = claims(article("Salt Road (TV series)", page(*paragraphs, notes=notes)), HOME, "Wikipedia", day)
    return [{key: value for key, value in row.items() if key not in ("said", "by")} for row in made]


def told(*paragraphs: str, day: dt.date = DAY) -> list[str]:
    """The claims of an article about Salt Road, in short: kind, seasons, the day."""
    return [
        " ".join(map(str, [row["kind"], *row.get("seasons", ()), row.get("value", row.get("on"))]))  # type: ignore[misc]
        for row in said(*paragraphs, day=day)
    ]
