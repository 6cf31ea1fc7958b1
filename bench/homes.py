"""Homes with registries and catalogues of made-up shows, as large as a measurement wants them."""

from __future__ import annotations

import os
import random
import tomllib
from pathlib import Path

from showstatus.catalogue.file import made
from showstatus.sources.base import Hit
from showstatus.sources.tvmaze import PAGE

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


def catalogue(path: Path, shows: int) -> None:
    """Make a catalogue of so many shows, whose titles are made of the words of those in the shipped registry."""
    with (Path(__file__).resolve().parent.parent / "data" / "shows.toml").open("rb") as file:
        titles = [show["title"] for show in tomllib.load(file)["show"].values()]
    words = [title.split() for title in titles]
    chance = random.Random(1)
    while len(titles) < shows:
        first, second = chance.choices(words, k=2)
        titles.append(" ".join([*first[: len(first) // 2 + 1], *second[len(second) // 2 :]]))
    made_up = made(str(path))
    made_up.connection.execute("PRAGMA synchronous = OFF")
    made_up.begin("2026-11-22")
    for page in range(0, shows, PAGE):
        hits = [listed(number, titles[number - 1]) for number in range(max(page, 1), min(page + PAGE, shows + 1))]
        made_up.put_page(page // PAGE, hits, page // PAGE + 1)
    made_up.finish()
    made_up.close()


def listed(number: int, title: str) -> Hit:
    """A show of a catalogue."""
    ids: dict[str, str | int] = {"tvmaze": number, "imdb": f"tt{number:07}", "tvdb": number}
    return Hit(
        source="tvmaze", id=number, title=title, year=2000 + number % 25, platform="Netflix", country="US",
        standing="over", url="", ids=ids, weight=number % 100,
    )  # fmt: skip
