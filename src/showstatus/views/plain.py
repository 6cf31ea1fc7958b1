"""Text from elsewhere made harmless: titles, names and notes may hold anything, and a terminal obeys some of it."""

from __future__ import annotations

import unicodedata

_REPLACED = "\N{REPLACEMENT CHARACTER}"
_JOINERS = "\u200c\u200d\u00ad"
"""Format characters that words and emoji need; the others hide text or turn it around."""


def one_line(text: str) -> str:
    """A text on one line that no terminal obeys: line breaks and tabs become spaces, what steers is replaced."""
    if text.isprintable():
        return text
    return "".join(map(_harmless, text)).strip()


def web_link(url: str | None) -> str | None:
    """An address that may be made a link: of the web, and on one line; None for any other."""
    return url if url and url.startswith(("https://", "http://")) and one_line(url) == url else None


def _harmless(char: str) -> str:
    if char.isspace():
        return " "
    steers = unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co") and char not in _JOINERS
    return _REPLACED if steers else char
