"""A plain list of titles, one a line: “Severance”, “Ghosts (2019)”, a slug, an id such as “tvdb:371980”.

Blank lines and lines that begin with # say nothing. Behind a tab there may be ids. Doubtful shows of other exports are
written as such a list, so that it can be mended and imported (`written`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from showstatus.imports.listed import Listed, Unreadable, ids_of
from showstatus.shows import ID_KINDS
from showstatus.untrusted import a_name

_LONGEST_LINE = 300
_BULLETS = ("- ", "* ", "• ")


def read(text: str) -> Iterable[Listed]:
    """The shows of a list. Raises `Unreadable` for a text that is hardly one."""
    for number, line in enumerate(text.splitlines(), 1):
        told = line.strip().removeprefix("\ufeff")
        if not told or told.startswith("#"):
            continue
        if len(told) > _LONGEST_LINE:
            raise Unreadable(f"it is no export that is known, and line {number} is too long for a title")
        name, *rest = (part.strip() for part in told.split("\t"))
        for bullet in _BULLETS:
            name = name.removeprefix(bullet)
        ids = _ids([*rest, name])
        yield Listed(title=None if _ids([name]) else a_name(name), ids=ids)


class Doubt(NamedTuple):
    """One show that could not be told from others."""

    label: str
    why: str
    ids: Mapping[str, str | int]
    candidates: Sequence[tuple[str, str]]
    """The (slug, title) pairs of those that it may be."""


def written(doubts: Iterable[Doubt], named: str) -> str:
    """Doubtful shows as a list to be mended; `named` is the file that listed them."""
    lines = [
        f"# Shows in {a_name(named)} that could be several or none of those that are known.",
        "# Take away the # before each line that is meant; then: showstatus import THIS-FILE",
    ]
    for doubt in doubts:
        ids = "".join(f"\t{kind}:{value}" for kind, value in doubt.ids.items())
        lines += ["", f"# {a_name(doubt.label)}: {doubt.why}."]
        lines += [f"#{slug}{ids}\t{a_name(title)}" for slug, title in doubt.candidates]
    return "\n".join(lines) + "\n"


def _ids(words: Iterable[str]) -> dict[str, str | int]:
    pairs = (word.partition(":") for word in words)
    return ids_of(**{kind.lower(): value for kind, _, value in pairs if kind.lower() in ID_KINDS})
