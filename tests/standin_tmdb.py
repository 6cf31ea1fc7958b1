"""A stand-in for TMDB on loopback: asks for a token, and answers in the shapes of the real one."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.standin import Fault, Json, StandIn

TOKEN = "eyJhbGciOiJIUzI1NiJ9.t0ps3cret.x"
REFUSED = {"status_code": 7, "status_message": "Invalid API key: You must be granted a valid key.", "success": False}
MISSING = {"status_code": 34, "status_message": "The resource you requested could not be found."}


class TMDBStandIn(StandIn):
    """TMDB, as far as the program asks it."""

    def __init__(self) -> None:
        super().__init__()
        self.changed: list[int] = []
        """The shows that its list of changes names."""
        self.pages = 1

    def add(self, number: int, title: str, seasons: list[Json] | None = None, **keys: Any) -> Json:
        """Make a show; `keys` are those of its record."""
        self.shows[number] = {
            "id": number,
            "name": title,
            "status": "Returning Series",
            "first_air_date": "2021-01-01",
            "last_air_date": None,
            "genres": [{"id": 18, "name": "Drama"}],
            "networks": [{"id": 213, "name": "Netflix", "origin_country": ""}],
            "origin_country": ["US"],
            "last_episode_to_air": None,
            "next_episode_to_air": None,
            "seasons": seasons or [],
            "external_ids": {"imdb_id": f"tt{number:07}", "tvdb_id": 1000 + number},
            "credits": {"cast": []},
            **keys,
        }
        return self.shows[number]

    def change(self, number: int, seasons: list[Json] | None = None, **keys: Any) -> None:
        """Change a show's record, and name it among the changes."""
        self.shows[number].update(keys)
        if seasons is not None:
            self.shows[number]["seasons"] = seasons
        self.changed.append(number)

    def answer(self, path: str, etag: str | None = None) -> Fault:
        """The true answer."""
        del etag  # it tells no such thing
        parts = urlsplit(path)
        asked = {key: values[0] for key, values in parse_qs(parts.query).items()}
        if self.tokens[-1] != f"Bearer {TOKEN}":
            return _body(REFUSED, 401)
        if parts.path == "/tv/changes":
            return _body({"results": [{"id": n, "adult": None} for n in self.changed], "total_pages": self.pages})
        if parts.path == "/search/tv":
            words = asked["query"].lower()
            return _body({"results": [show for show in self.shows.values() if words in show["name"].lower()]})
        if parts.path.startswith("/find/"):
            key, wanted = asked["external_source"], parts.path.removeprefix("/find/")
            found = [show for show in self.shows.values() if str(show["external_ids"][key]) == wanted]
            return _body({"movie_results": [], "tv_results": [{"id": show["id"]} for show in found]})
        number = parts.path.removeprefix("/tv/")
        show = self.shows.get(int(number)) if number.isdigit() else None
        return _body(show) if show is not None else _body(MISSING, 404)


def season(number: int, premiere: str | None = None, episodes: int = 8) -> Json:
    """A season as TMDB lists it."""
    return {"id": number, "season_number": number, "name": "", "air_date": premiere, "episode_count": episodes}


def episode(season_number: int, number: int, day: str, kind: str = "standard") -> Json:
    """An episode as TMDB tells of the last and the next."""
    return {"season_number": season_number, "episode_number": number, "air_date": day, "episode_type": kind}


def _body(value: Any, status: int = 200) -> Fault:
    return Fault(status, json.dumps(value).encode(), {"Content-Type": "application/json"})
