"""What somebody said about a show, and on which day: claims, what they are about, and what each kind means.

`KINDS` is the one table of claim kinds: the nature of each, the stage it proves, whether it orders something. What a
new kind needs beside its row there is told in CONTRIBUTING.md, and held by tests/test_additions.py.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from showstatus.dates import FIRST_DAY, PartialDate

RANKS = ("official", "press", "database", "inferred")
"""Best first: by the platform or maker; by an outlet; fetched from a database; worked out by us."""

STAGES = (
    "ordered", "writing", "casting", "filming", "wrapped", "post-production",
    "dated", "airing", "between-parts", "complete",
)  # fmt: skip
"""How far an instalment is, in order."""
DECISIONS = (
    "renewed", "final-season", "pending", "cancelled", "ended",
    "concludes-with-film", "limited", "in-development", "unknown",
)  # fmt: skip
"""What can be said of a whole show: whether it goes on."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What one kind of claim does."""

    nature: str
    """``decision`` (weighed as a fold over time), ``fact`` (about the past), ``plan`` (about what is to come),
    ``detail`` (adds to the picture) or ``correction``."""
    orders: bool = False
    """Whether the instalments it names are thereby ordered."""
    stage: str | None = None
    """The stage it proves its instalment has reached."""
    value: str | None = None
    """What `value` holds: ``date`` (needed), ``date?`` (may be left out), ``count``, ``claim``; None for none."""
    subject: str = "instalment?"
    """What it is about: ``instalment``, ``instalment?`` (or the whole show), ``show``, ``season`` or ``film``."""


KINDS: Mapping[str, Kind] = {
    # decisions
    "ordered": Kind("decision", orders=True),
    "renewed": Kind("decision", orders=True),
    "cancelled": Kind("decision"),
    "final-season": Kind("decision", orders=True, subject="season"),
    "ended": Kind("decision"),
    "limited": Kind("decision"),
    "saved": Kind("decision", orders=True),
    "film-ordered": Kind("decision", orders=True, subject="film"),
    # facts about the past
    "writing": Kind("fact", stage="writing", value="date?", subject="instalment"),
    "casting": Kind("fact", stage="casting", value="date?", subject="instalment"),
    "filming-started": Kind("fact", stage="filming", value="date?", subject="instalment"),
    "filming-wrapped": Kind("fact", stage="wrapped", value="date?", subject="instalment"),
    "post-production": Kind("fact", stage="post-production", value="date?", subject="instalment"),
    "premiered": Kind("fact", stage="airing", value="date", subject="instalment"),
    "finale": Kind("fact", stage="complete", value="date", subject="instalment"),
    # plans
    "window-announced": Kind("plan", value="date", subject="instalment"),
    "date-announced": Kind("plan", value="date", subject="instalment"),
    "delayed": Kind("plan", value="date?", subject="instalment"),
    # details
    "split": Kind("detail", subject="season"),
    "episodes": Kind("detail", value="count", subject="instalment"),
    "cast": Kind("detail", subject="instalment?"),
    # corrections
    "withdrawn": Kind("correction", value="claim", subject="show"),
}


_IN_ORDER = ("season", "special", "film")


@dataclass(frozen=True, slots=True)
class Instalment:
    """What comes: a season, a part of one, a special or a film. Parts sort inside their season, films last."""

    number: int
    """The season's number (a year may be one); 0 for a special or a film."""
    part: int = 0
    """Which part of the season, from 1; 0 for the whole season."""
    kind: str = "season"
    """``season``, ``special`` or ``film``."""
    title: str = ""
    """The name of a special or film."""

    def __lt__(self, other: Instalment) -> bool:
        """Whether it stands before another: seasons by number with their parts, then specials, then films."""
        return self._place < other._place

    @property
    def _place(self) -> tuple[int, int, int, str]:
        return _IN_ORDER.index(self.kind), self.number, self.part, self.title

    @property
    def season(self) -> Instalment:
        """The whole season this is a part of; itself where it is none."""
        return Instalment(self.number) if self.part else self

    def __str__(self) -> str:
        """Say its name within a sentence: “season 2”, “season 5 part 1”, “the film Heartstopper Forever”."""
        if self.kind != "season":
            return f"the {self.kind} {self.title}"
        return f"season {self.number} part {self.part}" if self.part else f"season {self.number}"


@dataclass(frozen=True, slots=True)
class CastMember:
    """One actor in one role."""

    actor: str
    character: str | None = None
    since: int | None = None
    """The first season they are in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One dated, sourced statement. It is never changed: others are added, or it is withdrawn."""

    id: str
    show: str
    kind: str
    instalments: tuple[Instalment, ...] = ()
    """What it is about; empty for the whole show."""
    value: PartialDate | None = None
    """The day, window or stretch of time it names."""
    count: int | None = None
    """The number of episodes."""
    target: str | None = None
    """The id of the claim that a ``withdrawn`` takes back."""
    on: PartialDate | None = None
    """When it was said."""
    by: str | None = None
    """Who published it."""
    reports: str | None = None
    """Whose words it carries."""
    url: str | None = None
    rank: str = "press"
    origin: str = "user"
    said: str | None = None
    concludes: bool = False
    """Whether a film ends the story (a spin-off does not)."""
    platform: str | None = None
    """The new home of a saved show."""
    parts: tuple[str, ...] = ()
    cast: tuple[CastMember, ...] = ()
    left: tuple[str, ...] = ()
    counts_from: dt.date = FIRST_DAY
    """The first day on which it counts: it is left out of every answer as of an earlier day."""
    line: int | None = None
    """Where it stands in its registry file, from 1."""

    @property
    def rule(self) -> Kind:
        """What its kind does."""
        return KINDS[self.kind]

    @property
    def rank_order(self) -> int:
        """Its rank as a number; smaller is better."""
        return RANKS.index(self.rank)

    @property
    def trusted(self) -> bool:
        """Whether it is official or press: what a database says or we infer never reverses such a claim."""
        return self.rank_order < RANKS.index("database")

    @property
    def said_on(self) -> dt.date:
        """The day by which claims are put in order: the last day of `on`, or the day from which it counts."""
        return self.on.last if self.on is not None else self.counts_from


def claim_id(kind: str, subject: str, value: str, on: str, url: str) -> str:
    """The short name of a claim: the same words give the same id in every registry."""
    import hashlib

    text = "\x1f".join((kind, subject, value, on, url))
    return hashlib.blake2b(text.encode(), digest_size=5).hexdigest()


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a registry that hides nothing else: where it is and what it is."""

    path: str
    line: int | None
    message: str
    severity: str = "error"
    """``error`` (something is left out of the answers) or ``note`` (worth a look)."""
