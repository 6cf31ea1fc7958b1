"""English Wikipedia: how its articles are asked for, and what the MediaWiki API answers. No key is needed.

What is assumed, as read off its documentation:

- One question tells of up to fifty pages, by title or number, which revision each has: an article that did not change
  costs a fiftieth of a small answer. Titles are made regular and redirects followed, and the answer says which became
  which; a page that is not there is `missing`, one that only lists pages of like names is a `disambiguation`.
- A rendered article comes with the number of its revision. What cannot be answered is an `error` with a code, and 200.
- With `maxlag` it refuses while its databases are late, with 200, `Retry-After` and a header that says so.
- Its text is CC BY-SA: facts are taken of it and short quotations, with the page named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import quote, urlencode

from showstatus.names import fold
from showstatus.reader.chronicle import Article
from showstatus.shows import Show
from showstatus.sources.base import Unusable
from showstatus.untrusted import MOST_ID, a_count, a_list, a_name, a_table

T = TypeVar("T")
NAME = "wikipedia"
"""As it is written in claims' `origin` and in ids."""
TITLE = "Wikipedia"
AT_ONCE = 50
"""How many pages one question may be about."""
MOST_TITLES = 5
"""How many titles are tried for a show."""
LAG = 5
"""Seconds by which its databases may be late: what it asks of programs that nobody waits for."""
_LONGEST_TITLE = 200
_NO_TITLE = re.compile(r"[#<>\[\]|{}_\x00-\x1f]")
_ADJECTIVES = {
    "US": "American", "GB": "British", "CA": "Canadian", "AU": "Australian", "NZ": "New Zealand", "IE": "Irish",
    "FR": "French", "DE": "German", "ES": "Spanish", "IT": "Italian", "SE": "Swedish", "NO": "Norwegian",
    "DK": "Danish", "JP": "Japanese", "KR": "South Korean", "IN": "Indian", "TR": "Turkish", "BR": "Brazilian",
}  # fmt: skip
"""How its titles tell programmes of one name apart, by country."""


@dataclass(frozen=True, slots=True)
class PageInfo:
    """A page as it stands: where it is, and in which revision."""

    number: int
    title: str
    revision: int
    item: str | None = None
    """Its item at Wikidata: “Q109331”."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """An article as HTML, in a revision."""

    number: int
    title: str
    revision: int
    html: str


def ask_numbers(numbers: Sequence[int]) -> str:
    """The query that asks how pages stand, by their numbers: at most `AT_ONCE`."""
    return _query(pageids="|".join(map(str, numbers)))


def ask_titles(titles: Sequence[str]) -> str:
    """The query that asks how pages stand, by their titles: at most `AT_ONCE`."""
    return _query(titles="|".join(titles))


def ask_article(number: int) -> str:
    """The query that asks for a rendered article."""
    return _ask(action="parse", pageid=number, prop="text|revid", disableeditsection=1, disablelimitreport=1)


def read_pages(body: Any) -> tuple[dict[str, str], list[PageInfo]]:
    """Which of the titles that were asked for became which, and the articles there are. Raises `Unusable`."""
    query = _told(body, "query")
    became = {
        start: end
        for key in ("normalized", "redirects")
        for row in map(a_table, a_list(query.get(key)))
        if (start := a_name(row.get("from"))) is not None and (end := a_name(row.get("to"))) is not None
    }
    return became, [page for row in map(a_table, a_list(query.get("pages"))) if (page := _page(row)) is not None]


def read_article(body: Any) -> Rendered:
    """A rendered article. Raises `Unusable`."""
    row = _told(body, "parse")
    number, revision, title = a_count(row.get("pageid"), MOST_ID), a_count(row.get("revid"), MOST_ID), row.get("title")
    html, name = row.get("text"), a_name(title)
    if number is None or revision is None or name is None or not isinstance(html, str):
        raise Unusable("without the text of the article")
    return Rendered(number, name, revision, html)


def asks_to_wait(headers: Mapping[str, str]) -> bool:
    """Whether the headers of an answer of 200 refuse for now: its databases are late, or it is asked too often."""
    codes = headers.get("mediawiki-api-error", "")
    return "x-database-lag" in headers or any(code in codes for code in ("maxlag", "ratelimited", "readonly"))


def address(title: str) -> str:
    """Where people read the page of a title."""
    return "https://en.wikipedia.org/wiki/" + quote(title.replace(" ", "_"), safe="/:,()!*&")


def titles(show: Show, began: int | None) -> list[str]:
    """The titles that the article of a show may have, the likeliest first; `began` is the year in which it did."""
    given = show.ids.get(NAME)
    if isinstance(given, str):
        return [given] if _is_title(given) else []
    land = _ADJECTIVES.get(show.country or "")
    notes = ["TV series", f"{land} TV series" if land else None, f"{began} TV series" if began else None, None]
    made = [f"{show.title} ({note})" if note else show.title for note in notes if note or _is_title(show.title)]
    return [title for title in dict.fromkeys(made) if _is_title(title)][:MOST_TITLES]


def is_about(article: Article, item: str | None, show: Show, began: int | None) -> bool:
    """Whether an article is about a show: by the ids that both have, else by title, year and network together."""
    wanted = show.ids.get("wikidata")
    if show.ids.get(NAME) or wanted:
        return wanted is None or wanted == item
    imdb = show.ids.get("imdb")
    if imdb and article.imdb:
        return imdb in article.imdb
    named = {fold(name) for name in (show.title, *show.aliases)}
    home = fold(show.platform) if show.platform else None
    homes = {fold(name) for name in article.networks}
    same_home = home is None or not homes or any(home in other or other in home for other in homes)
    return fold(article.title) in named and began is not None and article.began == began and same_home


def in_groups(asked: Sequence[T]) -> Iterator[Sequence[T]]:
    """What is to be asked, in groups that one question may be about."""
    return (asked[start : start + AT_ONCE] for start in range(0, len(asked), AT_ONCE))


def followed(became: Mapping[str, str], title: str) -> str:
    """The title at which a page that was asked for is found in the end."""
    for _ in range(3):  # made regular, then redirected, once more at most
        title = became.get(title, title)
    return title


def _query(**asked: str) -> str:
    return _ask(action="query", prop="info|pageprops", ppprop="disambiguation|wikibase_item", redirects=1, **asked)


def _ask(**asked: str | int) -> str:
    return "?" + urlencode({**asked, "format": "json", "formatversion": 2, "maxlag": LAG})


def _told(body: Any, part: str) -> Mapping[str, Any]:
    """A part of an answer. Raises `Unusable` where there is an error instead."""
    table = a_table(body)
    code = a_name(a_table(table.get("error")).get("code"))
    if code is not None:
        raise Unusable(f"“{code[:40]}”")
    if not isinstance(table.get(part), dict):
        raise Unusable("with something that says nothing of pages")
    return a_table(table[part])


def _page(row: Mapping[str, Any]) -> PageInfo | None:
    """A page that is an article; None for one that is missing, lists others or is no article."""
    number, revision = a_count(row.get("pageid"), MOST_ID), a_count(row.get("lastrevid"), MOST_ID)
    title, props = a_name(row.get("title")), a_table(row.get("pageprops"))
    if number is None or revision is None or title is None or row.get("missing") or row.get("ns", 0) != 0:
        return None  # it is missing, or none of the articles
    if "disambiguation" in props:
        return None
    return PageInfo(number, title, revision, a_name(props.get("wikibase_item")))


def _is_title(title: str) -> bool:
    return bool(title.strip()) and not _NO_TITLE.search(title) and len(title.encode()) <= _LONGEST_TITLE
