"""The fold of claims into a decision: last words that change, and what comes after them."""

from __future__ import annotations

import pytest

from showstatus.claims import Instalment
from showstatus.status import Status
from tests.asking import on
from tests.registries import told

OUT = 'kind = "premiered", season = 1, value = "2021-01-05"', 'kind = "premiered", season = 2, value = "2022-01-05"'
RENEWED = 'kind = "renewed", season = 3, on = 2022-02-01, by = "Netflix"'
CANCELLED = 'kind = "cancelled", on = 2022-06-01, by = "Netflix"'


def _stand(*claims: str, day: str = "2024-01-01") -> Status:
    return on(told(*OUT, *claims), day)


def _rests_on(stand: Status) -> str:
    return f"{stand.decision}: {stand.claim.kind} {stand.claim.on}" if stand.claim is not None else stand.decision


def test_another_final_season_is_another_decision() -> None:
    final = 'kind = "final-season", season = {}, on = {}, by = "Netflix"'
    stand = _stand(final.format(3, "2022-03-01"), final.format(4, "2022-09-01"))

    assert "final-season: final-season 2022-09-01" == _rests_on(stand)


def test_an_order_is_cited_though_its_season_is_called_the_final_one_later() -> None:
    stand = _stand(RENEWED, 'kind = "final-season", season = 3, on = 2022-09-01, by = "Netflix"')

    assert ["renewed"] == [claim.kind for claim in stand.orders.values()]
    assert "final-season: final-season 2022-09-01" == _rests_on(stand)


def test_what_was_given_up_stays_given_up_when_the_show_is_called_ended() -> None:
    came = 'kind = "premiered", season = 3, value = "2023-01-05", rank = "database"'
    stand = _stand(RENEWED, CANCELLED, 'kind = "ended", on = 2022-09-01, by = "Netflix"', came)

    assert "ended: ended 2022-09-01" == _rests_on(stand)


@pytest.mark.parametrize(("number", "decision"), [(3, "cancelled"), (4, "pending")])
def test_a_season_that_a_cancellation_knew_nothing_of_reopens_the_case(number: int, decision: str) -> None:
    came = f'kind = "premiered", season = {number}, value = "2023-01-05"'

    assert decision == _stand(RENEWED, CANCELLED, came, day="2026-01-01").decision


def test_a_database_may_order_a_season_that_has_a_day_after_a_cancellation() -> None:
    stand = _stand(
        CANCELLED,
        'kind = "renewed", season = 3, on = 2022-09-01, rank = "database"',
        'kind = "date-announced", season = 3, value = "2024-06-01", on = 2022-10-01, rank = "database"',
    )

    assert ("renewed", (3,), ()) == (stand.decision, stand.confirmed, stand.disputes)


def test_a_database_does_not_order_a_season_without_a_day_after_a_cancellation() -> None:
    stand = _stand(CANCELLED, 'kind = "renewed", season = 3, on = 2022-09-01, rank = "database"')

    assert ("cancelled", ()) == (stand.decision, stand.confirmed)
    assert 1 == len(stand.disputes)


def test_a_film_beside_a_cancellation_contradicts_nothing() -> None:
    stand = _stand(CANCELLED, 'kind = "film-ordered", film = "F", on = 2022-09-01, rank = "database"')

    assert "cancelled: cancelled 2022-06-01" == _rests_on(stand)
    assert [Instalment(0, 0, "film", "F")] == [*stand.orders]
    assert () == stand.disputes


def test_a_film_that_ends_the_story_goes_against_a_cancellation() -> None:
    film = 'kind = "film-ordered", film = "F", concludes = true, on = 2022-09-01'

    assert "concludes-with-film: film-ordered 2022-09-01" == _rests_on(_stand(CANCELLED, film))
    stand = _stand(CANCELLED, f'{film}, rank = "database"')
    assert ("cancelled: cancelled 2022-06-01", 1) == (_rests_on(stand), len(stand.disputes))


@pytest.mark.parametrize(("season", "disputes"), [(3, 0), (4, 1)])
def test_only_another_final_season_goes_against_the_first(season: int, disputes: int) -> None:
    official = 'kind = "final-season", season = 3, on = 2022-03-01, by = "Netflix"'
    stand = _stand(official, f'kind = "final-season", season = {season}, on = 2022-09-01, rank = "database"')

    assert "final-season: final-season 2022-03-01" == _rests_on(stand)
    assert disputes == len(stand.disputes)


@pytest.mark.parametrize(
    ("sign", "decision"),
    [
        ('kind = "date-announced", season = 3, value = "2024-06-01"', "cancelled"),
        ('kind = "filming-started", season = 4, value = "2022-09-15"', "cancelled"),
        ('kind = "date-announced", season = 4, value = "2024-06-01"', "renewed"),
    ],
)
def test_after_a_cancellation_only_the_day_of_a_season_that_it_knew_nothing_of_shows_an_order(
    sign: str, decision: str
) -> None:
    assert decision == _stand(RENEWED, CANCELLED, f"{sign}, on = 2022-10-01").decision


def test_a_cancellation_before_anything_came_knows_of_no_season() -> None:
    cancelled = 'kind = "cancelled", on = 2022-06-01, by = "Netflix"'
    show = told(cancelled, 'kind = "premiered", season = 1, value = "2023-01-05"')

    assert ("cancelled", "pending") == (on(show, "2023-01-04").decision, on(show, "2023-01-05").decision)


@pytest.mark.parametrize(
    ("last_word", "special", "decision"),
    [
        ("ended", "2022-03-01", "renewed"),
        ("ended", "2022-09-01", "renewed"),
        ("cancelled", "2022-03-01", "cancelled"),
        ("cancelled", "2022-09-01", "renewed"),
    ],
)
def test_a_special_undoes_an_end_and_a_cancellation_only_where_it_was_ordered_later(
    last_word: str, special: str, decision: str
) -> None:
    ended = f'kind = "{last_word}", on = 2022-06-01, by = "Netflix"'

    assert decision == _stand(ended, f'kind = "ordered", special = "S", on = {special}, by = "Netflix"').decision


def test_a_mere_sign_of_an_order_does_not_take_the_place_of_the_order_that_holds() -> None:
    sign = 'kind = "filming-started", season = 4, value = "2022-09-15", on = 2022-09-15, rank = "database"'
    stand = _stand(RENEWED, sign, 'kind = "cancelled", season = 4, on = 2022-10-01, rank = "database"')

    assert ("renewed", (3, 4), 1) == (stand.decision, stand.confirmed, len(stand.disputes))
