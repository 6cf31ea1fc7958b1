"""`timeline`, `calendar`, `binge` and `next --watch` as people and programs run them."""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import termios
import time

import pytest

from showstatus.views.lines import BINGE_COLUMNS, CALENDAR_COLUMNS, LIST_COLUMNS, SPAN_COLUMNS
from tests.cli import SHIPPED, Cli, plain

DATED = (
    SHIPPED
    + """
[show.dated]
title = "Dated"
platform = "HBO"
release = "weekly"

[[claim]]
show = "dated"
kind = "premiered"
season = 1
value = 2022-01-01

[[claim]]
show = "dated"
kind = "date-announced"
season = 2
value = 2023-02-14
on = 2023-01-02
by = "HBO"

[[claim]]
show = "dated"
kind = "episodes"
season = 2
value = 3
"""
)


def _rows(cli: Cli, columns: tuple[str, ...], *words: str) -> list[dict[str, str]]:
    return [dict(zip(columns, row, strict=True)) for row in cli.ok(*words).rows]


def test_a_pipe_gets_a_line_for_each_span(cli: Cli) -> None:
    rows = _rows(cli, SPAN_COLUMNS, "timeline", "heartstopper")

    assert ["season", "filming", "window"] == [row["what"] for row in rows]
    assert ("1", "2022-04-22", "2022-04-22", "yes") == tuple(
        rows[0][key] for key in ("number", "start", "end", "starts_on_day")
    )


def test_a_time_line_can_be_cut(cli: Cli) -> None:
    cut = cli.ok("timeline", "heartstopper", "--after", "2022-05", "--before", "2023", "--json").document

    assert ["filming"] == [span["what"] for span in cut["shows"][0]["spans"]]
    assert "between --after and --before" in cli.fails(2, "timeline", "--after", "2023", "--before", "2022")
    assert "Season 1: on air" not in plain(cli.terminal("timeline", "heartstopper", "--after", "2022-12"))


def test_shows_are_drawn_in_the_order_in_which_they_are_named(cli: Cli) -> None:
    shows = cli.ok("timeline", "severance", "glow", "severance", "--json").document["shows"]

    assert ["severance", "glow"] == [show["slug"] for show in shows]


def test_the_shows_that_are_followed_share_one_axis(cli: Cli) -> None:
    cli.ok("add", "heartstopper", "glow")
    seen = plain(cli.terminal("timeline"))

    assert ("Heartstopper · Netflix · renewed · season 2, wrapped" in seen, "GLOW · Netflix · cancelled" in seen) == (
        True,
        True,
    )
    assert 1 == seen.count("▲ today")
    assert "Severance" not in seen


def test_a_month_has_certain_days_and_chances(cli: Cli) -> None:
    cli.ship(DATED)
    month = cli.ok("calendar", "February", "--json").document
    (event,) = month["events"]

    assert ("2023-02-01", "2023-02-28") == (month["start"], month["end"])
    assert ("dated", "2023-02-14", "premiere") == (event["slug"], event["day"], event["what"])
    assert {"heartstopper"} <= {one["slug"] for one in month["chances"]}
    rows = _rows(cli, CALENDAR_COLUMNS, "calendar", "2023-02")
    assert ["premiere", *["window"] * len(month["chances"])] == [row["what"] for row in rows]


@pytest.mark.parametrize(
    ("words", "start"),
    [([], "2023-01-01"), (["jan"], "2023-01-01"), (["December"], "2023-12-01"), (["march", "2024"], "2024-03-01"),
     (["2022-06"], "2022-06-01"), (["3 August 2023"], "2023-08-01")],
)  # fmt: skip
def test_a_month_is_named_as_people_name_it(cli: Cli, words: list[str], start: str) -> None:
    assert start == cli.ok("calendar", *words, "--fields", "start").document["start"]


@pytest.mark.parametrize("word", ["2023", "foo", "summer 2023", "ja"])
def test_what_is_no_month_is_refused(cli: Cli, word: str) -> None:
    assert f"“{word}” is no month" in cli.fails(2, "calendar", word)


def test_a_month_without_anything_says_so(cli: Cli) -> None:
    assert "Nothing is known to come in this month." in cli.terminal("calendar", "1999-01")


def test_binge_reckons_the_last_day(cli: Cli) -> None:
    cli.ship(DATED)
    (row,) = _rows(cli, BINGE_COLUMNS, "binge", "dated")

    assert ("2023-02-28", "reckoned", "3 episodes, one a week.") == (row["date"], row["basis"], row["because"])
    assert "about 28 February 2023" in plain(cli.terminal("binge", "dated", columns=120))


def test_binge_says_of_a_show_that_was_named_that_nothing_is_known(cli: Cli) -> None:
    assert None is cli.ok("binge", "glow", "--json").document["shows"][0]["all_out"]
    assert "not known" in cli.terminal("binge", "glow")
    assert "glow" not in [show["slug"] for show in cli.ok("binge", "--json").document["shows"]]


def test_a_list_stands_in_groups_unless_an_order_is_asked_for(cli: Cli) -> None:
    cli.ship(DATED)
    seen = plain(cli.terminal("list", columns=120)).splitlines()
    headings = [line.strip() for line in seen if line and " " * 3 not in line and not line.rstrip().endswith(".")]

    assert ["Later this year", "Not decided", "Ended or decided against"] == headings
    assert "Not decided" not in plain(cli.terminal("list", "--sort", "title"))


