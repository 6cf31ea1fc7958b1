"""Whatever a source says next: nothing known is lost, and nothing is said twice."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from showstatus.claims import CastMember
from showstatus.ledger.book import Layer, entry
from showstatus.ledger.toml_format import Row
from showstatus.reconcile import revised, statements
from showstatus.sources.base import STANDINGS, SourceSeason, SourceShow
from showstatus.weighing import standing, withdrawn_ids
from tests.answers import DAY, Kept, said, season


def days(first: str, last: str) -> st.SearchStrategy[dt.date]:
    return st.dates(dt.date.fromisoformat(first), dt.date.fromisoformat(last))


DATES = (
    st.none()
    | st.sampled_from([dt.date(2022, 5, 1), dt.date(2023, 1, 11), dt.date(2023, 6, 1)])
    | days("2021-01-01", "2025-01-01")
)
SEASONS = st.builds(
    SourceSeason,
    number=st.integers(1, 4) | st.just(2022),
    premiere=DATES,
    end=DATES,
    episodes=st.none() | st.integers(1, 24),
)
CAST = st.lists(st.sampled_from([CastMember("Ann", "Eve"), CastMember("Bob")]), max_size=2).map(tuple)
ANSWERS = st.builds(
    SourceShow,
    source=st.just("tvmaze"),
    id=st.just(590),
    title=st.sampled_from(["X", "Y"]),
    url=st.sampled_from(["https://www.tvmaze.com/shows/590", "https://www.tvmaze.com/shows/590/x"]),
    updated=st.just(0) | st.integers(1_600_000_000, 1_700_000_000),
    standing=st.sampled_from(STANDINGS),
    platform=st.sampled_from([None, "Netflix"]),
    ids=st.sampled_from([{"tvmaze": 590}, {"tvmaze": 590, "imdb": "tt1"}]),
    seasons=st.lists(SEASONS, max_size=4, unique_by=lambda one: one.number).map(
        lambda found: tuple(sorted(found, key=lambda one: one.number))
    ),
    cast=CAST,
)
STORIES = st.lists(st.tuples(ANSWERS, days("2022-12-01", "2023-12-31") | st.just(DAY)), min_size=1, max_size=6)
"""Answers with the days they came on; the clock may go either way."""

A, B = said(season(1, "2022-01-10")), said(season(1, "2022-02-10"))


@settings(max_examples=80)
@given(STORIES)
@example([(A, DAY), (B, DAY), (A, DAY), (B, DAY), (A, DAY), (B, DAY)])
def test_whatever_a_source_says_what_it_said_last_is_what_stands(story: list[tuple[SourceShow, dt.date]]) -> None:
    kept = Kept()
    for show, day in story:
        before = list(kept.claims)
        block = kept.block
        kept.hear(show, day)

        assert before == kept.claims[: len(before)]  # it only adds
        assert len(kept.claims) == len({row["id"] for row in kept.claims})
        assert {key for key, value in block.items() if value} <= {key for key, value in kept.block.items() if value}
        stands = _stands(kept)
        for row in statements("x", show, day):
            key = (row["kind"], tuple(row.get("seasons", ())))
            assert (row.get("value"), row.get("cast")) == stands[key]
        assert [] == kept.hear(show, day)  # it says nothing twice
        assert kept.report(day).answer


def _stands(kept: Kept) -> dict[tuple[str, tuple[int, ...]], tuple[Any, Any]]:
    """The value of the newest claim about each thing that is not taken back."""
    gone = withdrawn_ids(kept.entry(DAY).claims)
    standing = [row for row in kept.claims if row["id"] not in gone]
    by_day = sorted(standing, key=lambda row: str(row.get("on", "")))
    return {(row["kind"], tuple(row.get("seasons", ()))): (row.get("value"), row.get("cast")) for row in by_day}


@settings(max_examples=50)
@given(ANSWERS)
def test_an_answer_that_came_back_empty_blanks_nothing(full: SourceShow) -> None:
    kept = Kept()
    kept.hear(full)
    before, block = kept.claims, kept.block
    empty = replace(full, platform=None, country=None, genres=(), seasons=(), cast=(), ids={"tvmaze": 590})

    facts = {row["id"] for row in before if row["kind"] in ("premiered", "finale", "episodes", "cast")}
    assert not facts & {row.get("value") for row in kept.hear(empty)}
    assert block == kept.block


SENTENCES = st.lists(
    st.sampled_from(
        [
            {"kind": "renewed", "seasons": [2], "on": "2022-05-20", "url": "https://a.b/"},
            {"kind": "renewed", "seasons": [2], "on": "2022-05-20", "url": "https://a.b/c"},
            {"kind": "date-announced", "seasons": [2], "value": "2027-02-11", "url": "https://a.b/"},
            {"kind": "date-announced", "seasons": [2], "value": "2027-02-12", "url": "https://a.b/"},
            {"kind": "premiered", "seasons": [1], "value": "2021-03-04", "url": "https://a.b/"},
            {"kind": "cancelled", "on": "2023-01-01", "url": "https://a.b/"},
        ]
    ),
    max_size=5,
    unique_by=str,
)
REVISIONS = st.lists(st.tuples(st.integers(0, 2), SENTENCES), min_size=1, max_size=8)


@given(REVISIONS)
def test_what_counts_of_a_text_is_what_its_last_revision_says(revisions: list[tuple[int, list[Row]]]) -> None:
    """However often sentences come and go, on one day or on several; to read one again adds nothing."""
    known: list[Row] = []
    day = dt.date(2026, 11, 1)
    for later, told in revisions:
        day += dt.timedelta(later)
        known += revised("x", known, told, day)
        read = entry("x", [Layer("wikipedia", {}, known, None)])
        counted = [row for row in known if row["id"] in {claim.id for claim in standing(read.claims, day)}]

        assert sorted(map(_told, told)) == sorted(map(_told, counted))
        assert () == revised("x", known, told, day + dt.timedelta(1))


def _told(row: Row) -> str:
    return str([row.get(key) for key in ("kind", "seasons", "value", "url")])
