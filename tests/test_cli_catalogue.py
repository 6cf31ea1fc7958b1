"""`catalogue` as a command: what it says, how it bears being killed, and a file that is damaged."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from tests.cataloguing import file_of, hold, listed
from tests.cli import Cli, Done
from tests.refreshing import interrupted
from tests.standin import PAGE, Fault, StandIn


def fill(standin: StandIn, pages: int) -> None:
    """Make two shows of each of so many pages."""
    for number in (page * PAGE + place for page in range(pages) for place in (1, 2)):
        standin.add(number, f"Show {number}")


def pull(cli: Cli, standin: StandIn, *words: str) -> Done:
    return cli.ok("catalogue", "pull", *words, **cli.online(standin.url))


def test_a_pull_and_an_update_tell_what_there_is(cli: Cli, standin: StandIn) -> None:
    fill(standin, 2)
    told = pull(cli, standin)

    assert "The catalogue has 4 shows as of 11 January 2023, in 1 MB.\n" == told.out
    assert "showstatus: Data: TVmaze.com (CC BY-SA).\n" == told.err
    assert [0, 1, 2] == standin.index_pages
    told = cli.ok("catalogue", "status")
    assert {"path": str(file_of(cli)), "shows": "4", "day": "2023-01-11", "next_page": ""}.items() <= told.pairs.items()
    standin.add(700, "Brand New")
    done = cli.ok("catalogue", "update", "--json", **cli.online(standin.url)).document
    assert ("updated", 5, 1) == (done["action"], done["shows"], done["came"])
    told = cli.ok("catalogue", "update", "--quiet", **cli.online(standin.url))
    assert ("", "") == (told.out, told.err)


def test_before_a_pull_the_next_step_is_told(cli: Cli, standin: StandIn) -> None:
    assert "There is no catalogue yet; showstatus catalogue pull brings it.\n" == cli.terminal("catalogue", "status")
    told = cli.fails(1, "catalogue", "update", **cli.online(standin.url))
    assert "The catalogue is not there yet; showstatus catalogue pull brings it." in told
    assert "it is pull, update, status." in cli.fails(2, "catalogue", "frob")
    cli.fails(2, "catalogue", "pull", "--fields", "frob", **cli.online(standin.url))
    assert "catalogue pull needs a connection, and this run is offline" in cli.fails(5, "catalogue", "pull")
    assert [] == standin.requests


def test_an_answer_that_cannot_be_used_is_5_and_one_line(cli: Cli, standin: StandIn) -> None:
    told = cli.fails(5, "catalogue", "pull", **cli.online(standin.url))

    assert "TVmaze answered that it has no list of shows. Nothing came; try again later." in told


def test_a_killed_pull_goes_on_at_the_page_it_had_reached(cli: Cli, standin: StandIn) -> None:
    fill(standin, 5)
    process = stalled_at_page(cli, standin, 3)
    assert ["Show 501"] == [row[2] for row in cli.ok("search", "show 501").rows], "what came is of use at once"
    told = cli.fails(1, "catalogue", "pull", **cli.online(standin.url))
    assert "The catalogue is being brought by another run; try again when it is done." in told
    process.kill()
    process.communicate(timeout=60)
    shown = " ".join(cli.terminal("catalogue", "status").split())
    assert "6 shows, in 1 MB. A pull has come to page 3; showstatus catalogue pull goes on there." in shown

    told_then = pull(cli, standin, "--json").document
    assert (10, None, 4) == (told_then["shows"], told_then["next_page"], told_then["came"])
    assert [0, 1, 2, 3, 3, 4, 5] == standin.index_pages


def test_ctrl_c_keeps_what_came_and_says_so(cli: Cli, standin: StandIn) -> None:
    fill(standin, 3)
    process = stalled_at_page(cli, standin, 2)
    out, err = interrupted(process)

    assert (130, b"") == (process.returncode, out)
    assert b"showstatus: 4 shows are kept; catalogue pull goes on from there.\nshowstatus: Interrupted.\n" == err


def stalled_at_page(cli: Cli, standin: StandIn, page: int) -> subprocess.Popen[bytes]:
    """A pull that waits for the answer to this page."""
    asked = threading.Event()

    def stall(_: BaseHTTPRequestHandler) -> None:
        asked.set()
        threading.Event().wait(60)

    answer = standin.answer

    def answered(path: str, etag: str | None = None) -> Fault:
        return Fault(serve=stall) if path == f"/shows?page={page}" and not asked.is_set() else answer(path, etag)

    standin.answer = answered  # type: ignore[method-assign]
    process = subprocess.Popen(
        cli.command("catalogue", "pull"),
        env=cli.env(**cli.online(standin.url)), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert asked.wait(60)
    return process


def test_a_damaged_catalogue_is_put_aside_and_commands_do_without(cli: Cli) -> None:
    file_of(cli).parent.mkdir(parents=True)
    file_of(cli).write_bytes(b"x" * 5000)

    told = cli.ok("search", "heartstopper")
    assert ["heartstopper"] == [row[0] for row in told.rows]
    aside = f"{file_of(cli)}.unusable"
    assert (
        f"showstatus: The catalogue {file_of(cli)} cannot be used (file is not a database); "
        f"it was moved to {aside}, and showstatus catalogue pull makes it anew.\n"
    ) == told.err
    assert os.path.exists(aside)
    assert "" == cli.ok("search", "heartstopper").err


@pytest.mark.parametrize(
    ("code", "words"), [(0, ("search", "show")), (3, ("check", "shov 1")), (1, ("catalogue", "pull"))]
)
def test_damage_inside_is_one_line_as_well(cli: Cli, standin: StandIn, code: int, words: tuple[str, ...]) -> None:
    fill(standin, 1)
    hold(cli, (listed(number, f"Show {number}") for number in range(1, PAGE)))
    connection = sqlite3.connect(file_of(cli), isolation_level=None)
    for table in ("word_data", "gram_data"):  # of which the full-text index is made
        connection.execute(f"DELETE FROM {table}")
    connection.close()

    done = cli.run(*words, **cli.online(standin.url))
    assert code == done.code
    told = [line for line in done.err.splitlines() if "The catalogue" in line]
    assert ["showstatus catalogue pull makes it anew."] == [line.partition(", and ")[2] for line in told]
    assert not file_of(cli).exists()


def test_one_of_another_version_is_put_aside_and_pulled_anew(cli: Cli, standin: StandIn) -> None:
    fill(standin, 1)
    hold(cli, [listed(1, "Old")])
    connection = sqlite3.connect(file_of(cli))
    connection.execute("PRAGMA user_version = 77")
    connection.close()

    told = pull(cli, standin)
    assert "(it is of another version of showstatus); it was moved to" in told.err
    assert "The catalogue has 2 shows" in told.out


def test_hostile_names_are_cleaned(cli: Cli, standin: StandIn) -> None:
    standin.add(1, "Bad\x1b[2J \u202eSisters\n\x07")
    pull(cli, standin)

    assert "Bad [2J Sisters" == cli.ok("search", "bad").rows[0][2]
    assert "“Bad [2J Sisters (2021, Netflix)”" in cli.fails(3, "check", "bad 2j sistrs")


def test_memory_does_not_grow_with_the_number_of_pages(tmp_path: Path, standin: StandIn) -> None:
    few, many = 3, 18  # as many as may be asked for without waiting
    for number in range(1, many * PAGE):
        standin.add(number, f"Show {number}", summary="x" * 3000)
    every = standin.shows
    standin.shows = {number: show for number, show in every.items() if number < few * PAGE}
    least = peak(tmp_path / "few", standin)
    standin.shows = every
    most = peak(tmp_path / "many", standin)

    assert most - least < 8_000_000, "fifteen pages more, of some 900,000 bytes each"
    assert most < 150_000_000


PEAK = """
import resource, subprocess, sys
code = subprocess.call(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(code)
"""


def peak(folder: Path, standin: StandIn) -> int:
    """How many bytes a pull takes at most.

    What a process took is counted together with what the one took that made it, so a small one stands between.
    """
    folder.mkdir()
    cli = Cli(folder)
    words = [sys.executable, "-c", PEAK, *cli.command("catalogue", "pull", "--quiet")]
    done = subprocess.run(words, env=cli.env(**cli.online(standin.url)), capture_output=True, timeout=120, check=True)
    return int(done.stdout) * (1 if sys.platform == "darwin" else 1024)
