"""The arithmetic of a forecast as a person can follow it: the show's own gaps, its class, its milestones, its like.

Pure. What a milestone is worth is the difference of two medians: without it and with it, those before it being known.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from showstatus.countdown import DAYS_IN_MONTH
from showstatus.dates import FIRST_DAY, LAST_DAY
from showstatus.forecast.analogues import Gap, nearest
from showstatus.forecast.engine import MEDIAN, Engine, Quantiles, interval
from showstatus.forecast.features import Case, Milestone
from showstatus.forecast.lag_words import unwatched_words
from showstatus.forecast.reference import Reference, reference_of
from showstatus.forecast.spread import share_by
from showstatus.spoken import MONTHS, say_day, say_range

MOST_GAPS = 6
"""How many of the show's own gaps a sentence names; the newest."""
_IN_DAYS_UP_TO = 60
_SAID = {
    "renewed": "The order", "filming-started": "The start of filming", "filming-wrapped": "The wrap",
    "post-production": "The post-production", "window-announced": "The official window",
    "date-announced": "The announced date", "delayed": "The delay",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class OwnGap:
    """How many days this show took from one premiere to the next."""

    first: int
    second: int
    days: int


@dataclass(frozen=True, slots=True)
class Effect:
    """What one milestone did to the median."""

    milestone: Milestone
    without: dt.date
    median: dt.date

    @property
    def days(self) -> int:
        """By how many days the median is later for it; negative: earlier."""
        return (self.median - self.without).days


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What a forecast rests on."""

    own: tuple[OwnGap, ...]
    reference: Reference | None
    plain: dt.date
    """The median without any milestone."""
    effects: tuple[Effect, ...]
    analogues: tuple[Gap, ...]
    elapsed: float = 0.0
    """The chance that it has come since anybody looked."""


def explain(case: Case, as_of: dt.date, engine: Engine, gaps: Iterable[Gap] = (), slug: str = "") -> Explanation:
    """What the forecast of a case rests on; `gaps` are those that analogues are chosen from, `slug` is the show's."""
    plain, effects = _effects(case, as_of, engine)
    return Explanation(
        own=tuple(own_gaps(case)),
        reference=reference_of(case),
        plain=plain,
        effects=effects,
        analogues=nearest(case, slug, as_of, gaps),
        elapsed=elapsed(case, as_of, engine),
    )


def elapsed(case: Case, as_of: dt.date, engine: Engine) -> float:
    """The chance, by what was known when somebody last looked, that it has come since; 0 where that is `as_of`."""
    if case.silent_until is None or case.silent_until >= as_of:
        return 0.0
    looked = max([case.silent_until, *(season.premiere for season in case.seasons)])
    return share_by(engine.distribution(case, looked).quantile, as_of) if looked < as_of else 0.0


def own_gaps(case: Case) -> Iterator[OwnGap]:
    """The show's own gaps between two seasons in a row, oldest first."""
    for one, other in itertools.pairwise(case.seasons):
        days = (other.premiere - one.premiere).days
        if days > 0:
            yield OwnGap(one.number, other.number, days)


def sentences(case: Case, as_of: dt.date, spread: Quantiles, told: Explanation) -> tuple[str, ...]:
    """The whole explanation in words, one sentence each."""
    said = [*_past(case, as_of, told.own, told.reference)]
    if told.effects:
        said.append(f"Without any milestone the median would be {say_day(told.plain)}.")
    said += [effect_words(effect) for effect in told.effects]
    if told.analogues:
        said.append(f"Nearest in the registry: {'; '.join(map(analogue_words, told.analogues))}.")
    return (*said, *unwatched_words(case.silent_until or as_of, told.elapsed), _in_sum(spread))


def short(case: Case, as_of: dt.date, engine: Engine, spread: Quantiles, gone: float = 0.0) -> tuple[str, ...]:
    """The explanation for many at once: all milestones are weighed as one, and nothing is looked up in a registry.

    `gone` is the chance that it has come since anybody looked.
    """
    said = [*_past(case, as_of, tuple(own_gaps(case)), reference_of(case))]
    if not case.seasons:
        said.append("No earlier premiere is known, so nothing tells how long this show takes.")
    if case.milestones:
        plain = engine.distribution(replace(case, milestones=()), as_of).quantile(MEDIAN)
        known = ", ".join(dict.fromkeys(f"{_SAID[one.kind][4:]} ({_when(one)})" for one in case.milestones))
        said.append(f"Known: {known}; that {_moved(plain, spread.quantile(MEDIAN))}.")
    return (*said, *unwatched_words(case.silent_until or as_of, gone), _in_sum(spread))


def _effects(case: Case, as_of: dt.date, engine: Engine) -> tuple[dt.date, tuple[Effect, ...]]:
    """The median without milestones, and what each one did to it in the order of their days."""
    ordered = sorted(case.milestones, key=lambda one: (one.kind in ("window-announced", "date-announced"), one.end))
    plain = before = engine.distribution(replace(case, milestones=()), as_of).quantile(MEDIAN)
    effects = []
    for count, milestone in enumerate(ordered, 1):
        median = engine.distribution(replace(case, milestones=tuple(ordered[:count])), as_of).quantile(MEDIAN)
        effects.append(Effect(milestone, before, median))
        before = median
    return plain, tuple(effects)


# --- in words ---------------------------------------------------------------------------------------------------


def effect_words(effect: Effect) -> str:
    """What one milestone did, as a sentence."""
    return f"{_SAID[effect.milestone.kind]} ({_when(effect.milestone)}) {_moved(effect.without, effect.median)}."


def analogue_words(gap: Gap) -> str:
    """One real case: “Sex Education 2→3: 20 months”."""
    return f"{gap.title} {gap.first}→{gap.second}: {months(gap.days)}"


def months(days: float) -> str:
    """A number of days in months, to half a month below a year: “9.5 months”, “20 months”."""
    count = days / DAYS_IN_MONTH
    text = f"{count:.0f}" if count >= 12 else f"{round(count * 2) / 2:g}"
    return f"{text} month{'' if text == '1' else 's'}"


def _past(case: Case, as_of: dt.date, own: tuple[OwnGap, ...], reference: Reference | None) -> Iterator[str]:
    if case.seasons:
        last = case.seasons[-1]
        waited = (as_of - last.premiere).days
        ago = f", {_length(waited)} before {say_day(as_of)}" if waited > 0 else ""
        yield f"Season {last.number} premiered on {say_day(last.premiere)}{ago}."
    if own:
        named = ", ".join(f"{gap.first}→{gap.second} {months(gap.days)}" for gap in own[-MOST_GAPS:])
        yield f"This show took from premiere to premiere: {named}."
    if reference is not None:
        yield (
            f"{reference.words[:1].upper()}{reference.words[1:]} took a median {months(reference.median)}, half of "
            f"them {months(reference.low)} to {months(reference.high)} ({reference.n:,} gaps)."
        )


def _length(days: int) -> str:
    """A wait in months, or in days where it is short."""
    return months(days) if days >= _IN_DAYS_UP_TO else f"{days} day{'' if days == 1 else 's'}"


def _moved(without: dt.date, median: dt.date) -> str:
    days = (median - without).days
    if not days:
        return f"leaves the median at {say_day(median)}"
    unit = "day" if abs(days) == 1 else "days"
    return f"moves the median {abs(days)} {unit} {'later' if days > 0 else 'earlier'}, to {say_day(median)}"


def _when(milestone: Milestone) -> str:
    """Say a half-open range of days as people do: “2023”, “August 2023”, “2 December 2022”."""
    start, end = milestone.start, milestone.end
    if start != FIRST_DAY and end != LAST_DAY and start.day == end.day == 1:
        if start.month == end.month == 1 and end.year == start.year + 1:
            return str(start.year)
        if (end - start).days <= 31:
            return f"{MONTHS[start.month - 1]} {start.year}"
    return say_range(start, end)


def _in_sum(spread: Quantiles) -> str:
    half, most = interval(spread, 0.5), interval(spread, 0.8)
    return (
        f"Median {say_day(spread.quantile(MEDIAN))}; 50 % of the probability from {say_day(half[0])} to "
        f"{say_day(half[1])}, 80 % from {say_day(most[0])} to {say_day(most[1])}."
    )
