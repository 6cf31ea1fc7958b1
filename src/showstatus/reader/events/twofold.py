"""What else may the words of an event tell? A pick-up may be a first order, or save what was cancelled before."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from showstatus.reader.cues.cue import DECISIONS, Cue
from showstatus.reader.events.days import DAY
from showstatus.reader.events.event import Event
from showstatus.reader.lexicon import DATE, SHOW, phrases
from showstatus.reader.mentions.marked import Marked, Mention
from showstatus.reader.mentions.times import DateMention

_ORDERS = frozenset(
    {"picked", "picks", "pick", "ordered", "orders", "order", "greenlit", "greenlights", "commissioned", "commissions"}
    | {"green"}
)
FIRST_ORDERS = _ORDERS | {"landed", "lands", "gets", "got", "scored", "scores", "secured"}
"""By which words a first season may be ordered."""
_RESCUES = frozenset(
    {"picked", "picks", "pick", "picking", "bringing", "brings", "brought", "moving", "moves", "moved", "go", "revived"}
)
_NEAR = 300
"""Within so many characters behind a cancellation what is picked up is saved."""
_SHOT = frozenset({"filmed", "shot"})


_NEW_DAY = re.compile(rf"(?i) (?:to|into|until|till|before|for)(?: [^ ]+){{0,3}}? (?:the )?{DATE}$")
_FOR_A_DAY = re.compile(
    rf" (?:for|due in|due|to air in|to come in)(?: the)? ({DATE})(?! (?:season|schedule|slate|lineup))"
)
"""When it comes that is decided: “a second season is in the works for 2025”."""
_CAME_OUT = re.compile(
    r"(?i) , (?:(?:which|that) )?(?:(?:was|were|had|first|only) )*(released|aired|premiered|debuted|launched|dropped"
    rf"|shown|broadcast|streamed|came|arrived|landed|screened)(?: [^,]{{1,30}})? {DATE} ,"
)
"""What is said of a last season between it and its verb: “the third season, released in 2022, was the last”."""
_NOT_UNTIL = re.compile(rf"(?i) not .* (?:until|till|before) | from (?:the )?{DATE} to ")
"""A delay that names the new day: “will not launch until May”."""
_UNTIL = re.compile(
    rf"(?i)(?<!shut down)(?<!paused)(?<!halted)(?<!suspended)(?<!hold) (?:to|until|till) (?:the )?{DATE}$"
)
"""A delay that says until when, of which outlets tell no more than that."""
PUT_OFF = "put off"
"""The kind of what is told by that alone: no event, but when a season comes."""
_COMES = frozenset({"renewed", "returns", "saved", "moved", "ordered"})
_TYPED_LATE = dt.timedelta(days=2)
"""So much a day may be off that is meant to be past: elsewhere it is tomorrow, and the byline has the day before."""


_MORE_OF_IT = re.compile(r"(?i) (?:full[- ]season|back (?:nine|half|order))(?= )")
"""What makes of an order one of more episodes of the season that is on."""
_LAST = re.compile(r"(?i) (?:last|final|farewell) (?:season|series|run) of(?= )")
_FURTHER = re.compile(
    r"(?i) (?:more|further|additional|new) (?:episodes|editions|instal?ments|shows|programmes) of(?= )"
    rf"| (?:\d+|two|three|four|five|six|eight|ten|twelve|another \w+) more {SHOW}"
)


def kind_of_order(inside: str) -> str:
    """What an order is by its words: a first one, one of more episodes of a season, or one of more than there are."""
    if _LAST.search(inside):
        return "final"
    if _MORE_OF_IT.search(inside):
        return "back-order"
    return "renewed" if _FURTHER.search(inside) else "ordered"


def with_its_day(made: Sequence[Event], cue: Cue, sentence: Marked, published: dt.date | None) -> list[Event]:
    """The events of a phrase; a date after the day of publication is none of a decision, but when its show comes."""
    told: list[Event] = []
    text, mentions = sentence.text, sentence.mentions
    for event in made:
        late = event.date is not None and published is not None and event.date.start - published > _TYPED_LATE
        moved = event.kind == "delayed" and event.dated and _NEW_DAY.search(text[cue.start : cue.end])
        if late and event.kind == "ended":  # “the series finale airs on Monday”
            told.append(replace(event, kind="finale", planned=True))
        elif event.kind in (DECISIONS | {"delayed"}) and (late or moved):
            coming = _on_its_new_day(event, mentions.get(cue.start + moved.end() - 1) if moved else None, published)
            if not (event.part and _NOT_UNTIL.search(text[cue.start : cue.end])):  # “part 2 is not out until May”
                told.append(replace(event, date=None if coming.date == event.date else event.date))
            if event.kind in _COMES or _NOT_UNTIL.search(text[cue.start : cue.end]):
                told.append(coming)
            elif _UNTIL.search(text[cue.start : cue.end]):
                told.append(replace(coming, kind=PUT_OFF))
        elif event.kind == "final" and (came := _CAME_OUT.search(text[cue.start : cue.end])):
            told.append(replace(event, date=None, dated=False, day=False, relative=False))
            told.append(replace(event, kind="premiered", planned=False, phrase="", said_as=came[1].lower()))
        else:
            told.append(event)
            behind = _FOR_A_DAY.match(text[cue.end :]) if event.kind in _COMES else None
            named = mentions.get(cue.end + behind.start(1)) if behind else None
            heard = named.heard(published, "future") if isinstance(named, DateMention) else None
            if heard is not None and (published is None or heard.last >= published):
                told.append(replace(event, kind="window", date=heard, day=heard.is_day, dated=True))
    return told


def _on_its_new_day(event: Event, day: Mention | None, published: dt.date | None) -> Event:
    """That a season comes which is late or only decided: on the new day that its phrase names, else on the event's."""
    if not isinstance(day, DateMention):
        return replace(event, kind="window")
    heard = day.heard(published, "future")
    return replace(event, kind="window", date=heard, day=bool(DAY.search(day.text)), relative=day.relative)


