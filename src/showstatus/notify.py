"""Where the user wants news sent: mail, ntfy, Telegram, the desktop… through Apprise, which knows how each is reached.

The file of targets lies in the configuration folder; its addresses hold passwords and tokens, so only its owner may
read it, and none of them is ever printed. A target is told everything new in one message a run. One that cannot be
reached is told the same at the next refresh, together with what is new by then; one that was reached is not.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from showstatus.changes import KINDS, Change
from showstatus.claims import Problem
from showstatus.errors import ShowstatusError, UsageError
from showstatus.extras import need
from showstatus.ledger import user_file
from showstatus.ledger.edits import remove_array_item
from showstatus.ledger.record import Record
from showstatus.private import make_private

MOST_LINES = 40
"""How many changes a message tells one by one."""
_LONGEST_NAME = 40


class Target(NamedTuple):
    """One address to which news is sent."""

    name: str
    url: str
    """As Apprise writes addresses: “ntfy://topic”. It may hold secrets."""
    only: tuple[str, ...] = ()
    """Which of `changes.KINDS` it is told of; all of them where there are none."""

    @property
    def service(self) -> str:
        """What kind of address it is: “ntfy”, “mailto”."""
        return self.url.partition(":")[0].lower()

    def wants(self, change: Change) -> bool:
        """Whether it is to be told of a change."""
        return not self.only or change.what in self.only


Send = Callable[[str, str, str], str | None]
"""Sends a title and a body to an address; why not, in words that follow the target's name, where it failed."""


def targets(path: str) -> list[Target]:
    """The targets in a file, in its order. Raises `RegistryUnreadable` where it is damaged, `ShowstatusError`."""
    try:
        rows = user_file.parse(path, user_file.read_text(path)).get("target", [])
    except FileNotFoundError:
        return []
    found: list[Target] = []
    for row in rows if isinstance(rows, list) else []:
        name, url, only = (row.get(key) for key in ("name", "url", "only")) if isinstance(row, dict) else (None,) * 3
        kinds = only if only is not None else []
        whole = isinstance(name, str) and isinstance(url, str) and isinstance(kinds, list)
        if not whole or any(kind not in KINDS for kind in kinds) or name in [one.name for one in found]:
            told = f"target {len(found) + 1} needs a name of its own and a url, and only may list {', '.join(KINDS)}"
            raise ShowstatusError(f"{path}: {told}. Mend the file, then try again.")
        found.append(Target(str(name), str(url), tuple(kinds)))
    return found


def add(path: str, target: Target, *, lock_dir: str) -> None:
    """Add a target to the file, which is made readable by its owner alone. Raises `UsageError`."""
    if not target.name.strip() or len(target.name) > _LONGEST_NAME or not target.name.isprintable():
        raise UsageError(f"A target's name is a word or two, of {_LONGEST_NAME} letters at most.")
    if target.name in (one.name for one in targets(path)):
        raise UsageError(f"There is a target {target.name} already; remove it first, or choose another name.")
    import tomli_w

    row = {"name": target.name, "url": target.url, **({"only": [*target.only]} if target.only else {})}
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


def welcome(record: Record, known: Iterable[Target]) -> None:
    """Note which targets there are: a new one is told what comes from now on."""
    for target in known:
        record.welcome(reader(target.name))


def reader(name: str) -> str:
    """As whom a target reads the record."""
    return f"notify:{name}"


def deliver(record: Record, known: Iterable[Target], line: Callable[[Change], str], send: Send) -> list[str]:
    """Send every target what it has not been told; gives what went wrong, a sentence each."""
    failed = []
    for target in known:
        news = record.unheard(reader(target.name))
        wanted = [one.change for one in news if target.wants(one.change)]
        why = send(target.url, title(wanted), digest(wanted, line)) if wanted else None
        if why is not None:
            failed.append(f"The notification target {target.name} {why}; it is told the same at the next refresh.")
        elif news:
            record.heard(reader(target.name), news[-1].number)
    return failed


def digest(news: Sequence[Change], line: Callable[[Change], str]) -> str:
    """What a message says: a line a change, the first `MOST_LINES` of them."""
    lines = [line(change) for change in news[:MOST_LINES]]
    more = len(news) - len(lines)
    return "\n".join([*lines, *([f"And {more} more: showstatus changes tells them."] if more else [])])


def title(news: Sequence[Change]) -> str:
    """What stands above a message: the show, or how many there are."""
    names = dict.fromkeys(change.title for change in news)
    return next(iter(names)) if len(names) == 1 else f"News of {len(names)} shows"


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
