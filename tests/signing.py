"""Signs as minisign does, with keys that are the same at every run."""

from __future__ import annotations

import base64
import hashlib

from nacl.signing import SigningKey


class Signer:
    """The holder of one key; `seed` tells it from others."""

    def __init__(self, seed: int = 1) -> None:
        self._key = SigningKey(bytes([seed]) * 32)
        self._id = bytes([seed]) * 8

    @property
    def public(self) -> str:
        """The public key as minisign prints it."""
        return base64.b64encode(b"Ed" + self._id + bytes(self._key.verify_key)).decode()

    def sign(self, data: bytes, *, comment: str = "issue 1") -> bytes:
        """The signature file."""
        own = self._key.sign(hashlib.blake2b(data).digest()).signature
        overall = self._key.sign(own + comment.encode()).signature
        lines = ["untrusted comment: x", base64.b64encode(b"ED" + self._id + own).decode()]
        lines += [f"trusted comment: {comment}", base64.b64encode(overall).decode()]
        return "".join(f"{line}\n" for line in lines).encode()
