"""What the filming of a season says of its premiere: the milestones of a case, read as lags.

Once a season is known to be filmed, the lag from there tells more than the months waited, and the lags pooled by
platform and genre are sharper than the model's. Before that the model knows more.
"""

from __future__ import annotations

import datetime as dt

from showstatus.dates import FIRST_DAY, LAST_DAY, ONE_DAY
from showstatus.forecast.features import Case, Milestone
from showstatus.forecast.window import Anchor, History, LagQuantiles
from showstatus.spoken import MONTHS, say_day, say_range

_FILMED = ("filming-started", "filming-wrapped")
_ANCHORS = ("renewed", *_FILMED)


def is_filmed(case: Case) -> bool:
    """Whether filming is known to have begun and no exact day is announced."""
    kinds = {milestone.kind for milestone in case.milestones}
    return bool(kinds.intersection(_FILMED)) and "date-announced" not in kinds


def lag_quantiles(case: Case, as_of: dt.date) -> LagQuantiles:
    """When a season that is being filmed premieres, at any level."""
    return LagQuantiles(history_of(case, as_of), as_of)


def history_of(case: Case, as_of: dt.date) -> History:
    """The case as the lags know it."""
    anchors = [_anchor(one) for one in case.milestones if one.kind in _ANCHORS and _bounded(one)]
    if case.seasons:
        premiere = case.seasons[-1].premiere
        anchors.insert(0, Anchor("premiere", premiere, 1, say_day(premiere)))
    windows = [one for one in case.milestones if one.kind in ("window-announced", "delayed") and one.end > as_of]
    newest = windows[-1] if windows else None
    release = None
    if case.seasons and case.seasons[-1].release_days is not None:
        release = "all" if case.seasons[-1].release_days == 1 else "weekly"
    return History(
        platform=case.platform,
        genres=case.genres,
        release=release,
        own=case.own,
        anchors=tuple(anchors),
        official=(newest.start, newest.end) if newest is not None else None,
    )


def _bounded(milestone: Milestone) -> bool:
    return milestone.start != FIRST_DAY and milestone.end != LAST_DAY


def _anchor(milestone: Milestone) -> Anchor:
    days = (milestone.end - milestone.start).days
    middle = milestone.start + (milestone.end - ONE_DAY - milestone.start) // 2
    return Anchor(milestone.kind, middle, min(days, 366), _words(milestone, days))


def _words(milestone: Milestone, days: int) -> str:
    start = milestone.start
    if 28 <= days <= 31 and start.day == 1:
        return f"{MONTHS[start.month - 1]} {start.year}"
    return str(start.year) if days in (365, 366) and start.day == start.month == 1 else say_range(start, milestone.end)
