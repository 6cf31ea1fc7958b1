"""Which claims carry a sentence of an article? By the days that it names, and by what it says of them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence

from showstatus.claims import Claim, Instalment
from showstatus.forecast.kinds import ORDERS
from showstatus.report import Report
from showstatus.runs import PLANS
from showstatus.spoken import say

_CAME = ("premiered", *PLANS)
"""An announced day that has passed is taken for the premiere where nobody said that it was missed."""
_CARRIED_BY: dict[str, Sequence[str]] = {
    "Filming wrapped": ("filming-wrapped",),
    r"(?<!the )wrap \(": ("filming-wrapped",),
    "Filming started": ("filming-started",),
    r"(?<!the )start of filming \(": ("filming-started",),
    r"(?<!the )post-production \(": ("post-production",),
    "official window": PLANS,
    r"(?<!the )order \(": ORDERS,
    "It was ordered": ORDERS,
    "premiered ": _CAME,
    "was due ": _CAME,
    "ended with ": ("finale", *_CAME),
}
"""The kinds of claims that carry what a sentence says, by patterns of its words: other claims may tell the same day."""
_PART_END = re.compile(r"(?<=\)), ")
_SEASON_CAME = re.compile(r"Season (\d+) premiered ")
_NO_LONGER_DAY = r"(?<!\d )" + "".join(rf"(?<!{month} )" for month in calendar.month_name[1:])


def grounds(report: Report) -> list[Claim]:
    """The claims that the answer rests on: that of the decision, and those of the other days that it names."""
    stand = report.status
    if report.asked_season is not None:
        asked = Instalment(report.asked_season)
        season = stand.season_of(asked)
        if season is not None and season.aired(stand.as_of):
            ends = (c for c in _newest_first(report) if c.kind == "finale" and asked in _seasons_of(c))
            came = season.first.premiere_claim or season.first.plan or next(ends, None)
            if came is not None:
                return [came]
        elif asked in stand.orders:
            return [stand.orders[asked]]
    claim = stand.claim
    rest = report.answer
    for day in _days(claim) if claim is not None else ():
        rest = day.sub("…", rest)
    return [*([claim] if claim is not None else []), *named(rest, report)]


def named(text: str, report: Report) -> list[Claim]:
    """The claims whose days a sentence names, each day by the claim that tells what the sentence says of it."""
    kinds = next((kinds for words, kinds in _CARRIED_BY.items() if re.search(words, text)), ())
    claims = sorted(_newest_first(report), key=lambda claim: _place(claim.kind, kinds))
    told = [(day, claim) for claim in claims for day in _days(claim)]
    text = text.replace(report.show.display, "…")  # a year in a title is no day
    found = []
    for day, claim in sorted(told, key=lambda one: -len(one[0].pattern)):  # “2023” stands in “May 2023” as well
        if day.search(text):
            text = day.sub("…", text)
            found.append(claim)
    return found


def reasons_of(reason: str, report: Report) -> list[Claim]:
    """The claims behind a reason of the estimate; what is only worked out rests on none."""
    found = []
    for part in _PART_END.split(reason):
        kinds = next((kinds for words, kinds in _CARRIED_BY.items() if re.search(words, part)), None)
        if kinds is not None:
            found += _behind(part, kinds, report)
    return found


def _behind(part: str, kinds: Sequence[str], report: Report) -> list[Claim]:
    """The claim of these kinds whose day a part of a reason names, else the newest about what comes; one at most."""
    about = _instalment_of(part, report)
    order = report.status.orders.get(about) if kinds is ORDERS and about is not None else None
    claims = [*([order] if order is not None else []), *_newest_first(report)]
    fitting = [claim for claim in claims if (claim.kind in kinds or claim is order) and about in _seasons_of(claim)]
    fitting.sort(key=lambda claim: (claim is not order, _place(claim.kind, kinds)))
    return ([claim for claim in fitting if any(day.search(part) for day in _days(claim))] or fitting)[:1]


def _instalment_of(part: str, report: Report) -> Instalment | None:
    """What a part of a reason is about: the season it names, the one before, else what comes."""
    coming = report.next.instalment.season if report.next is not None else None
    if named := _SEASON_CAME.match(part):
        return Instalment(int(named[1]))
    if part.startswith("The previous season"):
        return Instalment(max(report.status.aired, default=0))
    return coming


def _seasons_of(claim: Claim) -> list[Instalment]:
    return [instalment.season for instalment in claim.instalments]


def _newest_first(report: Report) -> list[Claim]:
    """Every claim known: those that count before others, the newest first."""
    counted = [claim for claim, counts in report.evidence if counts]
    return [*reversed(counted), *(claim for claim in reversed(report.status.known) if claim not in counted)]


def _days(claim: Claim) -> list[re.Pattern[str]]:
    """The days that a claim tells and was told on, as they stand in a sentence: whole, not within a longer one."""
    words = dict.fromkeys(say(date) for date in (claim.value, claim.on) if date is not None)
    return [re.compile(rf"{_NO_LONGER_DAY}(?<!\w){re.escape(day)}(?!\w)") for day in words]


def _place(kind: str, kinds: Sequence[str]) -> int:
    return kinds.index(kind) if kind in kinds else len(kinds)
