"""What may go wrong on a day, and what the program has to make of it on that very day."""

from __future__ import annotations

import datetime as dt
import random
import threading
from collections import Counter
from collections.abc import Callable, Iterable
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from showstatus.changes import Change
from showstatus.ledger.fetched import Fetched
from showstatus.ledger.toml_format import one_claim
from tests.standin import Fault
from tests.year.cron import REFRESH, Home, Ran
from tests.year.lives import DAY
from tests.year.truth import News, Truth

NONSENSE = (b"<!doctype html><p>Log in", b"", b"null", b"[]", b'{"id": 1', b'{"id": -3, "name": null}', b"\xff\xfe\x00")


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

    def begin(self, patch: pytest.MonkeyPatch) -> None:
        """Give the next run a name that its hooks are told."""
        self._runs += 1
        patch.setenv("RUN", f"run-{self._runs}")

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
        with pytest.MonkeyPatch.context() as patch:
            self.begin(patch)
            ran = self.finish(self.home.run(*REFRESH, beside=code == 0))
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
        year.home.tvmaze.fails(f"/shows/{truth.life.number}", Fault(200, year.chance.choice(NONSENSE)))
    ran = year.refresh(spoilt=due)
    assert all(truth.life.title in ran.err for truth in due)
    year.home.tvmaze.faults.clear()
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
    """The file of what was fetched can take no more than a page or two; later that day it can."""
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
    """The clock starts at the beginning of the century, as that of a small computer without a battery."""
    _by_wrong_clock(year, dt.datetime(2000, 1, 1, 0, 5, tzinfo=dt.UTC))


def far_ahead(year: Year) -> None:
    """The clock is three years ahead."""
    _by_wrong_clock(year, year.home.clock.instant + 3 * 365 * DAY)


def _by_wrong_clock(year: Year, wrong: dt.datetime) -> None:
    year.refresh()
    right = year.home.clock.instant
    before = {number for number, _ in recorded(year.home)}
    year.home.clock.instant = wrong
    with pytest.MonkeyPatch.context() as patch:
        year.begin(patch)
        year.broken.add(f"run-{year._runs}")
        ran = year.home.run(*REFRESH)
    assert ran.code == 0, ran
    year.by_wrong_clock |= {number for number, _ in recorded(year.home)} - before
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


def build_site(year: Year, folder: Path) -> None:
    """Build the site twice: a build that is killed, and one that is not."""
    process = year.home.start("site", str(folder))
    threading.Event().wait(year.chance.uniform(0.3, 1.5))
    process.kill()
    process.communicate()
    year.tally["site builds killed"] += process.returncode != 0
    ran = year.home.run("site", str(folder))
    assert ran.code == 0, ran.err
    year.tally["site builds"] += 1


def recorded(home: Home) -> list[tuple[int, Change]]:
    """The whole record of changes, with their places."""
    from contextlib import closing

    from showstatus.ledger.record import Record

    with closing(Fetched(str(home.cli.fetched))) as kept:
        return [(one.number, one.change) for one in Record(kept).since(dt.date.min)]


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
