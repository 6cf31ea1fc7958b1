"""What was fetched: every source's claims about the shows you follow, and what it said last. One SQLite file.

Unlike the store this is no cache: it holds days on which a source said something, which nobody can tell again. It is
never laid out anew; a later version adds to it step by step (`fetched_tables`). Each show is saved in one transaction.

Some sources allow to keep what they say for a while only (`KEPT_DAYS`). What is older is not shown, and the next
refresh forgets it and fetches it again; only the days on which something was said are ours, and stay (`Known.days`).
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from showstatus.errors import FetchedUnusable
from showstatus.ledger.database import unusable
from showstatus.ledger.fetched_tables import laid_out
from showstatus.ledger.store import transaction
from showstatus.private import make_private

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime as dt

    from showstatus.claims import Problem
    from showstatus.ledger.book import Layer
    from showstatus.ledger.toml_format import Row
    from showstatus.sources.base import SourceShow

KEPT_DAYS = {"tmdb": 180}
"""For how many days what a source said may be kept, where its terms do not allow it for ever: TMDB's say six months."""
_ONE = "WHERE source = ? AND slug = ?"
_TYPES: Mapping[str, Any] = {"number": int, "stamp": int, "missed": str | None}
"""What columns of a show hold that hold no text. SQLite would take anything, and so may a file that is damaged."""


class Known(NamedTuple):
    """What is known from one source of one show."""

    number: int
    """The source's own id of the show."""
    stamp: int
    """The source's stamp of what was fetched last, or when that was, where the source has none; 0 for nothing."""
    missed: dt.date | None = None
    """Since when the source has no such show; None where it has."""
    said: SourceShow | None = None
    """What it said last; None where only the id is known, and of a source that tells by texts."""
    block: Mapping[str, Any] = MappingProxyType({})
    claims: Sequence[Row] = ()
    days: Mapping[str, str] = MappingProxyType({})
    """When each claim that had to be forgotten was made, by its id."""


