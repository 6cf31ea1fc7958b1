"""One source as it can be asked now: its questions, its address, and the client that carries them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

from showstatus.errors import TokenRefused
from showstatus.sources.base import Hit, Source, SourceShow, Unusable
from showstatus.sources.http import Answer, Client


class Remote:
    """A source that can be asked.

    Where it asks for a token, `headers` carry it, and nothing else ever does. Whatever is asked raises
    `SourceUnreachable` where no answer comes, `TokenRefused` where the source wants another token, `Unusable`.
    """

    def __init__(
        self, source: Source, address: str, client: Client, headers: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        self.source = source
        self._address = address.rstrip("/")
        self._client = client
        self._headers = headers

    def show(self, number: int) -> SourceShow | None:
        """Everything about a show; None where the source has none of that id."""
        answer = self._ask(self.source.ask_show(number))
        if answer is None:
            return None
        show = self.source.read_show(answer.json())
        if show.id != number:
            raise Unusable(f"with show {show.id} when asked for show {number}")
        return show

    def by_id(self, kind: str, value: str | int) -> SourceShow | None:
        """Everything about the show that another service has by this id; None where the source knows it not."""
        number = int(value) if kind == self.source.name else self.number_of(kind, value)
        return self.show(number) if number is not None else None

    def number_of(self, kind: str, value: str | int) -> int | None:
        """The source's own id of the show that another service has by this id; None where it knows it not."""
        source = self.source
        answer = self._get(source.ask_lookup(kind, value), follow=False)
        if answer.status == 404:
            return None
        if answer.status != 200 and not source.redirects:
            raise Unusable(f"{answer.status}")
        number = source.read_lookup(answer.headers.get("location"), None if source.redirects else answer.json())
        if number is None and source.redirects:  # somebody else may have answered: a page to log in at, say
            raise Unusable(f"{answer.status} and no show when asked for {kind} {value}")
        return number

    def search(self, words: str) -> tuple[Hit, ...]:
        """The shows of that title or one like it, the best first."""
        answer = self._ask(self.source.ask_search(words))
        return self.source.read_search(answer.json()) if answer is not None else ()

    def updates(self, since: dt.date, until: dt.date, most: int) -> dict[int, int] | None:
        """The stamps of shows by their ids; None where the list has more than `most` pages."""
        stamps: dict[int, int] = {}
        page = pages = 1
        while page <= pages:
            answer = self._ask(self.source.ask_updates(since, until, page))
            if answer is None:
                raise Unusable("that there are no updates")
            told = self.source.read_updates(answer.json())
            stamps |= told.stamps
            page, pages = page + 1, told.pages
            if pages > most:
                return None
        return stamps

    def close(self) -> None:
        """Leave no connection idle."""
        self._client.close()

    def _ask(self, path: str) -> Answer | None:
        """What is answered; None where nothing is there, which is not the same as “null”."""
        answer = self._get(path)
        if answer.status == 404:  # its body may be empty, null or JSON, and says nothing
            return None
        if answer.status != 200:
            raise Unusable(f"{answer.status}")
        return answer

    def _get(self, path: str, *, follow: bool = True) -> Answer:
        answer = self._client.get(self._address + path, self._headers, follow=follow)
        if answer.status == 401:
            raise TokenRefused(f"{self.source.unauthorized}.")
        return answer
