"""How is a registry file read, and how is the user's own one written safely? The only writer of that file.

A write waits for the lock, changes the text in memory and puts it in the place of the old one, whole or not at all.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import os
import re
from collections.abc import Callable, Mapping
from typing import Any

from showstatus.errors import RegistryUnreadable, ShowstatusError
from showstatus.ledger import toml_lines, whole_file
from showstatus.ledger.toml_lines import BOM
from showstatus.ledger.whole_file import reason
from showstatus.private import make_private
from showstatus.replacing import holds

BACKUPS_KEPT = 14


def read(path: str) -> str:
    """Give the text of a registry file, without byte order mark, line ends as they are; it is valid TOML.

    Raises `FileNotFoundError` for a missing file, `RegistryUnreadable` for everything else that is wrong with it,
    with line and column where they are known.
    """
    text = read_text(path)
    parse(path, text)
    return text


def read_text(path: str) -> str:
    """Give the text as `read` does, but unparsed: enough where its content is known already. Raises alike."""
    data = _bytes(path)
    if data is None:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)
    return _decoded(path, data).removeprefix(BOM)


def parse(path: str, text: str) -> Mapping[str, Any]:
    """Give what the text of this file says; shared, so not to be changed. Raises `RegistryUnreadable`."""
    try:
        return toml_lines.document(text)
    except (ValueError, RecursionError) as error:
        line, column = _position(str(error), text)
        raise RegistryUnreadable(path, _in_words(error), line, column) from error


def edit(
    path: str,
    change: Callable[[str], str],
    *,
    lock_dir: str,
    backup_dir: str | None = None,
    day: dt.date | None = None,
    timeout: float = 30.0,
) -> tuple[str, ...]:
    """Change the user's registry; gives warnings about what else did not work (a backup, say).

    `change` gets the text ("" for a missing file) and gives the new one; the same text writes nothing. It is called
    again when the file changed meanwhile, and may raise to call the edit off. A symbolic link stays and its target is
    written; mode and, where permitted, owner stay. A new file gets the mode of the umask: it is no secret, and made
    to be shared by git or a synchronizer. With `backup_dir` and `day`, the first write of a day keeps the old text
    there as NAME-YYYY-MM-DD.toml, the newest 14 of them; one such folder is for one registry.

    Raises `RegistryUnreadable` for a damaged file, which is never written over, and `ShowstatusError` where the lock
    was not free for `timeout` seconds or the file could not be written; it then holds its old text.
    """
    target = os.path.realpath(path)
    with _locked(path, target, lock_dir, timeout):
        whole_file.check_writable(path, target)
        for _ in range(whole_file.ATTEMPTS):
            old = _bytes(target, path)
            new = _changed(path, old, change)
            if new == (old or b""):
                return ()
            warnings = _back_up(path, target, old, backup_dir, day) if old and backup_dir and day else []
            try:
                told = whole_file.put(target, new, unless=lambda: _bytes(target) != old)  # noqa: B023 - asked this turn
            except OSError as error:
                raise whole_file.not_written(path, error) from error
            if told is not None:
                return (*warnings, *told)
    why = f"another program changed it {whole_file.ATTEMPTS} times meanwhile"
    raise ShowstatusError(f"{path} was not written: {why}. Close that program, then try again.")


def _changed(path: str, old: bytes | None, change: Callable[[str], str]) -> bytes:
    """Give the bytes after the change, with the byte order mark they had; only valid TOML goes in and comes out."""
    text = _decoded(path, old or b"")
    mark = BOM if text.startswith(BOM) else ""
    text = text.removeprefix(BOM)
    parse(path, text)
    new = change(text)
    try:
        toml_lines.document(new)
        return (mark + new).encode()
    except (ValueError, RecursionError) as error:
        raise ShowstatusError(f"{path} was not written: its new text would be damaged ({error}).") from error


def _bytes(path: str, named: str | None = None) -> bytes | None:
    """Read the file, None if there is none; `named` is what the person calls it."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise RegistryUnreadable(named or path, f"it cannot be read ({reason(error)})") from error


def _decoded(path: str, data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start]
        column = len(before[before.rfind(b"\n") + 1 :].decode()) + 1
        why = f"the byte 0x{data[error.start]:02x} is not UTF-8"
        raise RegistryUnreadable(path, why, before.count(b"\n") + 1, column) from error


def _position(message: str, text: str) -> tuple[int | None, int | None]:
    """Read line and column from the words of tomllib, which has them as attributes only since Python 3.14."""
    if found := re.search(r"\(at line (\d+), column (\d+)\)", message):
        return int(found[1]), int(found[2])
    if "(at end of document)" in message:
        return text.count("\n") + 1, len(text) - text.rfind("\n")
    return None, None


def _in_words(error: Exception) -> str:
    """Say what is wrong, without the position; the words of tomllib for what comes twice are made plain."""
    if isinstance(error, RecursionError):
        return "brackets are nested too deep"
    words = re.sub(r" \(at (line \d+, column \d+|end of document)\)$", "", str(error))
    if found := re.fullmatch(r"Cannot declare \((.+)\) twice", words):
        return f"[{'.'.join(key.strip(chr(39)) for key in found[1].rstrip(',').split(', '))}] is defined twice"
    return "this key or table is defined twice" if words == "Cannot overwrite a value" else words


def key_of(path: str) -> str:
    """A short name for what belongs to this registry, whichever link or relative path leads to it."""
    import hashlib

    target = os.path.normcase(os.path.realpath(path))
    return f"registry-{hashlib.sha256(os.fsencode(target)).hexdigest()[:16]}"


def _locked(path: str, target: str, lock_dir: str, timeout: float) -> contextlib.AbstractContextManager[object]:
    """Wait for the lock of this file, whichever link or relative path leads to it."""
    from filelock import FileLock, Timeout

    lock = os.path.join(lock_dir, f"{key_of(target)}.lock")
    try:
        make_private(lock_dir)
        # Polled often: with the default of 0.05 s, a program that writes again and again starves the others.
        return FileLock(lock).acquire(timeout=timeout, poll_interval=0.01)
    except Timeout as error:
        why = f"another showstatus has held its lock for {timeout:g} seconds"
        raise ShowstatusError(f"{path} was not written: {why}. Try again when that one is done.") from error
    except (OSError, NotImplementedError) as error:
        why = f"the lock {lock} cannot be had ({reason(error) if isinstance(error, OSError) else error})"
        raise ShowstatusError(f"{path} was not written: {why}; check who owns that folder.") from error


def _back_up(path: str, target: str, old: bytes, folder: str, day: dt.date) -> list[str]:
    """Keep the old text unless this day has a backup already; a failure is a warning, no error.

    It is read again: a copy that does not hold what it should is worse than none.
    """
    stem = os.path.splitext(os.path.basename(path))[0]
    name = f"{stem}-{day.isoformat()}.toml"
    if os.path.lexists(os.path.join(folder, name)):
        return []
    pattern = re.escape(stem) + r"-\d{4}-\d\d-\d\d\.toml"
    try:
        make_private(folder)
        whole_file.remove_leftovers(folder, pattern)
        backup = os.path.join(folder, name)
        whole_file.put(backup, old, like=os.stat(target))
        if not holds(backup, old):
            whole_file.remove(backup)
            return [f"No backup of {path} could be kept in {folder}: it does not hold what was written."]
        for stale in sorted(entry for entry in os.listdir(folder) if re.fullmatch(pattern, entry))[:-BACKUPS_KEPT]:
            os.unlink(os.path.join(folder, stale))
    except OSError as error:
        return [f"No backup of {path} could be kept in {folder}: {reason(error)}."]
    return []
