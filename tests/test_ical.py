"""The calendar feed, read by a second parser that knows nothing of the one that wrote it."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import Any

import pytest
import vobject  # type: ignore[import-untyped]

from showstatus.releases import releases
from showstatus.views.ical import calendar, events
from tests.cli import Cli, together
from tests.registries import told

REGISTRY = """\
[show.dated]
title = "Dated"
platform = "Netflix"
[show.vague]
title = "Vague"
platform = "Netflix"
[show.doomed]
title = "Doomed; or, the “end”"
platform = "Netflix"
"""
FIRST = """
[[claim]]
show = "{slug}"
kind = "premiered"
season = 1
value = 2021-01-08

[[claim]]
show = "{slug}"
kind = "renewed"
season = 2
on = 2021-03-01
by = "Netflix"
"""
CLAIM = """
[[claim]]
show = "{slug}"
kind = "{kind}"
{rest}
on = {on}
by = "Netflix"
url = "https://example.org/{slug}/{on}"
"""
BEFORE = "2023-01-11"
AFTER = "2023-02-11"
LAST = "2023-03-11"


def _read(feed: str) -> dict[str, Any]:
    """The events of a feed by UID; each stands in it once, and the feed is one calendar."""
    (found,) = vobject.readComponents(feed)
    by_uid = {event.uid.value: event for event in getattr(found, "vevent_list", [])}
    assert len(by_uid) == len(getattr(found, "vevent_list", []))
    return by_uid


def _claim(slug: str, kind: str, on: str, rest: str = "") -> str:
    return CLAIM.format(slug=slug, kind=kind, on=on, rest=rest)


@pytest.fixture
def three(cli: Cli) -> list[dict[str, Any]]:
    """Three exports: at first; after a date moved and a window became a day; after a season was cancelled."""
    text = REGISTRY + "".join(FIRST.format(slug=slug) for slug in ("dated", "vague", "doomed"))
    text += _claim("dated", "date-announced", "2022-12-01", "season = 2\nvalue = 2023-08-03")
    text += _claim("vague", "window-announced", "2022-12-01", "season = 2\nvalue = 2023")
    text += _claim("doomed", "date-announced", "2022-12-01", "season = 2\nvalue = 2023-09-01")
    told = []
    for day, more in (
        (BEFORE, ""),
        (
            AFTER,
            _claim("dated", "date-announced", "2023-02-01", "season = 2\nvalue = 2023-10-05")
            + _claim("vague", "date-announced", "2023-02-02", "season = 2\nvalue = 2023-06-30"),
        ),
        (LAST, _claim("doomed", "cancelled", "2023-03-10")),
    ):
        text += more
        cli.write(text)
        told.append(_read(cli.ok("export", "ics", "--as-of", day).out))
    return told


def _seen(event: Any) -> tuple[dt.date, dt.date, str]:
    return event.dtstart.value, event.dtend.value, event.status.value


def test_one_event_an_instalment_over_three_exports(three: list[dict[str, Any]]) -> None:
    uids = {f"season-2.{slug}@showstatus" for slug in ("dated", "vague", "doomed")}

    assert [uids, uids, uids] == [set(export) for export in three]


def test_a_date_that_moves_keeps_its_event_and_raises_its_sequence(three: list[dict[str, Any]]) -> None:
    before, after, last = (export["season-2.dated@showstatus"] for export in three)

    assert (dt.date(2023, 8, 3), dt.date(2023, 8, 4), "CONFIRMED") == _seen(before)
    assert (dt.date(2023, 10, 5), dt.date(2023, 10, 6), "CONFIRMED") == _seen(after) == _seen(last)
    assert int(before.sequence.value) < int(after.sequence.value) == int(last.sequence.value)


def test_a_window_is_a_tentative_span_until_it_becomes_a_day(three: list[dict[str, Any]]) -> None:
    before, after, _ = (export["season-2.vague@showstatus"] for export in three)

    start, end, status = _seen(before)
    assert ("TENTATIVE", True) == (status, dt.date(2023, 1, 11) <= start < end <= dt.date(2024, 1, 1))
    assert "Vague season 2 (estimate)" == before.summary.value
    assert before.description.value.startswith("Announced for 2023. This is an estimate: 80 % likely within this span")
    assert (dt.date(2023, 6, 30), dt.date(2023, 7, 1), "CONFIRMED") == _seen(after)
    assert int(before.sequence.value) < int(after.sequence.value)


def test_a_cancelled_season_is_sent_as_cancelled(three: list[dict[str, Any]]) -> None:
    before, _, last = (export["season-2.doomed@showstatus"] for export in three)

    assert (dt.date(2023, 9, 1), dt.date(2023, 9, 2), "CANCELLED") == _seen(last)
    assert "Cancelled: Doomed; or, the “end” season 2" == last.summary.value
    assert int(before.sequence.value) < int(last.sequence.value)
    assert "https://example.org/doomed/2023-03-10" == last.url.value


def test_the_same_registry_and_day_give_the_same_bytes(cli: Cli) -> None:
    first, second = together(
        lambda: cli.ok("export", "ics", "--all", PYTHONHASHSEED="1").out,
        lambda: cli.ok("export", "ics", "--all", PYTHONHASHSEED="2").out,
    )

    assert first == second
    assert "DTSTAMP:20230111T000000Z" in first


def test_lines_are_folded_at_75_octets_and_end_as_the_rfc_asks() -> None:
    entry = told(
        'kind = "renewed", season = 2, on = 2022-05-20, by = "Netflix"', show='title = "進撃の巨人 %s"' % ("é" * 80)
    )
    day = dt.date(2022, 6, 1)
    feed = calendar([events(entry.show, releases(entry, day), day)], "x")

    assert max(len(line) for line in feed.split(b"\r\n")) <= 75
    assert b"\n" not in feed.replace(b"\r\n", b"")
    assert _read(feed.decode())["season-2.x@showstatus"].summary.value.startswith("進撃の巨人 é")


def test_a_hostile_title_stays_text() -> None:
    entry = told(
        'kind = "renewed", season = 2, on = 2022-05-20, by = "N", url = "javascript:x\\r\\nATTACH:evil"',
        show='title = "A\\r\\nEND:VEVENT\\r\\nBEGIN:VALARM"',
    )
    day = dt.date(2022, 6, 1)
    (event,) = _read(calendar([events(entry.show, releases(entry, day), day)], "x").decode()).values()

    assert "END:VEVENT" in event.summary.value
    assert {"url", "attach", "valarm"}.isdisjoint(event.contents)


def test_a_file_is_replaced_only_where_it_changed(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "feed" / "shows.ics"
    cli.ok("export", "ics", "heartstopper", "--output", str(path))
    os.utime(path, (1, 1))
    cli.ok("export", "ics", "heartstopper", "--output", str(path))
    assert 1 == path.stat().st_mtime
    cli.ok("export", "ics", "glow", "--output", str(path))

    assert 1 != path.stat().st_mtime
    assert ["shows.ics"] == os.listdir(path.parent)
