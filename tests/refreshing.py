"""Shows that are followed and refreshed, for tests of what a refresh does."""

from __future__ import annotations

import contextlib
import datetime as dt
import signal
import subprocess

from showstatus.ledger.fetched import Fetched
from showstatus.ledger.ledger import Ledger
from showstatus.ledger.record import Record
from showstatus.news import record_news
from showstatus.sources.tvmaze import TVmaze
from showstatus.sync import keep
from tests.cli import DAY, Cli, Done
from tests.standin import StandIn, season

S1 = season(1, "2022-01-10", "2022-03-14", 10)
"""A first season that is over."""


def follow(cli: Cli, standin: StandIn, count: int, *, fetched: bool = False) -> None:
    """Follow so many shows, each with a first season that is over; where asked for, as if they had been fetched."""
    cli.write(
        "".join(
            f'[show.show-{number}]\ntitle = "Show {number}"\nids = {{ tvmaze = {number} }}\n'
            for number in range(1, count + 1)
        )
    )
    for number in range(1, count + 1):
        standin.add(number, f"Show {number}", [S1])
    if fetched:
        _fetch(cli, standin)


def refresh(cli: Cli, standin: StandIn, **environ: str | None) -> Done:
    """Refresh as cron does it."""
    return cli.ok("refresh", "--quiet", **{**cli.online(standin.url), **environ})


def begin(cli: Cli, standin: StandIn) -> subprocess.Popen[bytes]:
    """Start a refresh."""
    return subprocess.Popen(
        cli.command("refresh", "--quiet"),
        env=cli.env(**cli.online(standin.url)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def interrupted(process: subprocess.Popen[bytes]) -> tuple[bytes, bytes]:
    """Press Ctrl-C until the program ends: one signal may fall into a moment in which Python cannot raise."""
    for _ in range(60):
        process.send_signal(signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            return process.communicate(timeout=1)
    raise AssertionError("the program does not end")


def streams(done: Done) -> tuple[str, str]:
    """What a run printed on stdout and on stderr."""
    return done.out, done.err


def _fetch(cli: Cli, standin: StandIn) -> None:
    """Keep what the server says of every show, as a first refresh would that need not wait its turn."""
    day = dt.date.fromisoformat(DAY)
    kept = Fetched(str(cli.fetched))
    kept.connection.execute("PRAGMA synchronous = OFF")  # a test needs no disk that outlives the machine
    for number, body in standin.shows.items():
        keep(TVmaze().read_show(body), f"show-{number}", kept, day)
    ledger = Ledger(str(cli.store), shipped=str(cli.shipped), user=str(cli.registry), fetched=kept)
    record_news(ledger, Record(kept), day)
    ledger.close()
    kept.close()
