"""Inputs that are nearly right: real ones with a few things bent, doubled, left out or put in the place of others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

NASTY = (
    "", " ", "\0", "\x1b[31m", "\u202e", "\ufeff", "\u2028", "\r", "\t", "'", '"', "\\", "/", "../", "[bold]", "<b>",
    "&", "=1+1", "é", "e\u0301", "進", "👩\u200d👧", "ß", "İ", "\U000e0041", "-", "0", "-1", "00", "1e9", "9" * 30,
    "inf", "nan", "None", "0000", "9999", "10000", "0001-01-01", "9999-12-31", "2023-02-30", "2023-00", "2023-13",
    "2023-41", "../2023", "2023/..", "2024/2023", "2023~", "-2023", "2023-W01", "2023-01-01T00:00:00Z", "{", "}", "[",
    "]", ",", ";", "%", "{slug}", "a" * 400,
)  # fmt: skip
NUMBERS = st.sampled_from([-1, 0, 1, 2, 9, 10, 99, 1000, 1999, 2023, 9999, 10000, 2**31, 2**63 - 1, 2**63, 2**64])
JUNK: st.SearchStrategy[Any] = st.one_of(
    st.none(), st.booleans(), NUMBERS, st.floats(), st.sampled_from(NASTY), st.text(max_size=8),
    st.dates().map(str), st.just([]), st.just({}),
    st.lists(st.one_of(st.none(), NUMBERS, st.sampled_from(NASTY)), max_size=3),
)  # fmt: skip

FIELDS: st.SearchStrategy[Any] = st.one_of(
    NUMBERS.filter(lambda number: number < 2**63), st.floats(allow_nan=False), st.sampled_from(NASTY),
    st.text(max_size=8), st.binary(max_size=8), st.dates().map(str),
    st.sampled_from(["[]", "{}", "null", "[1]", '{"kind": 1}', "x = 1"]),
)  # fmt: skip
"""What a field of a SQLite table can hold, whatever its column is for, but for nothing: NaN is that to SQLite."""
EDITS = st.lists(st.tuples(st.integers(0, 10**6), st.binary(max_size=4)), min_size=1, max_size=6)
"""Damage to a file: at which millionth of it, and which bytes stand there; where there are none, it ends."""


@st.composite
def twisted_text(draw: st.DrawFn, seeds: Sequence[str], pieces: Sequence[str] = ()) -> str:
    """A text of which some lines are gone, doubled or moved, and some stretches are others."""
    text = draw(st.sampled_from(seeds))
    for _ in range(draw(st.integers(0, 5))):
        at, size = draw(st.integers(0, len(text))), draw(st.integers(0, 12))
        match draw(st.sampled_from(["line", "double", "join", "put", "put", "replace", "cut"])):
            case "line":
                lines = text.split("\n")
                del lines[at % len(lines)]
                text = "\n".join(lines)
            case "double":
                lines = text.split("\n")
                line = lines[at % len(lines)]
                lines.insert(draw(st.integers(0, len(lines))), line)
                text = "\n".join(lines)
            case "join":
                text += "\n" + draw(st.sampled_from(seeds))
            case "put":
                text = text[:at] + draw(st.sampled_from([*NASTY, *pieces])) + text[at:]
            case "replace":
                text = text[:at] + draw(st.one_of(st.sampled_from(NASTY), st.text(max_size=6))) + text[at + size :]
            case _:
                text = text[:at] + text[at + size :]
    return text


@st.composite
def twisted_json(draw: st.DrawFn, seeds: Sequence[Any]) -> Any:
    """A JSON value of which some places hold something else, or nothing, or what stands in another place."""
    value = _copied(draw(st.sampled_from(seeds)))
    for _ in range(draw(st.integers(0, 4))):
        places = list(_places(value))
        if not places:
            return draw(JUNK)
        holder, key = draw(st.sampled_from(places))
        match draw(st.sampled_from(["junk", "junk", "gone", "moved", "doubled"])):
            case "gone":
                del holder[key]
            case "moved":
                other, its = draw(st.sampled_from(places))
                holder[key] = _copied(other[its])
            case "doubled" if isinstance(holder, list):
                holder.append(_copied(holder[key]))
            case _:
                holder[key] = draw(JUNK)
    return value


@st.composite
def twisted_bytes(draw: st.DrawFn, seeds: Sequence[bytes]) -> bytes:
    """Bytes of which some are others, gone or doubled, perhaps cut off."""
    data = bytearray(draw(st.sampled_from(seeds)))
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        match draw(st.sampled_from(["byte", "byte", "put", "gone", "cut"])):
            case "byte" if data:
                data[at] = draw(st.integers(0, 255))
            case "put":
                data[at:at] = draw(st.binary(max_size=8))
            case "gone":
                del data[at : at + draw(st.integers(1, 40))]
            case _:
                del data[at + 1 :]
    return bytes(data)


@st.composite
def twisted_row(draw: st.DrawFn, seeds: Sequence[tuple[Any, ...]]) -> tuple[Any, ...]:
    """A row of a table of which some fields hold something else."""
    row = [*draw(st.sampled_from(seeds))]
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(row) - 1))
        other = st.one_of(FIELDS, twisted_text([row[at]])) if isinstance(row[at], str) else FIELDS
        row[at] = draw(other)
    return tuple(row)


def _copied(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copied(inner) for key, inner in value.items()}
    return [_copied(inner) for inner in value] if isinstance(value, list) else value


def _places(value: Any) -> Any:
    """Every place of a value, as what holds it and its key there."""
    for key in value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        yield value, key
        yield from _places(value[key])
