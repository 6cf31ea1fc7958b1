"""What commands that change something share: one edit of a registry, what was done in a sentence, what there is."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from showstatus.cli.session import Session

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rich.console import RenderableType

    from showstatus.ledger.journal import Journal

Rows = Sequence[Mapping[str, Any]]
Change = Callable[[str], str]


def carry_out(session: Session, change: Change | None, action: str, sentence: str, **facts: object) -> None:
    """Change the text of the user's registry and say so: a sentence, or a document that names what was done.

    The edit is made under the registry's lock, with a daily backup, and entered in the journal, so that `undo` can take
    it back; warnings go to stderr. None changes nothing. The ledger must not be read behind it: it holds what stood
    there before. Raises `UsageError` for a field that nobody has, before anything is changed.
    """
    document = done(session, action, facts)
    if change is not None:
        record(session, change, sentence)
    tell(session, document, sentence)


def record(session: Session, change: Change, sentence: str) -> None:
    """Change the text of the user's registry, and enter that in the journal under a sentence that tells what was done.

    As `carry_out` does, but nothing is printed but warnings, on stderr.
    """
    from showstatus.cli.clock import now
    from showstatus.errors import ShowstatusError

    recording = journal(session).recording(change, sentence, now().isoformat(timespec="seconds"))
    try:
        edit_registry(session, recording)
    except ShowstatusError:
        recording.drop()  # the registry holds what it held
        raise
    if recording.failure is not None:
        why = recording.failure.strerror
        session.output.talk(f"This change cannot be taken back: {session.where.journals} could not be written ({why}).")


def done(
    session: Session, action: str, facts: Mapping[str, object], within: str | None = None
) -> Mapping[str, object] | None:
    """What was done, as a document with the fields that were asked for; None where no JSON is wanted.

    `within` names the fact that is a list of rows, where the fields are those of the rows. It is made before anything
    is changed: a field that nobody has is refused with `UsageError`.
    """
    if not session.json:
        return None
    from showstatus.views.json_doc import done_document, picked

    return picked(done_document(action, facts), session.fields, within)


def tell(session: Session, document: Mapping[str, object] | None, sentence: str) -> None:
    """Print what was done: the document, or else the sentence."""
    if document is not None:
        session.output.document(document)
    else:
        from showstatus.views.plain import one_line

        session.output.sentences(one_line(sentence))


def tell_rows(
    session: Session, kind: str, rows: Rows, draw: Callable[[Rows], RenderableType], line: Callable[[Rows], str]
) -> None:
    """Print what there is of a kind: as a document, as a table at a terminal, as lines in a pipe."""
    if session.json:
        session.output.document(done(session, "listed", {kind: rows}, kind))
    elif session.output.is_terminal:
        session.output.show(draw(rows))
    else:
        session.output.lines(line(rows))


def journal(session: Session) -> Journal:
    """The journal of the user's registry."""
    from showstatus.ledger.journal import Journal
    from showstatus.ledger.user_file import key_of

    return Journal(os.path.join(session.where.journals, key_of(session.where.registry)))


def edit_registry(session: Session, change: Change) -> None:
    """Change the text of the user's registry under its lock, with a daily backup; warnings go to stderr."""
    from showstatus.cli.clock import today
    from showstatus.ledger.user_file import edit

    where = session.where
    for warning in edit(where.registry, change, lock_dir=where.locks, backup_dir=where.backups, day=today()):
        session.output.talk(warning)


def changed(known: Iterable[str], words: Iterable[str], *, remove: bool) -> list[str]:
    """A list of words with some more, or without some; none stands twice."""
    gone = set(words) if remove else set()
    return [word for word in dict.fromkeys([*known, *(() if remove else words)]) if word not in gone]


def set_list(text: str, slug: str, key: str, words: Iterable[str], *, remove: bool) -> str:
    """Change a list of the user's in the text as it stands now: another process may have changed it meanwhile."""
    from showstatus.ledger.edits import remove_key, set_key
    from showstatus.ledger.toml_lines import document

    known = document(text).get("show", {}).get(slug, {}).get(key, [])
    kept = changed(known, words, remove=remove)
    return set_key(text, slug, key, kept) if kept else remove_key(text, slug, key)
