"""Text from elsewhere made harmless: titles, names and notes may hold anything, and a terminal obeys some of it."""

from __future__ import annotations

import unicodedata

_REPLACED = "\N{REPLACEMENT CHARACTER}"
# Format characters that change how the text around them is laid out or read.
_STEERING = frozenset(
    "\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e\u206f\ufeff"
)


def one_line(text: str) -> str:
    """A text on one line that no terminal obeys: white space is folded, control and bidi characters are replaced."""
    if text.isprintable() and "  " not in text:
        return text
    folded = " ".join(text.split())
    return "".join(_REPLACED if _harms(char) else char for char in folded)


def _harms(char: str) -> bool:
    return char in _STEERING or unicodedata.category(char) in ("Cc", "Cs", "Co", "Zl", "Zp")
