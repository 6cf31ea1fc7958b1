"""Makes sure that work is done by one process at a time, and lets the others know."""

from __future__ import annotations

import os

from showstatus.cli.session import Session
from showstatus.errors import ShowstatusError
from showstatus.private import make_private


class alone:  # noqa: N801 - used like a function
    """Whether this is the only run that does some work: `with alone(session, "refresh", "Nothing …") as first: …`.

    Raises `ShowstatusError`, which begins with the words of what was not done, where that cannot be told.
    """

    def __init__(self, session: Session, work: str, undone: str) -> None:
        self._folder = session.where.locks
        self._work, self._undone = work, undone

    def __enter__(self) -> bool:
        from filelock import FileLock, Timeout

        try:
            make_private(self._folder)
            self._lock = FileLock(os.path.join(self._folder, f"{self._work}.lock"))
            self._lock.acquire(timeout=0)
        except Timeout:
            return False
        except OSError as error:
            why = f"{self._folder} cannot be used ({error.strerror or error})"
            raise ShowstatusError(f"{self._undone}: {why}; check who owns that folder.") from error
        return True

    def __exit__(self, *_: object) -> None:
        self._lock.release()
