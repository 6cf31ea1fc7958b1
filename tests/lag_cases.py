"""What is known of a season whose release window is estimated, for tests: Heartstopper's second above all."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from showstatus.forecast.lag_case import Anchor, LagCase
from showstatus.forecast.window import Forecast

KINDS = ("filming-wrapped", "filming-started", "renewed", "premiere")


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def anchor(kind: str, text: str) -> Anchor:
    """An anchor known to the day ("2022-12-02") or to the month ("2022-09")."""
    return Anchor(kind, day(text if len(text) == 10 else f"{text}-15"), 1 if len(text) == 10 else 30, text)


HEARTSTOPPER = LagCase(
    platform="Netflix",
    genres=("Drama", "Romance"),
    release="all",
    own=(),
    anchors=(
        anchor("premiere", "2022-04-22"),
        anchor("renewed", "2022-05-20"),
        anchor("filming-started", "2022-09"),
        anchor("filming-wrapped", "2022-12-02"),
    ),
    official=(day("2023-01-01"), day("2024-01-01")),
)
WRAPPED = replace(HEARTSTOPPER, anchors=HEARTSTOPPER.anchors[-1:], official=None)


def must(result: Forecast | None) -> Forecast:
    assert result is not None
    return result
