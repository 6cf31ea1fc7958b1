"""What one answer of a source adds to what it said before, story by story."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.answers import DAY, Kept, said, season

S1 = season(1, "2022-01-10", "2022-03-14", 10)


def test_a_season_without_dates_beyond_the_last_is_a_renewal() -> None:
    kept = Kept()
    kept.hear(said(S1))
    assert "pending" == kept.report().status.decision

    (added,) = kept.hear(said(S1, season(2)))
    assert ("renewed", [2], "inferred", "2023-01-11") == (added["kind"], added["seasons"], added["rank"], added["on"])
    assert ("renewed", (2,)) == (kept.report().status.decision, kept.report().status.confirmed)


def test_a_season_without_dates_of_a_show_that_is_over_is_none() -> None:
    kept = Kept()
    kept.hear(said(S1, season(2), standing="ended"))

    assert ("ended", ()) == (kept.report().status.decision, kept.report().status.confirmed)


def test_a_show_that_is_announced_has_a_first_season_ordered() -> None:
    kept = Kept()
    kept.hear(said(standing="in-development"))

    assert ("in-development", (1,)) == (kept.report().status.decision, kept.report().status.confirmed)


def test_a_day_that_moves_and_moves_back_on_one_day_stands_as_it_was_said_last() -> None:
    kept = Kept()
    for day in ("2023-06-01", "2023-07-01", "2023-06-01", "2023-07-01", "2023-06-01"):
        kept.hear(said(S1, season(2, day)))
        assert [("season 2", day)] == kept.stands("date-announced")


def test_a_day_that_moves_later_keeps_what_was_said_before() -> None:
    kept = Kept()
    kept.hear(said(S1, season(2, "2023-07-01")))
    later = DAY + dt.timedelta(30)
    kept.hear(said(S1, season(2, "2023-10-01"), day=later), later)

    assert [("season 2", "2023-07-01"), ("season 2", "2023-10-01")] == kept.stands("date-announced", later)
    assert (dt.date(2023, 7, 1), dt.date(2023, 10, 1)) == tuple(_next_day(kept, day) for day in (DAY, later))


def _next_day(kept: Kept, day: dt.date) -> dt.date | None:
    coming = kept.report(day).next
    return coming.date if coming is not None else None


def test_a_show_that_was_over_and_has_a_new_season_is_revived() -> None:
    kept = Kept()
    kept.hear(said(S1, standing="ended"))
    later = DAY + dt.timedelta(30)
    kept.hear(said(S1, season(2), day=later), later)

    assert ("ended", "renewed") == (kept.report().status.decision, kept.report(later).status.decision)
    assert [] == kept.stands("ended", later)


def test_a_show_that_is_over_no_longer_is_undecided_again() -> None:
    kept = Kept()
    kept.hear(said(S1, standing="ended"))
    kept.hear(said(S1))
    assert "pending" == kept.report().status.decision

    kept.hear(said(S1, standing="ended"))
    assert "ended" == kept.report().status.decision


def test_a_show_that_ends_takes_its_unaired_seasons_along() -> None:
    kept = Kept()
    kept.hear(said(S1, season(2), season(3, "2023-06-01")))
    kept.hear(said(S1, season(2), standing="ended"))

    assert ("ended", ()) == (kept.report().status.decision, kept.report().status.confirmed)


def test_it_takes_along_what_the_last_plan_took_the_place_of() -> None:
    kept = Kept()
    kept.hear(said(S1, season(2, "2023-06-01")))
    later = DAY + dt.timedelta(30)
    kept.hear(said(S1, season(2, "2023-09-01"), day=later), later)
    kept.hear(said(S1, standing="ended", day=later), later)

    assert [] == kept.stands("date-announced", later)


def test_another_day_for_a_premiere_takes_the_place_of_the_first() -> None:
    kept = Kept()
    kept.hear(said(season(1, "2022-01-10")))
    kept.hear(said(season(1, "2022-01-12")))

    assert [("season 1", "2022-01-12")] == kept.stands("premiered")
    assert [] == [*kept.report().status.disputes]


def test_a_premiere_that_turns_out_to_lie_ahead_was_none() -> None:
    kept = Kept()
    kept.hear(said(S1, season(2, "2023-01-10")))
    kept.hear(said(S1, season(2, "2023-06-01")))

    assert [("season 1", "2022-01-10")] == kept.stands("premiered")
    assert dt.date(2023, 6, 1) == _next_day(kept, DAY)


def test_a_planned_finale_that_moves_takes_the_place_of_the_first() -> None:
    kept = Kept()
    kept.hear(said(season(1, "2023-01-02", "2023-03-06")))
    later = DAY + dt.timedelta(20)
    kept.hear(said(season(1, "2023-01-02", "2023-03-13"), day=later), later)

    assert [("season 1", "2023-03-13")] == kept.stands("finale", dt.date(2023, 4, 1))


def test_a_day_that_comes_is_a_premiere_though_nothing_was_fetched() -> None:
    kept = Kept()
    show = said(S1, season(2, "2023-01-20", episodes=8))
    kept.hear(show)

    assert [] == kept.hear(show, dt.date(2023, 1, 19))
    assert ["premiered"] == [row["kind"] for row in kept.hear(show, dt.date(2023, 1, 20))]
    assert [] == kept.hear(show, dt.date(2023, 1, 21))


def test_seasons_that_vanish_are_reported_and_kept() -> None:
    kept = Kept()
    kept.hear(said(S1, season(2, "2023-06-01"), season(3)))

    assert [] == kept.hear(said(S1))
    assert ("X: TVmaze no longer lists 2 seasons; what it said is kept.",) == kept.notes
    assert (2, 3) == kept.report().status.confirmed


def test_a_day_that_vanishes_is_reported_and_kept() -> None:
    kept = Kept()
    kept.hear(said(S1, season(2, "2023-06-01")))
    kept.hear(said(S1, season(2)))

    assert ("X: TVmaze no longer gives a day for season 2; what it said is kept.",) == kept.notes
    assert dt.date(2023, 6, 1) == _next_day(kept, DAY)


def test_other_ids_are_added_and_those_it_no_longer_gives_are_kept() -> None:
    kept = Kept()
    kept.hear(said(S1, ids={"tvmaze": 590, "imdb": "tt1"}))
    kept.hear(said(S1, ids={"tvmaze": 590, "imdb": "tt2", "tvdb": 7}))
    kept.hear(said(S1))

    assert {"tvmaze": 590, "imdb": "tt2", "tvdb": 7} == kept.block["ids"]


def test_with_the_clock_behind_nothing_is_said_of_days_to_come() -> None:
    kept = Kept()
    behind = DAY - dt.timedelta(400)
    added = kept.hear(said(S1, season(2)), behind)

    assert {"2021-12-07"} == {row["on"] for row in added if "on" in row}
    assert [("season 1", "2022-01-10")] == kept.stands("date-announced", behind)
    kept.hear(said(S1, season(2)))
    assert ("renewed", (2,)) == (kept.report().status.decision, kept.report().status.confirmed)


def test_what_was_said_before_the_clock_was_set_is_dated_by_the_sources_clock() -> None:
    (*_, renewed) = Kept().hear(said(S1, season(2), day=dt.date(2022, 11, 30)))

    assert "2022-11-30" == renewed["on"]


@pytest.mark.parametrize(
    ("end", "episodes", "release"), [("2022-01-10", 8, "all"), ("2022-03-14", 10, "weekly"), (None, 8, None)]
)
def test_how_episodes_come_is_read_off_the_newest_season(end: str | None, episodes: int, release: str | None) -> None:
    kept = Kept()
    kept.hear(said(season(1, "2022-01-10", end, episodes), season(2)))

    assert release == kept.block.get("release")


def test_a_cancellation_that_a_source_takes_back_is_undecided_again() -> None:
    kept = Kept()
    kept.hear(said(S1, standing="cancelled"))
    assert "cancelled" == kept.report().status.decision
    kept.hear(said(S1, standing="cancelled"))
    assert "cancelled" == kept.report().status.decision

    kept.hear(said(S1))

    assert "pending" == kept.report().status.decision


def test_a_show_that_was_cancelled_and_is_only_over_is_no_longer_cancelled() -> None:
    kept = Kept()
    kept.hear(said(S1, standing="cancelled"))
    kept.hear(said(S1, standing="over"))

    assert [] == kept.stands("cancelled")
    assert 1 == len(kept.stands("ended"))
