"""Makes the generated pages: docs/reference and man from the code, what README.md and docs/how-to show.

    python tools/build_docs.py [--check]

With --check nothing is written; the exit code is 1 where a page is out of step. The examples of a page run in order,
in a home of their own, as of `README_DAY`, each in a terminal of 80 columns; ``sh`` and ``crontab`` blocks run too,
and must succeed. What asks TVmaze asks a stand-in that knows one show.
"""

from __future__ import annotations

import os
import pty
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from man_page import man_page
from showstatus.claims import KINDS
from showstatus.cli import run as command_line
from showstatus.cli.command import COMMON_OPTIONS
from showstatus.cli.topics import Terms, exit_codes
from showstatus.cli.typer_app import build
from showstatus.views.json_schema import SCHEMA
from showstatus.views.lines import BINGE_COLUMNS, CALENDAR_COLUMNS, LIST_COLUMNS, SPAN_COLUMNS

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.standin import StandIn, season  # noqa: E402 - the checkout is no installed package

REFERENCE = ROOT / "docs" / "reference"
EXECUTED = (
    ROOT / "README.md",
    *sorted((ROOT / "docs" / "tutorial").glob("*.md")),
    *sorted((ROOT / "docs" / "how-to").glob("*.md")),
)
"""The pages whose examples are run."""
README_DAY = "2026-11-22"
"""The day as of which the README's examples are answered."""
PIPED = {
    "`list` and `next`": LIST_COLUMNS,
    "`timeline`, a line for each span": SPAN_COLUMNS,
    "`calendar`": CALENDAR_COLUMNS,
    "`binge`": BINGE_COLUMNS,
}
"""What goes down a pipe, by command."""
MADE = "<!-- Made by scripts/docs from the code; edits here are lost. -->\n\n"
_BLOCK = re.compile(r"^```(console|sh|crontab)\n(.*?)^```$", re.M | re.S)
_ESCAPES = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\")


