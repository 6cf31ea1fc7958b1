"""A show where a sentence names it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TitleMention:
    """A title where it stands in its sentence; `key` tells one show from another."""

    start: int
    end: int
    key: str
    title: str
    number: int | None = None
    """The season of a shorthand such as “Mirzapur 3”."""
    listed: bool = False
    """Whether it stands alone as the heading or the entry of a list."""
