"""The timeline of a show: runs and parts, what has aired, what is complete, how far the rest is."""

from __future__ import annotations

import datetime as dt

import pytest

from showstatus.claims import Instalment
from showstatus.ledger.book import Entry
from showstatus.seasons import Season, Timeline, timeline
from showstatus.weighing import standing
from tests.registries import told

WEEKLY = 'release = "weekly"'
AT_ONCE = 'release = "all"'
BATCHES = 'release = "batches"'


def on(entry: Entry, day: str) -> Timeline:
    as_of = dt.date.fromisoformat(day)
    return timeline(standing(entry.claims, as_of), entry.show.release, as_of)


def season(entry: Entry, day: str, number: int = 1) -> Season:
    return on(entry, day)[Instalment(number)]


def stage(entry: Entry, day: str, number: int = 1) -> str | None:
    return season(entry, day, number).stage(dt.date.fromisoformat(day))


def test_seasons_come_first_then_specials_then_films() -> None:
    show = told(
        'kind = "film-ordered", film = "A", on = 2024-01-01',
        'kind = "ordered", special = "B", on = 2024-01-01',
        'kind = "renewed", seasons = [10, 9], on = 2024-01-01',
    )

    assert ["season 9", "season 10", "the special B", "the film A"] == [str(i) for i in on(show, "2024-01-01")]


# --- airing and complete -----------------------------------------------------------------------------------------


def test_a_part_that_comes_as_a_batch_airs_a_day() -> None:
    show = told('kind = "premiered", season = 1, part = 1, value = "2024-05-03"', show=BATCHES)

    assert ["airing", "complete"] == [stage(show, "2024-05-03"), stage(show, "2024-05-04")]


def test_films_and_specials_air_a_day() -> None:
    show = told('kind = "premiered", film = "F", value = "2024-05-03"', show=WEEKLY)
    film = on(show, "2024-05-04")[Instalment(0, 0, "film", "F")]

    assert ["airing", "complete"] == [film.stage(dt.date(2024, 5, day)) for day in (3, 4)]


def test_a_season_is_out_when_the_next_one_comes() -> None:
    show = told(
        'kind = "premiered", season = 1, value = "2024-05-03"',
        'kind = "premiered", season = 2, value = "2024-06-01"',
        show=WEEKLY,
    )

    assert ["airing", "complete"] == [stage(show, day) for day in ("2024-05-31", "2024-06-01")]


def test_a_film_does_not_close_a_season() -> None:
    show = told(
        'kind = "premiered", season = 1, value = "2024-05-03"',
        'kind = "premiered", film = "F", value = "2024-05-10"',
        show=WEEKLY,
    )

    assert "airing" == stage(show, "2024-05-20")


def test_a_finale_before_the_premiere_is_impossible_and_a_dispute() -> None:
    show = told(
        'kind = "premiered", season = 1, value = "2024-05-03", by = "A"',
        'kind = "finale", season = 1, value = "2023-05-03", by = "B"',
        show=WEEKLY,
    )
    found = season(show, "2024-05-10")

    assert (None, "airing", 1) == (found.first.finale, stage(show, "2024-05-10"), len(found.disputes))


def test_a_finale_shows_that_a_season_has_aired_though_no_premiere_is_on_record() -> None:
    show = told('kind = "finale", season = 1, value = "2024-06-01"')

    assert (True, "complete") == (season(show, "2024-06-02").aired(dt.date(2024, 6, 2)), stage(show, "2024-06-02"))


@pytest.mark.parametrize("value", ["2024/..", "9998"])
def test_a_finale_without_an_end_in_sight_completes_nothing(value: str) -> None:
    show = told(
        'kind = "premiered", season = 1, value = "2024-05-03"',
        f'kind = "finale", season = 1, value = "{value}", on = 2024-05-03',
    )

    assert "airing" == stage(show, "2030-01-01")


def test_a_premiere_that_lies_ahead_is_an_announced_day() -> None:
    show = told('kind = "premiered", season = 1, value = "2024-05-03", on = 2024-04-01')

    assert ["dated", "airing"] == [stage(show, day) for day in ("2024-05-02", "2024-05-03")]
    assert "2024-05-03" == str(season(show, "2024-05-02").first.official)


