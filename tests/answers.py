"""What a source answered about a show, in sight, and what was kept of its answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from showstatus.dates import parse_edtf
from showstatus.ledger.book import Entry, Layer, entry
from showstatus.ledger.fetched import Fetched
from showstatus.ledger.toml_format import Row
from showstatus.reconcile import reconcile
from showstatus.report import Report, report
from showstatus.sources.base import SourceSeason, SourceShow
from showstatus.weighing import standing

DAY = dt.date(2023, 1, 11)
NOW = dt.datetime(2023, 1, 11, 12, tzinfo=dt.UTC).timestamp()


def season(
    number: int, premiere: str | None = None, end: str | None = None, episodes: int | None = None
) -> SourceSeason:
    days = [dt.date.fromisoformat(text) if text else None for text in (premiere, end)]
    return SourceSeason(number=number, premiere=days[0], end=days[1], episodes=episodes)


S1 = season(1, "2022-01-10", "2022-03-14", 10)


def said(*seasons: SourceSeason, standing: str = "running", day: dt.date = DAY, **keys: Any) -> SourceShow:
    """An answer that was changed on a day."""
    stamp = int(dt.datetime.combine(day, dt.time(6), dt.UTC).timestamp())
    base = SourceShow(
        source="tvmaze", id=590, title="X", url="https://www.tvmaze.com/shows/590", updated=stamp,
        standing=standing, seasons=seasons, ids={"tvmaze": 590},
    )  # fmt: skip
    return replace(base, **keys)


@dataclass
class Kept:
    """What was kept of a source's answers so far."""

    claims: list[Row] = field(default_factory=list)
    block: Row = field(default_factory=dict)
    last: SourceShow | None = None
    notes: Sequence[str] = ()

    def hear(self, show: SourceShow, day: dt.date = DAY) -> list[Row]:
        """Keep what an answer adds; gives the claims it adds."""
        made = reconcile("x", self.claims, self.block, self.last, show, day)
        self.claims = [*self.claims, *made.added]
        self.block, self.notes, self.last = made.block, made.notes, show
        return [*made.added]

    def entry(self, day: dt.date) -> Entry:
        return entry("x", [Layer("tvmaze", self.block, self.claims, parse_edtf(day.isoformat()))])

    def report(self, day: dt.date = DAY) -> Report:
        """How the show stands by that alone."""
        return report(self.entry(day), day)

    def stands(self, kind: str, day: dt.date = DAY) -> list[tuple[str, str]]:
        """The claims of a kind that count on a day: about what, with which value."""
        counted = [claim for claim in standing(self.entry(day).claims, day) if claim.kind == kind]
        return [(" ".join(map(str, one.instalments)), one.value.edtf if one.value else "") for one in counted]


def slugs(fetched: Fetched) -> list[tuple[str, str]]:
    """Which shows are told of from what was fetched, and by which source."""
    return [(slug, source) for slug, source, *_ in fetched.texts()]
