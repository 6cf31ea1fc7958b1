"""Shows of other shapes: revived, a special alone, years for numbers, one name for two, renumbered."""

from __future__ import annotations

import os

import pytest

from showstatus.claims import Instalment
from showstatus.errors import AmbiguousName
from showstatus.ledger.ledger import Ledger
from tests.asking import official, on, said, stage
from tests.registries import LEDGERS, ledger, only, told


def test_a_show_that_ended_long_ago_can_be_revived() -> None:
    show = only("ended_long_ago_then_revived")
    before, after = on(show, "2024-03-31"), on(show, "2024-04-01")

    assert ("ended", ()) == (before.decision, before.confirmed)
    assert "No. Harbour Lights was not cancelled; it ended with season 9 on 16 May 2013." == said(show, "2024-03-31")
    assert ("renewed", (10,)) == (after.decision, after.confirmed)
    assert "No. Peacock saved Harbour Lights for season 10 on 1 April 2024." == said(show, "2024-04-01")


def test_a_season_that_simply_came_reopens_a_show_that_had_ended() -> None:
    show = only("ended_long_ago_then_a_season_came")
    running, over = on(show, "2024-09-20"), on(show, "2025-01-01")

    assert "ended" == on(show, "2024-09-19").decision
    assert ("pending", (10,), "airing") == (running.decision, running.confirmed, stage(running))
    assert "pending" == over.decision


def test_a_special_may_be_all_that_comes() -> None:
    show = only("special_only")
    ordered, dated, over = on(show, "2024-05-01"), on(show, "2024-12-24"), on(show, "2024-12-26")

    assert "ended" == on(show, "2024-04-30").decision
    assert ("renewed", (), "the special The Finale") == (ordered.decision, ordered.confirmed, str(ordered.next))
    assert "No. BBC One ordered the special The Finale of Harbour Lights on 1 May 2024." == said(show, "2024-05-01")
    assert ("dated", "2024-12-25") == (stage(dated), official(dated))
    assert ("ended", None) == (over.decision, over.next)


def test_a_year_may_be_the_number_of_a_season() -> None:
    show = only("season_numbers_that_are_years")
    pending, renewed = on(show, "2024-01-31"), on(show, "2024-02-01")

    assert ("pending", (2022, 2023)) == (pending.decision, pending.complete)
    assert (
        "Not decided. Nobody has said whether Harbour Lights gets another season; "
        "season 2023 premiered on 4 September 2023." == said(show, "2024-01-31")
    )
    assert ("renewed", (2024,), "season 2024") == (renewed.decision, renewed.confirmed, str(renewed.next))


def test_two_programmes_of_one_name_stand_apart() -> None:
    shows = ledger("one_name_two_programmes")
    decisions = {slug: on(show, "2025-06-01").decision for slug, show in shows.items()}

    assert {
        "the-office-uk": "ended",
        "the-office-us": "ended",
        "ghosts-uk": "ended",
        "ghosts-us": "renewed",
    } == decisions
    assert "No. CBS renewed Ghosts (US) for seasons 5 and 6 on 20 February 2025." == (
        said(shows["ghosts-us"], "2025-06-01")
    )


def test_a_name_two_programmes_bear_must_be_qualified(tmp_path: os.PathLike[str]) -> None:
    known = Ledger(
        os.path.join(tmp_path, "store.db"),
        shipped=os.path.join(LEDGERS, "one_name_two_programmes.toml"),
        user=os.path.join(tmp_path, "none.toml"),
    )
    with pytest.raises(AmbiguousName) as office:
        known.resolve("The Office")
    with pytest.raises(AmbiguousName) as ghosts:
        known.resolve("ghosts")

    assert (("the-office-uk", "The Office (UK)"), ("the-office-us", "The Office (US)")) == office.value.candidates
    assert (("ghosts-uk", "Ghosts (UK)"), ("ghosts-us", "Ghosts (US)")) == ghosts.value.candidates
    assert "the-office-uk" == known.resolve("the office (uk)")
    assert "ghosts-us" == known.resolve("Ghosts US")
    known.close()


def test_a_renumbered_revival_is_a_show_of_its_own() -> None:
    shows = ledger("renumbered_revival_doctor_who")
    old, new = shows["doctor-who-2005"], shows["doctor-who-2023"]
    stand = on(new, "2024-07-01")

    assert "doctor-who-2005" == new.show.continues
    assert ((13,), (1,)) == (on(old, "2024-07-01").aired, stand.aired)
    assert ("renewed", (2,)) == (stand.decision, stand.confirmed)
    assert "renewed" == on(new, "2023-07-20").decision
    assert said(new, "2024-07-01").startswith("No. Doctor Who (2023) was renewed for season 2 on 20 July 2023")


@pytest.mark.parametrize(
    ("number", "decision"),
    [(1, "in-development"), (2, "renewed"), (1899, "renewed"), (1900, "in-development"), (2022, "in-development")],
)
def test_an_order_is_for_a_first_season_where_the_number_is_one_or_a_year(number: int, decision: str) -> None:
    show = told(f'kind = "ordered", season = {number}, on = 2022-05-20, by = "Netflix"')

    assert decision == on(show, "2023-01-01").decision


def test_how_far_a_season_is_follows_from_what_is_ordered_and_known() -> None:
    show = told(
        'kind = "premiered", season = 1, value = "2022-01-05"',
        'kind = "renewed", season = 2, on = 2022-05-20, by = "Netflix"',
        'kind = "filming-started", season = 3, value = "2022-09-01", on = 2022-09-01',
    )
    stand = on(show, "2023-01-01")

    assert [None, "ordered", "filming"] == [stand.stage_of(Instalment(number)) for number in (4, 2, 3)]
    assert "ordered" == stand.stage_of(Instalment(2, 1))
    assert stand.run_of(Instalment(4)) is None
    assert stand.season_of(Instalment(2, 1)) is stand.seasons[Instalment(2)]
    assert (1,) == stand.aired == stand.complete
