"""The user's registry on a real disk for tests of writing it: its text, an edit, and a program that makes many."""

from __future__ import annotations

import os
import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from showstatus.ledger import user_file

Start = Callable[..., subprocess.Popen[str]]

WRITER = """
import sys, time
from showstatus.ledger import edits, user_file
path, lock_dir, name, count = sys.argv[1:]
for number in range(int(count)):
    claim = {"show": f"{name}-{number}"}
    user_file.edit(path, lambda text: edits.append_claim(text, claim), lock_dir=lock_dir)
    print(claim["show"], flush=True)
    time.sleep(0.002)  # a moment for the others
"""


def old(*added: str) -> str:
    """Give the registry of these tests, with what was added to it."""
    return "".join(['# mine\n[show.heartstopper]\ntitle = "Heartstopper"\n', *added])


def edit(path: Path, change: Callable[[str], str] = lambda text: text + "# more\n", **options: Any) -> tuple[str, ...]:
    return user_file.edit(str(path), change, lock_dir=str(path.parent / "locks"), **options)


def names(path: Path) -> list[str]:
    return [claim["show"] for claim in tomllib.loads(path.read_text())["claim"]]


def temporaries(folder: Path) -> list[str]:
    return [name for name in os.listdir(folder) if name.endswith(".tmp")]
