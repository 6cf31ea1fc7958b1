"""When a season is all out, so that it can be watched in one go: announced, or reckoned from its episodes and rhythm.

Pure, from a finished report. The last episode of a weekly season of N comes N - 1 rhythms after its premiere. The
rhythm is a week, or that of the show's last season of which the first day, the last day and the number of episodes
are known: two episodes on the first evening, or a break in the middle, change it alike. Where the number is not
known, the season is taken to run as long as the last one did, or else as long as `runs.WEEKLY_RUN`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from showstatus.claims import Instalment
from showstatus.countdown import Countdown, countdown
from showstatus.dates import FIRST_DAY, LAST_DAY, ONE_DAY
from showstatus.report import Report
from showstatus.runs import WEEKLY_RUN, Run
from showstatus.seasons import Season
from showstatus.spoken import counted

WEEK = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class AllOut:
    """When the last of a season comes."""

    instalment: Instalment
    """The season, special or film; the last part where the season comes in parts."""
    start: dt.date
    end: dt.date
    """The half-open range of days in which its last episode comes."""
    basis: str
    """``official`` where its last day is known or announced, ``reckoned`` from an announced or known premiere,
    ``estimated`` where the premiere itself is only estimated."""
    because: str
    """What it rests on, in a sentence."""
    countdown: Countdown

    @property
    def date(self) -> dt.date | None:
        """The exact day, where there is only one."""
        return self.start if self.end - self.start == ONE_DAY else None


@dataclass(frozen=True, slots=True)
class _Length:
    """How long after its premiere a season ends, and how that is known."""

    days: dt.timedelta
    because: str


def all_out(made: Report) -> AllOut | None:
    """When all of what runs or comes next is out; None where nothing comes, or nobody can say when it ends."""
    if made.next is None:
        return None
    season = made.status.season_of(made.next.instalment)
    last = season.runs[-1] if season is not None else None
    if last is not None and last.finale is not None and _closed(last.finale.start, last.finale.end):
        return _made(made, last.instalment, last.finale.start, last.finale.end, "official", "Its last day is known.")
    begins = _begins(made, last)
    if begins is None:
        return None
    start, end, basis = begins
    instalment = last.instalment if last is not None else made.next.instalment
    length = _length(made, season, instalment)
    if length is None or LAST_DAY - end <= length.days:
        return None
    basis = "official" if basis == "reckoned" and not length.days else basis
    return _made(made, instalment, start + length.days, end + length.days, basis, length.because)


def _made(
    made: Report, instalment: Instalment, start: dt.date, end: dt.date, basis: str, because: str
) -> AllOut | None:
    """The answer; None where a reckoned end has passed, and nobody said what came of it."""
    count = countdown(start, end, made.as_of)
    if count is None:
        return None
    return AllOut(instalment=instalment, start=start, end=end, basis=basis, because=because, countdown=count)


def _begins(made: Report, last: Run | None) -> tuple[dt.date, dt.date, str] | None:
    """The half-open range of days on which the last run begins, and whether that is only estimated."""
    coming = made.next
    if coming is None:
        return None
    known = last.premiere or last.official if last is not None else None
    if known is not None and known.is_day:
        return known.start, known.end, "reckoned"
    if last is None or last.instalment in (coming.instalment, coming.instalment.season):
        if coming.window is not None:
            return coming.window.start, coming.window.end, "estimated"
        return None
    if known is not None and _closed(known.start, known.end):
        return known.start, known.end, "reckoned"
    return None


def _length(made: Report, season: Season | None, instalment: Instalment) -> _Length | None:
    """How long the last run takes from its premiere to its last episode; None where nobody can say."""
    release = made.show.release
    if instalment.kind != "season":
        return _Length(dt.timedelta(0), f"A {instalment.kind} comes at once.")
    if release == "all":
        return _Length(dt.timedelta(0), "All episodes come at once.")
    if release == "batches" and instalment.part:
        return _Length(dt.timedelta(0), "Each part comes at once.")
    before = _season_before(made, instalment)
    episodes = season.episodes if season is not None and not instalment.part else None
    if before is not None and episodes is not None and min(before.episodes, episodes) > 1:
        days = dt.timedelta(round(before.days / (before.episodes - 1) * (episodes - 1)))
        return _Length(days, f"{counted(episodes, 'episode')} at the rhythm of season {before.number}.")
    if episodes is not None and release == "weekly":
        return _Length(WEEK * (episodes - 1), f"{counted(episodes, 'episode')}, one a week.")
    if before is not None:
        long = counted(before.days + 1, "day")
        return _Length(dt.timedelta(before.days), f"As long as season {before.number}: {long}.")
    if release == "batches":
        return None
    return _Length(WEEKLY_RUN, f"A season is taken to run {WEEKLY_RUN.days} days where nothing else is known.")


@dataclass(frozen=True, slots=True)
class _Ran:
    """How a season ran: the days from its first episode to its last, and how many episodes it had (0: unknown)."""

    number: int
    days: int
    episodes: int


def _season_before(made: Report, instalment: Instalment) -> _Ran | None:
    """The latest season before this one of which the first and the last day are known."""
    ran = [one for one in _ran(made.status.seasons) if one.number < instalment.number]
    return ran[-1] if ran and not instalment.part else None


def _ran(seasons: Mapping[Instalment, Season]) -> Iterator[_Ran]:
    for instalment, season in seasons.items():
        first, last = season.first.premiere, season.runs[-1].finale
        if season.split and last is None:
            last = season.runs[-1].premiere  # a last part that comes at once
        if instalment.kind == "season" and first is not None and last is not None and first.is_day and last.is_day:
            days = (last.start - first.start).days
            if days >= 0:
                yield _Ran(instalment.number, days, 0 if season.split else season.episodes or 0)


def _closed(start: dt.date, end: dt.date) -> bool:
    return start != FIRST_DAY and end != LAST_DAY


def all_out_row(found: AllOut | None) -> Mapping[str, object] | None:
    """What `binge --json` tells of one show: days included at both ends."""
    if found is None:
        return None
    return {
        "kind": found.instalment.kind,
        "number": found.instalment.number or None,
        "part": found.instalment.part or None,
        "title": found.instalment.title or None,
        "date": found.date.isoformat() if found.date is not None else None,
        "start": found.start.isoformat(),
        "end": (found.end - ONE_DAY).isoformat(),
        "basis": found.basis,
        "because": found.because,
        "countdown": {
            "min_days": found.countdown.min_days,
            "max_days": found.countdown.max_days,
            "words": found.countdown.words,
        },
    }
