"""Why a server gives no answer: it asks to be left alone for now, or is too slow, or is not there; and for how long."""

from __future__ import annotations

import re
from collections.abc import Mapping
from email.utils import parsedate_to_datetime

import httpx

LONGEST_WAIT = 120.0
"""Seconds that a source may ask us to wait; longer, and the next run tries again."""
_SHORTEST_WAIT = 1.0
"""Seconds that pass before anything is asked again that was refused, whatever `Retry-After` says."""
_BRACKETS = re.compile(r"\[[^\]]*\]|\([^)]*\)")
"""What the system puts around the words that tell what is wrong: “[Errno 111] Connection refused”."""


class TryLater(Exception):
    """The other side refused for now; `wait` is how many seconds it asks for, None where it does not say."""

    def __init__(self, status: int, wait: float | None) -> None:
        self.status, self.wait = status, wait
        super().__init__(f"it answered {status}")


class TooSlow(httpx.TransportError):
    """The answer did not end in time; asking again would take as long."""


def asked_wait(headers: Mapping[str, str], now: float) -> float | None:
    """How many seconds `Retry-After` asks to wait, given in seconds or as a date."""
    told = headers.get("retry-after", "").strip()
    if told.isascii() and told.isdigit():
        return max(float(told[:9]), _SHORTEST_WAIT)
    try:
        return max(parsedate_to_datetime(told).timestamp() - now, _SHORTEST_WAIT) if told else None
    except (ValueError, OverflowError):
        return None


def refusal(refused: TryLater, times: int) -> str:
    """What is said of a server that refused so many times."""
    if refused.wait is not None and refused.wait > LONGEST_WAIT:
        return f"it asks to wait {refused.wait / 60:.0f} minutes; try again then"
    if refused.status == 429:
        return "it says that it is asked too often; try again later"
    if refused.status < 400:
        return "it is too busy for now; try again later"
    return f"it answered {refused.status}, {times} times; try again later"


def reason(error: httpx.HTTPError) -> str:
    """What went wrong and what to do, in words; the error's own may hold an address, and an address a secret."""
    if isinstance(error, TooSlow):
        return f"{error}; try again later"
    if isinstance(error, httpx.TimeoutException):
        return "no answer came in time; try again later"
    if isinstance(error, httpx.ConnectError):
        told = _BRACKETS.sub("", str(error)).strip()
        return f"no connection{f' ({told[:100]})' if told else ''}; check the network"
    return "the connection broke off; try again later"
