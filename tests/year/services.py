"""TVmaze and TMDB, which list from day to day what is true on it."""

from __future__ import annotations

import datetime as dt
from urllib.parse import parse_qs, urlsplit

from tests.standin import Fault, Json, StandIn
from tests.standin_tmdb import TMDBStandIn, season
from tests.year.lives import Life


class TMDB(TMDBStandIn):
    """TMDB, which lists the same as TVmaze in its own way, and goes down with it."""

    def __init__(self) -> None:
        super().__init__()
        self.down = False
        self._days: list[tuple[dt.date, int]] = []

    def list(self, life: Life, body: Json, day: dt.date) -> None:
        """List a show as TVmaze does from a day on."""
        seasons = [season(one["number"], one["premiereDate"]) for one in body["seasons"]]
        status = "Ended" if body["status"] == "Ended" else "Returning Series"
        self.add(life.number, life.title, seasons, status=status)
        self._days.append((day, life.number))

    def answer(self, path: str, etag: str | None = None) -> Fault:
        """The true answer, as long as it is not down."""
        parts = urlsplit(path)
        if parts.path == "/tv/changes":
            asked = {
                key: dt.date.fromisoformat(told[0]) for key, told in parse_qs(parts.query).items() if key != "page"
            }
            self.changed = [one for day, one in self._days if asked["start_date"] <= day <= asked["end_date"]]
        return Fault(503) if self.down else super().answer(path, etag)


def forget_requests(*services: StandIn) -> None:
    """Keep no list of what was asked: a year is long."""
    for one in services:
        del one.sent[:-1], one.requests[:]
        one.peers.clear()
