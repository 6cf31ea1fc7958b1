"""`showstatus publish FILE`: write your claims as a registry for others."""

from __future__ import annotations

from showstatus.cli.command import Argument, Command, Example
from showstatus.cli.edit import done, tell
from showstatus.cli.session import Session
from showstatus.errors import NoSuchShow, ShowstatusError, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from showstatus.ledger.book import Entry

COMMAND = Command(
    "publish",
    "Write what you claim, with its sources, as a registry that others can subscribe to.",
    "It holds your own claims and the shows they are about; no tag, note, pin, nothing you merely follow, and nothing "
    "that was fetched. Put the file on any web server: showstatus registry add ADDRESS subscribes to it.",
    (Argument("file", "The file to write; - for stdout."),),
    examples=(Example("publish shows.toml", "write your claims as a registry for others"),),
)


def run(session: Session, *, file: str) -> int:
    """Write the registry, whole or not at all."""
    from showstatus.ledger.publication import published

    if file == "-" and session.json:
        raise UsageError("--json tells what was written to a file, and - prints the registry itself: choose one.")
    entries = _entries(session)
    if not entries:
        raise ShowstatusError("You claim nothing yet that could be published; showstatus claim records something.")
    text = published(entries)
    _check(text)
    if file == "-":
        session.output.lines(text)
    else:
        _write(session, file, text, entries)
    return 0


def _entries(session: Session) -> list[Entry]:
    """Each show that you claim something about, with just that; what is left out is said."""
    from showstatus.ledger.publication import own

    ledger = session.ledger
    found = []
    for slug, layer in ledger.user.layers():
        try:
            entry = own(ledger.entry(slug, with_fetched=False), layer, session.as_of)
        except NoSuchShow:
            session.output.talk(f"Claims about {slug} are left out: no registry knows it as a show.")
            continue
        if entry.claims:
            found.append(entry)
    if any(problem.severity == "error" for problem in ledger.user.problems()):
        session.output.talk("What is wrong in your registry is left out; showstatus doctor tells what it is.")
    return found


def _check(text: str) -> None:
    """Make sure that others can read it. Raises `ShowstatusError`."""
    from showstatus.sources import registry
    from showstatus.sources.base import Unusable

    try:
        registry.read(text.encode())
    except Unusable as error:
        raise ShowstatusError(
            f"Nothing was published: others would refuse a registry {error}; see showstatus doctor."
        ) from None


def _write(session: Session, file: str, text: str, entries: list[Entry]) -> None:
    from showstatus.ledger.publication import HEADER
    from showstatus.ledger.whole_file import save
    from showstatus.spoken import counted

    shows = sorted(entry.show.slug for entry in entries)
    claims = sum(len(entry.claims) for entry in entries)
    document = done(session, "published", {"path": file, "shows": shows, "claims": claims})
    try:
        with open(file, "rb") as known:
            held = known.read(len(HEADER))
    except FileNotFoundError:
        held = b""
    if held and held != HEADER.encode():
        raise UsageError(f"{file} was not published with showstatus, so it is not written over; name another file.")
    for warning in save(file, text.encode()):
        session.output.talk(warning)
    tell(session, document, f"Published {counted(claims, 'claim')} about {counted(len(shows), 'show')}: {file}")
