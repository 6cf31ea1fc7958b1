"""The forecast on a terminal: the intervals, a picture of the distribution, and the arithmetic behind it."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from showstatus.dates import ONE_DAY
from showstatus.forecast.backtest import MODEL, Backtest, OriginScore
from showstatus.forecast.explain import Effect, Explanation, analogue_words, effect_words, months
from showstatus.forecast.outlook import ROUGH, Outlook
from showstatus.forecast.replay import Replay
from showstatus.forecast.track_record import ALL, Record
from showstatus.spoken import percent, say_day, say_range
from showstatus.views.density import Density
from showstatus.views.plain import one_line
from showstatus.views.table import GAP, in_columns
from showstatus.views.wording import unless_out

_METHODS = {
    MODEL: "this model", "last-gap": "last gap", "mean-gap": "mean own gap", "platform": "its platform",
    "same-lag": "same lag again", "all-lags": "lags of all", "no-milestone": "model, untold",
}  # fmt: skip
_LEGEND = (
    "Rivals, of other shows: the last gap or the mean of the own gaps with its usual error; the gaps of the platform; "
    "from a milestone, the same lag as last season (as the press does) or the lags of all shows; and this model, "
    "untold of the milestone. Ratio: the pinball loss of this model over theirs. The model may have been fitted on "
    "some of these shows; how it does on shows it has not seen is told in the documentation."
)


def forecast_panel(made: Outlook) -> RenderableType:
    """One show's forecast as a panel."""
    where = [one_line(text) for text in (made.show.display, made.show.platform) if text]
    title = Text(" · ".join(where))
    if made.coming is None:
        return Panel(Text(one_line(made.why_not or "")), title=title, title_align="left")
    grid = Table.grid(padding=(0, 2), expand=False)
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for label, value in _rows(made):
        grid.add_row(label, value)
    name = one_line(str(made.coming))
    head = Text(f"When does {name} come, if it does?", style="bold")
    return Panel(Group(head, Text(), Density(made.fine, made.as_of), Text(), grid), title=title, title_align="left")


def _rows(made: Outlook) -> Iterator[tuple[str, RenderableType]]:
    if made.median is not None:
        yield "Median", Text(say_day(made.median), style="bold")
    for level, (start, end) in made.intervals.items():
        yield f"{percent(level)} likely", Text(_span(start, end))
    if unless := unless_out(made.elapsed):
        yield "", Text(unless)
    if made.odds is not None:
        told = ", ".join(f"{percent(p)} within {horizon} months" for horizon, p in made.odds.items())
        yield "Does it?", Text(f"{told} of the last season's end; nobody has decided")
    if made.told is not None:
        yield from _arithmetic(made.told)
    if ROUGH in made.because:
        yield "Mind", Text(ROUGH)


def _arithmetic(told: Explanation) -> Iterator[tuple[str, RenderableType]]:
    if told.own:
        yield "Own gaps", Text(", ".join(f"{gap.first}→{gap.second} {months(gap.days)}" for gap in told.own))
    if told.reference is not None:
        one = told.reference
        half = f"half of them {months(one.low)} to {months(one.high)}"
        yield "Its class", Text(f"{one.words}: median {months(one.median)}, {half} ({one.n:,} gaps)")
    if told.effects:
        yield "Arithmetic", _steps(told.plain, told.effects)
    if told.analogues:
        yield "Nearest", Text("\n".join(one_line(analogue_words(gap)) for gap in told.analogues))


def _steps(plain: dt.date, effects: Sequence[Effect]) -> Text:
    text = Text(f"Median from the gaps and the wait alone: {say_day(plain)}.")
    for effect in effects:
        text.append(f"\n{one_line(effect_words(effect))}")
    return text


def backtest_tables(made: Backtest, source: str) -> Iterator[RenderableType]:
    """A replay as tables: distributions by origin, the odds, and how reliable they were."""
    until = say_day(made.watched_until)
    yield Text(f"Shows of {one_line(source)}: {made.shows:,} replayed, watched until {until}. All in days.\n")
    yield _distributions(made.origins)
    yield Text(f"\n{_LEGEND}", style="dim")
    if any(origin.odds for origin in made.origins):
        yield Text("\nWill it return? Odds by months after the last season's end.")
        yield _odds(made.origins)
        yield from _reliability(made.origins)


def _table(*headings: str, left: int = 1) -> Table:
    """A table whose first columns are words and the rest numbers."""
    table = Table(box=None, padding=(0, 1, 0, 0), header_style="bold")
    for place, heading in enumerate(headings):
        table.add_column(heading, justify="left" if place < left else "right", overflow="fold")
    return table


