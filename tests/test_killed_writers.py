"""Writers of the user's registry that are killed: what they acknowledged is there, and the file is whole."""

from __future__ import annotations

import random
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.editing import WRITER, Start, edit, names, old, temporaries


def test_a_hundred_kills_lose_nothing_that_was_acknowledged(tmp_path: Path, start: Start) -> None:
    """Two writers at a time on one file; each is killed at a random moment after its first claim."""
    for folder in (tmp_path / str(number) for number in range(10)):
        path, said = folder / "shows.toml", set[str]()
        running = [start(WRITER, path, folder / "locks", f"w{number}", 9999) for number in (0, 1)]
        for number in range(10):
            said |= _killed(running.pop(0))
            assert said <= set(names(path))
            if number < 8:
                running.append(start(WRITER, path, folder / "locks", f"w{number + 2}", 9999))
        edit(path)
        assert said <= set(names(path))
        assert len(names(path)) == len(set(names(path)))
        assert not temporaries(folder)


def _killed(writer: subprocess.Popen[str]) -> set[str]:
    """Let a writer work for a moment, kill it, and say what it had acknowledged."""
    assert writer.stdout is not None
    said = {writer.stdout.readline().strip()}
    time.sleep(random.uniform(0, 0.03))  # time for a few writes
    writer.send_signal(signal.SIGKILL)
    said |= set(writer.stdout.read().split())
    writer.wait()
    assert writer.returncode == -signal.SIGKILL
    return said


KILLED = """
import os, signal, sys
from showstatus.ledger import user_file, whole_file
path, lock_dir, call = sys.argv[1:]
def change(text):
    setattr(os, call, lambda *given: os.kill(os.getpid(), signal.SIGKILL))
    return text + "# more\\n"
user_file.edit(path, change, lock_dir=lock_dir)
"""


@pytest.mark.parametrize(
    ("call", "text", "leftovers"),
    [("write", old(), 1), ("fsync", old(), 1), ("replace", old(), 1), ("unlink", old("# more\n"), 0)],
)
def test_a_writer_killed_at_one_step_leaves_a_whole_file(
    registry: Path, start: Start, call: str, text: str, leftovers: int
) -> None:
    process = start(KILLED, registry, registry.parent / "locks", call)
    process.wait(timeout=30)
    assert process.returncode == -signal.SIGKILL
    assert (text, leftovers) == (registry.read_text(), len(temporaries(registry.parent)))
    edit(registry, timeout=0)
    assert (text + "# more\n", []) == (registry.read_text(), temporaries(registry.parent))
