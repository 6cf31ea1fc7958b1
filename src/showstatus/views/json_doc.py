"""The JSON documents: stable fields, inclusive dates, null where nothing is known. They may only grow."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from showstatus.dates import FIRST_DAY, LAST_DAY, ONE_DAY
from showstatus.errors import UsageError
from showstatus.views.claim_json import evidence_row, instalment_row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from showstatus.claims import Problem
    from showstatus.countdown import Countdown
    from showstatus.dates import PartialDate
    from showstatus.forecast.estimate import Odds
    from showstatus.forecast.window import Forecast
    from showstatus.history import Slip, Transition
    from showstatus.ledger.record import Recorded
    from showstatus.report import Next, Report
    from showstatus.shows import Show

SCHEMA_VERSION = 1

Document = dict[str, Any]


def check_document(report: Report) -> Document:
    """`check SHOW --json`."""
    show, stand = report.show, report.status
    return {
        "schema_version": SCHEMA_VERSION,
        "as_of": report.as_of.isoformat(),
        "asked_season": report.asked_season,
        "followed": show.followed,
        "show": {
            "slug": show.slug,
            "title": show.title,
            "qualifier": show.qualifier,
            "aliases": list(show.aliases),
            "platform": show.platform,
            "country": show.country,
            "genres": list(show.genres),
            "ids": dict(show.ids),
        },
        "decision": stand.decision,
        "decided_on": str(report.decided_on) if report.decided_on is not None else None,
        "decided_by": report.decided_by,
        "question": report.question,
        "answer": report.answer,
        "confirmed_seasons": list(stand.confirmed),
        "aired_seasons": list(stand.aired),
        "complete_seasons": list(stand.complete),
        "next": _next(report.next),
        "renewal_odds": _odds(report.odds),
        "evidence": [evidence_row(claim, counted) for claim, counted in report.evidence],
        "disputes": [list(group) for group in stand.disputes],
        "cast": [
            {"actor": face.actor, "character": face.character, "since_season": face.since_season, "new": face.new}
            for face in report.cast
        ],
        "freshness": {
            "last_checked": _day(report.freshness.last_checked),
            "age_days": report.freshness.age_days,
            "stale": report.freshness.stale,
        },
        "attribution": list(report.attribution),
        "tags": list(show.tags),
        "note": show.note,
    }


def list_document(rows: Sequence[Mapping[str, object]], as_of: dt.date, attribution: Sequence[str]) -> Document:
    """`list --json` and `next --json`."""
    head = {"schema_version": SCHEMA_VERSION, "as_of": as_of.isoformat()}
    return {**head, "shows": list(rows), "attribution": list(attribution)}


def export_document(reports: Iterable[Report], as_of: dt.date) -> Document:
    """`export json`: every show as `check --json` tells it."""
    shows = [check_document(report) for report in reports]
    return {"schema_version": SCHEMA_VERSION, "as_of": as_of.isoformat(), "shows": shows}


def picked(document: Document, fields: Iterable[str], within: str | None = None) -> Document:
    """The document with only the named fields; `within` names the list whose rows they are fields of.

    Raises `UsageError` for a field nobody has, naming those there are.
    """
    wanted = list(fields)
    if not wanted:
        return document
    if within is None:
        _refuse_unknown(wanted, document)
        return {key: document[key] for key in wanted}
    rows = document[within]
    _refuse_unknown(wanted, rows[0] if rows else _row_fields(within))
    return {**document, within: [{key: row[key] for key in wanted} for row in rows]}


def _row_fields(within: str) -> Mapping[str, object]:
    """The fields that rows of this list have, where there is no row to look at."""
    from showstatus.views.json_schema import SCHEMA

    known = (schema["properties"].get(within) for schema in SCHEMA["properties"].values())
    fields: Mapping[str, object] = next(rows["items"]["properties"] for rows in known if rows is not None)
    return fields


def _refuse_unknown(wanted: Iterable[str], known: Mapping[str, object]) -> None:
    for name in wanted:
        if name not in known:
            raise UsageError(f"There is no field “{name}”; the fields are {', '.join(known)}.")


def _next(coming: Next | None) -> Document | None:
    if coming is None:
        return None
    return {
        **instalment_row(coming.instalment),
        "label": coming.label,
        "stage": coming.stage,
        "official": _official(coming.official),
        "date": _day(coming.date),
        "overdue": coming.overdue,
        "window": _window(coming.window),
        "countdown": _countdown(coming.countdown),
    }


def _official(date: PartialDate | None) -> Document | None:
    if date is None:
        return None
    return {
        "edtf": date.edtf,
        "start": date.start.isoformat() if date.start != FIRST_DAY else None,
        "end": date.last.isoformat() if date.end != LAST_DAY else None,
    }


def _window(window: Forecast | None) -> Document | None:
    if window is None:
        return None
    return {
        "start": window.start.isoformat(),
        "end": (window.end - ONE_DAY).isoformat(),
        "level": window.level,
        "median": window.median.isoformat(),
        "basis": window.basis,
        "method": window.method,
        "quantiles": {level: day.isoformat() for level, day in window.quantiles.items()},
        "because": list(window.because),
    }


def _countdown(count: Countdown | None) -> Document | None:
    if count is None:
        return None
    return {"min_days": count.min_days, "max_days": count.max_days, "words": count.words}


def _odds(odds: Odds | None) -> Document | None:
    if odds is None:
        return None
    return {
        "probability": odds.probability,
        "horizon_months": odds.horizon_months,
        "reference_class": odds.reference_class,
        "n": odds.n,
    }


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day is not None else None


def done_document(action: str, facts: Mapping[str, object]) -> Document:
    """What a command that changes the registry did: `{"action": "added", "show": "…", …}`."""
    return {"schema_version": SCHEMA_VERSION, "action": action, **facts}


def log_document(show: Show, transitions: Sequence[Transition], slips: Sequence[Slip], as_of: dt.date) -> Document:
    """`log SHOW --json`."""
    return {
        "schema_version": SCHEMA_VERSION,
        "as_of": as_of.isoformat(),
        "slug": show.slug,
        "title": show.title,
        "qualifier": show.qualifier,
        "transitions": [
            {
                "day": transition.day.isoformat(),
                "what": transition.what,
                "about": instalment_row(transition.about) if transition.about is not None else None,
                "before": transition.before,
                "after": transition.after,
                "claims": [claim.id for claim in transition.claims],
            }
            for transition in transitions
        ],
        "slips": [
            {
                "day": slip.day.isoformat(),
                "about": instalment_row(slip.about),
                "before": slip.before.edtf,
                "after": slip.after.edtf,
                "days": slip.days,
            }
            for slip in slips
        ],
    }


def changes_document(found: Sequence[Recorded]) -> Document:
    """`changes --json`, and what hooks are told."""
    return {"schema_version": SCHEMA_VERSION, "changes": [_change(one) for one in found]}


def refresh_document(
    found: Sequence[Recorded], fetched: int, registries: Sequence[str], warnings: Sequence[str], as_of: dt.date
) -> Document:
    """`refresh --json`."""
    return {
        "schema_version": SCHEMA_VERSION,
        "as_of": as_of.isoformat(),
        "fetched": fetched,
        "updated_registries": list(registries),
        "changes": [_change(one) for one in found],
        "warnings": list(warnings),
    }


def _change(recorded: Recorded) -> Document:
    from showstatus.views.news import sentence

    change = recorded.change
    return {
        "number": recorded.number,
        "day": change.day,
        "slug": change.slug,
        "title": change.title,
        "what": change.what,
        "about": instalment_row(change.about) if change.about is not None else None,
        "before": change.before,
        "after": change.after,
        "seasons": list(change.seasons),
        "sentence": sentence(change),
    }


def doctor_document(problems: Sequence[Problem]) -> Document:
    """`doctor --json`."""
    return {
        "schema_version": SCHEMA_VERSION,
        "problems": [
            {"path": found.path, "line": found.line, "severity": found.severity, "message": found.message}
            for found in problems
        ],
    }
