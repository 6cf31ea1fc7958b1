"""What a show is called, where it lives, and what the user noted about it: the show's own value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from showstatus.dates import PartialDate

RELEASE_STYLES = ("all", "weekly", "batches")
ID_KINDS = ("imdb", "tmdb", "tvmaze", "tvdb", "trakt", "wikidata", "wikipedia")
"""Where a show has ids: `wikidata` is an item (“Q109331”), `wikipedia` the title of an article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """The user's own decision, which beats every claim, whatever the day, until `until` has passed."""

    decision: str
    until: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Show:
    """One programme: what it is called, where it is shown, and what the user noted about it."""

    slug: str
    title: str
    qualifier: str | None = None
    """What tells it from another programme of the same title: “UK”, “2005”."""
    aliases: tuple[str, ...] = ()
    platform: str | None = None
    """Today's home: a network or a streaming service."""
    country: str | None = None
    genres: tuple[str, ...] = ()
    release: str | None = None
    """How episodes come out: one of `RELEASE_STYLES`."""
    continues: str | None = None
    """The slug of the programme this one goes on from, with numbers of its own."""
    ids: Mapping[str, str | int] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    note: str | None = None
    pin: Pin | None = None
    followed: bool = False

    @property
    def display(self) -> str:
        """The title as it is shown, with the qualifier where there is one: “The Office (UK)”."""
        return f"{self.title} ({self.qualifier})" if self.qualifier else self.title
