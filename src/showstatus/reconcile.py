"""What a source says now against what it said before: which claims are new, and what it no longer says.

Pure, and only ever adding: what a source stops saying is kept and noted. A claim is taken back (by a claim that says
so) only where the source says something else instead: another day for a premiere, “running” after “ended”. A plan
that moves is added beside the older one; weighing picks the newest, and the log shows the slip.

What a source lists becomes claims by one rule for all of them (`statements`), read anew on every day: a premiere that
lay ahead yesterday is a fact today, though the source's record did not change.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from showstatus.ledger.toml_format import Row, row_id
from showstatus.sources.base import OVER, SourceSeason, SourceShow

_FACTS = ("premiered", "finale")
"""Facts of which a season has one: another value takes the place of the first."""
_OPEN = ("renewed", "ordered", "date-announced")
"""What is said of a season that has not come: it goes with a show that is over, where it is no longer listed."""
_WEEKLY_FROM_DAYS = 14
"""A season that runs longer comes week by week."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled:
    """What one answer of a source adds to what it said before."""

    block: Row
    """The keys of the show, the known ones filled up and freshened; nothing is ever blanked."""
    added: tuple[Row, ...]
    """New claims, oldest first; withdrawals among them."""
    notes: tuple[str, ...]
    """What the source no longer lists, each a sentence; it is kept all the same."""


def reconcile(
    slug: str, known: Sequence[Row], block: Mapping[str, Any], before: SourceShow | None, now: SourceShow, day: dt.date
) -> Reconciled:
    """What is new on a day; `known` are the claims that came from this source so far, `before` its last answer."""
    on = min(dt.datetime.fromtimestamp(max(now.updated, 0), dt.UTC).date(), day) if now.updated else day
    added: list[Row] = []
    counted = _counted(known)
    standing: dict[_Key, list[Row]] = {}
    for row in sorted(counted, key=lambda row: str(row.get("on", ""))):
        standing.setdefault(_key(row), []).append(row)
    said = {_key(row): row for row in statements(slug, now, day)}
    for key, row in said.items():
        added += _news(row, standing.get(key, ()), on)
    for key, rows in standing.items():
        if key not in said:  # beneath the newest plan stand those it took the place of
            added += (_withdrawal(row, on) for row in rows if _is_taken_back(row, now))
    fresh = {key: value for key, value in _block(now).items() if value}
    return Reconciled(
        block={**block, **fresh, "ids": {**block.get("ids", {}), **fresh["ids"]}},
        added=tuple(claim for row in added for claim in _made_to_count(row, known, counted, on)),
        notes=tuple(_shrunk(before, now)) if before is not None else (),
    )


def revised(slug: str, known: Sequence[Row], said: Iterable[Row], day: dt.date) -> tuple[Row, ...]:
    """What a new revision of a text adds to the claims that came of it: what is new in it, and an end to the rest.

    `said` are the claims that follow from the text now, without their show; one without `on` that is no premiere or
    finale is said on the day on which it was first read.
    """
    counted = _counted(known)
    standing = [row for row in counted if row["kind"] != "withdrawn"]
    fresh: list[Row] = []
    repeats: set[str] = set()
    for row in ({"show": slug, **row} for row in said):
        same = [old for old in standing if _is_repeated(old, row)]
        repeats |= {old["id"] for old in same}
        if not same:
            fresh.append(row if "on" in row or row["kind"] in _FACTS else {**row, "on": day.isoformat()})
    gone = [_withdrawal(old, day) for old in standing if old["id"] not in repeats]
    return tuple(claim for row in [*gone, *fresh] for claim in _made_to_count(row, known, counted, day))


def _is_repeated(old: Row, row: Row) -> bool:
    parts = ("kind", "seasons", "value", "url", *(["on"] if "on" in row else []))
    return all(old.get(part) == row.get(part) for part in parts)


def repeated(slug: str, known: Sequence[Row], show: SourceShow, day: dt.date, within: dt.timedelta) -> list[Row]:
    """The claims that a source repeated within a time, each with the day on which it last did as `seen`.

    For a source whose data may be kept for that long only: what it has not said for longer is left out.
    """
    said = {(*_key(row), row.get("value"), repr(row.get("cast"))) for row in statements(slug, show, day)}
    fresh = [
        {**row, "seen": day.isoformat()}
        if "seen" not in row or (*_key(row), row.get("value"), repr(row.get("cast"))) in said
        else row
        for row in known
    ]
    kept = [row for row in fresh if dt.date.fromisoformat(row["seen"]) + within >= day]
    ids = {row["id"] for row in kept}
    return [row for row in kept if row["kind"] != "withdrawn" or row["value"] in ids]


def redated(rows: Iterable[Row], days: Mapping[str, str]) -> list[Row]:
    """The claims, each with the day on which the same was claimed before: `days` has those days by ids of claims."""
    found = []
    for row in rows:
        again = ({**row, "on": on} for on in sorted(set(days.values())))
        dated = next((one for one in again if row_id(one) in days), row) if "on" in row else row
        found.append({**dated, "id": row_id(dated)})
    return found


