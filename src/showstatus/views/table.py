"""Tables on a terminal: the list of shows in groups, what comes soonest, and when a season is all out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

from showstatus.spoken import say_day, say_months
from showstatus.views.plain import one_line
from showstatus.views.rows import Row, countdown_words, name_of, next_of, when_of
from showstatus.views.wording import DECISION_STYLES, decision_words

GAP = 2
"""How many blanks stand between columns."""
_HEADINGS = ("Show", "Platform", "Decision", "Next", "When")


def list_table(rows: Sequence[Row]) -> RenderableType:
    """Shows with their decision, what comes next and when; a line of text where there are none."""
    return Grouped({"": rows}) if rows else Text("No show fits.")


def list_groups(groups: Mapping[str, Sequence[Row]]) -> RenderableType:
    """The same in groups, each under its name; a group without shows is left out."""
    return Grouped(groups) if any(groups.values()) else Text("No show fits.")


class Grouped:
    """Shows in groups, under one heading each, with columns that line up from group to group."""

    def __init__(self, groups: Mapping[str, Sequence[Row]]) -> None:
        self._groups = {name: [_cells(row) for row in rows] for name, rows in groups.items() if rows}

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw the groups one below the other."""
        cells = [[Text(heading) for heading in _HEADINGS], *(row for rows in self._groups.values() for row in rows)]
        columns = list(zip(*cells, strict=True))
        natural = [max(cell_len(cell.plain) for cell in column) for column in columns]
        words = [max(cell_len(word) for cell in column for word in cell.plain.split(" ")) for column in columns]
        widths = shrunk(natural, words, options.max_width - GAP * (len(_HEADINGS) - 1))
        yield in_columns(_HEADINGS, widths, [])
        for name, rows in self._groups.items():
            if name:
                yield Text()
                yield Text(f"{name[:1].upper()}{name[1:]}", style="bold underline")
            yield in_columns(_HEADINGS, widths, rows, header=False)


def in_columns(
    headings: Sequence[str], widths: Sequence[int], rows: Sequence[Sequence[Text]], *, header: bool = True
) -> Table:
    """Columns of exactly these widths. The gaps are columns too: versions of rich differ in how they count padding."""
    table = Table(box=None, padding=0, pad_edge=False, show_header=header, header_style="bold")
    for number, (heading, width) in enumerate(zip(headings, widths, strict=True)):
        if number:
            table.add_column(width=GAP)
        table.add_column(heading, width=width, overflow="fold")
    for row in rows:
        table.add_row(row[0], *(cell for text in row[1:] for cell in (Text(), text)))
    return table


def shrunk(widths: Sequence[int], words: Sequence[int], room: int) -> list[int]:
    """Widths that fit into the room: the widest give way first; below their longest word only where they must."""
    fitting = list(widths)
    for least in (words, [1] * len(fitting)):
        while sum(fitting) > room:
            spare = [width if width > floor else 0 for width, floor in zip(fitting, least, strict=True)]
            if not any(spare):
                break
            fitting[spare.index(max(spare))] -= 1
    return fitting


def next_table(rows: Sequence[Row], as_of: dt.date, now: dt.datetime | None = None) -> RenderableType:
    """What comes soonest, with the countdown first."""
    table = _table()
    table.add_column("Countdown", style="bold", overflow="fold")
    for heading in ("Show", "What", "When"):
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(
            Text(countdown_words(row, as_of, now)), Text(name_of(row)), Text(next_of(row)), Text(when_of(row))
        )
    return table


def binge_table(rows: Sequence[Row], width: int) -> RenderableType:
    """When the running or coming season of each show is all out, in so many columns; a line of text where none is."""
    if not rows:
        return Text("Nothing that runs or comes has a known end.")
    headings = ("Show", "What", "All out", "Countdown", "Because")
    return _fitting(headings, [list(_binge_cells(row)) for row in rows], width)


def foot(attribution: Sequence[str]) -> list[RenderableType]:
    """What stands below a list: the words that publishers ask for."""
    return [Text(""), *(Text(text, style="dim") for text in attribution)] if attribution else []


def search_table(rows: Sequence[Row], width: int) -> RenderableType:
    """What a search found, in so many columns; a line of text where it found nothing.

    What is typed next stays on one line, to be copied, unless words beside it would be broken.
    """
    if not rows:
        return Text("No show of that name is known.")
    headings = ("Show", "Year", "Platform", "Follow it with")
    cells = [[one_line(r["title"]), str(r["year"] or ""), one_line(r["platform"] or ""), _to_follow(r)] for r in rows]
    return _fitting(headings, [list(map(Text, row)) for row in cells], width, last_is_whole=True)


def _fitting(
    headings: Sequence[str], rows: Sequence[Sequence[Text]], width: int, *, last_is_whole: bool = False
) -> Table:
    """A table of so many columns, in which words are broken only where there is no other way."""
    columns = list(zip(headings, *([cell.plain for cell in row] for row in rows), strict=True))
    natural = [max(map(cell_len, column)) for column in columns]
    words = [max(cell_len(word) for cell in column for word in cell.split(" ")) for column in columns]
    if last_is_whole:
        words[-1] = natural[-1]
    return in_columns(headings, shrunk(natural, words, width - GAP * (len(headings) - 1)), rows)


def _to_follow(row: Row) -> str:
    """What follows a show, behind the name of the program."""
    if row["followed"]:
        return "followed"
    return one_line(f"add {row['slug']}" if row["slug"] else f"add --id {row['id']}")


def _binge_cells(row: Row) -> Iterator[Text]:
    yield Text(name_of(row))
    found = row["all_out"]
    if found is None:
        yield from (Text(next_of(row)), Text("not known"), Text(), Text())
        return
    part = f" part {found['part']}" if found["part"] else ""
    yield Text(one_line(found["title"] or f"{found['kind']} {found['number']}{part}"))
    yield Text(all_out_words(found), style="bold")
    yield Text(found["countdown"]["words"])
    yield Text(one_line(found["because"]), style="dim")


def all_out_words(found: Row) -> str:
    """When it is all out, as sure as it is: “5 March 2027”, “about 5 March 2027”, “about Mar to Oct 2027”."""
    start, last = dt.date.fromisoformat(found["start"]), dt.date.fromisoformat(found["end"])
    about = "" if found["basis"] == "official" else "about "
    return about + (say_day(start) if start == last else say_months(start, last + dt.timedelta(1)))


def _table() -> Table:
    return Table(box=None, padding=(0, GAP, 0, 0), pad_edge=False, header_style="bold")


def _cells(row: Row) -> list[Text]:
    return [
        Text(name_of(row)),
        Text(one_line(row["platform"] or "")),
        Text(decision_words(row["decision"]), style=DECISION_STYLES[row["decision"]]),
        Text(next_of(row)),
        Text(when_of(row)),
    ]
