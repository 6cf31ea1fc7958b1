"""One source as it can be asked now: its questions, its address, and the client that carries them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

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
        body = self._ask(self.source.ask_show(number))
        return self.source.read_show(body) if body is not None else None

    def by_id(self, kind: str, value: str | int) -> SourceShow | None:
        """Everything about the show that another service has by this id; None where the source knows it not."""
        if kind == self.source.name:
            return self.show(int(value))
        answer = self._get(self.source.ask_lookup(kind, value), follow=False)
        if answer.status != 404 and answer.status >= 400:
            raise Unusable(f"{answer.status}")
        body = answer.json() if answer.status == 200 else None
        number = self.source.read_lookup(answer.headers.get("location"), body)
        return self.show(number) if number is not None else None

    def search(self, words: str) -> tuple[Hit, ...]:
        """The shows of that title or one like it, the best first."""
        body = self._ask(self.source.ask_search(words))
        return self.source.read_search(body) if body is not None else ()

    def updates(self, since: dt.date, until: dt.date, most: int) -> dict[int, int] | None:
        """The stamps of shows by their ids; None where the list has more than `most` pages."""
        stamps: dict[int, int] = {}
        page = pages = 1
        while page <= pages:
            body = self._ask(self.source.ask_updates(since, until, page))
            if body is None:
                raise Unusable("that there are no updates")
            told = self.source.read_updates(body)
            stamps |= told.stamps
            page, pages = page + 1, told.pages
            if pages > most:
                return None
        return stamps

    def close(self) -> None:
        """Leave no connection idle."""
        self._client.close()

    def _ask(self, path: str) -> Any:
        answer = self._get(path)
        if answer.status == 404:  # its body may be empty, null or JSON, and says nothing
            return None
        if answer.status != 200:
            raise Unusable(f"{answer.status}")
        return answer.json()

    def _get(self, path: str, *, follow: bool = True) -> Answer:
        answer = self._client.get(self._address + path, self._headers, follow=follow)
        if answer.status == 401:
            raise TokenRefused(f"{self.source.unauthorized}.")
        return answer
