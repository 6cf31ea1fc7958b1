"""`showstatus read FILE`: what an article says, as claims that can be recorded; `read --stdin`: for programs."""

from __future__ import annotations

import codecs
import datetime as dt
import sys

from showstatus.cli.command import Argument, Command, Example, Option
from showstatus.cli.listed import titles
from showstatus.cli.session import Session
from showstatus.errors import AmbiguousName, NoSuchShow, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from showstatus.reader.page import Page
    from showstatus.reader.proposals import Source
    from showstatus.reader.readings.reading import Reading
    from showstatus.views.proposals import Offer

LARGEST = 5_000_000
"""A file of more bytes is not read."""
_BINARY_WITHIN = 8_000
"""A byte of nought among so many first ones is in no text."""
COMMAND = Command(
    "read",
    "Read an article and propose what it says as claims.",
    "SOURCE is a file, an address (http or https) or - for standard input; text or HTML, in English. Each claim is "
    "shown with the words that carry it and what it would change. On a terminal you are asked about each; in a pipe "
    'nothing is added without --apply. With --stdin it reads JSON lines {"id", "published", "text"} and answers one a '
    "line.",
    (Argument("source", "A file, an address, or - for standard input.", required=False),),
    (
        Option("--published", "The day the text was published, where it does not say.", "DAY"),
        Option("--show", "Take the text to be about this show.", "SLUG"),
        Option("--apply", "Add every claim that needed no guess to your registry."),
        Option("--stdin", "Answer texts from standard input, as JSON lines."),
    ),
    examples=(
        Example("read article.txt --published 2023-01-11", "propose what an article says as claims"),
        Example("read article.txt --show heartstopper --apply", "add what needed no guess"),
    ),
)


def run(
    session: Session, *, source: str | None, published: str | None, show: str | None, apply: bool, stdin: bool
) -> int:
    """Read one text, or whatever the lines of standard input hold."""
    if stdin:
        if source is not None or published or show or apply or session.fields:
            raise UsageError("With --stdin the lines hold the texts; name no source and no other option.")
        from showstatus.cli.read_lines import answer_lines

        with titles(session) as listed:
            return answer_lines(session.ledger.titles(), listed)
    if source is None:
        raise UsageError("Name a file, an address or - to read; or give texts as lines of JSON with --stdin.")
    _tell(session, source, _day(published), show, apply=apply)
    return 0


def _tell(session: Session, source: str, published: dt.date | None, show: str | None, *, apply: bool) -> None:
    from showstatus.cli.accept import accept, asked
    from showstatus.reader.article import read
    from showstatus.reader.proposals import Source
    from showstatus.views.json_doc import picked
    from showstatus.views.proposals import proposals_document

    text, url = _content(source, offline=session.offline)
    page = _page(text)
    published = published or page.published
    from_here = Source(published, page.by, url)
    with titles(session) as listed:
        readings = read(page.text, published, _known(session, page.text, from_here), listed)
    offers = _offers(session, readings, from_here, show)
    asking = not apply and not session.json and source != "-" and session.output.at_terminal and sys.stdin.isatty()
    if session.json:
        picked(proposals_document(offers, published, ()), session.fields)  # a field nobody has adds nothing
    if not offers:
        session.output.talk(f"{_named(source)} {_why_nothing(session, page.text, readings, show)}.")
    elif published is None:
        session.output.talk("The text tells no day; with --published 2023-01-11 its claims would have one.")
    chosen = asked(session.output, offers) if asking else [_certain(offer) if apply else [] for offer in offers]
    added = accept(session, offers, chosen, lambda: None if asking else _show(session, offers))
    if session.json:
        session.output.document(picked(proposals_document(offers, published, added), session.fields))


def _show(session: Session, offers: list[Offer]) -> None:
    from showstatus.views.proposals import offer_text, proposal_lines

    if session.output.is_terminal and not session.json:
        for offer in offers:
            session.output.sentences(offer_text(offer))
    elif not session.json:
        session.output.lines(proposal_lines(offers))


