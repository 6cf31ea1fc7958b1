"""The fold of claims into a decision: who repeats one, and who may overrule whom."""

from __future__ import annotations

import pytest

from showstatus.ledger.book import Entry
from tests.asking import disputed, on
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


# --- repetitions -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "decision",
    [
        'kind = "cancelled"',
        'kind = "ended"',
        'kind = "limited"',
        'kind = "final-season", season = 2',
        'kind = "renewed", season = 2',
        'kind = "film-ordered", film = "F", concludes = true',
    ],
)
def test_who_repeats_a_decision_does_not_move_its_day(decision: str) -> None:
    first, again = f'{decision}, on = 2023-03-01, by = "A"', f'{decision}, on = 2023-09-01, by = "B"'
    stand = on(told(OUT, first, again), "2024-01-01")

    assert stand.claim is not None
    assert "A" == stand.claim.by
    assert 3 == len(stand.counted)


def test_the_platform_that_says_it_within_three_days_is_cited_instead() -> None:
    press = 'kind = "cancelled", on = 2023-03-01, by = "Deadline"'
    soon, late = (f'kind = "cancelled", on = {day}, by = "Netflix"' for day in ("2023-03-04", "2023-03-05"))

    assert "cancelled Netflix 2023-03-04" == rests_on(told(OUT, press, soon))
    assert "cancelled Deadline 2023-03-01" == rests_on(told(OUT, press, late))


def test_press_that_says_what_a_database_knew_is_cited_instead() -> None:
    show = told(OUT, 'kind = "ended", on = 2023-03-01, by = "TMDB"', 'kind = "ended", on = 2023-09-01, by = "Variety"')

    assert "ended Variety 2023-09-01" == rests_on(show)


# --- who overrules whom ------------------------------------------------------------------------------------------

CANCELLED = 'kind = "cancelled", on = {}, by = "{}"'


@pytest.mark.parametrize(
    ("day", "by", "expected"),
    [
        ("2023-03-04", "Deadline", "renewed"),
        ("2023-03-05", "Deadline", "cancelled"),
        ("2023-03-02", "Netflix", "cancelled"),
        ("2023-12-01", "TMDB", "renewed"),
    ],
)
def test_a_later_claim_replaces_an_order_unless_a_better_rank_spoke_within_three_days(
    day: str, by: str, expected: str
) -> None:
    show = told(OUT, RENEWED, CANCELLED.format(day, by))

    assert expected == decided(show)[0]
    assert ([["Netflix", by]] if expected == "renewed" else []) == disputed(show, on(show, "2024-01-01"))


def test_a_renewal_in_the_press_loses_against_a_cancellation_by_the_platform_two_days_before() -> None:
    show = told(
        OUT, CANCELLED.format("2023-03-01", "Netflix"), 'kind = "renewed", season = 2, on = 2023-03-03, by = "A"'
    )

    assert ("cancelled", ()) == decided(show)
    assert [["Netflix", "A"]] == disputed(show, on(show, "2024-01-01"))


def test_a_rescue_told_by_the_press_stands_beside_the_cancellation_of_the_day_before() -> None:
    show = told(OUT, CANCELLED.format("2023-03-01", "Netflix"), 'kind = "saved", season = 2, on = 2023-03-02, by = "A"')

    assert ("renewed", (2,)) == decided(show)
    assert [] == disputed(show, on(show, "2024-01-01"))


def test_a_database_does_not_undo_an_order_of_the_press_behind_an_order_of_its_own() -> None:
    show = told(
        OUT,
        'kind = "renewed", season = 2, on = 2023-03-01, by = "Variety"',
        'kind = "renewed", season = 3, on = 2023-05-01, by = "TMDB"',
        CANCELLED.format("2023-09-01", "TMDB"),
    )

    assert ("renewed", (2, 3)) == decided(show)
    assert [["Variety", "TMDB"]] == disputed(show, on(show, "2024-01-01"))


@pytest.mark.parametrize("kind", ["final-season", "renewed", "saved"])
def test_a_database_does_not_undo_a_cancellation(kind: str) -> None:
    show = told(
        OUT, CANCELLED.format("2023-03-01", "Variety"), f'kind = "{kind}", season = 2, on = 2023-09-01, by = "TMDB"'
    )

    assert ("cancelled", ()) == decided(show)
    assert [["Variety", "TMDB"]] == disputed(show, on(show, "2024-01-01"))


def test_a_database_may_order_a_season_that_a_cancellation_did_not_cover_once_it_has_a_day() -> None:
    cancelled = CANCELLED.format("2023-03-01", "Variety")
    order = 'kind = "renewed", season = 2, on = 2023-09-01, by = "TMDB"'
    day = 'kind = "date-announced", season = 2, value = "2024-05-01", on = 2023-09-01, by = "TMDB"'

    assert ("renewed", (2,)) == decided(told(OUT, cancelled, order, day))


def test_a_database_that_calls_a_cancelled_show_ended_is_no_dispute() -> None:
    show = told(OUT, CANCELLED.format("2023-03-01", "Variety"), 'kind = "ended", on = 2023-09-01, by = "TMDB"')

    assert "cancelled" == decided(show)[0]
    assert [] == disputed(show, on(show, "2024-01-01"))


def test_a_database_that_calls_an_ended_show_cancelled_is_a_dispute() -> None:
    show = told(OUT, 'kind = "ended", on = 2023-03-01, by = "Variety"', CANCELLED.format("2023-09-01", "TMDB"))

    assert "ended" == decided(show)[0]
    assert [["Variety", "TMDB"]] == disputed(show, on(show, "2024-01-01"))


def test_of_two_databases_the_one_that_knows_of_a_cancellation_is_believed() -> None:
    ended = 'kind = "ended", on = 2023-{}, by = "TVmaze"'
    for day in ("01-01", "03-01", "09-01"):
        show = told(OUT, CANCELLED.format("2023-03-01", "TMDB"), ended.format(day))
        assert (day, "cancelled", []) == (day, decided(show)[0], disputed(show, on(show, "2024-01-01")))


def test_a_database_alone_decides() -> None:
    assert "ended" == decided(told(OUT, 'kind = "ended", on = 2023-09-01, by = "TMDB"'))[0]


def test_what_was_overruled_does_not_count() -> None:
    show = told(OUT, RENEWED, CANCELLED.format("2023-12-01", "TMDB"))

    assert {"premiered", "renewed"} == {c.kind for c in show.claims if c.id in on(show, "2024-01-01").counted}
