"""Files that others read: replaced as a whole, only where they changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from showstatus.replacing import replace


def test_a_file_is_made_with_its_folder_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "file"

    assert replace(str(path), b"one")
    assert (b"one", ["file"]) == (path.read_bytes(), os.listdir(path.parent))


def test_the_same_bytes_are_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "file"
    replace(str(path), b"one")
    os.utime(path, (1, 1))

    assert not replace(str(path), b"one")
    assert 1 == path.stat().st_mtime
    assert replace(str(path), b"two")
    assert b"two" == path.read_bytes()


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "target").write_bytes(b"one")
    (tmp_path / "link").symlink_to(tmp_path / "target")
    replace(str(tmp_path / "link"), b"two")

    assert (True, b"two") == ((tmp_path / "link").is_symlink(), (tmp_path / "target").read_bytes())


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "folder"
    path.mkdir()

    with pytest.raises(OSError, match="folder"):
        replace(str(path), b"x")
    assert ["folder"] == os.listdir(tmp_path)
