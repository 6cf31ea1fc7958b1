"""How is a page or a feed encoded? By its mark, by what its server says, by what it says itself, else as UTF-8."""

from __future__ import annotations

import codecs
import re

_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_DECLARED = re.compile(
    rb"<\?xml\b[^>]{0,200}\bencoding\s*=\s*[\"']([\w.:-]+)|<meta\b[^>]{0,200}\bcharset\s*=\s*[\"']?([\w.:-]+)",
    re.IGNORECASE,
)
_HEAD = 2_000
"""In how many bytes at its beginning a page may say how it is encoded."""
_NONE = ("idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape")
"""Codecs of Python's that are no encodings of texts, and may take very long."""


def decoded(body: bytes, charset: str | None = None) -> str:
    """The text; `charset` is what the server said. What cannot be read stands as U+FFFD."""
    for mark, name in _MARKS.items():
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    told = _DECLARED.search(body[:_HEAD])
    for encoding in (charset, (told[1] or told[2]).decode() if told is not None else None):
        try:
            if encoding is not None and codecs.lookup(encoding).name not in _NONE:
                return body.decode(encoding, "replace")
        except (LookupError, ValueError):  # no such encoding, or none of text
            continue
    return body.decode("utf-8", "replace")
