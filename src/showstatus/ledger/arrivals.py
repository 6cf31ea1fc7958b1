"""When each shared registry came last, and by what it would be known again; kept in the file of what was fetched."""

from __future__ import annotations

from typing import NamedTuple

from showstatus.ledger.store import transaction

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime as dt
    from sqlite3 import Connection


class Asked(NamedTuple):
    """What is remembered of the last time a shared registry was asked for and came."""

    terms: str
    """`Subscription.terms` as they were then."""
    content: str
    """The SHA-256 of what came."""
    etag: str | None
    modified: str | None
    """Its Last-Modified, as it was told."""
    day: dt.date


class Arrivals:
    """What is remembered, by way of `Fetched.connection`. Everything raises `FetchedUnusable` as `Fetched` does."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def asked(self, registry: str) -> Asked | None:
        """What is remembered of a shared registry; None where nothing is."""
        row = self._connection.execute(
            "SELECT terms, content, etag, modified, checked FROM subscription WHERE name = ?", (registry,)
        ).fetchone()
        if row is None:
            return None
        import datetime as dt

        terms, content, etag, modified, checked = row
        return Asked(terms, content, etag, modified, dt.date.fromisoformat(checked))

    def note(self, registry: str, asked: Asked) -> None:
        """Remember that a shared registry came, in place of what was remembered before."""
        with transaction(self._connection):
            self._connection.execute(
                "INSERT OR REPLACE INTO subscription VALUES (?, ?, ?, ?, ?, ?)",
                (registry, *asked[:-1], asked.day.isoformat()),
            )

    def forget(self, registry: str) -> None:
        """Remember nothing of a shared registry."""
        with transaction(self._connection):
            self._connection.execute("DELETE FROM subscription WHERE name = ?", (registry,))
