"""Which events may be told, and of which season? Each is weighed with every season it could be of."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from showstatus.dates import PartialDate, on_day
from showstatus.reader.events.event import BY_VERDICT, Event
from showstatus.reader.events.twofold import PUT_OFF, other_kind
from showstatus.reader.readings.beside import is_today, is_told_beside
from showstatus.reader.readings.sureness import (
    Company,
    company,
    date_marks,
    event_marks,
    event_wording,
    season_marks,
    verdict_sureness,
)
from showstatus.reader.scales import Marks, weight
from showstatus.reader.sentences import Sentence

_KINDS = {"final": "final-season", "ended": "finale", "back-order": "ordered"}
_NO_EVENTS = frozenset({"alive", "pending", "production", PUT_OFF})
_NEWS = frozenset({"renewed", "cancelled", "final", "saved", "ordered", "back-order", "casting"})
_TOLD_AS_PAST = re.compile(
    r"(?i)\b(?:was|were|had|ago|already|previously|earlier|last (?:year|month|week|season)|officially on)\b"
)
GUESS = re.compile(r"\b(?:expect\*|imagine|guess|for example)")
"""Phrases by which somebody only guesses a date."""
_IN_PARTS = frozenset({"date-announced", "window-announced", "premiered"})
"""What each part of a season has for itself."""
_SEASONLESS = frozenset({"cancelled", "saved"})
"""Whose season outlets number either way, so that no other than the subject's is weighed."""
_ORDERED_AT_ONCE = 3
"""More seasons are not ordered of a new show."""
_DEBUT = re.compile(
    r"(?i)\b(?:premiered|debuted|launched|began|started|bowed|kicked off|first (?:aired|broadcast|hit"
    r"|appeared|arrived|came|met|saw|ran|reached|graced|on)|made its|arrived|premiere|debut|aired from|landed"
    r"|since (?:19|20)\d\d|since the start)\b"
)
_RETURNED = re.compile(r"(?i)\b(?:(?:came|was|were) back|returned)\b")
_FIRST = re.compile(
    r"(?i)\b(?:first episode|series premiere|pilot|(?:the|this) (?:series|show|drama|comedy|sitcom|thriller)"
    r" (?:(?:will|is (?:set |due )?to) )?(?:debuts?|makes? its debut))\b"
)


@dataclass(frozen=True, slots=True)
class Issue:
    """When a text came out, and where its news ends."""

    published: dt.date | None
    news: int
    """What is told before this offset in the present or perfect is news of the day of publication."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One event as it is told to others: its kind in the words of claims, one season, its date."""

    kind: str
    season: int | None
    date: PartialDate | None
    relative: bool
    planned: bool
    sentence: Sentence
    direct: bool = True
    """Whether its sentence names the show."""
    weak: bool = False
    """Whether it only says that the show comes back."""
    sure: float = 0.0
    """How sure it is, in log odds."""
    marks: Marks = field(default_factory=dict)
    """What speaks for it and against it."""
    assumed: bool = False
    """Whether its date is only that of the publication, for it is told as news."""
    part: int = 0
    """Which part of its season it is of, where that comes in several; 0 for all of it."""
    implied: bool = False
    """Whether no phrase tells it, and only the verdict implies it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a show before its events are told."""

    verdict: str
    subject: int | None
    """The season the text is about."""
    aired: int
    """The last season that has come out; 0 where nothing is said of it."""
    headline: int | None
    """The season that is named with its title first."""
    issue: Issue
    margin: float
    """How much more its verdict weighs than the next, in log odds."""
    stated: bool = False
    """Whether an order states its season."""


def weighed(told: Sequence[Event], standing: Standing) -> list[list[Finding]]:
    """For each event that is told the findings it could come to, one for each season it could be of."""
    events = _worth_telling(told, standing.verdict, standing.issue.published)
    others = company(told, events)
    standing = replace(standing, stated=any(event.seasons for event, kind in events if kind == "renewed"))
    events = [(_of_what_begins(event, kind, events, standing.subject), kind) for event, kind in events]
    made = []
    for place, (event, kind) in enumerate(events):
        before = next((e.seasons[-1] for e, _ in reversed(events[:place]) if e.seasons), None)
        ways = _ways(event, kind, standing, before, others)
        other = other_kind(event, kind, standing.aired, told)
        if other == "ordered" and event.seasons == (1,):  # before the first season there is none to renew
            ways = []
        if other is not None:
            ways += _ways(event, other, standing, before, others)
        made.append(ways)
    return made


