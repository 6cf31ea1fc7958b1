"""A year of cron: 500 shows live through a year of true days, and cron refreshes them through whatever goes wrong.

`scripts/year` runs the year and prints its tally; among all other tests a month of few shows is lived through.
"""

from __future__ import annotations

import datetime as dt
import os
import random
import re
import sys
from contextlib import closing
from pathlib import Path

import pytest

from showstatus.ledger.ledger import Ledger
from showstatus.replacing import LEFT_AFTER
from tests.registries import HERE, SHIPPED
from tests.year import verdict
from tests.year.clock import HandClock
from tests.year.course import Year, build_site
from tests.year.cron import Home
from tests.year.lives import DAY, unfold
from tests.year.tally import tally
from tests.year.truth import Truth
from tests.year.weather import forecast

FIRST = dt.date(2023, 6, 1)
SEED = 7
ZONES = ("Europe/Berlin", "America/New_York", "Pacific/Pago_Pago", "Pacific/Kiritimati", "Asia/Kolkata", "UTC")
"""Where the person is, one after the other."""
MORNING, EVENING = dt.time(6, 30), dt.time(18, 30)
EVERY = 73
"""After how many days everything is looked at."""
SITES = (0, 219, 365)
"""On which days the site of all shows is built; that of a few is built every day."""
LARGEST_STORE = 50_000_000
PAGE = Path(HERE).parent / "docs" / "explanation" / "a-year-of-cron.md"


@pytest.mark.usefixtures("waits")
def test_a_month_of_cron(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    live(tmp_path, monkeypatch, shows=20, days=24, is_in_tmdb=True)


@pytest.mark.year
@pytest.mark.usefixtures("waits")
def test_a_year_of_cron(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    with_tmdb = request.config.getoption("--tmdb")
    text = live(tmp_path, monkeypatch, shows=500, days=366, is_in_tmdb=with_tmdb)
    sys.stdout.write(f"\n\n{text}")
    if request.config.getoption("--snapshot-update"):
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(re.sub(r"(?s)(?<=```text\n).*?(?=```)", lambda _: text, page), encoding="utf-8")


def live(folder: Path, patch: pytest.MonkeyPatch, *, shows: int, days: int, is_in_tmdb: bool) -> str:
    """Live through so many days, looking at everything now and then; gives the tally."""
    began = _cpu()
    clock = HandClock(dt.datetime.combine(FIRST, dt.time(6), dt.UTC), ZONES[0])
    clock.install(patch)
    truths = _truths(shows, FIRST + days * DAY, is_in_tmdb=is_in_tmdb)
    with closing(Home(folder / "worn", clock, truths, patch)) as home:
        year = Year(home, random.Random(SEED))
        claims = verdict.Claims()
        for place, (day, weather) in enumerate(forecast([FIRST + n * DAY for n in range(days)], year.chance).items()):
            clock.move(ZONES[place * len(ZONES) // days])
            hour = year.chance.choice([MORNING, EVENING])
            clock.set(day, hour if place else EVENING)  # TVmaze has nothing to list before noon of the first day
            year.live(weather)
            year.tally["largest store"] = max(year.tally["largest store"], home.size)
            if place % EVERY == 0 or place == days - 1:
                _look(year, claims, folder, place, is_for_all=place in SITES or place == days - 1)
        verdict.every_change_was_told_once(year)
        year.tally["premieres"] = verdict.every_premiere_was_told(year)
        clock.sleep(LEFT_AFTER + 1)  # then what the last killed build left belongs to nobody
        verdict.the_site_is_that_of_a_fresh_folder(year, folder / "site", folder / "fresh-site")
        assert year.tally["largest store"] < LARGEST_STORE
        verdict.memory_is_flat(year.memory)
        year.tally["requests"] = verdict.nobody_was_asked_too_often(home.starts)
        return tally(year, claims.count, _cpu() - began)


def _cpu() -> float:
    """The seconds of CPU that this process and those it started took."""
    return sum(os.times()[:4])


def _look(year: Year, claims: verdict.Claims, folder: Path, place: int, *, is_for_all: bool) -> None:
    """Look at everything; where it is for all shows, their site as well."""
    verdict.every_change_is_on_record_once(year)
    claims.none_is_lost(year)
    claims.recorded_by_hand_is_kept(year)
    verdict.the_answers_are_those_of_a_fresh_registry(year, folder / f"fresh-{place}")
    shelf = folder / "worn" / "shelf"
    fresh = folder / f"fresh-shelf-{place}"
    verdict.the_site_is_that_of_a_fresh_folder(year, shelf, fresh, "--registry", str(year.home.shelf))
    if is_for_all:
        build_site(year, folder / "site")


def _truths(shows: int, last: dt.date, *, is_in_tmdb: bool) -> dict[str, Truth]:
    with closing(Ledger(None, shipped=SHIPPED, user="/nowhere/shows.toml")) as ledger:
        entries = list(ledger.entries(followed=False))
    lives = unfold(entries, FIRST, last, shows, SEED)
    return {life.slug: Truth(life, FIRST, last, is_in_tmdb=is_in_tmdb) for life in lives}
