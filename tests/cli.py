"""Runs the command line as people do: real processes, each in a fresh home, with small registries in sight.

Every run is held to what holds always: no traceback, nothing on stdout beside an error, and every JSON document
fits the schema that `showstatus schema` prints.
"""

from __future__ import annotations

import functools
import json
import os
import re
import shlex
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import jsonschema  # type: ignore[import-untyped]

import showstatus
from tests import forked
from tests.terminals import seen_at_terminal

T = TypeVar("T")
DAY = "2023-01-11"
"""The day as of which every answer is given, unless a test names another."""
SHIPPED = """\
checked = 2023-01-11

[show.heartstopper]
title = "Heartstopper"
platform = "Netflix"
country = "GB"
genres = ["Drama", "Romance"]
release = "all"
ids = { imdb = "tt10638036", tmdb = 124834 }

[[claim]]
show = "heartstopper"
kind = "premiered"
season = 1
value = 2022-04-22
by = "TMDB"

[[claim]]
show = "heartstopper"
kind = "renewed"
seasons = [2, 3]
on = 2022-05-20
by = "Netflix"
url = "https://example.org/renewed"

[[claim]]
show = "heartstopper"
kind = "filming-wrapped"
season = 2
value = 2022-12-02
on = 2022-12-02
by = "Collider"
url = "https://example.org/wrapped"

[[claim]]
show = "heartstopper"
kind = "cast"
season = 2
cast = [{ actor = "Kit Connor", character = "Nick Nelson", since = 1 }, { actor = "Leila Khan", since = 2 }]
on = 2022-09-26

[show.glow]
title = "GLOW"
platform = "Netflix"

[[claim]]
show = "glow"
kind = "premiered"
season = 3
value = 2019-08-09

[[claim]]
show = "glow"
kind = "cancelled"
on = 2020-10-05
by = "Netflix"
url = "https://example.org/glow"

[show.severance]
title = "Severance"
platform = "Apple TV+"
release = "weekly"

[[claim]]
show = "severance"
kind = "premiered"
season = 1
value = 2022-02-18

[show.house-of-the-dragon]
title = "House of the Dragon"
platform = "HBO"
aliases = ["Game of Thrones prequel"]

[show.the-office-uk]
title = "The Office"
qualifier = "UK"

[show.the-office-us]
title = "The Office"
qualifier = "US"
"""
HINT = "showstatus: You follow no show yet"
"""How the line begins that `list` and `next` put on stderr before anything is followed."""
_SOURCES = str(Path(showstatus.__file__).parent.parent)
_CODES_WITH_AN_ANSWER = (0, 10, 11)


@dataclass(frozen=True)
class Done:
    """What a run left: its exit code and its two streams."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The answer, read as JSON."""
        return json.loads(self.out)

    @property
    def rows(self) -> list[list[str]]:
        """The answer, read as tab-separated lines."""
        return [line.split("\t") for line in self.out.removesuffix("\n").split("\n")] if self.out else []

    @property
    def pairs(self) -> dict[str, str]:
        """The answer, read as lines of key and value."""
        return dict(line.split("\t", 1) for line in self.out.splitlines())


