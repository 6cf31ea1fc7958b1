"""Who else is told what a refresh found: the programs in the hooks folder, and the targets of `notify`."""

from __future__ import annotations

import os
from collections.abc import Sequence

from showstatus import delivery, hooks, notify
from showstatus.cli.session import Session
from showstatus.errors import ShowstatusError
from showstatus.ledger.book import Entry
from showstatus.ledger.record import Record, Recorded
from showstatus.notify import Target


def welcome(session: Session, record: Record) -> list[Target]:
    """Note who is to be told from now on; the targets of `notify`, none of them where that file cannot be read."""
    hooks.welcome(record, session.where.hooks)
    try:
        targets = notify.targets(session.where.notify)
    except ShowstatusError as error:
        session.output.talk(str(error))
        return []
    delivery.welcome(record, targets)
    return targets


def tell(session: Session, record: Record, targets: Sequence[Target], followed: Sequence[Entry]) -> None:
    """Tell everyone what they have not been told; what goes wrong is said, and told again after the next refresh."""
    from showstatus.views.news import sentence

    for problem in hooks.deliver(record, session.where.hooks, _document, os.environ):
        session.output.talk(problem)
    try:
        for problem in delivery.deliver(record, targets, followed, session.as_of, sentence, notify.apprise_send):
            session.output.talk(problem)
    except ShowstatusError as error:
        session.output.talk(str(error))


def _document(news: Sequence[Recorded]) -> str:
    """What a hook is told."""
    import json

    from showstatus.views.json_doc import changes_document

    return json.dumps(changes_document(news), ensure_ascii=False)
