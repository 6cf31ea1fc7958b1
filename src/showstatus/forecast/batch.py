"""The batch interface: one JSON object asks, one answers. Pure functions; reading and writing lines is the command's.

Every field of a question may be missing or null. A milestone that is given is known, whatever its day; a season that
premieres after `as_of` is not. What cannot be understood raises `QuestionError`, whose text is one sentence.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from showstatus.dates import FIRST_DAY, LAST_DAY, ONE_DAY, parse_edtf
from showstatus.errors import DateError
from showstatus.forecast.engine import HORIZONS, LEVELS, Engine
from showstatus.forecast.features import Case, Milestone, OwnLag, PastSeason
from showstatus.forecast.spellings import country_code, genre_names, language_code, platform_name, show_type

MILESTONES = (
    "renewed", "filming-started", "filming-wrapped", "post-production",
    "window-announced", "date-announced", "delayed",
)  # fmt: skip
_SAME_KIND = {"ordered": "renewed", "saved": "renewed", "final-season": "renewed", "wrapped": "filming-wrapped"}
_FILMING = frozenset({"filming-started", "filming-wrapped"})
_PLANS = frozenset({"window-announced", "date-announced", "delayed"})
_QUARTER = re.compile(r"(\d{4})[- ]?Q([1-4])", re.IGNORECASE | re.ASCII)
_MOST_NUMBER = 10**6

Answer = dict[str, Any]


class QuestionError(ValueError):
    """A question that cannot be understood, in one sentence."""


@dataclass(frozen=True, slots=True)
class Question:
    """What one line asks; `id` is what it was, of whatever JSON type."""

    id: Any
    as_of: dt.date
    case: Case


def decode(row: object, today: dt.date) -> Question:
    """The question an object asks; without an `as_of` it is asked as of `today`. Raises `QuestionError`."""
    if not isinstance(row, dict):
        raise QuestionError(f"A line is a JSON object, and this is {_json_type(row)}.")
    as_of = _as_of(row.get("as_of"), today)
    country = country_code(_text(row, "country"))
    genres = genre_names(_texts(row, "genres"))
    case = Case(
        platform=platform_name(_text(row, "platform")),
        country=country,
        type=show_type(_text(row, "type"), genres),
        language=language_code(_text(row, "language"), country),
        genres=genres,
        seasons=_seasons(_objects(row, "seasons"), as_of),
    )
    told = _milestones(row, case.seasons, as_of)
    case = replace(case, milestones=_of_what_comes(told, case.seasons), own=tuple(_own_lags(told, case.seasons)))
    return Question(row.get("id"), as_of, case)


def answer(question: Question, engine: Engine) -> Answer:
    """The answer to a question: 19 quantiles, the odds, and what they rest on."""
    from showstatus.forecast.explain import short

    case = question.case
    spread = engine.distribution(case, question.as_of)
    return {
        "id": question.id,
        "quantiles": {f"{level:.2f}": spread.quantile(level).isoformat() for level in LEVELS},
        "odds": {str(months): p for months, p in odds_of(case, question.as_of, engine).items()},
        "because": list(short(case, question.as_of, engine, spread)),
    }


def refusal(row: object, why: object) -> Answer:
    """The answer to a line that cannot be understood."""
    return {"id": row.get("id") if isinstance(row, dict) else None, "error": str(why)}


def odds_of(case: Case, as_of: dt.date, engine: Engine) -> dict[int, float]:
    """The odds a model gives, as probabilities of four digits that never fall as the horizon grows."""
    told = engine.odds(case, as_of)
    odds: dict[int, float] = {}
    for months in HORIZONS:
        odds[months] = max(round(min(max(told[months], 0.0), 1.0), 4), *odds.values(), 0.0)
    return odds


# --- seasons ----------------------------------------------------------------------------------------------------


def _seasons(rows: Iterable[Mapping[str, Any]], as_of: dt.date) -> tuple[PastSeason, ...]:
    """The seasons that have premiered by `as_of`, in order; parts of one number count once, from the first."""
    found: dict[int, PastSeason] = {}
    for place, row in enumerate(rows, 1):
        given = _number(row, "number")
        number = place if given is None else given
        premiere = _day(row.get("premiere"), as_of)
        if number < 1 or premiere is None:
            continue
        end = _day(row.get("end"), LAST_DAY)
        season = PastSeason(
            number,
            premiere,
            end if end is not None and end >= premiere else None,
            _number(row, "episodes"),
            _number(row, "release_days"),
        )
        found[number] = merged(found[number], season) if number in found else season
    return tuple(sorted(found.values(), key=lambda season: (season.premiere, season.number)))


def merged(one: PastSeason, other: PastSeason) -> PastSeason:
    """Two parts of one season as one: from the first premiere to the last end."""
    first, last = sorted((one, other), key=lambda season: season.premiere)
    counts = [season.episodes for season in (first, last) if season.episodes is not None]
    days = [season.release_days for season in (first, last) if season.release_days is not None]
    return PastSeason(
        number=first.number,
        premiere=first.premiere,
        end=last.end or first.end,
        episodes=sum(counts) if counts else None,
        release_days=sum(days) if days else None,
    )


# --- milestones -------------------------------------------------------------------------------------------------


def _milestones(row: Mapping[str, Any], seasons: tuple[PastSeason, ...], as_of: dt.date) -> list[Milestone]:
    """Every milestone that was told, of any season."""
    found = []
    for given in _objects(row, "milestones"):
        said = _text(given, "kind")
        if said is None:
            continue
        kind = said.strip().casefold().replace("_", "-").replace(" ", "-")
        kind = _SAME_KIND.get(kind, kind)
        if kind not in MILESTONES:
            raise QuestionError(f"“{said}” is no kind of milestone; the kinds are {', '.join(MILESTONES)}.")
        span = _span(given.get("value")) or (_span(given.get("on")) if kind not in _PLANS else None)
        if span is None and kind in _PLANS:
            continue  # a plan that names no time tells nothing of the time
        # That something was done is known though its day is not: it was between the last premiere and `as_of`.
        start, end = span or (seasons[-1].premiere if seasons else as_of, as_of + ONE_DAY)
        found.append(Milestone(kind, _number(given, "season"), start, max(end, start + ONE_DAY)))
    return found


def _of_what_comes(found: Iterable[Milestone], seasons: tuple[PastSeason, ...]) -> tuple[Milestone, ...]:
    """The milestones of the coming season: those of one that has come, or of one after it, are not about it."""
    found = tuple(found)
    last = max((season.number for season in seasons), default=0)
    ahead = [one.season for one in found if one.season is not None and one.season > last]
    coming = min(ahead, default=None)
    return tuple(one for one in found if one.season in (None, coming))


def _own_lags(found: Iterable[Milestone], seasons: tuple[PastSeason, ...]) -> Iterator[OwnLag]:
    """How long the show took before, from the filming of a season that has come to its premiere."""
    premieres = {season.number: season.premiere for season in seasons}
    for one in found:
        came = premieres.get(one.season or 0)
        if one.kind in _FILMING and came is not None:
            day = one.start + (one.end - ONE_DAY - one.start) // 2
            if day < came:
                yield OwnLag(one.kind, one.season or 0, (came - day).days)


# --- values -----------------------------------------------------------------------------------------------------


def span_of(text: str) -> tuple[dt.date, dt.date]:
    """The half-open range of days that a date covers: EDTF, “2022-Q3”, or words. Raises `DateError`."""
    if len(text) == 10:
        try:
            day = dt.date.fromisoformat(text)
        except ValueError:
            pass
        else:
            return day, day + ONE_DAY if day != LAST_DAY else day
    quarter = _QUARTER.fullmatch(text.strip())
    try:
        date = parse_edtf(f"{quarter[1]}-{32 + int(quarter[2])}" if quarter else text.strip())
    except DateError:
        from showstatus.spoken import hear

        date = hear(text)
    return date.start, date.end


def _span(value: object) -> tuple[dt.date, dt.date] | None:
    if value is None or value == "":
        return None
    if not isinstance(value, str) and (isinstance(value, bool) or not isinstance(value, int)):
        raise QuestionError(f"A date is a text, and this is {_json_type(value)}.")
    try:
        return span_of(str(value))
    except DateError as error:
        raise QuestionError(str(error)) from None


def _day(value: object, latest: dt.date) -> dt.date | None:
    """The middle of the days that a date covers, up to `latest`; None without a date or where it lies beyond."""
    span = _span(value)
    if span is None:
        return None
    start, last = span[0], min(span[1] - ONE_DAY if span[1] != LAST_DAY else span[0], latest)
    if start == FIRST_DAY:
        start = last
    return start + (last - start) // 2 if start <= last else None


def _as_of(value: object, today: dt.date) -> dt.date:
    span = _span(value)
    if span is None:
        return today
    if span[1] - span[0] > ONE_DAY:
        raise QuestionError(f"“as_of” needs one day, and “{value}” is more.")
    return span[0]


def _number(row: Mapping[str, Any], key: str) -> int | None:
    value = row.get(key)
    if isinstance(value, str):
        value = value.strip() or None
        if value is not None and value.isascii() and value.isdigit() and len(value) <= len(str(_MOST_NUMBER)):
            value = int(value)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value or value != value // 1:
        raise QuestionError(f"“{key}” is a whole number, and this is {_json_type(value)}.")
    if not 0 <= value <= _MOST_NUMBER:
        raise QuestionError(f"“{key}” is a number from 0 to {_MOST_NUMBER}, and this is {value}.")
    return int(value)


def _text(row: Mapping[str, Any], key: str) -> str | None:
    value = row.get(key)
    if value is not None and not isinstance(value, str):
        raise QuestionError(f"“{key}” is a text, and this is {_json_type(value)}.")
    return value


def _texts(row: Mapping[str, Any], key: str) -> list[str]:
    value = row.get(key)
    if isinstance(value, str):
        value = value.split("|")
    if value is None:
        return []
    if not isinstance(value, list) or not all(item is None or isinstance(item, str) for item in value):
        raise QuestionError(f"“{key}” is a list of texts.")
    return [item for item in value if item]


def _objects(row: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    value = row.get(key)
    if value is None:
        return []
    if not isinstance(value, list) or not all(item is None or isinstance(item, dict) for item in value):
        raise QuestionError(f"“{key}” is a list of objects.")
    return [item for item in value if item]


def _json_type(value: object) -> str:
    names = {
        bool: "true or false",
        int: "a number",
        float: "a number",
        str: "a text",
        list: "a list",
        dict: "an object",
    }
    return "null" if value is None else names.get(type(value), "something else")
