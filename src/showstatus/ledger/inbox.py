"""The inbox: what feeds said that could be recorded, what became of it, and which of their items were read.

It is kept in the file of what was fetched, in one transaction for each feed: killed in between, the next refresh reads
the feed again. What was accepted or rejected is remembered for ever, so that nothing is proposed twice; what `undo`
takes back waits again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from showstatus.errors import FetchedUnusable

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime as dt
    from sqlite3 import Connection

TABLES = """
    CREATE TABLE feed (
        name TEXT PRIMARY KEY, terms TEXT NOT NULL, etag TEXT, modified TEXT, checked TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE item (
        feed TEXT NOT NULL, key TEXT NOT NULL, mark TEXT NOT NULL, seen TEXT NOT NULL, PRIMARY KEY (feed, key)
    ) WITHOUT ROWID;
    CREATE TABLE proposal (
        number INTEGER PRIMARY KEY AUTOINCREMENT, statement TEXT NOT NULL UNIQUE, state TEXT NOT NULL,
        feed TEXT NOT NULL, claim TEXT NOT NULL, quote TEXT NOT NULL, sure TEXT NOT NULL, published TEXT,
        came TEXT NOT NULL
    );
    """
"""Their layout, as a step of that of the file they are in."""
REMEMBERED_DAYS = 400
"""For how long an item is remembered that is in its feed no longer."""
SURENESS = ("sure", "likely", "unsure")
"""As in `reader.proposals`, which need not be loaded to know them; a test holds that they are the same."""
OPEN, ACCEPTED, REJECTED = "open", "accepted", "rejected"


class Proposed(NamedTuple):
    """A claim that an item of a feed supports."""

    claim: Mapping[str, Any]
    """As a registry holds it, with its show."""
    statement: str
    """What it says and where: the same for whatever says the same in the same place."""
    quote: str
    sure: str
    """One of `SURENESS`."""
    published: dt.date | None
    """The day of the item."""


class Waiting(NamedTuple):
    """A proposal that nobody has decided on."""

    number: int
    feed: str
    """The name of the feed."""
    came: dt.date
    what: Proposed

    @property
    def slug(self) -> str:
        """The show that it is about."""
        return str(self.what.claim["show"])


class Asked(NamedTuple):
    """What is remembered of the last time a feed was asked for and read."""

    terms: str
    """A text that changes with its address."""
    etag: str | None
    modified: str | None
    day: dt.date


class Inbox:
    """The inbox, by way of `Fetched.connection`. Everything asked of it raises `FetchedUnusable` as `Fetched` does."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def asked(self, feed: str) -> Asked | None:
        """What is remembered of a feed; None where it was never read."""
        import datetime as dt

        row = self._connection.execute(
            "SELECT terms, etag, modified, checked FROM feed WHERE name = ?", (feed,)
        ).fetchone()
        if row is None:
            return None
        terms, etag, modified, checked = row
        return Asked(terms, etag, modified, dt.date.fromisoformat(checked))

    def unread(self, feed: str, marks: Mapping[str, str]) -> set[str]:
        """The keys of those items that were not read with these marks."""
        rows = self._connection.execute("SELECT key, mark FROM item WHERE feed = ?", (feed,))
        read = dict(rows.fetchall())
        return {key for key, mark in marks.items() if read.get(key) != mark}

    def take(self, feed: str, asked: Asked, marks: Mapping[str, str], proposed: Sequence[Proposed]) -> list[Waiting]:
        """Note that a feed was read: these items, and what they propose. Gives what was not proposed before."""
        import datetime as dt

        from showstatus.ledger.store import transaction

        day = asked.day.isoformat()
        oldest = (asked.day - dt.timedelta(REMEMBERED_DAYS)).isoformat()
        with transaction(self._connection):
            new = [number for one in proposed if (number := self._enter(feed, day, one)) is not None]
            self._connection.executemany(
                "INSERT OR REPLACE INTO item VALUES (?, ?, ?, ?)",
                ((feed, key, mark, day) for key, mark in marks.items()),
            )
            self._connection.execute("DELETE FROM item WHERE feed = ? AND seen < ?", (feed, oldest))
            self._connection.execute("INSERT OR REPLACE INTO feed VALUES (?, ?, ?, ?, ?)", (feed, *asked[:3], day))
        return [one for one in self.waiting() if one.number in new]

    def note(self, feed: str, asked: Asked) -> None:
        """Note that a feed is as it was."""
        self.take(feed, asked, {}, ())

    def waiting(self, state: str = OPEN) -> list[Waiting]:
        """What nobody has decided on, or what was accepted or rejected, in the order in which it came."""
        rows = self._connection.execute(
            "SELECT number, feed, came, claim, statement, quote, sure, published FROM proposal WHERE state = ?"
            " ORDER BY number",
            (state,),
        )
        try:
            return [_waiting(*row) for row in rows.fetchall()]
        except (TypeError, ValueError) as error:
            path = getattr(self._connection, "path", "")
            raise FetchedUnusable(path, "a proposal in it is not as it was kept", damaged=True) from error

    def settle(self, numbers: Iterable[int], state: str) -> None:
        """Note that proposals were accepted or rejected: all of them or, where that fails, none."""
        from showstatus.ledger.store import transaction

        with transaction(self._connection):
            self._connection.executemany(
                "UPDATE proposal SET state = ? WHERE number = ?", ((state, number) for number in numbers)
            )

    def forget(self, feed: str) -> None:
        """Forget a feed with what of it waits; what was decided on is remembered."""
        from showstatus.ledger.store import transaction

        with transaction(self._connection):
            self._connection.execute("DELETE FROM proposal WHERE feed = ? AND state = ?", (feed, OPEN))
            self._connection.execute("DELETE FROM item WHERE feed = ?", (feed,))
            self._connection.execute("DELETE FROM feed WHERE name = ?", (feed,))

    def _enter(self, feed: str, day: str, one: Proposed) -> int | None:
        """The number of a new proposal; None where it was made before, whatever became of it."""
        import tomli_w

        published = one.published.isoformat() if one.published is not None else None
        row = (one.statement, OPEN, feed, tomli_w.dumps(one.claim), one.quote, one.sure, published, day)
        cursor = self._connection.execute(
            "INSERT OR IGNORE INTO proposal (statement, state, feed, claim, quote, sure, published, came)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            row,
        )
        return cursor.lastrowid if cursor.rowcount else None


def _waiting(
    number: int, feed: str, came: str, claim: str, statement: str, quote: str, sure: str, published: str | None
) -> Waiting:
    """A row of the table. Raises `ValueError` and `TypeError` for what was never kept so."""
    import datetime as dt
    import tomllib

    day = dt.date.fromisoformat(published) if published is not None else None
    keys = tomllib.loads(claim)
    told = (feed, statement, quote, keys.get("show"))
    if not all(isinstance(text, str) for text in told) or sure not in SURENESS:
        raise TypeError("a proposal is made of texts")
    return Waiting(number, feed, dt.date.fromisoformat(came), Proposed(keys, statement, quote, sure, day))
