"""The command line in this very process, in a home of its own, held to what holds whatever it reads."""

from __future__ import annotations

import contextlib
import functools
import json
import os
import sys
import tempfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]

from tests.cli import DAY, ESCAPES, SHIPPED

CODES = {0, 1, 2, 3, 4, 5, 6}
_STEERS = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
_ALLOWED = "\n\t\u200c\u200d\u00ad"
_VERBATIM = ("export", "publish", "schema")
"""Commands whose answer is a file, which holds texts as they are."""


class Desk:
    """Runs command lines."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.registry = folder / "data" / "showstatus" / "shows.toml"
        self.fetched = folder / "state" / "showstatus" / "fetched.db"
        self.shipped = folder / "shipped.toml"
        self.shipped.write_text(SHIPPED, encoding="utf-8")
        self.registry.parent.mkdir(parents=True)
        self._environ = {
            "HOME": str(folder),
            "PATH": os.environ.get("PATH", ""),
            "COLUMNS": "72",
            "SHOWSTATUS_AS_OF": DAY,
            "SHOWSTATUS_OFFLINE": "1",
            "SHOWSTATUS_SHIPPED": str(self.shipped),
            **{f"XDG_{name.upper()}_HOME": str(folder / name) for name in ("data", "state", "config", "cache")},
        }

    def write(self, text: str) -> None:
        """Make this the user's registry."""
        self.registry.write_text(text, encoding="utf-8", errors="replace", newline="")

    def file(self, name: str, data: bytes) -> str:
        """Make a file; gives its path."""
        path = self.folder / name
        path.write_bytes(data)
        return str(path)

    def run(self, *words: str) -> tuple[int, str]:
        """Run a command line; gives its code and its answer. Raises whatever the program did not foresee."""
        from showstatus.cli.run import run

        with self._in_place() as streams:
            code = run(words)
            sys.stdout.flush()
            out, err = (path.read_bytes().decode() for path in streams)
        _check(words, code, out, err)
        return code, out

    @contextlib.contextmanager
    def _in_place(self) -> Iterator[tuple[Path, Path]]:
        paths = (self.folder / "out", self.folder / "err")
        before = (sys.stdin, sys.stdout, sys.stderr, dict(os.environ))
        os.environ.clear()
        os.environ.update(self._environ)
        with contextlib.ExitStack() as files:
            nothing = files.enter_context(open(os.devnull))
            out, err = (files.enter_context(open(path, "w", encoding="utf-8", buffering=1)) for path in paths)
            sys.stdin, sys.stdout, sys.stderr = nothing, out, err
            try:
                yield paths
            finally:
                sys.stdin, sys.stdout, sys.stderr, environ = before
                os.environ.clear()
                os.environ.update(environ)


def _check(words: tuple[str, ...], code: int, out: str, err: str) -> None:
    """What holds of every run."""
    assert code in CODES, code
    assert not out or code == 0 or (code == 1 and words[0] == "doctor"), (code, out)
    assert all(line.startswith("showstatus: ") for line in err.splitlines()), err
    assert code == 0 or out or len(err.splitlines()) >= 1
    if "--json" in words and out:
        _fits(words[0], json.loads(out, parse_constant=_no_constant))
    elif words[0] not in _VERBATIM:
        seen = ESCAPES.sub("", out) + err
        assert not [char for char in seen if char not in _ALLOWED and unicodedata.category(char) in _STEERS], seen


def _no_constant(name: str) -> object:
    raise AssertionError(f"{name} is no JSON")


def _fits(command: str, document: Any) -> None:
    validator = _validator(command)
    if validator is not None:
        validator.validate(document)


@functools.cache
def _validator(command: str) -> Any:
    from showstatus.views.json_schema import SCHEMA

    known = SCHEMA["properties"]
    return jsonschema.Draft202012Validator(known[command]) if command in known else None


@functools.cache
def desk() -> Desk:
    """The one desk of this process, in a folder that goes away with it."""
    shared = "/dev/shm" if os.path.isdir("/dev/shm") else None  # no disk to wait for
    folder = tempfile.TemporaryDirectory(prefix="fuzzing-", dir=shared)
    made = Desk(Path(folder.name).resolve())
    made.lease = folder  # type: ignore[attr-defined]
    return made
