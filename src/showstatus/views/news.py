"""Changes in words: one sentence each, naming the show's title."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from showstatus.changes import Change
from showstatus.dates import parse_edtf
from showstatus.occasions import PREMIERE
from showstatus.spoken import say
from showstatus.views.lines import records
from showstatus.views.plain import one_line
from showstatus.views.wording import decision_words, seasons

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rich.console import RenderableType

    from showstatus.ledger.record import Recorded

_STAGES = {
    "writing": "is being written",
    "casting": "is being cast",
    "filming": "is being filmed",
    "wrapped": "is filmed",
    "post-production": "is in post-production",
    "dated": "has a date",
    "airing": "has begun",
    "between-parts": "is between two parts",
    "complete": "is complete",
}


def sentence(change: Change) -> str:
    """A change as a person says it, as in “Bad Sisters: renewed for season 3 (was pending)”."""
    return one_line(f"{change.title}: {_news(change)}{_was(change)}.")


def news_lines(found: Iterable[Change]) -> str:
    """Changes as lines of text, one each."""
    return "".join(f"{sentence(change)}\n" for change in found)


def changes_lines(found: Iterable[Recorded]) -> str:
    """`changes` in a pipe: day, slug, title, what, of what, before, after, new seasons."""
    return records(
        (one.day, one.slug, one.title, one.what, one.about, one.before, one.after, one.seasons)
        for one in (recorded.change for recorded in found)
    )


def changes_table(found: Sequence[Recorded]) -> RenderableType:
    """`changes` on a terminal: what was found out, day by day; a line of text where nothing was."""
    from rich.table import Table
    from rich.text import Text

    if not found:
        return Text("Nothing has changed.")
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    table.add_column("Found out", overflow="fold")
    table.add_column("What changed", overflow="fold")
    day = ""
    for recorded in found:
        change = recorded.change
        table.add_row(Text(say(parse_edtf(change.day)) if change.day != day else ""), Text(sentence(change)))
        day = change.day
    return table


def _news(change: Change) -> str:
    about, after = str(change.about), change.after
    told = f" for {seasons(change.seasons)}" if change.seasons else ""
    if change.what == "revived":
        return f"revived, {decision_words(after or '')}{told}"
    if change.what == "decision":
        return f"{decision_words(after or 'unknown')}{told}"
    if change.what == "seasons":
        if change.seasons:
            return f"{seasons(change.seasons)} confirmed"
        return f"confirmed {'is ' + seasons(_numbers(after)) if after else 'is no season'}"
    if change.what in ("date", "official"):
        return f"{about} {_comes(change)}" if after else f"{about} has no day any more"
    if change.what == "stage":
        return f"{about} {_STAGES.get(after or '', after or 'is not begun')}"
    if change.what == PREMIERE:
        return f"{about} {_soon(change)}"
    if change.what == "window":
        return f"{about} is now estimated for {_said(after)}"
    return f"now called {after}" if change.what == "title" else f"now on {after or 'no platform'}"


def _comes(change: Change) -> str:
    day = parse_edtf(change.after or "")
    verb = "is announced for" if not day.is_day else "came on" if day.edtf <= change.day else "comes on"
    return f"{verb} {say(day)}"


def _soon(change: Change) -> str:
    day = dt.date.fromisoformat(change.after or "")
    left = (day - dt.date.fromisoformat(change.day)).days
    if left > 1:
        return f"comes in {left} days, on {_said(change.after)}"
    near = {1: "comes tomorrow", 0: "comes today"}.get(left, "came on")
    return f"{near}{',' if left >= 0 else ''} {_said(change.after)}"


def _was(change: Change) -> str:
    if change.before is None or change.what == "stage":
        return ""
    if change.what in ("date", "official", "window"):
        return f" (was {_said(change.before)})"
    if change.what in ("decision", "revived"):
        return f" (was {decision_words(change.before)})"
    if change.what == "seasons":
        return f" (was {seasons(_numbers(change.before))})" if not change.seasons else ""
    return f" (was {change.before})"


def _said(edtf: str | None) -> str:
    return say(parse_edtf(edtf)) if edtf else ""


def _numbers(text: str | None) -> list[int]:
    return [int(number) for number in text.split(",")] if text else []
