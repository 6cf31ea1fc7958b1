"""What of a show belongs in a calendar, and how a release is told from others and from its own earlier states."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from showstatus.releases import KEPT_DAYS, Release, releases
from tests.registries import shipped, told

NETFLIX = 'by = "Netflix"'
SEVERANCE = shipped("severance")
FIRST = 'kind = "premiered", season = 1, value = 2022-02-18'


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def _by_key(found: tuple[Release, ...]) -> dict[str, Release]:
    assert len({one.key for one in found}) == len(found)
    return {one.key: one for one in found}


def test_an_announced_day_is_that_day() -> None:
    entry = told(FIRST, f'kind = "date-announced", season = 2, value = 2023-08-03, on = 2023-01-02, {NETFLIX}')
    found = _by_key(releases(entry, _day("2023-01-11")))

    assert {"season-1", "season-2"} == set(found)
    season = found["season-2"]
    assert (_day("2023-08-03"), _day("2023-08-04"), False) == (season.start, season.end, season.estimated)


def test_an_announced_window_is_an_estimate_that_says_what_was_announced() -> None:
    entry = told(FIRST, f'kind = "window-announced", season = 2, value = 2023, on = 2023-01-02, {NETFLIX}')
    season = _by_key(releases(entry, _day("2023-01-11")))["season-2"]

    assert (True, "2023") == (season.estimated, str(season.official))
    assert _day("2023-01-11") <= season.start < season.end <= _day("2024-01-01")


def test_a_premiere_stays_for_a_year_and_then_goes() -> None:
    entry = told(FIRST)
    last = _day("2022-02-18") + dt.timedelta(KEPT_DAYS)

    assert ["season-1"] == [one.key for one in releases(entry, last)]
    assert () == releases(entry, last + dt.timedelta(1))


def test_a_season_behind_another_waits_for_an_announcement() -> None:
    renewed = f'kind = "renewed", seasons = [2, 3], on = 2022-05-20, {NETFLIX}'
    announced = f'kind = "window-announced", season = 3, value = 2025, on = 2022-06-01, {NETFLIX}'
    day = _day("2022-07-01")

    assert {"season-1", "season-2"} == set(_by_key(releases(told(FIRST, renewed), day)))
    assert {"season-1", "season-2", "season-3"} == set(_by_key(releases(told(FIRST, renewed, announced), day)))


def test_what_is_cancelled_is_sent_as_cancelled_for_a_year_where_it_stood() -> None:
    entry = told(
        FIRST,
        f'kind = "date-announced", season = 2, value = 2023-08-03, on = 2023-01-02, {NETFLIX}',
        f'kind = "cancelled", on = 2023-03-01, {NETFLIX}',
    )
    found = _by_key(releases(entry, _day("2023-03-01")))["season-2"]

    assert (True, _day("2023-08-03")) == (found.cancelled, found.start)
    assert "season-2" in _by_key(releases(entry, _day("2024-02-29")))
    assert "season-2" not in _by_key(releases(entry, _day("2024-03-01")))


def test_a_revived_season_is_no_longer_sent_as_cancelled() -> None:
    entry = told(
        FIRST,
        f'kind = "renewed", season = 2, on = 2022-05-20, {NETFLIX}',
        f'kind = "cancelled", on = 2022-06-01, {NETFLIX}',
        'kind = "saved", season = 2, platform = "HBO", on = 2022-07-01, by = "HBO"',
    )
    before, after = releases(entry, _day("2022-06-15")), releases(entry, _day("2022-07-15"))

    assert _by_key(before)["season-2"].cancelled
    assert not _by_key(after)["season-2"].cancelled


def test_an_aired_season_is_not_cancelled_with_its_show() -> None:
    entry = told(FIRST, f'kind = "cancelled", on = 2022-06-01, {NETFLIX}')

    assert [("season-1", False)] == [(one.key, one.cancelled) for one in releases(entry, _day("2022-07-01"))]


def test_a_season_that_turns_out_to_come_in_parts_keeps_its_name_for_the_first() -> None:
    dated = f'kind = "date-announced", season = 2, value = 2023-08-03, on = 2023-01-02, {NETFLIX}'
    split = f'kind = "split", season = 2, parts = ["Volume 1", "Volume 2"], on = 2023-02-01, {NETFLIX}'
    second = f'kind = "date-announced", season = 2, part = 2, value = 2023-12-01, on = 2023-02-01, {NETFLIX}'
    before = _by_key(releases(told(FIRST, dated), _day("2023-03-01")))
    after = _by_key(releases(told(FIRST, dated, split, second), _day("2023-03-01")))

    assert before["season-2"].start == after["season-2"].start
    assert ("Volume 1", "Volume 2") == (after["season-2"].label, after["season-2-part-2"].label)


def test_a_film_is_named_by_its_title() -> None:
    found = releases(shipped("heartstopper"), _day("2025-06-01"))

    assert "film-heartstopper-forever" in _by_key(found)


def test_a_revision_rises_with_a_claim_of_an_earlier_day_and_with_a_missed_window() -> None:
    window = f'kind = "window-announced", season = 2, value = "2023-01/2023-03", on = 2022-10-01, {NETFLIX}'
    late = f'kind = "filming-wrapped", season = 2, value = 2022-09-01, on = 2022-09-02, {NETFLIX}'

    def revision(day: str, *claims: str) -> int:
        return _by_key(releases(told(FIRST, *claims), _day(day)))["season-2"].revision

    assert revision("2023-02-01", window) < revision("2023-02-01", window, late)
    assert revision("2023-03-31", window) < revision("2023-04-01", window)


def test_who_is_in_it_moves_no_date() -> None:
    renewed = f'kind = "renewed", season = 2, on = 2022-05-20, {NETFLIX}'
    cast = 'kind = "cast", season = 2, cast = [{ actor = "A" }], on = 2022-06-01'
    day = _day("2022-07-01")

    assert [one.revision for one in releases(told(FIRST, renewed), day)] == [
        one.revision for one in releases(told(FIRST, renewed, cast), day)
    ]


@given(st.dates(_day("2020-01-01"), _day("2027-12-31")), st.integers(0, 400))
def test_no_revision_ever_falls(day: dt.date, later: int) -> None:
    entry = SEVERANCE
    before = {one.key: one.revision for one in releases(entry, day)}
    after = {one.key: one.revision for one in releases(entry, day + dt.timedelta(later))}

    assert all(before[key] <= after[key] for key in before.keys() & after.keys())
