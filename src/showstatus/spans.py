"""Which stretches of days a show fills on a time line: seasons on air, filming, what was announced, the estimate.

Pure, from a finished report. Ranges of days are half-open. Nothing is drawn of what has no date: a season that is
known to be out but not since when has no span.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from showstatus.claims import Claim, Instalment
from showstatus.completion import AllOut, all_out
from showstatus.dates import FIRST_DAY, LAST_DAY, ONE_DAY
from showstatus.report import Report
from showstatus.runs import Run
from showstatus.seasons import Season

WHATS = ("season", "filming", "announced", "window")
"""What fills a span: a season, part, special or film on air; its filming; a day or window that was announced for it;
the estimate of when it comes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """One stretch of days of a show."""

    what: str
    """One of `WHATS`."""
    instalment: Instalment
    label: str | None
    """What a part is called: “Volume 2”."""
    start: dt.date
    end: dt.date
    starts_on_day: bool
    """Whether something begins on exactly the first day; else somewhere in the span, or it is not known."""
    ends_on_day: bool
    """Whether it ends on exactly the last day."""
    quantiles: Mapping[str, dt.date]
    """For a window: days by cumulative probability; empty for all else."""


def spans(made: Report) -> tuple[Span, ...]:
    """The spans of one show, by their first day."""
    stand = made.status
    found: list[Span] = []
    complete = all_out(made)
    for season in stand.seasons.values():
        found += _filming(season, made.as_of)
        for run in season.runs:
            found += _on_air(run, complete)
            found += _announced(run, made.as_of)
    coming = made.next
    if coming is not None and coming.window is not None:
        found.append(
            Span(
                what="window",
                instalment=coming.instalment,
                label=coming.label,
                start=coming.window.start,
                end=coming.window.end,
                starts_on_day=False,
                ends_on_day=False,
                quantiles=coming.window.quantiles,
            )
        )
    return tuple(sorted(found, key=lambda span: (span.start, WHATS.index(span.what), span.end)))


def _on_air(run: Run, complete: AllOut | None) -> Iterator[Span]:
    """The days on which a run came out; where its end is only expected, as it is expected."""
    premiere = run.premiere
    if premiere is None or premiere.start == FIRST_DAY or premiere.end == LAST_DAY:
        return
    end = max(run.complete_from or premiere.end, premiere.end)
    if complete is not None and complete.instalment == run.instalment and run.finale is None:
        end = max(complete.end, premiere.end)
    at_once = end == premiere.end and premiere.is_day
    yield Span(
        what="season",
        instalment=run.instalment,
        label=run.label,
        start=premiere.start,
        end=end,
        starts_on_day=premiere.is_day,
        ends_on_day=at_once or (run.finale is not None and run.finale.is_day),
        quantiles={},
    )


def _announced(run: Run, as_of: dt.date) -> Iterator[Span]:
    official = run.official
    if official is None or run.aired(as_of) or official.end <= as_of:
        return
    if official.start == FIRST_DAY or official.end == LAST_DAY:
        return  # “not before” and “not after” fill no stretch of days
    yield Span(
        what="announced",
        instalment=run.instalment,
        label=run.label,
        start=official.start,
        end=official.end,
        starts_on_day=official.is_day,
        ends_on_day=official.is_day,
        quantiles={},
    )


def _filming(season: Season, as_of: dt.date) -> Iterator[Span]:
    """From the start of filming to its wrap; still going on until the day asked about; else the one that is known."""
    started, wrapped = season.milestones.get("filming-started"), season.milestones.get("filming-wrapped")
    first, last = _days(started), _days(wrapped)
    if first is None and last is None:
        return
    still = wrapped is None and season.stage(as_of) == "filming"
    start = (first or last or (as_of, as_of))[0]
    end = as_of + ONE_DAY if still else (last or first or (as_of, as_of))[1]
    if start < end:
        yield Span(
            what="filming",
            instalment=season.instalment,
            label=None,
            start=start,
            end=end,
            starts_on_day=first is not None and first[1] - first[0] == ONE_DAY,
            ends_on_day=last is not None and last[1] - last[0] == ONE_DAY,
            quantiles={},
        )


def _days(claim: Claim | None) -> tuple[dt.date, dt.date] | None:
    """The half-open range of days a milestone names, else when it was told; None where it is open."""
    date = (claim.value or claim.on) if claim is not None else None
    if date is None or date.start == FIRST_DAY or date.end == LAST_DAY:
        return None
    return date.start, date.end


def span_row(span: Span) -> Mapping[str, object]:
    """A span as `timeline --json` tells it: days included at both ends."""
    return {
        "what": span.what,
        "kind": span.instalment.kind,
        "number": span.instalment.number or None,
        "part": span.instalment.part or None,
        "title": span.instalment.title or None,
        "label": span.label,
        "start": span.start.isoformat(),
        "end": (span.end - ONE_DAY).isoformat(),
        "starts_on_day": span.starts_on_day,
        "ends_on_day": span.ends_on_day,
        "quantiles": {level: day.isoformat() for level, day in span.quantiles.items()} or None,
    }


def span_of(row: Mapping[str, Any]) -> Span:
    """The span that a row tells: the inverse of `span_row`."""
    return Span(
        what=row["what"],
        instalment=Instalment(row["number"] or 0, row["part"] or 0, row["kind"], row["title"] or ""),
        label=row["label"],
        start=dt.date.fromisoformat(row["start"]),
        end=dt.date.fromisoformat(row["end"]) + ONE_DAY,
        starts_on_day=row["starts_on_day"],
        ends_on_day=row["ends_on_day"],
        quantiles={level: dt.date.fromisoformat(day) for level, day in (row["quantiles"] or {}).items()},
    )
