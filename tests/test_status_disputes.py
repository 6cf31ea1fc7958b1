"""Sources that disagree, databases and pins: who wins, and what is shown as a dispute."""

from __future__ import annotations

from tests.asking import disputed, on, said, stage
from tests.registries import only


def test_of_two_wraps_the_one_after_the_start_of_filming_wins_and_the_other_is_a_dispute() -> None:
    show = only("two_sources_disagree_on_a_wrap")
    before, after = on(show, "2023-01-10"), on(show, "2023-01-11")
    season = after.season_of(after.next) if after.next is not None else None

    assert season is not None
    assert "2022-12-02" == str(season.milestones["filming-wrapped"].value)
    assert ("wrapped", []) == (stage(before), disputed(show, before))
    assert ("wrapped", [["Collider", "Attack of the Fanboy"]]) == (stage(after), disputed(show, after))


def test_within_three_days_the_platform_beats_the_press() -> None:
    show = only("press_against_official_within_three_days")
    stand = on(show, "2024-03-03")

    assert ("renewed", (2,), [["Netflix", "Deadline"]]) == (stand.decision, stand.confirmed, disputed(show, stand))
    assert "No. Netflix renewed Harbour Lights for season 2 on 1 March 2024." == said(show, "2024-06-01")


def test_later_than_that_the_press_beats_the_platform() -> None:
    show = only("press_against_official_later")
    stand = on(show, "2024-03-05")

    assert ("cancelled", (), []) == (stand.decision, stand.confirmed, disputed(show, stand))
    assert "Yes. Harbour Lights was cancelled on 5 March 2024, as Deadline reported." == said(show, "2024-03-05")


def test_a_database_never_reverses_the_press() -> None:
    show = only("database_against_press")
    stand = on(show, "2024-06-01")

    assert ("renewed", (2,), [["Deadline", "TMDB"]]) == (stand.decision, stand.confirmed, disputed(show, stand))
    assert said(show, "2024-06-01").startswith("No.")


def test_a_day_for_a_season_that_a_cancellation_did_not_cover_reopens_the_case() -> None:
    show = only("database_dates_a_season_after_a_cancellation")
    before, after = on(show, "2025-05-31"), on(show, "2025-06-01")

    assert ("cancelled", ()) == (before.decision, before.confirmed)
    assert ("renewed", (2,), "dated") == (after.decision, after.confirmed, stage(after))
    assert "No. Season 2 of Harbour Lights is announced for 10 October 2025." == said(show, "2025-06-01")
    assert "No. Season 2 of Harbour Lights is running." == said(show, "2025-10-10")


def test_a_pin_beats_all_until_it_has_passed() -> None:
    show = only("pinned")
    pinned, after = on(show, "2024-12-31"), on(show, "2025-01-01")

    assert ("renewed", None) == (pinned.decision, pinned.claim)
    assert "No. You pinned Harbour Lights as renewed until 31 December 2024." == said(show, "2024-12-31")
    assert ("cancelled", None) == (after.decision, after.pin)
    assert "Yes. Netflix cancelled Harbour Lights on 1 March 2024." == said(show, "2025-01-01")
