"""Where does each statement stand in a TOML text? Said in lines.

The parser of the standard library says what a text means but not where; edits and messages need the lines.
Lines are counted from 1 and end with a line feed only, as TOML has it; ranges are half-open. Everything here is
right for text that `document` accepts; for other text the answers are of no use, but they come without an error.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

BOM = "\ufeff"

_BASIC = r'"(?:[^"\\\n]|\\.)*+"'
_LITERAL = r"'[^'\n]*+'"
_PART = rf"(?:[A-Za-z0-9_-]++|{_BASIC}|{_LITERAL})"
_KEY = rf"{_PART}(?:[ \t]*+\.[ \t]*+{_PART})*+"
# A multi-line string may end in up to two quotes of its own before the closing three.
_LONG_BASIC = r'"""(?:[^"\\]++|\\[\s\S]|"(?!""))*+"""(?:"{0,2})'
_LONG_LITERAL = r"'''(?:[^']++|'(?!''))*+'''(?:'{0,2})"

_PARTS = re.compile(_PART)
_STATEMENT = re.compile(
    rf"[ \t]*+(?:(?P<key>{_KEY})[ \t]*+=[ \t]*+(?P<opens>[\[{{]|\"\"\"|''')?"
    rf"|\[(?P<array>\[)?+[ \t]*+(?P<header>{_KEY}))"
)
_TOKEN = re.compile(rf"{_LONG_BASIC}|{_LONG_LITERAL}|{_BASIC}|{_LITERAL}|#[^\r\n]*+|[\[\]{{}}]")


@dataclass(frozen=True, slots=True)
class Block:
    """A header with the keys below it: the lines [first, body_end), and what trails before the next header.

    `header` is () for what stands before the first header, and `first` then is 1. `body_end` is the line after
    the last key (or after the header); comments and blank lines from there to `next` belong to what follows.
    `keys` maps the first part of each key to the lines [from, to) of its first statement; `more` holds further
    statements of dotted keys which begin alike (`ids.imdb`, then `ids.tmdb`).
    """

    header: tuple[str, ...]
    array: bool
    first: int
    body_end: int
    next: int
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)
    more: tuple[tuple[str, int, int], ...] = ()

    def spans(self, key: str) -> list[tuple[int, int]]:
        """Say on which lines [from, to) the statements of this key stand, in order."""
        if key not in self.keys:
            return []
        return [self.keys[key], *((start, end) for name, start, end in self.more if name == key)]


@lru_cache(maxsize=2)
def document(text: str) -> Mapping[str, Any]:
    """Parse the text, byte order mark or not; shared between callers, so not to be changed.

    Remembers the last two texts: an edit asks for the old and the new one several times.
    Raises what tomllib raises: `TOMLDecodeError`, another `ValueError` for a number too long, `RecursionError`.
    """
    import tomllib

    said = tomllib.loads(text.removeprefix(BOM))
    _refuse_long_numbers(said)
    return said


def _refuse_long_numbers(value: Any) -> None:
    """Raises `ValueError` for a whole number that does not fit into 64 bits: TOML has none, though the parser reads it.

    Python refuses to write such a number as text, wherever that would be.
    """
    if isinstance(value, dict):
        for inner in value.values():
            _refuse_long_numbers(inner)
    elif isinstance(value, list):
        for inner in value:
            _refuse_long_numbers(inner)
    elif isinstance(value, int) and not -(2**63) <= value < 2**63:
        raise ValueError("a number does not fit into 64 bits")


def lines(text: str) -> list[str]:
    """Cut the text into its lines, each with its line feed; joined they are the text again."""
    cut = [line + "\n" for line in text.split("\n")]
    cut[-1] = cut[-1][:-1]
    return cut if cut[-1] else cut[:-1]


def comments(statement: str) -> list[tuple[int, str]]:
    """Find the comments in the text of one or more whole statements, each with its offset."""
    found = ((token.start(), token[0]) for token in _TOKEN.finditer(statement))
    return [(at, comment) for at, comment in found if comment.startswith("#")]


def blocks(text: str) -> list[Block]:
    """Cut the text at its headers, in the order of the text; `first` to `next` of all blocks are all its lines."""
    found: list[Block] = []
    names: dict[str, tuple[str, ...]] = {}  # headers and keys recur by the thousand: read each spelling once
    header: tuple[str, ...] = ()
    array, first, line, body_end = False, 1, 1, 1
    keys: dict[str, tuple[int, int]] = {}
    more: list[tuple[str, int, int]] = []
    position = len(BOM) if text.startswith(BOM) else 0
    while position < len(text):
        statement = _STATEMENT.match(text, position)
        start = line
        position, line = _after(text, position, line, statement)
        if statement is None:
            continue
        if (spelt := statement["key"]) is not None:
            (name,) = names.get(spelt) or names.setdefault(spelt, _parts(spelt)[:1])
            if name in keys:
                more.append((name, start, line))
            else:
                keys[name] = (start, line)
        else:
            found.append(Block(header, array, first, body_end, start, keys, tuple(more)))
            spelt = statement["header"]
            header = names.get("[" + spelt) or names.setdefault("[" + spelt, _parts(spelt))
            array, first, keys, more = statement["array"] is not None, start, {}, []
        body_end = line
    end = max(line, 2) if text else 1  # a byte order mark alone is a line too
    return [*found, Block(header, array, first, body_end, end, keys, tuple(more))]


def claim_lines(text: str) -> list[int]:
    """Say on which line the n-th `[[claim]]` stands; empty where claims are written as one inline array."""
    return [block.first for block in blocks(text) if block.array and block.header == ("claim",)]


def show_lines(text: str) -> dict[str, int]:
    """Say on which line each show is first defined: its header, a header below it, or its key under `[show]`."""
    found: dict[str, int] = {}
    for block in blocks(text):
        if block.header == ("show",):
            found = {slug: start for slug, (start, _) in block.keys.items()} | found
        elif block.header[:1] == ("show",):
            found.setdefault(block.header[1], block.first)
    return found


def _after(text: str, position: int, line: int, statement: re.Match[str] | None) -> tuple[int, int]:
    """Say at which offset and line the statement (or comment, or blank line) at `position` is over."""
    end = position
    if statement is not None:
        end = statement.end()
        if statement["opens"]:
            end = _value_end(text, statement.start("opens"))
            line += text.count("\n", position, end)
    feed = text.find("\n", end)
    return (len(text) if feed < 0 else feed + 1), line + 1


def _value_end(text: str, position: int) -> int:
    """Say where the array, inline table or multi-line string that begins at `position` ends."""
    depth = 0
    for token in _TOKEN.finditer(text, position):
        if token[0] in ("[", "{"):
            depth += 1
        elif token[0] in ("]", "}"):
            depth -= 1
        if depth == 0:
            return token.end()
    return len(text)


def _parts(key: str) -> tuple[str, ...]:
    """Read a dotted key: its parts without their quotes."""
    return tuple(_unquoted(part[0]) for part in _PARTS.finditer(key))


def _unquoted(part: str) -> str:
    if part[0] == "'":
        return part[1:-1]
    if part[0] != '"' or "\\" not in part:
        return part.strip('"')
    import tomllib

    try:
        return next(iter(tomllib.loads(f"{part} = 0")))
    except ValueError:
        return part
