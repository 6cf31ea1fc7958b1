"""A month as a grid: certain days with what comes on them, and shades where something may come; the words below."""

from __future__ import annotations

import bisect
import datetime as dt
from collections.abc import Sequence

from rich import box
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

from showstatus.agenda import Agenda, Chance, Event
from showstatus.dates import ONE_DAY
from showstatus.spoken import MONTHS, percent, say_day, say_months
from showstatus.views.plain import one_line
from showstatus.views.rows import name_of
from showstatus.views.timeline_bar import ASCII_SHADES, SHADES

MOST_CHANCES = 12
"""How many estimates are told below the grid; `calendar --json` has them all."""
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MOST_NAMES = 3
"""How many shows a day names in the grid."""
_BOUNDS = (0.01, 0.05)
"""The odds of a day from which its shade is darker."""
_WIDEST, _NARROWEST = 18, 5
"""Columns of a day; with less, the grid holds numbers and shades alone."""


def calendar(month: Agenda, as_of: dt.date) -> list[RenderableType]:
    """The month with its grid, the certain days, and what may come."""
    parts: list[RenderableType] = [Text(f"{MONTHS[month.start.month - 1]} {month.start.year}", style="bold")]
    parts.append(Grid(month, as_of))
    if month.events:
        parts += [Text(), Text("On certain days", style="bold underline"), _events(month.events)]
    if month.chances:
        parts += [Text(), Text("May come this month", style="bold underline"), _chances(month.chances)]
    if not month.events and not month.chances:
        parts.append(Text("Nothing is known to come in this month."))
    return parts


class Grid:
    """Seven days a line, Monday first."""

    def __init__(self, month: Agenda, as_of: dt.date) -> None:
        self._month = month
        self._as_of = as_of

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw the grid, with the names of shows where there is room."""
        width = min((options.max_width - 8) // 7, _WIDEST)
        shades = ASCII_SHADES if options.ascii_only else SHADES
        roomy = width >= _NARROWEST
        table = Table(box=box.SQUARE if roomy else None, padding=0, show_lines=roomy, header_style="bold")
        for weekday in _WEEKDAYS:
            table.add_column(weekday, width=width if roomy else 3, no_wrap=True, overflow="ellipsis")
        days = [Text()] * self._month.start.weekday()
        days += [self._day(day, width if roomy else 3, shades, named=roomy) for day in self._month.odds]
        while days:
            week, days = days[:7], days[7:]
            table.add_row(*week)
        yield table
        if any(self._month.odds.values()):
            faint, middle = (f"under {share(bound)}" for bound in _BOUNDS)
            told = f"Chance of a premiere: {shades[0]} {faint}, {shades[1]} {middle}, {shades[2]} more"
            yield Text(told, style="dim", overflow="fold")

    def _day(self, day: dt.date, width: int, shades: Sequence[str], *, named: bool) -> Text:
        events = [event for event in self._month.events if event.day == day]
        text = Text(str(day.day).rjust(2), style="bold" if events else "")
        if day == self._as_of:
            text.append(" today" if width >= 9 else "*" if width > 3 else "", style="reverse")
        room = width - len(text) - 1
        shade = self._shade(day)
        if shade >= 0:
            text.append(" " if room > 0 else "")
            text.append(shades[shade] * max(room, 1), style="green")
        for event in events[:_MOST_NAMES] if named else ():
            ends = "ends: " if event.what == "finale" else ""
            text.append(f"\n{ends}{name_of(event.show)}", style="magenta")
        if named and events[_MOST_NAMES:]:
            text.append(f"\n{len(events) - _MOST_NAMES} more")
        return text

    def _shade(self, day: dt.date) -> int:
        """How dark a day is, by its odds; -1 for not at all."""
        odds = self._month.odds[day]
        return bisect.bisect(_BOUNDS, odds) if odds > 0 else -1


def _events(events: Sequence[Event]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for event in events:
        what = f"{name_of(event.show)}: {one_line(str(event.span.instalment))} {_VERBS[event.what]}"
        table.add_row(Text(say_day(event.day)), Text(what))
    return table


_VERBS = {"premiere": "premieres", "finale": "ends"}


def _chances(chances: Sequence[Chance]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, justify="right")
    table.add_column(overflow="fold")
    for chance in chances[:MOST_CHANCES]:
        span = chance.span
        months = say_months(span.start, max(span.end, span.start + ONE_DAY))
        words = f"{name_of(chance.show)}: {one_line(str(span.instalment))}, about {months}"
        table.add_row(Text(share(chance.probability)), Text(words))
    if chances[MOST_CHANCES:]:
        table.add_row(Text(), Text(f"{len(chances) - MOST_CHANCES} more: showstatus calendar --json", style="dim"))
    return table


def share(probability: float) -> str:
    """A probability as a person reads it: “12 %”, “under 1 %”."""
    return "under 1 %" if probability < 0.01 else percent(probability)
