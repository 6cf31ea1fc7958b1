"""What lags are fitted to: seasons, from a dated fact to their premiere, out of seasons.csv.gz and milestones.csv."""

from __future__ import annotations

import csv
import datetime as dt
import functools
import gzip
import os.path
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from showstatus.forecast.lag_case import Anchor
from showstatus.forecast.spellings import budget_key, genre_group
from showstatus.spoken import hear

Row = dict[str, str]

FIRST_YEAR = 2018
"""Gaps grew from 366 days (2013–16) to 434 (2021–24): older ones say too little, and fewer years leave too few rows."""
LAST_DAY = "2024-11-10"  # later rows favour shows that did come back
MIN_VOTES = 50  # below lie children's and local programmes cut into seasons at will
SHORTEST, LONGEST = 42, 5 * 365  # less parts one season from itself; more is a revival, which is another question
KINDS = {  # kind of anchor: column of milestones.csv, and the notes that disqualify it
    "filming-wrapped": ("filming_wrapped", ("fw:planned", "fw:inferred")),
    "filming-started": ("filming_started", ("fs:planned", "fs:inferred")),
    "renewed": ("renewal_announced", ()),
}


@dataclass(frozen=True)
class Case:
    """One season: the lag from its anchor to its premiere, and what was known at the anchor."""

    show: str
    season: int
    platform: str
    genres: tuple[str, ...]
    release: str | None
    anchor: Anchor
    days: int
    before: dt.date | None = None  # the premiere of the season before, where the anchor is another
    disrupted: bool = False
    official: tuple[dt.date, dt.date] | None = None  # the vague window said, and when
    said_on: dt.date | None = None

    @functools.cached_property
    def groups(self) -> dict[str, str | None]:
        """Name the groups that may move its lag, by their tables in the JSON."""
        genre = genre_group(self.genres)
        return {"platforms": budget_key(self.platform), "genres": genre, "styles": self.release}


def read_gaps(folder: str) -> list[Case]:
    """Read the gaps from one season's premiere to the next one's that are fit to fit."""
    shows: dict[str, dict[int, Row]] = defaultdict(dict)
    with gzip.open(os.path.join(folder, "seasons.csv.gz"), "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            shows[row["show_id"]][int(row["season"])] = row
    return [
        case
        for _, seasons in sorted(shows.items())
        for number in sorted(seasons)
        if number - 1 in seasons and (case := _gap(seasons[number - 1], seasons[number]))
    ]


def _gap(before: Row, row: Row) -> Case | None:
    first, day = dt.date.fromisoformat(before["premiere"]), dt.date.fromisoformat(row["premiere"])
    flags = before["quality_flags"] + row["quality_flags"]
    recent = str(FIRST_YEAR) <= row["premiere"] <= LAST_DAY and row["source"] == "tmdb-2024-11"
    if not recent or "not_after_previous_season" in flags or int(row["votes"] or 0) < MIN_VOTES:
        return None
    if (day - first).days < SHORTEST:
        return None
    ran = int(before["release_days"] or 0)
    return Case(
        show=row["title"].casefold(),
        season=int(row["season"]),
        platform=row["platform"],
        genres=(*row["genres"].split("|"), row["type"]),
        release=None if not ran else "all" if ran == 1 else "batches" if ran <= 3 else "weekly",
        anchor=Anchor("premiere", first, 1, first.isoformat()),
        days=(day - first).days,
    )


def read_milestones(folder: str) -> list[Row]:
    """Read the production histories."""
    with open(os.path.join(folder, "milestones.csv"), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def cases_from(rows: Iterable[Row], kind: str) -> list[Case]:
    """Take the seasons whose anchor of this kind and whose premiere are known well enough.

    A bare year is too vague. An order that was given before the previous season came says nothing of when work on this
    one could begin, so it is no anchor.
    """
    column, barred = KINDS[kind]
    cases = []
    for row in rows:
        anchor, premiere = _anchor(kind, row[column]), day_of(row["premiere"])
        before = day_of(row["prev_season_premiere"])
        if anchor is None or premiere is None or premiere <= anchor.day or any(n in row["notes"] for n in barred):
            continue
        if kind == "renewed" and before and anchor.day <= before:
            continue
        cases.append(
            Case(
                show=row["show"].casefold(),
                season=int(row["season"]),
                platform=row["platform"],
                genres=(row["genre"], row["format"]),
                release=None,
                anchor=anchor,
                days=(premiere - anchor.day).days,
                before=before,
                disrupted="disrupted:" in row["notes"],
                official=next(iter(windows_said(row)), None),
                said_on=hear(row["release_window_announced_on"]).middle if row["release_window_announced_on"] else None,
            )
        )
    return cases


def _anchor(kind: str, text: str) -> Anchor | None:
    if not text or re.fullmatch(r"\d{4}", text):
        return None
    date = hear(re.sub(r"(\d{4})-Q(\d)", r"Q\2 \1", text))
    return Anchor(kind, date.middle, date.days, text)


def day_of(text: str) -> dt.date | None:
    """The day that a text names; None for one that is vaguer."""
    return dt.date.fromisoformat(text) if len(text) == 10 else None


def windows_said(row: Row) -> list[tuple[dt.date, dt.date]]:
    """Read the vague windows of a row, the last first; brackets name an earlier one, or gloss."""
    text = re.sub(r"\((not|by|later)[^)]*\)", "", row["release_window_text"]).replace(")", "")
    said = [hear(part) for part in re.split(r"\((?:moved from|earlier official aim:)", text) if part.strip()]
    return [(date.start, date.end) for date in said]
