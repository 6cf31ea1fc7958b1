"""A feed: which items are in it, as values. RSS 0.9 to 2.0 and Atom; bytes in, values out.

What is assumed: it is somebody else's file, who may mean harm or make mistakes. It is read in a time that grows with
its length; no entity of its own is expanded, and neither file nor connection opened. Everything in an item is only
ever text: its HTML is neither run nor kept.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urljoin

from showstatus.sources.address import citable, is_web
from showstatus.sources.base import Unusable
from showstatus.sources.encoding import decoded
from showstatus.sources.markup import text_of
from showstatus.untrusted import YEARS, a_name

MOST_BYTES = 5_000_000
"""How long a feed may be."""
MOST_ITEMS = 500
"""How many items of a feed are read: the first, which are the newest nearly everywhere."""
LONGEST_TEXT = 50_000
"""Characters of one item that are read: more than any article has."""
_LONGEST_LINK = 2_000
_ATOM = ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#")
_HTML = re.compile(r"\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_DECLARATION = re.compile(r"<\?xml\b[^>]{0,500}>")
_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_AND = re.compile(r"&(?:#?\w{1,32};)?")
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_DATES = ("published", "issued", "pubDate", "{http://purl.org/dc/elements/1.1/}date", "updated", "modified")
"""When an item was published, the first that is there; an Atom feed has to tell only when it was updated."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a feed."""

    key: str
    """What tells it from every other of its feed."""
    mark: str
    """What changes when it is updated."""
    title: str
    text: str
    """The title and what stands below it, as plain text."""
    link: str | None
    """Where it can be read, as it may be cited."""
    published: dt.date | None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it came."""

    title: str | None
    items: tuple[Item, ...]


def read(data: bytes, url: str, charset: str | None = None) -> Feed:
    """What a feed says. `url` is where it was found, and `charset` how the server said that it is encoded.

    Raises `Unusable` for what is none.
    """
    text = decoded(data, charset)
    if not text.strip():
        raise Unusable("with nothing")
    if _HTML.match(text):
        raise Unusable("with HTML instead of a feed; look there for the address of its feed")
    root = _root(text)
    top = _local(root)
    channel = root if top == "feed" else next((one for one in root if _local(one) == "channel"), None)
    if top not in ("rss", "RDF", "feed") or channel is None:
        raise Unusable("with something that is no feed")
    found = (one for part in (root, channel) for one in part if _local(one) in ("item", "entry"))
    items = {
        one.key: one for one in (_item(element, url) for element, _ in zip(found, range(MOST_ITEMS), strict=False))
    }
    return Feed(_title(channel), tuple(items.values()))


def _root(text: str) -> Any:
    """The outermost element. Raises `Unusable`."""
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        return etree.fromstring(_sound(text).encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise Unusable(f"with XML that is broken at line {error.lineno}") from None


def _sound(text: str) -> str:
    """A feed without the faults that many have: signs that no XML may hold, entities of HTML, and “&” alone.

    No entity but those of HTML means anything after it, whatever the feed declares.
    """
    text = text.lstrip()
    declaration = _DECLARATION.match(text)
    text = _FORBIDDEN.sub("", text[declaration.end() :] if declaration else text).lstrip()
    parts: list[str] = []
    at = 0
    while (start := text.find("<![CDATA[", at)) >= 0 and (end := text.find("]]>", start)) >= 0:
        parts += [_AND.sub(_spelt, text[at:start]), text[start:end]]
        at = end
    return "".join([*parts, _AND.sub(_spelt, text[at:])])


def _spelt(found: re.Match[str]) -> str:
    return _FORBIDDEN.sub("", html.escape(html.unescape(found[0])))


def _item(element: Any, url: str) -> Item:
    title = _title(element) or ""
    texts = (text_of(_markup(one)) for one in _named(element, "summary", "description", "content", _CONTENT))
    text = "\n\n".join(part for part in (title, max(texts, key=len, default="")) if part)[:LONGEST_TEXT]
    link = _link(element, url)
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    key = _first(element, "id", "guid") or link or digest
    days = (day_of(one.text or "") for name in _DATES for one in _named(element, name))
    return Item(
        key=hashlib.sha256(key.encode("utf-8", "replace")).hexdigest(),
        mark=(_first(element, "updated", "modified") or digest)[: len(digest)],
        title=title,
        text=text,
        link=link,
        published=next((day for day in days if day is not None), None),
    )


def day_of(stamp: str) -> dt.date | None:
    """The day of a moment as RSS or Atom writes it, where it was written; None where it tells none."""
    words = " ".join(stamp.split())
    try:
        day = dt.datetime.fromisoformat(words).date()
    except ValueError:
        try:
            day = parsedate_to_datetime(words).date()
        except (ValueError, OverflowError):
            return None
    return day if day.year in YEARS else None


def _title(element: Any) -> str | None:
    return a_name(next((text_of(_markup(one)) for one in _named(element, "title")), None))


def _link(element: Any, url: str) -> str | None:
    """Where an item can be read: what it says is its page, else its id where that is an address."""
    told = [
        one.get("href") if _is_atom(one) else one.text
        for one in _named(element, "link")
        if one.get("rel", "alternate") == "alternate"
    ]
    told += [
        one.text
        for one in _named(element, "guid")
        if one.get("isPermaLink", "true") == "true" and is_web(one.text or "")
    ]
    for found in told:
        try:
            address = urljoin(url, (found or "").strip())
        except ValueError:
            continue
        if found and is_web(address) and address.isprintable() and len(address) <= _LONGEST_LINK:
            return citable(address)
    return None


def _first(element: Any, *names: str) -> str | None:
    """The text of the first child of such a name that has one."""
    return next((words for one in _named(element, *names) if (words := (one.text or "").strip())), None)


def _named(element: Any, *names: str) -> Iterator[Any]:
    """The children of these names, which are those of the element's own vocabulary unless they say another."""
    whose = element.tag.rpartition("}")[0]
    for name in names:
        tag = name if name.startswith("{") or not whose else f"{whose}}}{name}"
        yield from element.iterchildren(tag)


def _markup(element: Any) -> str:
    """What an element holds, as HTML: RSS holds HTML as text, Atom says what it holds."""
    from lxml import etree

    kind = element.get("type", "text") if _is_atom(element) else "html"
    quoted = html.escape if kind in ("text", "text/plain") else str
    said = [quoted(element.text or "")]
    for child in element:
        said.append(etree.tostring(child, method="html", encoding="unicode", with_tail=False))
        said.append(quoted(child.tail or ""))
    return "".join(said)


def _is_atom(element: Any) -> bool:
    return element.tag.rpartition("}")[0][1:] in _ATOM


def _local(element: Any) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]