def statements(slug: str, show: SourceShow, day: dt.date) -> Iterator[Row]:
    """What a source's record of a show amounts to on a day, as claims without the day they were made on."""
    common: Row = {"show": slug, "by": PUBLISHERS.get(show.source, show.source), "url": show.url}
    came = [season.number for season in show.seasons if season.premiere is not None and season.premiere <= day]
    last = max(came, default=0)
    for season in show.seasons:
        yield from _of_season({**common, "seasons": [season.number]}, season, day)
        if season.premiere is None and season.number > last and show.standing not in OVER:
            # Nobody announced it to us: that it is listed is all there is.
            kind = "renewed" if came else "ordered"
            yield {**common, "kind": kind, "seasons": [season.number], "rank": "inferred"}
    if show.standing == "in-development" and not show.seasons:
        yield {**common, "kind": "ordered", "seasons": [1], "rank": "inferred"}
    if show.standing == "over":
        yield {**common, "kind": "ended", "rank": "inferred"}
    elif show.standing in OVER:
        yield {**common, "kind": show.standing}
    if show.cast and show.seasons:
        newest = max(season.number for season in show.seasons)
        cast = [{"actor": one.actor, **({"character": one.character} if one.character else {})} for one in show.cast]
        yield {**common, "kind": "cast", "seasons": [newest], "cast": cast}


def _of_season(common: Row, season: SourceSeason, day: dt.date) -> Iterator[Row]:
    if season.premiere is not None:
        kind = "premiered" if season.premiere <= day else "date-announced"
        yield {**common, "kind": kind, "value": season.premiere.isoformat()}
    if season.end is not None:
        yield {**common, "kind": "finale", "value": season.end.isoformat()}
    if season.episodes is not None:
        yield {**common, "kind": "episodes", "value": season.episodes}


PUBLISHERS: Mapping[str, str] = {"tvmaze": "TVmaze", "tmdb": "TMDB"}
"""How sources are named in `by`."""


_Key = tuple[str, tuple[int, ...]]


def _key(row: Row) -> _Key:
    """What a claim speaks about: of two with one key a source means the newer."""
    return row["kind"], tuple(row.get("seasons", ()))


def _counted(known: Iterable[Row]) -> list[Row]:
    """The claims that the source has not taken back, in the order they were made."""
    gone: set[str] = set()
    kept: list[Row] = []
    for row in reversed(list(known)):  # what takes back stands behind what it takes back
        if row["id"] in gone:
            continue
        if row["kind"] == "withdrawn":
            gone.add(row["value"])
        kept.append(row)
    return kept[::-1]


def _news(row: Row, olds: Sequence[Row], on: dt.date) -> list[Row]:
    """What saying this adds to the claims of the same key that stand, by their days: nothing where it says the same."""
    if olds and all(row.get(part) == olds[-1].get(part) for part in ("value", "cast")):
        return []
    ahead = row["kind"] == "finale" and row["value"] > on.isoformat()
    if row["kind"] in _FACTS and not olds and not ahead:
        return [row]  # it counts from the day it tells of
    dated = {**row, "on": on.isoformat()}
    # Weighing picks the newest: no other may be as new as this one is.
    replaced = [old for old in olds if row["kind"] in _FACTS or old.get("on", "") >= dated["on"]]
    return [*(_withdrawal(old, on) for old in replaced if old["id"] != row_id(dated)), dated]


def _withdrawal(row: Row, on: dt.date) -> Row:
    kept: Row = {key: row[key] for key in ("show", "by", "url") if key in row}
    return {**kept, "kind": "withdrawn", "value": row["id"], "on": on.isoformat()}


def _is_taken_back(row: Row, now: SourceShow) -> bool:
    """Whether what the source says instead of this, which it says no longer, means that it no longer holds."""
    if row["kind"] in ("ended", "cancelled"):
        return True
    listed = {season.number: season for season in now.seasons}
    seasons = [listed.get(number) for number in row.get("seasons", ())]
    if row["kind"] in _OPEN and now.standing in OVER:
        return all(season is None or season.premiere is None for season in seasons)
    moved = row["kind"] == "premiered"  # a premiere that now lies ahead was none
    return moved and any(
        s is not None and s.premiere is not None and s.premiere.isoformat() != row["value"] for s in seasons
    )


def _made_to_count(row: Row, known: Sequence[Row], counted: Sequence[Row], on: dt.date) -> Iterator[Row]:
    """What is to be added for a claim to count: itself or, where it was made before, an end to what takes it back.

    A day that moves to and fro within one day is the same claim again and again.
    """
    name = row_id(row)
    if all(one["id"] != name for one in known):
        yield {**row, "id": name}
        return
    for one in counted:
        if one["kind"] == "withdrawn" and one["value"] == name:
            yield from _made_to_count(_withdrawal(one, on), known, counted, on)


def _block(show: SourceShow) -> Row:
    return {
        "title": show.title,
        "platform": show.platform,
        "country": show.country,
        "genres": list(show.genres),
        "release": _release(show.seasons),
        "ids": dict(show.ids),
    }


def _release(seasons: Sequence[SourceSeason]) -> str | None:
    """How episodes come, by the newest season that tells it."""
    for season in reversed(seasons):
        if season.premiere is None or season.end is None or (season.episodes or 0) < 2:
            continue
        days = (season.end - season.premiere).days
        return "all" if days == 0 else "weekly" if days >= _WEEKLY_FROM_DAYS else None
    return None


def _shrunk(before: SourceShow, now: SourceShow) -> Iterator[str]:
    """What the source listed and lists no longer."""
    gone = sorted({one.number for one in before.seasons} - {one.number for one in now.seasons})
    name = PUBLISHERS.get(now.source, now.source)
    if gone:
        told = f"season {gone[0]}" if len(gone) == 1 else f"{len(gone)} seasons"
        yield f"{now.title}: {name} no longer lists {told}; what it said is kept."
    listed = {one.number: one for one in now.seasons}
    for old in before.seasons:
        new = listed.get(old.number)
        if new is not None and old.premiere is not None and new.premiere is None:
            yield f"{now.title}: {name} no longer gives a day for season {old.number}; what it said is kept."
