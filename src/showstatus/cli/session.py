"""What a command works with: the day, the files, the ledger, and where answers go."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping

from showstatus.cli.output import Output
from showstatus.errors import UsageError
from showstatus.places import Places, code_stamp, places

TYPE_CHECKING = False
if TYPE_CHECKING:
    from showstatus.ledger.ledger import Ledger


class Session:
    """One run of one command."""

    TAKEN = frozenset({"as_of", "registry", "color", "offline", "json", "fields"})
    """The values that the session takes for itself; a command gets the others."""

    def __init__(self, *, as_of: dt.date, where: Places, output: Output, fields: Iterable[str], json: bool) -> None:
        self.as_of = as_of
        self.where = where
        self.output = output
        self.fields = tuple(fields)
        self.json = json
        self._ledger: Ledger | None = None

    @property
    def ledger(self) -> Ledger:
        """The ledger, opened at the first use."""
        if self._ledger is None:
            from showstatus.ledger.ledger import Ledger

            self._ledger = Ledger(self.where.store, shipped=self.where.shipped, user=self.where.registry)
            if self._ledger.note is not None:
                self.output.talk(self._ledger.note)
        return self._ledger

    def kept(self, subject: str, make: Callable[[], str]) -> str:
        """A derived text, made once and kept in the store until a registry, the day or the program changes."""
        subject = f"{subject} {self.where.registry} {self.where.shipped}"
        basis = f"{self.ledger.digest} {self.as_of.isoformat()} {code_stamp()}"
        text = self.ledger.cached(subject, basis)
        if text is None:
            text = make()
            self.ledger.cache(subject, basis, text)
        return text


def open_session(values: Mapping[str, object], environ: Mapping[str, str]) -> Session:
    """The session that a command line and its environment ask for."""
    fields = [name.strip() for name in _text(values, "fields").split(",") if name.strip()]
    return Session(
        as_of=_day(_text(values, "as_of") or environ.get("SHOWSTATUS_AS_OF", "")),
        where=places(environ, _text(values, "registry") or None),
        output=Output(_text(values, "color") or environ.get("SHOWSTATUS_COLOR", "auto"), environ),
        fields=fields,
        json=bool(values.get("json")) or bool(fields),
    )


def _text(values: Mapping[str, object], key: str) -> str:
    value = values.get(key)
    return value if isinstance(value, str) else ""


def _day(text: str) -> dt.date:
    from showstatus.cli.clock import today

    if not text:
        return today()
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        pass
    from showstatus.spoken import hear

    heard = hear(text, today())
    if not heard.is_day:
        raise UsageError(f"--as-of needs one day, and “{text}” is more; write 2023-01-11.")
    return heard.start
