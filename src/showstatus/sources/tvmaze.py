"""TVmaze: what its answers say. No key is needed; its data are CC BY-SA.

What is assumed, as read off its documentation and recorded answers:

- A look-up by another service's id answers 301 and the address of the show, or 404.
- A show, its seasons, its next episode and its cast come in one call; an embed that resolves to nothing is absent.
- An unknown date is null or an empty text. Everything but a show's id and name may be missing.
- It has no word for “cancelled”: a show that is over is ``Ended``, and may be running again a year later.
- A season that is listed and has no date is one that somebody ordered.
- `updated` changes whenever the show, a season or an episode of it does.
- Its index lists every show by id, 250 ids a page: page N holds the ids from 250 N, fewer where shows were deleted, and
  behind the last page it answers 404. A page may be a day old.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from showstatus.claims import CastMember
from showstatus.names import fold
from showstatus.sources.base import Hit, SourceSeason, SourceShow, Unusable, Updates
from showstatus.untrusted import MOST_ID, Json, a_count, a_day, a_list, a_name, a_season, a_table, an_imdb_id

_STANDINGS = {
    "running": "running",
    "to be determined": "undecided",
    "in development": "in-development",
    "ended": "over",
}
_EMBEDS = ("seasons", "nextepisode", "cast")
_SHOW_PATH = re.compile(r"/shows/([1-9]\d{0,11})$", re.ASCII)
_PAGE = re.compile(r"https?://www\.tvmaze\.com/([!-~]{0,300})")
_MOST_STAMP = 2**33
"""A moment in the year 2242."""
_MOST_CAST = 40
PAGE = 250
"""How many ids a page of the index spans."""


class TVmaze:
    """TVmaze as a `Source`."""

    name = "tvmaze"
    title = "TVmaze"
    lookup_ids: tuple[str, ...] = ("imdb", "tvdb")
    redirects = True
    reach: dt.timedelta | None = None
    unauthorized = "TVmaze refuses to answer (401), though it needs no key; try again later"

    def ask_show(self, number: int) -> str:
        """The path at which everything about a show is asked at once."""
        return f"/shows/{number}?" + urlencode([("embed[]", name) for name in _EMBEDS])

    def ask_lookup(self, kind: str, value: str | int) -> str:
        """The path at which a show is asked by another service's id."""
        return "/lookup/shows?" + urlencode({"thetvdb" if kind == "tvdb" else kind: value})

    def ask_search(self, words: str) -> str:
        """The path at which shows are searched by title: at most ten, the best first."""
        return f"/search/shows?q={quote(words, safe='', errors='replace')}"

    def ask_updates(self, since: dt.date, until: dt.date, page: int) -> str:
        """The path at which every show's stamp is asked at once."""
        del since, until, page  # it tells of all there is
        return "/updates/shows"

    def ask_recent(self, within: str | None) -> str:
        """The path at which the stamps of shows are asked: of those changed within a “week” or a “month”, or of all."""
        return "/updates/shows" + (f"?since={within}" if within is not None else "")

    def ask_page(self, number: int) -> str:
        """The path at which a page of the index, from 0, is asked."""
        return f"/shows?page={number}"

    def ask_row(self, number: int) -> str:
        """The path at which what the index says of a show is asked."""
        return f"/shows/{number}"

    def read_show(self, body: Any) -> SourceShow:
        """What an answer about a show says. Raises `Unusable`."""
        row = a_table(body)
        number, title = a_count(row.get("id"), MOST_ID), a_name(row.get("name"))
        if number is None or title is None:
            raise Unusable("without the show's id and name")
        embedded = a_table(row.get("_embedded"))
        seasons = {season.number: season for season in _seasons(embedded.get("seasons"))}
        return SourceShow(
            source=self.name,
            id=number,
            title=title,
            url=_url(row, number),
            updated=a_count(row.get("updated"), _MOST_STAMP) or 0,
            standing=_standing(row),
            platform=_platform(row),
            country=_country(row),
            genres=tuple(name for genre in a_list(row.get("genres")) if (name := a_name(genre)) is not None),
            ids=_ids(row, number),
            seasons=tuple(seasons[key] for key in sorted(_with_next(seasons, a_table(embedded.get("nextepisode"))))),
            cast=tuple(_cast(embedded.get("cast")))[:_MOST_CAST],
        )

    def read_lookup(self, location: str | None, body: Any = None) -> int | None:
        """The show's id, by where a question for another service's id is redirected to; None where it is known not."""
        del body  # it says nothing
        try:
            found = _SHOW_PATH.search(urlsplit(location or "").path)
        except ValueError:
            return None
        return int(found[1]) if found else None

    def read_search(self, body: Any) -> tuple[Hit, ...]:
        """The results of a search, the best first. Raises `Unusable`."""
        if not isinstance(body, list):
            raise Unusable("with something that is no list of shows")
        return tuple(hit for row in body if (hit := self._hit(a_table(a_table(row).get("show")))) is not None)

    def read_page(self, number: int, body: Any) -> tuple[Hit, ...]:
        """The shows of a page of the index; none where nothing is on it. Raises `Unusable`."""
        rows = [self._hit(a_table(row)) for row in body] if isinstance(body, list) else [None]
        hits = tuple(hit for hit in rows if hit is not None and hit.id // PAGE == number)
        if rows and not hits:
            raise Unusable(f"with something that is no page {number} of its shows")
        return hits

    def read_row(self, number: int, body: Any) -> Hit:
        """What the index says of a show. Raises `Unusable`."""
        hit = self._hit(a_table(body))
        if hit is None or hit.id != number:
            raise Unusable(f"with something that is not show {number}")
        return hit

    def read_updates(self, body: Any) -> Updates:
        """Each show's stamp by its id. Raises `Unusable`."""
        if not isinstance(body, dict):
            raise Unusable("with something that is no list of updates")
        stamps = {int(key): a_count(value, _MOST_STAMP) for key, value in body.items() if _is_number(key)}
        return Updates({number: stamp for number, stamp in stamps.items() if stamp is not None})

    def _hit(self, row: Json) -> Hit | None:
        number, title = a_count(row.get("id"), MOST_ID), a_name(row.get("name"))
        if number is None or title is None:
            return None
        premiered, ended = a_day(row.get("premiered")), a_day(row.get("ended"))
        return Hit(
            source=self.name,
            id=number,
            title=title,
            year=premiered.year if premiered is not None else None,
            platform=_platform(row),
            country=_country(row),
            standing=_standing(row),
            url=_url(row, number),
            ids=_ids(row, number),
            ended=ended.year if ended is not None else None,
            type=a_name(row.get("type")),
            language=a_name(row.get("language")),
            weight=a_count(row.get("weight"), 100) or 0,
            updated=a_count(row.get("updated"), _MOST_STAMP) or 0,
        )


def _standing(row: Json) -> str:
    """How it stands; an unheard-of word is taken for “running”, from which nothing follows."""
    status = row.get("status")
    return _STANDINGS.get(status.lower(), "running") if isinstance(status, str) else "running"


def _url(row: Json, number: int) -> str:
    url = row.get("url")
    page = _PAGE.fullmatch(url) if isinstance(url, str) else None
    return f"https://www.tvmaze.com/{page[1]}" if page else f"https://www.tvmaze.com/shows/{number}"


def _homes(row: Json) -> Iterator[Json]:
    """Where it is shown: its network, and its streaming service where it has one as well."""
    for key in ("network", "webChannel"):
        home = a_table(row.get(key))
        if a_name(home.get("name")) is not None:
            yield home


def _platform(row: Json) -> str | None:
    return next((a_name(home["name"]) for home in _homes(row)), None)


def _country(row: Json) -> str | None:
    codes = (a_table(home.get("country")).get("code") for home in _homes(row))
    return next((code for code in codes if isinstance(code, str) and len(code) == 2 and code.isalpha()), None)


def _ids(row: Json, number: int) -> dict[str, str | int]:
    externals = a_table(row.get("externals"))
    ids: dict[str, str | int] = {"tvmaze": number}
    if (imdb := an_imdb_id(externals.get("imdb"))) is not None:
        ids["imdb"] = imdb
    if (tvdb := a_count(externals.get("thetvdb"), MOST_ID)) is not None:
        ids["tvdb"] = tvdb
    return ids


def _seasons(body: Any) -> Iterator[SourceSeason]:
    for row in map(a_table, a_list(body)):
        number = a_season(row.get("number"))
        if number is None:
            continue
        premiere, end = a_day(row.get("premiereDate")), a_day(row.get("endDate"))
        known = premiere is not None and end is not None and end >= premiere
        yield SourceSeason(
            number=number,
            premiere=premiere,
            end=end if known else None,
            episodes=a_count(row.get("episodeOrder")),
        )


def _with_next(seasons: dict[int, SourceSeason], episode: Json) -> dict[int, SourceSeason]:
    """The seasons, one of them dated by its first episode where only that is known."""
    number, day = a_season(episode.get("season")), a_day(episode.get("airdate"))
    if number is None or episode.get("number") != 1 or day is None:
        return seasons
    known = seasons.get(number, SourceSeason(number=number))
    if known.premiere is None:
        seasons[number] = SourceSeason(number=number, premiere=day, episodes=known.episodes)
    return seasons


def _cast(body: Any) -> Iterator[CastMember]:
    seen = set()
    for row in map(a_table, a_list(body)):
        actor = a_name(a_table(row.get("person")).get("name"))
        character = a_name(a_table(row.get("character")).get("name"))
        if actor is None or row.get("self") is True or (actor, character) in seen:
            continue
        seen.add((actor, character))
        yield CastMember(actor, character if character is not None and fold(character) != fold(actor) else None)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 12
