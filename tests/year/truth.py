"""What has to come of a year: the claims that follow from what was listed, written down apart from the program's own
reading of it, and the news that they amount to, look by look.

How claims are weighed and how two stands differ is the program's own: other tests hold it to that.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import tomli_w

from showstatus.changes import Change, Stand, changes, stand, window_moved
from showstatus.ledger.book import Entry, Layer, entry
from showstatus.ledger.toml_format import Row, row_id
from showstatus.report import report
from showstatus.status import status
from tests.standin import Json
from tests.year.lives import EPISODES, Life

_DATED = ("premiered", "finale", "date-announced")


class Version(NamedTuple):
    """A record of TVmaze's, from a day on."""

    day: dt.date
    body: Json


def versions(life: Life, first: dt.date, last: dt.date) -> list[Version]:
    """What TVmaze lists from the first day to the last."""
    found = [Version(first, life.record(first))]
    for day in sorted({turn for turn in life.turns() if first < turn <= last}):
        body = life.record(day)
        if body != found[-1].body:
            found.append(Version(day, body))
    return found


class _Writer:
    """Writes down the claims of one show, version by version; some versions nobody gets to see."""

    def __init__(self, life: Life) -> None:
        self.rows: list[Row] = []
        self._life = life
        self._today = self._yesterday = dt.date.min
        """The day of this look and of the last."""
        self._dates: dict[int, str] = {}
        self._ends: dict[int, Row] = {}
        self._orders: dict[int, list[Row]] = {}
        self._premieres: dict[int, Row] = {}
        self._end: Row | None = None

    def read(self, version: Version, today: dt.date) -> None:
        """Read a version on a day, which may be later than that on which it was published."""
        day, body = version
        self._today = today
        over = body["status"] == "Ended"
        listed = {s["number"]: s for s in body["seasons"]}
        for number, one in listed.items():
            if one["premiereDate"]:
                self._date(day, number, one["premiereDate"])
                self._finale(day, number, one["endDate"])
        if over:
            for number, rows in self._orders.items():
                if not listed.get(number, {}).get("premiereDate"):
                    self._take_back(day, rows)
        if over and self._end is None:
            self._end = self._add("ended", None, on=day, rank="inferred")
        elif not over and self._end is not None:
            self._take_back(day, [self._end])
            self._end = None

    def pass_time(self, version: Version, today: dt.date) -> None:
        """Read the same version on a later day: seasons have come meanwhile."""
        self._yesterday = today = max(today, self._yesterday)
        dates = {s["number"]: s["premiereDate"] for s in version.body["seasons"]}
        came = [number for number, date in dates.items() if date and date <= today.isoformat()]
        kind = "renewed" if came else "ordered"
        for number, date in dates.items():
            known = self._orders.setdefault(number, [])
            is_open = date is None and number > max(came, default=0) and version.body["status"] != "Ended"
            if is_open and kind not in [row["kind"] for row in known]:
                known.append(self._add(kind, number, on=version.day, rank="inferred"))

    def _date(self, day: dt.date, number: int, date: str) -> None:
        before = self._dates.get(number)
        if date == before:
            return
        self._dates[number] = date
        stood = self._premieres.pop(number, None)
        if stood is not None and stood["value"] <= self._yesterday.isoformat():  # it had come, they said
            self._take_back(day, [stood])
            self._premieres[number] = self._add("premiered", number, value=date, on=day)
            return
        if stood is not None:  # it never came to that
            self.rows.remove(stood)
        if date > self._today.isoformat():
            self._add("date-announced", number, value=date, on=day)
        self._premieres[number] = self._add("premiered", number, value=date)
        if before is None:
            self._add("episodes", number, value=EPISODES, on=day)

    def _finale(self, day: dt.date, number: int, date: str | None) -> None:
        old = self._ends.get(number)
        if date is None or (old is not None and old["value"] == date):
            return
        if old is not None:
            self._take_back(day, [old])
        ahead = old is not None or date > day.isoformat()
        self._ends[number] = self._add("finale", number, value=date, on=day if ahead else None)

    def _take_back(self, day: dt.date, rows: list[Row]) -> None:
        for row in rows:
            self._add("withdrawn", None, value=row["id"], on=day)
        rows.clear()

    def _add(self, kind: str, number: int | None, on: dt.date | None = None, **more: Any) -> Row:
        page = f"https://www.tvmaze.com/shows/{self._life.number}/x"
        row: Row = {"show": self._life.slug, "by": "TVmaze", "url": page, "kind": kind, **more}
        if number is not None:
            row["seasons"] = [number]
        if on is not None:
            row["on"] = on.isoformat()
        row["id"] = row_id(row)
        self.rows.append(row)
        return row


@dataclass
class _Seen:
    """How a show has to have been seen at the last look."""

    size: tuple[int, int]
    """How many claims had been fetched, and how many recorded."""
    entry: Entry
    stand: Stand


