"""What holds after a command, whatever went wrong in it: nothing is half done, nothing is lost, and it is told."""

from __future__ import annotations

import contextlib
import sqlite3
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.faulty.calls import Fault
from tests.faulty.commands import Command
from tests.faulty.homes import NEWS, Homes, Outcome

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
    news: frozenset[str]
    """What it tells, where each of its lines is told once."""
    answers: tuple[str, ...]
    """What `Command.looks` are answered after it."""


def learn(homes: Homes, name: str, command: Command) -> Known:
    """Run a command without a fault, and note what it does."""
    homes.prepare(command)
    start = homes.keep("start")
    before, old = homes.text, _contents(homes, command)
    done = homes.run(command.words, online=command.is_online, faulty=True)
    assert done.code == 0, (name, done.err)
    after, new = homes.text, _contents(homes, command)
    chain = [*homes.texts, *(text for text in (before, after) if text not in homes.texts)]
    files = tuple(zip(old, new, strict=True))
    news = frozenset(done.out.splitlines() if command.tells_news else ())
    assert not command.tells_news or news >= NEWS, (name, news)
    _again(homes, command)
    return Known(command, start, tuple(chain), before, after, files, done.calls, news, _answers(homes, command))


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
        if done.code == 0 and now != states[1] and not (known.command.is_online and done.err):
            yield f"it said that it was done, and {path} is as before"


def _kept(homes: Homes, known: Known, done: Outcome) -> Iterator[str]:
    """Backups are whole, and so is what was fetched."""
    for backup in (homes.home / "state" / "showstatus" / "backups").glob("shows-*"):
        text = backup.read_text(encoding="utf-8")
        tomllib.loads(text)
        if text != known.before:
            yield f"the backup {backup.name} does not hold what stood there"
    for path in ("state/showstatus/fetched.db", "cache/showstatus/catalogue.db"):
        with contextlib.closing(sqlite3.connect(homes.home / path)) as file:
            if file.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                yield f"{path} is damaged"


def _goes_on(homes: Homes, known: Known, done: Outcome) -> Iterator[str]:
    """The next commands answer, take one change back and the next news is told."""
    asked = homes.run(_CHECK)
    if asked.code or asked.err:
        yield f"afterwards nothing is answered: {asked.err}"
    if known.news:
        again, third = (_again(homes, known.command) for _ in range(2))
        if {*done.out.splitlines(), *again.out.splitlines()} != known.news or again.code:
            yield f"news is lost or made up: {done.out!r}, {again.out!r}, {again.err!r}"
        if third.out:
            yield f"news is told again: {third.out}"
    if known.command.looks:
        again = _again(homes, known.command)
        if again.code or _answers(homes, known.command) != known.answers:
            yield f"what it was to do is not done by the next run: {again.out!r}, {again.err!r}"
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


def _again(homes: Homes, command: Command) -> Outcome:
    return homes.run(command.mends or command.words, online=command.is_online)


def _answers(homes: Homes, command: Command) -> tuple[str, ...]:
    return tuple(homes.run(words).out for words in command.looks)


def _contents(homes: Homes, command: Command) -> list[bytes | None]:
    paths = [homes.home / name for name in command.files]
    return [path.read_bytes() if path.exists() else None for path in paths]
