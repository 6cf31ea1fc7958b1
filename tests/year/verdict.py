"""What is held against a year, on the way and in the end."""

from __future__ import annotations

import datetime as dt
import filecmp
import itertools
from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

import pytest

from showstatus.changes import Change
from showstatus.claims import Instalment
from showstatus.ledger.toml_format import Row
from showstatus.views.news import sentence
from tests.cli import Cli
from tests.year.course import Year, claimed, recorded
from tests.year.truth import registry

FIELDS = "slug,title,platform,decision,stage,confirmed_seasons,next_number,date,window_start,window_end,basis,overdue"
BURST, PERIOD = 20, 10.0
"""TVmaze asks for no more calls in so many seconds."""


def every_change_is_on_record_once(year: Year) -> None:
    """What was found out is what there was to find out; what a wrong clock said stands apart."""
    year.news.look(year.day, closely=True)
    found = [change for number, change in recorded(year.home) if number not in year.by_wrong_clock]
    due, known = Counter(map(_key, year.news.changes)), Counter(map(_key, found))
    _nothing(due - known, "missed")
    _nothing(known - due, "made up")


def every_change_was_told_once(year: Year) -> None:
    """On stdout and to each hook: by one run that came to its end, or by a run that was broken off meanwhile."""
    sentences = Counter(sentence(change) for number, change in recorded(year.home) if number not in year.by_wrong_clock)
    _nothing(sentences - year.told - year.told_in_vain, "never told")
    _nothing(year.told - sentences, "told twice, or made up")
    _nothing(year.told_in_vain.keys() - sentences.keys(), "made up")
    for name in ("told", "heard"):
        heard = year.home.heard(name)
        whole = Counter(change["number"] for run, change in heard if run not in year.broken)
        _nothing([number for number, times in whole.items() if times > 1], "told twice")
        known = {number for number, _ in recorded(year.home)}
        _nothing(known - {change["number"] for _, change in heard}, "never told")


def every_premiere_was_told(year: Year) -> int:
    """By the true days alone: of each season that came it was told that it began or is complete, each once at most."""
    first, last = min(version.day for truth in year.truths for version in truth.versions), year.day
    came = {
        (truth.life.slug, str(Instalment(number)))
        for truth in year.truths
        for number, course in truth.life.courses.items()
        if course.days and first < course.days[-1][1] <= last
    }
    told = Counter(
        (change.slug, str(change.about), change.after)
        for number, change in recorded(year.home)
        if change.what == "stage" and number not in year.by_wrong_clock
    )
    _nothing([one for one in came if not told[*one, "airing"] + told[*one, "complete"]], "a premiere was missed")
    _nothing([one for one, times in told.items() if times > 1 and one[2] in ("airing", "complete")], "told twice")
    return len(came)


def _about(row: Row) -> tuple[Any, ...]:
    return row["show"], row["kind"], tuple(row.get("seasons", ())), row.get("value")


def _nothing(found: Collection[object], what: str) -> None:
    assert not found, (what, len(found), [*found][:5])


def _key(change: Change) -> tuple[Any, ...]:
    return change.slug, change.what, str(change.about), change.before, change.after, change.seasons


class Claims:
    """Every claim that was ever there."""

    def __init__(self) -> None:
        self._before: set[str] = set()

    def none_is_lost(self, year: Year) -> None:
        """What was claimed before is still claimed; all that follows from what was fetched is, and nothing else."""
        now = claimed(year.home)
        _nothing(self._before - now.keys(), "lost")
        self._before = set(now)
        day = year.day.isoformat()
        rows = [row for truth in year.truths for row in truth.rows]
        due = {row["id"]: row for row in rows if row["kind"] != "premiered" or "on" in row or row["value"] <= day}
        # What the wrong clock said too early, and what is so by now, is not said again.
        early = {_about(now[key]) for key in year.claimed_by_wrong_clock & now.keys()}
        _nothing([key for key in due.keys() - now.keys() if _about(due[key]) not in early], "missed")
        fitting = {row["id"] for row in rows} | year.claimed_by_wrong_clock
        extra = [row for key, row in now.items() if key not in fitting]
        _nothing([row for row in extra if row.get("value") not in year.claimed_by_wrong_clock], "made up")

    def recorded_by_hand_is_kept(self, year: Year) -> None:
        """Each is in the user's file, once."""
        made = {row["id"] for truth in year.truths for row in truth.press}
        assert len(made) == year.home.cli.text.count("[[claim]]")

    @property
    def count(self) -> int:
        return len(self._before)


def the_answers_are_those_of_a_fresh_registry(year: Year, folder: Path) -> None:
    """A registry that somebody wrote today, from the same facts, in a home where nothing ever was."""
    worn = year.home.answers(FIELDS)
    fresh = Cli(folder, shipped=None)
    fresh.write(registry(list(year.truths), year.day))
    with pytest.MonkeyPatch.context() as patch:
        for name, value in fresh.environ.items():
            if name.startswith("XDG_"):
                patch.setenv(name, value)
        told = year.home.answers(FIELDS)
    different = [(old, new) for old, new in zip(worn, told, strict=True) if old != new]
    _nothing(different, "answered otherwise")


def the_site_is_that_of_a_fresh_folder(year: Year, worn: Path, fresh: Path, *words: str) -> None:
    """Whatever became of earlier builds."""
    for folder in (worn, fresh):
        ran = year.home.run("site", str(folder), *words)
        assert ran.code == 0, ran.err
    again = year.home.run("site", str(fresh), *words)
    assert again.out[0].endswith(": 0 files written.")
    names = sorted(path.relative_to(fresh) for path in fresh.rglob("*") if path.is_file())
    assert names == sorted(path.relative_to(worn) for path in worn.rglob("*") if path.is_file())
    _, *different = filecmp.cmpfiles(worn, fresh, names, shallow=False)
    assert [[], []] == different


def memory_is_flat(peaks: list[tuple[dt.date, int]]) -> None:
    """A run of the last weeks takes no more than one of the first, but for a tenth."""
    taken = [peak for _, peak in peaks]
    assert max(taken[-2:], default=0) <= 1.1 * max(taken[:2], default=0), peaks


def nobody_was_asked_too_often(starts: Iterable[tuple[int, str, float]]) -> int:
    """No source more often than TVmaze asks for, in any run; gives how often all were asked."""
    runs: dict[tuple[int, str], list[float]] = {}
    for number, source, start in starts:
        runs.setdefault((number, source), []).append(start)
    for run in runs.values():
        assert all(last - first >= PERIOD for first, last in zip(run, itertools.islice(run, BURST, None), strict=False))
    return sum(map(len, runs.values()))
