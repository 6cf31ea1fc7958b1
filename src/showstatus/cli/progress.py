"""A progress bar on stderr where that is a terminal; nothing elsewhere."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rich.progress import Progress as Bar


class Progress:
    """A bar that is shown while a `with` block runs: `step(done, of)` moves it."""

    def __init__(self, words: str) -> None:
        self._words = words
        self._bar: Bar | None = None

    def __enter__(self) -> Progress:
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import Progress as Bar

            self._bar = Bar(console=Console(file=sys.stderr), transient=True)
            self._task = self._bar.add_task(self._words, total=None)
            self._bar.start()
        return self

    def step(self, done: int, of: int) -> None:
        """Say how far it is."""
        if self._bar is not None:
            self._bar.update(self._task, completed=done, total=of)

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()
