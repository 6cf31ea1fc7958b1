"""The manual page, from the same tables that make the help: commands, options, examples and topics, set in roff."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator

from showstatus import __version__
from showstatus.cli.command import COMMON_OPTIONS, Argument, Command, Option
from showstatus.cli.run import commands
from showstatus.cli.topics import TOPICS, Block, Code, Terms
from showstatus.cli.typer_app import ABOUT

_SIGNS = {"\\": r"\e", "-": r"\-", "“": r"\(lq", "”": r"\(rq", "–": r"\(en", "…": "...", "`": ""}
_SECTIONS = {"exit-codes": "EXIT STATUS"}
"""Sections that readers look for by a name of their own."""


def man_page() -> str:
    """The page as a text in roff, with the man macros."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield r".\" Made by scripts/docs from the code; edits here are lost."
    yield f'.TH SHOWSTATUS 1 "" "showstatus {__version__}" "User Commands"'
    yield ".SH NAME"
    yield f"showstatus {_text('-')} {_text(ABOUT[0].lower() + ABOUT[1:].rstrip('.'))}"
    yield from (".SH SYNOPSIS", ".B showstatus", ".I COMMAND", _text("[OPTION...] [WORD...]"))
    yield ".SH DESCRIPTION"
    yield from _filled(ABOUT)
    yield from _filled("It answers offline, from dated claims with their sources; what nobody knows it estimates.")
    yield ".SH COMMANDS"
    for command in commands():
        yield from _command(command)
    yield ".SH COMMON OPTIONS"
    yield "Every command takes these behind its name."
    yield from _options(COMMON_OPTIONS)
    for name, made in TOPICS.items():
        topic = made()
        yield f'.SH "{_SECTIONS.get(name, name.upper())}"'
        for number, block in enumerate(topic.blocks):
            yield from _block(block, first=number == 0)


def _command(command: Command) -> Iterator[str]:
    words = " ".join(map(_word, command.arguments))
    yield f'.SS "{_text(f"{command.name} {words}".rstrip())}"'
    yield from _filled(command.summary)
    if command.details:
        yield from (".PP", *_filled(command.details))
    yield from _options(command.options)
    for example in command.examples:
        yield from (".PP", _text(f"{example.what[:1].upper()}{example.what[1:]}:"))
        yield from _code([f"showstatus {example.line}"])


def _word(argument: Argument) -> str:
    name = argument.name.upper() + ("..." if argument.many else "")
    return name if argument.required else f"[{name}]"


def _options(options: Iterable[Option]) -> Iterator[str]:
    for option in options:
        value = rf" \fI{_text(option.value)}\fR" if option.value else ""
        yield from (".TP", rf"\fB{_text(option.flag)}\fR{value}", *_filled(option.help))


def _block(block: Block, *, first: bool) -> Iterator[str]:
    if isinstance(block, Terms):
        for term, meaning in block.rows:
            yield from (".TP", rf"\fB{_text(term)}\fR", *_filled(meaning))
    elif isinstance(block, Code):
        yield from _code(block.lines)
    else:
        yield from (*(() if first else (".PP",)), *_filled(block))


def _code(lines: Iterable[str]) -> Iterator[str]:
    yield from (".RS 4", ".nf", *(_text(line) or r"\&" for line in lines), ".fi", ".RE")


def _filled(text: str) -> Iterator[str]:
    """A paragraph on lines that a person can read in the source."""
    return map(_text, textwrap.wrap(text, 76, break_long_words=False, break_on_hyphens=False))


def _text(text: str) -> str:
    """A text as roff takes it: nothing in it is read as a request or an escape."""
    told = "".join(_SIGNS.get(char, char if char.isascii() else rf"\[u{ord(char):04X}]") for char in text)
    return re.sub(r"^(?=[.'])", r"\&", told.replace('"', r"\(dq"))
