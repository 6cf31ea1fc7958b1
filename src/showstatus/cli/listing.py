"""The rows that `list` and `next` share: every show as a line, kept in the store until something changes."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
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


def rows(session: Session) -> list[Row]:
    """One row a show, by slug: those the user follows, or all that are known where the user follows none."""
    followed = session.ledger.followed()
    if not followed:
        session.output.talk(
            "You follow no show yet, so these are all that are known; `showstatus add SHOW` follows one."
        )
    found: list[Row] = json.loads(session.kept("list", lambda: _made(session, followed=bool(followed))))
    return found


def _made(session: Session, *, followed: bool) -> str:
    from showstatus.report import report

    entries = session.output.progress(list(session.ledger.entries(followed=followed)), "Forecasting")
    return json.dumps([_row(report(entry, session.as_of)) for entry in entries], ensure_ascii=False)


def public(row: Row) -> dict[str, Any]:
    """A row without what only sorting needs."""
    return {key: value for key, value in row.items() if key != "updated"}


def _row(made: Report) -> dict[str, object]:
    from showstatus.report import summary

    newest = max((claim.said_on for claim, _ in made.evidence), default=None)
    return {**summary(made), "updated": newest.isoformat() if newest is not None else ""}


def _title(row: Row) -> str:
    return f"{row['title']} {row['qualifier'] or ''}".casefold()


def _newest_first(day: str) -> int:
    return -int(day.replace("-", "") or 0)
