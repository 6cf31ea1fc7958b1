"""`showstatus refresh`: ask the sources what is new about the shows you follow, and tell what changed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from typing import NamedTuple

from showstatus.cli.command import Command, Example, Option
from showstatus.cli.remotes import SERVICES, configured, refuse_offline, remote, source
from showstatus.cli.session import Session
from showstatus.errors import ShowstatusError, SourceUnreachable
from showstatus.places import Places
from showstatus.private import make_private

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
    "TMDB is asked as well where SHOWSTATUS_TMDB_TOKEN holds a token for it. "
    "For cron: --quiet prints one line a change on stdout, nothing where nothing changed, and problems on stderr. "
    "Nothing that is known is ever deleted, but for what TMDB allows to be kept for six months only. "
    "The exit code is 5 where a source could not be reached.",
    (),
    (
        Option("--quiet", "Print nothing but changes and problems."),
        Option("--dry-run", "Ask, and print what would change; keep nothing, tell nobody else."),
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
        with closing(session.open_fetched()) as kept:
            if not dry_run:
                return _refresh(session, _Desk(kept, kept, session.where, is_trial=False), wanted, quiet=quiet)
            with closing(kept.copy()) as copy, _trial(session.where) as where:
                return _refresh(session, _Desk(copy, kept, where, is_trial=True), wanted, quiet=quiet)


def _refresh(session: Session, desk: _Desk, wanted: Mapping[str, Subscription], *, quiet: bool) -> int:
    from showstatus.cli import telling
    from showstatus.cli.clock import seconds
    from showstatus.ledger.record import Record
    from showstatus.news import record_news
    from showstatus.sharing import renew

    record = Record(desk.fetched)
    targets = telling.welcome(session, record) if not desk.is_trial else []
    renewed = renew(wanted, desk.where, desk.fetched, seconds, session.as_of)
    desk.fetched.forget()
    asked = {name: _sync(session, desk, name) for name in configured()} if _follows(session, desk) else {}
    synced = _together(asked.values())
    with closing(session.open_ledger(desk.fetched, desk.where)) as ledger:
        record_news(ledger, record, session.as_of)
    news = record.unheard(READER)
    _print(session, news, renewed, synced)
    if not quiet and not session.json:
        answered = {name: one.fetched for name, one in asked.items() if one.fetched or not one.unreachable}
        told = _summary(len(news), answered, renewed.names, follows=bool(asked))
        session.output.talk(f"{told} Nothing was kept: this was a trial." if desk.is_trial else told)
    if news:
        record.heard(READER, news[-1].number)
    if not desk.is_trial:
        telling.tell(session, record, targets)
    return SourceUnreachable.exit_code if renewed.unreachable or synced.unreachable else 0


def _follows(session: Session, desk: _Desk) -> bool:
    """Whether there is a show to ask about."""
    with closing(session.open_ledger(desk.fetched, desk.where)) as ledger:
        return bool(ledger.followed())


def _sync(session: Session, desk: _Desk, name: str) -> Synced:
    """What came of asking a source; where that cannot even begin, why."""
    from showstatus.cli.progress import Progress
    from showstatus.sync import Synced, sync

    try:
        with (
            closing(session.open_ledger(desk.fetched, desk.where)) as ledger,
            remote(session, name, desk.pace) as asked,
            Progress(f"Asking {asked.source.title}") as bar,
        ):
            return sync(asked, ledger, desk.fetched, session.as_of, bar.step)
    except SourceUnreachable as error:
        return Synced(unreachable=[str(error)])


def _together(all_synced: Iterable[Synced]) -> Synced:
    from showstatus.sync import Synced

    whole = Synced()
    for one in all_synced:
        whole.fetched += one.fetched
        whole.unreachable += one.unreachable
        whole.problems += one.problems
    return whole


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


def _summary(changed: int, answered: Mapping[str, int], registries: Sequence[str], *, follows: bool) -> str:
    """How much was new, by the names of the sources that answered, and the words that they ask for."""
    if not follows:
        told = "You follow no show yet; showstatus add SHOW follows one."
    else:
        told = "Nothing changed" if not changed else "One change" if changed == 1 else f"{changed} changes"
        counts = ", ".join(f"{source(name).title} had news of {_shows(number)}" for name, number in answered.items())
        words = [f"{told}; {counts or 'what was known stays'}.", *(SERVICES[name].credit for name in answered)]
        told = " ".join(words)
    return told + (f" New issues of shared registries: {', '.join(registries)}." if registries else "")


def _shows(number: int) -> str:
    return "no show" if not number else "one show" if number == 1 else f"{number} shows"


class _alone:  # noqa: N801 - used like a function
    """Whether this is the only refresh that runs: `with _alone(session) as first: …`."""

    def __init__(self, session: Session) -> None:
        self._folder = session.where.locks

    def __enter__(self) -> bool:
        from filelock import FileLock, Timeout

        try:
            make_private(self._folder)
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
