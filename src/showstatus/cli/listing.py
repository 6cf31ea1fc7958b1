"""The rows that the commands about many shows share, kept in the store until something changes.

`list` and `next` need one line a show; `timeline` and `calendar` its spans as well, `binge` when it is all out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from showstatus.cli.session import Session

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


def rows(session: Session, subject: str = "list") -> list[Row]:
    """One row a show, by slug: those the user follows, or all that are known where the user follows none.

    `subject` is one of `DETAILS`: it says what each row tells beside its columns in a list.
    """
    followed = session.ledger.followed()
    if not followed:
        session.output.talk(
            "You follow no show yet, so these are all that are known; `showstatus add SHOW` follows one."
        )
    found: list[Row] = json.loads(session.kept(subject, lambda: _made(session, subject, followed=bool(followed))))
    return found


def rows_of(session: Session, subject: str, names: Sequence[str]) -> list[Row]:
    """The rows of the shows that were named, in that order; of all in the list where none was."""
    if not names:
        return sorted(rows(session, subject), key=ORDERS["countdown"])
    from showstatus.report import report

    slugs = dict.fromkeys(session.ledger.resolve(name) for name in names)
    return [_row(report(session.ledger.entry(slug), session.as_of), subject) for slug in slugs]


def _made(session: Session, subject: str, *, followed: bool) -> str:
    from showstatus.report import report

    entries = session.ledger.entries(followed=followed)
    return json.dumps([_row(report(entry, session.as_of), subject) for entry in entries], ensure_ascii=False)


def public(row: Row) -> dict[str, Any]:
    """A row without what only sorting needs."""
    return {key: value for key, value in row.items() if key != "updated"}


def _row(made: Report, subject: str) -> dict[str, object]:
    from showstatus.report import summary

    newest = max((claim.said_on for claim, _ in made.evidence), default=None)
    updated = newest.isoformat() if newest is not None else ""
    return {**summary(made), **DETAILS[subject](made), "updated": updated}


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
