"""What a command works with: the day, the files, the ledger, and where answers go."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable, Mapping

from showstatus.cli.command import COLORS
from showstatus.cli.output import Output
from showstatus.errors import FetchedUnusable, UsageError
from showstatus.places import Places, code_stamp, places

TYPE_CHECKING = False
if TYPE_CHECKING:
    from showstatus.ledger.fetched import Fetched
    from showstatus.ledger.ledger import Ledger


YEARS = range(1900, 3000)
"""The years that can be asked about: all of television, and room for its plans."""


class Session:
    """One run of one command."""

    TAKEN = frozenset({"as_of", "registry", "color", "offline", "json", "fields"})
    """The values that the session takes for itself; a command gets the others."""

    def __init__(
        self,
        *,
        as_of: dt.date,
        where: Places,
        output: Output,
        fields: Iterable[str] = (),
        json: bool = False,
        offline: bool = False,
    ) -> None:
        self.as_of = as_of
        self.where = where
        self.output = output
        self.fields = tuple(fields)
        self.json = json
        self.offline = offline
        """Whether no connection may be opened."""
        self._store: str | None = where.store
        self._ledger: Ledger | None = None
        self._fetched: Fetched | None = None
        self._with_fetched = True

    @property
    def ledger(self) -> Ledger:
        """The ledger, opened at the first use."""
        if self._ledger is None:
            self._fetched = self._known()
            self._ledger = self.open_ledger(self._fetched)
            if self._ledger.note is not None:
                self.output.talk(self._ledger.note)
        return self._ledger

    def close(self) -> None:
        """Let go of the files; whoever asks for the ledger after that opens them again."""
        for one in (self._ledger, self._fetched):
            if one is not None:
                one.close()
        self._ledger = self._fetched = None

    def open_ledger(self, fetched: Fetched | None, where: Places | None = None) -> Ledger:
        """A ledger as of now, with what was fetched as it is told; with `where`, of files in other places."""
        from showstatus.ledger.ledger import Ledger

        store = self._store if where is None else where.store
        where = where or self.where
        return Ledger(store, shipped=where.shipped, user=where.registry, shared=where.copies, fetched=fetched)

    def open_fetched(self) -> Fetched:
        """What was fetched, opened to add to it; the caller closes it. Raises `ShowstatusError` where it is damaged."""
        from showstatus.cli.clock import seconds
        from showstatus.ledger.fetched import Fetched

        return Fetched(self.where.fetched, seconds())

    def _known(self) -> Fetched | None:
        """What was fetched before; where that cannot be read it is said, and the registries answer alone."""
        if not self._with_fetched or not os.path.exists(self.where.fetched):
            return None
        try:
            return self.open_fetched()
        except FetchedUnusable as error:
            self.output.talk(str(error))
            return None

    def kept(self, subject: str, make: Callable[[], str]) -> str:
        """A derived text, made once and kept in the store until a registry, the day or the program changes."""
        from showstatus.ledger.store import storable

        subject = storable(f"{subject} {self.where.registry} {self.where.shipped}")
        basis = f"{self.ledger.digest} {self.as_of.isoformat()} {code_stamp()}"
        text = self.ledger.cached(subject, basis)
        if text is None:
            text = make()
            self.ledger.cache(subject, basis, text)
        return text

    def spare_registries(self, path: str) -> None:
        """Raise `UsageError` where a file that is to be written is a registry: nothing made of one may replace it."""
        registries = [known for known in (self.where.registry, self.where.shipped) if known]
        if any(os.path.realpath(known) == os.path.realpath(path) for known in registries):
            raise UsageError(f"{path} is a registry and would be lost; name another place.")

    def did_without(self, error: Exception) -> bool:
        """Whether the store failed, or what was fetched did; then it is said, and the next attempt does without.

        Instead of the store it works in memory; instead of what was fetched the registries answer alone.
        """
        from json import JSONDecodeError

        from showstatus.ledger.store import FAULTS

        if isinstance(error, FetchedUnusable) and error.damaged and self._ledger is not None and self._with_fetched:
            self.output.talk(str(error))
            self.close()
            self._with_fetched = False
            return True
        if not isinstance(error, (*FAULTS, JSONDecodeError)) or self._store is None:
            return False
        self.output.talk(f"The store {self._store} is damaged ({error}); delete it, and it is made again.")
        self.close()
        self._store = None
        return True


def open_session(values: Mapping[str, object], environ: Mapping[str, str]) -> Session:
    """The session that a command line and its environment ask for."""
    fields = [name.strip() for name in _text(values, "fields").split(",") if name.strip()]
    return Session(
        as_of=_day(_text(values, "as_of") or environ.get("SHOWSTATUS_AS_OF", "")),
        where=places(environ, _text(values, "registry") or None),
        output=Output(_color(_text(values, "color") or environ.get("SHOWSTATUS_COLOR", "")), environ),
        fields=fields,
        json=bool(values.get("json")) or values.get("fields") is not None,
        offline=bool(values.get("offline")) or environ.get("SHOWSTATUS_OFFLINE", "") not in ("", "0"),
    )


def _text(values: Mapping[str, object], key: str) -> str:
    value = values.get(key)
    return value if isinstance(value, str) else ""


def _color(text: str) -> str:
    if text and text not in COLORS:
        raise UsageError(f"SHOWSTATUS_COLOR is “{text}”; it is one of {', '.join(COLORS)}.")
    return text or "auto"


def _day(text: str) -> dt.date:
    from showstatus.cli.clock import today

    if not text:
        return today()
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        from showstatus.spoken import hear

        heard = hear(text, today())
        if not heard.is_day:
            raise UsageError(f"--as-of needs one day, and “{text}” is more; write 2023-01-11.") from None
        day = heard.start
    if day.year not in YEARS:
        raise UsageError(f"--as-of needs a day from {YEARS[0]} to {YEARS[-1]}, and “{text}” is none.")
    return day
