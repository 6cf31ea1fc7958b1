"""Exports of other services, made small in the shapes that people describe; the headers are real ones."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from showstatus.imports.formats import read_export
from showstatus.imports.listed import Export

RECORDINGS = Path(__file__).parent.parent.parent / "shared" / "recordings"
"""Real bodies and headers, where they are at hand."""
PRIVATE = ("access_token.csv", "refresh_token.csv", "ip_address.csv", "device_token.csv", "user_personal_data.csv")
"""What a zip from TV Time holds beside, and nobody has to look at."""
V2 = (
    "key", "series_name", "s_id", "ep_id", "episode_id", "season_number", "episode_number", "s_no", "ep_no",
    "created_at", "rewatch_count", "is_special", "runtime", "is_followed", "is_archived", "is_for_later",
    "followed_at", "ep_watch_count",
)  # fmt: skip
IMDB_2024 = (
    "Position,Const,Created,Modified,Description,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,"
    "Genres,Num Votes,Release Date,Directors,Your Rating,Date Rated"
)
IMDB_2018 = (
    "Position,Const,Created,Modified,Description,Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,"
    "Num Votes,Release Date,Directors"
)
IMDB_2017 = (
    '"position","const","created","modified","description","Title","Title type","Directors","You rated",'
    '"IMDb Rating","Runtime (mins)","Year","Genres","Num. Votes","Release Date (month/day/year)","URL"'
)
IMDB_RATINGS = (
    "Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,"
    "Num Votes,Release Date,Directors"
)
TMDB = "TMDb ID,IMDb ID,Type,Name,Release Date,Season Number,Episode Number,Rating,Your Rating,Date Rated"


def read(data: bytes | str) -> Export:
    """What a file with this content holds."""
    return read_export(io.BytesIO(data.encode() if isinstance(data, str) else data))


def table(header: str | Iterable[str], *rows: Mapping[str, object]) -> str:
    """A table with rows that fill some of its columns."""
    columns = next(csv.reader([header])) if isinstance(header, str) else list(header)
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def zipped(members: Mapping[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def series(number: int, title: str, **keys: object) -> dict[str, object]:
    """How TV Time's newest table tells that a show is followed."""
    told = {"is_followed": "true", "is_archived": "false", "is_for_later": "false"}
    return {"key": f"user-series-{number}", "s_id": number, "series_name": title, **told, **keys}


def episode(number: int, title: str) -> dict[str, object]:
    """How that table tells of an episode that was seen."""
    return {"key": f"watch-episode-{number}-1", "s_id": number, "series_name": title, "season_number": 1}


def tv_time(*rows: Mapping[str, object], **members: str) -> bytes:
    """A zip from TV Time, private tables included."""
    secret = dict.fromkeys(PRIVATE, "token\nhunter2\n")
    return zipped({**secret, "tracking-prod-records-v2.csv": table(V2, *rows), **members})


def trakt_item(title: str, year: int, **ids: object) -> dict[str, Any]:
    """An item of Trakt's about a show."""
    return {"type": "show", "show": {"title": title, "year": year, "ids": {"trakt": 1, "slug": "x", **ids}}}


def trakt(**members: list[dict[str, Any]]) -> bytes:
    """A zip from Trakt; the names of members have _ for - here."""
    return zipped({f"{name.replace('_', '-')}.json": json.dumps(body) for name, body in members.items()})
