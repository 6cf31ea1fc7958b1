"""A registry opened by a program: what is known of shows on any day, and new claims put on record.

What was fetched or shared before counts as it does on the command line; nothing here opens a connection.

    with Registry() as registry:
        print(registry.report("heartstopper", date(2023, 1, 11)).answer)

Every question takes the day as of which it is answered. The clock is asked for one thing alone: whether what a source
allows to be kept for a while only, as TMDB does, may still be shown.
"""

from __future__ import annotations

import datetime as dt
import os

from showstatus.errors import UsageError
from showstatus.ledger.ledger import Ledger
from showstatus.places import places

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self, TypedDict, Unpack

    from showstatus.claims import Claim
    from showstatus.dates import PartialDate
    from showstatus.forecast.outlook import Outlook
    from showstatus.history import Transition
    from showstatus.ledger.fetched import Fetched
    from showstatus.report import Report
    from showstatus.shows import Show
    from showstatus.status import Status

    class Details(TypedDict, total=False):
        """What a claim may hold beside show, kind and `on`: the keys of the registry format, and their types."""

        season: int
        seasons: list[int]
        part: int
        special: str
        film: str
        concludes: bool
        value: dt.date | PartialDate | str | int
        parts: list[str]
        cast: list[dict[str, str | int]]
        left: list[str]
        platform: str
        by: str
        reports: str
        url: str
        said: str
        rank: str


class Registry:
    """The shipped registry and one of the user's, as the command line sees them.

    `path` is the user's file, which need not exist; without it, the person's own (`showstatus path registry`).
    `shipped` is False for none, or a file that takes its place. Raises `RegistryUnreadable` where a file is damaged.
    One object belongs to one thread.
    """

    def __init__(
        self, path: str | os.PathLike[str] | None = None, *, shipped: bool | str | os.PathLike[str] = True
    ) -> None:
        self._where = places(os.environ, os.fspath(path) if path is not None else None)
        if shipped is not True:
            self._where = self._where._replace(shipped=os.path.abspath(os.fspath(shipped)) if shipped else None)
        self._fetched: Fetched | None = None
        self._ledger = self._opened()

    @property
    def path(self) -> str:
        """The user's file, to which `add_claim` writes."""
        return self._where.registry

    def close(self) -> None:
        """Let go of the files."""
        self._ledger.close()
        if self._fetched is not None:
            self._fetched.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def shows(self, *, followed: bool = False) -> list[Show]:
        """Every show that is known, or only those in the user's file, by slug."""
        return [entry.show for entry in self._ledger.entries(followed=followed)]

    def find(self, name: str) -> Show:
        """The show a name means: slug, title, “title (qualifier)”, alias or initials.

        Raises `NoSuchShow`, with similar names, or `AmbiguousName`; so does everything below that takes a name.
        """
        return self._ledger.entry(self._ledger.resolve(name)).show

    def claims(self, name: str) -> tuple[Claim, ...]:
        """Every claim about a show, whatever the day."""
        return self._ledger.entry(self._ledger.resolve(name)).claims

    def status(self, name: str, as_of: dt.date) -> Status:
        """How a show stands: the decision, what is ordered, what is known of each season."""
        from showstatus.status import status

        entry = self._ledger.entry(self._ledger.resolve(name))
        return status(entry.show, entry.claims, as_of)

    def report(self, name: str, as_of: dt.date, season: int | None = None) -> Report:
        """Everything that `showstatus check` tells: the answer, what comes and when, the evidence."""
        from showstatus.report import report

        return report(self._ledger.entry(self._ledger.resolve(name)), as_of, season)

    def forecast(self, name: str, as_of: dt.date, season: int | None = None) -> Outlook:
        """When the next season, or the asked one, is likely to premiere, and the odds of a return while nobody knows.

        `Outlook.quantiles` are days by cumulative probability; `Outlook.why_not` says why there are none.
        """
        from showstatus.forecast.engine import shipped
        from showstatus.forecast.outlook import outlook

        return outlook(self._ledger.entry(self._ledger.resolve(name)), as_of, shipped(), [], season)

    def history(self, name: str, as_of: dt.date) -> list[Transition]:
        """How a show came to stand as it does, oldest first."""
        from showstatus.history import history

        return history(self._ledger.entry(self._ledger.resolve(name)), as_of)

    def add_claim(self, name: str, kind: str, *, on: dt.date | PartialDate | str, **details: Unpack[Details]) -> str:
        """Put a claim on record in the user's file, and give its id; the show is not thereby followed.

        `on` is the day it was said; dates are days, `PartialDate`s or EDTF texts (“2023-07”). A claim that is known
        already changes nothing. The file is written as a whole or not at all, and its comments stay. Raises
        `UsageError` where this is no claim, `ShowstatusError` where the file could not be written.
        """
        from showstatus.ledger.edits import append_claim
        from showstatus.ledger.toml_format import one_claim
        from showstatus.ledger.user_file import edit

        slug = self._ledger.resolve(name)
        told = {"show": slug, "kind": kind, **details, "on": on}
        table = {key: _written(value) for key, value in told.items() if value is not None}
        claim_id = str(one_claim(table)["id"])
        if all(claim.id != claim_id for claim in self._ledger.entry(slug).claims):
            edit(self.path, lambda text: append_claim(text, table), lock_dir=self._where.locks)
            self.close()
            self._ledger = self._opened()
        return claim_id

    def _opened(self) -> Ledger:
        from showstatus.cli.clock import seconds
        from showstatus.ledger.fetched import open_fetched

        where = self._where
        self._fetched = known = open_fetched(where.fetched, seconds())
        return Ledger(where.store, shipped=where.shipped, user=where.registry, shared=where.copies, fetched=known)


def _written(value: object) -> object:
    """A value as a registry file holds it: a partial date by its EDTF text, or as a day where it is one."""
    from showstatus.dates import PartialDate

    if isinstance(value, dt.datetime):
        raise UsageError(f"{value!r} is a moment, and claims are dated by days; give its date().")
    if isinstance(value, PartialDate):
        return value.start if value.is_day else value.edtf
    return value
