"""A countdown that stays on the screen and ticks, until Ctrl-C gives the screen back as it was."""

from __future__ import annotations

import datetime as dt
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from showstatus.cli.clock import now as time_now
from showstatus.cli.listing import Row
from showstatus.cli.session import Session
from showstatus.errors import UsageError

_ENTER, _LEAVE = "\x1b[?1049h\x1b[?25l", "\x1b[?25h\x1b[?1049l"
"""Take a second screen and hide the cursor; show it again and give the first screen back."""
_HOME, _END_OF_LINE, _BELOW = "\x1b[H", "\x1b[K", "\x1b[J"


def watch(session: Session, coming: Callable[[], list[Row]]) -> int:
    """Draw what is coming anew every second; it ends by a signal only.

    The day asked about moves on with the clock, and so does one that `--as-of` names. Rows are read anew when it
    does. Raises `UsageError` where there is no screen to draw on.
    """
    if not session.output.can_redraw:
        raise UsageError("--watch needs a terminal that can be drawn on; without it, `showstatus next` prints once.")
    shift = session.as_of - time_now().date()
    found = coming()
    with _second_screen():
        while True:
            now = time_now() + shift
            if now.date() != session.as_of:
                session.as_of = now.date()
                found = coming()
            sys.stdout.write(_HOME + _frame(session, found, now) + _BELOW)
            sys.stdout.flush()
            time.sleep(1 - now.microsecond / 1_000_000)


def _frame(session: Session, found: list[Row], now: dt.datetime) -> str:
    """As many lines of the drawing as the screen has, each cleared behind its end."""
    from showstatus.views.countdowns import countdowns

    lines = session.output.drawn(*countdowns(found, session.as_of, now)).splitlines()
    return "\r\n".join(line + _END_OF_LINE for line in lines[: session.output.height - 1]) + "\r\n"


@contextmanager
def _second_screen() -> Iterator[None]:
    """The second screen of the terminal, given back whatever ends the watch, and while it is suspended."""

    def leave(number: int, _frame: object) -> None:
        raise SystemExit(128 + number)

    def pause(_number: int, _frame: object) -> None:
        _put(_LEAVE)
        os.kill(os.getpid(), signal.SIGSTOP)
        _put(_ENTER)

    for name, handler in (("SIGTERM", leave), ("SIGHUP", leave), ("SIGTSTP", pause)):
        if hasattr(signal, name):  # not every system has them all
            signal.signal(getattr(signal, name), handler)
    _put(_ENTER)
    try:
        yield
    finally:
        _put(_LEAVE)


def _put(sequence: str) -> None:
    """Send a sequence past the buffer, which a signal may have found half written."""
    os.write(sys.stdout.fileno(), sequence.encode("ascii"))
