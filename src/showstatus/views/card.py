"""The card: one show on a terminal, the question and its answer first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.panel import Panel
from rich.style import Style
from rich.table import Table
from rich.text import Text

from showstatus.claims import Claim
from showstatus.report import Report
from showstatus.spoken import counted, percent, say, say_day, say_range
from showstatus.views.plain import one_line, web_link
from showstatus.views.timeline_bar import TimelineBar
from showstatus.views.wording import (
    DECISION_STYLES,
    claim_words,
    decision_words,
    next_words,
    seasons,
    source_words,
    unless_out,
)

MOST_EVIDENCE = 8
"""How many claims a card shows; `check --json` has them all."""
NARROW = 44
"""Fewer columns than this leave no room for three side by side."""


def card(report: Report, *, explain: bool = False) -> RenderableType:
    """One show as a panel."""
    style = DECISION_STYLES[report.status.decision]
    grid = Table.grid(padding=(0, 2), expand=False)
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for label, value in _rows(report, explain=explain):
        grid.add_row(label, value)
    word, _, sentence = report.answer.partition(". ")
    head = Text.assemble(
        (one_line(report.question), "bold"), "\n", (f"{word}.", f"bold {style}"), " ", one_line(sentence)
    )
    where = [one_line(text) for text in (report.show.display, report.show.platform) if text]
    return Panel(Group(head, Padding(grid, (1, 0, 0, 0))), title=Text(" · ".join(where)), title_align="left")


def _rows(report: Report, *, explain: bool) -> Iterator[tuple[str, RenderableType]]:
    stand = report.status
    decision = Text(decision_words(stand.decision), style=DECISION_STYLES[stand.decision])
    if report.decided_on is not None:
        decision.append(f", {say(report.decided_on)}", style="default")
    yield "Decision", decision
    if stand.confirmed:
        yield "Confirmed", Text(seasons(stand.confirmed))
    if report.odds is not None:
        share = percent(report.odds.probability)
        yield "Odds", Text(f"{share} that it returns within {report.odds.horizon_months} months of its last season")
    yield from _coming(report, explain=explain)
    if report.cast:
        yield "Cast", _cast(report)
    yield "Evidence", _evidence(report)
    for group in stand.disputes:
        claims = [claim for claim_id in group for claim, _ in report.evidence if claim.id == claim_id]
        if claims and _about_next(claims[0], report):
            yield "Disputed", Text("; ".join(_told(claim) for claim in claims))
    if report.show.tags:
        yield "Tags", Text(one_line(", ".join(report.show.tags)))
    if report.show.note:
        yield "Note", Text(one_line(report.show.note))
    yield "Checked", _freshness(report)
    for text in report.attribution:
        yield "", Text(text, style="dim")


def _coming(report: Report, *, explain: bool) -> Iterator[tuple[str, RenderableType]]:
    coming = report.next
    if coming is None:
        return
    stage = f", {coming.stage}" if coming.stage else ""
    yield "Next", Text(one_line(next_words(coming)) + stage)
    if coming.date is not None:
        note = " (announced; nobody has confirmed that it came)" if coming.presumed else ""
        yield "Date", Text(say_day(coming.date) + note)
    elif coming.official is not None:
        late = ", which has passed" if coming.overdue else ""
        yield "Announced", Text(say(coming.official) + late)
    if coming.window is not None:
        window = coming.window
        yield "Estimated", Text(f"{percent(window.level)} likely: {say_range(window.start, window.end)}")
        if unless := unless_out(window.elapsed):
            yield "", Text(unless)
        yield "", TimelineBar(window.quantiles, report.as_of)
    if coming.countdown is not None:
        yield "Countdown", Text(coming.countdown.words, style="bold")
    if explain and coming.window is not None:
        yield "Because", Text("\n".join(map(one_line, coming.window.because)))


def _cast(report: Report) -> Text:
    text = Text()
    for index, face in enumerate(report.cast):
        text.append(", " if index else "")
        text.append(one_line(face.actor), style="bold" if face.new else "")
        role = f" as {one_line(face.character)}" if face.character else ""
        text.append(f"{role}{' (new)' if face.new else ''}")
    return text


def _evidence(report: Report) -> RenderableType:
    told = [
        claim for claim, counted in report.evidence if counted and _about_next(claim, report) and claim.kind != "cast"
    ]
    shown = _Claims(
        [(_day(claim), Text(one_line(claim_words(claim))), _source(claim)) for claim in told[-MOST_EVIDENCE:]]
    )
    left = len(report.evidence) - min(len(told), MOST_EVIDENCE)
    more = f"{left} more: showstatus check {one_line(report.show.slug)} --json"
    return Group(shown, Text(more, style="dim")) if left else shown


class _Claims:
    """Claims side by side: day, words, source; below each other where there is little room."""

    def __init__(self, rows: Sequence[tuple[str, Text, Text]]) -> None:
        self._rows = rows

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if options.max_width < NARROW:
            for day, words, source in self._rows:
                source.stylize("dim")
                yield Text.assemble(f"{day}: ", words, " (", source, ")", overflow="fold")
            return
        table = Table.grid(padding=(0, 2))
        table.add_column(no_wrap=True)
        table.add_column(overflow="fold")
        table.add_column(overflow="fold", style="dim")
        for row in self._rows:
            table.add_row(*row)
        yield table


def _day(claim: Claim) -> str:
    """When a claim was made; a premiere that does not say so is told by its own day."""
    date = claim.on or (claim.value if claim.kind in ("premiered", "finale") else None)
    return say(date) if date is not None else "undated"


def _about_next(claim: Claim, report: Report) -> bool:
    """Whether a claim bears on the question: it decides, or it is about what comes or was asked."""
    subject = report.next.instalment.season if report.next is not None else None
    if report.status.claim is not None and claim.id == report.status.claim.id:
        return True
    seasons_named = [instalment.season for instalment in claim.instalments]
    if subject is not None:
        return subject in seasons_named
    return claim.rule.nature == "decision" or (
        bool(seasons_named) and seasons_named[-1].number == max(report.status.aired, default=0)
    )


def _source(claim: Claim) -> Text:
    url = web_link(claim.url)
    return Text(one_line(source_words(claim)), style=Style(link=url) if url is not None else "")


def _told(claim: Claim) -> str:
    return one_line(f"{claim_words(claim)} ({source_words(claim)})")


def _freshness(report: Report) -> Text:
    fresh = report.freshness
    if fresh.last_checked is None:
        return Text("this registry does not say how far it reaches")
    text = Text(say_day(fresh.last_checked))
    if fresh.age_days:
        text.append(f", {counted(fresh.age_days, 'day')} before {say_day(report.as_of)}")
    if fresh.stale:
        text.append(" (stale)", style="yellow")
    return text
