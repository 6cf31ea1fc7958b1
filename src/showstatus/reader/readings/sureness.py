"""How sure is what was read? Marks of shows and events, each weighed by numbers fitted on labelled articles.

The rules say what a text may tell; these marks say how often such a telling is right. `tools/fit_reader.py` makes the
numbers in `lexicon/weights.txt`; where there are none, all that the rules found stands.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from showstatus.reader.events.event import Event
from showstatus.reader.scales import Marks, strength

EVENT_ENOUGH = -0.3
"""Events of less weight are unsure: shown to a person, but nothing is made of them."""
TOLD = 0.5
"""Where nobody looks, an event is told if it and its show are together more likely right than wrong."""
LEAD_CHANCE = 0.9
"""How likely a text is about the show that it seems to be about most."""
EVENT_LEAST = -3.0
"""Events of less weight are left out."""
ENOUGH = -0.45
"""What weighs less is left out: it is more likely wrong than right, or nearly so."""
_MAYBE = re.compile(
    r"(?i)\b(?:could|may|might|would|if|hop(?:e|es|ing)|expect\w*|rumou?r\w*|likely|speculat\w*|fans?|possib\w*"
    r"|reportedly|should)\b"
)
_TODAY = re.compile(r"(?i)\b(?:today|this (?:morning|afternoon|evening)|yesterday|right now)\b")
_SPEECH = re.compile(r"^[\"“‘']|[\"“][^\"”]{30,}")
_FIRM = re.compile(r"(?i)\b(?:announced|confirmed|revealed|according to|officially|reports?|said)\b")


def is_told(event: float, show: float, *, lead: bool) -> bool:
    """Whether an event is told where nobody looks; how sure it and its show are is given in log odds."""
    return _chance(event) * (LEAD_CHANCE if lead else _chance(show)) >= TOLD


def _chance(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))


@dataclass(frozen=True, slots=True)
class Company:
    """What else a text tells of the show of an event, counted once for all of them."""

    events: frozenset[int]
    """The events themselves, by their identities."""
    said: Counter[str]
    """How many of each kind are stated."""
    places: Counter[str]
    """In how many sentences."""
    seasons: dict[str, frozenset[tuple[int, ...]]]
    """Of which seasons those of a kind are."""
    named: Counter[int]
    """How many events are of a season."""
    told: frozenset[tuple[str, int]]
    """The kinds and seasons of those that name their season."""


def company(told: Sequence[Event], worth: Iterable[tuple[Event, str]]) -> Company:
    """The events of a show as each of them sees the others; `worth` are those worth telling, with their kinds."""
    said = [event for event in told if event.said]
    seasons: dict[str, set[tuple[int, ...]]] = defaultdict(set)
    for event in said:
        seasons[event.kind].add(event.seasons)
    return Company(
        frozenset(map(id, told)), Counter(event.kind for event in said),
        Counter(kind for kind, _ in {(event.kind, event.sentence.start) for event in said}),
        {kind: frozenset(found) for kind, found in seasons.items()},
        Counter(season for event in told for season in set(event.seasons)),
        frozenset((kind, season) for event, kind in worth for season in event.seasons),
    )  # fmt: skip


def event_marks(event: Event, kind: str, season: int | None, verdict: str, others: Company, news: int) -> set[str]:
    """What speaks for an event as it is told, and against it."""
    where = "headline" if event.sentence.role == "headline" else "news" if event.sentence.start < news else "later"
    named = "named" if event.direct else "meant"
    stated = "stated" if event.seasons else "counted on" if event.more else "counted" if event.aired else "not stated"
    dated = "day" if event.day else "date" if event.dated else "no date"
    among = "one" if event.among < 2 else "two" if event.among == 2 else "many"
    marks = {
        "any", f"{kind}", f"{kind} in {verdict}", f"{kind}, {named}", f"{kind}, {where}", f"{named}, {where}",
        f"{kind}, season {stated}", f"season {stated}", f"{kind}, {dated}", f"{event.sentence.role}",
        f"{kind}, of {among}", f"{kind}, {event.voice or 'entry'}", f"of {among}, {named}",
    }  # fmt: skip
    if event.said_as:
        marks.add(f"{kind}, said as {event.said_as}")
    if event.aside:
        marks |= {"aside", f"{kind}, aside"}
    if event.others:
        marks |= {f"others, {named}", f"{kind}, others, {named}"}
    if event.weak:
        marks |= {f"{kind}, weak", f"{kind}, weak, of {among}"}
    if event.date is None and event.dated:
        marks.add("date not understood")
    if event.before:
        marks.add(f"{kind}, before")
    if event.planned:
        marks.add(f"{kind}, planned")
    marks.add(f"phrase {event.kind}: {_named(event.phrase)}" if event.phrase else f"{kind}, entry")
    return marks | _sentence_marks(event, kind) | _company_marks(event, kind, season, others)


@cache
def _named(phrase: str) -> str:
    """The words by which a phrase of the lexicon is known: its first five."""
    return " ".join(re.findall(r"[\w'-]+", phrase)[:5])


def verdict_sureness(kind: str, verdict: str, margin: float) -> set[str]:
    """How sure the verdict is under which an event of a kind is told, by how much it weighs more than the next."""
    sure = "far ahead" if margin > _FAR else "ahead" if margin > _AHEAD else "close"
    return {f"{kind} in {verdict}, {sure}"}


_FAR, _AHEAD = 3.0, 1.2


def event_wording(event: Event, kind: str) -> Marks:
    """How strongly the words of its sentence state an event."""
    strong = strength(event.wording)
    return {"worded": strong, f"{kind}, worded": strong}


def _sentence_marks(event: Event, kind: str) -> set[str]:
    """What the sentence of an event says of how firm it is."""
    text = event.sentence.text
    manner = _manner(text)
    marks = {*manner, *(f"{kind}, {mark}" for mark in manner if mark != "firm")}
    if event.date is not None and event.kind == "window" and _TODAY.search(text):
        marks.add("window, today")
    return marks


@lru_cache(1024)  # asked for each event of a sentence, of each of its shows
def _manner(text: str) -> tuple[str, ...]:
    """How firmly a sentence speaks."""
    manners = (("maybe", _MAYBE), ("firm", _FIRM), ("in speech", _SPEECH))
    return tuple(mark for mark, pattern in manners if pattern.search(text))


def _company_marks(event: Event, kind: str, season: int | None, others: Company) -> set[str]:
    """What else is told of the show: the same again, the same of other seasons, the same season."""
    marks = {f"told {min(others.places[event.kind], 3)} times"}
    if season is not None:
        for other, number in others.told:
            if other != kind:
                side = "beside" if season == number else "after" if season > number else "before"
                marks.add(f"{kind} {side} {other}")
    if season is not None and any(found and season not in found for found in others.seasons.get(event.kind, ())):
        marks.add(f"{kind}, other seasons too")
    elif others.said[event.kind] > 1:
        marks.add("told again")
    if event.seasons and season is not None:
        itself = id(event) in others.events and season in event.seasons
        if others.named[season] > itself:
            marks.add("season named again")
    return marks


def date_marks(event: Event, kind: str, published: dt.date | None) -> set[str]:
    """What the date of an event says for it and against it: what is announced lies ahead, what is done behind."""
    if event.date is None:
        return set()
    if published is None:
        return {f"{kind}, day unknown"}
    when = "ahead" if event.date.start > published else "behind" if event.date.last < published else "now"
    return {f"{kind}, {when}", f"{kind}, {when}, {'as written' if event.relative else 'with its year'}"}


def season_marks(kind: str, season: int | None, sources: Iterable[str], subject: int | None, aired: int) -> set[str]:
    """What speaks for it that an event is of this season, and against it: who names the season."""
    marks = {f"of {source}" for source in sources} | {f"{kind} of {source}" for source in sources}
    if season is not None:
        ahead = "next" if season == aired + 1 else "later"
        place = "none has aired" if not aired else "has aired" if season <= aired else ahead
        marks.add(f"{kind}, {place}")
        if subject is not None:
            side = "subject" if season == subject else "earlier" if season < subject else "after"
            marks |= {f"season: {side}", f"{kind}, season: {side}"}
    return marks


def show_marks(told: Sequence[Event], verdict: str, findings: int, length: int, *, lead: bool, many: bool) -> set[str]:
    """What speaks for a show that a text of so many characters tells of, and against it, beside its title's marks."""
    marks = {"any", "lead" if lead else "another show" if many else "another show in a text about one"}
    marks |= {f"verdict: {verdict}", f"verdict: {verdict}, {'lead' if lead else 'other'}"}
    direct = [event for event in told if event.direct and event.said]
    marks.add(f"named with: {min(len(direct), 3)}")
    if direct:
        part = min(3, 4 * direct[0].sentence.start // max(1, length))
        marks |= {
            f"first told in quarter {part + 1}",
            f"{'lead' if lead else 'other'}, first told in quarter {part + 1}",
        }
        among = max(event.among for event in direct)
        marks.add(f"told of {'one' if among < 2 else 'two' if among == 2 else 'many'}")
        where = {event.sentence.block for event in told}
        marks.add(f"told in {min(len(where), 3)} blocks")
    marks.add(f"events: {min(findings, 3)}")
    if any(event.sentence.role == "headline" for event in told):
        marks.add("told in the headline")
    if any(not event.phrase for event in told):
        marks.add("an entry")
    if direct and all(event.before for event in direct):
        marks.add("only before")
    if direct and all(_MAYBE.search(event.sentence.text) for event in direct):
        marks.add("only maybe")
    if any(event.seasons for event in direct):
        marks.add("season stated")
    kinds = {event.kind for event in told if event.said}
    marks |= {f"tells {kind}" for kind in kinds}
    if kinds and kinds <= {"premiered", "finale", "production"}:
        marks.add("tells only of the past")
    return marks