class Truth:
    """The truth about one show: what TVmaze lists of it, and what was fetched of that.

    Where TMDB lists the same, it adds that an end is one: all else it says TVmaze says as well.
    """

    def __init__(self, life: Life, first: dt.date, last: dt.date, *, is_in_tmdb: bool = False) -> None:
        self.life = life
        self.is_in_tmdb = is_in_tmdb
        self.ends: list[Row] = []
        """The claims about its end that follow from what TMDB lists."""
        self.versions = versions(life, first, last)
        self.press: list[Row] = []
        """What the user recorded of it."""
        self.block: Row = {"title": life.title, "genres": ["Drama"], "ids": {"tvmaze": life.number}}
        """The show's own keys."""
        if is_in_tmdb:
            self.block["country"] = "US"
        self._writer = _Writer(life)
        self._fetched = dt.date.min
        self._turns: list[dt.date] = []

    @property
    def rows(self) -> list[Row]:
        """The claims that follow from what was fetched; premieres that lie ahead are among them."""
        return self._writer.rows

    def is_due(self, published: dt.date) -> bool:
        """Whether TVmaze has something new of it, by what was published until a day."""
        return any(self._fetched < version.day <= published for version in self.versions)

    def fetch(self, published: dt.date, today: dt.date) -> None:
        """Fetch what was published until a day, as of another."""
        newest = [version for version in self.versions if version.day <= published][-1]
        if newest.day > self._fetched:
            self._writer.read(newest, today)
            self._fetched = newest.day
            self._read_end(newest.body["status"] == "Ended", today)
            self.block["platform"] = newest.body["webChannel"]["name"]
            release = _release(newest.body["seasons"])
            self.block |= {"release": release} if release else {}
            days = {dt.date.fromisoformat(row["value"]) for row in self.rows if row["kind"] in _DATED}
            # It comes, is out, is silently out after as many weeks as it has episodes, or after ten where nobody tells
            # how many, and is silent for good after three years.
            weeks = 7 * (EPISODES - 1)
            shifts = (0, 1, weeks, weeks + 1, 70, 71, *range(1094, 1170))
            self._turns = sorted({day + dt.timedelta(n) for day in days for n in shifts})
        self._writer.pass_time(newest, today)

    def turns(self, after: dt.date, until: dt.date) -> bool:
        """Whether time may have changed how the show stands, after a day and until another."""
        return bisect_right(self._turns, after) < bisect_right(self._turns, until)

    def entry(self, day: dt.date) -> Entry:
        """The show with the claims that there are on a day."""
        fetched = [row for row in self.rows if row["kind"] != "premiered" or row["value"] <= day.isoformat()]
        layers = [Layer("tmdb", {}, self.ends), Layer("tvmaze", self.block, fetched), Layer("user", {}, self.press)]
        return entry(self.life.slug, layers)

    def _read_end(self, over: bool, today: dt.date) -> None:
        stands = bool(self.ends) and self.ends[-1]["kind"] == "ended"
        if over != stands and self.is_in_tmdb:
            page = f"https://www.themoviedb.org/tv/{self.life.number}"
            value = {"value": self.ends[-1]["id"]} if stands else {}
            kind = "withdrawn" if stands else "ended"
            row = {"show": self.life.slug, "by": "TMDB", "url": page, "kind": kind, "on": today.isoformat(), **value}
            self.ends.append({**row, "id": row_id(row)})


def _release(seasons: list[Json]) -> str | None:
    for one in reversed(seasons):
        if one["premiereDate"] and one["endDate"]:
            days = (dt.date.fromisoformat(one["endDate"]) - dt.date.fromisoformat(one["premiereDate"])).days
            return "all" if days == 0 else "weekly" if days >= 14 else None
    return None


class News:
    """The news there has to be, look by look."""

    def __init__(self, truths: Mapping[str, Truth]) -> None:
        self.changes: list[Change] = []
        self._truths = truths
        self._seen: dict[str, _Seen] = {}
        self._day = dt.date.min

    def look(self, day: dt.date, *, closely: bool = False) -> None:
        """Look as of a day. Shows of which nothing changed are passed by, unless it looks closely."""
        before, self._day = self._day, max(day, self._day)  # who travels west sees a day twice
        day = self._day
        for slug, truth in self._truths.items():
            seen = self._seen.get(slug)
            size = (len(truth.rows) + len(truth.ends), len(truth.press))
            if seen is not None and not closely and size == seen.size and not truth.turns(before, day):
                continue
            known = truth.entry(day)
            now = stand(known.show, status(known.show, known.claims, day))
            if seen is not None:
                self.changes += self._between(slug, seen, known, now, day)
            self._seen[slug] = _Seen(size, known, now)

    def _between(self, slug: str, seen: _Seen, known: Entry, now: Stand, day: dt.date) -> Iterator[Change]:
        found = [*changes(slug, seen.stand, now, day)]
        if not found and {one.id for one in known.claims} - {one.id for one in seen.entry.claims}:
            found = [*window_moved(slug, report(seen.entry, day), report(known, day))]
        yield from found


def registry(truths: Collection[Truth], day: dt.date) -> str:
    """All the truth as one registry that somebody wrote by hand."""
    fetched = [{"rank": "database", **row} for truth in truths for row in [*truth.rows, *truth.ends]]
    rows = [{k: v for k, v in row.items() if k != "id"} for row in [*fetched, *(r for t in truths for r in t.press)]]
    return tomli_w.dumps({"checked": day.isoformat(), "show": {t.life.slug: t.block for t in truths}, "claim": rows})
