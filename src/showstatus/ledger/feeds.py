"""Which feeds are read: a small TOML file in the config folder, made to be edited by hand.

    [feed.paper]
    address = "https://example.org/tv/feed"   # or the path of a file
    by = "A Paper"                            # who publishes it, as claims cite it

Who publishes a feed stands here, and not in the feed, for what the platform of a show says weighs more.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any

from showstatus.ledger import named_tables
from showstatus.sources.address import is_name, is_url, is_web

_FAMILY = "feed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscribed:
    """One feed that is read. Raises `ValueError` for what cannot be; what the error says never holds the address."""

    name: str
    address: str
    """An http or https address, or the absolute path of a file."""
    by: str | None = None
    """Who publishes it; None where nobody says."""

    def __post_init__(self) -> None:
        if not is_name(self.name):
            raise ValueError(f"“{self.name}” is no plain word: small letters, digits, - and _, at most 40 of them")
        if not self.address or not self.address.isprintable():
            raise ValueError("the address is empty, or holds something that cannot be printed")
        if is_url(self.address) and not is_web(self.address):
            raise ValueError("the address is neither http nor https nor the path of a file")
        if not is_url(self.address) and not os.path.isabs(self.address):
            raise ValueError("the path of the file does not begin at the root")
        if self.by is not None and not (self.by.strip() and self.by.isprintable()):
            raise ValueError("by is empty, or holds something that cannot be printed")


def read(path: str) -> dict[str, Subscribed]:
    """The feeds in a file, by name; none where there is no file. Raises `RegistryUnreadable` where it is wrong."""
    return named_tables.read(path, _FAMILY, _subscribed)


def _subscribed(name: str, table: Any) -> Subscribed:
    return Subscribed(name=name, **named_tables.texts(table, ("address", "by")))


def add(path: str, feed: Subscribed, lock_dir: str) -> None:
    """Write a feed into the file. Raises `ShowstatusError` where its name is in there already."""
    keys = {"address": feed.address} | ({"by": feed.by} if feed.by is not None else {})
    named_tables.add(path, _FAMILY, feed.name, keys, lock_dir)


def remove(path: str, name: str, lock_dir: str) -> None:
    """Take a feed out of the file, if it is there."""
    named_tables.remove(path, _FAMILY, name, lock_dir)
