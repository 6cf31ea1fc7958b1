"""Sentences folded to the width of a terminal, which itself would break them in the middle of a word."""

from __future__ import annotations

import re

_START = re.compile(r" *(?:(?:[-*]|\d+\.) +|\d+  +)?")
"""What a line begins with that the lines below it stand beside: its indentation, and the mark or number of an item."""
_WORD = re.compile(r" *(?:`[^`]*`|(?<=[0-9]) (?=%)|[^ ])+")
"""A word with the spaces before it. What stands between backticks is to be typed and is one word, and so is “80 %”."""


def fold(text: str, width: int, hanging: int = 0) -> str:
    """The text with no line wider than so many columns, but for single words that are, as addresses may be.

    Lines that continue one are indented like it, and by `hanging` more. A line with a tab is a record and stays whole.
    """
    return "\n".join(_folded(line, width, hanging) for line in text.split("\n"))


def _folded(line: str, width: int, hanging: int) -> str:
    if 2 * len(line) <= width or "\t" in line or _cells(line) <= width:
        return line
    start = _START.match(line)
    row = start[0] if start is not None else ""
    indent = " " * (len(row) + hanging if len(row) + hanging <= width // 2 else 0)
    rows, used = [], len(row)
    for number, word in enumerate(_WORD.findall(line, len(row))):
        if number and used + _cells(word) > width:
            rows.append(row)
            row, used, word = indent, len(indent), word.lstrip(" ")
        row += word
        used += _cells(word)
    return "\n".join([*rows, row])


def _cells(text: str) -> int:
    """How many columns a text takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)
