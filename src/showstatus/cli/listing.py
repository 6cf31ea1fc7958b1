"""The rows that the commands about many shows share, kept in the store until something changes.

`list` and `next` need one line a show; `timeline` and `calendar` its spans as well, `binge` when it is all out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from showstatus.cli.command import Option
from showstatus.cli.session import Session
from showstatus.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from showstatus.report import Report

Row = Mapping[str, Any]
FAR = "9999"

ORDERS: Mapping[str, Callable[[Row], tuple[object, ...]]] = {
    "countdown": lambda row: (row["date"] or row["window_start"] or FAR, row["window_end"] or "", _title(row)),
    "title": lambda row: (_title(row),),
    "decision": lambda row: (row["decision"], _title(row)),
    "updated": lambda row: (_newest_first(row["updated"]), _title(row)),
}
"""The values of `--sort`, and what each goes by."""
FORMAT = Option("--format", "One line a show by this template: '{name}: {countdown}'.", "TEMPLATE")


def show_templated(session: Session, kept: list[Row], template: str) -> None:
    """Print rows by a template of the user's."""
    from showstatus.views.template import templated

    if session.json:
        raise UsageError("--format makes text and --json a document; ask for one of them.")
    session.output.lines(templated(kept, template, session.as_of))


def rows(session: Session, subject: str = "list") -> list[Row]:
    """One row a show, by slug: those the user follows, or all that are known where the user follows none.

    `subject` is one of `DETAILS`: it says what each row tells beside its columns in a list.
    """
    followed = follows_any(session)
    found: list[Row] = json.loads(session.kept(subject, lambda: _made(session, subject, followed=followed)))
    return found


def follows_any(session: Session) -> bool:
    """Whether the user follows any show; where not, it is said that all that are known take their place."""
    if session.ledger.followed():
        return True
    these = "so these are all that are known" if session.ledger.knows_any else "and no registry knows one"
    session.output.talk(f"You follow no show yet, {these}; `showstatus add SHOW` follows one.")
    return False


def rows_of(session: Session, subject: str, names: Sequence[str]) -> list[Row]:
    """The rows of the shows that were named, in that order; of all in the list where none was."""
    if not names:
        return sorted(rows(session, subject), key=ORDERS["countdown"])
    from showstatus.report import report

    slugs = dict.fromkeys(session.ledger.resolve(name) for name in names)
    return [row_of(report(session.ledger.entry(slug), session.as_of), subject) for slug in slugs]


def _made(session: Session, subject: str, *, followed: bool) -> str:
    from showstatus.cli.progress import Progress
    from showstatus.report import report

    with Progress("Forecasting") as bar:
        entries = bar.over(list(session.ledger.entries(followed=followed)))
        return json.dumps([row_of(report(entry, session.as_of), subject) for entry in entries], ensure_ascii=False)


def public(row: Row) -> dict[str, Any]:
    """A row as it is printed: without what sorting and the foot of a list need."""
    return {key: value for key, value in row.items() if key not in ("updated", "attribution")}


def attribution(found: Iterable[Row]) -> list[str]:
    """What the publishers of these rows' data ask to be shown with them."""
    return sorted({text for row in found for text in row["attribution"]})


def row_of(made: Report, subject: str = "list") -> dict[str, object]:
    """One show as a row, with what only sorting and the foot of a list need."""
    from showstatus.report import summary

    newest = max((claim.said_on for claim, _ in made.evidence), default=None)
    updated = newest.isoformat() if newest is not None else ""
    told = {"updated": updated, "attribution": list(made.attribution)}
    return {**summary(made), **DETAILS[subject](made), **told}


def _spans(made: Report) -> dict[str, object]:
    from showstatus.spans import span_row, spans

    return {"spans": [span_row(span) for span in spans(made)]}


def _all_out(made: Report) -> dict[str, object]:
    from showstatus.completion import all_out, all_out_row

    return {"all_out": all_out_row(all_out(made))}


DETAILS: Mapping[str, Callable[[Report], dict[str, object]]] = {
    "list": lambda _: {},
    "timeline": _spans,
    "binge": _all_out,
}
"""What rows tell beside the columns of a list, by what they are kept as."""


def _title(row: Row) -> str:
    return f"{row['title']} {row['qualifier'] or ''}".casefold()


def _newest_first(day: str) -> int:
    return -int(day.replace("-", "") or 0)
