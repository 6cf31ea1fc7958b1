"""Whether a file is what the holder of a minisign key signed. Bytes in, a refusal out; the curve is PyNaCl's.

A signature file has four lines: an untrusted comment, the signature, a trusted comment, and a second signature over
both. The first is over the file itself (“Ed”) or over its BLAKE2b-512 hash (“ED”, what minisign makes today).
https://jedisct1.github.io/minisign/#signature-format
"""

from __future__ import annotations

import binascii
import hashlib
from typing import NamedTuple

from showstatus.extras import need
from showstatus.sources.base import Unusable

MOST_BYTES = 10_000
"""How long a signature file may be."""
_PLAIN, _PREHASHED = b"Ed", b"ED"
_ID, _KEY, _SIGNATURE = 8, 32, 64
_TRUSTED = b"trusted comment: "


class PublicKey(NamedTuple):
    """A minisign public key."""

    id: bytes
    """Eight bytes by which signatures name their key."""
    point: bytes


def read_key(text: str) -> PublicKey:
    """A public key as minisign prints it, 56 characters that begin with “RW”. Raises `ValueError`."""
    data = _decoded(text.encode("ascii", "replace"))
    if len(data) != len(_PLAIN) + _ID + _KEY or not data.startswith(_PLAIN):
        raise ValueError("it is no minisign public key; one has 56 characters and begins with RW")
    return PublicKey(data[2:10], data[10:])


def verify(data: bytes, signature: bytes, key: PublicKey) -> None:
    """Raises `Unusable` where `signature`, a signature file, is not one of `data` by this key."""
    lines = [line.rstrip(b"\r") for line in signature.split(b"\n")]
    if len(lines) < 4 or not lines[2].startswith(_TRUSTED):
        raise Unusable("with something that is no minisign signature")
    made, overall = _decoded(lines[1]), _decoded(lines[3])
    kind, own = made[:2], made[10:]
    if kind not in (_PLAIN, _PREHASHED) or len(own) != _SIGNATURE or len(overall) != _SIGNATURE:
        raise Unusable("with something that is no minisign signature")
    if made[2:10] != key.id:
        raise Unusable("with a signature by another key")
    message = data if kind == _PLAIN else hashlib.blake2b(data).digest()
    if not _holds(message, own, key) or not _holds(own + lines[2].removeprefix(_TRUSTED), overall, key):
        raise Unusable("with a signature that does not fit")


def _holds(message: bytes, signature: bytes, key: PublicKey) -> bool:
    need("sign", "nacl")
    from nacl.exceptions import BadSignatureError
    from nacl.signing import VerifyKey

    try:
        VerifyKey(key.point).verify(message, signature)
    except BadSignatureError:
        return False
    return True


def _decoded(text: bytes) -> bytes:
    try:
        return binascii.a2b_base64(text.strip(), strict_mode=True)
    except ValueError:
        return b""
