"""The gaps of the shipped shows as of a day, from which analogues are chosen; kept until something changes."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import fields

from showstatus.cli.session import Session
from showstatus.forecast.analogues import Gap, gaps_of


def known_gaps(session: Session) -> list[Gap]:
    """Every gap between two seasons that was over by the session's day."""
    rows = json.loads(session.kept("gaps", lambda: _made(session)))
    return [
        Gap(**{**row, "premiere": dt.date.fromisoformat(row["premiere"]), "genres": tuple(row["genres"])})
        for row in rows
    ]


def _made(session: Session) -> str:
    from showstatus.forecast.replay import observed_of
    from showstatus.ledger.book import entry
    from showstatus.status import status

    names = [field.name for field in fields(Gap)]
    rows: list[dict[str, object]] = []
    shipped = session.ledger.shipped
    for slug, layer in shipped.layers() if shipped is not None else ():
        if layer.show is None:
            continue
        known = entry(slug, [layer])
        gaps = gaps_of(observed_of(known, status(known.show, known.claims, session.as_of)))
        rows += [{name: getattr(gap, name) for name in names} for gap in gaps]
    return json.dumps(rows, default=dt.date.isoformat, ensure_ascii=False)
