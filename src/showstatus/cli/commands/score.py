"""`showstatus score`: how the earlier forecasts of the registry's shows did."""

from __future__ import annotations

from showstatus.cli.command import SHOWS, Command, Example
from showstatus.cli.session import Session

COMMAND = Command(
    "score",
    "How earlier forecasts did, now that the seasons have come.",
    "Each forecast is replayed as of its day, by what the registry says was known then. Without a name: the shows you "
    "follow, or all that are known where you follow none.",
    (SHOWS,),
    examples=(Example("score heartstopper", "see how its earlier forecasts turned out"),),
)


def run(session: Session, *, shows: list[str]) -> int:
    """Replay every forecast of these shows and say how each did."""
    from showstatus.forecast.engine import shipped
    from showstatus.forecast.replay import replays
    from showstatus.forecast.track_record import records
    from showstatus.status import status

    ledger = session.ledger
    if shows:
        entries = [ledger.entry(slug) for slug in dict.fromkeys(map(ledger.resolve, shows))]
    else:
        entries = list(ledger.entries(followed=bool(ledger.followed())))
    engine = shipped()
    rows = [row for entry in entries for row in replays(entry, status(entry.show, entry.claims, session.as_of), engine)]
    sums = records(rows)
    if session.json:
        from showstatus.views.forecast_json import score_document
        from showstatus.views.json_doc import picked

        session.output.document(picked(score_document(rows, sums, session.as_of), session.fields, within="forecasts"))
    elif session.output.is_terminal:
        from showstatus.views.forecast import score_table

        session.output.show(score_table(rows, sums))
    else:
        from showstatus.views.forecast_lines import score_lines

        session.output.lines(score_lines(rows))
        if sums:
            session.output.talk(sums[0].words)
    return 0
