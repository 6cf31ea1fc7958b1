"""The page of an encyclopedia, as MediaWiki renders it: its paragraphs with what they cite, and what it is about.

Taken are the introduction and the sections on making and release. Whatever stands in tables, notes, boxes and hidden
passages is passed over, and all that is taken is text: scripts, styles and what they ask for are never looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import parse_qs

from showstatus.dates import PartialDate, parse_edtf
from showstatus.errors import DateError
from showstatus.extras import need
from showstatus.reader.chronicle import Article, Citation, Passage
from showstatus.reader.mentions.numbers import season_mentions
from showstatus.spoken import hear
from showstatus.untrusted import YEARS, a_name

MOST_PARAGRAPHS = 1000
MOST_NOTES = 2000
LONGEST_PARAGRAPH = 20_000
"""Characters of a paragraph that are read."""
_LONGEST_URL = 500
_TELLS = re.compile(
    r"(?i)\b(?:production|development|conception|background|history|filming|writing|renewals?|cancell?ations?|future"
    r"|releases?|broadcast\w*|distribution|revival|season|series|seasons|episodes|overview|scheduling|conclusion)\b"
)
_TELLS_NOT = re.compile(
    r"(?i)\b(?:reception|reviews?|accolades|awards?|ratings|viewership|cast|casting|characters?|music|soundtrack|plot"
    r"|premise|synopsis|marketing|promotion|home|media|international|spin-?offs?|adaptations?|films?|merchandise|legacy"
    r"|impact|themes|notes|references|external|reading|controvers\w+|franchise|budget)\b"
)
_APART = frozenset({"hatnote", "navbox", "infobox", "sidebar", "metadata", "noprint", "mw-editsection", "thumbcaption"})
_CONTAINERS = ("table", "blockquote", "figure", "ul", "ol")
_HEADINGS = ("h2", "h3", "h4")
_QUALIFIER = re.compile(r"\s*\([^()]*\)$")
_IMDB = re.compile(r"^https?://(?:www\.|m\.)?imdb\.com/title/(tt\d{6,10})(?=/|$)")
_IN_BRACKETS = re.compile(r"\(([^()]{4,30})\)")
_A_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_HIDDEN = re.compile(r"(?i)display\s*:\s*none")
_NETWORK = ("network", "original network")
_RELEASE = ("release", "original release", "first aired")


def article(title: str, html: str) -> Article:
    """What the rendered page of that title says. Raises `ShowstatusError` without the library that reads it."""
    need("read", "lxml.html")
    import lxml.etree
    import lxml.html

    try:
        tree = lxml.html.document_fromstring(f"<div>{html}</div>")
    except (lxml.etree.LxmlError, ValueError):  # nothing but blanks and the like
        return Article(_QUALIFIER.sub("", title), ())
    notes = dict(_notes(tree))
    box = dict(_box(tree))
    release = next((cell for label, cell in box.items() if label in _RELEASE), None)
    return Article(
        _QUALIFIER.sub("", title),
        tuple(_passages(tree, notes)),
        tuple(name for label, cell in box.items() if label in _NETWORK for name in _lines(cell)),
        _year(release),
        frozenset(_imdb(tree)),
    )


def _passages(tree: Any, notes: Mapping[str, Citation]) -> Iterator[Passage]:
    headings: dict[str, str] = {}
    count = 0
    for element in tree.iter("p", *_HEADINGS):
        if element.tag in _HEADINGS:
            at = _HEADINGS.index(element.tag)
            headings = {tag: name for tag, name in headings.items() if _HEADINGS.index(tag) < at}
            headings[element.tag] = _text(element)
        elif _tells(headings) and not _is_apart(element):
            count += 1
            if count > MOST_PARAGRAPHS:
                return
            yield _passage(element, _season(headings), notes)


def _tells(headings: Mapping[str, str]) -> bool:
    """Whether the sections that a paragraph stands in tell of making and release; the introduction does."""
    names = list(headings.values())
    return not names or (any(map(_TELLS.search, names)) and not any(map(_TELLS_NOT.search, names)))


def _season(headings: Mapping[str, str]) -> int | None:
    """The season that the nearest heading names: “Season 2 (2022)”."""
    for name in reversed([*headings.values()]):
        numbers = {number for mention in season_mentions(name) for number in mention.numbers}
        if numbers:
            return next(iter(numbers)) if len(numbers) == 1 else None
    return None


def _is_apart(element: Any) -> bool:
    """Whether something stands in a table, a quotation, a list or a box beside the text."""
    return any(one.tag in _CONTAINERS or _is_passed_over(one) for one in (element, *element.iterancestors()))


def _is_passed_over(element: Any) -> bool:
    return bool(_APART & _classes(element) or _HIDDEN.search(element.get("style", "")))


def _classes(element: Any) -> set[str]:
    return {*element.get("class", "").split()}


def _passage(element: Any, season: int | None, notes: Mapping[str, Citation]) -> Passage:
    text = ""
    cited: list[tuple[int, Citation]] = []
    doubted: list[int] = []
    for one, words in _walked(element):
        if words is not None:
            text = _joined(text, words)
            if len(text) > LONGEST_PARAGRAPH:
                break
        elif "Inline-Template" in _classes(one):
            doubted.append(len(text.rstrip()))
        elif "reference" in _classes(one):
            named = next((link.get("href", "").partition("#")[2] for link in one.iter("a")), "")
            if named in notes:
                cited.append((len(text.rstrip()), notes[named]))
    return Passage(text.rstrip(), season, tuple(cited), tuple(doubted))


def _walked(element: Any) -> Iterator[tuple[Any, str | None]]:
    """The texts in an element in their order; with None what is passed over."""
    from lxml.etree import iterwalk

    walk = iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, one in walk:
        if event == "start":
            if one is not element and (one.tag in ("sup", "style", "script") or _is_passed_over(one)):
                walk.skip_subtree()
                yield one, None
            elif one.text:
                yield one, one.text
        elif one is not element and one.tail:
            yield one, one.tail


def _joined(text: str, words: str) -> str:
    """Two texts with one blank wherever there were several, and none before them."""
    plain = " ".join(f".{words}.".split())[1:-1]
    return text + (plain.lstrip() if not text or text.endswith(" ") else plain)


def _text(element: Any) -> str:
    text = ""
    for _, words in _walked(element):
        text = _joined(text, words or "")
    return text.strip()


def _notes(tree: Any) -> Iterator[tuple[str, Citation]]:
    """The works that are cited, by the names of their notes."""
    for count, note in enumerate(tree.iterfind(".//li[@id]")):
        if count >= MOST_NOTES:
            return
        name = note.get("id")
        citation = _citation(note) if name.startswith("cite_note") else None
        if citation is not None:
            yield name, citation


def _citation(note: Any) -> Citation | None:
    """The first work of a note, by what is written there for programs (COinS), else by its first link."""
    told = next((parse_qs(span.get("title", "")) for span in note.iter("span") if "Z3988" in _classes(span)), {})
    links = (link.get("href", "") for link in note.iter("a") if "external" in _classes(link))
    url = next((url for url in (*told.get("rft_id", ()), *links) if _is_web(url)), None)
    if url is None:
        return None
    work = next((told[key][0] for key in ("rft.jtitle", "rft.pub") if key in told), None)
    italic = next((_text(one) for one in note.iter("i")), None) if not told else None
    return Citation(url, a_name(work or italic), _date(told, note))


def _is_web(url: str) -> bool:
    plain = url.isprintable() and not set(' <>"') & set(url) and len(url) <= _LONGEST_URL
    return plain and url.startswith(("https://", "http://")) and "//web.archive.org/" not in url


def _date(told: Mapping[str, list[str]], note: Any) -> PartialDate | None:
    try:
        if "rft.date" in told:
            return parse_edtf(told["rft.date"][0])
        found = _IN_BRACKETS.search(_text(note)) if not told else None
        return hear(found[1]) if found is not None else None
    except DateError:
        return None


def _box(tree: Any) -> Iterator[tuple[str, Any]]:
    """The lines of the box beside the introduction: their labels in small letters, and their cells."""
    table = next((one for one in tree.iter("table") if "infobox" in _classes(one)), None)
    for row in table.iter("tr") if table is not None else ():
        label, cell = row.find("th"), row.find("td")
        if label is not None and cell is not None:
            yield _text(label).lower(), cell


def _lines(cell: Any) -> Iterator[str]:
    """The names in a cell: its links, else the whole of it."""
    names = [a_name(_text(link)) for link in cell.iter("a")] or [a_name(_text(cell))]
    return (name for name in names if name is not None)


def _year(cell: Any) -> int | None:
    """The first year in a cell; hidden texts hold it for programs, as “2021-03-04”."""
    found = _A_YEAR.search(" ".join(cell.itertext())) if cell is not None else None
    return int(found[0]) if found is not None and int(found[0]) in YEARS else None


def _imdb(tree: Any) -> Iterator[str]:
    """The titles at IMDb that it links to, but for those in its notes."""
    for link in tree.iter("a"):
        found = _IMDB.match(link.get("href", ""))
        if found is not None and not any(one.get("id", "").startswith("cite_note") for one in link.iterancestors()):
            yield found[1]
