"""A home through a year: its runs, what they told, and the news that are due."""

from __future__ import annotations

import datetime as dt
import json
import os
import random
import threading
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

import pytest

from showstatus.changes import Change
from showstatus.ledger.fetched import Fetched
from showstatus.ledger.record import Record
from showstatus.ledger.toml_format import Row, one_claim
from tests.year.cron import REFRESH, Home, Ran
from tests.year.truth import News, Truth

Weather = Callable[["Year"], None]


class Year:
    """A home in which things go wrong, and the news that are due there."""

    def __init__(self, home: Home, chance: random.Random) -> None:
        self.home = home
        self.chance = chance
        self.news = News(home.truths)
        self.tally: Counter[str] = Counter()
        self.told: Counter[str] = Counter()
        """The lines of runs that came to their end."""
        self.told_in_vain: Counter[str] = Counter()
        """The lines of runs that were broken off: they may be told again."""
        self.broken: set[str] = set()
        """The names of these runs."""
        self.by_wrong_clock: set[int] = set()
        """The places in the record of what was told while the clock was far off."""
        self.claimed_by_wrong_clock: set[str] = set()
        """The claims that were made then: that something came, say, which was still to come, and has moved since."""
        self.memory: list[tuple[dt.date, int]] = []
        self._waiting = [(one, t) for t in home.truths.values() for one in t.life.press if one.day > self.day]
        self._runs = 0

    @property
    def day(self) -> dt.date:
        return self.home.clock.today()

    @property
    def truths(self) -> Iterable[Truth]:
        return self.home.truths.values()

    def live(self, weather: Weather) -> None:
        """Live through a day of some weather."""
        self.home.publish()
        self.record_press()
        weather(self)
        self.tally[weather.__name__] += 1
        if weather.__name__ != "off":
            self.build_shelf()

    def build_shelf(self) -> None:
        """Build the site of a few shows, as cron does it after every refresh."""
        folder = self.home.cli.folder / "shelf"
        ran = self.home.run("site", str(folder), "--registry", str(self.home.shelf))
        assert ran.code == 0, ran.err
        assert json.loads((folder / "shows.json").read_text(encoding="utf-8"))["as_of"] == self.day.isoformat()
        self.tally["daily site builds"] += 1

    def begin(self, patch: pytest.MonkeyPatch) -> str:
        """Give the next run a name that its hooks are told."""
        self._runs += 1
        patch.setenv("RUN", f"run-{self._runs}")
        return f"run-{self._runs}"

    def finish(self, ran: Ran) -> Ran:
        """Note what a run told."""
        self.tally["runs"] += 1
        (self.told if ran.is_whole else self.told_in_vain).update(ran.out)
        if not ran.is_whole:
            self.broken.add(f"run-{self._runs}")
        if ran.memory:
            self.memory.append((self.day, ran.memory))
        return ran

    def refresh(self, code: int = 0, *, spoilt: Iterable[Truth] = ()) -> Ran:
        """Refresh as cron does it, to its end; with code 5 nothing was fetched, and spoilt shows never are."""
        self.home.tmdb.down = code == 5
        with pytest.MonkeyPatch.context() as patch:
            self.begin(patch)
            ran = self.finish(self.home.run(*REFRESH, beside=code == 0))
        self.home.tmdb.down = False
        assert code == ran.code, (self.day, ran)
        if code == 0:
            self.fetched(spoilt)
        self.news.look(self.day)
        return ran

    def fetched(self, spoilt: Iterable[Truth] = ()) -> None:
        """Note that everything was fetched that TVmaze had."""
        left = {truth.life.slug for truth in spoilt}
        for truth in self.truths:
            if truth.life.slug not in left:
                truth.fetch(self.home.published, self.day)

    def process(self, patch: pytest.MonkeyPatch, **limits: int) -> Callable[[], Ran]:
        """Begin a refresh as a process of its own; gives how to wait for it."""
        self.begin(patch)
        process = self.home.start(*REFRESH, **limits)
        return lambda: self.finish(self.home.end(process))

    def record_press(self) -> None:
        """Let the user record what was in the papers until today."""
        today = self.day
        for one, truth in [pair for pair in self._waiting if pair[0].day <= today]:
            self._waiting.remove((one, truth))
            words = [word for number in one.seasons for word in ("--season", str(number))]
            told = ["--on", one.day.isoformat(), "--by", one.by]
            ran = self.home.run("claim", truth.life.slug, one.kind, *words, *told)
            assert ran.code == 0, ran
            table = {"show": truth.life.slug, "kind": one.kind, "on": one.day.isoformat(), "by": one.by}
            row = one_claim({**table, **({"seasons": [*one.seasons]} if one.seasons else {})})
            if row["id"] not in [known["id"] for known in truth.press]:
                truth.press.append(row)
                self.tally["claims recorded by hand"] += 1


def build_site(year: Year, folder: Path) -> None:
    """Build the site twice: a build that is killed, and one that is not.

    What the killed one left may belong to somebody who is writing: the other leaves that, and nothing older.
    """
    before = unfinished(folder)
    process = year.home.start("site", str(folder))
    threading.Event().wait(year.chance.uniform(0.3, 1.5))
    process.kill()
    process.communicate()
    year.tally["site builds killed"] += process.returncode != 0
    left = [path for path in unfinished(folder) if path not in before]
    for path in left:  # the disk does not go by the clock of the year
        os.utime(path, (year.home.clock.seconds(), year.home.clock.seconds()))
    ran = year.home.run("site", str(folder))
    assert ran.code == 0, ran.err
    assert left == unfinished(folder)
    year.tally["site builds"] += 1


def unfinished(folder: Path) -> list[Path]:
    """The files that builds which were killed had only begun to write."""
    return sorted(folder.rglob(".*.showstatus-*.tmp"))


def recorded(home: Home) -> list[tuple[int, Change]]:
    """The whole record of changes, with their places."""
    with closing(Fetched(str(home.cli.fetched))) as kept:
        return [(one.number, one.change) for one in Record(kept).since(dt.date.min)]


def claimed(home: Home) -> dict[str, Row]:
    """Every claim that was fetched from TVmaze, by its id."""
    with closing(Fetched(str(home.cli.fetched))) as kept:
        layers = [layer for _, layer in kept.all_layers() if layer.origin == "tvmaze"]
    return {row["id"]: row for layer in layers for row in layer.claims}
