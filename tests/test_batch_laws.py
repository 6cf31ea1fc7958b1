"""Whatever a line of `forecast --stdin` holds, it has one answer, and that keeps the laws of an answer."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from showstatus.cli.batch import answered
from showstatus.forecast.engine import shipped
from showstatus.forecast.kinds import TOLD
from tests.engines import StandIn
from tests.test_batch import HEARTSTOPPER

TODAY = dt.date(2023, 6, 1)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(HEARTSTOPPER, JSON)))
def test_whatever_a_line_holds_it_has_one_answer(row: dict[str, Any]) -> None:
    told = json.loads(answered(json.dumps(row).encode(), TODAY, StandIn()))

    assert ("error" in told) != ("quantiles" in told)
    assert row.get("id") == told["id"]


DATES = st.dates().map(str) | st.sampled_from(
    [
        "2022-04-22",
        "2022-Q3",
        "2022",
        "2022~",
        "2022-07/2022-10",
        "2022/..",
        "../2022",
        "..",
        "2099-01-01",
        "1000-01-01",
        "9998-12-31",
        "9999-12-31",
        "0001-01-01",
        "2022-02-30",
        "soon",
    ]
)
AMOUNTS = st.sampled_from([0, 1, 2, "3", 1.0, 2.5, -1, 10**6, 10**9, 10**30, 1e300, "x", None])
SEASONS = st.fixed_dictionaries(
    {}, optional={"number": AMOUNTS, "premiere": DATES, "end": DATES, "episodes": AMOUNTS, "release_days": AMOUNTS}
)
MILESTONES = st.fixed_dictionaries(
    {"kind": st.sampled_from([*TOLD, "ordered", "wrapped"])},
    optional={"season": AMOUNTS, "value": DATES, "on": DATES},
)
ROWS = st.fixed_dictionaries(
    {},
    optional={
        "id": JSON,
        "as_of": DATES,
        "platform": st.sampled_from(["Netflix", "ABC", "", "/", "Nowhere"]),
        "type": st.sampled_from(["Scripted", "Reality", "?"]),
        "seasons": st.lists(SEASONS, max_size=4),
        "milestones": st.lists(MILESTONES, max_size=3),
    },
)
"""Questions of the right shape about anything: dates far off, seasons twice and out of order, numbers of any size."""


@settings(deadline=None, max_examples=300)
@given(ROWS)
def test_the_shipped_model_answers_whatever_is_understood(row: dict[str, Any]) -> None:
    told = json.loads(answered(json.dumps(row).encode(), TODAY, shipped()))

    assert row.get("id") == told["id"]
    if "error" in told:
        assert "has no answer" not in told["error"]  # no fault of ours
        return
    days = list(told["quantiles"].values())
    assert 19 == len(days)
    assert sorted(days) == days
    assert days[0] > (row.get("as_of") or TODAY.isoformat())[:10]
    assert 0 <= told["odds"]["12"] <= told["odds"]["24"] <= told["odds"]["36"] <= 1


@given(st.binary(max_size=60))
def test_whatever_bytes_a_line_is_it_has_one_answer(line: bytes) -> None:
    text = answered(line, TODAY, StandIn())

    assert text.isascii()
    assert "\n" not in text
    assert "id" in json.loads(text)