def _of_what_begins(event: Event, kind: str, events: Sequence[tuple[Event, str]], subject: int | None) -> Event:
    """A finale with the season that is to begin before it in the same year, where it names none."""
    if kind != "finale" or event.date is None or event.seasons:
        return event
    begun = [
        other.seasons or ((subject,) if subject else ())
        for other, coming in events
        if coming == "date-announced" and other.date is not None
        and dt.timedelta(0) < event.date.start - other.date.start < _LONGEST_RUN
    ]  # fmt: skip
    return replace(event, seasons=begun[-1]) if begun and len(begun[-1]) == 1 else event


_LONGEST_RUN = dt.timedelta(days=300)


def _ways(event: Event, kind: str, standing: Standing, before: int | None, others: Company) -> list[Finding]:
    """The findings that an event of a kind could come to."""
    ways = []
    for seasons, sources in _options(event, kind, standing, before).items():
        marks = event_marks(event, kind, seasons[0], standing.verdict, others, standing.issue.news)
        marks |= verdict_sureness(kind, standing.verdict, standing.margin)
        marks |= date_marks(event, kind, standing.issue.published)
        marks |= season_marks(kind, seasons[0], sources, standing.subject, standing.aired)
        how = {**dict.fromkeys(marks, 1.0), **event_wording(event, kind)}
        ways += [_finding(event, kind, season, how, standing.issue) for season in seasons]
    return ways


def _worth_telling(told: Sequence[Event], verdict: str, published: dt.date | None) -> list[tuple[Event, str]]:
    """The events that a text states, with their kinds in the words of claims."""
    told_saved = any(event.kind == "saved" and event.said for event in told)
    saved = verdict == "saved" and not told_saved
    strong = any(event.kind in ("renewed", "saved") and event.said and not event.weak for event in told)
    again = {event.sentence for event in told if event.kind == "renewed" and event.said and not event.weak}
    made = []
    for event in told:
        if "-episode (order" in event.phrase and not event.seasons and event.sentence in again:
            continue  # “renewed it with a 13-episode order”
        if saved and event.kind == "renewed" and event.said and not event.weak:
            event = replace(event, kind="saved")
        kind = _kind(event, published)
        if kind is None or not event.said:
            continue
        if (event.weak and strong and not event.seasons) or (verdict == "saved" and kind == "renewed"):
            continue
        if is_told_beside(event, told) or (told_saved and kind == "ordered" and not event.seasons):
            continue  # “saved: Netflix orders six episodes” is no first order
        made.append((event, kind))
    return made


def _kind(event: Event, published: dt.date | None) -> str | None:
    """The kind in the words of claims; None for what is no event."""
    if event.kind in _NO_EVENTS:
        return None
    if event.kind == "window":
        if not event.dated or GUESS.search(event.phrase):
            return None
        if event.date is not None and published is not None and event.date.last < published:
            came = _DEBUT.search(event.sentence.text) or (event.seasons and _RETURNED.search(event.sentence.text))
            told = event.phrase and not (event.planned or event.before) and came
            return "premiered" if told else None  # “the debut last year”
        day = event.date.is_day if event.date is not None else event.day
        if day and is_today(event, published):
            return "premiered"
        return "date-announced" if day else "window-announced"
    if event.kind == "premiered" and not event.dated and not event.seasons:
        return None
    if event.kind == "premiered" and event.date is None and event.dated and _is_headlined(event):
        return "date-announced" if event.day else "window-announced"
    if event.kind == "premiered" and published is not None and event.date is not None and event.date.start > published:
        return "date-announced" if event.date.is_day else "window-announced"
    return _KINDS.get(event.kind, event.kind)


def _is_headlined(event: Event) -> bool:
    """Whether a headline names a premiere by a day whose year is not known: what it has for news is to come."""
    return event.sentence.role == "headline" and event.phrase.startswith("D (premiere | debut")


