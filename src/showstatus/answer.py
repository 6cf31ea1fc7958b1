"""The question a person asks, and the one sentence that answers it.

Every answer begins “No”, “Yes”, “Not decided” or “Unknown”.
"""

from __future__ import annotations

from collections.abc import Sequence

from showstatus.claims import Claim, Instalment
from showstatus.dates import PartialDate
from showstatus.names import fold
from showstatus.runs import Run
from showstatus.shows import Show
from showstatus.spoken import say
from showstatus.status import YEARS_FROM, Status

_RUNNING = ("airing", "between-parts")


def question(show: Show, season: int | None = None) -> str:
    """The question that is answered: about the show, or about one season of it."""
    return f"Is {show.display} season {season} cancelled?" if season is not None else f"Is {show.display} cancelled?"


def answer(show: Show, status: Status, season: int | None = None) -> str:
    """Whether the show, or one season of it, is cancelled: one sentence behind “No”, “Yes” and so on."""
    if season is not None:
        return _about_season(show, status, Instalment(season))
    if status.pin is not None:
        until = f" until {say(status.pin.until)}" if status.pin.until is not None else ""
        return f"{_ANSWERS[status.decision][0]}. You pinned {show.display} as {status.decision}{until}."
    word, sentence = _ANSWERS[status.decision]
    if status.decision == "in-development" and status.claim is not None:
        word = "No"
    if status.decision == "ended" and _may_be_cancelled(status.claim):
        word = "Unknown"
    return f"{word}. {sentence(show, status)}."


def doer(show: Show, claim: Claim) -> str | None:
    """The platform that did what a claim tells, where the claim is the platform's own or reports its words."""
    homes = {fold(name) for name in (show.platform, claim.platform) if name}
    for name in (claim.by, claim.reports):
        if name is not None and (fold(name) in homes or (name == claim.by and claim.rank == "official")):
            return name
    return claim.platform


def _about_season(show: Show, status: Status, asked: Instalment) -> str:
    name = f"Season {asked.number} of {show.display}"
    season = status.season_of(asked)
    if season is not None and season.aired(status.as_of):
        return f"No. {name} {_came(season.first)}."
    if asked in status.orders:
        return f"No. {_order(show, status.orders[asked])}."
    if status.decision == "cancelled":
        return f"Yes. {_cancelled(show, status)}, and season {asked.number} is not coming."
    if status.decision == "ended" and _may_be_cancelled(status.claim):
        return f"Unknown. Season {asked.number} was never ordered: {_ended(show, status)}."
    if status.decision in ("ended", "final-season", "concludes-with-film", "limited"):
        return f"No. Season {asked.number} was never ordered: {_ANSWERS[status.decision][1](show, status)}."
    return f"Not decided. Nobody has ordered season {asked.number} of {show.display}."


def _order(show: Show, claim: Claim) -> str:
    """What was ordered, by whom and when; or what shows that it was."""
    title, what = show.display, _join([str(i.season) for i in claim.instalments])
    subject = f"{_capital(what)} of {title}" if what else title
    value = say(claim.value) if claim.value is not None else ""
    if claim.kind in ("filming-started", "filming-wrapped", "post-production"):
        past = {"filming-started": "began filming", "filming-wrapped": "has finished filming"}
        return f"{subject} {past.get(claim.kind, 'is in post-production')}{f' ({value})' if value else ''}"
    if claim.kind in ("window-announced", "date-announced", "delayed"):
        return f"{subject} is announced for {value}" if value else f"{subject} is delayed"
    if claim.kind == "premiered":
        return f"{subject} is running"
    if claim.rank == "inferred":
        return f"{claim.by or 'A database'} lists {f'{what} of {title}' if what else title} as coming"
    if claim.kind in ("final-season", "ended"):
        return f"{subject} is ordered and is the last{_source(show, claim)}"
    if claim.kind == "film-ordered" or (claim.kind == "ordered" and len(claim.instalments) == 1):
        return _deed(show, claim, "ordered", title if what == "season 1" else f"{what} of {title}")
    return _deed(show, claim, "saved" if claim.kind == "saved" else "renewed", title, f" for {what}" if what else "")


def _deed(show: Show, claim: Claim, past: str, whom: str, more: str = "") -> str:
    """Somebody did something on a day; in the passive where nobody who could have done it is named."""
    who = doer(show, claim)
    when = _when(claim.on)
    if who is not None:
        return f"{who} {past} {whom}{more}{when}"
    whom = whom if whom in (show.display, "it") else _capital(whom)
    return f"{whom} was {past}{more}{when}{f', as {claim.by} reported' if claim.by else ''}"


def _source(show: Show, claim: Claim) -> str:
    who = doer(show, claim) or claim.reports or claim.by
    return f", as {who} said{_when(claim.on)}" if who else ""


def _renewed(show: Show, status: Status) -> str:
    if status.claim is None:
        return f"{show.display} goes on"
    running = [str(i.season) for i in status.claim.instalments if status.stage_of(i) in _RUNNING]
    if running and not status.claim.rule.orders:
        return f"{_capital(_join(running))} of {show.display} is running"
    return _order(show, status.claim)


