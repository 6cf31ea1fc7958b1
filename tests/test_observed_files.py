"""Files of seasons and of milestones as a backtest reads them."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from showstatus.cli.observed_files import read_productions, read_seasons
from showstatus.errors import UsageError
from showstatus.forecast.backtest import backtest
from showstatus.forecast.observed import WHOLE_UNTIL
from tests.engines import StandIn
from tests.observed import MILESTONES, SEASONS, season


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with gzip.open(tmp_path / "seasons.csv.gz", "wt", encoding="utf-8") as file:
        file.write(SEASONS)
    (tmp_path / "milestones.csv").write_text(MILESTONES, encoding="utf-8")
    return tmp_path


def test_seasons_are_read_and_flawed_rows_left_out(data: Path) -> None:
    one, two = read_seasons(str(data))

    assert ("x:1", "FOX", "US", "Scripted", ("Drama", "Crime")) == (
        one.id,
        one.platform,
        one.country,
        one.type,
        one.genres,
    )
    assert (season(1, "2018-01-01", "2018-03-01").premiere, 10, 10) == (
        one.seasons[0].premiere, one.seasons[0].episodes, one.seasons[0].release_days,
    )  # fmt: skip
    assert [1, 2] == [s.number for s in one.seasons]
    assert [1] == [s.number for s in two.seasons]


def test_milestones_are_joined_to_their_show_and_plans_left_out(data: Path) -> None:
    one, other = read_productions(str(data), read_seasons(str(data)))

    assert "x:1" == one.show.id
    assert [
        ("2018-05-16", "renewed"), ("2018-08-15", "filming-started"), ("2018-10-05", "filming-wrapped"),
        ("2018-11-30", "window-announced"),
    ] == [(day.isoformat(), milestone.kind) for day, milestone in one.told]  # fmt: skip
    assert ("milestones:other", "Sky", "GB", "Reality") == (
        other.show.id, other.show.platform, other.show.country, other.show.type,
    )  # fmt: skip
    assert ["filming-wrapped"] == [milestone.kind for _, milestone in other.told]


def test_a_folder_without_seasons_is_told_and_one_without_milestones_has_none(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"has no seasons\.csv and no seasons\.csv\.gz"):
        read_seasons(str(tmp_path))
    assert [] == read_productions(str(tmp_path), [])


def test_what_was_read_can_be_replayed(data: Path) -> None:
    shows = read_seasons(str(data))
    result = backtest(shows, read_productions(str(data), shows), WHOLE_UNTIL, StandIn())

    assert {"finale", "wrap"} <= {origin.origin for origin in result.origins}
