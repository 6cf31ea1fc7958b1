"""`showstatus export FORMAT [SHOW…]`: what you follow, for other programs."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from showstatus.cli.command import Argument, Command, Example, Option
from showstatus.cli.listing import attribution, follows_any, row_of
from showstatus.cli.session import Session
from showstatus.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from showstatus.ledger.book import Entry
    from showstatus.report import Report

FORMATS = {
    "ics": "a calendar feed, RFC 5545",
    "csv": "a table",
    "md": "a Markdown table",
    "json": "each show as check --json tells it",
    "toml": "a registry that gives the same answers elsewhere",
}
COMMAND = Command(
    "export",
    "What you follow as a calendar, a table, JSON, or a registry for another machine.",
    f"FORMAT is one of: {', '.join(f'{name} ({what})' for name, what in FORMATS.items())}. "
    "Without SHOW it is what you follow; before you follow any show, all that are known. --fields picks columns of csv "
    "and fields of json.",
    (
        Argument("format", f"{', '.join(FORMATS)}.", choices=tuple(FORMATS)),
        Argument("shows", "Only these shows.", is_show=True, many=True, required=False),
    ),
    (
        Option("--all", "All shows that are known, followed or not."),
        Option("--output", "Write to this file; it is replaced as a whole, and only where it changed.", "FILE"),
    ),
    examples=(
        Example("export ics --output shows.ics", "feed a calendar"),
        Example("export csv", "open what you follow in a spreadsheet"),
        Example("export toml --output shows.toml", "take what you follow to another machine"),
    ),
)


def run(session: Session, *, format: str, shows: list[str], all: bool, output: str | None) -> int:  # noqa: A002 - their names
    """Write the export to stdout or to a file."""
    make = _MAKERS.get(format)
    if make is None:
        raise UsageError(f"There is no format “{format}”; the formats are {', '.join(FORMATS)}.")
    if session.json and format != "json" and not (format == "csv" and session.fields):
        raise UsageError(f"export {format} makes no JSON; ask for export json.")
    data = make(session, _entries(session, shows, everything=all))
    if output is None:
        session.output.raw(data)
    else:
        import os

        from showstatus.cli.clock import seconds
        from showstatus.replacing import remove_leftovers, replace

        path = os.path.abspath(os.path.expanduser(output))
        session.spare_registries(path)
        real = os.path.realpath(path)
        remove_leftovers(os.path.dirname(real), seconds(), os.path.basename(real))
        replace(path, data)
    return 0


def _entries(session: Session, names: list[str], *, everything: bool) -> list[Entry]:
    ledger = session.ledger
    if names and everything:
        raise UsageError("Name shows or ask for --all, not both.")
    if names:
        return [ledger.entry(slug) for slug in dict.fromkeys(map(ledger.resolve, names))]
    return list(ledger.entries(followed=not everything and follows_any(session)))


def _reports(session: Session, entries: list[Entry]) -> list[Report]:
    from showstatus.report import report

    return [report(entry, session.as_of) for entry in entries]


def _ics(session: Session, entries: list[Entry]) -> bytes:
    from showstatus.extras import need

    need("calendar", "icalendar")
    from showstatus.releases import releases
    from showstatus.report import attribution as asked_by
    from showstatus.views.ical import calendar, events

    day = session.as_of
    made = (events(entry.show, releases(entry, day), day, asked_by(entry.claims)) for entry in entries)
    return calendar(made, "TV shows")


def _csv(session: Session, entries: list[Entry]) -> bytes:
    from showstatus.views.lines import LIST_COLUMNS
    from showstatus.views.spreadsheet import csv_text

    for name in session.fields:
        if name not in LIST_COLUMNS:
            raise UsageError(f"There is no field “{name}”; the fields are {', '.join(LIST_COLUMNS)}.")
    rows = [row_of(made) for made in _reports(session, entries)]
    return csv_text(rows, session.fields or LIST_COLUMNS).encode()


def _md(session: Session, entries: list[Entry]) -> bytes:
    from showstatus.views.spreadsheet import markdown

    rows = [row_of(made) for made in _reports(session, entries)]
    return markdown(rows, session.as_of, attribution(rows)).encode()


def _json(session: Session, entries: list[Entry]) -> bytes:
    import json

    from showstatus.views.json_doc import export_document, picked

    document = export_document(_reports(session, entries), session.as_of)
    if entries:
        document = picked(document, session.fields, within="shows")
    return f"{json.dumps(document, ensure_ascii=False, indent=2)}\n".encode()


def _toml(_: Session, entries: list[Entry]) -> bytes:
    from showstatus.ledger.toml_writer import registry_text

    return registry_text(entries).encode()


_MAKERS: Mapping[str, Callable[[Session, list[Entry]], bytes]] = {
    "ics": _ics, "csv": _csv, "md": _md, "json": _json, "toml": _toml,
}  # fmt: skip
