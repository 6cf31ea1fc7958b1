"""What the commands that change the user's registry share: one edit of its text, told in one sentence."""

from __future__ import annotations

from collections.abc import Callable

from showstatus.cli.session import Session


def edit_registry(session: Session, change: Callable[[str], str]) -> None:
    """Change the text of the user's registry under its lock, with a daily backup; warnings go to stderr."""
    from showstatus.cli.clock import today
    from showstatus.ledger.user_file import edit

    where = session.where
    for warning in edit(where.registry, change, lock_dir=where.locks, backup_dir=where.backups, day=today()):
        session.output.talk(warning)


def told(session: Session, action: str, sentence: str, **facts: object) -> None:
    """Say what was done: a sentence, or a document that names it."""
    if session.json:
        from showstatus.views.json_doc import done_document, picked

        session.output.document(picked(done_document(action, facts), session.fields))
    else:
        from showstatus.views.plain import one_line

        session.output.lines(one_line(sentence))
