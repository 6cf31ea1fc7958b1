"""TV Time: the zip of personal data that it sent out before it closed in July 2026, or single tables of it.

The zip holds tokens, addresses and more that is private; `MEMBERS` are all that is ever opened. What is assumed, as
read off what people wrote of such zips and off real headers:

- Ids of shows (`s_id`, `tv_show_id`) are those of TheTVDB.
- In the newest table the rows whose `key` begins with “user-series” tell how a person stands to a show, those that
  begin with “watch-episode” tell of single episodes.
- Older tables may lack the names of shows.
- An archived show is one that was given up; one kept for later is one that is meant to be seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from showstatus.imports.listed import Listed, ids_of
from showstatus.imports.texts import Row, is_true
from showstatus.untrusted import a_name, an_id

MEMBERS = ("tracking-prod-records-v2.csv", "followed_tv_show.csv", "user_tv_show_data.csv")
"""The tables that are read, the best first: of two that speak of one show the first decides."""


def members(names: Sequence[str]) -> list[str]:
    """Which members of a zip are read, in order; none where it is not from TV Time."""
    found = {name.rpartition("/")[2]: name for name in names if not name.startswith("__MACOSX/")}
    return [found[name] for name in MEMBERS if name in found]


def fits(columns: frozenset[str]) -> bool:
    """Whether a table is one of these."""
    return {"key", "s_id", "series_name"} <= columns or "tv_show_id" in columns


def read(rows: Iterable[Row]) -> Iterable[Listed]:
    """The shows of the tables, one after another in the order of `MEMBERS`."""
    titles: dict[int, str] = {}
    followed: dict[int, bool | None] = {}
    for row in rows:
        number = an_id(row.get("s_id") or row.get("tv_show_id"))
        if number is None:
            continue
        title = a_name(row.get("series_name") or row.get("tv_show_name"))
        if title is not None:
            titles.setdefault(number, title)
        if followed.setdefault(number, None) is None:
            followed[number] = _follows(row)
    for number, follows in followed.items():
        yield Listed(title=titles.get(number), ids=ids_of(tvdb=number), followed=bool(follows))


def _follows(row: Mapping[str, str]) -> bool | None:
    """Whether a row says that the show is followed; None where it does not speak of that."""
    if "key" in row and not row["key"].startswith("user-series"):
        return None
    archived = is_true(row.get("is_archived") or row.get("archived"))
    if "is_followed" in row:
        return (is_true(row["is_followed"]) or is_true(row.get("is_for_later"))) and not archived
    return not archived if "archived" in row else None
