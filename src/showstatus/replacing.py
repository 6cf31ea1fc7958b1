"""Files that others read while we write them: replaced as a whole, and only where their content changed.

For what can be made again: nothing waits for the disk, as where a file must not be lost (`ledger.whole_file`).
"""

from __future__ import annotations

import contextlib
import os


def replace(path: str, data: bytes) -> bool:
    """Make a file hold these bytes; gives whether it did not before.

    A reader sees the old file or the new one, never half of it; a file that holds the bytes is not touched, and a
    symbolic link stays one. The folder is made where it is missing. Raises `OSError`.
    """
    path = os.path.realpath(path)
    if holds(path, data):
        return False
    folder = os.path.dirname(path)
    temporary = os.path.join(folder, f".{os.path.basename(path)[:100]}.{os.urandom(6).hex()}.tmp")
    os.makedirs(folder, exist_ok=True)
    try:
        with open(temporary, "xb") as file:  # a folder may be open to others: no link of theirs is followed
            file.write(data)
        os.replace(temporary, path)
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(temporary)
    return True


def holds(path: str, data: bytes) -> bool:
    """Whether a file is there and holds exactly these bytes."""
    try:
        if os.stat(path).st_size != len(data):
            return False
        with open(path, "rb") as file:
            return file.read() == data
    except FileNotFoundError:
        return False
