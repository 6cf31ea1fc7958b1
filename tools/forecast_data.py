"""The cases that the forecast is fitted to and judged by, read from DATA_DIR.

A case is one season of a show and all before it, asked about on the day of its finale (`end`, else premiere and run).
It may have a next premiere: that of season number + 1, or of the next season listed, until LAST_DAY. Rows flagged
`not_after_previous_season` are left out, as are types other than Scripted, Reality and Documentary. A return within 60
months of the last premiere, after the finale, is a *gap*; the odds ask for one within 36 months of the finale, of every
finale that is 36 months old on LAST_DAY, ended and cancelled shows included.
"""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import os.path
import re
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(ROOT, "src"))

from showstatus.forecast.features import Case, Features, Milestone, PastSeason, features  # noqa: E402
from showstatus.spoken import hear  # noqa: E402

Row = dict[str, str]

LAST_DAY = dt.date(2024, 11, 1)  # later rows favour shows that did come back
FIRST_YEAR = 2000  # of the finales fitted to
JUDGED = (2016, 2021)  # the years of the finales judged, both included
LONGEST = 1826  # days; 60 months
FOLDS = 5
TYPES = ("Scripted", "Reality", "Documentary")
MONTH = 30.4375


@dataclass(frozen=True)
class Origin:
    """One season of one show, what was known after it, and what came."""

    show: str
    fold: int
    case: Case
    known: Features
    came: dt.date | None  # the next premiere

    @property
    def finale(self) -> dt.date:
        """Give the day it is asked on."""
        return dt.date.fromordinal(self.known.finale)

    @property
    def gap(self) -> int | None:
        """Give the days between premieres, if the show came back in time to count."""
        if self.came is None or self.came.toordinal() <= self.known.finale:
            return None
        days = self.came.toordinal() - self.known.premiere
        return days if days <= LONGEST else None

    def returned(self, months: int = 36) -> int:
        """Say whether it came back within so many months of the finale."""
        return int(self.came is not None and (self.came - self.finale).days <= months * MONTH)

    @property
    def old_enough(self) -> bool:
        """Say whether 36 months have passed since the finale."""
        return (LAST_DAY - self.finale).days >= 36 * MONTH

    @property
    def judged(self) -> bool:
        """Say whether it is one of those the bounds are about."""
        return JUDGED[0] <= self.finale.year <= JUDGED[1]


def fold(show: str) -> int:
    """Give the fifth of the shows that a show is in."""
    return zlib.crc32(show.encode()) % FOLDS


def rows(folder: str, name: str) -> Iterator[Row]:
    """Read one table."""
    path = os.path.join(folder, name)
    with (
        gzip.open(path, "rt", encoding="utf-8", newline="")
        if name.endswith(".gz")
        else open(path, encoding="utf-8", newline="")
    ) as file:
        yield from csv.DictReader(file)


