"""One thing that a text says of one show."""

from __future__ import annotations

from dataclasses import dataclass

from showstatus.dates import PartialDate
from showstatus.reader.mentions.marked import Marked
from showstatus.reader.mentions.numbers import SeasonMention
from showstatus.reader.sentences import Sentence

STEPS = frozenset({"writing", "casting", "filming-started", "filming-wrapped", "post-production", "delayed"})
"""What is told of a season that is being made."""
BY_VERDICT = "verdict"
"""What stands for the phrase of an event that only the verdict implies."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing a text says of one show."""

    kind: str
    show: str
    """The key of the show."""
    seasons: tuple[int, ...]
    more: int
    """How many seasons beyond the last known one are meant, where they are not numbered."""
    aired: int
    """How many seasons there were by then: “after two seasons”."""
    date: PartialDate | None
    day: bool
    """Whether a day is named, understood or not."""
    dated: bool
    """Whether some date is named, understood or not."""
    relative: bool
    mood: str
    planned: bool
    before: bool
    final: bool
    direct: bool
    """Whether its sentence names the show."""
    sentence: Sentence
    weak: bool = False
    """Whether it only says that the show comes back, which may be no news."""
    phrase: str = ""
    """The phrase of the lexicon that carries it; empty for the entry of a list."""
    voice: str = ""
    """Where the phrase looks for its show."""
    among: int = 1
    """Of how many shows at once it is told."""
    said_as: str = ""
    """The word of its phrase that tells most about what kind of saying it is: “premieres”, “bows”."""
    aside: bool = False
    """Whether it is told in passing: “after it premiered”, “when filming began”."""
    others: bool = False
    """Whether its sentence names another show."""
    carried: bool = False
    """Whether its season is that of the sentence before, so that it may be another."""
    part: int = 0
    """Which part of its season is meant, where it comes in several; 0 for all of it."""
    wording: float = 0.0
    """How likely the words of its sentence state its kind, in log odds."""

    @property
    def said(self) -> bool:
        """Whether the text states it."""
        return self.mood == "said"


def plain_event(kind: str, show: str, season: SeasonMention | None, sentence: Marked, *, direct: bool) -> Event:
    """An event that is told without date and doubt."""
    return Event(
        kind, show, season.numbers if season else (), season.more if season else 0, season.aired if season else 0,
        None, False, False, False, "said", False, False, bool(season and season.final), direct, sentence.sentence,
    )  # fmt: skip
