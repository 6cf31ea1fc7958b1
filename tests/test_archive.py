"""A zip that means harm, or is damaged, is refused with one clear line before anything of it is used."""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showstatus.imports import archive
from showstatus.imports.listed import Unreadable
from tests.exports import V2, read, series, table, tv_time, zipped

NAME = "tracking-prod-records-v2.csv"
TABLE = table(V2, series(1, "Dark"))


def why(data: bytes) -> str:
    """Why a zip is refused."""
    with pytest.raises(Unreadable) as caught:
        read(data)
    return str(caught.value)


def with_link() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipped_file:
        link = zipfile.ZipInfo(NAME)
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        zipped_file.writestr(link, "/etc/passwd")
    return out.getvalue()


def encrypted() -> bytes:
    data = bytearray(zipped({NAME: TABLE}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def twice() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipped_file:
        zipped_file.writestr(NAME, TABLE)
        with pytest.warns(UserWarning, match="Duplicate"):
            zipped_file.writestr(NAME, "key,s_id,series_name\n")
    return out.getvalue()


def with_size(size: int) -> bytes:
    """A zip that says of its member that it unpacks to another size."""
    data = bytearray(zipped({NAME: TABLE}))
    for start, offset in ((0, 22), (data.index(b"PK\x01\x02"), 24)):
        data[start + offset : start + offset + 4] = size.to_bytes(4, "little")
    return bytes(data)


def with_directory(size: int) -> bytes:
    """A zip that says of its list of members that it has this many bytes."""
    data = bytearray(zipped({NAME: TABLE}))
    at = data.rindex(b"PK\x05\x06") + 12
    data[at : at + 4] = size.to_bytes(4, "little")
    return bytes(data)


def made_for_more() -> bytes:
    data = zipped({NAME: TABLE})
    at = data.rindex(b"PK\x05\x06")
    return data[:at] + b"PK\x06\x07" + bytes(16) + data[at:]


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: zipped({NAME: b"0" * (archive.MOST_BYTES + 1)}), "it unpacks to more than 64 million bytes"),
        (lambda: zipped({NAME: TABLE, "../../x": ""}), "a member of it, ../../x, leads out of it"),
        (lambda: zipped({NAME: TABLE, "/etc/passwd": ""}), "a member of it, /etc/passwd, leads out of it"),
        (lambda: zipped({NAME: TABLE, "C:\\x": ""}), "leads out of it"),
        (lambda: zipped({NAME: TABLE, "\x1b[2J/../y": ""}), "a member of it, ?[2J/../y, leads out of it"),
        (with_link, f"a member of it, {NAME}, is a link"),
        (lambda: zipped({NAME: TABLE, **{f"{n}": "" for n in range(2_000)}}), "it has more than 2000 members"),
        (lambda: with_directory(2_000_000), "it has more than 2000 members"),
        (made_for_more, "it is a zip of the kind that is made for more than 65,535 members"),
        (encrypted, f"{NAME} in it is encrypted; unpack it and zip it without a password"),
        (twice, f"it has two members called {NAME}"),
        (lambda: with_size(10), f"{NAME} in it is damaged"),
        (lambda: with_size(10_000), f"{NAME} in it is damaged"),
        (lambda: zipped({"inner.zip": zipped({NAME: TABLE})}), "there is another, inner.zip; unpack it"),
        (lambda: zipped({"holiday.jpg": b"x"}), "it is a zip from none of the services that are known"),
        (lambda: zipped({}), "it is a zip from none of the services that are known"),
        (lambda: zipped({NAME: b"PK\x03\x04\0\0"}), "it is no text"),
    ],
)
def test_a_hostile_zip_is_refused(make: Callable[[], bytes], words: str) -> None:
    assert words in why(make())


def test_nothing_of_a_bomb_is_unpacked_beyond_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_BYTES", 1000)
    members = {NAME: "a" * 600, "followed_tv_show.csv": "b" * 600}
    assert "it unpacks to more than" in why(zipped(members))


def test_a_zip_that_is_cut_off_anywhere_is_refused() -> None:
    whole = tv_time(series(1, "Dark"))
    for end in [*range(4, len(whole), 7), len(whole) - 1]:
        assert "cut off" in why(whole[:end])


@given(st.data())
def test_a_zip_in_which_any_byte_is_another_is_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(tv_time(series(1, "Dark")))
    for _ in range(data.draw(st.integers(1, 3))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        export = read(bytes(whole))
    except Unreadable:
        return
    assert export.format in ("TV Time", "a list of titles")
