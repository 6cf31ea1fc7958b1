"""TMDB: what its answers say. It is asked with a token of the user's; its data may be kept for six months at most.

What is assumed, as read off its documentation and recorded answers:

- `/find/ID` answers 200 and lists of what has that id of IMDb or TheTVDB; the lists may be empty.
- An unknown date is null or an empty text, by turns. Everything but a show's id and name may be missing.
- “Canceled” (also spelt “Cancelled”) is told from “Ended”. “Returning Series” is said of whatever is not over: nothing
  follows from it.
- A season that is listed and has no date is one that somebody ordered. Season 0 holds specials.
- A season's number of episodes counts those that are entered: it is right only once the season is out.
- Its records bear no stamp; `/tv/changes` names the shows that changed on at most fourteen days, hundred a page.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlencode

from showstatus.claims import CastMember
from showstatus.names import fold
from showstatus.sources.base import OVER, Hit, SourceSeason, SourceShow, Unusable, Updates
from showstatus.untrusted import MOST_ID, Json, a_count, a_day, a_list, a_name, a_season, a_table, an_imdb_id

_STANDINGS = {
    "returning series": "running",
    "planned": "in-development",
    "pilot": "in-development",
    "in production": "in-development",
    "ended": "ended",
    "canceled": "cancelled",
    "cancelled": "cancelled",
}
_FIND = {"imdb": "imdb_id", "tvdb": "tvdb_id"}
_MOST_CAST = 40
_ONE_DAY = dt.timedelta(1)


class TMDB:
    """TMDB as a `Source`."""

    name = "tmdb"
    title = "TMDB"
    lookup_ids: tuple[str, ...] = ("imdb", "tvdb")
    redirects = False
    reach: dt.timedelta | None = dt.timedelta(12)
    unauthorized = (
        "TMDB does not accept the token in SHOWSTATUS_TMDB_TOKEN; "
        "copy the “API Read Access Token” from the API settings of your TMDB account"
    )

    def ask_show(self, number: int) -> str:
        """The path at which everything about a show is asked at once."""
        return f"/tv/{number}?append_to_response=external_ids,credits"

    def ask_lookup(self, kind: str, value: str | int) -> str:
        """The path at which a show is asked by another service's id."""
        return f"/find/{quote(str(value), safe='')}?" + urlencode({"external_source": _FIND[kind]})

    def ask_search(self, words: str) -> str:
        """The path at which shows are searched by title: at most twenty, the best first."""
        return f"/search/tv?query={quote(words, safe='', errors='replace')}"

    def ask_updates(self, since: dt.date, until: dt.date, page: int) -> str:
        """The path at which a page of what changed is asked; a day more at both ends, for its days are UTC."""
        days = {"start_date": (since - _ONE_DAY).isoformat(), "end_date": (until + _ONE_DAY).isoformat()}
        return "/tv/changes?" + urlencode({**days, "page": page})

    def read_show(self, body: Any) -> SourceShow:
        """What an answer about a show says. Raises `Unusable`."""
        row = a_table(body)
        number, title = a_count(row.get("id"), MOST_ID), a_name(row.get("name"))
        if number is None or title is None:
            raise Unusable("without the show's id and name")
        standing = _standing(row)
        return SourceShow(
            source=self.name,
            id=number,
            title=title,
            url=_url(number),
            updated=0,
            standing=standing,
            platform=next(_names(row.get("networks")), None),
            country=_country(row),
            genres=tuple(_names(row.get("genres"))),
            ids=_ids(row, number),
            seasons=tuple(_seasons(row, over=standing in OVER)),
            cast=tuple(_cast(row))[:_MOST_CAST],
        )

    def read_lookup(self, location: str | None, body: Any = None) -> int | None:
        """The show's id; None where nothing has the id that was asked for, or only a film."""
        del location  # it redirects to nowhere
        rows = map(a_table, a_list(a_table(body).get("tv_results")))
        return next((number for row in rows if (number := a_count(row.get("id"), MOST_ID)) is not None), None)

    def read_search(self, body: Any) -> tuple[Hit, ...]:
        """The results of a search, the best first. Raises `Unusable`."""
        if not isinstance(a_table(body).get("results"), list):
            raise Unusable("with something that is no list of shows")
        return tuple(hit for row in body["results"] if (hit := self._hit(a_table(row))) is not None)

    def read_updates(self, body: Any) -> Updates:
        """The shows on a page of what changed, all with a stamp that is newer than any. Raises `Unusable`."""
        pages = a_count(a_table(body).get("total_pages")) or 1
        if not isinstance(a_table(body).get("results"), list):
            raise Unusable("with something that is no list of updates")
        numbers = (a_count(a_table(row).get("id"), MOST_ID) for row in body["results"])
        return Updates({number: _NEWEST for number in numbers if number is not None}, pages)

    def _hit(self, row: Json) -> Hit | None:
        number, title = a_count(row.get("id"), MOST_ID), a_name(row.get("name"))
        if number is None or title is None:
            return None
        began = a_day(row.get("first_air_date"))
        return Hit(
            source=self.name,
            id=number,
            title=title,
            year=began.year if began is not None else None,
            platform=None,
            country=_country(row),
            standing="running",
            url=_url(number),
            ids={self.name: number},
        )


