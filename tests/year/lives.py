"""What happens to shows, by the true days of the shipped registry, and what TVmaze lists of it from day to day.

Some shows live twice: as they did, and moved by whole weeks from another year. What nobody recorded is drawn from a
seed: that a day was listed wrong at first, moved after the premiere, or that a platform was renamed.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from showstatus.claims import Claim
from showstatus.ledger.book import Entry
from tests.standin import Json, season

DAY = dt.timedelta(1)
LISTED_AHEAD = 45 * DAY
"""How long before a premiere TVmaze lists its day, where nobody is on record as having announced it earlier."""
FOREVER = dt.date(1, 1, 1)
EPISODES = 8


class Press(NamedTuple):
    """A decision that was in the papers, for the user to record."""

    day: dt.date
    kind: str
    seasons: tuple[int, ...]
    by: str


@dataclass(frozen=True)
class Course:
    """How one season came: what was listed as its day from which day on, the true one last."""

    days: tuple[tuple[dt.date, dt.date], ...] = ()
    finale: dt.date | None = None
    ordered: dt.date | None = None

    def listed(self, day: dt.date) -> dt.date | None:
        """The day that is listed for its premiere."""
        return next((premiere for since, premiere in reversed(self.days) if since <= day), None)


@dataclass
class Life:
    """One show."""

    number: int
    slug: str
    title: str
    courses: dict[int, Course]
    platform: str
    over: dt.date | None
    moved: dt.date | None = None
    """When its platform is renamed."""
    press: list[Press] = field(default_factory=list)

    def record(self, day: dt.date) -> Json:
        """What TVmaze lists of it on a day."""
        over = self.over is not None and self.over <= day
        seasons = []
        for number, course in sorted(self.courses.items()):
            listed = course.listed(day)
            if listed is not None:
                end = course.finale
                if end is not None and (end < listed or end == course.days[-1][1]):
                    end = listed  # all at once
                seasons.append(season(number, listed.isoformat(), end.isoformat() if end else None, EPISODES))
            elif course.ordered is not None and course.ordered <= day and not (over and not course.days):
                seasons.append(season(number))
        running = any(s["premiereDate"] is None or s["premiereDate"] > day.isoformat() for s in seasons)
        name = f"{self.platform}+" if self.moved is not None and self.moved <= day else self.platform
        return {
            "seasons": seasons,
            "status": "Ended" if over and not running else "Running",
            "webChannel": {"id": 1, "name": name, "country": None},
        }

    def turns(self) -> Iterator[dt.date]:
        """The days on which its record may differ from the day before."""
        for course in self.courses.values():
            yield from (since for since, _ in course.days)
            yield from (premiere + shift for _, premiere in course.days for shift in (DAY * 0, DAY))
            if course.ordered is not None:
                yield course.ordered
        yield from (day for day in (self.over, self.moved) if day is not None)


def unfold(entries: list[Entry], first: dt.date, last: dt.date, count: int, seed: int) -> list[Life]:
    """So many lives: the true ones, and those moved by years in which something comes between two days."""
    found = [_life(one, 0, seed) for one in entries]
    found.sort(key=lambda life: not _comes(life, first, last))
    for weeks in (52, 104, -52, 156, 208):
        moved = [_life(one, weeks, seed) for one in entries]
        found += [life for life in moved if _comes(life, first, last)]
    for number, life in enumerate(found[:count], 1):
        life.number = number
    return found[:count]


def _comes(life: Life, first: dt.date, last: dt.date) -> bool:
    return any(first < course.days[-1][1] <= last for course in life.courses.values() if course.days)


def _life(entry: Entry, weeks: int, seed: int) -> Life:
    chance = random.Random(f"{entry.show.slug} {weeks} {seed}")
    by = weeks * 7 * DAY
    numbers = {i.number for claim in entry.claims for i in claim.instalments if i.kind == "season"}
    told = {number: _course(number, entry.claims, by, chance) for number in numbers}
    courses = {number: course for number, course in told.items() if course.days or course.ordered}
    ends = [c.said_on + by for c in entry.claims if c.kind in ("ended", "cancelled")]
    over = max(ends, default=None)
    moved = min((c.days[-1][1] for c in courses.values() if c.days), default=None) if chance.random() < 0.1 else None
    return Life(
        number=0,
        slug=entry.show.slug if not weeks else f"{entry.show.slug}-{weeks}",
        title=entry.show.display if not weeks else f"{entry.show.display} by {weeks} weeks",
        courses=courses,
        platform=entry.show.platform or "ITV",
        over=over,
        moved=moved + 100 * DAY if moved is not None else None,
        press=list(_press(entry)) if not weeks else [],
    )


def _course(number: int, claims: tuple[Claim, ...], by: dt.timedelta, chance: random.Random) -> Course:
    about = [claim for claim in claims if any(one.number == number for one in claim.instalments)]

    def days(kind: str) -> list[dt.date]:
        return [c.value.start + by for c in about if c.kind == kind and c.value is not None and c.value.is_day]

    orders = [claim.said_on + by for claim in about if claim.rule.orders]
    ordered = min(orders) + chance.randrange(6) * DAY if orders else None  # TVmaze hears of it a little later
    came = min(days("premiered"), default=None)
    if came is None:
        return Course(ordered=ordered)
    told = [c.said_on + by for c in about if c.kind == "date-announced" and c.value is not None and c.value.is_day]
    listed = min([came - LISTED_AHEAD, *(day for day in told if day < came - LISTED_AHEAD)])
    steps = [(listed, came)]
    luck = chance.random()
    if luck < 0.15:  # it slips
        steps = [(listed, came - 14 * DAY), (came - 24 * DAY, came)]
    elif luck < 0.2:  # it is corrected when it is out
        steps = [(listed, came - DAY), (came + 5 * DAY, came)]
    return Course(tuple(steps), max(days("finale"), default=None), ordered)


def _press(entry: Entry) -> Iterator[Press]:
    for claim in entry.claims:
        plain = all(one.kind == "season" and not one.part for one in claim.instalments)
        if claim.kind in ("renewed", "cancelled") and claim.on is not None and claim.on.is_day and plain:
            yield Press(
                claim.said_on, claim.kind, tuple(one.number for one in claim.instalments), claim.by or "the press"
            )
