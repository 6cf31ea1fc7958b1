"""`showstatus catalogue`: every show that TVmaze lists, on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager

from showstatus.cli.alone import alone
from showstatus.cli.command import Argument, Command, Example, Option
from showstatus.cli.remotes import SERVICES, refuse_offline, remote
from showstatus.cli.session import Session
from showstatus.errors import CatalogueUnusable, ShowstatusError, SourceUnreachable, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from showstatus.catalogue.file import Catalogue
    from showstatus.sources.index import Index
    from showstatus.views.json_doc import Document

DONE = {"pull": "pulled", "update": "updated", "status": "told"}
"""What each action is called once it is done, in the order of help."""
COMMAND = Command(
    "catalogue",
    "Have every show that TVmaze lists at hand, to be found offline: pull, update, status.",
    "pull asks for all of it, about 350 requests in three minutes; broken off, the next pull goes on from there. "
    "update asks only for what changed since. search and add then find shows without a connection, names that are "
    "spelt wrong are known, and import and read know titles and ids.",
    (Argument("action", "pull, update or status.", choices=tuple(DONE)),),
    (Option("--quiet", "Print nothing but problems."),),
    examples=(
        Example("catalogue pull", "have every show at hand"),
        Example("catalogue update --quiet", "bring it up to date, from cron"),
        Example("catalogue status", "see how many shows it has, and as of when"),
    ),
)


def run(session: Session, *, action: str, quiet: bool) -> int:
    """Bring the catalogue or bring it up to date, and tell how far it is."""
    if action not in DONE:
        raise UsageError(f"There is no catalogue {action}; it is {', '.join(DONE)}.")
    if session.json:  # a field that nobody has is refused before anything is asked
        from showstatus.views.json_doc import picked

        picked(_document(session, action, 0), session.fields)
    came = _bring(session, action) if action != "status" else 0
    document = _document(session, action, came)
    if session.json:
        session.output.document(picked(document, session.fields))
    elif not quiet:
        _print(session, document)
    return 0


def _bring(session: Session, action: str) -> int:
    """Pull or update; gives how many shows came."""
    from showstatus.cli.listed import after_putting_aside

    refuse_offline(session, f"catalogue {action}")
    with alone(session, "catalogue", f"catalogue {action} asked for nothing") as first:
        if not first:
            raise ShowstatusError("The catalogue is being brought by another run; try again when it is done.")
        with closing(_made(session, action)) as catalogue:
            try:
                return _asked(session, catalogue, action)
            except CatalogueUnusable as error:
                catalogue.close()
                raise ShowstatusError(after_putting_aside(error)) from error
            except KeyboardInterrupt:
                session.output.talk(f"{catalogue.told} kept; catalogue {action} goes on from there.")
                raise


def _asked(session: Session, catalogue: Catalogue, action: str) -> int:
    from showstatus.catalogue.pulling import broken_off, pull, update
    from showstatus.cli.progress import Progress
    from showstatus.sources.base import Unusable

    bring = pull if action == "pull" else update
    try:
        with _index(session) as index, Progress("Asking TVmaze") as bar:
            return bring(index, catalogue, session.as_of, bar.step)
    except (Unusable, SourceUnreachable) as error:
        raise broken_off(error, catalogue, action) from error


@contextmanager
def _index(session: Session) -> Iterator[Index]:
    from showstatus.sources.index import Index

    with closing(session.open_fetched()) as fetched, remote(session, "tvmaze", fetched) as tvmaze:
        yield Index(tvmaze)


def _made(session: Session, action: str) -> Catalogue:
    """The catalogue, to be added to; a file that is of no use is put aside first. Raises `ShowstatusError`."""
    from showstatus.catalogue.file import made
    from showstatus.cli.listed import tell

    path = session.where.catalogue
    try:
        catalogue = made(path)
    except CatalogueUnusable as error:
        if not error.damaged:
            raise
        tell(session, error)
        catalogue = made(path)
    if action == "update" and catalogue.state.day is None:
        begun = catalogue.shows
        catalogue.close()
        told = "has not come to its end yet" if begun else "is not there yet"
        raise ShowstatusError(f"The catalogue {told}; showstatus catalogue pull brings it.")
    return catalogue


def _document(session: Session, action: str, came: int) -> Document:
    """How the catalogue is, as `--json` tells it."""
    from showstatus.cli.listed import asked
    from showstatus.views.json_doc import done_document

    def question(catalogue: Catalogue) -> dict[str, object]:
        state = catalogue.state
        return {"shows": catalogue.shows, "day": state.day, "next_page": state.page, "bytes": catalogue.bytes}

    nothing = {"shows": 0, "day": None, "next_page": None, "bytes": 0}
    facts = {"path": session.where.catalogue, **(asked(session, question) or nothing), "came": came}
    return done_document(DONE[action], facts)


def _print(session: Session, document: Document) -> None:
    if document["action"] == "told" and not session.output.is_terminal:
        from showstatus.views.lines import records

        session.output.lines(records([(key, document[key]) for key in ("path", "shows", "day", "next_page", "bytes")]))
        return
    session.output.sentences(_sentence(document))
    if document["action"] != "told":
        session.output.talk(SERVICES["tvmaze"].credit)


def _sentence(document: Document) -> str:
    from showstatus.dates import parse_edtf
    from showstatus.spoken import say

    if not document["shows"]:
        return "There is no catalogue yet; showstatus catalogue pull brings it."
    size = f"{max(round(document['bytes'] / 1_000_000), 1)} MB"
    day, page = document["day"], document["next_page"]
    as_of = f" as of {say(parse_edtf(day))}" if day is not None else ""
    shows = f"{document['shows']:,} show{'s' if document['shows'] != 1 else ''}"
    told = f"The catalogue has {shows}{as_of}, in {size}."
    return told if page is None else f"{told} A pull has come to page {page}; showstatus catalogue pull goes on there."
