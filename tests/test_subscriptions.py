"""The file of subscriptions: made to be edited by hand, and held to what it says."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from showstatus.errors import RegistryUnreadable, ShowstatusError
from showstatus.ledger import subscriptions
from showstatus.ledger.subscriptions import Subscription
from tests.signing import Signer

HASH = "ab" * 32
KEY = Signer().public


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "registries.toml"


def _read(path: Path, text: str) -> dict[str, Subscription]:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    return subscriptions.read(str(path))


def _add(path: Path, *, name: str = "films", address: str = "https://example.org/films.toml") -> None:
    wanted = Subscription(name=name, address=address)
    subscriptions.add(str(path), wanted, str(path.parent.parent / "locks"))


def test_no_file_is_no_subscription(path: Path) -> None:
    assert {} == subscriptions.read(str(path))


def test_what_is_written_by_hand_is_read(path: Path) -> None:
    text = (
        f'[registry.films]\naddress = "https://example.org/films.toml"\nsha256 = "{HASH.upper()}"\n'
        f'[registry.mine]\naddress = "/home/me/mine.toml"\nkey = "{KEY}"\n'
    )

    assert {
        "films": Subscription(name="films", address="https://example.org/films.toml", sha256=HASH),
        "mine": Subscription(name="mine", address="/home/me/mine.toml", key=KEY),
    } == _read(path, text)


def test_the_origin_of_its_claims_is_its_name_but_for_the_shipped_registry() -> None:
    origins = [Subscription(name=name, address="/x").origin for name in ("films", "shipped")]

    assert ["registry:films", "shipped"] == origins


def test_what_stands_in_the_file_stays_as_it_is_written(path: Path) -> None:
    mine = '# mine\n[registry.mine]\naddress = "/x.toml"  # here\n'
    _read(path, mine)
    _add(path)

    assert mine + '\n[registry.films]\naddress = "https://example.org/films.toml"\n' == path.read_text()
    subscriptions.remove(str(path), "films", str(path.parent.parent / "locks"))
    assert mine + "\n" == path.read_text()


def test_a_new_file_is_for_its_owner_only_since_an_address_may_hold_a_password(path: Path) -> None:
    _add(path, address="https://me:secret@example.org/films.toml")

    assert 0o600 == stat.S_IMODE(path.stat().st_mode)


def test_a_name_is_given_once(path: Path) -> None:
    _add(path)
    with pytest.raises(ShowstatusError, match=r"\[registry.films\] is in the file already"):
        _add(path)


@pytest.mark.parametrize(
    ("table", "why"),
    [
        ("", "it has no address"),
        ('address = "http://me:secret@example.org/x"', "the address is neither https nor the path of a file"),
        ('address = "file:///secret"', "the address is neither https nor the path of a file"),
        ('address = "secret.toml"', "the path of the file does not begin at the root"),
        (
            'address = "https://secret@example.org/\\n"',
            "the address is empty, or holds something that cannot be printed",
        ),
        ("address = 3", "address is no text"),
        # A pin that is misspelt is no pin.
        ('address = "/x"\nsha265 = "x"', "unknown key “sha265”; known are address, sha256 and key"),
        ('address = "/x"\nsha256 = "abc"', "sha256 is not 64 hexadecimal digits"),
        ('address = "/x"\nkey = "abc"', "it is no minisign public key; one has 56 characters and begins with RW"),
    ],
)
def test_a_subscription_that_cannot_be_is_refused_with_its_line(path: Path, table: str, why: str) -> None:
    with pytest.raises(RegistryUnreadable) as refused:
        _read(path, f"# mine\n\n[registry.films]\n{table}\n")

    assert str(refused.value).startswith(f"{path}, line 3, column 1: [registry.films]: {why}. Mend")
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("name", ["../films", "Films", "a.b", "", "a b"])
def test_a_name_that_is_no_plain_word_never_becomes_a_path(path: Path, name: str) -> None:
    with pytest.raises(RegistryUnreadable) as refused:
        _read(path, f'[registry."{name}"]\naddress = "/x"\n')

    why = f"“{name}” is no plain word: small letters, digits, - and _, at most 40 of them. Mend"
    assert f"[registry.{name}]: {why}" in str(refused.value)


@pytest.mark.parametrize("text", ["[registry.films\n", "registry = 3\n", "[registry]\nfilms = 3\n"])
def test_a_damaged_file_is_never_written_over(path: Path, text: str) -> None:
    with pytest.raises(RegistryUnreadable):
        _read(path, text)
    with pytest.raises(ShowstatusError):
        _add(path)

    assert text == path.read_text()


def test_the_terms_change_with_all_that_holds_for_the_content_and_tell_none_of_it() -> None:
    made = [
        Subscription(name="films", address="https://me:secret@example.org/x"),
        Subscription(name="films", address="https://example.org/x"),
        Subscription(name="films", address="https://example.org/x", sha256=HASH),
        Subscription(name="films", address="https://example.org/x", key=KEY),
    ]

    assert 4 == len({one.terms for one in made})
    assert not any("secret" in one.terms or "example" in one.terms for one in made)
