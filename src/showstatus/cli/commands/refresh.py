"""`showstatus refresh`: ask the sources what is new about the shows you follow, and tell what changed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from typing import NamedTuple

from showstatus.cli.alone import alone
from showstatus.cli.command import Command, Example, Option
from showstatus.cli.remotes import SERVICES, asked_for, configured, refuse_offline, remote, wiki
from showstatus.cli.session import Session
from showstatus.errors import SourceUnreachable
from showstatus.places import Places

TYPE_CHECKING = False
if TYPE_CHECKING:
    from showstatus.feeds import Gathered
    from showstatus.ledger.feeds import Subscribed
    from showstatus.ledger.fetched import Fetched
    from showstatus.ledger.record import Recorded
    from showstatus.ledger.subscriptions import Subscription
    from showstatus.pending import Pending
    from showstatus.sharing import Renewed
    from showstatus.sync import Synced

COMMAND = Command(
    "refresh",
    "Ask TVmaze, shared registries and feeds what is new about the shows you follow.",
    "What feeds say goes into your inbox only. TMDB is asked as well where SHOWSTATUS_TMDB_TOKEN holds a token for it, "
    "and Wikipedia where SHOWSTATUS_WIKIPEDIA is 1: it reads the articles of your shows. "
    "For cron: --quiet prints one line a change on stdout, nothing where nothing changed, and problems on stderr. "
    "Nothing that is known is ever deleted, but for what TMDB allows to be kept for six months only. "
    "The exit code is 5 where a source could not be reached.",
    (),
    (
        Option("--quiet", "Print nothing but changes and problems."),
        Option("--dry-run", "Ask, and print what would change; keep nothing, tell nobody else."),
        Option("--source", f"Ask only this one of {', '.join(SERVICES)}. It may be given again.", "NAME", many=True),
    ),
    examples=(
        Example("refresh", "ask what is new about the shows you follow"),
        Example("refresh --quiet", "do so from cron: no word where nothing changed"),
        Example("refresh --dry-run", "see what would change"),
        Example("refresh --source wikipedia", "read what Wikipedia says of the shows you follow"),
    ),
)
READER = "refresh"


class _Wanted(NamedTuple):
    """What is asked beside the sources."""

    registries: Mapping[str, Subscription]
    feeds: Mapping[str, Subscribed]


class _Came(NamedTuple):
    """What came of asking them all."""

    renewed: Renewed
    synced: Synced
    gathered: Gathered
    proposed: Sequence[Pending] = ()
    """What feeds propose that they never proposed before."""

    @property
    def unreachable(self) -> list[str]:
        """Why somebody could not be reached; each a sentence."""
        return [*self.renewed.unreachable, *self.synced.unreachable, *self.gathered.unreachable]

    @property
    def problems(self) -> list[str]:
        """What else went wrong; each a sentence."""
        return [*self.renewed.problems, *self.synced.problems, *self.gathered.problems]


class _Desk(NamedTuple):
    """What a refresh works on: the files themselves or, for a trial, copies that go away."""

    fetched: Fetched
    pace: Fetched
    """Where requests are counted, in a trial as well."""
    where: Places
    only: tuple[str, ...]
    """The sources that alone are asked; empty for all that are configured, shared registries among them."""
    is_trial: bool = False


def run(session: Session, *, quiet: bool, dry_run: bool, source: list[str]) -> int:
    """Refresh, and print what changed that was not printed before."""
    from showstatus.feeds import Gathered
    from showstatus.ledger import feeds, subscriptions
    from showstatus.sharing import Renewed
    from showstatus.sync import Synced

    refuse_offline(session, "A refresh")
    only = tuple(asked_for(source))
    wanted = (
        _Wanted({}, {})
        if only
        else _Wanted(subscriptions.read(session.where.subscriptions), feeds.read(session.where.feeds))
    )
    with alone(session, "refresh", "Nothing was refreshed") as first:
        if not first:
            _print(session, (), _Came(Renewed(), Synced(), Gathered()))
            if not quiet:
                session.output.talk("Another refresh is running; it does the same work.")
            return 0
        with closing(session.open_fetched()) as kept:
            if not dry_run:
                return _refresh(session, _Desk(kept, kept, session.where, only), wanted, quiet=quiet)
            with closing(kept.copy()) as copy, _trial(session.where) as where:
                return _refresh(session, _Desk(copy, kept, where, only, is_trial=True), wanted, quiet=quiet)


def _refresh(session: Session, desk: _Desk, wanted: _Wanted, *, quiet: bool) -> int:
    from showstatus.cli import telling
    from showstatus.cli.clock import seconds
    from showstatus.cli.inbox import fill
    from showstatus.ledger.record import Record
    from showstatus.news import record_news
    from showstatus.sharing import renew

    record = Record(desk.fetched)
    targets = telling.welcome(session, record) if not desk.is_trial else []
    renewed = renew(wanted.registries, desk.where, desk.fetched, seconds, session.as_of)
    desk.fetched.forget()
    names = desk.only or configured()
    asked = {name: _sync(session, desk, name) for name in names} if _follows(session, desk) else {}
    with closing(session.open_ledger(desk.fetched, desk.where)) as ledger:
        record_news(ledger, record, session.as_of)
        gathered = fill(session, wanted.feeds if asked else {}, ledger, desk.fetched, desk.pace)
        followed = list(ledger.entries(followed=True)) if targets else []
    came = _Came(renewed, _together(asked.values()), *gathered)
    news = record.unheard(READER)
    _print(session, news, came)
    if not quiet and not session.json:
        answered = {name: one.fetched for name, one in asked.items() if one.fetched or not one.unreachable}
        told = _summary(len(news), answered, came, follows=bool(asked))
        session.output.talk(f"{told} Nothing was kept: this was a trial." if desk.is_trial else told)
    if news:
        record.heard(READER, news[-1].number)
    if not desk.is_trial:
        telling.tell(session, record, targets, followed)
    return SourceUnreachable.exit_code if came.unreachable else 0


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
            Progress(f"Asking {SERVICES[name].title}") as bar,
        ):
            if name == "wikipedia":
                from showstatus.articles import sync_articles

                with wiki(session, desk.pace) as encyclopedia:
                    return sync_articles(encyclopedia, ledger, desk.fetched, session.as_of, bar.step)
            with remote(session, name, desk.pace) as asked:
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


def _print(session: Session, news: Sequence[Recorded], came: _Came) -> None:
    from showstatus.views.inbox import inbox_row, proposed_lines
    from showstatus.views.news import news_lines

    warnings = (*came.unreachable, *came.problems)
    for problem in warnings:
        session.output.talk(problem)
    if session.json:
        from showstatus.views.json_doc import picked, refresh_document

        document = refresh_document(news, came.synced.fetched, came.renewed.names, warnings, session.as_of)
        document["proposals"] = [inbox_row(one) for one in came.proposed]
        session.output.document(picked(document, session.fields))
    else:
        session.output.sentences(news_lines(one.change for one in news))
        session.output.sentences(proposed_lines(came.proposed))
    session.output.flush()


def _summary(changed: int, answered: Mapping[str, int], came: _Came, *, follows: bool) -> str:
    """How much was new, by the names of the sources that answered, and the words that they ask for."""
    from showstatus.spoken import counted

    if not follows:
        told = "You follow no show yet; showstatus add SHOW follows one."
    else:
        told = "Nothing changed" if not changed else "One change" if changed == 1 else f"{changed} changes"
        counts = ", ".join(f"{SERVICES[name].title} had news of {_shows(number)}" for name, number in answered.items())
        words = [f"{told}; {counts or 'what was known stays'}.", *(SERVICES[name].credit for name in answered)]
        told = " ".join(words)
    if came.renewed.names:
        told += f" New issues of shared registries: {', '.join(came.renewed.names)}."
    if came.proposed:
        told += f" New in your inbox: {counted(len(came.proposed), 'proposal')}; showstatus inbox shows what waits."
    return told


def _shows(number: int) -> str:
    return "no show" if not number else "one show" if number == 1 else f"{number} shows"
