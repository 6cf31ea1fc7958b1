"""What is different about a show since it was last looked at: how it stood then against how it stands now.

Pure. A `Stand` is what is worth remembering of a status; two of them give `Change`s, one for each piece of news. What
merely follows from another change (“renewed” makes a season “ordered”, a date makes it “dated”) is not told twice.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from showstatus.claims import Instalment
from showstatus.decisions import OVER
from showstatus.report import Report
from showstatus.shows import Show
from showstatus.status import Status, official_date

KINDS = ("decision", "revived", "seasons", "stage", "date", "official", "window", "title", "platform")
"""What a change may be of."""
MOVED_BY_DAYS = 14
"""By how many days an estimate must move, at either end, to be news; and only where a claim moved it."""
_UNDECIDED = ("pending", "unknown", "in-development")
_GOES_ON = ("renewed", "final-season", "concludes-with-film")


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """One instalment that has not all come, as it stood on a day."""

    instalment: Instalment
    stage: str | None
    date: str | None
    """The day that is announced or on which it came, as ISO text."""
    official: str | None
    """The vague window that is announced, as EDTF text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """What is worth remembering of how a show stood on a day."""

    title: str
    platform: str | None
    decision: str
    confirmed: tuple[int, ...]
    complete: tuple[int, ...]
    coming: tuple[Coming, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One piece of news about a show. `before` and `after` are words of the contracts, dates in EDTF, or names."""

    day: str
    """When it was found out, as ISO text."""
    slug: str
    title: str
    what: str
    """One of `KINDS`."""
    about: Instalment | None = None
    before: str | None = None
    after: str | None = None
    seasons: tuple[int, ...] = ()
    """The seasons that are newly confirmed by it."""


def stand(show: Show, status: Status) -> Stand:
    """What is worth remembering of how a show stands."""
    waiting = dict.fromkeys([*status.orders, *([status.next] if status.next is not None else [])])
    return Stand(
        title=show.display,
        platform=show.platform,
        decision=status.decision,
        confirmed=status.confirmed,
        complete=status.complete,
        coming=tuple(_coming(status, instalment) for instalment in waiting),
    )


def _coming(status: Status, instalment: Instalment) -> Coming:
    run = status.run_of(instalment)
    date = official_date(run) if run is not None else None
    official = run.official if run is not None and date is None else None
    return Coming(
        instalment=instalment,
        stage=status.stage_of(instalment),
        date=date.edtf if date is not None else None,
        official=official.edtf if official is not None else None,
    )


def changes(slug: str, before: Stand, after: Stand, day: dt.date) -> Iterator[Change]:
    """The news between two looks at a show, the weightiest first."""

    def change(what: str, **told: Any) -> Change:
        return Change(day=day.isoformat(), slug=slug, title=after.title, what=what, **told)

    gained = tuple(number for number in after.confirmed if number not in before.confirmed)
    lost = [n for n in before.confirmed if n not in after.confirmed and n not in after.complete]
    # Once a show has begun, and after every season, it is open what comes next: the season itself is the news.
    finished = any(number in after.complete for number in before.confirmed)
    open_again = after.decision == "pending" and (finished or before.decision == "in-development")
    if after.decision != before.decision and not open_again:
        revived = before.decision in OVER and after.decision in _GOES_ON
        what = "revived" if revived else "decision"
        yield change(what, before=before.decision, after=after.decision, seasons=gained)
    elif gained or lost:
        yield change("seasons", before=_numbers(before.confirmed), after=_numbers(after.confirmed), seasons=gained)
    known = {one.instalment: one for one in before.coming}
    for now in after.coming:
        for what, told in _progress(known.get(now.instalment), now):
            yield change(what, **told)
    newest = max(before.complete, default=None)
    for number in after.complete:
        old = known.get(Instalment(number))
        # One that nobody saw coming is news as well; an old one that is only now listed is none.
        unforeseen = newest is not None and number > newest
        if number not in before.complete and (old is not None or unforeseen):
            was = old.stage if old is not None else None
            yield change("stage", about=Instalment(number), before=was, after="complete")
    if after.title != before.title:
        yield change("title", before=before.title, after=after.title)
    if after.platform != before.platform and before.platform is not None:
        yield change("platform", before=before.platform, after=after.platform)


def _progress(old: Coming | None, now: Coming) -> Iterator[tuple[str, dict[str, Any]]]:
    """What is new of one instalment."""
    date, official = (old.date, old.official) if old is not None else (None, None)
    if now.date != date:
        yield "date", {"about": now.instalment, "before": date or official, "after": now.date or now.official}
    elif now.official != official:
        yield "official", {"about": now.instalment, "before": official, "after": now.official}
    stage = old.stage if old is not None else None
    plain = now.stage in (None, "ordered") or (now.stage == "dated" and now.date != date)
    if now.stage != stage and not plain:
        yield "stage", {"about": now.instalment, "before": stage, "after": now.stage}


def contradictions(found: Iterable[Change]) -> list[Change]:
    """Those changes that go against something that was known: all that is news of a first fetch."""
    return [
        one
        for one in found
        if (one.what in ("decision", "revived") and one.before not in _UNDECIDED)
        or (one.what == "date" and one.before is not None and len(one.before) == len("2023-08-03"))
    ]


def days_moved(before: Report, after: Report) -> int:
    """By how many days the estimate of what comes next differs, at the end where it differs most.

    Both reports are as of one and the same day. It is 0 where they are not about the same instalment, or one of them
    has no estimate of it.
    """
    old, new = before.next, after.next
    if old is None or new is None or old.instalment != new.instalment or old.window is None or new.window is None:
        return 0
    return max(abs((new.window.start - old.window.start).days), abs((new.window.end - old.window.end).days))


def window_moved(slug: str, before: Report, after: Report, by: int = MOVED_BY_DAYS) -> Iterator[Change]:
    """The news that an estimate moved by so many days or more, between two sets of claims as of the same day."""
    old, new = before.next, after.next
    moved = days_moved(before, after)
    if moved and moved >= by and old is not None and new is not None and old.window and new.window:
        yield Change(
            day=after.as_of.isoformat(),
            slug=slug,
            title=after.show.display,
            what="window",
            about=new.instalment,
            before=_span(old.window.start, old.window.end),
            after=_span(new.window.start, new.window.end),
        )


def _span(start: dt.date, end: dt.date) -> str:
    """A half-open range of days as EDTF text."""
    return f"{start.isoformat()}/{(end - dt.timedelta(1)).isoformat()}"


def _numbers(seasons: Iterable[int]) -> str | None:
    return ",".join(map(str, seasons)) or None


def packed(value: Stand | Change) -> dict[str, Any]:
    """A stand or a change as JSON can hold it."""
    return asdict(value)


def stand_of(row: Mapping[str, Any]) -> Stand:
    """The stand that `packed` made this of."""
    coming = tuple(Coming(**{**one, "instalment": Instalment(**one["instalment"])}) for one in row["coming"])
    return Stand(**{**row, "confirmed": tuple(row["confirmed"]), "complete": tuple(row["complete"]), "coming": coming})


def change_of(row: Mapping[str, Any]) -> Change:
    """The change that `packed` made this of."""
    about = Instalment(**row["about"]) if row["about"] is not None else None
    return Change(**{**row, "about": about, "seasons": tuple(row["seasons"])})
