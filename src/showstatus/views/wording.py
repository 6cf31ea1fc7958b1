"""How claims, states and windows are put into words; every view says them alike."""

from __future__ import annotations

from collections.abc import Sequence

from showstatus.claims import Claim, Instalment
from showstatus.forecast.window import Forecast
from showstatus.report import Next
from showstatus.spoken import counted, percent, say, say_day, say_range

DECISION_STYLES = {
    "renewed": "green",
    "final-season": "yellow",
    "concludes-with-film": "yellow",
    "pending": "cyan",
    "in-development": "cyan",
    "limited": "blue",
    "cancelled": "red",
    "ended": "blue",
    "unknown": "dim",
}
"""The colour of each decision; the word always stands beside it."""

DEEDS = {
    "ordered": "ordered",
    "renewed": "renewed",
    "cancelled": "cancelled",
    "final-season": "announced as the last",
    "ended": "ended",
    "limited": "a limited series",
    "saved": "saved",
    "film-ordered": "ordered",
    "writing": "being written",
    "casting": "being cast",
    "filming-started": "filming began",
    "filming-wrapped": "filming wrapped",
    "post-production": "in post-production",
    "premiered": "premiered",
    "finale": "finale",
    "window-announced": "announced for",
    "date-announced": "announced for",
    "delayed": "delayed",
    "split": "comes in parts",
    "episodes": "episodes",
    "cast": "cast",
}
"""What was done, by each kind of claim but corrections."""

_LIKELY_OUT = 0.1
_NAMES_TOLD = 3


def unless_out(elapsed: float) -> str:
    """Say how likely what is awaited has come since anybody looked; nothing where that is hardly likely."""
    return f"unless it has come since the last check: a chance of {percent(elapsed)}" if elapsed >= _LIKELY_OUT else ""


def window_words(window: Forecast) -> str:
    """An estimate within a sentence: “80 % likely: 2 May to 9 October 2023; as likely before as after 1 July 2023”."""
    likely = f"{percent(window.level)} likely: {say_range(window.start, window.end)}"
    return f"{likely}; as likely before as after {say_day(window.median)}"


def decision_words(decision: str) -> str:
    """A decision as a person reads it: “final season”, “concludes with a film”."""
    return {"concludes-with-film": "concludes with a film"}.get(decision, decision.replace("-", " "))


def instalments(names: Sequence[Instalment]) -> str:
    """Instalments as one phrase: “seasons 2 and 3”, “season 5 part 2”, “the film X”; empty for none."""
    if len(names) > 1 and all(i.kind == "season" and not i.part for i in names):
        numbers = [str(i.number) for i in names]
        return f"seasons {', '.join(numbers[:-1])} and {numbers[-1]}"
    return " and ".join(map(str, names))


def seasons(numbers: Sequence[int]) -> str:
    """Season numbers as one phrase: “seasons 2 and 3”."""
    return instalments([Instalment(number) for number in numbers])


def claim_words(claim: Claim) -> str:
    """What a claim says: “seasons 2 and 3 renewed”, “season 2: filming wrapped, 2 December 2022”."""
    if claim.kind == "withdrawn":
        return f"claim {claim.target} withdrawn"
    about = instalments(claim.instalments)
    deed = "listed" if claim.rank == "inferred" and claim.rule.orders else DEEDS[claim.kind]
    value = ""
    if claim.value is not None:
        value = say(claim.value)
    elif claim.count is not None:
        deed, value = counted(claim.count, "episode"), ""
    elif claim.parts:
        value = ", ".join(claim.parts)
    elif claim.kind == "cast":
        value = _names([member.actor for member in claim.cast])
    if claim.rule.nature == "decision":
        moved = f" by {claim.platform}" if claim.platform else ""
        return f"{about} {deed}{moved}".strip() if about else f"{deed}{moved}"
    joint = " " if claim.kind.endswith("announced") else ", "
    words = f"{deed}{joint}{value}" if value else deed
    return f"{about}: {words}" if about else words


def _names(actors: Sequence[str]) -> str:
    """Who is in a cast: three names at most, and how many more there are."""
    told, more = [*actors[:_NAMES_TOLD]], len(actors) - _NAMES_TOLD
    if more > 0:
        told.append(f"{more} more")
    return " and ".join([", ".join(told[:-1]), told[-1]] if len(told) > 1 else told)


def source_words(claim: Claim) -> str:
    """Who said it: “Collider, reporting Netflix”."""
    if claim.by and claim.reports and claim.by != claim.reports:
        return f"{claim.by}, reporting {claim.reports}"
    return claim.by or claim.reports or ("you" if claim.origin == "user" else claim.origin)


def next_words(coming: Next) -> str:
    """What comes, with its label: “season 5 part 2, “Volume 2””."""
    name = str(coming.instalment)
    label = f", “{coming.label}”" if coming.label else ""
    return f"{name}{label}"
