"""The same commands as a Typer application: help, completion, and clear words for mistakes."""

from __future__ import annotations

import inspect
import os
import re
import shutil
from collections.abc import Callable
from typing import Annotated, Any

import typer

from showstatus import __version__
from showstatus.cli.argv import Values
from showstatus.cli.command import Argument, Command, Option
from showstatus.errors import UsageError
from showstatus.views.folding import fold

ABOUT = "Whether a TV show is renewed or cancelled, what is confirmed, and when its next season comes."

_WIDEST, _INSET = 80, 4
"""How wide Click sets a help page at most, and how much of that it leaves empty beside what ends the page."""

_QUOTED = re.compile(r"(?<!\w)'([^']*)'(?!\w)")
"""How Click marks the words that it was given; we mark them as everywhere else."""

Call = Callable[[Command, Values], int]


def build(commands: list[Command], call: Call) -> typer.Typer:
    """The application; `call` runs a command with its values and returns the exit code."""
    app = typer.Typer(name="showstatus", help=ABOUT, rich_markup_mode=None, pretty_exceptions_enable=False)

    def about(
        version: Annotated[
            bool, typer.Option("--version", help="Print the version and leave.", callback=_print_version, is_eager=True)
        ] = False,
    ) -> None:
        del version

    app.callback()(about)
    for command in commands:
        help_text = f"{command.summary}\n\n{command.details}" if command.details else command.summary
        told = app.command(command.name, help=help_text, short_help=command.summary, epilog=examples(command))
        told(_function(command, call))
    return app


def examples(command: Command) -> str:
    """The examples of a command, as Click shows a text whose lines it must not fill (the mark is its own)."""
    width = min(shutil.get_terminal_size().columns, _WIDEST) - _INSET
    lines = [f"  showstatus {one.line}\n{fold(f'      {one.what}', width)}" for one in command.examples]
    return "\n".join(["\b", "Examples:", *lines]) if lines else ""


def mistake(error: Exception) -> UsageError | None:
    """What Typer has to say about a command line, as an error of ours; None for an error that is not Typer's."""
    said = getattr(error, "format_message", None)
    if said is None:
        return None
    where = getattr(getattr(error, "ctx", None), "command_path", "showstatus")
    words = _QUOTED.sub(r"“\1”", said().rstrip("."))
    return UsageError(f"{words}{'' if words.endswith('?') else '.'} Try `{where} --help`.")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"showstatus {__version__}")
        raise typer.Exit


def _function(command: Command, call: Call) -> Callable[..., None]:
    def function(**values: object) -> None:
        raise typer.Exit(call(command, values))

    parameters = [*map(_argument, command.arguments), *map(_option, command.all_options)]
    function.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    function.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return function


def _argument(argument: Argument) -> inspect.Parameter:
    kind: Any = list[str] if argument.many else str
    told = typer.Argument(
        help=argument.help,
        metavar=argument.name.upper(),
        autocompletion=_shows if argument.is_show else _completer(argument.choices),
    )
    default: Any = inspect.Parameter.empty
    if not argument.required:
        kind, default = (kind, []) if argument.many else (kind | None, None)
    return _parameter(argument.name, Annotated[kind, told], default)


def _option(option: Option) -> inspect.Parameter:
    if option.value is None:
        return _parameter(option.name, Annotated[bool, typer.Option(option.flag, help=option.help)], False)
    one: Any = int if option.number else str
    told = typer.Option(
        option.flag,
        help=option.help,
        metavar="|".join(option.choices) if option.choices else option.value,
        parser=_number if option.number else None,
        callback=_chosen(option) if option.choices else None,
        autocompletion=_completer(option.choices),
    )
    if option.many:
        return _parameter(option.name, Annotated[list[one], told], [])
    return _parameter(option.name, Annotated[one | None, told], None)


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not text.strip("0"):
        raise typer.BadParameter(f"“{text}” is no whole number of 1 or more.")
    return int(text)


def _parameter(name: str, annotation: Any, default: Any) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=annotation, default=default)


def _chosen(option: Option) -> Callable[[Any], Any]:
    def check(value: Any) -> Any:
        for word in value if isinstance(value, list) else [value]:
            if word is not None and word not in option.choices:
                raise typer.BadParameter(f"“{word}” is none of {', '.join(option.choices)}.")
        return value

    return check


def _completer(choices: tuple[str, ...]) -> Callable[[str], list[str]] | None:
    if not choices:
        return None

    def complete(incomplete: str) -> list[str]:
        return [choice for choice in choices if choice.startswith(incomplete)]

    return complete


def _shows(incomplete: str) -> list[str]:
    """The shows whose name begins with what was typed; none where the registry cannot be read."""
    from contextlib import closing

    from showstatus.errors import ShowstatusError
    from showstatus.ledger.ledger import Ledger
    from showstatus.ledger.store import FAULTS
    from showstatus.places import places

    try:
        where = places(os.environ)
        with closing(Ledger(where.store, shipped=where.shipped, user=where.registry, shared=where.copies)) as ledger:
            return ledger.complete(incomplete)
    except (ShowstatusError, *FAULTS):
        return []
