"""Wikipedia as it can be asked now: its questions, its address, and the client that carries them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from showstatus.sources import wikipedia
from showstatus.sources.base import Unusable
from showstatus.sources.http import Client
from showstatus.sources.wikipedia import PageInfo, Rendered


class Wiki:
    """An encyclopedia that can be asked. Whatever is asked raises `SourceUnreachable` and `Unusable`."""

    def __init__(self, address: str, client: Client) -> None:
        self._address = address.partition("?")[0]
        self._client = client

    def by_number(self, numbers: Sequence[int]) -> dict[int, PageInfo]:
        """How pages stand, by their numbers; those that are gone or lead elsewhere are left out."""
        found = (wikipedia.read_pages(self._get(wikipedia.ask_numbers(part))) for part in wikipedia.in_groups(numbers))
        return {page.number: page for _, pages in found for page in pages}

    def by_title(self, titles: Sequence[str]) -> dict[str, PageInfo]:
        """The articles to which titles lead; those that lead to none are left out."""
        made: dict[str, PageInfo] = {}
        for part in wikipedia.in_groups(titles):
            became, pages = wikipedia.read_pages(self._get(wikipedia.ask_titles(part)))
            named = {page.title: page for page in pages}
            made |= {title: named[end] for title in part if (end := wikipedia.followed(became, title)) in named}
        return made

    def article(self, number: int) -> Rendered:
        """A rendered article."""
        rendered = wikipedia.read_article(self._get(wikipedia.ask_article(number)))
        if rendered.number != number:
            raise Unusable(f"with page {rendered.number} when asked for page {number}")
        return rendered

    def _get(self, query: str) -> Any:
        answer = self._client.get(self._address + query)
        if answer.status != 200:
            raise Unusable(f"{answer.status}")
        return answer.json()
