"""The same by a library that is loaded before the C library: it reaches those of SQLite and of Python's files."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.faulty.calls import ERRORS, Fault

_SOURCE = Path(__file__).with_name("interpose.c")
_NUMBERS = {"kill": 1, "torn": 2, "short": 3}
_ERROR, _STICKY = 4, 5


def compiler() -> str | None:
    """The C compiler of this machine, if it has one."""
    return shutil.which("cc") if sys.platform == "linux" else None


def build(folder: str) -> str:
    """Compile the library; gives its path."""
    library = os.path.join(folder, "interpose.so")
    subprocess.run(["cc", "-O1", "-shared", "-fPIC", "-o", library, str(_SOURCE), "-ldl"], check=True)
    return library


def arm(folder: str, fault: Fault | None, log: int) -> None:
    """Let a call of this process go wrong, and tell each that it makes on the descriptor `log`, one a line."""
    at, how = fault if fault is not None else Fault(-1, "")
    number = _NUMBERS.get(how, _STICKY if how == "ENOSPC" else _ERROR)
    ctypes.CDLL(None).faults_arm(folder.encode(), ctypes.c_long(at), number, ERRORS.get(how, 0), log)
