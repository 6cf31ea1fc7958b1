"""Homes in which there is something to lose, and runs of commands in them.

The registry of a home has been changed twice by the program, from `TEXT` on, so that there is something to undo; two
shows were fetched, and a stand-in for TVmaze has news of both. Its catalogue is older than what TVmaze has.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.cataloguing import listed, with_shows
from tests.cli import DAY, SHIPPED
from tests.faulty.commands import Command
from tests.standin import StandIn, season

TEXT = """\
# mine
[show.glow]
tags = ["sad"]  # why
ids = { tvmaze = 3 }

[show.show-1]
title = "Show 1"
ids = { tvmaze = 1 }

[show.show-2]
title = "Show 2"
ids = { tvmaze = 2 }

[[claim]]
show = "show-1"
kind = "renewed"
season = 2
on = 2022-12-01
by = "A newspaper"
"""
ARTICLE = """\
Glow renewed

By Jane Roe, 10 January 2023

Netflix has renewed GLOW for season 4, the streamer confirmed on Tuesday. Season 4 will premiere on 3 August 2023.
"""
_SHARED = (
    'checked = 2023-01-01\n[show.films]\ntitle = "Films"\n[[claim]]\nshow = "films"\nkind = "renewed"\nseason = 2\n'
)
_FEED = (
    "<rss><channel><title>A Paper</title><item><title>GLOW renewed for season 4</title><guid>1</guid>"
    "<link>https://example.org/1</link><pubDate>Tue, 10 Jan 2023 09:00:00 GMT</pubDate>"
    "<description>Netflix has renewed GLOW for season 4.</description></item></channel></rss>"
)
_EARLIER = [("tag", "glow", "first"), ("note", "show-1", "second")]
NEWS = {"Show 1: season 3 confirmed.", "Show 2: renewed for season 2 (was pending)."}
"""What the stand-in tells is news of at least."""


@dataclass(frozen=True)
class Outcome:
    """What a run left: its exit code, or the number of the signal that ended it as a negative one; its streams."""

    code: int
    out: str
    err: str
    calls: tuple[str, ...] = ()


@dataclass
class Homes:
    """Makes homes, all at one path, and runs commands in them, each in a process of its own."""

    base: Path
    arm: Callable[[str, object, int], Callable[[], None]]
    """Makes this process a faulty one; gives what is to be called at its end."""
    _standin: StandIn = field(default_factory=StandIn)

    def __post_init__(self) -> None:
        self.home = self.base / "home"
        self._template = self.base / "template"
        texts = {"shipped.toml": SHIPPED, "shared.toml": _SHARED, "article.txt": ARTICLE, "feed.xml": _FEED}
        for name, text in texts.items():
            (self.base / name).write_text(text, encoding="utf-8")
        (self.base / "titles.txt").write_text("Heartstopper\nSeverance\nThe Office\n", encoding="utf-8")
        self.environ = {
            "HOME": str(self.home),
            "PATH": os.environ.get("PATH", ""),
            "NO_PROXY": "*",
            "SHOWSTATUS_AS_OF": DAY,
            "SHOWSTATUS_SHIPPED": str(self.base / "shipped.toml"),
            "SHOWSTATUS_TVMAZE_URL": self._standin.url,
            **{f"XDG_{name.upper()}_HOME": str(self.home / name) for name in ("data", "state", "config", "cache")},
        }
        self.claim = ""
        self._furnish()

    @property
    def text(self) -> str | None:
        """The user's registry as it stands; None where there is none."""
        path = self.home / "data" / "showstatus" / "shows.toml"
        return path.read_text(encoding="utf-8") if path.exists() else None

    def prepare(self, command: Command) -> None:
        """Make the home in which a command begins."""
        shutil.rmtree(self.home, ignore_errors=True)
        shutil.copytree(self._template, self.home)
        for words in command.before:
            self.run(words, online=command.begins_online)
        shutil.rmtree(self.home / "state" / "showstatus" / "backups", ignore_errors=True)  # it is another day

    def keep(self, name: str) -> Path:
        """Keep the home as it is under another path; gives that."""
        kept = self.base / name
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(self.home, kept)
        return kept

    def restore(self, kept: Path) -> None:
        """Make the home as it was when it was kept."""
        shutil.rmtree(self.home, ignore_errors=True)
        shutil.copytree(kept, self.home)

    def filled(self, words: tuple[str, ...]) -> list[str]:
        """A command line with the paths of this home."""
        return [word.format(home=self.home, base=self.base, claim=self.claim) for word in words]

    def run(
        self, words: tuple[str, ...], *, online: bool = False, faulty: bool = False, fault: object = None
    ) -> Outcome:
        """Run a command line in a process that is a copy of this one; only a faulty one tells its calls."""
        names = ("out", "err", "calls")
        sys.stdout.flush()
        child = os.fork()
        if child == 0:
            with contextlib.suppress(BaseException):
                self._be(self.filled(words), {} if online else {"SHOWSTATUS_OFFLINE": "1"}, faulty, fault)
            os._exit(70)
        _, status = os.waitpid(child, 0)
        out, err, calls = ((self.base / name).read_text(encoding="utf-8") for name in names)
        return Outcome(os.waitstatus_to_exitcode(status), out, err, tuple(calls.split()))

    def _be(self, words: list[str], environ: Mapping[str, str], faulty: bool, fault: object) -> None:
        """Be that process: run the command line and leave with its code."""
        from showstatus.cli.run import run

        os.environ.clear()
        os.environ.update({**self.environ, **environ})
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        log = os.open(self.base / "calls", flags)
        for name, stream in (("out", sys.stdout), ("err", sys.stderr)):
            descriptor = os.open(self.base / name, flags)
            os.dup2(descriptor, stream.fileno())
        at_end = self.arm(str(self.home), fault, log) if faulty else lambda: None
        try:
            code = run(words)
        except BaseException:
            import traceback

            traceback.print_exc()
            code = 1
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        at_end()
        os._exit(code)

    def _furnish(self) -> None:
        from showstatus.ledger.fetched import Fetched
        from showstatus.ledger.ledger import Ledger
        from showstatus.ledger.record import Record
        from showstatus.news import record_news
        from showstatus.sources.tvmaze import TVmaze
        from showstatus.sync import keep

        registry = self.home / "data" / "showstatus" / "shows.toml"
        registry.parent.mkdir(parents=True)
        registry.write_text(TEXT, encoding="utf-8")
        state = self.home / "state" / "showstatus"
        for number, slug in enumerate(("show-1", "show-2", "glow"), 1):
            self._standin.add(number, slug.replace("-", " ").title(), [season(1, "2022-01-10", "2022-03-14", 10)])
        fetched, day = Fetched(str(state / "fetched.db")), dt.date.fromisoformat(DAY)
        for number, slug in enumerate(("show-1", "show-2", "glow"), 1):
            keep(TVmaze().read_show(self._standin.shows[number]), slug, fetched, day)
        store, shipped = str(state / "showstatus.db"), str(self.base / "shipped.toml")
        ledger = Ledger(store, shipped=shipped, user=str(registry), fetched=fetched)
        record_news(ledger, Record(fetched), day)
        ledger.close()
        fetched.close()
        old = [listed(1, "Show One", 2022), listed(2, "Show 2", 2022), listed(99, "Long Gone")]
        with_shows(str(self.home / "cache" / "showstatus" / "catalogue.db"), old).close()
        self.texts = [self.text]
        for words in _EARLIER:
            done = self.run(words)
            assert done.code == 0, done.err
            self.texts.append(self.text)
        shutil.copytree(self.home, self._template)
        import json

        told = json.loads(self.run(("check", "show-1", "--json")).out)
        self.claim = next(claim["id"] for claim in told["evidence"] if claim["by"] == "A newspaper")
        for number in (1, 2):
            seasons = [season(1, "2022-01-10", "2022-03-14", 10), *map(season, range(2, 5 - number))]
            self._standin.change(number, seasons)
