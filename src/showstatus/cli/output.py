"""Where answers and talk go: answers to stdout, everything else to stderr, each with its own console.

On a terminal an answer is a card or a table; in a pipe it is plain lines. `--color always` (and FORCE_COLOR) asks
for the terminal's look in a pipe as well; `--color never` and NO_COLOR take every escape sequence out of it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from showstatus.views.plain import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rich.console import Console, RenderableType

NARROWEST = 20
"""Fewer columns than this are not believed."""
_USUAL = 80
_MANY = 500
"""So many shows take long enough to show how far it is."""
_ASCII = str.maketrans("“”‘’–—·−…", "\"\"''----.")
"""Our own signs in ASCII, each as wide as it was."""

T = TypeVar("T")


class Output:
    """The two streams of one run."""

    def __init__(self, color: str, environ: Mapping[str, str]) -> None:
        self._environ = environ
        forced = color == "always" or (color == "auto" and environ.get("FORCE_COLOR", "") not in ("", "0"))
        silent = bool(environ.get("NO_COLOR")) or (environ.get("TERM") in ("dumb", "unknown") and not forced)
        self._plain = color == "never" or (silent and color != "always")
        self.at_terminal = sys.stdout.isatty()
        """Whether a person sees the answer as it is printed."""
        self.is_terminal = self.at_terminal or (forced and not self._plain)
        """Whether answers have the look they have at a terminal: cards and tables."""

    def lines(self, text: str) -> None:
        """Print an answer as it is; a final line break is added where it lacks one."""
        if text:
            sys.stdout.write(self._encodable(text if text.endswith("\n") else f"{text}\n"))

    def document(self, value: object) -> None:
        """Print an answer as one JSON document."""
        import json

        self.json_text(json.dumps(value, ensure_ascii=False, indent=2))

    def json_text(self, text: str) -> None:
        """Print a finished JSON document; where stdout is not UTF-8 its other characters are escaped."""
        if not text.isascii() and not self._is_utf8:
            import json

            text = json.dumps(json.loads(text), indent=2)
        self.lines(text)

    def show(self, *parts: RenderableType) -> None:
        """Print an answer as cards and tables."""
        self.lines(self.drawn(*parts))

    def drawn(self, *parts: RenderableType) -> str:
        """Cards and tables as text for this terminal, drawn whole before the first line appears."""
        console = self._console()
        with console.capture() as capture:
            for part in parts:
                console.print(part)
        text = capture.get()
        if self._is_utf8:
            return text
        encoding = sys.stdout.encoding or "ascii"
        return text.translate(_ASCII).encode(encoding, "replace").decode(encoding)

    @property
    def look(self) -> str:
        """Everything that a drawing depends on beside what is drawn: it tells one kept drawing from another."""
        return f"{sys.stdout.encoding} {self._width()} {'plain' if self._plain else 'coloured'}"

    def talk(self, message: str) -> None:
        """Say something that is not the answer, on stderr."""
        sys.stderr.write(f"showstatus: {one_line(message)}\n")

    @staticmethod
    def progress(rows: Sequence[T], doing: str) -> Iterable[T]:
        """The rows as they are; many of them go by under a bar on stderr, where that is a terminal."""
        if len(rows) < _MANY or not sys.stderr.isatty():
            return rows
        from rich.console import Console
        from rich.progress import track

        return track(rows, doing, console=Console(file=sys.stderr), transient=True, update_period=0.2)

    def _console(self) -> Console:
        from rich.console import Console

        # Given width, height and colours, rich asks neither the terminal nor the environment.
        return Console(
            file=sys.stdout,
            width=self._width(),
            height=25,
            force_terminal=True,
            color_system=None if self._plain else "standard",
            no_color=False,
            highlight=False,
            markup=False,
            emoji=False,
            soft_wrap=False,
        )

    def _width(self) -> int:
        """How many columns a drawing may take: COLUMNS, else those of the terminal that any stream leads to."""
        told = self._environ.get("COLUMNS", "")
        if told.isascii() and told.isdigit() and int(told[:6]) > 0:
            return max(int(told[:6]), NARROWEST)
        for stream in (1, 2, 0):
            try:
                return max(os.get_terminal_size(stream).columns or _USUAL, NARROWEST)
            except OSError:
                continue
        return _USUAL

    @property
    def _is_utf8(self) -> bool:
        return (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"

    @staticmethod
    def _encodable(text: str) -> str:
        encoding = sys.stdout.encoding or "utf-8"
        return text.encode(encoding, "backslashreplace").decode(encoding)
