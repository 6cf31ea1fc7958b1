"""Which news somebody wants to be told: words like “decision”, “window:30” and “premiere:7”.

Pure. A word names kinds of recorded changes, or an occasion that follows from what is known and the day
(`occasions`). Without any word every recorded change is wanted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from showstatus.changes import KINDS, Change

COMPLETE = "complete"
WORDS = {
    "changes": KINDS,
    **{kind: (kind,) for kind in KINDS},
    "decision": ("decision", "revived", "seasons"),
    COMPLETE: ("stage",),
    "premiere": (),
}
"""What may be asked for, and the kinds of `changes.KINDS` that each word names.

One more season is a decision as well; of the stages “complete” means the last alone; “window” and “premiere” may have a
number of days behind them.
"""
SOON = 7
"""How many days before a premiere “premiere” tells of it."""
MOST_DAYS = 365
_NUMBERED = re.compile(r"premiere:(\d{1,3})|window:([1-9]\d{0,2})", re.ASCII)


class Wish(NamedTuple):
    """What somebody asked to be told."""

    words: tuple[str, ...] = ()
    """As they were written; each is one of `WORDS`, or has a number of days behind it."""

    def wants(self, change: Change) -> bool:
        """Whether a recorded change is wanted. With window:N no recorded move of an estimate is: N decides."""
        if change.what == "window" and self.window is not None:
            return False
        named = [word for word in self.words if change.what in _kinds(word)]
        if named == [COMPLETE]:
            return change.after == COMPLETE
        return bool(named) or not self.words

    @property
    def premieres(self) -> tuple[int, ...]:
        """How many days before a premiere it is to be told."""
        asked = [days for name, days in map(_read, self.words) if name == "premiere"]
        return tuple(SOON if days is None else days for days in asked)

    @property
    def window(self) -> int | None:
        """By more than how many days an estimate must have moved to be told; None where it was not asked for so."""
        asked = [days for name, days in map(_read, self.words) if name == "window" and days is not None]
        return min(asked, default=None)


def wish(words: Iterable[str]) -> Wish:
    """What the words ask for, each once. Raises `ValueError`, with a sentence, for one that is none."""
    found = tuple(dict.fromkeys(words))
    for word in found:
        match = _NUMBERED.fullmatch(word)
        if word not in WORDS and (match is None or int(match[match.lastindex or 0]) > MOST_DAYS):
            known = f"{', '.join(WORDS)}, and premiere:N and window:N with up to {MOST_DAYS} days"
            raise ValueError(f"“{word}” is no kind of news; there are {known}.")
    return Wish(found)


def _kinds(word: str) -> tuple[str, ...]:
    return WORDS.get(word, ())


def _read(word: str) -> tuple[str, int | None]:
    """A word, and the number behind it; None where there is none."""
    name, colon, number = word.partition(":")
    return name, int(number) if colon else None