def _options(event: Event, kind: str, standing: Standing, before: int | None) -> dict[tuple[int | None, ...], set[str]]:
    """The seasons an event could be of, each with what speaks of it."""
    subject, aired = standing.subject, standing.aired
    options: dict[tuple[int | None, ...], set[str]] = {
        event.seasons or _usual(event, kind, standing):
        {"stated" if event.seasons else "counted on" if event.more else "usual"}
    }  # fmt: skip
    if kind in _SEASONLESS or (event.seasons and not event.carried):
        return options
    sources = {
        "none": None, "subject": subject, "first": 1, "aired": aired, "next": aired + 1 if aired else None,
        "said before": before, "in the headline": standing.headline, "so many": event.aired,
        "before the subject": subject - 1 if subject else None,
    }  # fmt: skip
    if event.more:
        options.setdefault(tuple(range(2, event.more + 2)), set()).add("counted from the first")
    for source, season in sources.items():
        if season or source == "none":
            options.setdefault((season,), set()).add(source)
    return options


def _usual(event: Event, kind: str, standing: Standing) -> tuple[int | None, ...]:
    """The season that an event without a number is of most often."""
    subject, aired = standing.subject, standing.aired
    if event.more:
        if kind == "final-season":  # of two last seasons it is the second
            return (max(aired, (subject or 1) - 1) + event.more,) if aired or subject else (subject,)
        base = max(aired, (subject or 1) - 1) if aired or subject else 0
        return tuple(base + n for n in range(1, event.more + 1)) if base else (subject,)
    if kind == "premiered":
        return (1,) if _DEBUT.search(event.sentence.text) or not subject else (max(1, subject - 1),)
    if kind == "ordered":
        return tuple(range(1, min(event.aired, _ORDERED_AT_ONCE) + 1)) if event.aired and not aired else (1,)
    if kind == "date-announced" and standing.stated and subject and aired < subject - 1 and _is_soon(event, standing):
        return (subject - 1,)
    if kind in ("date-announced", "window-announced") and _FIRST.search(event.sentence.text):
        return (1,)
    if kind == "final-season" and event.aired and event.planned:
        return (event.aired,)
    if kind == "finale" and event.aired:
        return (event.aired,)
    if kind == "finale" and standing.stated and _is_recent(event, standing.issue) and subject and subject > 1:
        return (subject - 1,)
    return (subject,)


_SOON = dt.timedelta(days=45)


def _is_soon(event: Event, standing: Standing) -> bool:
    """Whether something comes too soon to be the season that is only ordered now."""
    published = standing.issue.published
    return published is not None and event.date is not None and event.date.start - published < _SOON


_RECENT = dt.timedelta(days=200)


def _is_recent(event: Event, issue: Issue) -> bool:
    """Whether what ended did so lately or will soon, so that it is the season before the one that is ordered."""
    if event.date is None or issue.published is None:
        return event.date is None
    return issue.published - _RECENT < event.date.last


def _finding(event: Event, kind: str, season: int | None, marks: Marks, issue: Issue) -> Finding:
    date, relative = event.date, event.relative
    assumed = date is None and issue.published is not None and _is_news(event, issue)
    if assumed and issue.published is not None:
        date, relative = on_day(issue.published), True
    return Finding(
        kind, season, date, relative, _planned(event, kind, issue.published), event.sentence, event.direct,
        event.weak, weight(marks, "event"), marks, assumed, event.part if kind in _IN_PARTS else 0,
        event.phrase == BY_VERDICT,
    )  # fmt: skip


def _is_news(event: Event, issue: Issue) -> bool:
    """Whether headline or lead tell a decision as new: it happened on the day of publication."""
    fresh = event.kind in _NEWS and event.said and not event.before and not event.weak and not event.dated
    fresh = fresh and event.phrase != BY_VERDICT
    return fresh and event.sentence.start < issue.news and not _TOLD_AS_PAST.search(event.sentence.text)


def _planned(event: Event, kind: str, published: dt.date | None) -> bool:
    if kind not in ("filming-started", "filming-wrapped", "finale", "casting", "writing", "post-production"):
        return False
    if event.date is not None and published is not None and event.date.start > published:
        return True
    return event.planned and not (event.date is not None and published is not None and event.date.last < published)
