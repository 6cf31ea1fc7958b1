"""`showstatus answer SHOW`: the article that answers whether a show is cancelled, from the registry alone."""

from __future__ import annotations

from showstatus.cli.command import SHOW, Command, Example, Option
from showstatus.cli.session import Session

COMMAND = Command(
    "answer",
    "Write the article about a show: is it cancelled, what is confirmed, when does it come, who is in it.",
    "The article is Markdown. Every fact ends with the number of the claim it rests on; the claims and their pages "
    "are listed at the end.",
    (SHOW,),
    (Option("--season", "Ask about this season.", "N", number=True),),
    examples=(Example("answer heartstopper", "write the article about a show"),),
)


def run(session: Session, *, show: str, season: int | None) -> int:
    """Write about one show."""
    from showstatus.report import report
    from showstatus.views.answer_page import answer_page, answer_page_document

    ledger = session.ledger
    made = report(ledger.entry(ledger.resolve(show)), session.as_of, season)
    if session.json:
        from showstatus.views.json_doc import picked

        session.output.document(picked(answer_page_document(made), session.fields))
    else:
        session.output.sentences(answer_page(made))
    return 0
