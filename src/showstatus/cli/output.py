"""Where answers and talk go: answers to stdout, everything else to stderr, each with its own console.

On a terminal an answer is a card or a table, and sentences are folded to its width; in a pipe both are plain lines.
`--color always` (and FORCE_COLOR) asks for cards and tables in a pipe as well; `--color never` and NO_COLOR take every
escape sequence out of them.
"""

from __future__ import annotations

import codecs
import os
import re
import sys
from collections.abc import Iterable, Mapping

from showstatus.views.plain import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

    from rich.console import Console, RenderableType

NARROWEST = 20
"""Fewer columns than this are not believed."""
_USUAL = 80
_USUAL_HEIGHT = 24
_ASCII = str.maketrans("“”‘’–—·−…→", "\"\"''----.>")
"""Our own signs in ASCII, each as wide as it was."""
_RESET = "\x1b[0m"
_SEEN_ON_BLANKS = re.compile(r"(?:^|;)(?:4|7|9|21|4\d|10\d)(?:;|$)")
"""Styles that are seen where nothing is written: lines under it and through it, and a colour behind it."""


def _question_marks(error: UnicodeError) -> tuple[str, int]:
    """As many question marks as the characters that an encoding lacks are wide, so that columns stay in line."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    from rich.cells import cell_len

    return "?" * cell_len(error.object[error.start : error.end]), error.end


_AS_WIDE = "showstatus.as-wide"
codecs.register_error(_AS_WIDE, _question_marks)


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

    @property
    def can_redraw(self) -> bool:
        """Whether stdout is a screen whose cursor can be moved."""
        return self.at_terminal and self._environ.get("TERM") not in (None, "", "dumb", "unknown")

    @property
    def height(self) -> int:
        """How many lines the terminal shows."""
        try:
            return os.get_terminal_size(sys.stdout.fileno()).lines or _USUAL_HEIGHT
        except OSError:
            return _USUAL_HEIGHT

    def lines(self, text: str) -> None:
        """Print an answer as it is; a final line break is added where it lacks one."""
        if text:
            sys.stdout.write(self._encodable(text if text.endswith("\n") else f"{text}\n"))

    def flush(self) -> None:
        """Let what was printed reach whoever reads it: what is noted as told after this has been told."""
        sys.stdout.flush()

    def raw(self, data: bytes) -> None:
        """Print a file as it is, whatever the encoding of the terminal."""
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()

    def prose(self, text: str) -> None:
        """Print a text of our own; where stdout is not UTF-8, its signs are replaced by others of ASCII."""
        self.lines(text if self._is_utf8 else text.translate(_ASCII))

    def sentences(self, text: str, hanging: int = 0) -> None:
        """Print an answer that is read as text: a person sees no word broken at the edge of the terminal.

        What does not fit a line goes on below it, indented by `hanging` more.
        """
        self.lines(_folded(text, sys.stdout, self.width, hanging))

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
        text = "\n".join(map(_trimmed, capture.get().split("\n")))
        if self._is_utf8:
            return text
        encoding = sys.stdout.encoding or "ascii"
        return text.translate(_ASCII).encode(encoding, _AS_WIDE).decode(encoding)

    @property
    def look(self) -> str:
        """Everything that a drawing depends on beside what is drawn: it tells one kept drawing from another."""
        return f"{sys.stdout.encoding} {self.width} {'plain' if self._plain else 'coloured'}"

    def talk(self, message: str) -> None:
        """Say something that is not the answer, on stderr."""
        talk(message, self._environ)

    def ask(self, question: str) -> None:
        """Say on stderr what a person is to answer, and leave the cursor behind it where no line break ends it."""
        sys.stderr.write(_folded(question, sys.stderr, _columns(self._environ, (2,))))
        sys.stderr.flush()

    def _console(self) -> Console:
        from rich.console import Console

        # Given width, height and colours, rich asks neither the terminal nor the environment.
        return Console(
            file=sys.stdout,
            width=self.width,
            height=25,
            force_terminal=True,
            color_system=None if self._plain else "standard",
            no_color=False,
            highlight=False,
            markup=False,
            emoji=False,
            soft_wrap=False,
        )

    @property
    def width(self) -> int:
        """How many columns a drawing may take: COLUMNS, else those of the terminal that any stream leads to."""
        return _columns(self._environ, (1, 2, 0))

    @property
    def _is_utf8(self) -> bool:
        return (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"

    @staticmethod
    def _encodable(text: str) -> str:
        encoding = sys.stdout.encoding or "utf-8"
        return text.encode(encoding, "backslashreplace").decode(encoding)


def _trimmed(line: str) -> str:
    """A line as rich drew it, without the blanks that fill its last cells: copied text and narrow screens show them.

    Rich writes one styled stretch after the other, each reset at its end, and never one within another.
    """
    while line.endswith((" ", f" {_RESET}")):
        line = line.rstrip(" ")
        if not line.endswith(f" {_RESET}"):
            continue
        before, _, last = line.removesuffix(_RESET).rpartition("\x1b[")
        style, _, text = last.partition("m")
        if _SEEN_ON_BLANKS.search(style):
            break
        text = text.rstrip(" ")
        line = f"{before}\x1b[{style}m{text}{_RESET}" if text else before
    return line


def talk(message: str, environ: Mapping[str, str]) -> None:
    """Say one thing that is not the answer, on stderr."""
    said = _folded(f"showstatus: {one_line(message)}", sys.stderr, _columns(environ, (2,)), hanging=2)
    sys.stderr.write(f"{said}\n")


def _folded(text: str, stream: TextIO, width: int, hanging: int = 0) -> str:
    """The text as a person can read it where the stream is a terminal; as it is elsewhere."""
    if not stream.isatty():
        return text
    from showstatus.views.folding import fold

    return fold(text, width, hanging)


def _columns(environ: Mapping[str, str], descriptors: Iterable[int]) -> int:
    """How many columns there are: COLUMNS, else those of the first of these descriptors that is a terminal."""
    told = environ.get("COLUMNS", "")
    if told.isascii() and told.isdigit() and int(told[:6]) > 0:
        return max(int(told[:6]), NARROWEST)
    for descriptor in descriptors:
        try:
            return max(os.get_terminal_size(descriptor).columns or _USUAL, NARROWEST)
        except OSError:
            continue
    return _USUAL
