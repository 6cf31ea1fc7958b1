"""When one stretch of episodes comes, runs and is all out: a whole season, a part of one, a special, a film.

A claim that names only a split season means its first part for a premiere or a date, and its last for a finale.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from showstatus.claims import Claim, Instalment
from showstatus.dates import LAST_DAY, ONE_DAY, PartialDate, on_day
from showstatus.weighing import Weighed, happened, missed_by, newest, over, weigh_fact, weigh_plans

WEEKLY_RUN = dt.timedelta(days=70)
"""How long a season that comes week by week is taken to run where neither finale nor episodes are known."""
MOST_WEEKLY = 52
"""A season of more episodes comes several a week: their number does not tell how long it runs."""
PLANS = ("window-announced", "date-announced", "delayed")
"""The kinds of claims that say when it is to come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One stretch of episodes that comes together: a whole season, a part, a special, a film."""

    instalment: Instalment
    label: str | None = None
    premiere: PartialDate | None = None
    """When it came; None where it has not."""
    premiere_claim: Claim | None = None
    presumed: bool = False
    """Whether the premiere is only presumed: an announced day passed and nobody said that it was missed."""
    finale: PartialDate | None = None
    complete_from: dt.date | None = None
    """The first day on which all of it is out; None where neither its premiere nor its finale is known."""
    plan: Claim | None = None
    """The plan that holds for it."""

    @property
    def official(self) -> PartialDate | None:
        """The day or window that was announced, as it was said."""
        return self.plan.value if self.plan is not None else None

    def aired(self, as_of: dt.date) -> bool:
        """Whether its premiere has come by a day, or the end of it."""
        return (self.premiere is not None and self.premiere.start <= as_of) or self.complete(as_of)

    def complete(self, as_of: dt.date) -> bool:
        """Whether all of it is out by a day."""
        return self.complete_from is not None and self.complete_from <= as_of

    def overdue(self, as_of: dt.date) -> bool:
        """Whether the announced window has wholly passed without it."""
        return not self.aired(as_of) and self.official is not None and self.official.end <= as_of


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for the whole show: how episodes come out, the day in question, and the cancellations by then."""

    release: str | None
    as_of: dt.date
    cancellations: Sequence[Claim]


def claims_of_part(by_kind: Mapping[str, list[Claim]], part: Instalment, parts: int) -> dict[str, list[Claim]]:
    """The claims about one run: those that name it, and those about its season that mean it."""

    def meant(claim: Claim, default: int) -> bool:
        named = [i.part for i in claim.instalments if i.season == part.season]
        return any((number or default) == part.part for number in named)

    first, last = (1, parts) if parts else (0, 0)
    return {
        kind: [claim for claim in by_kind.get(kind, ()) if meant(claim, last if kind == "finale" else first)]
        for kind in ("premiered", "finale", *PLANS)
    } | {"episodes": [claim for claim in by_kind.get("episodes", ()) if meant(claim, 0)]}


def make_run(
    instalment: Instalment,
    label: str | None,
    claims: Mapping[str, list[Claim]],
    setting: Setting,
    weighed: list[Weighed],
) -> Run:
    """What the claims about one stretch of episodes amount to; how they were weighed is added to `weighed`."""
    as_of = setting.as_of
    premieres = [claim for claim in claims["premiered"] if claim.value is not None]
    came = weigh_fact([claim for claim in premieres if happened(claim, as_of)])
    # A premiere that lies ahead is an announced date, whatever the claim calls it.
    ahead = [claim for claim in premieres if not happened(claim, as_of)]
    plans = weigh_plans([*ahead, *(claim for kind in PLANS for claim in claims[kind])], as_of)
    finale = weigh_fact([claim for claim in claims["finale"] if claim.value is not None], began=came.winner)
    weighed += [came, finale]

    plan = plans.winner
    premiere = came.winner.value if came.winner is not None else None
    presumed = premiere is None and plan is not None and _presumed_kept(plan, instalment, setting)
    if came.winner is not None:
        weighed.append(Weighed(None, missed_by([claim for kind in PLANS for claim in claims[kind]], came.winner)))
    else:
        weighed.append(plans)
        if presumed and plan is not None and plan.value is not None:
            premiere = on_day(plan.value.start)
    last_day = finale.winner.value if finale.winner is not None else None
    counted = newest([claim for claim in claims["episodes"] if claim.count])
    length = weekly_run(counted.count if counted is not None else None, setting.release)
    return Run(
        instalment=instalment,
        label=label,
        premiere=premiere,
        premiere_claim=came.winner,
        presumed=presumed,
        finale=last_day,
        complete_from=last_day.end if last_day is not None else _complete_from(premiere, length, setting, instalment),
        plan=plan,
    )


def _presumed_kept(plan: Claim, instalment: Instalment, setting: Setting) -> bool:
    """Whether an announced day has come and nobody said that nothing would: a cancellation after it says so."""
    if plan.value is None or not plan.value.is_day or not over(plan.value, setting.as_of):
        return False
    day = plan.value.start
    return not any(
        plan.said_on <= claim.said_on < day and _calls_off(claim, instalment.season) for claim in setting.cancellations
    )


def _calls_off(cancellation: Claim, instalment: Instalment) -> bool:
    """Whether a cancellation means this instalment: it names none, or this one, or an earlier season."""
    named = cancellation.instalments
    earlier = instalment.kind == "season" and any(i.kind == "season" and i.number <= instalment.number for i in named)
    return not named or earlier or instalment in named


def weekly_run(episodes: int | None, release: str | None) -> dt.timedelta:
    """From the premiere of a season that does not come at once to the day on which it is taken to be all out.

    Half of the weekly seasons of 4 to 13 episodes that we know end within a week of N - 1 weeks after their premiere;
    batches come faster than weekly episodes, so for them that is the most.
    """
    if not episodes or episodes > MOST_WEEKLY:
        return WEEKLY_RUN
    by_count = dt.timedelta(weeks=episodes - 1) + ONE_DAY
    return min(by_count, WEEKLY_RUN) if release == "batches" else by_count


def _complete_from(
    premiere: PartialDate | None, length: dt.timedelta, setting: Setting, instalment: Instalment
) -> dt.date | None:
    """Say when all is out where no finale is known."""
    if premiere is None:
        return None
    batch = setting.release == "batches" and instalment.part > 0
    if setting.release == "all" or batch or instalment.kind != "season" or LAST_DAY - premiere.end < length:
        return premiere.end
    return premiere.last + length


def in_sequence(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Close each part that the premiere of a later one shows to be out."""
    closed: list[Run] = []
    following: PartialDate | None = None
    for run in reversed(runs):
        closed.insert(0, out_by(run, following.start) if following is not None else run)
        following = run.premiere or following
    return tuple(closed)


def out_by(run: Run, day: dt.date) -> Run:
    """The same run, all out by a day at the latest; left alone where it only began on that day or later."""
    if (run.complete_from is not None and run.complete_from <= day) or (run.premiere and run.premiere.start >= day):
        return run
    return replace(run, complete_from=day)
