"""The record of changes: every piece of news once, in order, and how far each reader of it has come.

A reader is whoever is told: `refresh` itself, `changes`, each hook. It is told what it has not heard yet, and is noted
to have heard it only afterwards: whatever goes wrong in between, the news is told the next time. Of `occasions`, which
are no changes and not in the record, only what a reader was told is noted.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from showstatus.changes import Change, Stand, change_of, packed, stand_of
from showstatus.ledger.fetched import Fetched
from showstatus.ledger.store import transaction


class Recorded(NamedTuple):
    """One change with its place in the record, from 1."""

    number: int
    change: Change


class Seen(NamedTuple):
    """How a show stood when it was last looked at, and what that rested on."""

    day: dt.date
    until: dt.date
    """The first day on which time alone may change it."""
    show: str
    """What of the show itself it rested on, as one text."""
    claims: frozenset[str]
    """Ids of all the claims there were."""
    stand: Stand

    def still_holds(self, day: dt.date, show: str, claims: frozenset[str]) -> bool:
        """Whether a look on a day, at this show with these claims, would see the same."""
        return self.day <= day < self.until and (self.show, self.claims) == (show, claims)


class Record:
    """The record in the file of what was fetched."""

    def __init__(self, fetched: Fetched) -> None:
        self._connection = fetched.connection
        self._read_json = fetched.read

    def seen(self, slug: str) -> Seen | None:
        """How a show stood when it was last looked at; None where it never was."""
        row = self._connection.execute("SELECT day, body FROM seen WHERE slug = ?", (slug,)).fetchone()
        if row is None:
            return None
        noted = self._read_json(row[1])
        until = dt.date.fromisoformat(noted["until"])
        claims = frozenset(noted["claims"])
        return Seen(dt.date.fromisoformat(row[0]), until, noted["show"], claims, stand_of(noted["stand"]))

    def note(self, slug: str, now: Seen, news: Iterable[Change]) -> None:
        """Add news of a show and note how it stands now: both or neither."""
        body = {
            "until": now.until.isoformat(),
            "show": now.show,
            "claims": sorted(now.claims),
            "stand": packed(now.stand),
        }
        with transaction(self._connection):
            self._connection.executemany(
                "INSERT INTO change (day, slug, body) VALUES (?, ?, ?)",
                ((one.day, one.slug, json.dumps(packed(one), ensure_ascii=False)) for one in news),
            )
            self._connection.execute(
                "INSERT OR REPLACE INTO seen VALUES (?, ?, ?)",
                (slug, now.day.isoformat(), json.dumps(body, ensure_ascii=False)),
            )

    def unheard(self, reader: str) -> list[Recorded]:
        """What a reader has not been told yet; all there is, for a new one."""
        row = self._connection.execute("SELECT heard FROM reader WHERE name = ?", (reader,)).fetchone()
        return self._read("id > ?", row[0] if row else 0)

    def since(self, day: dt.date) -> list[Recorded]:
        """What was found out on a day or later."""
        return self._read("day >= ?", day.isoformat())

    def heard(self, reader: str, number: int, told: Mapping[str, str] = MappingProxyType({})) -> None:
        """Note that a reader has been told everything up to a place in the record, and occasions, by their names."""
        with transaction(self._connection):
            self._connection.execute(
                "INSERT INTO reader VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET heard = max(heard, excluded.heard)",
                (reader, number),
            )
            self._connection.executemany(
                "INSERT OR REPLACE INTO told VALUES (?, ?, ?)", ((reader, *one) for one in told.items())
            )

    def told(self, reader: str) -> dict[str, str]:
        """What was noted of the occasions that a reader has been told, by their names."""
        return dict(self._connection.execute("SELECT what, note FROM told WHERE reader = ?", (reader,)))

    def looked_at(self) -> dict[str, frozenset[str]]:
        """The ids of the claims that each show had when it was last looked at, by slug."""
        rows = self._connection.execute("SELECT slug, body FROM seen")
        return {slug: frozenset(self._read_json(body)["claims"]) for slug, body in rows}

    def welcome(self, reader: str) -> None:
        """Begin to tell a reader what comes from now on, if it is new."""
        with transaction(self._connection):
            self._connection.execute(
                "INSERT OR IGNORE INTO reader SELECT ?, coalesce(max(id), 0) FROM change", (reader,)
            )

    def leave(self, reader: str) -> None:
        """Forget a reader."""
        with transaction(self._connection):
            self._connection.execute("DELETE FROM reader WHERE name = ?", (reader,))
            self._connection.execute("DELETE FROM told WHERE reader = ?", (reader,))

    def _read(self, where: str, value: int | str) -> list[Recorded]:
        rows = self._connection.execute(f"SELECT id, body FROM change WHERE {where} ORDER BY id", (value,))  # noqa: S608
        return [Recorded(number, change_of(self._read_json(body))) for number, body in rows]