def test_when_it_is_known_when_a_season_came_plans_that_were_missed_no_longer_count() -> None:
    show = told(
        'kind = "window-announced", season = 1, value = "2023", on = 2022-05-01',
        'kind = "window-announced", season = 1, value = "2024-05", on = 2024-01-01',
        'kind = "premiered", season = 1, value = "2024-05-03"',
    )
    missed, kept, _ = show.claims

    assert {missed.id} == season(show, "2024-05-03").superseded
    assert kept is season(show, "2024-05-03").first.plan


# --- parts -------------------------------------------------------------------------------------------------------

SPLIT = 'kind = "split", season = 1, parts = ["Volume 1", "Volume 2"], on = 2024-01-01'


def test_a_split_season_has_a_run_for_each_part_with_its_label() -> None:
    runs = season(told(SPLIT), "2024-01-01").runs

    assert [("season 1 part 1", "Volume 1"), ("season 1 part 2", "Volume 2")] == [
        (str(run.instalment), run.label) for run in runs
    ]


def test_with_parts_a_claim_about_the_season_means_the_first_premiere_and_the_last_finale() -> None:
    first, last = season(
        told(
            SPLIT,
            'kind = "premiered", season = 1, value = "2024-05-03"',
            'kind = "date-announced", season = 1, value = "2024-05-03", on = 2024-02-01',
            'kind = "finale", season = 1, value = "2024-07-05"',
        ),
        "2024-08-01",
    ).runs

    assert ("2024-05-03", "2024-05-03", None) == (str(first.premiere), str(first.official), first.finale)
    assert (None, None, "2024-07-05") == (last.premiere, last.official, str(last.finale))


def test_a_part_named_by_number_makes_a_season_split() -> None:
    show = told('kind = "premiered", season = 1, part = 2, value = "2024-05-03"')

    assert [None, "2024-05-03"] == [run.premiere and str(run.premiere) for run in season(show, "2024-05-03").runs]


def test_a_part_is_out_when_a_later_one_comes() -> None:
    show = told(
        'kind = "premiered", season = 1, part = 1, value = "2024-05-03"',
        'kind = "premiered", season = 1, part = 3, value = "2024-05-17"',
        show=WEEKLY,
    )
    found = season(show, "2024-05-17")

    assert [True, True, False] == [run.complete(dt.date(2024, 5, 17)) for run in found.runs]
    assert "season 1 part 3" == str(found.coming(dt.date(2024, 5, 17)).instalment)


def test_a_season_has_aired_with_its_first_part_and_is_complete_with_its_last() -> None:
    show = told(SPLIT, 'kind = "premiered", season = 1, part = 1, value = "2024-05-03"', show=BATCHES)
    day = dt.date(2024, 6, 1)
    found = season(show, "2024-06-01")

    assert (True, False, "between-parts") == (found.aired(day), found.complete(day), found.stage(day))


# --- stages ------------------------------------------------------------------------------------------------------


def test_the_stage_is_the_furthest_milestone_that_was_reached() -> None:
    show = told(
        'kind = "writing", season = 1, on = 2023-01-01',
        'kind = "casting", season = 1, on = 2023-02-01',
        'kind = "filming-started", season = 1, value = "2023-03-06", on = 2023-02-20',
        'kind = "filming-wrapped", season = 1, value = "2023-06-02", on = 2023-06-02',
        'kind = "post-production", season = 1, on = 2023-07-01',
        'kind = "casting", season = 1, on = 2023-08-01',
        'kind = "date-announced", season = 1, value = "2023-12-01", on = 2023-09-01',
        show=AT_ONCE,
    )
    days = (
        "2023-01-01",
        "2023-03-05",
        "2023-03-06",
        "2023-06-02",
        "2023-08-01",
        "2023-09-01",
        "2023-12-01",
        "2023-12-02",
    )

    assert [
        "writing", "casting", "filming", "wrapped", "post-production", "dated", "airing", "complete",
    ] == [stage(show, day) for day in days]  # fmt: skip


