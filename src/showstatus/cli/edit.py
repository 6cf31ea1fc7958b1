"""What the commands that change the user's registry share: one edit of its text, told in one sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from showstatus.cli.session import Session

Change = Callable[[str], str]


def carry_out(session: Session, change: Change | None, action: str, sentence: str, **facts: object) -> None:
    """Change the text of the user's registry and say so: a sentence, or a document that names what was done.

    The edit is made under the registry's lock, with a daily backup; warnings go to stderr. None changes nothing.
    The ledger must not be read behind it: it holds what stood there before. Raises `UsageError` for a field that
    nobody has, before anything is changed.
    """
    document = None
    if session.json:
        from showstatus.views.json_doc import done_document, picked

        document = picked(done_document(action, facts), session.fields)
    if change is not None:
        edit(session, change)
    if document is not None:
        session.output.document(document)
    else:
        from showstatus.views.plain import one_line

        session.output.lines(one_line(sentence))


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


def edit(session: Session, change: Change) -> None:
    """Change the text of the user's registry under its lock, with a daily backup; warnings go to stderr."""
    from showstatus.cli.clock import today
    from showstatus.ledger import user_file

    where = session.where
    warnings = user_file.edit(where.registry, change, lock_dir=where.locks, backup_dir=where.backups, day=today())
    for warning in warnings:
        session.output.talk(warning)
