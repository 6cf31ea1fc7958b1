"""Claims and what they are about: their order, names, ranks and ids."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showstatus.claims import DECISIONS, KINDS, RANKS, STAGES, Claim, Instalment, claim_id
from showstatus.dates import parse_edtf
from showstatus.decisions import LAST_WORDS

INSTALMENTS = st.one_of(
    st.builds(Instalment, st.integers(1, 9999), st.integers(0, 9)),
    st.builds(Instalment, st.just(0), st.just(0), st.sampled_from(["special", "film"]), st.text(max_size=3)),
)
WORDS = st.lists(st.text("ab|,\n", max_size=3), min_size=5, max_size=5)


def test_every_kind_of_the_table_fits_the_words_it_uses() -> None:
    for kind in KINDS.values():
        assert kind.nature in ("decision", "fact", "plan", "detail", "correction")
        assert kind.stage is None or kind.stage in STAGES
        assert kind.value in (None, "date", "date?", "count", "claim")
        assert kind.subject in ("instalment", "instalment?", "show", "season", "film")


def test_only_decisions_order_something() -> None:
    assert {"decision"} == {kind.nature for kind in KINDS.values() if kind.orders}


def test_every_verdict_is_a_decision_that_can_be_told() -> None:
    assert {*LAST_WORDS, "renewed"} <= {*DECISIONS}


@pytest.mark.parametrize(
    ("instalment", "words"),
    [
        (Instalment(2), "season 2"),
        (Instalment(5, 1), "season 5 part 1"),
        (Instalment(2024), "season 2024"),
        (Instalment(0, 0, "special", "The Finale"), "the special The Finale"),
        (Instalment(0, 0, "film", "Last Boat"), "the film Last Boat"),
    ],
)
def test_an_instalment_says_its_name_within_a_sentence(instalment: Instalment, words: str) -> None:
    assert words == str(instalment)


def test_parts_sort_inside_their_season_and_films_come_last() -> None:
    in_order = [
        Instalment(2),
        Instalment(2, 1),
        Instalment(2, 2),
        Instalment(10),
        Instalment(0, 0, "special", "B"),
        Instalment(0, 0, "film", "A"),
    ]

    assert in_order == sorted(in_order[position] for position in (5, 3, 0, 2, 4, 1))


@given(INSTALMENTS, INSTALMENTS)
def test_of_two_instalments_one_comes_first_or_they_are_the_same(one: Instalment, other: Instalment) -> None:
    assert 1 == (one < other) + (other < one) + (one == other)


@given(INSTALMENTS)
def test_the_season_of_a_part_is_whole(instalment: Instalment) -> None:
    assert 0 == instalment.season.part
    assert instalment.season == instalment.season.season


def test_official_and_press_are_trusted_above_databases_and_inference() -> None:
    assert ["official", "press"] == [r for r in RANKS if Claim(id="a", show="x", kind="renewed", rank=r).trusted]


def test_a_claim_was_said_on_the_last_day_of_its_on_or_else_when_it_began_to_count() -> None:
    dated = Claim(id="a", show="x", kind="renewed", on=parse_edtf("2022-05"), counts_from=dt.date(2022, 5, 31))
    undated = Claim(id="b", show="x", kind="renewed", counts_from=dt.date(2024, 1, 1))

    assert [dt.date(2022, 5, 31), dt.date(2024, 1, 1)] == [dated.said_on, undated.said_on]


def test_a_claim_is_never_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Claim(id="a", show="x", kind="renewed").kind = "cancelled"  # type: ignore[misc]


def test_the_id_of_a_claim_is_short_and_stays() -> None:
    assert "41ae2c2a2f" == claim_id("renewed", "heartstopper|2,3|||", "", "2022-05-20", "")


@given(WORDS, WORDS)
def test_other_words_give_another_id(one: list[str], other: list[str]) -> None:
    def made(words: list[str]) -> str:
        kind, subject, value, on, url = words
        return claim_id(kind, subject, value, on, url)

    assert (one == other) == (made(one) == made(other))
