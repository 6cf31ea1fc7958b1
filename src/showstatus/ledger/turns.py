"""Whose turn it is to ask a source: the starts of requests by all processes, in the file of what was fetched."""

from __future__ import annotations

from showstatus.ledger.store import transaction
from showstatus.sources.pace import BURST, next_start

TYPE_CHECKING = False
if TYPE_CHECKING:
    from sqlite3 import Connection


def reserve(connection: Connection, source: str, now: float) -> float:
    """The time at which the next request to a source may start, counted with the requests of other processes.

    Times ahead of `now` by more than a minute are of a clock that was set back, and are forgotten.
    """
    with transaction(connection):
        connection.execute("DELETE FROM start WHERE source = ? AND at > ?", (source, now + 60))
        rows = connection.execute(
            "SELECT at FROM start WHERE source = ? ORDER BY at DESC LIMIT ?", (source, BURST)
        ).fetchall()
        starts = [row[0] for row in reversed(rows)]
        start = next_start(starts, now)
        if len(starts) == BURST:
            connection.execute("DELETE FROM start WHERE source = ? AND at <= ?", (source, starts[0]))
        connection.execute("INSERT INTO start VALUES (?, ?)", (source, start))
    return start
