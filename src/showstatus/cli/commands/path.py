"""`showstatus path`: where the files are."""

from __future__ import annotations

from showstatus.cli.command import Argument, Command, Example
from showstatus.cli.session import Session
from showstatus.errors import UsageError

COMMAND = Command(
    "path",
    "Where the files are: your registry, the shipped one, the store, hooks.",
    'With a name, only that path is printed: cd "$(dirname "$(showstatus path registry)")"',
    (
        Argument(
            "name",
            "One of registry, shipped, store, fetched, backups, journal, config, registries, feeds, hooks, cache.",
            required=False,
        ),
    ),
    examples=(
        Example("path", "see where the files are"),
        Example("path registry", "take one path"),
    ),
)


def run(session: Session, *, name: str | None) -> int:
    """Print one path, or all of them by name."""
    where = session.where
    paths = {
        "registry": where.registry,
        "shipped": where.shipped,
        "store": where.store,
        "fetched": where.fetched,
        "backups": where.backups,
        "journal": where.journals,
        "config": where.config,
        "registries": where.subscriptions,
        "feeds": where.feeds,
        "hooks": where.hooks,
        "cache": where.cache,
    }
    if name is not None and name not in paths:
        raise UsageError(f"There is no path “{name}”; the names are {', '.join(paths)}.")
    if session.json:
        from showstatus.views.json_doc import SCHEMA_VERSION, picked

        session.output.document(picked({"schema_version": SCHEMA_VERSION, "paths": paths}, session.fields))
    elif name is not None:
        session.output.lines(paths[name] or "")
    else:
        from showstatus.views.lines import records

        session.output.lines(records(paths.items()))
    return 0
