"""What a command takes: its arguments and options as values, from which everything about it is made.

The quick reader in `argv`, the Typer application in `typer_app` and the reference pages all read these tables, so
that an option is described once. They are read at every start, and a named tuple is made three times as fast as a
dataclass.
"""

from __future__ import annotations

from typing import NamedTuple

COLORS = ("auto", "always", "never")


class Argument(NamedTuple):
    """A word that stands by itself."""

    name: str
    help: str
    is_show: bool = False
    """Whether it names a show, for completion."""
    many: bool = False
    """Whether it takes the rest of the words."""
    required: bool = True
    choices: tuple[str, ...] = ()
    """What it may be, for completion; the command itself judges it."""


class Option(NamedTuple):
    """A word that begins with two dashes: a flag, or a name with a value."""

    flag: str
    help: str
    value: str | None = None
    """What the value is called in help (“DAY”); None for a flag that takes none."""
    number: bool = False
    """Whether the value is a whole number of 1 or more."""
    choices: tuple[str, ...] = ()
    many: bool = False
    """Whether it may be given several times."""

    @property
    def name(self) -> str:
        """The keyword under which a command receives it."""
        return self.flag.lstrip("-").replace("-", "_")


class Example(NamedTuple):
    """A command line that shows what a command is for."""

    line: str
    """What is typed, without the name of the program."""
    what: str
    """What it does, as the rest of a sentence that begins with “to”."""


class Command(NamedTuple):
    """One command. Its module has a function `run(session, **values) -> exit code`."""

    name: str
    summary: str
    """One line for the list of commands."""
    details: str = ""
    """What help says below the summary."""
    arguments: tuple[Argument, ...] = ()
    options: tuple[Option, ...] = ()
    examples: tuple[Example, ...] = ()

    @property
    def all_options(self) -> tuple[Option, ...]:
        """Its own options and those that every command takes."""
        return (*self.options, *COMMON_OPTIONS)


SHOW = Argument("show", "A show: slug, title, “title (qualifier)”, alias or initials.", is_show=True)
SHOWS = Argument("shows", "Shows: slug, title, alias or initials.", is_show=True, many=True, required=False)

COMMON_OPTIONS = (
    Option("--json", "Print one JSON document instead."),
    Option("--fields", "Print JSON with these fields only.", "A,B"),
    Option("--as-of", "Answer as of this day, by what was known then.", "DAY"),
    Option("--registry", "Use this file as your registry.", "FILE"),
    Option("--color", "When to use colour and cards.", "WHEN", choices=COLORS),
    Option("--offline", "Never open a connection."),
)
"""What every command takes, behind its name."""
