"""A zip of somebody else's, opened with care: only the members that are asked for are ever read.

Nothing is unpacked to disk. What no export needs is refused before any member is opened: names that lead elsewhere,
links, names that come twice, thousands of members, members that are encrypted or unpack to more than `MOST_BYTES`.
"""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterable
from typing import BinaryIO

from showstatus.imports.listed import Unreadable

MOST_MEMBERS = 2_000
MOST_BYTES = 64_000_000
"""How much the members that are read may unpack to, together."""
_MOST_DIRECTORY = 1_000_000
"""Bytes of the list of members: it is read as a whole, before they can be counted."""
_END, _END_64 = b"PK\x05\x06", b"PK\x06\x07"
_TAIL = 65_535 + 22
"""Within how many bytes of its end a zip says where its list of members is."""


class Archive:
    """A zip that may be read. Raises `Unreadable` for one that is damaged or hostile."""

    def __init__(self, stream: BinaryIO) -> None:
        _check_directory(stream)
        try:
            self._zip = zipfile.ZipFile(stream)
        except Exception as error:  # what is wrong with a zip makes zipfile raise this and that
            raise Unreadable(f"it is a damaged zip ({_told(error)}), perhaps cut off") from None
        members = self._zip.infolist()
        _check(members)
        self.names = tuple(member.filename for member in members if not member.filename.endswith("/"))
        """The members, as they are called in the zip."""

    def read(self, names: Iterable[str]) -> dict[str, bytes]:
        """What these members hold, by name. Raises `Unreadable`."""
        found: dict[str, bytes] = {}
        left = MOST_BYTES
        for name in names:
            member = self._zip.getinfo(name)
            if member.flag_bits & 1:
                raise Unreadable(f"{name} in it is encrypted; unpack it and zip it without a password")
            found[name] = self._member(member, left)
            left -= len(found[name])
        return found

    def _member(self, member: zipfile.ZipInfo, most: int) -> bytes:
        try:
            with self._zip.open(member) as file:
                data = file.read(most + 1)
        except Exception as error:
            raise Unreadable(f"{member.filename} in it is damaged ({_told(error)})") from None
        if len(data) > most:
            raise Unreadable(f"it unpacks to more than {MOST_BYTES // 1_000_000} million bytes, which no export needs")
        if len(data) != member.file_size:
            raise Unreadable(f"{member.filename} in it is damaged: it is not as long as it says")
        return data


def _told(error: Exception) -> str:
    return (str(error) or type(error).__name__).rstrip(".")[:100]


def _check_directory(stream: BinaryIO) -> None:
    """Refuse a list of members that is too long to be read at all."""
    size = stream.seek(0, 2)
    stream.seek(max(size - _TAIL, 0))
    tail = stream.read(_TAIL)
    if _END not in tail:
        raise Unreadable("it begins like a zip and does not end like one; it may be cut off")
    if _END_64 in tail:
        raise Unreadable("it is a zip of the kind that is made for more than 65,535 members, which no export needs")
    at = tail.find(_END)
    while at >= 0:
        if int.from_bytes(tail[at + 12 : at + 16], "little") > _MOST_DIRECTORY:
            raise Unreadable(f"it has more than {MOST_MEMBERS} members, which no export needs")
        at = tail.find(_END, at + 1)


def _check(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MOST_MEMBERS:
        raise Unreadable(f"it has more than {MOST_MEMBERS} members, which no export needs")
    seen: set[str] = set()
    for member in members:
        name = member.filename
        shown = "".join(char if char.isprintable() else "?" for char in name[:60])
        parts = name.replace("\\", "/").split("/")
        if name.startswith(("/", "\\")) or ".." in parts or parts[0].endswith(":"):
            raise Unreadable(f"a member of it, {shown}, leads out of it, which no export needs")
        if stat.S_ISLNK(member.external_attr >> 16):
            raise Unreadable(f"a member of it, {shown}, is a link, which no export needs")
        if name in seen:
            raise Unreadable(f"it has two members called {shown}")
        seen.add(name)
