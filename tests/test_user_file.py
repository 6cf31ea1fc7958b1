"""The user's registry on a real disk: read as it is, and written whole."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from showstatus.errors import RegistryUnreadable, ShowstatusError
from showstatus.ledger import user_file
from showstatus.ledger.edits import append_claim
from showstatus.ledger.toml_lines import BOM
from tests.editing import edit, old

# --- reading --------------------------------------------------------------------------------------------------------


def test_a_text_is_read_as_it_is_but_for_the_byte_order_mark(registry: Path) -> None:
    registry.write_bytes(f"{BOM}# é\r\na = 1".encode())
    expected = "# é\r\na = 1"
    assert expected == user_file.read(str(registry))


@pytest.mark.parametrize("path", ["none.toml", "shows.toml/below.toml"])
def test_a_missing_file_is_told_from_a_damaged_one(registry: Path, path: str) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        user_file.read(str(registry.parent / path))
    expected = (errno.ENOENT, "No such file or directory", str(registry.parent / path))
    assert expected == (caught.value.errno, caught.value.strerror, caught.value.filename)


@pytest.mark.parametrize(
    ("data", "line", "column", "why"),
    [
        (b"a = 1\r\nb = = 2\r\n", 2, 5, r"Invalid value\. Mend"),
        (b"\xef\xbb\xbfa = 1\nb\n", 2, 2, "Expected '='"),
        (b"a = 1\nb = [\n", 3, 1, r"Invalid value\. Mend"),
        (b"a = '''\nx", 2, 2, r"""Expected "'''"\. Mend"""),
        (b"[show.x]\n[[claim]]\n[show.x]\n", 3, 8, r"\[show\.x\] is defined twice\. Mend"),
        (b"[show.'a b']\n[show.'a b']\n", 2, 12, r"\[show\.a b\] is defined twice\. Mend"),
        (b"[show.x]\na = 1\na = 2\n", 3, 6, r"this key or table is defined twice\. Mend"),
        ("a = 1\n# né ".encode() + b"\xe9t\xe9\n", 2, 6, r"the byte 0xe9 is not UTF-8\. Mend"),
        ("a = 'é'\n".encode("utf-16"), 1, 1, r"the byte 0xff is not UTF-8\. Mend"),
        (b"a = 1\0", 1, 6, "Expected newline"),
        (b"a = " + b"[" * 9999, None, None, r"brackets are nested too deep\. Mend"),
        (b"a = " + b"9" * 9999, None, None, ".*integer string conversion"),
    ],
)
def test_a_damaged_file_is_named_with_line_and_column_and_stays_as_it_is(
    registry: Path, data: bytes, line: int | None, column: int | None, why: str
) -> None:
    registry.write_bytes(data)
    for attempt in (lambda: user_file.read(str(registry)), lambda: edit(registry)):
        with pytest.raises(RegistryUnreadable, match=f": {why}") as caught:
            attempt()
        assert (str(registry), line, column) == (caught.value.path, caught.value.line, caught.value.column)
        assert "\n" not in str(caught.value)
    assert data == registry.read_bytes()


def test_a_folder_is_no_registry(tmp_path: Path) -> None:
    for attempt in (lambda: user_file.read(str(tmp_path)), lambda: edit(tmp_path)):
        with pytest.raises(RegistryUnreadable) as caught:
            attempt()
        assert str(caught.value).startswith(f"{tmp_path}: it cannot be read (Is a directory). Mend")


# --- writing --------------------------------------------------------------------------------------------------------


def test_an_edit_writes_what_the_change_gives_and_leaves_nothing_else(registry: Path) -> None:
    assert edit(registry) == ()
    assert old("# more\n") == registry.read_text()
    assert {"shows.toml", "locks"} == set(os.listdir(registry.parent))


def test_a_missing_file_and_its_folders_are_made_with_the_mode_of_the_umask(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "shows.toml"
    old_mask = os.umask(0o027)
    try:
        edit(path)
    finally:
        os.umask(old_mask)
    expected = ("# more\n", 0o640)
    assert expected == (path.read_text(), stat.S_IMODE(path.stat().st_mode))


def test_the_same_text_writes_nothing(registry: Path) -> None:
    before = registry.stat()
    edit(registry, lambda text: text)
    edit(registry.parent / "none.toml", lambda text: text)
    after = registry.stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)  # reading it is told by atime
    assert not (registry.parent / "none.toml").exists()


@pytest.mark.parametrize("mode", [0o600, 0o664, 0o755])
def test_the_mode_stays(registry: Path, mode: int) -> None:
    registry.chmod(mode)
    edit(registry)
    assert mode == stat.S_IMODE(registry.stat().st_mode)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")
def test_the_owner_stays_when_root_writes(registry: Path) -> None:
    os.chown(registry, 1234, 2345)
    edit(registry)
    expected = (1234, 2345)
    assert expected == (registry.stat().st_uid, registry.stat().st_gid)


@pytest.mark.parametrize("relative", [True, False])
def test_a_symbolic_link_stays_and_is_followed(registry: Path, relative: bool) -> None:
    folder = registry.parent / "config"
    folder.mkdir()
    link = folder / "link.toml"
    link.symlink_to("../shows.toml" if relative else registry)
    user_file.edit(str(link), lambda text: text + "# more\n", lock_dir=str(registry.parent / "locks"))
    assert link.is_symlink()
    assert old("# more\n") == registry.read_text()
    edit(registry)
    assert len(os.listdir(registry.parent / "locks")) == 1


def test_a_link_to_a_file_not_there_yet_makes_that_file(tmp_path: Path) -> None:
    link = tmp_path / "link.toml"
    link.symlink_to(tmp_path / "git" / "shows.toml")
    edit(link)
    assert link.is_symlink()
    assert (tmp_path / "git" / "shows.toml").read_text() == "# more\n"


def test_line_ends_and_byte_order_mark_stay(registry: Path) -> None:
    registry.write_bytes(f"{BOM}# é\r\n".encode())
    edit(registry, lambda text: append_claim(text, {"show": "x"}))
    assert f'{BOM}# é\r\n\r\n[[claim]]\r\nshow = "x"\r\n'.encode() == registry.read_bytes()


@pytest.mark.parametrize("damage", ["a = = 1", "[show.heartstopper]", "# \udce9", "a = " + "9" * 9999])
def test_a_change_that_would_damage_the_file_is_not_written(registry: Path, damage: str) -> None:
    with pytest.raises(ShowstatusError) as caught:
        edit(registry, lambda text: text + damage)
    assert str(caught.value).startswith(f"{registry} was not written: its new text would be damaged (")
    assert str(caught.value).endswith(").")
    assert old() == registry.read_text()


def test_a_change_may_call_the_edit_off(registry: Path) -> None:
    def refuse(text: str) -> str:
        raise KeyError(text)

    with pytest.raises(KeyError):
        edit(registry, refuse)
    assert old() == registry.read_text()
    edit(registry, timeout=0)


def test_the_text_is_on_the_disk_before_the_name_points_to_it(registry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []

    def recorded(name: str, real: Callable[..., object]) -> Callable[..., object]:
        def call(*given: object) -> object:
            calls.append(name)
            return real(*given)

        return call

    for name in ("write", "fsync", "replace"):
        monkeypatch.setattr(os, name, recorded(name, getattr(os, name)))
    edit(registry)
    expected = ["write", "fsync", "replace", "fsync"]
    assert expected == calls[-4:]
