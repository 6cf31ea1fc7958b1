"""How does a show stand by what a text says of it? Events become one reading a show: verdict, seasons, windows."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from showstatus.dates import PartialDate, on_day
from showstatus.reader.cast import Role
from showstatus.reader.events import Event
from showstatus.reader.sentences import Sentence
from showstatus.reader.sureness import EVENT_LEAST, event_marks, settled, verdict_marks, weight
from showstatus.reader.times import interval
from showstatus.reader.verdicts import STEPS, is_past, verdict_of

_KINDS = {"final": "final-season", "ended": "finale", "back-order": "ordered"}


_NEWS = frozenset({"renewed", "cancelled", "final", "saved", "ordered", "back-order", "casting"})
_TOLD_AS_PAST = re.compile(
    r"(?i)\b(?:was|were|had|ago|already|previously|earlier|last (?:year|month|week|season)|officially on)\b"
)
_GUESS = re.compile(r"\b(?:expect\*|imagine|guess|for example)")
_ON_AIR = re.compile(r"(?i)\b(?:present|current|ongoing)(?: \w+)? season\b|\bnow in (?:its|the|season)\b")
_ONCE = ("cancelled", "saved", "ordered", "delayed")
"""What happens to a show once in a text, whichever season it is told of."""
_DEBUT = re.compile(
    r"(?i)\b(?:premiered|debuted|launched|began|started|bowed|kicked off|first (?:aired|broadcast|hit"
    r"|appeared|arrived)|made its|arrived|premiere|debut|aired from|landed)\b"
)
_LATER = re.compile(r"(?i)\b(?:return\w*|back|again|resum\w+|new season|another|more)\b")
_NEW_SHOW = re.compile(
    r"(?i)\b(?:to debut|debuts?|new (?:\w+ )?(?:series|drama|comedy|sitcom|thriller)|\w+-part(?:er)?"
    r"|series premiere)\b"
)
_FIRST = re.compile(r"(?i)\b(?:first episode|series premiere|pilot)\b")


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
    marks: frozenset[str] = frozenset()
    """What speaks for it and against it."""


@dataclass(slots=True)
class Reading:
    """What a text says of one show."""

    key: str
    title: str
    verdict: str
    platform: str | None = None
    subject_season: int | None = None
    confirmed: tuple[int, ...] = ()
    findings: list[Finding] = field(default_factory=list)
    official: PartialDate | None = None
    official_sentence: Sentence | None = None
    estimate: PartialDate | None = None
    estimate_sentence: Sentence | None = None
    cast: list[Role] = field(default_factory=list)
    sure: float = 0.0
    """How sure it is that the text is about this show, in log odds."""
    marks: frozenset[str] = frozenset()
    """What speaks for it and against it."""
    verdict_marks: frozenset[str] = frozenset()
    rule: str = "unknown"
    """The verdict by the rules alone."""


@dataclass(frozen=True, slots=True)
class Issue:
    """When a text came out, and where its news ends."""

    published: dt.date | None
    news: int
    """What is told before this offset in the present or perfect is news of the day of publication."""


def reading(key: str, title: str, told: Sequence[Event], named: Sequence[int], issue: Issue) -> Reading:
    """What the events of one show come to; ``unknown`` where there are none.

    `named` are the seasons that are named with its title, the headline's first.
    """
    published = issue.published
    told = _tempered(told)
    rule = verdict_of(told, published) or "unknown"
    marks = verdict_marks(told, rule, issue.news)
    verdict = settled(rule, marks) if told else rule
    aired = _aired(told, published)
    subject = _subject(told, verdict, named, aired)
    if subject is None and verdict == "in-production" and not aired and (_is_new(told) or _first(told)):
        subject = 1
    made = Reading(key, title, verdict, subject_season=subject, verdict_marks=frozenset(marks), rule=rule)
    findings = _sure(_findings(told, verdict, subject, aired, issue))
    news = {(_KINDS.get(event.kind, event.kind), event.sentence) for event in told if _is_news(event, issue)}
    made.findings = [
        _dated(finding, published) if (finding.kind, finding.sentence) in news else finding for finding in findings
    ]
    made.confirmed = _confirmed(told, made, aired)
    _windows(made, told, published)
    return made


def _is_new(told: Sequence[Event]) -> bool:
    """Whether a show is one that is only being made."""
    return any(event.kind == "ordered" or _NEW_SHOW.search(event.sentence.text) for event in told)


def _first(told: Sequence[Event]) -> bool:
    """Whether nothing that is told of a show is of a later season."""
    before = {"renewed", "returns", "moved", "final", "cancelled", "saved", "ended"}
    later = any(
        event.seasons or event.more or event.kind in before or _LATER.search(event.sentence.text) for event in told
    )
    return bool(told) and not later


def _tempered(told: Sequence[Event]) -> list[Event]:
    """A denied cancellation keeps a show alive, a denied renewal leaves it open; a move saves what was cancelled."""
    lost = any(event.kind in ("cancelled", "saved") and event.said for event in told)
    made = []
    for event in told:
        if event.kind == "moved":
            event = replace(event, kind="saved" if lost else "renewed", weak=not event.seasons)
        if event.kind == "returns":
            event = replace(event, kind="renewed", weak=True)
        if event.kind == "ordered" and (max(event.seasons, default=0) > 1 or event.more):
            event = replace(event, kind="renewed")
        if event.mood == "denied" and event.kind in ("cancelled", "renewed"):
            event = replace(event, kind="alive" if event.kind == "cancelled" else "pending", mood="said")
        made.append(event)
    return made


def _is_news(event: Event, issue: Issue) -> bool:
    """Whether headline or lead tell a decision as new: it happened on the day of publication."""
    fresh = event.kind in _NEWS and event.said and not event.before and not event.weak and not event.dated
    return fresh and event.sentence.start < issue.news and not _TOLD_AS_PAST.search(event.sentence.text)


def _aired(told: Sequence[Event], published: dt.date | None) -> int:
    """The last season that has come out by what the text says; 0 where it says nothing of it."""
    numbers = [event.aired for event in told if event.aired]
    for event in told:
        if event.kind in ("premiered", "finale") and event.said and not event.planned and is_past(event, published):
            numbers += list(event.seasons) or [1]
        if event.seasons and _ON_AIR.search(event.sentence.text):
            numbers.append(event.seasons[0])
    return max(numbers, default=0)


def _subject(told: Sequence[Event], verdict: str, named: Sequence[int], aired: int) -> int | None:
    """The season a text is about: named with the title, above all in the headline, and by what is told of it."""
    votes: Counter[int] = Counter()
    for place, number in enumerate(named):
        votes[number] += 4 if place == 0 else 1
    for event in told:
        if event.kind in ("premiered", "finale") or event.before or (event.mood != "said" and verdict != "pending"):
            continue
        for number in event.seasons[:1]:
            votes[number] += 3 if event.kind in _DECIDES.get(verdict, ()) else 2 if event.direct else 1
    over = verdict in ("ended", "final-season")
    ahead = {number: n for number, n in votes.items() if number > aired or over}
    if ahead:
        return max(ahead, key=lambda number: (ahead[number], -number))
    if aired and verdict in ("cancelled", "pending", "renewed", "saved"):
        return aired + 1
    if votes and not (aired and verdict == "in-production"):
        return max(votes, key=lambda number: (votes[number], number))
    return None


_DECIDES = {
    "cancelled": ("cancelled",), "renewed": ("renewed",), "final-season": ("final", "renewed"),
    "pending": ("pending", "alive", "renewed"), "saved": ("saved", "renewed"), "ended": ("ended", "finale"),
    "in-production": ("window", "filming-started", "filming-wrapped", "delayed", "casting"),
}  # fmt: skip
"""The kinds of event whose season a text of each verdict is about."""


def _findings(told: Sequence[Event], verdict: str, subject: int | None, aired: int, issue: Issue) -> list[Finding]:
    published = issue.published
    found: dict[tuple[str, int | None], Finding] = {}
    if verdict == "saved" and not any(event.kind == "saved" and event.said for event in told):
        told = [
            replace(event, kind="saved") if event.kind == "renewed" and event.said and not event.weak else event
            for event in told
        ]
    strong = any(event.kind in ("renewed", "saved") and event.said and not event.weak for event in told)
    for event in told:
        kind = _kind(event, published)
        if kind is None or not event.said or (event.kind == "ended" and verdict != "ended"):
            continue
        if event.weak and strong:
            continue
        if verdict == "saved" and kind == "renewed":
            continue
        for season in _seasons(event, kind, subject, aired):
            marks = frozenset(event_marks(event, kind, season, verdict, told, issue.news))
            made = Finding(
                kind,
                season,
                event.date,
                event.relative,
                _planned(event, kind, published),
                event.sentence,
                event.direct,
                event.weak,
                weight(marks, "event"),
                marks,
            )
            known = found.get((kind, season))
            if known is None or _finer(made.date, known.date):
                found[(kind, season)] = made
    for kind in _ONCE:
        told_once = [finding for (k, _), finding in found.items() if k == kind]
        for finding in told_once:
            if finding is not max(told_once, key=lambda other: (other.date is not None, other.season == subject)):
                found.pop((kind, finding.season))
    for kind in {kind for kind, _ in found}:  # what is told of a season need not be told of no season again
        if (kind, None) in found and any(k == kind and n is not None for k, n in found):
            bare = found.pop((kind, None))
            for (k, n), other in list(found.items()):
                if k == kind and other.date is None and bare.date is not None and n == subject:
                    found[(k, n)] = Finding(
                        k,
                        n,
                        bare.date,
                        bare.relative,
                        bare.planned,
                        bare.sentence,
                        bare.direct,
                        bare.weak,
                        max(bare.sure, other.sure),
                        other.marks,
                    )
    return list(found.values())


def _sure(findings: Sequence[Finding]) -> list[Finding]:
    """Those that are not most likely wrong."""
    return [finding for finding in findings if finding.sure >= EVENT_LEAST]


def _dated(finding: Finding, published: dt.date | None) -> Finding:
    """A finding that is news, on the day of publication where no other is told."""
    if published is None or finding.date is not None:
        return finding
    return replace(finding, date=on_day(published), relative=True)


def _finer(new: PartialDate | None, old: PartialDate | None) -> bool:
    """Whether a date says more than another: where there was none, or within it."""
    return new is not None and (old is None or (new.within(old) and new != old))


def _kind(event: Event, published: dt.date | None) -> str | None:
    """The kind in the words of claims; None for what is no event."""
    if event.kind in ("alive", "pending", "production"):
        return None
    if event.kind == "window":
        if _GUESS.search(event.phrase):
            return None
        if not event.dated or (event.date is not None and published is not None and event.date.last < published):
            return None
        day = event.date.is_day if event.date is not None else event.day
        return "date-announced" if day else "window-announced"
    if event.kind == "premiered" and not event.dated:
        return None
    if event.kind == "premiered" and published is not None and event.date is not None and event.date.start > published:
        return "date-announced" if event.date.is_day else "window-announced"
    return _KINDS.get(event.kind, event.kind)


def _planned(event: Event, kind: str, published: dt.date | None) -> bool:
    if kind not in ("filming-started", "filming-wrapped", "finale", "casting", "writing", "post-production"):
        return False
    if event.date is not None and published is not None and event.date.start > published:
        return True
    return event.planned and not (event.date is not None and published is not None and event.date.last < published)


def _seasons(event: Event, kind: str, subject: int | None, aired: int) -> list[int | None]:
    if event.seasons:
        return list(event.seasons)
    if event.more:
        base = max(aired, (subject or 1) - 1) if aired or subject else 0
        return [base + n for n in range(1, event.more + 1)] if base else [subject]
    if kind == "premiered":
        return [1] if _DEBUT.search(event.sentence.text) else [max(1, (subject or 2) - 1)] if subject else []
    if kind == "ordered" and not subject:
        return [1]
    if event.kind == "back-order":
        return [1]
    if kind in ("date-announced", "window-announced") and _FIRST.search(event.sentence.text):
        return [1]
    if kind == "finale" and event.aired:
        return [event.aired]
    return [subject]


def _confirmed(told: Sequence[Event], made: Reading, aired: int) -> tuple[int, ...]:
    if made.verdict in ("cancelled", "ended", "unknown"):
        return ()
    if made.verdict == "pending":
        return tuple(
            sorted(
                {
                    f.season
                    for f in made.findings
                    if f.kind in ("window-announced", "date-announced") and f.season and f.season != made.subject_season
                }
            )
        )
    kinds = STEPS | {"renewed", "final-season", "saved", "window-announced", "date-announced"}
    if not any(event.kind == "back-order" for event in told):
        kinds |= {"ordered"}
    elif not any(event.kind == "renewed" for event in told):
        return ()
    numbers = {finding.season for finding in made.findings if finding.kind in kinds and finding.season is not None}
    out = {
        finding.season for finding in made.findings if finding.kind in ("premiered", "finale") and not finding.planned
    }
    return tuple(sorted(n for n in numbers - out if n is not None and n > aired))


def _windows(made: Reading, told: Sequence[Event], published: dt.date | None) -> None:
    """The window that is settled, and the one that somebody only guesses: all their guesses together."""
    guesses: list[Event] = []
    for event in told:
        if event.kind not in ("window", "delayed") or event.date is None:
            continue
        if published is not None and event.date.last < published:
            continue
        other = made.subject_season and event.seasons and made.subject_season not in event.seasons
        if event.mood == "doubted" or _GUESS.search(event.phrase):
            guesses.append(event)
        elif event.said and not other and _finer(event.date, made.official):
            made.official, made.official_sentence = event.date, event.sentence
    dates = [event.date for event in guesses if event.date is not None]
    if dates:
        first, last = min(dates, key=lambda date: date.start), max(dates, key=lambda date: date.end)
        made.estimate = first if first == last else interval(first, last)
        made.estimate_sentence = guesses[0].sentence
