"""What any source tells of a show, as values: the same for every service, however it spells things.

A source is three questions (`Source`): where something is asked, what the answer says, and what changed since. Its
functions touch neither network nor disk; `sync` carries the questions out through `http`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple, Protocol

from showstatus.claims import CastMember

STANDINGS = ("running", "undecided", "in-development", "over", "ended", "cancelled")
"""How a source says a show stands: airing or going on; aired, and no word on more; announced and not yet aired; over,
from a source that does not tell why; over as planned; over by cancellation."""
OVER = ("over", "ended", "cancelled")


class Unusable(ValueError):
    """An answer that cannot be used, in words that follow “SOURCE answered”: “with HTML instead of JSON”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSeason:
    """One season as a source lists it; what it does not know is None."""

    number: int
    premiere: dt.date | None = None
    end: dt.date | None = None
    """The day of its last episode, past or planned."""
    episodes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceShow:
    """Everything a source says about one show, as of its `updated` stamp."""

    source: str
    id: int
    title: str
    url: str
    updated: int
    """When the source last changed its record: seconds since 1970, by its clock; 0 where it does not say."""
    standing: str
    """One of `STANDINGS`."""
    platform: str | None = None
    country: str | None = None
    genres: tuple[str, ...] = ()
    ids: Mapping[str, str | int]
    """The ids it gives, its own among them, by `shows.ID_KINDS`."""
    seasons: tuple[SourceSeason, ...] = ()
    cast: tuple[CastMember, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """What one result of a search, or one row of a list of shows, says of a show."""

    source: str
    id: int
    title: str
    year: int | None
    platform: str | None
    country: str | None
    standing: str
    url: str
    ids: Mapping[str, str | int]
    ended: int | None = None
    """The year in which it ended."""
    type: str | None = None
    """What kind of show it is, in the source's words: “Scripted”, “Talk Show”."""
    language: str | None = None
    weight: int = 0
    """How much it is looked at, from 0 to 100, where the source tells."""
    updated: int = 0
    """As of a `SourceShow`."""


class Updates(NamedTuple):
    """A page of what a source says about which of its records changed."""

    stamps: Mapping[int, int]
    """When each was changed, by the show's id."""
    pages: int = 1
    """How many pages there are."""


class Source(Protocol):
    """One service that tells about shows. `ask_…` give the path of a question below its address, the others read."""

    name: str
    """As it is written in claims' `origin` and in ids: “tvmaze”."""
    title: str
    """As people write it, and as claims are `by`: “TVmaze”."""
    lookup_ids: tuple[str, ...]
    """The other services whose ids it can look up, the surest first."""
    redirects: bool
    """Whether it answers a look-up with a redirect to the show, or 404; else with a body that may hold none."""
    reach: dt.timedelta | None
    """How far back it can tell what changed; None where it tells of every show it has, and when each last did."""
    unauthorized: str
    """What is said where it answers 401: what is wrong, and the next step."""

    def ask_show(self, number: int) -> str:
        """The path at which everything about a show is asked at once."""
        ...

    def ask_lookup(self, kind: str, value: str | int) -> str:
        """The path at which a show is asked by another service's id."""
        ...

    def ask_search(self, words: str) -> str:
        """The path at which shows are searched by title."""
        ...

    def ask_updates(self, since: dt.date, until: dt.date, page: int) -> str:
        """The path at which a page, from 1, of what changed on these days is asked; of all there is without `reach`."""
        ...

    def read_show(self, body: Any) -> SourceShow:
        """What an answer about a show says. Raises `Unusable`."""
        ...

    def read_lookup(self, location: str | None, body: Any = None) -> int | None:
        """The show's id, by where a question for another service's id is redirected to, or by the body of its answer.

        None where the source knows it not.
        """
        ...

    def read_search(self, body: Any) -> tuple[Hit, ...]:
        """The results of a search, the best first. Raises `Unusable`."""
        ...

    def read_updates(self, body: Any) -> Updates:
        """What a page of updates says. Raises `Unusable`."""
        ...


def packed(show: SourceShow) -> dict[str, Any]:
    """A show as JSON can hold it; `unpacked` reads it back."""
    row = asdict(show)
    for season in row["seasons"]:
        for key in ("premiere", "end"):
            season[key] = season[key].isoformat() if season[key] is not None else None
    return row


def unpacked(row: Mapping[str, Any]) -> SourceShow:
    """The show that `packed` made this of."""
    seasons = tuple(
        SourceSeason(
            number=one["number"], premiere=_day(one["premiere"]), end=_day(one["end"]), episodes=one["episodes"]
        )
        for one in row["seasons"]
    )
    cast = tuple(CastMember(**member) for member in row["cast"])
    return SourceShow(**{**row, "genres": tuple(row["genres"]), "seasons": seasons, "cast": cast})


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text is not None else None
