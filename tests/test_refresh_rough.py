"""`refresh` where the machine is unkind: killed, interrupted, twice at once, no room, a damaged file, a wrong clock."""

from __future__ import annotations

import contextlib
import os
import signal
import sqlite3
import threading
from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from showstatus.cli.run import INTERRUPTED
from tests.cli import Cli, together
from tests.refreshing import S1, begin, follow, interrupted, refresh, streams
from tests.shells import in_shell
from tests.standin import Fault, StandIn, season

NEWS = "Show 1: renewed for season 2 (was pending).\n"


def hold(standin: StandIn, path: str) -> threading.Event:
    """Let the next question for a path wait without an answer; gives what is set once it was asked."""
    asked = threading.Event()

    def serve(handler: BaseHTTPRequestHandler) -> None:
        asked.set()
        handler.rfile.read(1)  # until the other side has gone

    standin.fails(path, Fault(serve=serve))
    return asked


def test_killed_in_the_middle_it_goes_on_where_it_was(cli: Cli, standin: StandIn) -> None:
    follow(cli, standin, 6)
    asked = hold(standin, "/shows/4")
    running = begin(cli, standin)
    assert asked.wait(30)
    running.send_signal(signal.SIGKILL)
    running.communicate()
    assert ["/shows/1", "/shows/2", "/shows/3", "/shows/4"] == standin.paths[1:]

    standin.requests.clear()
    assert ("", "") == streams(refresh(cli, standin))
    assert ["/shows/4", "/shows/5", "/shows/6"] == standin.paths[1:]


def test_interrupted_it_is_130_and_nothing_is_lost(cli: Cli, standin: StandIn) -> None:
    follow(cli, standin, 3)
    refresh(cli, standin)
    for number in (1, 2):
        standin.change(number, [S1, season(2)])
    asked = hold(standin, "/shows/2")
    running = begin(cli, standin)
    assert asked.wait(30)
    out, err = interrupted(running)
    assert (INTERRUPTED, b"", b"showstatus: Interrupted.\n") == (running.returncode, out, err)

    assert 2 == len(refresh(cli, standin).out.splitlines())


def test_of_two_at_once_one_does_the_work(cli: Cli, standin: StandIn) -> None:
    follow(cli, standin, 2)
    refresh(cli, standin)
    standin.change(1, [S1, season(2)])
    asked = hold(standin, "/shows/1")
    first = begin(cli, standin)
    assert asked.wait(30)
    online = cli.online(standin.url)

    assert ("", "") == streams(cli.ok("refresh", "--quiet", **online))
    assert "showstatus: Another refresh is running; it does the same work.\n" == cli.ok("refresh", **online).err
    assert [] == cli.ok("refresh", "--json", **online).document["changes"]
    first.kill()
    first.communicate()
    assert NEWS == refresh(cli, standin).out


def test_many_at_once_tell_each_change_once(cli: Cli, standin: StandIn) -> None:
    follow(cli, standin, 2)
    refresh(cli, standin)
    standin.change(1, [S1, season(2)])

    assert [NEWS] == [done.out for done in together(*[lambda: refresh(cli, standin)] * 4) if done.out]


def test_refreshing_and_asking_at_once_is_safe(cli: Cli, standin: StandIn) -> None:
    follow(cli, standin, 2, fetched=True)
    standin.change(1, [S1, season(2)])
    asked = [partial(cli.ok, *words) for words in (("check", "show-1"), ("list",), ("changes",))]

    assert [0] * 4 == [done.code for done in together(lambda: refresh(cli, standin), *asked)]


@pytest.mark.parametrize("room", [0, 40])
def test_a_full_disk_loses_nothing(cli: Cli, standin: StandIn, room: int) -> None:
    follow(cli, standin, 12, fetched=True)
    refresh(cli, standin)
    for number in range(1, 13):
        standin.change(number, [S1, *map(season, range(2, 40))], cast=[])
    done = in_shell(cli, f"ulimit -f {room}; showstatus refresh --quiet", **cli.online(standin.url))

    assert (1, "") == (done.code, done.out)
    assert str(cli.fetched) in done.err or "locks" in done.err
    assert "Nothing is lost" in done.err.splitlines()[-1] or room == 0
    assert "pending" == cli.ok("check", "show-12").pairs["decision"]
    assert 12 == len(refresh(cli, standin).out.splitlines())


def test_a_damaged_file_is_told_and_never_written_over(cli: Cli, standin: StandIn) -> None:
    follow(cli, standin, 1)
    cli.fetched.parent.mkdir(parents=True)
    cli.fetched.write_bytes(b"this is no database" * 1000)
    before = cli.fetched.read_bytes()

    told = cli.fails(1, "refresh", **cli.online(standin.url))
    assert f"{cli.fetched}, which holds what was fetched, cannot be used (file is not a database)" in told
    assert "cannot be used" in cli.ok("check", "glow").err
    cli.fails(1, "changes")
    assert ([], before) == (standin.requests, cli.fetched.read_bytes())
    cli.fetched.unlink()
    assert "" == refresh(cli, standin).out


