"""From a command line to an exit code: finds the command, runs it, and says what went wrong.

The codes are those of the exception classes in `errors`. Only the command that was named is loaded; all of them
for help and completion.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence

from showstatus.cli.argv import Values, read
from showstatus.cli.command import Command
from showstatus.errors import ShowstatusError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

COMMANDS = (
    "check", "list", "next", "log", "add", "remove", "claim", "withdraw", "pin", "tag", "note", "alias",
    "open", "doctor", "path", "schema",
)  # fmt: skip
INTERRUPTED = 130


def run(words: Sequence[str]) -> int:
    """Run one command line and return its exit code; nothing but an answer ever goes to stdout."""
    try:
        code = _dispatch(words)
        sys.stdout.flush()
        return code
    except ShowstatusError as error:
        return _fail(error, error.exit_code)
    except KeyboardInterrupt:
        return _fail("Interrupted.", INTERRUPTED)
    except BrokenPipeError:
        # Whoever read the answer has had enough; what is still buffered must not be written at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        return _fail(f"{error.filename or 'The answer'}: {error.strerror or error}.", 1)


def load(name: str) -> ModuleType:
    """The module of a command."""
    return importlib.import_module(f"showstatus.cli.commands.{name}")


def commands() -> list[Command]:
    """Every command, loaded."""
    return [load(name).COMMAND for name in COMMANDS]


def _dispatch(words: Sequence[str]) -> int:
    if words and words[0] in COMMANDS and "_SHOWSTATUS_COMPLETE" not in os.environ:
        module = load(words[0])
        values = read(module.COMMAND, words[1:])
        if values is not None:
            return call(module.COMMAND, values)
    elif list(words) == ["--version"]:
        from showstatus import __version__

        sys.stdout.write(f"showstatus {__version__}\n")
        return 0
    return _with_typer(words)


def call(command: Command, values: Values) -> int:
    """Run one command with its values."""
    from showstatus.cli.session import open_session

    session = open_session(values, os.environ)
    own = {key: value for key, value in values.items() if key not in session.TAKEN}
    return int(load(command.name).run(session, **own))


def _with_typer(words: Sequence[str]) -> int:
    from showstatus.cli.typer_app import build

    try:
        build(commands(), call)(list(words), prog_name="showstatus")
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 0
    return 0


def _fail(message: object, code: int) -> int:
    from showstatus.views.plain import one_line

    sys.stderr.write(f"showstatus: {one_line(str(message))}\n")
    return code
