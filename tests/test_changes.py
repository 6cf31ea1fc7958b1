"""What is news between two looks at a show, and how it is said."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showstatus.changes import Stand, change_of, changes, contradictions, packed, stand, stand_of, window_moved
from showstatus.report import Report, report
from showstatus.views.news import sentence
from tests.registries import told

DAY = dt.date(2024, 3, 1)
OUT = 'kind = "premiered", season = 1, value = "2023-01-05"'
ALL = 'kind = "finale", season = 1, value = "2023-01-05"'
RENEWED = 'kind = "renewed", season = 2, on = "2023-02-01"'
DATED = 'kind = "date-announced", season = 2, value = "2024-07-04", on = "2024-02-01"'
MOVED = 'kind = "date-announced", season = 2, value = "2024-10-04", on = "2024-02-20"'
CANCELLED = 'kind = "cancelled", on = "2024-02-25"'


def at(*claims: str, day: dt.date = DAY) -> Report:
    return report(told(OUT, ALL, *claims), day)


def stood(made: Report) -> Stand:
    return stand(made.show, made.status)


def news(before: Report, after: Report) -> list[str]:
    """The changes between two reports, as they are said; without the title."""
    found = changes("x", stood(before), stood(after), after.as_of)
    return [sentence(change).partition(": ")[2] for change in found]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ([], [], []),
        ([], [RENEWED], ["renewed for season 2 (was pending)."]),
        ([RENEWED], [RENEWED, DATED], ["season 2 comes on 4 July 2024."]),
        ([RENEWED, DATED], [RENEWED, DATED, MOVED], ["season 2 comes on 4 October 2024 (was 4 July 2024)."]),
        ([RENEWED, DATED], [RENEWED, DATED, CANCELLED], ["cancelled (was renewed)."]),
        ([CANCELLED], [CANCELLED, 'kind = "saved", season = 2, on = "2024-02-28"'],
         ["revived, renewed for season 2 (was cancelled)."]),
        ([RENEWED], [RENEWED, 'kind = "renewed", season = 3, on = "2024-02-01"'], ["season 3 confirmed."]),
        ([RENEWED], [RENEWED, 'kind = "filming-started", season = 2, value = "2024-01", on = "2024-02-01"'],
         ["season 2 is being filmed."]),
        ([RENEWED], [RENEWED, 'kind = "window-announced", season = 2, value = "2025", on = "2024-02-01"'],
         ["season 2 is announced for 2025."]),
        ([RENEWED, DATED], [RENEWED, DATED, 'kind = "delayed", season = 2, on = "2024-02-20"'],
         ["season 2 has no day any more (was 4 July 2024)."]),
        ([], ['kind = "ended", on = "2024-02-01"'], ["ended (was pending)."]),
    ],
)  # fmt: skip
def test_a_claim_is_one_piece_of_news(before: list[str], after: list[str], said: list[str]) -> None:
    assert said == news(at(*before), at(*after))


def test_time_alone_is_news_when_something_begins_and_when_it_is_all_out() -> None:
    season = [RENEWED, DATED, 'kind = "finale", season = 2, value = "2024-08-29", on = "2024-02-01"']

    def on(day: str) -> Report:
        return at(*season, day=dt.date.fromisoformat(day))

    assert ["season 2 has begun."] == news(on("2024-07-03"), on("2024-07-04"))
    assert [] == news(on("2024-07-04"), on("2024-08-29"))
    assert ["season 2 is complete."] == news(on("2024-08-29"), on("2024-08-30"))


def test_a_season_that_nobody_saw_coming_is_news_and_an_old_one_that_is_listed_late_is_none() -> None:
    second = [f'kind = "{kind}", season = 2, value = "2024-02-20"' for kind in ("premiered", "finale")]
    third = [claim.replace("season = 2", "season = 3").replace("2024-02-20", "2024-02-22") for claim in second]
    ordered = 'kind = "renewed", season = 4, on = "2022-02-01"'

    assert ["season 2 is complete."] == news(at(), at(*second))
    assert [] == news(at(*third), at(*second, *third))
    assert [] == news(report(told(ordered), DAY), report(told(ordered, OUT, ALL), DAY))


def test_a_first_look_tells_only_what_contradicts() -> None:
    unknown, renewed, dated, moved = at(), at(RENEWED), at(RENEWED, DATED), at(RENEWED, DATED, MOVED)

    def first(before: Report, after: Report) -> list[str]:
        return [change.what for change in contradictions(changes("x", stood(before), stood(after), DAY))]

    assert [] == first(unknown, renewed)
    assert [] == first(renewed, dated)
    assert ["date"] == first(dated, moved)
    assert ["decision"] == first(renewed, at(RENEWED, CANCELLED))


def test_an_estimate_that_moves_by_two_weeks_is_news() -> None:
    wrapped = 'kind = "filming-wrapped", season = 2, value = "2024-02-20", on = "2024-02-20"'
    (moved,) = window_moved("x", at(RENEWED), at(RENEWED, wrapped))

    assert "window" == moved.what
    assert sentence(moved).startswith(f"{moved.title}: season 2 is now estimated for ")
    assert [] == [*window_moved("x", at(RENEWED), at(RENEWED))]


def test_a_new_name_and_a_new_home_are_news() -> None:
    before = stood(at())
    after = stand_of({**packed(before), "title": "Harbour Nights", "platform": "HBO"})
    found = changes("x", stand_of({**packed(before), "platform": "Netflix"}), after, DAY)

    assert [("title", before.title, "Harbour Nights"), ("platform", "Netflix", "HBO")] == [
        (change.what, change.before, change.after) for change in found
    ]


CLAIMS = st.lists(st.sampled_from([RENEWED, DATED, MOVED, CANCELLED, 'kind = "ended", on = "2024-02-01"']), unique=True)


@given(CLAIMS, CLAIMS)
def test_what_is_noted_is_read_back_and_nothing_is_news_twice(before: list[str], after: list[str]) -> None:
    old, new = stood(at(*before)), stood(at(*after))
    found = [*changes("x", old, new, DAY)]

    assert (new, found) == (stand_of(packed(new)), [change_of(packed(change)) for change in found])
    assert [] == [*changes("x", new, new, DAY)]
    assert (old != new) == bool(found)
    assert all(sentence(change).endswith(".") for change in found)
