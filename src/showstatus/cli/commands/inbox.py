"""`showstatus inbox`: what feeds propose to record; accepted or rejected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing

from showstatus.cli.command import Argument, Command, Example, Option
from showstatus.cli.session import Session
from showstatus.errors import FetchedUnusable, UsageError
from showstatus.ledger.inbox import SURENESS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from showstatus.pending import Pending

ACTIONS = ("list", "accept", "reject")
COMMAND = Command(
    "inbox",
    "What the feeds you read propose to record: list, accept N…, reject N….",
    "Each proposal has a number, the words that carry it and how sure it is: sure, likely or unsure. What you accept "
    "goes into your registry with the page as its reference, and showstatus undo puts it back into the inbox; else "
    "nothing is proposed twice.",
    (
        Argument("action", "list, accept or reject.", required=False, choices=ACTIONS),
        Argument("numbers", "The numbers of proposals.", many=True, required=False),
    ),
    (
        Option("--all", "With accept or reject: every proposal."),
        Option("--above", "With accept: every proposal that is surer than this.", "HOW", choices=SURENESS[1:]),
    ),
    examples=(
        Example("inbox", "see what feeds propose"),
        Example("inbox accept --above unsure", "record what is sure or likely"),
        Example("inbox reject --all", "be rid of the rest"),
    ),
)


def run(session: Session, *, action: str | None, numbers: Sequence[str], all: bool, above: str | None) -> int:  # noqa: A002 - the option's name
    """List what waits, or decide on it."""
    from showstatus.cli.inbox import waiting

    action = action or "list"
    if action not in ACTIONS:
        raise UsageError(f"“{action}” is none of {', '.join(ACTIONS)}.")
    if action != "accept" and above is not None:
        raise UsageError("--above says what is to be accepted: showstatus inbox accept --above unsure.")
    if action == "list" and (numbers or all):
        raise UsageError("list takes neither numbers nor --all; it shows everything.")
    if action != "list" and bool(numbers) + all + (above is not None) != 1:
        raise UsageError(f"{action} what? Give numbers, or --all{', or --above HOW' * (action == 'accept')}.")
    found = waiting(session)
    if action == "list":
        _list(session, found)
    else:
        _decide(session, action, _chosen(found, numbers, above))
    return 0


def _chosen(found: Sequence[Pending], numbers: Sequence[str], above: str | None) -> list[Pending]:
    """The proposals that are meant. Raises `UsageError` for a number that none has."""
    if above is not None:
        return [one for one in found if SURENESS.index(one.waiting.what.sure) < SURENESS.index(above)]
    if not numbers:
        return list(found)
    by_number = {str(one.waiting.number): one for one in found}
    unknown = [number for number in numbers if number not in by_number]
    if unknown:
        raise UsageError(f"There is no proposal {', '.join(unknown)} in your inbox; showstatus inbox lists them.")
    return [by_number[number] for number in dict.fromkeys(numbers)]


def _list(session: Session, found: Sequence[Pending]) -> None:
    from showstatus.views.inbox import inbox_lines, inbox_row, inbox_text

    if session.json:
        session.output.document(_document(session, "listed", found, ()))
    elif session.output.is_terminal:
        session.output.sentences(inbox_text(found))
    else:
        session.output.lines(inbox_lines(map(inbox_row, found)))


def _decide(session: Session, action: str, chosen: Sequence[Pending]) -> None:
    """Record what is accepted, in one edit, and only then take it out of the inbox: killed between, it is held."""
    from showstatus.cli.edit import tell
    from showstatus.ledger.inbox import ACCEPTED, REJECTED, Inbox
    from showstatus.spoken import counted

    past, state = ("accepted", ACCEPTED) if action == "accept" else ("rejected", REJECTED)
    added = [one.claim.id for one in chosen] if action == "accept" else []
    document = _document(session, past, chosen, added)
    if added:
        _record(session, chosen)
    if chosen:
        try:
            with closing(session.open_fetched()) as fetched:
                Inbox(fetched.connection).settle([one.waiting.number for one in chosen], state)
        except FetchedUnusable as error:
            if not added:
                raise
            session.output.talk(f"{error} Your registry has what you accepted, so it is not proposed again.")
    tell(session, document, f"{counted(len(chosen), 'proposal')} {past}.")


def _record(session: Session, chosen: Sequence[Pending]) -> None:
    from showstatus.cli.accept import Addition, add

    slugs = dict.fromkeys(one.waiting.slug for one in chosen)
    wanted = [Addition(slug, [one.waiting.what.claim for one in chosen if one.waiting.slug == slug]) for slug in slugs]
    titles = dict.fromkeys(one.show.display for one in chosen)
    add(session, wanted, f"add what feeds say of {', '.join(titles)}")


def _document(
    session: Session, action: str, chosen: Sequence[Pending], applied: Sequence[str]
) -> Mapping[str, object] | None:
    from showstatus.cli.edit import done
    from showstatus.views.inbox import inbox_row

    facts = {"proposals": [inbox_row(one) for one in chosen], "applied": list(applied)}
    return done(session, action, facts, "proposals")
