"""What TMDB's answers say, as values and as claims; the real bodies are used where they are at hand.

GOLDEN=write makes the files in tests/golden/tmdb anew; read the difference before it is committed.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showstatus.claims import CastMember
from showstatus.ledger.edits import append_claim, append_show
from showstatus.reconcile import reconcile, redated, repeated
from showstatus.sources.base import STANDINGS, SourceSeason, SourceShow, Unusable, packed, unpacked
from showstatus.sources.tmdb import TMDB
from tests.exports import RECORDINGS
from tests.standin_tmdb import episode, season

DAY = dt.date(2026, 11, 22)
GOLDEN = Path(__file__).parent / "golden" / "tmdb"
BODIES = {
    "breaking-bad": "php-tmdb__tv_all.json",
    "clerks": "jdrouet__tv_clerks__Ended.json",
    "game-of-thrones": "jdrouet__tv_1399__GoT-Ended.json",
    "not-yet-aired": "tv_321518__In-Production__200__2026.transcribed.json",
    "ozark": "tv_69740__Returning-no-next__200__2019.transcribed.json",
}
SOURCE = TMDB()
recorded = pytest.mark.skipif(not RECORDINGS.exists(), reason="the recordings are not at hand")


def body(name: str) -> Any:
    return json.loads((RECORDINGS / "tmdb" / name).read_text(encoding="utf-8"))


def show(**keys: Any) -> SourceShow:
    return SOURCE.read_show({"id": 1, "name": "X", "status": "Returning Series", **keys})


def claims(told: SourceShow, day: dt.date = DAY) -> list[tuple[Any, ...]]:
    made = reconcile("x", [], {}, None, told, day)
    return [(row["kind"], *row.get("seasons", ()), row.get("value"), row.get("on")) for row in made.added]


@recorded
@pytest.mark.parametrize("name", BODIES)
def test_a_real_body_becomes_these_claims(name: str) -> None:
    made = reconcile(name, [], {}, None, SOURCE.read_show(body(BODIES[name])), DAY)
    text = append_show("", name, {key: value for key, value in made.block.items() if value})
    for row in made.added:
        kept = {key: value for key, value in row.items() if key != "id"}
        if "cast" in kept:
            kept["cast"] = kept["cast"][:3]
        text = append_claim(text, kept)
    if os.environ.get("GOLDEN") == "write":
        (GOLDEN / f"{name}.toml").write_text(text, encoding="utf-8")

    assert (GOLDEN / f"{name}.toml").read_text(encoding="utf-8") == text


@recorded
def test_real_searches_and_look_ups_are_read() -> None:
    found = SOURCE.read_search(body("moviebase__search_tv_SWAT.json"))
    assert [("S.W.A.T.", 2017, 71790), ("S.W.A.T.", 1975, 11129)] == [(h.title, h.year, h.id) for h in found[:2]]
    unannounced = SOURCE.read_search(body("search_tv__query-unannounced__200__2026.transcribed.json"))
    assert [(321518, None, "JP")] == [(hit.id, hit.year, hit.country) for hit in unannounced]
    assert SOURCE.read_lookup(None, body("moviebase__find_movie_tt10919380.json")) is None
    changes = SOURCE.read_updates(body("jdrouet__tv_changes.json"))
    assert (100, 53, True) == (len(changes.stamps), changes.pages, 1769 in changes.stamps)


@pytest.mark.parametrize(
    ("status", "standing", "kinds"),
    [
        ("Canceled", "cancelled", {"cancelled"}),
        ("Cancelled", "cancelled", {"cancelled"}),
        ("Ended", "ended", {"ended"}),
        ("Returning Series", "running", set()),
        ("Planned", "in-development", {"ordered"}),
        ("Pilot", "in-development", {"ordered"}),
        ("In Production", "in-development", {"ordered"}),
        ("Something New", "running", set()),
        (None, "running", set()),
    ],
)
def test_cancelled_is_told_from_ended(status: str | None, standing: str, kinds: set[str]) -> None:
    told = show(status=status)
    assert (standing, kinds) == (told.standing, {claim[0] for claim in claims(told)})


def test_in_production_of_a_show_that_has_aired_says_nothing() -> None:
    assert "running" == show(status="In Production", last_episode_to_air=episode(1, 8, "2022-01-01")).standing


def test_a_season_without_a_date_is_one_that_was_ordered() -> None:
    told = show(seasons=[season(0, "2020-01-01"), season(1, "2021-01-01"), season(2, None, 0), season(3, "")])
    assert [
        ("premiered", 1, "2021-01-01", None),
        ("renewed", 2, None, "2026-11-22"),
        ("renewed", 3, None, "2026-11-22"),
    ] == claims(told)


def test_a_season_is_counted_and_over_once_its_last_episode_was_seen() -> None:
    seasons = [season(1, "2021-01-01", 10), season(2, "2022-01-01", 8), season(3, "2027-01-01", 1)]
    running = show(seasons=seasons, last_episode_to_air=episode(2, 3, "2022-01-15"))
    assert [10, None, None] == [one.episodes for one in running.seasons]
    for last in (episode(2, 8, "2022-02-15"), episode(2, 3, "2022-02-15", "finale")):
        over = show(seasons=seasons, last_episode_to_air=last)
        assert [(10, None), (8, dt.date(2022, 2, 15)), (None, None)] == [
            (one.episodes, one.end) for one in over.seasons
        ]


def test_the_next_episode_dates_its_season_and_may_be_the_finale() -> None:
    told = show(seasons=[season(1, "2021-01-01"), season(2)], next_episode_to_air=episode(2, 1, "2027-03-01"))
    assert dt.date(2027, 3, 1) == told.seasons[1].premiere
    unlisted = show(seasons=[season(1, "2021-01-01")], next_episode_to_air=episode(2, 1, "2027-03-01"))
    assert [1, 2] == [one.number for one in unlisted.seasons]
    later = show(seasons=[season(1, "2026-11-01")], next_episode_to_air=episode(1, 4, "2026-11-29", "finale"))
    assert [SourceSeason(number=1, premiere=dt.date(2026, 11, 1), end=dt.date(2026, 11, 29))] == [*later.seasons]


def test_cast_and_ids_are_read_from_what_is_asked_for_beside_the_show() -> None:
    cast = [
        {"name": "Adam Scott", "character": "Mark"},
        {"name": "Ben Stiller", "character": "Ben Stiller"},
        {"name": ""},
    ]
    told = show(credits={"cast": cast}, external_ids={"imdb_id": "tt11280740", "tvdb_id": 371980, "facebook_id": "x"})
    assert (CastMember("Adam Scott", "Mark"), CastMember("Ben Stiller", None)) == told.cast
    assert {"tmdb": 1, "imdb": "tt11280740", "tvdb": 371980} == told.ids
    assert "https://www.themoviedb.org/tv/1" == told.url
    assert "append_to_response=external_ids,credits" in SOURCE.ask_show(1)


def test_a_look_up_asks_for_the_id_of_another_service() -> None:
    assert "/find/tt11280740?external_source=imdb_id" == SOURCE.ask_lookup("imdb", "tt11280740")
    assert "/find/371980?external_source=tvdb_id" == SOURCE.ask_lookup("tvdb", 371980)
    assert 95396 == SOURCE.read_lookup(None, {"movie_results": [{"id": 3}], "tv_results": [{"id": 95396}]})


def test_changes_are_asked_a_day_early_and_late_for_its_days_are_utc() -> None:
    asked = SOURCE.ask_updates(dt.date(2026, 11, 10), DAY, 2)
    assert "/tv/changes?start_date=2026-11-09&end_date=2026-11-23&page=2" == asked
    assert SOURCE.reach is not None
    assert SOURCE.reach.days + 2 <= 14


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=10) | st.sampled_from(["2022-01-01", "Canceled"]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(
            ["id", "name", "status", "seasons", "season_number", "air_date", "networks", "credits", "cast", "results",
             "last_episode_to_air", "next_episode_to_air", "episode_number", "external_ids", "origin_country"]
        ),
        inner, max_size=5,
    ),
    max_leaves=20,
)  # fmt: skip


@given(JSON)
def test_any_json_is_read_or_unusable(told: Any) -> None:
    SOURCE.read_lookup(None, told)
    for read in (SOURCE.read_search, SOURCE.read_updates):
        try:
            read(told)
        except Unusable:
            continue
    row = {**(told if isinstance(told, dict) else {"seasons": told, "credits": told}), "id": 1, "name": "X"}
    one = SOURCE.read_show(row)
    assert one.standing in STANDINGS
    assert one == unpacked(json.loads(json.dumps(packed(one))))


class TestSixMonths:
    """Its terms allow to keep what it says for six months: what it does not repeat for longer goes."""

    WITHIN = dt.timedelta(180)

    def repeat(self, known: list[Any], told: SourceShow, day: dt.date) -> list[Any]:
        made = reconcile("x", known, {}, None, told, day)
        return repeated("x", [*known, *made.added], told, day, self.WITHIN)

    def test_what_it_repeats_stays_with_its_day(self) -> None:
        told = show(status="Canceled")
        rows: list[Any] = []
        for month in range(1, 25):
            rows = self.repeat(rows, told, dt.date(2025, 1, 1) + dt.timedelta(30 * month))
        assert [("cancelled", "2025-01-31")] == [(row["kind"], row["on"]) for row in rows]

    def test_what_it_says_no_more_stays_for_six_months(self) -> None:
        rows = self.repeat([], show(seasons=[season(1, "2021-01-01"), season(2, "2027-01-01")]), DAY)
        moved = show(seasons=[season(1, "2021-01-01"), season(2, "2027-02-01")])
        for after, days in ((1, 2), (180, 2), (181, 1)):
            rows = self.repeat(rows, moved, DAY + dt.timedelta(after))
            assert (after, days) == (after, len([row for row in rows if row["kind"] == "date-announced"]))

    def test_a_correction_goes_with_what_it_corrected(self) -> None:
        rows = self.repeat([], show(status="Ended"), DAY)
        rows = self.repeat(rows, show(status="Canceled"), DAY + dt.timedelta(10))
        assert ["ended", "cancelled", "withdrawn"] == [row["kind"] for row in rows]
        rows = self.repeat(rows, show(status="Canceled"), DAY + dt.timedelta(200))
        assert ["cancelled"] == [row["kind"] for row in rows]

    def test_days_are_ours_and_outlast_what_was_forgotten(self) -> None:
        told = show(status="Canceled", seasons=[season(1, "2021-01-01")])
        before = reconcile("x", [], {}, None, told, dt.date(2025, 1, 1)).added
        days = {row["id"]: row["on"] for row in before if "on" in row}
        again = reconcile("x", [], {}, None, told, DAY).added
        assert [*before] == redated(again, days)
        other = reconcile("x", [], {}, None, show(status="Ended"), DAY).added
        assert [*other] == redated(other, days)