def _certain(offer: Offer) -> list[int]:
    """What --apply adds: claims that are not on record and needed no guess."""
    return [number for number in offer.open if offer.proposals[number].sure != "unsure"]


def _day(text: str | None) -> dt.date | None:
    if text is None:
        return None
    from showstatus.cli.clock import today
    from showstatus.spoken import hear

    heard = hear(text, today())
    if not heard.is_day:
        raise UsageError(f"--published needs one day, and “{text}” is more; write 2023-01-11.")
    return heard.start


def _content(source: str, *, offline: bool) -> tuple[str, str | None]:
    """The text of a source, and its address where it has one."""
    if "://" in source:
        from showstatus.cli.fetch import fetched

        found = fetched(source, offline=offline)
        return found.text, found.url
    if source == "-":
        data = sys.stdin.buffer.read(LARGEST + 1)
    else:
        with open(source, "rb") as file:
            data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise UsageError(f"{_named(source)} is larger than {LARGEST // 1_000_000} MB; save the part to be read.")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace"), None
    if b"\0" in data[:_BINARY_WITHIN]:
        raise UsageError(f"{_named(source)} is no text; save the article as text or HTML.")
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), None


def _named(source: str) -> str:
    return "Standard input" if source == "-" else source


def _page(text: str) -> Page:
    from showstatus.reader.page import page

    return page(text)


def _known(session: Session, text: str, source: Source) -> list[str]:
    """The titles on record, but for those that only this text put there: read again, it says the same again."""
    from showstatus.reader.proposals import is_from

    ledger, words = session.ledger, text.casefold()
    named = [(slug, block["title"]) for slug, block in ledger.user.blocks() if "title" in block]
    its_own = {
        title for slug, title in named if title.casefold() in words and is_from(text, source, ledger.entry(slug).claims)
    }
    return [title for title in ledger.titles() if title not in its_own]


def _offers(session: Session, readings: list[Reading], source: Source, show: str | None) -> list[Offer]:
    from showstatus.cli.accept import offer

    made = []
    of = [(_slug(session, reading), reading) for reading in readings] if show is None else _of(session, readings, show)
    for place, (slug, reading) in enumerate(of):
        if slug is None:
            continue
        found = offer(session, slug, reading, source, lead=place == 0)
        if found.proposals or found.reading.estimate is not None:
            made.append(found)
    return made


def _of(session: Session, readings: list[Reading], show: str) -> list[tuple[str | None, Reading]]:
    """What a text says of one show: under its title, else under the first one, unless that is another show's."""
    slug = session.ledger.resolve(show)
    own = [reading for reading in readings if slug in _fitting(session, reading.title)]
    first = [reading for reading in readings[:1] if not _fitting(session, reading.title)]
    return [(slug, reading) for reading in (own or first)[:1]]


def _fitting(session: Session, title: str) -> list[str]:
    """The shows on record that bear a title."""
    try:
        return [session.ledger.resolve(title)]
    except AmbiguousName as error:
        return [slug for slug, _ in error.candidates]
    except NoSuchShow:
        return []


def _why_nothing(session: Session, text: str, readings: list[Reading], show: str | None) -> str:
    """Why nothing is proposed, as the end of a sentence."""
    from showstatus.reader.page import is_foreign

    if not text.strip():
        return "is empty"
    if is_foreign(text):
        return "is not in English, which is all that is read"
    if show is None:
        return "says nothing about a show that could be recorded"
    slug = session.ledger.resolve(show)
    others = _fitting(session, readings[0].title) if readings else []
    instead = f"; it is about {readings[0].title}" if others and slug not in others else ""
    return f"says nothing about {session.ledger.entry(slug).show.title} that could be recorded{instead}"


def _slug(session: Session, reading: Reading) -> str | None:
    """The slug of the show a reading is about; None (and a note) where its title fits several."""
    from showstatus.names import slug_for

    try:
        return session.ledger.resolve(reading.title)
    except NoSuchShow:
        return slug_for(reading.title)
    except AmbiguousName as error:
        session.output.talk(f"{error} Nothing is proposed for it; name it with --show.")
        return None
