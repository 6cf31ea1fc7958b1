"""The file of feeds: made to be edited by hand, and held to what it says."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from showstatus.errors import RegistryUnreadable, ShowstatusError
from showstatus.ledger import feeds
from showstatus.ledger.feeds import Subscribed


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "feeds.toml"


def _read(path: Path, text: str) -> dict[str, Subscribed]:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    return feeds.read(str(path))


def _locks(path: Path) -> str:
    return str(path.parent.parent / "locks")


def test_no_file_is_no_feed(path: Path) -> None:
    assert {} == feeds.read(str(path))
    feeds.remove(str(path), "paper", _locks(path))
    assert not path.exists()


def test_what_is_written_by_hand_is_read(path: Path) -> None:
    text = (
        '[feed.paper]\naddress = "http://example.org/feed"\nby = "A Paper"\n'
        '[feed.mine]\naddress = "/home/me/feed.xml"\n[other.thing]\n'
    )

    assert {
        "paper": Subscribed(name="paper", address="http://example.org/feed", by="A Paper"),
        "mine": Subscribed(name="mine", address="/home/me/feed.xml"),
    } == _read(path, text)


@pytest.mark.parametrize(("by", "line"), [(None, ""), ("A Paper", 'by = "A Paper"\n')])
def test_a_feed_is_added_below_the_others_and_taken_out_again(path: Path, by: str | None, line: str) -> None:
    mine = '# mine\n[feed.mine]\naddress = "/x.xml"  # here\n'
    _read(path, mine)
    paper = Subscribed(name="paper", address="https://example.org/feed", by=by)
    feeds.add(str(path), paper, _locks(path))

    assert f'{mine}\n[feed.paper]\naddress = "https://example.org/feed"\n{line}' == path.read_text()
    assert paper == feeds.read(str(path))["paper"]
    with pytest.raises(ShowstatusError, match=r"\[feed.paper\] is in the file already"):
        feeds.add(str(path), paper, _locks(path))
    feeds.remove(str(path), "paper", _locks(path))
    assert mine + "\n" == path.read_text()
    assert [path.parent / path.name] == list(path.parent.iterdir()), "the lock stands elsewhere"


def test_a_new_file_is_for_its_owner_only_since_an_address_may_hold_a_password(path: Path) -> None:
    feeds.add(str(path), Subscribed(name="paper", address="https://me:secret@example.org/x"), _locks(path))

    assert (0o600, 0o700) == tuple(stat.S_IMODE(one.stat().st_mode) for one in (path, path.parent))


PLAIN = "is no plain word: small letters, digits, - and _, at most 40 of them"


@pytest.mark.parametrize(
    ("header", "table", "why"),
    [
        ("paper", "", "it has no address"),
        ("paper", 'by = "A Paper"', "it has no address"),
        ("paper", 'address = ""', "the address is empty, or holds something that cannot be printed"),
        ("paper", 'address = "/secret\\n"', "the address is empty, or holds something that cannot be printed"),
        ("paper", 'address = "ftp://secret"', "the address is neither http nor https nor the path of a file"),
        ("paper", 'address = "secret.xml"', "the path of the file does not begin at the root"),
        ("paper", 'address = "/x"\nby = " "', "by is empty, or holds something that cannot be printed"),
        ("paper", 'address = "/x"\nby = "a\\tb"', "by is empty, or holds something that cannot be printed"),
        ("paper", "address = 3", "address is no text"),
        ("paper", 'address = "/x"\nBy = "x"', "unknown key “By”; known are address and by"),
        ('"A b"', 'address = "/x"', f"“A b” {PLAIN}"),
    ],
)
def test_a_feed_that_cannot_be_is_refused_with_its_line(path: Path, header: str, table: str, why: str) -> None:
    with pytest.raises(RegistryUnreadable) as refused:
        _read(path, f"# mine\n\n[feed.{header}]\n{table}\n")

    where = f"{path}, line 3, column 1: [feed.{header.strip(chr(34))}]: {why}. Mend the file"
    assert str(refused.value).startswith(where)
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("feed = 3\n", "“feed” should be tables: [feed.some-name]. Mend"),
        ("[feed]\npaper = 3\n", "[feed.paper]: it has no address. Mend"),
        ('feed = { paper = { by = "x" } }\n', "[feed.paper]: it has no address. Mend"),
    ],
)
def test_a_fault_that_has_no_line_of_its_own_is_told_without(path: Path, text: str, words: str) -> None:
    with pytest.raises(RegistryUnreadable) as refused:
        _read(path, text)

    assert str(refused.value).startswith(f"{path}: {words}")
    assert (None, None) == (refused.value.line, refused.value.column)
