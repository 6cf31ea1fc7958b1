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
from showstatus.errors import NoSuchShow, ShowstatusError, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

    from typer import Typer

    from showstatus.cli.session import Session

COMMANDS = (
    "check", "list", "next", "timeline", "calendar", "binge", "log", "changes", "forecast", "score", "backtest",
    "read", "feed", "inbox", "answer", "search", "catalogue", "add", "import", "remove",
    "refresh", "notify", "registry", "publish", "claim", "withdraw", "pin", "tag",
    "note", "alias", "undo", "open", "export", "site", "doctor", "path", "schema", "help",
)  # fmt: skip
INTERRUPTED = 130
_COMPLETE = "_SHOWSTATUS_COMPLETE"
"""What a shell sets in the environment when it wants completions."""


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
        _drop_output()  # whoever read the answer has had enough
        return 0
    except OSError as error:
        _drop_output()
        what = f"{error.filename}:" if error.filename else "The answer could not be written:"
        from showstatus.ledger.whole_file import next_step

        step = next_step(error)
        return _fail(f"{what} {error.strerror or error}{f'; {step}' if step else ''}.", 1)


def load(name: str) -> ModuleType:
    """The module of a command."""
    file = "import_" if name == "import" else name  # a module cannot be named like a word of the language
    return importlib.import_module(f"showstatus.cli.commands.{file}")


def commands() -> list[Command]:
    """Every command, loaded."""
    return [load(name).COMMAND for name in COMMANDS]


def _dispatch(words: Sequence[str]) -> int:
    if words and words[0] in COMMANDS and _COMPLETE not in os.environ:
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
    try:
        return _called(command, session, own)
    finally:
        session.close()


def _called(command: Command, session: Session, own: Values) -> int:
    try:
        return int(load(command.name).run(session, **own))
    except NoSuchShow as error:
        from showstatus.cli.listed import hinted

        raise hinted(session, error) from error
    except Exception as error:
        if not session.did_without(error):
            raise
    # Every command is done reading before it writes or prints anything, so it may begin again.
    return int(load(command.name).run(session, **own))


def command_help(name: str) -> int:
    """Print the help of one command."""
    return _with_typer([name, "--help"])


def _with_typer(words: Sequence[str]) -> int:
    from showstatus.cli.typer_app import build, mistake

    app = build(commands(), call)
    try:
        if not words and _COMPLETE not in os.environ:
            return _help_on_stderr(app)
        code = app(list(words), prog_name="showstatus", standalone_mode=False)
    except SystemExit as stop:  # completion, and help that nobody reads
        code = stop.code
    except Exception as error:
        told = mistake(error)
        if told is None:
            raise
        raise told from error
    return code if isinstance(code, int) else 0


def _help_on_stderr(app: Typer) -> int:
    """Show the help to somebody who asked nothing: that is no answer."""
    import contextlib

    with contextlib.redirect_stdout(sys.stderr):
        app(["--help"], prog_name="showstatus", standalone_mode=False)
    return UsageError.exit_code


def _drop_output() -> None:
    """Keep what is still buffered from being written at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fail(message: object, code: int) -> int:
    from showstatus.cli.output import talk

    talk(str(message), os.environ)
    return code
