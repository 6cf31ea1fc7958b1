"""How does a file get a new content, whole or not at all? The one way in which the program writes files.

The bytes go into a temporary file beside the old one, down to the disk, and that is renamed over it. Whatever goes
wrong, at any moment, the file holds either the old content or the new one.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
from collections.abc import Callable

from showstatus.errors import ShowstatusError

ATTEMPTS = 5
"""How often to begin anew when another program keeps changing the file."""
_STEPS = {
    errno.ENOENT: "check the path",
    errno.ENOSPC: "free some space, then try again",
    errno.EDQUOT: "free some space, then try again",
    errno.EFBIG: "raise the limit on the size of files (ulimit -f), then try again",
    errno.EACCES: "check who owns it and its folder, or name another place",
    errno.EPERM: "check who owns it and its folder, or name another place",
    errno.EROFS: "name another place",
    errno.EEXIST: "a file stands where its folder should be, so name another place",
    errno.ENOTDIR: "a file stands where its folder should be, so name another place",
    errno.EISDIR: "it is a folder, so name a file in it",
}
_LOST = (errno.EIO, errno.ENOSPC, errno.EDQUOT)  # others say only that this system cannot sync a folder


def save(path: str, data: bytes) -> tuple[str, ...]:
    """Give a file this content, whatever it held; gives warnings. A symbolic link stays and its target is written.

    Raises `ShowstatusError` where it could not be written; it then holds what it held.
    """
    target = os.path.realpath(path)
    check_writable(path, target)
    try:
        for _ in range(ATTEMPTS):
            warnings = put(target, data)
            if warnings is not None:
                return tuple(warnings)
    except OSError as error:
        raise not_written(path, error) from error
    raise ShowstatusError(f"{path} was not written: another program is writing it. Try again when that one is done.")


def put(
    target: str, data: bytes, *, like: os.stat_result | None = None, unless: Callable[[], bool] = lambda: False
) -> list[str] | None:
    """Put new bytes in the place of the old ones, with mode and owner of those, or of `like`; gives warnings.

    None where nothing was written: `unless`, asked last of all, said so (somebody else changed the file, say), or a
    writer elsewhere, with a lock of its own, took our temporary file for a leftover. Raises `OSError`.

    Between that last question and the rename lies an instant in which a program without the lock can still be
    overruled; no portable call closes it.
    """
    folder, name = os.path.split(target)
    os.makedirs(folder, exist_ok=True)
    remove_leftovers(folder, re.escape(name))
    temporary = temporary_beside(target)
    try:
        write(temporary, data, like or (os.stat(target) if os.path.exists(target) else None))
        if unless():
            return None
        try:
            os.replace(temporary, target)
        except FileNotFoundError:
            return None
    finally:
        remove(temporary)
    try:
        _sync_folder(folder)
    except OSError as error:
        if error.errno in _LOST:
            return [f"{target} is written, but may not outlast a power cut: {reason(error)}."]
    return []


def check_writable(path: str, target: str) -> None:
    """Refuse what a rename would get round: a file its owner protects, and devices and pipes."""
    try:
        mode = os.stat(target).st_mode
    except OSError:
        return  # reading or writing it says what is the matter
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise ShowstatusError(f"{path} was not written: it is not a regular file; name another one.")
    if not os.access(target, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        raise ShowstatusError(f"{path} was not written: it is write-protected; allow writing, then try again.")


def not_written(path: str, error: OSError) -> ShowstatusError:
    """What to say of a file that could not be written, with what to do about it."""
    step = next_step(error) or "check the disk and the folder, then try again"
    return ShowstatusError(f"{path} was not written: {reason(error)}; {step}.")


def next_step(error: OSError) -> str | None:
    """What to do where the system refuses something of a file; None where that is not known."""
    return _STEPS.get(error.errno or 0)


def reason(error: OSError) -> str:
    """What the system says went wrong, without the path."""
    return error.strerror or str(error)


def temporary_beside(target: str) -> str:
    """The path of a temporary file beside another."""
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
    """Remove a file, if it is there."""
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


def _sync_folder(folder: str) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
