"""How does a show stand by what a text says of it? Events become one reading a show: verdict, seasons, windows."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from showstatus.dates import PartialDate
from showstatus.reader.events.event import Event
from showstatus.reader.events.twofold import FIRST_ORDERS, PUT_OFF, turned
from showstatus.reader.events.wording import Words
from showstatus.reader.mentions.times import interval
from showstatus.reader.readings.aired import last_aired
from showstatus.reader.readings.cast import Role
from showstatus.reader.readings.confirmed import Known, confirmed
from showstatus.reader.readings.findings import GUESS, Finding, Issue, Standing, weighed
from showstatus.reader.readings.hearsay import unclaimed
from showstatus.reader.readings.implied import implied
from showstatus.reader.readings.kept import chosen, finer
from showstatus.reader.readings.last_season import with_last_number
from showstatus.reader.readings.subject import Named, Ways, by_rule, likeliest, subject_ways
from showstatus.reader.readings.verdict_marks import settled, verdict_marks
from showstatus.reader.readings.verdicts import heard, verdict_of, went_on
from showstatus.reader.scales import Marks
from showstatus.reader.sentences import Sentence

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
    put_off: PartialDate | None = None
    """Until when the season that the text is about is put off, where that is still to come."""
    estimate: PartialDate | None = None
    estimate_sentence: Sentence | None = None
    cast: list[Role] = field(default_factory=list)
    sure: float = 0.0
    """How sure it is that the text is about this show, in log odds."""
    lead: bool = False
    """Whether it is the show that the text is about most."""
    own_marks: Marks = field(default_factory=dict)
    """What speaks for it and against it by itself."""
    marks: Marks = field(default_factory=dict)
    """What does so with all that is told of the others."""
    verdict_marks: Marks = field(default_factory=dict)
    ways: Ways = field(default_factory=dict)
    """The seasons that the text could be about."""
    considered: list[list[Finding]] = field(default_factory=list)
    """For each event that is told every season it could be of; from these the findings were taken."""
    rule: str = "unknown"
    """The verdict by the rules alone."""
    new: bool = False
    """Whether the text presents it as new."""


def reading(
    key: str,
    title: str,
    told: Sequence[Event],
    named: Named,
    words: Words,
    issue: Issue,
    *,
    new: bool = False,
    lead: bool = False,
) -> Reading:
    """What the events of one show come to; ``unknown`` where there are none.

    `named` are the seasons that are named with it; `words` is what the text is likely to state by its words alone;
    `new` is a show that the text presents as one that nobody has seen yet, and `lead` the one that it is about most.
    """
    published = issue.published
    told = with_last_number(_tempered(unclaimed(told)))
    came = [event for event in told if not (new and _is_of_others(event))]
    made = Reading(key, title, "unknown", rule=verdict_of(heard(told), published) or "unknown", new=new, lead=lead)
    at_first = last_aired(came, published)
    _weigh(made, told, named, words, issue, at_first)
    aired = last_aired([event for event in came if not _is_unlikely(event, made)], published)
    if aired != at_first:
        _weigh(made, told, named, words, issue, aired)
    made.findings = chosen(made.considered, made.subject_season)
    made.confirmed = confirmed(told, Known(made.verdict, made.subject_season, made.findings), aired)
    _windows(made, told, published)
    return made


def _weigh(made: Reading, told: Sequence[Event], named: Named, words: Words, issue: Issue, aired: int) -> None:
    """Find verdict, subject and all that is considered, where `aired` is the last season that has come out."""
    likely = heard(told)
    made.verdict_marks = verdict_marks(likely, made.rule, words, issue, aired)
    made.verdict, margin = settled(made.rule, made.verdict_marks)
    rule = by_rule(told, made.verdict, named.beside, aired)
    begins = made.new or _is_new(told) or _first(told)
    if rule is None and made.verdict == "in-production" and not aired and begins:
        rule = 1
    made.ways = subject_ways(told, made.verdict, named, aired, rule, made.verdict_marks, lead=made.lead)
    made.subject_season = subject = likeliest(made.ways, rule)
    standing = Standing(made.verdict, subject, aired, named.beside[0] if named.beside else None, issue, margin)
    made.considered = weighed([*told, *implied(made.key, standing, told, words)], standing)


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


def _is_of_others(event: Event) -> bool:
    """Whether a premiere is told in a sentence that names no show: of a new one it is none."""
    return event.kind in ("premiered", "finale") and not (event.direct or event.seasons)


def _is_new(told: Sequence[Event]) -> bool:
    """Whether a show is one that is only being made."""
    return any(event.kind == "ordered" or _NEW_SHOW.search(event.sentence.text) for event in told)


_BEGINNINGS = frozenset({"window", "filming-started", "casting", "writing", "ordered", "post-production"})
"""What is told of a show that nothing has come out of; any other may be delayed, too, or have wrapped."""


def _first(told: Sequence[Event]) -> bool:
    """Whether nothing that is told of a show is of a later season."""
    before = {"renewed", "returns", "moved", "final", "cancelled", "saved", "ended"}
    later = any(
        max(event.seasons, default=0) > 1 or event.more or event.kind in before or _LATER.search(event.sentence.text)
        for event in told if event.said
    )  # fmt: skip
    told_of = {event.kind for event in told if event.phrase}  # a schedule has old shows beside new ones
    return bool(told_of & _BEGINNINGS) and not later


def _tempered(told: Sequence[Event]) -> list[Event]:
    """A denied cancellation keeps a show alive, a denied renewal leaves it open; a move saves what was cancelled."""
    lost = any(event.kind in ("cancelled", "saved") and event.said for event in told)
    moved = any(event.kind == "moved" and event.said and event.sentence.role == "headline" for event in told)
    made: list[Event] = []
    for event in told:
        if event.kind == "saved" and turned(event, made, told).kind == "cancelled":
            event = turned(event, made, told)
            made = [replace(e, before=True) if e.kind in ("renewed", "ordered") else e for e in made]
        if event.kind == "moved":
            event = replace(event, kind="saved" if lost else "renewed", weak=not event.seasons)
        if event.kind == "returns":
            event = replace(event, kind="renewed", weak=True)
        if event.kind == "ordered" and (max(event.seasons, default=0) > 1 or event.more):
            event = replace(event, kind="renewed")
        if event.kind == "renewed" and event.seasons == (1,) and event.said_as in FIRST_ORDERS and not event.aired:
            event = replace(event, kind="ordered")  # nothing went before it
        if event.kind == "pending" and event.mood == "asked":  # what is asked whether it is open, is
            event = replace(event, mood="said")
        if event.kind == "cancelled" and (moved or (event.aired and went_on(event.aired, told))):
            event = replace(event, before=True)
        if event.mood == "denied" and event.kind in ("cancelled", "renewed"):
            event = replace(event, kind="alive" if event.kind == "cancelled" else "pending", mood="said")
        made.append(event)
    return made


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
    for event in told:
        mine = made.subject_season is None or not event.seasons or made.subject_season in event.seasons
        if event.kind == PUT_OFF and mine and event.said and made.put_off is None:
            made.put_off = _if_settled(event, published)
    made.official = made.official or made.put_off
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


def _if_settled(event: Event, published: dt.date | None) -> PartialDate | None:
    """The day until which a season is put off, where that is not over and nobody only supposes it."""
    over = event.date is None or _is_over(event.date, published)
    return None if over or _is_guessed(event.sentence.text) else event.date


def _is_over(date: PartialDate, published: dt.date | None) -> bool:
    return published is not None and date.last < published


def _is_guessed(text: str) -> bool:
    """Whether a sentence only supposes, or expects what nobody who knows has said."""
    return bool(_SUPPOSED.search(text) or (_EXPECTED.search(text) and not _OFFICIAL.search(text)))
