"""Which season of a show is a text about? Each that it could be is weighed, by who names it and by the words around."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from showstatus.reader import scales
from showstatus.reader.events.event import Event
from showstatus.reader.mentions.marked import Marked
from showstatus.reader.mentions.numbers import SeasonMention
from showstatus.reader.mentions.title import TitleMention
from showstatus.reader.scales import Marks, weight

Ways = Mapping[int | None, Marks]
"""The seasons that a text could be about, each with what speaks for it; None is none in particular."""


@dataclass(frozen=True, slots=True)
class Named:
    """The seasons that are named with a show."""

    beside: Sequence[int] = ()
    """Right behind its title, the headline's first."""
    by: Mapping[int, set[str]] = field(default_factory=dict)
    """How each is named, with the title or elsewhere in its sentences."""


def named_with(sentences: Sequence[Marked], beside: Sequence[int]) -> Named:
    """The seasons that stand in the sentences that name a show; those `beside` its title are known."""
    found: dict[int, set[str]] = defaultdict(set)
    for place, number in enumerate(beside):
        found[number].add("first with the title" if place == 0 else "with the title")
    for line in sentences:
        alone = len({title.key for _, title in line.of(TitleMention)}) == 1
        where = {"in its sentence", *(["alone with it"] if alone else [])}
        if line.sentence.role == "headline":
            where.add("in the headline")
        for _, season in line.of(SeasonMention):
            for number in season.numbers:
                found[number] |= where
            if season.aired:
                found[season.aired + 1].add("after so many")
    return Named(beside, found)


def subject_ways(
    told: Sequence[Event], verdict: str, named: Named, aired: int, rule: int | None, marks: Marks, *, lead: bool
) -> Ways:
    """The seasons that a text could be about by what is `told` of a show, with what speaks for each.

    `aired` is the last season that has come out, `rule` what the rules say, and `marks` are those of the verdict: by
    some of them a show is a new one.
    """
    sources: dict[int | None, set[str]] = defaultdict(set)
    sources[None].add("none")
    sources[1].add("the first")
    sources[rule].add("by rule")
    if aired:
        sources[aired].add("the last that aired")
        sources[aired + 1].add("the next")
    for number, by in named.by.items():
        sources[number] |= by
    for event in told:
        for number in event.seasons:
            sources[number].add(f"{event.kind} {event.mood}{' before' if event.before else ''}")
        if event.aired:
            sources[event.aired].add("counted")
            sources[event.aired + 1].add("counted next")
    last = max(number or 0 for number in sources)
    ways: dict[int | None, Marks] = {}
    for season, by in sources.items():
        tests = _tests(season, by, verdict, lead=lead)
        if season is not None:
            side = ["the highest" if season == last else "not the highest"]
            side += ["not aired" if season > aired else "aired"] if aired else []
            tests |= {*side, *(f"{one}, {verdict}" for one in side)}
        ways[season] = {**dict.fromkeys(tests, 1.0), **_words(season, marks)}
    return ways


def _tests(number: int | None, by: set[str], verdict: str, *, lead: bool) -> set[str]:
    which = _which(number)
    marks = {"any", which, f"{which}, {verdict}", f"{which}, {'lead' if lead else 'other'}", f"by {min(len(by), 6)}"}
    for source in by:
        marks |= {f"of {source}", f"of {source}, {verdict}", f"of {source}, {which}"}
    return marks


def _which(number: int | None) -> str:
    return "none" if number is None else ("first", "second")[number - 1] if number in (1, 2) else "later"


_PART = 0.5
"""What a mark of the verdict counts for the first season, or for none."""


def _words(number: int | None, marks: Marks) -> Marks:
    """What the words and events of a text say for the first season of a show, or for none in particular."""
    which = _which(number)
    if which not in scales.SEASONS:
        return {}
    known = scales.weighed_by(which)
    if known is None:
        return {scales.by_season(which, mark): _PART * strength for mark, strength in marks.items()}
    return {known[mark]: _PART * strength for mark, strength in marks.items() if mark in known}


def likeliest(ways: Ways, rule: int | None) -> int | None:
    """The season for which most speaks; the rule's where nothing was fitted."""
    return max(ways, key=lambda number: (weight(ways[number], "subject"), number == rule))


def by_rule(told: Sequence[Event], verdict: str, named: Sequence[int], aired: int) -> int | None:
    """The season that gets most votes: named with the title, above all in the headline, and by what is told of it."""
    votes: Counter[int] = Counter()
    settled = any(event.seasons for event in told if event.said and event.kind in ("renewed", "saved", "window"))
    for place, number in enumerate(named):
        votes[number] += 4 if place == 0 else 1
    for event in told:
        open_ = event.kind in ("pending", "alive") and verdict != "pending" and settled
        if (
            event.kind in ("premiered", "finale")
            or open_
            or event.before
            or (event.mood != "said" and verdict != "pending")
        ):
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
