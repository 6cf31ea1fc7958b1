"""`showstatus refresh`: ask the sources what is new about the shows you follow, and tell what changed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from typing import NamedTuple

from showstatus.cli.command import Command, Example, Option
from showstatus.cli.remotes import refuse_offline, remote
from showstatus.cli.session import Session
from showstatus.errors import ShowstatusError, SourceUnreachable
from showstatus.places import Places

TYPE_CHECKING = False
if TYPE_CHECKING:
    from showstatus.ledger.fetched import Fetched
    from showstatus.ledger.record import Recorded
    from showstatus.ledger.subscriptions import Subscription
    from showstatus.sharing import Renewed
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
    examples=(
        Example("refresh", "ask what is new about the shows you follow"),
        Example("refresh --quiet", "do so from cron: no word where nothing changed"),
        Example("refresh --dry-run", "see what would change"),
    ),
)
READER = "refresh"


class _Desk(NamedTuple):
    """What a refresh works on: the files themselves or, for a trial, copies that go away."""

    fetched: Fetched
    pace: Fetched
    """Where requests are counted, in a trial as well."""
    where: Places
    is_trial: bool


def run(session: Session, *, quiet: bool, dry_run: bool) -> int:
    """Refresh, and print what changed that was not printed before."""
    from showstatus.ledger import subscriptions
    from showstatus.ledger.fetched import Fetched
    from showstatus.sharing import Renewed
    from showstatus.sync import Synced

    refuse_offline(session, "A refresh")
    wanted = subscriptions.read(session.where.subscriptions)
    with _alone(session) as first:
        if not first:
            _print(session, (), Renewed(), Synced())
            if not quiet:
                session.output.talk("Another refresh is running; it does the same work.")
            return 0
        with closing(Fetched(session.where.fetched)) as kept:
            if not dry_run:
                return _refresh(session, _Desk(kept, kept, session.where, is_trial=False), wanted, quiet=quiet)
            with closing(kept.copy()) as copy, _trial(session.where) as where:
                return _refresh(session, _Desk(copy, kept, where, is_trial=True), wanted, quiet=quiet)


def _refresh(session: Session, desk: _Desk, wanted: Mapping[str, Subscription], *, quiet: bool) -> int:
    from showstatus import hooks
    from showstatus.cli.clock import seconds
    from showstatus.ledger.record import Record
    from showstatus.sharing import renew
    from showstatus.sync import record_news

    record = Record(desk.fetched)
    if not desk.is_trial:
        hooks.welcome(record, session.where.hooks)
    renewed = renew(wanted, desk.where, desk.fetched, seconds, session.as_of)
    synced = _sync(session, desk)
    with closing(session.open_ledger(desk.fetched, desk.where)) as ledger:
        record_news(ledger, record, session.as_of)
    news = record.unheard(READER)
    _print(session, news, renewed, synced)
    if not quiet and not session.json:
        session.output.talk(_summary(len(news), synced.fetched, renewed.names, is_trial=desk.is_trial))
    if news:
        record.heard(READER, news[-1].number)
    if not desk.is_trial:
        for problem in hooks.deliver(record, session.where.hooks, _document, os.environ):
            session.output.talk(problem)
    return SourceUnreachable.exit_code if renewed.unreachable or synced.unreachable else 0


def _sync(session: Session, desk: _Desk) -> Synced:
    from showstatus.cli.progress import Progress
    from showstatus.sync import sync

    with (
        closing(session.open_ledger(desk.fetched, desk.where)) as ledger,
        remote(session, "tvmaze", desk.pace) as tvmaze,
        Progress("Asking TVmaze") as bar,
    ):
        return sync(tvmaze, ledger, desk.fetched, session.as_of, bar.step)


@contextmanager
def _trial(where: Places) -> Iterator[Places]:
    """The same places, but that whatever is kept is kept in a folder that goes away."""
    import shutil
    import tempfile

    with tempfile.TemporaryDirectory(prefix="showstatus-") as folder:
        if os.path.isdir(where.shared):
            shutil.copytree(where.shared, os.path.join(folder, os.path.basename(where.shared)))
        yield where._replace(state=folder)


def _print(session: Session, news: Sequence[Recorded], renewed: Renewed, synced: Synced) -> None:
    from showstatus.views.news import news_lines

    warnings = (*renewed.unreachable, *synced.unreachable, *renewed.problems, *synced.problems)
    for problem in warnings:
        session.output.talk(problem)
    if session.json:
        from showstatus.views.json_doc import picked, refresh_document

        document = refresh_document(news, synced.fetched, renewed.names, warnings, session.as_of)
        session.output.document(picked(document, session.fields))
    else:
        session.output.lines(news_lines(one.change for one in news))
    session.output.flush()


def _summary(changed: int, fetched: int, registries: Sequence[str], *, is_trial: bool) -> str:
    told = "Nothing changed" if not changed else "One change" if changed == 1 else f"{changed} changes"
    shows = "no show" if not fetched else "one show" if fetched == 1 else f"{fetched} shows"
    shared = f" New issues of shared registries: {', '.join(registries)}." if registries else ""
    trial = " Nothing was kept: this was a trial." if is_trial else ""
    return f"{told}; TVmaze had news of {shows}. Data: TVmaze.com (CC BY-SA).{shared}{trial}"


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
