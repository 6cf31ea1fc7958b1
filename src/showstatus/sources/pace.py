"""When the next request to a source may start, by when the last ones did.

At most `BURST` starts fall into any `PERIOD`; the first burst may go at once, after it they come evenly spaced. A
source that was left alone for a period gives a new burst. TVmaze asks for no more than 20 calls in 10 seconds; the
fraction on top is for requests that arrive closer together than they were sent.
"""

from __future__ import annotations

from collections.abc import Sequence

BURST = 20
PERIOD = 10.2
"""Seconds."""
SPACING = 0.53
"""Seconds between starts once the burst is spent: a little more than the 0.52 that are asked for, as some are late."""


def next_start(starts: Sequence[float], now: float) -> float:
    """The earliest time, in seconds and not before `now`, at which a request may start.

    `starts` are the last `BURST` starts, oldest first, on the clock that gave `now`; fewer where there were fewer.
    """
    recent = _since_last_rest(starts[-BURST:], now)
    if len(recent) < BURST:
        return max([now, *recent[-1:]])
    return max(now, recent[0] + PERIOD, recent[-1] + SPACING)


def _since_last_rest(starts: Sequence[float], now: float) -> Sequence[float]:
    """The starts of the run that is going on: those behind the last pause of a period."""
    following = now
    for place in range(len(starts) - 1, -1, -1):
        if following - starts[place] >= PERIOD:
            return starts[place + 1 :]
        following = starts[place]
    return starts
