"""How does a registry look after a change is made to a text that was edited since? Text in, text out, or a refusal.

The change is a pair of texts, the old one and the new one. Each stretch of lines that it replaces must stand as it
did; and the merged text must say what the edited one said with exactly the difference between the two, so that no
line slips under another header.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from showstatus.ledger import toml_lines


def merged(text: str, old: str, new: str) -> str | None:
    """`text` with the change from `old` to `new` made to it; None where it touches lines that were edited."""
    if text == old:
        return new
    found = _by_lines(toml_lines.lines(text), toml_lines.lines(old), toml_lines.lines(new))
    return found if found is not None and _says(found, text, old, new) else None


def _by_lines(text: list[str], old: list[str], new: list[str]) -> str | None:
    where = _blocks(old, text)
    result = list(text)
    for first, last, put_first, put_last in reversed(list(_replaced(old, new))):
        at = _place(where, first, last, len(old))
        if at is None:
            return None
        result[at : at + last - first] = new[put_first:put_last]
    return "".join(result)


def _replaced(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """The stretches [first, last) of the old lines that the change replaces, and what by: a range of the new lines."""
    at_old = at_new = 0
    for start, start_new, size in [*_blocks(old, new), (len(old), len(new), 0)]:
        if at_old < start or at_new < start_new:
            yield at_old, start, at_new, start_new
        at_old, at_new = start + size, start_new + size


def _blocks(one: Sequence[str], two: Sequence[str]) -> list[tuple[int, int, int]]:
    """The stretches that two texts share, none beside the next in both.

    What they share at both ends is taken off first: it is nearly all, and what is left shares no line at either end.
    """
    from difflib import SequenceMatcher

    most = min(len(one), len(two))
    head = next((at for at in range(most) if one[at] != two[at]), most)
    tail = next((at for at in range(most - head) if one[-1 - at] != two[-1 - at]), most - head)
    middle = SequenceMatcher(None, one[head : len(one) - tail], two[head : len(two) - tail], autojunk=False)
    found = [(0, 0, head)]
    found += [(block.a + head, block.b + head, block.size) for block in middle.get_matching_blocks()]
    found.append((len(one) - tail, len(two) - tail, tail))
    return [block for block in found if block[2]]


def _place(where: Sequence[tuple[int, int, int]], first: int, last: int, length: int) -> int | None:
    """The line of the edited text on which the old lines [first, last) begin; None where they do not stand as they did.

    Where lines are only put in, those on both sides must still be neighbours; at an end, the one beside it be there.
    """
    low = first if first < last else max(first - 1, 0)
    high = last if first < last else min(last + 1, length)
    for start, at, size in where:
        if start <= low and high <= start + size:
            return at + first - start
    return None


def _says(found: str, text: str, old: str, new: str) -> bool:
    try:
        after, before, was, becomes = (_statements(toml_lines.document(one)) for one in (found, text, old, new))
    except (ValueError, RecursionError):
        return False
    gone, come = was - becomes, becomes - was
    return gone <= before and after == before - gone + come


def _statements(document: Mapping[str, Any]) -> Counter[str]:
    """What a registry says, one statement each: every key of every show, every claim, every other key."""
    said: Counter[str] = Counter()
    for key, value in document.items():
        if key == "show" and isinstance(value, dict):
            for slug, show in value.items():
                said[repr((slug,))] += 1
                for name, told in show.items() if isinstance(show, dict) else [("", show)]:
                    said[repr((slug, name, told))] += 1
        elif key == "claim" and isinstance(value, list):
            said.update(repr(("claim", claim)) for claim in value)
        else:
            said[repr((key, value))] += 1
    return said
