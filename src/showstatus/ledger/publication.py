"""Your claims as a registry for others: text out, the same for the same claims, in the order in which you made them.

It holds what you claim, and of each show they are about what makes it stand alone. Nothing personal (tags, notes, pins,
what you follow) and nothing that others claim goes into it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from showstatus.claims import KINDS
from showstatus.dates import parse_edtf
from showstatus.ledger.edits import claim_lines, table_lines
from showstatus.ledger.toml_format import Row
from showstatus.shows import Show

HEADER = "# Published with showstatus. To subscribe: showstatus registry add ADDRESS\n"
"""The first line of every published registry."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_KEYS = (
    "show", "kind", "season", "seasons", "part", "special", "film", "concludes", "value", "parts", "cast", "left", "on",
    "platform", "by", "reports", "url", "said", "rank",
)  # fmt: skip
"""The keys of a claim, in the order in which people read them."""


class Told(NamedTuple):
    """A show, and what is published about it."""

    show: Show
    claims: Sequence[Row]


def publishable(claims: Sequence[Row]) -> list[Row]:
    """The claims of one show that mean something to others: taking back what somebody else claims does not."""
    ids = {row["id"] for row in claims}
    return [row for row in claims if row["kind"] != "withdrawn" or row["value"] in ids]


def published(told: Iterable[Told], checked: str | None, day: dt.date) -> str:
    """The text of the registry.

    `checked`, in EDTF, is how far your knowledge reaches; without it, to the newest claim that was made by `day`.
    """
    told = sorted(told, key=lambda one: one.show.slug)
    reach = checked or _newest((row for one in told for row in one.claims), day)
    text = HEADER + (f"{_checked(reach)}\n" if reach is not None else "")
    for one in told:
        blocks = [table_lines("show", one.show.slug, dict(_show(one.show)))]
        blocks += [claim_lines(_claim(row)) for row in one.claims]
        text += "".join("\n" + "".join(f"{line}\n" for line in lines) for lines in blocks)
    return text


def _show(show: Show) -> Iterator[tuple[str, object]]:
    for key in ("title", "qualifier", "aliases", "continues", "platform", "country", "genres", "release", "ids"):
        value = getattr(show, key)
        if value:
            yield key, value


def _claim(row: Row) -> dict[str, object]:
    table = dict(row)
    if len(table.get("seasons", ())) == 1:
        (table["season"],) = table.pop("seasons")
    if "on" in table:
        table["on"] = _date(table["on"])
    if KINDS[row["kind"]].value not in ("count", "claim") and "value" in table:
        table["value"] = _date(table["value"])
    return {key: table[key] for key in _KEYS if key in table}


def _date(edtf: str) -> str | dt.date:
    """A date as TOML has it: a full day is one, anything else a text."""
    return dt.date.fromisoformat(edtf) if _DAY.fullmatch(edtf) else edtf


def _checked(edtf: str) -> str:
    return f"checked = {edtf}" if _DAY.fullmatch(edtf) else f'checked = "{edtf}"'


def _newest(rows: Iterable[Row], day: dt.date) -> str | None:
    said = (parse_edtf(row["on"]).last for row in rows if "on" in row)
    newest = max((last for last in said if last <= day), default=None)
    return newest.isoformat() if newest is not None else None
