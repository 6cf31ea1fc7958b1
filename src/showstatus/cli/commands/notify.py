"""`showstatus notify add|test|list|remove`: where news is sent."""

from __future__ import annotations

import sys

from showstatus.cli.command import Argument, Command, Example, Option
from showstatus.cli.session import Session
from showstatus.errors import ShowstatusError, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from showstatus.notify import Target

ACTIONS = ("list", "add", "test", "remove")
COMMAND = Command(
    "notify",
    "Where news is sent after a refresh: mail, ntfy, Telegram, the desktop and more, through Apprise.",
    "list · add NAME ADDRESS · test [NAME] · remove NAME. An address is one of Apprise's: ntfy://my-topic, "
    "mailto://user:password@example.com; - reads it from standard input, out of sight of others.",
    (
        Argument("action", "One of list, add, test, remove.", required=False, choices=ACTIONS),
        Argument("words", "NAME, and for add the ADDRESS.", many=True, required=False),
    ),
    (
        Option(
            "--only",
            "With add: tell it of this kind of news only, like decision, date, complete, window:30 (an estimate that "
            "claims moved by more than 30 days) or premiere:7 (7 days before); may be given again.",
            "KIND",
            many=True,
        ),
        Option("--each", "With add: send a message for each piece of news, instead of one a run."),
    ),
    examples=(
        Example("notify add phone ntfy://my-topic", "have news sent to a phone"),
        Example("notify add mail mailto://me:secret@example.com --only decision", "have decisions sent by mail"),
        Example("notify add desk gotify://host/token --only premiere:7", "be told a week before a premiere"),
        Example("notify list", "see where news is sent"),
    ),
)


def run(session: Session, *, action: str | None, words: list[str], only: list[str], each: bool) -> int:
    """Do what is asked, and print the targets that it was done to."""
    from showstatus.notify import targets

    path = session.where.notify
    if (only or each) and action != "add":
        raise UsageError(f"{'--only' if only else '--each'} goes with notify add.")
    if action in (None, "list") and not words:
        told = targets(path)
        _print(session, "listed", told, "")
    elif action == "add" and len(words) == 2:
        told = [_add(session, words[0], words[1], only, each=each)]
        _print(session, "added", told, f"News is sent to {words[0]}; showstatus notify test {words[0]} tries it.")
    elif action == "test" and len(words) < 2:
        told = _chosen(targets(path), words)
        _test(session, told)
        _print(session, "tested", told, f"A message was sent to {', '.join(one.name for one in told)}.")
    elif action == "remove" and len(words) == 1:
        told = _chosen(targets(path), words)
        _remove(session, words[0])
        _print(session, "removed", told, f"No news is sent to {words[0]} any more.")
    else:
        raise UsageError("Write notify list, notify add NAME ADDRESS, notify test [NAME] or notify remove NAME.")
    return 0


def _add(session: Session, name: str, address: str, only: Sequence[str], *, each: bool) -> Target:
    from contextlib import closing

    from showstatus import delivery, notify
    from showstatus.ledger.record import Record
    from showstatus.wishes import wish

    try:
        wanted = wish(only)
    except ValueError as error:
        raise UsageError(str(error)) from None
    url = sys.stdin.readline().strip() if address == "-" else address
    notify.check_address(url)
    target = notify.Target(name, url, wanted, each)
    notify.add(session.where.notify, target, lock_dir=session.where.locks)
    with closing(session.open_fetched()) as fetched:
        delivery.welcome(Record(fetched), [target])
    return target


def _remove(session: Session, name: str) -> None:
    from contextlib import closing

    from showstatus import delivery, notify
    from showstatus.ledger.record import Record

    notify.remove(session.where.notify, name, lock_dir=session.where.locks)
    with closing(session.open_fetched()) as fetched:
        Record(fetched).leave(delivery.reader(name))


def _test(session: Session, chosen: Sequence[Target]) -> None:
    from showstatus.cli.remotes import refuse_offline
    from showstatus.notify import apprise_send

    refuse_offline(session, "A test")
    if not chosen:
        raise UsageError("There is no target yet; showstatus notify add NAME ADDRESS makes one.")
    whys = [(one.name, apprise_send(one.url, "showstatus", "This is a test.")) for one in chosen]
    failed = [f"{name} {why}" for name, why in whys if why is not None]
    if failed:
        raise ShowstatusError(f"The notification target {'; '.join(failed)}. Check the address and the network.")


def _chosen(known: Sequence[Target], names: Sequence[str]) -> list[Target]:
    found = [one for one in known if not names or one.name in names]
    if names and not found:
        names_known = ", ".join(one.name for one in known) or "none"
        raise UsageError(f"There is no target “{names[0]}”; those there are: {names_known}.")
    return found


def _print(session: Session, action: str, told: Sequence[Target], sentence: str) -> None:
    """Print a sentence, or the targets; never an address."""
    rows = [{"name": one.name, "service": one.service, "only": list(one.wish.words), "each": one.each} for one in told]
    if session.json:
        from showstatus.views.json_doc import done_document, picked

        session.output.document(picked(done_document(action, {"targets": rows}), session.fields, within="targets"))
    elif sentence:
        session.output.sentences(sentence)
    elif not rows and session.output.is_terminal:
        session.output.sentences("News is sent nowhere.")
    else:
        from showstatus.views.lines import records

        session.output.lines(records((row["name"], row["service"], row["only"], row["each"]) for row in rows))