def shows(folder: str, until: dt.date = LAST_DAY) -> dict[str, list[Row]]:
    """Give each show's seasons that premiered until a day, in order of number."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows(folder, "seasons.csv.gz"):
        fit = row["type"] in TYPES and "not_after_previous_season" not in row["quality_flags"]
        if fit and int(row["season"]) >= 1 and row["premiere"] <= until.isoformat():
            found[row["show_id"]].append(row)
    return {show: sorted(some, key=lambda row: int(row["season"])) for show, some in sorted(found.items())}


def case_of(some: list[Row], milestones: tuple[Milestone, ...] = ()) -> Case:
    """Make the case of a show after these seasons."""
    row = some[-1]
    return Case(
        platform=row["platform"] or None,
        country=row["country"] or None,
        type=row["type"] or None,
        language=row["language"] or None,
        genres=tuple(genre for genre in row["genres"].split("|") if genre),
        seasons=tuple(_season(row) for row in some),
        milestones=milestones,
    )


def _season(row: Row) -> PastSeason:
    return PastSeason(
        number=int(row["season"]),
        premiere=dt.date.fromisoformat(row["premiere"]),
        end=dt.date.fromisoformat(row["end"]) if row["end"] else None,
        episodes=int(float(row["episodes"])) if row["episodes"] else None,
        release_days=int(float(row["release_days"])) if row["release_days"] else None,
    )


def origins(folder: str, until: dt.date = LAST_DAY) -> list[Origin]:
    """Give every season of every show as a case of its own; those after a season out of order are left out."""
    found = []
    for show, some in shows(folder, until).items():
        days = [row["premiere"] for row in some]
        for i in range(len(some)):
            if any(b <= a for a, b in pairwise(days[: i + 1])):
                break
            case = case_of(some[: i + 1])
            came = dt.date.fromisoformat(days[i + 1]) if i + 1 < len(days) else None
            found.append(Origin(show, fold(show), case, features(case, case.seasons), came))
    return found


# --- production histories -----------------------------------------------------------------------------------------

KINDS = {  # kind of milestone: column of milestones.csv, and the notes that disqualify it
    "filming-wrapped": ("filming_wrapped", ("fw:planned", "fw:inferred")),
    "filming-started": ("filming_started", ("fs:planned", "fs:inferred")),
    "renewed": ("renewal_announced", ()),
}


@dataclass(frozen=True)
class Produced:
    """One season's milestone and premiere, with the case of the show as it was then."""

    show: str
    season: int
    fold: int | None  # of the same show among the origins; None where it is not there
    case: Case  # without milestones
    fact: Milestone
    came: dt.date

    @property
    def as_of(self) -> dt.date:
        """Give the day it is asked on: the middle of the days the fact may have happened on."""
        return dt.date.fromordinal((self.fact.start.toordinal() + self.fact.end.toordinal() - 1) // 2)


def produced(folder: str, kind: str) -> list[Produced]:
    """Give the seasons whose milestone of this kind and premiere are known well enough.

    A bare year is too vague; an order given before the previous season came says nothing of when work could begin.
    """
    column, barred = KINDS[kind]
    by_title: dict[tuple[str, str], list[Row]] = {}
    for some in shows(folder, dt.date.max).values():
        for row in some:
            by_title.setdefault((plain(row["title"]), row["premiere"][:7]), some)
    found = []
    for row in rows(folder, "milestones.csv"):
        text, came = row[column], row["premiere"]
        if not text or re.fullmatch(r"\d{4}", text) or len(came) != 10 or any(n in row["notes"] for n in barred):
            continue
        date = hear(re.sub(r"(\d{4})-Q(\d)", r"Q\2 \1", text))
        fact = Milestone(kind, int(row["season"]), date.start, date.end)
        before = row["prev_season_premiere"]
        one = _produced(row, fact, by_title.get((plain(row["show"]), before[:7])))
        if one.as_of.isoformat() >= came or (kind == "renewed" and before and one.as_of.isoformat() <= before):
            continue
        found.append(one)
    return found


def _produced(row: Row, fact: Milestone, some: list[Row] | None) -> Produced:
    before = row["prev_season_premiere"]
    if some is not None:
        case = case_of([r for r in some if r["premiere"][:7] <= before[:7]])
        inside = fold(some[0]["show_id"])
    else:
        kind = "Scripted" if row["format"] != "reality" else "Reality"
        last = (PastSeason(int(row["season"]) - 1, dt.date.fromisoformat(before)),) if len(before) == 10 else ()
        case = Case(row["platform"], row["country"], kind, None, (row["genre"],), last)
        inside = None
    return Produced(plain(row["show"]), int(row["season"]), inside, case, fact, dt.date.fromisoformat(row["premiere"]))


def plain(title: str) -> str:
    """Give a title without case, signs and doubled spaces."""
    return " ".join(re.findall(r"[a-z0-9]+", title.casefold()))


def cancelled_after(folder: str, kind: str) -> tuple[int, int]:
    """Count, of the seasons with a milestone of this kind that came or were cancelled, the cancelled ones."""
    column = KINDS[kind][0]
    settled = [
        row for row in rows(folder, "milestones.csv") if row[column] and (row["premiere"] or row["cancelled_on"])
    ]
    lost = [row for row in settled if row["cancelled_on"] and not row["premiere"] and row[column] < row["cancelled_on"]]
    return len(lost), len(settled)
