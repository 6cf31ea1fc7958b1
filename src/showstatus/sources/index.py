"""TVmaze's index as it can be asked now: every show that it has, a page at a time, and which of them changed."""

from __future__ import annotations

from collections.abc import Mapping

from showstatus.sources.base import Hit, Unusable
from showstatus.sources.remote import Remote
from showstatus.sources.tvmaze import TVmaze


class Index:
    """The index, asked through a `Remote` of TVmaze. Whatever is asked raises `SourceUnreachable` and `Unusable`."""

    def __init__(self, remote: Remote) -> None:
        self._remote = remote
        self._tvmaze = TVmaze()

    def page(self, number: int) -> tuple[Hit, ...]:
        """The shows of a page, from 0; none where there is no such page."""
        body = self._remote.body(self._tvmaze.ask_page(number))
        return self._tvmaze.read_page(number, body) if body is not None else ()

    def row(self, number: int) -> Hit | None:
        """The show of that id; None where there is none."""
        body = self._remote.body(self._tvmaze.ask_row(number))
        return self._tvmaze.read_row(number, body) if body is not None else None

    def stamps(self, within: str | None) -> Mapping[int, int]:
        """When each show changed last: of those that did within a “week” or a “month”, or of all there are."""
        body = self._remote.body(self._tvmaze.ask_recent(within))
        if body is None:
            raise Unusable("that there are no updates")
        return self._tvmaze.read_updates(body).stamps
