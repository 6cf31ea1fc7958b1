"""Shows and productions as if they had been observed, for tests of the backtest; and two files of them."""

from __future__ import annotations

import datetime as dt

from showstatus.forecast.features import Milestone, PastSeason
from showstatus.forecast.origins import ObservedShow, Production

UNTIL = dt.date(2024, 11, 1)


def season(number: int, day: str, end: str | None = None) -> PastSeason:
    last = dt.date.fromisoformat(end) if end else None
    return PastSeason(number, dt.date.fromisoformat(day), last, 8, 1)


def show(name: str, *days: str, platform: str = "Netflix") -> ObservedShow:
    seasons = tuple(season(number, day, day) for number, day in enumerate(days, 1))
    return ObservedShow(id=name, title=name, platform=platform, type="Scripted", seasons=seasons)


def wrap(season_number: int, day: str) -> tuple[dt.date, Milestone]:
    when = dt.date.fromisoformat(day)
    return when, Milestone("filming-wrapped", season_number, when, when + dt.timedelta(days=1))


def made(name: str, premiere: str, *told: tuple[dt.date, Milestone], previous: str = "2020-01-01") -> Production:
    return Production(show=show(name, previous), season=2, told=told, premiere=dt.date.fromisoformat(premiere))


SEASONS = (
    "show_id,title,platform,country,type,genres,language,season,premiere,end,episodes,release_days,quality_flags\n"
    "x:1,One,Fox,US,Scripted,Drama|Crime,en,1,2018-01-01,2018-03-01,10,10,\n"
    "x:1,One,Fox,US,Scripted,Drama|Crime,en,2,2019-01-01,,,,\n"
    "x:1,One,Fox,US,Scripted,Drama|Crime,en,3,2018-06-01,,,,not_after_previous_season\n"
    "x:2,Two,Netflix,,,,,1,2020-02-02,,,,netflix_release_date\n"
    "x:2,Two,Netflix,,,,,0,2020-01-02,,,,\n"
    "x:3,Bad,Netflix,,,,,1,soon,,,,\n"
)
MILESTONES = (
    "show,season,platform,country,format,genre,prev_season_premiere,renewal_announced,writing_started,filming_started,"
    "filming_wrapped,release_window_announced_on,release_window_text,date_announced_on,premiere,cancelled_on,notes,urls\n"
    "One,2,FOX,US,scripted-live,crime,2018-01-01,2018-05,,2018-Q3,2018-10-05,2018-11,early 2019,,2019-01-01,,,\n"
    "Other,3,Sky/AMC+,UK/US,reality,dating,2020-03-03,,,2020-09,2020-12,,,,2021-05-05,,fs:planned,\n"
    "Open,2,Netflix,US,scripted-live,drama,2020-03-03,2020-09,,,,,,,,,,\n"
)
