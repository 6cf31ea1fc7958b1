"""`showstatus registry`: subscribe to registries that other people share."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace

from showstatus.cli.command import Argument, Command, Example, Option
from showstatus.cli.edit import done, tell, tell_rows
from showstatus.cli.remotes import refuse_offline
from showstatus.cli.session import Session
from showstatus.errors import ShowstatusError, UsageError
from showstatus.sources.address import is_url, name_for, safe_address

TYPE_CHECKING = False
if TYPE_CHECKING:
    from showstatus.ledger.fetched import Fetched
    from showstatus.ledger.subscriptions import Subscription
    from showstatus.views.registries import Row

ACTIONS = ("add", "list", "remove")
COMMAND = Command(
    "registry",
    "Subscribe to registries that other people share: add URL, list, remove NAME.",
    "What they claim is weighed as what it cites, never above what you claim yourself; showstatus refresh asks for "
    "what is new. The name “shipped” renews the registry that comes with the program.",
    (
        Argument("action", "add, list or remove.", choices=ACTIONS),
        Argument(
            "target",
            "For add: an https address, the path of a file, or - to read it from standard input. For remove: a name.",
            required=False,
        ),
    ),
    (
        Option("--name", "With add: what to call it.", "NAME"),
        Option("--sha256", "With add: take only the content with this hash.", "HEX"),
        Option("--key", "With add: take only what is signed by this minisign public key.", "KEY"),
    ),
    examples=(
        Example("registry add https://example.org/films/shows.toml", "subscribe to a registry that somebody shares"),
        Example("registry list", "see what you subscribe to"),
        Example("registry remove films", "end a subscription"),
    ),
)


def run(
    session: Session, *, action: str, target: str | None, name: str | None, sha256: str | None, key: str | None
) -> int:
    """Add, list or remove subscriptions."""
    if action not in ACTIONS:
        raise UsageError(f"“{safe_address(action)}” is none of {', '.join(ACTIONS)}.")
    if action != "add" and (name, sha256, key) != (None, None, None):
        raise UsageError("--name, --sha256 and --key describe a registry that is added; leave them out.")
    if action == "list":
        if target is not None:
            raise UsageError(f"list takes nothing behind it, and “{safe_address(target)}” is too much.")
        return _list(session)
    if target is None:
        raise UsageError(f"{action} what? Give {'an address or a path' if action == 'add' else 'a name'}.")
    if action == "remove":
        return _remove(session, target)
    if target == "-":  # an address may hold a password, and everybody sees a command line
        target = sys.stdin.readline().strip()
        if not target:
            raise UsageError("Standard input holds no address; give it one, on a line of its own.")
    return _add(session, _described(target, name, sha256, key))


def _described(target: str, name: str | None, sha256: str | None, key: str | None) -> Subscription:
    """The subscription that a command line asks for. Raises `UsageError`."""
    from showstatus.ledger.subscriptions import Subscription

    address = target if is_url(target) else os.path.abspath(os.path.expanduser(target))
    digest = sha256.lower() if sha256 is not None else None
    try:
        wanted = Subscription(name=name or "unnamed", address=address, sha256=digest, key=key)
    except ValueError as error:
        raise UsageError(f"This cannot be subscribed to: {error}.") from None
    found = name or name_for(address)
    if found is None:
        raise UsageError("What is it to be called? Say so with --name.")
    return replace(wanted, name=found)


def _add(session: Session, wanted: Subscription) -> int:
    """Bring the registry, make sure that it is one, and only then subscribe."""
    from showstatus.cli.clock import seconds
    from showstatus.extras import need
    from showstatus.ledger import subscriptions
    from showstatus.ledger.fetched import Fetched
    from showstatus.sharing import load, subscribe, what_came
    from showstatus.sources import registry
    from showstatus.sources.base import Unusable
    from showstatus.spoken import counted

    if is_url(wanted.address):
        refuse_offline(session, "Subscribing to an address")
    if wanted.key is not None:
        need("sign", "nacl")
    if wanted.name in subscriptions.read(session.where.subscriptions):
        raise UsageError(f"You subscribe to a registry {wanted.name} already; remove it, or give another --name.")
    try:
        loaded = load(wanted, seconds)
        if loaded is None:
            raise AssertionError("what nobody remembers has not stayed the same")
        rows = registry.read(loaded.data)
    except Unusable as error:
        raise ShowstatusError(f"{what_came(wanted, error)}; you do not subscribe to it.") from None
    row = _row(wanted, len(rows.shows), len(rows.claims), rows.checked, session.as_of.isoformat())
    document = done(session, "added", {"registries": [row]}, "registries")
    with closing(Fetched(session.where.fetched)) as fetched:
        subscribe(wanted, loaded, session.where, fetched, session.as_of)
    left_out = sum(problem.severity == "error" for problem in rows.problems)
    if left_out:
        first = next(problem.message for problem in rows.problems if problem.severity == "error")
        session.output.talk(f"Left out of it, as wrong: {counted(left_out, 'thing')}; the first: {first}.")
    holds = f"{counted(len(rows.shows), 'show')}, {counted(len(rows.claims), 'claim')}"
    tell(session, document, f"You subscribe to {wanted.name}: {holds}.")
    return 0


def _list(session: Session) -> int:
    from showstatus.views.registries import registries_lines, registries_table

    tell_rows(session, "registries", _rows(session), registries_table, registries_lines)
    return 0


def _remove(session: Session, name: str) -> int:
    from showstatus.ledger import subscriptions
    from showstatus.ledger.fetched import Fetched
    from showstatus.sharing import forget

    rows = _rows(session)
    gone = [row for row in rows if row["name"] == name]
    if not gone:
        known = ", ".join(str(row["name"]) for row in rows) or "none"
        raise UsageError(f"You subscribe to no registry “{safe_address(name)}”; those you subscribe to: {known}.")
    document = done(session, "removed", {"registries": gone}, "registries")
    subscriptions.remove(session.where.subscriptions, name, session.where.locks)
    with closing(Fetched(session.where.fetched)) as fetched:
        forget(name, session.where, fetched)
    tell(session, document, f"You no longer subscribe to {name}; what it claimed is gone with it.")
    return 0


def _rows(session: Session) -> list[Row]:
    """Every subscription with what its copy holds, and every copy that nobody subscribes to."""
    from showstatus.ledger import subscriptions

    wanted = subscriptions.read(session.where.subscriptions)
    copies = session.ledger.copies
    asked = _asked(session, [*wanted, *copies])
    rows: list[Row] = []
    for name in sorted({*wanted, *copies}):
        shows, claims = copies[name].size if name in copies else (0, 0)
        checked = str(copies[name].checked or "") or None if name in copies else None
        origin = copies[name].origin if name in copies else wanted[name].origin
        row = _row(wanted.get(name), shows, claims, checked, asked.get(name))
        rows.append({**row, "name": name, "origin": origin})
    return rows


def _asked(session: Session, names: Iterable[str]) -> dict[str, str]:
    """The day on which each registry came last, or was found to be as before."""
    from showstatus.ledger.arrivals import Arrivals
    from showstatus.ledger.fetched import open_fetched

    fetched: Fetched | None = open_fetched(session.where.fetched)
    if fetched is None:
        return {}
    with closing(fetched):
        arrivals = Arrivals(fetched.connection)
        return {name: asked.day.isoformat() for name in names if (asked := arrivals.asked(name)) is not None}


def _row(wanted: Subscription | None, shows: int, claims: int, checked: str | None, day: str | None) -> Row:
    told = {"name": wanted.name, "origin": wanted.origin} if wanted is not None else {}
    return {
        **told,
        "address": safe_address(wanted.address) if wanted is not None else None,
        "sha256": wanted.sha256 if wanted is not None else None,
        "key": wanted.key if wanted is not None else None,
        "shows": shows,
        "claims": claims,
        "checked": checked,
        "fetched": day,
    }
