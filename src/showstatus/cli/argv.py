"""Reads a plain command line quickly; whatever is not plain is left to Typer.

Importing Typer alone takes as long as six starts of Python, which a prompt or a loop in a shell script would feel
at every call. So a command line in which every word is understood at once is read here, from the same tables
Typer is given; for help, completion, mistakes and anything unusual `read` returns None and Typer takes over.
A property test holds that both read the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from showstatus.cli.command import Command, Option

_MOST_DIGITS = 9
Values = dict[str, object]
"""What a command is called with, by keyword."""


def read(command: Command, words: Sequence[str]) -> Values | None:
    """The values a command line gives; None where it takes more than a plain reading."""
    options = {option.flag: option for option in command.all_options}
    values: Values = {o.name: [] if o.many else None if o.value else False for o in command.all_options}
    alone: list[str] = []
    rest = iter(words)
    for word in rest:
        if not word.startswith("-") or word == "-":
            alone.append(word)
            continue
        flag, equals, given = word.partition("=")
        option = options.get(flag)
        if option is None or (equals and option.value is None):
            return None
        if option.value is None:
            values[option.name] = True
            continue
        text = given if equals else next(rest, None)
        # A value that looks like an option is more likely a forgotten one: let Typer judge.
        if text is None or (not equals and text.startswith("-")) or not _take(option, text, values):
            return None
    return values if _assign(command, alone, values) else None


def _take(option: Option, text: str, values: Values) -> bool:
    value: object = text
    if option.number:
        if not (text.isascii() and text.isdigit() and text[0] != "0" and len(text) <= _MOST_DIGITS):
            return False
        value = int(text)
    if option.choices and text not in option.choices:
        return False
    if option.many:
        values[option.name] = [*_list(values[option.name]), value]
    else:
        values[option.name] = value
    return True


def _assign(command: Command, alone: list[str], values: Values) -> bool:
    left = list(alone)
    for argument in command.arguments:
        if argument.many:
            if argument.required and not left:
                return False
            values[argument.name], left = left, []
        elif left:
            values[argument.name] = left.pop(0)
        elif argument.required:
            return False
        else:
            values[argument.name] = None
    return not left


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
