"""A stand-in for Wikipedia on loopback: the two questions that are asked of the MediaWiki API, in its shapes.

The articles are made up: `page` renders paragraphs as MediaWiki does, with notes for what is cited.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlencode, urlsplit

from tests.standin import Fault, Json, StandIn

PATH = "/w/api.php"
LATE = {"error": {"code": "maxlag", "info": "Waiting for 10.0.0.1: 7.5 seconds lagged.", "lag": 7.5}}


class Note(NamedTuple):
    """A work that an article cites; `day` is text as COinS has it."""

    url: str
    work: str = "Tide"
    day: str = "2022-05-20"


class WikiStandIn(StandIn):
    """Wikipedia, as far as the program asks it."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: dict[int, Json] = {}
        self.moved: dict[str, str] = {}
        """Titles that lead to others."""
        self.revision = 1000

    def write(self, number: int, title: str, html: str, **props: str) -> None:
        """Write or edit an article; `props` are its page properties."""
        self.revision += 1
        self.pages[number] = {"pageid": number, "ns": 0, "title": title, "lastrevid": self.revision}
        if props:
            self.pages[number]["pageprops"] = props
        self.shows[number] = {"text": html}

    @property
    def questions(self) -> list[str]:
        """What was asked so far, in short: “query 2” (of so many pages) and “parse 7”; it is forgotten then."""
        told = []
        for _, path in self.requests:
            asked = {key: values[0] for key, values in parse_qs(urlsplit(path).query).items()}
            about = asked.get("pageids", asked.get("titles", ""))
            told.append(f"{asked['action']} {asked.get('pageid') or about.count('|') + 1}")
        self.requests.clear()
        return told

    def answer(self, path: str, etag: str | None = None) -> Fault:
        """The true answer."""
        del etag
        parts = urlsplit(path)
        asked = {key: values[0] for key, values in parse_qs(parts.query).items()}
        assert PATH == parts.path
        assert ("json", "2", "5") == (asked["format"], asked["formatversion"], asked["maxlag"])
        if asked["action"] == "parse":
            page = self.pages.get(int(asked["pageid"]))
            if page is None:
                return _body({"error": {"code": "nosuchpageid", "info": "There is no page with that ID."}})
            told = {"title": page["title"], "pageid": page["pageid"], "revid": page["lastrevid"]}
            return _body({"parse": {**told, "text": self.shows[page["pageid"]]["text"]}})
        wanted = asked.get("pageids", asked.get("titles", "")).split("|")
        assert len(wanted) <= 50
        query: Json = {"pages": []}
        for name in wanted:
            query["pages"].append(self._standing(name, query, by_number="pageids" in asked))
        return _body({"batchcomplete": True, "query": query})

    def _standing(self, name: str, query: Json, *, by_number: bool) -> Json:
        if by_number:
            return self.pages.get(int(name), {"pageid": int(name), "missing": True})
        title = name[:1].upper() + name[1:]
        for key, end in (("normalized", title), ("redirects", self.moved.get(title, title))):
            if end != name:
                query.setdefault(key, []).append({"from": name, "to": end})
                name = end
        found = (page for page in self.pages.values() if page["title"] == name)
        return next(found, {"ns": 0, "title": name, "missing": True})


def page(*paragraphs: str, notes: dict[str, Note] | None = None, box: dict[str, str] | None = None) -> str:
    """An article: “== Name ==” is a heading, and “[name]” where something is cited stands for that note."""
    notes = notes or {}
    rows = "".join(
        f'<tr><th scope="row" class="infobox-label">{label}</th><td class="infobox-data">{cell}</td></tr>'
        for label, cell in (box or {}).items()
    )
    infobox = f'<table class="infobox vevent"><tbody>{rows}</tbody></table>' if rows else ""
    body = "\n".join(_rendered(paragraph, notes) for paragraph in paragraphs)
    listed = "\n".join(_listed(name, note) for name, note in notes.items())
    return (
        f'<div class="mw-content-ltr mw-parser-output" lang="en" dir="ltr">{infobox}{body}'
        f'<ol class="references">{listed}</ol></div>'
    )


def _rendered(paragraph: str, notes: dict[str, Note]) -> str:
    heading = re.fullmatch(r"(==+) (.*) =+", paragraph)
    if heading is not None:
        level = len(heading[1])
        return f'<div class="mw-heading mw-heading{level}"><h{level}>{heading[2]}</h{level}></div>'
    for name in notes:
        mark = f'<sup id="cite_ref-{name}-0" class="reference"><a href="#cite_note-{name}">&#91;1&#93;</a></sup>'
        paragraph = paragraph.replace(f"[{name}]", mark)
    return f"<p>{paragraph}\n</p>"


def _listed(name: str, note: Note) -> str:
    coins = urlencode({"rft.jtitle": note.work, "rft.date": note.day, "rft_id": note.url}).replace("&", "&amp;")
    link = f'<cite class="citation web cs1"><a class="external text" href="{note.url}">“It”</a>.</cite>'
    text = f'<span class="reference-text">{link}<span title="{coins}" class="Z3988"></span></span>'
    return f'<li id="cite_note-{name}">{text}</li>'


def late(wait: str = "5") -> Fault:
    """The refusal of a wiki whose databases are late: 200, with the headers that say so."""
    headers = {"Retry-After": wait, "X-Database-Lag": "7", "MediaWiki-API-Error": "maxlag"}
    return Fault(200, json.dumps(LATE).encode(), headers)


def _body(value: Any) -> Fault:
    return Fault(200, json.dumps(value).encode(), {"Content-Type": "application/json; charset=utf-8"})


def links(*urls: str) -> Iterator[str]:
    """A list of links as they stand at the end of an article."""
    return (f'<ul><li><a class="external text" href="{url}">It</a></li></ul>' for url in urls)
