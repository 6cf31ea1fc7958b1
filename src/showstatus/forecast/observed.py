"""What was observed, for the backtest: shows with their seasons, and how some of those came to be.

Pure: rows of a table in, by the names of their columns. A row that cannot be read is left out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from showstatus.dates import ONE_DAY
from showstatus.errors import DateError
from showstatus.forecast.features import Milestone, PastSeason, merged
from showstatus.forecast.fields import span_of
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


def observed_shows(rows: Iterable[Row]) -> list[ObservedShow]:
    """Every show of a table of seasons, with its seasons in order; those without any are left out."""
    by_show: dict[str, list[Row]] = {}
    for row in rows:
        if row.get("show_id") and _DROPPED not in row.get("quality_flags", ""):
            by_show.setdefault(row["show_id"], []).append(row)
    shows = [_show(by_show[key]) for key in sorted(by_show)]
    return [show for show in shows if show.seasons]


def observed_productions(rows: Iterable[Row], shows: Iterable[ObservedShow]) -> list[Production]:
    """Every season of a table of milestones that has come."""
    by_title: dict[str, list[ObservedShow]] = {}
    for show in shows:
        by_title.setdefault(fold(show.title), []).append(show)
    return [made for row in rows if (made := _production(row, by_title)) is not None]


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
    try:
        return span_of(text) if text else None
    except DateError:
        return None


def _day(text: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _number(text: str | None) -> int | None:
    try:
        return int(float(text)) if text else None
    except (ValueError, OverflowError):
        return None
