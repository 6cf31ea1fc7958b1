"""How does a show stand by what a text says of it? Events become one reading a show: verdict, seasons, windows."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from showstatus.dates import PartialDate
from showstatus.reader.aired import last_aired
from showstatus.reader.cast import Role
from showstatus.reader.event import Event
from showstatus.reader.findings import GUESS, Finding, Issue, Standing, chosen, finer, weighed
from showstatus.reader.sentences import Sentence
from showstatus.reader.sureness import EVENT_ENOUGH, Marks
from showstatus.reader.times import interval
from showstatus.reader.twofold import FIRST_ORDERS
from showstatus.reader.verdict_marks import settled, verdict_marks
from showstatus.reader.verdicts import STEPS, heard, verdict_of
from showstatus.reader.wording import Words

_LATER = re.compile(
    r"(?i)\b(?:return\w*|(?<!pushed )(?<!put )(?<!held )(?<!moved )back(?! in (?:\w+ )?(?:19|20)\d\d)|again(?!:)"
    r"|resum\w+|new season|another(?! (?:trailer|teaser|poster|look|clip|visual|still|show|drama|comedy))"
    r"|more(?! than| about)|continu\w+)\b"
)
_SUPPOSED = re.compile(
    r"(?i)\b(?:likely|should|could|might|may (?:be|return|arrive|premiere|come)|probably|perhaps|guess|if)\b"
)
_EXPECTED = re.compile(
    r"(?i)\b(?:(?<!\bis )(?<!\bare )(?<!now )(?<!, )expected|expect(?:s|ing)?(?! it )"
    r"|anticipat\w+|unlikely|speculat\w+|predict\w*|estimat\w+|rumou?r\w*|hop(?:e|es|ing)"
    r"|possible|possibly|potential(?:ly)?|reportedly|tentatively|seems?|earliest|assum\w+)\b"
)
"""What is expected by nobody in particular (“is expected in May”) is as the makers say."""
_OFFICIAL = re.compile(
    r"(?i)\b(?:announc\w+|confirm\w+|reveal\w+|officially|according to|said|says|set to|slated|scheduled|statement)\b"
)
"""Who says so makes an expectation settled."""
_NEW_SHOW = re.compile(
    r"(?i)\b(?:to debut|debuts?|new (?:\w+ )?(?:series|drama|comedy|sitcom|thriller)|\w+-part(?:er)?"
    r"|series premiere)\b"
)


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
    estimate: PartialDate | None = None
    estimate_sentence: Sentence | None = None
    cast: list[Role] = field(default_factory=list)
    sure: float = 0.0
    """How sure it is that the text is about this show, in log odds."""
    lead: bool = False
    """Whether it is the show that the text is about most."""
    marks: Marks = field(default_factory=dict)
    """What speaks for it and against it."""
    verdict_marks: Marks = field(default_factory=dict)
    considered: list[list[Finding]] = field(default_factory=list)
    """For each event that is told every season it could be of; from these the findings were taken."""
    rule: str = "unknown"
    """The verdict by the rules alone."""


def reading(key: str, title: str, told: Sequence[Event], named: Sequence[int], words: Words, issue: Issue) -> Reading:
    """What the events of one show come to; ``unknown`` where there are none.

    `named` are the seasons that are named with its title, the headline's first; `words` is what the text is likely to
    state by its words alone.
    """
    published = issue.published
    told = _tempered(told)
    made = Reading(key, title, "unknown", rule=verdict_of(heard(told), published) or "unknown")
    at_first = last_aired(told, published)
    _weigh(made, told, named, words, issue, at_first)
    aired = last_aired([event for event in told if not _is_unlikely(event, made)], published)
    if aired != at_first:
        _weigh(made, told, named, words, issue, aired)
    made.findings = chosen(made.considered, made.subject_season)
    made.confirmed = _confirmed(told, made, aired)
    _windows(made, told, published)
    return made


def _weigh(made: Reading, told: Sequence[Event], named: Sequence[int], words: Words, issue: Issue, aired: int) -> None:
    """Find verdict, subject and all that is considered, where `aired` is the last season that has come out."""
    likely = heard(told)
    made.verdict_marks = verdict_marks(likely, made.rule, words, issue, aired)
    made.verdict = settled(made.rule, made.verdict_marks, likely)
    subject = _subject(told, made.verdict, named, aired)
    if subject is None and made.verdict == "in-production" and not aired and (_is_new(told) or _first(told)):
        subject = 1
    made.subject_season = subject
    standing = Standing(made.verdict, subject, aired, named[0] if named else None, issue)
    made.considered = weighed(told, standing)


_UNLIKELY = -0.7
"""By a premiere or finale of less weight no season has come out."""


def _is_unlikely(event: Event, made: Reading) -> bool:
    """Whether a premiere or finale is most likely none, so that nothing came out by it."""
    if event.kind not in ("premiered", "finale"):
        return False
    sure = [
        way.sure
        for ways in made.considered
        for way in ways
        if way.sentence is event.sentence and way.kind == event.kind
    ]
    return bool(sure) and max(sure) < _UNLIKELY


def _is_new(told: Sequence[Event]) -> bool:
    """Whether a show is one that is only being made."""
    return any(event.kind == "ordered" or _NEW_SHOW.search(event.sentence.text) for event in told)


_BEGINNINGS = frozenset({"window", "filming-started", "casting", "writing", "ordered", "post-production"})
"""What is told of a show that nothing has come out of; any other may be delayed, too, or have wrapped."""


def _first(told: Sequence[Event]) -> bool:
    """Whether nothing that is told of a show is of a later season."""
    before = {"renewed", "returns", "moved", "final", "cancelled", "saved", "ended"}
    later = any(
        event.seasons or event.more or event.kind in before or _LATER.search(event.sentence.text) for event in told
    )
    told_of = {event.kind for event in told if event.phrase}  # a schedule has old shows beside new ones
    return bool(told_of & _BEGINNINGS) and not later


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
        if event.kind == "renewed" and event.seasons == (1,) and event.said_as in FIRST_ORDERS and not event.aired:
            event = replace(event, kind="ordered")  # nothing went before it
        if event.mood == "denied" and event.kind in ("cancelled", "renewed"):
            event = replace(event, kind="alive" if event.kind == "cancelled" else "pending", mood="said")
        made.append(event)
    return made


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
    if any(event.kind == "back-order" for event in told) and not any(event.kind == "renewed" for event in told):
        return ()
    sure = [f for f in made.findings if f.season is not None and f.sure >= _LEAST.get(f.kind, EVENT_ENOUGH)]
    out = {finding.season for finding in sure if finding.kind in ("premiered", "finale") and not finding.planned}
    if any(event.kind == "back-order" for event in told):
        sure = [finding for finding in sure if finding.kind != "ordered"]
    found = tuple(sorted(n for n in _ordered(sure, made) - out if n > aired))
    subject = made.subject_season
    ordered = made.verdict in ("renewed", "final-season", "in-production", "saved")
    if not found and ordered and subject is not None and subject > aired and subject not in out:
        return (subject,)
    return found


_LEAST = {"renewed": -1.2}
"""An order that is told with others (“two more seasons”) weighs less for each, and is rarely none."""
_COMING = frozenset({"window-announced", "date-announced", "delayed"})
_ORDERED = frozenset({"renewed", "saved", "final-season", "ordered"})


_UNAIRED = re.compile(
    r"(?i)\b(?:before|ahead of) (?:(?:its|the|their|even|it|they|series|seasons?|first|debut|previous|one|ones|\d+|an?"
    r"|[a-z]+th|second|third|[a-z]+[’']s"
    r"|viewers|anyone|single|episode|of|that|show|has|had|have|is|was|were|are|been|could) )*"
    r"(?:premiere[ds]?|debut(?:s|ed)?|launch(?:es|ed)?|air(?:s|ed)?|hit|out"
    r"|goes on|on the air|seen|shown|broadcast|started)\b"
    r"|\b(?:(?:has|have|had)(?:n[’']t| not| yet to| not yet| still not)|yet to) (?:yet |even )*"
    r"(?:be |been |to )?(?:premiered?|debut(?:ed)?|launch(?:ed)?|aired?|shown|seen|released?|come out|started)\b"
)
"""What says that a season was ordered before the one before it came out."""


def _ordered(sure: Sequence[Finding], made: Reading) -> set[int]:
    """The seasons that are ordered: those that come, those that are renewed, and those that are being made."""
    coming = {f.season for f in sure if f.kind in _COMING and f.season is not None}
    orders = [f for f in sure if f.kind in _ORDERED and f.season is not None]
    newest = max(orders, key=lambda f: (f.season == made.subject_season, f.season or 0), default=None)
    renewed = {
        f.season for f in orders
        if f.season is not None and newest is not None and newest.season is not None
        and (f.sentence == newest.sentence or f.season >= newest.season)
    }  # fmt: skip
    early = {
        f.season - 1 for f in sure
        if f.kind == "renewed" and f.season is not None and f.season > 1 and _UNAIRED.search(f.sentence.text)
    }  # fmt: skip
    steps = {f.season for f in sure if f.kind in STEPS and f.season is not None}
    first = min(renewed, default=1)
    if made.verdict == "in-production" and made.subject_season is not None:
        first = max(first, made.subject_season)
    return coming | renewed | early | {n for n in steps if n >= first}


def _windows(made: Reading, told: Sequence[Event], published: dt.date | None) -> None:
    """The window that is settled, and the one that somebody only guesses: all their guesses together."""
    guesses: list[Event] = []
    for event in told:
        if event.kind not in ("window", "delayed") or event.date is None or _is_over(event.date, published):
            continue
        if event.mood == "doubted" or GUESS.search(event.phrase) or _is_guessed(event.sentence.text):
            guesses.append(event)
    for finding in made.findings:
        if _is_settled(finding, made.subject_season, published) and finer(finding.date, made.official):
            made.official = finding.date
    dates = [event.date for event in guesses if event.date is not None]
    if dates:
        first, last = min(dates, key=lambda date: date.start), max(dates, key=lambda date: date.end)
        made.estimate = first if first == last else interval(first, last)
        made.estimate_sentence = guesses[0].sentence


_WINDOW_ENOUGH = -1.0
"""By what weighs less no window is settled."""


def _is_settled(finding: Finding, subject: int | None, published: dt.date | None) -> bool:
    """Whether it says when the season that a text is about will come."""
    if finding.kind not in ("window-announced", "date-announced") or finding.date is None:
        return False
    mine = subject is None or finding.season in (subject, None)
    ahead = not _is_over(finding.date, published) and finding.sure >= _WINDOW_ENOUGH
    return mine and ahead and not _is_guessed(finding.sentence.text)


def _is_over(date: PartialDate, published: dt.date | None) -> bool:
    return published is not None and date.last < published


def _is_guessed(text: str) -> bool:
    """Whether a sentence only supposes, or expects what nobody who knows has said."""
    return bool(_SUPPOSED.search(text) or (_EXPECTED.search(text) and not _OFFICIAL.search(text)))
