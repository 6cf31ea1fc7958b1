"""Sentences in the manner of the trade: does the reader hear what happens in them, and of which season?

What is asked here is what it considers: how much that weighs is fitted (`tools/fit_reader.py`), and may change.
"""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import pytest

from showstatus.reader.article import gathered, readings

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tools"))

from reader_forms import happened  # noqa: E402

TITLE, DAY = "Harbour Lights", dt.date(2024, 6, 12)
HEARD = [pair for pair in happened(TITLE, "heard") if pair[1]]


@pytest.mark.parametrize(("text", "events"), HEARD, ids=[text.splitlines()[-1][-60:] for text, _ in HEARD])
def test_what_happens_is_heard(text: str, events: list[dict[str, object]]) -> None:
    heard = gathered(text, DAY, (TITLE,))
    found = next(found for found in readings(heard, [[] for _ in heard.marks]) if found.title == TITLE)
    considered = {(way.kind, way.season) for ways in found.considered for way in ways}
    kinds = {kind for kind, _ in considered}
    for event in events:
        assert event["kind"] in kinds
        assert event["kind"] in ("cancelled", "saved") or (event["kind"], event["season"]) in considered
