"""A few inputs of each target of `scripts/fuzz`, the same ones every time, and what its long runs have found."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from tests.fuzzing.targets import TARGETS

FOUND: dict[str, list[Any]] = {
    "dates": [("last Friday", dt.date(1000, 1, 1))],
}
"""Inputs that broke a law once, by target."""


@pytest.mark.parametrize("name", TARGETS)
def test_hostile_input_breaks_no_law(name: str) -> None:
    if name == "signatures":
        pytest.importorskip("nacl", reason="signatures need PyNaCl, which is an extra")

    @settings(max_examples=20, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(TARGETS[name].inputs)
    def holds(value: Any) -> None:
        TARGETS[name].check(value)

    holds()


@pytest.mark.parametrize(("name", "value"), [(name, value) for name in FOUND for value in FOUND[name]])
def test_what_broke_a_law_once_breaks_none_now(name: str, value: Any) -> None:
    TARGETS[name].check(value)
