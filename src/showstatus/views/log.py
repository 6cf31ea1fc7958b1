"""The history of a show as a table on a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from showstatus.history import Slip, Transition
from showstatus.spoken import counted, say, say_day
from showstatus.views.plain import one_line
from showstatus.views.wording import DECISION_STYLES, claim_words, decision_words, source_words


def log_table(transitions: Sequence[Transition]) -> RenderableType:
    """Transitions, oldest first; a line of text where there are none."""
    if not transitions:
        return Text("Nothing is on record.")
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for heading in ("Day", "What changed", "Because"):
        table.add_column(heading, overflow="fold")
    for transition in transitions:
        table.add_row(Text(say_day(transition.day)), _change(transition), Text(_because(transition), style="dim"))
    return table


def slips_table(slips: Sequence[Slip]) -> RenderableType:
    """How plans moved, oldest first; a line of text where none did."""
    if not slips:
        return Text("No date of it ever moved.")
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for heading in ("Known on", "What", "Was", "Now", "Moved by"):
        table.add_column(heading, overflow="fold")
    for slip in slips:
        moved = f"{counted(abs(slip.days), 'day')} {'later' if slip.days > 0 else 'earlier'}"
        cells = (say_day(slip.day), one_line(str(slip.about)), say(slip.before), say(slip.after), moved)
        table.add_row(*map(Text, cells))
    return table


def _change(transition: Transition) -> Text:
    if transition.what == "decision":
        after = transition.after or "unknown"
        was = f" (was {decision_words(transition.before)})" if transition.before else ""
        return Text.assemble("The show: ", (decision_words(after), DECISION_STYLES[after]), was)
    about = one_line(str(transition.about))
    verb = "announced for " if transition.what == "official" else ""
    was = f" (was {transition.before})" if transition.before else ""
    return Text(f"{about[:1].upper()}{about[1:]}: {verb}{transition.after}{was}")


def _because(transition: Transition) -> str:
    if not transition.claims:
        return "time passed"
    return one_line("; ".join(f"{claim_words(claim)} ({source_words(claim)})" for claim in transition.claims[:2]))
