"""A few inputs of each target of `scripts/fuzz`, the same ones every time, and what its long runs have found."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from tests.fuzzing import files, seeds
from tests.fuzzing.targets import TARGETS

FOUND: dict[str, list[Any]] = {
    "articles": [
        "Harbour TV has cancelled Sa lt Road after two seasons, it is reported.\n\nIs Salt Road cancelled?\n\n"
        "Harbour TV has cancelled Salt Road after two seasons, it is reported.\n"
    ],
    "dates": [("last Friday", dt.date(1000, 1, 1))],
    "feeds": [(seeds.RSS.encode(), "\0")],
    "inbox": [
        ((*files.PROPOSED[0][:2], b"", *files.PROPOSED[0][3:]), ("inbox", "--json")),
        ((*files.PROPOSED[0][:3], "x =", *files.PROPOSED[0][4:]), ("inbox", "accept", "--all")),
    ],
    "fetched": [
        ((1, "", *files.KEPT[0][2:]), ("doctor",)),
        ((*files.KEPT[0][:6], '[{"id": "c1"}]'), ("check", "glow", "--json")),
        ((*files.KEPT[0][:6], '[{"id": "c1", "show": "glow", "kind": " ended"}]'), ("doctor",)),
    ],
    "catalogue": [
        ((b"", *files.CATALOGUED[1:]), ("search", "salt road")),
        (("Salt Road", -1, *files.CATALOGUED[2:]), ("search", "salt", "--json")),
    ],
    "damaged-files": [
        (("catalogue.db", ("search", "salt road")), [(1, b"")]),
        (("fetched.db", ("check", "glow", "--json")), [(995, b"\0\0\0\x80")]),
    ],
}
"""Inputs that broke a law once, by target."""

NEEDS = {"signatures": "nacl", "keys": "nacl", "signed-registry": "nacl", "feeds": "lxml", "wikipedia": "lxml"}
"""The module of an extra that a target needs."""


def need(name: str) -> None:
    if name in NEEDS:
        pytest.importorskip(NEEDS[name], reason="its reader is an extra")


@pytest.mark.parametrize("name", TARGETS)
def test_hostile_input_breaks_no_law(name: str) -> None:
    need(name)

    @settings(max_examples=20, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(TARGETS[name].inputs)
    def holds(value: Any) -> None:
        TARGETS[name].check(value)

    holds()


@pytest.mark.parametrize(("name", "value"), [(name, value) for name in FOUND for value in FOUND[name]])
def test_what_broke_a_law_once_breaks_none_now(name: str, value: Any) -> None:
    need(name)
    TARGETS[name].check(value)
