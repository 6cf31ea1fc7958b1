"""Builds the static site in a folder: the pages of the shows, and the files that tell of them all."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass

from showstatus.cli import clock
from showstatus.cli.listing import ORDERS, public
from showstatus.cli.session import Session
from showstatus.cli.site_shows import Made, SiteShows
from showstatus.errors import UsageError
from showstatus.replacing import remove_leftovers, replace
from showstatus.views.ical import calendar
from showstatus.views.json_doc import list_document
from showstatus.views.site.feed import MOST_ENTRIES, News
from showstatus.views.site.pages import Site, feed_page, index_page, static_files

_MARK = b"/* The style of a site by showstatus."
"""How the style sheet begins: it is written first, so it tells a folder of ours even where a build was stopped."""
_TOGETHER = ("index.html", "feed.xml", "calendar.ics", "shows.toml", "shows.json")
_PAGE = re.compile(r"shows/[a-z0-9-]+(?:\.[0-9a-f]{16})?\.html")


@dataclass(frozen=True, slots=True)
class Published:
    """What a build did: how many shows are on the site, how many files it wrote, how many it took away."""

    shows: int
    written: int
    removed: int


def publish(session: Session, folder: str, site: Site, *, followed: bool) -> Published:
    """Make the folder hold the site. Raises `UsageError` where that would write over a file that is none of ours."""
    session.spare_registries(os.path.join(folder, "shows.toml"))
    _refuse_strangers(folder)
    for place in (folder, os.path.join(folder, "shows")):
        remove_leftovers(place, clock.seconds())
    before = _published(folder)
    written = _write(folder, static_files())
    shows = SiteShows(session, folder, site)
    made = list(shows.made(shows.slugs(followed=followed)))
    written += shows.written + _write(folder, _together(site, made, session.as_of))
    removed = sum(_remove(folder, page) for page in before - {one["page"] for one in made})
    return Published(len(made), written, removed)


def _write(folder: str, files: Mapping[str, bytes]) -> int:
    return sum(replace(os.path.join(folder, name), data) for name, data in files.items())


def _together(site: Site, made: list[Made], as_of: dt.date) -> dict[str, bytes]:
    """The files that tell of all shows, by name."""
    by_slug = sorted(made, key=lambda one: str(one["row"]["slug"]))
    soonest = sorted(by_slug, key=lambda one: ORDERS["countdown"](one["row"]))
    attribution = list(dict.fromkeys(text for one in by_slug for text in one["attribution"]))
    told = sorted((News(**item) for one in made for item in one["news"]), key=lambda one: one.id)
    told.sort(key=lambda one: one.day, reverse=True)
    rows = [{**public(one["row"]), "page": one["page"]} for one in soonest]
    notes = [f"{site.title}, as of {site.day}. Made by showstatus.", *attribution]
    registry = "".join(f"# {' '.join(line.split())}\n" for line in notes) + "".join(one["toml"] for one in by_slug)
    document = json.dumps(list_document(rows, as_of, attribution), ensure_ascii=False, indent=1)
    texts = {
        "index.html": index_page(
            site, [one["row"] for one in soonest], [one["markup"] for one in soonest], attribution
        ),
        "feed.xml": feed_page(site, told[:MOST_ENTRIES], attribution),
        "shows.toml": registry,
        "shows.json": f"{document}\n",
    }
    feed = calendar((one["events"].encode() for one in by_slug), site.title)
    made_files = {**{name: text.encode("utf-8", "replace") for name, text in texts.items()}, "calendar.ics": feed}
    return {name: made_files[name] for name in _TOGETHER}


def _refuse_strangers(folder: str) -> None:
    if os.path.lexists(folder) and not os.path.isdir(folder):
        raise UsageError(f"{folder} is a file, and a site is a folder of files; name a folder.")
    style = os.path.join(folder, "site.css")
    if os.path.exists(style):
        with open(style, "rb") as file:
            if file.read(len(_MARK)) == _MARK:
                return
    for name in ("shows", *_TOGETHER, *static_files()):
        path = os.path.join(folder, name)
        if os.path.lexists(path):
            raise UsageError(f"{path} was not made by showstatus and would be written over; name an empty folder.")


def _published(folder: str) -> set[str]:
    """The pages that an earlier build left in the folder, by the list it left beside them."""
    try:
        with open(os.path.join(folder, "shows.json"), encoding="utf-8") as file:
            rows = json.load(file)["shows"]
        return {page for row in rows if _PAGE.fullmatch(page := str(row.get("page")))}
    except (FileNotFoundError, ValueError, KeyError, TypeError, AttributeError):
        return set()


def _remove(folder: str, page: str) -> int:
    """Take away a page and its document; gives how many of the two were there."""
    count = 0
    for name in (page, f"{page.removesuffix('html')}json"):
        try:
            os.unlink(os.path.join(folder, *name.split("/")))
            count += 1
        except FileNotFoundError:
            continue
    return count
