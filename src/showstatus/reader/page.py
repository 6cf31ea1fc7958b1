"""What does a page say? The text of HTML without its frame, its day of publication and its outlet.

Everything on a page is only ever text: scripts and what a passage asks for are never obeyed, and what nobody sees who
looks at the page is not read.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from showstatus.dates import PartialDate
from showstatus.errors import DateError
from showstatus.extras import need
from showstatus.spoken import hear

_LOOKS_LIKE_HTML = re.compile(r"<!doctype html|<html\b|<head\b|<body\b|<article\b|<p\b[^>]*>|<div\b", re.IGNORECASE)
_BYLINE = re.compile(
    r"(?i)^\W*(?:this (?:article|post|page|story|piece) was )?(?:(?:first |last "
    r"|originally )?(?:published|updated|posted|modified)|by [^,\d]{3,40},)(?: on"
    r"| at)?:?\s*(?:on )?(?P<date>\d{4}-\d\d-\d\d|[\w ,./-]{6,40}?\d{4})\b"
)
_DATELINE = re.compile(
    r"(?i)^\W*(?:by [^|\d]{3,60}\W+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    r"(?P<date>\d{4}-\d\d-\d\d|\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}\.? \d{4}"
    r"|[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})"
    r"(?:\W+(?:at )?\d{1,2}[:.]\d\d ?(?:[ap]\.?m\b\.?)?(?: ?[a-z]{2,4})?)?\W*$"
)
"""A line that is nothing but a day, perhaps with who wrote it and an hour."""
_UNSEEN = [
    "//template", "//textarea", "//iframe", "//*[@hidden]",
    *(f"//*[contains(translate(@style, ' ', ''), '{style}')]" for style in ("display:none", "visibility:hidden")),
]  # fmt: skip
"""What nobody sees who looks at a page, as XPath; scripts and styles are no text for the library either way."""
BYLINE_LINES = 8
"""How many lines at the beginning and the end of a text may hold its byline."""
DATELINE_LINES = 4
"""Further down a day that stands alone may head what follows, as in a schedule."""


_ENGLISH = frozenset("the and that with has from this its are been which who when would their".split())  # noqa: SIM905
"""Words of English that few other languages have; in prose every eighth word or so is one."""
_ENOUGH_WORDS = 12
_ONE_IN = 50


@dataclass(frozen=True, slots=True)
class Page:
    """A text that can be read, and what is known of it."""

    text: str
    published: dt.date | None
    by: str | None = None


def page(content: str) -> Page:
    """The text of a page or of plain text, with its day of publication where it tells one.

    Raises `ShowstatusError` where HTML cannot be read for want of the library that does it.
    """
    if _LOOKS_LIKE_HTML.search(content[:20_000]):
        return _from_html(content)
    return Page(content, byline_date(content))


def is_foreign(text: str) -> bool:
    """Whether a text is in another language than English, which is the only one that is read.

    Too short a text is not said to be; nor is a list, which has few of any language's small words but names and dates.
    """
    words = re.findall(r"[^\W\d_]+", text)
    small = sum(word.islower() for word in words)
    return small >= _ENOUGH_WORDS and sum(word.lower() in _ENGLISH for word in words) * _ONE_IN < len(words)


def byline_date(text: str) -> dt.date | None:
    """The day a text says it was published or last updated, in its first or last lines."""
    lines = [line for line in text.split("\n") if line.strip()]
    bylines = [_BYLINE.match(line[:200]) for line in (*lines[:BYLINE_LINES], *lines[-BYLINE_LINES:])]
    for match in (*bylines, *(_DATELINE.match(line) for line in lines[:DATELINE_LINES])):
        heard = _heard(match["date"]) if match else None
        if heard is not None and heard.is_day:
            return heard.start
    return None


def _heard(text: str) -> PartialDate | None:
    try:
        return hear(text)
    except DateError:
        return None


def _from_html(content: str) -> Page:
    need("read", "trafilatura")
    import trafilatura

    text = (
        trafilatura.extract(
            content, include_comments=False, include_tables=True, favor_recall=True, prune_xpath=_UNSEEN
        )
        or ""
    )
    known = trafilatura.extract_metadata(content)
    title = (known.title or "").strip() if known is not None else ""
    if title and not text.lstrip().startswith(title):
        text = f"{title}\n\n{text}"
    day = _heard(known.date) if known is not None and known.date else None
    published = day.start if day is not None and day.is_day else byline_date(text)
    return Page(text, published, (known.sitename or known.hostname or None) if known is not None else None)
