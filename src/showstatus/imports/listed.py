"""One show as an export lists it, and an export as a whole: the same values for every service."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from showstatus.untrusted import a_name, an_id, an_imdb_id


class Unreadable(ValueError):
    """Why a file cannot be imported, in words that follow “FILE: ”: “it is cut off in the middle of a value”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One show of an export; what the export does not tell is None or absent."""

    title: str | None
    year: int | None = None
    """The year in which it began."""
    ids: Mapping[str, str | int] = field(default_factory=dict)
    """By `shows.ID_KINDS`."""
    followed: bool = True
    """Whether its person follows it there or means to see it; not where it was given up, or only seen once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """What a file holds."""

    format: str
    """Whose export it is, as people write it: “TV Time”."""
    shows: tuple[Listed, ...]
    others: int = 0
    """How many films, episodes and the like it holds beside."""
    notes: tuple[str, ...] = ()
    """What could not be read of it, each a sentence."""


def ids_of(**told: object) -> dict[str, str | int]:
    """The ids that are ids, by `shows.ID_KINDS`: `ids_of(imdb="tt1", tvdb=0)` has one."""
    ids: dict[str, str | int] = {}
    for kind, value in told.items():
        read = an_imdb_id(a_name(value)) if kind == "imdb" else an_id(value)
        if read is not None:
            ids[kind] = read
    return ids


def year_of(value: object) -> int | None:
    """A year, given as one or as a date that begins with it."""
    text = str(value).strip()[:4] if isinstance(value, str | int) and not isinstance(value, bool) else ""
    return int(text) if text.isascii() and text.isdigit() and 1900 <= int(text) < 2200 else None
