"""Folders that are for their owner only: what they hold tells what somebody follows, and may hold secrets."""

from __future__ import annotations

import os


def make_private(folder: str) -> None:
    """Make a folder, and those above it that are missing, with mode 0700, as the XDG base directories ask for.

    One that is there stays as it is. Raises `OSError`.
    """
    above = os.path.dirname(folder)
    if above != folder and not os.path.exists(above):
        make_private(above)
    try:
        os.mkdir(folder, 0o700)
    except OSError:  # a file system that may only be read says so of folders that are there too
        if not os.path.isdir(folder):
            raise
