"""What may go wrong on a day, and what the program has to make of it on that very day."""

from __future__ import annotations

import datetime as dt
import random
import threading
from http.server import BaseHTTPRequestHandler

import pytest

from showstatus.ledger.fetched import Fetched
from tests.standin import Fault
from tests.year.course import Weather, Year, claimed, recorded
from tests.year.cron import REFRESH
from tests.year.lives import DAY

NONSENSE = (b"<!doctype html><p>Log in", b"", b"null", b"[]", b'{"id": 1', b'{"id": -3, "name": null}', b"\xff\xfe\x00")


def fine(year: Year) -> None:
    """Nothing goes wrong."""
    year.refresh()


def impatience(year: Year) -> None:
    """TVmaze is asked too often, it says."""
    year.home.tvmaze.fails("/updates/shows", Fault(429), Fault(429, b"", {"Retry-After": "7"}))
    year.home.tvmaze.fails(f"/shows/{year.chance.randrange(1, 500)}", Fault(429, b"", {"Retry-After": "soon"}))
    year.refresh()
    year.home.tvmaze.faults.clear()


def hiccup(year: Year) -> None:
    """The connection breaks off twice, in the middle of the answer too."""

    def tear(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{")

    year.home.tvmaze.fails("/updates/shows", Fault(serve=lambda _: None), Fault(serve=tear), Fault(503))
    year.refresh()


def outage(year: Year) -> None:
    """Nobody answers all day."""
    year.home.tvmaze.fails("/updates/shows", *[Fault(year.chance.choice([500, 502, 503]))] * 4)
    assert "TVmaze" in year.refresh(5).err


def short_outage(year: Year) -> None:
    """Nobody answers, until later that day."""
    outage(year)
    year.refresh()


def no_list(year: Year) -> None:
    """The list of updates is nonsense: every show is asked for by itself."""
    year.home.tvmaze.fails("/updates/shows", Fault(200, year.chance.choice(NONSENSE)))
    with pytest.MonkeyPatch.context() as patch:
        year.begin(patch)
        ran = year.finish(year.home.run(*REFRESH))
    assert ran.code == 0
    assert "asked for by itself" in ran.err
    year.fetched()
    year.news.look(year.day)


def nonsense(year: Year) -> None:
    """Up to four of the shows that changed answer nonsense; they are asked again the next day."""
    due = [truth for truth in year.truths if truth.is_due(year.home.published)][:4]
    for truth in due:
        fault = Fault(200, year.chance.choice(NONSENSE))
        year.home.tvmaze.fails(f"/shows/{truth.life.number}", fault)
        year.home.tmdb.fails(f"/tv/{truth.life.number}", fault)
    ran = year.refresh(spoilt=due)
    assert all(truth.life.title in ran.err for truth in due)
    year.home.tvmaze.faults.clear()
    year.home.tmdb.faults.clear()
    year.tally["answers that were nonsense"] += len(due)


def captive(year: Year) -> None:
    """Somebody else answers for TVmaze, as in a hotel: a page to log in at, whatever is asked."""
    page = Fault(200, NONSENSE[0])
    for path in ("/updates/shows", *(f"/shows/{truth.life.number}" for truth in year.truths)):
        year.home.tvmaze.fails(path, page)
    assert "left alone" in year.refresh(5).err
    year.home.tvmaze.faults.clear()


def killed(year: Year) -> None:
    """The process is killed: when it asks, at any moment, or by a hook; there is another run later that day."""
    with pytest.MonkeyPatch.context() as patch:
        due = any(truth.is_due(year.home.published) for truth in year.truths)
        kind = year.chance.choice(["asking", "moment", *["hook"] * (3 if due else 0)])
        if kind == "hook":
            (year.home.hooks / "deadly").touch()
        year.begin(patch)
        process = year.home.start(*REFRESH)
        if kind == "asking":
            year.home.kill_at_first_request(lambda: process)
        elif kind == "moment":
            threading.Event().wait(year.chance.uniform(0.15, 0.6))
            process.kill()
        ran = year.finish(year.home.end(process))
    year.home.tvmaze.faults.clear()
    (year.home.hooks / "deadly").unlink(missing_ok=True)
    assert ran.code in (0, -9)
    year.tally[f"killed ({kind})"] += ran.code == -9
    year.refresh()


def full(year: Year) -> None:
    """No file may grow beyond a few kilobytes; later that day there is room again."""
    with pytest.MonkeyPatch.context() as patch:
        ran = year.process(patch, largest=year.chance.choice([1, 8, 16, 40, 80, 160]) * 1024)()
    assert ran.code in (0, 1), ran
    year.tally["disk full"] += ran.code == 1
    year.refresh()


def full_of_pages(year: Year) -> None:
    """The file of what was fetched can grow by a page or two; later that day it can."""
    begin = Fetched.__init__
    more = year.chance.randrange(3)

    def begin_full(self: Fetched, path: str, opened_at: float = 0.0) -> None:
        begin(self, path, opened_at)
        (size,) = self.connection.execute("PRAGMA page_count").fetchone()
        self.connection.execute(f"PRAGMA max_page_count = {size + more}")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Fetched, "__init__", begin_full)
        year.begin(patch)
        ran = year.finish(year.home.run(*REFRESH))
    assert ran.code in (0, 1), ran
    year.tally["disk full"] += ran.code == 1
    year.refresh()


def interrupted(year: Year) -> None:
    """Somebody presses Ctrl-C while something is being kept; there is another run later that day."""
    where = year.chance.choice(
        ["ledger.fetched.Fetched.save", "ledger.fetched.Fetched.confirm", "ledger.record.Record.note",
         "ledger.record.Record.unheard", "ledger.record.Record.heard", "cli.telling.tell"]
    )  # fmt: skip

    def press(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(f"showstatus.{where}", press)
        year.begin(patch)
        ran = year.finish(year.home.run(*REFRESH))
    assert ran.code in (0, 130), ran
    year.tally["interrupted in the middle"] += ran.code == 130
    year.refresh()


def together(year: Year) -> None:
    """Two processes refresh at the same time."""
    with pytest.MonkeyPatch.context() as patch:
        first = year.process(patch)
        second = year.process(patch)
        done = [first(), second()]
    assert [0, 0] == [ran.code for ran in done], done
    year.fetched()
    year.news.look(year.day)


def alone(year: Year) -> None:
    """A process of its own, whose memory is measured."""
    with pytest.MonkeyPatch.context() as patch:
        ran = year.process(patch)()
    assert ran.code == 0, ran
    year.fetched()
    year.news.look(year.day)


def a_day_back(year: Year) -> None:
    """The clock goes back by a day, and right again."""
    year.refresh()
    right = year.home.clock.instant
    year.home.clock.instant -= DAY
    year.refresh()
    year.home.clock.instant = right
    year.refresh()


def long_ago(year: Year) -> None:
    """The clock starts in 2000, as that of a small computer without a battery."""
    _by_wrong_clock(year, dt.datetime(2000, 1, 1, 0, 5, tzinfo=dt.UTC))


def far_ahead(year: Year) -> None:
    """The clock is three years ahead."""
    _by_wrong_clock(year, year.home.clock.instant + 3 * 365 * DAY)


def _by_wrong_clock(year: Year, wrong: dt.datetime) -> None:
    year.refresh()
    right = year.home.clock.instant
    before, claims = {number for number, _ in recorded(year.home)}, claimed(year.home).keys()
    year.home.clock.instant = wrong
    with pytest.MonkeyPatch.context() as patch:
        year.broken.add(year.begin(patch))
        ran = year.home.run(*REFRESH)
    assert ran.code == 0, ran
    year.by_wrong_clock |= {number for number, _ in recorded(year.home)} - before
    year.claimed_by_wrong_clock |= claimed(year.home).keys() - claims
    year.home.clock.instant = right
    year.refresh()


def cache_lost(year: Year) -> None:
    """The store is deleted: it is a cache."""
    year.home.cli.store.unlink(missing_ok=True)
    year.refresh()


def moody(year: Year) -> None:
    """A hook fails; it is told the same at the next refresh."""
    flag = year.home.hooks / "moody"
    flag.touch()
    ran = year.refresh()
    flag.unlink()
    assert bool(ran.out) <= ("told again" in ran.err)
    year.tally["hooks that failed"] += "told again" in ran.err


def off(year: Year) -> None:
    """The computer is off."""


SOMETIMES: dict[Weather, int] = {
    impatience: 20, hiccup: 15, short_outage: 10, outage: 8, no_list: 3, nonsense: 25, captive: 4, killed: 20, full: 12,
    full_of_pages: 8, interrupted: 14, together: 8, alone: 12, a_day_back: 6, long_ago: 3, far_ahead: 3, cache_lost: 4,
    moody: 20,
}  # fmt: skip
"""How often in a year."""
LONGER: dict[Weather, tuple[int, ...]] = {off: (1, 2, 4, 9), outage: (3, 5)}
"""What goes on for some days."""


def forecast(days: list[dt.date], chance: random.Random) -> dict[dt.date, Weather]:
    """What goes wrong on which day; nothing does on the first and the last."""
    share = len(days) / 366
    made: dict[dt.date, Weather] = dict.fromkeys(days, fine)
    inner = days[1:-1]
    for weather, lengths in LONGER.items():
        for length in lengths if share > 0.5 else ():
            start = chance.randrange(max(len(inner) - length, 1))
            made |= dict.fromkeys(inner[start : start + length], weather)
    free = [day for day in inner if made[day] is fine]
    chance.shuffle(free)
    for weather, times in SOMETIMES.items():
        for _ in range(min(max(round(times * share), 1), len(free))):
            made[free.pop()] = weather
    return made
