"""What a source's record of a show amounts to on a day, and what of the show itself is kept of it, word by word."""

from __future__ import annotations

import datetime as dt

import pytest

from showstatus.claims import CastMember
from showstatus.ledger.toml_format import Row
from showstatus.reconcile import reconcile, statements
from showstatus.sources.base import SourceSeason, SourceShow
from tests.answers import DAY, Kept, said, season

S1 = season(1, "2022-01-10", "2022-03-14", 10)
COMMON = {"show": "x", "by": "TVmaze", "url": "https://www.tvmaze.com/shows/590"}


def _amounts(show: SourceShow, **common: str) -> list[Row]:
    """The claims, without what they have in common."""
    found = [*statements("x", show, DAY)]
    wanted = {**COMMON, **common}
    assert all({key: row.get(key) for key in wanted} == wanted for row in found)
    return [{key: value for key, value in row.items() if key not in wanted} for row in found]


def test_seasons_amount_to_what_came_what_comes_and_what_is_listed() -> None:
    show = said(S1, season(2, "2023-01-11"), season(3, "2023-01-12", "2023-03-01"), season(4))

    assert [
        {"kind": "premiered", "seasons": [1], "value": "2022-01-10"},
        {"kind": "finale", "seasons": [1], "value": "2022-03-14"},
        {"kind": "episodes", "seasons": [1], "value": 10},
        {"kind": "premiered", "seasons": [2], "value": "2023-01-11"},
        {"kind": "date-announced", "seasons": [3], "value": "2023-01-12"},
        {"kind": "finale", "seasons": [3], "value": "2023-03-01"},
        {"kind": "renewed", "seasons": [4], "rank": "inferred"},
    ] == _amounts(show)


@pytest.mark.parametrize(
    ("seasons", "standing", "amounts"),
    [
        ([season(1)], "running", [{"kind": "ordered", "seasons": [1], "rank": "inferred"}]),
        ([], "in-development", [{"kind": "ordered", "seasons": [1], "rank": "inferred"}]),
        ([season(1)], "in-development", [{"kind": "ordered", "seasons": [1], "rank": "inferred"}]),
        ([], "running", []),
        ([season(2)], "over", [{"kind": "ended", "rank": "inferred"}]),
        ([season(2)], "ended", [{"kind": "ended"}]),
        ([season(2)], "cancelled", [{"kind": "cancelled"}]),
    ],
)
def test_how_a_show_stands_amounts_to_a_decision(
    seasons: list[SourceSeason], standing: str, amounts: list[Row]
) -> None:
    assert amounts == _amounts(said(*seasons, standing=standing))


def test_a_season_before_the_last_that_came_is_no_renewal() -> None:
    show = said(season(2), season(3, "2023-01-01"), season(4))

    assert [("premiered", [3]), ("renewed", [4])] == [(row["kind"], row["seasons"]) for row in _amounts(show)]


def test_the_cast_is_that_of_the_newest_season() -> None:
    cast = (CastMember("Ann", "Eve"), CastMember("Bob"))
    told = {"kind": "cast", "seasons": [4], "cast": [{"actor": "Ann", "character": "Eve"}, {"actor": "Bob"}]}

    assert told == _amounts(said(season(4), season(2), cast=cast))[-1]
    assert [] == _amounts(said(cast=cast))


@pytest.mark.parametrize(("source", "by"), [("tvmaze", "TVmaze"), ("tmdb", "TMDB"), ("other", "other")])
def test_who_publishes_it_is_named(source: str, by: str) -> None:
    assert 3 == len(_amounts(said(S1, source=source), by=by))


def test_of_the_show_itself_all_is_kept_that_was_told() -> None:
    kept = Kept()
    kept.hear(said(S1, platform="Netflix", country="GB", genres=("Drama", "Comedy")))
    told = {"title": "X", "platform": "Netflix", "country": "GB", "genres": ["Drama", "Comedy"], "release": "weekly"}

    assert {**told, "ids": {"tvmaze": 590}} == kept.block


@pytest.mark.parametrize(
    ("seasons", "release"),
    [
        ([season(1, "2022-01-10", "2022-01-10", 2)], "all"),
        ([season(1, "2022-01-10", "2022-01-11", 2)], None),
        ([season(1, "2022-01-10", "2022-01-23", 2)], None),
        ([season(1, "2022-01-10", "2022-01-24", 2)], "weekly"),
        ([season(1, "2022-01-10", "2022-01-10", 1)], None),
        ([S1, season(2, "2022-06-01", "2022-06-01", 8)], "all"),
        ([season(1, "2021-01-10", "2021-01-10", 8), S1], "weekly"),
        ([S1, season(2, "2022-06-01", "2022-06-01", 1)], "weekly"),
        ([S1, season(2, "2022-06-01", None, 8)], "weekly"),
        ([S1, season(2, None, "2022-06-01", 8)], "weekly"),
        ([S1, season(2, "2022-06-01", "2022-06-01")], "weekly"),
    ],
)
def test_how_episodes_come_is_read_off_the_newest_season_that_tells_it(
    seasons: list[SourceSeason], release: str | None
) -> None:
    kept = Kept()
    kept.hear(said(*seasons))

    assert release == kept.block.get("release")


@pytest.mark.parametrize(
    ("updated", "on"), [(0, "2023-01-11"), (-5, "1970-01-01"), (1_672_617_600, "2023-01-02"), (4e9, "2023-01-11")]
)
def test_a_claim_is_made_on_the_day_of_the_sources_stamp_and_never_after_today(updated: int, on: str) -> None:
    (*_, renewed) = Kept().hear(said(S1, season(2), updated=updated))

    assert ("renewed", on) == (renewed["kind"], renewed["on"])


def test_a_single_season_that_vanishes_is_named_and_what_came_of_it_stands() -> None:
    kept = Kept()
    kept.hear(said(S1, season(2, "2022-06-01"), source="other"))

    assert [] == kept.hear(said(S1, source="other"))
    assert ("X: other no longer lists season 2; what it said is kept.",) == kept.notes
    assert [("season 1", "2022-01-10"), ("season 2", "2022-06-01")] == kept.stands("premiered")


def test_what_vanished_before_anything_was_known_is_no_news() -> None:
    assert () == reconcile("x", [], {}, None, said(), DAY).notes


def test_an_order_of_a_season_that_has_a_day_by_now_outlasts_the_end_of_the_show() -> None:
    kept = Kept()
    kept.hear(said(S1, season(2), season(3)))
    kept.hear(said(S1, season(2, "2023-06-01"), season(3), standing="ended"))

    assert [("season 2", "")] == kept.stands("renewed")
    assert [("season 2", "2023-06-01")] == kept.stands("date-announced")


def test_of_claims_made_under_a_wrong_clock_the_newest_by_their_days_is_what_was_said_last() -> None:
    kept = Kept()
    later = DAY + dt.timedelta(30)
    kept.hear(said(S1, season(2, "2023-07-01"), updated=0), later)
    kept.hear(said(S1, season(2, "2023-08-01"), updated=0), DAY)

    assert [("season 2", "2023-08-01")] == kept.stands("date-announced", later)
    assert [] == kept.hear(said(S1, season(2, "2023-08-01"), updated=0), later)


@pytest.mark.parametrize(("end", "on"), [("2023-01-11", None), ("2023-01-12", "2023-01-11")])
def test_a_finale_that_came_counts_from_its_day_and_one_ahead_from_when_it_was_said(end: str, on: str | None) -> None:
    (finale,) = (row for row in Kept().hear(said(season(1, "2023-01-02", end))) if row["kind"] == "finale")

    assert on == finale.get("on")
