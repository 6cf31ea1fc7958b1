"""What is damaged, missing or empty: a registry ends every command with 6, a store costs only time."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import pytest

from tests.cli import SHIPPED, Cli, together
from tests.shells import in_shell

READING = ("check heartstopper", "list", "next", "log heartstopper", "open heartstopper --print", "doctor")
"""Commands that read the registries."""
CHANGING = (
    "add heartstopper", "add --new Fresh", "remove heartstopper", "claim heartstopper cancelled", "tag heartstopper x",
    "withdraw heartstopper 0123456789", "pin heartstopper ended", "note heartstopper x", "alias heartstopper x",
)  # fmt: skip
"""Commands that change the user's registry."""


@pytest.mark.parametrize("damaged", ["user", "shipped"])
def test_a_damaged_registry_is_6_for_every_command_that_reads_it(cli: Cli, damaged: str) -> None:
    broken = SHIPPED + '\n[show.new]\ntitle = "New\n'
    path = cli.shipped if damaged == "shipped" else cli.registry
    cli.write("# mine\n")
    path.write_text(broken)
    where = f"{path}, line {broken.count(chr(10))}, column 13: "
    said = together(*(partial(cli.fails, 6, *line.split()) for line in (*READING, *CHANGING)))
    assert [] == [line for line in said if where not in line]
    assert broken == path.read_text()


@pytest.mark.parametrize(
    ("content", "where"),
    [
        (b"[show.a]\n[show.a]\n", "line 2, column 8: [show.a] is defined twice"),
        (b"[show.a]\ntitle = 'x'\ntitle = 'y'\n", "line 3, column 12: this key or table is defined twice"),
        (b"[show.a\n", "line 1, column 8: "),
        (b"[show.a]\ntitle = \xff\n", "line 2, column 9: the byte 0xff is not UTF-8"),
        (b"x = " + b"[" * 5000, "brackets are nested too deep"),
        (b"\x00", "line 1, column 1: "),
    ],
)
def test_a_damaged_registry_stays_as_it_is(cli: Cli, content: bytes, where: str) -> None:
    cli.write("")
    cli.registry.write_bytes(content)
    for line in ("list", "add heartstopper"):
        assert where in cli.fails(6, *line.split())
        assert content == cli.registry.read_bytes()


def test_a_folder_or_a_loop_of_links_as_registry_is_6(cli: Cli, tmp_path: Path) -> None:
    loop = tmp_path / "loop.toml"
    loop.symlink_to(loop)
    for path in (tmp_path, loop):
        assert str(path) in cli.fails(6, "list", "--registry", str(path))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_registry_that_may_not_be_read_is_6(cli: Cli) -> None:
    cli.write("")
    cli.registry.chmod(0)
    assert "Permission denied" in cli.fails(6, "list")


def test_a_shipped_registry_that_is_not_there_is_6(cli: Cli) -> None:
    missing = str(cli.folder / "missing.toml")
    assert missing in cli.fails(6, "list", SHOWSTATUS_SHIPPED=missing)


def test_what_needs_no_registry_works_beside_a_damaged_one(cli: Cli) -> None:
    cli.write("[")
    assert f"{cli.registry}\n" == cli.ok("path", "registry").out
    cli.ok("schema")
    cli.ok("--help")
    cli.ok("check", "--help")


@pytest.mark.parametrize("content", ["", "\n", "# nothing yet\n", "\ufeff", "checked = 2023-01-01\n"])
def test_an_empty_registry_is_a_registry(cli: Cli, content: str) -> None:
    cli.write(content)
    assert 6 == len(cli.ok("list").rows)
    cli.ok("add", "heartstopper")
    assert 1 == len(cli.ok("list").rows)


def test_without_any_registry_there_are_no_shows(cli: Cli) -> None:
    assert "" == cli.ok("list", SHOWSTATUS_SHIPPED="").out
    assert [] == cli.ok("list", "--json", SHOWSTATUS_SHIPPED="").document["shows"]
    cli.fails(3, "check", "heartstopper", SHOWSTATUS_SHIPPED="")


@pytest.mark.parametrize("name", ["file", "/dev/null", "missing/deep/folder", "database"])
def test_a_state_folder_that_cannot_be_used_costs_only_time(cli: Cli, tmp_path: Path, name: str) -> None:
    usual = cli.ok("check", "heartstopper").out
    state = tmp_path / name
    if name == "file":
        state.write_text("a file")
    elif name == "database":
        (state / "showstatus").mkdir(parents=True)
        (state / "showstatus" / "showstatus.db").write_bytes(b"this is no database" * 1000)
    done = cli.ok("check", "heartstopper", XDG_STATE_HOME=str(state))
    assert usual == done.out
    assert ("cannot be used" in done.err and "working in memory" in done.err) == (name != "missing/deep/folder")


def test_a_full_disk_under_the_store_costs_only_time(cli: Cli) -> None:
    usual = cli.ok("list").out
    cli.store.unlink()
    done = in_shell(cli, "ulimit -f 0; showstatus list")
    assert (0, usual, True) == (done.code, done.out, "working in memory" in done.err)
    cli.ok("list")
    cli.ship(SHIPPED + "# changed\n")
    done = in_shell(cli, "ulimit -f 0; showstatus list --as-of 2023-01-12")
    assert (0, True) == (done.code, "working in memory" in done.err)


@pytest.mark.parametrize("page", [1, 3, 5, 7, 9])
def test_a_damaged_page_of_the_store_is_lived_with(cli: Cli, page: int) -> None:
    usual = cli.ok("check", "heartstopper").out
    content = bytearray(cli.store.read_bytes())
    content[page * 4096 : page * 4096 + 4096] = b"\xa5" * len(content[page * 4096 : page * 4096 + 4096])
    cli.store.write_bytes(content)
    assert usual == cli.ok("check", "heartstopper").out
