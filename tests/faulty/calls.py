"""Lets one call to the system go wrong: the k-th of those that a process makes to files in one folder.

The calls are those of `os`, `open` and what is written through it. What SQLite calls is out of their reach; `native`
reaches it.
"""

from __future__ import annotations

import builtins
import errno
import functools
import io
import os
import signal
from collections.abc import Callable
from typing import Any, NamedTuple

KILL, TORN, SHORT = "kill", "torn", "short"
"""The process ends before the call; after half of the bytes; half of the bytes are written, and that is said."""
ERRORS = {"ENOSPC": errno.ENOSPC, "EIO": errno.EIO, "EACCES": errno.EACCES}
_STICKY = "ENOSPC"
"""A disk that is full stays so: from the k-th call on, whatever needs room fails."""
NEEDS_ROOM = ("create", "write", "rename", "mkdir", "fsync")
_KINDS = {
    "open": (KILL, "EIO", "EACCES"),
    "create": (KILL, "ENOSPC", "EIO", "EACCES"),
    "write": (KILL, TORN, SHORT, "ENOSPC", "EIO"),
    "read": ("EIO",),
    "fsync": (KILL, "ENOSPC", "EIO"),
    "truncate": (KILL, "EIO"),
    "rename": (KILL, "ENOSPC", "EIO", "EACCES"),
    "mkdir": (KILL, "ENOSPC", "EIO", "EACCES"),
    "unlink": (KILL, "EIO", "EACCES"),
    "list": ("EIO", "EACCES"),
    "mode": (KILL, "EIO", "EACCES"),
}
"""The kinds of calls, and what may go wrong with each."""


class Fault(NamedTuple):
    """What goes wrong: the call, counted from 0, and how."""

    at: int
    how: str


def faults(calls: list[str]) -> list[Fault]:
    """Everything that may go wrong in a run that makes these calls."""
    return [Fault(at, how) for at, call in enumerate(calls) for how in _KINDS[call]]


class Interposer:
    """Counts the calls to files in a folder, and lets one go wrong. Never taken off: for a process of its own."""

    def __init__(self, folder: str, fault: Fault | None) -> None:
        self.made: list[str] = []
        self._folder = os.path.join(folder, "")
        self._fault = fault
        self._paths: dict[int, str] = {}
        for name, call in (
            ("replace", "rename"), ("rename", "rename"), ("mkdir", "mkdir"), ("unlink", "unlink"),
            ("remove", "unlink"), ("listdir", "list"), ("scandir", "list"), ("chmod", "mode"), ("chown", "mode"),
        ):  # fmt: skip
            setattr(os, name, self._by_path(call, getattr(os, name)))
        self._open, self._write, self._fsync = os.open, os.write, os.fsync
        os.open, os.write, os.fsync = self._opened, self._written, self._synced  # type: ignore[assignment]
        self._file = io.open
        builtins.open = self._file_opened  # type: ignore[assignment]

    def meet(self, call: str, path: object) -> str | None:
        """Count a call; gives how it goes wrong where that is left to the caller. Raises `OSError`, or ends it all."""
        self.made.append(call)
        if self._fault is None:
            return None
        at, how = self._fault
        here = len(self.made) - 1
        if here != at and not (here > at and how == _STICKY and call in NEEDS_ROOM):
            return None
        if how == KILL:
            os.kill(os.getpid(), signal.SIGKILL)
        if how in ERRORS:
            raise OSError(ERRORS[how], os.strerror(ERRORS[how]), path)
        return how

    def _is_ours(self, path: object) -> bool:
        return isinstance(path, str) and f"{path}/".startswith(self._folder)

    def _by_path(self, call: str, real: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(real)
        def wrapped(path: Any = ".", *given: Any, **named: Any) -> Any:
            if self._is_ours(path):
                self.meet(call, path)
            return real(path, *given, **named)

        return wrapped

    def _opened(self, path: Any, flags: int, *given: Any, **named: Any) -> int:
        if not self._is_ours(path):
            return self._open(path, flags, *given, **named)
        self.meet("create" if flags & os.O_CREAT else "open", path)
        descriptor = self._open(path, flags, *given, **named)
        self._paths[descriptor] = path
        return descriptor

    def _written(self, descriptor: int, data: Any) -> int:
        if descriptor not in self._paths:
            return self._write(descriptor, data)
        return self.write(lambda some: self._write(descriptor, some), data, self._paths[descriptor])

    def write(self, real: Callable[[Any], int | None], data: Any, path: object) -> int:
        """Write, or half of it."""
        how = self.meet("write", path)
        if how is None:
            return real(data) or 0
        done = real(bytes(data)[: len(data) // 2 + 1]) or 0
        if how == TORN:
            os.kill(os.getpid(), signal.SIGKILL)
        return done

    def _synced(self, descriptor: Any) -> None:
        if descriptor in self._paths:
            self.meet("fsync", self._paths[descriptor])
        self._fsync(descriptor)

    def _file_opened(self, path: Any, mode: str = "r", *given: Any, **named: Any) -> Any:
        if not self._is_ours(path):
            return self._file(path, mode, *given, **named)
        changes = any(letter in mode for letter in "wxa+")
        self.meet("create" if changes else "open", path)
        if not changes:
            return self._file(path, mode, *given, **named)
        raw = _Raw(self, path, mode.replace("b", "").replace("t", ""))
        file = io.BufferedWriter(raw)
        return file if "b" in mode else io.TextIOWrapper(file, encoding=named.get("encoding"))


class _Raw(io.FileIO):
    """A file whose writes are counted."""

    def __init__(self, interposer: Interposer, path: str, mode: str) -> None:
        self._interposer = interposer
        super().__init__(path, mode)

    def write(self, data: Any, /) -> int:
        return self._interposer.write(super().write, data, self.name)
