"""Programs of the user's that are told what changed: each piece of news once, and none is lost."""

from __future__ import annotations

import datetime as dt
import json
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest

from showstatus import hooks
from showstatus.changes import Change, Stand
from showstatus.ledger.fetched import Fetched
from showstatus.ledger.record import Record, Seen
from tests.cli import Cli, printed_schema
from tests.refreshing import S1, begin, follow, refresh, streams
from tests.standin import StandIn, season

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a hook is a shell script here")


def told(cli: Cli, name: str = "told") -> list[list[str]]:
    """What a hook that appends what it is told to a file was told, run by run: the sentences."""
    path = cli.hooks.parent / name
    lines = path.read_text().splitlines() if path.exists() else []
    return [[change["sentence"] for change in json.loads(line)["changes"]] for line in lines]


APPEND = 'tr -d "\\n" >> told; echo >> told'
"""Appends the document to a file, on one line."""


def renewed(number: int) -> str:
    return f"Show {number}: renewed for season 2 (was pending)."


def renew(standin: StandIn, number: int) -> None:
    standin.change(number, [S1, season(2)])


def test_a_hook_is_told_once(cli: Cli, standin: StandIn) -> None:
    follow(cli, standin, 2)
    cli.hook(APPEND)
    refresh(cli, standin)
    renew(standin, 1)
    for _ in range(2):
        refresh(cli, standin)

    assert [[renewed(1)]] == told(cli)
    document = json.loads((cli.hooks.parent / "told").read_text())
    jsonschema.Draft202012Validator(printed_schema()["properties"]["changes"]).validate(document)


def test_a_hook_that_failed_is_told_again_together_with_what_is_new(cli: Cli, standin: StandIn) -> None:
    follow(cli, standin, 2)
    cli.hook(f"{APPEND}; echo no mail today >&2; test -e mended")
    refresh(cli, standin)
    renew(standin, 1)
    done = refresh(cli, standin)
    assert f"{renewed(1)}\n" == done.out
    assert f"The hook {cli.hooks / 'tell'} failed with 1 (no mail today); it is told again" in done.err

    renew(standin, 2)
    (cli.hooks.parent / "mended").touch()
    for _ in range(2):
        assert "" == refresh(cli, standin).err
    assert [[renewed(1)], [renewed(1), renewed(2)]] == told(cli)


def test_one_hook_that_fails_spoils_nothing_for_another(cli: Cli, standin: StandIn) -> None:
    follow(cli, standin, 1)
    cli.hook("exit 7", "a-fails")
    cli.hook(APPEND, "b-works")
    refresh(cli, standin)
    renew(standin, 1)

    assert 1 == len(refresh(cli, standin).err.splitlines())
    assert [[renewed(1)]] == told(cli)


def test_a_new_hook_hears_only_what_comes_from_now_on(cli: Cli, standin: StandIn) -> None:
    follow(cli, standin, 2)
    refresh(cli, standin)
    renew(standin, 1)
    refresh(cli, standin)
    cli.hook(APPEND)
    renew(standin, 2)
    refresh(cli, standin)

    assert [[renewed(2)]] == told(cli)


def test_a_hook_knows_no_token(cli: Cli, standin: StandIn) -> None:
    follow(cli, standin, 1)
    cli.hook("env > told")
    refresh(cli, standin)
    renew(standin, 1)
    secrets = {"SHOWSTATUS_TMDB_TOKEN": "hunter2", "SHOWSTATUS_TOKEN": "hunter2"}
    refresh(cli, standin, **secrets, SHOWSTATUS_TMDB_URL=standin.url, EDITOR="vi")
    environ = (cli.hooks.parent / "told").read_text()

    assert "EDITOR=vi" in environ
    assert "hunter2" not in environ


def test_a_hook_need_not_read_and_what_it_prints_is_nobodys(cli: Cli, standin: StandIn) -> None:
    follow(cli, standin, 1)
    cli.hook("exec <&-; echo this is no change")
    refresh(cli, standin)
    renew(standin, 1)

    assert (f"{renewed(1)}\n", "") == streams(refresh(cli, standin))


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """A record of one change that nobody was told."""
    fetched = Fetched(str(tmp_path / "fetched.db"))
    found = Record(fetched)
    change = Change(day="2023-01-11", slug="x", title="X", what="decision", before="pending", after="renewed")
    stood = Stand(title="X", platform=None, decision="renewed", confirmed=(), complete=(), coming=())
    found.note("x", Seen(dt.date(2023, 1, 11), dt.date.max, "X", frozenset(), stood), [change])
    yield found
    fetched.close()


