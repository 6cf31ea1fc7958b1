"""Which findings of a show stay: one of what happens once, the finer of two dates, no season beside none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from showstatus.dates import PartialDate
from showstatus.reader.readings.findings import Finding
from showstatus.reader.readings.sureness import EVENT_ENOUGH, EVENT_LEAST

_ONCE = ("cancelled", "saved", "ordered", "delayed")
"""What happens to a show once in a text, whichever season it is told of."""


_Key = tuple[str, int | None, int]
"""Kind, season and part of a finding; the first part, and what is of no part, are told together."""


def chosen(considered: Sequence[Sequence[Finding]], subject: int | None) -> list[Finding]:
    """The events of one show, each kind, season and part once; none that is most likely wrong."""
    found: dict[_Key, Finding] = {}
    for ways in considered:
        best = max(way.sure for way in ways)
        for made in (way for way in ways if way.sure == best):
            key = (made.kind, made.season, made.part if made.part > 1 else 0)
            known = found.get(key)
            found[key] = made if known is None else _joined(known, made)
    _keep_one(found, subject)
    _join_bare(found, subject)
    _join_parts(found)
    _drop_windows(found)
    return [made for made in found.values() if made.sure >= EVENT_LEAST]


def _join_parts(found: dict[_Key, Finding]) -> None:
    """A later part that has no date of its own, or the one that is told of its season, is no event of its own."""
    for key in [key for key in found if key[2]]:
        part = found[key]
        for other in [other for other in found if other[:2] == key[:2] and other[2] < key[2]]:
            if part.date is None or part.date == found[other].date or finer(found[other].date, part.date):
                found[other] = _joined(found[other], found.pop(key))
                break


def _joined(known: Finding, new: Finding) -> Finding:
    """One finding of two of one kind and season: the first, or the one with the finer date; as sure as the surer."""
    best = new if _dated_better(new, known) else known
    return replace(best, sure=max(known.sure, new.sure))


def _dated_better(new: Finding, known: Finding) -> bool:
    """Whether a date is named, up to the day of publication, where that was only assumed; or is finer."""
    if new.date is None or known.date is None or new.assumed == known.assumed:
        return finer(new.date, known.date)
    return known.assumed and new.date.start <= known.date.start


def _keep_one(found: dict[_Key, Finding], subject: int | None) -> None:
    """Of what happens once, only the dated one stays, else that of the subject's season."""
    for kind in _ONCE:
        once = [made for (k, *_), made in found.items() if k == kind]
        stays = max(once, key=lambda other: (other.date is not None, other.season == subject), default=None)
        for made in once:
            if stays is not None and made is not stays:
                found.pop((kind, made.season, 0))
                if kind == "cancelled" and _dated_better(made, stays):
                    stays = replace(made, season=stays.season, sure=max(made.sure, stays.sure))
                    found[(kind, stays.season, 0)] = stays


def _join_bare(found: dict[_Key, Finding], subject: int | None) -> None:
    """What is told of a season need not be told of no season again; its date may be the subject's."""
    for kind, part in {(kind, part) for kind, _, part in found}:
        numbered = {season for k, season, _ in found if k == kind and season is not None}
        if (kind, None, part) not in found or not numbered:
            continue
        bare = found.pop((kind, None, part))
        season = next(iter(numbered)) if len(numbered) == 1 else subject
        if part and (kind, season, part) not in found:
            found[(kind, season, part)] = replace(bare, season=season)
        other = found.get((kind, season, part))
        if other is not None and _dated_better(bare, other):
            other = replace(bare, season=season, marks=other.marks)
        if other is not None:
            found[(kind, season, part)] = replace(other, sure=max(bare.sure, found[(kind, season, part)].sure))


def _drop_windows(found: dict[_Key, Finding]) -> None:
    """A season whose day is told has no window beside it: “it is back in September”, and below on which day."""
    for (kind, season, part), day in list(found.items()):
        if kind != "date-announced" or day.sure < EVENT_ENOUGH:
            continue
        window = found.get(("window-announced", season, part))
        known = window is not None and day.date is not None and window.date is not None
        if window is not None and (finer(day.date, window.date) if known else day.sure >= window.sure):
            found.pop((window.kind, season, part))


def finer(new: PartialDate | None, old: PartialDate | None) -> bool:
    """Whether a date says more than another: where there was none, or within it."""
    return new is not None and (old is None or (new.within(old) and new != old))
