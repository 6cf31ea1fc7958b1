"""Changes of the registry on a real disk: entered, taken back, made again; through kills, hand edits and full disks."""

from __future__ import annotations

import errno
import json
import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from unittest.mock import Mock

import pytest

from showstatus.errors import ShowstatusError
from showstatus.ledger import journal as module
from showstatus.ledger.journal import Change, Journal, Recording
from showstatus.ledger.user_file import edit

FIRST, SECOND, THIRD = "a = 1\n", "a = 1\nb = 2\n", "a = 1\nb = 2\nc = 3\n"
FOURTH = f"{THIRD}d = 4\n"


class Registry:
    """A registry file, the journal of it, and what a person does with both."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "shows.toml"
        self.locks = folder / "locks"
        self.journal = Journal(str(folder / "journal"))

    @property
    def text(self) -> str:
        return self.path.read_text() if self.path.exists() else ""

    def write(self, text: str) -> None:
        """Edit it by hand."""
        self.path.write_text(text)

    def edit(self, change: Callable[[str], str]) -> None:
        edit(str(self.path), change, lock_dir=str(self.locks))

    def make(self, new: str) -> Recording:
        """Make a change by the program, told by its own text."""
        recording = self.journal.recording(lambda _: new, new, "2026-11-25T17:00:00+00:00")
        try:
            self.edit(recording)
        except ShowstatusError:
            recording.drop()
            raise
        return recording

    def undo(self) -> str:
        """Take a change back; gives which it was."""
        return self._move(self.journal.undo)

    def redo(self) -> str:
        return self._move(self.journal.redo)

    def _move(self, how: Callable[[str], tuple[str, module.Change]]) -> str:
        told = []

        def change(text: str) -> str:
            new, found = how(text)
            told.append(found.what)
            return new

        self.edit(change)
        return told[-1]


@pytest.fixture
def registry(tmp_path: Path) -> Registry:
    made = Registry(tmp_path)
    for text in (FIRST, SECOND, THIRD):
        made.make(text)
    return made


def test_the_last_change_is_taken_back_and_then_the_one_before(registry: Registry) -> None:
    assert (THIRD, SECOND) == (registry.undo(), registry.text)
    assert (SECOND, FIRST) == (registry.undo(), registry.text)
    assert (FIRST, "") == (registry.undo(), registry.text)
    with pytest.raises(ShowstatusError, match="nothing to take back"):
        registry.undo()


def test_what_was_taken_back_is_made_again_in_turn(registry: Registry) -> None:
    registry.undo()
    registry.undo()

    assert (SECOND, SECOND) == (registry.redo(), registry.text)
    assert (THIRD, THIRD) == (registry.redo(), registry.text)
    with pytest.raises(ShowstatusError, match="nothing to make again"):
        registry.redo()


def test_a_new_change_takes_the_place_of_what_was_taken_back(registry: Registry) -> None:
    registry.undo()
    registry.make("a = 1\nb = 2\nd = 4\n")

    with pytest.raises(ShowstatusError, match="nothing to make again"):
        registry.redo()
    registry.undo()
    assert SECOND == registry.text


def test_a_change_that_changes_nothing_is_not_entered(registry: Registry) -> None:
    registry.make(THIRD)

    assert [FIRST, SECOND, THIRD] == [change.what for change in registry.journal.changes()]


def test_a_change_is_kept_in_a_file_that_a_person_can_read(registry: Registry) -> None:
    folder = registry.path.parent / "journal"
    first, _, third = sorted(folder.iterdir())

    assert re.fullmatch(r"00000001-[0-9a-f]{8}\.json", first.name)
    assert re.fullmatch(r"00000003-[0-9a-f]{8}\.json", third.name)
    body = {"made": "2026-11-25T17:00:00+00:00", "what": THIRD, "before": SECOND, "after": THIRD}
    assert json.dumps(body, indent=1) == third.read_text()
    change = registry.journal.changes()[-1]
    assert Change(path=str(third), undone=False, **body) == change
    registry.undo()
    (undone,) = (one for one in registry.journal.changes() if one.undone)
    assert replace(change, path=f"{str(third)[:-5]}.undone.json", undone=True) == undone
    assert 0o700 == folder.stat().st_mode & 0o777


def test_what_a_change_is_called_is_told_with_where_it_is_kept(registry: Registry) -> None:
    registry.write(THIRD.replace("c = 3", "c = 4"))
    change = registry.journal.changes()[-1]
    with pytest.raises(ShowstatusError) as refused:
        registry.undo()

    assert str(refused.value) == (
        f"“{THIRD}” touches lines that were edited by hand since, so nothing was changed. "
        f"Edit your registry by hand; the texts before and after that change are in {change.path}."
    )


def test_with_nothing_on_record_there_is_nothing_to_take_back_or_to_make_again(tmp_path: Path) -> None:
    for move, told in (
        (
            Journal(str(tmp_path / "none")).undo,
            "There is nothing to take back: no change by this program is on record.",
        ),
        (
            Journal(str(tmp_path / "none")).redo,
            "There is nothing to make again: nothing was taken back since the last change.",
        ),
    ):
        with pytest.raises(ShowstatusError) as refused:
            move("a = 1\n")
        assert told == str(refused.value)
    assert [] == Journal(str(tmp_path / "none")).changes()


def test_other_files_in_the_folder_are_no_changes_and_stay(registry: Registry) -> None:
    folder = registry.path.parent / "journal"
    for name in ("00000009-0123456.json", "x00000009-01234567.json", "notes.txt"):
        (folder / name).write_text("{}")
    (folder / ".00000009-01234567.json.showstatus-0123456789ab.tmp").write_text("")
    registry.make(FOURTH)

    assert [FIRST, SECOND, THIRD, FOURTH] == [one.what for one in registry.journal.changes()]
    left = {one.name for one in folder.iterdir()} - {os.path.basename(one.path) for one in registry.journal.changes()}
    assert {"00000009-0123456.json", "x00000009-01234567.json", "notes.txt"} == left


def test_a_change_that_fails_is_not_taken_back(registry: Registry) -> None:
    def fail(_text: str) -> str:
        raise ShowstatusError("No.")

    with pytest.raises(ShowstatusError):
        registry.edit(registry.journal.recording(fail, "failed", ""))
    with pytest.raises(ShowstatusError, match="damaged"):
        registry.make("no TOML")
    assert [FIRST, SECOND, THIRD] == [change.what for change in registry.journal.changes()]
    assert (THIRD, SECOND) == (registry.undo(), registry.text)


def test_what_was_edited_by_hand_elsewhere_stays(registry: Registry) -> None:
    registry.write(f"# mine\n{THIRD}")
    registry.undo()
    assert f"# mine\n{SECOND}" == registry.text
    registry.undo()
    assert f"# mine\n{FIRST}" == registry.text
    registry.redo()
    registry.redo()
    assert f"# mine\n{THIRD}" == registry.text


def test_what_was_edited_by_hand_on_its_lines_is_not_touched(registry: Registry) -> None:
    registry.write(THIRD.replace("c = 3", "c = 4"))

    with pytest.raises(ShowstatusError, match="edited by hand since, so nothing was changed") as caught:
        registry.undo()
    assert THIRD.replace("c = 3", "c = 4") == registry.text
    assert os.path.exists(str(caught.value).rsplit(" ", 1)[1].rstrip("."))


def test_what_was_taken_back_by_hand_counts_as_taken_back(registry: Registry) -> None:
    registry.write(SECOND)

    assert (SECOND, FIRST) == (registry.undo(), registry.text)


def test_the_newest_changes_are_kept(registry: Registry, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "KEPT", 4)
    for number in range(6):
        registry.make(f"n = {number}\n")

    assert [f"n = {number}\n" for number in (2, 3, 4, 5)] == [one.what for one in registry.journal.changes()]


def test_large_ones_are_dropped_sooner_but_for_the_last_two(
    registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "KEPT_BYTES", 10)
    registry.make("n = 1\n")

    assert [THIRD, "n = 1\n"] == [one.what for one in registry.journal.changes()]


def test_a_damaged_entry_is_passed_over(registry: Registry) -> None:
    Path(registry.journal.changes()[-1].path).write_text("{")
    registry.write(SECOND)

    assert (SECOND, FIRST) == (registry.undo(), registry.text)


def test_a_journal_that_cannot_be_written_keeps_no_change_from_being_made(registry: Registry, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    registry.journal = Journal(str(tmp_path / "file" / "journal"))
    failure = registry.make(FIRST).failure

    assert (FIRST, "Not a directory") == (registry.text, failure.strerror if failure is not None else None)


@pytest.mark.parametrize("what", ["change", "folder"])
def test_a_change_that_cannot_be_read_now_is_not_passed_over(
    registry: Registry, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    """Found by `scripts/faults`: the change before it was taken back instead, or the next one numbered before all."""
    folder = registry.path.parent / "journal"
    newest = max(folder.iterdir())
    if what == "change":
        kept = newest.rename(folder / "kept")
        newest.symlink_to(newest)  # nobody can read a link to itself
    else:
        refusal = OSError(errno.EIO, os.strerror(errno.EIO), str(folder))
        monkeypatch.setattr(os, "listdir", Mock(side_effect=refusal))

    with pytest.raises(OSError, match="journal") as refused:
        registry.undo()
    known = (errno.ELOOP, str(newest)) if what == "change" else (errno.EIO, str(folder))
    assert (*known, os.strerror(known[0])) == (refused.value.errno, refused.value.filename, refused.value.strerror)
    assert registry.make(FOURTH).failure is not None
    assert FOURTH == registry.text
    if what == "change":
        kept.rename(newest)
    monkeypatch.undo()
    assert [FIRST, SECOND, THIRD] == [change.what for change in registry.journal.changes()]
