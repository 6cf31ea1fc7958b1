"""`showstatus refresh`: ask the sources what is new about the shows you follow, and tell what changed."""

from __future__ import annotations

import os

from showstatus.cli.command import Command, Option
from showstatus.cli.remotes import configured, refuse_offline, remote, source
from showstatus.cli.session import Session
from showstatus.errors import ShowstatusError, SourceUnreachable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from showstatus.ledger.fetched import Fetched
    from showstatus.ledger.record import Record, Recorded
    from showstatus.notify import Target
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
)
READER = "refresh"


def run(session: Session, *, quiet: bool, dry_run: bool) -> int:
    """Refresh, and print what changed that was not printed before."""
    refuse_offline(session, "A refresh")
    with _alone(session) as first:
        if not first:
            if not quiet:
                session.output.talk("Another refresh is running; it does the same work.")
            return 0
        kept = session.open_fetched()
        fetched = kept.copy() if dry_run else kept
        try:
            return _refresh(session, fetched, quiet=quiet, dry_run=dry_run)
        finally:
            fetched.close()
            kept.close()


def _refresh(session: Session, fetched: Fetched, *, quiet: bool, dry_run: bool) -> int:
    from showstatus import hooks, notify
    from showstatus.ledger.record import Record
    from showstatus.sync import record_news

    record = Record(fetched)
    targets = _targets(session) if not dry_run else []
    if not dry_run:
        hooks.welcome(record, session.where.hooks)
        notify.welcome(record, targets)
    fetched.forget()
    asked = {name: _sync(session, name, fetched) for name in configured()}
    synced = _together(asked.values())
    ledger = session.open_ledger(fetched)
    record_news(ledger, record, session.as_of)
    news = record.unheard(READER)
    _print(session, news, synced)
    if not (quiet or session.json):
        counts = {source(name).title: one.fetched for name, one in asked.items()}
        session.output.talk(_summary(len(news), counts, dry_run=dry_run))
    if news:
        record.heard(READER, news[-1].number)
    if not dry_run:
        for problem in hooks.deliver(record, session.where.hooks, _document, os.environ):
            session.output.talk(problem)
        _notify(session, record, targets)
    return SourceUnreachable.exit_code if synced.unreachable else 0


def _targets(session: Session) -> list[Target]:
    """Where news is sent; where that cannot be read it is said, and nothing is sent."""
    from showstatus.notify import targets

    try:
        return targets(session.where.notify)
    except ShowstatusError as error:
        session.output.talk(str(error))
        return []


def _notify(session: Session, record: Record, targets: Sequence[Target]) -> None:
    from showstatus import notify
    from showstatus.views.news import sentence

    try:
        for problem in notify.deliver(record, targets, sentence, notify.apprise_send):
            session.output.talk(problem)
    except ShowstatusError as error:
        session.output.talk(str(error))


def _sync(session: Session, name: str, fetched: Fetched) -> Synced:
    """What came of asking a source; where that cannot even begin, why."""
    from showstatus.cli.progress import Progress
    from showstatus.sync import Synced, sync

    ledger = session.open_ledger(fetched)
    try:
        with remote(session, name, fetched) as asked, Progress(f"Asking {asked.source.title}") as bar:
            return sync(asked, ledger, fetched, session.as_of, bar.step)
    except SourceUnreachable as error:
        return Synced(unreachable=[str(error)])
    finally:
        ledger.close()


def _together(all_synced: Iterable[Synced]) -> Synced:
    from showstatus.sync import Synced

    whole = Synced()
    for one in all_synced:
        whole.fetched += one.fetched
        whole.unreachable += one.unreachable
        whole.problems += one.problems
    return whole


def _print(session: Session, news: Sequence[Recorded], synced: Synced) -> None:
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


def _summary(changed: int, fetched: Mapping[str, int], *, dry_run: bool) -> str:
    """How much was new, by the titles of the sources that were asked, and the words that they ask for."""
    from showstatus.report import ATTRIBUTION

    told = "Nothing changed" if not changed else "One change" if changed == 1 else f"{changed} changes"
    counts = (f"{title} had news of {_shows(number)}" for title, number in fetched.items())
    words = " ".join(ATTRIBUTION[title] for title in fetched)
    return f"{told}; {', '.join(counts)}. {words}{' Nothing was kept: this was a trial.' if dry_run else ''}"


def _shows(number: int) -> str:
    return "no show" if not number else "one show" if number == 1 else f"{number} shows"


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
