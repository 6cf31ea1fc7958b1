"""`showstatus open SHOW`: the evidence in the browser."""

from __future__ import annotations

from showstatus.cli.command import SHOW, Command, Example, Option
from showstatus.cli.session import Session
from showstatus.errors import ShowstatusError
from showstatus.report import report

COMMAND = Command(
    "open",
    "Open the pages behind an answer in the browser.",
    "Without a terminal, or with --print, the addresses are printed instead.",
    (SHOW,),
    (
        Option("--season", "The pages about this season.", "N", number=True),
        Option("--all", "All pages, not only the newest."),
        Option("--print", "Print the addresses and open nothing."),
    ),
    examples=(
        Example("open severance --print", "print the address of the newest page behind an answer"),
        Example("open severance --all --print", "print all of them"),
    ),
)


def run(session: Session, *, show: str, season: int | None, all: bool, print: bool) -> int:  # noqa: A002 - their names
    """Open or print the pages that the evidence cites, newest first."""
    ledger = session.ledger
    made = report(ledger.entry(ledger.resolve(show)), session.as_of, season)
    cited = [
        claim.url
        for claim, counted in reversed(made.evidence)
        if counted and claim.url and (season is None or season in [i.number for i in claim.instalments])
    ]
    pages = [url for url in dict.fromkeys(cited) if url.startswith(("https://", "http://")) and url.isprintable()]
    chosen = pages if all else pages[:1]
    if not chosen:
        raise ShowstatusError(
            f"No claim about {made.show.display} cites a page; see `showstatus log {made.show.slug}`."
        )
    if session.json:
        from showstatus.views.json_doc import done_document, picked

        facts = {"show": made.show.slug, "urls": chosen}
        session.output.document(picked(done_document("cited", facts), session.fields))
        return 0
    if session.output.at_terminal and not print:
        import webbrowser

        for url in chosen:
            if not webbrowser.open(url):
                raise ShowstatusError(f"No browser could be opened for {url}; --print prints the addresses.")
    session.output.lines("\n".join(chosen))
    return 0
