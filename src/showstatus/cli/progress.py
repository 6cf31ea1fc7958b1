"""A progress bar on stderr where that is a terminal; nothing elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rich.progress import Progress as Bar

T = TypeVar("T")
MANY = 500
"""So many shows take long enough to show how far it is."""


class Progress:
    """A bar that is shown from the first step on, while a `with` block runs."""

    def __init__(self, words: str) -> None:
        self._words = words
        self._bar: Bar | None = None

    def __enter__(self) -> Progress:
        return self

    def step(self, done: int, of: int) -> None:
        """Say how far it is."""
        if self._bar is None and sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import Progress as Bar

            self._bar = Bar(console=Console(file=sys.stderr), transient=True)
            self._bar.add_task(self._words, total=None)
            self._bar.start()
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], completed=done, total=of)

    def over(self, items: Sequence[T]) -> Iterator[T]:
        """The items as they are; where there are `MANY`, each is a step."""
        for place, item in enumerate(items):
            if len(items) >= MANY:
                self.step(place, len(items))
            yield item

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()