def test_a_filming_that_is_to_begin_some_time_this_year_has_not_begun_in_january() -> None:
    show = told('kind = "filming-started", season = 1, value = "2023", on = 2022-11-01')

    assert [None, "filming"] == [stage(show, day) for day in ("2023-01-01", "2023-12-31")]


def test_a_window_leaves_the_stage_and_is_overdue_when_it_has_wholly_passed() -> None:
    show = told(
        'kind = "filming-wrapped", season = 1, value = "2023-02", on = 2023-03-01',
        'kind = "window-announced", season = 1, value = "2023", on = 2023-03-01',
    )
    first = season(show, "2024-01-01").first

    assert ["wrapped", "wrapped"] == [stage(show, day) for day in ("2023-12-31", "2024-01-01")]
    assert [False, True] == [first.overdue(dt.date(2023, 12, 31)), first.overdue(dt.date(2024, 1, 1))]


def test_an_approximate_day_is_a_window_and_no_date() -> None:
    show = told('kind = "window-announced", season = 1, value = "2023-05-05~", on = 2023-03-01')

    assert (None, None) == (stage(show, "2023-04-01"), stage(show, "2023-05-06"))
    assert season(show, "2023-05-06").first.overdue(dt.date(2023, 5, 6))


def test_an_announced_day_is_presumed_kept_unless_the_season_was_called_off_meanwhile() -> None:
    day = 'kind = "date-announced", season = 2, value = "2023-05-05", on = 2023-03-01'
    presumed = {
        "nothing said": told(day),
        "show cancelled": told(day, 'kind = "cancelled", on = 2023-04-01'),
        "season cancelled": told(day, 'kind = "cancelled", season = 2, on = 2023-04-01'),
        "later season cancelled": told(day, 'kind = "cancelled", season = 3, on = 2023-04-01'),
        "film cancelled": told(day, 'kind = "cancelled", film = "F", on = 2023-04-01'),
        "cancelled before the day was announced": told(day, 'kind = "cancelled", on = 2023-02-01'),
        "cancelled after it came": told(day, 'kind = "cancelled", on = 2023-06-01'),
        "a database says cancelled": told(day, 'kind = "cancelled", on = 2023-04-01, by = "TMDB"'),
        "the press says delayed": told(
            f'{day}, by = "Netflix"', 'kind = "delayed", season = 2, on = 2023-04-01, by = "P"'
        ),
    }

    assert {
        "nothing said",
        "later season cancelled",
        "film cancelled",
        "cancelled before the day was announced",
        "cancelled after it came",
        "a database says cancelled",
    } == {name for name, show in presumed.items() if season(show, "2023-07-01", 2).first.presumed}


def test_the_newest_count_of_episodes_of_the_best_rank_is_told() -> None:
    show = told(
        'kind = "episodes", season = 1, value = 8, on = 2023-01-01, by = "TMDB"',
        'kind = "episodes", season = 1, value = 9, on = 2023-02-01, by = "Variety"',
        'kind = "episodes", season = 1, value = 10, on = 2023-03-01, by = "Variety"',
        'kind = "episodes", season = 1, value = 11, on = 2023-04-01, by = "TMDB"',
    )

    assert 10 == season(show, "2023-05-01").episodes


def test_only_a_wrap_is_impossible_before_filming_began() -> None:
    show = told(
        'kind = "filming-started", season = 1, value = "2023-05-01"',
        'kind = "post-production", season = 1, value = "2023-02"',
        'kind = "filming-wrapped", season = 1, value = "2023-02"',
        'kind = "casting", season = 1, value = "2022-02"',
    )

    found = season(show, "2024-01-01")

    assert {"casting", "filming-started", "post-production"} == set(found.milestones)
    assert 1 == len(found.disputes)


def test_a_wrap_is_rather_one_after_the_season_before_came() -> None:
    show = told(
        'kind = "premiered", season = 1, value = "2022-04-01"',
        'kind = "filming-wrapped", season = 2, value = "2022-01-10"',
        'kind = "filming-wrapped", season = 2, value = "2022-09"',
    )

    assert "2022-09" == str(season(show, "2024-01-01", 2).milestones["filming-wrapped"].value)
