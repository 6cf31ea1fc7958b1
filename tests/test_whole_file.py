"""How a file gets a new content, whole or not at all: on a real disk."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path

import pytest

from showstatus.errors import ShowstatusError
from showstatus.ledger import whole_file
from showstatus.ledger.whole_file import not_written, put, reason, remove_leftovers, save, temporary_beside


def test_a_file_is_made_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "shows.toml"

    assert () == save(str(path), b"new")
    assert b"new" == path.read_bytes()
    assert ["shows.toml"] == os.listdir(path.parent)


def test_a_file_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"old")
    path.chmod(0o640)

    save(str(path), b"new")

    assert (b"new", 0o640) == (path.read_bytes(), path.stat().st_mode & 0o777)


def test_a_new_file_has_the_mode_of_the_umask_or_that_of_the_one_it_is_like(tmp_path: Path) -> None:
    like = tmp_path / "like"
    like.write_bytes(b"")
    like.chmod(0o604)
    before = os.umask(0o027)
    try:
        put(str(tmp_path / "new"), b"new")
        put(str(tmp_path / "alike"), b"new", like=like.stat())
    finally:
        os.umask(before)

    assert (0o640, 0o604) == tuple((tmp_path / name).stat().st_mode & 0o777 for name in ("new", "alike"))


def test_a_disk_that_knows_no_modes_and_owners_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    like = tmp_path / "like"
    like.write_bytes(b"")
    found = os.stat_result((*like.stat()[:4], os.getuid() + 1, *like.stat()[5:]))
    for name in ("chmod", "chown"):
        monkeypatch.setattr(os, name, refused)

    assert [] == put(str(tmp_path / "x"), b"new", like=found)
    assert b"new" == (tmp_path / "x").read_bytes()


def test_more_is_written_than_the_system_takes_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: real(descriptor, data[:3]))
    save(str(tmp_path / "x"), b"0123456789")

    assert b"0123456789" == (tmp_path / "x").read_bytes()


def test_a_reason_without_words_of_the_system_is_told_as_it_is() -> None:
    assert ("Is a directory", "no words") == (
        reason(OSError(errno.EISDIR, "Is a directory")),
        reason(OSError("no words")),
    )
    told = "/x was not written: no words; check the disk and the folder, then try again."
    assert told == str(not_written("/x", OSError("no words")))


def test_nothing_is_written_where_the_temporary_file_was_taken_for_a_leftover(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"old")

    def robbed() -> bool:
        remove_leftovers(str(tmp_path), "x")
        return False

    assert put(str(path), b"new", unless=robbed) is None
    assert (b"old", ["x"]) == (path.read_bytes(), os.listdir(tmp_path))


def test_a_link_stays_and_its_target_is_written(tmp_path: Path) -> None:
    (tmp_path / "target").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "target")

    save(str(tmp_path / "link"), b"new")

    assert (tmp_path / "link").is_symlink()
    assert b"new" == (tmp_path / "target").read_bytes()


def test_leftovers_of_killed_writers_are_removed_and_nothing_else(tmp_path: Path) -> None:
    for name in (
        ".x.showstatus-0123456789ab.tmp",
        ".x.showstatus-0123.tmp",
        ".y.showstatus-0123456789ab.tmp",
        ".x.tmp",
    ):
        (tmp_path / name).write_bytes(b"")

    remove_leftovers(str(tmp_path), "x")
    remove_leftovers(str(tmp_path / "none"), "x")

    assert [".x.showstatus-0123.tmp", ".x.tmp", ".y.showstatus-0123456789ab.tmp"] == sorted(os.listdir(tmp_path))


def test_two_temporary_files_never_have_one_name(tmp_path: Path) -> None:
    first, second = (temporary_beside(str(tmp_path / "x")) for _ in range(2))

    assert first != second
    assert str(tmp_path) == os.path.dirname(first)
    assert re.fullmatch(r"\.x\.showstatus-[0-9a-f]{12}\.tmp", os.path.basename(first))


def test_what_is_no_regular_file_is_not_written(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ShowstatusError) as refused:
        save(str(tmp_path / "pipe"), b"new")
    told = f"{tmp_path / 'pipe'} was not written: it is not a regular file; name another one."
    assert told == str(refused.value)


def test_a_folder_is_told_as_one(tmp_path: Path) -> None:
    with pytest.raises(
        ShowstatusError, match=r"was not written: Is a directory; it is a folder, so name a file in it\."
    ):
        save(str(tmp_path), b"new")


def test_nothing_is_written_where_the_last_question_says_so(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"old")

    assert put(str(path), b"new", unless=lambda: True) is None
    assert b"old" == path.read_bytes()
    assert ["x"] == os.listdir(tmp_path)


def test_another_program_that_keeps_writing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def never(target: str, data: bytes) -> None:
        asked.append(target)

    monkeypatch.setattr(whole_file, "put", never)
    path = tmp_path / "x"
    with pytest.raises(ShowstatusError) as refused:
        save(str(path), b"new")
    why = "another program is writing it. Try again when that one is done."
    assert f"{path} was not written: {why}" == str(refused.value)
    assert whole_file.ATTEMPTS == len(asked)


@pytest.mark.parametrize(
    ("number", "advice"),
    [
        (errno.ENOSPC, "free some space"), (errno.EDQUOT, "free some space"), (errno.EFBIG, "ulimit -f"),
        (errno.EACCES, "check who owns it"), (errno.EPERM, "check who owns it"), (errno.EROFS, "name another place"),
        (errno.EIO, "check the disk and the folder"),
    ],
)  # fmt: skip
def test_a_failure_is_told_with_its_cause_and_what_to_do(number: int, advice: str) -> None:
    told = str(not_written("/x", OSError(number, os.strerror(number))))

    assert told.startswith(f"/x was not written: {os.strerror(number)}; ")
    assert advice in told
    assert told.endswith(".")


@pytest.mark.parametrize(("number", "warned"), [(errno.EIO, True), (errno.ENOSPC, True), (errno.EINVAL, False)])
def test_a_folder_that_may_not_have_reached_the_disk_is_a_warning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, warned: bool
) -> None:
    def refused(_: str) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(whole_file, "_sync_folder", refused)
    path = str(tmp_path / "x")

    assert (f"{path} is written, but may not outlast a power cut: {os.strerror(number)}.",) * warned == save(path, b"n")
    assert b"n" == (tmp_path / "x").read_bytes()
