"""Catalogues for tests: made without a pull, and shows of the index as values."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from showstatus.catalogue.file import Catalogue, made
from showstatus.sources.base import Hit
from tests.cli import DAY, Cli


def listed(number: int, title: str, year: int | None = None, **keys: Any) -> Hit:
    """A show of the index; `keys` are those of a `Hit`, and its ids at other services."""
    ids: dict[str, str | int] = {kind: keys.pop(kind) for kind in ("imdb", "tvdb") if kind in keys}
    told = {"platform": None, "country": None, "standing": "over", "updated": 1, **keys}
    url = f"https://www.tvmaze.com/shows/{number}"
    return Hit(source="tvmaze", id=number, title=title, year=year, url=url, ids={"tvmaze": number, **ids}, **told)


def file_of(cli: Cli) -> Path:
    """Where the catalogue is."""
    return cli.folder / "cache" / "showstatus" / "catalogue.db"


def hold(cli: Cli, shows: Iterable[Hit]) -> None:
    """Give a home a catalogue that was pulled on the day of all tests."""
    with_shows(str(file_of(cli)), shows).close()


def with_shows(path: str, shows: Iterable[Hit]) -> Catalogue:
    """A catalogue of these shows, which are of one page."""
    catalogue = made(path)
    catalogue.connection.execute("PRAGMA synchronous = OFF")  # a test needs no disk that outlives the machine
    catalogue.begin(DAY)
    catalogue.put_page(0, list(shows), 1)
    catalogue.finish()
    return catalogue
