"""From the ledger to the model's case: what was known on a day, and nothing that was said or came later."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showstatus.claims import Instalment
from showstatus.forecast.batch import decode
from showstatus.forecast.case import Subject, case_of, seasons_of, subject_of
from showstatus.forecast.features import Case, Milestone, PastSeason
from showstatus.forecast.outlook import ROUGH, outlook
from showstatus.forecast.replay import observed_of, productions_of, replays
from showstatus.forecast.track_record import records
from showstatus.ledger.book import Entry
from showstatus.report import report
from tests.asking import on
from tests.engines import StandIn
from tests.registries import ledger, shipped, told

AT_ONCE = 'platform = "Netflix"\nrelease = "all"\ngenres = ["Drama", "Sci-Fi"]\ncountry = "GB"'


def case(entry: Entry, day: str, number: int) -> Case:
    return case_of(entry, on(entry, day), Instalment(number))


def subject(entry: Entry, day: str, season: int | None = None) -> Subject:
    return subject_of(entry.show, on(entry, day), season)


def show(*more: str, keys: str = AT_ONCE) -> Entry:
    return told('kind = "premiered", season = 1, value = 2022-04-22', *more, show=keys)


def test_a_show_tells_where_it_lives_and_what_it_is() -> None:
    made = case(show(), "2023-01-11", 2)

    assert ("Netflix", "GB", "Scripted", "en") == (made.platform, made.country, made.type, made.language)
    assert ("Drama", "Sci-Fi & Fantasy") == made.genres


def test_a_season_that_came_at_once_ended_the_day_it_began() -> None:
    assert (PastSeason(1, dt.date(2022, 4, 22), dt.date(2022, 4, 22), None, 1),) == case(
        show(), "2023-01-11", 2
    ).seasons


def test_a_weekly_season_tells_its_end_episodes_and_days_once_it_is_over() -> None:
    weekly = show(
        'kind = "finale", season = 1, value = 2022-06-03',
        'kind = "episodes", season = 1, value = 9, on = 2026-01-01',
        keys='release = "weekly"',
    )

    assert PastSeason(1, dt.date(2022, 4, 22), None, None, None) == case(weekly, "2022-05-01", 2).seasons[0]
    assert PastSeason(1, dt.date(2022, 4, 22), dt.date(2022, 6, 3), 9, 7) == case(weekly, "2022-07-01", 2).seasons[0]


def test_a_split_season_counts_once_from_its_first_part() -> None:
    split = told(
        'kind = "split", season = 1, parts = ["Volume 1", "Volume 2"], on = 2022-01-01',
        'kind = "premiered", season = 1, part = 1, value = 2022-05-27',
        'kind = "premiered", season = 1, part = 2, value = 2022-07-01',
        show='release = "all"',
    )
    (season,) = case(split, "2023-01-01", 2).seasons

    assert (dt.date(2022, 5, 27), dt.date(2022, 7, 1), 2) == (season.premiere, season.end, season.release_days)


def test_milestones_of_the_coming_season_are_known_from_the_day_they_were_told() -> None:
    made = show(
        'kind = "renewed", seasons = [2, 3], on = 2022-05-20',
        'kind = "filming-wrapped", season = 2, value = 2022-12-02, on = 2023-01-05',
        'kind = "window-announced", season = 2, value = "2023", on = 2023-02-01',
        'kind = "date-announced", season = 2, value = 2023-08-03, on = 2023-05-01',
    )

    renewed = Milestone("renewed", 2, dt.date(2022, 5, 20), dt.date(2022, 5, 21))
    wrapped = Milestone("filming-wrapped", 2, dt.date(2022, 12, 2), dt.date(2022, 12, 3))
    window = Milestone("window-announced", 2, dt.date(2023, 1, 1), dt.date(2024, 1, 1))
    dated = Milestone("date-announced", 2, dt.date(2023, 8, 3), dt.date(2023, 8, 4))
    assert () == case(show(), "2022-05-01", 2).milestones
    assert (renewed,) == case(made, "2023-01-04", 2).milestones
    assert (renewed, wrapped) == case(made, "2023-01-05", 2).milestones
    assert (renewed, wrapped, window) == case(made, "2023-03-01", 2).milestones
    assert (renewed, wrapped, dated) == case(made, "2023-05-01", 2).milestones


def test_a_window_that_has_passed_is_no_longer_told_and_an_open_delay_is_one() -> None:
    late = show('kind = "window-announced", season = 2, value = "2023-03", on = 2022-12-01')
    delayed = show('kind = "delayed", season = 2, value = "2024-01/..", on = 2023-01-01')

    assert ["window-announced"] == [one.kind for one in case(late, "2023-03-15", 2).milestones]
    assert [] == [one.kind for one in case(late, "2023-05-15", 2).milestones]
    assert [("delayed", dt.date(2024, 1, 1))] == [(m.kind, m.start) for m in case(delayed, "2023-05-01", 2).milestones]


def test_what_comes_next_is_the_subject_and_after_it_the_season_nobody_ordered() -> None:
    ordered = show('kind = "renewed", seasons = [2, 3], on = 2022-05-20')

    assert Instalment(2) == subject(ordered, "2023-01-11").instalment
    assert Instalment(2) == subject(show(), "2023-01-11").instalment
    assert Instalment(2) == subject(show(keys='release = "weekly"'), "2022-04-25").instalment


@pytest.mark.parametrize(
    ("more", "season", "why"),
    [
        ((), 1, "Season 1 of X has premiered, so nothing is forecast."),
        ((), 3, "Season 3 of X comes after season 2, which has not premiered; only the next one can be forecast."),
        (('kind = "cancelled", on = 2022-06-01',), None, "X is over (cancelled), so nothing is forecast."),
    ],
)
def test_what_cannot_be_forecast_is_told(more: tuple[str, ...], season: int | None, why: str) -> None:
    assert Subject(None, why) == subject(show(*more), "2023-01-11", season)


def test_an_order_that_skips_a_season_is_for_that_one_first() -> None:
    assert Instalment(2) == subject(show('kind = "renewed", season = 3, on = 2022-05-20'), "2023-01-11").instalment


def test_a_gap_across_a_season_that_is_not_known_is_no_gap() -> None:
    holes = told(
        'kind = "premiered", season = 1, value = 2010-01-01',
        'kind = "premiered", season = 4, value = 2020-01-01',
        'kind = "premiered", season = 5, value = 2021-01-01',
    )
    years = told(
        'kind = "premiered", season = 2019, value = 2019-01-01', 'kind = "premiered", season = 2021, value = 2021-01-01'
    )

    assert [4, 5] == [season.number for season in case(holes, "2022-01-01", 6).seasons]
    assert [2019, 2021] == [season.number for season in case(years, "2022-01-01", 2022).seasons]


def test_of_a_film_it_is_said_that_the_forecast_is_rough() -> None:
    film = show('kind = "film-ordered", film = "X: The Film", on = 2022-05-20')
    made = outlook(film, dt.date(2023, 1, 11), StandIn())

    assert made.coming is not None
    assert ("film", ROUGH) == (made.coming.kind, made.because[-1])


def test_a_first_season_and_a_part_after_a_planned_pause_are_not_forecast() -> None:
    unaired = told('kind = "ordered", season = 1, on = 2022-01-01')
    paused = told(
        'kind = "split", season = 1, parts = ["A", "B"], on = 2022-01-01',
        'kind = "premiered", season = 1, part = 1, value = 2022-05-27',
        show='release = "all"',
    )

    assert "would be the first" in (subject(unaired, "2022-02-01").why_not or "")
    assert "planned pause" in (subject(paused, "2022-06-15").why_not or "")
    assert None is outlook(unaired, dt.date(2022, 2, 1), StandIn()).median


def test_the_outlook_of_heartstopper_knows_its_day() -> None:
    made = outlook(shipped("heartstopper"), dt.date(2023, 1, 11), StandIn())

    assert Instalment(2) == made.coming
    assert None is made.odds
    assert dt.date(2023, 1, 11) <= made.quantiles[0.05]
    assert made.median == made.quantiles[0.5]
    assert [1] == [
        season.number for season in seasons_of(shipped("heartstopper"), on(shipped("heartstopper"), "2023-01-11"))
    ]


def test_check_and_the_batch_answer_alike_where_they_know_alike() -> None:
    entry = shipped("heartstopper")
    known = case(entry, "2023-01-11", 2)
    asked = {
        "as_of": "2023-01-11", "platform": known.platform, "country": known.country, "type": known.type,
        "language": known.language, "genres": list(entry.show.genres),
        "seasons": [
            {key: str(value) if isinstance(value, dt.date) else value for key, value in vars(season).items()}
            for season in known.seasons
        ],
        "milestones": [
            {"kind": one.kind, "season": one.season, "value": f"{one.start}/{one.end - dt.timedelta(1)}"}
            for one in known.milestones
        ],
    }  # fmt: skip

    assert known == decode(asked, dt.date(2023, 1, 11)).case


def test_the_80_percent_window_of_heartstopper_2_is_at_most_150_days_wide() -> None:
    coming = report(shipped("heartstopper"), dt.date(2023, 1, 11)).next

    assert coming is not None
    assert coming.window is not None
    assert dt.date(2023, 1, 11) < coming.window.start <= dt.date(2023, 8, 3) < coming.window.end <= dt.date(2024, 1, 1)
    assert (coming.window.end - coming.window.start).days <= 150


def test_odds_are_told_only_while_nobody_has_decided() -> None:
    assert {12: 0.4, 24: 0.55, 36: 0.6} == outlook(show(), dt.date(2023, 1, 11), StandIn()).odds


def test_a_forecast_is_replayed_at_every_milestone_and_held_against_the_premiere() -> None:
    made = show(
        'kind = "renewed", season = 2, on = 2022-05-20',
        'kind = "filming-wrapped", season = 2, value = 2022-12-02, on = 2022-12-05',
        'kind = "premiered", season = 2, value = 2023-08-03',
    )
    rows = list(replays(made, on(made, "2024-01-01"), StandIn()))

    assert [("finale", "2022-04-22"), ("renewed", "2022-05-20"), ("filming-wrapped", "2022-12-05")] == [
        (row.moment, row.as_of.isoformat()) for row in rows
    ]
    wrapped = rows[-1]
    assert (True, (dt.date(2023, 8, 3) - wrapped.median).days) == (wrapped.inside, wrapped.error_days)
    assert [] == list(replays(made, on(made, "2023-08-02"), StandIn()))
    summed = records(rows)
    assert [("all", 3), ("finale", 1), ("renewed", 1), ("filming-wrapped", 1)] == [(r.moment, r.n) for r in summed]
    assert summed[0].words.startswith("3 forecasts: ")


def test_a_replay_does_not_know_what_was_told_later() -> None:
    made = show(
        'kind = "filming-wrapped", season = 2, value = 2022-12-02, on = 2023-06-01',
        'kind = "premiered", season = 2, value = 2023-08-03',
    )
    (production,) = productions_of(made, on(made, "2024-01-01"))

    assert [(dt.date(2023, 6, 1), "filming-wrapped")] == [(day, one.kind) for day, one in production.told]
    assert [1, 2] == [season.number for season in observed_of(made, on(made, "2024-01-01")).seasons]


@given(st.dates(dt.date(2016, 1, 1), dt.date(2026, 8, 1)))
def test_nothing_in_a_case_is_later_than_its_day(day: dt.date) -> None:
    for entry in ledger("three_volumes_stranger_things").values():
        stand = on(entry, day.isoformat())
        coming = subject_of(entry.show, stand).instalment
        if coming is not None:
            made = case_of(entry, stand, coming)
            assert all(season.premiere <= day for season in made.seasons)
            assert all(season.end is None or season.end <= day for season in made.seasons)
            assert all(one.start <= day for one in made.milestones if one.kind.startswith("filming"))
