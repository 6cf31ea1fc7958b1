"""Asks Wikipedia for the articles of the shows you follow, and keeps what they say: a joint of network and disk.

One question tells which of fifty articles were edited; only those are fetched. Where the article of a show is not known
yet, those of likely titles are looked at, and one is taken only where it is surely about that show.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from showstatus.due import ASKED_AGAIN_AFTER
from showstatus.errors import ShowstatusError, SourceUnreachable
from showstatus.extras import need
from showstatus.ledger.book import Entry
from showstatus.ledger.fetched import Fetched, Known
from showstatus.ledger.ledger import Ledger
from showstatus.reader.chronicle import Article, claims
from showstatus.reader.encyclopedia import article
from showstatus.reconcile import revised
from showstatus.shows import Show
from showstatus.sources.base import Unusable
from showstatus.sources.wiki import Wiki
from showstatus.sources.wikipedia import NAME, TITLE, PageInfo, Rendered, address, is_about, titles
from showstatus.sync import Progress, Synced, began, one_by_one

MOST_CANDIDATES = 3
"""How many articles are looked at to find that of one show."""


@dataclass(slots=True)
class _Plan:
    """Which articles are fetched: those that were edited, and those that may be about a show that has none yet."""

    edited: list[tuple[Entry, PageInfo]] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    sought: list[tuple[Entry, list[PageInfo]]] = field(default_factory=list)
    """With the articles that bear a likely title."""


def sync_articles(wiki: Wiki, ledger: Ledger, fetched: Fetched, day: dt.date, progress: Progress) -> Synced:
    """Ask which articles of the shows you follow were edited, and keep what these say now."""
    result = Synced()
    try:
        need("read", "lxml.html")
    except ShowstatusError as error:
        result.unreachable.append(f"{TITLE} was not asked. {error}")
        return result
    try:
        plan = _plan(wiki, list(ledger.entries(followed=True)), fetched, day)
    except SourceUnreachable as error:
        result.unreachable.append(str(error))
        return result
    except Unusable as error:
        result.problems.append(f"{TITLE} answered {error} when asked what was edited; what was known stays.")
        return result
    fetched.confirm(NAME, plan.same, day)

    def read(entry: Entry, pages: Sequence[PageInfo], *, unsure: bool) -> None:
        if _fetch(wiki, entry, pages, fetched, day, unsure=unsure):
            result.fetched += 1
        else:
            _miss(entry, fetched, day, result)

    edited = [(entry.show, partial(read, entry, [page], unsure=False)) for entry, page in plan.edited]
    sought = [(entry.show, partial(read, entry, pages, unsure=True)) for entry, pages in plan.sought]
    one_by_one(TITLE, [*edited, *sought], result, progress)
    return result


def _plan(wiki: Wiki, entries: Sequence[Entry], fetched: Fetched, day: dt.date) -> _Plan:
    """What to fetch. Raises `SourceUnreachable` and `Unusable`."""
    made = _Plan()
    stamps = fetched.stamps(NAME)
    known = {entry.show.slug: number for entry in entries if (number := _number(entry, stamps, fetched))}
    pages = wiki.by_number(sorted({*known.values()}))
    lost: list[Entry] = []
    for entry in entries:
        slug = entry.show.slug
        page = pages.get(known.get(slug, 0))
        _, stamp, missed, _ = stamps.get(slug, (0, 0, None, ""))
        if page is None:
            waits = missed is not None and dt.date.fromisoformat(missed) + ASKED_AGAIN_AFTER > day
            lost += [] if waits and not _is_given(entry, fetched) else [entry]
        elif page.revision == stamp and missed is None:
            made.same.append(slug)
        else:
            made.edited.append((entry, page))
    wanted = {entry.show.slug: titles(_as_named(entry, fetched), began(entry)) for entry in lost}
    found = wiki.by_title(list(dict.fromkeys(title for names in wanted.values() for title in names)))
    for entry in lost:
        likely = {page.number: page for title in wanted[entry.show.slug] if (page := found.get(title)) is not None}
        made.sought.append((entry, list(likely.values())[:MOST_CANDIDATES]))
    return made


def _number(entry: Entry, stamps: Mapping[str, tuple[int, int, str | None, str]], fetched: Fetched) -> int:
    """The number of the article of a show; 0 where it is not known, or the user names another one by now."""
    number, stamp, *_ = stamps.get(entry.show.slug, (0, 0, None, ""))
    return number if stamp and not _is_given(entry, fetched) else 0


def _is_given(entry: Entry, fetched: Fetched) -> bool:
    """Whether a registry names another article than the one that is known."""
    known = fetched.known(NAME, entry.show.slug)
    told = known.block.get("ids", {}).get(NAME) if known is not None else None
    return entry.show.ids.get(NAME, told) != told


def _as_named(entry: Entry, fetched: Fetched) -> Show:
    """A show with the article that a registry names; the one that was found before and is gone tells nothing."""
    if _is_given(entry, fetched):
        return entry.show
    return replace(entry.show, ids={kind: value for kind, value in entry.show.ids.items() if kind != NAME})


def _fetch(
    wiki: Wiki, entry: Entry, pages: Iterable[PageInfo], fetched: Fetched, day: dt.date, *, unsure: bool
) -> bool:
    """Fetch and keep the first of the articles that is about the show; tell whether one was."""
    for page in pages:
        rendered = wiki.article(page.number)
        read = article(rendered.title, rendered.html)
        if not unsure or is_about(read, page.item, _as_named(entry, fetched), began(entry)):
            _keep(entry, rendered, read, fetched, day)
            return True
    return False


def _keep(entry: Entry, rendered: Rendered, read: Article, fetched: Fetched, day: dt.date) -> None:
    slug = entry.show.slug
    known = fetched.known(NAME, slug) or Known(rendered.number, 0)
    said = claims(read, address(rendered.title), TITLE, day)
    added = revised(slug, known.claims, said, day)
    block = {"ids": {NAME: entry.show.ids.get(NAME) or rendered.title}}
    fetched.save(NAME, slug, Known(rendered.number, rendered.revision, None, None, block, [*known.claims, *added]), day)


def _miss(entry: Entry, fetched: Fetched, day: dt.date, result: Synced) -> None:
    """Note that no article is surely that of the show, once: it is looked for again a month later."""
    known = fetched.known(NAME, entry.show.slug)
    if _is_given(entry, fetched):
        named = entry.show.ids[NAME]
        result.problems.append(f"{entry.show.display}: {TITLE} has no article “{named}”; mend ids in your registry.")
        return
    gone = "no longer has its article; what it said is kept" if known is not None and known.stamp else None
    told = gone or f'has no article that is surely about it; ids = {{ {NAME} = "TITLE" }} in your registry names one'
    result.problems.append(f"{entry.show.display}: {TITLE} {told}.")
    fetched.save(NAME, entry.show.slug, (known or Known(0, 0))._replace(missed=day), day)
