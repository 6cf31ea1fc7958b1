"""Which findings of a show stay: one of what happens once, the finer of two dates, no season beside none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from showstatus.dates import PartialDate
from showstatus.reader.findings import Finding
from showstatus.reader.sureness import EVENT_ENOUGH, EVENT_LEAST

_ONCE = ("cancelled", "saved", "ordered", "delayed")
"""What happens to a show once in a text, whichever season it is told of."""


def chosen(considered: Sequence[Sequence[Finding]], subject: int | None) -> list[Finding]:
    """The events of one show, each kind and season once; none that is most likely wrong."""
    found: dict[tuple[str, int | None], Finding] = {}
    for ways in considered:
        best = max(way.sure for way in ways)
        for made in (way for way in ways if way.sure == best):
            known = found.get((made.kind, made.season))
            found[(made.kind, made.season)] = made if known is None else _joined(known, made)
    _keep_one(found, subject)
    _join_bare(found, subject)
    _drop_windows(found)
    return [made for made in found.values() if made.sure >= EVENT_LEAST]


def _joined(known: Finding, new: Finding) -> Finding:
    """One finding of two of one kind and season: the first, or the one with the finer date; as sure as the surer."""
    best = new if _dated_better(new, known) else known
    return replace(best, sure=max(known.sure, new.sure))


def _dated_better(new: Finding, known: Finding) -> bool:
    """Whether a date is named, up to the day of publication, where that was only assumed; or is finer."""
    if new.date is None or known.date is None or new.assumed == known.assumed:
        return finer(new.date, known.date)
    return known.assumed and new.date.start <= known.date.start


def _keep_one(found: dict[tuple[str, int | None], Finding], subject: int | None) -> None:
    """Of what happens once, only the dated one stays, else that of the subject's season."""
    for kind in _ONCE:
        once = [made for (k, _), made in found.items() if k == kind]
        stays = max(once, key=lambda other: (other.date is not None, other.season == subject), default=None)
        for made in once:
            if stays is not None and made is not stays:
                found.pop((kind, made.season))
                if kind == "cancelled" and _dated_better(made, stays):
                    stays = replace(made, season=stays.season, sure=max(made.sure, stays.sure))
                    found[(kind, stays.season)] = stays


def _join_bare(found: dict[tuple[str, int | None], Finding], subject: int | None) -> None:
    """What is told of a season need not be told of no season again; its date may be the subject's."""
    for kind in {kind for kind, _ in found}:
        if (kind, None) not in found or not any(k == kind and n is not None for k, n in found):
            continue
        bare = found.pop((kind, None))
        numbered = [season for k, season in found if k == kind]
        season = numbered[0] if len(numbered) == 1 else subject
        other = found.get((kind, season))
        if other is not None and _dated_better(bare, other):
            other = replace(bare, season=season, marks=other.marks)
        if other is not None:
            found[(kind, season)] = replace(other, sure=max(bare.sure, found[(kind, season)].sure))


def _drop_windows(found: dict[tuple[str, int | None], Finding]) -> None:
    """A season whose day is told has no window beside it: “it is back in September”, and below on which day."""
    for day in [made for made in found.values() if made.kind == "date-announced" and made.sure >= EVENT_ENOUGH]:
        window = found.get(("window-announced", day.season))
        known = window is not None and day.date is not None and window.date is not None
        if window is not None and (finer(day.date, window.date) if known else day.sure >= window.sure):
            found.pop((window.kind, window.season))


def finer(new: PartialDate | None, old: PartialDate | None) -> bool:
    """Whether a date says more than another: where there was none, or within it."""
    return new is not None and (old is None or (new.within(old) and new != old))
