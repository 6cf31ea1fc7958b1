"""Programs of the user's that are told what changed: executables in the configuration folder's hooks/on-change.

Each gets one JSON document on its standard input, and has `TIME_LIMIT` seconds. One that fails or takes too long is
told the same again at the next refresh, together with what is new by then; one that succeeded is not. A hook that
others could have written is never run.
"""

from __future__ import annotations

import contextlib
import os
import signal
import stat
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence

from showstatus.claims import Problem
from showstatus.ledger.record import Record, Recorded

TIME_LIMIT = 30.0
"""Seconds that a hook may take."""
_LAST_WORDS = 300
"""Characters of what a hook that failed said on stderr that are repeated."""


def found(folder: str) -> list[str]:
    """The files in the hook folder, by name; hidden files and backups of editors are none."""
    try:
        names = sorted(os.listdir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return []
    paths = (os.path.join(folder, name) for name in names if not name.startswith(".") and not name.endswith("~"))
    return [path for path in paths if not os.path.isdir(path)]


def fault(path: str) -> str | None:
    """Why a hook is not run, in words that follow its path; None for one that is."""
    folder = os.path.dirname(path)
    target = os.path.realpath(path)
    above = os.path.dirname(folder)
    for place in (path, target, os.path.dirname(target), folder, above, os.path.dirname(above)):
        try:
            known = os.stat(place)
        except OSError as error:
            return f"cannot be run: {error.strerror or error}"
        if hasattr(os, "getuid") and known.st_uid not in (os.getuid(), 0):
            return f"is not run: {place} belongs to somebody else"
        if os.name == "posix" and known.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
            return f"is not run: others may write {place}; chmod go-w {place}"
    return None if os.access(path, os.X_OK) else f"is not executable; chmod +x {path}"


def problems(folder: str) -> list[Problem]:
    """Which hooks are not run, and why."""
    return [Problem(path, None, f"the hook {why}") for path in found(folder) if (why := fault(path)) is not None]


def deliver(
    record: Record, folder: str, document: Callable[[Sequence[Recorded]], str], environ: Mapping[str, str]
) -> list[str]:
    """Tell every hook what it has not heard; gives what went wrong, a sentence each."""
    failed = []
    for path in found(folder):
        reader = f"hook:{os.path.basename(path)}"
        news = record.unheard(reader)
        if not news:
            continue
        why = fault(path) or _run(path, document(news), environ)
        if why is None:
            record.heard(reader, news[-1].number)
        else:
            failed.append(f"The hook {path} {why}; it is told again at the next refresh.")
    return failed


def welcome(record: Record, folder: str) -> None:
    """Note which hooks there are: a new one is told what comes from now on."""
    for path in found(folder):
        record.welcome(f"hook:{os.path.basename(path)}")


def _run(path: str, text: str, environ: Mapping[str, str]) -> str | None:
    """Run a hook; gives what went wrong, in words that follow its path."""
    shown = {name: value for name, value in environ.items() if not _is_secret(name)}
    with tempfile.TemporaryFile() as said:
        try:
            process = subprocess.Popen(  # noqa: S603 - the user put it there, and `fault` looked at it
                [path], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=said, env=shown, start_new_session=True
            )
        except OSError as error:
            return f"cannot be run: {error.strerror or error}"
        try:
            process.communicate(text.encode(), timeout=TIME_LIMIT)
        except subprocess.TimeoutExpired:
            _end(process)
            return f"took longer than {TIME_LIMIT:g} seconds"
        except BaseException:
            _end(process)
            raise
        if process.returncode == 0:
            return None
        said.seek(0)
        words = " ".join(said.read().decode(errors="replace").split())[-_LAST_WORDS:]
        return f"failed with {process.returncode}" + (f" ({words})" if words else "")


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a hook and whatever it started."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def _is_secret(name: str) -> bool:
    """Whether a variable of ours holds what only this program may know."""
    return name.startswith("SHOWSTATUS_") and "TOKEN" in name
