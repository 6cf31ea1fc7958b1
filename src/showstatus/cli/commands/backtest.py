"""`showstatus backtest`: how good the forecast is, by replaying history."""

from __future__ import annotations

import zlib

from showstatus.cli.command import Command, Example, Option
from showstatus.cli.progress import Progress
from showstatus.cli.session import Session

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime as dt

    from showstatus.forecast.origins import ObservedShow, Production

COMMAND = Command(
    "backtest",
    "How good the forecast is: history replayed, beside naive rivals.",
    "Without --data the shows of the registries are replayed; most of those came back, so judge the odds by a folder "
    "of data. DIR holds seasons.csv and, where there is one, milestones.csv, either of them packed with gzip if you "
    "like. The shipped model was fitted on a part of what may be replayed; how it does on shows it has not seen is in "
    "the documentation.",
    (),
    (
        Option("--data", "Replay the seasons in this folder.", "DIR"),
        Option("--shows", "Replay at most this many shows, chosen by chance but always the same.", "N", number=True),
    ),
    examples=(Example("backtest --shows 20", "replay the history of twenty shows"),),
)


def run(session: Session, *, data: str | None, shows: int | None) -> int:
    """Replay history and print the scores."""
    from showstatus.forecast.backtest import backtest
    from showstatus.forecast.engine import shipped

    observed, made, until = _registry(session) if data is None else _folder(data)
    if shows is not None:
        chosen = sorted(observed, key=lambda show: zlib.crc32(show.id.encode()))[:shows]
        ids = {show.id for show in chosen}
        observed = [show for show in observed if show.id in ids]
        made = [one for one in made if one.show.id in ids]
    with Progress("Replaying") as bar:
        scores = backtest(observed, made, until, shipped(), bar.step)
    source = data if data is not None else "the registries"
    if session.json:
        from showstatus.views.forecast_json import backtest_document
        from showstatus.views.json_doc import picked

        session.output.document(picked(backtest_document(scores, source), session.fields))
    elif session.output.is_terminal:
        from showstatus.views.forecast import backtest_tables

        session.output.show(*backtest_tables(scores, source))
    else:
        from showstatus.views.forecast_lines import backtest_lines

        session.output.lines(backtest_lines(scores))
    return 0


def _folder(data: str) -> tuple[list[ObservedShow], list[Production], dt.date]:
    from showstatus.cli.observed_files import read_productions, read_seasons
    from showstatus.forecast.observed import TYPES, WHOLE_UNTIL

    every = read_seasons(data)
    return [show for show in every if show.type in TYPES], read_productions(data, every), WHOLE_UNTIL


def _registry(session: Session) -> tuple[list[ObservedShow], list[Production], dt.date]:
    from showstatus.forecast.replay import observed_of, productions_of
    from showstatus.status import status

    shows: list[ObservedShow] = []
    made: list[Production] = []
    until = session.as_of
    for entry in session.ledger.entries(followed=False):
        stand = status(entry.show, entry.claims, session.as_of)
        shows.append(observed_of(entry, stand))
        made += productions_of(entry, stand)
        if entry.checked is not None:
            until = min(until, entry.checked)
    return shows, made, until
