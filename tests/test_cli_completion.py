"""Shell completion: names of shows, commands, options and their values, and nothing a shell would obey."""

from __future__ import annotations

import fcntl
import os
import select
import shutil
import struct
import subprocess
import termios
import time

import pytest

from tests.cli import SHIPPED, Cli


def _complete(cli: Cli, line: str) -> list[str]:
    """What bash offers for the last word of a line."""
    words = line.split(" ")
    done = cli.ok(
        _SHOWSTATUS_COMPLETE="complete_bash", COMP_WORDS=line, COMP_CWORD=str(len(words) - 1), SHOWSTATUS_AS_OF=None
    )
    assert "" == done.err
    return done.out.split()


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("showstatus check hear", ["heartstopper"]),
        ("showstatus check Hear", ["Heartstopper"]),
        ("showstatus check the-office", ["the-office-uk", "the-office-us"]),
        ("showstatus check hot", ["hotd"]),
        ("showstatus check zzz", []),
        ("showstatus add glow sev", ["severance"]),
        ("showstatus claim sev", ["severance"]),
        ("showstatus claim severance fin", ["final-season", "finale"]),
        ("showstatus pin severance can", ["cancelled"]),
        ("showstatus list --sort c", ["countdown"]),
        ("showstatus list --decision e", ["ended"]),
        ("showstatus check heartstopper --color a", ["auto", "always"]),
        ("showstatus check heartstopper --exp", ["--explain"]),
        ("showstatus wi", ["withdraw"]),
    ],
)
def test_what_bash_offers(cli: Cli, line: str, offered: list[str]) -> None:
    assert offered == _complete(cli, line)


def test_every_show_is_offered_where_nothing_was_typed(cli: Cli) -> None:
    offered = _complete(cli, "showstatus check ")
    assert {"glow", "heartstopper", "house-of-the-dragon", "severance"} <= set(offered)


def test_what_is_offered_names_its_show(cli: Cli) -> None:
    for word in _complete(cli, "showstatus check h"):
        assert cli.ok("check", word).pairs["slug"] in ("heartstopper", "house-of-the-dragon")


def test_nothing_is_offered_that_a_shell_would_obey(cli: Cli) -> None:
    evil = (
        "evil $(touch x)",
        "evil`x`",
        "evil;x",
        "evil|x",
        "evil x",
        "evil\\nx",
        "evil'x",
        "evil\\\\x",
        "evil>x",
        "evil*",
    )
    cli.ship(SHIPPED + "".join(f'[show."{slug}"]\ntitle = "{slug}"\n' for slug in evil) + "[show.evil-good]\n")
    assert ["evil-good"] == _complete(cli, "showstatus check evil")


def test_a_damaged_registry_offers_nothing_and_says_nothing(cli: Cli) -> None:
    cli.write("[")
    assert [] == _complete(cli, "showstatus check hear")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_a_shell_is_printed(cli: Cli, shell: str) -> None:
    assert f"_SHOWSTATUS_COMPLETE=complete_{shell}" in cli.ok(_SHOWSTATUS_COMPLETE=f"source_{shell}").out


@pytest.fixture
def path(cli: Cli) -> str:
    """A PATH on which the program is found by its name."""
    program = cli.folder / "bin" / "showstatus"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {" ".join(cli.command())} "$@"\n')
    program.chmod(0o755)
    return f"{program.parent}:{cli.environ['PATH']}"


def _typed(cli: Cli, path: str, shell: list[str], set_up: str, line: str, wanted: str) -> None:
    """Type a line and a tab at a real shell, and wait until it shows what is wanted."""
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 200, 0, 0))
    environ = cli.env(PATH=path, TERM="xterm", LANG="C.UTF-8", PS1="ready> ", ZDOTDIR=str(cli.folder))
    process = subprocess.Popen(shell, stdin=theirs, stdout=theirs, stderr=theirs, env=environ, start_new_session=True)
    os.close(theirs)
    try:
        os.write(ours, f"{set_up}; echo set-$((1 + 1))\n".encode())
        _wait(ours, "set-2")
        os.write(ours, f"{line}\t".encode())
        _wait(ours, wanted)
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def _wait(descriptor: int, wanted: str) -> None:
    seen, until = "", time.monotonic() + 30
    while wanted not in seen:
        assert time.monotonic() < until, f"{wanted} is not in {seen}"
        if select.select([descriptor], [], [], 0.2)[0]:
            seen += os.read(descriptor, 65536).decode(errors="replace")


LINES = [
    ("showstatus check heart", "heartstopper"),
    ("showstatus cal", "calendar"),
    ("showstatus help exit", "exit-codes"),
]


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
@pytest.mark.parametrize(("line", "wanted"), LINES)
def test_bash_completes_what_is_typed(cli: Cli, path: str, line: str, wanted: str) -> None:
    script = 'eval "$(_SHOWSTATUS_COMPLETE=source_bash showstatus)"'
    _typed(cli, path, ["bash", "--norc", "--noprofile", "-i"], script, line, wanted)


@pytest.mark.skipif(shutil.which("zsh") is None, reason="there is no zsh here")
@pytest.mark.parametrize(("line", "wanted"), LINES)
def test_zsh_completes_what_is_typed(cli: Cli, path: str, line: str, wanted: str) -> None:
    script = 'autoload -Uz compinit; compinit -D -u; eval "$(_SHOWSTATUS_COMPLETE=source_zsh showstatus)"'
    _typed(cli, path, ["zsh", "-f", "-i"], script, line, wanted)


@pytest.mark.skipif(shutil.which("fish") is None, reason="there is no fish here")
@pytest.mark.parametrize(("line", "wanted"), LINES)
def test_fish_completes_what_is_typed(cli: Cli, path: str, line: str, wanted: str) -> None:
    script = f"env _SHOWSTATUS_COMPLETE=source_fish showstatus | source; complete -C '{line}'"
    environ = cli.env(PATH=path, XDG_RUNTIME_DIR=str(cli.folder))
    ran = subprocess.run(["fish", "-c", script], capture_output=True, env=environ, check=True, text=True)
    assert wanted in [offered.split("\t")[0] for offered in ran.stdout.splitlines()]
