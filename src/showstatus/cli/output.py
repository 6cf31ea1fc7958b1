"""Where answers and talk go: answers to stdout, everything else to stderr, each with its own console.

On a terminal an answer is a card or a table; in a pipe it is plain lines. `--color always` asks for the terminal's
look in a pipe as well.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from showstatus.views.plain import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rich.console import Console, RenderableType

_LOOKS = ("COLUMNS", "TERM", "COLORTERM", "NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE")
"""What rich reads in the environment."""


class Output:
    """The two streams of one run."""

    def __init__(self, color: str, environ: Mapping[str, str]) -> None:
        self._color = color
        self._environ = environ
        self.is_terminal = color == "always" or sys.stdout.isatty()
        """Whether answers are for a person at a terminal."""

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
        if not text.isascii() and (sys.stdout.encoding or "").lower().replace("-", "") != "utf8":
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
        return capture.get()

    @property
    def look(self) -> str:
        """Everything that a drawing depends on beside what is drawn: it tells one kept drawing from another."""
        try:
            width = os.get_terminal_size(sys.stdout.fileno()).columns
        except (OSError, ValueError):
            width = 0
        told = [self._environ.get(name, "") for name in _LOOKS]
        return " ".join([self._color, sys.stdout.encoding or "", str(width), *told])

    def talk(self, message: str) -> None:
        """Say something that is not the answer, on stderr."""
        sys.stderr.write(f"showstatus: {one_line(message)}\n")

    def _console(self) -> Console:
        from rich.console import Console

        no_color = self._color == "never" or (bool(self._environ.get("NO_COLOR")) and self._color != "always")
        return Console(
            file=sys.stdout,
            force_terminal=True if self.is_terminal else None,
            no_color=no_color,
            highlight=False,
            markup=False,
            emoji=False,
            soft_wrap=False,
        )

    @staticmethod
    def _encodable(text: str) -> str:
        encoding = sys.stdout.encoding or "utf-8"
        return text.encode(encoding, "backslashreplace").decode(encoding)
