"""Named tables in a small TOML file of the config folder, made to be edited by hand: `[family.name]` and its keys.

What stands there may hold a secret, as an address does, so a new file is for its owner only.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from showstatus.errors import RegistryUnreadable
from showstatus.ledger import toml_lines, user_file
from showstatus.ledger.edits import append_table, remove_table
from showstatus.private import make_private

T = TypeVar("T")


def read(path: str, family: str, made: Callable[[str, Any], T]) -> dict[str, T]:
    """What is made of each table of a family, by its name; nothing where there is no file.

    `made` raises `ValueError` for a table in which something is wrong. Raises `RegistryUnreadable` then: a condition
    that is misspelt would be none.
    """
    try:
        text = user_file.read(path)
    except FileNotFoundError:
        return {}
    tables = user_file.parse(path, text).get(family, {})
    if not isinstance(tables, dict):
        raise RegistryUnreadable(path, f"“{family}” should be tables: [{family}.some-name]")
    lines = {block.header: block.first for block in toml_lines.blocks(text)}
    found = {}
    for name, table in tables.items():
        try:
            found[name] = made(name, table)
        except ValueError as error:
            line = lines.get((family, name))
            raise RegistryUnreadable(path, f"[{family}.{name}]: {error}", line, 1 if line else None) from None
    return found


def texts(table: Any, known: tuple[str, ...]) -> dict[str, str]:
    """The keys of a table, all of which are texts; the first of `known` has to be there. Raises `ValueError`."""
    if not isinstance(table, dict) or known[0] not in table:
        raise ValueError(f"it has no {known[0]}")
    for key, value in table.items():
        if key not in known:
            raise ValueError(f"unknown key “{key}”; known are {', '.join(known[:-1])} and {known[-1]}")
        if not isinstance(value, str):
            raise ValueError(f"{key} is no text")
    return dict(table)


def add(path: str, family: str, name: str, keys: Mapping[str, object], lock_dir: str) -> None:
    """Write a table into the file. Raises `ShowstatusError` where its name is in there already."""
    _make_private(path)
    user_file.edit(path, lambda text: append_table(text, family, name, keys), lock_dir=lock_dir)


def remove(path: str, family: str, name: str, lock_dir: str) -> None:
    """Take a table out of the file, if it is there."""
    if os.path.exists(path):
        user_file.edit(path, lambda text: remove_table(text, family, name), lock_dir=lock_dir)


def _make_private(path: str) -> None:
    """Make the file, empty, for its owner only; where that cannot be, the edit says why."""
    with contextlib.suppress(OSError):
        make_private(os.path.dirname(path))
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
