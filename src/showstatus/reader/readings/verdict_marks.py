"""Which verdict does a text speak for? What is told of a show makes marks, weighed for each verdict against the others.

The rules (`verdicts`) say how a show stands; these marks say how often they are right where it is told like that.
`tools/fit_reader.py` makes the numbers in `lexicon/weights.txt`; where there are none, what the rules say stands.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from showstatus.reader import scales
from showstatus.reader.events.event import Event
from showstatus.reader.events.wording import Words
from showstatus.reader.readings.findings import Issue
from showstatus.reader.readings.verdicts import asks_beyond, ends_ahead
from showstatus.reader.scales import Marks, strength


def verdict_marks(told: Sequence[Event], rule: str, words: Words, issue: Issue, aired: int) -> Marks:
    """What the events of a show, and the words of the text, say for one verdict or another.

    `rule` is what the rules make of the events, `words` what the text is likely to state by its words alone, and
    `aired` the last season that has come out.
    """
    news, published = issue.news, issue.published
    marks = {"any", f"rule: {rule}"}
    counts: Counter[str] = Counter()
    for event in told:
        mood = event.mood if not event.before else f"{event.mood} before"
        where = "headline" if event.sentence.role == "headline" else "news" if event.sentence.start < news else "later"
        kind = "final" if event.final and event.kind in ("renewed", "window") else event.kind
        marks.add(f"{kind}, {mood}")
        marks.add(f"{kind}, {mood}, {where}")
        if event.direct and where != "headline":
            marks.add(f"{kind}, {mood}, named")
        if event.planned and event.kind in ("finale", "ended", "final"):
            marks.add(f"{kind}, planned")
        counts[f"{kind}, {mood}"] += 1
    marks |= {f"{name}, often" for name, n in counts.items() if n > 2}
    said = [event for event in told if event.said and not event.before]
    if said:
        marks.add(f"first: {said[0].kind}")
    decided = [event for event in said if event.kind in _DECIDED and not event.weak]
    if decided:
        marks |= {f"last decision: {decided[-1].kind}", f"decisions: {min(len({e.kind for e in decided}), 3)}"}
    marks |= {f"{event.kind}, {_age(event, published)}" for event in said}
    if any(event.sentence.asks and event.sentence.role == "headline" for event in told):
        marks.add("headline asks")
    ordered = [number for event in said if event.kind == "renewed" for number in event.seasons]
    if ordered and aired:
        marks.add("renewed season is ahead" if max(ordered) > aired else "renewed season has come out")
    if aired:
        marks.add("some season has come out")
    marks |= _together(told, published)
    return {
        **dict.fromkeys(marks, 1.0),
        **words.marks,
        **{f"{kind}, worded": strength(likely) for kind, likely in words.anywhere.items()},
        **{f"{kind}, worded by name": strength(likely) for kind, likely in words.named.items()},
    }


def _together(told: Sequence[Event], published: dt.date | None) -> set[str]:
    """What only several events together say: a later season is asked for than is told, a last one is still to come."""
    asked = any(event.mood == "asked" for event in told)
    beyond = asks_beyond(told)
    tests = {
        "asks for a later season": beyond,
        "asks for one that is told": asked and not beyond,
        "last season is ahead": ends_ahead(told, published),
    }
    return {name for name, there in tests.items() if there}


_DECIDED = ("renewed", "cancelled", "saved", "final", "ended", "pending", "alive")


def _age(event: Event, published: dt.date | None) -> str:
    """When something is dated, seen from the day of publication."""
    if event.date is None or published is None:
        return "dated" if event.dated else "not dated"
    days = (event.date.start - published).days
    return "ahead" if days > 0 else "new" if days > -_NEW else "of this year" if days > -_YEAR else "old"


_NEW, _YEAR = 20, 300
"""Within so many days before publication something is new, or of this year."""


def settled(rule: str, marks: Marks) -> tuple[str, float]:
    """The verdict that weighs most; what the rules said where none were fitted.

    With it comes how much more it weighs than the next, in log odds.
    """
    sums = dict.fromkeys(VERDICTS, 0)
    known = scales.verdict_weights()
    for mark, strong in marks.items():
        for verdict, weight in known.get(mark, ()):
            sums[verdict] += weight if strong == 1 else round(weight * strong)
    best = max(VERDICTS, key=lambda verdict: (sums[verdict], verdict == rule))
    return best, (sums[best] - max(sums[verdict] for verdict in VERDICTS if verdict != best)) / scales.IN_ONE


VERDICTS = ("renewed", "cancelled", "final-season", "ended", "pending", "saved", "in-production", "unknown")
