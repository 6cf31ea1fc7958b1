"""What encoding the bytes of a page or a feed are read in."""

from __future__ import annotations

import pytest

from showstatus.sources.encoding import decoded

PAGE = "<p>Netflix has renewed Café for a second season.</p>"


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        (PAGE.encode(), None),
        (PAGE.encode("latin-1"), "ISO-8859-1"),
        (b"<meta charset='latin-1'>" + PAGE.encode("latin-1"), None),
        (b'<META http-equiv="Content-Type" content="text/html; charset=latin-1">' + PAGE.encode("latin-1"), None),
        (b"<meta charset='latin-1'>" + PAGE.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + PAGE.encode(), "latin-1"),
        (PAGE.encode("utf-16"), None),
        (PAGE.encode(), "klingon"),
        (PAGE.encode(), "base64"),
        (PAGE.encode(), "punycode"),
        (b'<?xml version="1.0" encoding="windows-1252"?>' + PAGE.encode("cp1252"), None),
    ],
)
def test_a_page_is_decoded_as_it_says_it_is(body: bytes, charset: str | None) -> None:
    assert decoded(body, charset).endswith(PAGE)


def test_what_is_no_text_is_read_all_the_same() -> None:
    assert "\ufffd" in decoded(b"\xfdx", None)
