"""Builds the static site in a folder: what each show's page needs is made once and kept until the show changes.

A show that has not changed since it was last published there costs a look at its two files; the index, the feed, the
calendar and the registry are put together from what is kept of every show.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any

from showstatus.cli.listing import ORDERS, public, row_of
from showstatus.cli.session import Session
from showstatus.errors import UsageError
from showstatus.history import history
from showstatus.ledger.book import Entry
from showstatus.ledger.store import storable
from showstatus.ledger.toml_writer import show_text
from showstatus.places import code_stamp
from showstatus.releases import releases
from showstatus.replacing import replace as replace_file
from showstatus.report import Report, report
from showstatus.views.ical import calendar, events
from showstatus.views.json_doc import check_document, list_document
from showstatus.views.site.feed import MOST_ENTRIES, SINCE_DAYS, News, news
from showstatus.views.site.names import page_name
from showstatus.views.site.pages import Site, feed_page, index_page, index_row, show_page

Made = dict[str, Any]
"""What is kept of a show for the pages that tell of all: JSON can hold it."""
_FILES = ("site.css", "site.js", "icon.svg")
_MARK = re.compile(rb'<meta name="generator" content="showstatus ')
_PAGE = re.compile(r"shows/[a-z0-9-]+(?:\.[0-9a-f]{16})?\.html")
_AT_ONCE = 200
"""How many shows are made before what was made is kept, so that a build that is stopped need not begin anew."""


@dataclass(frozen=True, slots=True)
class Published:
    """What a build did: how many shows are on the site, how many files it wrote, how many it took away."""

    shows: int
    written: int
    removed: int


def publish(session: Session, folder: str, site: Site, *, followed: bool) -> Published:
    """Make the folder hold the site. Raises `UsageError` where it holds a page that is none of ours."""
    _refuse_strangers(folder)
    before = _published(folder)
    build = _Build(session, folder, site)
    slugs = sorted(build.prints if not followed else build.prints.keys() & session.ledger.followed())
    made = dict(build.shows(slugs))
    written = build.written + _write_all(folder, site, list(made.values()), session.as_of)
    pages = {kept["page"] for kept in made.values()}
    removed = sum(_remove(folder, page) for page in before - pages)
    return Published(len(made), written, removed)


class _Build:
    """One build: makes what is not kept, and remembers which files stand as they were written."""

    def __init__(self, session: Session, folder: str, site: Site) -> None:
        self.prints = session.ledger.fingerprints()
        self.written = 0
        self._ledger = session.ledger
        self._folder = folder
        self._site = site
        self._basis = f"{site.as_of} {site.title} {site.url} {code_stamp()}"
        self._as_of = session.as_of
        where = storable(f"{session.where.registry} {session.where.shipped}")
        self._subject = f"site show {where} "
        self._files = storable(f"site files {folder}")

    def shows(self, slugs: list[str]) -> Iterator[tuple[str, Made]]:
        """What is kept of each show, made where it is not; its files are written where they do not stand."""
        kept = self._ledger.cached_under(self._subject)
        stood: dict[str, list[Any]] = json.loads(self._ledger.cached(self._files, "") or "{}")
        standing: dict[str, list[Any]] = {}
        fresh: list[tuple[str, str, str]] = []
        for slug in slugs:
            subject, basis = self._subject + slug, f"{self.prints[slug]} {self._basis}"
            old = kept.get(subject)
            if old is not None and old[0] == basis and stood.get(slug) == [basis, *self._signatures(slug)]:
                standing[slug] = stood[slug]
                yield slug, json.loads(old[1])
                continue
            made = self._make(self._ledger.entry(slug))
            standing[slug] = [basis, *self._signatures(slug)]
            fresh.append((subject, basis, json.dumps(made, ensure_ascii=False)))
            if len(fresh) == _AT_ONCE:
                self._ledger.cache_all([*fresh, (self._files, "", json.dumps({**stood, **standing}))])
                fresh.clear()
            yield slug, made
        self._ledger.cache_all([*fresh, (self._files, "", json.dumps(standing))])

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

    def _make(self, known: Entry) -> Made:
        """What the site tells of one show; its page and its document are written on the way."""
        # A site is for everybody: what the user noted for themselves stays at home.
        entry = replace(known, show=replace(known.show, tags=(), note=None, pin=None))
        made = report(entry, self._as_of)
        since = self._as_of - dt.timedelta(SINCE_DAYS) if self._as_of.toordinal() > SINCE_DAYS else dt.date.min
        changes = history(entry, self._as_of, since)
        page = page_name(entry.show.slug)
        document = json.dumps(check_document(made), ensure_ascii=False, indent=2)
        self._write(f"shows/{page}.html", show_page(self._site, page, made, changes))
        self._write(f"shows/{page}.json", f"{document}\n")
        return self._summary(entry, page, made, [news(entry.show, one, page) for one in changes])

    def _summary(self, entry: Entry, page: str, made: Report, told: list[News]) -> Made:
        row = row_of(made)
        dated = releases(entry, self._as_of, made)
        return {
            "page": f"shows/{page}.html",
            "row": row,
            "markup": index_row(page, row, made),
            "news": [asdict(one) for one in told],
            "events": events(entry.show, dated, self._as_of, made.attribution).decode(),
            "toml": show_text(entry, private=False),
            "attribution": made.attribution,
        }

    def _write(self, name: str, text: str) -> None:
        self.written += replace_file(os.path.join(self._folder, *name.split("/")), text.encode("utf-8", "replace"))


def _write_all(folder: str, site: Site, made: list[Made], as_of: dt.date) -> int:
    """Write the files that tell of all shows; gives how many of them changed."""
    made = sorted(made, key=lambda one: ORDERS["countdown"](one["row"]))
    attribution = list(dict.fromkeys(text for one in made for text in one["attribution"]))
    told = sorted((News(**item) for one in made for item in one["news"]), key=lambda one: one.id)
    told.sort(key=lambda one: one.day, reverse=True)
    rows = [{**public(one["row"]), "page": one["page"]} for one in made]
    by_slug = sorted(made, key=lambda one: one["row"]["slug"])
    notes = [f"{site.title}, as of {site.day}. Made by showstatus.", *attribution]
    registry = "".join(f"# {' '.join(line.split())}\n" for line in notes) + "".join(one["toml"] for one in by_slug)
    document = json.dumps(list_document(rows, as_of), ensure_ascii=False, indent=1)
    files = {
        "index.html": index_page(site, [one["row"] for one in made], [one["markup"] for one in made], attribution),
        "feed.xml": feed_page(site, told[:MOST_ENTRIES], attribution),
        "calendar.ics": calendar((one["events"].encode() for one in by_slug), site.title).decode(),
        "shows.toml": registry,
        "shows.json": f"{document}\n",
    }
    shipped = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "views", "site", "files")
    written = sum(replace_file(os.path.join(folder, name), text.encode()) for name, text in files.items())
    for name in _FILES:
        with open(os.path.join(shipped, name), "rb") as file:
            written += replace_file(os.path.join(folder, name), file.read())
    return written


def _refuse_strangers(folder: str) -> None:
    index = os.path.join(folder, "index.html")
    try:
        with open(index, "rb") as file:
            ours = _MARK.search(file.read(4096))
    except FileNotFoundError:
        return
    if not ours:
        raise UsageError(f"{index} was not made by showstatus and would be lost; name an empty folder.")


def _published(folder: str) -> set[str]:
    """The pages that an earlier build left in the folder, by the list it left beside them."""
    try:
        with open(os.path.join(folder, "shows.json"), encoding="utf-8") as file:
            rows = json.load(file)["shows"]
        return {page for row in rows if _PAGE.fullmatch(page := str(row.get("page")))}
    except (FileNotFoundError, ValueError, KeyError, TypeError, AttributeError):
        return set()


def _remove(folder: str, page: str) -> int:
    count = 0
    for name in (page, page.removesuffix("html") + "json"):
        try:
            os.unlink(os.path.join(folder, *name.split("/")))
            count += 1
        except FileNotFoundError:
            continue
    return count
