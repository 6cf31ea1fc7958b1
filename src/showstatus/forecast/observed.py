"""Reads what was observed, for the backtest: a folder with seasons.csv and milestones.csv (or .gz), or the ledger.

The only module of the forecast that opens files of data. Columns are those of the files' first lines; a row that
cannot be read is left out.
"""

from __future__ import annotations

import contextlib
import csv
import datetime as dt
import os
from collections.abc import Iterable, Iterator
from dataclasses import replace

from showstatus.dates import ONE_DAY
from showstatus.errors import DateError, UsageError
from showstatus.forecast.batch import merged, span_of
from showstatus.forecast.features import Milestone, PastSeason
from showstatus.forecast.origins import AT_MILESTONES, ObservedShow, Production
from showstatus.forecast.spellings import country_code, genre_names, language_code, platform_name, show_type
from showstatus.names import fold

TYPES = frozenset({"Scripted", "Reality", "Documentary"})
"""What the model is made for; other types are left out of a backtest."""
WHOLE_UNTIL = dt.date(2024, 11, 1)
"""Until when such a folder knows every return; what it has of later seasons favours the shows that did come back."""
_DROPPED = "not_after_previous_season"
_COLUMNS = {
    "renewal_announced": "renewed",
    "filming_started": "filming-started",
    "filming_wrapped": "filming-wrapped",
}
_PLANNED = {"filming_started": "fs:planned", "filming_wrapped": "fw:planned"}

Row = dict[str, str]


def read_seasons(folder: str) -> list[ObservedShow]:
    """Every show of seasons.csv(.gz), with its seasons in order. Raises `UsageError` where the file is missing."""
    rows: dict[str, list[Row]] = {}
    for row in _rows(folder, "seasons.csv"):
        if row.get("show_id") and _DROPPED not in row.get("quality_flags", ""):
            rows.setdefault(row["show_id"], []).append(row)
    shows = [_show(rows[key]) for key in sorted(rows)]
    return [show for show in shows if show.seasons]


def read_productions(folder: str, shows: Iterable[ObservedShow]) -> list[Production]:
    """Every season of milestones.csv(.gz) that has come; none where there is no such file."""
    by_title: dict[str, list[ObservedShow]] = {}
    for show in shows:
        by_title.setdefault(fold(show.title), []).append(show)
    try:
        rows = list(_rows(folder, "milestones.csv"))
    except UsageError:
        return []
    return [made for row in rows if (made := _production(row, by_title)) is not None]


def _rows(folder: str, name: str) -> Iterator[Row]:
    for path in (os.path.join(folder, name), os.path.join(folder, f"{name}.gz")):
        if os.path.exists(path):
            break
    else:
        raise UsageError(f"{folder} has no {name} and no {name}.gz; --data names the folder that holds them.")
    if path.endswith(".gz"):
        import gzip

        with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)
    else:
        with open(path, encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)


def _show(rows: list[Row]) -> ObservedShow:
    first = rows[0]
    genres = genre_names(first.get("genres", "").split("|"))
    country = country_code(first.get("country"))
    found: dict[int, PastSeason] = {}
    for row in rows:
        season = _season(row)
        if season is not None:
            found[season.number] = merged(found[season.number], season) if season.number in found else season
    return ObservedShow(
        id=first["show_id"],
        title=first.get("title", ""),
        platform=platform_name(first.get("platform")),
        country=country,
        type=show_type(first.get("type")),
        language=language_code(first.get("language"), country),
        genres=genres,
        seasons=tuple(sorted(found.values(), key=lambda season: season.premiere)),
    )


def _season(row: Row) -> PastSeason | None:
    premiere, number = _day(row.get("premiere")), _number(row.get("season"))
    if premiere is None or not number:
        return None
    end, days = _day(row.get("end")), _number(row.get("release_days"))
    if end is not None and end < premiere:
        end = None
    return PastSeason(number, premiere, end, _number(row.get("episodes")), days)


def _production(row: Row, by_title: dict[str, list[ObservedShow]]) -> Production | None:
    premiere, season = _day(row.get("premiere")), _number(row.get("season"))
    if premiere is None or not season or season < 2:
        return None
    show = _joined(row, season, by_title.get(fold(row.get("show", "")), ()))
    notes, told = row.get("notes", ""), []
    for column, kind in _COLUMNS.items():
        span = _span(row.get(column))
        if span is not None and _PLANNED.get(column, "?") not in notes:
            told.append(_known(Milestone(kind, season, *span)))
    window, said = _span(row.get("release_window_text")), _span(row.get("release_window_announced_on"))
    if window is not None and said is not None:
        told.append((said[1] - ONE_DAY, Milestone("window-announced", season, *window)))
    if not any(one.kind in AT_MILESTONES for _, one in told):
        return None
    return Production(show=show, season=season, told=tuple(told), premiere=premiere)


def _known(milestone: Milestone) -> tuple[dt.date, Milestone]:
    """A milestone with the day from which it is taken to be known: the middle of what is told of its day."""
    return milestone.start + (milestone.end - milestone.start - ONE_DAY) // 2, milestone


def _joined(row: Row, season: int, same: Iterable[ObservedShow]) -> ObservedShow:
    """The show a row of milestones is about; where the seasons do not have it, what the row itself tells."""
    previous = _day(row.get("prev_season_premiere"))
    show = next((one for one in same if any(s.number == season - 1 for s in one.seasons)), None)
    if show is not None:
        return show
    genres, country = genre_names([row.get("genre", "")]), country_code(row.get("country"))
    seasons = (PastSeason(season - 1, previous, None, None, None),) if previous is not None else ()
    bare = ObservedShow(id=f"milestones:{fold(row.get('show', ''))}", title=row.get("show", ""), seasons=seasons)
    return replace(
        bare,
        platform=platform_name(row.get("platform")),
        country=country,
        type=show_type(row.get("format"), genres),
        language=language_code(None, country),
        genres=genres,
    )


def _span(text: str | None) -> tuple[dt.date, dt.date] | None:
    with contextlib.suppress(DateError):
        return span_of(text) if text else None
    return None


def _day(text: str | None) -> dt.date | None:
    with contextlib.suppress(ValueError):
        return dt.date.fromisoformat(text) if text else None
    return None


def _number(text: str | None) -> int | None:
    with contextlib.suppress(ValueError, OverflowError):
        return int(float(text)) if text else None
    return None
