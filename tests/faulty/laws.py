"""What holds after a command, whatever went wrong in it: nothing is half done, nothing is lost, and it is told."""

from __future__ import annotations

import contextlib
import sqlite3
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.faulty.calls import Fault
from tests.faulty.homes import NEWS, Command, Homes, Outcome

_CHECK = ("check", "glow")


@dataclass(frozen=True)
class Known:
    """A command as it goes when nothing goes wrong."""

    command: Command
    start: Path
    """The home before it."""
    chain: tuple[str | None, ...]
    """The registry through all changes, so that `undo` leads from each text to the one before."""
    before: str | None
    after: str | None
    files: tuple[tuple[bytes | None, bytes | None], ...]
    """Each of the command's files before and after."""
    calls: tuple[str, ...]


def learn(homes: Homes, name: str, command: Command) -> Known:
    """Run a command without a fault, and note what it does."""
    homes.prepare(command)
    start = homes.keep("start")
    before, old = homes.text, _contents(homes, command)
    done = homes.run(command.words, online=command.is_online, faulty=True)
    assert done.code == 0, (name, done.err)
    after, new = homes.text, _contents(homes, command)
    chain = [*homes.texts, *(text for text in (before, after) if text not in homes.texts)]
    return Known(command, start, tuple(chain), before, after, tuple(zip(old, new, strict=True)), done.calls)


def broken(homes: Homes, known: Known, fault: Fault) -> list[str]:
    """Let one thing go wrong in a command; gives the laws that were broken, each told in a few words."""
    homes.restore(known.start)
    done = homes.run(known.command.words, online=known.command.is_online, faulty=True, fault=fault)
    return [*_told(known, done), *_whole(homes, known, done), *_kept(homes, known, done), *_goes_on(homes, known, done)]


def _told(known: Known, done: Outcome) -> Iterator[str]:
    if done.code < 0:
        return
    lines = done.err.splitlines()
    if "Traceback" in done.err or not all(line.startswith("showstatus: ") for line in lines):
        yield f"it does not say what is wrong: {done.err[-300:]}"
    if done.code and not lines:
        yield "it failed without a word"
    if done.code and done.out and not known.command.is_online:
        yield f"it failed with an answer: {done.out[:80]}"


def _whole(homes: Homes, known: Known, done: Outcome) -> Iterator[str]:
    """The registry and each file are as before or as after; and as after where it said that it was done."""
    if homes.text not in (known.before, known.after):
        yield f"the registry is neither as before nor as after: {(homes.text or '')[-200:]!r}"
    if done.code == 0 and homes.text != known.after:
        yield "it said that it was done, and the registry is as before"
    if done.code > 0 and homes.text != known.before:
        yield f"it said that it failed, and the registry is changed: {done.err}"
    for path, states, now in zip(known.command.files, known.files, _contents(homes, known.command), strict=True):
        # A file of addresses is made empty first, for its owner only.
        made_empty = (b"",) if path.startswith("config") and states[0] is None else ()
        if now not in (*states, *made_empty):
            yield f"{path} is neither as before nor as after: {now!r:.200}"
        if done.code == 0 and now != states[1]:
            yield f"it said that it was done, and {path} is as before"


def _kept(homes: Homes, known: Known, done: Outcome) -> Iterator[str]:
    """Backups are whole, and so is what was fetched."""
    for backup in (homes.home / "state" / "showstatus" / "backups").glob("shows-*"):
        text = backup.read_text(encoding="utf-8")
        tomllib.loads(text)
        if text != known.before:
            yield f"the backup {backup.name} does not hold what stood there"
    with contextlib.closing(sqlite3.connect(homes.home / "state" / "showstatus" / "fetched.db")) as file:
        if file.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            yield "what was fetched is damaged"


def _goes_on(homes: Homes, known: Known, done: Outcome) -> Iterator[str]:
    """The next commands answer, take one change back and the next news is told."""
    asked = homes.run(_CHECK)
    if asked.code or asked.err:
        yield f"afterwards nothing is answered: {asked.err}"
    if known.command.is_online:
        again, third = (homes.run(known.command.words, online=True) for _ in range(2))
        if {*done.out.splitlines(), *again.out.splitlines()} != NEWS or again.code:
            yield f"news is lost or made up: {done.out!r}, {again.out!r}, {again.err!r}"
        if third.out:
            yield f"news is told again: {third.out}"
    place = known.chain.index(homes.text) if homes.text in known.chain else None
    undone = homes.run(("undo",))
    if place and homes.text != known.chain[place - 1] and "cannot be taken back" not in done.err:
        yield f"undo does not lead back: {undone.out}{undone.err}"
    if (changed := homes.run(("tag", "show-1", "last"))).code:
        yield f"afterwards nothing can be changed: {changed.err}"
    places = (homes.home / "data", homes.home / "state" / "showstatus" / "journal")  # elsewhere the next write does it
    left = [path.name for place in places for path in place.rglob("*.tmp")]
    if left and not changed.code:
        yield f"leftovers: {left}"


def _contents(homes: Homes, command: Command) -> list[bytes | None]:
    paths = [homes.home / name for name in command.files]
    return [path.read_bytes() if path.exists() else None for path in paths]
