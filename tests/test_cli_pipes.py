"""Forms of an answer: plain lines in a pipe, whatever the width; colour only where somebody wants it."""

from __future__ import annotations

import datetime as dt
import re
from functools import partial

import pytest

from showstatus.views.lines import LIST_COLUMNS
from tests.cli import SHIPPED, Cli, plain, together

LONG = "A Very Long Title Indeed, " * 10 + "進撃の巨人"
WIDE = (
    SHIPPED
    + f"""
[show.long]
title = "{LONG}"
platform = "Somewhere"
"""
)
READING = ("check heartstopper", "list", "next", "log heartstopper", "open heartstopper --print", "doctor", "path")


@pytest.mark.parametrize("columns", ["20", "60", "200", None])
def test_a_piped_list_is_complete_at_any_width(cli: Cli, columns: str | None) -> None:
    cli.ship(WIDE)
    cli.write('[show.long]\ntags = ["one", "two"]\nfollowed = false\n')
    done = cli.ok("list", COLUMNS=columns)
    assert {len(LIST_COLUMNS)} == set(map(len, done.rows))
    assert ["GLOW", "Heartstopper", "House of the Dragon", "Severance", "The Office", "The Office"] == [
        row[1] for row in done.rows if row[0] != "long"
    ]
    assert ["long", LONG, "", "Somewhere", "unknown"] == next(row[:5] for row in done.rows if row[0] == "long")
    assert "one,two" == next(row[LIST_COLUMNS.index("tags")] for row in done.rows if row[0] == "long")
    assert "\x1b" not in done.out


def test_a_piped_list_has_no_header_and_iso_dates(cli: Cli) -> None:
    row = dict(zip(LIST_COLUMNS, next(row for row in cli.ok("list").rows if row[0] == "heartstopper"), strict=True))
    assert ("renewed", "wrapped", "2,3", "season", "2", "no") == (
        row["decision"],
        row["stage"],
        row["confirmed_seasons"],
        row["next_kind"],
        row["next_number"],
        row["overdue"],
    )
    assert dt.date.fromisoformat(row["window_start"]) < dt.date.fromisoformat(row["window_end"])


def test_the_first_columns_stay_where_they_are() -> None:
    promised = (
        "slug", "title", "qualifier", "platform", "decision", "stage", "confirmed_seasons", "next_kind", "next_number",
        "next_part", "next_title", "date", "window_start", "window_end", "basis", "countdown_days", "overdue", "tags",
    )  # fmt: skip
    assert promised == LIST_COLUMNS[: len(promised)]


def test_piped_next_has_the_columns_of_list(cli: Cli) -> None:
    coming = cli.ok("next").rows
    assert coming
    assert all(row in cli.ok("list").rows for row in coming)


def test_a_piped_check_is_keys_and_values(cli: Cli) -> None:
    done = cli.ok("check", "heartstopper", "--season", "2", "--explain", COLUMNS="20")
    assert all(re.fullmatch(r"[a-z_]+\t\S.*", line) for line in done.out.splitlines())
    assert ("renewed", "2022-05-20", "Netflix", "2,3", "1", "season 2", "wrapped", "2023-01-11", "no") == tuple(
        done.pairs[key]
        for key in (
            "decision", "decided_on", "decided_by", "confirmed_seasons", "aired_seasons", "next", "stage",
            "last_checked", "stale",
        )
    )  # fmt: skip
    assert "because" in done.pairs


def test_a_piped_log_is_dated_transitions(cli: Cli) -> None:
    rows = cli.ok("log", "heartstopper").rows
    assert ["2022-05-20", "decision", "", "pending", "renewed", "https://example.org/renewed"] in rows
    assert sorted(rows) == sorted(rows, key=lambda row: row[0])
    assert {6} == set(map(len, rows))


@pytest.mark.parametrize("line", READING)
def test_nothing_piped_is_coloured(cli: Cli, line: str) -> None:
    environs: tuple[dict[str, str], ...] = (
        {},
        {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
        {"NO_COLOR": "1"},
        {"FORCE_COLOR": ""},
    )
    done = together(*(partial(cli.ok, *line.split(), **environ) for environ in environs))
    assert [] == [one.out for one in done if "\x1b" in one.out]


@pytest.mark.parametrize("line", ["check heartstopper", "list", "next", "log heartstopper"])
def test_the_look_of_a_terminal_can_be_had_in_a_pipe(cli: Cli, line: str) -> None:
    words, piped = line.split(), cli.ok(*line.split()).out
    coloured = cli.ok(*words, "--color", "always").out
    assert "\x1b[" in coloured
    assert "\t" not in plain(coloured)
    assert _unlinked(coloured) == _unlinked(cli.ok(*words, FORCE_COLOR="1").out)
    assert _unlinked(coloured) == _unlinked(cli.ok(*words, SHOWSTATUS_COLOR="always").out)
    assert _unlinked(coloured) == _unlinked(cli.ok(*words, "--color", "always", NO_COLOR="1", TERM="dumb").out)
    assert piped == cli.ok(*words, "--color", "never", FORCE_COLOR="1").out
    assert piped == cli.ok(*words, FORCE_COLOR="1", NO_COLOR="1").out
    assert piped == cli.ok(*words, FORCE_COLOR="0").out


def _unlinked(drawing: str) -> str:
    """A drawing without the numbers that rich gives its links, which are drawn by lot."""
    return re.sub(r"\x1b\]8;id=\d+;", "\x1b]8;;", drawing)


def test_json_is_never_coloured(cli: Cli) -> None:
    for line in ("check heartstopper --json", "list --json", "schema"):
        assert "\x1b" not in cli.ok(*line.split(), "--color", "always", FORCE_COLOR="1").out


def test_in_a_pipe_columns_count_where_a_card_is_asked_for(cli: Cli) -> None:
    for columns, width in (("60", 60), ("100", 100), (None, 80), ("0", 80), ("wide", 80), ("-5", 80), ("1", 20)):
        lines = plain(cli.ok("check", "glow", "--color", "always", COLUMNS=columns).out).splitlines()
        assert width == max(map(len, lines))
