"""The fold of claims into a decision: orders, cancellations and last words."""

from __future__ import annotations

import pytest

from showstatus.ledger.book import Entry
from tests.asking import on, said
from tests.registries import told

OUT = 'kind = "premiered", season = 1, value = "2023-01-05"'
RENEWED = 'kind = "renewed", season = 2, on = 2023-03-01, by = "Netflix"'


def decided(entry: Entry, day: str = "2024-01-01") -> tuple[str, tuple[int, ...]]:
    stand = on(entry, day)
    return stand.decision, stand.confirmed


def rests_on(entry: Entry, day: str = "2024-01-01") -> str:
    """Kind, publisher and day of the claim the decision rests on."""
    claim = on(entry, day).claim
    return f"{claim.kind} {claim.by} {claim.on}" if claim is not None else "nothing"


# --- orders ------------------------------------------------------------------------------------------------------


def test_orders_pile_up_and_the_first_that_is_outstanding_decides() -> None:
    show = told(OUT, RENEWED, 'kind = "renewed", season = 3, on = 2023-05-01, by = "Netflix"')

    assert ("renewed", (2, 3)) == decided(show)
    assert "renewed Netflix 2023-03-01" == rests_on(show)


def test_an_order_that_names_no_season_is_for_the_one_after_the_last_that_is_out() -> None:
    show = told(OUT, 'kind = "renewed", on = 2023-03-01, by = "A"', 'kind = "renewed", on = 2023-03-20, by = "B"')

    assert ("renewed", (2,)) == decided(show)
    assert "renewed A 2023-03-01" == rests_on(show)


def test_an_order_that_tells_no_day_leaves_the_day_to_one_that_does() -> None:
    """A report without a day counts from the day its registry was looked at, which may be before all others."""
    show = told(
        OUT, 'kind = "renewed", season = 2, by = "A"', 'kind = "renewed", season = 2, on = 2023-03-20, by = "B"'
    )

    assert "renewed B 2023-03-20" == rests_on(show)


def test_a_cancellation_that_tells_no_day_leaves_the_day_to_one_that_does() -> None:
    show = told(OUT, 'kind = "cancelled", by = "A"', 'kind = "cancelled", on = 2023-03-20, by = "B"')

    assert "cancelled B 2023-03-20" == rests_on(show)


def test_an_order_for_what_is_out_already_says_nothing_new() -> None:
    show = told(OUT, 'kind = "renewed", season = 1, on = 2023-03-01')

    assert ("pending", ()) == decided(show)


def test_an_order_is_met_when_a_later_season_is_out() -> None:
    show = told(OUT, RENEWED, 'kind = "premiered", season = 3, value = "2023-09-01"')

    assert ("renewed", (2,)) == decided(show, "2023-08-31")
    assert ("pending", ()) == decided(show, "2024-01-01")


@pytest.mark.parametrize(
    "sign",
    [
        'kind = "filming-started", value = "2023-05-01"',
        'kind = "filming-wrapped", value = "2023-05-01"',
        'kind = "post-production"',
        'kind = "window-announced", value = "2024"',
        'kind = "date-announced", value = "2024-05-01"',
    ],
)
def test_what_is_made_or_has_a_date_was_ordered(sign: str) -> None:
    assert ("renewed", (2,)) == decided(told(OUT, f"{sign}, season = 2, on = 2023-06-01"))


@pytest.mark.parametrize("kind", ["writing", "casting"])
def test_what_is_written_or_cast_may_never_be_ordered(kind: str) -> None:
    assert ("pending", ()) == decided(told(OUT, f'kind = "{kind}", season = 2, on = 2023-06-01'))


def test_an_order_told_after_a_sign_of_it_is_the_one_to_cite() -> None:
    show = told(OUT, 'kind = "filming-started", season = 2, on = 2023-02-01', RENEWED)

    assert "renewed Netflix 2023-03-01" == rests_on(show)
    assert "No. Netflix renewed X for season 2 on 1 March 2023." == said(show, "2024-01-01")


