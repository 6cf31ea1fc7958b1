"""What a new revision of a text adds to the claims that came of it: what is new, and an end to what is gone."""

from __future__ import annotations

import datetime as dt

import pytest

from showstatus.ledger.toml_format import Row, row_id
from showstatus.reconcile import revised

DAY = dt.date(2023, 1, 11)
LATER = dt.date(2023, 2, 1)
TOLD: Row = {
    "kind": "renewed",
    "seasons": [2],
    "value": "2023-08",
    "on": "2022-05-20",
    "by": "A",
    "url": "https://a.b/",
}


def _known(*rows: Row) -> list[Row]:
    return list(revised("x", [], rows, DAY))


def test_a_sentence_becomes_a_claim_of_the_show_on_the_day_that_it_tells() -> None:
    row = {"show": "x", **TOLD}

    assert [{**row, "id": row_id(row)}] == _known(TOLD)


@pytest.mark.parametrize(
    ("row", "on"),
    [
        ({"kind": "renewed", "seasons": [2]}, "2023-01-11"),
        ({"kind": "cancelled"}, "2023-01-11"),
        ({"kind": "premiered", "seasons": [1], "value": "2022-01-10"}, None),
        ({"kind": "finale", "seasons": [1], "value": "2022-01-10"}, None),
    ],
)
def test_what_tells_no_day_is_said_on_the_day_it_was_read_unless_it_came(row: Row, on: str | None) -> None:
    (claim,) = _known(row)

    assert on == claim.get("on")
    assert () == revised("x", [claim], [row], LATER), "the same sentence is no other claim later"


@pytest.mark.parametrize(
    "other",
    [
        {"kind": "ordered"},
        {"seasons": [3]},
        {"value": "2023-09"},
        {"url": "https://a.b/c"},
        {"on": "2022-05-21"},
    ],
)
def test_a_sentence_that_says_something_else_takes_the_place_of_the_first(other: Row) -> None:
    known = _known(TOLD)
    row = {"show": "x", **TOLD, **other}
    gone, new = revised("x", known, [{**TOLD, **other}], LATER)

    assert {**row, "id": row_id(row)} == new
    end = {
        "show": "x",
        "by": "A",
        "url": "https://a.b/",
        "kind": "withdrawn",
        "value": known[0]["id"],
        "on": "2023-02-01",
    }
    assert {**end, "id": row_id(end)} == gone


def test_who_publishes_it_makes_no_other_sentence() -> None:
    assert () == revised("x", _known(TOLD), [{**TOLD, "by": "B", "said": "…"}], LATER)


def test_a_sentence_that_is_gone_and_comes_back_counts_again() -> None:
    known = _known(TOLD)
    (gone,) = revised("x", known, [], LATER)
    known.append(gone)
    assert () == revised("x", known, [], LATER)

    (back,) = revised("x", known, [TOLD], LATER)

    assert ("withdrawn", gone["id"], "2023-02-01") == (back["kind"], back["value"], back["on"])
    assert () == revised("x", [*known, back], [TOLD], LATER)
