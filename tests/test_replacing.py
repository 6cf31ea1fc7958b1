"""Files that others read: replaced as a whole, only where they changed."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from showstatus.replacing import LEFT_AFTER, remove_leftovers, replace


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


def test_what_a_killed_writer_left_goes_after_an_hour_and_nothing_else_does(tmp_path: Path) -> None:
    old, young = 10_000.0, 10_000.0 + LEFT_AFTER
    for name, made in {
        ".out.csv.showstatus-0123456789ab.tmp": old,
        ".other.showstatus-0123456789ab.tmp": old,
        ".out.csv.showstatus-ba9876543210.tmp": young,
        ".out.csv.0123456789ab.tmp": old,
        "out.csv": old,
    }.items():
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (made, made))

    remove_leftovers(str(tmp_path), young + 1, "out.csv")
    assert 4 == len(os.listdir(tmp_path))
    remove_leftovers(str(tmp_path), young + 1)
    assert [".out.csv.0123456789ab.tmp", ".out.csv.showstatus-ba9876543210.tmp", "out.csv"] == sorted(
        os.listdir(tmp_path)
    )
    remove_leftovers(str(tmp_path / "nowhere"), young)


@pytest.mark.parametrize(("ahead", "stays"), [(LEFT_AFTER, True), (LEFT_AFTER + 1, False)])
def test_what_was_left_while_the_clock_was_ahead_goes_as_well(tmp_path: Path, ahead: int, stays: bool) -> None:
    left = tmp_path / ".out.csv.showstatus-0123456789ab.tmp"
    left.touch()
    os.utime(left, (10_000 + ahead, 10_000 + ahead))
    remove_leftovers(str(tmp_path), 10_000)

    assert stays == left.exists()


def test_the_temporary_file_is_one_that_is_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "unlink", lambda _: None)  # as where the process was killed
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="folder"):
        replace(str(tmp_path / "folder"), b"x")
    monkeypatch.undo()
    assert 2 == len(os.listdir(tmp_path))

    remove_leftovers(str(tmp_path), time.time() + 2 * LEFT_AFTER, "folder")
    assert ["folder"] == os.listdir(tmp_path)
