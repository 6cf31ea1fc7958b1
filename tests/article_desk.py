"""A desk that follows one show and asks a stand-in for Wikipedia about it, for tests of `refresh`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from showstatus.articles import sync_articles
from showstatus.ledger.book import Entry
from showstatus.ledger.fetched import Fetched
from showstatus.ledger.ledger import Ledger
from showstatus.sources.http import Client
from showstatus.sources.wiki import Wiki
from showstatus.sources.wikipedia import asks_to_wait
from showstatus.status import status
from showstatus.sync import Synced
from tests.standin import NOW
from tests.standin_wiki import PATH, Note, WikiStandIn, page

DAY = dt.date(2023, 1, 11)
SHOW = """
[show.salt-road]
title = "Salt Road"
platform = "Harbour TV"
[[claim]]
show = "salt-road"
kind = "premiered"
season = 1
value = 2021-03-04
"""
BOX = {"Network": "Harbour TV", "Release": "March 4, 2021"}
RENEWED = "The series was renewed for a second season on May 20, 2022.[a]"
NOTES = {"a": Note("https://example.org/a", "The Daily Wave")}


class Desk:
    """A user's registry, what was fetched, and the stand-in that is asked."""

    def __init__(self, folder: Path, wiki: WikiStandIn, client: Client) -> None:
        self.registry = folder / "shows.toml"
        self.wiki = wiki
        self.fetched = Fetched(str(folder / "fetched.db"), NOW)
        self._asked = Wiki(f"{wiki.url}{PATH}", client)
        self.follow(SHOW)

    def follow(self, text: str) -> None:
        """Make this the user's registry."""
        self.registry.write_text(text, encoding="utf-8")

    def refresh(self, day: dt.date = DAY) -> Synced:
        """Ask what was edited, and keep it."""
        with closing(self._ledger()) as ledger:
            return sync_articles(self._asked, ledger, self.fetched, day, lambda *_: None)

    def entry(self, slug: str = "salt-road") -> Entry:
        """A show with all that is known of it."""
        with closing(self._ledger()) as ledger:
            return ledger.entry(slug)

    def decision(self, day: dt.date = DAY) -> str:
        """How the show stands."""
        entry = self.entry()
        return status(entry.show, entry.claims, day).decision

    def kinds(self) -> list[str]:
        """The kinds of what came of Wikipedia, in the order in which it did."""
        known = self.fetched.known("wikipedia", "salt-road")
        return [row["kind"] for row in known.claims] if known is not None else []

    def _ledger(self) -> Ledger:
        return Ledger(None, shipped=None, user=str(self.registry), fetched=self.fetched)


@contextmanager
def opened(folder: Path, wiki: WikiStandIn) -> Iterator[Desk]:
    """A desk with nothing fetched yet."""
    client = Client("Wikipedia", clock=lambda: NOW, is_refusal=asks_to_wait)
    one = Desk(folder, wiki, client)
    yield one
    client.close()
    one.fetched.close()


def write(wiki: WikiStandIn, *paragraphs: str, number: int = 7, title: str = "Salt Road (TV series)") -> None:
    """Write or edit the article."""
    wiki.write(number, title, page(*paragraphs, notes=NOTES, box=BOX))