@pytest.mark.parametrize("page", [1, 4, 7])
def test_a_damaged_page_is_one_line_and_the_registries_answer_alone(cli: Cli, standin: StandIn, page: int) -> None:
    follow(cli, standin, 12, fetched=True)
    content = bytearray(cli.fetched.read_bytes())
    content[page * 4096 : page * 4096 + 4096] = b"\xa5" * 4096
    cli.fetched.write_bytes(content)

    for words in (("check", "heartstopper"), ("list",)):
        done = cli.ok(*words)
        assert done.out
        assert len(done.err.splitlines()) <= 1
    for words in (("refresh", "--quiet"), ("changes",)):
        done = cli.run(*words, **cli.online(standin.url))
        assert done.code in (0, 1)
        assert len(done.err.splitlines()) <= 1


@pytest.mark.parametrize("column", ["said", "block", "claims"])
def test_a_damaged_text_is_one_line_too(cli: Cli, standin: StandIn, column: str) -> None:
    follow(cli, standin, 2, fetched=True)
    standin.change(1, [S1, season(2)])
    with contextlib.closing(sqlite3.connect(cli.fetched)) as connection, connection:
        connection.execute(f"UPDATE show SET {column} = '{{'")

    assert "a text in it is no JSON" in cli.fails(1, "refresh", **cli.online(standin.url))
    assert "Not decided" in cli.ok("check", "severance").out


def test_a_state_folder_that_may_only_be_read_is_told_and_read(cli: Cli, standin: StandIn) -> None:
    follow(cli, standin, 1)
    refresh(cli, standin)
    usual = cli.ok("check", "show-1").out
    state = (cli.fetched.parent, *cli.fetched.parent.rglob("*"))
    for path in state:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        if os.access(cli.fetched, os.W_OK):
            pytest.skip("this user may write everywhere")
        told = cli.fails(1, "refresh", **cli.online(standin.url))
        assert "Nothing was refreshed" in told
        done = cli.ok("check", "show-1", "--as-of", "2023-01-12")
        assert "working in memory" in done.err
        assert usual.partition("\n")[0] == done.out.partition("\n")[0]
        assert "" == cli.ok("changes").out
    finally:
        for path in state:
            path.chmod(0o755)


@pytest.mark.parametrize("name", ["file", "/proc/nowhere"])
def test_a_state_folder_that_cannot_be_made_is_told(cli: Cli, standin: StandIn, tmp_path: Path, name: str) -> None:
    follow(cli, standin, 1)
    (tmp_path / "file").write_text("a file")

    told = cli.fails(1, "refresh", **{**cli.online(standin.url), "XDG_STATE_HOME": str(tmp_path / name)})
    assert told.startswith("showstatus: Nothing was refreshed: ")
    assert [] == standin.requests


def test_a_clock_that_jumps_tells_nothing_twice(cli: Cli, standin: StandIn) -> None:
    follow(cli, standin, 1)
    standin.change(1, [S1, season(2, "2023-06-01", "2023-07-20", 8)])
    days = ["2023-01-11", "2023-01-10", "2031-05-01", "2023-01-12", "2023-01-12"]

    told = [refresh(cli, standin, SHOWSTATUS_AS_OF=day).out for day in days]
    assert (["", ""], ["", ""]) == (told[:2], told[3:])
    assert "dated" == cli.ok("check", "show-1", "--as-of", "2023-01-12").pairs["stage"]
    standin.change(1, [S1, season(2, "2023-08-01", "2023-09-20", 8)])
    assert "Show 1: season 2 comes on 1 August 2023 (was 1 June 2023).\n" == refresh(cli, standin).out


def test_a_clock_that_falls_back_by_years_and_is_right_again_makes_no_news(cli: Cli, standin: StandIn) -> None:
    follow(cli, standin, 1)
    standin.change(1, [S1, season(2, "2023-01-20", "2023-03-10", 8)])
    days = ["2023-01-11", "2000-01-01", "2000-01-02", "2023-01-12", "2000-01-01", "2023-01-13"]

    assert [""] * 6 == [refresh(cli, standin, SHOWSTATUS_AS_OF=day).out for day in days]
    claimed = cli.ok("check", "show-1", "--fields", "evidence").document["evidence"]
    assert [] == [claim for claim in claimed if (claim["on"] or "2023") < "2022"]
    assert "Show 1: season 2 has begun.\n" == refresh(cli, standin, SHOWSTATUS_AS_OF="2023-01-20").out
    standin.change(1, [S1, season(2, "2023-01-20", "2023-03-10", 8), season(3, "2024-01-01")])
    refresh(cli, standin, SHOWSTATUS_AS_OF="2000-01-01")
    told_once_right = refresh(cli, standin, SHOWSTATUS_AS_OF="2023-01-21").out
    assert "Show 1: season 3 confirmed.\nShow 1: season 3 comes on 1 January 2024.\n" == told_once_right


def test_a_day_that_comes_is_told_though_nothing_was_fetched(cli: Cli, standin: StandIn) -> None:
    follow(cli, standin, 1)
    standin.change(1, [S1, season(2, "2023-01-20", "2023-03-10", 8)])
    refresh(cli, standin)
    standin.requests.clear()

    assert "Show 1: season 2 has begun.\n" == refresh(cli, standin, SHOWSTATUS_AS_OF="2023-01-20").out
    assert "" == refresh(cli, standin, SHOWSTATUS_AS_OF="2023-01-21").out
    assert ["/updates/shows"] * 2 == standin.paths


def test_the_file_can_be_read_as_long_as_there_is_sqlite(cli: Cli, standin: StandIn) -> None:
    follow(cli, standin, 1)
    refresh(cli, standin)

    with contextlib.closing(sqlite3.connect(cli.fetched)) as connection:
        assert [("ok",)] == connection.execute("PRAGMA integrity_check").fetchall()
