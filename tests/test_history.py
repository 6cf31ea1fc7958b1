"""How a show came to stand as it does: dated transitions with the claims behind them."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from showstatus.history import history, next_moment, slips
from showstatus.ledger.book import Entry
from tests.registries import only, told

OUT = 'kind = "premiered", season = 1, value = "2023-01-05"'
AT_ONCE = 'release = "all"'


def log(entry: Entry, as_of: str, what: str = "decision") -> list[tuple[str, str | None, str | None]]:
    """Day, before and after of the transitions of one sort."""
    found = [moved for moved in history(entry, dt.date.fromisoformat(as_of)) if moved.what == what]
    return [(moved.day.isoformat(), moved.before, moved.after) for moved in found]


def test_every_decision_is_a_transition_on_the_day_it_was_made() -> None:
    assert [
        ("2022-03-17", None, "pending"),
        ("2022-05-31", "pending", "renewed"),
        ("2022-12-31", "renewed", "cancelled"),
        ("2023-01-12", "cancelled", "renewed"),
        ("2023-09-29", "renewed", "pending"),
        ("2024-01-05", "pending", "cancelled"),
    ] == log(only("cancelled_then_saved_minx"), "2026-01-01")


def test_every_stage_is_a_transition_of_its_instalment() -> None:
    found = history(only("concluded_with_a_film"), dt.date(2026, 12, 31))

    assert [
        ("2025-04-22", "the film Last Boat", None, "ordered"),
        ("2026-01-10", "the film Last Boat", "ordered", "dated"),
        ("2026-03-06", "the film Last Boat", "dated", "airing"),
        ("2026-03-07", "the film Last Boat", "airing", "complete"),
    ] == [
        (moved.day.isoformat(), str(moved.about), moved.before, moved.after)
        for moved in found
        if moved.what == "stage" and moved.about is not None and moved.about.kind == "film"
    ]


def test_a_plan_that_moves_is_a_slip_and_one_that_is_refined_is_none() -> None:
    assert [
        ("2024-01-15", "season 2", "2024-03-01", "2024-06/..", 92),
    ] == [
        (slip.day.isoformat(), str(slip.about), slip.before.edtf, slip.after.edtf, slip.days)
        for slip in slips(only("date_announced_then_delayed"), dt.date(2026, 1, 1))
    ]
    show = told(
        OUT,
        'kind = "window-announced", season = 2, value = "2024", on = 2023-06-01',
        'kind = "date-announced", season = 2, value = "2024-07-04", on = 2024-02-01',
        'kind = "premiered", season = 2, value = "2024-10-04"',
    )
    assert [("2024-10-04", 92)] == [(slip.day.isoformat(), slip.days) for slip in slips(show, dt.date(2025, 1, 1))]


def test_announced_days_and_delays_are_transitions() -> None:
    assert [
        ("2023-11-01", None, "1 March 2024"),
        ("2024-01-15", "1 March 2024", "June 2024 or later"),
        ("2024-04-20", "June 2024 or later", "5 July 2024"),
    ] == log(only("date_announced_then_delayed"), "2026-01-01", "official")


def test_a_delay_without_a_new_day_is_a_transition_too() -> None:
    show = told(
        OUT,
        'kind = "date-announced", season = 2, value = "2024-03-01", on = 2023-06-01',
        'kind = "delayed", season = 2, on = 2023-09-01',
    )

    assert [("2023-06-01", None, "1 March 2024"), ("2023-09-01", "1 March 2024", "a later day")] == (
        log(show, "2024-01-01", "official")
    )


def test_a_day_that_was_withdrawn_is_a_transition_too() -> None:
    day = 'kind = "date-announced", season = 2, value = "2024-03-01", on = 2023-06-01'
    show = told(
        OUT,
        day,
        f'kind = "withdrawn", value = "{told(day).claims[0].id}", on = 2023-09-01',
        'kind = "casting", season = 2, on = 2023-05-01',
    )

    assert [("2023-06-01", None, "1 March 2024"), ("2023-09-01", "1 March 2024", "no day")] == (
        log(show, "2024-01-01", "official")
    )


def test_a_transition_names_the_claims_that_made_it_and_none_where_time_did() -> None:
    show = told(
        OUT,
        'kind = "renewed", season = 2, on = 2023-03-01, by = "A"',
        'kind = "date-announced", season = 2, value = "2024-03-01", on = 2023-06-01, by = "B"',
        show=AT_ONCE,
    )
    behind = {
        (moved.day.isoformat(), moved.what, moved.after): [claim.by for claim in moved.claims]
        for moved in history(show, dt.date(2025, 1, 1))
        if moved.day > dt.date(2023, 2, 1)
    }

    assert {
        ("2023-03-01", "decision", "renewed"): ["A"],
        ("2023-03-01", "stage", "ordered"): ["A"],
        ("2023-06-01", "official", "1 March 2024"): ["B"],
        ("2023-06-01", "stage", "dated"): ["B"],
        ("2024-03-01", "stage", "airing"): [],
        ("2024-03-02", "stage", "complete"): [],
        ("2024-03-02", "decision", "pending"): [],
    } == behind


def test_the_day_of_silence_is_36_months_after_the_end_whenever_it_is_asked_for() -> None:
    show = only("silent_for_years")

    for as_of in ("2021-07-01", "2030-01-01"):
        assert ("2021-07-01", "pending", "unknown") == log(show, as_of)[-1]


def test_a_silence_that_was_broken_is_part_of_the_history() -> None:
    show = told(
        'kind = "premiered", season = 1, value = "2010-01-05"',
        'kind = "renewed", season = 2, on = 2020-03-01',
        show=AT_ONCE,
    )

    assert [
        ("2010-01-05", None, "pending"),
        ("2013-01-06", "pending", "unknown"),
        ("2020-03-01", "unknown", "renewed"),
    ] == log(show, "2021-01-01")


def test_nothing_after_the_day_asked_for_is_told() -> None:
    assert [("2022-03-17", None, "pending")] == log(only("cancelled_then_saved_minx"), "2022-05-30")


def test_a_pin_is_no_transition() -> None:
    assert [("2024-01-05", None, "pending"), ("2024-03-01", "pending", "cancelled")] == log(
        only("pinned"), "2026-01-01"
    )


def test_claims_that_tell_no_day_are_told_on_the_day_asked_for() -> None:
    assert [("2024-01-01", None, "cancelled")] == log(told('kind = "cancelled"'), "2024-01-01")


def test_a_show_without_claims_has_no_history() -> None:
    assert [] == history(told(), dt.date(2024, 1, 1))


@given(st.dates(dt.date(2021, 1, 1), dt.date(2027, 1, 1)), st.integers(1, 400))
def test_until_the_next_moment_time_alone_changes_nothing(day: dt.date, ahead: int) -> None:
    for name in ("date_announced_then_delayed", "cancelled_then_saved_minx", "concluded_with_a_film"):
        entry = only(name)
        later = min(day + dt.timedelta(ahead), next_moment(entry, day) - dt.timedelta(1))

        assert [(i.day, i.what) for i in history(entry, day)] == [(i.day, i.what) for i in history(entry, later)]


@given(st.sampled_from(["cancelled_then_saved_minx", "concluded_with_a_film"]), st.integers(0, 2000))
def test_a_history_since_a_day_is_the_end_of_the_whole_one(name: str, back: int) -> None:
    as_of = dt.date(2026, 1, 1)
    since = as_of - dt.timedelta(back)
    whole = history(only(name), as_of)

    assert [moved for moved in whole if since <= moved.day] == history(only(name), as_of, since)
