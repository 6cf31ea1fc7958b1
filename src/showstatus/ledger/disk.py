"""How is a file written whole? Under another name first, down to the disk, and then renamed over the old one.

Whoever reads it, at any moment, finds either the old content or the new one; a writer that was killed leaves no more
than a temporary file, which the next one removes.
"""

from __future__ import annotations

import contextlib
import os
import re
import stat


def put(target: str, data: bytes, like: os.stat_result | None = None) -> None:
    """Make this the content of a file. Raises `OSError`; the file then holds what it held."""
    temporary = temporary_of(target)
    try:
        write(temporary, data, like)
        os.replace(temporary, target)
    finally:
        remove(temporary)


def temporary_of(target: str) -> str:
    """A name beside the file for what is to take its place."""
    folder, name = os.path.split(target)
    return os.path.join(folder, f".{name}.showstatus-{os.urandom(6).hex()}.tmp")


def remove_leftovers(folder: str, pattern: str) -> None:
    """Remove the temporary files of writers that were killed; the lock says that none of them is alive."""
    leftover = re.compile(rf"\.{pattern}\.showstatus-[0-9a-f]{{12}}\.tmp")
    with contextlib.suppress(OSError):
        for entry in os.listdir(folder):
            if leftover.fullmatch(entry):
                remove(os.path.join(folder, entry))


def remove(path: str) -> None:
    """Remove a file, if it is there and can be."""
    with contextlib.suppress(OSError):
        os.unlink(path)


def write(path: str, data: bytes, like: os.stat_result | None) -> None:
    """Write a new file down to the disk, with mode and owner of `like` as far as this user may give them."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, 0o666 if like is None else 0o600)
    try:
        if like is not None:
            _take_after(path, like)
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _take_after(path: str, like: os.stat_result) -> None:
    mine = os.stat(path)
    if hasattr(os, "chown") and (mine.st_uid, mine.st_gid) != (like.st_uid, like.st_gid):
        with contextlib.suppress(OSError):
            os.chown(path, like.st_uid, like.st_gid)
    with contextlib.suppress(OSError):
        os.chmod(path, stat.S_IMODE(like.st_mode))


def sync_folder(folder: str) -> None:
    """Bring the names in a folder down to the disk. Raises `OSError` where the system cannot."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
