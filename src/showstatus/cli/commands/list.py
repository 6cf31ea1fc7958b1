"""`showstatus list`: the shows you follow, with how each stands."""

from __future__ import annotations

import datetime as dt

from showstatus.claims import DECISIONS
from showstatus.cli.command import Command, Example, Option
from showstatus.cli.listing import FORMAT, ORDERS, Row, attribution, public, rows, show_templated
from showstatus.cli.session import Session
from showstatus.names import fold

COMMAND = Command(
    "list",
    "The shows you follow, and how each stands.",
    "Before you follow any show, the shipped ones are listed. A filter value that nobody has gives an empty list. At a "
    "terminal they stand in groups: on now, this week (today and six days more), this month, later this year, next "
    "year, some day, not decided, ended or decided against; with --sort in one table.",
    (),
    (
        Option("--decision", "Only shows with this decision.", "DECISION", choices=DECISIONS, many=True),
        Option("--platform", "Only shows on this platform.", "NAME", many=True),
        Option("--tag", "Only shows with this tag.", "TAG", many=True),
        Option("--before", "Only what may come before this day.", "DAY"),
        Option("--after", "Only what may come on or after this day.", "DAY"),
        Option("--sort", "In which order.", "ORDER", choices=tuple(ORDERS)),
        FORMAT,
    ),
    examples=(
        Example("list", "see what you follow, in groups by when it comes"),
        Example("list --platform Netflix --decision renewed", "see only some"),
        Example("list --before 2027-07-01 --sort countdown", "see what may come before a day, the soonest first"),
    ),
)


def run(
    session: Session,
    *,
    decision: list[str],
    platform: list[str],
    tag: list[str],
    before: str | None,
    after: str | None,
    sort: str | None,
    format: str | None,  # noqa: A002 - the option's name
) -> int:
    """List the shows that pass every filter."""
    homes, tags = set(map(fold, platform)), set(map(fold, tag))
    first, last = _day(session, after), _day(session, before)
    kept = [
        row
        for row in rows(session)
        if (not decision or row["decision"] in decision)
        and (not homes or fold(row["platform"] or "") in homes)
        and (not tags or tags & set(map(fold, row["tags"])))
        and _comes(row, first, last)
    ]
    kept.sort(key=ORDERS[sort or "title"])
    if format is not None:
        show_templated(session, kept, format)
    else:
        _print(session, kept, grouped=sort is None)
    return 0


def _print(session: Session, kept: list[Row], *, grouped: bool) -> None:
    """Print rows of shows in the form that was asked for."""
    if session.json:
        from showstatus.views.json_doc import list_document, picked

        document = list_document([public(row) for row in kept], session.as_of, attribution(kept))
        session.output.document(picked(document, session.fields, within="shows"))
    elif session.output.is_terminal and grouped:
        from showstatus.agenda import GROUPS, group
        from showstatus.views.table import foot, list_groups

        groups: dict[str, list[Row]] = {name: [] for name in GROUPS}
        for row in sorted(kept, key=ORDERS["countdown"]):
            groups[group(row, session.as_of)].append(row)
        session.output.show(list_groups(groups), *foot(attribution(kept)))
    elif session.output.is_terminal:
        from showstatus.views.table import foot, list_table

        session.output.show(list_table(kept), *foot(attribution(kept)))
    else:
        from showstatus.views.lines import list_lines

        session.output.lines(list_lines(kept))


def _day(session: Session, text: str | None) -> str | None:
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text).isoformat()
    except ValueError:
        from showstatus.spoken import hear

        return hear(text, session.as_of).start.isoformat()


def _comes(row: Row, after: str | None, before: str | None) -> bool:
    """Whether what comes next may come in a half-open range of days; a show without a date passes no such filter."""
    if after is None and before is None:
        return True
    start, end = row["date"] or row["window_start"], row["date"] or row["window_end"]
    return bool(start) and (after is None or end >= after) and (before is None or start < before)
