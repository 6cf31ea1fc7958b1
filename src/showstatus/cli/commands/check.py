"""`showstatus check SHOW`: is it cancelled, what is confirmed, when does it come."""

from __future__ import annotations

from showstatus.cli.clock import today
from showstatus.cli.command import SHOW, Command, Example, Option
from showstatus.cli.session import Session

TYPE_CHECKING = False
if TYPE_CHECKING:
    from showstatus.report import Report

COMMAND = Command(
    "check",
    "Is it renewed or cancelled, what is confirmed, and when does it come?",
    "With --exit-code the code is the answer: 0 more is to come, 10 it is over (cancelled, ended, a limited series "
    "that is complete), 11 nobody has decided.",
    (SHOW,),
    (
        Option("--season", "Ask about this season.", "N", number=True),
        Option("--exit-code", "Make the exit code the answer: 0 to come, 10 over, 11 undecided."),
        Option("--explain", "Show the arithmetic of the estimate."),
    ),
    examples=(
        Example("check heartstopper", "see whether it is cancelled and when it comes"),
        Example("check severance --season 3 --explain", "ask about one season, with the arithmetic of the estimate"),
        Example("check heartstopper --as-of 2023-01-11", "ask what was known on a day"),
        Example("check glow --fields decision,answer", "take two fields as JSON"),
    ),
)
CODES = {True: 0, False: 10, None: 11}
"""What `--exit-code` returns: more is to come, it is over, nobody has decided."""


def run(session: Session, *, show: str, season: int | None, exit_code: bool, explain: bool) -> int:
    """Answer about one show."""
    slug = session.ledger.resolve(show)
    if session.json:
        form = "json"
    elif session.output.is_terminal:
        form = "card"
    else:
        form = "lines"
    # The answer is kept as text, with its code and the next step on the first line: it is asked again and again.
    now = session.as_of == today()  # a next step is told of today alone
    subject = f"check {slug} {season} {form} {explain} {now} {session.output.look if form == 'card' else ''}"
    kept = session.kept(subject, lambda: _made(session, slug, season, form, explain=explain, now=now))
    head, _, text = kept.partition("\n")
    code, _, step = head.partition(" ")
    if session.fields:
        import json

        from showstatus.views.json_doc import picked

        session.output.document(picked(json.loads(text), session.fields))
    elif session.json:
        session.output.json_text(text)
    else:
        session.output.lines(text)
    if step and not session.json:
        session.output.talk(step)
    return int(code) if exit_code else 0


def _made(session: Session, slug: str, season: int | None, form: str, *, explain: bool, now: bool) -> str:
    """The exit code and, where there is one, the next step on a line of their own, then the answer."""
    from showstatus.report import report

    made = report(session.ledger.entry(slug), session.as_of, season)
    if form == "json":
        import json

        from showstatus.views.json_doc import check_document

        text = json.dumps(check_document(made), ensure_ascii=False, indent=2)
    elif form == "card":
        from showstatus.views.card import card

        text = session.output.drawn(card(made, explain=explain))
    else:
        from showstatus.views.lines import check_lines, explain_lines

        text = check_lines(made) + (explain_lines(made) if explain else "")
    return f"{CODES[made.goes_on]} {_next_step(made) if now else ''}\n{text}"


def _next_step(made: Report) -> str:
    """How more may come to be known of a show of which nothing is known; empty of any other."""
    from showstatus.views.plain import one_line

    fresh = made.freshness
    if made.status.known or (fresh.last_checked is not None and not fresh.stale):
        return ""
    if made.show.followed:
        return one_line(f"showstatus refresh asks what is known of {made.show.display} elsewhere.")
    return f"showstatus add {made.show.slug} follows it; showstatus refresh then asks what is known of it elsewhere."