def _cancelled(show: Show, status: Status) -> str:
    if status.claim is None:
        return f"{show.display} is cancelled"
    dropped = [i for i in status.claim.instalments if i.number not in status.aired]
    what = f"{_join([str(i.season) for i in dropped])} of {show.display}" if dropped else show.display
    running = _join([str(i) for i in status.orders if status.stage_of(i) in _RUNNING])
    coming = _join([str(i) for i in status.orders if status.stage_of(i) not in _RUNNING])
    still = [f"{running} still running"] * bool(running) + [f"{coming} still to come"] * bool(coming)
    return "; ".join([_deed(show, status.claim, "cancelled", what), *still])


def _ended(show: Show, status: Status) -> str:
    claim = status.claim
    if claim is not None and _may_be_cancelled(claim):
        return f"{show.display} {_how_it_ended(show, status)}; {claim.by} does not tell whether it was cancelled"
    return f"{show.display} was not cancelled; it {_how_it_ended(show, status)}"


def _may_be_cancelled(claim: Claim | None) -> bool:
    """Whether a show is over by a claim that leaves open whether it was cancelled: one that we inferred."""
    return claim is not None and claim.kind == "ended" and claim.rank == "inferred"


def _how_it_ended(show: Show, status: Status) -> str:
    """With what a show ended and when, in words that follow its name."""
    films = [season for i in status.claim.instalments if (season := status.season_of(i))] if status.claim else []
    film = next((season for season in films if season.aired(status.as_of)), None)
    if film is not None and status.claim is not None and status.claim.concludes:
        return f"concluded with {film.instalment}, which {_came(film.first)}"
    last = max(status.aired, default=None)
    season = status.season_of(Instalment(last)) if last is not None else None
    if season is None:
        return f"ended{_source(show, status.claim) if status.claim else ''}"
    end = season.runs[-1].finale
    if end is None and show.release != "all" and not season.split:
        return f"ended with season {last}, which {_came(season.first)}"
    return f"ended with season {last}{_when(end or season.runs[-1].premiere)}"


def _final(show: Show, status: Status) -> str:
    last = next((i for i in reversed(status.orders) if i.kind == "season"), None)
    name = f"Season {last.number} of {show.display}" if last is not None else f"The next season of {show.display}"
    running = last is not None and status.stage_of(last) in _RUNNING
    source = _source(show, status.claim) if status.claim is not None else ""
    return f"{name} is {'running' if running else 'still to come'} and is the last{source}"


def _film(show: Show, status: Status) -> str:
    claim = status.claim
    if claim is None:
        return f"{show.display} concludes with a film"
    what = _join([str(i) for i in claim.instalments])
    return f"{show.display} concludes with {what}; {_deed(show, claim, 'ordered', 'it')}"


def _limited(show: Show, status: Status) -> str:
    ahead = "" if status.aired else ", which has not begun yet"
    return f"{show.display} is a limited series{ahead}; it was never meant to go on"


def _pending(show: Show, status: Status) -> str:
    last = max(status.aired, default=None)
    season = status.season_of(Instalment(last)) if last is not None else None
    if last is None or season is None:
        return f"Nobody has said whether {show.display} goes on"
    coming = "another season" if last >= YEARS_FROM else f"a season {last + 1}"
    film = next((f"; {i} is still to come" for i in status.orders if i.kind == "film"), "")
    return f"Nobody has said whether {show.display} gets {coming}; season {last} {_came(season.first)}{film}"


def _in_development(show: Show, status: Status) -> str:
    if status.claim is not None:
        return f"{_order(show, status.claim)}; it has not begun yet"
    return f"{show.display} is in development, and nobody has ordered it yet"


def _unknown(show: Show, status: Status) -> str:
    aired = [season for season in status.seasons.values() if season.aired(status.as_of)]
    seasons = [season for season in aired if season.instalment.kind == "season"]
    last = (seasons or aired)[-1:]
    if not last:
        return f"Nothing is known of {show.display} yet"
    return f"Nothing has been heard of {show.display} since {last[0].instalment}, which {_came(last[0].first)}"


_ANSWERS = {
    "renewed": ("No", _renewed),
    "final-season": ("No", _final),
    "concludes-with-film": ("No", _film),
    "cancelled": ("Yes", _cancelled),
    "ended": ("No", _ended),
    "limited": ("No", _limited),
    "pending": ("Not decided", _pending),
    "in-development": ("Not decided", _in_development),
    "unknown": ("Unknown", _unknown),
}


def _came(run: Run) -> str:
    return f"{'was due' if run.presumed else 'premiered'}{_when(run.premiere)}"


def _when(date: PartialDate | None) -> str:
    if date is None:
        return ""
    return f" on {say(date)}" if date.is_day else f" in {say(date)}"


def _capital(phrase: str) -> str:
    return phrase[:1].upper() + phrase[1:]


def _join(names: Sequence[str]) -> str:
    """Make one phrase of names in order: “seasons 2 and 3”."""
    numbers = [name.removeprefix("season ") for name in names if name.startswith("season ")]
    if len(numbers) == len(names) > 1:
        return f"seasons {', '.join(numbers[:-1])} and {numbers[-1]}"
    return " and ".join(names)
