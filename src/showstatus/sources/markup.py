"""The words of a piece of HTML, block by block, in a time that grows with its length. Nothing of it is run or kept."""

from __future__ import annotations

from typing import Any

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section",
    "table", "td", "th", "tr", "ul",
})  # fmt: skip
"""Before and behind which a line ends."""
_UNSEEN = frozenset({
    "button", "canvas", "form", "head", "iframe", "math", "noscript", "object", "script", "select", "style", "svg",
    "template",
})  # fmt: skip
"""What is no prose, or is not shown."""


def text_of(markup: str) -> str:
    """What somebody reads who sees it: a line for each block, an empty one between two."""
    if "<" not in markup and "&" not in markup:
        return _lines(markup)
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = etree.fromstring(f"<div>{markup}</div>".encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return ""
    return _lines("".join(_words(root))) if root is not None else ""


def _words(root: Any) -> list[str]:
    from lxml import etree

    said: list[str] = []
    unseen = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        ends = "\n" if element.tag in _BLOCKS else ""
        if event == "start":
            unseen += _is_unseen(element)
            said.append(ends)
            if not unseen:
                said.append(" ".join((element.text or "").split("\n")))
        else:
            unseen -= _is_unseen(element)
            said.append(ends)
            if not unseen:
                said.append(" ".join((element.tail or "").split("\n")))
    return said


def _is_unseen(element: Any) -> bool:
    style = "".join(element.get("style", "").lower().split())
    return element.tag in _UNSEEN or "hidden" in element.attrib or "display:none" in style


def _lines(text: str) -> str:
    """The text with one space between words, and an empty line between lines."""
    return "\n\n".join(line for raw in text.split("\n") if (line := " ".join(raw.split())))
