"""The batch interface: one JSON object asks, one answers. Pure functions; reading and writing lines is the command's.

Every field of a question may be missing or null. A milestone that is given is known, whatever its day; a season that
premieres after `as_of` is not. What cannot be understood raises `QuestionError`, whose text is one sentence.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from showstatus.dates import LAST_DAY, ONE_DAY
from showstatus.forecast.engine import LEVELS, Engine, odds_of
from showstatus.forecast.features import Case, Milestone, OwnLag, PastSeason, merged
from showstatus.forecast.fields import (
    QuestionError,
    day_in,
    json_type,
    number_in,
    objects_in,
    one_day_in,
    span_in,
    text_in,
    texts_in,
)
from showstatus.forecast.kinds import FILMING, ORDERS, PLANS, TOLD
from showstatus.forecast.spellings import country_code, genre_names, language_code, platform_name, show_type

_SAME_KIND = {**dict.fromkeys(ORDERS, "renewed"), "wrapped": "filming-wrapped"}

Answer = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Question:
    """What one line asks; `id` is what it was, of whatever JSON type."""

    id: Any
    as_of: dt.date
    case: Case


def decode(row: object, today: dt.date) -> Question:
    """The question an object asks; without an `as_of` it is asked as of `today`. Raises `QuestionError`."""
    if not isinstance(row, dict):
        raise QuestionError(f"A line is a JSON object, and this is {json_type(row)}.")
    as_of = one_day_in(row.get("as_of"), today)
    country = country_code(text_in(row, "country"))
    genres = genre_names(texts_in(row, "genres"))
    case = Case(
        platform=platform_name(text_in(row, "platform")),
        country=country,
        type=show_type(text_in(row, "type"), genres),
        language=language_code(text_in(row, "language"), country),
        genres=genres,
        seasons=_seasons(objects_in(row, "seasons"), as_of),
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


# --- seasons ----------------------------------------------------------------------------------------------------


def _seasons(rows: Iterable[Mapping[str, Any]], as_of: dt.date) -> tuple[PastSeason, ...]:
    """The seasons that have premiered by `as_of`, in order; parts of one number count once, from the first."""
    found: dict[int, PastSeason] = {}
    for place, row in enumerate(rows, 1):
        given = number_in(row, "number")
        number = place if given is None else given
        premiere = day_in(row.get("premiere"), as_of)
        if number < 1 or premiere is None:
            continue
        end = day_in(row.get("end"), LAST_DAY)
        season = PastSeason(
            number,
            premiere,
            end if end is not None and end >= premiere else None,
            number_in(row, "episodes"),
            number_in(row, "release_days"),
        )
        found[number] = merged(found[number], season) if number in found else season
    return tuple(sorted(found.values(), key=lambda season: (season.premiere, season.number)))


# --- milestones -------------------------------------------------------------------------------------------------


def _milestones(row: Mapping[str, Any], seasons: tuple[PastSeason, ...], as_of: dt.date) -> list[Milestone]:
    """Every milestone that was told, of any season."""
    found = []
    for given in objects_in(row, "milestones"):
        said = text_in(given, "kind")
        if said is None:
            continue
        kind = said.strip().casefold().replace("_", "-").replace(" ", "-")
        kind = _SAME_KIND.get(kind, kind)
        if kind not in TOLD:
            raise QuestionError(f"“{said}” is no kind of milestone; the kinds are {', '.join(TOLD)}.")
        span = span_in(given.get("value")) or (span_in(given.get("on")) if kind not in PLANS else None)
        if span is None and kind in PLANS:
            continue  # a plan that names no time tells nothing of the time
        # That something was done is known though its day is not: it was between the last premiere and `as_of`.
        start, end = span or (seasons[-1].premiere if seasons else as_of, as_of + ONE_DAY)
        found.append(Milestone(kind, number_in(given, "season"), start, max(end, start + ONE_DAY)))
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
        if one.kind in FILMING and came is not None:
            day = one.start + (one.end - ONE_DAY - one.start) // 2
            if day < came:
                yield OwnLag(one.kind, one.season or 0, (came - day).days)
