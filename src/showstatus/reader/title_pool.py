"""The candidates of one text: what could be a title, with everything that has been said for it and against it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from showstatus.reader import lexicon
from showstatus.reader.candidates import key_of

ENOUGH = 3
"""The weight from which a candidate is a title."""
SURE = 5
"""The weight that an everyday word (You, Time, See) or the name of a person needs."""


@dataclass(slots=True)
class Candidate:
    """A possible title, with its weight so far."""

    key: str
    forms: dict[str, int]
    weight: float = 0
    person: bool = False
    everyday: bool = False
    headline: bool = False
    quoted: bool = False
    count: int = 0

    @property
    def accepted(self) -> bool:
        """Whether it is a title."""
        return self.weight >= (SURE if self.person or self.everyday else ENOUGH)

    @property
    def title(self) -> str:
        """How it is written most often; a longer way where two are as frequent."""
        return max(self.forms, key=lambda form: (self.forms[form], len(form)))


class Pool:
    """The candidates of one text by their keys."""

    def __init__(self) -> None:
        self.candidates: dict[str, Candidate] = {}

    def add(self, surface: str) -> Candidate | None:
        """The candidate of a way of writing it, made at the first; None for what can be no title."""
        key = key_of(surface)
        if (
            not key
            or len(surface) > 80
            or lexicon.words().platforms.fullmatch(surface)
            or re.match(r"\d+-[a-z]", surface)
        ):
            return None
        if re.fullmatch(r"[\d\W]+s?", surface) and not re.fullmatch(r"\d-\d-\d", surface):
            return None
        candidate = self.candidates.get(key)
        if candidate is None:
            folded = surface.lower()
            everyday = folded in lexicon.words().never_titles or len(key) < 2 or folded.isdigit()
            candidate = self.candidates[key] = Candidate(key, defaultdict(int), everyday=everyday)
            if any(re.search(rf"\b{re.escape(word)}\b", folded) for word in lexicon.words().not_in_titles):
                candidate.weight -= 4
        candidate.forms[surface] += 1
        return candidate
