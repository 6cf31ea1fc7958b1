"""How long a season runs where nobody told its last day."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.registries import told
from tests.test_seasons import AT_ONCE, BATCHES, WEEKLY, stage


@pytest.mark.parametrize(
    ("release", "last_day"),
    [(AT_ONCE, "2024-05-03"), (WEEKLY, "2024-07-11"), (BATCHES, "2024-07-11"), ("", "2024-07-11")],
)
def test_without_a_finale_a_season_airs_a_day_or_70_days(release: str, last_day: str) -> None:
    show = told('kind = "premiered", season = 1, value = "2024-05-03"', show=release)
    after = (dt.date.fromisoformat(last_day) + dt.timedelta(days=1)).isoformat()

    assert ["airing", "complete"] == [stage(show, last_day), stage(show, after)]


@pytest.mark.parametrize(
    ("release", "count", "last_day"),
    [
        (WEEKLY, 4, "2024-05-24"),
        (WEEKLY, 10, "2024-07-05"),
        (WEEKLY, 22, "2024-09-27"),
        (WEEKLY, 150, "2024-07-11"),  # several a week: the number tells nothing
        ("", 10, "2024-07-05"),
        (BATCHES, 4, "2024-05-24"),
        (BATCHES, 22, "2024-07-11"),  # faster than week by week
        (AT_ONCE, 10, "2024-05-03"),
    ],
)
def test_without_a_finale_the_episodes_tell_how_long_a_season_airs(release: str, count: int, last_day: str) -> None:
    show = told(
        'kind = "premiered", season = 1, value = "2024-05-03"',
        f'kind = "episodes", season = 1, value = {count}, on = 2024-05-01',
        show=release,
    )
    after = (dt.date.fromisoformat(last_day) + dt.timedelta(days=1)).isoformat()

    assert ["airing", "complete"] == [stage(show, last_day), stage(show, after)]


def test_the_episodes_of_a_split_season_do_not_tell_how_long_a_part_airs() -> None:
    show = told(
        'kind = "split", season = 1, parts = ["A", "B"], on = 2024-01-01',
        'kind = "premiered", season = 1, part = 1, value = "2024-05-03"',
        'kind = "episodes", season = 1, value = 4, on = 2024-05-01',
        'kind = "episodes", season = 1, part = 1, value = 2, on = 2024-05-01',
        show=WEEKLY,
    )

    assert ["airing", "between-parts"] == [stage(show, "2024-05-10"), stage(show, "2024-05-11")]