_NEWEST = 1 << 62


def _url(number: int) -> str:
    return f"https://www.themoviedb.org/tv/{number}"


def _standing(row: Json) -> str:
    """How it stands; an unheard-of word, and “In Production” of what has aired, are taken for “running”."""
    told = _STANDINGS.get(str(row.get("status")).lower(), "running")
    return "running" if told == "in-development" and row.get("last_episode_to_air") else told


def _names(body: Any) -> Iterator[str]:
    return (name for one in a_list(body) if (name := a_name(a_table(one).get("name"))) is not None)


def _country(row: Json) -> str | None:
    codes = a_list(row.get("origin_country"))
    return next((code for code in codes if isinstance(code, str) and len(code) == 2 and code.isalpha()), None)


def _ids(row: Json, number: int) -> dict[str, str | int]:
    others = a_table(row.get("external_ids"))
    ids: dict[str, str | int] = {"tmdb": number}
    if (imdb := an_imdb_id(others.get("imdb_id"))) is not None:
        ids["imdb"] = imdb
    if (tvdb := a_count(others.get("tvdb_id"), MOST_ID)) is not None:
        ids["tvdb"] = tvdb
    return ids


def _seasons(row: Json, *, over: bool) -> Iterator[SourceSeason]:
    """The seasons in order, the one of the next episode dated by it where only that is known."""
    last, coming = a_table(row.get("last_episode_to_air")), a_table(row.get("next_episode_to_air"))
    listed = {number: one for one in map(a_table, a_list(row.get("seasons"))) if (number := _number(one)) is not None}
    opens = a_season(coming.get("season_number")) if coming.get("episode_number") == 1 else None
    for number in sorted({*listed, *([opens] if opens is not None else [])}):
        season = listed.get(number, {})
        count = a_count(season.get("episode_count"))
        finale = _finale(number, count, last) or _finale(number, None, coming)
        aired = _number(last) or 0
        out = number < aired or (number == aired and finale is not None) or (over and not last)
        premiere = a_day(season.get("air_date")) or (a_day(coming.get("air_date")) if number == opens else None)
        yield SourceSeason(
            number=number,
            premiere=premiere,
            end=finale if premiere is not None and finale is not None and finale >= premiere else None,
            episodes=count if out else None,
        )


def _number(row: Json) -> int | None:
    return a_season(row.get("season_number"))


def _finale(number: int, count: int | None, episode: Json) -> dt.date | None:
    """The day of a season's last episode, where an episode is that: it says so, or is the last that is counted."""
    if _number(episode) != number:
        return None
    is_last = episode.get("episode_type") == "finale" or (count is not None and episode.get("episode_number") == count)
    return a_day(episode.get("air_date")) if is_last else None


def _cast(row: Json) -> Iterator[CastMember]:
    for member in map(a_table, a_list(a_table(row.get("credits")).get("cast"))):
        actor, character = a_name(member.get("name")), a_name(member.get("character"))
        if actor is not None:
            yield CastMember(actor, character if character is not None and fold(character) != fold(actor) else None)
