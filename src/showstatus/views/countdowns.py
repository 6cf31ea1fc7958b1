"""What comes soonest, in large figures that are read from across the room; the words stand beside them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

from showstatus.views.rows import Row, count_of, countdown_words, name_of, next_of, when_of
from showstatus.views.table import next_table

LARGE = 3
"""How many are drawn large; what comes later stands in a table below."""
_NARROWEST = 40
"""Fewer columns than this leave no room for large figures."""
_GLYPHS = "0123456789–:"
_FONT = (
    "█▀█ ▀█  ▀▀█ ▀▀█ █ █ █▀▀ █▀▀ ▀▀█ █▀█ █▀█     ▄ ",
    "█ █  █  █▀▀  ▀█ ▀▀█ ▀▀█ █▀█   █ █▀█ ▀▀█ ▀▀▀ ▄ ",
    "▀▀▀ ▀▀▀ ▀▀▀ ▀▀▀   ▀ ▀▀▀ ▀▀▀   ▀ ▀▀▀ ▀▀▀       ",
)
_ASCII_FONT = (
    " _       _   _       _   _   _   _   _        ",
    "| |   |  _|  _| |_| |_  |_    | |_| |_|  _  . ",
    "|_|   | |_   _|   |  _| |_|   | |_|  _|     . ",
)


def countdowns(rows: Sequence[Row], as_of: dt.date, now: dt.datetime | None = None) -> list[RenderableType]:
    """The soonest in large figures, the rest as a table; a line of text where nothing comes.

    With an instant, what has a day is counted down to the second by the clock on the wall.
    """
    if not rows:
        return [Text("Nothing that is coming has a date or a window.")]
    parts: list[RenderableType] = [Figures(rows[:LARGE], as_of, now)]
    if rows[LARGE:]:
        parts += [Text(), next_table(rows[LARGE:], as_of, now)]
    return parts


def large(text: str, *, ascii_only: bool) -> list[str]:
    """A text of digits, “–” and “:” as three lines of large glyphs."""
    font = _ASCII_FONT if ascii_only else _FONT
    at = [(_GLYPHS.index(char) * 4, 2 if char == ":" else 4) for char in text]
    return ["".join(line[start : start + width] for start, width in at) for line in font]


class Figures:
    """A block for each show: the number large at the left, name, what comes and when at the right."""

    def __init__(self, rows: Sequence[Row], as_of: dt.date, now: dt.datetime | None) -> None:
        self._rows = rows
        self._as_of = as_of
        self._now = now

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw the blocks one below the other; without large figures where there is little room."""
        drawn = [self._figure(row, ascii_only=options.ascii_only) for row in self._rows]
        width = max(cell_len(line) for lines in drawn for line in lines)
        if options.max_width < _NARROWEST or width > options.max_width // 2:
            drawn, width = [[] for _ in drawn], 0
        for number, (row, lines) in enumerate(zip(self._rows, drawn, strict=True)):
            if number:
                yield Text()
            grid = Table.grid(padding=(0, 2, 0, 0))
            if width:
                grid.add_column(width=width, no_wrap=True)
            grid.add_column(overflow="fold")
            words = Text("\n").join(self._words(row))
            grid.add_row(*([Text("\n".join(lines), style="bold green")] if width else []), words)
            yield grid

    def _figure(self, row: Row, *, ascii_only: bool) -> list[str]:
        count = count_of(row, self._as_of)
        if count is None or not count.figure:
            return [""]
        lines = large(count.figure, ascii_only=ascii_only)
        unit = count.unit if count.max_days != 1 else "day"
        return [lines[0], lines[1], f"{lines[2]} {unit}"]

    def _words(self, row: Row) -> Iterator[Text]:
        words = countdown_words(row, self._as_of, self._now)
        yield Text(name_of(row), style="bold")
        yield Text(f"{next_of(row)}, {when_of(row)}")
        yield Text(f"{words[:1].upper()}{words[1:]}", style="green")
