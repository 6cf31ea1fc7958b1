"""What the system refuses where the user's registry is written or read is told in one line; the old file is whole."""

from __future__ import annotations

import contextlib
import errno
import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from showstatus.errors import RegistryUnreadable, ShowstatusError
from showstatus.ledger import user_file, whole_file
from tests.editing import Start, edit, old, temporaries


@pytest.mark.parametrize(
    ("call", "number", "words"),
    [
        ("write", errno.ENOSPC, "No space left on device; free some space, then try again."),
        ("write", errno.EDQUOT, "Disk quota exceeded; free some space, then try again."),
        ("fsync", errno.EIO, "Input/output error; check the disk and the folder, then try again."),
        ("replace", errno.EACCES, "Permission denied; check who owns it and its folder, or name another place."),
        ("makedirs", errno.EROFS, "Read-only file system; name another place."),
    ],
)
def test_a_refusal_is_told_in_one_line_and_the_old_file_is_whole(
    registry: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, words: str
) -> None:
    def refuse(*_given: object, **_named: object) -> None:
        raise OSError(number, os.strerror(number))

    def change(text: str) -> str:
        monkeypatch.setattr(os, call, refuse)
        return text + "# more\n"

    with pytest.raises(ShowstatusError) as caught:
        edit(registry, change)
    monkeypatch.undo()
    assert f"{registry} was not written: {words}" == str(caught.value)
    assert (old(), []) == (registry.read_text(), temporaries(registry.parent))


def test_a_folder_that_cannot_be_synced_is_a_warning(registry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(folder: str) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO), folder)

    monkeypatch.setattr(whole_file, "_sync_folder", refuse)
    (warning,) = edit(registry)
    assert f"{registry} is written, but may not outlast a power cut: Input/output error." == warning
    assert old("# more\n") == registry.read_text()


LIMITED = """
import resource, sys
from showstatus.errors import ShowstatusError
from showstatus.ledger import user_file, whole_file
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    user_file.edit(sys.argv[1], lambda text: text + "# more\\n" * 1000, lock_dir=sys.argv[2])
except ShowstatusError as error:
    print(error)
"""


def test_a_limit_on_the_size_of_files_is_told(registry: Path, start: Start) -> None:
    said, _ = start(LIMITED, registry, registry.parent / "locks").communicate(timeout=30)
    words = "File too large; raise the limit on the size of files (ulimit -f), then try again."
    assert f"{registry} was not written: {words}\n" == said
    assert (old(), []) == (registry.read_text(), temporaries(registry.parent))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a disk of 64 kB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    try:
        mounted = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError as error:
        pytest.skip(f"no small disk to fill: {error}")
    if mounted.returncode != 0:
        pytest.skip(f"no small disk to fill: {mounted.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_is_told(small_disk: Path, tmp_path: Path) -> None:
    path = small_disk / "shows.toml"
    old = "# mine, and long\n" * 2000
    path.write_text(old)
    with pytest.raises(ShowstatusError, match="No space left on device; free some space"):
        user_file.edit(str(path), lambda text: text * 2, lock_dir=str(tmp_path / "locks"))
    assert (old, ["shows.toml"]) == (path.read_text(), os.listdir(small_disk))


def test_a_path_below_a_file_is_told(registry: Path) -> None:
    for path in (registry / "shows.toml", registry / "a" / "shows.toml"):
        with pytest.raises(ShowstatusError, match=r"was not written: .*; a file stands where its folder should be"):
            user_file.edit(str(path), lambda _: "# new\n", lock_dir=str(registry.parent / "locks"))


def test_a_lock_that_cannot_be_made_is_told(registry: Path) -> None:
    with pytest.raises(ShowstatusError) as caught:
        user_file.edit(str(registry), lambda text: text + "# more\n", lock_dir=str(registry / "locks"))
    lock = registry / "locks" / f"{user_file.key_of(str(registry))}.lock"
    why = f"the lock {lock} cannot be had (Not a directory)"
    assert f"{registry} was not written: {why}; check who owns that folder." == str(caught.value)
    assert old() == registry.read_text()


def test_a_pipe_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ShowstatusError, match="not a regular file"):
        edit(tmp_path / "pipe")
    assert (tmp_path / "pipe").is_fifo()


@contextlib.contextmanager
def _as_nobody() -> Iterator[None]:
    """Lay down the powers of root, whom no mode binds; other users are bound already."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Give a folder that anybody can enter, unlike tmp_path."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        edit(folder / "warm-up.toml")  # loads every module while this process may still read them
        folder.chmod(0o755)
        (folder / "locks").chmod(0o777)
        (folder / "shows.toml").write_text(old())
        yield folder
        folder.chmod(0o755)


@pytest.mark.parametrize(
    ("folder_mode", "mode", "words"),
    [
        (0o555, 0o666, "Permission denied; check who owns it and its folder, or name another place"),
        (0o777, 0o444, "it is write-protected; allow writing, then try again"),
    ],
)
def test_what_its_owner_protects_is_not_written(open_folder: Path, folder_mode: int, mode: int, words: str) -> None:
    path = open_folder / "shows.toml"
    path.chmod(mode)
    open_folder.chmod(folder_mode)
    with _as_nobody(), pytest.raises(ShowstatusError, match=words):
        edit(path)
    assert (old(), []) == (path.read_text(), temporaries(open_folder))


def test_a_file_that_may_not_be_read_is_told(open_folder: Path) -> None:
    path = open_folder / "shows.toml"
    path.chmod(0)
    with _as_nobody(), pytest.raises(RegistryUnreadable, match=r"it cannot be read \(Permission denied\)"):
        user_file.read(str(path))
