"""`showstatus refresh`: ask the sources what is new about the shows you follow, and tell what changed."""

from __future__ import annotations

import os

from showstatus.cli.command import Command, Option
from showstatus.cli.remotes import refuse_offline, remote
from showstatus.cli.session import Session
from showstatus.errors import ShowstatusError, SourceUnreachable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from showstatus.ledger.fetched import Fetched
    from showstatus.ledger.record import Recorded
    from showstatus.sync import Synced

COMMAND = Command(
    "refresh",
    "Ask TVmaze and your shared registries what is new about the shows you follow.",
    "For cron: --quiet prints one line a change on stdout, nothing where nothing changed, and problems on stderr. "
    "Nothing that is known is ever deleted. The exit code is 5 where a source could not be reached.",
    (),
    (
        Option("--quiet", "Print nothing but changes and problems."),
        Option("--dry-run", "Ask, and print what would change; keep nothing, run no hook."),
    ),
)
READER = "refresh"


def run(session: Session, *, quiet: bool, dry_run: bool) -> int:
    """Refresh, and print what changed that was not printed before."""
    from showstatus.ledger.fetched import Fetched
    from showstatus.sync import Synced

    refuse_offline(session, "A refresh")
    with _alone(session) as first:
        if not first:
            _print(session, (), Synced(), quiet=True, dry_run=dry_run)
            if not quiet:
                session.output.talk("Another refresh is running; it does the same work.")
            return 0
        kept = Fetched(session.where.fetched)
        fetched = kept.copy() if dry_run else kept
        try:
            return _refresh(session, fetched, kept, quiet=quiet, dry_run=dry_run)
        finally:
            fetched.close()
            kept.close()


def _refresh(session: Session, fetched: Fetched, kept: Fetched, *, quiet: bool, dry_run: bool) -> int:
    from showstatus import hooks
    from showstatus.ledger.record import Record
    from showstatus.sync import record_news

    record = Record(fetched)
    if not dry_run:
        hooks.welcome(record, session.where.hooks)
    synced = _sync(session, fetched, kept)
    ledger = session.open_ledger(fetched)
    record_news(ledger, record, session.as_of)
    news = record.unheard(READER)
    _print(session, news, synced, quiet=quiet, dry_run=dry_run)
    if news:
        record.heard(READER, news[-1].number)
    if not dry_run:
        for problem in hooks.deliver(record, session.where.hooks, _document, os.environ):
            session.output.talk(problem)
    return SourceUnreachable.exit_code if synced.unreachable else 0


def _sync(session: Session, fetched: Fetched, kept: Fetched) -> Synced:
    from showstatus.cli.progress import Progress
    from showstatus.sync import sync

    ledger = session.open_ledger(fetched)
    try:
        with remote(session, "tvmaze", kept) as tvmaze, Progress("Asking TVmaze") as bar:
            return sync(tvmaze, ledger, fetched, session.as_of, bar.step)
    finally:
        ledger.close()


def _print(session: Session, news: Sequence[Recorded], synced: Synced, *, quiet: bool, dry_run: bool) -> None:
    from showstatus.views.news import news_lines

    for problem in (*synced.unreachable, *synced.problems):
        session.output.talk(problem)
    if session.json:
        from showstatus.views.json_doc import picked, refresh_document

        document = refresh_document(news, synced.fetched, (*synced.unreachable, *synced.problems), session.as_of)
        session.output.document(picked(document, session.fields))
    else:
        session.output.lines(news_lines(one.change for one in news))
        session.output.flush()
        if not quiet:
            session.output.talk(_summary(len(news), synced.fetched, dry_run=dry_run))


def _summary(changed: int, fetched: int, *, dry_run: bool) -> str:
    told = "Nothing changed" if not changed else "One change" if changed == 1 else f"{changed} changes"
    shows = "no show" if not fetched else "one show" if fetched == 1 else f"{fetched} shows"
    trial = " Nothing was kept: this was a trial." if dry_run else ""
    return f"{told}; TVmaze had news of {shows}. Data: TVmaze.com (CC BY-SA).{trial}"


def _document(news: Sequence[Recorded]) -> str:
    """What a hook is told."""
    import json

    from showstatus.views.json_doc import changes_document

    return json.dumps(changes_document(news), ensure_ascii=False)


class _alone:  # noqa: N801 - used like a function
    """Whether this is the only refresh that runs: `with _alone(session) as first: …`."""

    def __init__(self, session: Session) -> None:
        self._folder = session.where.locks

    def __enter__(self) -> bool:
        from filelock import FileLock, Timeout

        try:
            os.makedirs(self._folder, mode=0o700, exist_ok=True)
            self._lock = FileLock(os.path.join(self._folder, "refresh.lock"))
            self._lock.acquire(timeout=0)
        except Timeout:
            return False
        except OSError as error:
            why = f"{self._folder} cannot be used ({error.strerror or error})"
            raise ShowstatusError(f"Nothing was refreshed: {why}; check who owns that folder.") from error
        return True

    def __exit__(self, *_: object) -> None:
        self._lock.release()
