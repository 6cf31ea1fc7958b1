"""The one read model of all views: everything that can be said of one show on one day, ready to be shown.

`report(entry, as_of, season)` is a pure function; views render what it returns and compute nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from showstatus.answer import answer, doer, question
from showstatus.claims import Claim, Instalment
from showstatus.countdown import Countdown, countdown
from showstatus.dates import ONE_DAY, PartialDate
from showstatus.forecast.estimate import Odds, estimate, renewal_odds
from showstatus.forecast.window import Forecast
from showstatus.ledger.book import Entry
from showstatus.shows import Show
from showstatus.status import Status, official_date, status

STALE_AFTER_DAYS = 60
"""Age of the newest check from which an answer is marked stale."""
ATTRIBUTION = {
    "TMDB": "Season dates and episode counts by TMDB. "
    "This product uses the TMDB API but is not endorsed or certified by TMDB.",
    "TVmaze": "Facts by TVmaze.com, under CC BY-SA; the evidence links to their page.",
    "Wikipedia": "Facts and short quotations from Wikipedia, under CC BY-SA.",
}
"""What the terms of a publisher of claims ask to be shown with them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Next:
    """What is running or comes next."""

    instalment: Instalment
    label: str | None
    """What a part is called: “Volume 2”."""
    stage: str | None
    official: PartialDate | None
    """The day or window that was announced, as it was said."""
    date: dt.date | None
    """The exact day, where one is announced or known."""
    overdue: bool
    presumed: bool
    window: Forecast | None
    """The estimate; None where the day is known or nothing can be said."""
    countdown: Countdown | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A member of the cast of what is next."""

    actor: str
    character: str | None
    since_season: int | None
    new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Freshness:
    """How old the knowledge is."""

    last_checked: dt.date | None
    age_days: int | None
    stale: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything that can be said of one show on one day."""

    as_of: dt.date
    show: Show
    asked_season: int | None
    question: str
    answer: str
    status: Status
    decided_on: PartialDate | None
    decided_by: str | None
    next: Next | None
    odds: Odds | None
    """The odds of a return, while nobody has decided."""
    evidence: tuple[tuple[Claim, bool], ...]
    """Every claim known on the day, oldest first, and whether it counts."""
    cast: tuple[Face, ...]
    freshness: Freshness
    attribution: tuple[str, ...]

    @property
    def goes_on(self) -> bool | None:
        """Whether more is to come: yes, no, or None where nobody has decided (the codes of `check --exit-code`)."""
        decision = self.status.decision
        if self.next is not None and self.next.stage is not None and self.status.orders:
            return True
        if decision in ("renewed", "final-season", "concludes-with-film"):
            return True
        return False if decision in ("cancelled", "ended", "limited") else None


Estimator = Callable[[Entry, Status, Instalment], Forecast | None]
"""What tells when an instalment comes."""


def report(entry: Entry, as_of: dt.date, season: int | None = None, *, estimator: Estimator = estimate) -> Report:
    """What is known of a show on a day; with `season`, what is known of that season.

    `estimator` is for who has kept an estimate of that day and would not make it again.
    """
    show = entry.show
    stand = status(show, entry.claims, as_of)
    subject = stand.next if season is None else _asked(stand, Instalment(season))
    claim = stand.claim
    return Report(
        as_of=as_of,
        show=show,
        asked_season=season,
        question=question(show, season),
        answer=answer(show, stand, season),
        status=stand,
        decided_on=claim.on if claim is not None else None,
        decided_by=_decider(show, stand),
        next=_next(entry, stand, subject, estimator) if subject is not None else None,
        odds=renewal_odds(entry, stand),
        evidence=tuple((known, known.id in stand.counted) for known in _evidence(entry, as_of)),
        cast=_cast(stand, subject),
        freshness=_freshness(entry, stand),
        attribution=attribution(stand.known),
    )


def attribution(claims: Iterable[Claim]) -> tuple[str, ...]:
    """What the publishers of these claims ask to be shown with them."""
    publishers = {claim.by for claim in claims}
    return tuple(text for name, text in ATTRIBUTION.items() if name in publishers)


def _asked(stand: Status, asked: Instalment) -> Instalment | None:
    """The asked season, or the part of it that is running or next; None where it was never ordered."""
    season = stand.season_of(asked)
    if asked not in stand.orders and not (season is not None and season.aired(stand.as_of)):
        return None
    return season.coming(stand.as_of).instalment if season is not None and season.split else asked


