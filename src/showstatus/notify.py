"""Where the user wants news sent: mail, ntfy, Telegram, the desktop… through Apprise, which knows how each is reached.

The file of targets lies in the configuration folder; its addresses hold passwords and tokens, so only its owner may
read it, and none of them is ever printed. What a target is told, and when, is `delivery`'s business.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from typing import Any, NamedTuple

from showstatus.claims import Problem
from showstatus.errors import ShowstatusError, UsageError
from showstatus.extras import need
from showstatus.ledger import user_file
from showstatus.ledger.edits import remove_array_item
from showstatus.private import make_private
from showstatus.wishes import Wish, wish

_LONGEST_NAME = 40


class Target(NamedTuple):
    """One address to which news is sent."""

    name: str
    url: str
    """As Apprise writes addresses: “ntfy://topic”. It may hold secrets."""
    wish: Wish = Wish()
    """What it is told of."""
    each: bool = False
    """Whether each piece of news is a message of its own."""

    @property
    def service(self) -> str:
        """What kind of address it is: “ntfy”, “mailto”."""
        return self.url.partition(":")[0].lower()


def targets(path: str) -> list[Target]:
    """The targets in a file, in its order. Raises `RegistryUnreadable` where it is damaged, `ShowstatusError`."""
    try:
        rows = user_file.parse(path, user_file.read_text(path)).get("target", [])
    except FileNotFoundError:
        return []
    found: list[Target] = []
    for row in rows if isinstance(rows, list) else [None]:
        try:
            found.append(_target(row, [one.name for one in found]))
        except ValueError as error:
            raise ShowstatusError(f"{path}: target {len(found) + 1} {error}. Mend the file, then try again.") from None
    return found


def _target(row: object, names: Sequence[str]) -> Target:
    """A target as the file holds it. Raises `ValueError`, in words that follow “target 1”."""
    keys = row if isinstance(row, dict) else {}
    name, url, only, each = keys.get("name"), keys.get("url"), keys.get("only", []), keys.get("each", False)
    if not isinstance(name, str) or not isinstance(url, str) or name in names:
        raise ValueError("needs a name of its own and a url")
    if not isinstance(only, list) or not all(isinstance(word, str) for word in only) or not isinstance(each, bool):
        raise ValueError("has an only that is no list of words, or an each that is not true or false")
    try:
        return Target(name, url, wish(only), each)
    except ValueError as error:
        raise ValueError(f"asks for what there is not: {str(error).rstrip('.')}") from None


def add(path: str, target: Target, *, lock_dir: str) -> None:
    """Add a target to the file, which is made readable by its owner alone. Raises `UsageError`."""
    if not target.name.strip() or len(target.name) > _LONGEST_NAME or not target.name.isprintable():
        raise UsageError(
            f"“{target.name}” names no target: a name is a word or two, of {_LONGEST_NAME} letters at most."
        )
    if target.name in (one.name for one in targets(path)):
        raise UsageError(f"There is a target {target.name} already; remove it first, or choose another name.")
    import tomli_w

    row: dict[str, object] = {"name": target.name, "url": target.url}
    if target.wish.words:
        row["only"] = [*target.wish.words]
    if target.each:
        row["each"] = True
    make_private(os.path.dirname(path))
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    block = f"[[target]]\n{tomli_w.dumps(row)}"
    user_file.edit(path, lambda text: f"{text.rstrip()}\n\n{block}" if text.strip() else block, lock_dir=lock_dir)


def remove(path: str, name: str, *, lock_dir: str) -> None:
    """Take a target out of the file. Raises `UsageError` where there is none of that name."""
    names = [one.name for one in targets(path)]
    if name not in names:
        raise UsageError(f"There is no target {name}; there are {', '.join(names) or 'none'}.")
    user_file.edit(path, lambda text: remove_array_item(text, "target", names.index(name)), lock_dir=lock_dir)


def problems(path: str) -> list[Problem]:
    """What is doubtful about the file: that others may read the secrets in it."""
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return []
    if os.name == "posix" and mode & (stat.S_IRWXG | stat.S_IRWXO):
        return [Problem(path, None, f"others may read the addresses in it; chmod 600 {path}", "note")]
    return []


def apprise_send(url: str, title: str, body: str) -> str | None:
    """Send through Apprise; why not, where it failed. Raises `ShowstatusError` where Apprise is not installed."""
    sender = _apprise().Apprise()
    if not sender.add(url):
        return "has an address that Apprise cannot use here"
    return None if sender.notify(body=body, title=title, body_format="text") else "was not reached"


def check_address(url: str) -> None:
    """Raises `UsageError` for what Apprise cannot use, as far as it can be told without sending."""
    if not _apprise().Apprise().add(url):
        told = "its documentation says which there are, and what some of them need"
        raise UsageError(f"Apprise cannot use such an address here; {told}.")


def _apprise() -> Any:
    """Apprise, kept from writing to stderr: what it logs may hold parts of an address."""
    import logging

    need("notify", "apprise")
    import apprise

    log = logging.getLogger("apprise")
    log.addHandler(logging.NullHandler())
    log.propagate = False
    return apprise