class Fetched:
    """The file, open. Everything asked of it raises `FetchedUnusable` where it cannot be read or written.

    The age of its content is told by `opened_at`, in seconds since 1970; with 0 nothing is too old.
    """

    def __init__(self, path: str, opened_at: float = 0.0) -> None:
        self.path = path
        self.opened_at = int(opened_at)
        try:
            if path != ":memory:":
                make_private(os.path.dirname(path))
        except OSError as error:
            raise unusable(path, error) from error
        self.connection = laid_out(path)

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    def copy(self) -> Fetched:
        """A copy in memory, to try something out."""
        other = Fetched(":memory:", self.opened_at)
        try:
            self.connection.backup(other.connection)
        except BaseException:
            other.close()
            raise
        return other

    @property
    def digest(self) -> str:
        """A text that changes whenever what was fetched does, or some of it is shown no longer."""
        (version,) = self.connection.execute("SELECT number FROM version").fetchone()
        aged = "SELECT count(*) FROM show WHERE source = ? AND stamp > 0 AND stamp < ?"
        gone = [self.connection.execute(aged, (source, self._oldest(source))).fetchone()[0] for source in KEPT_DAYS]
        return "/".join(map(str, (version, *gone)))

    def layers(self, slug: str) -> list[Layer]:
        """What each source says about a show."""
        rows = self._shows(
            "source, block, claims, checked, stamp", "WHERE slug = ? AND stamp > 0 ORDER BY source", slug
        )
        return [self._layer(*row) for *row, stamp in rows if stamp >= self._oldest(row[0])]

    def all_layers(self) -> Iterator[tuple[str, Layer]]:
        """What each source says about every show, by slug."""
        return ((slug, self._layer(*rest)) for slug, *rest in self.texts())

    def texts(self) -> Iterator[tuple[str, str, str, str, str]]:
        """Slug, source, block, claims and day of the last check of every show, as they are kept."""
        rows = self._shows("slug, source, block, claims, checked, stamp", "WHERE stamp > 0 ORDER BY slug, source")
        return (tuple(told) for *told, stamp in rows if stamp >= self._oldest(told[1]))

    def known(self, source: str, slug: str) -> Known | None:
        """What is known of a show from one source."""
        row = next(self._shows("number, stamp, missed, said, block, claims", _ONE, source, slug), None)
        if row is None:
            return None
        import datetime as dt

        from showstatus.sources.base import unpacked

        number, stamp, missed, said, block, claims = row
        told = self.read(said)
        last = unpacked(told) if stamp and told is not None else None
        since = dt.date.fromisoformat(missed) if missed is not None else None
        rows = self.read(claims)
        whole = [row for row in rows if "kind" in row]
        days = {row["id"]: row["on"] for row in rows if "kind" not in row}
        return Known(number, stamp, since, last, self.read(block), whole, days)

    def stamps(self, source: str) -> dict[str, tuple[int, int, str | None, str]]:
        """Of every show known from a source, by slug: its id, its stamp, since when it is missed, when it was checked.

        Days are ISO text; one that is not missed has None.
        """
        rows = self._shows("slug, number, stamp, missed, checked", "WHERE source = ?", source)
        return {slug: tuple(rest) for slug, *rest in rows}

    def checked(self, source: str, slug: str) -> dt.date | None:
        """When a source was last asked about a show and answered; None where it never was."""
        row = next(self._shows("checked", _ONE, source, slug), None)
        if row is None:
            return None
        import datetime as dt

        return dt.date.fromisoformat(row[0])

    def problems(self) -> list[Problem]:
        """Which shows a source does not have."""
        from showstatus.claims import Problem

        rows = self._shows("source, slug, number, missed", "WHERE missed IS NOT NULL ORDER BY slug, source")
        told = (
            (f"{slug}: {source} has had no show {number or 'of its ids'} since {day}")
            for source, slug, number, day in rows
        )
        return [Problem(self.path, None, message, "note") for message in told]

    def save(self, source: str, slug: str, known: Known, checked: dt.date) -> None:
        """Keep what is known of a show, all of it or, where that fails, what was kept before."""
        import json

        from showstatus.sources.base import packed

        def text(value: object) -> str:
            return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

        with transaction(self.connection):
            self.connection.execute(
                "INSERT OR REPLACE INTO show VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    source, slug, known.number, known.stamp, checked.isoformat(),
                    known.missed.isoformat() if known.missed is not None else None,
                    text(packed(known.said) if known.said is not None else None),
                    text(dict(known.block)),
                    text([*known.claims, *({"id": key, "on": day} for key, day in known.days.items())]),
                ),
            )  # fmt: skip
            self._touch()

    def ask_anew(self, source: str, slug: str) -> None:
        """Let the other sources be asked again for a show that they were not known to have: there is more to ask by."""
        with transaction(self.connection):
            self.connection.execute(
                "UPDATE show SET missed = NULL WHERE source != ? AND slug = ? AND number = 0", (source, slug)
            )

    def confirm(self, source: str, slugs: Sequence[str], checked: dt.date) -> None:
        """Note that the source was asked about these shows on a day and still says the same."""
        with transaction(self.connection):
            self.connection.executemany(
                "UPDATE show SET checked = ? WHERE source = ? AND slug = ? AND checked < ?",
                ((checked.isoformat(), source, slug, checked.isoformat()) for slug in slugs),
            )
            self._touch()

    def forget(self) -> None:
        """Take out what may be kept no longer, but for the ids of shows and the days on which something was said."""
        import json

        empty = "UPDATE show SET stamp = 0, said = 'null', block = '{}', claims = ? WHERE source = ? AND slug = ?"
        for source in KEPT_DAYS:
            rows = self.connection.execute(
                "SELECT slug, claims FROM show WHERE source = ? AND stamp > 0 AND stamp < ?",
                (source, self._oldest(source)),
            ).fetchall()
            for slug, claims in rows:
                days = [{"id": row["id"], "on": row["on"]} for row in self.read(claims) if "on" in row]
                with transaction(self.connection):
                    self.connection.execute(empty, (json.dumps(days), source, slug))
                    self._touch()

    def read(self, text: str) -> Any:
        """What a text of the file says. Raises `FetchedUnusable` where it says nothing."""
        import json

        try:
            return json.loads(text)
        except ValueError as error:
            raise FetchedUnusable(self.path, "a text in it is no JSON", damaged=True) from error

    def _shows(self, columns: str, which: str, *values: object) -> Iterator[tuple[Any, ...]]:
        """Columns of some shows. Raises `FetchedUnusable` where one holds what was never put there."""
        types = [_TYPES.get(name, str) for name in columns.split(", ")]
        for row in self.connection.execute(f"SELECT {columns} FROM show {which}", values):  # noqa: S608 - ours
            if not all(isinstance(told, kind) for told, kind in zip(row, types, strict=True)):
                raise FetchedUnusable(self.path, "a show in it is not as it was kept", damaged=True)
            yield row

    def _layer(self, source: str, block: str, claims: str, checked: str) -> Layer:
        from showstatus.dates import parse_edtf
        from showstatus.ledger.book import Layer, is_claim

        keys, rows = self.read(block), self.read(claims)
        if not isinstance(keys, dict) or not isinstance(rows, list) or not all(map(is_claim, rows)):
            raise FetchedUnusable(self.path, "what a source said is not as it was kept", damaged=True)
        return Layer(source, keys, rows, parse_edtf(checked))

    def _oldest(self, source: str) -> int:
        """The stamp below which what a source said is too old; 0 for a source that allows to keep it."""
        return self.opened_at - KEPT_DAYS[source] * 86_400 if source in KEPT_DAYS else 0

    def _touch(self) -> None:
        self.connection.execute("UPDATE version SET number = number + 1")


def open_fetched(path: str, opened_at: float = 0.0) -> Fetched | None:
    """What was fetched; None where nothing was yet. Raises `ShowstatusError` where the file is damaged."""
    return Fetched(path, opened_at) if os.path.exists(path) else None
