"""A year of cron against a stand-in at which a year of real seasons unfolds, day by day and with all that goes wrong.

Every change is told once, none is made up, and in the end the answers are those of a year without a fault and those of
a fresh start. The lives are those of shows of the shipped registry; a day without its facts is no test of anything.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from showstatus.claims import Claim
from showstatus.cli import run as command_line
from showstatus.ledger.book import Entry
from showstatus.ledger.ledger import Ledger
from tests.cli import Cli
from tests.registries import SHIPPED
from tests.standin import Fault, Json, StandIn, season

FIRST, LAST = dt.date(2023, 6, 1), dt.date(2024, 6, 1)
EVERY = dt.timedelta(3)
"""How often cron runs: every day tells no more, and takes longer."""
SHOWS = 40
KNOWN_AHEAD = dt.timedelta(45)
"""How long before a premiere TVmaze lists its day, where nobody is on record as having announced it earlier."""
FIELDS = "slug,decision,stage,confirmed_seasons,next_number,date"


class Life:
    """What happens to a show, as the registry knows it."""

    def __init__(self, number: int, entry: Entry) -> None:
        self.number = number
        self.title = entry.show.display
        self._claims = entry.claims

    @property
    def is_eventful(self) -> bool:
        """Whether a season of it comes in that year."""
        days = (claim.value.start for claim in self._claims if claim.kind == "premiered" and claim.value is not None)
        return any(FIRST < day < LAST for day in days)

    def record(self, day: dt.date) -> Json:
        """What TVmaze lists of it on a day."""
        seasons = [one for one in (self._season(number, day) for number in self._numbers()) if one is not None]
        over = any(c.kind in ("ended", "cancelled") and c.said_on <= day for c in self._claims)
        running = any(s["premiereDate"] is None or s["premiereDate"] > day.isoformat() for s in seasons)
        return {"status": "Ended" if over and not running else "Running", "seasons": seasons}

    def _numbers(self) -> list[int]:
        return sorted({i.number for claim in self._claims for i in claim.instalments if i.kind == "season"})

    def _season(self, number: int, day: dt.date) -> Json | None:
        came, ended = self._day("premiered", number), self._day("finale", number)
        if came is not None and day >= came - KNOWN_AHEAD:
            return season(number, came.isoformat(), ended.isoformat() if ended is not None else None)
        ordered = any(claim.rule.orders and claim.said_on <= day for claim in self._about(number))
        return season(number) if ordered and number > 1 else None

    def _day(self, kind: str, number: int) -> dt.date | None:
        days = [c.value.start for c in self._about(number) if c.kind == kind and c.value is not None and c.value.is_day]
        return min(days, default=None)

    def _about(self, number: int) -> list[Claim]:
        return [claim for claim in self._claims if any(i.number == number for i in claim.instalments)]


def _days() -> Iterator[dt.date]:
    day = FIRST
    while day <= LAST:
        yield day
        day += EVERY


@pytest.fixture(scope="module")
def lives() -> list[Life]:
    ledger = Ledger(None, shipped=SHIPPED, user="/nowhere/shows.toml")
    found = [Life(number, entry) for number, entry in enumerate(ledger.entries(followed=False), 1)]
    ledger.close()
    eventful = [life for life in found if life.is_eventful][:SHOWS]
    assert len(eventful) == SHOWS
    return eventful


class Year:
    """A home in which cron runs, and a stand-in at which the year unfolds."""

    def __init__(self, folder: Path, lives: list[Life], monkeypatch: pytest.MonkeyPatch) -> None:
        self.standin = StandIn()
        self.lives = lives
        self.cli = Cli(folder, shipped=None)
        self.cli.environ |= {"SHOWSTATUS_TVMAZE_URL": self.standin.url, "SHOWSTATUS_OFFLINE": "0", "NO_PROXY": "*"}
        blocks = (
            f"[show.show-{life.number}]\ntitle = {json.dumps(life.title)}\nids = {{ tvmaze = {life.number} }}\n"
            for life in lives
        )
        self.cli.write("\n".join(blocks))
        self.told: list[str] = []
        self.codes: Counter[int] = Counter()
        self._monkeypatch = monkeypatch
        self._seen: dict[int, Json] = {}

    def turn(self, day: dt.date) -> None:
        """Let TVmaze list what it lists on a day."""
        for life in self.lives:
            record = life.record(day)
            if self._seen.get(life.number) != record:
                self._seen[life.number] = record
                stamp = int(dt.datetime.combine(day, dt.time(4), dt.UTC).timestamp())
                show = self.standin.add(life.number, life.title, record["seasons"], status=record["status"])
                show["updated"] = stamp

    def refresh(self, day: dt.date) -> int:
        """Run what cron runs; gives its exit code."""
        environ = self.cli.env(SHOWSTATUS_AS_OF=day.isoformat())
        with self._monkeypatch.context() as patch, contextlib.redirect_stdout(io.StringIO()) as out:
            for name, value in environ.items():
                patch.setenv(name, value)
            with contextlib.redirect_stderr(io.StringIO()):
                code = command_line.run(["refresh", "--quiet"])
        self.codes[code] += 1
        self.told += out.getvalue().splitlines()
        return code

    def answers(self, day: dt.date) -> Any:
        done = self.cli.ok("list", "--fields", FIELDS, SHOWSTATUS_AS_OF=day.isoformat())
        return done.document["shows"]


@pytest.fixture
def at_no_pace(monkeypatch: pytest.MonkeyPatch, waits: list[float]) -> None:
    """Nobody waits for a turn; pace has tests of its own."""
    monkeypatch.setattr("showstatus.ledger.fetched.Fetched.reserve", lambda self, source, now: now)


def year(folder: Path, lives: list[Life], monkeypatch: pytest.MonkeyPatch) -> Year:
    folder.mkdir()
    return Year(folder, lives, monkeypatch)


@pytest.mark.usefixtures("at_no_pace")
def test_a_year_of_faults_tells_what_a_year_without_tells(
    tmp_path: Path, lives: list[Life], monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(7)
    calm, rough = (year(tmp_path / name, lives, monkeypatch) for name in ("calm", "rough"))
    for day in _days():
        calm.turn(day)
        calm.refresh(day)
        rough.turn(day)
        if day == LAST or chance.random() > 0.3:
            rough.refresh(day)
            continue
        number = chance.choice(lives).number
        chance.choice([_outage, _nonsense, _impatience, _killed, _back_in_time])(rough, number, day, monkeypatch)

    assert Counter(calm.told) == Counter(rough.told)
    assert max(Counter(calm.told).values()) == 1, [line for line, n in Counter(calm.told).items() if n > 1]
    assert calm.answers(LAST) == rough.answers(LAST)
    fresh = year(tmp_path / "fresh", lives, monkeypatch)
    fresh.turn(LAST)
    fresh.refresh(LAST)
    assert [] == fresh.told
    assert _seasons(calm.answers(LAST)) == _seasons(fresh.answers(LAST))
    assert {0} == {*calm.codes}
    assert {0, 5, 130} == {*rough.codes}
    assert len(calm.told) > 2 * SHOWS
    for one in (calm, rough, fresh):
        one.standin.close()


def _seasons(answers: list[Json]) -> list[Json]:
    """The answers without decisions: who comes late does not know that what is on now had been ordered."""
    return [{key: value for key, value in row.items() if key != "decision"} for row in answers]


def _outage(year: Year, number: int, day: dt.date, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody answers, until later that day."""
    year.standin.fails("/updates/shows", *[Fault(503)] * 4)
    assert year.refresh(day) == 5
    year.refresh(day)


def _nonsense(year: Year, number: int, day: dt.date, monkeypatch: pytest.MonkeyPatch) -> None:
    """One show answers nonsense, until later that day."""
    year.standin.fails(f"/shows/{number}", Fault(200, b"<html>"), Fault(200, b'{"id": 1}'), Fault(200, b"null"))
    year.refresh(day)
    year.standin.faults.clear()
    year.refresh(day)


def _impatience(year: Year, number: int, day: dt.date, monkeypatch: pytest.MonkeyPatch) -> None:
    """TVmaze is asked too often."""
    year.standin.fails("/updates/shows", Fault(429), Fault(429, b"", {"Retry-After": "1"}))
    year.refresh(day)


def _killed(year: Year, number: int, day: dt.date, monkeypatch: pytest.MonkeyPatch) -> None:
    """The run ends in the middle, before it has told anything, and there is a second one."""

    def end(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("showstatus.ledger.record.Record.unheard", end)
        year.refresh(day)
    year.refresh(day)


def _back_in_time(year: Year, number: int, day: dt.date, monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock goes back by a day, and right again."""
    year.refresh(day)
    year.refresh(day - dt.timedelta(1))
    year.refresh(day)
