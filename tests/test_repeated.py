"""Claims of a source that may be kept for a while only: how long each stays, and which days survive it."""

from __future__ import annotations

import datetime as dt

from showstatus.claims import CastMember
from showstatus.ledger.toml_format import Row, row_id
from showstatus.reconcile import reconcile, redated, repeated
from tests.answers import DAY, said, season

S1 = season(1, "2022-01-10", "2022-03-14", 10)
MONTH = dt.timedelta(30)


def _kinds(rows: list[Row]) -> list[str]:
    return [row["kind"] for row in rows]


def _added(*answers: object, day: dt.date = DAY) -> list[Row]:
    """The claims of one answer after another, all heard on a day."""
    rows: list[Row] = []
    for show in answers:
        rows += reconcile("x", rows, {}, None, show, day).added  # type: ignore[arg-type]
    return rows


def test_a_claim_that_is_repeated_is_seen_again() -> None:
    first = repeated("x", _added(said(S1)), said(S1), DAY, MONTH)
    assert {"2023-01-11"} == {row["seen"] for row in first}

    again = repeated("x", first, said(S1), DAY + MONTH, MONTH)

    assert {"2023-02-10"} == {row["seen"] for row in again}
    assert _kinds(first) == _kinds(again)


def test_a_claim_that_is_not_repeated_stays_to_the_last_day_and_no_longer() -> None:
    first = repeated("x", _added(said(S1)), said(S1), DAY, MONTH)

    on_the_day = repeated("x", first, said(), DAY + MONTH, MONTH)
    after = repeated("x", first, said(), DAY + MONTH + dt.timedelta(1), MONTH)

    assert {"2023-01-11"} == {row["seen"] for row in on_the_day}
    assert [] == after


def test_another_value_is_no_repetition() -> None:
    first = repeated("x", _added(said(S1)), said(S1), DAY, MONTH)
    other = said(season(1, "2022-01-11", "2022-03-14", 10))

    again = repeated("x", first, other, DAY + MONTH, MONTH)

    assert {"premiered": "2023-01-11", "finale": "2023-02-10", "episodes": "2023-02-10"} == {
        row["kind"]: row["seen"] for row in again
    }


def test_another_cast_is_no_repetition() -> None:
    answer = said(S1, cast=(CastMember("Jane", "Ann"),))
    first = repeated("x", _added(answer), answer, DAY, MONTH)
    other = said(S1, cast=(CastMember("Jane", "Beth"),))

    again = repeated("x", first, other, DAY + MONTH, MONTH)

    assert ["2023-01-11"] == [row["seen"] for row in again if row["kind"] == "cast"]
    again = repeated("x", first, answer, DAY + MONTH, MONTH)
    assert ["2023-02-10"] == [row["seen"] for row in again if row["kind"] == "cast"]


def test_a_withdrawal_goes_with_what_it_withdrew() -> None:
    moved = said(season(1, "2022-01-11", "2022-03-14", 10))
    rows = _added(said(S1), moved)
    assert 1 == _kinds(rows).count("withdrawn")

    kept = repeated("x", rows, moved, DAY, MONTH)
    assert _kinds(rows) == _kinds(kept)
    (gone,) = (row["value"] for row in rows if row["kind"] == "withdrawn")

    without = repeated("x", [row for row in kept if row["id"] != gone], moved, DAY, MONTH)

    assert "withdrawn" not in _kinds(without)


def test_a_claim_that_was_forgotten_gets_its_day_back() -> None:
    (renewed,) = (row for row in _added(said(S1, season(2))) if row["kind"] == "renewed")
    days = {renewed["id"]: renewed["on"]}
    later = {**renewed, "on": "2023-06-01"}

    (found,) = redated([{**later, "id": row_id(later)}], days)

    assert renewed == found


def test_what_was_never_claimed_keeps_its_own_day() -> None:
    (renewed,) = (row for row in _added(said(S1, season(2))) if row["kind"] == "renewed")
    other = {**renewed, "seasons": [3], "on": "2023-06-01"}

    (found,) = redated([other], {renewed["id"]: renewed["on"]})

    assert "2023-06-01" == found["on"]
    assert row_id(other) == found["id"]


def test_a_claim_without_a_day_gets_none() -> None:
    premiered = _added(said(S1))[0]

    assert [premiered] == redated([premiered], {"0123456789": "2022-01-01"})
