"""`showstatus search WORDS`: which shows there are of that name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from showstatus.cli.command import Argument, Command, Example, Option
from showstatus.cli.listed import searched
from showstatus.cli.session import Session
from showstatus.errors import UsageError
from showstatus.names import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from showstatus.ledger.book import Entry
    from showstatus.sources.base import Hit

COMMAND = Command(
    "search",
    "Find a show by its title: in the registries and the catalogue and, where they know none, at TVmaze.",
    "What it finds is followed with showstatus add SLUG, or with showstatus add --id tvmaze:590. "
    "A title that the registries or the catalogue know, which showstatus catalogue pull brings, is asked for neither "
    "at TVmaze nor at TMDB, unless with --online. TMDB is asked only where SHOWSTATUS_TMDB_TOKEN holds a token for it.",
    (Argument("words", "The title, or a part of it.", many=True),),
    (Option("--online", "Ask TVmaze and TMDB whatever the registries and the catalogue know."),),
    examples=(
        Example("search office", "find shows by a part of their title"),
        Example("search bad sisters --online", "ask TVmaze and TMDB as well"),
    ),
)

Row = dict[str, Any]


def run(session: Session, *, words: list[str], online: bool) -> int:
    """Print what is found, the best first."""
    name = " ".join(words)
    if not fold(name):
        raise UsageError("Which title? Give it, or a part of it.")
    ledger = session.ledger
    found = [_known(ledger.entry(slug)) for slug in ledger.search(name)]
    listed = searched(session, name) if not online else None
    if listed:
        found = _nearest_first(name, _joined(session, found, listed))
    elif online or not (found or (session.offline and listed is not None)):
        from showstatus.cli.finding import hits

        asked = hits(session, name)
        found = _joined(session, found, asked)
        _give_credit(session, {hit.source for hit in asked})
    if session.json:
        from showstatus.views.json_doc import SCHEMA_VERSION, picked

        document = {"schema_version": SCHEMA_VERSION, "results": found}
        session.output.document(picked(document, session.fields, within="results"))
    elif session.output.is_terminal:
        from showstatus.views.table import search_table

        session.output.show(search_table(found, session.output.width))
    else:
        from showstatus.views.lines import search_lines

        session.output.lines(search_lines(found))
    return 0


def _known(entry: Entry) -> Row:
    show = entry.show
    came = [c.value.start.year for c in entry.claims if c.kind == "premiered" and c.value is not None]
    return {
        "slug": show.slug,
        "id": f"tvmaze:{show.ids['tvmaze']}" if "tvmaze" in show.ids else None,
        "title": show.display,
        "year": min(came, default=None),
        "platform": show.platform,
        "country": show.country,
        "url": None,
        "followed": show.followed,
        "ended": None,
        "type": None,
        "language": None,
    }


def _joined(session: Session, found: list[Row], hits: Iterable[Hit]) -> list[Row]:
    """What the sources found, each show that a registry knows under its slug, and what only the registries know."""
    rows: list[Row] = []
    known = {row["slug"]: row for row in found}
    for hit in hits:
        slug = session.ledger.with_ids(hit.ids)
        row = known.pop(slug, None) or (_known(session.ledger.entry(slug)) if slug is not None else {})
        told = {"slug": None, "followed": False, "title": hit.title, "year": hit.year, "platform": hit.platform}
        more = {"ended": hit.ended, "type": hit.type, "language": hit.language}
        rows.append({**told, "country": hit.country, **row, "id": f"{hit.source}:{hit.id}", "url": hit.url, **more})
    return [*known.values(), *rows]


def _nearest_first(name: str, rows: Iterable[Row]) -> list[Row]:
    """First what bears exactly that name, then what has all its words in its own, then what is spelt alike."""
    folded = fold(name)
    words = set(folded.split())

    def distance(row: Row) -> int:
        title = fold(row["title"])
        return 0 if title == folded else 1 if words <= set(title.split()) else 2

    return sorted(rows, key=distance)


def _give_credit(session: Session, sources: set[str]) -> None:
    """Say what TMDB asks to be said where something of it is shown; of TVmaze's each line has a link."""
    from showstatus.cli.remotes import SERVICES

    if "tmdb" in sources:
        session.output.talk(SERVICES["tmdb"].credit)