def test_a_show_renewed_before_it_began_is_renewed_and_an_ordered_one_in_development() -> None:
    ordered = 'kind = "ordered", season = 1, on = 2022-01-01, by = "Netflix"'

    assert ("in-development", (1,)) == decided(told(ordered))
    assert ("in-development", (1, 2)) == decided(told('kind = "ordered", seasons = [1, 2], on = 2022-01-01'))
    assert ("renewed", (1, 2)) == decided(told(ordered, RENEWED))


def test_a_show_of_which_only_a_later_season_is_on_record_has_begun() -> None:
    assert "renewed" == on(told('kind = "filming-started", season = 3, on = 2023-01-01'), "2024-01-01").decision
    assert "pending" == on(told('kind = "writing", season = 3, on = 2023-01-01'), "2024-01-01").decision


def test_a_first_season_that_has_begun_has_met_its_order() -> None:
    show = told('kind = "ordered", season = 1, on = 2022-01-01', OUT, show='release = "weekly"')

    assert ["in-development", "pending"] == [decided(show, day)[0] for day in ("2023-01-04", "2023-01-05")]


# --- cancellations -----------------------------------------------------------------------------------------------


def test_a_cancellation_without_a_season_withdraws_every_unaired_order() -> None:
    film = 'kind = "film-ordered", film = "F", on = 2023-03-01'

    assert ("cancelled", ()) == decided(told(OUT, RENEWED, film, 'kind = "cancelled", on = 2023-06-01'))
    assert {} == on(told(OUT, RENEWED, film, 'kind = "cancelled", on = 2023-06-01'), "2024-01-01").orders


def test_a_cancellation_of_a_season_leaves_the_earlier_ones_ordered() -> None:
    show = told(
        OUT, 'kind = "renewed", seasons = [2, 3], on = 2023-03-01', 'kind = "cancelled", season = 3, on = 2023-06-01'
    )

    assert ("cancelled", (2,)) == decided(show)
    assert "Yes. Season 3 of X was cancelled on 1 June 2023; season 2 still to come." == said(show, "2024-01-01")


def test_a_cancelled_film_leaves_the_seasons_alone() -> None:
    show = told(
        OUT,
        RENEWED,
        'kind = "film-ordered", film = "F", concludes = true, on = 2023-03-10',
        'kind = "cancelled", film = "F", on = 2023-06-01',
    )

    assert ("concludes-with-film", (2,)) == decided(show, "2023-05-31")
    assert ("renewed", (2,)) == decided(show, "2023-06-01")


def test_a_cancelled_special_leaves_the_film_that_concludes_alone() -> None:
    show = told(
        OUT,
        'kind = "film-ordered", film = "F", concludes = true, on = 2023-03-10',
        'kind = "ordered", special = "S", on = 2023-03-10',
        'kind = "cancelled", special = "S", on = 2023-06-01',
    )

    assert "concludes-with-film" == on(show, "2024-01-01").decision
    assert ["the film F"] == [str(instalment) for instalment in on(show, "2024-01-01").orders]


def test_a_running_season_is_not_withdrawn() -> None:
    show = told(OUT, 'kind = "cancelled", on = 2023-01-10', show='release = "weekly"')

    assert ("cancelled", (1,)) == decided(show, "2023-01-10")


def test_making_a_withdrawn_season_known_later_does_not_order_it_again() -> None:
    show = told(
        OUT, RENEWED, 'kind = "cancelled", on = 2023-06-01', 'kind = "filming-wrapped", season = 2, on = 2023-07-01'
    )

    assert ("cancelled", ()) == decided(show)


def test_a_film_that_was_spared_comes_beside_the_cancellation() -> None:
    show = told(OUT, 'kind = "cancelled", on = 2023-06-01', 'kind = "film-ordered", film = "F", on = 2023-07-01')

    assert "Yes. X was cancelled on 1 June 2023; the film F still to come." == said(show, "2024-01-01")


