"""What the site tells of each show: made once and kept in the store until the show, the day or the program changes.

Kept are its row, its news, its events and its estimate; its page and its document stand in the folder. A show whose
two files stand as they were written costs a look at them, and one whose files are missing is not forecast anew.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from typing import Any

from showstatus.cli.listing import row_of
from showstatus.cli.session import Session
from showstatus.forecast.window import Forecast
from showstatus.history import Transition, history
from showstatus.ledger.book import Entry
from showstatus.ledger.store import storable
from showstatus.ledger.toml_writer import show_text
from showstatus.places import code_stamp
from showstatus.releases import releases
from showstatus.replacing import replace as replace_file
from showstatus.report import Report, report
from showstatus.views.ical import events
from showstatus.views.json_doc import check_document
from showstatus.views.site.feed import SINCE_DAYS, news
from showstatus.views.site.names import page_name
from showstatus.views.site.pages import Site, index_row, show_page

Made = dict[str, Any]
"""What is kept of a show: JSON can hold it."""
_AT_ONCE = 200
"""How many shows are made before what was made is kept, so that a build that is stopped need not begin anew."""
_DAYS = ("start", "end", "median")


class SiteShows:
    """The shows of one site in one folder; `written` counts the files of theirs that changed."""

    def __init__(self, session: Session, folder: str, site: Site) -> None:
        self.written = 0
        self._session = session
        self._folder = folder
        self._site = site
        self._prints = session.ledger.fingerprints()
        self._basis = f"{site.as_of} {code_stamp()}"
        self._subject = storable(f"site show {session.where.registry} {session.where.shipped} ")
        self._files = storable(f"site files {folder}")

    def slugs(self, *, followed: bool) -> list[str]:
        """Every show, or those the user follows."""
        return sorted(self._prints.keys() & self._session.ledger.followed() if followed else self._prints)

    def made(self, slugs: list[str]) -> Iterator[Made]:
        """What is kept of each show, made where it is not; its files are written where they do not stand."""
        ledger = self._session.ledger
        kept = ledger.cached_under(self._subject)
        stood: dict[str, list[str]] = json.loads(ledger.cached(self._files, self._site.title) or "{}")
        standing: dict[str, list[str]] = {}
        fresh: list[tuple[str, str, str]] = []
        for slug in slugs:
            subject, basis = self._subject + slug, f"{self._prints[slug]} {self._basis}"
            old_basis, body = kept.get(subject, ("", ""))
            made = json.loads(body) if old_basis == basis else None
            if made is None:
                made = self._make(ledger.entry(slug), None)
                fresh.append((subject, basis, json.dumps(made, ensure_ascii=False)))
            elif stood.get(slug) != [basis, *self._signatures(slug)]:
                self._make(ledger.entry(slug), made)
            standing[slug] = [basis, *self._signatures(slug)]
            if len(fresh) == _AT_ONCE:
                ledger.cache_all(fresh)
                fresh.clear()
            yield made
        ledger.cache_all([*fresh, (self._files, self._site.title, json.dumps(standing))])

    def _signatures(self, slug: str) -> list[str]:
        """What tells whether the two files of a show are those that were written; “missing” where one is not there."""
        found = []
        for ending in ("html", "json"):
            try:
                stat = os.stat(os.path.join(self._folder, "shows", f"{page_name(slug)}.{ending}"))
                found.append(f"{stat.st_size}:{stat.st_mtime_ns}")
            except FileNotFoundError:
                found.append("missing")
        return found

    def _make(self, known: Entry, kept: Made | None) -> Made:
        """What the site tells of one show; its page and its document are written on the way."""
        # A site is for everybody: what the user noted for themselves stays at home.
        entry = replace(known, show=replace(known.show, tags=(), note=None, pin=None))
        as_of = self._session.as_of
        window = _forecast(kept["window"]) if kept is not None else None
        made = report(entry, as_of) if kept is None else report(entry, as_of, estimator=lambda *_: window)
        since = as_of - dt.timedelta(SINCE_DAYS) if as_of.toordinal() > SINCE_DAYS else dt.date.min
        changes = history(entry, as_of, since)
        page = page_name(entry.show.slug)
        document = json.dumps(check_document(made), ensure_ascii=False, indent=2)
        self._write(f"{page}.html", show_page(self._site, page, made, changes))
        self._write(f"{page}.json", f"{document}\n")
        return kept if kept is not None else self._kept(entry, page, made, changes)

    def _kept(self, entry: Entry, page: str, made: Report, changes: list[Transition]) -> Made:
        row = row_of(made)
        as_of = self._session.as_of
        window = made.next.window if made.next is not None else None
        return {
            "page": f"shows/{page}.html",
            "row": row,
            "markup": index_row(page, row, made),
            "news": [asdict(news(entry.show, one, page)) for one in changes],
            "events": events(entry.show, releases(entry, as_of, made), as_of, made.attribution).decode(),
            "toml": show_text(entry, private=False),
            "attribution": made.attribution,
            "window": _row(window) if window is not None else None,
        }

    def _write(self, name: str, text: str) -> None:
        self.written += replace_file(os.path.join(self._folder, "shows", name), text.encode("utf-8", "replace"))


def _row(window: Forecast) -> Made:
    """An estimate as JSON can hold it."""
    days = {level: day.isoformat() for level, day in window.quantiles.items()}
    return {**asdict(window), **{name: getattr(window, name).isoformat() for name in _DAYS}, "quantiles": days}


def _forecast(row: Mapping[str, Any] | None) -> Forecast | None:
    """The estimate that `_row` made a row of."""
    if row is None:
        return None
    read = dt.date.fromisoformat
    days = {level: read(day) for level, day in row["quantiles"].items()}
    told = {**row, "quantiles": days, "because": tuple(row["because"])}
    return Forecast(**{**told, **{name: read(row[name]) for name in _DAYS}})
