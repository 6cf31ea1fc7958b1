"""Which shared registries are subscribed to: a small TOML file in the config folder, made to be edited by hand.

    [registry.films]
    address = "https://example.org/films.toml"   # or the path of a file
    sha256 = "…"                                 # where just this content is meant
    key = "RW…"                                  # a minisign public key, where each update is to be signed by it

The name `shipped` refreshes the shipped registry. An address may hold a password, so a new file is for its owner only.
"""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import asdict, dataclass
from typing import Any

from showstatus.ledger import named_tables
from showstatus.ledger.book import SHARED
from showstatus.ledger.ledger import SHIPPED
from showstatus.sources.address import is_name, is_secure, is_url
from showstatus.sources.minisign import read_key

_FAMILY = "registry"
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """One shared registry: where it is, and what holds for every content of it. Raises `ValueError` for what cannot be.

    What the error says never holds the address.
    """

    name: str
    address: str
    """An https address (http on this machine), or the absolute path of a file."""
    sha256: str | None = None
    """The hash of the only content that is taken, as 64 small hexadecimal digits."""
    key: str | None = None
    """The minisign public key by which it is signed."""

    def __post_init__(self) -> None:
        if not is_name(self.name):
            raise ValueError(f"“{self.name}” is no plain word: small letters, digits, - and _, at most 40 of them")
        if not self.address or not self.address.isprintable():
            raise ValueError("the address is empty, or holds something that cannot be printed")
        if is_url(self.address) and not is_secure(self.address):
            raise ValueError("the address is neither https nor the path of a file")
        if not is_url(self.address) and not os.path.isabs(self.address):
            raise ValueError("the path of the file does not begin at the root")
        if self.sha256 is not None and not _SHA256.fullmatch(self.sha256):
            raise ValueError("sha256 is not 64 hexadecimal digits")
        if self.key is not None:
            read_key(self.key)

    @property
    def origin(self) -> str:
        """The origin of its claims."""
        return SHIPPED if self.name == SHIPPED else f"{SHARED}{self.name}"

    @property
    def terms(self) -> str:
        """A text that changes with the address and with what holds for the content; it tells neither."""
        return hashlib.sha256("\n".join([self.address, self.sha256 or "", self.key or ""]).encode()).hexdigest()


def read(path: str) -> dict[str, Subscription]:
    """The subscriptions in a file, by name; none where there is no file.

    Raises `RegistryUnreadable` where anything in it is wrong: a pin that is misspelt is no pin.
    """
    return named_tables.read(path, _FAMILY, _subscription)


def _subscription(name: str, table: Any) -> Subscription:
    keys = named_tables.texts(table, ("address", "sha256", "key"))
    if "sha256" in keys:
        keys["sha256"] = keys["sha256"].lower()
    return Subscription(name=name, **keys)


def add(path: str, subscription: Subscription, lock_dir: str) -> None:
    """Write a subscription into the file. Raises `ShowstatusError` where its name is in there already."""
    keys = {key: value for key, value in asdict(subscription).items() if key != "name" and value is not None}
    named_tables.add(path, _FAMILY, subscription.name, keys, lock_dir)


def remove(path: str, name: str, lock_dir: str) -> None:
    """Take a subscription out of the file, if it is there."""
    named_tables.remove(path, _FAMILY, name, lock_dir)
