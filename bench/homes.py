"""Homes with registries of made-up shows, as large as a measurement wants them."""

from __future__ import annotations

import os
from pathlib import Path

SHOW = """
[show.show-{number}]
title = "Show {number}"
platform = "Netflix"
genres = ["Drama"]
release = "all"

[[claim]]
show = "show-{number}"
kind = "premiered"
season = 1
value = "{year}-{month:02}-03"

[[claim]]
show = "show-{number}"
kind = "renewed"
season = 2
on = {year}-{month:02}-20
by = "Netflix"
"""


def shows(count: int) -> str:
    """The text of a registry with so many followed shows, each with a season that came and one that is ordered."""
    return "".join(
        SHOW.format(number=number, year=2000 + number % 25, month=1 + number % 12) for number in range(count)
    )


def home(folder: Path, count: int) -> dict[str, str]:
    """A home with a registry of Heartstopper and so many shows; the environment that makes it one's own."""
    folder.mkdir()
    registry = folder / "shows.toml"
    registry.write_text("[show.heartstopper]\n" + shows(count), encoding="utf-8")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("SHOWSTATUS_", "XDG_"))}
    return {**kept, "HOME": str(folder), "SHOWSTATUS_REGISTRY": str(registry), "COLUMNS": "100"}
