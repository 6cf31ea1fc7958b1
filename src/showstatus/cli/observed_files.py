"""Reads a folder of observations for the backtest: seasons.csv and, where there is one, milestones.csv, or .csv.gz."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator, Sequence

from showstatus.errors import UsageError
from showstatus.forecast.observed import Row, observed_productions, observed_shows
from showstatus.forecast.origins import ObservedShow, Production


def read_seasons(folder: str) -> list[ObservedShow]:
    """Every show of seasons.csv(.gz), with its seasons in order. Raises `UsageError` where the file is missing."""
    path = _path(folder, "seasons.csv")
    if path is None:
        raise UsageError(f"{folder} has no seasons.csv and no seasons.csv.gz; --data names the folder that holds them.")
    return observed_shows(_rows(path))


def read_productions(folder: str, shows: Sequence[ObservedShow]) -> list[Production]:
    """Every season of milestones.csv(.gz) that has come; none where there is no such file."""
    path = _path(folder, "milestones.csv")
    return observed_productions(_rows(path), shows) if path is not None else []


def _path(folder: str, name: str) -> str | None:
    paths = [os.path.join(folder, name), os.path.join(folder, f"{name}.gz")]
    return next((path for path in paths if os.path.exists(path)), None)


def _rows(path: str) -> Iterator[Row]:
    if path.endswith(".gz"):
        import gzip

        with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)
    else:
        with open(path, encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)
