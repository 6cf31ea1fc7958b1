"""Some work on many things, on all processors."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def spread(work: Callable[[T], R], things: Iterable[T]) -> list[R]:
    """What some work makes of many things, in their order. It sees whatever the program holds at this hour."""
    with ProcessPoolExecutor(mp_context=get_context("fork")) as pool:
        return list(pool.map(work, things, chunksize=16))
