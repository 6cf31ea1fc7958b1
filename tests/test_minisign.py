"""Signatures as minisign makes them: the true ones hold, and every other is refused."""

from __future__ import annotations

import pytest

from showstatus.sources.base import Unusable
from showstatus.sources.minisign import read_key, verify
from tests.signing import Signer

KEY = "RWQKPUx3DtJrqFPxp/aJrom3bixWCasdL9tILVY5eLNSvsSPo5ozGOIP"
FILE = b'[show.x]\ntitle = "Harbour Lights"\n'
PREHASHED = b"""\
untrusted comment: signature from minisign secret key
RUQKPUx3DtJrqOW4SJI7UdAQzV+EoNeVa0n0n6pxl6ynkwHhLgb83rpMPaH5aH/cARHwpT9J/Yyt4Zc+xvnbJ5axEhBqv7ySqg4=
trusted comment: issue 1
bROgA4xCLpCrKV2/EZYRtdP64Y+jAy2I0ajz7xL/FpfDtHZRiQVbNpaTpdycKS3qihThNCwBwJwZiouBIiMuAA==
"""
PLAIN = b"""\
untrusted comment: signature from minisign secret key
RWQKPUx3DtJrqNfOVyoLqDDVh6+f0qjSP9JcAo3vqwrOYpwhzsApiBmiTdGFcwUZMXZMAQsuGW4VpVUff/DXVJb+qCXHumVY5AA=
trusted comment: issue 1
rSQl6S0TCUYPu6/eHfLSKf3uW/Vgd7qlQSB+tctKU8Ywjapd1PXnzWtt1tQNkM9NbQI78OUjIjghvuXAX2HtAg==
"""
"""Made by minisign 0.11 with `-S -m` and `-S -l -m`; the key by `-G -W`."""


def refusal(data: bytes, signature: bytes, key: str = KEY) -> str:
    with pytest.raises(Unusable) as refused:
        verify(data, signature, read_key(key))
    return str(refused.value)


@pytest.mark.parametrize("signature", [PREHASHED, PLAIN, PREHASHED.replace(b"\n", b"\r\n"), PREHASHED.rstrip()])
def test_what_minisign_signed_holds(signature: bytes) -> None:
    verify(FILE, signature, read_key(KEY))


@pytest.mark.parametrize("signature", [PREHASHED, PLAIN])
def test_a_signature_is_of_one_content(signature: bytes) -> None:
    assert "with a signature that does not fit" == refusal(FILE + b"\n", signature)


def test_the_untrusted_comment_is_not_signed_and_the_trusted_one_is() -> None:
    verify(FILE, PREHASHED.replace(b"from minisign", b"from me"), read_key(KEY))

    assert "with a signature that does not fit" == refusal(FILE, PREHASHED.replace(b"issue 1", b"issue 2"))


def test_the_trusted_comment_of_another_signature_does_not_fit() -> None:
    ours, theirs = PREHASHED.split(b"\n"), PLAIN.split(b"\n")

    assert "with a signature that does not fit" == refusal(FILE, b"\n".join([*ours[:3], theirs[3], b""]))


def test_a_prehashed_signature_is_not_one_of_the_file_itself() -> None:
    assert "with a signature that does not fit" == refusal(FILE, PLAIN.replace(b"RWQK", b"RUQK"))


def test_a_signature_by_another_key_is_refused() -> None:
    assert "with a signature by another key" == refusal(FILE, Signer().sign(FILE))


@pytest.mark.parametrize(
    "text",
    [b"", b"\n\n\n\n", b"<html>", PREHASHED[:60], PREHASHED[:180], PREHASHED.replace(b"RUQK", b"WFhK"), b"\xff" * 9000],
)
def test_what_is_no_signature_is_refused(text: bytes) -> None:
    assert "with something that is no minisign signature" == refusal(FILE, text)


@pytest.mark.parametrize("text", ["", "RW", KEY[:-4], KEY + "AAAA", KEY.replace("RWQ", "RUQ"), "RW…" + KEY[3:]])
def test_what_is_no_public_key_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="it is no minisign public key"):
        read_key(text)


def test_the_signer_of_other_tests_signs_as_minisign_does() -> None:
    verify(FILE, Signer(7).sign(FILE), read_key(Signer(7).public))