def _decider(show: Show, stand: Status) -> str | None:
    if stand.pin is not None:
        return "you"
    if stand.claim is None:
        return None
    return doer(show, stand.claim) or stand.claim.reports or stand.claim.by


def _next(entry: Entry, stand: Status, subject: Instalment, estimator: Estimator) -> Next:
    run = stand.run_of(subject)
    date = official_date(run) if run is not None else None
    window = None
    if run is None or not run.aired(stand.as_of):
        window = estimator(entry, stand, subject) if date is None else None
    count = None
    if run is None or not run.aired(stand.as_of):
        if date is not None:
            count = countdown(date.start, date.end, stand.as_of)
        elif window is not None:
            count = countdown(window.start, window.end, stand.as_of)
    return Next(
        instalment=subject,
        label=run.label if run is not None else None,
        stage=stand.stage_of(subject),
        official=run.official if run is not None else None,
        date=date.start if date is not None else None,
        overdue=run.overdue(stand.as_of) if run is not None else False,
        presumed=run.presumed if run is not None else False,
        window=window,
        countdown=count,
    )


def _evidence(entry: Entry, as_of: dt.date) -> list[Claim]:
    known = [claim for claim in entry.claims if claim.counts_from <= as_of]
    return sorted(known, key=lambda claim: (claim.said_on, claim.rank_order, claim.id))


def _cast(stand: Status, subject: Instalment | None) -> tuple[Face, ...]:
    """Who is in the season in question, by the newest claim about it, else about the whole show."""
    if subject is None:
        return ()
    claims = [claim for claim in stand.known if claim.kind == "cast" and claim.cast]
    about = [claim for claim in claims if subject.season in claim.instalments]
    chosen = about or [claim for claim in claims if not claim.instalments]
    if not chosen:
        return ()
    earlier: dict[str, int] = {}
    for claim in claims:
        for instalment in claim.instalments:
            if instalment.number < subject.number:
                for member in claim.cast:
                    earlier[member.actor] = min(instalment.number, earlier.get(member.actor, instalment.number))
    faces = []
    for member in chosen[-1].cast:
        since = member.since or earlier.get(member.actor)
        new = since == subject.number > 1
        faces.append(Face(actor=member.actor, character=member.character, since_season=since, new=new))
    return tuple(faces)


def _freshness(entry: Entry, stand: Status) -> Freshness:
    presumed = any(run.presumed for season in stand.seasons.values() for run in season.runs)
    overdue = any(
        season.coming(stand.as_of).overdue(stand.as_of) for i, season in stand.seasons.items() if i in stand.orders
    )
    if entry.checked is None:
        return Freshness(last_checked=None, age_days=None, stale=presumed or overdue)
    age = max((stand.as_of - entry.checked).days, 0)
    return Freshness(last_checked=entry.checked, age_days=age, stale=age > STALE_AFTER_DAYS or presumed or overdue)


def summary(made: Report) -> Mapping[str, object]:
    """One show as a row of a list: the fields of `list --json`, ready for JSON."""
    coming = made.next
    window = coming.window if coming is not None else None
    basis = None
    if coming is not None and (coming.date is not None or window is not None):
        basis = "official" if coming.date is not None else "estimated"
    return {
        "slug": made.show.slug,
        "title": made.show.title,
        "qualifier": made.show.qualifier,
        "platform": made.show.platform,
        "decision": made.status.decision,
        "stage": coming.stage if coming is not None else None,
        "confirmed_seasons": list(made.status.confirmed),
        "next_kind": coming.instalment.kind if coming is not None else None,
        "next_number": coming.instalment.number or None if coming is not None else None,
        "next_part": coming.instalment.part or None if coming is not None else None,
        "next_title": coming.instalment.title or None if coming is not None else None,
        "date": coming.date.isoformat() if coming is not None and coming.date is not None else None,
        "window_start": window.start.isoformat() if window is not None else None,
        "window_end": (window.end - ONE_DAY).isoformat() if window is not None else None,
        "window_median": window.median.isoformat() if window is not None else None,
        "basis": basis,
        "countdown_days": coming.countdown.min_days if coming is not None and coming.countdown is not None else None,
        "overdue": coming.overdue if coming is not None else False,
        "tags": list(made.show.tags),
        "followed": made.show.followed,
        "stale": made.freshness.stale,
    }
