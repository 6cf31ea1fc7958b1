"""The joint of network and disk for shared registries: brings each into a copy, and keeps only what is valid.

Commands read the copy, never the registry itself: a file of somebody else's that is damaged, gone or shrunk leaves
everything as it was. A failing registry spoils nothing for the others.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from showstatus.errors import ShowstatusError, SourceUnreachable
from showstatus.ledger import subscriptions
from showstatus.ledger.arrivals import Arrivals, Asked
from showstatus.ledger.fetched import Fetched
from showstatus.ledger.subscriptions import Subscription
from showstatus.ledger.toml_format import RegistryRows
from showstatus.ledger.whole_file import save
from showstatus.places import Places
from showstatus.private import make_private
from showstatus.retrieval import Came, Clock, Place, Tags, bring
from showstatus.sources import minisign, registry
from showstatus.sources.address import beside, is_url, safe_address
from showstatus.sources.base import Unusable


@dataclass(slots=True)
class Renewed:
    """What came of asking for shared registries."""

    names: list[str] = field(default_factory=list)
    """Those of which there is a new copy."""
    unreachable: list[str] = field(default_factory=list)
    """Why one could not be reached; each a sentence."""
    problems: list[str] = field(default_factory=list)
    """What else went wrong; each a sentence."""


def load(subscription: Subscription, clock: Clock, known: Asked | None = None) -> Came | None:
    """What a shared registry holds now; None where it is still what came when `known` was noted.

    Raises `SourceUnreachable` where nothing came, `Unusable` where it is not as pinned or signed, `ShowstatusError`
    where a signature cannot be checked here.
    """
    place = Place(called(subscription), subscription.address, registry.MOST_BYTES)
    came = bring(place, clock, Tags(known.etag, known.modified) if known is not None else Tags())
    if came is None:
        return None
    data = came.data
    if subscription.sha256 is not None and _sha256(data) != subscription.sha256:
        raise Unusable("with another content than the one whose SHA-256 is pinned")
    if subscription.key is not None:
        beside_it = Place(
            f"The signature of {_named(subscription)}", beside(place.address, ".minisig"), minisign.MOST_BYTES
        )
        signature = bring(beside_it, clock)
        minisign.verify(data, signature.data if signature else b"", minisign.read_key(subscription.key))
    return came


def keep(subscription: Subscription, loaded: Came, where: Places, fetched: Fetched, day: dt.date) -> None:
    """Make what came the copy. Raises `ShowstatusError` where it cannot be written."""
    with contextlib.suppress(OSError):
        make_private(where.shared)
    save(where.copy(subscription.name), loaded.data)
    Arrivals(fetched.connection).note(subscription.name, _asked(subscription, loaded, day))


def renew(wanted: Mapping[str, Subscription], where: Places, fetched: Fetched, clock: Clock, day: dt.date) -> Renewed:
    """Bring each shared registry up to date, and take away the copies of those no longer subscribed to."""
    result = Renewed()
    for name, subscription in wanted.items():
        try:
            if _renew(subscription, where, fetched, clock, day):
                result.names.append(name)
        except SourceUnreachable as error:
            result.unreachable.append(str(error))
        except Unusable as error:
            result.problems.append(f"{what_came(subscription, error)}; what was known stays.")
        except ShowstatusError as error:
            result.problems.append(f"{called(subscription)}: {error}")
    if os.path.exists(where.subscriptions):
        for name in sorted({*where.copies} - {*wanted}):
            forget(name, where, fetched)
            result.problems.append(f"The copy of the shared registry {name} is gone: you subscribe to it no longer.")
    return result


def forget(name: str, where: Places, fetched: Fetched) -> None:
    """Take away the copy of a shared registry. Raises `OSError`."""
    with contextlib.suppress(FileNotFoundError):
        os.unlink(where.copy(name))
    Arrivals(fetched.connection).forget(name)


def subscribe(subscription: Subscription, loaded: Came, where: Places, fetched: Fetched, day: dt.date) -> None:
    """Note a subscription and keep what came: both or neither. Raises `ShowstatusError`."""
    subscriptions.add(where.subscriptions, subscription, where.locks)
    try:
        keep(subscription, loaded, where, fetched, day)
    except BaseException:
        subscriptions.remove(where.subscriptions, subscription.name, where.locks)
        raise


def called(subscription: Subscription) -> str:
    """A shared registry as a sentence begins with it."""
    return f"The registry {_named(subscription)}"


def _named(subscription: Subscription) -> str:
    return f"{subscription.name} ({safe_address(subscription.address)})"


def what_came(subscription: Subscription, error: Unusable) -> str:
    """The beginning of a sentence about an answer that cannot be used."""
    verb = "answered" if is_url(subscription.address) else "came"
    return f"{called(subscription)} {verb} {error}"


def _renew(subscription: Subscription, where: Places, fetched: Fetched, clock: Clock, day: dt.date) -> bool:
    """Whether there is a new copy now. Raises as `load`, `registry.read` and `keep` do."""
    held = _held(where.copy(subscription.name))
    digest = _sha256(held) if held is not None else None
    if digest is not None and digest == subscription.sha256:
        return False  # the one content that is meant is here
    arrivals = Arrivals(fetched.connection)
    known = arrivals.asked(subscription.name)
    same = known is not None and known.terms == subscription.terms
    loaded = load(subscription, clock, known if same and known is not None and known.content == digest else None)
    if loaded is None:
        if known is not None:
            arrivals.note(subscription.name, known._replace(day=day))
        return False
    if held == loaded.data:
        arrivals.note(subscription.name, _asked(subscription, loaded, day))
        return False
    rows = registry.read(loaded.data)
    if held is not None and (same or known is None):
        _believe(held, rows)
    keep(subscription, loaded, where, fetched, day)
    return True


def _asked(subscription: Subscription, loaded: Came, day: dt.date) -> Asked:
    return Asked(subscription.terms, _sha256(loaded.data), *loaded.tags, day)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _believe(held: bytes, now: RegistryRows) -> None:
    """Raises `Unusable` where what came is too little to take the place of the copy."""
    try:
        doubt = registry.doubt(registry.read(held), now)
    except Unusable:  # the copy is damaged: anything valid is better
        return
    if doubt is not None:
        raise Unusable(f"{doubt}; if that is meant, remove it and add it again")


def _held(path: str) -> bytes | None:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return None