def test_a_special_undoes_a_cancellation_only_when_it_was_ordered_afterwards() -> None:
    special = 'kind = "ordered", special = "S"'
    cancelled = 'kind = "cancelled", season = 2, on = 2023-06-01'

    assert "cancelled" == decided(told(OUT, f"{special}, on = 2023-05-01", cancelled))[0]
    assert "renewed" == decided(told(OUT, f"{special}, on = 2023-07-01", cancelled))[0]


# --- last words --------------------------------------------------------------------------------------------------


def test_a_final_season_withdraws_the_orders_beyond_it() -> None:
    show = told(
        OUT, 'kind = "renewed", seasons = [2, 3], on = 2023-03-01', 'kind = "final-season", season = 2, on = 2023-06-01'
    )

    assert ("final-season", (2,)) == decided(show)


def test_a_season_before_the_final_one_is_ordered_when_it_is_made() -> None:
    show = told(
        OUT,
        'kind = "final-season", season = 3, on = 2023-03-01',
        'kind = "date-announced", season = 2, value = "2024-05-01", on = 2023-06-01',
    )

    assert ("final-season", (2, 3)) == decided(show)
    assert "season 2" == str(on(show, "2024-01-01").next)


def test_a_season_beyond_the_final_one_reopens_the_case() -> None:
    show = told(
        OUT, 'kind = "final-season", season = 2, on = 2023-03-01', 'kind = "renewed", season = 3, on = 2023-06-01'
    )

    assert ("renewed", (2, 3)) == decided(show)


def test_an_end_that_names_a_season_to_come_is_a_final_season() -> None:
    assert ("final-season", (2,)) == decided(told(OUT, 'kind = "ended", season = 2, on = 2023-03-01'))
    assert ("ended", ()) == decided(told(OUT, 'kind = "ended", season = 1, on = 2023-03-01'))


def test_an_end_told_while_a_season_is_ordered_makes_that_one_the_last() -> None:
    assert ("final-season", (2,)) == decided(told(OUT, RENEWED, 'kind = "ended", on = 2023-06-01'))


def test_an_end_told_of_a_film_is_the_end_of_the_show() -> None:
    assert ("ended", ()) == decided(told(OUT, 'kind = "ended", film = "F", on = 2023-03-01'))


def test_a_spin_off_film_decides_nothing_about_the_show() -> None:
    assert "pending" == decided(told(OUT, 'kind = "film-ordered", film = "F", on = 2023-03-01'))[0]
    ended = told(OUT, 'kind = "ended", on = 2023-02-01', 'kind = "film-ordered", film = "F", on = 2023-03-01')
    assert "ended" == decided(ended)[0]


def test_a_show_with_a_film_to_come_is_not_silent() -> None:
    show = told(
        'kind = "premiered", season = 6, value = "2015-03-17"', 'kind = "film-ordered", film = "F", on = 2022-09-30'
    )

    assert "unknown" == decided(show, "2022-09-29")[0]
    assert "pending" == decided(show, "2026-01-01")[0]
    assert (
        "Not decided. Nobody has said whether X gets a season 7; season 6 premiered on 17 March 2015; "
        "the film F is still to come." == said(show, "2026-01-01")
    )


def test_another_film_out_does_not_end_a_show_that_concludes_with_one() -> None:
    show = told(
        OUT,
        'kind = "film-ordered", film = "Spin-off", on = 2023-03-01',
        'kind = "film-ordered", film = "Last", concludes = true, on = 2023-03-02',
        'kind = "premiered", film = "Last", value = "2023-12-01"',
    )

    assert ["concludes-with-film", "ended"] == [decided(show, day)[0] for day in ("2023-12-01", "2023-12-02")]


def test_a_second_season_makes_a_limited_series_go_on() -> None:
    show = told('kind = "limited", on = 2022-03-01', OUT, 'kind = "renewed", season = 2, on = 2023-06-01')

    assert ["limited", "renewed"] == [decided(show, day)[0] for day in ("2023-05-31", "2023-06-01")]


def test_ordered_and_limited_on_one_day_is_limited() -> None:
    both = 'kind = "ordered", season = 1, on = 2022-03-01', 'kind = "limited", on = 2022-03-01'

    assert ("limited", (1,)) == decided(told(*both), "2022-06-01")