def _distributions(origins: Sequence[OriginScore]) -> Table:
    table = _table("From", "n", "Pinball", "CRPS", "Error", "in 50 %", "in 80 %", "in 90 %", "80 % wide", "Ratio")
    for origin in origins:
        table.add_row(Text(origin.origin, style="bold"))
        for row in origin.document()["methods"]:
            own = row["method"] == MODEL
            table.add_row(
                f"  {_METHODS.get(row['method'], row['method'])}",
                f"{row['n']:,}",
                f"{row['pinball_days']:.1f}",
                f"{row['crps_days']:.1f}",
                f"{row['median_error_days']:.0f}",
                *(percent(share) for share in row["coverage"].values()),
                f"{row['width_days']['80']:.0f}",
                "" if own or row["ratio"] is None else f"{row['ratio']:.3f}",
                style="green" if own else "",
            )
    return table


def _odds(origins: Sequence[OriginScore]) -> Table:
    table = _table("From", "Months", "n", "Came", "AUC", "Brier skill", "Log loss")
    for origin in origins:
        for horizon, odds in origin.odds.items():
            table.add_row(
                origin.origin,
                str(horizon),
                f"{odds.n:,}",
                percent(odds.base_rate),
                "" if odds.auc is None else f"{odds.auc:.3f}",
                "" if odds.brier_skill is None else f"{odds.brier_skill:.3f}",
                f"{odds.log_loss:.3f}",
            )
    return table


def _reliability(origins: Sequence[OriginScore]) -> Iterator[RenderableType]:
    """Of the first origin and its longest horizon: what was told beside what came."""
    first = next((origin for origin in origins if origin.odds), None)
    if first is None:
        return
    horizon = max(first.odds)
    yield Text(f"\nReliability, from the {first.origin}, {horizon} months.")
    table = _table("Told", "n", "Mean told", "Came")
    for low, high, n, told, came in first.odds[horizon].reliability:
        table.add_row(f"{percent(low)} to {percent(high)}", f"{n:,}", percent(told, 1), percent(came, 1))
    yield table


def score_table(rows: Sequence[Replay], records: Sequence[Record]) -> RenderableType:
    """Replayed forecasts by season, and what they come to; a line of text where there are none."""
    if not rows:
        return Text("No season after the first has come that could have been forecast.")
    words = [record.words if record.moment == ALL else f"{record.moment}: {record.words}" for record in records]
    sums = (Text(line, style="bold" if place == 0 else "") for place, line in enumerate(words))
    return Group(_Replays(rows), Text(), *sums)


class _Replays:
    """Replayed forecasts, each season under its name: in columns, or in two lines each where columns do not fit."""

    def __init__(self, rows: Sequence[Replay]) -> None:
        by_season = itertools.groupby(rows, key=lambda row: (row.slug, row.season))
        self._seasons = [[(row, _replay_cells(row)) for row in same] for _, same in by_season]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw the seasons one below the other."""
        cells = [_REPLAY_HEADINGS, *(row for same in self._seasons for _, row in same)]
        widths = [max(cell_len(str(cell)) for cell in column) for column in zip(*cells, strict=True)]
        roomy = sum(widths) + GAP * (len(widths) - 1) <= options.max_width
        if roomy:
            yield in_columns(_REPLAY_HEADINGS, widths, [])
        for same in self._seasons:
            first, _ = same[0]
            yield Text(one_line(f"{first.title} {first.season}, came {first.truth.isoformat()}"), style="bold")
            rows = [row for _, row in same]
            if roomy:
                yield in_columns(_REPLAY_HEADINGS, widths, rows, header=False)
            else:
                yield from itertools.chain.from_iterable(map(_replay_lines, rows))


_REPLAY_HEADINGS = ("  When it was known", "On", "80 % window", "", "    Error")


def _replay_cells(row: Replay) -> list[Text]:
    """One forecast: the moment, its day, the window, whether it held, and by how much the median was off."""
    return [
        Text(f"  {row.moment}"),
        Text(row.as_of.isoformat()),
        Text(f"{row.start.isoformat()} to {row.end.isoformat()}"),
        Text("inside", style="green") if row.inside else Text("missed", style="red"),
        Text(f"{row.error_days:+4d} day{'' if abs(row.error_days) == 1 else 's'}"),
    ]


def _replay_lines(cells: Sequence[Text]) -> Iterator[RenderableType]:
    """The same in two lines, so that no word and no day is broken."""
    moment, day, window, verdict, error = cells
    yield Text.assemble(moment, ", ", day)
    words = Text.assemble(window, ", ", verdict, ", ", error.plain.strip())
    yield Padding(words, (0, 0, 0, 4))


def _span(start: dt.date, end: dt.date) -> str:
    return say_range(start, end + ONE_DAY if end != dt.date.max else end)
