"""How far a season is and when it comes: airing, parts, days, delays and windows."""

from __future__ import annotations

import datetime as dt

from showstatus.report import report
from showstatus.status import official_date
from tests.asking import coming, official, on, said, stage
from tests.registries import entries, only

# --- airing ------------------------------------------------------------------------------------------------------


def test_a_weekly_season_airs_until_its_finale() -> None:
    show = only("airing_weekly")
    running, over = on(show, "2024-06-28"), on(show, "2024-06-29")

    assert ("renewed", (2,), "airing") == (running.decision, running.confirmed, stage(running))
    assert ((1, 2), (1,)) == (running.aired, running.complete)
    assert ("pending", (), (1, 2)) == (over.decision, over.confirmed, over.complete)


def test_a_weekly_season_without_a_finale_airs_for_70_days() -> None:
    show = only("airing_weekly_without_a_finale")

    assert ["airing", None] == [stage(on(show, day)) for day in ("2024-07-11", "2024-07-12")]


def test_a_season_that_comes_all_at_once_airs_for_a_day() -> None:
    show = only("all_at_once")
    today, tomorrow = on(show, "2024-05-03"), on(show, "2024-05-04")

    assert ("renewed", "airing") == (today.decision, stage(today))
    assert ("pending", None, (1, 2)) == (tomorrow.decision, tomorrow.next, tomorrow.complete)


def test_between_two_parts_the_second_is_what_comes_next() -> None:
    show = only("between_parts")
    stages = [
        (str(stand.next), stage(stand), official(stand))
        for stand in (on(show, day) for day in ("2024-05-15", "2024-05-16", "2024-05-17", "2024-06-13"))
    ]

    assert [
        ("season 2 part 1", "dated", "2024-05-16"),
        ("season 2 part 1", "airing", "2024-05-16"),
        ("season 2 part 2", "between-parts", "2024-06-13"),
        ("season 2 part 2", "airing", "2024-06-13"),
    ] == stages
    between = on(show, "2024-05-17")
    assert ("renewed", (2,)) == (between.decision, between.confirmed)
    assert ((1, 2), (1,)) == (between.aired, between.complete)
    assert (1, 2) == on(show, "2024-06-14").complete


def test_stranger_things_5_comes_in_three_volumes() -> None:
    show = only("three_volumes_stranger_things")
    days = ("2025-11-25", "2025-11-26", "2025-12-01", "2025-12-25", "2025-12-28", "2025-12-31")
    found = [(coming(stand).label, stage(stand), official(stand)) for stand in (on(show, day) for day in days)]

    assert [
        ("Volume 1", "dated", "2025-11-26"),
        ("Volume 1", "airing", "2025-11-26"),
        ("Volume 2", "between-parts", "2025-12-25"),
        ("Volume 2", "airing", "2025-12-25"),
        ("The Finale", "between-parts", "2025-12-31"),
        ("The Finale", "airing", "2025-12-31"),
    ] == found
    assert {("final-season", (5,))} == {(on(show, day).decision, on(show, day).confirmed) for day in days}
    assert "ended" == on(show, "2026-01-01").decision
    assert "No. Season 5 of Stranger Things is running and is the last, as Netflix said on 17 February 2022." == said(
        show, "2025-12-28"
    )
    assert "No. Stranger Things was not cancelled; it ended with season 5 on 31 December 2025." == (
        said(show, "2026-01-01")
    )


# --- plans -------------------------------------------------------------------------------------------------------


def test_a_delay_takes_the_day_away_until_a_new_one_is_announced() -> None:
    show = only("date_announced_then_delayed")
    found = [
        (stage(stand), official(stand), coming(stand).overdue(stand.as_of))
        for stand in (on(show, day) for day in ("2023-11-01", "2024-01-15", "2024-03-02", "2024-04-20", "2024-07-05"))
    ]

    assert [
        ("dated", "2024-03-01", False),
        ("ordered", "2024-06/..", False),
        ("ordered", "2024-06/..", False),
        ("dated", "2024-07-05", False),
        ("airing", "2024-07-05", False),
    ] == found


def test_a_day_that_passed_is_presumed_kept() -> None:
    show = only("day_passed_unconfirmed")
    due, later = on(show, "2024-03-01"), on(show, "2024-03-02")

    assert ("airing", True, False) == (stage(due), coming(due).presumed, coming(due).overdue(due.as_of))
    assert ("pending", (1, 2), ()) == (later.decision, later.complete, later.confirmed)
    assert (
        "Not decided. Nobody has said whether Harbour Lights gets a season 3; season 2 was due on 1 March 2024."
        == said(show, "2024-03-02")
    )
    assert report(show, dt.date(2024, 3, 2)).freshness.stale


def test_a_day_announced_before_a_cancellation_is_not_presumed_kept() -> None:
    show = only("day_passed_after_a_cancellation")
    later = on(show, "2024-03-02")

    assert ("cancelled", (1,), (), None) == (later.decision, later.aired, later.confirmed, later.next)
    assert "Yes. Netflix cancelled Harbour Lights on 10 January 2024, and season 2 is not coming." == said(
        show, "2024-03-02", 2
    )


def test_a_window_that_passed_makes_a_season_overdue_and_leaves_its_stage() -> None:
    show = only("window_passed")
    inside, over = on(show, "2023-12-31"), on(show, "2024-01-01")

    assert ("wrapped", "2023", False) == (stage(inside), official(inside), coming(inside).overdue(inside.as_of))
    assert ("wrapped", "2023", True) == (stage(over), official(over), coming(over).overdue(over.as_of))
    assert ("renewed", (2,)) == (over.decision, over.confirmed)
    made = report(show, dt.date(2024, 1, 1)).next
    assert made is not None
    assert made.window is not None
    assert dt.date(2024, 1, 1) <= made.window.start
    assert made.countdown is not None
    assert 0 <= made.countdown.min_days


def test_an_official_day_is_what_is_known_to_the_day() -> None:
    show = entries(
        '[show.x]\n[[claim]]\nshow="x"\nkind="window-announced"\nseason=1\nvalue="2024"\non=2023-05-01\n'
        '[[claim]]\nshow="x"\nkind="date-announced"\nseason=1\nvalue="2024-03-01"\non=2023-11-01\n'
    )["x"]

    assert None is official_date(coming(on(show, "2023-10-31")))
    assert "2024-03-01" == str(official_date(coming(on(show, "2023-11-01"))))
