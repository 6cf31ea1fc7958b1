"""Heartstopper as it ships: what the first issue asks to be true of it on four days."""

from __future__ import annotations

import datetime as dt
from functools import cache

from showstatus.ledger.book import Entry
from showstatus.report import report
from tests.asking import disputed, on
from tests.registries import shipped


@cache
def heartstopper() -> Entry:
    return shipped("heartstopper")


def test_heartstopper_on_11_january_2023_is_renewed_wrapped_and_expected_in_2023() -> None:
    made = report(heartstopper(), dt.date(2023, 1, 11), 2)

    assert ("renewed", (2, 3), (1,)) == (made.status.decision, made.status.confirmed, made.status.aired)
    assert made.answer.startswith("No. ")
    assert made.next is not None
    assert made.next.stage in ("wrapped", "post-production")
    assert "2023" == str(made.next.official)
    assert made.next.window is not None
    assert dt.date(2023, 1, 11) <= made.next.window.start <= dt.date(2023, 8, 3) < made.next.window.end
    assert made.next.window.end <= dt.date(2024, 1, 1)
    assert (made.next.window.end - made.next.window.start).days <= 200


def test_heartstopper_season_2_has_22_members_of_cast_of_whom_the_new_are_marked() -> None:
    cast = report(heartstopper(), dt.date(2023, 1, 11), 2).cast

    assert 22 == len(cast)
    assert 0 < sum(face.new for face in cast) < 22
    assert {face.new for face in cast if face.actor in ("Kit Connor", "Joe Locke")} == {False}
    assert {face.new for face in cast if face.actor == "Leila Khan"} == {True}


def test_heartstopper_shows_that_sources_differ_on_when_filming_wrapped() -> None:
    show = heartstopper()

    assert [["Collider", "Attack of the Fanboy"]] == disputed(show, on(show, "2023-01-11"))


def test_heartstopper_was_pending_before_its_renewal() -> None:
    made = report(heartstopper(), dt.date(2022, 5, 1))

    assert ("pending", (), None) == (made.status.decision, made.status.confirmed, made.next)
    assert made.answer.startswith("Not decided. ")


def test_heartstopper_concludes_with_a_film_by_august_2025() -> None:
    made = report(heartstopper(), dt.date(2025, 8, 1))

    assert ("concludes-with-film", (1, 2, 3)) == (made.status.decision, made.status.complete)
    assert made.next is not None
    assert "the film Heartstopper Forever" == str(made.next.instalment)
    assert ("wrapped", "2026") == (made.next.stage, str(made.next.official))
    assert made.answer.startswith("No. Heartstopper concludes with the film Heartstopper Forever")