def main(check: bool) -> int:
    """Make or check every page."""
    # A first use tells that it sets up what it needs; no example is to show that.
    subprocess.run([ROOT / "scripts" / "showstatus", "--version"], check=True, capture_output=True)
    pages = {
        REFERENCE / "commands.md": commands_page(),
        REFERENCE / "exit-codes.md": exit_codes_page(),
        REFERENCE / "json.md": json_page(),
        REFERENCE / "claim-kinds.md": kinds_page(),
        ROOT / "man" / "showstatus.1": man_page(),
        **{path: executed(path) for path in EXECUTED},
    }
    stale = [path for path, text in pages.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path in stale:
        if check:
            print(f"{path.relative_to(ROOT)} is out of step; run scripts/docs")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(pages[path], encoding="utf-8")
            print(f"wrote {path.relative_to(ROOT)}")
    return 1 if check and stale else 0


def commands_page() -> str:
    """Every command's help."""
    app = build(command_line.commands(), lambda _command, _values: 0)
    runner = CliRunner()

    def help_of(*words: str) -> str:
        result = runner.invoke(app, [*words, "--help"], env={"COLUMNS": "80", "TERM": "dumb"}, prog_name="showstatus")
        return "```text\n" + "\n".join(line.rstrip() for line in result.output.strip().splitlines()) + "\n```\n"

    text = f"{MADE}# Commands\n\n{help_of()}\n"
    text += "Every command takes " + ", ".join(f"`{option.flag}`" for option in COMMON_OPTIONS) + " behind its name.\n"
    text += "\nIn a pipe these commands print columns, separated by tabs:\n\n"
    for commands, columns in PIPED.items():
        text += f"- {commands}: " + ", ".join(f"{number} `{name}`" for number, name in enumerate(columns, 1)) + "\n"
    for command in command_line.commands():
        text += f"\n## {command.name}\n\n{help_of(command.name)}"
    return text


def exit_codes_page() -> str:
    """The topic of the exit codes as a page."""
    text = f"{MADE}# Exit codes\n"
    for block in exit_codes().blocks:
        if isinstance(block, Terms):
            text += "\n| code | meaning |\n|---|---|\n"
            text += "".join(f"| {code} | {meaning} |\n" for code, meaning in block.rows)
        elif isinstance(block, str):
            text += f"\n{block}\n"
    return text


def json_page() -> str:
    """The fields of each document, from the schema."""
    text = (
        f"{MADE}# JSON documents\n\n`showstatus schema` prints the JSON Schema. Fields may be added, none goes away.\n"
    )
    for command, schema in SCHEMA["properties"].items():
        text += f"\n## {command}\n\n| field | holds |\n|---|---|\n"
        text += "".join(f"| `{name}` | {holds} |\n" for name, holds in fields("", schema))
    return text


def fields(prefix: str, schema: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The fields of an object and of the objects in it, with what each holds."""
    for name, one in schema.get("properties", {}).items():
        null = "anyOf" in one
        inner = one["anyOf"][0] if null else one
        items = inner.get("items", {})
        yield f"{prefix}{name}", holds(inner) + (", or null" if null else "")
        if inner.get("properties"):
            yield from fields(f"{prefix}{name}.", inner)
        elif items.get("properties"):
            yield from fields(f"{prefix}{name}[].", items)


def holds(schema: dict[str, Any]) -> str:
    """What a value is, in words."""
    if "enum" in schema:
        return " · ".join(f"`{value}`" for value in schema["enum"])
    if "const" in schema:
        return f"`{schema['const']}`"
    kind = schema.get("type")
    if kind == "array":
        return f"list of {holds(schema['items'])}"
    if schema.get("format") == "date":
        return "day"
    words = {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false"}
    return words.get(str(kind), "text, number or null" if isinstance(kind, list) else "object")


def kinds_page() -> str:
    """The table of claim kinds."""
    value = {"date": "a date, needed", "date?": "a date", "count": "a number, needed", "claim": "a claim's id, needed"}
    text = f"{MADE}# Kinds of claims\n\n"
    text += "| kind | nature | is about | `value` | orders | stage it proves |\n|---|---|---|---|---|---|\n"
    for name, kind in KINDS.items():
        about = kind.subject.replace("instalment?", "season, special, film or the show")
        about = about.replace("instalment", "season, special or film")
        held = value.get(kind.value or "", "")
        text += (
            f"| `{name}` | {kind.nature} | {about} | {held} | {'yes' if kind.orders else ''} | {kind.stage or ''} |\n"
        )
    return text


def executed(page: Path) -> str:
    """A page with what its examples print now."""
    text = page.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder, closing(tvmaze()) as standin:
        home = Path(folder) / "home"
        home.mkdir()
        bin_dir = Path(sys.executable).parent
        environment = {
            "HOME": str(home),
            "PATH": f"{bin_dir}:/usr/bin:/bin",
            "LANG": "C.UTF-8",
            "TERM": "xterm",
            "COLUMNS": "80",
            "NO_COLOR": "1",
            "SHOWSTATUS_AS_OF": README_DAY,
            "SHOWSTATUS_TVMAZE_URL": standin.url,
        }
        return _BLOCK.sub(lambda match: f"```{match[1]}\n{block(match[1], match[2], environment)}```", text)


def tvmaze() -> StandIn:
    """A stand-in that knows of one show what TVmaze lists of it: https://www.tvmaze.com/shows/1/under-the-dome."""
    standin = StandIn()
    seasons = [season(1, "2013-06-24", "2013-09-16", 13), season(2, "2014-06-30", "2014-09-22", 13)]
    network = {"id": 2, "name": "CBS", "country": {"name": "United States", "code": "US"}}
    ids = {"thetvdb": 264492, "imdb": "tt1553656"}
    told = {"status": "Ended", "premiered": "2013-06-24", "ended": "2015-09-10", "externals": ids}
    standin.add(1, "Under the Dome", seasons, network=network, webChannel=None, **told)
    return standin


def block(kind: str, body: str, environment: dict[str, str]) -> str:
    """One block of examples, run; ends the program where it fails."""
    if kind == "console":
        commands = [line for line in body.splitlines() if line.startswith("$ ")]
        return "\n".join(f"{line}\n{terminal(line[2:], environment)}" for line in commands)
    script = body if kind == "sh" else "\n".join(" ".join(line.split()[5:]) for line in body.splitlines())
    done = subprocess.run(
        ["sh", "-eu", "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"a page: this does not run ({done.returncode}):\n{script}\n{done.stderr}")
    return body


def terminal(command: str, environment: dict[str, str]) -> str:
    """What a command prints on a terminal of 80 columns, without colours; paths of the home are shortened."""
    parent, child = pty.openpty()
    words = shlex.split(command)
    process = subprocess.Popen(words, cwd=ROOT, env=environment, stdin=child, stdout=child, stderr=child)
    os.close(child)
    said = bytearray()
    while True:
        try:
            piece = os.read(parent, 65536)
        except OSError:  # the last writer is gone
            break
        if not piece:
            break
        said += piece
    os.close(parent)
    if process.wait() not in (0, 3, 4):
        sys.exit(f"a page: {command} failed:\n{said.decode()}")
    text = _ESCAPES.sub("", said.decode().replace("\r\n", "\n"))
    text = text.replace(environment["HOME"], "~").replace(str(ROOT), "…/showstatus")
    return "\n".join(line.rstrip() for line in text.splitlines()).rstrip() + "\n"


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
