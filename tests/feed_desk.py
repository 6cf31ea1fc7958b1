"""A desk that follows a few shows and takes feeds from a stand-in, for tests of what a refresh makes of them."""

from __future__ import annotations

import datetime as dt
from html import escape
from pathlib import Path

from showstatus.feeds import Gathered, gather
from showstatus.gleaning import Followed
from showstatus.ledger.feeds import Subscribed
from showstatus.ledger.fetched import Fetched
from showstatus.ledger.inbox import Inbox
from showstatus.ledger.ledger import Ledger
from showstatus.pending import pending
from tests.cli import SHIPPED
from tests.standin import NOW, StandIn

DAY = dt.date(2023, 1, 11)
MINE = "[show.glow]\n[show.severance]\n[show.the-office-uk]\n"
GLOW = "Netflix has renewed GLOW for a fourth season."
SEVERANCE = "Apple TV+ has renewed Severance for a second season."


def item(
    words: str, number: int = 1, day: str | None = "2023-01-10T09:00:00Z", title: str = "", updated: str = ""
) -> str:
    """An entry of an Atom feed, with these words as its text."""
    published = f"<published>{day}</published>" if day else ""
    changed = f"<updated>{updated}</updated>" if updated else ""
    return (
        f'<entry><id>tag:{number}</id><title>{escape(title)}</title><link href="https://example.org/{number}"/>'
        f'{published}{changed}<content type="html">{escape(f"<p>{words}</p>")}</content></entry>'
    )


def atom(*items: str) -> bytes:
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>A Paper</title>{"".join(items)}</feed>'.encode()


class Desk:
    """Feeds on a server, a registry and an inbox on disk."""

    def __init__(self, folder: Path, server: StandIn) -> None:
        self.server = server
        self.shipped, self.user = folder / "shipped.toml", folder / "shows.toml"
        self.shipped.write_text(SHIPPED, encoding="utf-8")
        self.user.write_text(MINE, encoding="utf-8")
        self.fetched = Fetched(str(folder / "fetched.db"))
        self.fetched.connection.execute("PRAGMA synchronous = OFF")  # a test needs no disk that outlives the machine
        self.inbox = Inbox(self.fetched.connection)
        self.hosts: list[str] = []

    def feed(self, name: str = "paper", by: str | None = "A Paper") -> Subscribed:
        return Subscribed(name=name, address=f"{self.server.url}/{name}", by=by)

    def serve(self, *items: str, name: str = "paper") -> None:
        self.server.files[f"/{name}"] = atom(*items)

    def refresh(self, *feeds: Subscribed, day: dt.date = DAY) -> Gathered:
        ledger = self.ledger()
        try:
            return gather(feeds or [self.feed()], Followed(ledger), self.inbox, day, lambda: NOW, self.hosts.append)
        finally:
            ledger.close()

    def ledger(self) -> Ledger:
        return Ledger(None, shipped=str(self.shipped), user=str(self.user))

    def told(self) -> list[tuple[str, str, object]]:
        """Show, kind and seasons of what waits."""
        ledger = self.ledger()
        found = pending(ledger, self.inbox.waiting())
        ledger.close()
        return [(one.show.slug, one.claim.kind, [i.number for i in one.claim.instalments]) for one in found]
