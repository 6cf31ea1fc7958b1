"""The record of changes: what each of its readers has been told, and what it still has to be told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from showstatus.changes import Change, Coming, Stand
from showstatus.claims import Instalment
from showstatus.ledger.fetched import Fetched
from showstatus.ledger.record import LATER_LOOKS, Record, Seen

DAY = dt.date(2023, 1, 11)
COMING = Coming(instalment=Instalment(2), stage="dated", date="2023-08-03", official=None)
STAND = Stand(title="X", platform="Netflix", decision="renewed", confirmed=(2,), complete=(1,), coming=(COMING,))
SEEN = Seen(DAY, DAY + dt.timedelta(7), "show", frozenset({"a", "b"}), STAND)


@pytest.fixture
def record() -> Iterator[Record]:
    fetched = Fetched(":memory:")
    yield Record(fetched)
    fetched.close()


def _change(what: str, day: dt.date = DAY) -> Change:
    return Change(day=day.isoformat(), slug="x", title="X – “Ü”", what=what, about=Instalment(2), seasons=(2,))


def _told(record: Record, reader: str) -> list[tuple[int, str]]:
    return [(one.number, one.change.what) for one in record.unheard(reader)]


def test_how_a_show_stood_comes_back_as_it_was_noted(record: Record) -> None:
    assert [] == record.looks("x")
    record.note("x", SEEN, [])

    assert [SEEN] == record.looks("x")
    assert [] == record.looks("y")


def test_a_later_look_takes_the_place_of_the_first(record: Record) -> None:
    record.note("x", SEEN, [])
    later = SEEN._replace(day=DAY + dt.timedelta(1), claims=frozenset())
    record.note("x", later, [])

    assert [later] == record.looks("x")


def test_looks_as_of_later_days_are_kept_until_the_clock_has_passed_them(record: Record) -> None:
    ahead, long_ago, next_day = (
        SEEN._replace(day=dt.date(year, 1, day)) for year, day in ((2031, 1), (2000, 1), (2023, 12))
    )
    for look in (ahead, SEEN, long_ago):
        record.note("x", look, [])
    assert [long_ago, SEEN, ahead] == record.looks("x")

    record.note("x", next_day, [])
    assert [next_day, ahead] == record.looks("x")


def test_a_change_comes_back_as_it_was_noted(record: Record) -> None:
    record.note("x", SEEN, [_change("date")])

    (found,) = record.since(DAY)

    assert (1, _change("date")) == (found.number, found.change)


def test_a_reader_is_told_everything_in_order_until_it_has_heard_it(record: Record) -> None:
    record.note("x", SEEN, [_change("date"), _change("stage")])
    assert [(1, "date"), (2, "stage")] == _told(record, "cron")

    record.heard("cron", 1)
    assert [(2, "stage")] == _told(record, "cron")
    record.heard("cron", 2)
    assert [] == _told(record, "cron")
    assert [(1, "date"), (2, "stage")] == _told(record, "hook")


def test_what_was_heard_is_not_unheard_by_a_slower_process(record: Record) -> None:
    record.note("x", SEEN, [_change("date"), _change("stage")])
    record.heard("cron", 2)
    record.heard("cron", 1)

    assert [] == _told(record, "cron")


def test_a_welcomed_reader_is_told_what_comes_from_now_on(record: Record) -> None:
    record.welcome("early")
    record.note("x", SEEN, [_change("date")])
    record.welcome("cron")
    record.welcome("early")  # who is known is not welcomed twice
    record.note("x", SEEN, [_change("stage")])

    assert [(2, "stage")] == _told(record, "cron")
    assert [(1, "date"), (2, "stage")] == _told(record, "early")


def test_a_reader_that_left_begins_anew(record: Record) -> None:
    record.note("x", SEEN, [_change("date")])
    record.heard("cron", 1)
    record.heard("hook", 1)
    record.leave("cron")

    assert [(1, "date")] == _told(record, "cron")
    assert [] == _told(record, "hook")


def test_what_was_found_out_since_a_day_includes_that_day(record: Record) -> None:
    days = [DAY + dt.timedelta(number) for number in (-1, 0, 1)]
    record.note("x", SEEN, [_change("date", day) for day in days])

    assert [2, 3] == [one.number for one in record.since(DAY)]


@pytest.mark.parametrize(
    ("day", "show", "claims", "holds"),
    [
        (DAY, "show", {"a", "b"}, True),
        (DAY + dt.timedelta(6), "show", {"a", "b"}, True),
        (DAY + dt.timedelta(7), "show", {"a", "b"}, False),
        (DAY - dt.timedelta(1), "show", {"a", "b"}, False),
        (DAY, "other", {"a", "b"}, False),
        (DAY, "show", {"a"}, False),
    ],
)
def test_a_look_holds_until_time_or_news_may_change_it(day: dt.date, show: str, claims: set[str], holds: bool) -> None:
    assert holds == SEEN.still_holds(day, show, frozenset(claims))


def test_what_a_reader_was_told_of_occasions_is_its_own_until_it_leaves(record: Record) -> None:
    record.note("x", SEEN, [])
    record.note("y", SEEN._replace(claims=frozenset()), [])

    assert {"x": SEEN.claims, "y": frozenset()} == record.looked_at()
    assert {} == record.told("cron")

    record.heard("cron", 0, {"window:2": "2023-08", "“Ü”": ""})
    record.heard("hook", 0, {"window:2": "other"})
    record.heard("cron", 0, {"window:2": "2023-09"})
    assert {"window:2": "2023-09", "“Ü”": ""} == record.told("cron")
    record.leave("cron")
    assert ({}, {"window:2": "other"}) == (record.told("cron"), record.told("hook"))


def test_news_and_how_the_show_stands_are_noted_both_or_neither(record: Record) -> None:
    record.note("x", SEEN, [_change("date")])
    with pytest.raises(TypeError):
        record.note("x", SEEN._replace(day=DAY + dt.timedelta(1)), [_change("stage"), _change(object())])  # type: ignore[arg-type]

    assert ([SEEN], [(1, "date")]) == (record.looks("x"), _told(record, "cron"))


def test_how_a_show_stood_is_kept_in_words_that_can_be_read(record: Record) -> None:
    record.note("x", SEEN._replace(show="“Ü”"), [_change("date")])

    kept = record._connection.execute("SELECT seen.body, change.body FROM seen, change").fetchone()
    assert all("“Ü”" in body for body in kept)


def test_as_many_later_looks_are_kept_as_can_be_told(record: Record) -> None:
    days = [DAY + dt.timedelta(number) for number in range(LATER_LOOKS + 3)]
    for day in reversed(days):
        record.note("x", SEEN._replace(day=day), [])

    assert days[: LATER_LOOKS + 1] == [one.day for one in record.looks("x")]


def test_later_looks_stay_beside_an_earlier_one_by_day(record: Record) -> None:
    days = [DAY + dt.timedelta(number) for number in (2, 1, 0)]
    for day in days:
        record.note("x", SEEN._replace(day=day), [])

    assert sorted(days) == [one.day for one in record.looks("x")]
    record.note("x", SEEN._replace(day=DAY + dt.timedelta(5)), [])
    assert [DAY + dt.timedelta(5)] == [one.day for one in record.looks("x")]
