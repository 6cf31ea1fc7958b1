"""The shipped lags: the names they are kept under, how fast they are used, and that they are made again."""

from __future__ import annotations

import filecmp
import os
import subprocess
import sys
import time
from dataclasses import replace

import pytest

from showstatus.forecast import lags
from showstatus.forecast.features import OwnLag
from showstatus.forecast.spellings import GENRE_NAMES, budget_key, genre_group
from showstatus.forecast.window import forecast
from tests.lag_cases import HEARTSTOPPER, KINDS, day

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
DATA = os.environ.get("SHOWSTATUS_DATA") or os.path.join(os.path.dirname(ROOT), "shared", "data")


@pytest.mark.parametrize(
    ("words", "group"),
    [
        (("Drama", "Romance"), "comedy"),
        (("comedy-drama",), "comedy"),
        (("Crime", "Thriller"), "drama"),
        (("Action & Adventure",), "drama"),
        (("Sci-Fi & Fantasy", "Drama"), "fantasy"),
        (("post-apocalyptic drama",), "fantasy"),
        (("Animation", "Comedy"), "animation"),
        (("Romance", "Reality"), "unscripted"),
        (("Talk Show",), "unscripted"),
        (("Quux",), ""),
        ((), ""),
    ],
)
def test_genre_words_of_every_source_fall_into_a_group(words: tuple[str, ...], group: str) -> None:
    assert group == genre_group(words)


@pytest.mark.parametrize(
    ("name", "key"),
    [("HBO Max", "hbo"), ("Max", "hbo"), ("FOX", "fox"), ("Sky/AMC+", "sky"), ("BBC", "bbc one"), ("", "")],
)
def test_one_platform_has_one_name_in_the_table(name: str, key: str) -> None:
    assert key == budget_key(name)


def test_the_table_knows_every_kind_of_anchor_and_every_genre_group_it_names() -> None:
    table = lags.table()
    assert set(KINDS) == set(table.anchors)
    assert all(set(lag.genres) <= set(GENRE_NAMES) for lag in table.anchors.values())


def test_one_forecast_takes_far_less_than_two_milliseconds() -> None:
    history = replace(HEARTSTOPPER, anchors=HEARTSTOPPER.anchors[:2], own=(OwnLag("premiere", 2, 400),))
    forecast(history, day("2023-01-11"))
    took = []
    for _ in range(30):
        began = time.perf_counter()
        forecast(history, day("2023-01-11"))
        took.append(time.perf_counter() - began)
    assert min(took) < 0.002


@pytest.mark.skipif(
    not os.path.exists(os.path.join(DATA, "milestones.csv")),
    reason="the data the numbers are fitted to are not part of the project; SHOWSTATUS_DATA says where they are",
)
def test_the_shipped_numbers_are_made_again_byte_by_byte(tmp_path: os.PathLike[str]) -> None:
    made = os.path.join(tmp_path, "lags.json")
    program = os.path.join(ROOT, "tools", "fit_lags.py")
    subprocess.run([sys.executable, program, DATA, "--output", made], check=True, capture_output=True)
    shipped = os.path.join(ROOT, "src", "showstatus", "forecast", "lags.json")
    assert filecmp.cmp(shipped, made, shallow=False)
    assert os.path.getsize(made) < 60_000