def test_a_pipe_gets_neither_groups_nor_figures(cli: Cli) -> None:
    titles = [row[1] for row in cli.ok("list").rows]

    assert sorted(titles, key=str.casefold) == titles
    assert {len(LIST_COLUMNS)} == set(map(len, cli.ok("next").rows))


@pytest.mark.parametrize("line", ["list", "next", "timeline", "calendar July", "binge", "export md"])
def test_whatever_shows_facts_of_tmdb_says_what_tmdb_asks_for(cli: Cli, line: str) -> None:
    cli.ok("add", "heartstopper", "severance")
    seen = " ".join(plain(cli.terminal(*line.split(), columns=200)).split())

    assert "This product uses the TMDB API but is not endorsed or certified by TMDB." in seen


# --- next --watch ---------------------------------------------------------------------------------------------------


class Screen:
    """A process at a terminal of its own, and what it has drawn."""

    def __init__(self, cli: Cli, *words: str) -> None:
        self._ours, theirs = os.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        environ = cli.env(TERM="xterm-256color", LANG="C.UTF-8")
        self.process = subprocess.Popen(
            cli.command(*words), stdin=theirs, stdout=theirs, stderr=theirs, env=environ, start_new_session=True
        )
        os.close(theirs)
        self.seen = ""

    def wait_for(self, pattern: str, seconds: float = 20) -> str:
        """Wait until something was drawn; gives what it was."""
        until = time.monotonic() + seconds
        while not (found := re.search(pattern, self.seen, re.S)):
            assert time.monotonic() < until, self.seen
            if select.select([self._ours], [], [], 0.2)[0]:
                self.seen += os.read(self._ours, 65536).decode()
        return found[0]

    def end(self, number: int) -> int:
        """Send a signal; gives the exit code, and all that was drawn is in `seen`."""
        self.process.send_signal(number)
        code = self.process.wait(timeout=20)
        while select.select([self._ours], [], [], 0.2)[0]:
            try:
                piece = os.read(self._ours, 65536)
            except OSError:
                break
            if not piece:
                break
            self.seen += piece.decode()
        os.close(self._ours)
        return code


ENTER, LEAVE = "\x1b[?1049h", "\x1b[?1049l"
CURSOR = "\x1b[?25h"


@pytest.fixture
def watching(cli: Cli) -> Screen:
    cli.ship(DATED)
    cli.ok("add", "dated", "heartstopper")
    return Screen(cli, "next", "--watch")


def test_a_watch_ticks_until_it_is_interrupted_and_gives_the_screen_back(watching: Screen) -> None:
    first = watching.wait_for(r"In 3\d days \d\d:\d\d:\d\d")
    watching.wait_for(f"{re.escape(first)}.*In 3\\d days (?!{re.escape(first[-8:])})\\d\\d:\\d\\d:\\d\\d")
    code = watching.end(signal.SIGINT)

    assert (130, 1, 1) == (code, watching.seen.count(ENTER), watching.seen.count(LEAVE))
    assert watching.seen.index(ENTER) < watching.seen.index(CURSOR) < watching.seen.index(LEAVE)
    assert watching.seen.endswith(f"{LEAVE}showstatus: Interrupted.\r\n")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_watch_that_is_ended_gives_the_screen_back(watching: Screen, number: int) -> None:
    watching.wait_for("Dated")

    assert 128 + number == watching.end(number)
    assert watching.seen.endswith(LEAVE)


def test_a_watch_that_is_suspended_gives_the_screen_back_until_it_goes_on(watching: Screen) -> None:
    watching.wait_for("Dated")
    watching.process.send_signal(signal.SIGTSTP)
    watching.wait_for(f"{re.escape(LEAVE)}$")
    os.waitid(os.P_PID, watching.process.pid, os.WSTOPPED | os.WNOWAIT)  # it has stopped: a person is no faster
    watching.process.send_signal(signal.SIGCONT)
    watching.wait_for(f"{re.escape(LEAVE)}.*{re.escape(ENTER)}.*Dated")

    assert 130 == watching.end(signal.SIGINT)


def test_a_watch_needs_a_screen(cli: Cli) -> None:
    assert "needs a terminal" in cli.fails(2, "next", "--watch")
    assert "needs a terminal" in cli.fails(2, "next", "--watch", "--color", "always")
    assert "no JSON" in cli.fails(2, "next", "--watch", "--json")


def test_what_is_typed_next_is_never_broken_within_a_word(cli: Cli) -> None:
    slug = "a-league-of-their-own-and-others"
    cli.write(f'[show.{slug}]\ntitle = "A League of Their Own and Others"\nplatform = "Paramount+"\nfollowed = false\n')

    for columns in (60, 80):
        seen = plain(cli.terminal("search", "league", columns=columns))
        assert slug in seen
        assert "Paramount+" in seen
        assert columns >= max(map(len, seen.splitlines()))


def test_a_search_for_nothing_is_a_mistake(cli: Cli) -> None:
    assert "Which title? Give it, or a part of it." in cli.fails(2, "search", " ! ")


def test_a_question_ends_in_one_full_stop_or_mark(cli: Cli) -> None:
    assert "? Try `showstatus --help`." in cli.fails(2, "chek", "heartstopper")
