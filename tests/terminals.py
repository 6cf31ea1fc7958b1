"""Pseudo-terminals: what a person sees who runs a program at one."""

from __future__ import annotations

import errno
import fcntl
import os
import struct
import subprocess
import tempfile
import termios
from collections.abc import Mapping, Sequence


def seen_at_terminal(
    command: Sequence[str], environ: Mapping[str, str], columns: int, *, talks: bool = False, code: int = 0
) -> str:
    """What a program prints at a terminal of that width, on stderr too if it `talks`; it ends with `code`."""
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    with tempfile.TemporaryFile() as talk:
        stderr = theirs if talks else talk
        process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=stderr, env=environ)
        os.close(theirs)
        seen = b"".join(iter(lambda: _read(ours), b""))
        os.close(ours)
        talk.seek(0)
        assert (code, command) == (process.wait(timeout=60), command), talk.read().decode()
    return seen.decode().replace("\r\n", "\n")


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError as error:
        if error.errno == errno.EIO:  # Linux says so that the other side is closed
            return b""
        raise
