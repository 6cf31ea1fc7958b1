"""What goes down a pipe: tab-separated text, ISO dates, no header, nothing cut off, one record a line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from showstatus.dates import ONE_DAY
from showstatus.views.plain import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from showstatus.agenda import Agenda, Chance, Event
    from showstatus.claims import Problem
    from showstatus.history import Slip, Transition
    from showstatus.report import Report

LIST_COLUMNS = (
    "slug", "title", "qualifier", "platform", "decision", "stage", "confirmed_seasons", "next_kind", "next_number",
    "next_part", "next_title", "date", "window_start", "window_end", "basis", "countdown_days", "overdue", "tags",
)  # fmt: skip
"""The columns of `list` and `next` in a pipe, in order; more may be added behind them."""


CHANGE_STATES = {False: "made", True: "taken back"}
"""What `undo --list` says of a change, by whether it was undone."""


def field(value: object) -> str:
    """One value as a field of a line: lists are joined by commas, nothing is empty, true is “yes”."""
    if value is None:
        return ""
    if value is True or value is False:
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return ",".join(field(item) for item in value)
    return one_line(str(value))


def records(rows: Iterable[Sequence[object]]) -> str:
    """Rows as tab-separated lines."""
    return "".join("\t".join(map(field, row)) + "\n" for row in rows)


def list_lines(rows: Iterable[Mapping[str, object]]) -> str:
    """`list` and `next` in a pipe."""
    return records([row[column] for column in LIST_COLUMNS] for row in rows)


def search_lines(rows: Iterable[Mapping[str, object]]) -> str:
    """`search` in a pipe: slug, id, title, year, platform, country, url, followed."""
    return records(
        [row[column] for column in ("slug", "id", "title", "year", "platform", "country", "url", "followed")]
        for row in rows
    )


def check_lines(report: Report) -> str:
    """`check` in a pipe: one ``key<TAB>value`` a line; a key without a value is left out."""
    stand, coming = report.status, report.next
    pairs: list[tuple[str, object]] = [
        ("answer", report.answer),
        ("show", report.show.display),
        ("slug", report.show.slug),
        ("platform", report.show.platform),
        ("decision", stand.decision),
        ("decided_on", report.decided_on),
        ("decided_by", report.decided_by),
        ("confirmed_seasons", stand.confirmed or None),
        ("aired_seasons", stand.aired or None),
    ]
    if coming is not None:
        pairs += [
            ("next", str(coming.instalment)),
            ("stage", coming.stage),
            ("official", coming.official),
            ("date", coming.date),
        ]
        if coming.window is not None:
            pairs += [
                ("window_start", coming.window.start),
                ("window_end", coming.window.end - ONE_DAY),
                ("window_median", coming.window.median),
            ]
        if coming.countdown is not None:
            pairs += [("min_days", coming.countdown.min_days), ("max_days", coming.countdown.max_days)]
        if coming.overdue:
            pairs.append(("overdue", True))
    if report.odds is not None:
        pairs += [("odds", report.odds.probability), ("odds_months", report.odds.horizon_months)]
    pairs += [("last_checked", report.freshness.last_checked), ("stale", report.freshness.stale)]
    pairs += [("tags", report.show.tags or None), ("note", report.show.note)]
    return records((key, value) for key, value in pairs if value is not None)


def explain_lines(report: Report) -> str:
    """The arithmetic of the estimate, one ``because<TAB>sentence`` a line."""
    window = report.next.window if report.next is not None else None
    return records(("because", sentence) for sentence in (window.because if window is not None else ()))


def log_lines(transitions: Iterable[Transition]) -> str:
    """`log` in a pipe: day, what changed, of what, before, after, the pages behind it."""
    return records(
        (
            transition.day,
            transition.what,
            transition.about,
            transition.before,
            transition.after,
            [claim.url for claim in transition.claims if claim.url],
        )
        for transition in transitions
    )


def slip_lines(slips: Iterable[Slip]) -> str:
    """`log --slips` in a pipe: day, of what, before, after, days."""
    return records((slip.day, slip.about, slip.before, slip.after, slip.days) for slip in slips)


SPAN_COLUMNS = (
    "slug", "title", "qualifier", "what", "kind", "number", "part", "instalment_title", "start", "end",
    "starts_on_day", "ends_on_day",
)  # fmt: skip
"""The columns of `timeline` in a pipe, in order."""
CALENDAR_COLUMNS = (
    "start", "end", "what", "chance", "slug", "title", "qualifier", "kind", "number", "part", "instalment_title",
)  # fmt: skip
"""The columns of `calendar` in a pipe, in order; what is estimated has the month as its days, and its chance."""
BINGE_COLUMNS = (
    "slug", "title", "qualifier", "kind", "number", "part", "instalment_title", "date", "start", "end", "basis",
    "min_days", "max_days", "because",
)  # fmt: skip
"""The columns of `binge` in a pipe, in order."""


def timeline_lines(rows: Iterable[Mapping[str, Any]]) -> str:
    """`timeline` in a pipe: one span a line."""
    return records(
        (*_name(row), span["what"], *_which(span), *(span[column] for column in SPAN_COLUMNS[-4:]))
        for row in rows
        for span in row["spans"]
    )


def calendar_lines(month: Agenda) -> str:
    """`calendar` in a pipe: certain days first, then what may come."""
    certain = [(event.day, event.day, event.what, 1, *_whose(event)) for event in month.events]
    first, last = month.start, month.end - ONE_DAY
    return records([*certain, *((first, last, "window", round(c.probability, 4), *_whose(c)) for c in month.chances)])


def binge_lines(rows: Iterable[Mapping[str, Any]]) -> str:
    """`binge` in a pipe: one show a line."""
    told = [(row, row["all_out"]) for row in rows if row["all_out"] is not None]
    return records(
        (
            *_name(row),
            *_which(found),
            *(found[column] for column in BINGE_COLUMNS[7:11]),
            found["countdown"]["min_days"],
            found["countdown"]["max_days"],
            found["because"],
        )
        for row, found in told
    )


def _name(row: Mapping[str, Any]) -> tuple[object, ...]:
    return row["slug"], row["title"], row["qualifier"]


def _which(row: Mapping[str, Any]) -> tuple[object, ...]:
    return row["kind"], row["number"], row["part"], row["title"]


def _whose(item: Event | Chance) -> tuple[object, ...]:
    which = item.span.instalment
    return (*_name(item.show), which.kind, which.number or None, which.part or None, which.title or None)


def problem_lines(problems: Iterable[Problem]) -> str:
    """`doctor`: one ``path:line: severity: message`` a line, as editors read it."""
    return "".join(
        one_line(f"{found.path}:{f'{found.line}:' if found.line is not None else ''} {found.severity}: {found.message}")
        + "\n"
        for found in problems
    )