@cache
def _moves() -> frozenset[str]:
    """The phrases of moves and revivals."""
    return frozenset(phrase.source for phrase in phrases() if phrase.kind == "moved")


def other_kind(event: Event, kind: str, aired: int, told: Sequence[Event]) -> str | None:
    """What the words of an event tell as well: an order that may be the first, or save what was cancelled, a shoot."""
    if kind == "renewed" and event.phrase in _moves():  # what goes elsewhere was mostly cancelled, if nobody says so
        return "saved"
    if kind == "renewed" and not event.weak:
        at = event.sentence.start
        lost = any(e.kind == "cancelled" and e.said and abs(at - e.sentence.start) <= _NEAR for e in told)
        if lost and event.said_as in _RESCUES and not event.before:
            return "saved"
        if (
            event.among < 2
            and (event.said_as in _ORDERS or event.phrase.startswith("S (pickup"))
            and max(event.seasons, default=1) == 1
            and not event.more
            and not aired
        ):
            return "ordered"
    return "filming-started" if kind == "filming-wrapped" and event.said_as in _SHOT and event.dated else None


_TURNS = frozenset({"changed", "changes", "change", "changing", "reversed", "reverses", "reversing", "reversal"})
"""By which words somebody has decided anew, whatever was decided before."""
_OF_AN_END = re.compile(r"(?i)\b(?:cancell?\w*|ax(?:e|ed|ing)|scrap\w*|decision to (?:end|drop|pull))\b")


def turned(event: Event, before: Sequence[Event], told: Sequence[Event]) -> Event:
    """A rescue of “it changed its mind”; a cancellation where an order went `before`, or the headline tells of one."""
    if event.said_as not in _TURNS or not event.phrase:
        return event
    decided = [e for e in before if e.said and not e.weak and e.kind in _OVERTURNED and e.sentence.role != "headline"]
    headed = [e for e in told if e.said and e.kind in _OVERTURNED and e.sentence.role == "headline"]
    last = decided[-1].kind if decided else None
    ordered = last in ("renewed", "ordered") and not (headed and headed[0].kind in ("renewed", "saved"))
    ends = last is None and bool(headed) and headed[0].kind == "cancelled"
    if not (ordered or ends) or (last is not None and _OF_AN_END.search(event.sentence.text)):
        return event
    return replace(event, kind="cancelled")


_OVERTURNED = frozenset({"renewed", "ordered", "cancelled", "saved", "final"})
