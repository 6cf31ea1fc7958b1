"""Whether a show goes on: one test a ledger file of `ledgers/`, on the days that tell."""

from __future__ import annotations

import os

import pytest

from tests.asking import official, on, said, stage
from tests.registries import HERE, LEDGERS, only


@pytest.mark.parametrize("name", sorted(os.listdir(LEDGERS)))
def test_every_ledger_file_tells_its_fact_first_and_has_a_test(name: str) -> None:
    with open(os.path.join(LEDGERS, name), encoding="utf-8") as file:
        first = file.readline()
    tests = ""
    for module in ("test_status.py", "test_status_airing.py", "test_status_disputes.py", "test_status_shapes.py"):
        with open(os.path.join(HERE, module), encoding="utf-8") as file:
            tests += file.read()

    assert first.startswith("# ")
    assert first.endswith(".\n")
    assert f'("{name.removesuffix(".toml")}")' in tests


# --- renewed, cancelled, saved -----------------------------------------------------------------------------------


def test_a_renewed_show_was_pending_the_day_before() -> None:
    show = only("renewed")
    before, after = on(show, "2024-02-29"), on(show, "2024-03-01")

    assert ("pending", ()) == (before.decision, before.confirmed)
    assert ("renewed", (2,), (1,)) == (after.decision, after.confirmed, after.aired)
    assert ("season 2", "ordered") == (str(after.next), stage(after))
    assert "No. Netflix renewed Harbour Lights for season 2 on 1 March 2024." == said(show, "2024-03-01")


def test_one_order_may_confirm_two_seasons_of_which_each_is_met_by_itself() -> None:
    show = only("renewed_for_two_seasons_at_once")

    assert (2, 3) == on(show, "2024-03-01").confirmed
    assert (2, 3) == on(show, "2025-02-01").confirmed
    later = on(show, "2025-02-02")
    assert ("renewed", (3,), "season 3") == (later.decision, later.confirmed, str(later.next))
    assert "No. Netflix renewed Harbour Lights for seasons 2 and 3 on 1 March 2024." == said(show, "2024-06-01")


def test_glow_was_renewed_and_filmed_and_then_cancelled() -> None:
    glow = only("renewed_then_cancelled_glow")
    filming, cancelled = on(glow, "2020-10-04"), on(glow, "2020-10-05")

    assert ("final-season", (4,), "filming") == (filming.decision, filming.confirmed, stage(filming))
    assert ("cancelled", (), None) == (cancelled.decision, cancelled.confirmed, cancelled.next)
    assert "No. Season 4 of GLOW is still to come and is the last, as Netflix said in September 2019." == (
        said(glow, "2020-10-04")
    )
    assert "Yes. Netflix cancelled season 4 of GLOW on 5 October 2020." == said(glow, "2020-10-05")


def test_a_cancellation_keeps_the_facts_of_what_had_been_made() -> None:
    glow = only("renewed_then_cancelled_glow")
    seasons = {str(instalment): season for instalment, season in on(glow, "2021-01-01").seasons.items()}

    assert ["filming-started"] == list(seasons["season 4"].milestones)


def test_the_peripheral_was_renewed_and_then_cancelled() -> None:
    show = only("renewed_then_cancelled_the_peripheral")
    renewed, cancelled = on(show, "2023-02-28"), on(show, "2023-08-18")

    assert ("renewed", (2,)) == (renewed.decision, renewed.confirmed)
    assert "No. Prime Video renewed The Peripheral for season 2 in February 2023." == said(show, "2023-02-28")
    assert ("cancelled", ()) == (cancelled.decision, cancelled.confirmed)
    assert "Yes. Prime Video cancelled season 2 of The Peripheral on 18 August 2023." == said(show, "2023-08-18")


def test_what_was_said_in_a_month_counts_from_its_last_day() -> None:
    assert "pending" == on(only("renewed_then_cancelled_the_peripheral"), "2023-02-27").decision


def test_minx_was_cancelled_and_saved_elsewhere_and_cancelled_again() -> None:
    minx = only("cancelled_then_saved_minx")
    decisions = [
        on(minx, day).decision for day in ("2022-05-31", "2022-12-31", "2023-01-12", "2024-01-04", "2024-01-05")
    ]

    assert ["renewed", "cancelled", "renewed", "pending", "cancelled"] == decisions
    assert "Yes. Season 2 of Minx was cancelled in December 2022, as PopCulture.com reported." == said(
        minx, "2023-01-01"
    )
    assert "No. Starz saved Minx for season 2 on 12 January 2023." == said(minx, "2023-01-12")
    assert "Yes. Starz cancelled Minx on 5 January 2024." == said(minx, "2024-06-01")


def test_minx_season_2_has_a_day_once_it_is_saved() -> None:
    saved = on(only("cancelled_then_saved_minx"), "2023-06-01")

    assert ((2,), "dated", "2023-07-21") == (saved.confirmed, stage(saved), official(saved))


def test_what_was_cancelled_and_saved_on_one_day_is_saved() -> None:
    show = only("cancelled_and_saved_on_one_day")

    assert ("renewed", (7,)) == (on(show, "2023-05-01").decision, on(show, "2023-05-01").confirmed)
    assert "No. ABC saved Harbour Lights for season 7 on 1 May 2023." == said(show, "2023-05-01")


