"""The JSON documents of what lies on a time line: `timeline`, `calendar`, `binge`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from showstatus.agenda import Agenda, Chance, Event
from showstatus.dates import ONE_DAY
from showstatus.spans import span_row
from showstatus.views.json_doc import SCHEMA_VERSION, Document

_SHOW = ("slug", "title", "qualifier", "platform", "decision", "stage")


def timeline_document(rows: Iterable[Mapping[str, Any]], as_of: dt.date) -> Document:
    """`timeline --json`: shows with their spans."""
    shows = [{**_show(row), "spans": row["spans"]} for row in rows]
    return {"schema_version": SCHEMA_VERSION, "as_of": as_of.isoformat(), "shows": shows}


def calendar_document(month: Agenda, as_of: dt.date) -> Document:
    """`calendar --json`: the certain days of a month, and the chance of what may come in it."""
    return {
        "schema_version": SCHEMA_VERSION,
        "as_of": as_of.isoformat(),
        "start": month.start.isoformat(),
        "end": (month.end - ONE_DAY).isoformat(),
        "events": [{"day": event.day.isoformat(), "what": event.what, **_whose(event)} for event in month.events],
        "chances": [{"probability": round(one.probability, 4), **_whose(one)} for one in month.chances],
    }


def binge_document(rows: Sequence[Mapping[str, Any]], as_of: dt.date) -> Document:
    """`binge --json`: shows with when what runs or comes is all out."""
    shows = [{**_show(row), "all_out": row["all_out"]} for row in rows]
    return {"schema_version": SCHEMA_VERSION, "as_of": as_of.isoformat(), "shows": shows}


def _show(row: Mapping[str, Any]) -> Document:
    return {key: row[key] for key in _SHOW}


def _whose(item: Event | Chance) -> Document:
    return {**_show(item.show), "span": span_row(item.span)}
