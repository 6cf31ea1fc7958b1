"""`showstatus import FILE`: follow what you follow in another service."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any, BinaryIO

from showstatus.cli.command import Argument, Command, Example, Option
from showstatus.cli.listed import asked
from showstatus.cli.session import Session
from showstatus.errors import ShowstatusError, UsageError
from showstatus.spoken import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from showstatus.catalogue.file import Catalogue
    from showstatus.imports.listed import Export, Listed
    from showstatus.imports.placing import Placed, Shelf

COMMAND = Command(
    "import",
    "Follow what you follow in another service: TV Time, Trakt, IMDb, TMDB, Sonarr, Simkl, or a list of titles.",
    "FILE is what the service gave you, as it is; - is standard input. Shows are found by their ids, else by title and "
    "year, in the registries and the catalogue; one that no registry knows is made new, and the next refresh asks "
    "about it. At a terminal you are asked about doubtful ones. Importing a file again adds nothing.",
    (Argument("file", "The file: zip, JSON, CSV, or titles, one a line."),),
    (
        Option("--dry-run", "Print what would come of it; write nothing, ask nothing."),
        Option("--no-input", "Ask nothing; doubtful shows are left."),
        Option("--doubtful", "Ask nothing; write doubtful shows to this file, to be mended and imported.", "PATH"),
        Option("--all", "Follow those too that are only listed: archived, dropped, hidden, seen once."),
    ),
    examples=(
        Example("import tv-time.zip --dry-run", "see what would come of it"),
        Example("import tv-time.zip", "follow what you follow there"),
        Example("import titles.txt --doubtful doubtful.txt", "have doubtful shows written to a file, to be mended"),
    ),
)


def run(
    session: Session,
    *,
    file: str,
    dry_run: bool,
    no_input: bool,
    doubtful: str | None,
    all: bool,  # noqa: A002 - its option
) -> int:
    """Read the file, place its shows, ask where that is in doubt, and follow them in one edit."""
    from showstatus.imports.known import alike, known_shows
    from showstatus.imports.placing import Shelf, place

    if doubtful is not None and os.path.lexists(doubtful):
        raise UsageError(f"{doubtful} is there already; name a new file for --doubtful.")
    shelf = Shelf(known_shows(session.ledger))  # first: a command that began anew could not read a pipe again
    export = _read(file)
    shows = asked(session, lambda catalogue: _filled(export, catalogue, shelf)) or export.shows
    placed = list(place(shows, shelf, lambda title: alike(shelf, title), everything=all))
    if not (dry_run or no_input or doubtful is not None):
        placed = _ask(session, placed, shelf)
    told = _write_doubtful(doubtful, file, placed, shelf) if doubtful is not None and not dry_run else None
    try:
        _finish(session, export, placed, dry_run=dry_run)
    except ShowstatusError:
        if told is not None and doubtful is not None:
            os.unlink(doubtful)  # nothing was imported: the same line may be tried again
        raise
    if told is not None:
        session.output.talk(told)
    return 0


def _filled(export: Export, catalogue: Catalogue, shelf: Shelf) -> list[Listed]:
    """The shows of an export with what the catalogue knows of them."""
    from showstatus.imports.filled import filled

    return [filled(one, catalogue, shelf) for one in export.shows]


def _read(file: str) -> Export:
    """What a file holds; a line about the file for whatever is wrong with it."""
    from showstatus.imports.formats import read_export
    from showstatus.imports.listed import Unreadable

    def refused(why: str) -> ShowstatusError:
        return ShowstatusError(f"{'Standard input' if file == '-' else file} cannot be imported: {why}.")

    try:
        if file == "-":
            return read_export(_rewindable(sys.stdin.buffer))
        if os.path.isdir(file):
            raise refused("it is a folder; name the file in it, or the zip as it came")
        with open(file, "rb") as stream:
            return read_export(stream if stream.seekable() else _rewindable(stream))
    except Unreadable as error:
        raise refused(str(error)) from error
    except OSError as error:
        from showstatus.ledger.whole_file import next_step, reason

        step = next_step(error)
        raise refused(f"{reason(error).lower()}{f'; {step}' if step else ''}") from error


def _rewindable(stream: BinaryIO) -> BinaryIO:
    """What comes down a pipe, so that it can be read from its start again."""
    import io

    from showstatus.imports.archive import MOST_BYTES

    return io.BytesIO(stream.read(MOST_BYTES + 1))


def _ask(session: Session, placed: Sequence[Placed], shelf: Shelf) -> list[Placed]:
    """The same, what is doubtful settled by a person as far as there is one who likes to."""
    from showstatus.cli.asking import Enough, can_ask, choose_one
    from showstatus.imports.placing import settle

    settled = list(placed)
    for place, one in enumerate(placed) if can_ask(session) else ():
        if one.outcome != "doubtful":
            continue
        choices = [f"{shelf.shows[slug].show.display}  {slug}" for slug in one.candidates]
        more = ["none of these: a new show"] if one.listed.ids else []
        try:
            chosen = choose_one(session.output, f"{_label(one)}: {one.why}.", [*choices, *more])
        except Enough:
            break
        if chosen is not None:
            slug = one.candidates[chosen] if chosen < len(one.candidates) else None
            settled[place] = settle(one, slug, shelf)
    return settled


def _label(one: Placed) -> str:
    listed = one.listed
    told = ", ".join([*([str(listed.year)] if listed.year else []), *(f"{k}:{v}" for k, v in listed.ids.items())])
    return f"{listed.title or 'A show without a title'}{f' ({told})' if told else ''}"


def _finish(session: Session, export: Export, placed: Sequence[Placed], *, dry_run: bool) -> None:
    """Follow the shows in one edit of the registry, and tell what came of each."""
    from showstatus.cli.edit import record
    from showstatus.views.imported import import_lines, import_table, rows, summary

    found = rows(placed)
    document: Any = None
    if session.json:
        from showstatus.views.json_doc import done_document, picked

        facts = {"format": export.format, "others": export.others, "shows": found, "warnings": list(export.notes)}
        document = picked(done_document("tried" if dry_run else "imported", facts), session.fields, within="shows")
    fresh = {one.slug: one.keys for one in placed if one.slug and one.outcome in ("added", "new")}
    known_by = {one.slug: one.keys for one in placed if one.slug and one.outcome == "followed" and one.keys}
    if (fresh or known_by) and not dry_run:
        record(session, lambda text: _followed(text, fresh, known_by), _what(export, len(fresh)))
    for note in export.notes:
        session.output.talk(note)
    told = summary(export, found, dry_run=dry_run)
    if document is not None:
        session.output.document(document)
    elif session.output.is_terminal:
        from rich.text import Text

        session.output.show(*import_table(found), Text(told))
    else:
        session.output.lines(import_lines(found))
        session.output.talk(told)


def _what(export: Export, fresh: int) -> str:
    """What was done, as `undo` tells it."""
    shows = "one more show" if fresh == 1 else f"{fresh} more shows" if fresh else "shows you followed before"
    return f"You follow {shows}, from {export.format}."


def _followed(text: str, fresh: dict[str, Any], known_by: dict[str, Any]) -> str:
    """The text of a registry with these shows, and with new ids of some that it has."""
    from showstatus.ledger.edits import append_shows, set_key
    from showstatus.ledger.toml_lines import document

    known = document(text).get("show", {})
    text = append_shows(text, {slug: keys for slug, keys in fresh.items() if slug not in known})
    for slug, keys in known_by.items():
        ids = document(text).get("show", {}).get(slug, {}).get("ids", {})
        text = set_key(text, slug, "ids", {**keys["ids"], **ids})
    return text


def _write_doubtful(path: str, source: str, placed: Sequence[Placed], shelf: Shelf) -> str | None:
    """Write what is doubtful to a file; gives what is to be said of it, None where nothing is doubtful."""
    from showstatus.imports.titles import Doubt, written
    from showstatus.ledger.whole_file import put

    def doubt(one: Placed) -> Doubt:
        candidates = [(slug, shelf.shows[slug].show.display) for slug in one.candidates]
        return Doubt(_label(one), one.why or "", one.listed.ids, candidates)

    doubtful = [doubt(one) for one in placed if one.outcome in ("doubtful", "unplaced")]
    if not doubtful:
        return None
    text = written(doubtful, "standard input" if source == "-" else os.path.basename(source))
    try:
        told = put(os.path.abspath(path), text.encode(), unless=lambda: os.path.lexists(path))
    except OSError as error:
        why = f"{path}: {error.strerror or error}"
        raise ShowstatusError(f"Doubtful shows could not be written to {why}; nothing was imported.") from error
    if told is None:
        raise ShowstatusError(
            f"Doubtful shows could not be written to {path}, which is there by now; nothing was imported."
        )
    verb = "was" if len(doubtful) == 1 else "were"
    return f"{counted(len(doubtful), 'show')} to be looked at {verb} written to {path}."
