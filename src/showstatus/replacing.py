"""Files that others read while we write them: replaced as a whole, and only where their content changed.

For what can be made again: nothing waits for the disk, as where a file must not be lost (`ledger.whole_file`).
"""

from __future__ import annotations

import contextlib
import os
import re

LEFT_AFTER = 3600
"""Seconds after which nobody is writing a temporary file any more, and before which nobody is writing one yet."""
_TEMPORARY = re.compile(r"\.(?P<name>.+)\.showstatus-[0-9a-f]{12}\.tmp", re.DOTALL)
_LONGEST = 100
"""Characters of a file's name that stand in that of its temporary file: a file system bears 255 bytes."""


def replace(path: str, data: bytes) -> bool:
    """Make a file hold these bytes; gives whether it did not before.

    A reader sees the old file or the new one, never half of it; a file that holds the bytes is not touched, and a
    symbolic link stays one. The folder is made where it is missing. Raises `OSError`.
    """
    path = os.path.realpath(path)
    if holds(path, data):
        return False
    folder = os.path.dirname(path)
    temporary = os.path.join(folder, f".{os.path.basename(path)[:_LONGEST]}.showstatus-{os.urandom(6).hex()}.tmp")
    os.makedirs(folder, exist_ok=True)
    try:
        with open(temporary, "xb") as file:  # a folder may be open to others: no link of theirs is followed
            file.write(data)
        os.replace(temporary, path)
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(temporary)
    return True


def remove_leftovers(folder: str, now: float, name: str | None = None) -> None:
    """Take away the temporary files of writers that were killed: all in a folder, or those of one file in it.

    `now` is in seconds since 1970. What was written less than `LEFT_AFTER` ago may belong to somebody who is writing,
    and stays. What is to be written later than that from now was written by a clock that was wrong: nobody is at it.
    """
    with contextlib.suppress(OSError):
        for entry in os.scandir(folder):
            found = _TEMPORARY.fullmatch(entry.name)
            if found is None or (name is not None and found["name"] != name[:_LONGEST]):
                continue
            with contextlib.suppress(OSError):
                if abs(now - entry.stat(follow_symlinks=False).st_mtime) > LEFT_AFTER:
                    os.unlink(entry.path)


def holds(path: str, data: bytes) -> bool:
    """Whether a file is there and holds exactly these bytes."""
    try:
        if os.stat(path).st_size != len(data):
            return False
        with open(path, "rb") as file:
            return file.read() == data
    except FileNotFoundError:
        return False
