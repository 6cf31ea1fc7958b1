"""Readings as claims: what is proposed, with which words, and what adding it would change."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from showstatus.adoption import adoption
from showstatus.reader.article import read
from showstatus.reader.proposals import LONGEST_QUOTE, Proposal, Source, is_from, proposals

DAY = dt.date(2023, 1, 11)
TEXT = """Salt Road season 3: Netflix says yes

Netflix has renewed the drama Salt Road for seasons 3 and 4.

It began filming last week. Season 3 is set for 2024, and we might expect a release in March 2024.

Ann Ross as Jo Reed
"""


def proposed(text: str, published: dt.date | None = DAY) -> list[Proposal]:
    (reading,) = read(text, published)
    return proposals(reading, Source(published, "A paper", "https://example.org/salt"))


def keys(text: str) -> dict[str, dict[str, Any]]:
    return {str(proposal.keys["kind"]): dict(proposal.keys) for proposal in proposed(text)}


def test_a_claim_carries_its_source_and_its_words() -> None:
    renewed = keys(TEXT)["renewed"]

    assert {
        "kind": "renewed",
        "seasons": [3, 4],
        "on": DAY,
        "by": "A paper",
        "url": "https://example.org/salt",
        "said": "Netflix has renewed the drama Salt Road for seasons 3 and 4.",
    } == renewed


def test_a_window_is_a_value_and_a_guess_is_no_claim() -> None:
    told = keys(TEXT)

    assert ("2024", 3) == (told["window-announced"]["value"], told["window-announced"]["season"])
    assert "2024-03" not in str(told)


def test_a_season_that_is_put_off_does_not_come_before_its_new_date() -> None:
    put_off = keys("Salt Road season 3 delayed to 2027\n\nSeason 3 of the drama Salt Road has been delayed to 2027.")

    assert ("2027/..", 3) == (put_off["delayed"]["value"], put_off["delayed"]["season"])


def test_what_comes_at_the_earliest_in_a_year_may_come_later() -> None:
    told = keys(
        "Salt Road season 3\n\nSeason 3 of the drama Salt Road will premiere in 2024 at the earliest, Hulu said."
    )

    assert "2024/.." == told["window-announced"]["value"]


def test_the_cast_is_one_claim() -> None:
    assert [{"actor": "Ann Ross", "character": "Jo Reed"}] == keys(TEXT)["cast"]["cast"]


def test_a_quote_says_on_which_line_it_stands_and_is_not_long() -> None:
    for proposal in proposed(TEXT):
        assert proposal.quote.rstrip("…") in TEXT.split("\n")[proposal.line - 1]
        assert len(proposal.quote) <= LONGEST_QUOTE


def test_plans_to_film_are_no_facts() -> None:
    text = "Salt Road season 2\n\nNetflix has renewed Salt Road for season 2. Filming is due to begin in May 2023."

    assert {"renewed"} == set(keys(text))


def test_without_a_day_a_claim_has_none() -> None:
    assert [None] == [
        proposal.keys.get("on") for proposal in proposed("News\n\nHulu has cancelled the drama Salt Road.", None)
    ]


def test_what_a_claim_would_change_is_derived() -> None:
    tables = [{"show": "salt-road", **proposal.keys} for proposal in proposed(TEXT)]
    change = adoption("salt-road", {"title": "Salt Road"}, None, tables, DAY)

    assert ("unknown", ()) == (change.before.decision, change.before.confirmed)
    assert ("renewed", (3, 4), "2024") == (change.after.decision, change.after.confirmed, change.after.official)
    assert len(tables) == len(change.claims)


def test_what_a_text_put_on_record_is_told_from_what_was_known_before() -> None:
    source = Source(DAY, "A paper", "https://example.org/salt")
    tables = [{"show": "salt-road", **proposal.keys} for proposal in proposed(TEXT)]
    claims = adoption("salt-road", {"title": "Salt Road"}, None, tables, DAY).claims
    (cast,) = (claim for claim in claims if claim.cast)

    assert is_from(TEXT, source, claims)
    assert is_from(TEXT, source, [cast])
    assert not is_from("Salt Road\n\nNetflix has cancelled Salt Road.", source, claims)
    assert not is_from(TEXT, Source(DAY, "Another paper"), [cast])
    assert not is_from(TEXT, source, ())


def test_what_only_the_verdict_implies_is_unsure() -> None:
    (reading,) = read(TEXT, DAY)
    renewed = next(finding for finding in reading.findings if finding.kind == "renewed")
    reading.findings = [replace(renewed, implied=True)]
    (proposal, *_) = proposals(reading, Source(DAY))

    assert (proposal.keys["kind"], proposal.sure) == ("renewed", "unsure")


def test_an_actor_may_be_the_rapper() -> None:
    (reading,) = read(
        "News of Salt Road\n\nThe new season of Salt Road has Chance the Rapper as Bob.\n", DAY, ["Salt Road"]
    )

    assert [(role.actor, role.character) for role in reading.cast] == [("Chance the Rapper", "Bob")]