def test_a_cancelled_show_may_have_a_last_season_to_come() -> None:
    show = only("cancelled_with_a_season_still_to_come")
    told, running, over = on(show, "2024-02-18"), on(show, "2024-06-14"), on(show, "2024-06-15")

    assert ("cancelled", (2,), "ordered") == (told.decision, told.confirmed, stage(told))
    assert ("cancelled", (2,), "airing") == (running.decision, running.confirmed, stage(running))
    assert ("cancelled", (), None) == (over.decision, over.confirmed, over.next)
    cancelled = "Yes. Harbour Lights was cancelled on 18 February 2024, as SlashGear reported"
    assert f"{cancelled}; season 2 still to come." == said(show, "2024-02-18")
    assert f"{cancelled}; season 2 still running." == said(show, "2024-06-14")
    assert f"{cancelled}." == said(show, "2024-06-15")


# --- how shows end -----------------------------------------------------------------------------------------------


def test_a_final_season_is_not_undone_by_more_parts_of_it() -> None:
    show = only("final_season_announced")

    for day in ("2024-01-10", "2024-06-01"):
        assert ("final-season", (3,)) == (on(show, day).decision, on(show, day).confirmed)
        assert (
            "No. Season 3 of Harbour Lights is still to come and is the last, as Netflix said on 10 January 2024."
            == said(show, day)
        )
    assert "pending" == on(show, "2024-01-09").decision


def test_a_show_that_ended_as_planned_was_not_cancelled() -> None:
    show = only("ended_as_planned")
    running, over = on(show, "2024-06-05"), on(show, "2024-06-06")

    assert ("final-season", "airing") == (running.decision, stage(running))
    assert ("ended", (), (3,), None) == (over.decision, over.confirmed, over.complete, over.next)
    assert "No. Harbour Lights was not cancelled; it ended with season 3 on 5 June 2024." == said(show, "2024-06-06")


def test_heartstopper_concludes_with_a_film() -> None:
    show = only("concludes_with_a_film_heartstopper")
    ordered, wrapped = on(show, "2025-04-22"), on(show, "2025-08-01")

    assert "pending" == on(show, "2025-04-21").decision
    assert ("concludes-with-film", (), "ordered") == (ordered.decision, ordered.confirmed, stage(ordered))
    assert ("the film Heartstopper Forever", "wrapped", "2026") == (
        str(wrapped.next),
        stage(wrapped),
        official(wrapped),
    )
    assert (
        "No. Heartstopper concludes with the film Heartstopper Forever; Netflix ordered it on 22 April 2025."
        == said(show, "2025-08-01")
    )


def test_a_show_has_ended_once_the_film_that_concludes_it_is_out() -> None:
    show = only("concluded_with_a_film")
    due, out = on(show, "2026-03-06"), on(show, "2026-03-07")

    assert ("concludes-with-film", "airing") == (due.decision, stage(due))
    assert ("ended", None) == (out.decision, out.next)
    assert (
        "No. Harbour Lights was not cancelled; it concluded with the film Last Boat, which premiered on 6 March 2026."
        == said(show, "2026-03-07")
    )


def test_a_limited_series_stays_one_when_it_is_ordered_and_when_it_is_over() -> None:
    show = only("limited_series")
    days = ("2023-01-10", "2023-02-10", "2024-03-03", "2024-04-08", "2030-01-01")

    assert {"limited"} == {on(show, day).decision for day in days}
    assert [(), (1,), (1,), (), ()] == [on(show, day).confirmed for day in days]
    assert "No. Harbour Lights is a limited series; it was never meant to go on." == said(show, "2024-04-08")


# --- no decision -------------------------------------------------------------------------------------------------


def test_a_show_is_pending_once_something_is_out_and_nobody_has_decided() -> None:
    show = only("pending")
    stand = on(show, "2024-06-01")

    assert ("pending", (), (1,), None) == (stand.decision, stand.confirmed, stand.complete, stand.next)
    assert (
        "Not decided. Nobody has said whether Harbour Lights gets a season 2; season 1 premiered on 8 March 2024."
        == said(show, "2024-06-01")
    )


def test_nothing_is_known_of_a_show_before_the_first_claim() -> None:
    show = only("pending")

    assert "unknown" == on(show, "2024-03-07").decision
    assert "Unknown. Nothing is known of Harbour Lights yet." == said(show, "2024-03-07")


def test_36_months_of_silence_make_a_show_unknown() -> None:
    show = only("silent_for_years")

    assert ["pending", "unknown"] == [on(show, day).decision for day in ("2021-06-30", "2021-07-01")]
    assert "Unknown. Nothing has been heard of Harbour Lights since season 2, which premiered on 1 May 2018." == said(
        show, "2024-01-01"
    )


def test_a_show_is_in_development_until_something_airs_ordered_or_not() -> None:
    show = only("in_development")
    written, ordered = on(show, "2024-06-01"), on(show, "2025-02-01")

    assert ("in-development", (), "writing") == (written.decision, written.confirmed, stage(written))
    assert ("in-development", (1,), "writing") == (ordered.decision, ordered.confirmed, stage(ordered))
    assert "Not decided. Harbour Lights is in development, and nobody has ordered it yet." == said(show, "2024-06-01")
    assert "No. Apple TV ordered Harbour Lights on 1 February 2025; it has not begun yet." == said(show, "2025-02-01")