def deliver(record: Record, folder: Path) -> list[str]:
    return hooks.deliver(record, str(folder), lambda news: json.dumps(len(news)), {"PATH": os.environ["PATH"]})


def hook(folder: Path, script: str, mode: int = 0o755) -> Path:
    folder.mkdir(mode=0o755, parents=True, exist_ok=True)
    path = folder / "tell"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(mode)
    return path


def test_a_hook_that_takes_too_long_is_ended_with_what_it_started(
    record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hooks, "TIME_LIMIT", 1.5)
    folder = tmp_path / "hooks" / "on-change"
    hook(folder, f"sleep 600 & echo $! > {tmp_path}/child; wait")

    (problem,) = deliver(record, folder)
    assert "took longer than 1.5 seconds; it is told again at the next refresh." in problem
    child = int((tmp_path / "child").read_text())
    assert _ends(child)
    assert 1 == len(record.unheard("hook:tell"))


def _ends(process: int) -> bool:
    for _ in range(100):
        try:
            with open(f"/proc/{process}/stat") as file:
                if file.read().rpartition(")")[2].split()[0] == "Z":
                    return True
        except OSError:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("place", ["tell", ".", ".."])
def test_a_hook_that_others_could_have_written_is_not_run(record: Record, tmp_path: Path, place: str) -> None:
    folder = tmp_path / "hooks" / "on-change"
    hook(folder, f"touch {tmp_path}/ran")
    open_to_others = folder / place
    open_to_others.chmod(0o775)

    (problem,) = deliver(record, folder)
    assert "is not run: others may write " in problem
    assert "chmod go-w " in problem
    assert not (tmp_path / "ran").exists()
    open_to_others.chmod(0o755)
    assert [] == deliver(record, folder)
    assert (tmp_path / "ran").exists()


@pytest.mark.skipif(os.name == "posix" and os.geteuid() != 0, reason="only root can give a file away")
def test_a_hook_of_somebody_else_is_not_run(record: Record, tmp_path: Path) -> None:
    folder = tmp_path / "hooks" / "on-change"
    os.chown(hook(folder, "true"), 4321, 4321)
    (problem,) = deliver(record, folder)

    assert "belongs to somebody else" in problem


@pytest.mark.parametrize(
    ("script", "mode", "words"),
    [("true", 0o644, "is not executable; chmod +x"), ("kill -9 $$", 0o755, "failed with -9"),
     ("exit 3", 0o755, "failed with 3"),
     ('printf "\\\\033[2J%0900d" 7 >&2; exit 1', 0o755, "failed with 1 (0")],
)  # fmt: skip
def test_what_is_wrong_with_a_hook_is_told(record: Record, tmp_path: Path, script: str, mode: int, words: str) -> None:
    folder = tmp_path / "hooks" / "on-change"
    path = hook(folder, script, mode)

    (problem,) = deliver(record, folder)
    assert problem.startswith(f"The hook {path} {words}")
    assert len(problem) < 600
    assert 1 == len(record.unheard("hook:tell"))


def test_what_cannot_be_started_is_told(record: Record, tmp_path: Path) -> None:
    folder = tmp_path / "hooks" / "on-change"
    path = hook(folder, "")
    path.write_text("#!/no/such/shell\n")
    (problem,) = deliver(record, folder)
    assert f"The hook {path} cannot be run: No such file or directory;" in problem

    path.unlink()
    path.symlink_to(tmp_path / "nowhere")
    (problem,) = deliver(record, folder)
    assert "cannot be run: No such file or directory;" in problem


def test_hidden_files_backups_and_folders_are_no_hooks(record: Record, tmp_path: Path) -> None:
    folder = tmp_path / "hooks" / "on-change"
    hook(folder, "exit 1").rename(folder / ".hidden")
    hook(folder, "exit 1").rename(folder / "tell~")
    (folder / "folder").mkdir()

    assert [] == deliver(record, folder)
    assert [] == deliver(record, tmp_path / "nowhere")


def test_interrupted_in_a_hook_the_news_is_kept(cli: Cli, standin: StandIn) -> None:
    follow(cli, standin, 1)
    cli.hook(f"touch begun; test -e mended || sleep 600; {APPEND}")
    refresh(cli, standin)
    renew(standin, 1)
    running = begin(cli, standin)
    while not (cli.hooks.parent / "begun").exists():
        assert running.poll() is None
        time.sleep(0.02)
    running.send_signal(signal.SIGINT)

    assert (f"{renewed(1)}\n".encode(), b"showstatus: Interrupted.\n") == running.communicate(timeout=30)
    (cli.hooks.parent / "mended").touch()
    assert ("", "") == streams(refresh(cli, standin))
    assert [[renewed(1)]] == told(cli)