class Cli:
    """The command line in a home of its own."""

    def __init__(self, folder: Path, shipped: str | None = SHIPPED) -> None:
        self.folder = folder
        self.registry = folder / "data" / "showstatus" / "shows.toml"
        self.store = folder / "state" / "showstatus" / "showstatus.db"
        self.fetched = folder / "state" / "showstatus" / "fetched.db"
        self.hooks = folder / "config" / "showstatus" / "hooks" / "on-change"
        self.shipped = folder / "shipped.toml"
        self.environ = {
            "HOME": str(folder),
            "PATH": os.environ.get("PATH", ""),
            "PYTHONPATH": _SOURCES,
            "SHOWSTATUS_AS_OF": DAY,
            "SHOWSTATUS_OFFLINE": "1",
            "SHOWSTATUS_SHIPPED": "",
            "SHOWSTATUS_TMDB_URL": "http://127.0.0.1:9",  # where nobody is
            **{f"XDG_{name.upper()}_HOME": str(folder / name) for name in ("data", "state", "config", "cache")},
        }
        if shipped is not None:
            self.ship(shipped)

    def ship(self, text: str) -> None:
        """Make this text the shipped registry."""
        self.shipped.write_text(text, encoding="utf-8")
        self.environ["SHOWSTATUS_SHIPPED"] = str(self.shipped)

    def write(self, text: str) -> None:
        """Make this text the user's registry."""
        self.registry.parent.mkdir(parents=True, exist_ok=True)
        self.registry.write_text(text, encoding="utf-8")

    @property
    def text(self) -> str:
        """The user's registry; empty where there is none."""
        return self.registry.read_text(encoding="utf-8") if self.registry.exists() else ""

    def env(self, **more: str | None) -> dict[str, str]:
        """The environment of a run; None takes a variable away."""
        return {name: value for name, value in {**self.environ, **more}.items() if value is not None}

    def online(self, url: str) -> dict[str, str | None]:
        """The variables of a run that may ask TVmaze, which is at this address."""
        return {"SHOWSTATUS_OFFLINE": None, "SHOWSTATUS_TVMAZE_URL": url}

    def hook(self, script: str, name: str = "tell") -> Path:
        """Make a hook of this shell script, which is run in the folder of the hooks; gives its path."""
        self.hooks.mkdir(parents=True, exist_ok=True)
        path = self.hooks / name
        path.write_text(f'#!/bin/sh\ncd "$(dirname "$0")/.." || exit 9\n{script}\n')
        path.chmod(0o755)
        return path

    def command(self, *words: str) -> list[str]:
        """The words of a process that runs this command line."""
        return [sys.executable, "-m", "showstatus", *words]

    def run(self, *words: str, **environ: str | None) -> Done:
        """Run a command line, whatever comes of it."""
        ran = forked.run([*words], self.env(**environ), timeout=60)
        done = Done(ran.returncode, ran.stdout.decode(), ran.stderr.decode())
        assert "Traceback" not in done.err
        assert "Exception ignored" not in done.err
        answered = done.code in _CODES_WITH_AN_ANSWER or (done.code == 1 and words[0] == "doctor")
        assert answered or done.out == ""
        picked = any(word.startswith("--fields") for word in words)
        if answered and "--json" in words and words[0] != "schema" and not picked:
            jsonschema.Draft202012Validator(
                printed_schema()["properties"][words[0]], format_checker=jsonschema.FormatChecker()
            ).validate(done.document)
        return done

    def fed(self, text: str, *words: str) -> Done:
        """Run a command line that is answered, with this text on its standard input."""
        ran = subprocess.run(
            self.command(*words), input=text.encode(), capture_output=True, env=self.env(), timeout=60, check=False
        )
        assert (0, words) == (ran.returncode, words), ran.stderr.decode()
        return Done(ran.returncode, ran.stdout.decode(), ran.stderr.decode())

    def ok(self, *words: str, **environ: str | None) -> Done:
        """Run a command line that is answered."""
        done = self.run(*words, **environ)
        assert (0, words) == (done.code, words), done.err
        return done

    def said(self, line: str) -> str:
        """What a command line prints that is answered, with its words as a shell takes them."""
        return self.ok(*shlex.split(line)).out

    def fails(self, code: int, *words: str, **environ: str | None) -> str:
        """Run a command line that ends with this code; gives what it said, which is one clear line."""
        done = self.run(*words, **environ)
        assert (code, words) == (done.code, words), done.err
        lines = [line for line in done.err.splitlines() if not line.startswith(HINT)]
        assert len(lines) == 1, done.err
        assert lines[0].startswith("showstatus: ")
        return lines[0]

    def terminal(self, *words: str, columns: int = 80, **environ: str | None) -> str:
        """The answer that a person sees who runs it at a terminal of that width; talk is left out."""
        return seen_at_terminal(self.command(*words), self._person(environ), columns)

    def screen(self, *words: str, columns: int = 80, code: int = 0) -> str:
        """All that a person sees there, what is said on stderr as well; the run ends with that code."""
        return seen_at_terminal(self.command(*words), self._person({}), columns, talks=True, code=code)

    def _person(self, more: Mapping[str, str | None]) -> dict[str, str]:
        return self.env(**{"TERM": "xterm-256color", "LANG": "C.UTF-8", **more})


def together(*runs: Callable[[], T]) -> list[T]:
    """What several runs give that are made side by side: it saves time, and the store has to bear it."""
    with ThreadPoolExecutor(4) as pool:
        return list(pool.map(lambda run: run(), runs))


@functools.cache
def printed_schema() -> Any:
    """The schema of every document, as the command line prints it."""
    environ = {**os.environ, "PYTHONPATH": _SOURCES}
    words = [sys.executable, "-m", "showstatus", "schema"]
    schema = json.loads(subprocess.run(words, capture_output=True, env=environ, timeout=60, check=True).stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    return schema


ESCAPES = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b\x07]*\x1b\\")
"""Colours and links, as a drawing holds them."""


def plain(seen: str) -> str:
    """What is seen without colours and links; nothing else may steer the terminal."""
    text = ESCAPES.sub("", seen)
    assert not [char for char in text if unicodedata.category(char) == "Cc" and char != "\n"]
    return text


def cells(line: str) -> int:
    """How many columns of a terminal a line takes; emoji that are joined take those of one."""
    alone = re.sub("\u200d.", "", line)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in alone
    )


def widest(seen: str) -> int:
    """How many columns the widest line takes."""
    return max(map(cells, plain(seen).splitlines()))
